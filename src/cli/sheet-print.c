/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing the format of a sheet and printing it.
 */
#include "base/file.h"
#include "cli/sheet.h"

static const char *const formats[] = {"table", "csv", "json", "markdown", NULL};

const char *const *rk_sheet_formats(void)
{
    return formats;
}

static void to_table(const RkSheet *sheet, GString *text)
{
    RkScreen screen = rk_output_screen();
    rk_sheet_to_table(sheet, &screen, text);
}

gboolean rk_sheet_print(const RkSheet *sheet, guint format, const char *output, GError **error)
{
    static void (*const writers[])(const RkSheet *, GString *) = {to_table, rk_sheet_to_csv, rk_sheet_to_json,
                                                                  rk_sheet_to_markdown};
    g_autoptr(GString) text = g_string_new(NULL);
    writers[format](sheet, text);
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(g_steal_pointer(&text));
    return rk_file_replace(output, bytes, NULL, error);
}
