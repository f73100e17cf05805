/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the expression language share: the tree that the parser makes, the state of one evaluation, and the
 * conversions of JavaScript. Nothing here is seen outside this folder.
 *
 * Where the language differs from JavaScript on purpose: a missing value (null) stays missing in arithmetic and is
 * neither smaller nor greater than anything, save a null in the data or expressions of a figure in the grammar; a time
 * compares with the text of a period by its start, and with a whole number from 1000 to 9999 by its year; local time is
 * UTC; lengths and positions in texts count characters.
 */
#ifndef RK_TRANSFORM_EXPRESSION_PRIVATE_H
#define RK_TRANSFORM_EXPRESSION_PRIVATE_H

#include "base/place.h"
#include "table/builder.h"
#include "transform/expression.h"
#include "transform/family.h"

typedef enum {
    RK_OPERATOR_NONE,
    RK_OPERATOR_ADD,
    RK_OPERATOR_SUBTRACT,
    RK_OPERATOR_MULTIPLY,
    RK_OPERATOR_DIVIDE,
    RK_OPERATOR_REMAINDER,
    RK_OPERATOR_POWER,
    RK_OPERATOR_EQUAL,
    RK_OPERATOR_UNEQUAL,
    RK_OPERATOR_SAME,
    RK_OPERATOR_NOT_SAME,
    RK_OPERATOR_LESS,
    RK_OPERATOR_LESS_EQUAL,
    RK_OPERATOR_GREATER,
    RK_OPERATOR_GREATER_EQUAL,
    RK_OPERATOR_BIT_AND,
    RK_OPERATOR_BIT_OR,
    RK_OPERATOR_BIT_XOR,
    RK_OPERATOR_SHIFT_LEFT,
    RK_OPERATOR_SHIFT_RIGHT,
    RK_OPERATOR_SHIFT_RIGHT_UNSIGNED,
    RK_OPERATOR_AND,
    RK_OPERATOR_OR,
    RK_OPERATOR_NOT,
    RK_OPERATOR_BIT_NOT
} RkOperator;

/* ---- Lexer ---- */

typedef enum {
    RK_TOKEN_END,
    RK_TOKEN_NUMBER,
    RK_TOKEN_TEXT,    /**< text: unescaped */
    RK_TOKEN_NAME,    /**< text */
    RK_TOKEN_PATTERN, /**< text: flags, slash, pattern */
    RK_TOKEN_MARK     /**< mark: the operation or bracket as written */
} RkTokenKind;

typedef struct {
    RkTokenKind kind;
    guint offset; /**< byte where it begins */
    guint end;    /**< byte after it */
    double number;
    char *text;       /**< owned by the lexer's pool */
    const char *mark; /**< static */
} RkToken;

/** Cuts `text` into tokens (of RkToken), the last one an END. Texts are added to `pool`. NULL with a located error. */
GArray *rk_expression_tokens(const char *text, RkPlace place, GPtrArray *pool, GError **error);

/* ---- Tree ---- */

typedef enum {
    RK_NODE_LITERAL, /**< scalar */
    RK_NODE_NAME,    /**< name, from the scope */
    RK_NODE_FIELD,   /**< datum.name: slot says which of the expression's fields */
    RK_NODE_ROW,     /**< datum[…] with a computed name */
    RK_NODE_MEMBER,  /**< a[b]; slot of the column datum.a.b plus one, 0 when a member of something else */
    RK_NODE_LIST,
    RK_NODE_MAP, /**< children: key, value, key, value … */
    RK_NODE_UNARY,
    RK_NODE_BINARY,
    RK_NODE_AND, /**< any number of children */
    RK_NODE_OR,
    RK_NODE_CHOICE, /**< a ? b : c and if(a, b, c) */
    RK_NODE_CALL
} RkNodeKind;

typedef struct RkNode RkNode;
typedef struct RkEvaluation RkEvaluation;

/** A function of the library: `call` sees arguments that are already evaluated. */
typedef struct {
    const char *name;
    guint least, most;
    RkScalarKind gives; /**< what it usually gives, for columns without any value; RK_SCALAR_NULL: depends */
    RkScalar (*call)(RkEvaluation *evaluation, const RkScalar *arguments, guint count);
    RkScalarKind takes; /**< what the grammar makes of its null: numbers of all arguments, a text or time of the first;
                             RK_SCALAR_NULL: the function minds null itself */
} RkFunction;

/** Families of functions, each in its own file and ended by a row without a name. */
extern const RkFunction rk_functions_math[], rk_functions_text[], rk_functions_time[], rk_functions_type[],
    rk_functions_array[], rk_functions_format[], rk_functions_place[], rk_functions_period[], rk_functions_calendar[],
    rk_functions_code[], rk_functions_color[], rk_functions_distribution[], rk_functions_object[];

