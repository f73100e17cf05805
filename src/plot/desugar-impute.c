/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `impute` of a position channel becomes a transform: the other position is the key, and whatever parts the marks into
 * series makes the groups.
 */
#include "plot/plot-private.h"

#include <string.h>

/** The channels that part the marks of a path. */
static const RkChannel parting[] = {RK_CHANNEL_DETAIL, RK_CHANNEL_COLOR,       RK_CHANNEL_FILL,
                                    RK_CHANNEL_STROKE, RK_CHANNEL_STROKE_DASH, RK_CHANNEL_SIZE,
                                    RK_CHANNEL_SHAPE,  RK_CHANNEL_OPACITY,     RK_CHANNEL_STROKE_WIDTH};

static void append_field(RkUnit *unit, RkValue *list, RkChannel channel, const RkValue *definition)
{
    RkDocument *scratch = unit->plotting->scratch;
    for (guint i = 0; rk_value_is(definition, RK_VALUE_LIST) && i < rk_value_length(definition); i++)
        append_field(unit, list, channel, rk_value_at(definition, i));
    const char *name = rk_value_is(definition, RK_VALUE_MAP) ? rk_unit_channel_field(unit, channel, definition) : NULL;
    if (name != NULL && !rk_value_has(definition, "aggregate"))
        rk_value_append(list, rk_document_text(scratch, rk_value_place(definition), name));
}

static const RkValue *groups_of(RkUnit *unit, RkPlace place)
{
    RkValue *list = rk_document_list(unit->plotting->scratch, place);
    for (guint i = 0; i < G_N_ELEMENTS(parting); i++)
        append_field(unit, list, parting[i], rk_value_get(unit->encoding, rk_channel_name(parting[i])));
    return list;
}

static void put_name(RkUnit *unit, RkValue *options, const char *key, RkChannel channel, const RkValue *definition)
{
    RkDocument *scratch = unit->plotting->scratch;
    RkPlace place = rk_value_place(definition);
    const char *name = rk_unit_channel_field(unit, channel, definition);
    rk_value_put(scratch, options, key, place, rk_document_text(scratch, place, name != NULL ? name : ""));
}

static gboolean impute(RkUnit *unit, RkChannel channel, RkChannel other, GError **error)
{
    const RkValue *definition = rk_value_get(unit->encoding, rk_channel_name(channel));
    const RkValue *key = rk_value_get(unit->encoding, rk_channel_name(other));
    const RkValue *own = rk_value_get(definition, "impute");
    if (!rk_value_is(own, RK_VALUE_MAP))
        return TRUE;
    RkDocument *scratch = unit->plotting->scratch;
    RkPlace place = rk_value_place(own);
    if (!rk_value_has(definition, "field") || !rk_value_has(key, "field")) {
        rk_error_set(error, RK_ERROR_SPEC, place, NULL, "impute needs a field here and one on channel %s",
                     rk_channel_name(other));
        return FALSE;
    }
    RkValue *options = rk_document_map(scratch, place);
    for (guint i = 0; i < rk_value_length(own); i++)
        rk_value_put(scratch, options, rk_value_key_at(own, i), rk_value_key_place_at(own, i), rk_value_at(own, i));
    put_name(unit, options, "impute", channel, definition);
    put_name(unit, options, "key", other, key);
    rk_value_put(scratch, options, "groupby", place, groups_of(unit, place));
    const RkTransform *verb = rk_transform_of(options, error);
    return verb != NULL && rk_shape_check(options, verb->shape, error) && rk_unit_apply(unit, options, error);
}

gboolean rk_unit_impute(RkUnit *unit, GError **error)
{
    return impute(unit, RK_CHANNEL_X, RK_CHANNEL_Y, error) && impute(unit, RK_CHANNEL_Y, RK_CHANNEL_X, error);
}
