/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of a view with its readings between them. A text that is no date becomes a missing time with a warning;
 * a field without any date is left to who draws it, and numbers are times already.
 */
#include "plot/reading.h"

#include "table/builder.h"
#include "table/companions.h"
#include "transform/textual.h"
#include "transform/time-unit.h"

static RkColumn *dates_of(RkPlotting *plotting, const RkColumn *column, const RkReading *reading)
{
    RkNoDates others;
    if (rk_column_type(column) != RK_COLUMN_TEXT)
        return NULL;
    RkColumn *times = rk_time_column_of_texts(column, &others);
    if (others.count == 0)
        return times;
    if (others.dates > 0) {
        rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, reading->place, NULL,
                           "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                           " values of \"%s\" are no dates, the first \"%.60s\"",
                           others.count, others.count + others.dates, reading->field, others.first);
        return times;
    }
    rk_column_unref(times);
    return NULL;
}

static RkColumn *texts_of(const RkColumn *column)
{
    if (rk_column_type(column) != RK_COLUMN_NUMBER && rk_column_type(column) != RK_COLUMN_BOOLEAN)
        return NULL;
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(rk_column_name(column), RK_COLUMN_TEXT);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        g_autofree char *text = rk_column_write(column, row);
        rk_column_builder_text(builder, text, -1);
    }
    return rk_column_builder_finish(g_steal_pointer(&builder));
}

/** What is read of the column; NULL when it stays as it is. */
static RkColumn *read_column(RkPlotting *plotting, const RkColumn *column, const RkReading *reading)
{
    switch (reading->as) {
    case RK_READ_DATE:
        return dates_of(plotting, column, reading);
    case RK_READ_NUMBER:
        return rk_textual_numbers(column);
    default:
        return texts_of(column);
    }
}

/** Takes over `table`. */
static RkTable *read_field(RkPlotting *plotting, RkTable *table, const RkReading *reading)
{
    const RkColumn *column = rk_table_find_path(table, reading->field);
    g_autoptr(RkColumn) read = column == NULL ? NULL : read_column(plotting, column, reading);
    if (read == NULL)
        return table;
    const RkCompanions companions = rk_companions_of(column);
    g_autoptr(RkColumn) whole = rk_companions_put(read, &companions);
    RkTable *next = rk_table_with_column(table, whole);
    rk_table_unref(table);
    return next;
}

/** The steps `from` … `end` of a view. */
static const RkValue *part_of(RkPlotting *plotting, const RkValue *steps, guint from, guint end)
{
    if (from == 0 && end >= rk_value_length(steps))
        return steps;
    RkValue *list = rk_document_list(plotting->scratch, rk_value_place(steps));
    for (guint i = from; i < end; i++)
        rk_value_append(list, rk_value_at(steps, i));
    return list;
}

/** The reading of that number, unless it comes behind all steps that are taken. */
static const RkReading *reading_at(const RkPlotting *plotting, const RkView *view, guint number, guint steps)
{
    const GArray *readings = plotting->readings == NULL ? NULL : g_hash_table_lookup(plotting->readings, view);
    if (readings == NULL || number >= readings->len)
        return NULL;
    const RkReading *reading = &g_array_index(readings, RkReading, number);
    return reading->at <= steps ? reading : NULL;
}

RkTable *rk_plotting_view_steps(RkPlotting *plotting, const RkView *view, const RkValue *steps, const RkTable *input,
                                GError **error)
{
    guint count = rk_value_length(steps), done = 0;
    RkTable *table = input == NULL ? NULL : rk_table_ref(input);
    for (guint number = 0;; number++) {
        const RkReading *reading = reading_at(plotting, view, number, count);
        guint end = reading != NULL ? reading->at : count;
        const RkValue *part = part_of(plotting, steps, done, end);
        if (table == NULL || done < end) {
            g_autoptr(RkTable) before = table;
            table = before == NULL ? rk_inquiry_rows(plotting->inquiry, view->data, part, error)
                                   : rk_inquiry_transform(plotting->inquiry, part, before, error);
        }
        if (table == NULL || reading == NULL)
            return table;
        done = end;
        table = read_field(plotting, table, reading);
    }
}
