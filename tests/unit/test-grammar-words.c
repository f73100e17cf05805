/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words in corners of the grammar: unknown ones are refused with the nearest, and names that nobody has, or asks for,
 * are told.
 */
#include "support-figure.h"

#define HEAD "$schema: https://vega.github.io/schema/vega-lite/v6.json\ndata: {values: [{g: x, v: 1}, {g: y, v: 2}]}\n"
#define PLACES "encoding: {x: {field: g}, y: {field: v, type: quantitative}}\n"
#define POINTS "mark: point\n" PLACES

static void unknown_words(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "resolve: {scale: {colour: independent}}\n" POINTS,
                        "figure.yaml:3:19: unknown key \"colour\" in resolve.scale (did you mean \"color\"?)");
    assert_figure_fails(HEAD "resolve: {axis: {color: independent}}\n" POINTS,
                        "figure.yaml:3:18: unknown key \"color\" in resolve.axis (known keys: x, y)");
    assert_figure_fails(HEAD "config: {style: {foo: {colr: red}}}\n" POINTS,
                        "figure.yaml:3:24: unknown key \"colr\" in config.style.foo (did you mean \"color\"?)");
    assert_figure_fails(HEAD "params: [{name: p, value: 3, bind: {input: rnge}}]\n" POINTS,
                        "figure.yaml:3:44: params[0].bind.input cannot be \"rnge\" (did you mean \"range\"?)");
    assert_figure_fails(HEAD "params: [{name: p, select: {type: interval, encodings: [colr]}}]\n" POINTS,
                        "figure.yaml:3:57: params[0].select.encodings[0] cannot be \"colr\" (did you mean \"color\"?)");
    assert_figure_fails(HEAD "params: [{name: p, select: {type: interval, mark: {fil: red}}}]\n" POINTS,
                        "figure.yaml:3:52: unknown key \"fil\" in params[0].select.mark (did you mean \"fill\"?)");
    assert_figure_fails(HEAD
                        "params: [{name: p, select: {type: point, fields: [g]}, bind: {g: {inptu: text}}}]\n" POINTS,
                        "figure.yaml:3:67: unknown key \"inptu\" in params[0].bind.g (did you mean \"input\"?)");
}

static void names_without_an_owner(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "config: {range: {catgory: [red]}}\n" POINTS,
                        "figure.yaml:3:18: warning: no scale asks for the range \"catgory\" (did you mean "
                        "\"category\"?)");
    assert_figure_warns(HEAD "config: {style: {mine: {color: red}}}\nmark: {type: point, style: mime}\n" PLACES,
                        "figure.yaml:4:28: warning: config.style has no \"mime\" (did you mean \"mine\"?)");
    assert_figure_warns(HEAD "config: {style: {mine: {color: red}}}\nmark: {type: point, style: [mine, bar]}\n" PLACES,
                        "");
    assert_figure_warns(HEAD "name: chart\nparams: [{name: p, value: 1, views: [chrt]}]\n" POINTS,
                        "figure.yaml:4:38: warning: there is no view \"chrt\" (did you mean \"chart\"?)");
}

static void steps_without_bands(void **state)
{
    (void)state;
    assert_figure_warns(
        HEAD "height: {step: 20}\n" POINTS,
        "figure.yaml:3:9: warning: a step has no effect where channel y is continuous (give a number of "
        "pixels)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_words),
        cmocka_unit_test(names_without_an_owner),
        cmocka_unit_test(steps_without_bands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
