/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and areas that have rows but no value: the key names them with the reasons. It says nothing of series without
 * names, nor of those that the figure leaves out itself.
 */
#include <string.h>

#include "plot/flag-columns.h"
#include "plot/mark.h"
#include "plot/series.h"

/** So many are named; of the others only the number is told. */
enum { MOST_NAMES = 6 };

/** What is known of the series of one name. */
typedef struct {
    const char *name;
    gboolean shown;
    GString *reasons; /**< each once, in the order of the rows */
} Absent;

static void absent_clear(gpointer data)
{
    g_string_free(((Absent *)data)->reasons, TRUE);
}

static void add_reason(Absent *absent, const RkFlagCode *code)
{
    /* The figure wants it so. */
    if (code->sign == RK_SIGN_NONE)
        absent->shown = TRUE;
    else if (strstr(absent->reasons->str, code->label) == NULL)
        g_string_append_printf(absent->reasons, "%s%s", absent->reasons->len > 0 ? ", " : "", code->label);
}

/** By name, in the order of the rows. */
static GArray *collect(const RkUnit *unit, const RkColumn *value, const RkColumn *names, RkFlagCodes *codes)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Absent));
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_set_clear_func(all, absent_clear);
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        const char *name = rk_column_text(names, row), *why = rk_column_why(value, row);
        if (name == NULL)
            continue;
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(known, name));
        if (place == 0) {
            Absent absent = {name, FALSE, g_string_new(NULL)};
            g_array_append_val(all, absent);
            place = all->len;
            g_hash_table_insert(known, (gpointer)name, GUINT_TO_POINTER(place));
        }
        Absent *absent = &g_array_index(all, Absent, place - 1);
        if (why == NULL)
            absent->shown = TRUE;
        else
            add_reason(absent, rk_flag_codes_find(codes, why, TRUE));
    }
    return all;
}

void rk_unit_flag_tell_absent(const RkUnit *unit, const RkColumn *value, RkFlagCodes *codes)
{
    const RkColumn *names = rk_unit_series_names(unit);
    if (names == NULL || rk_column_codes(names) == NULL)
        return;
    g_autoptr(GArray) all = collect(unit, value, names, codes);
    g_autoptr(GString) list = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < all->len; i++) {
        const Absent *absent = &g_array_index(all, Absent, i);
        if (!absent->shown && count++ < MOST_NAMES)
            g_string_append_printf(list, "%s%s (%s)", list->len > 0 ? ", " : "",
                                   rk_plotting_place_name(unit->plotting, names, absent->name), absent->reasons->str);
    }
    if (count > MOST_NAMES)
        g_string_append_printf(list, ", +%u", count - MOST_NAMES);
    if (count > 0)
        rk_flag_codes_add_unshown(codes, list->str);
}
