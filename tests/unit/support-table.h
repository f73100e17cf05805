/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables for tests, from text and back. The first line names the columns, `name` or `name:type`, with `@column` for the
 * unit companion and `#column` for the flags; cells are parted by |, an empty cell is missing. Rows say that they
 * come from data.csv, the first from line 2.
 */
#ifndef RK_TESTS_SUPPORT_TABLE_H
#define RK_TESTS_SUPPORT_TABLE_H

#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "spec/document.h"
#include "table/builder.h"

typedef struct {
    char *name, *type, *unit, *flag;
    RkColumnBuilder *builder;
    RkColumn *column;
} TableHead;

static inline char *cut_mark(char *text, char mark)
{
    char *at = strchr(text, mark);
    if (at == NULL)
        return NULL;
    *at = '\0';
    return at + 1;
}

static inline TableHead read_head(char *text)
{
    TableHead head = {.name = text};
    head.flag = cut_mark(text, '#');
    head.unit = cut_mark(text, '@');
    head.type = cut_mark(text, ':');
    RkColumnType type = head.type == NULL                   ? RK_COLUMN_TEXT
                        : strcmp(head.type, "number") == 0  ? RK_COLUMN_NUMBER
                        : strcmp(head.type, "time") == 0    ? RK_COLUMN_TIME
                        : strcmp(head.type, "boolean") == 0 ? RK_COLUMN_BOOLEAN
                                                            : RK_COLUMN_TEXT;
    head.builder = rk_column_builder_new(head.name, type);
    return head;
}

static inline void add_cell(const TableHead *head, const char *cell)
{
    double number;
    RkFrequency frequency;
    if (*cell == '\0')
        rk_column_builder_missing(head->builder);
    else if (head->type == NULL)
        rk_column_builder_text(head->builder, cell, -1);
    else if (strcmp(head->type, "boolean") == 0)
        rk_column_builder_boolean(head->builder, strcmp(cell, "true") == 0);
    else if (strcmp(head->type, "time") == 0) {
        assert_true(rk_period_parse(cell, strlen(cell), &number, &frequency));
        rk_column_builder_time(head->builder, number, frequency);
    } else {
        assert_true(rk_number_parse(cell, strlen(cell), RK_NUMBER_SYNTAX_PLAIN, &number));
        rk_column_builder_number(head->builder, number);
    }
}

static inline const RkColumn *head_column(const TableHead *heads, guint count, const char *name)
{
    for (guint i = 0; name != NULL && i < count; i++)
        if (strcmp(heads[i].name, name) == 0)
            return heads[i].column;
    return NULL;
}

static inline RkTable *finish_table(TableHead *heads, guint count, gsize rows)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    guint32 *lines = g_new(guint32, rows + 1);
    for (gsize row = 0; row < rows; row++)
        lines[row] = (guint32)row + 2;
    for (guint i = 0; i < count; i++)
        heads[i].column = rk_column_builder_finish(heads[i].builder);
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(columns, rk_column_with(heads[i].column, NULL, head_column(heads, count, heads[i].unit),
                                                head_column(heads, count, heads[i].flag)));
    for (guint i = 0; i < count; i++)
        rk_column_unref(heads[i].column);
    return rk_table_new_read((const RkColumn *const *)columns->pdata, count, rows, "data.csv", lines);
}

/* The table that `text` describes. */
static inline RkTable *table_from(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_auto(GStrv) names = g_strsplit(lines[0], "|", -1);
    guint count = g_strv_length(names);
    g_autofree TableHead *heads = g_new0(TableHead, count);
    gsize rows = 0;
    for (guint i = 0; i < count; i++)
        heads[i] = read_head(g_strstrip(names[i]));
    for (guint line = 1; lines[line] != NULL && (*lines[line] != '\0' || lines[line + 1] != NULL); line++, rows++) {
        /* An empty line is a row of one empty cell, which g_strsplit would not give. */
        g_auto(GStrv) cells = g_strsplit(*lines[line] == '\0' ? " " : lines[line], "|", -1);
        assert_int_equal(g_strv_length(cells), count);
        for (guint i = 0; i < count; i++)
            add_cell(&heads[i], g_strstrip(cells[i]));
    }
    return finish_table(heads, count, rows);
}

/* The table in the same form, without types: `a|b` and a line for each row; a value's unit follows it after @, its flag
 * after #. */
static inline char *table_text(const RkTable *table)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < rk_table_columns(table); i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : "|", rk_column_name(rk_table_column(table, i)));
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        g_string_append_c(text, '\n');
        for (guint i = 0; i < rk_table_columns(table); i++) {
            const RkColumn *column = rk_table_column(table, i);
            const RkColumn *unit = rk_column_unit(column), *flag = rk_column_flag(column);
            g_autofree char *cell = rk_column_write(column, row);
            g_string_append_printf(text, "%s%s", i == 0 ? "" : "|", cell == NULL ? "" : cell);
            if (unit != NULL && rk_column_text(unit, row) != NULL)
                g_string_append_printf(text, "@%s", rk_column_text(unit, row));
            if (flag != NULL && rk_column_text(flag, row) != NULL)
                g_string_append_printf(text, "#%s", rk_column_text(flag, row));
        }
    }
    return g_string_free(text, FALSE);
}

static inline void assert_table(const RkTable *table, const char *expected)
{
    assert_non_null(table);
    g_autofree char *text = table_text(table);
    assert_string_equal(text, expected);
}

/* YAML or JSON as a tree that says it stands in figure.yaml. */
static inline RkDocument *document_from(const char *text)
{
    GError *error = NULL;
    RkDocument *document = rk_document_parse(text, strlen(text), "figure.yaml", &error);
    if (document == NULL)
        fail_msg("%s", error->message);
    return document;
}

#endif
