/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which character parts the fields. It is one that stands in the header and gives every record at the head of the file
 * as many fields as the header; when two characters do that, nobody can know, and the error shows both readings.
 */
#include "read/csv-private.h"

#include <string.h>

static const char candidates[] = {',', ';', '\t', '|'};
#define CANDIDATES G_N_ELEMENTS(candidates)

typedef struct {
    guint header[CANDIDATES];  /* how often each stands in the first record */
    gboolean even[CANDIDATES]; /* every other record has as many */
    gsize header_start;
    gsize header_length;
} Count;

static void count_record(const char *text, gsize length, guint counts[CANDIDATES], gboolean *blank)
{
    gboolean quoted = FALSE;
    *blank = TRUE;
    memset(counts, 0, CANDIDATES * sizeof *counts);
    for (gsize i = 0; i < length; i++) {
        if (text[i] == '"')
            quoted = !quoted;
        for (guint k = 0; k < CANDIDATES; k++)
            counts[k] += !quoted && text[i] == candidates[k];
        *blank = *blank && strchr(" \r\n", text[i]) != NULL;
    }
}

static void compare_record(Count *count, const guint counts[CANDIDATES])
{
    for (guint k = 0; k < CANDIDATES; k++)
        count->even[k] = count->even[k] && counts[k] == count->header[k];
}

/* The last record is left out when the file goes on behind the head. */
static Count count_all(const char *head, gsize length, gboolean whole)
{
    Count count = {.even = {TRUE, TRUE, TRUE, TRUE}};
    guint counts[CANDIDATES];
    gboolean blank;
    for (gsize at = 0, next = 0; at < length; at = next) {
        next = at + rk_csv_record_length(head + at, length - at, ',');
        if (next == length && !whole && count.header_length > 0)
            break;
        count_record(head + at, next - at, counts, &blank);
        if (blank)
            continue;
        if (count.header_length > 0) {
            compare_record(&count, counts);
            continue;
        }
        memcpy(count.header, counts, sizeof counts);
        count.header_start = at;
        count.header_length = next - at;
    }
    return count;
}

static const char *name_of(char delimiter)
{
    switch (delimiter) {
    case ',':
        return "a comma";
    case ';':
        return "a semicolon";
    case '|':
        return "a bar";
    default:
        return "a tab";
    }
}

/* `["a", "b;c"]`: the header as this delimiter reads it, shortened when long. */
static char *reading(const char *header, gsize length, char delimiter)
{
    GString *text = g_string_new("[\"");
    gboolean quoted = FALSE;
    while (length > 0 && (header[length - 1] == '\n' || header[length - 1] == '\r'))
        length--;
    for (gsize i = 0; i < length && (text->len < 50 || ((guint8)header[i] & 0xc0) == 0x80); i++) {
        if (header[i] == '"')
            quoted = !quoted;
        else if (header[i] == delimiter && !quoted)
            g_string_append(text, "\", \"");
        else if (header[i] == '\t')
            g_string_append(text, "\\t");
        else
            g_string_append_c(text, header[i]);
    }
    g_string_append(text, text->len < 50 ? "\"]" : "…");
    char *valid = g_utf8_make_valid(text->str, (gssize)text->len);
    g_string_free(text, TRUE);
    return valid;
}

static void refuse_two(const char *head, const Count *count, const char *file, char first, char second, GError **error)
{
    const char *header = head + count->header_start;
    g_autofree char *one = reading(header, count->header_length, first);
    g_autofree char *other = reading(header, count->header_length, second);
    guint line = rk_csv_place_of_byte(head, count->header_start, count->header_start, ',').line;
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){file, line, 1}, "set format.delimiter",
                 "the fields may be parted by %s, %s, or by %s, %s", name_of(first), one, name_of(second), other);
}

/* Positions of the candidates that are in the header, and give even rows when `even` is asked. */
static guint select_candidates(const Count *count, gboolean even, guint found[CANDIDATES])
{
    guint number = 0;
    for (guint k = 0; k < CANDIDATES; k++)
        if (count->header[k] > 0 && (!even || count->even[k]))
            found[number++] = k;
    return number;
}

char rk_csv_sniff(const char *head, gsize length, gboolean whole, const char *file, GError **error)
{
    Count count = count_all(head, length, whole);
    guint found[CANDIDATES];
    guint number = select_candidates(&count, TRUE, found);
    if (number == 0)
        number = select_candidates(&count, FALSE, found);
    if (number == 0)
        return ','; /* one column */
    if (number == 1)
        return candidates[found[0]];
    refuse_two(head, &count, file, candidates[found[0]], candidates[found[1]], error);
    return 0;
}
