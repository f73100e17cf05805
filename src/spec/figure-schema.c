/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `$schema` says about the grammar of a figure. Vega, from which Vega-Lite is compiled to, is another language and
 * refused by name.
 */
#include "spec/figure-private.h"

#include <string.h>

enum { OLDEST_MAJOR = 4, NEWEST_MAJOR = 6 };

static gboolean refuse(const RkValue *schema, const char *message, GError **error)
{
    rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(schema), "Vega-Lite 4, 5 and 6 are read", "%s: \"%s\"",
                 message, rk_value_text_or(schema, ""));
    return FALSE;
}

void rk_figure_note_schema(const RkValue *schema, RkDiagnostics *diagnostics)
{
    static const char path[] = "/schema/vega-lite/v";
    const char *found = strstr(rk_value_text_or(schema, ""), path);
    guint64 major = found == NULL ? NEWEST_MAJOR : g_ascii_strtoull(found + strlen(path), NULL, 10);
    if (major < NEWEST_MAJOR)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, rk_value_place(schema), NULL,
                           "a figure of Vega-Lite %u is drawn as Vega-Lite %d would", (guint)major, NEWEST_MAJOR);
}

gboolean rk_figure_read_schema(const RkValue *schema, gboolean *vega_lite, GError **error)
{
    static const char vega_lite_path[] = "/schema/vega-lite/v";
    const char *text = rk_value_text_or(schema, NULL);
    *vega_lite = FALSE;
    if (text == NULL)
        return TRUE;
    if (strstr(text, "/schema/vega/") != NULL)
        return refuse(schema, "$schema names Vega, which is another language than Vega-Lite", error);
    const char *path = strstr(text, vega_lite_path);
    if (path == NULL)
        return refuse(schema, "$schema names a grammar that is not known", error);
    guint64 major = g_ascii_strtoull(path + strlen(vega_lite_path), NULL, 10);
    if (major < OLDEST_MAJOR || major > NEWEST_MAJOR)
        return refuse(schema, "$schema names a version of Vega-Lite that is not read", error);
    *vega_lite = TRUE;
    return TRUE;
}
