/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SVG: the whole file for a small scene, worked out by hand; escapes, clips, arcs, links; the same bytes
 * always, also in a batch and from several threads.
 */
#include "unit.h"

#include "render/render.h"

#include <string.h>

static char *render_text(const char *format, const RkScene *scene)
{
    GError *error = NULL;
    g_autoptr(GBytes) bytes = rk_render(rk_renderer_find(format), scene, NULL, &error);
    if (bytes == NULL)
        fail_msg("%s", error->message);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static RkNode *add_text(RkScene *scene, RkNode *parent, double x, double y, const char *text)
{
    RkNode *node = rk_scene_add(scene, parent, RK_NODE_TEXT);
    node->text.x = x;
    node->text.y = y;
    node->text.lines = rk_scene_lines(scene, text);
    node->text.font = (RkFont){.size = 10, .weight = 400};
    node->text.line_height = 12.5;
    node->style.fill = (RkPaint){TRUE, {0, 0, 0, 1}};
    return node;
}

static RkNode *add_rect(RkScene *scene, RkNode *parent, double x, double width, RkColor color)
{
    RkNode *node = rk_scene_add(scene, parent, RK_NODE_RECT);
    node->rect.x = x;
    node->rect.width = width;
    node->rect.height = 5;
    node->style.fill = (RkPaint){TRUE, color};
    node->meaning = (RkMeaning){NULL, "graphics-symbol", "bar", "Share: 5", NULL, FALSE};
    return node;
}

static void test_whole_file(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(120.5, 50);
    rk_scene_set_document(scene, "A < B", NULL, "lt");
    RkNode *marks = rk_scene_add_group(scene, rk_scene_root(scene), "mark-rect role-mark marks", 10, 20.256);
    marks->meaning.role = "graphics-symbol";
    marks->meaning.role_description = "rect mark container";
    add_rect(scene, marks, 0, 10.126, (RkColor){1, 0, 0, 1});
    add_rect(scene, marks, 10.126, 5, (RkColor){1, 0, 0, 1});
    RkNode *labels = rk_scene_add_group(scene, rk_scene_root(scene), NULL, 0, 0);
    labels->meaning.hidden = TRUE;
    RkNode *text = add_text(scene, labels, 5, 6, "Rinka & Ko\n\"du\"");
    text->text.align = RK_ALIGN_RIGHT;
    text->text.angle = -90;
    text->text.font.tabular = TRUE;
    g_autofree char *file = render_text("svg", scene);
    /* The ids begin with the first 8 digits of SHA-256 of "A < B\n", as sha256sum gives them. */
    assert_string_equal(
        file, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"marks\" width=\"120.5\" height=\"50\" "
              "viewBox=\"0 0 120.5 50\" lang=\"lt\" role=\"graphics-document\" aria-roledescription=\"visualization\" "
              "aria-labelledby=\"rkcdc17561-title\" stroke-miterlimit=\"10\" text-rendering=\"geometricPrecision\" "
              "font-family=\"Inter, 'DejaVu Sans', sans-serif\" fill=\"none\">\n"
              "<title id=\"rkcdc17561-title\">A &lt; B</title>\n"
              "<g>\n"
              "<g class=\"mark-rect role-mark marks\" role=\"graphics-symbol\" "
              "aria-roledescription=\"rect mark container\" transform=\"translate(10,20.26)\" fill=\"#ff0000\">\n"
              "<path aria-label=\"Share: 5\" role=\"graphics-symbol\" aria-roledescription=\"bar\" "
              "d=\"M0,0H10.13V5H0Z\"/>\n"
              "<path aria-label=\"Share: 5\" role=\"graphics-symbol\" aria-roledescription=\"bar\" "
              "d=\"M10.13,0H15.13V5H10.13Z\"/>\n"
              "</g>\n"
              "<g aria-hidden=\"true\">\n"
              "<text x=\"5\" y=\"6\" transform=\"rotate(-90,5,6)\" fill=\"#000000\" font-size=\"10\" "
              "text-anchor=\"end\" style=\"font-variant-numeric:tabular-nums\"><tspan x=\"5\" y=\"6\">Rinka &amp; "
              "Ko</tspan><tspan x=\"5\" y=\"18.5\">&quot;du&quot;</tspan></text>\n"
              "</g>\n"
              "</g>\n"
              "</svg>\n");
}

static RkNode *add_path(RkScene *scene, RkPathBuilder *builder)
{
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_PATH);
    node->path.path = rk_path_take(builder, scene);
    return node;
}

