/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Legends, their entries and places (drawing is legend-draw.c): symbols with their words, in the order of the scale.
 * Channels of one field share one legend; where lines carry their names at their ends, the colours need none.
 */
#include "plot/legend-private.h"

#include <math.h>

#include "plot/mark.h"

const char *const rk_legend_blocks[] = {"legend", NULL};

double rk_legend_setting(const RkLegend *legend, const char *key, double otherwise)
{
    return rk_value_number_or(rk_plotting_setting(legend->panel->plotting, legend->options, rk_legend_blocks, key),
                              otherwise);
}

static void legend_free(gpointer data)
{
    RkLegend *legend = data;
    g_array_unref(legend->entries);
    g_free(legend);
}

void rk_legends_free(RkLegends *legends)
{
    if (legends == NULL)
        return;
    g_ptr_array_unref(legends->groups);
    g_free(legends);
}

static gboolean labelled_directly(const RkScale *scale)
{
    gboolean any = FALSE;
    for (guint i = 0; i < scale->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        const RkValue *label = rk_unit_property(unit, "label");
        any = any || (unit->mark->series && label != NULL && !rk_value_is_text(label, "false") &&
                      (rk_value_is(label, RK_VALUE_MAP) || rk_value_boolean_or(label, FALSE)));
    }
    return any && !scale->plotting->vega_lite;
}

static gboolean hidden(const RkScale *scale, const RkValue **options)
{
    *options = NULL;
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *own = rk_value_get(use->definition, "legend");
        if (own == NULL)
            continue;
        *options = own;
        return rk_value_is(own, RK_VALUE_NULL);
    }
    return rk_value_boolean_or(rk_config_get(scale->plotting->config, "legend", "disable"), FALSE) ||
           labelled_directly(scale);
}

/** The first use of a scale that has a column: it says what the legend is about. */
static const RkUse *subject(const RkScale *scale, const RkUnit **unit)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        *unit = g_ptr_array_index(scale->units, i);
        if (use->column != NULL)
            return use;
    }
    return NULL;
}

static gboolean same_field(const RkScale *a, const RkScale *b)
{
    const RkUnit *unit;
    const RkUse *first = subject(a, &unit), *second = subject(b, &unit);
    return first != NULL && second != NULL &&
           g_str_equal(rk_column_name(first->column), rk_column_name(second->column));
}

static void fill_entries(RkLegend *legend)
{
    RkScale *scale = legend->scale;
    for (guint i = 0; i < scale->categories->len; i++) {
        RkLegendEntry entry = {.text = g_ptr_array_index(scale->categories, i), .category = i};
        entry.text = rk_plotting_limit(legend->panel->plotting, &legend->label_font, entry.text,
                                       rk_legend_setting(legend, "labelLimit", 0));
        entry.width = rk_plotting_text_width(legend->panel->plotting, &legend->label_font, entry.text);
        g_array_append_val(legend->entries, entry);
    }
}

static gboolean set_title(RkLegend *legend, GError **error)
{
    RkPlotting *plotting = legend->panel->plotting;
    const RkValue *own = rk_value_get(legend->options, "title");
    if (own != NULL) {
        legend->title = rk_plotting_interpolate(plotting, own, error);
        return legend->title != NULL || !rk_value_is(own, RK_VALUE_TEXT);
    }
    const RkValue *general = rk_config_get(plotting->config, "legend", "title");
    if (general == NULL || !rk_value_is(general, RK_VALUE_NULL))
        legend->title = legend->use->title;
    return TRUE;
}

static gboolean add_legend(RkLegends *legends, RkPanel *panel, RkScale *scale, GError **error)
{
    const RkValue *options;
    const RkUnit *unit;
    const RkUse *use = subject(scale, &unit);
    gboolean gradient = !scale->type->discrete && scale->color_count > 0;
    if (use == NULL || hidden(scale, &options))
        return TRUE;
    if (!gradient && scale->categories->len == 0) {
        rk_diagnostics_add(panel->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition),
                           "say in a note what it means, or write legend: null",
                           "no legend is drawn for the quantities of channel %s", rk_channel_name(scale->channel));
        return TRUE;
    }
    RkLegend *legend = g_new0(RkLegend, 1);
    legend->panel = panel;
    legend->scale = scale;
    legend->use = use;
    legend->unit = unit;
    legend->options = options;
    legend->gradient = gradient;
    legend->entries = g_array_new(FALSE, TRUE, sizeof(RkLegendEntry));
    g_ptr_array_add(legends->groups, legend);
    legend->label_font = rk_plotting_font(panel->plotting, options, rk_legend_blocks, "label", 10);
    legend->title_font = rk_plotting_font(panel->plotting, options, rk_legend_blocks, "title", 11);
    if (gradient)
        rk_legend_gradient_fill(legend);
    else
        fill_entries(legend);
    if (!set_title(legend, error))
        return FALSE;
    if (legend->title != NULL)
        legend->title_width = rk_plotting_text_width(panel->plotting, &legend->title_font, legend->title);
    return TRUE;
}

