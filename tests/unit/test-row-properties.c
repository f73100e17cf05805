/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties of marks that follow the row and are no channel: what they do is compared with the reference elsewhere;
 * here stands what is refused or told, and letters too small or too large.
 */
#include "support-figure.h"

#define HEAD                                                                                                           \
    "$schema: https://vega.github.io/schema/vega-lite/v6.json\n"                                                       \
    "data: {values: [{a: 1, b: 2, c: p}, {a: 2, b: 1, c: q}]}\n"
#define PLACES "encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}\n"

static void they_move_texts(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = try_figure(HEAD "mark: {type: text, text: t, dx: {expr: 10 * datum.b}}\n"
                                               "encoding: {x: {value: 50}, y: {value: 50}}\n",
                                          NULL, NULL, NULL);
    assert_non_null(scene);
    const RkNode *first = scene_group(scene, "role-mark", 0)->group.first;
    assert_float_equal(first->text.x, 70, 1e-9);
    assert_float_equal(first->next->text.x, 60, 1e-9);
}

static void values_of_other_kinds_are_refused(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: {type: text, text: t, dx: {expr: datum.c}}\n" PLACES,
                        "figure.yaml:3:40: the expression of dx gives a text");
    assert_figure_fails(HEAD "mark: {type: text, text: t, dx: {expr: datum.nothing}}\n" PLACES,
                        "figure.yaml:3:46: there is no column \"nothing\" (there are: a, b, c)");
    assert_figure_fails(HEAD "mark: {type: text, text: t, dx: {expr: '1 +'}}\n" PLACES,
                        "figure.yaml:3:44: expected a value, found the end");
    assert_figure_fails(HEAD "mark: {type: bar, orient: {expr: datum.c}}\n" PLACES,
                        "figure.yaml:3:34: mark.orient cannot differ from row to row (give a constant, or an "
                        "expression over parameters)");
}

static void unknown_words_are_told(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: {type: text, text: t, align: {expr: datum.c}}\n" PLACES,
                        "figure.yaml:3:43: warning: align cannot be \"p\"; the usual stands instead");
}

static void shifted_outlines_and_words_of_selections(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: {type: bar, strokeOffset: 2}\n" PLACES,
                        "figure.yaml:3:19: warning: \"strokeOffset\" has no effect on the bar mark");
    assert_figure_fails(HEAD "mark: bar\nconfig: {selection: {interval: {zom: true}}}\n" PLACES,
                        "figure.yaml:4:33: unknown key \"zom\" in config.selection.interval (did you mean \"zoom\"?)");
}

static void letters_that_cannot_be_drawn_are_told(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: {type: text, text: t, fontSize: 0.25}\n" PLACES,
                        "figure.yaml:3:39: warning: letters smaller than 1 pixels are drawn with that size");
    assert_figure_warns(HEAD "mark: point\nconfig: {axis: {labelFontSize: 0}}\n" PLACES,
                        "figure.yaml:4:32: warning: letters smaller than 1 pixels are drawn with that size");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_move_texts),
        cmocka_unit_test(values_of_other_kinds_are_refused),
        cmocka_unit_test(unknown_words_are_told),
        cmocka_unit_test(shifted_outlines_and_words_of_selections),
        cmocka_unit_test(letters_that_cannot_be_drawn_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
