/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries with symbols in a grid of rows and columns, as Vega lays it out: symbols and labels of a column line up, rows
 * are centred.
 */
#include "plot/legend-private.h"

#include <math.h>

/** A grid in the order of rows. */
typedef struct {
    guint columns, rows;
    double *widths, *heights; /**< of columns and rows */
    RkLegendEntry **cells;
    guint count;
} Grid;

/** Of symbol and label together. A cut symbol takes no more than the height it is cut to. */
static RkReach reach_of(const RkLegend *legend, const RkLegendEntry *entry, double x, double y)
{
    double clip = rk_legend_setting(legend, "clipHeight", 0);
    RkNode symbol = {.kind = RK_NODE_SYMBOL};
    symbol.symbol.x = x;
    symbol.symbol.y = y;
    symbol.symbol.size = rk_legend_symbol_size(legend, entry);
    symbol.symbol.shape = rk_legend_symbol_shape(legend, entry);
    symbol.style.stroke.set = rk_legend_symbol_is_outlined(legend);
    symbol.style.stroke_width = rk_legend_symbol_stroke(legend, entry);
    rk_style_line(&symbol.style, NULL, rk_legend_configured(legend, "strokeJoin"));
    RkReach reach = clip > 0 ? (RkReach){0, 0, 0, clip} : rk_reach_of(&symbol, legend->panel->plotting->measurer);
    rk_reach_unite(&reach, &entry->reach);
    return reach;
}

/** Symbol and label within the entry; the widest symbol sets the place of all labels, unless entries run on in a row.
 */
static void place_entry(RkLegend *legend, RkLegendEntry *entry, double widest, gboolean columns)
{
    double room = columns ? widest : entry->size, clip = rk_legend_setting(legend, "clipHeight", 0);
    double offset = rk_legend_setting(legend, "symbolOffset", 0);
    double y = (clip > 0 ? clip : entry->size) / 2;
    RkGuideText *label = &entry->label;
    *label = (RkGuideText){.text = entry->text, .font = legend->label_font, .color = {0, 0, 0, 1}};
    rk_guide_color(&legend->source, "labelColor", NULL, &label->color);
    label->color.alpha *= CLAMP(rk_legend_setting(legend, "labelOpacity", 1), 0, 1);
    label->line_height = label->font.size + 2;
    label->x = room + offset + rk_legend_setting(legend, "labelOffset", 4);
    label->y = y;
    label->align = rk_guide_align(rk_guide_get(&legend->source, "labelAlign"), RK_ALIGN_LEFT);
    label->baseline = rk_guide_baseline(rk_guide_get(&legend->source, "labelBaseline"), RK_GUIDE_MIDDLE);
    entry->x = room / 2 + offset;
    entry->y = y;
    entry->reach = rk_guide_text_reach(legend->panel->plotting, label);
    entry->reach = reach_of(legend, entry, entry->x, entry->y);
}

static double measure_symbols(RkLegend *legend)
{
    double widest = 0;
    for (guint i = 0; i < legend->entries->len; i++) {
        RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        double across = sqrt(rk_legend_symbol_size(legend, entry)) + rk_legend_symbol_stroke(legend, entry);
        entry->size = fmax(ceil(across), legend->label_font.size);
        widest = entry->rest ? widest : fmax(widest, entry->size);
    }
    return widest;
}

/** Columns are filled downwards where the legend stands, along rows where it lies. */
static void fill_grid(RkLegend *legend, Grid *grid, guint columns)
{
    grid->count = legend->entries->len;
    grid->columns = MAX(1, columns == 0 ? grid->count : MIN(columns, MAX(grid->count, 1)));
    grid->rows = MAX(1, (grid->count + grid->columns - 1) / grid->columns);
    grid->cells = g_new0(RkLegendEntry *, grid->rows * grid->columns);
    for (guint i = 0; i < grid->count; i++) {
        guint row = legend->vertical ? i % grid->rows : i / grid->columns;
        guint column = legend->vertical ? i / grid->rows : i % grid->columns;
        grid->cells[row * grid->columns + column] = &g_array_index(legend->entries, RkLegendEntry, i);
    }
    grid->widths = g_new0(double, grid->columns);
    grid->heights = g_new0(double, grid->rows);
}

