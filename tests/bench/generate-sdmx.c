/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a made-up bulk file of trade in SDMX-CSV 1.0 to standard output: generate-sdmx BYTES. The same bytes every
 * time, on every machine: eleven columns, a third of the products quoted with a comma inside, some values missing.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const reporters[] = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL",
                                        "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
                                        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};
static const char *const partners[] = {"AE", "AO", "AU", "AZ", "BR", "BY", "CA", "CH", "CN", "CO", "DZ", "EG",   "GE",
                                       "ID", "IL", "IN", "IQ", "IR", "JP", "KR", "KZ", "LY", "MX", "NG", "NO",   "QA",
                                       "RS", "RU", "SA", "TR", "UA", "UK", "US", "UZ", "VE", "VN", "ZA", "WORLD"};
static const char *const products[] = {"2701",   "2704",           "2709", "2710",           "\"271111, liquefied\"",
                                       "271121", "\"2713, coke\"", "2716", "\"Oils, crude\""};
static const char *const measures[] = {"VALUE_IN_EUROS", "QUANTITY_IN_100KG", "SUPPLEMENTARY_QUANTITY"};

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
    uint64_t random = next_random(state), value = next_random(state);
    int written =
        printf("ESTAT:DS-045409(1.0),11/10/24 11:00:00,M,%s,%s,%s,%s,%s,%d-%02d,", PICK(reporters, random),
               PICK(partners, random >> 8), PICK(products, random >> 16), random >> 24 & 1 ? "IMP" : "EXP",
               PICK(measures, random >> 25), 2002 + (int)((random >> 28) % 23), 1 + (int)((random >> 34) % 12));
    if (value % 32 == 0)
        return written + printf(",c\n");
    return written + printf("%" PRIu64 ",%s\n", (value >> 5) % UINT64_C(50000000), value >> 61 == 0 ? "p" : "");
}

int main(int argc, char **argv)
{
    long long wanted = argc == 2 ? atoll(argv[1]) : 0;
    if (wanted <= 0) {
        fprintf(stderr, "usage: generate-sdmx BYTES > FILE\n");
        return 2;
    }
    uint64_t state = 2022;
    long long written = printf("DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,"
                               "OBS_VALUE,OBS_FLAG\n");
    while (written < wanted)
        written += write_row(&state);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