struct RkNode {
    RkNodeKind kind;
    RkOperator operation;
    guint offset;
    guint depth;
    guint slot;
    guint count;
    RkNode **children;
    RkScalar scalar;
    const char *name;
    const RkFunction *function;
};

struct RkExpression {
    char *text;
    char *file;
    char *written; /**< NULL: not known */
    RkPlace place;
    GPtrArray *texts;  /**< owns names and literals */
    GPtrArray *nodes;  /**< owns nodes */
    GPtrArray *fields; /**< names of the fields, by slot; borrowed from texts */
    GArray *offsets;   /**< where each field is first named */
    GArray *optional;  /**< gboolean: a member of a field, a.b, that need not be a column of its own */
    RkNode *root;
    RkEvaluation *last; /**< keeps the texts of rk_expression_scalar() */
};

RkExpression *rk_expression_new(const char *text, RkPlace place);
/** A node that the expression owns. */
RkNode *rk_node_new(RkExpression *expression, RkNodeKind kind, guint offset, RkNode *const *children, guint count);
/** The slot of a field, new when it was not named before. An optional one may be no column. */
guint rk_expression_slot(RkExpression *expression, const char *name, guint offset, gboolean optional);
const RkFunction *rk_function_find(const char *name);
/** The reason why a function of Vega is refused, or NULL. */
const char *rk_function_refusal(const char *name);
/** All function names, NULL-ended; free with g_free(). */
const char **rk_function_names(void);
/** TRUE when `name` is a constant such as PI. */
gboolean rk_constant_find(const char *name, double *value);
RkPlace rk_node_place(const RkExpression *expression, const RkNode *node);

/** What a period looks like: a hint. */
#define RK_HINT_PERIOD "periods are written 2020, 2020-S1, 2020-Q4, 2020-12, 2020-W52 or 2020-12-31"

/* ---- Evaluation ---- */

struct RkEvaluation {
    const RkExpression *expression;
    const RkTable *table;
    const RkColumn **columns; /**< by slot; NULL for nested values and for members that are no columns */
    RkFamily **families;      /**< by slot: nested values; NULL for columns */
    const RkScope *scope;
    const RkLocale *locale;
    gsize row;
    guint offset;            /**< of the call at work, for errors */
    GPtrArray *texts;        /**< made for this row */
    RkDocument *document;    /**< trees made for this row; NULL while there are none */
    GHashTable *patterns;    /**< compiled regular expressions */
    GError *error;           /**< the first one; everything after it is void */
    RkNotFinite *not_finite; /**< where results that are not finite are counted; NULL: they stay */
};

/** Finds the fields and names. NULL with a located error. */
RkEvaluation *rk_evaluation_new(const RkExpression *expression, const RkTable *table, const RkScope *scope,
                                GError **error);
