/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For programs, not for libraries: what must be set once for a whole process.
 */
#ifndef RK_STATS_PROGRAM_H
#define RK_STATS_PROGRAM_H

#include "base/macros.h"

G_BEGIN_DECLS

/** Turns off GSL's error handler, which ends the process. It is one for the whole process, so only a main function may
 * decide that; the functions of this library never set it and never reach it. */
RK_API void rk_stats_prepare_program(void);

G_END_DECLS

#endif
