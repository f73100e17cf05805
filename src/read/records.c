/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of records. A text that looks like a number stays a text, because whoever wrote the record had the choice; a
 * column of numbers and texts is judged as a column of delimited text would be.
 */
#include "read/records-private.h"

#include "base/limits.h"
#include "table/builder.h"
#include "table/companions.h"

#include <math.h>
#include <string.h>

/* Cells that records may have, missing ones included: many records with few keys in common would fill the memory. */
#define RECORD_CELLS (64u << 20)

typedef struct {
    char *name;
    RkCellRules rules;
    RkCells cells;
    RkPlace odd;        /* the first text after numbers */
    RkPlace first_void; /* the first value that is not of the declared type */
    GByteArray *kinds;  /* of Vega-Lite's data, for each record so far: RkBlank, or RK_BLANK_GUISE of what is no text */
    gboolean shown;
    gboolean texts, numbers, booleans;
} Field;

struct RkRecords {
    const char *file;
    const RkReadOptions *options;
    GPtrArray *fields; /* in the order of first appearance */
    GHashTable *by_name;
    GArray *lines;
    gboolean located;
};

static void field_free(gpointer data)
{
    Field *field = data;
    rk_cells_clear(&field->cells);
    g_byte_array_unref(field->kinds);
    g_free(field->name);
    g_free(field);
}

RkRecords *rk_records_new(const char *file, const RkReadOptions *options)
{
    RkRecords *records = g_new0(RkRecords, 1);
    records->file = file;
    records->options = options;
    records->fields = g_ptr_array_new_with_free_func(field_free);
    records->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    records->lines = g_array_new(FALSE, FALSE, sizeof(guint32));
    return records;
}

void rk_records_free(RkRecords *records)
{
    if (records == NULL)
        return;
    g_hash_table_unref(records->by_name);
    g_ptr_array_unref(records->fields);
    g_array_unref(records->lines);
    g_free(records);
}

static gboolean refuse_size(const RkRecords *records, const char *what, guint limit, GError **error)
{
    rk_error_set(error, RK_ERROR_LIMIT, (RkPlace){records->file, 0, 0}, NULL, "the records have more than %u %s", limit,
                 what);
    return FALSE;
}

gboolean rk_records_begin(RkRecords *records, guint line, GError **error)
{
    if ((guint64)(records->lines->len + 1) * records->fields->len > RECORD_CELLS)
        return refuse_size(records, "cells", RECORD_CELLS, error);
    g_array_append_val(records->lines, line);
    records->located |= line > 0;
    return TRUE;
}

static Field *add_field(RkRecords *records, const char *key)
{
    Field *field = g_new0(Field, 1);
    field->name = g_strdup(key);
    field->kinds = g_byte_array_new();
    field->rules = rk_rules_for(field->name, records->options->format, RK_NUMBER_SYNTAX_PLAIN);
    field->rules.loose = records->options->vega_types;
    field->rules.keeps_empty = records->options->vega_types;
    field->shown = rk_rules_is_wanted(key, records->options->columns);
    rk_cells_restart(&field->cells, rk_rules_begin_as_text(&field->rules));
    g_ptr_array_add(records->fields, field);
    g_hash_table_insert(records->by_name, field->name, field);
    return field;
}

/* Vega-Lite tells the null that a record holds from the key that it lacks, and a number from a text. */
static void note_kind(const RkRecords *records, Field *field, guint8 kind)
{
    if (records->options->vega_types)
        g_byte_array_append(field->kinds, &kind, 1);
}

/* Missing values up to `rows`. */
static void fill(const RkRecords *records, Field *field, gsize rows)
{
    while (field->cells.length < rows) {
        note_kind(records, field, RK_BLANK_UNDEFINED);
        rk_cells_add(&field->cells, &field->rules, NULL, 0);
    }
}

/* The field of a key, filled up to the record that is being written; NULL with an error. */
static Field *field_of(RkRecords *records, const char *key, RkPlace place, GError **error)
{
    Field *field = g_hash_table_lookup(records->by_name, key);
    guint64 cells = ((guint64)records->fields->len + 1) * records->lines->len;
    if (field == NULL && (records->fields->len >= RK_LIMIT_COLUMNS || cells > RECORD_CELLS)) {
        refuse_size(records, cells > RECORD_CELLS ? "cells" : "different keys",
                    cells > RECORD_CELLS ? RECORD_CELLS : RK_LIMIT_COLUMNS, error);
        return NULL;
    }
    if (field == NULL && *key == '\0') {
        rk_error_set(error, RK_ERROR_DATA, place, NULL, "a key of record %u is empty", records->lines->len);
        return NULL;
    }
    if (field == NULL)
        field = add_field(records, key);
    fill(records, field, records->lines->len - 1);
    if (field->cells.length == records->lines->len) {
        rk_error_set(error, RK_ERROR_DATA, place, "rename one of them",
                     "two values of record %u would be the column \"%s\"", records->lines->len, key);
        return NULL;
    }
    return field;
}

