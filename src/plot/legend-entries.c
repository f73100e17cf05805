/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entries of a legend: categories, round values of a quantity, or classes with their borders; all that is asked for
 * by `values`, and no more than `symbolLimit` allows.
 */
#include "plot/flags.h"
#include "plot/legend-private.h"

#include <math.h>

#include "base/limits.h"
#include "plot/guide-datum.h"
#include "plot/guide-value.h"

static const char *keep(const RkLegend *legend, char *text)
{
    const char *kept = g_string_chunk_insert_const(legend->panel->plotting->strings, text);
    g_free(text);
    return kept;
}

static guint count_of(const RkLegend *legend)
{
    double otherwise = !legend->panel->plotting->vega_lite ? 4
                       : legend->type == RK_LEGEND_RAMP    ? fmax(2, 2 * floor(legend->length / 100))
                                                           : 5;
    return rk_tick_count_for_step(legend->scale, rk_legend_setting(legend, "tickCount", otherwise),
                                  rk_legend_setting(legend, "tickMinStep", 0));
}

static gboolean read_listed(const RkLegend *legend, const RkValue *list, GArray *values, GError **error)
{
    for (guint i = 0; i < rk_value_length(list) && i < RK_LIMIT_CATEGORIES; i++) {
        double number;
        if (!rk_guide_value(legend->scale, rk_value_at(list, i), &number, error))
            return FALSE;
        g_array_append_val(values, number);
    }
    return TRUE;
}

/** In the grammar a logarithmic legend has no entries without a text, unless it is of colours. */
static void keep_written(const RkScale *scale, guint count, GArray *values)
{
    if (scale->type->writes == NULL || scale->color_count > 0 || !scale->plotting->vega_lite)
        return;
    g_autoptr(GArray) ticks = g_array_copy(values);
    g_array_set_size(values, 0);
    for (guint i = 0; i < ticks->len; i++) {
        double value = g_array_index(ticks, double, i);
        if (scale->type->writes(scale, value, count, ticks))
            g_array_append_val(values, value);
    }
}

static gboolean continuous_values(RkLegend *legend, guint count, GArray *values, GError **error)
{
    const RkValue *list = rk_guide_get_own(&legend->source, "values");
    const RkValue *asked = rk_guide_get(&legend->source, "tickCount");
    const RkScale *scale = legend->scale;
    if (rk_value_is(list, RK_VALUE_LIST))
        return read_listed(legend, list, values, error);
    /* The grammar names each bin of a ramp by its lower border. */
    if (legend->panel->plotting->vega_lite && scale->bin_count > 1) {
        g_array_append_vals(values, scale->bins, scale->bin_count - 1);
        return TRUE;
    }
    rk_scale_ticks(scale, rk_value_is(asked, RK_VALUE_NUMBER) ? NULL : asked, count, values);
    keep_written(scale, count, values);
    if (legend->type == RK_LEGEND_RAMP && values->len < 3 && scale->domain[0] != scale->domain[1] &&
        legend->panel->plotting->vega_lite && !scale->invented) {
        g_array_set_size(values, 0);
        g_array_append_vals(values, scale->domain, 2);
    }
    gboolean hides_first = legend->type == RK_LEGEND_SYMBOLS && legend->scale->color_count == 0 && values->len > 0 &&
                           rk_scale_map(scale, g_array_index(values, double, 0)) == 0;
    if (hides_first)
        g_array_remove_index(values, 0);
    return TRUE;
}

/** The very ends are told from what lies near them, whatever the arithmetic of the scale. */
static double snapped(double fraction)
{
    return fabs(fraction) < 1e-9 ? 0 : fabs(fraction - 1) < 1e-9 ? 1 : fraction;
}

/** Where a value stands along a bar that runs evenly from end to end, whatever points the domain has between. */
static double along_bar(const RkScale *scale, double value)
{
    return snapped(scale->middle_count == 0 ? rk_scale_fraction(scale, value) : rk_scale_even_fraction(scale, value));
}

