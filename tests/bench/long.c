/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a file with all its columns and says how many rows and values there are, and their sum: long FILE.
 */
#include "read/read.h"

#include <math.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    RkSource source = {.path = argc == 2 ? argv[1] : NULL};
    g_autoptr(RkTable) table = rk_read(&source, NULL, &error);
    if (table == NULL) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    const double *values = rk_column_numbers(rk_table_find(table, "value"));
    gsize count = 0;
    double sum = 0;
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        count += !isnan(values[row]);
        sum += isnan(values[row]) ? 0 : values[row];
    }
    printf("%zu %zu %.1f\n", (size_t)rk_table_rows(table), (size_t)count, sum);
    return 0;
}
