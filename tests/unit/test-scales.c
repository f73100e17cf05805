/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scales by themselves: ticks, round bounds, mapping, bands. Most expected numbers are d3's, see scales-oracle.h.
 */
#include "unit.h"

#include "plot/scale.h"
#include "scales-oracle.h"
#include "support-near.h"

#include <string.h>

static char *join_numbers(const GArray *numbers)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < numbers->len; i++)
        g_string_append_printf(text, "%s%.15g", i > 0 ? " " : "", g_array_index(numbers, double, i));
    return g_string_free(text, FALSE);
}

static void assert_numbers(const GArray *numbers, const char *expected, const char *what)
{
    g_autofree char *text = join_numbers(numbers);
    if (strcmp(text, expected) != 0)
        fail_msg("%s: ticks are\n%s\nexpected\n%s", what, text, expected);
}

static void ticks_are_those_of_d3(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(linear_oracle); i++) {
        double start = linear_oracle[i].start, stop = linear_oracle[i].stop;
        guint count = linear_oracle[i].count;
        g_autofree char *what = g_strdup_printf("%g to %g by %u", start, stop, count);
        g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
        rk_ticks_linear(start, stop, count, ticks);
        assert_numbers(ticks, linear_oracle[i].ticks, what);
        double increment = rk_ticks_increment(start, stop, count);
        if (increment != linear_oracle[i].increment)
            fail_msg("%s: increment is %g, not %g", what, increment, linear_oracle[i].increment);
    }
}

/* Tick k of a domain from a tick of d3 to another: every tick between two bounds that are ticks themselves must be
 * there, whatever the floating point makes of bound × divisor. The count is exact arithmetic on tenths. */
static void bounds_on_ticks_keep_them(void **state)
{
    (void)state;
    for (int low = -40; low <= 40; low++) {
        for (int high = low + 6; high <= low + 14; high++) {
            g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
            rk_ticks_linear(low / 10.0, high / 10.0, 10, ticks);
            double increment = rk_ticks_increment(low / 10.0, high / 10.0, 10);
            if (increment != -10)
                continue;
            if (ticks->len != (guint)(high - low + 1))
                fail_msg("%d/10 to %d/10 has %u ticks instead of %d", low, high, ticks->len, high - low + 1);
            for (int k = low; k <= high; k++)
                assert_true(g_array_index(ticks, double, k - low) == k / 10.0);
        }
    }
}

static RkScale scale_of(const char *type, double low, double high)
{
    RkScale scale = {.type = rk_scale_type_find(type), .base = 10, .exponent = 3, .constant = 1};
    assert_non_null(scale.type);
    scale.domain[0] = low;
    scale.domain[1] = high;
    return scale;
}

static void round_bounds_are_those_of_d3(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(nice_oracle); i++) {
        RkScale scale = scale_of(nice_oracle[i].type, nice_oracle[i].low, nice_oracle[i].high);
        scale.type->nice(&scale, nice_oracle[i].count);
        double room = 1e-12 * fabs(nice_oracle[i].nice_high);
        if (fabs(scale.domain[0] - nice_oracle[i].nice_low) > room ||
            fabs(scale.domain[1] - nice_oracle[i].nice_high) > room)
            fail_msg("%s %g to %g: round bounds are %.17g to %.17g", nice_oracle[i].type, nice_oracle[i].low,
                     nice_oracle[i].high, scale.domain[0], scale.domain[1]);
    }
}

static void values_map_as_in_d3(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(mapping_oracle); i++) {
        RkScale scale = scale_of(mapping_oracle[i].type, mapping_oracle[i].low, mapping_oracle[i].high);
        rk_scale_set_range(&scale, 0, 300);
        double place = rk_scale_map(&scale, mapping_oracle[i].value);
        if (!(fabs(place - mapping_oracle[i].place) < 1e-9))
            fail_msg("%s %g to %g maps %g to %.17g, not %.17g", mapping_oracle[i].type, mapping_oracle[i].low,
                     mapping_oracle[i].high, mapping_oracle[i].value, place, mapping_oracle[i].place);
        assert_true(isnan(rk_scale_map(&scale, NAN)));
        if (scale.type->bend != NULL)
            assert_near(scale.type->bend(&scale, scale.type->straighten(&scale, mapping_oracle[i].value)),
                        mapping_oracle[i].value, 1e-9);
    }
}