/** A scale of a field that has a legend already joins it. */
static gboolean joined(RkLegends *legends, RkScale *scale)
{
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *legend = g_ptr_array_index(legends->groups, i);
        if (!same_field(legend->scale, scale))
            continue;
        if (scale->channel == RK_CHANNEL_SHAPE)
            legend->shape = scale;
        if (scale->channel == RK_CHANNEL_STROKE_DASH)
            legend->dash = scale;
        if (scale->channel == RK_CHANNEL_FILL)
            legend->fill = scale;
        return TRUE;
    }
    return FALSE;
}

RkLegends *rk_legends_new(RkPanel *panel, GError **error)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR, RK_CHANNEL_FILL,        RK_CHANNEL_STROKE,
                                         RK_CHANNEL_SHAPE, RK_CHANNEL_STROKE_DASH, RK_CHANNEL_OPACITY,
                                         RK_CHANNEL_SIZE,  RK_CHANNEL_STROKE_WIDTH};
    RkLegends *legends = g_new0(RkLegends, 1);
    legends->groups = g_ptr_array_new_with_free_func(legend_free);
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        RkScale *scale = panel->scales[channels[i]];
        if (scale == NULL || joined(legends, scale))
            continue;
        if (!add_legend(legends, panel, scale, error)) {
            rk_legends_free(legends);
            return NULL;
        }
    }
    return legends;
}

double rk_legend_symbol_room(const RkLegend *legend)
{
    return legend->unit->mark->series && !legend->unit->mark->filled ? 18 : 10;
}

double rk_legend_row_height(const RkLegend *legend)
{
    return fmax(legend->label_font.size * 1.35, 12) + rk_legend_setting(legend, "rowPadding", 2);
}

/** Entries in rows that fill `width`, the title before the first. */
static void arrange_rows(RkLegend *legend, double width)
{
    double gap = rk_legend_setting(legend, "columnPadding", 14), x = 0, y = 0,
           label_gap = rk_legend_setting(legend, "labelOffset", 5);
    if (legend->title != NULL)
        x = legend->title_width + 10;
    double indent = x;
    for (guint i = 0; i < legend->entries->len; i++) {
        RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        double room = rk_legend_symbol_room(legend) + label_gap + entry->width;
        if (x > indent && x + room > width) {
            x = indent;
            y += rk_legend_row_height(legend);
        }
        entry->x = x;
        entry->y = y;
        x += room + gap;
        legend->width = fmax(legend->width, x - gap);
    }
    legend->height = y + rk_legend_row_height(legend);
}

static void arrange_column(RkLegend *legend)
{
    double y = legend->title != NULL ? legend->title_font.size * 1.3 + rk_legend_setting(legend, "titlePadding", 5) : 0;
    legend->width = legend->title_width;
    for (guint i = 0; i < legend->entries->len; i++) {
        RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        entry->x = 0;
        entry->y = y;
        y += rk_legend_row_height(legend);
        legend->width = fmax(legend->width, rk_legend_symbol_room(legend) +
                                                rk_legend_setting(legend, "labelOffset", 5) + entry->width);
    }
    legend->height = y;
}

void rk_legends_arrange(RkLegends *legends, double width, gboolean in_column)
{
    legends->width = legends->height = 0;
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *legend = g_ptr_array_index(legends->groups, i);
        legend->width = legend->height = 0;
        if (legend->gradient)
            rk_legend_gradient_arrange(legend, in_column);
        else if (in_column)
            arrange_column(legend);
        else
            arrange_rows(legend, width);
        legend->y = legends->height;
        legends->height += legend->height + (in_column ? 10 : 0);
        legends->width = fmax(legends->width, legend->width);
    }
}
