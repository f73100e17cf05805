/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The domain of categories: those of the channels that share a scale, each once, or those that the figure lists. It
 * refuses more categories than anybody can tell apart.
 */
#include "plot/mark.h"
#include "plot/scale.h"
#include "plot/wording.h"

#include <math.h>

#include "base/limits.h"

static gboolean add_category(RkScale *scale, const char *text, GError **error)
{
    if (text == NULL || g_hash_table_contains(scale->positions, text))
        return TRUE;
    if (scale->categories->len >= RK_LIMIT_CATEGORIES) {
        const RkUse *use = g_ptr_array_index(scale->uses, 0);
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(use->definition),
                     "filter the rows, or use a quantitative type", "channel %s has more than %u categories",
                     rk_channel_name(scale->channel), RK_LIMIT_CATEGORIES);
        return FALSE;
    }
    char *copy = g_strdup(text);
    g_ptr_array_add(scale->categories, copy);
    g_hash_table_insert(scale->positions, copy, GUINT_TO_POINTER(scale->categories->len));
    return TRUE;
}

/** The ends of the bins that a use's column begins; NULL when it is not binned. */
static const RkColumn *bin_ends(const RkScale *scale, guint index)
{
    const RkUse *use = g_ptr_array_index(scale->uses, index);
    const RkUnit *unit = g_ptr_array_index(scale->units, index);
    const RkValue *bin = rk_value_get(use->definition, "bin");
    if (use->column == NULL || !(rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE)))
        return NULL;
    g_autofree char *name = g_strconcat(rk_column_name(use->column), "_end", NULL);
    return rk_table_find(unit->table, name);
}

/** In the grammar a missing value is a category like others, by the name that it has there. */
static const char *missing_text(const RkScale *scale, const RkColumn *column, gsize row)
{
    if (!scale->plotting->vega_lite)
        return NULL;
    RkBlank blank = rk_column_blank(column, row);
    return blank == RK_BLANK_UNDEFINED ? rk_blank_name(blank) : RK_CATEGORY_MISSING;
}

/** A bin is named by both its borders. */
static char *category_text(const RkScale *scale, guint index, const RkColumn *ends, gsize row)
{
    const RkUse *use = g_ptr_array_index(scale->uses, index);
    if (rk_column_is_missing(use->column, row))
        return g_strdup(missing_text(scale, use->column, row));
    return ends == NULL ? rk_column_write(use->column, row)
                        : rk_use_bin_name(g_ptr_array_index(scale->units, index), use, ends, row);
}

static void note_start(RkScale *scale, const char *bin, double start)
{
    if (bin == NULL || isnan(start) || g_hash_table_contains(scale->starts, bin))
        return;
    g_hash_table_insert(scale->starts, g_strdup(bin), g_memdup2(&start, sizeof start));
}

/** Texts are looked at once a word, not once a row. */
static gboolean add_words(RkScale *scale, const RkColumn *column, const guint8 *outside, GError **error)
{
    const guint32 *codes = rk_column_codes(column);
    g_autofree guint8 *seen = g_malloc0(MAX(rk_column_words(column), 1));
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint32 code = codes[row];
        if (outside != NULL && outside[row])
            continue;
        if (code == RK_TEXT_MISSING && !add_category(scale, missing_text(scale, column, row), error))
            return FALSE;
        if (code == RK_TEXT_MISSING || seen[code])
            continue;
        seen[code] = 1;
        if (!add_category(scale, rk_column_word(column, code), error))
            return FALSE;
    }
    return TRUE;
}

/** In the grammar an order of the figure's own holds for the rows before they are summed up, also for those that are
 * not drawn: what it does not list follows as it comes there. NULL where the names give the order. */
static const RkColumn *ordered_rows(const RkUse *use, const RkUnit *unit)
{
    const RkValue *sort = rk_value_get(use->definition, "sort");
    gboolean own = rk_value_is(sort, RK_VALUE_LIST) || rk_value_is(sort, RK_VALUE_MAP) ||
                   (rk_value_is(sort, RK_VALUE_TEXT) && !rk_value_is_text(sort, "ascending"));
    if (!unit->plotting->vega_lite || !own || unit->rows == NULL || rk_value_has(use->definition, "bin"))
        return NULL;
    return rk_table_find(unit->rows, rk_column_name(use->column));
}

