/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The results of transforms as numbers, and as one line of text.
 */
#ifndef RK_TESTS_SUPPORT_VALUES_H
#define RK_TESTS_SUPPORT_VALUES_H

#include "support-says.h"

static inline double number_at(const char *table, const char *steps, const char *name, gsize row)
{
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(table, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    return rk_column_numbers(rk_table_find(output, name))[row];
}

/* The values of a result, parted by spaces, "-" for missing; units in front of the first. */
static inline void assert_values(const char *table, const char *steps, const char *name, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(table, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    const RkColumn *column = rk_table_find(output, name);
    g_autoptr(GString) text = g_string_new(NULL);
    if (rk_column_unit(column) != NULL)
        g_string_append_printf(text, "%s: ", rk_column_text(rk_column_unit(column), 0));
    for (gsize row = 0; row < rk_table_rows(output); row++) {
        g_autofree char *cell = rk_column_write(column, row);
        g_string_append_printf(text, "%s%s", row == 0 ? "" : " ", cell == NULL ? "-" : cell);
    }
    if (strcmp(text->str, expected) != 0)
        fail_msg("%s makes %s, expected %s", steps, text->str, expected);
}

#endif
