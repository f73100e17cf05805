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
    assert_figure_warns(
        HEAD "name: chart\nparams: [{name: p, select: point, views: [chrt]}]\n" POINTS,
        "figure.yaml:4:10: note: the picture is static: selections are drawn as they begin, "
        "controls and handles are not\nfigure.yaml:4:43: warning: there is no view \"chrt\" (did you mean \"chart\"?)");
}

static void steps_without_bands(void **state)
{
    (void)state;
    assert_figure_warns(
        HEAD "height: {step: 20}\n" POINTS,
        "figure.yaml:3:9: warning: a step has no effect where channel y is continuous (give a number of "
        "pixels)");
}

#define BARS "mark: bar\n" PLACES

static void wrong_values(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: {type: bar, tooltip: {contant: data}}\n" PLACES,
                        "figure.yaml:3:29: unknown key \"contant\" in mark.tooltip (did you mean \"content\"?)");
    assert_figure_fails(HEAD "mark: {type: bar, cursor: pointr}\n" PLACES,
                        "figure.yaml:3:27: mark.cursor cannot be \"pointr\" (did you mean \"pointer\"?)");
    assert_figure_fails(HEAD "config: {text: {fontWeight: 5}}\n" BARS,
                        "figure.yaml:3:29: there are no letters of weight 5 (write 100, 200 … 900, normal or bold)");
    assert_figure_fails(
        HEAD "config: {errorbar: {extent: sd}}\n" BARS,
        "figure.yaml:3:29: config.errorbar.extent cannot be \"sd\" (known words: ci, iqr, stderr, stdev)");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: g}, size: {value: big}}\n",
                        "figure.yaml:4:41: encoding.size.value must be a number, not a text");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {value: widht}}\n",
                        "figure.yaml:4:23: encoding.x.value cannot be \"widht\" (did you mean \"width\"?)");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: g}, color: {value: red, condition: {value: blue}}}\n",
                        "figure.yaml:4:58: encoding.color.condition needs the key \"test\" or \"param\" (expression or "
                        "predicate that rows must pass)");
    assert_figure_fails(
        HEAD "mark: point\nencoding: {x: {field: g, axis: {labelColor: {}}}}\n",
        "figure.yaml:4:45: encoding.x.axis.labelColor needs the key \"condition\" or \"expr\" (another value for some "
        "ticks)");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: g, axis: {labelFontSize: {value: big}}}}\n",
                        "figure.yaml:4:56: encoding.x.axis.labelFontSize.value must be null or a number, not a text");
    assert_figure_fails(
        HEAD "mark: {type: bar, href: \"javascript:alert(1)\"}\n" PLACES,
        "figure.yaml:3:25: \"javascript:alert(1)\" is no link that a picture may have (write a link that "
        "is relative, or begins with https: or mailto:)");
}

static void maps_that_say_nothing(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: {}}}\n",
                        "figure.yaml:4:23: encoding.x.field needs the key \"repeat\" (the field of a repetition, which "
                        "is not drawn; of all others write the name)");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {datum: {value: 3}}}\n",
                        "figure.yaml:4:24: unknown key \"value\" in encoding.x.datum (known keys: repeat, date, day, "
                        "hours, milliseconds, minutes, month, quarter, seconds, utc, year)");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: v, type: quantitative, scale: {domain: {}}}}\n",
                        "figure.yaml:4:62: encoding.x.scale.domain needs the key \"param\" or \"unionWith\" (selection "
                        "that a reader would make; its first extent is drawn)");
    assert_figure_fails(
        HEAD "mark: point\nencoding: {x: {field: v}, opacity: {value: 1, condition: {test: 'true'}}}\n",
        "figure.yaml:4:58: encoding.opacity.condition needs the key \"value\" or \"field\" or \"datum\" "
        "or \"aggregate\"");
    assert_figure_fails(
        HEAD "mark: point\nencoding: {x: {field: g, axis: {gridDash: {value: [1], condition: {test: 'true'}}}}}\n",
        "figure.yaml:4:67: encoding.x.axis.gridDash.condition needs the key \"value\" or \"expr\" (the property of "
        "those "
        "ticks)");
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: {field: v, bin: {extent: []}}}\n",
                        "figure.yaml:4:40: encoding.x.bin.extent must have 2 items, not 0 (least and greatest value to "
                        "bin)");
}

