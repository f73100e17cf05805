/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a step does with a field, told from its words alone: whether it makes it, and whether it may look at it.
 */
#include "plot/reading.h"

#include <string.h>

#include "transform/transform.h"

static gboolean names(const RkValue *value, const char *field)
{
    if (rk_value_is_text(value, field))
        return TRUE;
    for (guint i = 0; rk_value_is(value, RK_VALUE_LIST) && i < rk_value_length(value); i++)
        if (rk_value_is_text(rk_value_at(value, i), field))
            return TRUE;
    return FALSE;
}

/** An `as` in the step or in one of its items. */
static gboolean calls_so(const RkValue *step, const char *verb, const char *field)
{
    const RkValue *items = rk_value_get(step, verb);
    if (names(rk_value_get(step, "as"), field))
        return TRUE;
    for (guint i = 0; rk_value_is(items, RK_VALUE_LIST) && i < rk_value_length(items); i++)
        if (names(rk_value_get(rk_value_at(items, i), "as"), field))
            return TRUE;
    return FALSE;
}

/** Verbs that put their results in the place of the fields they are asked about. */
static gboolean replaces(const RkValue *step, const char *verb, const char *field)
{
    static const char *const always[] = {"impute", NULL}, *const unless_named[] = {"flatten", "regression", "loess",
                                                                                   NULL};
    gboolean named = rk_value_has(step, "as");
    if (g_strv_contains(always, verb))
        return names(rk_value_get(step, verb), field);
    if (!named && g_strv_contains(unless_named, verb))
        return names(rk_value_get(step, verb), field) || names(rk_value_get(step, "on"), field);
    return !named && strcmp(verb, "lookup") == 0 && names(rk_value_get(rk_value_get(step, "from"), "fields"), field);
}

RkStepEffect rk_step_effect(const RkValue *step, const char *field)
{
    /* Numbers and times: a date may be read of them again. */
    static const char *const makers[] = {"bin", "timeUnit", "aggregate", "window", "joinaggregate", NULL};
    const RkTransform *verb = rk_transform_of(step, NULL);
    if (verb == NULL)
        return RK_STEP_KEEPS;
    /* Its columns are words of the data. */
    if (strcmp(verb->name, "pivot") == 0)
        return RK_STEP_MAKES;
    if (!calls_so(step, verb->name, field) && !replaces(step, verb->name, field))
        return RK_STEP_KEEPS;
    return g_strv_contains(makers, verb->name) ? RK_STEP_MAKES : RK_STEP_DERIVES;
}

/** datum[…] with anything but a text in it may be any field. */
static gboolean may_be_any(const char *text)
{
    for (const char *at = strstr(text, "datum["); at != NULL; at = strstr(at + 1, "datum["))
        if (at[6] != '\'' && at[6] != '"')
            return TRUE;
    return FALSE;
}

gboolean rk_step_mentions(const RkValue *step, const char *field)
{
    const char *text = rk_value_text_or(step, NULL);
    if (text != NULL)
        return strstr(text, field) != NULL || may_be_any(text);
    for (guint i = 0; i < rk_value_length(step); i++)
        if (rk_step_mentions(rk_value_at(step, i), field))
            return TRUE;
    return FALSE;
}