static void assert_contains(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("%s\nis not in\n%s", part, text);
}

/* An arc from 0 to a right angle clockwise goes from (10, 0) to (0, 10), y downwards. */
static void test_arcs(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_path_arc(builder, 0, 0, 10, 0, G_PI / 2);
    add_path(scene, builder);
    rk_path_move(builder, 0, 0);
    rk_path_arc(builder, 0, 0, 10, 0, -1.5 * G_PI);
    rk_path_close(builder);
    add_path(scene, builder);
    rk_path_move(builder, 10, 0);
    rk_path_arc(builder, 0, 0, 10, 0, 2 * G_PI);
    rk_path_close(builder);
    RkNode *moved = add_path(scene, builder);
    moved->path.x = 20;
    RkNode *round = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RECT);
    round->rect.width = 10;
    round->rect.height = 6;
    round->rect.corner_radius[1] = 9; /* held to half of the height */
    g_autofree char *file = render_text("svg", scene);
    assert_contains(file, "d=\"M10,0A10,10,0,0,1,0,10\"");
    assert_contains(file, "d=\"M0,0L10,0A10,10,0,1,0,0,10Z\"");
    assert_contains(file, "d=\"M30,0A10,10,0,0,1,10,0A10,10,0,0,1,30,0Z\"");
    assert_contains(file, "d=\"M0,0L7,0A3,3,0,0,1,10,3L10,6L0,6L0,0Z\"");
}

static void test_groups(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    RkNode *root = rk_scene_root(scene);
    for (guint i = 0; i < 2; i++) {
        RkNode *panel = rk_scene_add_group(scene, root, "panel", 10.0 * i, 0);
        panel->group.clip = TRUE;
        panel->group.width = 30;
        panel->group.height = 20;
        panel->style.fill = (RkPaint){TRUE, {1, 1, 1, 0.5}};
        RkNode *rect = add_rect(scene, panel, 0, 1, (RkColor){0, 0, 1, 1});
        rect->meaning.href = "https://example.org/?a=1&b=2";
        rect->style.opacity = 0.5;
    }
    RkNode *symbol = rk_scene_add(scene, root, RK_NODE_SYMBOL);
    symbol->symbol.x = 7;
    symbol->symbol.shape = "square";
    symbol->symbol.size = 16;
    symbol->symbol.angle = 30;
    RkNode *rule = rk_scene_add(scene, root, RK_NODE_RULE);
    rule->rule.x2 = 9;
    rule->style.stroke = (RkPaint){TRUE, {0, 0, 0, 1}};
    rule->style.stroke_width = 1;
    rule->style.dash = (const double[]){4, 2.5};
    rule->style.dash_count = 2;
    add_text(scene, root, 0, 0, " two  spaces");
    g_autofree char *file = render_text("svg", scene);
    assert_contains(file, "<clipPath id=\"rk");
    assert_contains(file, "-clip1\"><path d=\"M0,0H30V20H0Z\"/></clipPath>\n<g clip-path=\"url(#rk");
    assert_null(strstr(file, "-clip2"));
    assert_contains(file, "<path class=\"background\" aria-hidden=\"true\" d=\"M0,0H30V20H0Z\" fill=\"#ffffff\" "
                          "fill-opacity=\"0.5\"/>");
    assert_contains(file, "<a href=\"https://example.org/?a=1&amp;b=2\">\n<path aria-label=\"Share: 5\"");
    assert_contains(file, "d=\"M0,0H1V5H0Z\" opacity=\"0.5\" fill=\"#0000ff\"/>\n</a>");
    assert_contains(file, "<path transform=\"translate(7,0)rotate(30)\" d=\"M-2,-2L2,-2L2,2L-2,2Z\"/>");
    assert_contains(file, "<line x1=\"0\" y1=\"0\" x2=\"9\" y2=\"0\" stroke=\"#000000\" stroke-dasharray=\"4,2.5\"/>");
    assert_contains(file, "xml:space=\"preserve\"");
}

static void test_families(void **state)
{
    (void)state;
    static const struct {
        const char *family;
        const char *expected;
    } cases[] = {{"Inter, DejaVu Sans, sans-serif", NULL},
                 {"Georgia, serif", " font-family=\"Georgia, serif\""},
                 {" 'Liberation Serif' ,, ", " font-family=\"'Liberation Serif', Inter, 'DejaVu Sans', sans-serif\""},
                 {"", NULL}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(RkScene) scene = rk_scene_new(100, 100);
        add_text(scene, rk_scene_root(scene), 0, 0, "text")->text.font.family = cases[i].family;
        g_autofree char *file = render_text("svg", scene);
        const char *text = strstr(file, "<text");
        if (cases[i].expected == NULL)
            assert_null(strstr(text, "font-family"));
        else
            assert_contains(text, cases[i].expected);
    }
}

