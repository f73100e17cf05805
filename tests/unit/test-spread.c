/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels moved apart along one line: small cases solved by hand, and against random ones the conditions that tell a
 * least sum of squares from any other arrangement.
 */
#include "unit.h"

#include "plot/label.h"
#include "support-near.h"

#define FAR 1e6

static void assert_places(RkSpread *labels, guint count, double low, double high, const double *expected)
{
    rk_spread_labels(labels, count, low, high);
    for (guint i = 0; i < count; i++)
        assert_near(labels[i].place, expected[i], 1e-9);
}

static void nothing_is_nothing(void **state)
{
    (void)state;
    rk_spread_labels(NULL, 0, 0, 100);
    RkSpread alone[] = {{42.5, 10, 0}};
    const double there[] = {42.5};
    assert_places(alone, 1, 0, 100, there);
}

static void labels_with_room_stay(void **state)
{
    (void)state;
    RkSpread labels[] = {{30, 10, 0}, {10, 10, 0}, {20, 10, 0}};
    const double expected[] = {30, 10, 20};
    assert_places(labels, 3, -FAR, FAR, expected);
}

/* Two labels of 10 that both want 50: (a - 50)² + (b - 50)² under b - a ≥ 10 is least at 45 and 55. */
static void two_share_the_shift(void **state)
{
    (void)state;
    RkSpread same[] = {{50, 10, 0}, {50, 10, 0}};
    const double around[] = {45, 55};
    assert_places(same, 2, -FAR, FAR, around);
    /* 50 and 54: the middle stays at 52. */
    RkSpread near[] = {{54, 10, 0}, {50, 10, 0}};
    const double apart[] = {57, 47};
    assert_places(near, 2, -FAR, FAR, apart);
}

/* Sizes 10, 20, 10 that want 0, 0, 0: places p, p + 15, p + 30; the derivative of the sum of squares vanishes at
 * p = -15. */
static void sizes_count(void **state)
{
    (void)state;
    RkSpread labels[] = {{0, 10, 0}, {0, 20, 0}, {0, 10, 0}};
    const double expected[] = {-15, 0, 15};
    assert_places(labels, 3, -FAR, FAR, expected);
}

/* 0, 4 and 18 with sizes of 10: the first two would end at -3 and 7, the third at 18 is free (7 + 10 ≤ 18). With 16
 * instead it would touch 17: then all three move, p = (0 + (4 - 10) + (16 - 20)) / 3 = -10/3. */
static void pools_grow_only_when_they_touch(void **state)
{
    (void)state;
    RkSpread free_third[] = {{0, 10, 0}, {4, 10, 0}, {18, 10, 0}};
    const double two[] = {-3, 7, 18};
    assert_places(free_third, 3, -FAR, FAR, two);
    RkSpread touching[] = {{0, 10, 0}, {4, 10, 0}, {16, 10, 0}};
    const double three[] = {-10.0 / 3, 20.0 / 3, 50.0 / 3};
    assert_places(touching, 3, -FAR, FAR, three);
}

static void bounds_hold_when_labels_fit(void **state)
{
    (void)state;
    RkSpread low[] = {{0, 10, 0}, {1, 10, 0}};
    const double from_low[] = {5, 15};
    assert_places(low, 2, 0, 100, from_low);
    RkSpread high[] = {{99, 10, 0}, {100, 10, 0}, {50, 10, 0}};
    const double from_high[] = {85, 95, 50};
    assert_places(high, 3, 0, 100, from_high);
    /* Exactly full. */
    RkSpread full[] = {{0, 10, 0}, {0, 10, 0}, {0, 10, 0}};
    const double filled[] = {5, 15, 25};
    assert_places(full, 3, 0, 30, filled);
}

/* Labels that do not fit still do not lie on each other. */
static void too_many_overflow_without_overlap(void **state)
{
    (void)state;
    RkSpread labels[] = {{10, 10, 0}, {10, 10, 0}, {10, 10, 0}};
    const double expected[] = {0, 10, 20};
    assert_places(labels, 3, 5, 15, expected);
}

static void assert_apart(const RkSpread *labels, guint count)
{
    for (guint i = 0; i < count; i++) {
        for (guint k = 0; k < count; k++) {
            if (labels[i].wish >= labels[k].wish)
                continue;
            double gap = labels[k].place - labels[i].place - (labels[i].size + labels[k].size) / 2;
            if (!(gap > -1e-7))
                fail_msg("labels that want %g and %g overlap by %g", labels[i].wish, labels[k].wish, -gap);
        }
    }
}

static double cost(const RkSpread *labels, guint count)
{
    double sum = 0;
    for (guint i = 0; i < count; i++)
        sum += (labels[i].place - labels[i].wish) * (labels[i].place - labels[i].wish);
    return sum;
}

/* The problem is convex, so a feasible arrangement is the best when no small feasible move of a run of neighbours
 * makes it better. */
static void assert_best(const RkSpread *labels, guint count, double low, double high)
{
    double now = cost(labels, count);
    g_autofree RkSpread *moved = g_new(RkSpread, count);
    for (guint from = 0; from < count; from++) {
        for (guint to = from; to < count; to++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                gboolean feasible = TRUE;
                for (guint i = 0; i < count; i++) {
                    moved[i] = labels[i];
                    moved[i].place += i >= from && i <= to ? sign * 1e-4 : 0;
                    feasible = feasible && moved[i].place - moved[i].size / 2 >= low - 1e-9 &&
                               moved[i].place + moved[i].size / 2 <= high + 1e-9;
                    feasible = feasible && (i == 0 || moved[i].place - moved[i - 1].place >=
                                                          (moved[i].size + moved[i - 1].size) / 2 - 1e-9);
                }
                if (feasible && cost(moved, count) < now - 1e-9)
                    fail_msg("moving labels %u to %u by %g is better", from, to, sign * 1e-4);
            }
        }
    }
}

static void random_labels_end_best(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(916);
    for (guint round = 0; round < 400; round++) {
        guint count = (guint)g_rand_int_range(random, 1, 12);
        RkSpread labels[12];
        double total = 0, wish = 0;
        for (guint i = 0; i < count; i++) {
            wish += g_rand_double_range(random, 0, 15);
            labels[i] = (RkSpread){wish, g_rand_double_range(random, 1, 20), NAN};
            total += labels[i].size;
        }
        gboolean bounded = round % 2 == 0;
        double low = bounded ? 0 : -FAR, high = bounded ? total * g_rand_double_range(random, 1, 2) : FAR;
        rk_spread_labels(labels, count, low, high);
        assert_apart(labels, count);
        for (guint i = 0; i < count; i++) {
            assert_true(labels[i].place - labels[i].size / 2 >= low - 1e-7);
            assert_true(labels[i].place + labels[i].size / 2 <= high + 1e-7);
        }
        assert_best(labels, count, low, high);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_nothing),
        cmocka_unit_test(labels_with_room_stay),
        cmocka_unit_test(two_share_the_shift),
        cmocka_unit_test(sizes_count),
        cmocka_unit_test(pools_grow_only_when_they_touch),
        cmocka_unit_test(bounds_hold_when_labels_fit),
        cmocka_unit_test(too_many_overflow_without_overlap),
        cmocka_unit_test(random_labels_end_best),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
