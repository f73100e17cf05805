/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points that a scatter cannot show, as a value of their place or size is missing: a note names them, and so does the
 * key. Of points without names it tells how many there are, and why, with a warning. It says nothing of points in rows
 * or columns, which have a sign there.
 */
#include "plot/flag-columns.h"
#include "plot/mark.h"

/** So many are named; of the others only the number is told. */
enum { MOST_NAMES = 6 };

static const RkColumn *text_or_nothing(const RkColumn *column)
{
    return column != NULL && rk_column_type(column) == RK_COLUMN_TEXT ? column : NULL;
}

/** The words that tell points apart: those of their labels, else their detail. */
static const RkColumn *names_of(const RkUnit *unit)
{
    const RkUse *detail = unit->uses[RK_CHANNEL_DETAIL];
    const char *field = rk_value_text_or(rk_value_get(rk_unit_property(unit, "label"), "field"), NULL);
    if (field != NULL)
        return text_or_nothing(rk_table_find(unit->table, field));
    return detail != NULL ? text_or_nothing(detail->column) : NULL;
}

static gboolean is_scatter(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_X, RK_CHANNEL_Y};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        if (use == NULL || use->column == NULL || use->measure != RK_QUANTITATIVE)
            return FALSE;
    }
    for (guint i = 0; i < unit->panel->units->len; i++)
        if (((const RkUnit *)g_ptr_array_index(unit->panel->units, i))->mark->series)
            return FALSE;
    return TRUE;
}

/** Why a row is not shown; NULL: it is, or the figure wants it so. */
static const char *reason_of(const RkUnit *unit, RkFlagCodes *codes, gsize row)
{
    static const RkChannel channels[] = {RK_CHANNEL_X, RK_CHANNEL_Y, RK_CHANNEL_SIZE, RK_CHANNEL_COLOR};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        gboolean shows = use != NULL && use->column != NULL && use->measure == RK_QUANTITATIVE;
        const char *why = shows ? rk_column_why(use->column, row) : NULL;
        const RkFlagCode *code = why != NULL ? rk_flag_codes_find(codes, why, TRUE) : NULL;
        if (code != NULL)
            return code->sign != RK_SIGN_NONE ? code->label : NULL;
    }
    return NULL;
}

static void add_name(const RkUnit *unit, const RkColumn *names, gsize row, const char *reason, GString *list)
{
    const char *word = names != NULL ? rk_column_text(names, row) : NULL;
    if (word != NULL)
        g_string_append_printf(list, "%s%s (%s)", list->len > 0 ? ", " : "",
                               rk_plotting_place_name(unit->plotting, names, word), reason);
}

/** How many rows are not shown; the names of the first are added to `list`, and the number of the others. */
static gsize list_names(const RkUnit *unit, RkFlagCodes *codes, GString *list)
{
    const RkColumn *names = names_of(unit);
    gsize count = 0, named = 0;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        const char *reason = reason_of(unit, codes, row);
        gsize before = list->len;
        count += reason != NULL;
        if (reason != NULL && named < MOST_NAMES)
            add_name(unit, names, row, reason, list);
        named += list->len > before;
    }
    if (count > named)
        g_string_append_printf(list, "%s%" G_GSIZE_FORMAT, named > 0 ? ", +" : "", count - named);
    return count;
}

/** The same for points without names: how many, for each reason in the order of the rows. */
static gsize list_reasons(const RkUnit *unit, RkFlagCodes *codes, GString *list)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) reasons = g_ptr_array_new();
    gsize count = 0;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        const char *reason = reason_of(unit, codes, row);
        guint before = reason != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(counts, reason)) : 0;
        if (reason == NULL)
            continue;
        if (before == 0)
            g_ptr_array_add(reasons, (gpointer)reason);
        g_hash_table_insert(counts, (gpointer)reason, GUINT_TO_POINTER(before + 1));
        count++;
    }
    for (guint i = 0; i < reasons->len; i++) {
        const char *reason = g_ptr_array_index(reasons, i);
        g_string_append_printf(list, "%s%u (%s)", i > 0 ? ", " : "",
                               GPOINTER_TO_UINT(g_hash_table_lookup(counts, reason)), reason);
    }
    return count;
}

void rk_unit_flag_tell_unshown(const RkUnit *unit, RkFlagCodes *codes)
{
    if (!is_scatter(unit))
        return;
    g_autoptr(GString) list = g_string_new(NULL);
    gboolean named = names_of(unit) != NULL;
    gsize count = named ? list_names(unit, codes, list) : list_reasons(unit, codes, list);
    if (count == 0)
        return;
    rk_flag_codes_add_unshown(codes, list->str);
    rk_diagnostics_add(unit->plotting->diagnostics, named ? RK_SEVERITY_NOTE : RK_SEVERITY_WARNING,
                       rk_value_place(unit->mark_map), named ? NULL : "name them by `detail` or `label`",
                       "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " points %s not shown, as a value is missing: %s",
                       count, rk_table_rows(unit->table), count == 1 ? "is" : "are", list->str);
}
