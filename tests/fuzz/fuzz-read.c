/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as whatever they look like.
 */
#include "read-any.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    read_any(NULL, data, size);
    return 0;
}
