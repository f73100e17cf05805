/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order for the layers that share a discrete scale. In figures of our own the first `sort` has the word; in the
 * grammar layers that ask for different orders get that of the names, which is said.
 */
#include "plot/mark.h"
#include "plot/sort-private.h"

/** What one layer asks for, in words by which two can be told apart: "op:field:order", or "name". */
static char *wish(const RkUnit *unit, const RkUse *use, const RkValue *sort)
{
    const char *word = rk_value_text_or(sort, "ascending");
    const RkValue *encoding = rk_value_get(sort, "encoding");
    if (rk_value_is(sort, RK_VALUE_LIST))
        return g_strdup("list");
    if (encoding == NULL && !rk_value_is(sort, RK_VALUE_MAP) && g_str_equal(word, "ascending"))
        return g_strdup("name");
    const RkValue *by = sort;
    gboolean down = rk_value_is_text(rk_value_get(sort, "order"), "descending") || word[0] == '-';
    if (encoding != NULL || (rk_value_is(sort, RK_VALUE_TEXT) && !g_str_equal(word, "descending"))) {
        const char *name = rk_value_text_or(encoding, word[0] == '-' ? word + 1 : word);
        RkChannel channel = rk_channel_find(name);
        const RkUse *other = channel < RK_CHANNELS ? unit->uses[channel] : NULL;
        by = other == NULL ? NULL : other->definition;
    } else if (rk_value_is(sort, RK_VALUE_TEXT)) {
        by = use->definition;
        down = TRUE;
    }
    const char *op = rk_value_text_or(rk_value_get(by, by == sort ? "op" : "aggregate"), "min");
    const char *field = g_str_equal(op, "count") ? "" : rk_value_text_or(rk_value_get(by, "field"), "");
    return g_strdup_printf("%s:%s:%s", op, field, down ? "descending" : "ascending");
}

/** The layers that are asked: those with a field on the channel itself that do not leave the rows as they come.
 * Bins always have their order. */
static gboolean is_asked(const RkScale *scale, const RkUse *use)
{
    const RkValue *sort = rk_value_get(use->definition, "sort");
    const RkValue *bin = rk_value_get(use->definition, "bin");
    gboolean binned = rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE);
    return use->channel == scale->channel && use->column != NULL && (binned || !rk_value_is(sort, RK_VALUE_NULL));
}

static void warn_of_orders(const RkScale *scale, const RkValue *sort)
{
    rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(sort),
                       "write the same sort into every layer, or encode the channel once above them",
                       "layers ask for different orders of channel %s: it is sorted by name",
                       rk_channel_name(scale->channel));
}

static const RkValue *of_grammar(const RkScale *scale, gboolean *as_seen)
{
    g_autofree char *common = NULL;
    const RkValue *first = NULL;
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        if (!is_asked(scale, use))
            continue;
        const RkValue *sort = rk_value_get(use->definition, "sort");
        g_autofree char *own = wish(g_ptr_array_index(scale->units, i), use, sort);
        if (common != NULL && !g_str_equal(common, own)) {
            warn_of_orders(scale, sort != NULL ? sort : first);
            return NULL;
        }
        if (common == NULL) {
            common = g_steal_pointer(&own);
            first = sort;
        }
    }
    *as_seen = common == NULL;
    return first;
}

const RkValue *rk_sort_definition(const RkScale *scale, gboolean *as_seen)
{
    gboolean fields = FALSE;
    if (scale->plotting->vega_lite)
        return of_grammar(scale, as_seen);
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *sort = rk_value_get(use->definition, "sort");
        *as_seen = rk_value_is(sort, RK_VALUE_NULL);
        if (sort != NULL)
            return sort;
        fields = fields || use->column != NULL;
    }
    *as_seen = !fields;
    return NULL;
}
