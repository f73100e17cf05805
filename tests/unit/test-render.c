/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random drawings, from plain to absurd: either the check refuses them, or every format makes a file of them. The seed
 * is fixed, so a failure can be had again.
 */
#include "unit.h"

#include "render/render.h"
#include "scene/symbol.h"
#include "support-measure.h"

#include <math.h>
#include <string.h>

#define SCENES 150
#define LARGEST_DEPTH 4

typedef struct {
    GRand *random;
    RkScene *scene;
    gboolean absurd;
} Maker;

static double any_number(Maker *maker, double least, double most)
{
    static const double odd[] = {0, -0.0, 1e-300, -1e-9, 1e6, -1e6, 999999.5, 1e7, -INFINITY, NAN, 0.5};
    if (maker->absurd && g_rand_int_range(maker->random, 0, 60) == 0)
        return odd[g_rand_int_range(maker->random, 0, (int)G_N_ELEMENTS(odd))];
    /* The far ends of what is allowed, more often than what is not. */
    if (maker->absurd && g_rand_int_range(maker->random, 0, 10) == 0)
        return g_rand_boolean(maker->random) ? most * 1e3 : least;
    return g_rand_double_range(maker->random, least, most);
}

static RkPaint any_paint(Maker *maker)
{
    return (RkPaint){g_rand_boolean(maker->random),
                     {g_rand_double(maker->random), g_rand_double(maker->random), g_rand_double(maker->random),
                      g_rand_boolean(maker->random) ? 1 : g_rand_double(maker->random)}};
}

static void any_style(Maker *maker, RkStyle *style)
{
    style->fill = any_paint(maker);
    style->stroke = any_paint(maker);
    style->stroke_width = any_number(maker, 0, 4);
    style->opacity = g_rand_boolean(maker->random) ? 1 : g_rand_double(maker->random);
    style->cap = (RkCap)g_rand_int_range(maker->random, 0, 3);
    style->join = (RkJoin)g_rand_int_range(maker->random, 0, 3);
    if (g_rand_int_range(maker->random, 0, 5) == 0) {
        const double dash[] = {any_number(maker, 1, 9), any_number(maker, 0, 9), 5};
        style->dash = rk_scene_numbers(maker->scene, dash, 3);
        style->dash_count = 3;
    }
}

static RkPath any_path(Maker *maker)
{
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_path_move(builder, any_number(maker, 0, 100), any_number(maker, 0, 100));
    for (int left = g_rand_int_range(maker->random, 0, 8); left > 0; left--) {
        double a = any_number(maker, 0, 100);
        double b = any_number(maker, 0, 100);
        double c = any_number(maker, -7, 7);
        double d = any_number(maker, -7, 7);
        switch (g_rand_int_range(maker->random, 0, 5)) {
        case 0:
            rk_path_move(builder, a, b);
            break;
        case 1:
            rk_path_line(builder, a, b);
            break;
        case 2:
            rk_path_curve(builder, a, b, c, d, b, a);
            break;
        case 3:
            rk_path_arc(builder, a, b, c, d, c);
            break;
        default:
            rk_path_close(builder);
        }
    }
    return rk_path_take(builder, maker->scene);
}

static void any_text(Maker *maker, RkNode *node)
{
    static const char *const texts[] = {"",     "Šalis\nantra eilutė", "<&>\"'", "−12,5 %", "日本", "\n\n", "a  b ",
                                        "مرحبا"};
    node->text.x = any_number(maker, 0, 200);
    node->text.y = any_number(maker, 0, 100);
    node->text.lines =
        rk_scene_lines(maker->scene, texts[g_rand_int_range(maker->random, 0, (int)G_N_ELEMENTS(texts))]);
    node->text.font = (RkFont){NULL, any_number(maker, 0, 30), (guint)g_rand_int_range(maker->random, 0, 1000),
                               g_rand_boolean(maker->random), g_rand_boolean(maker->random)};
    node->text.align = (RkAlign)g_rand_int_range(maker->random, 0, 3);
    node->text.baseline = (RkBaseline)g_rand_int_range(maker->random, 0, 4);
    node->text.angle = g_rand_boolean(maker->random) ? 0 : any_number(maker, -180, 180);
    node->text.line_height = any_number(maker, 0, 30);
}

static void any_crowd(Maker *maker, RkNode *node)
{
    guint count = (guint)g_rand_int_range(maker->random, 1, 9);
    double *places = rk_scene_array(maker->scene, 2 * count, sizeof *places);
    RkSymbolLook *look = rk_scene_array(maker->scene, 1, sizeof *look);
    for (guint i = 0; i < 2 * count; i++)
        places[i] = any_number(maker, 0, 100);
    any_style(maker, &look->style);
    look->size = any_number(maker, 0, 200);
    look->angle = any_number(maker, -90, 90);
    look->shape = rk_symbol_names()[g_rand_int_range(maker->random, 0, 12)];
    node->symbols.count = count;
    node->symbols.x = places;
    node->symbols.y = places + count;
    node->symbols.look = look;
    node->symbols.look_count = 1;
}

