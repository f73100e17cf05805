/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Baselines and boxes of text nodes, by arithmetic on what the measurer says of the font.
 */
#include "scene/text-box.h"

#include <math.h>

static guint count_lines(const RkNode *node)
{
    guint count = 0;
    if (node->text.lines != NULL)
        while (node->text.lines[count] != NULL)
            count++;
    return count;
}

/* The shares of the font's size by which Vega places baselines, in whole pixels. */
static double baseline_by_size(const RkNode *node)
{
    double size = node->text.font.size, half_line = node->text.line_height / 2;
    switch (node->text.baseline) {
    case RK_BASELINE_TOP:
        return round(0.79 * size);
    case RK_BASELINE_MIDDLE:
        return round(0.3 * size);
    case RK_BASELINE_BOTTOM:
        return round(-0.21 * size);
    case RK_BASELINE_LINE_TOP:
        return round(0.29 * size + half_line);
    case RK_BASELINE_LINE_BOTTOM:
        return round(0.29 * size - half_line);
    default:
        return 0;
    }
}

/* MIDDLE centres the capitals: figures and names look centred then, whether or not they have descenders. */
static double first_baseline(const RkNode *node, const RkTextExtents *font, double below_first)
{
    double leading = (node->text.line_height - font->ascent - font->descent) / 2;
    switch (node->text.baseline) {
    case RK_BASELINE_LINE_TOP:
        return leading + font->ascent;
    case RK_BASELINE_LINE_BOTTOM:
        return -leading - font->descent - below_first;
    case RK_BASELINE_TOP:
        return font->ascent;
    case RK_BASELINE_MIDDLE:
        return (font->cap_height - below_first) / 2;
    case RK_BASELINE_BOTTOM:
        return -font->descent - below_first;
    case RK_BASELINE_ALPHABETIC:
    default:
        return 0;
    }
}

RkTextBox rk_text_box_baselines(const RkNode *node, RkTextMeasurer *measurer)
{
    RkTextExtents font;
    measurer->measure(measurer, &node->text.font, "", 0, &font);
    RkTextBox box = {.line_count = count_lines(node)};
    double below_first = box.line_count > 1 ? (box.line_count - 1) * node->text.line_height : 0;
    box.first_baseline = node->text.by_size ? baseline_by_size(node) : first_baseline(node, &font, below_first);
    box.top = box.first_baseline - font.cap_height;
    box.bottom = box.first_baseline + below_first + font.descent;
    return box;
}

double rk_text_line_left(RkAlign align, double width)
{
    return align == RK_ALIGN_CENTER ? -width / 2 : align == RK_ALIGN_RIGHT ? -width : 0;
}

RkTextBox rk_text_box(const RkNode *node, RkTextMeasurer *measurer)
{
    RkTextBox box = rk_text_box_baselines(node, measurer);
    double widest = 0;
    for (guint i = 0; i < box.line_count; i++)
        widest = MAX(widest, rk_text_width(measurer, &node->text.font, node->text.lines[i]));
    box.left = rk_text_line_left(node->text.align, widest);
    box.right = box.left + widest;
    return box;
}
