/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as a tree of values that remember where they stood: null, boolean, number, text, list, map. Figure files,
 * themes and JSON data are such trees. All readers here accept NULL and answer "absent", so that a path of lookups
 * needs no checks between. Parsing text into a tree is spec/document.h.
 */
#ifndef RK_BASE_VALUE_H
#define RK_BASE_VALUE_H

#include "base/error.h"

G_BEGIN_DECLS

typedef enum {
    RK_VALUE_NULL,
    RK_VALUE_BOOLEAN,
    RK_VALUE_NUMBER,
    RK_VALUE_TEXT,
    RK_VALUE_LIST,
    RK_VALUE_MAP
} RkValueKind;

/** One value of a document. Owned by its document and valid as long as that is. */
typedef struct RkValue RkValue;

/** Owner of a tree of values. Reference counted; safe to read from several threads once built. */
typedef struct RkDocument RkDocument;

/** A new empty document. `file` (may be NULL) is the name that places carry. */
RK_API RkDocument *rk_document_new(const char *file);
RK_API RkDocument *rk_document_ref(RkDocument *document);
RK_API void rk_document_unref(RkDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkDocument, rk_document_unref)
RK_API const char *rk_document_file(const RkDocument *document);
/** Takes over the bytes that the document was read from, ended by NUL. */
RK_API void rk_document_keep_source(RkDocument *document, char *source);
/** The root value, or NULL while none is set. */
RK_API const RkValue *rk_document_root(const RkDocument *document);
RK_API void rk_document_set_root(RkDocument *document, RkValue *root);

/** Whether a copy takes over the value of that key as it is; `owner` is the key that its map stands under, NULL at the
 * root. */
typedef gboolean (*RkValueShares)(const char *owner, const char *key);
/** A tree of its own. What it shares (`shares` may be NULL: nothing) and where texts were written belong to `document`,
 * which must live at least as long. */
RK_API RkDocument *rk_document_copy(const RkDocument *document, RkValueShares shares);

/** Makers. Texts are copied; the result belongs to the document. */
RK_API RkValue *rk_document_null(RkDocument *document, RkPlace place);
RK_API RkValue *rk_document_boolean(RkDocument *document, RkPlace place, gboolean value);
RK_API RkValue *rk_document_number(RkDocument *document, RkPlace place, double value);
/** A number that has other digits than the file. */
RK_API RkValue *rk_document_number_with_digits(RkDocument *document, RkPlace place, double value, const char *digits);
/** A number that is a moment, in milliseconds, or the start of a period of that RkFrequency. */
RK_API RkValue *rk_document_moment(RkDocument *document, RkPlace place, double milliseconds, guint frequency);
RK_API RkValue *rk_document_text(RkDocument *document, RkPlace place, const char *value);
/** Where a text made of the document's source begins there. */
RK_API void rk_value_set_written(RkValue *value, const char *written);
RK_API RkValue *rk_document_list(RkDocument *document, RkPlace place);
RK_API RkValue *rk_document_map(RkDocument *document, RkPlace place);
/** Appends to a list. `item` may belong to another document that lives at least as long. */
RK_API void rk_value_append(RkValue *list, const RkValue *item);
/** Adds to a map, or replaces the value of a key that is there. The key is copied. */
RK_API void rk_value_put(RkDocument *document, RkValue *map, const char *key, RkPlace key_place, const RkValue *value);

/** Puts another item in the place of one that is there. */
RK_API void rk_value_set_at(RkValue *list, guint index, const RkValue *item);
/** Takes a key out of a map; nothing when it is not there. */
RK_API void rk_value_remove(RkValue *map, const char *key);

/** RK_VALUE_NULL for NULL. */
RK_API RkValueKind rk_value_kind(const RkValue *value);
/** TRUE for what an expression gave, which nobody wrote and which may still change. */
RK_API gboolean rk_value_is_computed(const RkValue *value);
RK_API void rk_value_set_computed(RkValue *value);
/** "a number", "a list" …: for messages. */
RK_API const char *rk_value_kind_name(const RkValue *value);
RK_API RkPlace rk_value_place(const RkValue *value);
RK_API gboolean rk_value_is(const RkValue *value, RkValueKind kind);

RK_API gboolean rk_value_boolean_or(const RkValue *value, gboolean otherwise);
RK_API double rk_value_number_or(const RkValue *value, double otherwise);
/** The RkFrequency of a number that is a moment; 0 for all others. */
RK_API guint rk_value_moment(const RkValue *value);
/** How the file has a number whose digits a number cannot hold: "9007199254740993". NULL for all others. Borrowed. */
RK_API const char *rk_value_digits(const RkValue *value);
/** Borrowed. */
RK_API const char *rk_value_text_or(const RkValue *value, const char *otherwise);
/** True when the value is this text. */
RK_API gboolean rk_value_is_text(const RkValue *value, const char *text);

/** Number of items of a list or entries of a map; 0 for everything else. */
RK_API guint rk_value_length(const RkValue *value);
/** Item of a list or value of a map's entry by position; NULL past the end. */
RK_API const RkValue *rk_value_at(const RkValue *value, guint index);
/** Key of a map's entry by position, in the order of the file; NULL past the end. */
RK_API const char *rk_value_key_at(const RkValue *map, guint index);
RK_API RkPlace rk_value_key_place_at(const RkValue *map, guint index);
/** Value of a key; NULL when `map` is no map or has no such key. */
RK_API const RkValue *rk_value_get(const RkValue *map, const char *key);
RK_API gboolean rk_value_has(const RkValue *map, const char *key);

G_END_DECLS

#endif