static gboolean add_values(RkScale *scale, const RkColumn *column, GError **error)
{
    for (gsize row = 0; row < rk_column_length(column); row++) {
        g_autofree char *text = rk_column_write(column, row);
        if (!add_category(scale, text != NULL ? text : missing_text(scale, column, row), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_use(RkScale *scale, guint index, GError **error)
{
    const RkUse *use = g_ptr_array_index(scale->uses, index);
    const guint8 *outside = ((const RkUnit *)g_ptr_array_index(scale->units, index))->outside;
    const RkColumn *ordered = use->column == NULL ? NULL : ordered_rows(use, g_ptr_array_index(scale->units, index));
    if (ordered != NULL)
        return rk_column_codes(ordered) != NULL ? add_words(scale, ordered, NULL, error)
                                                : add_values(scale, ordered, error);
    if (use->column == NULL) {
        g_autofree char *text = rk_scalar_write(rk_scalar_from_value(use->datum));
        return add_category(scale, text, error);
    }
    if (rk_column_codes(use->column) != NULL)
        return add_words(scale, use->column, outside, error);
    const RkColumn *ends = bin_ends(scale, index);
    for (gsize row = 0; row < rk_column_length(use->column); row++) {
        if (outside != NULL && outside[row])
            continue;
        g_autofree char *text = category_text(scale, index, ends, row);
        if (!add_category(scale, text, error))
            return FALSE;
        if (ends != NULL)
            note_start(scale, text, rk_column_numbers(use->column)[row]);
    }
    return TRUE;
}

static gboolean add_list(RkScale *scale, const RkValue *list, GError **error)
{
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkValue *item = rk_value_at(list, i);
        g_autofree char *text = rk_scalar_write(rk_scalar_from_value(item));
        gboolean missing = rk_value_is(item, RK_VALUE_NULL);
        if (missing && !scale->plotting->vega_lite)
            rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(item),
                               "leave it out, or give missing values a name with calculate",
                               "null is no category of channel %s", rk_channel_name(scale->channel));
        else if (!add_category(scale, missing ? RK_CATEGORY_MISSING : text, error))
            return FALSE;
    }
    return TRUE;
}

static void index_words(RkScale *scale, RkUse *use)
{
    guint32 words = rk_column_words(use->column);
    const guint32 *codes = rk_column_codes(use->column);
    g_autofree guint32 *category = g_new(guint32, MAX(words, 1));
    for (guint32 code = 0; code < words; code++)
        category[code] = rk_scale_category(scale, rk_column_word(use->column, code));
    for (gsize row = 0; row < rk_column_length(use->column); row++)
        use->categories[row] = codes[row] == RK_TEXT_MISSING
                                   ? rk_scale_category(scale, missing_text(scale, use->column, row))
                                   : category[codes[row]];
}

static void index_rows(RkScale *scale, guint index)
{
    RkUse *use = g_ptr_array_index(scale->uses, index);
    if (use->column == NULL)
        return;
    gsize count = rk_column_length(use->column);
    use->categories = g_new(guint32, MAX(count, 1));
    if (rk_column_codes(use->column) != NULL) {
        index_words(scale, use);
        return;
    }
    const RkColumn *ends = bin_ends(scale, index);
    for (gsize row = 0; row < count; row++) {
        g_autofree char *text = category_text(scale, index, ends, row);
        use->categories[row] = rk_scale_category(scale, text);
    }
}

static gboolean add_lists(RkScale *scale, const GPtrArray *lists, GError **error)
{
    for (guint i = 0; i < lists->len; i++) {
        if (!add_list(scale, g_ptr_array_index(lists, i), error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_scale_discrete_domain(RkScale *scale, GError **error)
{
    gboolean united;
    g_autoptr(GPtrArray) lists = rk_scale_declared_domains(scale, &united, error);
    if (lists == NULL || !add_lists(scale, lists, error))
        return FALSE;
    gboolean fixed = scale->categories->len > 0 && !united;
    for (guint i = 0; !fixed && i < scale->uses->len; i++) {
        if (!add_use(scale, i, error))
            return FALSE;
    }
    if (!fixed && !rk_scale_sort(scale, error))
        return FALSE;
    for (guint i = 0; i < scale->uses->len; i++)
        index_rows(scale, i);
    if (scale->categories->len == 0)
        rk_scale_warn_of_nothing(scale);
    return TRUE;
}
