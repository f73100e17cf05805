/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an SVG says to screen readers and style sheets. The expected classes, roles and words were taken from the SVG
 * that npm's vega 6 and vega-lite 6 write for the same figures under node 20, on 2026-11-20; their order is ours,
 * since axes are drawn after marks here.
 */
#include "support-figure.h"

static char *svg_of(const char *text)
{
    g_autoptr(RkScene) scene = draw_figure(text);
    GError *error = NULL;
    g_autoptr(GBytes) bytes = rk_render(rk_renderer_find("svg"), scene, NULL, &error);
    assert_non_null(bytes);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* An element that carries all these attributes, whatever their order. */
static gboolean has_element(const char *svg, const char *const *attributes)
{
    g_auto(GStrv) elements = g_strsplit(svg, "<", -1);
    for (guint i = 0; elements[i] != NULL; i++) {
        guint found = 0;
        while (attributes[found] != NULL && strstr(elements[i], attributes[found]) != NULL)
            found++;
        if (attributes[found] == NULL)
            return TRUE;
    }
    return FALSE;
}

static void assert_element(const char *svg, const char *class_name, const char *role, const char *description,
                           const char *label)
{
    g_auto(GStrv) attributes = g_new0(char *, 5);
    attributes[0] = class_name != NULL ? g_strdup_printf("class=\"%s\"", class_name) : g_strdup("");
    attributes[1] = role != NULL ? g_strdup_printf("role=\"%s\"", role) : g_strdup("");
    attributes[2] = description != NULL ? g_strdup_printf("aria-roledescription=\"%s\"", description) : g_strdup("");
    attributes[3] = label != NULL ? g_strdup_printf("aria-label=\"%s\"", label) : g_strdup("");
    if (!has_element(svg, (const char *const *)attributes))
        fail_msg("no element has %s %s %s %s", attributes[0], attributes[1], attributes[2], attributes[3]);
}

#define SCHEMA "$schema: \"https://vega.github.io/schema/vega-lite/v6.json\"\n"

static void bars_are_those_of_vega(void **state)
{
    (void)state;
    g_autofree char *svg = svg_of(
        SCHEMA
        "title: Fuels\ndata: {values: [{c: A, p: gas, v: 2.5}, {c: A, p: oil, v: 1}, {c: B, p: gas, v: 4}]}\n"
        "mark: bar\nencoding:\n  x: {field: c, type: nominal}\n  y: {field: v, type: quantitative, title: Value}\n"
        "  color: {field: p, type: nominal}\n");
    assert_element(svg, "marks", NULL, NULL, NULL);
    assert_element(svg, "mark-group role-frame root", "graphics-object", "group mark container", NULL);
    assert_element(svg, "mark-rule role-axis-grid", NULL, NULL, NULL);
    assert_element(svg, "mark-rule role-axis-tick", NULL, NULL, NULL);
    assert_element(svg, "mark-rule role-axis-domain", NULL, NULL, NULL);
    assert_element(svg, "mark-text role-axis-label", NULL, NULL, NULL);
    assert_element(svg, "mark-text role-axis-title", NULL, NULL, NULL);
    assert_element(svg, "mark-rect role-mark marks", "graphics-object", "rect mark container", NULL);
    assert_element(svg, NULL, "graphics-symbol", "bar", "c: A; Value: 2.5; p: gas");
    assert_element(svg, NULL, "graphics-symbol", "bar", "c: A; Value: 1; p: oil");
    assert_element(svg, NULL, "graphics-symbol", "bar", "c: B; Value: 4; p: gas");
    assert_element(svg, "mark-group role-axis", "graphics-symbol", "axis",
                   "X-axis titled 'c' for a discrete scale with 2 values: A, B");
    assert_element(svg, "mark-group role-axis", "graphics-symbol", "axis",
                   "Y-axis titled 'Value' for a linear scale with values from 0 to 4");
    assert_element(svg, "mark-group role-legend", "graphics-symbol", "legend", NULL);
    assert_element(svg, "mark-symbol role-legend-symbol", NULL, NULL, NULL);
    assert_element(svg, "mark-text role-legend-label", NULL, NULL, NULL);
    assert_element(svg, "mark-text role-legend-title", NULL, NULL, NULL);
    assert_element(svg, NULL, "graphics-symbol", "title", "Title text 'Fuels'");
}

static void lines_are_those_of_vega(void **state)
{
    (void)state;
    g_autofree char *svg = svg_of(SCHEMA "data: {values: [{t: 1, v: 2.5}, {t: 2, v: 1}, {t: 3, v: 4}]}\nmark: line\n"
                                         "encoding:\n  x: {field: t, type: quantitative}\n"
                                         "  y: {field: v, type: quantitative}\n");
    assert_element(svg, "mark-line role-mark marks", "graphics-object", "line mark container", NULL);
    assert_element(svg, NULL, "graphics-symbol", "line mark", "t: 1; v: 2.5");
    assert_element(svg, "mark-group role-axis", "graphics-symbol", "axis",
                   "X-axis titled 't' for a linear scale with values from 1.0 to 3.0");
}

static void points_are_those_of_vega(void **state)
{
    (void)state;
    g_autofree char *svg = svg_of(SCHEMA "data: {values: [{t: 1, v: 2.5}, {t: 2, v: 1}, {t: 3, v: 4}]}\nmark: point\n"
                                         "encoding:\n  x: {field: t, type: quantitative}\n"
                                         "  y: {field: v, type: quantitative}\n");
    assert_element(svg, "mark-symbol role-mark marks", "graphics-object", "symbol mark container", NULL);
    assert_element(svg, NULL, "graphics-symbol", "point", "t: 2; v: 1");
    assert_element(svg, "mark-group role-axis", "graphics-symbol", "axis",
                   "X-axis titled 't' for a linear scale with values from 0.0 to 3.0");
}

/* Vega's words where there are more than seven categories. */
static void long_lists_are_cut_short(void **state)
{
    (void)state;
    g_autofree char *svg = svg_of("data: {values: [{c: a}, {c: b}, {c: c}, {c: d}, {c: e}, {c: f}, {c: g}, {c: h}]}\n"
                                  "mark: point\nencoding: {x: {field: c}}\n");
    assert_element(svg, "mark-group role-axis", NULL, NULL,
                   "X-axis for a discrete scale with 8 values: a, b, c, d, e, ending with h");
}

/* The ends of the domain are spoken, not those of the ticks, and a time with its year. */
static void whole_domains_are_spoken(void **state)
{
    (void)state;
    g_autofree char *svg = svg_of(
        "data:\n  values: [{t: 2021-01, v: -54}, {t: 2022-06, v: 7}]\n"
        "  format: {parse: {t: date}}\nmark: line\nencoding: {x: {field: t}, y: {field: v, scale: {nice: false}}}\n");
    assert_element(svg, "mark-group role-axis", NULL, NULL,
                   "X-axis for a time scale with values from Jan 2021 to Jun 2022");
    assert_element(svg, "mark-group role-axis", NULL, NULL, "Y-axis for a linear scale with values from −54 to 7");
}

/* What decorates is hidden from readers: grids, labels that repeat marks, marks that a figure mutes. */
static void decoration_is_hidden(void **state)
{
    (void)state;
    g_autofree char *svg = svg_of("data: {values: [{c: A, v: 1}]}\nmark: {type: bar, label: true, aria: false}\n"
                                  "encoding: {y: {field: c}, x: {field: v}}\n");
    const char *const grid[] = {"class=\"mark-group role-axis\"", "aria-hidden=\"true\"", NULL};
    const char *const labels[] = {"class=\"mark-text role-mark label\"", "aria-hidden=\"true\"", NULL};
    const char *const bars[] = {"class=\"mark-rect role-mark marks\"", "aria-hidden=\"true\"", NULL};
    assert_true(has_element(svg, grid));
    assert_true(has_element(svg, labels));
    assert_true(has_element(svg, bars));
}

static void hostile_names_are_escaped(void **state)
{
    (void)state;
    g_autofree char *svg = svg_of("data: {values: [{c: \"<script>&\\\"'\", v: 1}]}\nmark: bar\n"
                                  "encoding: {y: {field: c}, x: {field: v}}\n");
    assert_null(strstr(svg, "<script"));
    assert_element(svg, NULL, NULL, "bar", "v: 1; c: &lt;script&gt;&amp;&quot;'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_are_those_of_vega),    cmocka_unit_test(lines_are_those_of_vega),
        cmocka_unit_test(points_are_those_of_vega),  cmocka_unit_test(long_lists_are_cut_short),
        cmocka_unit_test(whole_domains_are_spoken),  cmocka_unit_test(decoration_is_hidden),
        cmocka_unit_test(hostile_names_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
