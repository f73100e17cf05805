/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles by the rules of Vega: an anchor along a side, a subtitle beyond the title, and everything turned on the left
 * and right.
 */
#include "plot/figure-title.h"

#include <math.h>

#include "plot/guide-title.h"

typedef enum { TOP, BOTTOM, LEFT, RIGHT, NOWHERE } Side;

struct RkFigureTitle {
    RkPlotting *plotting;
    RkGuideSource source;
    RkGuideText title, subtitle;
    const char *whole, *subwhole; /**< before they were shortened, for speech */
    Side side;
    const char *anchor;
    gboolean along_frame; /**< anchored along the panel, and not along everything */
    double offset, padding;
    double x, y; /**< of the group of both texts */
    gboolean above;
};

static const char *const styles[][2] = {{"", "group-title"}, {"subtitle", "group-subtitle"}, {NULL, NULL}};

static Side side_of(const char *word)
{
    static const char *const words[] = {"top", "bottom", "left", "right", "none"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (g_str_equal(word, words[i]))
            return (Side)i;
    }
    return TOP;
}

static void dress(RkFigureTitle *title, RkGuideText *text, const char *prefix, double size)
{
    const RkGuideSource *source = &title->source;
    gboolean sub = *prefix != '\0';
    text->font = rk_guide_font(source, prefix, size);
    text->color = (RkColor){0, 0, 0, 1};
    rk_guide_color(source, sub ? "subtitleColor" : "color", NULL, &text->color);
    text->line_height = rk_guide_number(source, sub ? "subtitleLineHeight" : "lineHeight", text->font.size + 2);
    text->dx = rk_guide_number(source, "dx", 0);
    text->dy = rk_guide_number(source, "dy", 0);
    text->angle = rk_guide_number(source, "angle", title->side == LEFT ? -90 : title->side == RIGHT ? 90 : 0);
    RkAlign align = g_str_equal(title->anchor, "start") ? RK_ALIGN_LEFT
                    : g_str_equal(title->anchor, "end") ? RK_ALIGN_RIGHT
                                                        : RK_ALIGN_CENTER;
    text->align = rk_guide_align(rk_guide_get(source, "align"), align);
    text->baseline = rk_guide_baseline(rk_guide_get(source, "baseline"), RK_GUIDE_TOP);
    text->text = rk_guide_limit(title->plotting, &text->font, rk_guide_break(title->plotting, text->text),
                                rk_guide_number(source, "limit", 0));
}

static void read_settings(RkFigureTitle *title)
{
    const RkGuideSource *source = &title->source;
    title->side = side_of(rk_guide_word(source, "orient", "top"));
    title->anchor = rk_guide_word(source, "anchor", "middle");
    const char *frame = rk_guide_word(source, "frame", g_str_equal(title->anchor, "middle") ? "group" : "bounds");
    title->along_frame = g_str_equal(frame, "group");
    title->offset = rk_guide_number(source, "offset", 0);
    title->padding = rk_guide_number(source, "subtitlePadding", 0);
    title->above = rk_guide_number(source, "zindex", 0) > 0;
    dress(title, &title->title, "", 11);
    dress(title, &title->subtitle, "subtitle", 11);
}

RkFigureTitle *rk_figure_title_new(RkPlotting *plotting, const RkValue *written, const RkValue *subtitle,
                                   const char *const *blocks, GError **error)
{
    const RkValue *map = rk_value_is(written, RK_VALUE_MAP) ? written : NULL;
    const char *text, *below;
    if (rk_value_has(map, "subtitle"))
        subtitle = rk_value_get(map, "subtitle");
    if (!rk_guide_lines(plotting, map != NULL ? rk_value_get(map, "text") : written, &text, error) ||
        !rk_guide_lines(plotting, subtitle, &below, error) || (text == NULL && below == NULL))
        return NULL;
    RkFigureTitle *title = g_new0(RkFigureTitle, 1);
    title->plotting = plotting;
    title->source = (RkGuideSource){.plotting = plotting, .styles = styles};
    rk_guide_source_set_blocks(&title->source, blocks);
    rk_guide_source_add(&title->source, map);
    /* A style of its own takes the place of the one that titles have. */
    if (rk_value_has(map, "style"))
        title->source.styles = NULL;
    if (!rk_guide_check_colors(&title->source, error)) {
        rk_figure_title_free(title);
        return NULL;
    }
    title->title.text = text;
    title->subtitle.text = below;
    title->whole = text;
    title->subwhole = below;
    read_settings(title);
    return title;
}

