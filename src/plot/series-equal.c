/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines with the same values: the one that is drawn later hides the other, with all that its dashes would tell. Those
 * without a name are left to who draws them, and so are those that are no more than a point.
 */
#include "plot/series.h"

#include <math.h>

#include "plot/flags.h"

/** So many pairs are named. */
enum { MOST_PAIRS = 3 };

/** The places of a series in hundredths of a pixel, in its order; NULL for those that have fewer than two. */
static char *course_of(const RkUnit *unit, const RkSeries *series)
{
    g_autoptr(GString) course = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < series->count; i++) {
        RkFlagPoint here = rk_unit_flag_point(unit, series->rows[i]);
        if (!isfinite(here.x) || !isfinite(here.y))
            continue;
        g_string_append_printf(course, "%.2f,%.2f ", here.x, here.y);
        count++;
    }
    return count > 1 ? g_string_free(g_steal_pointer(&course), FALSE) : NULL;
}

static void tell(const RkUnit *unit, const GString *pairs, guint count)
{
    g_autofree char *more = count > MOST_PAIRS ? g_strdup_printf(" and %u more", count - MOST_PAIRS) : g_strdup("");
    rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(unit->mark_map),
                       "say so in a note, or leave the rows of one out",
                       "%s%s: the same values, one line hides the other", pairs->str, more);
}

void rk_unit_tell_equal_series(const RkUnit *unit, const GPtrArray *all)
{
    const RkColumn *names = rk_unit_series_names(unit);
    if (unit->plotting->vega_lite || unit->plotting->diagnostics == NULL || names == NULL ||
        rk_column_codes(names) == NULL)
        return;
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) pairs = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < all->len; i++) {
        const RkSeries *series = g_ptr_array_index((GPtrArray *)all, i);
        const char *name = series->count > 0 ? rk_column_text(names, series->rows[0]) : NULL;
        char *course = name != NULL ? course_of(unit, series) : NULL;
        const char *hidden = course != NULL ? g_hash_table_lookup(known, course) : NULL;
        if (hidden != NULL && !g_str_equal(hidden, name) && count++ < MOST_PAIRS)
            g_string_append_printf(pairs, "%s\"%s\" and \"%s\"", pairs->len > 0 ? ", " : "", hidden, name);
        if (course != NULL)
            g_hash_table_insert(known, course, (gpointer)name);
    }
    if (count > 0)
        tell(unit, pairs, count);
}
