/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a figure file as SVG, with nothing but the installed library:
 *
 *     cc draw.c -o draw $(pkg-config --cflags --libs rodiklis)
 *     ./draw plots/russian-oil.yaml oil.svg
 */
#include <stdio.h>

#include <base/file.h>
#include <rodiklis.h>

static gboolean draw(const char *figure_file, const char *picture, RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkFigure) figure = rk_figure_open(figure_file, NULL, diagnostics, error);
    if (figure == NULL)
        return FALSE;
    g_autoptr(RkScene) scene = rk_figure_draw(figure, diagnostics, error);
    if (scene == NULL)
        return FALSE;
    g_autoptr(GBytes) bytes = rk_render(rk_renderer_find("svg"), scene, NULL, error);
    return bytes != NULL && rk_file_replace(picture, bytes, NULL, error);
}

int main(int count, char **arguments)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    if (count != 3) {
        fprintf(stderr, "usage: %s FIGURE PICTURE\n", arguments[0]);
        return 2;
    }
    gboolean done = draw(arguments[1], arguments[2], diagnostics, &error);
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *text = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        fprintf(stderr, "%s\n", text);
    }
    if (!done) {
        g_autofree char *text = rk_error_describe(error);
        fprintf(stderr, "%s\n", text);
    }
    return done ? 0 : 1;
}
