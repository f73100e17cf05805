/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Building a document tree: values come from blocks that the document owns, texts from one chunk, so a document of a
 * million values costs few allocations and dies at once. Building is for one thread; a finished tree is never written.
 */
#include "base/value-private.h"

#include <string.h>

enum {
    VALUES_IN_A_BLOCK = 128,
    /* Below this many keys a walk is faster than a hash table, and smaller. */
    KEYS_WORTH_AN_INDEX = 16
};

typedef struct {
    guint used;
    RkValue values[VALUES_IN_A_BLOCK];
} Block;

struct RkDocument {
    gatomicrefcount references;
    char *file;
    char *source;
    const RkValue *root;
    GPtrArray *blocks;
    GStringChunk *texts;
};

RkDocument *rk_document_new(const char *file)
{
    RkDocument *document = g_new0(RkDocument, 1);
    g_atomic_ref_count_init(&document->references);
    document->file = g_strdup(file);
    document->blocks = g_ptr_array_new();
    document->texts = g_string_chunk_new(4096);
    return document;
}

RkDocument *rk_document_ref(RkDocument *document)
{
    g_atomic_ref_count_inc(&document->references);
    return document;
}

static void value_clear(RkValue *value)
{
    if (value->kind == RK_VALUE_LIST) {
        g_free(value->as.list.items);
    } else if (value->kind == RK_VALUE_MAP) {
        g_free(value->as.map.entries);
        g_clear_pointer(&value->as.map.index, g_hash_table_unref);
    }
}

void rk_document_unref(RkDocument *document)
{
    if (document == NULL || !g_atomic_ref_count_dec(&document->references))
        return;
    for (guint i = 0; i < document->blocks->len; i++) {
        Block *block = g_ptr_array_index(document->blocks, i);
        for (guint j = 0; j < block->used; j++)
            value_clear(&block->values[j]);
        g_free(block);
    }
    g_ptr_array_unref(document->blocks);
    g_string_chunk_free(document->texts);
    g_free(document->file);
    g_free(document->source);
    g_free(document);
}

const char *rk_document_file(const RkDocument *document)
{
    return document->file;
}

void rk_document_keep_source(RkDocument *document, char *source)
{
    g_free(document->source);
    document->source = source;
}

const RkValue *rk_document_root(const RkDocument *document)
{
    return document == NULL ? NULL : document->root;
}

void rk_document_set_root(RkDocument *document, RkValue *root)
{
    document->root = root;
}

/* The name of a place may die before the document does. */
static const char *keep_file(RkDocument *document, const char *file)
{
    if (file == NULL || g_strcmp0(file, document->file) == 0)
        return file == NULL ? NULL : document->file;
    return g_string_chunk_insert_const(document->texts, file);
}

static RkValue *value_new(RkDocument *document, RkPlace place, RkValueKind kind)
{
    GPtrArray *blocks = document->blocks;
    Block *block = blocks->len == 0 ? NULL : g_ptr_array_index(blocks, blocks->len - 1);
    if (block == NULL || block->used == VALUES_IN_A_BLOCK) {
        block = g_new(Block, 1);
        block->used = 0;
        g_ptr_array_add(blocks, block);
    }
    RkValue *value = &block->values[block->used++];
    *value = (RkValue){.kind = (guint8)kind, .line = place.line, .column = place.column};
    value->file = keep_file(document, place.file);
    return value;
}

RkValue *rk_document_null(RkDocument *document, RkPlace place)
{
    return value_new(document, place, RK_VALUE_NULL);
}

RkValue *rk_document_boolean(RkDocument *document, RkPlace place, gboolean value)
{
    RkValue *made = value_new(document, place, RK_VALUE_BOOLEAN);
    made->as.boolean = value != FALSE;
    return made;
}

RkValue *rk_document_number(RkDocument *document, RkPlace place, double value)
{
    RkValue *made = value_new(document, place, RK_VALUE_NUMBER);
    made->as.number.value = value;
    made->as.number.digits = NULL;
    return made;
}

