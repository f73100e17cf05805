/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The door between layout and rendering: numbers that are not finite or out of range, texts that are not UTF-8 and
 * links that would run code stop here, with the path of class names down to the node. Renderers rely on it and check
 * nothing again.
 */
#include "scene/check-private.h"

#include "base/limits.h"
#include "scene/symbol.h"

static gboolean check_path(const RkScenePlace *place, GError **error)
{
    const RkPath *path = &place->node->path.path;
    guint needed = 0;
    for (guint i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] > RK_PATH_CLOSE)
            return rk_scene_refuse(place, error, "path has an unknown verb");
        needed += rk_path_verb_numbers(path->verbs[i]);
    }
    if (path->verb_count > 0 && path->verbs[0] != RK_PATH_MOVE && path->verbs[0] != RK_PATH_ARC)
        return rk_scene_refuse(place, error, "path does not start with a move");
    if (needed != path->number_count)
        return rk_scene_refuse(place, error, "path has %u numbers for verbs that take %u", path->number_count, needed);
    return rk_scene_check_coordinates(place, "path", path->numbers, path->number_count, error);
}

static gboolean check_symbol(const RkScenePlace *place, GError **error)
{
    const RkNode *node = place->node;
    if (!rk_symbol_is_known(node->symbol.shape))
        return rk_scene_refuse(place, error, "there is no such symbol");
    return rk_scene_check_coordinate(place, "x", node->symbol.x, error) &&
           rk_scene_check_coordinate(place, "y", node->symbol.y, error) &&
           rk_scene_check_coordinate(place, "angle", node->symbol.angle, error) &&
           rk_scene_check_length(place, "size", node->symbol.size, error);
}

static gboolean check_node(const RkScenePlace *place, GError **error);

static gboolean check_symbols(const RkScenePlace *place, GError **error)
{
    const RkNode *node = place->node;
    guint count = node->symbols.count;
    for (guint i = 0; node->symbols.looks != NULL && i < count; i++)
        if (node->symbols.looks[i] >= node->symbols.look_count)
            return rk_scene_refuse(place, error, "symbol %u has no look", i + 1);
    for (guint i = 0; i < node->symbols.look_count; i++) {
        const guint16 look = (guint16)i;
        const double origin = 0;
        RkNode all = {.symbols = {1, &origin, &origin, &look, node->symbols.look, node->symbols.look_count}};
        RkNode symbol = rk_scene_symbol(&all, 0);
        RkScenePlace at = *place;
        at.node = &symbol;
        if (!check_node(&at, error))
            return FALSE;
    }
    return (node->symbols.look_count > 0 || count == 0 || rk_scene_refuse(place, error, "symbols have no look")) &&
           rk_scene_check_coordinates(place, "x", node->symbols.x, count, error) &&
           rk_scene_check_coordinates(place, "y", node->symbols.y, count, error);
}

static gboolean check_text_node(const RkScenePlace *place, GError **error)
{
    const RkNode *node = place->node;
    for (const char *const *line = node->text.lines; line != NULL && *line != NULL; line++)
        if (!rk_scene_check_text(place, "text", *line, FALSE, error))
            return FALSE;
    return rk_scene_check_text(place, "font family", node->text.font.family, FALSE, error) &&
           rk_scene_check_range(place, "font size", node->text.font.size, 0, RK_LIMIT_FONT_SIZE, error) &&
           rk_scene_check_range(place, "font weight", node->text.font.weight, 0, 1000, error) &&
           rk_scene_check_coordinate(place, "x", node->text.x, error) &&
           rk_scene_check_coordinate(place, "y", node->text.y, error) &&
           rk_scene_check_coordinate(place, "angle", node->text.angle, error) &&
           rk_scene_check_coordinate(place, "line height", node->text.line_height, error);
}

static gboolean check_rect(const RkScenePlace *place, GError **error)
{
    const RkNode *node = place->node;
    return rk_scene_check_coordinate(place, "x", node->rect.x, error) &&
           rk_scene_check_coordinate(place, "y", node->rect.y, error) &&
           rk_scene_check_length(place, "width", node->rect.width, error) &&
           rk_scene_check_length(place, "height", node->rect.height, error) &&
           rk_scene_check_coordinates(place, "corner radius", node->rect.corner_radius, 4, error);
}

static gboolean check_children(const RkScenePlace *place, GError **error);

static gboolean check_group(const RkScenePlace *place, GError **error)
{
    const RkNode *node = place->node;
    if (place->depth > RK_LIMIT_SCENE_DEPTH) {
        rk_error_set(error, RK_ERROR_LIMIT, RK_NOWHERE, NULL, "the drawing nests more than %u groups",
                     RK_LIMIT_SCENE_DEPTH);
        return FALSE;
    }
    return rk_scene_check_coordinate(place, "x", node->group.x, error) &&
           rk_scene_check_coordinate(place, "y", node->group.y, error) &&
           rk_scene_check_coordinate(place, "x in the picture", place->x, error) &&
           rk_scene_check_coordinate(place, "y in the picture", place->y, error) &&
           rk_scene_check_length(place, "width", node->group.width, error) &&
           rk_scene_check_length(place, "height", node->group.height, error) &&
           rk_scene_check_coordinates(place, "corner radius", node->group.corner_radius, 4, error) &&
           check_children(place, error);
}

static gboolean check_geometry(const RkScenePlace *place, GError **error)
{
    const RkNode *node = place->node;
    switch (node->kind) {
    case RK_NODE_GROUP:
        return check_group(place, error);
    case RK_NODE_RECT:
        return check_rect(place, error);
    case RK_NODE_PATH:
        return rk_scene_check_coordinate(place, "x", node->path.x, error) &&
               rk_scene_check_coordinate(place, "y", node->path.y, error) && check_path(place, error);
    case RK_NODE_SYMBOL:
        return check_symbol(place, error);
    case RK_NODE_SYMBOLS:
        return check_symbols(place, error);
    case RK_NODE_RULE:
        return rk_scene_check_coordinates(
            place, "rule", (const double[]){node->rule.x, node->rule.y, node->rule.x2, node->rule.y2}, 4, error);
    case RK_NODE_TEXT:
        return check_text_node(place, error);
    default:
        return rk_scene_refuse(place, error, "there is no such kind of node");
    }
}

static gboolean check_node(const RkScenePlace *place, GError **error)
{
    return rk_scene_check_style(place, error) && rk_scene_check_meaning(place, error) && check_geometry(place, error);
}

static gboolean check_children(const RkScenePlace *place, GError **error)
{
    RkScenePlace child = {place->scene, place, NULL, 1, place->depth + 1, 0, 0};
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
    RkScenePlace place = {scene, NULL, root, 1, 1, root->group.x, root->group.y};
    return rk_scene_check_length(&place, "width of the picture", rk_scene_width(scene), error) &&
           rk_scene_check_length(&place, "height of the picture", rk_scene_height(scene), error) &&
           rk_scene_check_text(&place, "title", rk_scene_title(scene), TRUE, error) &&
           rk_scene_check_text(&place, "description", rk_scene_description(scene), TRUE, error) &&
           rk_scene_check_text(&place, "language", rk_scene_language(scene), FALSE, error) && check_node(&place, error);
}
