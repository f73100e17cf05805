/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that touches GSL's handler.
 */
#include "stats/program.h"

#include <gsl/gsl_errno.h>

void rk_stats_prepare_program(void)
{
    gsl_set_error_handler_off();
}
