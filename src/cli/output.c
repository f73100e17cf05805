/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Standard output and its screen. The environment is read here and nowhere else.
 */
#include "cli/output.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"

#define DEFAULT_WIDTH 80
#define LEAST_WIDTH 20
#define GREATEST_WIDTH 1000

gboolean rk_output_write(const char *text, gsize length, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, length);
    return rk_file_replace("-", bytes, NULL, error);
}

static guint screen_width(void)
{
    guint64 width;
    struct winsize size;
    const char *columns = g_getenv("COLUMNS");
    if (columns != NULL && g_ascii_string_to_unsigned(columns, 10, LEAST_WIDTH, GREATEST_WIDTH, &width, NULL))
        return (guint)width;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= LEAST_WIDTH)
        return MIN(size.ws_col, GREATEST_WIDTH);
    return DEFAULT_WIDTH;
}

/* The first of the three that says something decides, as in setlocale(). */
static gboolean locale_is_utf8(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *locale = g_getenv(names[i]);
        if (locale == NULL || *locale == '\0')
            continue;
        g_autofree char *lower = g_ascii_strdown(locale, -1);
        return strstr(lower, "utf-8") != NULL || strstr(lower, "utf8") != NULL;
    }
    return FALSE;
}

RkScreen rk_output_screen(void)
{
    const char *no_color = g_getenv("NO_COLOR");
    gboolean dumb = g_strcmp0(g_getenv("TERM"), "dumb") == 0;
    gboolean plain = dumb || (no_color != NULL && *no_color != '\0');
    return (RkScreen){
        .width = screen_width(),
        .styled = !plain && isatty(STDOUT_FILENO),
        .unicode = !dumb && locale_is_utf8(),
    };
}
