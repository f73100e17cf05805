/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wiring between the rooms: tables from files.
 */
#include "rodiklis.h"

RkTable *rk_load_table(const char *path, const RkReadOptions *options, GError **error)
{
    RkSource source = {.path = path};
    return rk_read(&source, options, error);
}
