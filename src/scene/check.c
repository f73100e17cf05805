/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The door between layout and rendering: numbers that are not finite or out of range, texts that are not UTF-8 and
 * links that would run code stop here, with the path of class names down to the node. Renderers rely on it and check
 * nothing again.
 */
#include "scene/scene-private.h"

#include "base/limits.h"
#include "scene/symbol.h"

#include <math.h>
#include <string.h>

/* Layout subtracts: what is below zero by less than can be drawn is zero. */
#define NEGLIGIBLE 0.005
#define SHORTEST_DASH 0.1

typedef struct Place Place;
struct Place {
    const RkScene *scene;
    const Place *parent;
    const RkNode *node;
    guint position; /* among its siblings, from 1 */
    guint depth;
    double x, y; /* of its coordinate system, in the picture */
};

static void append_place(GString *text, const Place *place)
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
static RkPlace origin_of(const Place *place)
{
    RkPlace origin = RK_NOWHERE;
    for (; place != NULL && origin.line == 0; place = place->parent)
        origin = rk_scene_origin(place->scene, place->node);
    return origin;
}

static gboolean refuse(const Place *place, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);

static gboolean refuse(const Place *place, GError **error, const char *format, ...)
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

static gboolean check_range(const Place *place, const char *what, double value, double least, double most,
                            GError **error)
{
    if (value >= least - NEGLIGIBLE && value <= most)
        return TRUE;
    if (!isfinite(value))
        return refuse(place, error, "%s is not a finite number", what);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    char limit[G_ASCII_DTOSTR_BUF_SIZE];
    gboolean below = value < least;
    g_ascii_formatd(number, sizeof number, "%.6g", value);
    g_ascii_formatd(limit, sizeof limit, "%.6g", below ? least : most);
    return refuse(place, error, below ? "%s is %s, below %s" : "%s is %s, beyond %s", what, number, limit);
}

static gboolean check_coordinate(const Place *place, const char *what, double value, GError **error)
{
    return check_range(place, what, value, -RK_LIMIT_COORDINATE, RK_LIMIT_COORDINATE, error);
}

static gboolean check_length(const Place *place, const char *what, double value, GError **error)
{
    return check_range(place, what, value, 0, RK_LIMIT_COORDINATE, error);
}

static gboolean check_coordinates(const Place *place, const char *what, const double *values, guint count,
                                  GError **error)
{
    guint8 outside = 0;
    for (guint i = 0; i < count; i++)
        outside |= !(fabs(values[i]) <= RK_LIMIT_COORDINATE);
    for (guint i = 0; outside != 0 && i < count; i++)
        if (!check_coordinate(place, what, values[i], error))
            return FALSE;
    return TRUE;
}

/* XML has no way to write control characters, and Pango breaks lines at some of them. */
static gboolean check_text(const Place *place, const char *what, const char *text, gboolean line_breaks, GError **error)
{
    if (text == NULL)
        return TRUE;
    if (!g_utf8_validate(text, -1, NULL))
        return refuse(place, error, "%s is not valid UTF-8", what);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        gboolean space = line_breaks && (character == '\n' || character == '\t' || character == '\r');
        gboolean break_sign = !line_breaks && (character == 0x2028 || character == 0x2029);
        if ((character < 0x20 && !space) || (character >= 0x7f && character < 0xa0) || character == 0xfffe ||
            character == 0xffff || break_sign)
            return refuse(place, error, "%s holds the control character U+%04X", what, (guint)character);
    }
    return TRUE;
}

static gboolean check_gradient(const Place *place, const char *what, const RkGradient *gradient, GError **error)
{
    const double shares[] = {gradient->x1, gradient->y1, gradient->r1, gradient->x2, gradient->y2, gradient->r2};
    for (guint i = 0; i < gradient->stop_count; i++) {
        const RkStop *stop = &gradient->stops[i];
        if (!check_range(place, what, stop->offset, 0, 1, error) ||
            !check_range(place, what, stop->color.alpha, 0, 1, error))
            return FALSE;
    }
    return check_coordinates(place, what, shares, G_N_ELEMENTS(shares), error);
}

static gboolean check_paint(const Place *place, const char *what, const RkPaint *paint, GError **error)
{
    const RkColor *color = &paint->color;
    const double parts[4] = {color->red, color->green, color->blue, color->alpha};
    for (guint i = 0; paint->set && i < 4; i++)
        if (!check_range(place, what, parts[i], 0, 1, error))
            return FALSE;
    return !paint->set || paint->gradient == NULL || check_gradient(place, what, paint->gradient, error);
}

