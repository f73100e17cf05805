/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Point symbols as tables of corners. The names and proportions are those that Vega documents for its symbols; a size
 * is the area of the square around a circle or square, so that sizes mean the same in both programs.
 */
#include "scene/path-parse.h"
#include "scene/symbol.h"

#include <math.h>

/* √3/2, and the share of the radius that lifts a triangle so that its centroid lies at the origin. */
#define H 0.8660254037844386
#define LIFT (H - 0.5773502691896257)

typedef struct {
    const char *name;
    gboolean open;
    guint corners;
    double corner[12][2]; /* in half sides of the square */
} Symbol;

/* No corners: a circle. */
static const Symbol symbols[] = {
    {"circle", FALSE, 0, {{0}}},
    {"square", FALSE, 4, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}},
    {"cross",
     FALSE,
     12,
     {{-1, -0.4},
      {-1, 0.4},
      {-0.4, 0.4},
      {-0.4, 1},
      {0.4, 1},
      {0.4, 0.4},
      {1, 0.4},
      {1, -0.4},
      {0.4, -0.4},
      {0.4, -1},
      {-0.4, -1},
      {-0.4, -0.4}}},
    {"diamond", FALSE, 4, {{-1, 0}, {0, -1}, {1, 0}, {0, 1}}},
    {"triangle-up", FALSE, 3, {{0, -H}, {-1, H}, {1, H}}},
    {"triangle-down", FALSE, 3, {{0, H}, {-1, -H}, {1, -H}}},
    {"triangle-right", FALSE, 3, {{H, 0}, {-H, -1}, {-H, 1}}},
    {"triangle-left", FALSE, 3, {{-H, 0}, {H, -1}, {H, 1}}},
    {"stroke", TRUE, 2, {{-1, 0}, {1, 0}}},
    {"arrow",
     FALSE,
     7,
     {{-1.0 / 7, 1}, {1.0 / 7, 1}, {1.0 / 7, -0.125}, {0.4, -0.125}, {0, -1}, {-0.4, -0.125}, {-1.0 / 7, -0.125}}},
    {"wedge", FALSE, 3, {{0, -H - LIFT}, {-0.25, H - LIFT}, {0.25, H - LIFT}}},
    {"triangle", FALSE, 3, {{0, -H - LIFT}, {-1, H - LIFT}, {1, H - LIFT}}},
};

static const Symbol *find(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(symbols); i++)
        if (g_strcmp0(symbols[i].name, name) == 0)
            return &symbols[i];
    return NULL;
}

static gpointer list_names(gpointer unused)
{
    (void)unused;
    const char **names = g_new0(const char *, G_N_ELEMENTS(symbols) + 1);
    for (guint i = 0; i < G_N_ELEMENTS(symbols); i++)
        names[i] = symbols[i].name;
    return names;
}

const char *const *rk_symbol_names(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, list_names, NULL);
}

gboolean rk_symbol_is_open(const char *shape)
{
    const Symbol *symbol = find(shape);
    return symbol != NULL && symbol->open;
}

gboolean rk_symbol_is_known(const char *shape)
{
    return shape != NULL && (find(shape) != NULL || rk_path_parse(shape, 1, NULL));
}

static void circle(double radius, RkPathBuilder *builder)
{
    rk_path_move(builder, radius, 0);
    rk_path_arc(builder, 0, 0, radius, 0, 2 * G_PI);
    rk_path_close(builder);
}

gboolean rk_symbol_outline(const char *shape, double size, RkPathBuilder *builder)
{
    const Symbol *symbol = find(shape);
    double half = sqrt(MAX(size, 0)) / 2;
    if (symbol == NULL)
        return shape != NULL && rk_path_parse(shape, half, builder);
    if (symbol->corners == 0) {
        circle(half, builder);
        return TRUE;
    }
    for (guint i = 0; i < symbol->corners; i++) {
        double x = half * symbol->corner[i][0];
        double y = half * symbol->corner[i][1];
        if (i == 0)
            rk_path_move(builder, x, y);
        else
            rk_path_line(builder, x, y);
    }
    if (!symbol->open)
        rk_path_close(builder);
    return TRUE;
}
