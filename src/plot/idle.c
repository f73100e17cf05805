/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Channels that a mark has no use for, such as the shape of a bar. The grammar leaves them out before anything is made
 * of them, so that they neither part the rows nor bring a legend; a channel that no layer uses is told.
 */
#include "plot/mark.h"

static gboolean is_idle(const RkUnit *unit, const char *name)
{
    RkChannel channel = rk_channel_find(name);
    return channel < RK_CHANNELS && (unit->mark->idle & RK_CHANNEL_BIT(channel)) != 0;
}

void rk_unit_admit_channels(RkUnit *unit)
{
    const RkValue *all = unit->view->encoding;
    RkDocument *scratch = unit->plotting->scratch;
    RkValue *kept = rk_document_map(scratch, rk_value_place(all));
    for (guint i = 0; i < rk_value_length(all); i++) {
        const char *name = rk_value_key_at(all, i);
        if (!is_idle(unit, name))
            rk_value_put(scratch, kept, name, rk_value_key_place_at(all, i), rk_value_at(all, i));
    }
    unit->encoding = rk_value_length(kept) < rk_value_length(all) ? kept : all;
}

/** Layers share the channel that stands in one place of the figure; the parts of a box plot stand in one place. */
static char *key_of(const RkValue *encoding, guint index)
{
    RkPlace place = rk_value_key_place_at(encoding, index);
    return g_strdup_printf("%s %u:%u", rk_value_key_at(encoding, index), place.line, place.column);
}

static void tell(const RkUnit *unit, GHashTable *settled)
{
    const RkValue *all = unit->view->encoding;
    for (guint i = 0; unit->encoding != all && i < rk_value_length(all); i++) {
        const char *name = rk_value_key_at(all, i);
        RkPlace place = rk_value_key_place_at(all, i);
        if (is_idle(unit, name) && g_hash_table_add(settled, key_of(all, i)))
            rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, place, NULL,
                               "channel %s has no effect on the %s mark", name, unit->mark->name);
    }
}

void rk_panel_tell_idle_channels(const RkPanel *panel)
{
    g_autoptr(GHashTable) settled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < panel->units->len; i++) {
        const RkValue *used = ((const RkUnit *)g_ptr_array_index(panel->units, i))->encoding;
        for (guint k = 0; k < rk_value_length(used); k++)
            g_hash_table_add(settled, key_of(used, k));
    }
    for (guint i = 0; i < panel->units->len; i++)
        tell(g_ptr_array_index(panel->units, i), settled);
}
