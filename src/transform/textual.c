/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of texts become numbers for the verb that needs them, and are texts again behind it.
 */
#include "transform/textual.h"

#include <math.h>

#include "table/builder.h"
#include "table/companions.h"
#include "transform/expression-private.h"

double rk_textual_read(const char *word)
{
    return rk_scalar_to_number(rk_text(word));
}

double rk_textual_drawn(const RkColumn *column, gsize row)
{
    return rk_scalar_to_number(rk_scalar_from_column(column, row));
}

static void append(RkColumnBuilder *builder, const RkColumn *column, gsize row, double empty)
{
    const char *text = rk_column_text(column, row);
    if (text == NULL)
        rk_column_builder_blank(builder, rk_column_blank(column, row));
    else if (*text == '\0')
        rk_column_builder_number(builder, empty);
    else
        rk_builder_append(builder, rk_number(rk_textual_drawn(column, row)));
}

/** Whether some of its values are numbers, or all are empty: else it is a column of words. */
static gboolean holds_numbers(const RkColumn *column)
{
    gboolean words = FALSE;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        const char *text = rk_column_text(column, row);
        if (text == NULL || *text == '\0')
            continue;
        if (!isnan(rk_textual_read(text)))
            return TRUE;
        words = TRUE;
    }
    return !words;
}

static RkColumn *numbers_of(const RkColumn *column, double empty)
{
    gsize rows = rk_column_length(column);
    if (rk_column_type(column) != RK_COLUMN_TEXT || !(rk_column_is_mixed(column) || holds_numbers(column)))
        return NULL;
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(rk_column_name(column), RK_COLUMN_NUMBER);
    for (gsize row = 0; row < rows; row++)
        append(builder, column, row, empty);
    g_autoptr(RkColumn) plain = rk_column_builder_finish(g_steal_pointer(&builder));
    const RkCompanions companions = rk_companions_of(column);
    return rk_companions_put(plain, &companions);
}

RkColumn *rk_textual_numbers(const RkColumn *column)
{
    return numbers_of(column, NAN);
}

RkColumn *rk_textual_numbers_drawn(const RkColumn *column)
{
    return numbers_of(column, 0);
}

void rk_textual_tell(const RkColumn *column, const RkColumn *numbers, const RkTable *table, RkDiagnostics *diagnostics)
{
    gsize words = 0, first = 0, all = 0;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        const char *text = rk_column_text(column, row);
        gboolean word = text != NULL && *text != '\0' && rk_column_is_missing(numbers, row);
        first = word && words == 0 ? row : first;
        words += word;
        all += text != NULL;
    }
    if (words > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_table_origin(table, first),
                           "filter such rows, or make numbers of them",
                           "\"%s\" in column \"%s\" is not a number: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                           " values do not count",
                           rk_column_text(column, first), rk_column_name(column), words, all);
}

void rk_textual_clear(RkTextual *textual)
{
    g_clear_pointer(&textual->texts, g_ptr_array_unref);
    g_clear_pointer(&textual->numbers, g_ptr_array_unref);
}

static void note(RkTextual *textual, const RkColumn *text, RkColumn *numbers)
{
    if (textual->texts == NULL) {
        textual->texts = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
        textual->numbers = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    }
    g_ptr_array_add(textual->texts, rk_column_ref(text));
    g_ptr_array_add(textual->numbers, numbers);
}

gboolean rk_textual_admit(RkTextual *textual, const RkTransformContext *context, RkTable **table, GError **error)
{
    const char *name = rk_error_textual(*error);
    const RkColumn *column = name == NULL || !context->like_vega ? NULL : rk_table_find_path(*table, name);
    RkColumn *numbers = column == NULL ? NULL : rk_textual_numbers(column);
    if (numbers == NULL)
        return FALSE;
    rk_textual_tell(column, numbers, *table, context->diagnostics);
    RkTable *next = rk_table_with_column(*table, numbers);
    note(textual, column, numbers);
    rk_table_unref(*table);
    *table = next;
    g_clear_error(error);
    return TRUE;
}

RkTable *rk_textual_restore(const RkTextual *textual, RkTable *output)
{
    for (guint i = 0; output != NULL && textual->texts != NULL && i < textual->texts->len; i++) {
        const RkColumn *numbers = textual->numbers->pdata[i];
        if (rk_table_find(output, rk_column_name(numbers)) != numbers)
            continue;
        RkTable *next = rk_table_with_column(output, textual->texts->pdata[i]);
        rk_table_unref(output);
        output = next;
    }
    return output;
}
