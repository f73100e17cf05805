/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random figures over odd data: every one is drawn, with finite places that every format can write, or refused with an
 * error that says where. The seed is fixed, so a failure can be had again; what fails is printed whole.
 */
#include "support-figure.h"

#include <stdlib.h>

#define FIGURES 1500

typedef struct {
    GRand *random;
    GString *text;
} Maker;

static const char *any(Maker *maker, const char *const *words)
{
    return words[g_rand_int_range(maker->random, 0, (int)g_strv_length((char **)words))];
}

static gboolean one_in(Maker *maker, int count)
{
    return g_rand_int_range(maker->random, 0, count) == 0;
}

static const char *const marks[] = {"bar",  "line", "area", "point", "circle",  "square",   "rule",      "tick",
                                    "rect", "text", "arc",  "trail", "boxplot", "errorbar", "errorband", NULL};
static const char *const fields[] = {"name", "part", "value", "whole", "when", "same", NULL};
static const char *const types[] = {"quantitative", "nominal", "ordinal", "temporal", NULL};
static const char *const scales[] = {"linear", "log", "sqrt", "pow", "symlog", "time", "band", "point", NULL};
static const char *const others[] = {"color",       "size",  "opacity", "shape",  "detail", "strokeDash",
                                     "strokeWidth", "order", "text",    "fill",   "stroke", "xOffset",
                                     "yOffset",     "angle", "theta",   "radius", NULL};
static const char *const aggregates[] = {"sum", "mean", "count", "max", "median", NULL};
static const char *const sorts[] = {"null", "ascending", "descending", "-x", "y", "[b, a]", "{field: value, op: max}",
                                    NULL};
static const char *const numbers[] = {"0",    "1",     "-1",      "null", "1e-300", "1e300", "-1e15", "0.1",
                                      "1e15", "12345", "-0.0001", "3",    "NaN",    "7.5",   NULL};
static const char *const names[] = {"a", "b", "c", "null", "\"\"", "\"a name that is rather long for a label\"", NULL};

static const char *const flags[] = {"null", "null", "e", "bp", "c", "estimated", "z", "\"\"", "x7", NULL};

static void add_rows(Maker *maker)
{
    g_string_append(maker->text, "data:\n  values:\n");
    for (int rows = g_rand_int_range(maker->random, 0, 9); rows >= 0; rows--) {
        const char *number = any(maker, numbers);
        g_string_append_printf(
            maker->text, "    - {name: %s, part: %s, value: %s, flag: %s, whole: %d, when: \"20%02d-%02d\", same: 5}\n",
            any(maker, names), any(maker, names), strcmp(number, "NaN") == 0 ? "null" : number, any(maker, flags),
            g_rand_int_range(maker->random, -3, 4), g_rand_int_range(maker->random, 0, 30),
            g_rand_int_range(maker->random, 1, 13));
    }
    g_string_append(maker->text, "  format: {parse: {value: number, whole: number, when: date, name: string, part: "
                                 "string}}\n");
}

static void add_channel(Maker *maker, const char *channel)
{
    g_string_append_printf(maker->text, "  %s: {field: %s", channel, any(maker, fields));
    if (one_in(maker, 3))
        g_string_append_printf(maker->text, ", type: %s", any(maker, types));
    if (one_in(maker, 8))
        g_string_append_printf(maker->text, ", aggregate: %s", any(maker, aggregates));
    if (one_in(maker, 5))
        g_string_append_printf(maker->text, ", sort: %s", any(maker, sorts));
    gboolean main_channel = channel[1] == '\0';
    if (one_in(maker, 4))
        g_string_append_printf(maker->text, ", scale: {type: %s%s%s}", any(maker, scales),
                               one_in(maker, 4) ? ", reverse: true" : "", one_in(maker, 4) ? ", domain: [0, 10]" : "");
    if (main_channel && one_in(maker, 6))
        g_string_append_printf(maker->text, ", axis: %s", one_in(maker, 2) ? "null" : "{labelAngle: 30, orient: top}");
    if (main_channel && one_in(maker, 6))
        g_string_append_printf(maker->text, ", stack: %s", one_in(maker, 2) ? "normalize" : "center");
    g_string_append(maker->text, "}\n");
}

