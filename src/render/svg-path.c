/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers, escapes and path data of SVG. Coordinates have two decimals: a hundredth of a pixel is less than 3 µm on
 * paper.
 */
#include "render/svg-private.h"

#include "base/number.h"
#include "render/corners-private.h"

#include <math.h>
#include <string.h>

void rk_svg_put_number(GString *out, double value)
{
    char buffer[RK_NUMBER_BUFFER];
    g_string_append(out, rk_number_trimmed(value, 2, buffer));
}

void rk_svg_put_number_attribute(GString *out, const char *name, double value)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    rk_svg_put_number(out, value);
    g_string_append_c(out, '"');
}

static const char *escape_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\n':
        return "&#10;";
    case '\t':
        return "&#9;";
    default:
        return "&#13;";
    }
}

void rk_svg_put_escaped(GString *out, const char *text)
{
    for (;;) {
        gsize plain = strcspn(text, "&<>\"\n\t\r");
        g_string_append_len(out, text, (gssize)plain);
        text += plain;
        if (*text == '\0')
            return;
        g_string_append(out, escape_of(*text++));
    }
}

void rk_svg_put_attribute(GString *out, const char *name, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    rk_svg_put_escaped(out, text);
    g_string_append_c(out, '"');
}

static void put_point(GString *out, char letter, double x, double y)
{
    g_string_append_c(out, letter);
    rk_svg_put_number(out, x);
    g_string_append_c(out, ',');
    rk_svg_put_number(out, y);
}

static void put_arc_to(GString *out, double radius, gboolean large, gboolean clockwise, double x, double y)
{
    g_string_append_c(out, 'A');
    rk_svg_put_number(out, radius);
    g_string_append_c(out, ',');
    rk_svg_put_number(out, radius);
    g_string_append_printf(out, ",0,%d,%d,", large ? 1 : 0, clockwise ? 1 : 0);
    rk_svg_put_number(out, x);
    g_string_append_c(out, ',');
    rk_svg_put_number(out, y);
}

/* SVG cannot draw an arc that ends where it starts, so a full turn is made of two halves. */
static void put_arc(GString *out, const double numbers[5], double x, double y, gboolean joined)
{
    double center_x = x + numbers[0];
    double center_y = y + numbers[1];
    double radius = fabs(numbers[2]);
    double start = numbers[3];
    double sweep = CLAMP(numbers[4] - start, -2 * G_PI, 2 * G_PI);
    double end = start + sweep;
    gboolean clockwise = sweep > 0;
    put_point(out, joined ? 'L' : 'M', center_x + radius * cos(start), center_y + radius * sin(start));
    gboolean halves = fabs(sweep) > 2 * G_PI - 1e-3;
    if (halves) {
        double middle = start + sweep / 2;
        put_arc_to(out, radius, FALSE, clockwise, center_x + radius * cos(middle), center_y + radius * sin(middle));
    }
    put_arc_to(out, radius, !halves && fabs(sweep) > G_PI, clockwise, center_x + radius * cos(end),
               center_y + radius * sin(end));
}

/* TRUE when an arc's first point is where a MOVE just went: the line between them would be nothing. */
static gboolean starts_at_move(const double *move, const double *arc)
{
    double x = arc[0] + fabs(arc[2]) * cos(arc[3]);
    double y = arc[1] + fabs(arc[2]) * sin(arc[3]);
    return hypot(x - move[0], y - move[1]) < 0.005;
}

void rk_svg_put_path(GString *out, const RkPath *path, double x, double y)
{
    const double *at = path->numbers;
    for (guint i = 0; i < path->verb_count; i++) {
        switch (path->verbs[i]) {
        case RK_PATH_MOVE:
            if (i + 1 == path->verb_count || path->verbs[i + 1] != RK_PATH_ARC || !starts_at_move(at, at + 2))
                put_point(out, 'M', x + at[0], y + at[1]);
            at += 2;
            break;
        case RK_PATH_LINE:
            put_point(out, 'L', x + at[0], y + at[1]);
            at += 2;
            break;
        case RK_PATH_CURVE:
            put_point(out, 'C', x + at[0], y + at[1]);
            put_point(out, ',', x + at[2], y + at[3]);
            put_point(out, ',', x + at[4], y + at[5]);
            at += 6;
            break;
        case RK_PATH_ARC: {
            gboolean moved = i > 0 && path->verbs[i - 1] == RK_PATH_MOVE && starts_at_move(at - 2, at);
            put_arc(out, at, x, y, i > 0 && !moved);
            at += 5;
            break;
        }
        default:
            g_string_append_c(out, 'Z');
        }
    }
}

static void put_corner(GString *out, double radius, double x, double y)
{
    if (radius > 0)
        put_arc_to(out, radius, FALSE, TRUE, x, y);
}

static void put_rounded(GString *out, double left, double top, double right, double bottom, const double radius[4])
{
    put_point(out, 'M', left + radius[0], top);
    put_point(out, 'L', right - radius[1], top);
    put_corner(out, radius[1], right, top + radius[1]);
    put_point(out, 'L', right, bottom - radius[2]);
    put_corner(out, radius[2], right - radius[2], bottom);
    put_point(out, 'L', left + radius[3], bottom);
    put_corner(out, radius[3], left, bottom - radius[3]);
    put_point(out, 'L', left, top + radius[0]);
    put_corner(out, radius[0], left + radius[0], top);
    g_string_append_c(out, 'Z');
}

void rk_svg_put_rect(GString *out, double x, double y, double width, double height, const double radius[4])
{
    width = MAX(width, 0);
    height = MAX(height, 0);
    double fitted[4];
    if (rk_corners_fit(radius, width, height, fitted)) {
        put_rounded(out, x, y, x + width, y + height, fitted);
        return;
    }
    /* Absolute ends, so that the rounding of neighbours that touch is the same. */
    put_point(out, 'M', x, y);
    g_string_append_c(out, 'H');
    rk_svg_put_number(out, x + width);
    g_string_append_c(out, 'V');
    rk_svg_put_number(out, y + height);
    g_string_append_c(out, 'H');
    rk_svg_put_number(out, x);
    g_string_append_c(out, 'Z');
}