static void wrong_kinds(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "config: {scale: {invalid: {x: {value: [3]}}}}\n" BARS,
                        "figure.yaml:3:39: config.scale.invalid.x.value must be a number or a text, not a list");
    assert_figure_fails(HEAD "config: {scale: {invalid: {opacity: {value: 2}}}}\n" BARS,
                        "figure.yaml:3:45: 2 is no number from 0 to 1");
    assert_figure_fails(HEAD "mark: {type: bar, color: null}\n" PLACES,
                        "figure.yaml:3:26: mark.color must be a text or a map, not null");
    assert_figure_fails(
        HEAD "config: {legend: {layout: {right: {ancor: end}}}}\n" BARS,
        "figure.yaml:3:36: unknown key \"ancor\" in config.legend.layout.right (did you mean \"anchor\"?)");
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: {field: g}, y: {aggregate: values, type: quantitative}}\n",
                        "figure.yaml:4:42: what \"values\" gives for channel y is text, which cannot be quantitative "
                        "(write mean, sum, count …)");
    assert_figure_fails(HEAD "config: {axis: {gridWidth: -1}}\n" BARS,
                        "figure.yaml:3:28: -1 is no size: sizes begin with 0");
    assert_figure_fails(
        HEAD "transform: [{filter: {field: v, lt: true}}]\n" BARS,
        "figure.yaml:3:37: transform[0].filter.lt must be a number, a text or a map, not true or false");
    assert_figure_fails(HEAD "transform: [{filter: {field: v, gt: {year: 2020, utc: 1}}}]\n" BARS,
                        "figure.yaml:3:55: transform[0].filter.gt.utc must be true or false, not a number");
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: {field: g, sort: {field: v, op: summ}}, y: {field: v}}\n",
                        "figure.yaml:4:47: unknown operation \"summ\" (did you mean \"sum\"?)");
    assert_figure_fails(
        HEAD "mark: bar\nencoding: {x: {field: g, sort: {field: v, op: values}}, y: {field: v}}\n",
        "figure.yaml:4:47: the operation \"values\" gives nothing to sort by (write min, max, mean, sum …)");
    assert_figure_fails(HEAD
                        "mark: bar\nencoding: {x: {field: v, type: quantitative, scale: {domain: [{param: p}]}}}\n",
                        "figure.yaml:4:63: a list of values has no selection in it (write it without the brackets)");
}

static void wrong_scales(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "params: [{name: brush, select: interval}]\nmark: point\nencoding: {x: {field: v, type: "
                             "quantitative, scale: {domain: {param: brsh}}}}\n",
                        "figure.yaml:5:70: there is no parameter \"brsh\" (did you mean \"brush\"?)");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: v, type: quantitative, scale: {type: log, domain: [0, "
                             "9]}}}\n",
                        "figure.yaml:4:74: channel x: a log scale needs values that are all above or all below zero "
                        "(another domain, or a linear or symlog scale)");
    assert_figure_fails(
        HEAD "mark: point\nencoding: {x: {field: v, type: quantitative, scale: {range: [null, 9]}}}\n",
        "figure.yaml:4:62: the range of a position is made of numbers, not of null (write [from, to] in "
        "pixels)");
}

static void predicates_compare_once(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "transform: [{filter: {field: v, gt: 0, lt: 2}}]\n" BARS,
                        "figure.yaml:3:40: a predicate compares once, and this one has \"gt\" and \"lt\" (write a "
                        "predicate for each within {and: […]})");
}

static void one_source_a_channel(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: g}, color: {field: g, value: red}}\n",
                        "figure.yaml:4:52: a channel shows one thing, and this one has \"field\" and \"value\" (leave "
                        "one of them out)");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: g, datum: 3}}\n",
                        "figure.yaml:4:33: a channel shows one thing, and this one has \"field\" and \"datum\" (leave "
                        "one of them out)");
}

static void numbers_beyond_their_ends(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: {type: bar, opacity: 5}\n" PLACES, "figure.yaml:3:28: 5 is no number from 0 to 1");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: g}, size: {value: -5}}\n",
                        "figure.yaml:4:41: -5 is no size: sizes begin with 0");
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: v, type: quantitative, scale: {domain: [3]}}}\n",
                        "figure.yaml:4:62: channel x: a domain of one number has no end (write [from, to])");
    assert_figure_warns(
        HEAD "mark: point\nencoding: {x: {field: v, type: quantitative, scale: {domain: [5, 5]}}}\n",
        "figure.yaml:4:62: warning: channel x: the domain ends where it begins, at 5 (write [from, to])");
}

static void styles_of_guides(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "config: {style: {mine: {labelColor: red}}}\nmark: bar\nencoding: {x: {field: g, axis: "
                             "{style: mime}}}\n",
                        "figure.yaml:5:40: warning: config.style has no \"mime\" (did you mean \"mine\"?)");
    assert_figure_warns(
        HEAD "config: {style: {mine: {color: red}}}\ntitle: {text: t, style: mime}\nview: {style: mini}\n" BARS,
        "figure.yaml:4:25: warning: config.style has no \"mime\" (did you mean \"mine\"?)\n"
        "figure.yaml:5:15: warning: config.style has no \"mini\" (did you mean \"mine\"?)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_words),         cmocka_unit_test(names_without_an_owner),
        cmocka_unit_test(steps_without_bands),   cmocka_unit_test(wrong_values),
        cmocka_unit_test(maps_that_say_nothing), cmocka_unit_test(wrong_kinds),
        cmocka_unit_test(wrong_scales),          cmocka_unit_test(predicates_compare_once),
        cmocka_unit_test(one_source_a_channel),  cmocka_unit_test(numbers_beyond_their_ends),
        cmocka_unit_test(styles_of_guides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
