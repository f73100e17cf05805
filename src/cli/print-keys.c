/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns that tell the rows of a sheet apart: names, and periods where names repeat. A table that goes on below
 * itself begins with them again. Numbers and remarks identify no row.
 */
#include "cli/sheet.h"

/* A column without a title says something about the one before it. */
static gboolean may_identify(const RkSheetColumn *column)
{
    return column->kind == RK_CELLS_TEXT && (column->audience & RK_FOR_PEOPLE) && *column->title != '\0';
}

/* Parts the classes of rows by the words of one more column; answers how many there are now. */
static guint part(const RkSheet *sheet, guint column, guint *classes)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint row = 0; row < sheet->rows->len; row++) {
        const char *words = rk_sheet_cell(sheet, row, column)->text;
        g_autofree char *key = g_strdup_printf("%u\x1f%s", classes[row], words == NULL ? "" : words);
        gpointer seen;
        if (!g_hash_table_lookup_extended(known, key, NULL, &seen)) {
            seen = GUINT_TO_POINTER(g_hash_table_size(known));
            g_hash_table_insert(known, g_steal_pointer(&key), seen);
        }
        classes[row] = GPOINTER_TO_UINT(seen);
    }
    return g_hash_table_size(known);
}

static void keep_first(const RkSheet *sheet, gboolean *keys)
{
    for (guint i = 0; i < sheet->columns->len; i++) {
        if (may_identify(rk_sheet_column(sheet, i))) {
            keys[i] = TRUE;
            return;
        }
    }
    keys[0] = TRUE;
}

gboolean *rk_sheet_keys(const RkSheet *sheet)
{
    guint rows = sheet->rows->len, apart = 1;
    gboolean *keys = g_new0(gboolean, MAX(sheet->columns->len, 1)), any = FALSE;
    g_autofree guint *classes = g_new0(guint, MAX(rows, 1));
    for (guint i = 0; i < sheet->columns->len && apart < rows; i++) {
        guint now = may_identify(rk_sheet_column(sheet, i)) ? part(sheet, i, classes) : apart;
        keys[i] = now > apart;
        any = any || keys[i];
        apart = MAX(apart, now);
    }
    if (!any)
        keep_first(sheet, keys);
    return keys;
}
