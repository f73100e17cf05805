/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a made-up bulk file in Eurostat's TSV layout to standard output: generate-tsv BYTES. The same bytes every
 * time, on every machine: six dimensions, sixteen years, a third of the cells missing, every tenth with a flag.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define YEARS 16

static const char *const places[] = {"AT",        "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES",
                                     "EU27_2020", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
                                     "MT",        "NL", "PL", "PT", "RO", "SE", "SI", "SK"};
static const char *const flags[] = {"", "", "", "", "", "", "", "", "b", "e", "p", "bd"};

/* SplitMix64: tiny, and fixed for ever. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static int write_cell(uint64_t random)
{
    const char *flag = flags[(random >> 8) % (sizeof flags / sizeof *flags)];
    if (random % 3 == 0)
        return printf("\t: %s", (random >> 4) % 7 == 0 ? "c" : "");
    return printf("\t%" PRIu64 ".%" PRIu64 " %s", (random >> 16) % 100000, (random >> 40) % 10, flag);
}

static int write_series(uint64_t number, uint64_t *state)
{
    int written = printf("A,%s,I%03d,N%05d,T%d,%s", number % 2 ? "MIO_EUR" : "PC", (int)(number / 28 / 10 % 1000),
                         (int)(number / 28 / 10000), (int)(number / 28 % 10), places[number % 28]);
    for (int year = 0; year < YEARS; year++)
        written += write_cell(next_random(state));
    return written + printf("\n");
}

int main(int argc, char **argv)
{
    long long wanted = argc == 2 ? atoll(argv[1]) : 0;
    if (wanted <= 0) {
        fprintf(stderr, "usage: generate-tsv BYTES > FILE\n");
        return 2;
    }
    uint64_t state = 2022;
    long long written = printf("freq,unit,indic,nace_r2,size,geo\\TIME_PERIOD");
    for (int year = 0; year < YEARS; year++)
        written += printf("\t%d ", 2008 + year);
    written += printf("\n");
    for (uint64_t number = 0; written < wanted; number++)
        written += write_series(number, &state);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
