/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The remarks that DataBank signs its exports with, below the rows, each in the first cell of a line of its own: source
 * and date of the data. They are no data, and are told.
 */
#include "read/world-bank-private.h"

#include <string.h>

#include "table/annotations.h"
#include "table/builder.h"

/* A line of which nothing but the first cell is filled holds no observation: DataBank signs its exports so. */
static gboolean is_remark(const RkTable *wide, gsize row)
{
    for (guint i = 1; i < rk_table_columns(wide); i++)
        if (!rk_column_is_missing(rk_table_column(wide, i), row))
            return FALSE;
    return TRUE;
}

/* Takes over `rows`, which are those of `wide` without remarks. */
static RkTable *annotate(RkTable *rows, const RkTable *wide)
{
    static const struct {
        const char *begin, *key;
    } known[] = {{"Data from database: ", RK_ANNOTATION_SOURCE}, {"Last Updated: ", RK_ANNOTATION_UPDATED}};
    const RkColumn *first = rk_table_columns(wide) > 0 ? rk_table_column(wide, 0) : NULL;
    for (gsize row = 0; first != NULL && rk_column_codes(first) != NULL && row < rk_table_rows(wide); row++) {
        const char *text = rk_column_text(first, row);
        for (guint i = 0; text != NULL && i < G_N_ELEMENTS(known); i++)
            if (g_str_has_prefix(text, known[i].begin) && is_remark(wide, row))
                rows = rk_table_annotate(rows, known[i].key, text + strlen(known[i].begin), NULL);
    }
    return rows;
}

RkTable *rk_world_bank_without_remarks(const RkTable *wide, const RkReadOptions *options, const char *file)
{
    gsize rows = rk_table_rows(wide), count = 0;
    g_autofree guint32 *kept = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        if (!is_remark(wide, row))
            kept[count++] = (guint32)row;
    if (count < rows && options->diagnostics != NULL)
        rk_diagnostics_add(options->diagnostics, RK_SEVERITY_NOTE, (RkPlace){file, 0, 0}, NULL,
                           "%" G_GSIZE_FORMAT " %s without codes and values left out", rows - count,
                           rows - count == 1 ? "line" : "lines");
    return annotate(rk_table_gather(wide, kept, count), wide);
}