static gboolean add_cell(const RkRecords *records, Field *field, const char *text, RkPlace place, GError **error)
{
    gsize length = strlen(text);
    if (length > RK_LIMIT_FIELD_BYTES) {
        rk_error_set(error, RK_ERROR_LIMIT, place, NULL, "a text of record %u is longer than %u bytes",
                     records->lines->len, RK_LIMIT_FIELD_BYTES);
        return FALSE;
    }
    RkCellFate fate = rk_cells_add(&field->cells, &field->rules, text, length);
    if (fate == RK_CELL_VOID && field->first_void.line == 0)
        field->first_void = place;
    if (fate != RK_CELL_REFUSED)
        return TRUE;
    g_autofree char *shown = rk_rules_excerpt(text, length);
    rk_error_set(error, RK_ERROR_DATA, place, "set format.missing if it stands for a missing value",
                 "\"%s\" in column \"%s\" of record %u is not %s", shown, field->name, records->lines->len,
                 rk_rules_wanted(&field->rules));
    return FALSE;
}

gboolean rk_records_put_text(RkRecords *records, const char *key, const char *text, RkPlace place, GError **error)
{
    Field *field = field_of(records, key, place, error);
    if (field == NULL)
        return FALSE;
    note_kind(records, field, RK_BLANK_NULL);
    gboolean missing = rk_cell_says_missing(&field->rules, text, strlen(text));
    if (!missing && field->odd.line == 0)
        field->odd = place;
    field->texts |= !missing;
    if (field->rules.parse == RK_PARSE_INFER && !missing)
        rk_cells_turn(&field->cells, &field->rules);
    return add_cell(records, field, text, place, error);
}

gboolean rk_records_put_number(RkRecords *records, const char *key, double value, RkPlace place, GError **error)
{
    Field *field = field_of(records, key, place, error);
    char buffer[RK_NUMBER_BUFFER];
    if (field == NULL)
        return FALSE;
    note_kind(records, field, RK_BLANK_GUISE(RK_COLUMN_NUMBER));
    field->numbers = TRUE;
    if (rk_rules_begin_as_text(&field->rules) && !isnan(value))
        return add_cell(records, field, rk_number_shortest(value, buffer), place, error);
    rk_cells_add_number(&field->cells, value);
    return TRUE;
}

gboolean rk_records_put_digits(RkRecords *records, const char *key, const char *digits, RkPlace place, GError **error)
{
    Field *field = field_of(records, key, place, error);
    if (field == NULL)
        return FALSE;
    note_kind(records, field, RK_BLANK_GUISE(RK_COLUMN_NUMBER));
    field->numbers = TRUE;
    if (!field->cells.textual && field->odd.line == 0)
        field->odd = place;
    return add_cell(records, field, digits, place, error);
}

gboolean rk_records_put_integer(RkRecords *records, const char *key, gint64 value, RkPlace place, GError **error)
{
    char text[RK_NUMBER_BUFFER];
    g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, value);
    if (!rk_number_loses_digits(text, strlen(text), (double)value))
        return rk_records_put_number(records, key, (double)value, place, error);
    return rk_records_put_digits(records, key, text, place, error);
}

gboolean rk_records_put_boolean(RkRecords *records, const char *key, gboolean value, RkPlace place, GError **error)
{
    Field *field = field_of(records, key, place, error);
    if (field == NULL)
        return FALSE;
    note_kind(records, field, RK_BLANK_GUISE(RK_COLUMN_BOOLEAN));
    field->booleans = TRUE;
    if (field->rules.parse == RK_PARSE_INFER)
        rk_cells_turn(&field->cells, &field->rules);
    return add_cell(records, field, value ? "true" : "false", place, error);
}

gboolean rk_records_put_missing(RkRecords *records, const char *key, RkPlace place, GError **error)
{
    Field *field = field_of(records, key, place, error);
    if (field == NULL)
        return FALSE;
    note_kind(records, field, RK_BLANK_NULL);
    rk_cells_add(&field->cells, &field->rules, NULL, 0);
    return TRUE;
}

/* Takes `name` over. */
static char *checked_name(const RkRecords *records, char *name, RkPlace place, GError **error)
{
    if (strlen(name) <= RK_LIMIT_NESTED_NAME)
        return name;
    rk_error_set(error, RK_ERROR_LIMIT, place, NULL, "record %u has a nested value whose name is longer than %u bytes",
                 records->lines->len, RK_LIMIT_NESTED_NAME);
    g_free(name);
    return NULL;
}

char *rk_records_member(const RkRecords *records, const char *key, const char *member, RkPlace place, GError **error)
{
    return checked_name(records, g_strconcat(key, ".", member, NULL), place, error);
}

char *rk_records_item(const RkRecords *records, const char *key, guint index, RkPlace place, GError **error)
{
    return checked_name(records, g_strdup_printf("%s[%u]", key, index), place, error);
}

