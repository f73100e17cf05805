/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts within words: {name} and {name:pattern}. A brace that means itself is doubled; nothing else is special.
 */
#include "transform/inquiry.h"

#include <string.h>

static char *formatted(const RkScope *scope, RkScalar scalar, const char *specifier, RkPlace place, GError **error)
{
    if (scalar.kind == RK_SCALAR_TIME && specifier != NULL)
        return rk_format_time(specifier, scalar.number, rk_scope_locale(scope));
    if (scalar.kind != RK_SCALAR_NUMBER)
        return rk_scalar_write(scalar);
    char *text = rk_format_number(specifier != NULL ? specifier : "", scalar.number, rk_scope_locale(scope), error);
    if (text == NULL && error != NULL)
        rk_error_locate(*error, place);
    return text;
}

static gboolean append_fact(const RkScope *scope, GString *out, const char *inside, gsize length, RkPlace place,
                            GError **error)
{
    g_autofree char *name = g_strndup(inside, length);
    char *specifier = strchr(name, ':');
    if (specifier != NULL)
        *specifier++ = '\0';
    RkScalar scalar;
    if (!rk_scope_get(scope, name, &scalar)) {
        rk_error_set(error, RK_ERROR_SPEC, place, "name it under `facts`, or write {{ for a brace",
                     "there is no fact \"%s\"", name);
        return FALSE;
    }
    const char *shown = rk_scope_shown(scope, name);
    g_autofree char *text = shown != NULL ? g_strdup(shown) : formatted(scope, scalar, specifier, place, error);
    if (text == NULL)
        return FALSE;
    g_string_append(out, text);
    return TRUE;
}

char *rk_interpolate(const RkScope *scope, const char *text, RkPlace place, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        if ((at[0] == '{' && at[1] == '{') || (at[0] == '}' && at[1] == '}')) {
            g_string_append_c(out, *at++);
            continue;
        }
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        if (*at == '{' && end == NULL) {
            rk_error_set(error, RK_ERROR_SPEC, place, "write {{ for a brace", "a brace is opened and never closed");
            return NULL;
        }
        if (end == NULL) {
            g_string_append_c(out, *at);
            continue;
        }
        if (!append_fact(scope, out, at + 1, (gsize)(end - at - 1), place, error))
            return NULL;
        at = end;
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}
