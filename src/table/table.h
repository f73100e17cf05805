/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of typed columns, immutable once built and shared by reference: a transform that keeps a column keeps the very
 * same column. Rows are numbers, never objects. Building is table/builder.h.
 */
#ifndef RK_TABLE_TABLE_H
#define RK_TABLE_TABLE_H

#include "base/calendar.h"
#include "base/error.h"

G_BEGIN_DECLS

typedef enum {
    RK_COLUMN_NUMBER, /**< double; missing is NaN */
    RK_COLUMN_TEXT,   /**< guint32 codes into the column's dictionary; missing is RK_TEXT_MISSING */
    RK_COLUMN_TIME,   /**< double: milliseconds since 1970 UTC of the period's start; missing is NaN */
    RK_COLUMN_BOOLEAN /**< guint8: 0, 1, or RK_BOOLEAN_MISSING */
} RkColumnType;

#define RK_TEXT_MISSING G_MAXUINT32
#define RK_BOOLEAN_MISSING 2

/** A named column. Reference counted, immutable. */
typedef struct RkColumn RkColumn;
/** Columns of equal length. Reference counted, immutable. */
typedef struct RkTable RkTable;

RK_API RkColumn *rk_column_ref(const RkColumn *column);
RK_API void rk_column_unref(RkColumn *column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkColumn, rk_column_unref)

RK_API const char *rk_column_name(const RkColumn *column);
RK_API RkColumnType rk_column_type(const RkColumn *column);
/** "number", "text", "time", "boolean". */
RK_API const char *rk_column_type_name(RkColumnType type);
RK_API gsize rk_column_length(const RkColumn *column);
/** The frequency of a time column, the finest when several occur; RK_FREQUENCY_NONE for the others. */
RK_API RkFrequency rk_column_frequency(const RkColumn *column);
/** The frequency of one row of a time column: years and quarters may stand in one column, each as it was written.
 * RK_FREQUENCY_NONE for the other types. */
RK_API RkFrequency rk_column_frequency_at(const RkColumn *column, gsize row);
/** The RkFrequency of each row, or NULL when all rows have that of the column. Borrowed. */
RK_API const guint8 *rk_column_frequencies(const RkColumn *column);

/** The values of a number or time column (length doubles); NULL for the other types. Borrowed. */
RK_API const double *rk_column_numbers(const RkColumn *column);
/** The codes of a text column; NULL for the other types. Borrowed. */
RK_API const guint32 *rk_column_codes(const RkColumn *column);
/** The values of a boolean column; NULL for the other types. Borrowed. */
RK_API const guint8 *rk_column_booleans(const RkColumn *column);
/** Size of a text column's dictionary. Words may be there that no row uses. */
RK_API guint32 rk_column_words(const RkColumn *column);
/** A word of the dictionary (UTF-8, NUL-terminated); NULL for RK_TEXT_MISSING. Borrowed. */
RK_API const char *rk_column_word(const RkColumn *column, guint32 code);

/** TRUE for the column of a field that no row has, and for rows picked of it. */
RK_API gboolean rk_column_is_absent(const RkColumn *column);
/** What the grammar's own language would call a missing value. Only figures in that grammar tell them apart. */
typedef enum {
    RK_BLANK_PLAIN,     /**< missing, and no more is known */
    RK_BLANK_NULL,      /**< a null that stands in the data */
    RK_BLANK_UNDEFINED, /**< the record lacks the key */
    RK_BLANK_NAN        /**< a calculation that gave no number */
} RkBlank;
RK_API RkBlank rk_column_blank(const RkColumn *column, gsize row);
/** What that language calls it: "null", "undefined" or "NaN". */
RK_API const char *rk_blank_name(RkBlank blank);
/** FALSE when every missing value is plain and every text a text. */
RK_API gboolean rk_column_has_blanks(const RkColumn *column);
/** TRUE for a text column some of whose texts stand for values of other types. Only figures in the grammar have any. */
RK_API gboolean rk_column_is_mixed(const RkColumn *column);
/** The type of the value that a row's text stands for; that of the column where it is not mixed. */
RK_API RkColumnType rk_column_guise(const RkColumn *column, gsize row);
RK_API gboolean rk_column_is_missing(const RkColumn *column, gsize row);
/** The text of a text column's row; NULL when missing. Borrowed. */
RK_API const char *rk_column_text(const RkColumn *column, gsize row);
/** Any value as text: numbers shortest, periods in their own form; NULL when missing. Free with g_free(). */
RK_API char *rk_column_write(const RkColumn *column, gsize row);

