/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Building columns and tables value by value. A builder is used once: finishing takes its memory over into the column.
 */
#ifndef RK_TABLE_BUILDER_H
#define RK_TABLE_BUILDER_H

#include "table/table.h"

G_BEGIN_DECLS

typedef struct RkColumnBuilder RkColumnBuilder;

RK_API RkColumnBuilder *rk_column_builder_new(const char *name, RkColumnType type);
RK_API void rk_column_builder_free(RkColumnBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkColumnBuilder, rk_column_builder_free)

/** Appends; the call must match the type (time columns take rk_column_builder_time). NaN and NULL are missing. */
RK_API void rk_column_builder_number(RkColumnBuilder *builder, double value);
RK_API void rk_column_builder_time(RkColumnBuilder *builder, double start, RkFrequency frequency);
RK_API void rk_column_builder_boolean(RkColumnBuilder *builder, guint8 value);
/** `text` of `length` bytes (-1: NUL-terminated), looked up in or added to the dictionary. UTF-8 without NUL
 * is the caller's care. Missing when RK_LIMIT_DICTIONARY is reached. */
RK_API void rk_column_builder_text(RkColumnBuilder *builder, const char *text, gssize length);
RK_API void rk_column_builder_missing(RkColumnBuilder *builder);
/** A missing value of that kind. */
RK_API void rk_column_builder_blank(RkColumnBuilder *builder, RkBlank blank);
/** A value of another type in a column of texts, as it is written. */
RK_API void rk_column_builder_guise(RkColumnBuilder *builder, RkColumnType type, const char *text);
RK_API RkColumnType rk_column_builder_type(const RkColumnBuilder *builder);
RK_API gsize rk_column_builder_length(const RkColumnBuilder *builder);
/** The column; frees the builder. */
RK_API RkColumn *rk_column_builder_finish(RkColumnBuilder *builder);

/** A number or time column that takes over `values` (g_malloc'ed, length doubles). */
RK_API RkColumn *rk_column_new_numbers(const char *name, double *values, gsize length);
RK_API RkColumn *rk_column_new_times(const char *name, double *values, gsize length, RkFrequency frequency);
/** A time column of periods that may have several frequencies: takes over both arrays (g_malloc'ed, length of each). */
RK_API RkColumn *rk_column_new_periods(const char *name, double *values, guint8 *frequencies, gsize length);
/** The column of a field that no row has: numbers, all of them missing. */
RK_API RkColumn *rk_column_new_absent(const char *name, gsize length);
/** What rk_column_set_blanks() is told of a text that stands for a value of another type. */
#define RK_BLANK_GUISE(type) ((guint8)(RK_BLANK_NAN + 1 + (type)))
/** Says of a column that nobody has seen yet what each row's missing value is, or for which type its text stands: takes
 * over `blanks` (g_malloc'ed, of RkBlank or RK_BLANK_GUISE, one a row; NULL: all are plain). An RkBlank of a value that
 * is there does not count. */
RK_API void rk_column_set_blanks(RkColumn *column, guint8 *blanks);
RK_API RkColumn *rk_column_new_booleans(const char *name, guint8 *values, gsize length);
/** A text column over the dictionary of `words_from` that takes over `codes` (g_malloc'ed). */
RK_API RkColumn *rk_column_new_codes(const char *name, guint32 *codes, gsize length, const RkColumn *words_from);

/** A table that also knows where each row was read: takes over `lines` (g_malloc'ed, one per row; may be NULL). */
RK_API RkTable *rk_table_new_read(const RkColumn *const *columns, guint count, gsize rows, const char *file,
                                  guint32 *lines);

G_END_DECLS

#endif