void rk_evaluation_free(RkEvaluation *evaluation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkEvaluation, rk_evaluation_free)
/** Forgets what was made for the row before. */
void rk_evaluation_row(RkEvaluation *evaluation, gsize row);
RkScalar rk_evaluate(RkEvaluation *evaluation, const RkNode *node);
/** Records an error at the call at work, unless there is one. Returns null. */
RkScalar rk_evaluation_fail(RkEvaluation *evaluation, RkErrorCode code, const char *hint, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
/** A text scalar that takes over `text` (g_malloc'ed); too long a text is an error. */
RkScalar rk_evaluation_take(RkEvaluation *evaluation, char *text);
RkDocument *rk_evaluation_document(RkEvaluation *evaluation);
/** A scalar as an item of a list. */
const RkValue *rk_evaluation_value(RkEvaluation *evaluation, RkScalar scalar);
/** The compiled form of a pattern scalar or of a text, NULL with an error recorded. Borrowed. */
GRegex *rk_evaluation_pattern(RkEvaluation *evaluation, RkScalar pattern);
/** The kind of result that can be told from the tree alone; RK_SCALAR_NULL when it cannot. */
RkScalarKind rk_node_kind(const RkEvaluation *evaluation, const RkNode *node);

/** expression-unknown.c: a calculated column of booleans without the answers that a missing number leaves open. Takes
 * `column`, which may be NULL, and gives it back where nothing is open. */
RkColumn *rk_expression_leave_open(RkEvaluation *evaluation, RkColumn *column);

/* ---- Scalars ---- */

/** A regular expression: text is "flags/pattern". Never leaves the language. */
#define RK_SCALAR_PATTERN ((RkScalarKind)(RK_SCALAR_TREE + 1))

static inline RkScalar rk_null(void)
{
    return (RkScalar){.kind = RK_SCALAR_NULL};
}

/** Null that JavaScript would call undefined: an item past the end, a key that is not there. */
static inline RkScalar rk_undefined(void)
{
    return (RkScalar){.kind = RK_SCALAR_NULL, .number = 1};
}

/** Null of the grammar, which counts as 0 where a number is needed; any other stays missing. */
static inline RkScalar rk_grammar_null(void)
{
    return (RkScalar){.kind = RK_SCALAR_NULL, .number = 2};
}

static inline gboolean rk_scalar_is_undefined(RkScalar scalar)
{
    return scalar.kind == RK_SCALAR_NULL && scalar.number == 1;
}

/** TRUE for what has no number and gets none. */
static inline gboolean rk_scalar_stays_missing(RkScalar scalar)
{
    return scalar.kind == RK_SCALAR_NULL && scalar.number != 2;
}

static inline RkScalar rk_number(double value)
{
    return (RkScalar){.kind = RK_SCALAR_NUMBER, .number = value};
}

static inline RkScalar rk_boolean(gboolean value)
{
    return (RkScalar){.kind = RK_SCALAR_BOOLEAN, .number = value ? 1 : 0};
}

static inline RkScalar rk_time(double start, RkFrequency frequency)
{
    return (RkScalar){.kind = RK_SCALAR_TIME, .number = start, .frequency = frequency};
}

static inline RkScalar rk_text(const char *text)
{
    return text == NULL ? rk_null() : (RkScalar){.kind = RK_SCALAR_TEXT, .text = text};
}

gboolean rk_scalar_truth(RkScalar scalar);
/** JavaScript's Number(), but NaN for null that is not the grammar's. */
double rk_scalar_to_number(RkScalar scalar);
/** A moment: times, periods as text, years, milliseconds. FALSE for anything else. */
gboolean rk_scalar_to_time(RkScalar scalar, double *milliseconds, RkFrequency *frequency);
/** As rk_scalar_write(), but times as JavaScript writes dates where the scope is the grammar's. Free with g_free(). */
char *rk_scalar_write_as(RkScalar scalar, const RkScope *scope);
/** JavaScript's String(); borrowed from the scalar or the evaluation. */
const char *rk_scalar_to_text(RkEvaluation *evaluation, RkScalar scalar);
/** "number", "text" …: for messages. */
const char *rk_scalar_kind_name(RkScalarKind kind);
/** Whole number from 1000 to 9999, that a time takes for a year. */
gboolean rk_number_is_year(double number);

/** -1, 0, 1, or 2 when they have no order. */
int rk_scalar_order(RkScalar a, RkScalar b);
gboolean rk_scalar_equal(RkScalar a, RkScalar b);
gboolean rk_scalar_same(RkScalar a, RkScalar b);
/** One of the comparisons (EQUAL … GREATER_EQUAL). */
gboolean rk_scalar_compare(RkOperator operation, RkScalar a, RkScalar b);
RkScalar rk_arithmetic(RkOperator operation, RkScalar a, RkScalar b);
double rk_arithmetic_numbers(RkOperator operation, double a, double b);

/* ---- Columns ---- */

/** A result of one row: null, and counted in `found` (NULL: nothing is done), when it is a number that is not finite.
 */
RkScalar rk_finite_scalar(RkNotFinite *found, gsize row, RkScalar scalar);
/** The same for the numbers of all rows that the fast path makes. */
void rk_finite_numbers(const RkEvaluation *evaluation, double *numbers);

/** Appends a value of the builder's own type, or null; any value to texts, which are mixed then. */
void rk_builder_append(RkColumnBuilder *builder, RkScalar scalar);
/** Compares every row of a column with a constant that is no tree. */
void rk_column_compare(const RkColumn *column, RkOperator operation, RkScalar constant, guint8 *truth);
/** The fast paths: NULL when the expression is not of a form that they know. */
RkColumn *rk_expression_column_fast(const RkExpression *expression, const RkEvaluation *evaluation, const char *name);
gboolean rk_expression_test_fast(const RkExpression *expression, const RkEvaluation *evaluation, guint8 *truth);
/** The general path alone, so that tests can hold both against each other. */
RkColumn *rk_expression_column_general(const RkExpression *expression, const RkTable *table, const char *name,
                                       const RkScope *scope, GError **error);
gboolean rk_expression_test_general(const RkExpression *expression, const RkTable *table, const RkScope *scope,
                                    guint8 *truth, GError **error);

/** A colour by the reader of the scope or of one around it; FALSE when there is none. */
gboolean rk_scope_read_color(const RkScope *scope, const char *text, double parts[4]);
/** The rows of a data set by the finder of the scope or of one around it; NULL with an error without place. */
const RkValue *rk_scope_find_rows(const RkScope *scope, const char *name, GError **error);
/** Names that a scope knows, with its parents'; NULL-ended, free with g_free(). Borrowed names. */
const char **rk_scope_names(const RkScope *scope);
/** A word near to `word` among two lists (either may be NULL), as a hint: `did you mean "x"?`. NULL when none is near.
 */
char *rk_hint_nearest(const char *word, const char *const *words, const char *const *more);

#endif
