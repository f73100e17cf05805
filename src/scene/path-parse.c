/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path language of SVG (M L H V C S Q T A Z, absolute and relative), for outlines that a figure brings along. A
 * text with a mistake is no path: nothing of it is drawn.
 */
#include "base/limits.h"
#include "scene/path-parse.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *at;
    RkPathBuilder *builder;
    double scale;
    double x, y;                 /* the current point, unscaled */
    double start_x, start_y;     /* of the subpath */
    double control_x, control_y; /* the last control point, for smooth curves */
    char last;                   /* the last command in capitals */
} Reader;

static void skip_separators(Reader *reader)
{
    while (*reader->at != '\0' && (g_ascii_isspace(*reader->at) || *reader->at == ','))
        reader->at++;
}

static gboolean read_number(Reader *reader, double *number)
{
    skip_separators(reader);
    const char *at = reader->at;
    if (!g_ascii_isdigit(*at) && *at != '.' && *at != '-' && *at != '+')
        return FALSE;
    char *end;
    *number = g_ascii_strtod(at, &end);
    reader->at = end;
    return end != at && fabs(*number) <= RK_LIMIT_COORDINATE;
}

/* The flags of an arc may stand close together. */
static gboolean read_flag(Reader *reader, double *number)
{
    skip_separators(reader);
    if (*reader->at != '0' && *reader->at != '1')
        return FALSE;
    *number = *reader->at++ - '0';
    return TRUE;
}

static guint argument_count(char command)
{
    switch (command) {
    case 'H':
    case 'V':
        return 1;
    case 'M':
    case 'L':
    case 'T':
        return 2;
    case 'S':
    case 'Q':
        return 4;
    case 'C':
        return 6;
    case 'A':
        return 7;
    default:
        return 0;
    }
}

static gboolean read_arguments(Reader *reader, char command, double *arguments)
{
    guint count = argument_count(command);
    for (guint i = 0; i < count; i++) {
        gboolean flag = command == 'A' && (i == 3 || i == 4);
        if (!(flag ? read_flag(reader, &arguments[i]) : read_number(reader, &arguments[i])))
            return FALSE;
    }
    return TRUE;
}

static void line_to(Reader *reader, double x, double y)
{
    rk_path_line(reader->builder, x * reader->scale, y * reader->scale);
    reader->x = x;
    reader->y = y;
}

static void curve_to(Reader *reader, double x1, double y1, double x2, double y2, double x, double y)
{
    double k = reader->scale;
    rk_path_curve(reader->builder, x1 * k, y1 * k, x2 * k, y2 * k, x * k, y * k);
    reader->control_x = x2;
    reader->control_y = y2;
    reader->x = x;
    reader->y = y;
}

static void quadratic_to(Reader *reader, double cx, double cy, double x, double y)
{
    curve_to(reader, reader->x + 2 * (cx - reader->x) / 3, reader->y + 2 * (cy - reader->y) / 3, x + 2 * (cx - x) / 3,
             y + 2 * (cy - y) / 3, x, y);
    reader->control_x = cx;
    reader->control_y = cy;
}

/** A piece of an ellipse, no more than a quarter, as a cubic. */
static void ellipse_piece(Reader *reader, const double center[2], const double radius[2], double tilt, double from,
                          double to)
{
    double handle = 4.0 / 3 * tan((to - from) / 4), cosine = cos(tilt), sine = sin(tilt), points[6];
    const double unit[3][2] = {{cos(from) - handle * sin(from), sin(from) + handle * cos(from)},
                               {cos(to) + handle * sin(to), sin(to) - handle * cos(to)},
                               {cos(to), sin(to)}};
    for (guint i = 0; i < 3; i++) {
        double x = unit[i][0] * radius[0], y = unit[i][1] * radius[1];
        points[2 * i] = center[0] + x * cosine - y * sine;
        points[2 * i + 1] = center[1] + x * sine + y * cosine;
    }
    curve_to(reader, points[0], points[1], points[2], points[3], points[4], points[5]);
}

