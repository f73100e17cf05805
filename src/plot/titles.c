/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a channel is called: its own title, of one line or several, else the name of its field (field-title.c).
 */
#include "plot/plot-private.h"

gboolean rk_use_title(RkUnit *unit, RkUse *use, GError **error)
{
    const RkValue *own = rk_value_get(use->definition, "title");
    use->field_title = rk_unit_field_title(unit, use->definition);
    if (own == NULL) {
        use->title = use->field_title;
        return TRUE;
    }
    if (rk_value_is(own, RK_VALUE_LIST)) {
        g_autoptr(GString) all = g_string_new(NULL);
        for (guint i = 0; i < rk_value_length(own); i++) {
            const char *line = rk_plotting_interpolate(unit->plotting, rk_value_at(own, i), error);
            if (line == NULL)
                return FALSE;
            g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", line);
        }
        use->title = g_string_chunk_insert_const(unit->plotting->strings, all->str);
        return TRUE;
    }
    use->title = rk_plotting_interpolate(unit->plotting, own, error);
    return use->title != NULL || !rk_value_is(own, RK_VALUE_TEXT);
}
