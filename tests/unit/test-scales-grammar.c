/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scales as the grammar has them against vega-scale (tests/oracle/plot-scales.mjs): moments, logarithms, classes,
 * bands.
 */
#include "unit.h"

#include "../oracle/plot-scales.h"
#include "plot/scale.h"
#include "support-near.h"

#include <math.h>
#include <stdlib.h>

static RkPlotting grammar = {.vega_lite = TRUE};

static RkScale scale_of(const char *type, double low, double high)
{
    RkScale scale = {.type = rk_scale_type_find(type), .plotting = &grammar, .base = 10, .exponent = 1, .constant = 1};
    assert_non_null(scale.type);
    scale.domain[0] = low;
    scale.domain[1] = high;
    return scale;
}

/** The numbers of a text, one after the other, against values that agree to eleven digits. */
static void assert_list(const double *values, guint count, const char *expected, const char *what)
{
    char *end = (char *)expected;
    for (guint i = 0; i < count; i++) {
        double wanted = g_ascii_strtod(end, &end);
        if (!(fabs(values[i] - wanted) <= 1e-11 * fabs(wanted)))
            fail_msg("%s: value %u is %.17g, not %.17g", what, i, values[i], wanted);
    }
    if (*end != '\0')
        fail_msg("%s: more than %u values are expected: %s", what, count, end);
}

static void test_moments(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(moments_oracle); i++) {
        RkScale scale = scale_of(moments_oracle[i].type, moments_oracle[i].low, moments_oracle[i].high);
        g_autofree char *what =
            g_strdup_printf("%s from %.0f by %u", scale.type->name, scale.domain[0], moments_oracle[i].count);
        g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
        scale.type->ticks(&scale, moments_oracle[i].count, ticks);
        assert_list((double *)ticks->data, ticks->len, moments_oracle[i].ticks, what);
        scale.type->nice(&scale, moments_oracle[i].count);
        assert_list(scale.domain, 2, moments_oracle[i].nice, what);
    }
}

static void test_logarithms(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(log_oracle); i++) {
        RkScale scale = scale_of("log", log_oracle[i].low, log_oracle[i].high);
        scale.base = log_oracle[i].base;
        g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
        scale.type->ticks(&scale, log_oracle[i].count, ticks);
        assert_list((double *)ticks->data, ticks->len, log_oracle[i].ticks, log_oracle[i].ticks);
    }
}

static void test_quantiles(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(quantile_oracle); i++) {
        RkScale scale = scale_of("quantile", 0, 1);
        scale.sample = (double *)quantile_sample;
        scale.sample_count = G_N_ELEMENTS(quantile_sample);
        scale.type->divide(&scale, quantile_oracle[i].count);
        assert_list(scale.borders, scale.border_count, quantile_oracle[i].borders, "quantiles");
        assert_int_equal(rk_scale_class_count(&scale), quantile_oracle[i].count);
        g_free(scale.borders);
    }
}

static void test_equal_classes(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(quantize_oracle); i++) {
        RkScale scale = scale_of("quantize", quantize_oracle[i].low, quantize_oracle[i].high);
        scale.type->divide(&scale, quantize_oracle[i].count);
        assert_list(scale.borders, scale.border_count, quantize_oracle[i].borders, "thresholds");
        g_free(scale.borders);
    }
}

/* A border belongs to the class above it, as d3's bisectRight puts it. */
static void test_class_of_a_number(void **state)
{
    (void)state;
    static const struct {
        double value;
        guint32 class;
    } cases[] = {{-INFINITY, 0}, {29.9, 0}, {30, 1}, {59, 1}, {60, 2}, {1e308, 3}, {INFINITY, 3}, {NAN, G_MAXUINT32}};
    double middles[] = {60};
    RkScale scale = scale_of("threshold", 30, 85);
    scale.middles = middles;
    scale.middle_count = 1;
    assert_int_equal(scale.type->class_count(&scale), 4);
    scale.type->divide(&scale, 4);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_int_equal(rk_scale_class(&scale, cases[i].value), cases[i].class);
    double low, high;
    rk_scale_class_bounds(&scale, 0, &low, &high);
    assert_true(low == -INFINITY && high == 30);
    rk_scale_class_bounds(&scale, 3, &low, &high);
    assert_true(low == 85 && high == INFINITY);
    /* Fewer results leave the last borders out. */
    scale.type->divide(&scale, 2);
    assert_int_equal(rk_scale_class(&scale, 1000), 1);
    g_free(scale.borders);
}

static void test_bands(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(band_oracle); i++) {
        RkScale scale = scale_of("band", 0, 1);
        scale.categories = g_ptr_array_new();
        g_ptr_array_set_size(scale.categories, (gint)band_oracle[i].count);
        scale.padding_inner = band_oracle[i].inner;
        scale.padding_outer = band_oracle[i].outer;
        scale.align = band_oracle[i].align;
        scale.round = band_oracle[i].round;
        scale.range[1] = band_oracle[i].width;
        scale.type->arrange(&scale);
        assert_near(scale.step, band_oracle[i].step, 1e-12);
        assert_near(scale.bandwidth, band_oracle[i].bandwidth, 1e-12);
        assert_near(rk_scale_band_start(&scale, 0), band_oracle[i].start, 1e-12);
        g_ptr_array_unref(scale.categories);
    }
}

/* By hand: three points of a domain on three numbers, and a domain longer than any number. */
static void test_pieces(void **state)
{
    (void)state;
    double middles[] = {10}, numbers[] = {0, 100, 110};
    RkScale scale = scale_of("linear", 0, 1000);
    scale.channel = RK_CHANNEL_SIZE;
    scale.middles = middles;
    scale.middle_count = 1;
    scale.numbers = numbers;
    scale.number_count = 3;
    assert_near(rk_scale_map(&scale, 5), 50, 1e-12);
    assert_near(rk_scale_map(&scale, 10), 100, 1e-12);
    assert_near(rk_scale_map(&scale, 505), 105, 1e-12);
    scale = scale_of("linear", -1e308, 1e308);
    rk_scale_set_range(&(RkScale){.type = scale.type, .channel = RK_CHANNEL_SIZE}, 0, 1);
    assert_near(rk_scale_fraction(&scale, 0), 0.5, 1e-12);
    assert_near(rk_scale_fraction(&scale, 1e308), 1, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moments),
        cmocka_unit_test(test_logarithms),
        cmocka_unit_test(test_quantiles),
        cmocka_unit_test(test_equal_classes),
        cmocka_unit_test(test_class_of_a_number),
        cmocka_unit_test(test_bands),
        cmocka_unit_test(test_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
