/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists as texts. A table has a list as the columns "a[0]", "a[1]" … and "a.length"; where the grammar shows or groups
 * by the list itself, its items are the lines of one text. It refuses maps, which have no lines.
 */
#ifndef RK_TRANSFORM_LINES_H
#define RK_TRANSFORM_LINES_H

#include "table/table.h"
#include "transform/expression.h"

/** Stands between two lines, so that they are told from line feeds of the data, which break no line. */
#define RK_LINE_SEPARATOR "\xe2\x80\xa8"

/** The items of a list, each as it is written. Free with g_free(). */
char *rk_lines_write(const RkValue *list, const RkScope *scope);
/** `text` with `mark` between its lines; NULL when it has but one. Free with g_free(). */
char *rk_lines_joined(const char *text, const char *mark);
/** Whether some row has a list in the field. */
gboolean rk_lines_in(const RkTable *table, const char *field);
/** The field as texts: lists by their lines, all else as it is. NULL when no row has a list. */
RkColumn *rk_lines_column(const RkTable *table, const char *field, const RkScope *scope);

#endif
