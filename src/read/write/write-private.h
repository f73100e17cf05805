/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the writers share.
 */
#ifndef RK_READ_WRITE_WRITE_PRIVATE_H
#define RK_READ_WRITE_WRITE_PRIVATE_H

#include "read/infer-private.h"
#include "read/json-private.h"
#include "read/reasons-private.h"
#include "read/write.h"

G_BEGIN_DECLS

/* TRUE when two text columns say the same in every row. A column that is NULL says nothing. */
gboolean rk_write_same_texts(const RkColumn *left, const RkColumn *right);
/* The first text column whose name says that it is the unit or the flag of the measure, or NULL. */
const RkColumn *rk_write_role(const RkTable *table, RkColumnRole role);
/* The table with columns for the units, flags and reasons of its values that no column of its own says; NULL with an
 * error. */
RkTable *rk_write_companions(const RkTable *table, GError **error);

/* The table in which columns of numbers that hold none are texts without any, as nothing says what they would measure.
 * Where no column holds a number, it stays as it is. */
RkTable *rk_write_idle_as_texts(const RkTable *table);
/* The one column of numbers that a table of observations is about; NULL with an error. */
const RkColumn *rk_write_measure(const RkTable *table, const char *format, GError **error);
/* Its one column of periods, NULL when there is none; FALSE with an error. */
gboolean rk_write_time(const RkTable *table, const char *format, const RkColumn **time, GError **error);
/* Refuses a table by what is in the way; always FALSE. `cure` is what takes just that away, or NULL: which other
 * formats hold the table is added by rk_write(), which tries them. */
gboolean rk_write_refuse(GError **error, const char *cure, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* FALSE with an error when `column` will be called `name` in the format, and another column has this name or speaks of
 * a column that is called so, as "value_flag" does of "value". */
gboolean rk_write_check_name(const RkTable *table, const RkColumn *column, const char *name, const char *format,
                             GError **error);

/* A header and a line for each row. */
void rk_write_csv(const RkTable *table, GString *text);

/* Rows put into the cells of a cube whose dimensions are columns of codes. */
typedef struct {
    GPtrArray *dimensions; /* text or time columns, borrowed */
    GPtrArray *labels;     /* by dimension: a text column with a word for each code, or NULL */
    gsize *sizes;
    GArray **firsts; /* guint32, by dimension and category: the first row that has it */
    gsize cells;
    guint32 *rows;        /* by cell: the row that is there, G_MAXUINT32 for none */
    const RkColumn *unit; /* words that the codes of a dimension have: its categories have units; mostly NULL */
    guint unit_at;        /* that dimension */
} RkWriteCube;

/* FALSE with an error when a dimension has a missing code, two rows are one cell, or there are too many cells. */
gboolean rk_write_cube_init(RkWriteCube *cube, const RkTable *table, const RkColumn *measure, GError **error);
/* TRUE for a column that speaks of the values and is no dimension of theirs: attributes of SDMX and their labels,
 * truth values, texts that some rows do not have. */
gboolean rk_write_is_attribute(const RkTable *table, const RkColumn *column, const RkColumn *measure);
/* TRUE for the column that says the flags or the reasons of the measure, which JSON-stat has a place for. */
gboolean rk_write_is_state(const RkColumn *column, const RkColumn *measure);
void rk_write_cube_clear(RkWriteCube *cube);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkWriteCube, rk_write_cube_clear)

/* json-stat-prepare.c: the table with its rows and columns as JSON-stat gives them back; NULL with an error. */
RkTable *rk_write_stat_prepare(const RkTable *given, GError **error);
/* What is said of the whole table, as members of a data set of JSON-stat behind others. */
void rk_write_stat_about(const RkTable *table, GString *text);
/* Members of the extension that the table had in JSON-stat; nothing when it had none. */
void rk_write_stat_extension(const RkTable *table, GString *text);
/* What a dimension of JSON-stat was said to be, without columns: members of it, and of its categories, whose labels are
 * those of `codes`; without units where the dimension `has_units` of its own. */
void rk_write_stat_remarks(const RkTable *table, const char *dimension, const GPtrArray *codes, gboolean has_units,
                           GString *members, GString *categories);
/* What was said of the units of its categories beside what they are; NULL for nothing. A new reference. */
json_t *rk_write_stat_units(const RkTable *table, const char *dimension);
/* The label that it had, or its name. Free with g_free(). */
char *rk_write_stat_label(const RkTable *table, const char *dimension);
/* TRUE when a dimension had this role, or must have it by its name. */
gboolean rk_write_stat_has_role(const RkTable *table, const char *role, const char *dimension);

/* The `format` that says which format it is and nothing else. */
RkDocument *rk_write_declare_format(const RkWriter *writer);
/* The `format` that a written table needs to be read back with the types of `table`, as far as `found` (may be NULL)
 * has others. */
RkDocument *rk_write_declare(const RkWriter *writer, const RkTable *table, const RkTable *found, char ***types);

G_END_DECLS

#endif
