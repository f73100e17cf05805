/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vega's expression language: parsed once, evaluated over columns. `datum.field` and `datum['field']` are columns,
 * other names come from a scope. It refuses to reach anything outside: no clock, no files, no host locale.
 *
 * Where it differs from JavaScript on purpose: a missing value (null) stays missing in arithmetic and in functions, and
 * is neither smaller nor greater than anything; a time compares with the text of a period by its start, and with a
 * whole number from 1000 to 9999 by its year; local time is UTC; positions in texts count characters; numbers are
 * written as base/number.h writes them; \w and \d of regular expressions know all letters and digits of Unicode.
 */
#ifndef RK_TRANSFORM_EXPRESSION_H
#define RK_TRANSFORM_EXPRESSION_H

#include "base/diagnostics.h"
#include "base/format.h"
#include "base/shape.h"
#include "base/value.h"
#include "table/flags.h"
#include "table/table.h"

G_BEGIN_DECLS

typedef enum {
    RK_SCALAR_NULL,
    RK_SCALAR_BOOLEAN,
    RK_SCALAR_NUMBER,
    RK_SCALAR_TEXT,
    RK_SCALAR_TIME, /**< number = milliseconds, with a frequency */
    RK_SCALAR_TREE  /**< a list or map */
} RkScalarKind;

/** One value of the language. Plain data: `text` and `tree` are borrowed from whoever made it. */
typedef struct {
    RkScalarKind kind;
    RkFrequency frequency;
    double number; /**< number, time, or 0/1 of a boolean */
    const char *text;
    const RkValue *tree;
} RkScalar;

/** The value of a column's row; text is borrowed from the column. */
RK_API RkScalar rk_scalar_from_column(const RkColumn *column, gsize row);
RK_API RkScalar rk_scalar_from_value(const RkValue *value);
/** As people read it: shortest number, ISO period, the text itself, "" for null. Free with g_free(). */
RK_API char *rk_scalar_write(RkScalar scalar);

/** Names beside `datum`: facts, parameters, and what a guide offers. Later names hide earlier ones. */
typedef struct RkScope RkScope;
RK_API RkScope *rk_scope_new(const RkScope *parent, const RkLocale *locale);
RK_API void rk_scope_free(RkScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkScope, rk_scope_free)
/** Text is copied; trees are borrowed. */
RK_API void rk_scope_set(RkScope *scope, const char *name, RkScalar scalar);
/** What words have in place of a text that was set: the name of a place instead of its code. */
RK_API void rk_scope_set_shown(RkScope *scope, const char *name, const char *shown);
/** NULL when words have the text itself. Lives as long as the scope. */
RK_API const char *rk_scope_shown(const RkScope *scope, const char *name);
/** FALSE when no such name is there. `scope` may be NULL. */
RK_API gboolean rk_scope_get(const RkScope *scope, const char *name, RkScalar *scalar);
/** A name that is known, with a value that is not: it follows from what will be drawn. rk_scope_get() has none for it.
 */
RK_API void rk_scope_set_late(RkScope *scope, const char *name);
RK_API gboolean rk_scope_is_late(const RkScope *scope, const char *name);
/** Reads a colour's red, green, blue and opacity, each 0–1. FALSE when the text names none. */
typedef gboolean (*RkColorReader)(const char *text, double parts[4]);
/** Tells the expressions of a scope how colours are read. */
RK_API void rk_scope_set_colors(RkScope *scope, RkColorReader reader);
/** Finds the rows of a data set as a list of maps, which lives as long as the scope; NULL with an error without place.
 */
typedef const RkValue *(*RkRowsFinder)(gpointer user, const char *name, GError **error);
/** Tells the expressions of a scope where data sets are. */
RK_API void rk_scope_set_rows(RkScope *scope, RkRowsFinder finder, gpointer user);
RK_API const RkLocale *rk_scope_locale(const RkScope *scope);
/** Which flags numbers get that are worked out from several values; said of the outermost scope. */
RK_API void rk_scope_set_flag_rule(RkScope *scope, RkFlagRule rule);
RK_API RkFlagRule rk_scope_flag_rule(const RkScope *scope);
/** Texts stand in the order of their code points, as in JavaScript, not in that of the language; said of the outermost
 * scope. */
