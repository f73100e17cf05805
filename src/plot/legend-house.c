/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Legends of our own figures: entries run on like words, in as many rows as the width asks for, or stand in a column
 * beside the panel.
 */
#include "plot/legend-private.h"

#include <math.h>

#include "plot/mark.h"

/** Symbols that show a quantity need room for the largest. */
static double widest_symbol(const RkLegend *legend)
{
    double widest = 0;
    for (guint i = 0; legend->roles[RK_ROLE_SIZE] != NULL && i < legend->entries->len; i++)
        widest = fmax(widest, sqrt(rk_legend_symbol_size(legend, &g_array_index(legend->entries, RkLegendEntry, i))));
    return ceil(widest);
}

double rk_legend_symbol_room(const RkLegend *legend)
{
    return fmax(widest_symbol(legend), legend->unit->mark->series && !legend->unit->mark->filled ? 18 : 10);
}

double rk_legend_row_height(const RkLegend *legend)
{
    double symbol = widest_symbol(legend);
    return fmax(fmax(legend->label_font.size * 1.35, 12), symbol) + rk_legend_setting(legend, "rowPadding", 2);
}

/** Entries in rows that fill `width`, the title before the first. */
static void arrange_rows(RkLegend *legend, double width)
{
    double gap = rk_legend_setting(legend, "columnPadding", 14), x = 0, y = 0,
           label_gap = rk_legend_setting(legend, "labelOffset", 5);
    if (legend->title_text != NULL)
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
    double y =
        legend->title_text != NULL ? legend->title_font.size * 1.3 + rk_legend_setting(legend, "titlePadding", 5) : 0;
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

gboolean rk_legends_arrange(RkLegends *legends, double width, gboolean in_column, GError **error)
{
    legends->width = legends->height = 0;
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *legend = g_ptr_array_index(legends->groups, i);
        if (!rk_legend_fill(legend, error))
            return FALSE;
        legend->width = legend->height = 0;
        if (legend->type != RK_LEGEND_SYMBOLS)
            rk_legend_house_bar_arrange(legend, in_column);
        else if (in_column)
            arrange_column(legend);
        else
            arrange_rows(legend, width);
        legend->y = legends->height;
        legends->height += legend->height + (in_column ? 10 : 0);
        legends->width = fmax(legends->width, legend->width);
    }
    return TRUE;
}
