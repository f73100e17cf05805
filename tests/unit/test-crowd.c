/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crowds of symbols against the same symbols as nodes of their own: the same words in SVG and in dumps, and pictures
 * that differ by no more than a sixteenth of a pixel can.
 */
#include "support-figure.h"

#include <cairo.h>
#include <math.h>

#include "render/paint-private.h"
#include "render/render.h"

#define COUNT 300
#define SIDE 120

static const RkSymbolLook looks[] = {
    {.style = {.fill = {TRUE, {0.2, 0.3, 0.6, 1}}, .opacity = 1}, .size = 30, .shape = "circle"},
    {.style = {.stroke = {TRUE, {0.9, 0.5, 0.1, 1}}, .stroke_width = 2, .opacity = 0.5}, .size = 60, .shape = "square"},
    {.style = {.fill = {TRUE, {0, 0.6, 0.1, 0.4}}, .stroke = {TRUE, {0, 0, 0, 1}}, .stroke_width = 1, .opacity = 0.7},
     .size = 90,
     .angle = 30,
     .shape = "triangle-up"},
};

static void fill(RkScene *scene, gboolean together)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    RkNode *frame = rk_scene_add_group(scene, rk_scene_root(scene), "frame", 10, 10);
    frame->group.width = frame->group.height = SIDE - 20;
    frame->group.clip = TRUE;
    double *x = rk_scene_array(scene, COUNT, sizeof *x), *y = rk_scene_array(scene, COUNT, sizeof *y);
    guint16 *look = rk_scene_array(scene, COUNT, sizeof *look);
    for (guint i = 0; i < COUNT; i++) {
        x[i] = g_rand_double_range(random, -20, SIDE);
        y[i] = g_rand_double_range(random, -20, SIDE);
        look[i] = (guint16)g_rand_int_range(random, 0, G_N_ELEMENTS(looks));
    }
    RkNode crowd = {.kind = RK_NODE_SYMBOLS, .symbols = {COUNT, x, y, look, looks, G_N_ELEMENTS(looks)}};
    if (together)
        rk_scene_add(scene, frame, RK_NODE_SYMBOLS)->symbols = crowd.symbols;
    for (guint i = 0; i < COUNT && !together; i++) {
        RkNode one = rk_scene_symbol(&crowd, i), *node = rk_scene_add(scene, frame, RK_NODE_SYMBOL);
        node->style = one.style;
        node->symbol = one.symbol;
    }
}

static void paint(const RkScene *scene, guint32 *pixels)
{
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((guchar *)pixels, CAIRO_FORMAT_RGB24, SIDE * 2, SIDE * 2, SIDE * 8);
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, 2, 2);
    rk_paint_scene(cairo, scene, FALSE);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

/* The edge of a symbol covers up to a sixteenth more or less of its pixels, and edges lie over edges. */
static void test_pixels(void **state)
{
    (void)state;
    static guint32 first[SIDE * SIDE * 4], second[SIDE * SIDE * 4];
    memset(first, 0xff, sizeof first);
    memset(second, 0xff, sizeof second);
    g_autoptr(RkScene) together = rk_scene_new(SIDE, SIDE), apart = rk_scene_new(SIDE, SIDE);
    fill(together, TRUE);
    fill(apart, FALSE);
    paint(together, first);
    paint(apart, second);
    guint most = 0, painted = 0;
    double sum = 0;
    for (guint i = 0; i < G_N_ELEMENTS(first); i++) {
        guint green = first[i] >> 8 & 0xff, other = second[i] >> 8 & 0xff;
        guint difference = green > other ? green - other : other - green;
        most = MAX(most, difference);
        sum += difference;
        painted += other != 0xff;
    }
    assert_true(painted > SIDE * SIDE);
    assert_true(most < 80);
    assert_true(sum / painted < 3);
}

static void test_same_words(void **state)
{
    (void)state;
    g_autoptr(RkScene) together = rk_scene_new(SIDE, SIDE), apart = rk_scene_new(SIDE, SIDE);
    fill(together, TRUE);
    fill(apart, FALSE);
    g_autofree char *first = rk_scene_dump(together), *second = rk_scene_dump(apart);
    assert_string_equal(first, second);
    static const char *const formats[] = {"svg", "scene-json", "pdf"};
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autoptr(GBytes) one = rk_render(rk_renderer_find(formats[i]), together, NULL, NULL);
        g_autoptr(GBytes) other = rk_render(rk_renderer_find(formats[i]), apart, NULL, NULL);
        assert_non_null(one);
        assert_true(g_bytes_equal(one, other));
    }
}

static void test_checked(void **state)
{
    (void)state;
    static const double place[2] = {5, NAN};
    static const guint16 look[2] = {0, 3};
    g_autoptr(RkScene) scene = rk_scene_new(SIDE, SIDE);
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_SYMBOLS);
    GError *error = NULL;
    node->symbols.count = 1;
    node->symbols.x = node->symbols.y = place;
    assert_false(rk_scene_check(scene, &error));
    assert_error(&error, "root > symbols 1: symbols have no look");
    node->symbols.look = looks;
    node->symbols.look_count = 3;
    assert_true(rk_scene_check(scene, &error));
    node->symbols.count = 2;
    assert_false(rk_scene_check(scene, &error));
    assert_error(&error, "root > symbols 1: x is not a finite number");
    node->symbols.looks = look;
    assert_false(rk_scene_check(scene, &error));
    assert_error(&error, "root > symbols 1: symbol 2 has no look");
}

static const RkNode *marks_of(RkScene *scene)
{
    return scene_group(scene, "mark-symbol role-mark", 0);
}

#define FIGURE(rows)                                                                                                   \
    "data: {sequence: {start: 0, stop: " rows ", as: a}}\n"                                                            \
    "transform:\n- {calculate: 'datum.a % 3', as: c}\n- {calculate: 'datum.a == 7 ? null : sin(datum.a)', as: b}\n"    \
    "flags: false\nmark: circle\nencoding:\n  x: {field: a, type: quantitative}\n  y: {field: b, type: "               \
    "quantitative}\n"                                                                                                  \
    "  color: {field: c, type: nominal}\n"

static void test_figure(void **state)
{
    (void)state;
    g_autoptr(RkScene) few = draw_figure(FIGURE("19000"));
    assert_true(count_nodes(marks_of(few), RK_NODE_SYMBOL) >= 18999);
    g_autoptr(RkScene) many = draw_figure(FIGURE("21000"));
    const RkNode *group = marks_of(many), *crowd = group->group.first;
    assert_int_equal(crowd->kind, RK_NODE_SYMBOLS);
    assert_null(crowd->next);
    assert_int_equal(crowd->symbols.count, 20999);
    assert_string_equal(group->meaning.label, "20999 symbols: a, b");
    /* Rows 0 and 3 are of one colour, row 1 is of another; row 7 has no place. */
    RkNode first = rk_scene_symbol(crowd, 0), second = rk_scene_symbol(crowd, 1), fourth = rk_scene_symbol(crowd, 3);
    assert_memory_equal(&first.style.fill.color, &fourth.style.fill.color, sizeof(RkColor));
    assert_memory_not_equal(&first.style.fill.color, &second.style.fill.color, sizeof(RkColor));
    assert_true(crowd->symbols.x[7] > crowd->symbols.x[6] + 1.5 * (crowd->symbols.x[6] - crowd->symbols.x[5]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pixels),
        cmocka_unit_test(test_same_words),
        cmocka_unit_test(test_checked),
        cmocka_unit_test(test_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
