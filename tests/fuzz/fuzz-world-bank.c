/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a table of the World Bank.
 */
#include "read-any.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    read_any("world-bank", data, size);
    return 0;
}