static void any_geometry(Maker *maker, RkNode *node)
{
    double numbers[4];
    for (guint i = 0; i < 4; i++)
        numbers[i] = any_number(maker, 0, 100);
    switch (node->kind) {
    case RK_NODE_GROUP:
        node->group.x = numbers[0];
        node->group.y = numbers[1];
        node->group.width = numbers[2];
        node->group.height = numbers[3];
        node->group.clip = g_rand_boolean(maker->random);
        break;
    case RK_NODE_RECT:
        memcpy(&node->rect.x, numbers, sizeof numbers);
        node->rect.corner_radius[1] = any_number(maker, -5, 50);
        break;
    case RK_NODE_PATH:
        node->path.x = numbers[0];
        node->path.path = any_path(maker);
        break;
    case RK_NODE_SYMBOL:
        node->symbol.x = numbers[0];
        node->symbol.y = numbers[1];
        node->symbol.size = numbers[2];
        node->symbol.angle = numbers[3];
        node->symbol.shape = rk_symbol_names()[g_rand_int_range(maker->random, 0, 12)];
        break;
    case RK_NODE_RULE:
        memcpy(&node->rule.x, numbers, sizeof numbers);
        break;
    case RK_NODE_TEXT:
        any_text(maker, node);
        break;
    case RK_NODE_SYMBOLS:
        any_crowd(maker, node);
        break;
    }
}

static void fill_group(Maker *maker, RkNode *group, guint depth)
{
    for (int left = g_rand_int_range(maker->random, 0, 8); left > 0; left--) {
        RkNodeKind kind = (RkNodeKind)g_rand_int_range(maker->random, 0, 7);
        RkNode *node = rk_scene_add(maker->scene, group, kind);
        any_style(maker, &node->style);
        any_geometry(maker, node);
        if (g_rand_int_range(maker->random, 0, 9) == 0)
            node->meaning.href = "https://example.org/";
        if (kind == RK_NODE_GROUP && depth < LARGEST_DEPTH)
            fill_group(maker, node, depth + 1);
    }
}

static void assert_well_formed(GBytes *svg)
{
    static const GMarkupParser nothing = {0};
    g_autoptr(GMarkupParseContext) parser = g_markup_parse_context_new(&nothing, 0, NULL, NULL);
    const char *text = g_bytes_get_data(svg, NULL);
    assert_true(g_markup_parse_context_parse(parser, text, (gssize)g_bytes_get_size(svg), NULL));
    assert_true(g_markup_parse_context_end_parse(parser, NULL));
    assert_null(g_strstr_len(text, (gssize)g_bytes_get_size(svg), "NaN"));
    assert_null(g_strstr_len(text, (gssize)g_bytes_get_size(svg), "Infinity"));
}

/* Whether the scene could be drawn. */
static gboolean draw(const RkScene *scene)
{
    GError *error = NULL;
    if (!rk_scene_check(scene, &error)) {
        assert_true(g_error_matches(error, RK_ERROR, RK_ERROR_DATA));
        g_error_free(error);
        return FALSE;
    }
    for (const RkRenderer *const *renderer = rk_renderers(); *renderer != NULL; renderer++) {
        g_autoptr(GBytes) bytes = rk_render(*renderer, scene, NULL, &error);
        if (bytes == NULL)
            fail_msg("%s: %s", (*renderer)->name, error->message);
        assert_true(g_bytes_get_size(bytes) > 0);
        if (strcmp((*renderer)->name, "svg") == 0)
            assert_well_formed(bytes);
    }
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    rk_scene_lint(scene, fake_measurer(), diagnostics);
    return TRUE;
}

static guint draw_many(gboolean absurd)
{
    guint drawn = 0;
    for (guint32 seed = 1; seed <= SCENES; seed++) {
        Maker maker = {g_rand_new_with_seed(seed), rk_scene_new(200, 100), absurd};
        if (seed % 2 == 0)
            rk_scene_root(maker.scene)->style.fill = (RkPaint){TRUE, {1, 1, 1, 1}};
        fill_group(&maker, rk_scene_root(maker.scene), 0);
        drawn += draw(maker.scene);
        rk_scene_unref(maker.scene);
        g_rand_free(maker.random);
    }
    return drawn;
}

static void test_plain(void **state)
{
    (void)state;
    assert_int_equal(draw_many(FALSE), SCENES);
}

static void test_absurd(void **state)
{
    (void)state;
    guint drawn = draw_many(TRUE);
    assert_in_range(drawn, 1, SCENES - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain), cmocka_unit_test(test_absurd)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
