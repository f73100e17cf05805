/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as an archive of the World Bank.
 */
#include "read-any.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    read_any("world-bank-zip", data, size);
    return 0;
}
