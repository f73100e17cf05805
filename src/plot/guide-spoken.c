/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Domains in words. Long lists of categories are cut to the first five and the last.
 */
#include "plot/guide-spoken.h"

#include "transform/lines.h"

static void append_category(const RkGuideFormat *format, GString *text, const char *before, guint category)
{
    g_autofree char *listed = rk_lines_joined(g_ptr_array_index(format->scale->categories, category), ",");
    const char *name = listed != NULL ? listed : rk_guide_format_category(format, category);
    g_string_append_printf(text, "%s%s", before, name);
}

/** All categories, or of more than seven the first five and the last. */
static void append_categories(const RkGuideFormat *format, GString *text)
{
    guint count = format->scale->categories->len, named = count > 7 ? 5 : count;
    g_string_append_printf(text, " with %u value%s: ", count, count == 1 ? "" : "s");
    for (guint i = 0; i < named; i++)
        append_category(format, text, i == 0 ? "" : ", ", i);
    if (named < count)
        append_category(format, text, ", ending with ", count - 1);
}

/** The borders between classes. */
static void append_boundaries(const RkGuideFormat *format, GString *text)
{
    const RkScale *scale = format->scale;
    g_string_append_printf(text, " with %u boundar%s: ", scale->border_count, scale->border_count == 1 ? "y" : "ies");
    for (guint i = 0; i < scale->border_count; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : ", ", rk_guide_format_border(format, scale->borders[i]));
}

/** Whole names of months and days, which are better heard. */
static char *spelled_out(const char *pattern)
{
    g_autoptr(GString) whole = g_string_new(pattern);
    g_string_replace(whole, "%b", "%B", 0);
    g_string_replace(whole, "%a", "%A", 0);
    return g_strdup(whole->str);
}

/** A time names its year whatever its ticks do. */
static char *pattern_of(const RkGuideFormat *format)
{
    const RkScale *scale = format->scale;
    if (format->pattern != NULL)
        return format->time ? spelled_out(format->pattern) : g_strdup(format->pattern);
    if (!scale->type->temporal)
        return NULL;
    if (format->plotting->vega_lite)
        return g_strdup(g_str_equal(scale->type->name, "utc") ? "%A, %d %B %Y, %X UTC" : "%A, %d %B %Y, %X");
    if (rk_scale_has_split_years(scale)) {
        g_autofree char *first = rk_split_year_text(scale->domain[0]), *last = rk_split_year_text(scale->domain[1]);
        return first != NULL && last != NULL ? NULL : g_strdup("%b %Y");
    }
    return g_strdup(scale->frequency == RK_FREQUENCY_YEAR || scale->frequency == RK_FREQUENCY_SPLIT_YEAR ? "%Y"
                    : scale->frequency < RK_FREQUENCY_WEEK                                               ? "%b %Y"
                                                                                                         : "%-d %b %Y");
}

void rk_guide_speak_domain(const RkGuideFormat *format, GString *text)
{
    const RkScale *scale = format->scale;
    g_autofree char *pattern = pattern_of(format);
    RkGuideFormat spoken = *format;
    spoken.count = 5;
    if (scale->type->classes) {
        append_boundaries(&spoken, text);
        return;
    }
    spoken.patterns = NULL;
    if (scale->type->discrete) {
        spoken.pattern = pattern;
        append_categories(&spoken, text);
        return;
    }
    if (scale->invented && format->plotting->vega_lite) {
        g_string_append(text, " without values");
        return;
    }
    spoken.pattern = pattern;
    g_string_append_printf(text, " with values from %s", rk_guide_format_value(&spoken, scale->domain[0]));
    g_string_append_printf(text, " to %s", rk_guide_format_value(&spoken, scale->domain[1]));
}

void rk_guide_speak_title(const char *title, GString *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(title), "\n", ' ');
    g_string_append_printf(text, " titled '%s'", line);
}
