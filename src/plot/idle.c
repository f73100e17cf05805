/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Channels that a mark has no use for, such as the shape of a bar. The grammar leaves them out before anything is made
 * of them, so that they neither part the rows nor bring a legend; a channel that no layer uses is told. The angle of an
 * arc is its theta.
 */
#include "plot/mark.h"

gboolean rk_unit_reads_angle_as_theta(const RkUnit *unit)
{
    const RkValue *encoding = unit->view->encoding;
    return unit->mark->polar && rk_value_has(encoding, "angle") && !rk_value_has(encoding, "theta");
}

/** The channel that a name of the encoding stands for. */
static RkChannel channel_of(const RkUnit *unit, const char *name)
{
    RkChannel channel = rk_channel_find(name);
    return channel == RK_CHANNEL_ANGLE && rk_unit_reads_angle_as_theta(unit) ? RK_CHANNEL_THETA : channel;
}

/** Places that are no bands have no room for the offsets of a field. */
static gboolean lacks_bands(const RkUnit *unit, RkChannel channel, const RkValue *offset)
{
    RkChannel main_channel = channel == RK_CHANNEL_X_OFFSET ? RK_CHANNEL_X : RK_CHANNEL_Y;
    const RkValue *place = rk_value_get(unit->view->encoding, rk_channel_name(main_channel));
    gboolean fields =
        rk_value_has(offset, "field") && (rk_value_has(place, "field") || rk_value_has(place, "aggregate"));
    return fields && !rk_value_has(place, "timeUnit") && rk_unit_would_be_continuous(unit, main_channel, place);
}

/** Whether a mark has a use for a channel, and if not, why. */
typedef enum { IS_USED, IDLE_ON_MARK, IDLE_WITHOUT_BANDS } Use;

static Use use_of(const RkUnit *unit, const char *name, const RkValue *definition)
{
    RkChannel channel = channel_of(unit, name);
    if (channel < RK_CHANNELS && (unit->mark->idle & RK_CHANNEL_BIT(channel)) != 0)
        return IDLE_ON_MARK;
    gboolean offset = channel == RK_CHANNEL_X_OFFSET || channel == RK_CHANNEL_Y_OFFSET;
    return offset && lacks_bands(unit, channel, definition) ? IDLE_WITHOUT_BANDS : IS_USED;
}

void rk_unit_admit_channels(RkUnit *unit)
{
    const RkValue *all = unit->view->encoding;
    RkDocument *scratch = unit->plotting->scratch;
    RkValue *kept = rk_document_map(scratch, rk_value_place(all));
    gboolean changed = FALSE;
    for (guint i = 0; i < rk_value_length(all); i++) {
        const char *name = rk_value_key_at(all, i);
        gboolean idle = use_of(unit, name, rk_value_at(all, i)) != IS_USED;
        RkChannel channel = channel_of(unit, name);
        const char *meant = channel < RK_CHANNELS ? rk_channel_name(channel) : name;
        changed = changed || idle || !g_str_equal(meant, name);
        if (!idle)
            rk_value_put(scratch, kept, meant, rk_value_key_place_at(all, i), rk_value_at(all, i));
    }
    unit->encoding = changed ? kept : all;
}

/** In the grammar the number of a datum without a beginning is a place in pixels, as a value is. */
static gboolean take_as_value(RkUnit *unit, const char *name, const RkValue *end, const char *beginning)
{
    const RkValue *datum = rk_value_get(end, "datum");
    if (!unit->plotting->vega_lite || !rk_value_is(datum, RK_VALUE_NUMBER))
        return FALSE;
    RkDocument *scratch = unit->plotting->scratch;
    RkValue *encoding = rk_document_map(scratch, rk_value_place(unit->encoding));
    RkValue *channel = rk_document_map(scratch, rk_value_place(end));
    for (guint i = 0; i < rk_value_length(unit->encoding); i++)
        rk_value_put(scratch, encoding, rk_value_key_at(unit->encoding, i), rk_value_key_place_at(unit->encoding, i),
                     rk_value_at(unit->encoding, i));
    rk_value_put(scratch, channel, "value", rk_value_place(datum), datum);
    rk_value_put(scratch, encoding, name, rk_value_place(end), channel);
    unit->encoding = encoding;
    g_autofree char *hint = g_strdup_printf("add %s, or write `value` for `datum`", beginning);
    rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(datum), hint,
                       "without %s the datum of %s is a number of pixels", beginning, name);
    return TRUE;
}

gboolean rk_unit_settle_ends(RkUnit *unit, GError **error)
{
    static const struct {
        const char *end, *beginning;
    } pairs[] = {{"x2", "x"}, {"y2", "y"}, {"theta2", "theta"}, {"radius2", "radius"}};
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        const RkValue *end = rk_value_get(unit->encoding, pairs[i].end);
        gboolean shows = rk_value_has(end, "field") || rk_value_has(end, "datum") || rk_value_has(end, "aggregate");
        if (!shows || rk_value_has(unit->encoding, pairs[i].beginning) ||
            take_as_value(unit, pairs[i].end, end, pairs[i].beginning))
            continue;
        g_autofree char *hint =
            g_strdup_printf("add %s, or write %s in its place", pairs[i].beginning, pairs[i].beginning);
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(end), hint,
                     "channel %s is the other end of %s, which is not there", pairs[i].end, pairs[i].beginning);
        return FALSE;
    }
    return TRUE;
}

/* Blocks that themes written for Vega have. Nothing of a view takes its look from them. */
static const char *const idle_blocks[] = {"events", "group", "path", "shape", "signals", "symbol"};

void rk_plotting_tell_idle_config(const RkPlotting *plotting)
{
    const RkValue *config = rk_value_get(rk_figure_root(plotting->figure), "config");
    for (guint i = 0; i < G_N_ELEMENTS(idle_blocks); i++)
        if (rk_value_has(config, idle_blocks[i]))
            rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING,
                               rk_value_place(rk_value_get(config, idle_blocks[i])), NULL,
                               "config.%s is Vega's, and has no effect", idle_blocks[i]);
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
    RkDiagnostics *diagnostics = unit->plotting->diagnostics;
    for (guint i = 0; unit->encoding != all && i < rk_value_length(all); i++) {
        const char *name = rk_value_key_at(all, i);
        RkPlace place = rk_value_key_place_at(all, i);
        Use use = use_of(unit, name, rk_value_at(all, i));
        if (use == IS_USED || !g_hash_table_add(settled, key_of(all, i)))
            continue;
        if (use == IDLE_ON_MARK)
            rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, NULL, "channel %s has no effect on the %s mark",
                               name, unit->mark->name);
        else
            rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, "offsets need an ordinal place",
                               "channel %s has no effect where %c is continuous", name, name[0]);
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
