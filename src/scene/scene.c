/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene and its memory: nodes, texts and numbers are cut from a few large blocks and freed together, so that a
 * scatter plot of 100,000 points costs a few dozen allocations. Nothing here checks or draws.
 */
#include "scene/scene-private.h"

#include "base/large.h"

#include <string.h>

#define FIRST_BLOCK 8192u
#define LARGEST_BLOCK (1u << 20)
#define ALIGNMENT 16u

typedef struct Block Block;
struct Block {
    Block *older;
    gsize used;
    gsize size;
    _Alignas(ALIGNMENT) char memory[];
};

/** Where a figure speaks of a group. */
typedef struct Origin Origin;
struct Origin {
    const Origin *older;
    const RkNode *group;
    RkPlace place;
};

struct RkScene {
    gint references;
    Block *block;
    double width;
    double height;
    RkNode *root;
    const char *title;
    const char *description;
    const char *language;
    const Origin *origins;
};

static Block *block_new(Block *older, gsize least)
{
    gsize size = older == NULL ? FIRST_BLOCK : MIN(older->size * 2, LARGEST_BLOCK);
    size = MAX(size, least);
    Block *block = rk_large_alloc0(sizeof(Block) + size);
    block->older = older;
    block->size = size;
    return block;
}

gpointer rk_scene_allocate(RkScene *scene, gsize size)
{
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (scene->block == NULL || scene->block->size - scene->block->used < size)
        scene->block = block_new(scene->block, size);
    gpointer memory = scene->block->memory + scene->block->used;
    scene->block->used += size;
    return memory;
}

static RkNode *node_new(RkScene *scene, RkNodeKind kind)
{
    RkNode *node = rk_scene_allocate(scene, sizeof(RkNode));
    node->kind = kind;
    node->style.opacity = 1;
    return node;
}

RkScene *rk_scene_new(double width, double height)
{
    RkScene *scene = g_new0(RkScene, 1);
    scene->references = 1;
    scene->root = node_new(scene, RK_NODE_GROUP);
    rk_scene_set_size(scene, width, height);
    return scene;
}

RkScene *rk_scene_ref(RkScene *scene)
{
    g_atomic_int_inc(&scene->references);
    return scene;
}

void rk_scene_unref(RkScene *scene)
{
    if (scene == NULL || !g_atomic_int_dec_and_test(&scene->references))
        return;
    for (Block *block = scene->block; block != NULL;) {
        Block *older = block->older;
        g_free(block);
        block = older;
    }
    g_free(scene);
}

double rk_scene_width(const RkScene *scene)
{
    return scene->width;
}

double rk_scene_height(const RkScene *scene)
{
    return scene->height;
}

void rk_scene_set_size(RkScene *scene, double width, double height)
{
    scene->width = width;
    scene->height = height;
    scene->root->group.width = width;
    scene->root->group.height = height;
}

RkNode *rk_scene_root(const RkScene *scene)
{
    return scene->root;
}

void rk_scene_set_document(RkScene *scene, const char *title, const char *description, const char *language)
{
    scene->title = rk_scene_text(scene, title);
    scene->description = rk_scene_text(scene, description);
    scene->language = rk_scene_text(scene, language);
}

const char *rk_scene_title(const RkScene *scene)
{
    return scene->title;
}

const char *rk_scene_description(const RkScene *scene)
{
    return scene->description;
}

const char *rk_scene_language(const RkScene *scene)
{
    return scene->language;
}

RkNode *rk_scene_add(RkScene *scene, RkNode *parent, RkNodeKind kind)
{
    g_return_val_if_fail(parent != NULL && parent->kind == RK_NODE_GROUP, NULL);
    RkNode *node = node_new(scene, kind);
    if (parent->group.last == NULL)
        parent->group.first = node;
    else
        parent->group.last->next = node;
    parent->group.last = node;
    return node;
}

RkNode *rk_scene_add_group(RkScene *scene, RkNode *parent, const char *class_name, double x, double y)
{
    RkNode *group = rk_scene_add(scene, parent, RK_NODE_GROUP);
    g_return_val_if_fail(group != NULL, NULL);
    group->meaning.class_name = rk_scene_text(scene, class_name);
    group->group.x = x;
    group->group.y = y;
    return group;
}

static char *copy_bytes(RkScene *scene, const char *text, gsize length)
{
    char *copy = rk_scene_allocate(scene, length + 1);
    memcpy(copy, text, length);
    return copy;
}

const char *rk_scene_text(RkScene *scene, const char *text)
{
    return text == NULL ? NULL : copy_bytes(scene, text, strlen(text));
}

const double *rk_scene_numbers(RkScene *scene, const double *numbers, guint count)
{
    if (numbers == NULL)
        return NULL;
    double *copy = rk_scene_allocate(scene, count * sizeof(double));
    memcpy(copy, numbers, count * sizeof(double));
    return copy;
}

/* A tab has no place in a drawn line and a carriage return is half a line end: neither may change how wide a line is.
 */
static const char *copy_line(RkScene *scene, const char *start, gsize length)
{
    if (length > 0 && start[length - 1] == '\r')
        length--;
    char *line = copy_bytes(scene, start, length);
    for (char *at = line; *at != '\0'; at++)
        if (*at == '\t')
            *at = ' ';
    return line;
}

gpointer rk_scene_array(RkScene *scene, gsize count, gsize size)
{
    return rk_scene_allocate(scene, count * size);
}

const RkGradient *rk_scene_gradient(RkScene *scene, const RkGradient *gradient)
{
    RkGradient *copy = rk_scene_allocate(scene, sizeof *copy);
    RkStop *stops = rk_scene_allocate(scene, gradient->stop_count * sizeof *stops);
    *copy = *gradient;
    if (gradient->stop_count > 0)
        memcpy(stops, gradient->stops, gradient->stop_count * sizeof *stops);
    copy->stops = stops;
    return copy;
}

const char *const *rk_scene_lines(RkScene *scene, const char *text)
{
    if (text == NULL)
        return NULL;
    guint count = 1;
    for (const char *at = text; *at != '\0'; at++)
        count += *at == '\n';
    const char **lines = rk_scene_allocate(scene, (count + 1) * sizeof(char *));
    for (guint i = 0; i < count; i++) {
        const char *end = strchrnul(text, '\n');
        lines[i] = copy_line(scene, text, (gsize)(end - text));
        text = end + 1;
    }
    return lines;
}

RkNode rk_scene_symbol(const RkNode *symbols, guint index)
{
    guint look = symbols->symbols.looks == NULL ? 0 : symbols->symbols.looks[index];
    const RkSymbolLook *how = &symbols->symbols.look[look];
    return (RkNode){
        .kind = RK_NODE_SYMBOL,
        .style = how->style,
        .symbol = {symbols->symbols.x[index], symbols->symbols.y[index], how->size, how->angle, how->shape}};
}

void rk_scene_set_origin(RkScene *scene, const RkNode *group, RkPlace place)
{
    Origin *origin = rk_scene_allocate(scene, sizeof(Origin));
    *origin = (Origin){scene->origins, group, {rk_scene_text(scene, place.file), place.line, place.column, NULL}};
    scene->origins = origin;
}

RkPlace rk_scene_origin(const RkScene *scene, const RkNode *group)
{
    for (const Origin *origin = scene->origins; origin != NULL; origin = origin->older)
        if (origin->group == group)
            return origin->place;
    return RK_NOWHERE;
}
