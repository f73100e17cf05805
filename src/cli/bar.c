/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars of eighth blocks. Unicode has eighths that grow to the right only, so that bars to the left are drawn to the
 * half cell.
 */
#include "cli/bar.h"

#include <math.h>

void rk_bar_include(RkBarScale *scale, double number)
{
    if (!isfinite(number))
        return;
    scale->least = MIN(scale->least, number);
    scale->greatest = MAX(scale->greatest, number);
}

static void append_times(GString *line, const char *cell, guint count)
{
    for (guint i = 0; i < count; i++)
        g_string_append(line, cell);
}

static void append_right(GString *line, double length, guint room, gboolean blocks)
{
    static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    guint eighths = (guint)lround(length * 8), whole = eighths / 8;
    if (!blocks) {
        whole = (guint)lround(length);
        eighths = whole * 8;
    }
    append_times(line, blocks ? "█" : "#", whole);
    g_string_append(line, parts[eighths % 8]);
    append_times(line, " ", room - whole - (eighths % 8 != 0));
}

static void append_left(GString *line, double length, guint room, gboolean blocks)
{
    guint halves = (guint)lround(length * 2), whole = halves / 2;
    if (!blocks) {
        whole = (guint)lround(length);
        halves = whole * 2;
    }
    append_times(line, " ", room - whole - halves % 2);
    append_times(line, "▐", halves % 2);
    append_times(line, blocks ? "█" : "#", whole);
}

void rk_bar_append(GString *line, const RkBarScale *scale, double number, gboolean blocks)
{
    double least = scale->least, greatest = scale->greatest;
    /* Halves keep the difference within the range of doubles. */
    double span = greatest / 2 - least / 2;
    if (!isfinite(number) || !(span > 0)) {
        append_times(line, " ", scale->width);
        return;
    }
    guint left = least < 0 ? (guint)lround(-least / 2 / span * scale->width) : 0;
    left = MIN(left, scale->width);
    double length = fabs(number) / 2 / span * scale->width;
    guint right = scale->width - left;
    if (number < 0) {
        append_left(line, MIN(length, left), left, blocks);
        append_times(line, " ", right);
    } else {
        append_times(line, " ", left);
        append_right(line, MIN(length, right), right, blocks);
    }
}
