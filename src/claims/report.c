/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings as a table, and how often each verdict fell. Columns that no claim fills are there all the same.
 */
#include "claims/report.h"

#include "base/number.h"
#include "table/builder.h"

enum { ID, STUDY, PLACE, STATEMENT, KIND, STATED, UNIT, COMPUTED, VERDICT, FINDING, REMEDY, SOURCE, TEXTS };

static const char *const names[TEXTS] = {"id",   "study",    "place",   "statement", "kind",   "stated",
                                         "unit", "computed", "verdict", "finding",   "remedy", "source"};

struct RkReportBuilder {
    RkColumnBuilder *texts[TEXTS];
    RkColumnBuilder *values;
    gsize rows;
    guint counts[RK_VERDICTS];
};

const char *rk_verdict_name(RkVerdict verdict)
{
    static const char *const words[] = {"holds", "holds after rounding", "does not hold", "cannot be checked"};
    return words[verdict];
}

RkReportBuilder *rk_report_builder_new(void)
{
    RkReportBuilder *builder = g_new0(RkReportBuilder, 1);
    for (guint i = 0; i < TEXTS; i++)
        builder->texts[i] = rk_column_builder_new(names[i], RK_COLUMN_TEXT);
    builder->values = rk_column_builder_new("value", RK_COLUMN_NUMBER);
    return builder;
}

void rk_report_builder_free(RkReportBuilder *builder)
{
    if (builder == NULL)
        return;
    for (guint i = 0; i < TEXTS; i++)
        g_clear_pointer(&builder->texts[i], rk_column_builder_free);
    g_clear_pointer(&builder->values, rk_column_builder_free);
    g_free(builder);
}

void rk_report_builder_add(RkReportBuilder *builder, const RkValue *claim, const char *kind, const RkFinding *finding)
{
    const char *texts[TEXTS] = {
        [ID] = rk_value_text_or(rk_value_get(claim, "id"), NULL),
        [STUDY] = rk_value_text_or(rk_value_get(claim, "study"), NULL),
        [PLACE] = rk_value_text_or(rk_value_get(claim, "place"), NULL),
        [STATEMENT] = rk_value_text_or(rk_value_get(claim, "statement"), NULL),
        [KIND] = kind,
        [STATED] = finding->stated,
        [UNIT] = rk_value_text_or(rk_value_get(rk_value_get(claim, "states"), "unit"), NULL),
        [COMPUTED] = finding->computed,
        [VERDICT] = rk_verdict_name(finding->verdict),
        [FINDING] = finding->finding,
        [REMEDY] = finding->remedy,
        [SOURCE] = finding->source,
    };
    for (guint i = 0; i < TEXTS; i++)
        rk_column_builder_text(builder->texts[i], texts[i], -1);
    rk_column_builder_number(builder->values, finding->value);
    builder->counts[finding->verdict]++;
    builder->rows++;
}

RkClaimsReport *rk_report_builder_finish(RkReportBuilder *builder)
{
    const RkColumn *columns[TEXTS + 1];
    RkClaimsReport *report = g_new0(RkClaimsReport, 1);
    for (guint i = 0; i < TEXTS; i++)
        columns[i] = rk_column_builder_finish(g_steal_pointer(&builder->texts[i]));
    columns[TEXTS] = rk_column_builder_finish(g_steal_pointer(&builder->values));
    report->table = rk_table_new(columns, TEXTS + 1, builder->rows, NULL);
    for (guint i = 0; i <= TEXTS; i++)
        rk_column_unref((RkColumn *)columns[i]);
    memcpy(report->counts, builder->counts, sizeof report->counts);
    return report;
}

void rk_claims_report_free(RkClaimsReport *report)
{
    if (report == NULL)
        return;
    rk_table_unref(report->table);
    g_free(report->title);
    g_strfreev(report->notes);
    g_free(report);
}
