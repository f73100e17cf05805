/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Legends: symbols with their words, in the order of the scale. Channels of one field share one legend; where lines carry their
 * names at their ends, the colours need none.
 */
#include "plot/guide.h"

#include <math.h>

#include "plot/mark.h"

typedef struct {
    const char *text;
    guint category;
    double x, y, width;
} Entry;

typedef struct {
    RkPanel *panel;
    RkScale *scale;   /**< the first of the scales of the field */
    RkScale *shape;   /**< of the same field; may be NULL */
    RkScale *dash;
    RkScale *fill;
    const RkUse *use;
    const RkUnit *unit;
    const RkValue *options;
    const char *title;
    GArray *entries;  /**< Entry */
    RkFont label_font, title_font;
    double title_width;
    double x, y, width, height;
} RkLegend;

static const char *const blocks[] = {"legend", NULL};

static double setting(const RkLegend *legend, const char *key, double otherwise)
{
    return rk_value_number_or(rk_plotting_setting(legend->panel->plotting, legend->options, blocks, key), otherwise);
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
        Entry entry = {.text = g_ptr_array_index(scale->categories, i), .category = i};
        entry.text = rk_plotting_limit(legend->panel->plotting, &legend->label_font, entry.text, setting(legend, "labelLimit", 0));
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
    if (use == NULL || !scale->type->discrete || scale->categories->len == 0 || hidden(scale, &options))
        return TRUE;
    RkLegend *legend = g_new0(RkLegend, 1);
    legend->panel = panel;
    legend->scale = scale;
    legend->use = use;
    legend->unit = unit;
    legend->options = options;
    legend->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    g_ptr_array_add(legends->groups, legend);
    legend->label_font = rk_plotting_font(panel->plotting, options, blocks, "label", 10);
    legend->title_font = rk_plotting_font(panel->plotting, options, blocks, "title", 11);
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
    static const RkChannel channels[] = {RK_CHANNEL_COLOR, RK_CHANNEL_FILL,         RK_CHANNEL_STROKE,
                                         RK_CHANNEL_SHAPE, RK_CHANNEL_STROKE_DASH,  RK_CHANNEL_OPACITY,
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

static double symbol_room(const RkLegend *legend)
{
    return legend->unit->mark->series && !legend->unit->mark->filled ? 18 : 10;
}

static double row_height(const RkLegend *legend)
{
    return fmax(legend->label_font.size * 1.35, 12) + setting(legend, "rowPadding", 2);
}

/** Entries in rows that fill `width`, the title before the first. */
static void arrange_rows(RkLegend *legend, double width)
{
    double gap = setting(legend, "columnPadding", 14), x = 0, y = 0, label_gap = setting(legend, "labelOffset", 5);
    if (legend->title != NULL)
        x = legend->title_width + 10;
    double indent = x;
    for (guint i = 0; i < legend->entries->len; i++) {
        Entry *entry = &g_array_index(legend->entries, Entry, i);
        double room = symbol_room(legend) + label_gap + entry->width;
        if (x > indent && x + room > width) {
            x = indent;
            y += row_height(legend);
        }
        entry->x = x;
        entry->y = y;
        x += room + gap;
        legend->width = fmax(legend->width, x - gap);
    }
    legend->height = y + row_height(legend);
}

static void arrange_column(RkLegend *legend)
{
    double y = legend->title != NULL ? legend->title_font.size * 1.3 + setting(legend, "titlePadding", 5) : 0;
    legend->width = legend->title_width;
    for (guint i = 0; i < legend->entries->len; i++) {
        Entry *entry = &g_array_index(legend->entries, Entry, i);
        entry->x = 0;
        entry->y = y;
        y += row_height(legend);
        legend->width = fmax(legend->width, symbol_room(legend) + setting(legend, "labelOffset", 5) + entry->width);
    }
    legend->height = y;
}

void rk_legends_arrange(RkLegends *legends, double width, gboolean in_column)
{
    legends->width = legends->height = 0;
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *legend = g_ptr_array_index(legends->groups, i);
        legend->width = legend->height = 0;
        if (in_column)
            arrange_column(legend);
        else
            arrange_rows(legend, width);
        legend->y = legends->height;
        legends->height += legend->height + (in_column ? 10 : 0);
        legends->width = fmax(legends->width, legend->width);
    }
}

static RkColor entry_color(const RkLegend *legend, const Entry *entry)
{
    const RkScale *scale = legend->scale;
    if (scale->color_count > 0)
        return scale->colors[entry->category % scale->color_count];
    RkColor color = rk_plotting_palette(legend->panel->plotting, "secondary", "#57606A");
    rk_plotting_color(legend->panel->plotting, rk_unit_property(legend->unit, "color"), &color);
    return color;
}

static void draw_stroke(const RkLegend *legend, const Entry *entry, RkNode *parent, double y, RkColor color)
{
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, parent, RK_NODE_RULE);
    node->rule.x = entry->x;
    node->rule.x2 = entry->x + symbol_room(legend);
    node->rule.y = node->rule.y2 = y;
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = rk_unit_number(legend->unit, "strokeWidth", 2);
    const RkScale *dash = legend->scale->channel == RK_CHANNEL_STROKE_DASH ? legend->scale : legend->dash;
    if (dash == NULL)
        return;
    double numbers[8];
    guint count = 0;
    const char *text = dash->texts[entry->category % dash->text_count];
    for (char *end = NULL; count < G_N_ELEMENTS(numbers); text = end) {
        double number = g_ascii_strtod(text, &end);
        if (end == text)
            break;
        numbers[count++] = number;
    }
    node->style.dash = count > 0 ? rk_scene_numbers(legend->panel->plotting->scene, numbers, count) : NULL;
    node->style.dash_count = count;
}