static gboolean check_dash(const Place *place, const RkStyle *style, GError **error)
{
    if (style->dash == NULL || style->dash_count == 0)
        return TRUE;
    double total = 0;
    for (guint i = 0; i < style->dash_count; i++) {
        if (!check_length(place, "dash", style->dash[i], error))
            return FALSE;
        total += style->dash[i];
    }
    /* Cairo walks every dash, also those outside the picture: far below a pixel it would walk for hours. */
    if (total >= SHORTEST_DASH * style->dash_count)
        return TRUE;
    return refuse(place, error, "dashes are shorter than %s pixels", G_STRINGIFY(SHORTEST_DASH));
}

static gboolean check_style(const Place *place, GError **error)
{
    const RkStyle *style = &place->node->style;
    return check_range(place, "opacity", style->opacity, 0, 1, error) &&
           check_length(place, "stroke width", style->stroke_width, error) &&
           check_paint(place, "fill", &style->fill, error) && check_paint(place, "stroke", &style->stroke, error) &&
           check_coordinate(place, "dash offset", style->dash_offset, error) &&
           check_length(place, "miter limit", style->miter_limit, error) && check_dash(place, style, error);
}

static gboolean check_href(const Place *place, const char *href, GError **error)
{
    if (!check_text(place, "link", href, FALSE, error))
        return FALSE;
    g_autofree char *scheme = href == NULL ? NULL : g_uri_parse_scheme(href);
    static const char *const allowed[] = {"http", "https", "mailto", NULL};
    if (href == NULL || strchr(href, ':') == NULL || (scheme != NULL && g_strv_contains(allowed, scheme)))
        return TRUE;
    return refuse(place, error, "link is neither http, https, mailto nor relative");
}

static gboolean check_meaning(const Place *place, GError **error)
{
    const RkMeaning *meaning = &place->node->meaning;
    return check_text(place, "class name", meaning->class_name, FALSE, error) &&
           check_text(place, "role", meaning->role, FALSE, error) &&
           check_text(place, "role description", meaning->role_description, FALSE, error) &&
           check_text(place, "label", meaning->label, TRUE, error) && check_href(place, meaning->href, error);
}

static gboolean check_path(const Place *place, GError **error)
{
    const RkPath *path = &place->node->path.path;
    guint needed = 0;
    for (guint i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] > RK_PATH_CLOSE)
            return refuse(place, error, "path has an unknown verb");
        needed += rk_path_verb_numbers(path->verbs[i]);
    }
    if (path->verb_count > 0 && path->verbs[0] != RK_PATH_MOVE && path->verbs[0] != RK_PATH_ARC)
        return refuse(place, error, "path does not start with a move");
    if (needed != path->number_count)
        return refuse(place, error, "path has %u numbers for verbs that take %u", path->number_count, needed);
    return check_coordinates(place, "path", path->numbers, path->number_count, error);
}

static gboolean check_symbol(const Place *place, GError **error)
{
    const RkNode *node = place->node;
    if (!rk_symbol_is_known(node->symbol.shape))
        return refuse(place, error, "there is no such symbol");
    return check_coordinate(place, "x", node->symbol.x, error) && check_coordinate(place, "y", node->symbol.y, error) &&
           check_coordinate(place, "angle", node->symbol.angle, error) &&
           check_length(place, "size", node->symbol.size, error);
}

static gboolean check_node(const Place *place, GError **error);

static gboolean check_symbols(const Place *place, GError **error)
{
    const RkNode *node = place->node;
    guint count = node->symbols.count;
    for (guint i = 0; node->symbols.looks != NULL && i < count; i++)
        if (node->symbols.looks[i] >= node->symbols.look_count)
            return refuse(place, error, "symbol %u has no look", i + 1);
    for (guint i = 0; i < node->symbols.look_count; i++) {
        const guint16 look = (guint16)i;
        const double origin = 0;
        RkNode all = {.symbols = {1, &origin, &origin, &look, node->symbols.look, node->symbols.look_count}};
        RkNode symbol = rk_scene_symbol(&all, 0);
        Place at = *place;
        at.node = &symbol;
        if (!check_node(&at, error))
            return FALSE;
    }
    return (node->symbols.look_count > 0 || count == 0 || refuse(place, error, "symbols have no look")) &&
           check_coordinates(place, "x", node->symbols.x, count, error) &&
           check_coordinates(place, "y", node->symbols.y, count, error);
}

