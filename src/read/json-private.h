/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON texts as jansson's trees, bounded in size and depth, and a look at the keys at the head of one that is not yet
 * read.
 */
#ifndef RK_READ_JSON_PRIVATE_H
#define RK_READ_JSON_PRIVATE_H

#include "read/source-private.h"

#include <jansson.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

/* The tree of the whole source; takes over its stream. Repeated keys are refused, and whole numbers of more than 64
 * bits unless all numbers are to be floating ones `as_scripts_do`. NULL with a located error. */
json_t *rk_json_load(const RkSource *source, const RkValue *format, gboolean as_scripts_do, GError **error);

/* A tree and the text that it was read from. All borrowed. */
typedef struct {
    json_t *root;
    const RkSource *source;
    const RkValue *format; /* may be NULL */
} RkJsonText;

/* Line and column of a value in the text; only its file when it cannot be found. */
RkPlace rk_json_place(const RkJsonText *json, const json_t *node);

/* Sets an error at a value of the tree (NULL: about the whole file); always FALSE. */
gboolean rk_json_refuse(GError **error, RkErrorCode code, const RkJsonText *json, const json_t *node, const char *hint,
                        const char *format, ...) G_GNUC_PRINTF(6, 7);

/* TRUE when the first bytes of a JSON text have this key in an object `depth` levels below the top (0: the top itself).
 */
gboolean rk_json_has_key(const guint8 *head, gsize length, guint depth, const char *key);
/* The text of a key of the top object, as far as the first bytes go and without escapes; NULL when there is none. Free
 * with g_free(). */
char *rk_json_text_of(const guint8 *head, gsize length, const char *key);

/* The table of an array of objects. */
RkTable *rk_json_records(const RkJsonText *json, json_t *array, const RkReadOptions *options, GError **error);

/* The text of a member, or NULL. Borrowed. */
const char *rk_json_text(const json_t *object, const char *key);
/* The texts of a list, or one text; NULL when it is neither, or empty. The texts are borrowed. */
GPtrArray *rk_json_names(json_t *names);

G_END_DECLS

#endif