RkValue *rk_document_number_with_digits(RkDocument *document, RkPlace place, double value, const char *digits)
{
    RkValue *made = rk_document_number(document, place, value);
    made->as.number.digits = g_string_chunk_insert(document->texts, digits);
    return made;
}

RkValue *rk_document_moment(RkDocument *document, RkPlace place, double milliseconds, guint frequency)
{
    RkValue *made = rk_document_number(document, place, milliseconds);
    made->moment = (guint8)frequency;
    return made;
}

RkValue *rk_document_text(RkDocument *document, RkPlace place, const char *value)
{
    RkValue *made = value_new(document, place, RK_VALUE_TEXT);
    made->as.text.text = g_string_chunk_insert(document->texts, value);
    made->as.text.written = NULL;
    return made;
}

void rk_value_set_written(RkValue *value, const char *written)
{
    if (value != NULL && value->kind == RK_VALUE_TEXT)
        value->as.text.written = written;
}

RkValue *rk_document_list(RkDocument *document, RkPlace place)
{
    return value_new(document, place, RK_VALUE_LIST);
}

RkValue *rk_document_map(RkDocument *document, RkPlace place)
{
    return value_new(document, place, RK_VALUE_MAP);
}

/* Half as much again: records of a few keys are many, so the first step is small. */
static guint grown(guint capacity)
{
    return capacity < 4 ? 4 : capacity + capacity / 2;
}

void rk_value_append(RkValue *list, const RkValue *item)
{
    g_return_if_fail(rk_value_is(list, RK_VALUE_LIST) && item != NULL);
    if (list->as.list.length == list->as.list.capacity) {
        list->as.list.capacity = grown(list->as.list.capacity);
        list->as.list.items = g_renew(const RkValue *, list->as.list.items, list->as.list.capacity);
    }
    list->as.list.items[list->as.list.length++] = item;
}

static void map_index_add(RkValue *map, guint position)
{
    g_hash_table_insert(map->as.map.index, (gpointer)map->as.map.entries[position].key, GUINT_TO_POINTER(position + 1));
}

static void map_index_keep(RkValue *map)
{
    if (map->as.map.index != NULL) {
        map_index_add(map, map->as.map.length - 1);
    } else if (map->as.map.length > KEYS_WORTH_AN_INDEX) {
        map->as.map.index = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; i < map->as.map.length; i++)
            map_index_add(map, i);
    }
}

void rk_value_put(RkDocument *document, RkValue *map, const char *key, RkPlace key_place, const RkValue *value)
{
    g_return_if_fail(rk_value_is(map, RK_VALUE_MAP) && key != NULL && value != NULL);
    int position = rk_value_find_key(map, key);
    if (position >= 0) {
        map->as.map.entries[position].value = value;
        return;
    }
    if (map->as.map.length == map->as.map.capacity) {
        map->as.map.capacity = grown(map->as.map.capacity);
        map->as.map.entries = g_renew(RkEntry, map->as.map.entries, map->as.map.capacity);
    }
    map->as.map.entries[map->as.map.length++] = (RkEntry){
        .key = g_string_chunk_insert_const(document->texts, key),
        .file = keep_file(document, key_place.file),
        .line = key_place.line,
        .column = key_place.column,
        .value = value,
    };
    map_index_keep(map);
}

void rk_value_set_at(RkValue *list, guint index, const RkValue *item)
{
    g_return_if_fail(rk_value_is(list, RK_VALUE_LIST) && index < list->as.list.length && item != NULL);
    list->as.list.items[index] = item;
}

void rk_value_remove(RkValue *map, const char *key)
{
    int position = rk_value_find_key(map, key);
    if (position < 0)
        return;
    RkEntry *entries = map->as.map.entries;
    map->as.map.length--;
    memmove(entries + position, entries + position + 1, (map->as.map.length - (guint)position) * sizeof *entries);
    if (map->as.map.index == NULL)
        return;
    /* Every later entry has moved. */
    g_hash_table_remove_all(map->as.map.index);
    for (guint i = 0; i < map->as.map.length; i++)
        map_index_add(map, i);
}
