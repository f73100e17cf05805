/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line with two ends is no line through rows but a rule for each of them.
 */
#include "plot/composites/composites-private.h"

static gboolean is_ranged(const RkValue *encoding, const char *first, const char *second)
{
    const RkValue *definition = rk_value_get(encoding, first), *bin = rk_value_get(definition, "bin");
    gboolean binned = rk_value_is_text(bin, "binned") || rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE);
    return rk_is_wanted(rk_value_get(encoding, second)) && rk_definition_is_shown(definition) && !binned;
}

static gboolean applies(const RkUnitSource *source)
{
    return source->vega_lite && rk_value_is_text(rk_value_get(source->mark, "type"), "line") &&
           (is_ranged(source->encoding, "x", "x2") || is_ranged(source->encoding, "y", "y2"));
}

static const RkValue *expand(const RkUnitSource *source, GError **error)
{
    (void)error;
    RkValue *view = rk_map_new(source), *mark = rk_map_new(source);
    rk_map_put_all(source, mark, source->mark);
    rk_map_put_text(source, mark, "type", "rule");
    rk_map_put(source, view, "mark", mark);
    rk_map_put(source, view, "encoding", source->encoding);
    return view;
}

extern const RkComposite rk_composite_ranged_line;
const RkComposite rk_composite_ranged_line = {.applies = applies, .expand = expand};
