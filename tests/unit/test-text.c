/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text measurer against the published metrics of Inter and against FreeType's own advances; and texts that no house
 * font can write.
 */
#include "unit.h"

#include "render/render.h"
#include "support-near.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <string.h>

static gboolean has_inter(void)
{
    g_autofree char *fonts = rk_text_describe_fonts();
    return g_str_has_prefix(fonts, "house font: Inter\n");
}

/* Inter 3.19: 2816 units to the em, ascender 2728, descender -680, capitals 2048 (its hhea and OS/2 tables). */
static void test_metrics(void **state)
{
    (void)state;
    if (!has_inter())
        skip();
    RkTextExtents extents;
    RkTextMeasurer *measurer = rk_text_measurer();
    RkFont font = {.size = 28.16, .weight = 400};
    measurer->measure(measurer, &font, "", -1, &extents);
    assert_near(extents.width, 0, 0);
    assert_near(extents.ascent, 27.28, 0.001);
    assert_near(extents.descent, 6.80, 0.001);
    assert_near(extents.cap_height, 20.48, 0.001);
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    RkNode *text = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_TEXT);
    text->text.y = 50;
    text->text.lines = rk_scene_lines(scene, "A");
    text->text.font = font;
    text->text.baseline = RK_BASELINE_MIDDLE;
    g_autoptr(GBytes) file = rk_render(rk_renderer_find("svg"), scene, NULL, NULL);
    assert_non_null(g_strstr_len(g_bytes_get_data(file, NULL), (gssize)g_bytes_get_size(file), " y=\"60.24\""));
}

/* The advance of a text without kerning, by FreeType. */
static double freetype_width(const char *file, const char *text, double size)
{
    FT_Library library;
    FT_Face face;
    assert_int_equal(FT_Init_FreeType(&library), 0);
    assert_int_equal(FT_New_Face(library, file, 0, &face), 0);
    double units = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        assert_int_equal(FT_Load_Glyph(face, FT_Get_Char_Index(face, g_utf8_get_char(at)), FT_LOAD_NO_SCALE), 0);
        units += (double)face->glyph->metrics.horiAdvance;
    }
    double width = units * size / face->units_per_EM;
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    return width;
}

static void test_widths(void **state)
{
    (void)state;
    static const char regular[] = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
    static const char semibold[] = "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf";
    if (!has_inter() || !g_file_test(regular, G_FILE_TEST_EXISTS))
        skip();
    RkTextMeasurer *measurer = rk_text_measurer();
    RkFont font = {.size = 10.67, .weight = 400};
    assert_near(rk_text_width(measurer, &font, "HIHI"), freetype_width(regular, "HIHI", 10.67), 0.005);
    assert_near(rk_text_width(measurer, &font, "nnmn"), freetype_width(regular, "nnmn", 10.67), 0.005);
    font.weight = 600;
    assert_near(rk_text_width(measurer, &font, "HIHI"), freetype_width(semibold, "HIHI", 10.67), 0.005);
    RkFont twice = font;
    twice.size *= 2;
    assert_near(rk_text_width(measurer, &twice, "Lietuva"), 2 * rk_text_width(measurer, &font, "Lietuva"), 1e-9);
    RkTextExtents part;
    measurer->measure(measurer, &font, "HIxx", 2, &part);
    assert_near(part.width, rk_text_width(measurer, &font, "HI"), 1e-9);
    RkFont tabular = {.size = 10, .weight = 400, .tabular = TRUE};
    assert_near(rk_text_width(measurer, &tabular, "1111"), rk_text_width(measurer, &tabular, "0868"), 1e-9);
    RkFont plain = {.size = 10, .weight = 400};
    assert_true(rk_text_width(measurer, &plain, "1111") < rk_text_width(measurer, &plain, "0868") - 1);
}

static void test_strange_texts(void **state)
{
    (void)state;
    RkTextMeasurer *measurer = rk_text_measurer();
    RkFont font = {.size = 10, .weight = 400};
    assert_true(rk_text_width(measurer, &font, "\xff\xfe broken") > 0);
    assert_true(rk_text_width(measurer, &font, "two\nlines\u2029three") > 0);
    assert_true(rk_text_width(measurer, &font, "日本 العربية") > 10);
    g_autofree char *fonts = rk_text_describe_fonts();
    if (has_inter())
        assert_non_null(strstr(fonts, "\nsystem fonts used for: 日本 العربية\n"));
    font.size = NAN;
    assert_near(rk_text_width(measurer, &font, "text"), 0, 0);
    font = (RkFont){"No Such Family", 10, 0, TRUE, FALSE};
    assert_true(rk_text_width(measurer, &font, "text") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_metrics),
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_strange_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
