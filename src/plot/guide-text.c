/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of guides. Figures of the grammar stand on the baselines that Vega works out from the size of the letters; our
 * own stand on those of the font.
 */
#include "plot/guide-text.h"

#include <math.h>
#include <string.h>

RkAlign rk_guide_align(const RkValue *value, RkAlign otherwise)
{
    return rk_value_is_text(value, "left")     ? RK_ALIGN_LEFT
           : rk_value_is_text(value, "center") ? RK_ALIGN_CENTER
           : rk_value_is_text(value, "right")  ? RK_ALIGN_RIGHT
                                               : otherwise;
}

RkGuideBaseline rk_guide_baseline(const RkValue *value, RkGuideBaseline otherwise)
{
    static const char *const words[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (rk_value_is_text(value, words[i]))
            return (RkGuideBaseline)i;
    }
    return otherwise;
}

const char *rk_guide_break(const RkPlotting *plotting, const char *text)
{
    const char *mark = rk_value_text_or(rk_config_get(plotting->config, NULL, "lineBreak"), NULL);
    if (text == NULL || mark == NULL || *mark == '\0' || strstr(text, mark) == NULL)
        return text;
    g_auto(GStrv) lines = g_strsplit(text, mark, -1);
    g_autofree char *joined = g_strjoinv("\n", lines);
    return g_string_chunk_insert(plotting->strings, joined);
}

const char *rk_guide_limit(RkPlotting *plotting, const RkFont *font, const char *text, double limit)
{
    if (text == NULL || limit <= 0)
        return text;
    text = rk_plotting_bare(plotting, text);
    if (rk_plotting_text_width(plotting, font, text) <= limit)
        return text;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; lines[i] != NULL; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? "\n" : "", rk_plotting_limit(plotting, font, lines[i], limit));
    return g_string_chunk_insert(plotting->strings, all->str);
}

double rk_guide_text_more_lines(const RkGuideText *text)
{
    return text->text == NULL ? 0 : (rk_line_count(text->text) - 1) * text->line_height;
}

/** From the place of the text down to its first baseline. */
static double shift(const RkGuideText *text)
{
    double size = text->font.size, line = text->line_height;
    switch (text->baseline) {
    case RK_GUIDE_TOP:
        return floor(0.79 * size + 0.5);
    case RK_GUIDE_MIDDLE:
        return floor(0.30 * size + 0.5);
    case RK_GUIDE_BOTTOM:
        return floor(-0.21 * size + 0.5);
    case RK_GUIDE_LINE_TOP:
        return floor(0.29 * size + 0.5 * line + 0.5);
    case RK_GUIDE_LINE_BOTTOM:
        return floor(0.29 * size - 0.5 * line + 0.5);
    default:
        return 0;
    }
}

static gboolean is_blank(const RkGuideText *text)
{
    return text->text == NULL || *text->text == '\0';
}

RkReach rk_guide_text_reach(RkPlotting *plotting, const RkGuideText *text)
{
    return is_blank(text) ? RK_REACH_NOTHING : rk_guide_text_room(plotting, text);
}

RkReach rk_guide_text_room(RkPlotting *plotting, const RkGuideText *text)
{
    double width = is_blank(text) ? 0 : rk_plotting_text_width(plotting, &text->font, text->text);
    double left = text->x + text->dx;
    double top = text->y + text->dy + shift(text) - floor(0.8 * text->font.size + 0.5);
    left -= text->align == RK_ALIGN_CENTER ? width / 2 : text->align == RK_ALIGN_RIGHT ? width : 0;
    RkReach bounds = {left, top, left + width, top + text->font.size + rk_guide_text_more_lines(text)};
    rk_reach_turn(&bounds, text->angle, text->x, text->y);
    return bounds;
}

static RkBaseline house_baseline(RkGuideBaseline baseline)
{
    return baseline == RK_GUIDE_LINE_TOP      ? RK_BASELINE_TOP
           : baseline == RK_GUIDE_LINE_BOTTOM ? RK_BASELINE_BOTTOM
                                              : (RkBaseline)baseline;
}

RkNode *rk_guide_text_add(RkPlotting *plotting, RkNode *parent, const RkGuideText *text)
{
    if (is_blank(text))
        return NULL;
    gboolean house = !plotting->vega_lite;
    double along = text->dx, across = text->dy + (house ? 0 : shift(text));
    double cosine = cos(text->angle * G_PI / 180), sine = sin(text->angle * G_PI / 180);
    RkNode *node = rk_plotting_add_text(plotting, parent, text->text, text->x + along * cosine - across * sine,
                                        text->y + along * sine + across * cosine, &text->font, text->color, text->align,
                                        house ? house_baseline(text->baseline) : RK_BASELINE_ALPHABETIC);
    node->text.angle = text->angle;
    node->text.line_height = text->line_height;
    return node;
}
