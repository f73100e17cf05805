/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of the data as a whole, in words. What only one format understands is not shown.
 */
#include <string.h>

#include "cli/inspection.h"
#include "table/annotations.h"

void rk_inspect_about(const RkTable *table, RkSheet *sheet)
{
    const RkAnnotation *annotation;
    rk_sheet_add_column(sheet, "what", "what", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "text", "text", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    for (guint i = 0; (annotation = rk_table_annotation_at(table, i)) != NULL; i++) {
        if (strchr(annotation->key, ':') != NULL)
            continue;
        rk_sheet_add_row(sheet, FALSE);
        rk_sheet_set_text(sheet, 0, annotation->key);
        rk_sheet_set_text(sheet, 1, annotation->text);
    }
}
