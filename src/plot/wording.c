/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of values: numbers and times by the format of their channel, the defaults of the grammar where there is
 * none. A missing value has no text.
 */
#include "plot/wording.h"

#include <math.h>
#include <string.h>

#include "base/format.h"
#include "transform/textual.h"

/** A word about the format: of the channel itself, or of its axis or legend. */
static const char *format_word(const RkUse *use, const char *key)
{
    static const char *const guides[] = {"axis", "legend"};
    const char *word = rk_value_text_or(rk_value_get(use->definition, key), NULL);
    for (guint i = 0; i < G_N_ELEMENTS(guides) && word == NULL; i++)
        word = rk_value_text_or(rk_value_get(rk_value_get(use->definition, guides[i]), key), NULL);
    return word;
}

static const char *number_specifier(const RkUnit *unit, const RkUse *use)
{
    const char *specifier = format_word(use, "format");
    if (specifier == NULL && use->channel == (unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y))
        specifier = rk_value_text_or(rk_value_get(rk_value_get(unit->mark_map, "label"), "format"), NULL);
    return specifier != NULL ? specifier
                             : rk_value_text_or(rk_config_get(unit->plotting->config, NULL, "numberFormat"), "");
}

static char *number_text(const RkUnit *unit, const RkUse *use, double value)
{
    return rk_format_number(number_specifier(unit, use), value, unit->plotting->locale, NULL);
}

char *rk_use_bin_name(const RkUnit *unit, const RkUse *use, const RkColumn *ends, gsize row)
{
    g_autofree char *from = number_text(unit, use, rk_column_numbers(use->column)[row]);
    g_autofree char *to = number_text(unit, use, rk_column_numbers(ends)[row]);
    return g_strconcat(from, " – ", to, NULL);
}

/** The pattern of a time; NULL: the period is written as the data have it. */
static char *time_pattern(const RkUnit *unit, const RkUse *use)
{
    /* The short form on an axis of our own is not what a reader should hear of one mark. */
    const char *own = unit->plotting->vega_lite ? format_word(use, "format")
                                                : rk_value_text_or(rk_value_get(use->definition, "format"), NULL);
    if (own != NULL)
        return g_strdup(own);
    if (!unit->plotting->vega_lite)
        return NULL;
    const char *pattern = rk_use_time_pattern(unit->plotting, use);
    if (pattern != NULL)
        return g_strdup(pattern);
    return g_strdup(rk_value_text_or(rk_config_get(unit->plotting->config, NULL, "timeFormat"), "%b %d, %Y"));
}

static gboolean is_time(const RkUse *use)
{
    const char *kind = format_word(use, "formatType");
    return use->measure == RK_TEMPORAL || rk_value_has(use->definition, "timeUnit") || g_strcmp0(kind, "time") == 0;
}

static char *time_text(const RkUnit *unit, const RkUse *use, const RkColumn *column, gsize row)
{
    g_autofree char *pattern = time_pattern(unit, use);
    if (pattern == NULL)
        return rk_column_write(column, row);
    return rk_format_time(pattern, rk_column_numbers(column)[row], unit->plotting->locale);
}

/** JavaScript has no date for these: to the grammar they are words. */
static gboolean is_foreign_period(const RkUnit *unit, const RkColumn *column)
{
    RkFrequency frequency = rk_column_frequency(column);
    return unit->plotting->vega_lite && (frequency == RK_FREQUENCY_SPLIT_YEAR || frequency == RK_FREQUENCY_HALF_YEAR ||
                                         frequency == RK_FREQUENCY_QUARTER || frequency == RK_FREQUENCY_WEEK);
}

char *rk_use_cell_text(const RkUnit *unit, const RkUse *use, const RkColumn *column, gsize row)
{
    if (rk_column_is_missing(column, row))
        return NULL;
    gboolean numbers = rk_column_numbers(column) != NULL;
    if (numbers && is_time(use))
        return time_text(unit, use, column, row);
    /* To the grammar a date is a word where it is no time and has no format. */
    gboolean word = unit->plotting->vega_lite && use->measure != RK_QUANTITATIVE && format_word(use, "format") == NULL;
    if (rk_column_type(column) == RK_COLUMN_TIME && !word && !is_foreign_period(unit, column))
        return time_text(unit, use, column, row);
    gboolean formatted =
        !unit->plotting->vega_lite || use->measure == RK_QUANTITATIVE || format_word(use, "format") != NULL;
    if (rk_column_type(column) == RK_COLUMN_NUMBER && formatted)
        return number_text(unit, use, rk_column_numbers(column)[row]);
    gboolean texts = rk_column_type(column) == RK_COLUMN_TEXT;
    /* A format of numbers makes a number of any text. */
    if ((rk_column_is_mixed(column) && formatted) ||
        (texts && unit->plotting->vega_lite && formatted && use->measure != RK_TEMPORAL && !is_time(use)))
        return number_text(unit, use, rk_textual_drawn(column, row));
    if (texts)
        return g_strdup(rk_plotting_place_name(unit->plotting, column, rk_column_text(column, row)));
    return rk_column_write(column, row);
}

const char *rk_use_blank_text(const RkUse *use, gsize row)
{
    if (rk_column_blank(use->column, row) == RK_BLANK_NAN)
        return "NaN";
    if (rk_column_blank(use->column, row) != RK_BLANK_UNDEFINED)
        return "null";
    return use->measure == RK_QUANTITATIVE || format_word(use, "format") != NULL ? "NaN" : "undefined";
}

/** From where to where a bin reaches. */
static char *bin_text(const RkUnit *unit, const RkUse *use, gsize row)
{
    g_autofree char *from = rk_use_cell_text(unit, use, use->column, row);
    g_autofree char *to = rk_use_cell_text(unit, use, use->end, row);
    return from == NULL || to == NULL ? NULL : g_strdup_printf("%s – %s", from, to);
}

static char *list_text(const RkValue *list)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < rk_value_length(list); i++)
        g_string_append_printf(lines, "%s%s", i > 0 ? "\n" : "", rk_value_text_or(rk_value_at(list, i), ""));
    return g_string_free(g_steal_pointer(&lines), FALSE);
}

static char *constant_text(const RkUnit *unit, const RkUse *use)
{
    const RkValue *value = use->value != NULL ? use->value : use->datum;
    if (rk_value_is(value, RK_VALUE_LIST))
        return list_text(value);
    if (rk_value_is(value, RK_VALUE_TEXT))
        return g_strdup(rk_plotting_interpolate(unit->plotting, value, NULL));
    return rk_value_is(value, RK_VALUE_NUMBER) ? number_text(unit, use, rk_value_number_or(value, 0))
                                               : rk_scalar_write(rk_scalar_from_value(value));
}

const char *rk_use_text(RkUnit *unit, const RkUse *use, gsize row)
{
    for (guint i = 0; i < use->condition_count; i++) {
        if (use->conditions[i].truth[row])
            return rk_use_text(unit, use->conditions[i].use, row);
    }
    g_autofree char *text = use->column == NULL ? constant_text(unit, use)
                            : use->end != NULL && use->measure == RK_QUANTITATIVE
                                ? bin_text(unit, use, row)
                                : rk_use_cell_text(unit, use, use->column, row);
    return text == NULL ? NULL : g_string_chunk_insert_const(unit->plotting->strings, text);
}
