/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of document trees. What several places of a tree share is shared in the copy as well: a small file must not
 * become a large tree.
 */
#include "base/value.h"

typedef struct {
    RkDocument *document;
    RkValueShares shares;
    GHashTable *made; /**< from values to their copies */
} Copying;

static RkValue *copy_value(Copying *copying, const char *owner, const RkValue *value);

/** What is in a list stands under the key of the list. */
static RkValue *copy_members(Copying *copying, const char *owner, const RkValue *value)
{
    RkPlace place = rk_value_place(value);
    gboolean map = rk_value_is(value, RK_VALUE_MAP);
    RkValue *copy = map ? rk_document_map(copying->document, place) : rk_document_list(copying->document, place);
    for (guint i = 0; i < rk_value_length(value); i++) {
        const RkValue *member = rk_value_at(value, i);
        const char *key = map ? rk_value_key_at(value, i) : owner;
        gboolean shared = map && copying->shares != NULL && copying->shares(owner, key);
        const RkValue *taken = shared ? member : copy_value(copying, key, member);
        if (map)
            rk_value_put(copying->document, copy, key, rk_value_key_place_at(value, i), taken);
        else
            rk_value_append(copy, taken);
    }
    return copy;
}

static RkValue *copy_value(Copying *copying, const char *owner, const RkValue *value)
{
    RkValue *copy = g_hash_table_lookup(copying->made, value);
    if (copy != NULL)
        return copy;
    RkPlace place = rk_value_place(value);
    switch (rk_value_kind(value)) {
    case RK_VALUE_NULL:
        copy = rk_document_null(copying->document, place);
        break;
    case RK_VALUE_BOOLEAN:
        copy = rk_document_boolean(copying->document, place, rk_value_boolean_or(value, FALSE));
        break;
    case RK_VALUE_NUMBER:
        copy = rk_document_number(copying->document, place, rk_value_number_or(value, 0));
        break;
    case RK_VALUE_TEXT:
        copy = rk_document_text(copying->document, place, rk_value_text_or(value, ""));
        rk_value_set_written(copy, place.written);
        break;
    case RK_VALUE_LIST:
    case RK_VALUE_MAP:
        copy = copy_members(copying, owner, value);
        break;
    }
    g_hash_table_insert(copying->made, (gpointer)value, copy);
    return copy;
}

RkDocument *rk_document_copy(const RkDocument *document, RkValueShares shares)
{
    RkDocument *copy = rk_document_new(rk_document_file(document));
    const RkValue *root = rk_document_root(document);
    Copying copying = {copy, shares, g_hash_table_new(NULL, NULL)};
    if (root != NULL)
        rk_document_set_root(copy, copy_value(&copying, NULL, root));
    g_hash_table_unref(copying.made);
    return copy;
}
