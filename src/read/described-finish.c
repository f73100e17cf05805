/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns whose texts say more than numbers: declared texts give the reason why a value is missing, percent and per
 * mille signs divide it, units around it are taken off. Done once for each different text.
 */
#include "read/described-private.h"

#include "read/infer-private.h"
#include "read/reasons-private.h"
#include "read/reshape-private.h"
#include "table/builder.h"

#include <math.h>
#include <string.h>

/* What a word means: a number, or missing for a reason. */
typedef struct {
    double value;
    const char *reason;
    gboolean sound;
} Meaning;

/* Takes the spaces from the end of a text, also those that do not break a line. */
static void take_spaces(const char *text, gsize *length)
{
    while (*length > 0) {
        const char *last = g_utf8_find_prev_char(text, text + *length);
        if (last == NULL || !g_unichar_isspace(g_utf8_get_char(last)))
            return;
        *length = (gsize)(last - text);
    }
}

/* Takes a sign from the end of a text; what the number is to be divided by. */
static double take_sign(const char *text, gsize *length)
{
    static const struct {
        const char *sign;
        double divisor;
    } signs[] = {{"%", 100}, {"\u2030", 1000}};
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
        gsize size = strlen(signs[i].sign);
        if (*length <= size || memcmp(text + *length - size, signs[i].sign, size) != 0)
            continue;
        *length -= size;
        take_spaces(text, length);
        return signs[i].divisor;
    }
    return 1;
}

/* What may stand around a number and means nothing. A minus of another kind or a bracket could. */
static gboolean is_dress(gunichar character)
{
    return g_unichar_isalpha(character) || g_unichar_isspace(character) || character == '%' || character == 0x2030 ||
           character == 0xb0 || g_unichar_type(character) == G_UNICODE_CURRENCY_SYMBOL;
}

/* "-€ 5.5 m" is -5.5. */
static gboolean read_dressed(const char *text, RkNumberSyntax syntax, double *value)
{
    const char *start = *text == '-' ? text + 1 : text, *end = text + strlen(text);
    while (start < end && is_dress(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    for (const char *last = end; last > start; end = last) {
        last = g_utf8_prev_char(last);
        if (!is_dress(g_utf8_get_char(last)))
            break;
    }
    gboolean twice = *text == '-' && (*start == '-' || *start == '+');
    if (twice || !rk_number_parse(start, (gsize)(end - start), syntax, value))
        return FALSE;
    *value = *text == '-' ? -*value : *value;
    return TRUE;
}

static Meaning understand(const RkDescribedField *field, const char *word)
{
    Meaning meaning = {NAN, NULL, TRUE};
    for (guint i = 0; i < field->missing->len; i++)
        if (strcmp(field->missing->pdata[i], word) == 0) {
            meaning.reason =
                field->labels->pdata[i] != NULL ? field->labels->pdata[i] : rk_reason_word(RK_REASON_NOT_AVAILABLE);
            return meaning;
        }
    if (field->dressed) {
        meaning.sound = read_dressed(word, field->number, &meaning.value);
        return meaning;
    }
    gsize length = strlen(word);
    double divisor = field->percent ? take_sign(word, &length) : 1;
    meaning.sound = rk_number_parse(word, length, field->number, &meaning.value);
    meaning.value /= divisor;
    return meaning;
}

static gboolean refuse_word(const RkTable *table, gsize row, const RkDescribedField *field, const char *word,
                            GError **error)
{
    g_autofree char *shown = rk_rules_excerpt(word, strlen(word));
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, row), "the description calls this column a number",
                 "\"%s\" in column \"%s\" is not a number", shown, field->name);
    return FALSE;
}

/* The words of an empty cell: it may have a label, too. */
static Meaning understand_nothing(const RkDescribedField *field)
{
    Meaning meaning = {NAN, rk_reason_word(RK_REASON_NOT_AVAILABLE), TRUE};
    for (guint i = 0; i < field->missing->len; i++)
        if (*(char *)field->missing->pdata[i] == '\0')
            return understand(field, "");
    return meaning;
}