static gboolean fill_continuous(RkLegend *legend, RkGuideFormat *format, GError **error)
{
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    guint count = count_of(legend);
    if (!continuous_values(legend, count, values, error))
        return FALSE;
    format->count = count;
    /* Symbols and values that are asked for all have a text. */
    gboolean all = legend->type == RK_LEGEND_SYMBOLS || rk_guide_get_own(&legend->source, "values") != NULL;
    format->values = all && legend->panel->plotting->vega_lite ? NULL : values;
    for (guint i = 0; i < values->len; i++) {
        RkLegendEntry entry = {.value = g_array_index(values, double, i)};
        entry.text = rk_guide_format_value(format, entry.value);
        entry.from = along_bar(legend->scale, entry.value);
        g_array_append_val(legend->entries, entry);
    }
    return TRUE;
}

/** "10 – 20", "< 10" and "≥ 20" for symbols; the lower border alone along a bar. */
static const char *class_text(const RkLegend *legend, const RkGuideFormat *format, guint index, double low, double high)
{
    const char *from = isfinite(low) ? rk_guide_format_border(format, low) : NULL;
    const char *to = isfinite(high) ? rk_guide_format_border(format, high) : NULL;
    if (legend->type == RK_LEGEND_CLASSES)
        return index == 0 || from == NULL ? "" : from;
    return from != NULL && to != NULL ? keep(legend, g_strdup_printf("%s – %s", from, to))
           : to != NULL               ? keep(legend, g_strdup_printf("< %s", to))
                                      : keep(legend, g_strdup_printf("≥ %s", from != NULL ? from : ""));
}

/** A quantity in bins is told by them, each with its two borders. */
static void fill_bins(RkLegend *legend, RkGuideFormat *format)
{
    const RkScale *scale = legend->scale;
    g_autoptr(GArray) borders = g_array_new(FALSE, FALSE, sizeof(double));
    g_array_append_vals(borders, scale->bins, scale->bin_count);
    format->values = borders;
    format->count = MAX(5, scale->bin_count);
    for (guint i = 0; i + 1 < scale->bin_count; i++) {
        const char *low = rk_guide_format_value(format, scale->bins[i]);
        RkLegendEntry entry = {.value = scale->bins[i]};
        entry.text = keep(legend, g_strdup_printf("%s – %s", low, rk_guide_format_value(format, scale->bins[i + 1])));
        g_array_append_val(legend->entries, entry);
    }
}

/** Where a bar of classes begins and ends: a threshold scale has no ends, so that its outer classes get the width of an
 * average one. */
static void bar_ends(const RkScale *scale, double ends[2])
{
    guint count = scale->border_count;
    double inner = count > 1 ? (scale->borders[count - 1] - scale->borders[0]) / (count - 1) : 0.1;
    ends[0] = scale->domain[0];
    ends[1] = scale->domain[1];
    gboolean open = g_str_equal(scale->type->name, "threshold");
    if (open && count > 0) {
        ends[0] = scale->borders[0] - inner;
        ends[1] = scale->borders[count - 1] + inner;
    } else if (scale->bin_count > 1) {
        ends[0] = scale->bins[0];
        ends[1] = scale->bins[scale->bin_count - 1];
    } else if (scale->sample_count > 0 && g_str_equal(scale->type->name, "quantile")) {
        ends[0] = scale->sample[0];
        ends[1] = scale->sample[scale->sample_count - 1];
    }
}

static void fill_classes(RkLegend *legend, RkGuideFormat *format)
{
    const RkScale *scale = legend->scale;
    guint count = scale->border_count + 1;
    double ends[2];
    /* Borders of bins are ticks. */
    format->count = MAX(count_of(legend), scale->bin_count);
    bar_ends(scale, ends);
    double span = ends[1] > ends[0] ? ends[1] - ends[0] : 1;
    for (guint i = 0; i < count; i++) {
        double low, high;
        rk_scale_class_bounds(scale, i, &low, &high);
        RkLegendEntry entry = {.category = i};
        /* Another scale of the same field sees the lowest class where it begins, which is nowhere. */
        entry.value = isfinite(low) ? low : isfinite(high) ? -G_MAXDOUBLE : 0;
        entry.text = class_text(legend, format, i, low, high);
        entry.from = i == 0 ? 0 : (low - ends[0]) / span;
        entry.to = i + 1 == count ? 1 : (high - ends[0]) / span;
        g_array_append_val(legend->entries, entry);
    }
}

