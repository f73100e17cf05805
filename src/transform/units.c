/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the codes of units and says which of them convert into each other by a fixed factor. It knows no exchange rate
 * and guesses none: two currencies only meet through convert.c.
 */
#include "transform/units.h"

#include <math.h>
#include <string.h>

#include "table/builder.h"

static const struct {
    const char *prefix;
    double times;
} multipliers[] = {{"THS", 1e3}, {"MIO", 1e6}, {"BN", 1e9}, {"MRD", 1e9}, {"TRN", 1e12}};

/** Energy in joules, mass in grams, volume in litres, power in watts, area in square metres, distance in metres. */
static const struct {
    const char *name, *base;
    double times, per;
} physical[] = {
    {"J", "J", 1, 1},          {"KJ", "J", 1e3, 1},       {"MJ", "J", 1e6, 1},        {"GJ", "J", 1e9, 1},
    {"TJ", "J", 1e12, 1},      {"PJ", "J", 1e15, 1},      {"WH", "J", 3600, 1},       {"KWH", "J", 36e5, 1},
    {"MWH", "J", 36e8, 1},     {"GWH", "J", 36e11, 1},    {"TWH", "J", 36e14, 1},     {"TOE", "J", 41868e6, 1},
    {"KTOE", "J", 41868e9, 1}, {"KGOE", "J", 41868e3, 1}, {"MTOE", "J", 41868e12, 1}, {"G", "G", 1, 1},
    {"KG", "G", 1e3, 1},       {"T", "G", 1e6, 1},        {"KT", "G", 1e9, 1},        {"MT", "G", 1e12, 1},
    {"L", "L", 1, 1},          {"M3", "L", 1e3, 1},       {"W", "W", 1, 1},           {"KW", "W", 1e3, 1},
    {"MW", "W", 1e6, 1},       {"GW", "W", 1e9, 1},       {"M2", "M2", 1, 1},         {"HA", "M2", 1e4, 1},
    {"KM2", "M2", 1e6, 1},     {"M", "M", 1, 1},          {"KM", "M", 1e3, 1}};

static const struct {
    const char *name, *base;
} counts[] = {{"NR", "NR"},   {"NUMBER", "NR"}, {"COUNT", "NR"}, {"PERS", "PERS"}, {"PER", "PERS"},  {"HAB", "PERS"},
              {"EMP", "EMP"}, {"HH", "HH"},     {"ENT", "ENT"},  {"HOUR", "HOUR"}, {"HEAD", "HEAD"}, {"DW", "DW"}};

/** ISO 4217 with the currencies that the euro replaced, and Eurostat's purchasing power standard. */
static const char currencies[] =
    " AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS "
    "UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL "
    "ATS BEF CYP DEM EEK ESP FIM FRF GRD IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK PPS ";

static gboolean is_currency(const char *code, gsize length)
{
    char word[6] = {' '};
    if (length != 3)
        return FALSE;
    memcpy(word + 1, code, 3);
    word[4] = ' ';
    return strchr(code, ' ') == NULL && strstr(currencies, word) != NULL;
}

static gboolean fits(char part[RK_UNIT_PART], const char *text, gsize length)
{
    if (length >= RK_UNIT_PART)
        return FALSE;
    memcpy(part, text, length);
    part[length] = '\0';
    return TRUE;
}

/** `text` is `word`, or `word`, an underscore and a qualifier. */
static gboolean is_family(const char *text, const char *word, RkUnitFamily family, RkUnit *unit)
{
    gsize length = strlen(word);
    if (strncmp(text, word, length) != 0 || (text[length] != '\0' && text[length] != '_'))
        return FALSE;
    const char *rest = text[length] == '_' ? text + length + 1 : "";
    if (!fits(unit->qualifier, rest, strlen(rest)))
        return FALSE;
    unit->family = family;
    return TRUE;
}

static gboolean all_digits(const char *text, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
    return TRUE;
}

/** Eurostat's I15 and I2015: the base is written out, so that both are the same unit. */
static gboolean read_short_index(const char *text, RkUnit *unit)
{
    gsize digits = text[0] == 'I' ? strlen(text + 1) : 0;
    if ((digits != 2 && digits != 4) || !all_digits(text + 1, digits))
        return FALSE;
    int year = atoi(text + 1);
    /* Two digits: no index of ours has a base before 1960. */
    g_snprintf(unit->qualifier, RK_UNIT_PART, "%d", digits == 4 ? year : year < 60 ? 2000 + year : 1900 + year);
    unit->family = RK_UNIT_INDEX;
    return TRUE;
}

static gboolean read_relative(const char *text, RkUnit *unit)
{
    if (strcmp(text, "PC_PNT") == 0)
        return is_family("PP", "PP", RK_UNIT_POINTS, unit);
    if (strcmp(text, "%") == 0)
        return is_family(RK_UNIT_PERCENT_TEXT, RK_UNIT_PERCENT_TEXT, RK_UNIT_PERCENT, unit);
    return is_family(text, RK_UNIT_PERCENT_TEXT, RK_UNIT_PERCENT, unit) ||
           is_family(text, "PP", RK_UNIT_POINTS, unit) || is_family(text, RK_UNIT_SHARE_TEXT, RK_UNIT_SHARE, unit) ||
           is_family(text, "INDEX", RK_UNIT_INDEX, unit) || read_short_index(text, unit);
}

/** Cuts THS_, MIO_ … off; THS alone is thousands of nothing in particular. */
static const char *read_multiplier(const char *text, RkUnit *unit)
{
    for (guint i = 0; i < G_N_ELEMENTS(multipliers); i++) {
        gsize length = strlen(multipliers[i].prefix);
        if (strncmp(text, multipliers[i].prefix, length) != 0 || (text[length] != '_' && text[length] != '\0'))
            continue;
        unit->times *= multipliers[i].times;
        return text[length] == '_' ? text + length + 1 : "NR";
    }
    /* Eurostat's MEUR. */
    if (text[0] == 'M' && strlen(text) == 4 && is_currency(text + 1, 3)) {
        unit->times *= 1e6;
        return text + 1;
    }
    return text;
}