static void measure_grid(Grid *grid, const char *align)
{
    double widest = 0, tallest = 0;
    for (guint i = 0; i < grid->rows * grid->columns; i++) {
        if (grid->cells[i] == NULL)
            continue;
        double width = ceil(grid->cells[i]->reach.x2), height = ceil(grid->cells[i]->reach.y2);
        double *column = &grid->widths[i % grid->columns], *row = &grid->heights[i / grid->columns];
        *column = fmax(*column, width);
        *row = fmax(*row, height);
        widest = fmax(widest, width);
        tallest = fmax(tallest, height);
    }
    for (guint i = 0; g_str_equal(align, "all") && i < grid->columns; i++)
        grid->widths[i] = widest;
    for (guint i = 0; g_str_equal(align, "all") && i < grid->rows; i++)
        grid->heights[i] = tallest;
}

/** What lies left of or above an entry's own origin asks for more room before it. */
static double before(double start)
{
    return start < 0 ? ceil(-start) : 0;
}

static double lead_of(const Grid *grid, guint index, gboolean columns)
{
    double lead = 0;
    for (guint i = 0; i < grid->rows * grid->columns; i++) {
        const RkLegendEntry *entry = grid->cells[i];
        if (entry != NULL && (columns ? i % grid->columns : i / grid->columns) == index)
            lead = fmax(lead, before(columns ? entry->reach.x1 : entry->reach.y1));
    }
    return lead;
}

static void place_cells(RkLegend *legend, Grid *grid)
{
    double column_gap = rk_legend_setting(legend, "columnPadding", 10),
           row_gap = rk_legend_setting(legend, "rowPadding", 2);
    double x = 0, y = 0;
    g_autofree double *lefts = g_new0(double, grid->columns);
    for (guint column = 1; column < grid->columns; column++)
        lefts[column] = x += grid->widths[column - 1] + column_gap + lead_of(grid, column, TRUE);
    for (guint row = 0; row < grid->rows; row++) {
        y += row > 0 ? grid->heights[row - 1] + row_gap + lead_of(grid, row, FALSE) : 0;
        for (guint column = 0; column < grid->columns; column++) {
            RkLegendEntry *entry = grid->cells[row * grid->columns + column];
            if (entry == NULL)
                continue;
            /* Vega centres only what it has not moved down yet. */
            double spare = grid->columns > 1 ? fmax(0, grid->heights[row] - entry->reach.y2 - y) / 2 : 0;
            double down = y + spare;
            entry->x += lefts[column];
            entry->y += down;
            entry->label.x += lefts[column];
            entry->label.y += down;
            rk_reach_move(&entry->reach, lefts[column], down);
            rk_reach_unite(&legend->entries_reach, &entry->reach);
        }
    }
}

void rk_legend_arrange_grid(RkLegend *legend)
{
    Grid grid = {0};
    double columns = rk_legend_setting(legend, "columns", legend->vertical ? 1 : 0);
    double widest = measure_symbols(legend);
    for (guint i = 0; i < legend->entries->len; i++)
        place_entry(legend, &g_array_index(legend->entries, RkLegendEntry, i), widest, columns >= 1);
    fill_grid(legend, &grid, (guint)CLAMP(columns, 0, 1e6));
    measure_grid(&grid, rk_guide_word(&legend->source, "gridAlign", "each"));
    legend->entries_reach = RK_REACH_NOTHING;
    place_cells(legend, &grid);
    g_free(grid.widths);
    g_free(grid.heights);
    g_free(grid.cells);
}
