/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a value is laid out, for the two files that build and read trees. Nobody else may look inside.
 */
#ifndef RK_BASE_VALUE_PRIVATE_H
#define RK_BASE_VALUE_PRIVATE_H

#include "base/value.h"

/** An entry of a map. The key is interned by the document. */
typedef struct {
    const char *key;
    const char *file;
    guint line;
    guint column;
    const RkValue *value;
} RkEntry;

struct RkValue {
    guint8 kind;
    guint8 computed; /**< 1 for what an expression gave */
    guint8 moment;   /**< of a number that is a moment in milliseconds, what it counts (RkFrequency); 0: no moment */
    guint line;
    guint column;
    const char *file; /**< interned by the document, or NULL */
    union {
        gboolean boolean;
        struct {
            double value;
            const char *digits; /**< as the file has it, when the number has other digits; NULL otherwise */
        } number;
        struct {
            const char *text;
            const char *written; /**< as the file has it, in the document's source; NULL: not known */
        } text;
        struct {
            guint length;
            guint capacity;
            const RkValue **items;
        } list;
        struct {
            guint length;
            guint capacity;
            RkEntry *entries;
            GHashTable *index; /**< from key to position + 1, once the map is large; NULL before */
        } map;
    } as;
};

/** Position of a key, or -1. */
int rk_value_find_key(const RkValue *map, const char *key);

#endif