/** Cuts the price basis off in front: CP_ is nothing special, CLV10_ and PYP_ are kept as the qualifier. */
static const char *read_prices(const char *text, RkUnit *unit)
{
    if (g_str_has_prefix(text, "CP_"))
        return text + 3;
    gboolean chained = g_str_has_prefix(text, "CLV") && all_digits(text + 3, 2) && text[5] == '_';
    gsize length = chained ? 5 : g_str_has_prefix(text, "PYP_") ? 3 : 0;
    if (length == 0)
        return text;
    fits(unit->qualifier, text, length);
    return text + length + 1;
}

static gboolean read_currency(const char *text, RkUnit *unit)
{
    const char *plain = read_prices(text, unit);
    const char *code = read_multiplier(plain, unit);
    gsize length = strcspn(code, "_");
    if (!is_currency(code, length) || !fits(unit->base, code, length))
        return FALSE;
    const char *rest = code[length] == '_' ? code + length + 1 : "";
    if (*rest != '\0' && (unit->qualifier[0] != '\0' || !fits(unit->qualifier, rest, strlen(rest))))
        return FALSE;
    unit->family = RK_UNIT_CURRENCY;
    return TRUE;
}

static gboolean read_amount(const char *text, RkUnit *unit)
{
    const char *name = read_multiplier(text, unit);
    for (guint i = 0; i < G_N_ELEMENTS(physical); i++)
        if (strcmp(name, physical[i].name) == 0) {
            unit->family = RK_UNIT_PHYSICAL;
            unit->times *= physical[i].times;
            unit->per = physical[i].per;
            return fits(unit->base, physical[i].base, strlen(physical[i].base));
        }
    for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
        if (strcmp(name, counts[i].name) == 0) {
            unit->family = RK_UNIT_COUNT;
            return fits(unit->base, counts[i].base, strlen(counts[i].base));
        }
    return FALSE;
}

RkUnit rk_unit_read(const char *text)
{
    static const RkUnit nothing = {.family = RK_UNIT_OTHER, .times = 1, .per = 1};
    static gboolean (*const readers[])(const char *, RkUnit *) = {read_relative, read_currency, read_amount};
    for (guint i = 0; text != NULL && i < G_N_ELEMENTS(readers); i++) {
        RkUnit unit = nothing;
        if (readers[i](text, &unit))
            return unit;
    }
    RkUnit unit = nothing;
    if (text != NULL)
        g_strlcpy(unit.base, text, RK_UNIT_PART);
    return unit;
}

static gboolean is_part_of_whole(RkUnitFamily family)
{
    return family == RK_UNIT_PERCENT || family == RK_UNIT_SHARE;
}

gboolean rk_unit_factor(const RkUnit *from, const RkUnit *to, double *multiply, double *divide)
{
    gboolean parts = is_part_of_whole(from->family) && is_part_of_whole(to->family);
    if ((from->family != to->family && !parts) || from->family == RK_UNIT_OTHER || strcmp(from->base, to->base) != 0 ||
        strcmp(from->qualifier, to->qualifier) != 0)
        return FALSE;
    double more = from->times * to->per * (to->family == RK_UNIT_PERCENT && parts ? 100 : 1);
    double less = from->per * to->times * (from->family == RK_UNIT_PERCENT && parts ? 100 : 1);
    /* One rounding where one is enough: 645 000 / 1 000 000 is 0.645. */
    double up = more / less, down = less / more;
    *multiply = up == floor(up) ? up : down == floor(down) ? 1 : more;
    *divide = up == floor(up) ? 1 : down == floor(down) ? down : less;
    return TRUE;
}

const char *rk_unit_difference(const char *text)
{
    return rk_unit_read(text).family == RK_UNIT_PERCENT ? "PP" : text;
}

char *rk_unit_describe(const RkUnit *unit)
{
    static const char *const words[] = {[RK_UNIT_PERCENT] = "a percentage",
                                        [RK_UNIT_POINTS] = "a number of percentage points",
                                        [RK_UNIT_SHARE] = "a share",
                                        [RK_UNIT_INDEX] = "an index number",
                                        [RK_UNIT_PHYSICAL] = "a physical quantity",
                                        [RK_UNIT_COUNT] = "a count"};
    if (unit->family == RK_UNIT_CURRENCY)
        return g_strdup_printf("an amount in %s", unit->base);
    return g_strdup(unit->family == RK_UNIT_OTHER ? "an unknown unit" : words[unit->family]);
}

char *rk_unit_remedy(const char *a, const char *b, const char *column)
{
    RkUnit one = rk_unit_read(a), other = rk_unit_read(b);
    double multiply, divide;
    if (rk_unit_factor(&one, &other, &multiply, &divide))
        return g_strdup_printf("bring them together with {convert: %s, to: %s}", column, a);
    if (one.family == RK_UNIT_CURRENCY && other.family == RK_UNIT_CURRENCY && strcmp(one.base, other.base) != 0 &&
        strcmp(one.qualifier, other.qualifier) == 0)
        return g_strdup_printf("bring them together with {convert: %s, to: %s, rates: …, date: …}", column, a);
    return NULL;
}

RkColumn *rk_unit_column(const char *text, gsize rows)
{
    RkColumnBuilder *builder = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    for (gsize row = 0; row < rows; row++)
        rk_column_builder_text(builder, text, -1);
    return rk_column_builder_finish(builder);
}
