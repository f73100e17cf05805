/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vocabulary of figure files as data: which keys a map may have, what each may hold, which words are allowed. Every
 * mark, transform and guide declares its own shape beside its code; one checker walks a document and answers the first
 * mistake with its line, column and the nearest known word.
 */
#ifndef RK_BASE_SHAPE_H
#define RK_BASE_SHAPE_H

#include "base/value.h"

G_BEGIN_DECLS

/** What a property may hold, as bits. */
enum {
    RK_ALLOW_NULL = 1 << 0,
    RK_ALLOW_BOOLEAN = 1 << 1,
    RK_ALLOW_NUMBER = 1 << 2,
    RK_ALLOW_TEXT = 1 << 3,
    RK_ALLOW_LIST = 1 << 4,
    RK_ALLOW_MAP = 1 << 5,
    RK_ALLOW_ANY = (1 << 6) - 1,
    /** For RkProperty.items alone: a list is taken as it is; the shape is for a map only. */
    RK_ITEMS_UNCHECKED = 1 << 6,
    /** For RkProperty.allow: {expr: …} may stand instead, and give each row a value of these kinds. */
    RK_ALLOW_ROWS = 1 << 7
};

typedef struct RkShape RkShape;
typedef struct RkProperty RkProperty;

/** Chooses the shape of a map or list item that can be one of several things. Sets `error` when it fits none. */
typedef const RkShape *(*RkShapeChooser)(const RkValue *value, GError **error);

/** Looks at a value whose kind is allowed: FALSE with an error when it cannot mean anything. The error needs no place.
 */
typedef gboolean (*RkPropertyCheck)(const RkValue *value, GError **error);

/** One key of a map. A row of zeros ends a list of properties. */
struct RkProperty {
    const char *name;
    guint allow; /**< bits of RK_ALLOW_… */
    const char *const
        *words;            /**< allowed texts, NULL-ended; NULL: any text. For the items where only a list is allowed */
    const RkShape *shape;  /**< of a map, and of the maps in a list; NULL: unchecked */
    RkShapeChooser choose; /**< instead of `shape`, when it depends on the value */
    guint items;           /**< bits of RK_ALLOW_… for the items of a list; 0: RK_ALLOW_ANY */
    gboolean required;
    const char *unsupported; /**< known to the grammar but not drawn by this version: the reason to give */
    const char *summary;     /**< one line of help */
    RkPropertyCheck check;   /**< what kinds and words cannot say; may be NULL */
    guint least, most;       /**< how many items a list has; 0: any number */
};

/** The keys of a map. */
struct RkShape {
    const char *name;               /**< how messages call it: "axis", "the bar mark" */
    const RkProperty *properties;   /**< ended by a row without a name; may be NULL */
    const RkShape *const *includes; /**< shapes whose properties are allowed too, NULL-ended; may be NULL */
    const RkProperty *any;          /**< when set, other keys are allowed and their values follow this */
    const char *const *needs; /**< of each line, as "value|expr", one key must be there, NULL-ended; may be NULL */
};

/** {year, month, date, hours …} in place of a date. */
extern const RkShape rk_shape_date_time;

/** Checks `value` against `shape`. FALSE with a located error at the first mistake. */
RK_API gboolean rk_shape_check(const RkValue *value, const RkShape *shape, GError **error);
/** The property of that name, also from the included shapes; NULL when there is none. */
RK_API const RkProperty *rk_shape_find(const RkShape *shape, const char *name);

/** The one of `words` that is nearest to `word` (Damerau–Levenshtein), or NULL when none is near enough to suggest. */
RK_API const char *rk_nearest_word(const char *word, const char *const *words);

/** "did you mean …?" with the nearest of `words`; where none is near the whole list behind `introduction`, unless it is
 * too long to help; NULL then. Free with g_free(). */
char *rk_hint_from(const char *word, const char *const *words, const char *introduction);

G_END_DECLS

#endif
