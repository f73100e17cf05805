/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * filter: keeps the rows for which a predicate is true.
 */
#include "transform/transform-private.h"

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    gsize rows = rk_table_rows(input), kept = 0;
    g_autofree guint8 *truth = g_new0(guint8, rows);
    if (!rk_predicate_test(rk_value_get(options, "filter"), input, context->scope, truth, error))
        return NULL;
    g_autofree guint32 *members = g_new(guint32, rows);
    for (gsize row = 0; row < rows; row++) {
        members[kept] = (guint32)row;
        kept += truth[row];
    }
    return kept == rows ? rk_table_ref(input) : rk_table_gather(input, members, kept);
}

static const RkProperty properties[] = {{.name = "filter",
                                         .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
                                         .shape = &rk_predicate_shape,
                                         .required = TRUE,
                                         .summary = "an expression or a predicate"},
                                        {NULL}};
static const RkShape shape = {.name = "a filter transform", .properties = properties};

const RkTransform rk_transform_filter = {
    .name = "filter", .summary = "keep the rows for which a predicate is true", .shape = &shape, .apply = apply};
