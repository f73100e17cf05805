/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of lines that one name would not tell apart: years and quarters of the same place are two lines, and each says
 * how long its periods are. Lines that have their name alone keep it as it is.
 */
#include "base/calendar.h"
#include "plot/flags.h"
#include "plot/label.h"
#include "plot/series.h"

static const RkColumn *periods_of(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_X, RK_CHANNEL_Y};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        if (use != NULL && use->column != NULL && rk_column_frequencies(use->column) != NULL)
            return use->column;
    }
    return NULL;
}

static gboolean shares_name(const RkColumn *names, const RkColumn *periods, gsize row)
{
    const guint32 *codes = rk_column_codes(names);
    for (gsize other = 0; codes != NULL && other < rk_column_length(names); other++)
        if (codes[other] == codes[row] && !rk_column_is_missing(periods, other) &&
            rk_column_frequency_at(periods, other) != rk_column_frequency_at(periods, row))
            return TRUE;
    return FALSE;
}

const char *rk_labelling_series_name(RkLabelling *labelling, gsize row)
{
    RkUnit *unit = labelling->unit;
    const RkColumn *names = rk_unit_series_names(unit), *periods = periods_of(unit);
    const char *name = rk_labelling_text(labelling, names, row);
    if (name == NULL || names == NULL || periods == NULL || rk_value_has(labelling->options, "field") ||
        !shares_name(names, periods, row))
        return name;
    const char *language = rk_figure_language(unit->plotting->figure);
    const char *frequency = rk_flag_word(language, rk_frequency_name(rk_column_frequency_at(periods, row)));
    g_autofree char *told = g_strdup_printf("%s (%s)", name, frequency);
    return g_string_chunk_insert_const(unit->plotting->strings, told);
}