void rk_figure_title_free(RkFigureTitle *title)
{
    if (title == NULL)
        return;
    rk_guide_source_clear(&title->source);
    g_free(title);
}

gboolean rk_figure_title_is_above(const RkFigureTitle *title)
{
    return title->above;
}

/** The place along the side. On the left, texts run upwards, so that they start at the foot. */
static double anchor_place(const RkFigureTitle *title, const RkReach *around, double width, double height)
{
    gboolean upright = title->side == LEFT || title->side == RIGHT;
    double start = 0, end = upright ? height : width;
    if (!title->along_frame) {
        start = upright ? around->y1 : around->x1;
        end = upright ? around->y2 : around->x2;
    }
    if (title->side == LEFT) {
        double foot = end;
        end = start;
        start = foot;
    }
    return g_str_equal(title->anchor, "start") ? start : g_str_equal(title->anchor, "end") ? end : (start + end) / 2;
}

/** Puts the subtitle beyond the title and returns the box of both, in their group. */
static RkReach stack(RkFigureTitle *title)
{
    RkReach box = rk_guide_text_reach(title->plotting, &title->title);
    double width = rk_reach_is_empty(&box) ? 0 : box.x2 - box.x1,
           height = rk_reach_is_empty(&box) ? 0 : box.y2 - box.y1;
    title->subtitle.x = title->side == LEFT    ? width + title->padding
                        : title->side == RIGHT ? -width - title->padding
                                               : 0;
    title->subtitle.y = title->side == TOP || title->side == BOTTOM ? height + title->padding : 0;
    RkReach below = rk_guide_text_reach(title->plotting, &title->subtitle);
    rk_reach_unite(&box, &below);
    return box;
}

RkReach rk_figure_title_place(RkFigureTitle *title, const RkReach *around, double width, double height)
{
    RkReach box = stack(title);
    double along = anchor_place(title, around, width, height);
    title->x = title->side == LEFT    ? around->x1 - (box.x2 - box.x1) - title->offset
               : title->side == RIGHT ? around->x2 + (box.x2 - box.x1) + title->offset
                                      : along;
    title->y = title->side == TOP      ? around->y1 - (box.y2 - box.y1) - title->offset
               : title->side == BOTTOM ? around->y2 + title->offset
                                       : along;
    if (title->side == NOWHERE)
        title->x = title->y = 0;
    rk_reach_move(&box, title->x, title->y);
    return box;
}

static void draw_text(const RkFigureTitle *title, RkNode *parent, const RkGuideText *text, gboolean sub)
{
    if (text->text == NULL)
        return;
    RkScene *scene = title->plotting->scene;
    RkNode *group =
        rk_scene_add_group(scene, parent, sub ? "mark-text role-title-subtitle" : "mark-text role-title-text", 0, 0);
    g_autofree char *line = g_strdelimit(g_strdup(sub ? title->subwhole : title->whole), "\n", ' ');
    g_autofree char *spoken = g_strdup_printf("%s text '%s'", sub ? "Subtitle" : "Title", line);
    group->meaning.role = "graphics-symbol";
    group->meaning.role_description = sub ? "subtitle" : "title";
    group->meaning.label = rk_scene_text(scene, spoken);
    rk_guide_text_add(title->plotting, group, text);
}

void rk_figure_title_draw(const RkFigureTitle *title, RkNode *parent)
{
    RkNode *group = rk_scene_add_group(title->plotting->scene, parent, "mark-group role-title", title->x, title->y);
    const RkConfig *config = title->plotting->config;
    group->meaning.hidden =
        !rk_guide_flag(&title->source, "aria", rk_value_boolean_or(rk_config_get(config, NULL, "aria"), TRUE));
    draw_text(title, group, &title->title, FALSE);
    draw_text(title, group, &title->subtitle, TRUE);
}