static void draw_symbol(const RkLegend *legend, const Entry *entry, RkNode *parent, double y)
{
    RkColor color = entry_color(legend, entry);
    const RkScale *shapes = legend->scale->channel == RK_CHANNEL_SHAPE ? legend->scale : legend->shape;
    if (legend->unit->mark->series && !legend->unit->mark->filled) {
        draw_stroke(legend, entry, parent, y, color);
        return;
    }
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, parent, RK_NODE_SYMBOL);
    node->symbol.x = entry->x + 5;
    node->symbol.y = y;
    node->symbol.size = 100;
    gboolean box = legend->unit->mark->bands || legend->unit->mark->series;
    node->symbol.shape = shapes != NULL ? shapes->texts[entry->category % shapes->text_count] : box ? "square" : "circle";
    if (!box)
        node->symbol.size = 64;
    gboolean filled = rk_unit_flag(legend->unit, "filled", legend->unit->mark->filled) || legend->scale->channel == RK_CHANNEL_FILL ||
                      legend->fill != NULL;
    node->style.fill = (RkPaint){filled, color};
    node->style.stroke = (RkPaint){!filled, color};
    node->style.stroke_width = 1.5;
    if (legend->scale->channel == RK_CHANNEL_OPACITY)
        node->style.opacity = rk_scale_band_start(legend->scale, entry->category);
    if (legend->scale->channel == RK_CHANNEL_SIZE)
        node->symbol.size = rk_scale_band_start(legend->scale, entry->category);
}

static const char *spoken(const RkLegend *legend)
{
    g_autoptr(GString) text = g_string_new("Symbol legend");
    if (legend->title != NULL)
        g_string_append_printf(text, " titled '%s'", legend->title);
    g_string_append_printf(text, " for %s with %u value%s: ", rk_channel_name(legend->scale->channel),
                           legend->entries->len, legend->entries->len == 1 ? "" : "s");
    for (guint i = 0; i < legend->entries->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", g_array_index(legend->entries, Entry, i).text);
    return rk_scene_text(legend->panel->plotting->scene, text->str);
}

static void draw_legend(RkLegend *legend, RkNode *parent, double x, double y)
{
    RkPlotting *plotting = legend->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-group role-legend", x, y + legend->y);
    group->meaning.role = "graphics-symbol";
    group->meaning.role_description = "legend";
    group->meaning.label = spoken(legend);
    RkColor text = rk_plotting_palette(plotting, "text", "#000");
    rk_plotting_color(plotting, rk_plotting_setting(plotting, legend->options, blocks, "labelColor"), &text);
    double middle = row_height(legend) / 2;
    if (legend->title != NULL)
        rk_plotting_add_text(plotting, rk_scene_add_group(plotting->scene, group, "mark-text role-legend-title", 0, 0),
                             legend->title, 0, middle, &legend->title_font, text, RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
    RkNode *symbols = rk_scene_add_group(plotting->scene, group, "mark-symbol role-legend-symbol", 0, 0);
    RkNode *labels = rk_scene_add_group(plotting->scene, group, "mark-text role-legend-label", 0, 0);
    for (guint i = 0; i < legend->entries->len; i++) {
        const Entry *entry = &g_array_index(legend->entries, Entry, i);
        draw_symbol(legend, entry, symbols, entry->y + middle);
        rk_plotting_add_text(plotting, labels, entry->text, entry->x + symbol_room(legend) + setting(legend, "labelOffset", 5),
                             entry->y + middle, &legend->label_font, text, RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
    }
}

void rk_legends_draw(RkLegends *legends, RkNode *parent, double x, double y)
{
    for (guint i = 0; i < legends->groups->len; i++)
        draw_legend(g_ptr_array_index(legends->groups, i), parent, x, y);
}
