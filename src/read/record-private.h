/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headers that only a format understands: the first records of delimited text, taken from the stream before the CSV
 * reader goes on with the rest.
 */
#ifndef RK_READ_RECORD_PRIVATE_H
#define RK_READ_RECORD_PRIVATE_H

#include "read/csv-private.h"

G_BEGIN_DECLS

/* The fields of the record at the head of a text, empty ones too; `used` (may be NULL) is its length with the line end.
 * NULL when it is not well-formed or blank. A byte-order mark is skipped. */
GPtrArray *rk_record_fields(const char *text, gsize length, char delimiter, gsize *used);
/* Takes the next record from the stream and adds its line ends to `lines`. Blank lines have no field. NULL with an
 * error, also at the end of the stream. */
GPtrArray *rk_record_take(RkStream *stream, char delimiter, const char *file, guint *lines, GError **error);
/* Takes the next line, whatever it holds, and adds its end to `lines`; FALSE with an error, also at the end. */
gboolean rk_record_skip_line(RkStream *stream, const char *file, guint *lines, GError **error);
/* Takes blank lines before the next record. */
gboolean rk_record_skip_blank(RkStream *stream, const char *file, guint *lines, GError **error);
/* Position of a field (case counts only when `exact`), or -1. */
gint rk_record_find(const GPtrArray *fields, const char *name, gboolean exact);
/* The names must be there and differ, as far as they are not NULL. */
gboolean rk_record_check_names(const GPtrArray *names, RkPlace place, GError **error);

/* A `format` map of our own: that of the caller with what the format itself knows. */
typedef struct {
    RkDocument *document;
    RkValue *map;
    RkValue *parse;
    RkValue *missing;
    const RkValue *declared; /* by the caller */
} RkDeclaration;

void rk_declaration_init(RkDeclaration *declaration, const RkValue *declared);
void rk_declaration_clear(RkDeclaration *declaration);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkDeclaration, rk_declaration_clear)
/* The type of a column, unless the caller declared one. `type` as in format.parse. */
void rk_declaration_parse(RkDeclaration *declaration, const char *column, const char *type);
/* A text that stands for a missing value of the column. */
void rk_declaration_missing(RkDeclaration *declaration, const char *column, const char *text);
/* The map. Borrowed. */
const RkValue *rk_declaration_format(RkDeclaration *declaration);

G_END_DECLS

#endif