/**
 * Companions: text columns of the same length that say of each value its unit, its observation flags, and in words why
 * it is missing ("refused"). NULL when the column has none. They follow their column through filters, sorts and joins.
 */
RK_API const RkColumn *rk_column_unit(const RkColumn *column);
RK_API const RkColumn *rk_column_flag(const RkColumn *column);
RK_API const RkColumn *rk_column_reason(const RkColumn *column);

/** The column with another unit and flag (each may be NULL) and name (NULL: the same); values and the reasons of the
 * missing ones stay. A new reference; data are shared. */
RK_API RkColumn *rk_column_with(const RkColumn *column, const char *name, const RkColumn *unit, const RkColumn *flag);
/** The column with other reasons (may be NULL). A new reference; data are shared. */
RK_API RkColumn *rk_column_with_reason(const RkColumn *column, const RkColumn *reason);
/** The values at `rows` (count row numbers, in that order, repeats allowed; G_MAXUINT32 gives missing), companions too.
 */
RK_API RkColumn *rk_column_gather(const RkColumn *column, const guint32 *rows, gsize count);

RK_API RkTable *rk_table_ref(const RkTable *table);
RK_API void rk_table_unref(RkTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkTable, rk_table_unref)

/** A table of `columns` (count borrowed pointers of equal length with different names; references are taken). `origin`
 * (may be NULL) is the table whose annotations it inherits, and its row origins when the rows are the same. `rows` is
 * the number of rows, needed when there is no column. */
RK_API RkTable *rk_table_new(const RkColumn *const *columns, guint count, gsize rows, const RkTable *origin);

RK_API gsize rk_table_rows(const RkTable *table);
RK_API guint rk_table_columns(const RkTable *table);
/** Borrowed; NULL past the end. */
RK_API const RkColumn *rk_table_column(const RkTable *table, guint index);
/** The column of that name, or NULL. Borrowed. */
RK_API const RkColumn *rk_table_find(const RkTable *table, const char *name);
/** The same for a name as figures write it, where it may lead into nested values: a.b, a['b'], a\.b, a[0]. */
RK_API const RkColumn *rk_table_find_path(const RkTable *table, const char *path);
/** The name of the column that such a path leads to: a.b, a[0]. Free with g_free(). */
RK_API char *rk_path_plain(const char *path);
/** Whether a column is the value of that name or lies within it, as "a.b" and "a[0]" lie within "a". */
RK_API gboolean rk_path_within(const char *column, const char *name);
/** The column of that name or path, or NULL with an error at `place` that names the nearest column. Borrowed. */
RK_API const RkColumn *rk_table_require(const RkTable *table, const char *name, RkPlace place, GError **error);

/** The table with `column` added, or put in the place of the one with its name. */
RK_API RkTable *rk_table_with_column(const RkTable *table, const RkColumn *column);
/** The rows at `rows`, in that order, with their origins. */
RK_API RkTable *rk_table_gather(const RkTable *table, const guint32 *rows, gsize count);

/** What differs between two tables beside the origin of their rows, said of the second: "in row 3 \"geo\" would be
 * \"LT\" instead of \"LV\""; NULL when nothing does. Free with g_free(). */
RK_API char *rk_table_difference(const RkTable *left, const RkTable *right);

/** Where a row was read: file (borrowed) and line; RK_NOWHERE for computed rows. */
RK_API RkPlace rk_table_origin(const RkTable *table, gsize row);

G_END_DECLS

#endif
