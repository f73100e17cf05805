/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Patterns of guides. A malformed pattern is refused, for it would leave the guide without labels.
 */
#include "plot/guide-format.h"

#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "base/format.h"
#include "base/number.h"

#include "plot/guide-datum.h"
#include "transform/time-unit.h"

static const char *keep(const RkGuideFormat *format, char *text)
{
    const char *kept = text == NULL ? "" : g_string_chunk_insert_const(format->plotting->strings, text);
    g_free(text);
    return kept;
}

/** The unit that the times of a channel are cut to; FALSE when there is none. */
static gboolean time_unit_of(const RkUse *use, RkTimeUnit *unit)
{
    const RkValue *written = use == NULL ? NULL : rk_value_get(use->definition, "timeUnit");
    return written != NULL && rk_time_unit_read(written, unit, NULL);
}

static gboolean is_normalized(const RkUse *use)
{
    return use != NULL && rk_value_is_text(rk_value_get(use->definition, "stack"), "normalize");
}

/** What holds where the guide itself says nothing, by Vega-Lite's rules. */
static void choose_default(RkGuideFormat *format, const RkUse *use, gboolean legend)
{
    const RkConfig *config = format->plotting->config;
    RkTimeUnit unit;
    gboolean cut = time_unit_of(use, &unit);
    if (!format->plotting->vega_lite || use == NULL)
        return;
    if (is_normalized(use)) {
        format->pattern = rk_value_text_or(rk_config_get(config, NULL, "normalizedNumberFormat"), NULL);
    } else if (use->measure == RK_TEMPORAL || cut) {
        if (cut && unit.parts != 0)
            format->pattern = keep(format, rk_time_unit_pattern(&unit));
        else if (legend)
            format->pattern = rk_value_text_or(rk_config_get(config, NULL, "timeFormat"), NULL);
        format->time = TRUE;
    } else if (use->measure == RK_QUANTITATIVE) {
        format->pattern = rk_value_text_or(rk_config_get(config, NULL, "numberFormat"), NULL);
    }
}

/** Whether no category is a number that a pattern could write. */
static gboolean has_words_only(const RkScale *scale)
{
    gboolean temporal;
    for (guint i = 0; scale->categories != NULL && i < scale->categories->len; i++)
        if (!isnan(rk_guide_category_number(scale, i, &temporal)))
            return FALSE;
    return scale->type->discrete && scale->categories != NULL && scale->categories->len > 0;
}

/** Patterns that say the same everywhere, or nothing. */
static void tell_senseless(const RkGuideFormat *format, const RkValue *own)
{
    if (format->pattern == NULL || own == NULL || !format->plotting->vega_lite)
        return;
    RkDiagnostics *diagnostics = format->plotting->diagnostics;
    if (format->time && strchr(format->pattern, '%') == NULL)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_value_place(own), "write parts of times: %Y, %b %d …",
                           "all times read \"%s\"", format->pattern);
    else if (!format->time && has_words_only(format->scale))
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_value_place(own), "leave it out, or write a labelExpr",
                           "a pattern of numbers has no effect on words");
}

gboolean rk_guide_format_read(RkGuideFormat *format, const RkGuideSource *source, const RkScale *scale,
                              const RkUse *use, gboolean legend, GError **error)
{
    const RkValue *own = rk_guide_get(source, "format");
    const char *type = rk_guide_word(source, "formatType", NULL);
    *format = (RkGuideFormat){.plotting = source->plotting, .scale = scale, .time = scale->type->temporal};
    format->pattern = rk_value_text_or(own, NULL);
    format->patterns = rk_value_is(own, RK_VALUE_MAP) ? own : NULL;
    if (type != NULL)
        format->time = g_str_equal(type, "time");
    else if (own != NULL)
        format->time =
            format->time || (use != NULL && (use->measure == RK_TEMPORAL || rk_value_has(use->definition, "timeUnit")));
    else
        choose_default(format, use, legend);
    format->number = type != NULL && !format->time;
    if (format->time || format->pattern == NULL || rk_format_number_check(format->pattern, error)) {
        if (error != NULL) /* the first reader of a guide */
            tell_senseless(format, own);
        return TRUE;
    }
    if (error != NULL)
        rk_error_locate(*error, rk_value_place(own));
    return FALSE;
}

