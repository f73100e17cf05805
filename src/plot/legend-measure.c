/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The size of a legend: its entries, its title on one side of them, and the room within its frame.
 */
#include "plot/legend-private.h"

#include <math.h>

static const char *orient_of(const RkLegend *legend)
{
    return rk_guide_word(&legend->source, "orient", "right");
}

static gboolean is_inside(const char *orient)
{
    return strchr(orient, '-') != NULL;
}

/** Legends lie above, below and, with a bar, in the corners of the panel; else they stand. */
static gboolean stands(const RkLegend *legend)
{
    const char *orient = orient_of(legend);
    const char *own = rk_value_text_or(rk_guide_get_own(&legend->source, "direction"), NULL);
    if (own == NULL)
        own = rk_guide_word(&legend->source, "direction", NULL);
    if (own == NULL)
        own = rk_guide_word(&legend->source,
                            legend->type == RK_LEGEND_SYMBOLS ? "symbolDirection" : "gradientDirection", NULL);
    if (own != NULL)
        return g_str_equal(own, "vertical");
    if (g_str_equal(orient, "top") || g_str_equal(orient, "bottom"))
        return FALSE;
    return !(legend->type == RK_LEGEND_RAMP && is_inside(orient));
}

static double default_length(const RkLegend *legend)
{
    const char *orient = orient_of(legend);
    gboolean level = g_str_equal(orient, "top") || g_str_equal(orient, "bottom");
    if (legend->type == RK_LEGEND_CLASSES)
        return 200;
    if (legend->vertical)
        return CLAMP(legend->panel->height, rk_legend_setting(legend, "gradientVerticalMinLength", 64),
                     rk_legend_setting(legend, "gradientVerticalMaxLength", 200));
    double least = rk_legend_setting(legend, "gradientHorizontalMinLength", 100);
    return level ? CLAMP(legend->panel->width, least, rk_legend_setting(legend, "gradientHorizontalMaxLength", 200))
                 : least;
}

static void dress_title(RkLegend *legend, const char *side, const char *anchor)
{
    RkGuideText *title = &legend->title;
    gboolean beside = g_str_equal(side, "left") || g_str_equal(side, "right");
    gboolean upright = beside && legend->vertical && legend->type != RK_LEGEND_SYMBOLS,
             left = g_str_equal(side, "left");
    gboolean start = g_str_equal(anchor, "start"), end = g_str_equal(anchor, "end");
    *title = (RkGuideText){.text = legend->title_text, .font = legend->title_font, .color = {0, 0, 0, 1}};
    rk_guide_color(&legend->source, "titleColor", NULL, &title->color);
    title->color.alpha *= CLAMP(rk_legend_setting(legend, "titleOpacity", 1), 0, 1);
    title->line_height = rk_legend_setting(legend, "titleLineHeight", title->font.size + 2);
    title->angle = !upright ? 0 : left ? -90 : 90;
    title->align = start ? RK_ALIGN_LEFT : end ? RK_ALIGN_RIGHT : RK_ALIGN_CENTER;
    if (upright && !left)
        title->align = start ? RK_ALIGN_RIGHT : end ? RK_ALIGN_LEFT : RK_ALIGN_CENTER;
    else if (beside && !upright)
        title->align = RK_ALIGN_LEFT;
    title->baseline = RK_GUIDE_TOP;
    if (upright)
        title->baseline = left ? RK_GUIDE_TOP : RK_GUIDE_BOTTOM;
    else if (beside)
        title->baseline = start ? RK_GUIDE_TOP : end ? RK_GUIDE_BOTTOM : RK_GUIDE_MIDDLE;
    title->align = rk_guide_align(rk_guide_get(&legend->source, "titleAlign"), title->align);
    title->baseline = rk_guide_baseline(rk_guide_get(&legend->source, "titleBaseline"), title->baseline);
}

