/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open hash over one arena of bytes. Hashing is keyed at random, because a hostile file could otherwise choose words
 * that all collide; codes count words in the order they came, so the keys never show in a result.
 */
#include "table/dictionary.h"

#include "base/limits.h"
#include "table/table.h"

#include <string.h>

#define FIRST_SLOTS 64u

__extension__ typedef unsigned __int128 Product;

static guint64 random_key(void)
{
    return ((guint64)g_random_int() << 32) | g_random_int() | 1;
}

RkDictionary *rk_dictionary_new(void)
{
    RkDictionary *dictionary = g_new0(RkDictionary, 1);
    g_atomic_ref_count_init(&dictionary->references);
    dictionary->keys[0] = random_key();
    dictionary->keys[1] = random_key();
    dictionary->mask = FIRST_SLOTS - 1;
    dictionary->slots = g_new0(guint32, FIRST_SLOTS);
    dictionary->capacity = FIRST_SLOTS / 2;
    dictionary->offsets = g_new(gsize, dictionary->capacity + 1);
    dictionary->hashes = g_new(guint32, dictionary->capacity);
    dictionary->offsets[0] = 0;
    return dictionary;
}

RkDictionary *rk_dictionary_ref(RkDictionary *dictionary)
{
    g_atomic_ref_count_inc(&dictionary->references);
    return dictionary;
}

void rk_dictionary_unref(RkDictionary *dictionary)
{
    if (dictionary == NULL || !g_atomic_ref_count_dec(&dictionary->references))
        return;
    for (guint32 code = 0; dictionary->labels != NULL && code < dictionary->count; code++)
        g_free(dictionary->labels[code]);
    g_free(dictionary->labels);
    g_free(dictionary->bytes);
    g_free(dictionary->offsets);
    g_free(dictionary->hashes);
    g_free(dictionary->slots);
    g_free(dictionary);
}

void rk_dictionary_seal(RkDictionary *dictionary)
{
    g_clear_pointer(&dictionary->slots, g_free);
    g_clear_pointer(&dictionary->hashes, g_free);
    dictionary->bytes = g_realloc(dictionary->bytes, dictionary->used);
    dictionary->offsets = g_renew(gsize, dictionary->offsets, (gsize)dictionary->count + 1);
}

static inline guint64 fold(guint64 left, guint64 right)
{
    Product product = (Product)left * right;
    return (guint64)product ^ (guint64)(product >> 64);
}

static inline guint64 load8(const char *bytes)
{
    guint64 word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static inline guint64 load4(const char *bytes)
{
    guint32 word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Blocks of eight bytes; the last one overlaps, which is unambiguous because the length goes in as well. */
static inline guint32 hash_text(const RkDictionary *dictionary, const char *text, gsize length)
{
    guint64 hash = dictionary->keys[0] ^ length;
    guint64 last = 0;
    if (length >= 8) {
        for (gsize at = 0; at + 8 < length; at += 8)
            hash = fold(hash ^ load8(text + at), dictionary->keys[1]);
        last = load8(text + length - 8);
    } else if (length >= 4) {
        last = load4(text) << 32 | load4(text + length - 4);
    } else if (length > 0) {
        const guint8 *bytes = (const guint8 *)text;
        last = (guint64)bytes[0] << 16 | (guint64)bytes[length / 2] << 8 | bytes[length - 1];
    }
    return (guint32)fold(hash ^ last, dictionary->keys[1]);
}

static void grow_slots(RkDictionary *dictionary)
{
    gsize size = ((gsize)dictionary->mask + 1) * 2;
    g_free(dictionary->slots);
    dictionary->slots = g_new0(guint32, size);
    dictionary->mask = (guint32)(size - 1);
    for (guint32 code = 0; code < dictionary->count; code++) {
        guint32 at = dictionary->hashes[code] & dictionary->mask;
        while (dictionary->slots[at] != 0)
            at = (at + 1) & dictionary->mask;
        dictionary->slots[at] = code + 1;
    }
}

static void reserve_words(RkDictionary *dictionary)
{
    if (dictionary->count < dictionary->capacity)
        return;
    dictionary->capacity *= 2;
    dictionary->offsets = g_renew(gsize, dictionary->offsets, (gsize)dictionary->capacity + 1);
    dictionary->hashes = g_renew(guint32, dictionary->hashes, dictionary->capacity);
    if (dictionary->capacity > dictionary->mask / 2 + 1)
        grow_slots(dictionary);
}

static void reserve_bytes(RkDictionary *dictionary, gsize more)
{
    gsize needed = dictionary->used + more;
    if (needed <= dictionary->reserved)
        return;
    dictionary->reserved = MAX(needed, dictionary->reserved + dictionary->reserved / 2 + 256);
    dictionary->bytes = g_realloc(dictionary->bytes, dictionary->reserved);
}

static guint32 add_word(RkDictionary *dictionary, guint32 hash, const char *text, gsize length)
{
    reserve_bytes(dictionary, length + 1);
    if (length > 0)
        memcpy(dictionary->bytes + dictionary->used, text, length);
    dictionary->bytes[dictionary->used + length] = '\0';
    dictionary->used += length + 1;
    guint32 code = dictionary->count++;
    dictionary->offsets[code + 1] = dictionary->used;
    dictionary->hashes[code] = hash;
    return code;
}

guint32 rk_dictionary_code(RkDictionary *dictionary, const char *text, gsize length)
{
    guint32 hash = hash_text(dictionary, text, length);
    guint32 at = hash & dictionary->mask;
    for (; dictionary->slots[at] != 0; at = (at + 1) & dictionary->mask) {
        guint32 code = dictionary->slots[at] - 1;
        if (dictionary->hashes[code] == hash && rk_dictionary_length(dictionary, code) == length &&
            memcmp(rk_dictionary_word(dictionary, code), text, length) == 0)
            return code;
    }
    if (dictionary->count >= RK_LIMIT_DICTIONARY)
        return RK_TEXT_MISSING;
    guint32 mask = dictionary->mask;
    reserve_words(dictionary);
    if (mask != dictionary->mask) {
        at = hash & dictionary->mask;
        while (dictionary->slots[at] != 0)
            at = (at + 1) & dictionary->mask;
    }
    guint32 code = add_word(dictionary, hash, text, length);
    dictionary->slots[at] = code + 1;
    return code;
}