static void add_mark(Maker *maker)
{
    const char *mark = any(maker, marks);
    if (one_in(maker, 3))
        g_string_append_printf(maker->text, "mark: {type: %s, label: true}\n", mark);
    else
        g_string_append_printf(maker->text, "mark: %s\n", mark);
}

static void make(Maker *maker)
{
    static const char *const positions[] = {"x", "y", "x2", "y2"};
    static const int chance[] = {10, 10, 85, 85};
    g_string_assign(maker->text, "width: 400\n");
    if (one_in(maker, 4))
        g_string_append(maker->text, "title: A title\nheight: 120\n");
    if (one_in(maker, 5))
        g_string_append(maker->text, "highlight: {field: name, equal: a}\n");
    if (one_in(maker, 8))
        g_string_append(maker->text, "flags: {codes: {e: null, b: {sign: letter, text: \"†\"}, x: dubious}}\n");
    if (one_in(maker, 8))
        g_string_append(maker->text, "$schema: \"https://vega.github.io/schema/vega-lite/v6.json\"\n");
    add_rows(maker);
    add_mark(maker);
    g_string_append(maker->text, "encoding:\n");
    for (guint i = 0; i < G_N_ELEMENTS(positions); i++)
        if (g_rand_int_range(maker->random, 0, 100) >= chance[i])
            add_channel(maker, positions[i]);
    guint first = (guint)g_rand_int_range(maker->random, 0, (int)G_N_ELEMENTS(others) - 1);
    for (guint i = 0; i < 3 && first + i * 4 < G_N_ELEMENTS(others) - 1; i++)
        if (one_in(maker, 2))
            add_channel(maker, others[first + i * 4]);
    if (one_in(maker, 40))
        g_string_append(maker->text, "  nowhere: {field: name}\n");
}

static void check_drawn(const RkScene *scene, const char *text)
{
    static const char *const formats[] = {"svg", "png", "pdf"};
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        GError *error = NULL;
        RkRenderOptions options = {.scale = 0.2};
        g_autoptr(GBytes) bytes = rk_render(rk_renderer_find(formats[i]), scene, &options, &error);
        /* A label far outside makes a picture that is too large for pixels. */
        if (bytes == NULL && !g_error_matches(error, RK_ERROR, RK_ERROR_LIMIT)) {
            g_autofree char *described = rk_error_describe(error);
            fail_msg("%s: %s\n%s", formats[i], described, text);
        }
        g_clear_error(&error);
    }
}

static void check_refused(GError *error, const char *text)
{
    if (error->domain != RK_ERROR || *error->message == '\0')
        fail_msg("an error of nobody's: %s\n%s", error->message, text);
    if (g_strcmp0(rk_error_file(error), "figure.yaml") != 0 || rk_error_line(error) == 0)
        fail_msg("an error without a place: %s\n%s", error->message, text);
    if (strstr(error->message, "node") != NULL || strstr(error->message, "__") != NULL)
        fail_msg("an error about our own insides: %s\n%s", error->message, text);
}

static void every_figure_is_drawn_or_refused(void **state)
{
    (void)state;
    const char *seed = g_getenv("SEED");
    g_autoptr(GRand) random = g_rand_new_with_seed(seed != NULL ? (guint32)atoi(seed) : 1991);
    g_autoptr(GString) text = g_string_new(NULL);
    Maker maker = {random, text};
    guint drawn = 0;
    for (guint i = 0; i < FIGURES; i++) {
        GError *error = NULL;
        g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
        make(&maker);
        if (g_getenv("SHOW") != NULL)
            print_message("----\n%s", text->str);
        g_autoptr(RkScene) scene = try_figure(text->str, NULL, diagnostics, &error);
        assert_true((scene != NULL) == (error == NULL));
        if (scene != NULL)
            check_drawn(scene, text->str);
        else
            check_refused(error, text->str);
        g_clear_error(&error);
        drawn += scene != NULL;
    }
    /* The figures are not so odd that nothing is tested. */
    assert_true(drawn > FIGURES / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_is_drawn_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
