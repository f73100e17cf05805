/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the checker of document trees says of values of a wrong kind: which kinds there could be, and how what was meant
 * is written. It guesses only at spellings that other tools have.
 */
#include "base/shape-private.h"

#include <string.h>

char *rk_shape_kinds(guint allow)
{
    static const char *const names[] = {"null", "true or false", "a number", "a text", "a list", "a map"};
    GString *text = g_string_new(NULL);
    allow &= RK_ALLOW_ANY;
    for (guint bit = 0; bit < G_N_ELEMENTS(names); bit++) {
        if ((allow & (1u << bit)) == 0)
            continue;
        gboolean last = (allow >> (bit + 1)) == 0;
        if (text->len > 0)
            g_string_append(text, last ? " or " : ", ");
        g_string_append(text, names[bit]);
    }
    return g_string_free(text, FALSE);
}

/** "a:N", as Altair writes the field "a" of the type nominal. */
static char *shorthand_hint(const char *text)
{
    static const char *const measures[] = {"quantitative", "temporal", "ordinal", "nominal"};
    const char *colon = strrchr(text, ':');
    for (guint i = 0; colon != NULL && colon > text && i < G_N_ELEMENTS(measures); i++)
        if (g_ascii_tolower(colon[1]) == measures[i][0] && colon[2] == '\0')
            return g_strdup_printf("\"%s\" is Altair's shorthand: write {\"field\": \"%.*s\", \"type\": \"%s\"}", text,
                                   (int)(colon - text), text, measures[i]);
    return g_strdup_printf("write {\"field\": \"%s\"}", text);
}

char *rk_shape_kind_hint(const RkValue *value, guint allow, const RkShape *shape)
{
    const char *text = rk_value_text_or(value, NULL);
    gboolean map = (allow & RK_ALLOW_MAP) != 0, none = (allow & RK_ALLOW_NULL) != 0;
    if (text != NULL && map && shape != NULL && rk_shape_find(shape, "field") != NULL)
        return shorthand_hint(text);
    if (text != NULL && map && shape != NULL && rk_shape_find(shape, "url") != NULL)
        return g_strdup_printf("write {\"url\": \"%s\"}", text);
    if (rk_value_is(value, RK_VALUE_BOOLEAN) && map && none)
        return g_strdup("leave it out, or write null for none");
    return NULL;
}