/* GLib's parser knows less than XML, but it knows when tags do not match and when text is not escaped. */
static void test_hostile_texts(void **state)
{
    (void)state;
    static const char hostile[] = "]]></text></svg><script>alert('1')</script>&amp;&#x3c;\"'<!--";
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    rk_scene_set_document(scene, hostile, hostile, hostile);
    RkNode *text = add_text(scene, rk_scene_root(scene), 0, 0, hostile);
    text->text.font.family = hostile;
    text->meaning = (RkMeaning){hostile, hostile, hostile, hostile, "x?<\"'>", FALSE};
    g_autofree char *file = render_text("svg", scene);
    static const GMarkupParser nothing = {0};
    g_autoptr(GMarkupParseContext) parser = g_markup_parse_context_new(&nothing, 0, NULL, NULL);
    assert_true(g_markup_parse_context_parse(parser, file, -1, NULL));
    assert_true(g_markup_parse_context_end_parse(parser, NULL));
    assert_null(strstr(file, "<script"));
    GError *error = NULL;
    text->meaning.label = "\x1b[31m";
    assert_null(rk_render(rk_renderer_find("svg"), scene, NULL, &error));
    g_autofree char *message = rk_error_describe(error);
    assert_contains(message, ": label holds the control character U+001B");
    g_clear_error(&error);
}

static RkScene *sample_scene(guint number)
{
    RkScene *scene = rk_scene_new(200, 100);
    for (guint i = 0; i < 30; i++) {
        g_autofree char *label = g_strdup_printf("Šalis %u: %u,5", i, (i * 7 + number) % 30);
        RkNode *text = add_text(scene, rk_scene_root(scene), 3.0 * i, 3.0 * i, label);
        text->text.font.size = 8 + i % 3;
        text->text.baseline = (RkBaseline)(i % 4);
        text->text.angle = i % 5;
        add_rect(scene, rk_scene_root(scene), i, 7.3, (RkColor){0.1 * (i % 10), 0.5, 0.5, 0.9});
    }
    return scene;
}

static guint hash_of(const char *format, guint number)
{
    g_autoptr(RkScene) scene = sample_scene(number);
    g_autoptr(GBytes) bytes = rk_render(rk_renderer_find(format), scene, NULL, NULL);
    assert_non_null(bytes);
    return g_bytes_hash(bytes);
}

static const char *const formats[] = {"svg", "png", "pdf", "scene"};

/* One after the other, with different drawings between. */
static void test_same_in_batch(void **state)
{
    (void)state;
    for (guint format = 0; format < G_N_ELEMENTS(formats); format++) {
        guint first = hash_of(formats[format], 0);
        guint second = hash_of(formats[format], 1);
        assert_int_not_equal(first, second);
        for (guint i = 0; i < 100; i++) {
            assert_int_equal(hash_of(formats[format], 0), first);
            assert_int_equal(hash_of(formats[format], 1), second);
        }
    }
}

static gpointer render_some(gpointer data)
{
    guint differing = 0;
    const guint *expected = data;
    for (guint i = 0; i < 20; i++)
        for (guint format = 0; format < G_N_ELEMENTS(formats); format++)
            differing += hash_of(formats[format], i % 2) != expected[2 * format + i % 2];
    return GUINT_TO_POINTER(differing);
}

static void test_same_in_threads(void **state)
{
    (void)state;
    guint expected[2 * G_N_ELEMENTS(formats)];
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
        expected[i] = hash_of(formats[i / 2], i % 2);
    GThread *threads[4];
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("render", render_some, expected);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        assert_int_equal(GPOINTER_TO_UINT(g_thread_join(threads[i])), 0);
}

static void test_registry(void **state)
{
    (void)state;
    assert_null(rk_renderer_find("bmp"));
    assert_null(rk_renderer_find(NULL));
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
        assert_string_equal(rk_renderer_find(formats[i])->name, formats[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_file),      cmocka_unit_test(test_arcs),     cmocka_unit_test(test_groups),
        cmocka_unit_test(test_hostile_texts),   cmocka_unit_test(test_families), cmocka_unit_test(test_same_in_batch),
        cmocka_unit_test(test_same_in_threads), cmocka_unit_test(test_registry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
