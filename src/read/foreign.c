/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Workbooks, documents, pictures, programs, web pages and packed files: named, and never read as if they were text. A
 * first line with control characters belongs to some other binary file.
 */
#include "read/foreign-private.h"

#include <string.h>

/* A title in a message is shown up to here. */
#define TITLE_BYTES 60u
/* The names of the first files of a workbook stand within so many bytes. */
#define ARCHIVE_HEAD 4096u

static const struct {
    const char *magic;
    gsize length;
    const char *what;
    const char *hint;
} kinds[] = {
    {"%PDF-", 5, "a PDF document", "look for the table behind it as CSV"},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "an old Excel workbook (XLS)", "save the sheet as CSV UTF-8"},
    {"PAR1", 4, "a Parquet file", "export the table as CSV"},
    {"SQLite format 3", 15, "an SQLite database", "export the table as CSV"},
    {"\xfd"
     "7zXZ",
     5, "packed with xz", "unpack it with xz -d"},
    {"BZh91AY&SY", 10, "packed with bzip2", "unpack it with bzip2 -d"},
    {"\x28\xb5\x2f\xfd", 4, "packed with zstd", "unpack it with zstd -d"},
    {"7z\xbc\xaf\x27\x1c", 6, "a 7z archive", "unpack it"},
    {"\x89PNG\r\n\x1a\n", 8, "a picture (PNG)", "look for the table behind it as CSV"},
    {"\xff\xd8\xff", 3, "a picture (JPEG)", "look for the table behind it as CSV"},
    {"GIF89a", 6, "a picture (GIF)", "look for the table behind it as CSV"},
    {"\x7f"
     "ELF",
     4, "a program (ELF)", "name the data that it writes"},
    {"ARROW1", 6, "an Arrow file (Feather)", "export the table as CSV"},
    {"\x89HDF\r\n\x1a\n", 8, "an HDF5 file", "export the table as CSV"},
    {"<stata_dta>", 11, "a Stata file", "export the table as CSV"},
    {"$FL2@(#)", 8, "an SPSS file", "export the table as CSV"},
    {"X\n\0\0\0", 5, "an R object (RDS)", "write the table with write.csv()"},
    {"RDX3\n", 5, "R data (RData)", "write the table with write.csv()"},
    {"{\\rtf", 5, "a text document (RTF)", "save the table as CSV"},
};

static gboolean refuse(GError **error, const char *file, const char *what, const char *hint)
{
    rk_error_set(error, RK_ERROR_UNSUPPORTED, (RkPlace){file, 0, 0}, hint, "is %s, which is not read", what);
    return FALSE;
}

static gboolean contains(const char *head, gsize length, const char *text)
{
    /* An empty file has no head. */
    return head != NULL && memmem(head, MIN(length, ARCHIVE_HEAD), text, strlen(text)) != NULL;
}

static gboolean check_archive(const char *head, gsize length, const char *file, GError **error)
{
    if (contains(head, length, "[Content_Types].xml") || contains(head, length, "xl/workbook"))
        return refuse(error, file, "an Excel workbook (XLSX)", "save the sheet as CSV UTF-8");
    if (contains(head, length, "application/vnd.oasis.opendocument"))
        return refuse(error, file, "an OpenDocument file (ODS)", "save the sheet as CSV UTF-8");
    return TRUE;
}

static gboolean begins(const char *text, gsize length, const char *word)
{
    return length >= strlen(word) && g_ascii_strncasecmp(text, word, strlen(word)) == 0;
}

/* What a page calls itself; NULL when it does not. */
static char *find_title(const char *text, gsize length)
{
    for (gsize at = 0; at + 7 < length; at++) {
        if (!begins(text + at, length - at, "<title>"))
            continue;
        const char *start = text + at + 7;
        const char *end = memchr(start, '<', MIN(length - at - 7, TITLE_BYTES + 1));
        g_autofree char *title = end != NULL ? g_strndup(start, (gsize)(end - start)) : NULL;
        return title != NULL && g_utf8_validate(title, -1, NULL) ? g_strdup(g_strstrip(title)) : NULL;
    }
    return NULL;
}

static gboolean refuse_page(const char *text, gsize length, const char *file, GError **error)
{
    g_autofree char *title = find_title(text, length);
    g_autofree char *what = title != NULL && *title != '\0' && strpbrk(title, "\r\n") == NULL
                                ? g_strdup_printf("a web page (HTML) called \"%s\"", title)
                                : g_strdup("a web page (HTML)");
    return refuse(error, file, what, "an error page saved as data? open it in a browser, and download the data again");
}

static gboolean check_markup(const char *head, gsize length, const char *file, GError **error)
{
    gsize at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < length && g_ascii_isspace(head[at]))
        at++;
    const char *text = head + at;
    gsize rest = length - at;
    gboolean xml = begins(text, rest, "<?xml");
    if (begins(text, rest, "<!doctype html") || begins(text, rest, "<html") ||
        (xml && (contains(text, rest, "<html") || contains(text, rest, "<!DOCTYPE html"))))
        return refuse_page(text, rest, file, error);
    if (xml)
        return refuse(error, file, "XML", "ask for SDMX-CSV, JSON-stat or CSV instead");
    /* The name of a column hardly begins like a tag. */
    if (begins(text, rest, "<!--") || (rest > 1 && text[0] == '<' && g_ascii_isalpha(text[1])))
        return refuse_page(text, rest, file, error);
    return TRUE;
}

static gboolean is_control(char byte)
{
    return g_ascii_iscntrl(byte) && strchr("\t\n\v\f\r", byte) == NULL;
}

/* A binary file without any mark may have no byte that is not UTF-8, but its first line is no list of names. NUL is
 * told where texts are read, with what helps. */
static gboolean check_control(const char *head, gsize length, const char *file, GError **error)
{
    guint line = 1, column = 0;
    for (gsize at = 0, start = 0; at < length; at++) {
        column++;
        if (head[at] == '\n' && at > start)
            return TRUE;
        if (head[at] == '\n') {
            start = at + 1;
            line++;
            column = 0;
        } else if (head[at] != '\0' && is_control(head[at])) {
            rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){file, line, column}, "a binary file? texts are read",
                         "the byte 0x%02X, a control character, stands in the first line", (guint8)head[at]);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean rk_foreign_check(const char *head, gsize length, const char *file, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (length >= kinds[i].length && memcmp(head, kinds[i].magic, kinds[i].length) == 0)
            return refuse(error, file, kinds[i].what, kinds[i].hint);
    if (length >= 4 && memcmp(head, "PK\x03\x04", 4) == 0)
        return check_archive(head, length, file, error);
    return check_markup(head, length, file, error) && check_control(head, length, file, error);
}
