/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows in any order make the same picture, where a figure sorts what it draws: the pixels are compared, since shapes
 * that do not touch may be drawn in any order (those that do share a row of pixels, which tells who came first).
 */
#include "support-figure.h"

static const char *const rows[] = {
    "{c: A, g: x, t: \"2019\", v: 3}",  "{c: B, g: x, t: \"2019\", v: 7}", "{c: C, g: x, t: \"2019\", v: 7}",
    "{c: D, g: x, t: \"2019\", v: -2}", "{c: A, g: y, t: \"2020\", v: 1}", "{c: B, g: y, t: \"2020\", v: 2}",
    "{c: C, g: y, t: \"2020\", v: 5}",  "{c: D, g: y, t: \"2020\", v: 4}",
};

static const struct {
    const char *name;
    const char *rest;
} figures[] = {
    {"ranked bars", "transform: [{filter: \"datum.g == 'x'\"}]\nhighlight: {field: c, equal: B}\n"
                    "mark: {type: bar, label: true}\nencoding: {y: {field: c, aside: A}, x: {field: v}}\n"},
    {"means", "mark: {type: bar, label: {format: .2f}}\nencoding: {y: {field: c}, x: {aggregate: mean, field: v}}\n"},
    {"stacked bars", "transform: [{filter: \"datum.v > 0\"}]\nmark: {type: bar, label: true}\nencoding:\n"
                     "  y: {field: c, sort: -x}\n  x: {field: v}\n"
                     "  color: {field: g, scale: {domain: [x, y]}}\n  order: {field: t}\n"},
    {"grouped bars", "mark: bar\nencoding:\n  x: {field: c, sort: ascending}\n"
                     "  xOffset: {field: g, scale: {domain: [x, y], paddingInner: 0.2}}\n  y: {field: v, stack: null}\n"
                     "  color: {field: g, scale: {domain: [x, y]}}\n"},
    {"lines", "transform: [{filter: {field: c, oneOf: [A, C]}}]\nmark: {type: line, label: true}\nencoding:\n  x: "
              "{field: t, type: temporal}\n  y: {field: v}\n"
              "  color: {field: c, scale: {domain: [A, B, C, D]}}\n"},
    {"cells", "mark: rect\nencoding:\n  x: {field: g, type: ordinal, scale: {paddingInner: 0.1}}\n  y: {field: c, "
              "sort: descending, scale: "
              "{paddingInner: 0.1}}\n"
              "  color: {field: v}\n"},
    {"facts", "facts:\n  most: {transform: [{aggregate: [{op: max, field: v, as: most}]}], field: most}\n"
              "title: \"At most {most}\"\nbenchmark: {y: most, label: most}\nmark: tick\n"
              "encoding: {x: {field: c, sort: ascending}, y: {field: v}}\n"},
};

static GBytes *pixels(const guint *order, const char *rest)
{
    g_autoptr(GString) text = g_string_new("width: 300\ndata:\n  values:\n");
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_string_append_printf(text, "    - %s\n", rows[order[i]]);
    g_string_append_printf(text, "  format: {parse: {t: date}}\n%s", rest);
    g_autoptr(RkScene) scene = draw_figure(text->str);
    RkRenderOptions options = {.scale = 1};
    GBytes *bytes = rk_render(rk_renderer_find("png"), scene, &options, NULL);
    assert_non_null(bytes);
    return bytes;
}

static void shuffle(GRand *random, guint *order)
{
    for (guint i = G_N_ELEMENTS(rows); i > 1; i--) {
        guint k = (guint)g_rand_int_range(random, 0, (int)i), swap = order[i - 1];
        order[i - 1] = order[k];
        order[k] = swap;
    }
}

static void rows_in_any_order(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    for (guint i = 0; i < G_N_ELEMENTS(figures); i++) {
        guint order[G_N_ELEMENTS(rows)];
        for (guint k = 0; k < G_N_ELEMENTS(rows); k++)
            order[k] = k;
        g_autoptr(GBytes) first = pixels(order, figures[i].rest);
        for (guint round = 0; round < 6; round++) {
            shuffle(random, order);
            g_autoptr(GBytes) again = pixels(order, figures[i].rest);
            if (!g_bytes_equal(first, again))
                fail_msg("%s depend on the order of the rows", figures[i].name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_in_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