/** How far along the entries the title goes for its anchor. A title at the side of a bar goes by the bar alone. */
static double anchored(const RkLegend *legend, const char *anchor, int along_y, gboolean beside, gboolean whole)
{
    gboolean bar = legend->type != RK_LEGEND_SYMBOLS, upright = bar && legend->vertical;
    gboolean by_bar = bar && (beside || !upright) && !whole;
    RkReach box = legend->entries_reach;
    if (by_bar)
        box = (RkReach){0, 0, legend->vertical ? legend->thickness : legend->length,
                        legend->vertical ? legend->length : legend->thickness};
    double far = (along_y != 0 ? box.y2 : box.x2) + (by_bar ? 0 : 0);
    double low = upright && beside ? far : 0, high = upright && beside ? 0 : far;
    double lines = along_y > 0 ? rk_guide_text_more_lines(&legend->title) : 0;
    return floor((g_str_equal(anchor, "start") ? low
                  : g_str_equal(anchor, "end") ? high - lines
                                               : 0.5 * (far - lines)) +
                 0.5);
}

static void shift(RkLegend *legend, double x)
{
    legend->entries_x += x;
    legend->title.x += x;
}

/** Title and entries next to each other within the frame. */
static void combine(RkLegend *legend, double padding)
{
    const char *side = rk_guide_word(&legend->source, "titleOrient", "top");
    gboolean beside = g_str_equal(side, "left") || g_str_equal(side, "right");
    const char *anchor = rk_guide_word(&legend->source, "titleAnchor", beside ? "middle" : "start");
    double gap = rk_legend_setting(legend, "titlePadding", 0);
    dress_title(legend, side, anchor);
    RkReach box = rk_guide_text_reach(legend->panel->plotting, &legend->title);
    legend->title.x = legend->title.y = padding;
    if (g_str_equal(side, "left")) {
        legend->entries_x += ceil(box.x2 - box.x1) + gap;
        legend->title.y += anchored(legend, anchor, 1, TRUE, FALSE);
    } else if (g_str_equal(side, "right")) {
        legend->title.x += anchored(legend, "end", 0, FALSE, FALSE) + gap;
        legend->title.y += anchored(legend, anchor, 1, TRUE, FALSE);
    } else if (g_str_equal(side, "bottom")) {
        legend->title.x += anchored(legend, anchor, 0, FALSE, FALSE);
        legend->title.y += anchored(legend, "end", -1, FALSE, TRUE) + gap;
    } else {
        legend->entries_y += box.y2 - box.y1 + gap;
        legend->title.x += anchored(legend, anchor, 0, FALSE, FALSE);
    }
    legend->title_reach = rk_guide_text_reach(legend->panel->plotting, &legend->title);
    double over = floor(legend->title_reach.x1 - padding + 0.5);
    if (over < 0) {
        shift(legend, -over);
        rk_reach_move(&legend->title_reach, -over, 0);
    }
}

gboolean rk_legend_measure(RkLegend *legend, GError **error)
{
    double padding = rk_legend_setting(legend, "padding", 0);
    legend->vertical = stands(legend);
    legend->length = rk_legend_setting(legend, "gradientLength", default_length(legend));
    legend->thickness = rk_legend_setting(legend, "gradientThickness", 16);
    if (!rk_legend_fill(legend, error))
        return FALSE;
    if (legend->type == RK_LEGEND_SYMBOLS)
        rk_legend_arrange_grid(legend);
    else
        rk_legend_arrange_bar(legend);
    legend->entries_x = legend->entries_y = padding;
    legend->title_reach = RK_REACH_NOTHING;
    if (legend->title_text != NULL)
        combine(legend, padding);
    RkReach all = legend->entries_reach;
    rk_reach_move(&all, legend->entries_x, legend->entries_y);
    rk_reach_unite(&all, &legend->title_reach);
    legend->width = rk_reach_is_empty(&all) ? 2 * padding : ceil(all.x2 - padding + 2 * padding);
    legend->height = rk_reach_is_empty(&all) ? 2 * padding : ceil(all.y2 - padding + 2 * padding);
    return TRUE;
}
