/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as SDMX-CSV.
 */
#include "read-any.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    read_any("sdmx-csv", data, size);
    return 0;
}
