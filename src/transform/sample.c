/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * sample: so many rows of a table, each as likely as any other, in their old order. The draw begins with a seed, so
 * that a figure does not change from run to run.
 */
#include "transform/transform-private.h"

#include <math.h>

#include "stats/random.h"

static int compare_rows(gconstpointer a, gconstpointer b)
{
    guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    return x < y ? -1 : x > y;
}

/** Vitter's reservoir: the first rows fill it, later ones replace one of them with falling probability. */
static void draw(guint32 *kept, guint32 count, guint32 rows, guint64 seed)
{
    const RkRandom random = {.seed = seed};
    g_autofree double *chances = g_new(double, MAX(rows, 1));
    rk_random_uniform(&random, 0, chances, rows);
    for (guint32 row = 0; row < rows; row++) {
        guint32 place = row < count ? row : (guint32)floor(chances[row] * (row + 1.0));
        if (place < count)
            kept[place] = row;
    }
    qsort(kept, count, sizeof *kept, compare_rows);
}

static gboolean check_number(const RkValue *value, GError **error)
{
    double number = rk_value_number_or(value, -1);
    if (number >= 0 && number <= G_MAXINT32 && number == floor(number))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a whole number, 0 or more, is needed");
    return FALSE;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    (void)context, (void)error;
    double size = rk_value_number_or(rk_value_get(options, "sample"), 1000);
    double seed = rk_value_number_or(rk_value_get(options, "seed"), 0);
    gsize rows = rk_table_rows(input);
    if (size >= rows)
        return rk_table_ref(input);
    g_autofree guint32 *kept = g_new(guint32, (gsize)size + 1);
    draw(kept, (guint32)size, (guint32)rows, (guint64)seed);
    return rk_table_gather(input, kept, (gsize)size);
}

static const RkProperty properties[] = {
    {.name = "sample",
     .allow = RK_ALLOW_NUMBER,
     .check = check_number,
     .required = TRUE,
     .summary = "the most rows to keep"},
    {.name = "seed", .allow = RK_ALLOW_NUMBER, .check = check_number, .summary = "another seed draws other rows: 0"},
    {NULL}};
static const RkShape shape = {.name = "a sample transform", .properties = properties};

const RkTransform rk_transform_sample = {
    .name = "sample", .summary = "so many rows, drawn the same on every run", .shape = &shape, .apply = apply};
