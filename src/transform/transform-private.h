/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs share: groups of rows, aggregate operations, the unit check, and reading their options.
 */
#ifndef RK_TRANSFORM_TRANSFORM_PRIVATE_H
#define RK_TRANSFORM_TRANSFORM_PRIVATE_H

#include "transform/expression-private.h"
#include "transform/running.h"
#include "transform/transform.h"

/* ---- Options ---- */

/** The columns that a list of names (or one name) asks for; empty for NULL. NULL with a located error. Borrowed
 * columns. */
GPtrArray *rk_option_columns(const RkValue *names, const RkTable *table, GError **error);
/** The same, each column once: for groupby. */
GPtrArray *rk_option_keys(const RkValue *names, const RkTable *table, GError **error);
/** The table of new columns; two of one name are an error at `place`. */
RkTable *rk_results_table(const GPtrArray *columns, gsize rows, RkPlace place, GError **error);
/** The column of a name, which must hold numbers, times or booleans when `numeric`. NULL with a located error. */
const RkColumn *rk_option_column(const RkValue *name, const RkTable *table, const char *verb, GError **error);
/** FALSE with an error at `place` when a column of times holds periods of several frequencies: a year and its first
 * quarter begin together, and are not to be put in one order. */
gboolean rk_column_check_frequency(const RkColumn *column, const char *verb, RkPlace place, GError **error);
/** Item `index` of `as` (a list, or a text for index 0), or `otherwise`. */
const char *rk_option_as(const RkValue *as, guint index, const char *otherwise);
/** The values of a number, time or boolean column as doubles; `*made` is to be freed (NULL when borrowed). NULL for
 * text. */
const double *rk_column_doubles(const RkColumn *column, double **made);
/** The name that a shape of options for "groupby" uses everywhere. */
#define RK_PROPERTY_GROUPBY                                                                                            \
    {                                                                                                                  \
        .name = "groupby", .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT, .items = RK_ALLOW_TEXT,                             \
        .summary = "columns that make the groups"                                                                      \
    }

/* ---- Groups ---- */

/** Rows that agree in all key columns, numbered in the order of their first row. Missing agrees with missing. */
typedef struct {
    gsize rows;
    guint32 count;
    guint32 *of_row;  /**< group of each row */
    guint32 *starts;  /**< count + 1: where each group begins in members */
    guint32 *members; /**< row numbers, group after group, each in the order of the table */
} RkGroups;

/** Without keys all rows are one group, also when there is no row. */
RkGroups *rk_groups_new(const RkColumn *const *keys, guint count, gsize rows);
/** The same by what the grammar calls values: null and what is not there are two groups, and the text "null" goes with
 * null. So do the verbs that aggregate; those that stack or impute do not tell them apart. */
RkGroups *rk_groups_new_called(const RkColumn *const *keys, guint count, gsize rows);
RkGroups *rk_groups_called_of_option(const RkValue *groupby, const RkTable *table, GError **error);
/** The groups of an option `groupby`. NULL with a located error. */
RkGroups *rk_groups_of_option(const RkValue *groupby, const RkTable *table, GError **error);
void rk_groups_free(RkGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkGroups, rk_groups_free)
/** First row of each group (count numbers); free with g_free(). G_MAXUINT32 for a group without rows. */
guint32 *rk_groups_first(const RkGroups *groups);

/* ---- Aggregates ---- */

/** What happens to unit and type. */
typedef enum {
    RK_RESULT_COUNT,  /**< takes every type, gives a plain number */
    RK_RESULT_VALUE,  /**< one of the values: keeps unit, type and frequency */
    RK_RESULT_LEVEL,  /**< between the values: keeps unit and type */
    RK_RESULT_AMOUNT, /**< a distance or total: keeps the unit, not for times */
    RK_RESULT_OTHER   /**< units must agree, but the result has another one; not for times */
} RkResultKind;

typedef struct RkAggregation RkAggregation;

/** Rows that were counted. Zeroed memory is none. */
typedef struct {
    gsize rows, valid, different; /**< all; those with a value; different values */
} RkTally;

typedef struct {
    const char *name;
    RkResultKind kind;
    gboolean whole_rows; /**< needs no column */
    double (*of_numbers)(const double *values, gsize count);
    double (*of_rows)(const RkAggregation *aggregation, const guint32 *rows, gsize count);
    double (*of_running)(const RkRunning *running); /**< the same from a running sum; NULL: cannot be carried on */
    double (*of_tally)(const RkTally *tally);       /**< the same as of_rows() from what was counted before */
    gboolean adds_up;                               /**< a missing value makes it less than it would be */
    int of_words; /**< of texts, in the grammar: 1 takes the greatest, -1 the least; 0: texts are refused */
    gboolean counts_different; /**< it looks at the number of different values */
    /** Instead of a number: whole rows of the table, as columns that are added. FALSE with a located error. */
    gboolean (*of_table)(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                         GPtrArray *columns, GError **error);
    const char *refusal; /**< why it is not done */
} RkOperation;

/** The operations, ended by a row without a name. */
extern const RkOperation rk_operations[];
/** Their names, NULL-ended; free with g_free(). */
const char **rk_operation_names(void);
const RkOperation *rk_operation_find(const char *name);

/** An operation on a column of a table, checked. */
struct RkAggregation {
    const RkOperation *operation;
    const RkColumn *column; /**< NULL: the rows are counted */
    RkPlace place;
    char *name; /**< of the result */
    RkFlagRule flag_rule;
    gboolean like_vega; /**< what is missing counts as a value that differs from the others */
};

/** TRUE for a value that is not missing; in Vega's files an empty text is. */
gboolean rk_aggregation_counts(const RkAggregation *aggregation, gsize row);
void rk_aggregation_clear(RkAggregation *aggregation);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkAggregation, rk_aggregation_clear)
/** Reads {op, field, as}. FALSE with a located error. */
gboolean rk_aggregation_read(const RkValue *item, const RkTable *table, const RkTransformContext *context,
                             RkAggregation *aggregation, GError **error);
/** The results for each group as columns that are added: mostly one, several for operations that give rows. FALSE with
 * a located error. */
gboolean rk_aggregation_apply(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                              GPtrArray *columns, GError **error);
/** One value for each group, with the unit of the group. NULL with a located error, also for operations that give rows.
 */
RkColumn *rk_aggregation_column(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                                GError **error);
/** FALSE with a located error when the operation takes one of several texts, and a number is needed. */
gboolean rk_aggregation_needs_number(const RkAggregation *aggregation, GError **error);
/** FALSE with a located error for operations that give rows. */
gboolean rk_aggregation_needs_value(const RkAggregation *aggregation, GError **error);
/** The column of results that were computed one by one (takes over `results`), with its type and with `unit`. */
RkColumn *rk_aggregation_finish(const RkAggregation *aggregation, double *results, gsize count, const RkColumn *unit);
/** The keys of {op, field, as}. */
extern const RkShape rk_aggregation_shape;

/** The one unit of each group's values that are not missing, as a column of texts (NULL without error when the column
 * has no units); two units in one group are an error at `place`. */
gboolean rk_groups_unit(const RkGroups *groups, const RkColumn *column, const RkTable *table, const char *operation,
                        RkPlace place, RkColumn **unit, GError **error);

#endif
