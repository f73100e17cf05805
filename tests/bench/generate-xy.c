/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points of two correlated, roughly normal variables, the same every time: generate-xy COUNT CSV BINARY. The binary
 * file holds the same pairs as doubles.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* A linear congruential generator (Knuth's MMIX), of which twelve numbers are added up: nearly normal. */
static double normal(uint64_t *state)
{
    double sum = -6;
    for (int i = 0; i < 12; i++) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        sum += (double)(*state >> 11) * 0x1p-53;
    }
    return sum;
}

int main(int count, char **arguments)
{
    FILE *csv = count == 4 ? fopen(arguments[2], "w") : NULL, *binary = count == 4 ? fopen(arguments[3], "wb") : NULL;
    if (csv == NULL || binary == NULL) {
        fprintf(stderr, "usage: generate-xy COUNT CSV BINARY\n");
        return 2;
    }
    uint64_t state = 1991;
    fprintf(csv, "x,y\n");
    for (long left = atol(arguments[1]); left > 0; left--) {
        double x = normal(&state), pair[2] = {x, 0.6 * x + 0.8 * normal(&state)};
        fprintf(csv, "%.6f,%.6f\n", pair[0], pair[1]);
        fwrite(pair, sizeof pair, 1, binary);
    }
    return fclose(csv) != 0 || fclose(binary) != 0;
}
