/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts at positions or at polar coordinates: one for each row, broken into lines, wrapped or shortened on request.
 */
#include "plot/flags.h"
#include "plot/guide-source.h"
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/readable.h"
#include "plot/series.h"
#include "plot/wording.h"
#include "transform/lines.h"

#include <math.h>
#include <string.h>

static const char *const aligns[] = {"left", "center", "right", NULL};
static const char *const baselines[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom", NULL};
static const char *const directions[] = {"ltr", "rtl", NULL};

static const RkProperty properties[] = {
    {"text", RK_ALLOW_TEXT | RK_ALLOW_NUMBER | RK_ALLOW_LIST | RK_ALLOW_ROWS, .items = RK_ALLOW_TEXT,
     .summary = "the same text for all rows; a list is lines"},
    {"align", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = aligns, .summary = "which side of the text is at the position"},
    {"baseline", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = baselines,
     .summary = "which height of the text is at the position"},
    {"angle", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "degrees, clockwise"},
    {"dx", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift along the line of the text in pixels"},
    {"dy", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift across it, downwards, in pixels"},
    {"radius", RK_ALLOW_NUMBER | RK_ALLOW_ROWS,
     .summary = "distance from the position in pixels, where no channel gives one"},
    {"theta", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "its direction in radians, clockwise from the top"},
    {"radiusOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "added to the distance, in pixels"},
    {"thetaOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "added to the direction, in radians"},
    {"font", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .summary = "font family"},
    {"fontSize", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "pixels"},
    {"fontStyle", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .summary = "normal or italic"},
    {"fontWeight", RK_ALLOW_NUMBER | RK_ALLOW_TEXT | RK_ALLOW_ROWS, rk_words_font_weight,
     .summary = "100–900, normal or bold", .check = rk_check_font_weight},
    {"limit", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "width in pixels beyond which a text is shortened"},
    {"ellipsis", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .summary = "what ends a text that was shortened"},
    {"dir", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = directions,
     .summary = "rtl: a text that is shortened loses its beginning"},
    {"wrap", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "width in pixels at which a text is broken into lines"},
    {"lineHeight", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "pixels from line to line"},
    {"lineBreak", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .summary = "text at which lines are broken"},
    {0},
};
extern const RkShape rk_text_words;
const RkShape rk_text_words = {.name = "the text mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_text_words, NULL};
static const RkShape shape = {.name = "the text mark", .includes = includes};

static RkBaseline baseline_of(const char *name)
{
    static const RkBaseline values[] = {RK_BASELINE_ALPHABETIC, RK_BASELINE_TOP,      RK_BASELINE_MIDDLE,
                                        RK_BASELINE_BOTTOM,     RK_BASELINE_LINE_TOP, RK_BASELINE_LINE_BOTTOM};
    for (guint i = 0; i < G_N_ELEMENTS(values); i++) {
        if (g_str_equal(name, baselines[i]))
            return values[i];
    }
    return RK_BASELINE_MIDDLE;
}

static RkAlign align_of(const char *name)
{
    return g_str_equal(name, "left") ? RK_ALIGN_LEFT : g_str_equal(name, "right") ? RK_ALIGN_RIGHT : RK_ALIGN_CENTER;
}

/** The first of `fontSize` and `size` in a block of the configuration, whose particular layers go before the others. */
static const RkValue *block_size(const RkConfig *config, const char *block)
{
    for (guint layer = 0; layer < rk_config_layers(config); layer++) {
        const RkValue *map = rk_config_block(config, layer, block);
        if (rk_value_has(map, "fontSize") || rk_value_has(map, "size"))
            return rk_value_get(map, rk_value_has(map, "fontSize") ? "fontSize" : "size");
    }
    return NULL;
}

/** `fontSize`, or `size` at the same place; that of all marks is an area. */
static const RkValue *size_of(const RkUnit *unit)
{
    const RkValue *sizes[] = {
        rk_value_get(unit->mark_map, "fontSize"),   rk_value_get(unit->mark_map, "size"),
        rk_unit_style_property(unit, "fontSize"),   rk_unit_style_property(unit, "size"),
        block_size(unit->plotting->config, "text"),
    };
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++)
        if (sizes[i] != NULL)
            return rk_unit_of_row(unit, sizes[i]);
    return rk_unit_config_property(unit, "fontSize");
}

/** Every property is asked of the unit, so that named styles count. */
static RkFont font_of(const RkUnit *unit)
{
    const RkPlotting *plotting = unit->plotting;
    const RkValue *family = rk_unit_property(unit, "font");
    return (RkFont){
        .family = rk_value_text_or(family != NULL ? family : rk_config_get(plotting->config, NULL, "font"), NULL),
        .size = rk_plotting_font_size(plotting, size_of(unit), 11),
        .weight = rk_font_weight(rk_unit_property(unit, "fontWeight")),
        .italic = rk_value_is_text(rk_unit_property(unit, "fontStyle"), "italic"),
        .tabular = !plotting->vega_lite,
    };
}

static const char *constant_text(RkUnit *unit)
{
    const RkValue *own = rk_unit_property(unit, "text");
    if (rk_value_is(own, RK_VALUE_NUMBER)) {
        g_autofree char *number = rk_scalar_write(rk_scalar_from_value(own));
        return g_string_chunk_insert_const(unit->plotting->strings, number);
    }
    if (!rk_value_is(own, RK_VALUE_LIST))
        return rk_plotting_interpolate(unit->plotting, own, NULL);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < rk_value_length(own); i++)
        g_string_append_printf(lines, "%s%s", i > 0 ? "\n" : "", rk_value_text_or(rk_value_at(own, i), ""));
    return g_string_chunk_insert_const(unit->plotting->strings, lines->str);
}

/** Whether a list gives the lines of a row's text. */
static gboolean is_list(const RkUnit *unit, const RkUse *use, gsize row)
{
    if (use == NULL)
        return rk_value_is(rk_unit_property(unit, "text"), RK_VALUE_LIST);
    for (guint i = 0; i < use->condition_count; i++) {
        if (use->conditions[i].truth[row])
            return is_list(unit, use->conditions[i].use, row);
    }
    return rk_value_is(use->value, RK_VALUE_LIST);
}

/** To the grammar, a line feed is a blank unless `lineBreak` says otherwise. */
static const char *broken(RkUnit *unit, const char *text, gsize row)
{
    const RkPlotting *plotting = unit->plotting;
    const char *general = rk_value_text_or(rk_config_get(plotting->config, NULL, "lineBreak"), "");
    const char *line_break = rk_unit_text(unit, "lineBreak", general);
    g_autofree char *listed = rk_lines_joined(text, "\n");
    if (listed != NULL)
        return g_string_chunk_insert_const(plotting->strings, listed);
    if (is_list(unit, unit->uses[RK_CHANNEL_TEXT], row))
        return text;
    g_autofree char *line = plotting->vega_lite && strchr(line_break, '\n') == NULL && strchr(text, '\n') != NULL
                                ? g_strdelimit(g_strdup(text), "\n", ' ')
                                : NULL;
    if (*line_break == '\0')
        return line == NULL ? text : g_string_chunk_insert_const(plotting->strings, line);
    g_auto(GStrv) lines = g_strsplit(line != NULL ? line : text, line_break, -1);
    g_autofree char *joined = g_strjoinv("\n", lines);
    return g_string_chunk_insert_const(unit->plotting->strings, joined);
}

/** Every line within the limit, by the mark's own ellipsis. */
static const char *limited(RkUnit *unit, const RkFont *font, const char *text)
{
    double limit = rk_unit_number(unit, "limit", 0);
    if (!(limit > 0))
        return text;
    RkLimit how = {limit, rk_unit_text(unit, "ellipsis", "…"), g_str_equal(rk_unit_text(unit, "dir", "ltr"), "rtl")};
    return rk_plotting_limit_lines(unit->plotting, font, text, &how);
}

static const char *text_of(RkUnit *unit, guint32 row, const RkFont *font)
{
    const RkUse *use = unit->uses[RK_CHANNEL_TEXT];
    const char *text = use != NULL ? rk_use_text(unit, use, row) : constant_text(unit);
    /* The grammar writes what is missing. */
    if (text == NULL && use != NULL && use->column != NULL && unit->plotting->vega_lite)
        text = rk_use_blank_text(use, row);
    if (text == NULL)
        return NULL;
    text = rk_plotting_bare(unit->plotting, broken(unit, text, row));
    double wrap = rk_unit_number(unit, "wrap", 0);
    if (wrap > 0)
        text = rk_plotting_wrap(unit->plotting, font, text, wrap);
    return limited(unit, font, text);
}

static gboolean has_polar(const RkUnit *unit)
{
    return unit->uses[RK_CHANNEL_RADIUS] != NULL || rk_unit_property(unit, "radius") != NULL;
}

/** The place, moved by polar coordinates where there are some. */
static gboolean place_of(const RkUnit *unit, guint32 row, double *x, double *y)
{
    *x = rk_unit_place(unit, RK_CHANNEL_X, row, RK_DEFAULT_MIDDLE);
    *y = rk_unit_place(unit, RK_CHANNEL_Y, row, RK_DEFAULT_MIDDLE);
    if (has_polar(unit)) {
        double radius = rk_unit_place(unit, RK_CHANNEL_RADIUS, row, RK_DEFAULT_NONE);
        gboolean turned = unit->uses[RK_CHANNEL_THETA] != NULL || rk_unit_property(unit, "theta") != NULL;
        double theta = turned ? rk_unit_place(unit, RK_CHANNEL_THETA, row, RK_DEFAULT_NONE) : 0;
        *x += radius * cos(theta - G_PI / 2);
        *y += radius * sin(theta - G_PI / 2);
    }
    return isfinite(*x) && isfinite(*y);
}

/** `dx` and `dy` are measured along and across the line of the text, so they turn with it. */
static void shift_turned(const RkUnit *unit, double angle, double *x, double *y)
{
    double dx = rk_unit_number(unit, "dx", 0), dy = rk_unit_number(unit, "dy", 0), turn = angle * G_PI / 180;
    *x += dx * cos(turn) - dy * sin(turn);
    *y += dx * sin(turn) + dy * cos(turn);
}

/** Whether the figure says of which colour the texts are. */
static gboolean has_own_color(const RkUnit *unit)
{
    return unit->plotting->vega_lite || unit->highlighted != NULL || unit->uses[RK_CHANNEL_COLOR] != NULL ||
           unit->uses[RK_CHANNEL_FILL] != NULL || rk_value_has(unit->mark_map, "color") ||
           rk_value_has(unit->mark_map, "fill");
}

/** On a cell letters are dark or light as can be read there, and hatching keeps off them. */
static void keep_readable(RkUnit *unit, RkNode *node, guint32 row)
{
    RkColor cell;
    gboolean hatched;
    if (!rk_unit_cell_under(unit, row, node->text.x, node->text.y, &cell, &hatched))
        return;
    if (!has_own_color(unit))
        node->style.fill.color = rk_plotting_readable_on(unit->plotting, cell);
    if (!hatched || node->style.stroke.set)
        return;
    /* Wide enough that no line of the hatching shows between the letters. */
    rk_plotting_add_halo(unit->plotting, node);
    node->style.stroke.color = cell;
    node->style.stroke_width = 6;
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row)
{
    double x, y;
    rk_unit_turn_to(unit, row);
    RkFont font = font_of(unit);
    font.size = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, font.size);
    double angle = rk_unit_visual(unit, RK_CHANNEL_ANGLE, row, rk_unit_number(unit, "angle", 0));
    if (!place_of(unit, row, &x, &y) || !isfinite(angle) || !isfinite(font.size))
        return;
    shift_turned(unit, angle, &x, &y);
    const RkUse *sizes = unit->uses[RK_CHANNEL_SIZE];
    const RkValue *cause = sizes != NULL ? sizes->definition : unit->mark_map;
    font.size = rk_plotting_fit_font(unit->plotting, font.size, cause);
    const char *text = text_of(unit, row, &font);
    const char *instead = text == NULL ? rk_unit_flag_instead(unit, row) : NULL;
    text = instead != NULL ? instead : text;
    if (text == NULL || (*text == '\0' && !unit->plotting->vega_lite))
        return;
    RkStyle style = {.opacity = 1};
    rk_unit_style(unit, row, &style);
    RkNode *node = rk_plotting_add_text(unit->plotting, group, text, x, y, &font, style.fill.color,
                                        align_of(rk_unit_text(unit, "align", "center")),
                                        baseline_of(rk_unit_text(unit, "baseline", "middle")));
    node->style = style;
    keep_readable(unit, node, row);
    node->text.angle = angle;
    double line = unit->plotting->vega_lite ? font.size + 2 : font.size * 1.3;
    node->text.line_height = rk_unit_number(unit, "lineHeight", line);
    rk_unit_mean(unit, node, row, unit->plotting->vega_lite ? "text mark" : "text");
    rk_unit_flag_follow(unit, group, node, &font, text, row);
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    rk_unit_draw_rows(unit, parent, "text", draw_row);
    return TRUE;
}

extern const RkMark rk_mark_text;
const RkMark rk_mark_text = {
    .name = "text",
    .size = RK_SIZE_FONT,
    .summary = "a text at each row's position",
    .shape = &shape,
    .stackable = TRUE,
    .upright = RK_UPRIGHT_BAR,
    .filled = TRUE,
    .spills = TRUE,
    .flags_as = RK_FLAG_AS_LETTER,
    .idle = RK_CHANNELS_ENDS | RK_CHANNEL_BIT(RK_CHANNEL_THETA2) | RK_CHANNEL_BIT(RK_CHANNEL_RADIUS2) |
            RK_CHANNEL_BIT(RK_CHANNEL_STROKE_DASH) | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};
