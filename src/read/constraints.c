/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells held against the rules of their description: required, unique, bounds, lengths, patterns, lists of words. A
 * missing value breaks no rule but the first.
 */
#include "read/constraints-private.h"

#include "base/limits.h"

#include "read/rules-private.h"

#include <math.h>
#include <string.h>

void rk_constraints_clear(RkConstraints *constraints)
{
    for (guint i = 0; i < RK_BOUNDS; i++)
        g_free(constraints->bounds[i].text);
    g_free(constraints->pattern);
    g_clear_pointer(&constraints->regex, g_regex_unref);
    g_clear_pointer(&constraints->words, g_ptr_array_unref);
}

gboolean rk_constraints_pattern(RkConstraints *constraints, const char *pattern)
{
    g_autofree char *whole = g_strconcat(RK_LIMIT_PATTERN "^(?:", pattern, ")$", NULL);
    constraints->regex = g_regex_new(whole, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
    constraints->pattern = g_strdup(pattern);
    return constraints->regex != NULL;
}

/* What breaks a rule: the first row, and how many in all. */
typedef struct {
    gsize first, count;
} Breach;

static void note(Breach *breach, gsize row)
{
    breach->first = breach->count == 0 ? row : breach->first;
    breach->count++;
}

static gboolean report(const Breach *breach, const RkTable *table, const RkColumn *column, const char *rule,
                       GError **error)
{
    if (breach->count == 0)
        return TRUE;
    g_autofree char *text = rk_column_write(column, breach->first);
    g_autofree char *shown = rk_rules_excerpt(text != NULL ? text : "", text != NULL ? strlen(text) : 0);
    g_autofree char *more = breach->count > 1 ? g_strdup_printf(", as %s %" G_GSIZE_FORMAT " more",
                                                                breach->count > 2 ? "do" : "does", breach->count - 1)
                                              : g_strdup("");
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, breach->first),
                 "correct the data or their description; read with format.type: csv, nothing is held against it",
                 "\"%s\" in column \"%s\" breaks the rule %s%s", shown, rk_column_name(column), rule, more);
    return FALSE;
}

static gboolean check_required(const RkTable *table, const RkColumn *column, GError **error)
{
    Breach breach = {0};
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (rk_column_is_missing(column, row))
            note(&breach, row);
    return report(&breach, table, column, "required", error);
}

static gboolean check_unique(const RkTable *table, const RkColumn *column, GError **error)
{
    Breach breach = {0};
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        char *text = rk_column_write(column, row);
        if (text != NULL && !g_hash_table_add(known, text))
            note(&breach, row);
    }
    return report(&breach, table, column, "unique", error);
}

static gboolean check_whole(const RkTable *table, const RkColumn *column, GError **error)
{
    Breach breach = {0};
    const double *values = rk_column_numbers(column);
    for (gsize row = 0; values != NULL && row < rk_column_length(column); row++)
        if (!isnan(values[row]) && values[row] != floor(values[row]))
            note(&breach, row);
    return report(&breach, table, column, "integer", error);
}

/* A text as a value of the column; FALSE when it is none. */
static gboolean understand(const RkColumn *column, const char *text, double *value)
{
    RkFrequency frequency;
    if (rk_column_type(column) == RK_COLUMN_NUMBER)
        return rk_number_parse(text, strlen(text), RK_NUMBER_SYNTAX_PLAIN, value);
    return rk_column_type(column) == RK_COLUMN_TIME && rk_period_parse(text, strlen(text), value, &frequency);
}

static gboolean keeps(RkBoundKind kind, double value, double bound)
{
    switch (kind) {
    case RK_BOUND_LEAST:
        return value >= bound;
    case RK_BOUND_ABOVE:
        return value > bound;
    case RK_BOUND_GREATEST:
        return value <= bound;
    default:
        return value < bound;
    }
}

static gboolean check_bound(const RkConstraints *constraints, RkBoundKind kind, const RkTable *table,
                            const RkColumn *column, RkDiagnostics *diagnostics, GError **error)
{
    const RkBound *bound = &constraints->bounds[kind];
    const double *values = rk_column_numbers(column);
    Breach breach = {0};
    double limit;
    if (bound->text == NULL)
        return TRUE;
    g_autofree char *rule = g_strdup_printf("%s %s", bound->name, bound->text);
    if (values == NULL || !understand(column, bound->text, &limit)) {
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){rk_table_origin(table, 0).file, 0, 0}, NULL,
                           "the column \"%s\" is %s, against which the rule %s cannot be held", rk_column_name(column),
                           rk_column_type_name(rk_column_type(column)), rule);
        return TRUE;
    }
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (!isnan(values[row]) && !keeps(kind, values[row], limit))
            note(&breach, row);
    return report(&breach, table, column, rule, error);
}

