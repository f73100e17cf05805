/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state of one evaluation: which column stands behind each field, what was made for the row at hand, and the first
 * error. Unknown fields and names are found here, before the first row.
 */
#include "transform/expression-private.h"

#include <string.h>

#include "base/limits.h"
#include "base/shape.h"
#include "transform/lines.h"

char *rk_hint_nearest(const char *word, const char *const *words, const char *const *more)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (guint i = 0; words != NULL && words[i] != NULL; i++)
        g_ptr_array_add(all, (gpointer)words[i]);
    for (guint i = 0; more != NULL && more[i] != NULL; i++)
        g_ptr_array_add(all, (gpointer)more[i]);
    g_ptr_array_add(all, NULL);
    const char *nearest = rk_nearest_word(word, (const char *const *)all->pdata);
    return nearest == NULL ? NULL : g_strdup_printf("did you mean \"%s\"?", nearest);
}

/** Finds the column or nested value behind a slot. */
static gboolean bind_field(RkEvaluation *evaluation, guint slot, const char *name, RkPlace place, GError **error)
{
    gboolean optional = g_array_index(evaluation->expression->optional, gboolean, slot);
    const RkColumn *column = rk_table_find_path(evaluation->table, name);
    /* A list is a list to expressions, whatever column shows its lines. */
    gboolean listed = column != NULL && rk_lines_in(evaluation->table, name);
    evaluation->columns[slot] = listed ? NULL : column;
    if (evaluation->columns[slot] != NULL || optional)
        return TRUE;
    evaluation->families[slot] = rk_family_new(evaluation->table, name);
    return evaluation->families[slot] != NULL || rk_table_require(evaluation->table, name, place, error) != NULL;
}