gboolean rk_guide_format_read_shared(RkGuideFormat *format, const RkGuideSource *source, const RkScale *scale,
                                     const GPtrArray *uses, GError **error)
{
    for (guint i = 0; i < uses->len; i++) {
        if (!rk_guide_format_read(format, source, scale, uses->pdata[i], FALSE, error))
            return FALSE;
        if (format->pattern != NULL || format->patterns != NULL)
            return TRUE;
    }
    return rk_guide_format_read(format, source, scale, uses->pdata[0], FALSE, error);
}

/** The pattern for the finest part of a moment that is not at its start; Sundays begin weeks. */
static const char *pattern_by_part(const RkValue *patterns, double value)
{
    static const struct {
        const char *key, *otherwise, *pattern;
    } parts[] = {{"milliseconds", NULL, ".%L"}, {"seconds", NULL, ":%S"}, {"minutes", NULL, "%I:%M"},
                 {"hours", NULL, "%I %p"},      {"date", "day", "%a %d"}, {"week", NULL, "%b %d"},
                 {"month", NULL, "%B"},         {"quarter", NULL, "%B"},  {"year", NULL, "%Y"}};
    RkMoment moment;
    rk_moment_split(value, &moment);
    guint part = moment.millisecond != 0 ? 0
                 : moment.second != 0    ? 1
                 : moment.minute != 0    ? 2
                 : moment.hour != 0      ? 3
                 : moment.day != 1       ? (moment.weekday != 0 ? 4 : 5)
                 : moment.month != 1     ? ((moment.month - 1) % 3 != 0 ? 6 : 7)
                                         : 8;
    const RkValue *own = rk_value_get(patterns, parts[part].key);
    if (own == NULL && parts[part].otherwise != NULL)
        own = rk_value_get(patterns, parts[part].otherwise);
    return rk_value_text_or(own, parts[part].pattern);
}

static char *number_text(const RkGuideFormat *format, double value)
{
    return rk_format_number(format->pattern != NULL ? format->pattern : "", value, format->plotting->locale, NULL);
}

const char *rk_guide_format_value(const RkGuideFormat *format, double value)
{
    const RkLocale *locale = format->plotting->locale;
    const RkScaleType *type = format->scale->type;
    if (format->patterns != NULL)
        return keep(format, rk_format_time(pattern_by_part(format->patterns, value), value, locale));
    if (format->time && format->pattern != NULL)
        return keep(format, rk_format_time(format->pattern, value, locale));
    if (type->tick_text == NULL || (format->number && type->temporal))
        return keep(format, number_text(format, value));
    return keep(format, type->tick_text(format->scale, locale, value, format->pattern, format->count, format->values));
}

/** A number that was given, as it was written, or by the pattern. */
static const char *plain(const RkGuideFormat *format, double value)
{
    char buffer[RK_NUMBER_BUFFER];
    if (format->time && format->pattern != NULL)
        return keep(format, rk_format_time(format->pattern, value, format->plotting->locale));
    return format->pattern != NULL ? keep(format, number_text(format, value))
                                   : keep(format, g_strdup(rk_number_shortest(value, buffer)));
}

/** The least step between borders that are worked out from the data: their texts tell them apart. 0: they were given.
 */
static double border_step(const RkScale *scale)
{
    double step = 0;
    if (!g_str_equal(scale->type->name, "quantile"))
        return g_str_equal(scale->type->name, "quantize") ? scale->domain[1] - scale->domain[0] : 0;
    for (guint i = 1; i < scale->border_count; i++) {
        double own = scale->borders[i] - scale->borders[i - 1];
        step = i == 1 ? own : fmin(step, own);
    }
    return scale->border_count == 1 ? scale->borders[0] : step;
}

const char *rk_guide_format_border(const RkGuideFormat *format, double value)
{
    double step = border_step(format->scale);
    if (!format->time && format->scale->bin_count > 1 && g_str_equal(format->scale->type->name, "bin-ordinal"))
        return rk_guide_format_value(format, value);
    if (format->time || step == 0)
        return plain(format, value);
    return keep(format, rk_format_tick(0, step, 30, format->pattern, value, format->plotting->locale));
}

const char *rk_guide_format_category(const RkGuideFormat *format, guint category)
{
    const char *text = g_ptr_array_index(format->scale->categories, category);
    gboolean temporal;
    double value = rk_guide_category_number(format->scale, category, &temporal);
    if (isnan(value) || (format->pattern == NULL && format->patterns == NULL))
        return rk_scale_category_name(format->scale, text);
    if (format->patterns != NULL)
        return rk_guide_format_value(format, value);
    if (format->time)
        return keep(format, rk_format_time(format->pattern, value, format->plotting->locale));
    return temporal ? text : keep(format, number_text(format, value));
}