/* Words of a text column that break a rule. */
typedef gboolean (*TestWord)(const RkConstraints *constraints, const char *word);

static gboolean is_short(const RkConstraints *constraints, const char *word)
{
    return (gsize)g_utf8_strlen(word, -1) < constraints->shortest;
}

static gboolean is_long(const RkConstraints *constraints, const char *word)
{
    return (gsize)g_utf8_strlen(word, -1) > constraints->longest;
}

/* A pattern that does not come to an end has not matched. */
static gboolean is_strange(const RkConstraints *constraints, const char *word)
{
    return !g_regex_match_full(constraints->regex, word, -1, 0, 0, NULL, NULL);
}

static gboolean check_words(const RkConstraints *constraints, const RkTable *table, const RkColumn *column,
                            TestWord test, const char *rule, GError **error)
{
    Breach breach = {0};
    if (rk_column_type(column) != RK_COLUMN_TEXT)
        return TRUE;
    g_autofree guint8 *broken = g_new0(guint8, (gsize)rk_column_words(column) + 1);
    for (guint32 code = 0; code < rk_column_words(column); code++)
        broken[code] = test(constraints, rk_column_word(column, code));
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (!rk_column_is_missing(column, row) && broken[rk_column_codes(column)[row]])
            note(&breach, row);
    return report(&breach, table, column, rule, error);
}

static gboolean check_texts(const RkConstraints *constraints, const RkTable *table, const RkColumn *column,
                            GError **error)
{
    g_autofree char *shortest = g_strdup_printf("minLength %" G_GSIZE_FORMAT, constraints->shortest);
    g_autofree char *longest = g_strdup_printf("maxLength %" G_GSIZE_FORMAT, constraints->longest);
    g_autofree char *pattern = g_strdup_printf("pattern \"%s\"", constraints->pattern);
    return (constraints->shortest == 0 || check_words(constraints, table, column, is_short, shortest, error)) &&
           (constraints->longest == 0 || check_words(constraints, table, column, is_long, longest, error)) &&
           (constraints->regex == NULL || check_words(constraints, table, column, is_strange, pattern, error));
}

/* The allowed words as the column would write them, so that 1 and 1.0 are one. */
static GHashTable *allowed_words(const GPtrArray *words, const RkColumn *column)
{
    GHashTable *allowed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char buffer[RK_NUMBER_BUFFER];
    for (guint i = 0; i < words->len; i++) {
        double value;
        RkFrequency frequency;
        const char *word = words->pdata[i];
        gboolean understood = understand(column, word, &value);
        if (understood && rk_column_type(column) == RK_COLUMN_NUMBER)
            word = rk_number_shortest(value, buffer);
        else if (understood && rk_period_parse(word, strlen(word), &value, &frequency))
            word = rk_period_write(value, frequency, buffer, sizeof buffer);
        g_hash_table_add(allowed, g_strdup(word));
    }
    return allowed;
}

static gboolean check_list(const RkConstraints *constraints, const RkTable *table, const RkColumn *column,
                           GError **error)
{
    Breach breach = {0};
    if (constraints->words == NULL)
        return TRUE;
    g_autoptr(GHashTable) allowed = allowed_words(constraints->words, column);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        g_autofree char *text = rk_column_write(column, row);
        if (text != NULL && !g_hash_table_contains(allowed, text))
            note(&breach, row);
    }
    return report(&breach, table, column, "enum", error);
}

gboolean rk_constraints_check(const RkConstraints *constraints, const RkTable *table, const RkColumn *column,
                              RkDiagnostics *diagnostics, GError **error)
{
    gboolean sound = (!constraints->required || check_required(table, column, error)) &&
                     (!constraints->whole || check_whole(table, column, error)) &&
                     (!constraints->unique || check_unique(table, column, error));
    for (guint kind = 0; sound && kind < RK_BOUNDS; kind++)
        sound = check_bound(constraints, (RkBoundKind)kind, table, column, diagnostics, error);
    return sound && check_texts(constraints, table, column, error) && check_list(constraints, table, column, error);
}