static gboolean check_text_node(const Place *place, GError **error)
{
    const RkNode *node = place->node;
    for (const char *const *line = node->text.lines; line != NULL && *line != NULL; line++)
        if (!check_text(place, "text", *line, FALSE, error))
            return FALSE;
    return check_text(place, "font family", node->text.font.family, FALSE, error) &&
           check_range(place, "font size", node->text.font.size, 0, RK_LIMIT_FONT_SIZE, error) &&
           check_range(place, "font weight", node->text.font.weight, 0, 1000, error) &&
           check_coordinate(place, "x", node->text.x, error) && check_coordinate(place, "y", node->text.y, error) &&
           check_coordinate(place, "angle", node->text.angle, error) &&
           check_coordinate(place, "line height", node->text.line_height, error);
}

static gboolean check_rect(const Place *place, GError **error)
{
    const RkNode *node = place->node;
    return check_coordinate(place, "x", node->rect.x, error) && check_coordinate(place, "y", node->rect.y, error) &&
           check_length(place, "width", node->rect.width, error) &&
           check_length(place, "height", node->rect.height, error) &&
           check_coordinates(place, "corner radius", node->rect.corner_radius, 4, error);
}

static gboolean check_children(const Place *place, GError **error);

static gboolean check_group(const Place *place, GError **error)
{
    const RkNode *node = place->node;
    if (place->depth > RK_LIMIT_SCENE_DEPTH) {
        rk_error_set(error, RK_ERROR_LIMIT, RK_NOWHERE, NULL, "the drawing nests more than %u groups",
                     RK_LIMIT_SCENE_DEPTH);
        return FALSE;
    }
    return check_coordinate(place, "x", node->group.x, error) && check_coordinate(place, "y", node->group.y, error) &&
           check_coordinate(place, "x in the picture", place->x, error) &&
           check_coordinate(place, "y in the picture", place->y, error) &&
           check_length(place, "width", node->group.width, error) &&
           check_length(place, "height", node->group.height, error) &&
           check_coordinates(place, "corner radius", node->group.corner_radius, 4, error) &&
           check_children(place, error);
}

static gboolean check_geometry(const Place *place, GError **error)
{
    const RkNode *node = place->node;
    switch (node->kind) {
    case RK_NODE_GROUP:
        return check_group(place, error);
    case RK_NODE_RECT:
        return check_rect(place, error);
    case RK_NODE_PATH:
        return check_coordinate(place, "x", node->path.x, error) && check_coordinate(place, "y", node->path.y, error) &&
               check_path(place, error);
    case RK_NODE_SYMBOL:
        return check_symbol(place, error);
    case RK_NODE_SYMBOLS:
        return check_symbols(place, error);
    case RK_NODE_RULE:
        return check_coordinates(place, "rule",
                                 (const double[]){node->rule.x, node->rule.y, node->rule.x2, node->rule.y2}, 4, error);
    case RK_NODE_TEXT:
        return check_text_node(place, error);
    default:
        return refuse(place, error, "there is no such kind of node");
    }
}

static gboolean check_node(const Place *place, GError **error)
{
    return check_style(place, error) && check_meaning(place, error) && check_geometry(place, error);
}

static gboolean check_children(const Place *place, GError **error)
{
    Place child = {place->scene, place, NULL, 1, place->depth + 1, 0, 0};
    for (const RkNode *node = place->node->group.first; node != NULL; node = node->next, child.position++) {
        child.node = node;
        child.x = place->x + (node->kind == RK_NODE_GROUP ? node->group.x : 0);
        child.y = place->y + (node->kind == RK_NODE_GROUP ? node->group.y : 0);
        if (!check_node(&child, error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_scene_check(const RkScene *scene, GError **error)
{
    const RkNode *root = rk_scene_root(scene);
    Place place = {scene, NULL, root, 1, 1, root->group.x, root->group.y};
    return check_length(&place, "width of the picture", rk_scene_width(scene), error) &&
           check_length(&place, "height of the picture", rk_scene_height(scene), error) &&
           check_text(&place, "title", rk_scene_title(scene), TRUE, error) &&
           check_text(&place, "description", rk_scene_description(scene), TRUE, error) &&
           check_text(&place, "language", rk_scene_language(scene), FALSE, error) && check_node(&place, error);
}
