/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes of a document before they are parsed: what libyaml would misread or report without a place is found here.
 */
#include "spec/document-private.h"

#include <string.h>

RkPlace rk_document_place_at(const char *text, gsize offset, const char *name)
{
    RkPlace place = {name, 1, 1};
    for (gsize i = 0; i < offset; i++) {
        if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
            place.line++;
            place.column = 1;
        } else if (((guchar)text[i] & 0xc0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

/* U+0085, U+2028 and U+2029 end lines in YAML 1.1, which libyaml follows, and are ordinary characters since 1.2. */
static const char *find_separator(const char *text, gsize length)
{
    static const char *const separators[] = {"\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"};
    const char *first = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(separators); i++) {
        const char *found = memmem(text, length, separators[i], strlen(separators[i]));
        if (found != NULL && (first == NULL || found < first))
            first = found;
    }
    return first;
}

gboolean rk_document_check_text(const char *text, gsize length, const char *name, GError **error)
{
    const char *odd = memchr(text, '\0', length);
    if (odd != NULL) {
        rk_error_set(error, RK_ERROR_SYNTAX, rk_document_place_at(text, (gsize)(odd - text), name),
                     "is this a text file in UTF-8?", "a NUL byte");
        return FALSE;
    }
    if (!g_utf8_validate(text, (gssize)length, &odd)) {
        rk_error_set(error, RK_ERROR_SYNTAX, rk_document_place_at(text, (gsize)(odd - text), name),
                     "save the file as UTF-8", "byte 0x%02X is not UTF-8", (guint)(guchar)*odd);
        return FALSE;
    }
    odd = find_separator(text, length);
    if (odd != NULL) {
        guint code = g_utf8_get_char(odd);
        g_autofree char *hint = g_strdup_printf("write \"\\u%04X\" within double quotes", code);
        rk_error_set(error, RK_ERROR_SYNTAX, rk_document_place_at(text, (gsize)(odd - text), name), hint,
                     "the separator U+%04X stands unescaped", code);
        return FALSE;
    }
    return TRUE;
}
