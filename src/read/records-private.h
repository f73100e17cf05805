/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records whose values already have kinds (inline values, JSON) into a table: one column for each key, in the order in
 * which the keys first came. Nested values become columns of their own: see table/path.c.
 */
#ifndef RK_READ_RECORDS_PRIVATE_H
#define RK_READ_RECORDS_PRIVATE_H

#include "read/rules-private.h"

G_BEGIN_DECLS

typedef struct RkRecords RkRecords;

/* `file` and `options` are borrowed until the end. */
RkRecords *rk_records_new(const char *file, const RkReadOptions *options);
void rk_records_free(RkRecords *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkRecords, rk_records_free)

/* Begins the next record. `line` is 0 when not known. */
gboolean rk_records_begin(RkRecords *records, guint line, GError **error);

/* Puts a value into the record; each key at most once. FALSE with an error at `place` when it cannot be taken. */
gboolean rk_records_put_text(RkRecords *records, const char *key, const char *text, RkPlace place, GError **error);
/* A number as it is written, with more digits than a number holds: a code, or rounded with a warning. A whole number,
 * whatever its digits. */
gboolean rk_records_put_digits(RkRecords *records, const char *key, const char *digits, RkPlace place, GError **error);
gboolean rk_records_put_integer(RkRecords *records, const char *key, gint64 value, RkPlace place, GError **error);
gboolean rk_records_put_number(RkRecords *records, const char *key, double value, RkPlace place, GError **error);
gboolean rk_records_put_boolean(RkRecords *records, const char *key, gboolean value, RkPlace place, GError **error);
gboolean rk_records_put_missing(RkRecords *records, const char *key, RkPlace place, GError **error);
/* The name of a member of a list or map that is a value of `key`: "key.member", "key[3]". NULL with an error when it is
 * longer than RK_LIMIT_NESTED_NAME. Free with g_free(). */
char *rk_records_member(const RkRecords *records, const char *key, const char *member, RkPlace place, GError **error);
char *rk_records_item(const RkRecords *records, const char *key, guint index, RkPlace place, GError **error);

/* The table of all records. */
RkTable *rk_records_finish(RkRecords *records, GError **error);

G_END_DECLS

#endif