RK_API void rk_scope_set_code_order(RkScope *scope, gboolean code_order);
/** TRUE where values are those of the grammar's own language: columns may mix types, and times in texts are written as
 * JavaScript writes dates. Said of the outermost scope. */
RK_API void rk_scope_set_like_vega(RkScope *scope, gboolean like_vega);
RK_API gboolean rk_scope_is_like_vega(const RkScope *scope);
/** TRUE where a predicate holds a field equal to a constant of its own type alone, as in the grammar's conditions: its
 * filters read the field first. Said of the innermost scope. */
RK_API void rk_scope_set_strict(RkScope *scope, gboolean strict);
RK_API gboolean rk_scope_is_strict(const RkScope *scope);
/** A text whose bytes order as the text does among others of the scope (NULL: of English). Free with g_free(). */
RK_API char *rk_scope_word_key(const RkScope *scope, const char *word);

/** The functions of expressions in alphabetical order, NULL-ended; free with g_free(). */
RK_API const char **rk_expression_functions(void);
/** What a function gives: "a number", "a text" …; "any value" when it depends on its arguments. */
RK_API const char *rk_expression_function_gives(const char *name);

typedef struct RkExpression RkExpression;

/** Parses. An error points at the character: `place` is where the text begins in its file. */
RK_API RkExpression *rk_expression_parse(const char *text, RkPlace place, GError **error);
RK_API void rk_expression_free(RkExpression *expression);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkExpression, rk_expression_free)

/**
 * Evaluates over all rows of `table` into a column of the type that the results have: numbers, booleans, times, or text
 * (mixed results are an error that names the first odd row). A field that is not in the table is an error with the
 * nearest name. Units and flags: a column that is a plain copy keeps its companions; arithmetic
 * drops the unit and puts the flags of its fields together.
 */
RK_API RkColumn *rk_expression_column(const RkExpression *expression, const RkTable *table, const char *name,
                                      const RkScope *scope, GError **error);
/** Calculated numbers that are not finite: how many, and the row of the first. */
typedef struct {
    gsize count, first;
} RkNotFinite;
/** The same for results that may be lists and maps: adds a column for each of their members ("name.key", "name[0]",
 * "name.length") to `columns`. Numbers that are not finite become missing and are counted in `not_finite`; without it
 * (NULL) they stay. Comparisons with a number that is missing are missing, save like Vega. FALSE with a located error.
 */
RK_API gboolean rk_expression_columns(const RkExpression *expression, const RkTable *table, const char *name,
                                      const RkScope *scope, RkNotFinite *not_finite, GPtrArray *columns,
                                      GError **error);
/** Truth of each row (JavaScript's), into `truth` (one byte per row). */
RK_API gboolean rk_expression_test(const RkExpression *expression, const RkTable *table, const RkScope *scope,
                                   guint8 *truth, GError **error);
/** The value for one row, or without a table (`table` NULL) from the scope alone; `text` of the result lives until the
 * next call with the same expression or its end. */
RK_API gboolean rk_expression_scalar(RkExpression *expression, const RkTable *table, gsize row, const RkScope *scope,
                                     RkScalar *result, GError **error);

/**
 * A Vega-Lite predicate: an expression text, {field, equal|lt|lte|gt|gte|range|oneOf|valid, timeUnit}, {and|or|not: …},
 * {param}. Truth of each row into `truth`.
 */
RK_API gboolean rk_predicate_test(const RkValue *predicate, const RkTable *table, const RkScope *scope, guint8 *truth,
                                  GError **error);

/** Adds the names of the columns that a predicate looks at to `fields` (each to be freed). FALSE when it may look at
 * others, needs a scope or cannot be understood. */
RK_API gboolean rk_predicate_reach(const RkValue *predicate, GPtrArray *fields);

/** The keys of a predicate that is a map, for shapes that have one: filters, highlights, conditions. */
extern RK_API const RkShape rk_predicate_shape;

G_END_DECLS

#endif