static gboolean bind_fields(RkEvaluation *evaluation, GError **error)
{
    const RkExpression *expression = evaluation->expression;
    evaluation->columns = g_new0(const RkColumn *, expression->fields->len + 1);
    evaluation->families = g_new0(RkFamily *, expression->fields->len + 1);
    for (guint slot = 0; slot < expression->fields->len; slot++) {
        const char *name = g_ptr_array_index(expression->fields, slot);
        RkPlace place =
            rk_place_within(expression->text, expression->place, g_array_index(expression->offsets, guint, slot));
        if (evaluation->table == NULL) {
            rk_error_set(error, RK_ERROR_SPEC, place, NULL, "there are no rows here that could have a field \"%s\"",
                         name);
            return FALSE;
        }
        if (!bind_field(evaluation, slot, name, place, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean check_name(const RkEvaluation *evaluation, const RkNode *node, GError **error)
{
    RkScalar ignored;
    if (rk_scope_get(evaluation->scope, node->name, &ignored))
        return TRUE;
    if (rk_scope_is_late(evaluation->scope, node->name)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_node_place(evaluation->expression, node),
                     "give the figure a width and a height in pixels",
                     "\"%s\" follows from the size of the figure, which is not known yet", node->name);
        return FALSE;
    }
    gboolean is_field = evaluation->table != NULL && rk_table_find(evaluation->table, node->name) != NULL;
    g_autofree const char **names = rk_scope_names(evaluation->scope);
    g_autofree const char **functions = rk_function_names();
    g_autofree char *hint =
        is_field ? g_strdup_printf("write datum.%s", node->name) : rk_hint_nearest(node->name, names, functions);
    if (hint == NULL)
        hint = g_strdup_printf("write datum.%s for a field, '%s' for a text", node->name, node->name);
    rk_error_set(error, RK_ERROR_SPEC, rk_node_place(evaluation->expression, node), hint, "unknown name \"%s\"",
                 node->name);
    return FALSE;
}

static gboolean is_time_field(const RkEvaluation *evaluation, const RkNode *node)
{
    const RkColumn *column = node->kind == RK_NODE_FIELD ? evaluation->columns[node->slot] : NULL;
    return column != NULL && rk_column_type(column) == RK_COLUMN_TIME;
}

/** A literal beside a time field must be a period: otherwise the comparison would be false in silence. */
static gboolean check_period(const RkEvaluation *evaluation, const RkNode *time, const RkNode *other, GError **error)
{
    double start;
    RkFrequency frequency;
    if (!is_time_field(evaluation, time) || other->kind != RK_NODE_LITERAL || other->scalar.kind != RK_SCALAR_TEXT ||
        rk_scalar_to_time(other->scalar, &start, &frequency))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_node_place(evaluation->expression, other), RK_HINT_PERIOD,
                 "\"%s\" is not a period, and \"%s\" holds times", other->scalar.text, time->name);
    return FALSE;
}

static gboolean check_node(const RkEvaluation *evaluation, const RkNode *node, GError **error)
{
    if (node->kind == RK_NODE_NAME)
        return check_name(evaluation, node, error);
    if (node->kind != RK_NODE_BINARY || node->operation < RK_OPERATOR_EQUAL ||
        node->operation > RK_OPERATOR_GREATER_EQUAL)
        return TRUE;
    return check_period(evaluation, node->children[0], node->children[1], error) &&
           check_period(evaluation, node->children[1], node->children[0], error);
}

RkEvaluation *rk_evaluation_new(const RkExpression *expression, const RkTable *table, const RkScope *scope,
                                GError **error)
{
    g_autoptr(RkEvaluation) evaluation = g_new0(RkEvaluation, 1);
    evaluation->expression = expression;
    evaluation->table = table;
    evaluation->scope = scope;
    evaluation->locale = rk_scope_locale(scope);
    evaluation->texts = g_ptr_array_new_with_free_func(g_free);
    evaluation->patterns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_regex_unref);
    if (!bind_fields(evaluation, error))
        return NULL;
    for (guint i = 0; i < expression->nodes->len; i++)
        if (!check_node(evaluation, g_ptr_array_index(expression->nodes, i), error))
            return NULL;
    return g_steal_pointer(&evaluation);
}

void rk_evaluation_free(RkEvaluation *evaluation)
{
    if (evaluation == NULL)
        return;
    for (guint slot = 0; evaluation->families != NULL && slot < evaluation->expression->fields->len; slot++)
        rk_family_free(evaluation->families[slot]);
    g_free(evaluation->families);
    g_free(evaluation->columns);
    g_ptr_array_unref(evaluation->texts);
    g_hash_table_unref(evaluation->patterns);
    g_clear_pointer(&evaluation->document, rk_document_unref);
    g_clear_error(&evaluation->error);
    g_free(evaluation);
}

void rk_evaluation_row(RkEvaluation *evaluation, gsize row)
{
    evaluation->row = row;
    g_ptr_array_set_size(evaluation->texts, 0);
    g_clear_pointer(&evaluation->document, rk_document_unref);
}

RkScalar rk_evaluation_fail(RkEvaluation *evaluation, RkErrorCode code, const char *hint, const char *format, ...)
{
    if (evaluation->error != NULL)
        return rk_null();
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    const RkExpression *expression = evaluation->expression;
    RkPlace place = rk_place_within(expression->text, expression->place, evaluation->offset);
    rk_error_set(&evaluation->error, code, place, hint, "%s", message);
    return rk_null();
}

RkScalar rk_evaluation_take(RkEvaluation *evaluation, char *text)
{
    g_ptr_array_add(evaluation->texts, text);
    if (strlen(text) > RK_LIMIT_FIELD_BYTES)
        return rk_evaluation_fail(evaluation, RK_ERROR_LIMIT, NULL, "a text longer than %u bytes",
                                  RK_LIMIT_FIELD_BYTES);
    return rk_text(text);
}

RkDocument *rk_evaluation_document(RkEvaluation *evaluation)
{
    if (evaluation->document == NULL)
        evaluation->document = rk_document_new(NULL);
    return evaluation->document;
}

const RkValue *rk_evaluation_value(RkEvaluation *evaluation, RkScalar scalar)
{
    RkDocument *document = rk_evaluation_document(evaluation);
    switch (scalar.kind) {
    case RK_SCALAR_BOOLEAN:
        return rk_document_boolean(document, RK_NOWHERE, scalar.number != 0);
    case RK_SCALAR_NUMBER:
        return rk_document_number(document, RK_NOWHERE, scalar.number);
    case RK_SCALAR_TIME:
        return rk_document_moment(document, RK_NOWHERE, scalar.number, scalar.frequency);
    case RK_SCALAR_TEXT:
        return rk_document_text(document, RK_NOWHERE, scalar.text);
    case RK_SCALAR_TREE:
        return scalar.tree;
    case RK_SCALAR_NULL:
        break;
    }
    return rk_document_null(document, RK_NOWHERE);
}

static GRegexCompileFlags compile_flags(const char *letters, gsize count)
{
    GRegexCompileFlags flags = G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY;
    for (gsize i = 0; i < count; i++) {
        flags |= letters[i] == 'i' ? G_REGEX_CASELESS : 0;
        flags |= letters[i] == 'm' ? G_REGEX_MULTILINE : 0;
        flags |= letters[i] == 's' ? G_REGEX_DOTALL : 0;
    }
    return flags;
}

GRegex *rk_evaluation_pattern(RkEvaluation *evaluation, RkScalar pattern)
{
    g_autofree char *key = pattern.kind == RK_SCALAR_PATTERN
                               ? g_strdup(pattern.text)
                               : g_strconcat("/", rk_scalar_to_text(evaluation, pattern), NULL);
    GRegex *regex = g_hash_table_lookup(evaluation->patterns, key);
    if (regex != NULL)
        return regex;
    const char *slash = strchr(key, '/');
    g_autofree char *limited = g_strconcat(RK_LIMIT_PATTERN, slash + 1, NULL);
    g_autoptr(GError) local = NULL;
    regex = g_regex_new(limited, compile_flags(key, (gsize)(slash - key)), 0, &local);
    if (regex == NULL) {
        rk_evaluation_fail(evaluation, RK_ERROR_SPEC,
                           "close brackets, and write \\ before a sign that stands for itself",
                           "\"%s\" is not a regular expression", slash + 1);
        return NULL;
    }
    g_hash_table_insert(evaluation->patterns, g_steal_pointer(&key), regex);
    return regex;
}
