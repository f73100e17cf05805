/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts at positions: one for each row, wrapped or shortened on request.
 */
#include "plot/mark.h"
#include "plot/series.h"

#include <math.h>

static const char *const aligns[] = {"left", "center", "right", NULL};
static const char *const baselines[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom", NULL};

static const RkProperty properties[] = {
    {"text", RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .summary = "the same text for all rows"},
    {"align", RK_ALLOW_TEXT, .words = aligns, .summary = "which side of the text is at the position"},
    {"baseline", RK_ALLOW_TEXT, .words = baselines, .summary = "which height of the text is at the position"},
    {"angle", RK_ALLOW_NUMBER, .summary = "degrees, clockwise"},
    {"dx", RK_ALLOW_NUMBER, .summary = "shift to the right in pixels"},
    {"dy", RK_ALLOW_NUMBER, .summary = "shift down in pixels"},
    {"font", RK_ALLOW_TEXT, .summary = "font family"},
    {"fontSize", RK_ALLOW_NUMBER, .summary = "pixels"},
    {"fontStyle", RK_ALLOW_TEXT, .summary = "normal or italic"},
    {"fontWeight", RK_ALLOW_NUMBER | RK_ALLOW_TEXT, .summary = "100–900, normal or bold"},
    {"limit", RK_ALLOW_NUMBER, .summary = "width in pixels beyond which a text is shortened"},
    {"wrap", RK_ALLOW_NUMBER, .summary = "width in pixels at which a text is broken into lines"},
    {"lineHeight", RK_ALLOW_NUMBER, .summary = "pixels from line to line"},
    {"lineBreak", RK_ALLOW_TEXT, .summary = "text at which lines are broken"},
    {0},
};
static const RkShape text_words = {.name = "the text mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &text_words, NULL};
static const RkShape shape = {.name = "the text mark", .includes = includes};

static RkBaseline baseline_of(const char *name)
{
    if (g_str_equal(name, "top") || g_str_equal(name, "line-top"))
        return RK_BASELINE_TOP;
    if (g_str_equal(name, "bottom") || g_str_equal(name, "line-bottom"))
        return RK_BASELINE_BOTTOM;
    return g_str_equal(name, "alphabetic") ? RK_BASELINE_ALPHABETIC : RK_BASELINE_MIDDLE;
}

static RkAlign align_of(const char *name)
{
    return g_str_equal(name, "left") ? RK_ALIGN_LEFT : g_str_equal(name, "right") ? RK_ALIGN_RIGHT : RK_ALIGN_CENTER;
}

static RkFont font_of(const RkUnit *unit, guint32 row)
{
    const char *blocks[] = {"text", "mark", NULL};
    RkFont font = rk_plotting_font(unit->plotting, unit->mark_map, blocks, "", 11);
    font.size = CLAMP(rk_unit_visual(unit, RK_CHANNEL_SIZE, row, font.size), 1, 1000);
    font.tabular = TRUE;
    return font;
}

static const char *text_of(RkUnit *unit, guint32 row, const RkFont *font)
{
    const RkUse *use = unit->uses[RK_CHANNEL_TEXT];
    const char *text = use != NULL ? rk_use_text(unit, use, row)
                                   : rk_plotting_interpolate(unit->plotting, rk_unit_property(unit, "text"), NULL);
    const char *line_break = rk_unit_text(unit, "lineBreak", NULL);
    if (text != NULL && line_break != NULL && *line_break != '\0') {
        g_auto(GStrv) lines = g_strsplit(text, line_break, -1);
        g_autofree char *joined = g_strjoinv("\n", lines);
        text = g_string_chunk_insert_const(unit->plotting->strings, joined);
    }
    double wrap = rk_unit_number(unit, "wrap", 0);
    if (text != NULL && wrap > 0)
        text = rk_plotting_wrap(unit->plotting, font, text, wrap);
    return text == NULL ? NULL : rk_plotting_limit(unit->plotting, font, text, rk_unit_number(unit, "limit", 0));
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row)
{
    double x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
    double y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5);
    RkFont font = font_of(unit, row);
    double angle = rk_unit_visual(unit, RK_CHANNEL_ANGLE, row, rk_unit_number(unit, "angle", 0));
    gboolean placed = isfinite(x) && isfinite(y) && isfinite(angle) && isfinite(font.size);
    const char *text = placed ? text_of(unit, row, &font) : NULL;
    if (text == NULL || *text == '\0')
        return;
    RkStyle style = {.opacity = 1};
    rk_unit_style(unit, row, &style);
    RkNode *node = rk_plotting_add_text(unit->plotting, group, text, x + rk_unit_number(unit, "dx", 0),
                                        y + rk_unit_number(unit, "dy", 0), &font, style.fill.color,
                                        align_of(rk_unit_text(unit, "align", "center")),
                                        baseline_of(rk_unit_text(unit, "baseline", "middle")));
    node->style = style;
    node->text.angle = angle;
    node->text.line_height = rk_unit_number(unit, "lineHeight", font.size * 1.3);
    rk_unit_mean(unit, node, row, "text");
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    RkNode *group = rk_unit_container(unit, parent, "text");
    gsize count;
    g_autofree guint32 *rows = rk_unit_draw_order(unit, &count);
    for (gsize i = 0; i < count; i++)
        draw_row(unit, group, rows[i]);
    return TRUE;
}

extern const RkMark rk_mark_text;
const RkMark rk_mark_text = {
    .name = "text",
    .size = RK_SIZE_FONT,
    .summary = "a text at each row's position",
    .shape = &shape,
    .filled = TRUE,
    .spills = TRUE,
    .draw = draw,
};