static void clamped_and_reversed(void **state)
{
    (void)state;
    RkScale scale = scale_of("linear", 0, 10);
    scale.clamp = TRUE;
    scale.reversed = TRUE;
    rk_scale_set_range(&scale, 0, 100);
    assert_near(rk_scale_map(&scale, 0), 100, 0);
    assert_near(rk_scale_map(&scale, 2.5), 75, 0);
    assert_near(rk_scale_map(&scale, 11), 0, 0);
    assert_near(rk_scale_map(&scale, -1), 100, 0);
    assert_true(isnan(rk_scale_map(&scale, NAN)));
}

/* A domain of one value stands in the middle. */
static void one_value_stands_in_the_middle(void **state)
{
    (void)state;
    static const char *const types[] = {"linear", "log", "sqrt", "symlog", "pow", "time"};
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        RkScale scale = scale_of(types[i], 7, 7);
        rk_scale_set_range(&scale, 0, 100);
        assert_near(rk_scale_map(&scale, 7), 50, 0);
        assert_true(isnan(rk_scale_map(&scale, NAN)));
    }
}

static void assert_ticks(RkScale *scale, guint count, const char *expected)
{
    g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
    scale->type->ticks(scale, count, ticks);
    g_autofree char *what =
        g_strdup_printf("%s %g to %g by %u", scale->type->name, scale->domain[0], scale->domain[1], count);
    assert_numbers(ticks, expected, what);
}

/* Unlike d3 a log axis has ticks at 1, 2 and 5 only: these lists are d3's with the others struck out. Where d3 has
 * powers alone (base 2, many powers) they are d3's. */
static void log_ticks(void **state)
{
    (void)state;
    RkScale scale = scale_of("log", 1, 1000);
    assert_ticks(&scale, 10, "1 2 5 10 20 50 100 200 500 1000");
    scale = scale_of("log", 1, 10);
    assert_ticks(&scale, 10, "1 2 5 10");
    scale = scale_of("log", 20, 70);
    assert_ticks(&scale, 10, "20 50");
    scale = scale_of("log", 0.01, 100);
    assert_ticks(&scale, 5, "0.01 0.1 1 10 100");
    scale = scale_of("log", 1, 1e12);
    assert_ticks(&scale, 5, "1 1000 1000000 1000000000 1000000000000");
    scale = scale_of("log", 1, 64);
    scale.base = 2;
    assert_ticks(&scale, 10, "1 2 4 8 16 32 64");
}

/* The ticks of a negative domain are those of the positive one with the sign changed, from the left
 * again. */
static void log_ticks_below_zero(void **state)
{
    (void)state;
    RkScale scale = scale_of("log", -100, -1);
    g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
    scale.type->ticks(&scale, 10, ticks);
    static const double expected[] = {-100, -50, -20, -10, -5, -2, -1};
    assert_int_equal(ticks->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < ticks->len; i++)
        assert_near(g_array_index(ticks, double, i), expected[i], 1e-12);
}

static void log_scales_refuse_zero(void **state)
{
    (void)state;
    RkScale scale = scale_of("log", 1, 10);
    const char *reason = "a log scale needs values that are all above or all below zero";
    assert_string_equal(scale.type->refuse(&scale, 0, 10), reason);
    assert_string_equal(scale.type->refuse(&scale, -1, 10), reason);
    assert_string_equal(scale.type->refuse(&scale, -10, 0), reason);
    assert_null(scale.type->refuse(&scale, 1e-300, 10));
    assert_null(scale.type->refuse(&scale, -10, -1));
}

/* A log scale whose bases and bounds are as far apart as doubles go must end, with no more ticks than allowed. */
static void log_ticks_of_all_doubles(void **state)
{
    (void)state;
    RkScale scale = scale_of("log", 1e-300, 1e300);
    g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
    scale.type->ticks(&scale, 10, ticks);
    assert_in_range(ticks->len, 2, 20);
}

