/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers and texts of nodes, one by one: refused with the path down to the node. What a node needs is not known here.
 */
#include "scene/check-private.h"

#include "base/limits.h"

#include <math.h>

/* Layout subtracts: what is below zero by less than can be drawn is zero. */
#define NEGLIGIBLE 0.005

static void append_place(GString *text, const RkScenePlace *place)
{
    if (place->parent != NULL) {
        append_place(text, place->parent);
        g_string_append(text, " > ");
    }
    const char *class_name = place->node->meaning.class_name;
    if (class_name != NULL && g_utf8_validate(class_name, -1, NULL))
        g_string_append(text, class_name);
    else if (place->parent == NULL)
        g_string_append(text, "root");
    else
        g_string_append_printf(text, "%s %u", rk_node_kind_name(place->node->kind), place->position);
}

/** Where the figure speaks of it, or of the nearest group around it. */
static RkPlace origin_of(const RkScenePlace *place)
{
    RkPlace origin = RK_NOWHERE;
    for (; place != NULL && origin.line == 0; place = place->parent)
        origin = rk_scene_origin(place->scene, place->node);
    return origin;
}

gboolean rk_scene_refuse(const RkScenePlace *place, GError **error, const char *format, ...)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append_place(text, place);
    g_string_append(text, ": ");
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(text, format, arguments);
    va_end(arguments);
    rk_error_set(error, RK_ERROR_DATA, origin_of(place), NULL, "%s", text->str);
    return FALSE;
}

gboolean rk_scene_check_range(const RkScenePlace *place, const char *what, double value, double least, double most,
                              GError **error)
{
    if (value >= least - NEGLIGIBLE && value <= most)
        return TRUE;
    if (!isfinite(value))
        return rk_scene_refuse(place, error, "%s is not a finite number", what);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    char limit[G_ASCII_DTOSTR_BUF_SIZE];
    gboolean below = value < least;
    g_ascii_formatd(number, sizeof number, "%.6g", value);
    g_ascii_formatd(limit, sizeof limit, "%.6g", below ? least : most);
    return rk_scene_refuse(place, error, below ? "%s is %s, below %s" : "%s is %s, beyond %s", what, number, limit);
}

gboolean rk_scene_check_coordinate(const RkScenePlace *place, const char *what, double value, GError **error)
{
    return rk_scene_check_range(place, what, value, -RK_LIMIT_COORDINATE, RK_LIMIT_COORDINATE, error);
}

gboolean rk_scene_check_length(const RkScenePlace *place, const char *what, double value, GError **error)
{
    return rk_scene_check_range(place, what, value, 0, RK_LIMIT_COORDINATE, error);
}

gboolean rk_scene_check_coordinates(const RkScenePlace *place, const char *what, const double *values, guint count,
                                    GError **error)
{
    guint8 outside = 0;
    for (guint i = 0; i < count; i++)
        outside |= !(fabs(values[i]) <= RK_LIMIT_COORDINATE);
    for (guint i = 0; outside != 0 && i < count; i++)
        if (!rk_scene_check_coordinate(place, what, values[i], error))
            return FALSE;
    return TRUE;
}

/* XML has no way to write control characters, and Pango breaks lines at some of them. */
gboolean rk_scene_check_text(const RkScenePlace *place, const char *what, const char *text, gboolean line_breaks,
                             GError **error)
{
    if (text == NULL)
        return TRUE;
    if (!g_utf8_validate(text, -1, NULL))
        return rk_scene_refuse(place, error, "%s is not valid UTF-8", what);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        gboolean space = line_breaks && (character == '\n' || character == '\t' || character == '\r');
        gboolean break_sign = !line_breaks && (character == 0x2028 || character == 0x2029);
        if ((character < 0x20 && !space) || (character >= 0x7f && character < 0xa0) || character == 0xfffe ||
            character == 0xffff || break_sign)
            return rk_scene_refuse(place, error, "%s holds the control character U+%04X", what, (guint)character);
    }
    return TRUE;
}
