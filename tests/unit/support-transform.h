/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Transforms for tests: a table and a list of steps as text, the table they make or the error they give as text.
 */
#ifndef RK_TESTS_SUPPORT_TRANSFORM_H
#define RK_TESTS_SUPPORT_TRANSFORM_H

#include "support-table.h"

#include "transform/transform.h"

/* Gives the table whose text is the `values` of the `data` map. */
static inline RkTable *resolve_text(gpointer user, const RkValue *data, GError **error)
{
    (void)user;
    const char *text = rk_value_text_or(rk_value_get(data, "values"), NULL);
    if (text != NULL)
        return table_from(text);
    rk_error_set(error, RK_ERROR_IO, rk_value_place(data), NULL, "no such table");
    return NULL;
}

static inline RkTable *apply_steps(const char *table, const char *steps, RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkTable) input = table_from(table);
    g_autoptr(RkDocument) document = document_from(steps);
    const RkTransformContext context = {.resolve_data = resolve_text, .diagnostics = diagnostics};
    return rk_transform_apply_list(rk_document_root(document), input, &context, error);
}

static inline void assert_makes(const char *table, const char *steps, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(table, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    g_autofree char *text = table_text(output);
    if (strcmp(text, expected) != 0)
        fail_msg("%s makes\n%s\nexpected\n%s", steps, text, expected);
}

static inline void assert_refuses(const char *table, const char *steps, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(table, steps, NULL, &error);
    if (output != NULL)
        fail_msg("%s should fail", steps);
    assert_error(&error, expected);
}

#endif