static RkScale discrete_scale(const char *type, guint count)
{
    RkScale scale = {.type = rk_scale_type_find(type), .channel = RK_CHANNEL_X, .align = 0.5};
    scale.categories = g_ptr_array_new();
    g_ptr_array_set_size(scale.categories, (gint)count);
    return scale;
}

static void bands_are_those_of_d3(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(band_oracle); i++) {
        RkScale scale = discrete_scale(band_oracle[i].type, band_oracle[i].count);
        scale.padding_inner = band_oracle[i].inner;
        scale.padding_outer = band_oracle[i].outer;
        scale.align = band_oracle[i].align;
        rk_scale_set_range(&scale, band_oracle[i].low, band_oracle[i].high);
        assert_near(scale.step, band_oracle[i].step, 1e-9);
        assert_near(rk_scale_band_size(&scale, 0), band_oracle[i].size, 1e-9);
        assert_near(rk_scale_band_start(&scale, 0), band_oracle[i].first, 1e-9);
        assert_near(rk_scale_band_start(&scale, band_oracle[i].count - 1), band_oracle[i].last, 1e-9);
        g_ptr_array_unref(scale.categories);
    }
}

/* By hand: two countries and one aggregate aside in 35 pixels make 3.5 slots of 10; the aggregate starts at 25. */
static void categories_aside_stand_half_a_step_apart(void **state)
{
    (void)state;
    RkScale scale = discrete_scale("band", 3);
    scale.aside = 1;
    rk_scale_set_range(&scale, 0, 35);
    assert_near(scale.step, 10, 1e-12);
    assert_near(rk_scale_band_start(&scale, 0), 0, 1e-12);
    assert_near(rk_scale_band_start(&scale, 1), 10, 1e-12);
    assert_near(rk_scale_band_start(&scale, 2), 25, 1e-12);
    /* The other way round the last category stands first, then the gap. */
    rk_scale_set_range(&scale, 35, 0);
    assert_near(rk_scale_band_start(&scale, 2), 0, 1e-12);
    assert_near(rk_scale_band_start(&scale, 1), 15, 1e-12);
    assert_near(rk_scale_band_start(&scale, 0), 25, 1e-12);
    /* Where all stand aside there is nothing to stand apart from. */
    scale.aside = 3;
    rk_scale_set_range(&scale, 0, 30);
    assert_near(rk_scale_band_start(&scale, 0), 0, 1e-12);
    assert_near(rk_scale_band_start(&scale, 2), 20, 1e-12);
    g_ptr_array_unref(scale.categories);
}

static void no_categories_are_no_bands(void **state)
{
    (void)state;
    static const char *const types[] = {"band", "point"};
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        RkScale scale = discrete_scale(types[i], 0);
        rk_scale_set_range(&scale, 0, 100);
        assert_true(isfinite(scale.step) && scale.step > 0);
        g_ptr_array_unref(scale.categories);
    }
}

static void unknown_families_are_not_found(void **state)
{
    (void)state;
    assert_null(rk_scale_type_find("sequential"));
    assert_null(rk_scale_type_find(""));
    assert_string_equal(rk_scale_type_find("band")->name, "band");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_those_of_d3),
        cmocka_unit_test(bounds_on_ticks_keep_them),
        cmocka_unit_test(round_bounds_are_those_of_d3),
        cmocka_unit_test(values_map_as_in_d3),
        cmocka_unit_test(clamped_and_reversed),
        cmocka_unit_test(one_value_stands_in_the_middle),
        cmocka_unit_test(log_ticks),
        cmocka_unit_test(log_ticks_below_zero),
        cmocka_unit_test(log_scales_refuse_zero),
        cmocka_unit_test(log_ticks_of_all_doubles),
        cmocka_unit_test(bands_are_those_of_d3),
        cmocka_unit_test(categories_aside_stand_half_a_step_apart),
        cmocka_unit_test(no_categories_are_no_bands),
        cmocka_unit_test(unknown_families_are_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
