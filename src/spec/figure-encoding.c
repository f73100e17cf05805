/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Encodings inherited by layers. A channel that names a field or a datum adds to the inherited one key by key, any
 * other definition replaces it, and null takes it away: the rules of the grammar.
 */
#include "spec/figure-private.h"

static gboolean shows_data(const RkValue *channel)
{
    return rk_value_has(channel, "field") || rk_value_has(channel, "datum") ||
           rk_value_is_text(rk_value_get(channel, "aggregate"), "count");
}

static void put_all(RkDocument *document, RkValue *map, const RkValue *from)
{
    for (guint i = 0; i < rk_value_length(from); i++)
        rk_value_put(document, map, rk_value_key_at(from, i), rk_value_key_place_at(from, i), rk_value_at(from, i));
}

static const RkValue *merge_channel(RkDocument *document, const RkValue *inherited, const RkValue *own)
{
    if (own == NULL)
        return inherited;
    if (!rk_value_is(inherited, RK_VALUE_MAP) || !shows_data(own))
        return own;
    RkValue *merged = rk_document_map(document, rk_value_place(own));
    put_all(document, merged, inherited);
    put_all(document, merged, own);
    return merged;
}

/* Adds the channels of `from` that are not in `merged` yet, each merged from both. */
static void add_channels(RkDocument *document, RkValue *merged, const RkValue *from, const RkValue *inherited,
                         const RkValue *own)
{
    for (guint i = 0; i < rk_value_length(from); i++) {
        const char *name = rk_value_key_at(from, i);
        const RkValue *channel = merge_channel(document, rk_value_get(inherited, name), rk_value_get(own, name));
        if (!rk_value_is(channel, RK_VALUE_NULL) && !rk_value_has(merged, name))
            rk_value_put(document, merged, name, rk_value_key_place_at(from, i), channel);
    }
}

const RkValue *rk_figure_merge_encoding(RkDocument *document, const RkValue *inherited, const RkValue *own)
{
    if (inherited == NULL && own == NULL)
        return NULL;
    RkValue *merged = rk_document_map(document, rk_value_place(own != NULL ? own : inherited));
    add_channels(document, merged, inherited, inherited, own);
    add_channels(document, merged, own, inherited, own);
    return merged;
}
