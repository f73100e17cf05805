/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures for tests: YAML to a scene, measured without fonts, and the questions that tests ask of scenes: texts by
 * class, marks by class, colours of marks.
 */
#ifndef RK_TESTS_SUPPORT_FIGURE_H
#define RK_TESTS_SUPPORT_FIGURE_H

#include "unit.h"

#include "rodiklis-private.h"
#include "support-measure.h"

#include <string.h>

/* The scene of a figure text that says it stands in `name` (NULL: figure.yaml); NULL with the error. */
static inline RkScene *try_figure(const char *text, const char *name, RkDiagnostics *diagnostics, GError **error)
{
    const char *file = name != NULL ? name : "figure.yaml";
    g_autoptr(RkFigure) figure = rk_figure_parse(text, strlen(text), file, rk_vocabulary(), diagnostics, error);
    if (figure == NULL)
        return NULL;
    g_auto(RkFigureData) data = {0};
    RkPlotEnvironment environment = rk_figure_data_environment(&data, diagnostics);
    environment.measurer = fake_measurer();
    return rk_plot(figure, &environment, error);
}

/* The same for a figure that must succeed without a warning. */
static inline RkScene *draw_figure(const char *text)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    RkScene *scene = try_figure(text, NULL, diagnostics, &error);
    if (scene == NULL) {
        g_autofree char *described = rk_error_describe(error);
        fail_msg("%s\n%s", described, text);
    }
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *described = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        if (rk_diagnostics_at(diagnostics, i)->severity != RK_SEVERITY_NOTE)
            fail_msg("%s\n%s", described, text);
    }
    return scene;
}

static inline char *figure_dump(const char *text)
{
    g_autoptr(RkScene) scene = draw_figure(text);
    return rk_scene_dump(scene);
}

/* The figure fails with exactly this description. */
static inline void assert_figure_fails(const char *text, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkScene) scene = try_figure(text, NULL, NULL, &error);
    if (scene != NULL)
        fail_msg("this should fail with %s\n%s", expected, text);
    assert_error(&error, expected);
}

/* The figure is drawn, and warned of exactly so (lines joined by "\n"). */
static inline void assert_figure_warns(const char *text, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkScene) scene = try_figure(text, NULL, diagnostics, &error);
    if (scene == NULL) {
        g_autofree char *described = rk_error_describe(error);
        fail_msg("%s\n%s", described, text);
    }
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        g_string_append_printf(all, "%s%s", i > 0 ? "\n" : "", line);
    }
    assert_string_equal(all->str, expected);
}

static inline gboolean is_called(const RkNode *node, const char *part)
{
    return (node->meaning.class_name != NULL && strstr(node->meaning.class_name, part) != NULL) ||
           (node->meaning.label != NULL && g_str_has_prefix(node->meaning.label, part));
}

/* The `nth` group below `node` whose class holds `part` or whose label begins so, in drawing order; NULL. */
static inline const RkNode *find_group(const RkNode *node, const char *part, guint *nth)
{
    for (; node != NULL; node = node->next) {
        if (node->kind != RK_NODE_GROUP)
            continue;
        if (is_called(node, part) && (*nth)-- == 0)
            return node;
        const RkNode *inner = find_group(node->group.first, part, nth);
        if (inner != NULL)
            return inner;
    }
    return NULL;
}

static inline const RkNode *scene_group(const RkScene *scene, const char *part, guint nth)
{
    const RkNode *group = find_group(rk_scene_root(scene), part, &nth);
    if (group == NULL)
        fail_msg("the scene has no group \"%s\"", part);
    return group;
}

static inline gboolean has_group(const RkScene *scene, const char *part)
{
    guint nth = 0;
    return find_group(rk_scene_root(scene), part, &nth) != NULL;
}

static inline void collect_texts(const RkNode *node, GString *out)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_GROUP)
            collect_texts(node->group.first, out);
        if (node->kind != RK_NODE_TEXT)
            continue;
        g_autofree char *text = g_strjoinv("/", (char **)node->text.lines);
        g_string_append_printf(out, "%s%s", out->len > 0 ? "|" : "", text);
    }
}

/* The texts of a group joined by |, their lines by /. */
static inline char *group_texts(const RkScene *scene, const char *part)
{
    GString *out = g_string_new(NULL);
    collect_texts(scene_group(scene, part, 0)->group.first, out);
    return g_string_free(out, FALSE);
}

/* The categories of the axis whose spoken words begin with X or Y, from left to right or top to bottom. */
static inline void assert_axis_reads(const char *text, const char *axis, const char *expected)
{
    g_autoptr(RkScene) scene = draw_figure(text);
    g_autofree char *texts = group_texts(scene, axis);
    if (strcmp(texts, expected) != 0)
        fail_msg("the axis reads %s, not %s\n%s", texts, expected, text);
}

/* The nodes of a group: `count` of them, and the `nth`. */
static inline guint count_nodes(const RkNode *group, RkNodeKind kind)
{
    guint count = 0;
    for (const RkNode *node = group->group.first; node != NULL; node = node->next)
        count += node->kind == kind;
    return count;
}

static inline const RkNode *nth_node(const RkNode *group, guint nth)
{
    const RkNode *node = group->group.first;
    while (node != NULL && nth-- > 0)
        node = node->next;
    if (node == NULL)
        fail_msg("the group %s has too few nodes", group->meaning.class_name);
    return node;
}

#endif