/** A sector that is missing leaves no gap in its disc: its sign stands behind its name. */
static const char *with_sign(RkLegend *legend, guint32 category, const char *text)
{
    for (guint i = 0; i < legend->units->len; i++) {
        const char *sign = rk_unit_flag_absent(g_ptr_array_index(legend->units, i), legend->channel, category);
        if (sign != NULL && text != NULL)
            return keep(legend, g_strdup_printf("%s\u2002%s", text, sign));
    }
    return text;
}

static void fill_discrete(RkLegend *legend, RkGuideFormat *format)
{
    const RkValue *list = rk_guide_get_own(&legend->source, "values");
    guint count = rk_value_is(list, RK_VALUE_LIST) ? rk_value_length(list) : legend->scale->categories->len;
    for (guint i = 0; i < count; i++) {
        RkLegendEntry entry = {.category = i};
        if (rk_value_is(list, RK_VALUE_LIST))
            entry.category = rk_guide_category(legend->scale, rk_value_at(list, i));
        if (entry.category == G_MAXUINT32) {
            rk_guide_warn_absent(&legend->source, rk_value_at(list, i), rk_channel_name(legend->channel));
            continue;
        }
        entry.text = with_sign(legend, entry.category, rk_guide_format_category(format, entry.category));
        g_array_append_val(legend->entries, entry);
    }
}

/** What is beyond the limit becomes one last entry that tells how many they are. */
static void limit(RkLegend *legend)
{
    double most = rk_legend_setting(legend, "symbolLimit", 0);
    guint count = legend->entries->len;
    if (legend->type != RK_LEGEND_SYMBOLS || !(most >= 1) || count <= most)
        return;
    guint kept = (guint)most - 1;
    g_array_set_size(legend->entries, kept + 1);
    RkLegendEntry *last = &g_array_index(legend->entries, RkLegendEntry, kept);
    last->rest = TRUE;
    last->text = keep(legend, g_strdup_printf("…%u entries", count - kept));
    rk_diagnostics_add(legend->panel->plotting->diagnostics, RK_SEVERITY_WARNING,
                       rk_value_place(legend->use->definition), "raise symbolLimit, or 0 for none",
                       "the legend of channel %s lists %u of %u entries", rk_channel_name(legend->channel), kept,
                       count);
}

static gboolean write_labels(RkLegend *legend, GError **error)
{
    RkPlotting *plotting = legend->panel->plotting;
    const RkValue *expression = rk_guide_get(&legend->source, "labelExpr");
    double most = rk_legend_setting(legend, "labelLimit", 0);
    if (legend->type != RK_LEGEND_SYMBOLS && rk_guide_get_own(&legend->source, "labelLimit") == NULL)
        most = rk_legend_setting(legend, "gradientLabelLimit", plotting->vega_lite ? 0 : most);
    for (guint i = 0; i < legend->entries->len; i++) {
        RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        RkGuideDatum datum = {legend->scale, entry->category, entry->value, entry->text, i};
        if (expression != NULL && (!entry->rest || plotting->vega_lite))
            entry->text = rk_guide_expression(plotting, expression, &datum, error);
        if (entry->text == NULL)
            return FALSE;
        entry->text = rk_guide_limit(plotting, &legend->label_font, rk_guide_break(plotting, entry->text), most);
        entry->width = rk_plotting_text_width(plotting, &legend->label_font, entry->text);
    }
    return TRUE;
}

static gboolean tells_bins(const RkLegend *legend)
{
    return legend->panel->plotting->vega_lite && legend->type == RK_LEGEND_SYMBOLS && legend->scale->bin_count > 1 &&
           rk_guide_get_own(&legend->source, "values") == NULL;
}

gboolean rk_legend_fill(RkLegend *legend, GError **error)
{
    RkGuideFormat format;
    const RkScaleType *type = legend->scale->type;
    g_array_set_size(legend->entries, 0);
    if (!rk_guide_format_read(&format, &legend->source, legend->scale, legend->use, TRUE, error))
        return FALSE;
    if (type->classes)
        fill_classes(legend, &format);
    else if (type->discrete)
        fill_discrete(legend, &format);
    else if (tells_bins(legend))
        fill_bins(legend, &format);
    else if (!fill_continuous(legend, &format, error))
        return FALSE;
    limit(legend);
    return write_labels(legend, error);
}
