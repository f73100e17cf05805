/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The function library held against Vega's own results, and the functions that are refused with their reasons.
 */
#include "support-expression.h"

#include <math.h>

#include "../oracle/transform-expressions.h"
#include "scene/color.h"

static gboolean read_color(const char *text, double parts[4])
{
    RkColor color;
    if (!rk_color_parse(text, &color))
        return FALSE;
    parts[0] = color.red;
    parts[1] = color.green;
    parts[2] = color.blue;
    parts[3] = color.alpha;
    return TRUE;
}

static void test_oracle(void **state)
{
    (void)state;
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set_colors(scope, read_color);
    for (guint i = 0; i < G_N_ELEMENTS(functions); i++)
        assert_evaluates(functions[i].expression, NULL, scope, functions[i].result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_oracle)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
