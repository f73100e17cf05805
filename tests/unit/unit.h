/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the unit tests share: cmocka with the headers it wants first, and the whole text of an error.
 */
#ifndef RK_TESTS_UNIT_H
#define RK_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"

/* The error has exactly this description; it is cleared for the next one. */
static inline void assert_error(GError **error, const char *expected)
{
    assert_non_null(*error);
    g_autofree char *described = rk_error_describe(*error);
    assert_string_equal(described, expected);
    g_clear_error(error);
}

#endif