/** From end points to the centre, by the implementation notes of SVG 1.1, F.6.5. */
static void arc_to(Reader *reader, const double *a, double x, double y)
{
    double radius[2] = {fabs(a[0]), fabs(a[1])}, tilt = a[2] * G_PI / 180;
    double half_x = (reader->x - x) / 2, half_y = (reader->y - y) / 2;
    if (radius[0] == 0 || radius[1] == 0 || (half_x == 0 && half_y == 0)) {
        line_to(reader, x, y);
        return;
    }
    double px = cos(tilt) * half_x + sin(tilt) * half_y, py = -sin(tilt) * half_x + cos(tilt) * half_y;
    double over = px * px / (radius[0] * radius[0]) + py * py / (radius[1] * radius[1]);
    if (over > 1) {
        radius[0] *= sqrt(over);
        radius[1] *= sqrt(over);
        over = 1;
    }
    double factor = sqrt(fmax(1 / over - 1, 0)) * (a[3] == a[4] ? -1 : 1);
    double cx = factor * radius[0] * py / radius[1], cy = -factor * radius[1] * px / radius[0];
    double center[2] = {cos(tilt) * cx - sin(tilt) * cy + (reader->x + x) / 2,
                        sin(tilt) * cx + cos(tilt) * cy + (reader->y + y) / 2};
    double from = atan2((py - cy) / radius[1], (px - cx) / radius[0]);
    double to = atan2((-py - cy) / radius[1], (-px - cx) / radius[0]);
    if (a[4] == 1 && to < from)
        to += 2 * G_PI;
    if (a[4] == 0 && to > from)
        to -= 2 * G_PI;
    guint pieces = (guint)ceil(fabs(to - from) / (G_PI / 2) - 1e-9);
    for (guint i = 0; i < MAX(pieces, 1); i++)
        ellipse_piece(reader, center, radius, tilt, from + (to - from) * i / MAX(pieces, 1),
                      from + (to - from) * (i + 1) / MAX(pieces, 1));
}

static void close_path(Reader *reader)
{
    rk_path_close(reader->builder);
    reader->x = reader->start_x;
    reader->y = reader->start_y;
}

static void move_to(Reader *reader, double x, double y)
{
    rk_path_move(reader->builder, x * reader->scale, y * reader->scale);
    reader->x = reader->start_x = x;
    reader->y = reader->start_y = y;
}

/** The control point that goes on smoothly from the last curve of its kind. */
static void mirror(const Reader *reader, const char *kinds, double *x, double *y)
{
    gboolean smooth = reader->last != '\0' && strchr(kinds, reader->last) != NULL;
    *x = smooth ? 2 * reader->x - reader->control_x : reader->x;
    *y = smooth ? 2 * reader->y - reader->control_y : reader->y;
}

static void draw_command(Reader *reader, char command, double ox, double oy, const double *a)
{
    double cx, cy;
    switch (command) {
    case 'M':
        move_to(reader, ox + a[0], oy + a[1]);
        break;
    case 'L':
        line_to(reader, ox + a[0], oy + a[1]);
        break;
    case 'H':
        line_to(reader, ox + a[0], reader->y);
        break;
    case 'V':
        line_to(reader, reader->x, oy + a[0]);
        break;
    case 'C':
        curve_to(reader, ox + a[0], oy + a[1], ox + a[2], oy + a[3], ox + a[4], oy + a[5]);
        break;
    case 'S':
        mirror(reader, "CS", &cx, &cy);
        curve_to(reader, cx, cy, ox + a[0], oy + a[1], ox + a[2], oy + a[3]);
        break;
    case 'Q':
        quadratic_to(reader, ox + a[0], oy + a[1], ox + a[2], oy + a[3]);
        break;
    case 'T':
        mirror(reader, "QT", &cx, &cy);
        quadratic_to(reader, cx, cy, ox + a[0], oy + a[1]);
        break;
    case 'A':
        arc_to(reader, a, ox + a[5], oy + a[6]);
        break;
    default:
        close_path(reader);
    }
}

static gboolean read_path(Reader *reader)
{
    char command = '\0';
    for (skip_separators(reader); *reader->at != '\0'; skip_separators(reader)) {
        if (g_ascii_isalpha(*reader->at))
            command = *reader->at++;
        else if (command == '\0' || g_ascii_toupper(command) == 'Z')
            return FALSE;
        char capital = g_ascii_toupper(command);
        double arguments[7] = {0};
        if (strchr("MLHVCSQTAZ", capital) == NULL || (reader->last == '\0' && capital != 'M') ||
            !read_arguments(reader, capital, arguments))
            return FALSE;
        gboolean relative = g_ascii_islower(command);
        double ox = relative ? reader->x : 0, oy = relative ? reader->y : 0;
        draw_command(reader, capital, ox, oy, arguments);
        reader->last = capital;
        if (capital == 'M')
            command = relative ? 'l' : 'L';
    }
    return reader->last != '\0';
}

gboolean rk_path_parse(const char *text, double scale, RkPathBuilder *builder)
{
    if (strlen(text) > RK_LIMIT_OUTLINE_BYTES)
        return FALSE;
    g_autoptr(RkPathBuilder) trial = rk_path_builder_new();
    Reader check = {.at = text, .builder = trial, .scale = 1};
    if (!read_path(&check))
        return FALSE;
    Reader reader = {.at = text, .builder = builder, .scale = scale};
    return builder == NULL || read_path(&reader);
}
