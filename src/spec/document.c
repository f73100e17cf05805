/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents from memory and from files: bounds and bytes are checked first, then libyaml reads. It refuses anything
 * that is not UTF-8 and never reads more than the limit.
 */
#include "spec/document.h"

#include "base/file.h"
#include "base/limits.h"
#include "spec/document-private.h"

#include <string.h>

/* Takes over the text. */
static RkDocument *parse_checked(char *text, gsize length, const char *name, GError **error)
{
    GError *problem = NULL;
    g_autoptr(RkDocument) document = rk_document_new(name);
    rk_document_keep_source(document, text);
    if (!rk_document_check_json(text, name, error))
        return NULL;
    RkSurrogates *surrogates = rk_surrogates_mask(text, length, name, &problem);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    gboolean read = rk_document_read_events(document, text, surrogates, error);
    rk_surrogates_free(surrogates);
    return read ? g_steal_pointer(&document) : NULL;
}

RkDocument *rk_document_parse(const char *text, gsize length, const char *name, GError **error)
{
    static const char byte_order_mark[] = "\xef\xbb\xbf";
    if (length > RK_LIMIT_DOCUMENT_BYTES) {
        rk_error_set(error, RK_ERROR_LIMIT, (RkPlace){name, 0, 0}, "put data into a file of their own",
                     "longer than %u bytes", RK_LIMIT_DOCUMENT_BYTES);
        return NULL;
    }
    if (length >= 3 && memcmp(text, byte_order_mark, 3) == 0) {
        text += 3;
        length -= 3;
    }
    if (!rk_document_check_text(text, length, name, error))
        return NULL;
    /* Everything behind this looks ahead up to a final NUL. */
    return parse_checked(g_strndup(text, length), length, name, error);
}

RkDocument *rk_document_load(const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = rk_file_read(path, RK_LIMIT_DOCUMENT_BYTES, error);
    if (bytes == NULL)
        return NULL;
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    const char *name = g_str_equal(path, "-") ? "standard input" : path;
    return rk_document_parse(text == NULL ? "" : text, length, name, error);
}
