/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as Eurostat's TSV.
 */
#include "read-any.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    read_any("eurostat-tsv", data, size);
    return 0;
}