/* TRUE when values of several types stand in the field as they are, in a column of texts. */
static gboolean is_mixed(const Field *field, const RkColumn *column)
{
    guint types = (guint)(field->texts != FALSE) + (field->numbers != FALSE) + (field->booleans != FALSE);
    return types > 1 && field->rules.parse == RK_PARSE_INFER && rk_column_type(column) == RK_COLUMN_TEXT;
}

static void tell_kinds(const RkRecords *records, Field *field, RkColumn *column)
{
    gsize rows = rk_column_length(column), missing = 0;
    gboolean mixed = is_mixed(field, column);
    for (gsize row = 0; row < rows && missing == 0 && !mixed; row++)
        missing += rk_column_is_missing(column, row);
    if (!records->options->vega_types || field->kinds->len != rows || (missing == 0 && !mixed))
        return;
    for (gsize row = 0; row < rows && !mixed; row++)
        field->kinds->data[row] = field->kinds->data[row] == RK_BLANK_UNDEFINED ? RK_BLANK_UNDEFINED : RK_BLANK_NULL;
    rk_column_set_blanks(column, g_memdup2(field->kinds->data, rows));
}

/* Texts of a column that has numbers, too, or is called value: TRUE when all are numbers that somebody has quoted. */
static gboolean holds_quoted(const RkRecords *records, const Field *field)
{
    gboolean measure = field->numbers || rk_column_role(field->name) == RK_ROLE_MEASURE;
    gboolean open = field->rules.parse == RK_PARSE_INFER && !records->options->vega_types;
    if (!open || !measure || !field->texts || field->booleans || !field->cells.textual)
        return FALSE;
    for (guint32 code = 0; code < field->cells.words->count; code++) {
        const char *word = rk_dictionary_word(field->cells.words, code);
        gsize length = rk_dictionary_length(field->cells.words, code);
        double value;
        if (!rk_cell_says_missing(&field->rules, word, length) &&
            (!rk_number_parse(word, length, field->rules.syntax, &value) ||
             rk_cell_is_code(&field->rules, word, length)))
            return FALSE;
    }
    return TRUE;
}

/* Whoever quotes one number of many means a number, and whoever calls texts values as well. */
static void read_quoted(RkRecords *records, Field *field)
{
    RkCells words = field->cells;
    g_autofree char *hint = g_strdup_printf("format.parse: {\"%s\": \"string\"} keeps texts", field->name);
    field->cells = (RkCells){0};
    rk_cells_restart(&field->cells, FALSE);
    for (gsize row = 0; row < words.length; row++) {
        gboolean missing = words.codes[row] == RK_TEXT_MISSING;
        rk_cells_add(&field->cells, &field->rules, missing ? NULL : rk_dictionary_word(words.words, words.codes[row]),
                     missing ? 0 : rk_dictionary_length(words.words, words.codes[row]));
    }
    rk_cells_clear(&words);
    rk_diagnostics_add(records->options->diagnostics, RK_SEVERITY_NOTE,
                       field->odd.line > 0 ? field->odd : (RkPlace){records->file, 0, 0}, hint,
                       "texts of the column \"%s\" are numbers, and are read as such", field->name);
}

static RkColumn *finish_field(RkRecords *records, Field *field, GError **error)
{
    if (holds_quoted(records, field))
        read_quoted(records, field);
    RkColumnFacts facts = {.file = records->file,
                           .vega_types = records->options->vega_types,
                           .diagnostics = records->options->diagnostics,
                           .first_other = field->odd.line > 0 ? field->odd : (RkPlace){records->file, 0, 0},
                           .first_void = field->first_void,
                           .lines = records->located ? (const guint32 *)(const void *)records->lines->data : NULL,
                           .quoted = field->texts && !field->numbers};
    fill(records, field, records->lines->len);
    RkColumn *column = rk_cells_finish(&field->cells, &field->rules, &facts, error);
    if (column != NULL)
        tell_kinds(records, field, column);
    return column;
}

static gboolean check_names(const RkRecords *records, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < records->fields->len; i++)
        g_ptr_array_add(names, ((Field *)records->fields->pdata[i])->name);
    return rk_rules_check_names(records->options, names, error);
}

RkTable *rk_records_finish(RkRecords *records, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autofree gboolean *shown = g_new(gboolean, records->fields->len + 1);
    gsize rows = records->lines->len;
    if (!check_names(records, error))
        return NULL;
    for (guint i = 0; i < records->fields->len; i++) {
        Field *field = records->fields->pdata[i];
        RkColumn *column = finish_field(records, field, error);
        if (column == NULL)
            return NULL;
        shown[i] = field->shown;
        g_ptr_array_add(columns, column);
    }
    guint32 *lines = records->located ? g_memdup2(records->lines->data, rows * sizeof *lines) : NULL;
    return rk_table_assemble((RkColumn **)columns->pdata, shown, columns->len, rows, records->file, lines,
                             records->options);
}