/* Adds the numbers of a column of texts, and their reasons where texts have reasons. */
static gboolean add_numbers(GPtrArray *columns, const RkTable *table, const RkColumn *column,
                            const RkDescribedField *field, GError **error)
{
    gsize rows = rk_column_length(column);
    guint32 count = rk_column_words(column);
    const guint32 *codes = rk_column_codes(column);
    g_autofree Meaning *meanings = g_new(Meaning, (gsize)count + 1);
    g_autofree double *values = g_new(double, MAX(rows, 1));
    g_autofree char *name =
        strcmp(field->name, "value") == 0 ? g_strdup(RK_REASON_COLUMN) : g_strconcat(field->name, "_reason", NULL);
    g_autoptr(RkColumnBuilder) reasons = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (guint32 code = 0; code < count; code++)
        meanings[code] = understand(field, rk_column_word(column, code));
    meanings[count] = understand_nothing(field);
    for (gsize row = 0; row < rows; row++) {
        const Meaning *meaning = &meanings[codes[row] == RK_TEXT_MISSING ? count : codes[row]];
        if (!meaning->sound)
            return refuse_word(table, row, field, rk_column_word(column, codes[row]), error);
        values[row] = meaning->value;
        rk_column_builder_text(reasons, meaning->reason, -1);
    }
    g_autoptr(RkColumn) plain = rk_column_new_numbers(field->name, g_steal_pointer(&values), rows);
    g_autoptr(RkColumn) reason = rk_column_builder_finish(g_steal_pointer(&reasons));
    const RkCompanions companions = {rk_column_unit(column), rk_column_flag(column), field->labelled ? reason : NULL};
    g_ptr_array_add(columns, rk_companions_put(plain, &companions));
    if (field->labelled && rk_table_find(table, name) == NULL)
        g_ptr_array_add(columns, g_steal_pointer(&reason));
    return TRUE;
}

static gboolean has_text(const GPtrArray *texts, const char *text)
{
    return g_ptr_array_find_with_equal_func((GPtrArray *)texts, text, g_str_equal, NULL);
}

/* Adds the truth of a column of texts. */
static gboolean add_truth(GPtrArray *columns, const RkTable *table, const RkColumn *column,
                          const RkDescribedField *field, GError **error)
{
    gsize rows = rk_column_length(column);
    g_autofree guint8 *values = g_new(guint8, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        const char *word = rk_column_text(column, row);
        gboolean missing = word == NULL || has_text(field->missing, word), yes = !missing && has_text(field->yes, word);
        values[row] = missing ? RK_BOOLEAN_MISSING : yes;
        if (missing || yes || has_text(field->no, word))
            continue;
        g_autofree char *shown = rk_rules_excerpt(word, strlen(word));
        rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, row), "the description says how these are written",
                     "\"%s\" in column \"%s\" is neither true nor false", shown, field->name);
        return FALSE;
    }
    g_ptr_array_add(columns, rk_column_new_booleans(field->name, g_steal_pointer(&values), rows));
    return TRUE;
}

/* Adds what the words of a special column mean. */
static gboolean add_meaning(GPtrArray *columns, const RkTable *table, const RkColumn *column,
                            const RkDescribedField *field, GError **error)
{
    return field->yes->len + field->no->len > 0 ? add_truth(columns, table, column, field, error)
                                                : add_numbers(columns, table, column, field, error);
}

/* A companion that says by its name whose it is. */
static const RkColumn *named(const RkColumn *companion)
{
    return companion != NULL && rk_role_accompanies(rk_column_role(rk_column_name(companion))) ? NULL : companion;
}

/* While a column of numbers was texts yet, another may have been taken for the one that plain companions speak of. */
static RkColumn *accompany(const RkColumn *column, const RkColumn *measure, const RkCompanions *companions)
{
    if (column == measure || rk_column_role(rk_column_name(column)) == RK_ROLE_MEASURE)
        return rk_companions_put(column, companions);
    g_autoptr(RkColumn) with =
        rk_column_with(column, NULL, named(rk_column_unit(column)), named(rk_column_flag(column)));
    g_autoptr(RkColumn) bare = rk_column_with_reason(with, named(rk_column_reason(column)));
    return rk_companions_put(bare, companions);
}

RkTable *rk_described_finish(const RkTable *table, const RkDescribed *described, const RkReadOptions *options,
                             const char *file, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        gint at = rk_described_find(described, rk_column_name(column));
        const RkDescribedField *field = at >= 0 ? described->fields->pdata[at] : NULL;
        if (field == NULL || !rk_described_is_special(field) || rk_column_type(column) != RK_COLUMN_TEXT)
            g_ptr_array_add(columns, rk_column_ref(column));
        else if (!add_meaning(columns, table, column, field, error))
            return NULL;
    }
    const RkColumn *const *all = (const RkColumn *const *)columns->pdata;
    const char *const *used = rk_used_columns(options);
    const RkColumn *measure = rk_companions_measure(all, columns->len, used);
    g_autofree RkCompanions *companions = rk_companions_find(all, columns->len, used);
    rk_companions_warn(all, columns->len, used, file, options->diagnostics);
    g_autoptr(GPtrArray) accompanied = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < columns->len; i++)
        g_ptr_array_add(accompanied, accompany(columns->pdata[i], measure, &companions[i]));
    return rk_table_of_wanted(accompanied, table, options->columns);
}
