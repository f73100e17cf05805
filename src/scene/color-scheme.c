/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks up colour schemes. It refuses to guess: an unknown name is unknown.
 */
#include "scene/color-scheme-private.h"

#include <string.h>

#define MOST_SCHEMES 128

static const RkColorScheme *find_in(const RkColorScheme *list, const char *name)
{
    for (; list->name != NULL; list++) {
        if (g_ascii_strcasecmp(list->name, name) == 0)
            return list;
    }
    return NULL;
}

const RkColorScheme *rk_color_scheme_find(const char *name)
{
    if (name == NULL)
        return NULL;
    const RkColorScheme *found = find_in(rk_color_schemes_listed, name);
    return found != NULL ? found : find_in(rk_color_schemes_running, name);
}

const RkColorScheme *rk_color_scheme_find_counted(const char *name, double *count)
{
    const char *dash = strrchr(name, '-');
    const RkColorScheme *scheme = rk_color_scheme_find(name);
    if (scheme != NULL || dash == NULL || dash[1] < '3' || dash[1] > '9' || strlen(dash) > 3)
        return scheme;
    g_autofree char *stem = g_strndup(name, (gsize)(dash - name));
    scheme = rk_color_scheme_find(stem);
    if (scheme != NULL)
        *count = g_ascii_strtod(dash + 1, NULL);
    return scheme;
}

const char *const *rk_color_scheme_names(void)
{
    static const char *names[MOST_SCHEMES];
    static gsize filled = 0;
    if (g_once_init_enter(&filled)) {
        guint count = 0;
        for (const RkColorScheme *scheme = rk_color_schemes_listed; scheme->name != NULL; scheme++)
            names[count++] = scheme->name;
        for (const RkColorScheme *scheme = rk_color_schemes_running; scheme->name != NULL; scheme++)
            names[count++] = scheme->name;
        g_once_init_leave(&filled, 1);
    }
    return names;
}

guint rk_color_scheme_length(const RkColorScheme *scheme)
{
    return (guint)(strlen(scheme->digits) / 6);
}

static double part(const char *digits)
{
    return (g_ascii_xdigit_value(digits[0]) * 16 + g_ascii_xdigit_value(digits[1])) / 255.0;
}

RkColor rk_color_scheme_color(const RkColorScheme *scheme, guint index)
{
    const char *digits = scheme->digits + (gsize)index * 6;
    return (RkColor){part(digits), part(digits + 2), part(digits + 4), 1};
}
