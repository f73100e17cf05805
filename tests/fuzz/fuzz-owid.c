/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as CSV of Our World in Data.
 */
#include "read-any.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    read_any("owid", data, size);
    return 0;
}
