/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours against published values: CSS Color Level 4 for notations, WCAG 2.1 and WebAIM's checker for contrast, the
 * OKLab coordinates of the sRGB primaries as Björn Ottosson's definition gives them (printed in CSS Color Level 4).
 */
#include "unit.h"

#include "scene/color.h"
#include "support-near.h"

#include <math.h>
#include <string.h>

static RkColor parse(const char *text)
{
    RkColor color;
    assert_true(rk_color_parse(text, &color));
    return color;
}

static void test_notations(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *hex;
        double alpha;
    } cases[] = {
        {"rebeccapurple", "#663399", 1},
        {"aliceblue", "#f0f8ff", 1},
        {"yellowgreen", "#9acd32", 1},
        {"lightgoldenrodyellow", "#fafad2", 1},
        {" Tomato ", "#ff6347", 1},
        {"DarkSlateGrey", "#2f4f4f", 1},
        {"transparent", "#000000", 0},
        {"#abc", "#aabbcc", 1},
        {"#ABCD", "#aabbcc", 0xdd / 255.0},
        {"#1B1F24", "#1b1f24", 1},
        {"#11223380", "#112233", 0x80 / 255.0},
        {"rgb(255, 99,71)", "#ff6347", 1},
        {"rgb(255 99 71 / 25%)", "#ff6347", 0.25},
        {"rgba(300,-5,0,.5)", "#ff0000", 0.5},
        {"rgb(100%, 0%, 50%)", "#ff0080", 1},
        /* The examples of CSS Color Level 4, section 7. */
        {"hsl(120deg 100% 50%)", "#00ff00", 1},
        {"hsl(120deg 100% 25%)", "#008000", 1},
        {"hsl(120, 75%, 75%)", "#8fef8f", 1},
        {"hsla(-360, 100%, 50%, 2)", "#ff0000", 1},
        {"hsl(480, 100%, 50%)", "#00ff00", 1},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char buffer[8];
        RkColor color = parse(cases[i].text);
        assert_string_equal(rk_color_write(color, buffer), cases[i].hex);
        assert_near(color.alpha, cases[i].alpha, 1e-12);
    }
}

static void test_refused(void **state)
{
    (void)state;
    static const char *const cases[] = {"",
                                        "reddish",
                                        "#12",
                                        "#12345",
                                        "#1234567",
                                        "#12345g",
                                        "rgb(1,2)",
                                        "rgb(1,2,3",
                                        "rgb(1,2,3,4,5)",
                                        "rgb(1,2,x)",
                                        "rgb(1,2,3) ;",
                                        "rgb(NaN,0,0)",
                                        "rgb(,1,2,3)",
                                        "hsl(1,2,3)",
                                        "hsl(10%,20%,30%)",
                                        "hwb(1 2% 3%)",
                                        "url(#a)",
                                        "none"};
    RkColor color = {0.25, 0.5, 0.75, 1};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_false(rk_color_parse(cases[i], &color));
    assert_false(rk_color_parse(NULL, &color));
    g_autofree char *longer = g_strnfill(5000, '(');
    assert_false(rk_color_parse(longer, &color));
}

static void test_paints(void **state)
{
    (void)state;
    RkColor color;
    assert_true(rk_color_parse_paint("none", &color));
    assert_near(color.alpha, 0, 0);
    assert_true(rk_color_parse_paint("currentColor", &color));
    assert_near(color.red + color.green + color.blue, 0, 0);
    assert_near(color.alpha, 1, 0);
    assert_true(rk_color_parse_paint("red", &color));
    assert_false(rk_color_parse_paint("nothing", &color));
    assert_false(rk_color_parse_paint(NULL, &color));
}

static void test_contrast(void **state)
{
    (void)state;
    RkColor white = parse("white");
    assert_near(rk_color_contrast(white, parse("black")), 21, 1e-9);
    assert_near(rk_color_contrast(parse("black"), white), 21, 1e-9);
    assert_near(rk_color_contrast(white, white), 1, 1e-12);
    /* WebAIM: the lightest grey that passes AA on white, and the darkest that fails. */
    assert_near(rk_color_contrast(parse("#767676"), white), 4.54, 0.005);
    assert_near(rk_color_contrast(parse("#777777"), white), 4.48, 0.005);
    assert_near(rk_color_contrast(parse("#0000ff"), white), 8.59, 0.005);
    /* The coefficients of the definition. */
    assert_near(rk_color_luminance(parse("red")), 0.2126, 1e-9);
    assert_near(rk_color_luminance(parse("lime")), 0.7152, 1e-9);
}

static void test_oklab(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double lab[3];
    } primaries[] = {
        {"red", {0.62796, 0.22486, 0.12585}},
        {"lime", {0.86644, -0.23389, 0.17950}},
        {"blue", {0.45201, -0.03246, -0.31153}},
        {"white", {1, 0, 0}},
        {"black", {0, 0, 0}},
    };
    for (guint i = 0; i < G_N_ELEMENTS(primaries); i++) {
        for (guint j = 0; j < G_N_ELEMENTS(primaries); j++) {
            double sum = 0;
            for (guint k = 0; k < 3; k++)
                sum += pow(primaries[i].lab[k] - primaries[j].lab[k], 2);
            double distance = rk_color_distance(parse(primaries[i].name), parse(primaries[j].name));
            assert_near(distance, sqrt(sum), 3e-5);
        }
    }
}

static void test_mix(void **state)
{
    (void)state;
    char buffer[8];
    /* Lightness 0.5 is 0.125 of the light: 1.055 × 0.125^(1/2.4) − 0.055 = 0.38857, times 255 = 99.09. */
    assert_string_equal(rk_color_write(rk_color_mix(parse("black"), parse("white"), 0.5), buffer), "#636363");
    /* color-mix(in oklab, red, blue) of CSS Color Level 5, as browsers compute it. */
    assert_string_equal(rk_color_write(rk_color_mix(parse("red"), parse("blue"), 0.5), buffer), "#8c53a2");
    assert_string_equal(rk_color_write(rk_color_mix(parse("#2b5c97"), parse("#e78c20"), 0), buffer), "#2b5c97");
    assert_string_equal(rk_color_write(rk_color_mix(parse("#2b5c97"), parse("#e78c20"), 1), buffer), "#e78c20");
    assert_near(rk_color_mix(parse("#0000"), parse("#000f"), 0.25).alpha, 0.25, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notations), cmocka_unit_test(test_refused), cmocka_unit_test(test_paints),
        cmocka_unit_test(test_contrast),  cmocka_unit_test(test_oklab),   cmocka_unit_test(test_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
