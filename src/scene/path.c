/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds paths, one verb after the other. It refuses nothing: what cannot be drawn is found by rk_scene_check().
 */
#include "scene/scene-private.h"

#include <string.h>

struct RkPathBuilder {
    GByteArray *verbs;
    GArray *numbers;
};

guint rk_path_verb_numbers(RkPathVerb verb)
{
    static const guint counts[] = {[RK_PATH_MOVE] = 2, [RK_PATH_LINE] = 2, [RK_PATH_CURVE] = 6, [RK_PATH_ARC] = 5};
    return (guint)verb < G_N_ELEMENTS(counts) ? counts[verb] : 0;
}

RkPathBuilder *rk_path_builder_new(void)
{
    RkPathBuilder *builder = g_new0(RkPathBuilder, 1);
    builder->verbs = g_byte_array_new();
    builder->numbers = g_array_new(FALSE, FALSE, sizeof(double));
    return builder;
}

void rk_path_builder_free(RkPathBuilder *builder)
{
    if (builder == NULL)
        return;
    g_byte_array_unref(builder->verbs);
    g_array_unref(builder->numbers);
    g_free(builder);
}

static void append(RkPathBuilder *builder, RkPathVerb verb, const double *numbers)
{
    guint8 byte = (guint8)verb;
    g_byte_array_append(builder->verbs, &byte, 1);
    if (numbers != NULL)
        g_array_append_vals(builder->numbers, numbers, rk_path_verb_numbers(verb));
}

void rk_path_move(RkPathBuilder *builder, double x, double y)
{
    append(builder, RK_PATH_MOVE, (const double[]){x, y});
}

void rk_path_line(RkPathBuilder *builder, double x, double y)
{
    append(builder, RK_PATH_LINE, (const double[]){x, y});
}

void rk_path_curve(RkPathBuilder *builder, double x1, double y1, double x2, double y2, double x, double y)
{
    append(builder, RK_PATH_CURVE, (const double[]){x1, y1, x2, y2, x, y});
}

void rk_path_arc(RkPathBuilder *builder, double center_x, double center_y, double radius, double start, double end)
{
    append(builder, RK_PATH_ARC, (const double[]){center_x, center_y, radius, start, end});
}

void rk_path_close(RkPathBuilder *builder)
{
    append(builder, RK_PATH_CLOSE, NULL);
}

gboolean rk_path_is_empty(const RkPathBuilder *builder)
{
    return builder->verbs->len == 0;
}

RkPath rk_path_take(RkPathBuilder *builder, RkScene *scene)
{
    RkPath path = {.verb_count = builder->verbs->len, .number_count = builder->numbers->len};
    guint8 *verbs = rk_scene_allocate(scene, path.verb_count);
    if (path.verb_count > 0)
        memcpy(verbs, builder->verbs->data, path.verb_count);
    path.verbs = verbs;
    path.numbers = rk_scene_numbers(scene, (const double *)builder->numbers->data, path.number_count);
    g_byte_array_set_size(builder->verbs, 0);
    g_array_set_size(builder->numbers, 0);
    return path;
}
