/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of aggregates. A code is listed only when no country has it: that is true of Eurostat's and the World Bank's
 * codes by design.
 */
#include "transform/aggregates.h"

#include <string.h>

/* A name may stand several times with different codes, and a code with different names. */
static const RkAggregate known[] = {
    {"EU", "European Union"},
    {"EU27_2020", "European Union - 27 countries (from 2020)"},
    {"EU27_2020", "European Union (27)"},
    {"EU27_2020", "EU27"},
    {"EU27_2007", "European Union - 27 countries (2007-2013)"},
    {"EU27", "European Union (27 countries)"},
    {"EU28", "European Union - 28 countries (2013-2020)"},
    {"EU28", "European Union (28)"},
    {"EU25", "European Union - 25 countries (2004-2006)"},
    {"EU15", "European Union - 15 countries (1995-2004)"},
    {"EU12", "European Union - 12 countries"},
    {"EA", "Euro area"},
    {"EA11", "Euro area - 11 countries (1999-2000)"},
    {"EA12", "Euro area - 12 countries (2001-2006)"},
    {"EA13", "Euro area - 13 countries (2007)"},
    {"EA15", "Euro area - 15 countries (2008)"},
    {"EA16", "Euro area - 16 countries (2009-2010)"},
    {"EA17", "Euro area - 17 countries (2011-2013)"},
    {"EA18", "Euro area - 18 countries (2014)"},
    {"EA19", "Euro area - 19 countries (2015-2022)"},
    {"EA19", "Euro area (19)"},
    {"EA20", "Euro area - 20 countries (from 2023)"},
    {"EA20", "Euro area (20)"},
    {"EA21", "Euro area - 21 countries (from 2026)"},
    {"EEA", "European Economic Area"},
    {"EEA28", "European Economic Area - 28 countries"},
    {"EEA30_2007", "European Economic Area - 30 countries (2007-2013)"},
    {"EEA31", "European Economic Area - 31 countries (2013-2020)"},
    {"EFTA", "European Free Trade Association"},
    {"NATO", "NATO Total"},
    {"NATO_EUR", "NATO Europe"},
    {"NATO_EUR_CA", "NATO Europe and Canada"},
    {"OECD", "OECD - Total"},
    {"OECDE", "OECD - Europe"},
    {"OED", "OECD members"},
    {"G7", "Group of Seven"},
    {"G20", "Group of Twenty"},
    {"WORLD", "World"},
    {"WLD", "World"},
    {"EUU", "European Union"},
    {"EMU", "Euro area"},
    {"AFE", "Africa Eastern and Southern"},
    {"AFW", "Africa Western and Central"},
    {"ARB", "Arab World"},
    {"CEB", "Central Europe and the Baltics"},
    {"CSS", "Caribbean small states"},
    {"EAP", "East Asia & Pacific (excluding high income)"},
    {"EAR", "Early-demographic dividend"},
    {"EAS", "East Asia & Pacific"},
    {"ECA", "Europe & Central Asia (excluding high income)"},
    {"ECS", "Europe & Central Asia"},
    {"FCS", "Fragile and conflict affected situations"},
    {"HIC", "High income"},
    {"HPC", "Heavily indebted poor countries (HIPC)"},
    {"IBD", "IBRD only"},
    {"IBT", "IDA & IBRD total"},
    {"IDA", "IDA total"},
    {"IDB", "IDA blend"},
    {"IDX", "IDA only"},
    {"INX", "Not classified"},
    {"LAC", "Latin America & Caribbean (excluding high income)"},
    {"LCN", "Latin America & Caribbean"},
    {"LDC", "Least developed countries: UN classification"},
    {"LIC", "Low income"},
    {"LMC", "Lower middle income"},
    {"LMY", "Low & middle income"},
    {"LTE", "Late-demographic dividend"},
    {"MEA", "Middle East & North Africa"},
    {"MIC", "Middle income"},
    {"MNA", "Middle East & North Africa (excluding high income)"},
    {"NAC", "North America"},
    {"OSS", "Other small states"},
    {"PRE", "Pre-demographic dividend"},
    {"PSS", "Pacific island small states"},
    {"PST", "Post-demographic dividend"},
    {"SAS", "South Asia"},
    {"SSA", "Sub-Saharan Africa (excluding high income)"},
    {"SSF", "Sub-Saharan Africa"},
    {"SST", "Small states"},
    {"UMC", "Upper middle income"},
    {NULL, NULL},
};

const RkAggregate *rk_aggregates(void)
{
    return known;
}

gboolean rk_aggregate_is_known(const char *word)
{
    if (word == NULL)
        return FALSE;
    for (const RkAggregate *entry = known; entry->code != NULL; entry++) {
        if (strcmp(word, entry->code) == 0 || g_ascii_strcasecmp(word, entry->name) == 0)
            return TRUE;
    }
    return FALSE;
}
