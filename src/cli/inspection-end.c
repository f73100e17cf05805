/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a file of lines ends. Many programs leave the end of the last line out, so that it is no fault; a file that was
 * cut within its last cell looks the same, and nothing else tells. Packed files and pipes are not looked at.
 */
#include <stdio.h>
#include <string.h>

#include "cli/inspection.h"

gboolean rk_inspect_is_unended(const RkInspectedFile *file)
{
    static const char *const by_lines[] = {"csv", "tsv", "dsv", "world-bank", "owid", "oecd", NULL};
    if (!g_strv_contains(by_lines, file->format) || !g_file_test(file->path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    FILE *stream = fopen(file->path, "rb");
    if (stream == NULL)
        return FALSE;
    guint8 begin[2] = {0, 0};
    gboolean packed = fread(begin, 1, sizeof begin, stream) == sizeof begin && begin[0] == 0x1f && begin[1] == 0x8b;
    int last = fseek(stream, -1, SEEK_END) == 0 ? fgetc(stream) : EOF;
    fclose(stream);
    /* The line feed of UTF-16 may have its zero behind it. */
    return !packed && last != EOF && last != '\n' && last != '\r' && last != '\0';
}
