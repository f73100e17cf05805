/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Series that have rows but no value: nothing of them is drawn, and nobody would miss them, were they not told. Where
 * the key of flags names them, that is a note. Those without a name are left to who draws them.
 */
#include "plot/series.h"

#include "plot/flags.h"

/** So many are named. */
enum { MOST_NAMED = 3 };

static void tell(const RkUnit *unit, const GPtrArray *names)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MIN(names->len, MOST_NAMED); i++)
        g_string_append_printf(text, "%s\"%s\"", i > 0 ? ", " : "", (const char *)g_ptr_array_index(names, i));
    if (names->len > MOST_NAMED)
        g_string_append_printf(text, " and %u more", names->len - MOST_NAMED);
    gboolean told = unit->flags != NULL && rk_flag_codes_have_key(unit->plotting->flag_codes);
    rk_diagnostics_add(unit->plotting->diagnostics, told ? RK_SEVERITY_NOTE : RK_SEVERITY_WARNING,
                       rk_value_place(unit->mark_map), told ? NULL : "say so in a note, or leave the rows out",
                       "%s: not drawn, as no value is there", text->str);
}

void rk_unit_tell_empty_series(const RkUnit *unit, const GPtrArray *all)
{
    const RkColumn *names = rk_unit_series_names(unit);
    g_autoptr(GPtrArray) empty = g_ptr_array_new();
    if (unit->plotting->vega_lite || names == NULL || rk_column_codes(names) == NULL)
        return;
    for (guint i = 0; i < all->len; i++) {
        const RkSeries *series = g_ptr_array_index((GPtrArray *)all, i);
        const char *name = series->count > 0 ? rk_column_text(names, series->rows[0]) : NULL;
        if (name != NULL && rk_unit_flag_next_there(unit, series, 0) == series->count)
            g_ptr_array_add(empty, (gpointer)name);
    }
    if (empty->len > 0)
        tell(unit, empty);
}
