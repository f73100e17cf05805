/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a made-up trade table to standard output: generate-csv BYTES. The same bytes every time, on every machine.
 * Shaped like a bulk file of a statistical office: ten columns, some cells quoted with a comma inside, some values
 * missing.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const reporters[] = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL",
                                        "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
                                        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};
static const char *const partners[] = {"RU", "NO", "US", "DZ", "QA", "AZ", "KZ", "SA", "UK", "NSP"};
static const char *const products[] = {"Natural gas", "\"Oil, crude\"", "Hard coal", "\"Oil products, other\""};
static const char *const products_codes[] = {"G3000", "O4100_TOT", "C0100", "O4600"};

/* SplitMix64: tiny, and fixed for ever. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

#define PICK(list, random) (list)[(random) % (sizeof(list) / sizeof *(list))]

static int write_row(uint64_t *state)
{
    uint64_t random = next_random(state);
    uint64_t product = (random >> 16) % 4;
    const char *reporter = PICK(reporters, random);
    const char *partner = PICK(partners, random >> 8);
    int written =
        printf("A,%s,%s,%s,%s,%s,THS_T,%d-%02d,", reporter, partner, products_codes[product], products[product],
               random >> 24 & 1 ? "IMP" : "EXP", 2010 + (int)((random >> 25) % 15), 1 + (int)((random >> 29) % 12));
    if ((random >> 33) % 50 == 0)
        return written + printf(",m\n");
    uint64_t thousandths = (random >> 34) % UINT64_C(90000000);
    return written + printf("%" PRIu64 ".%03" PRIu64 ",%s\n", thousandths / 1000, thousandths % 1000,
                            (random >> 60) == 0 ? "p" : "");
}

int main(int argc, char **argv)
{
    long long wanted = argc == 2 ? atoll(argv[1]) : 0;
    if (wanted <= 0) {
        fprintf(stderr, "usage: generate-csv BYTES > FILE\n");
        return 2;
    }
    uint64_t state = 2022;
    long long written = printf("freq,reporter,partner,product,product_name,flow,unit,period,value,flag\n");
    while (written < wanted)
        written += write_row(&state);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
