/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every format lets be declared about its columns: `parse` and `missing`, and how that becomes the rules of a
 * column. What a cell then is, is decided in cells.c and infer.c.
 */
#include "read/rules-private.h"

#include <string.h>

#include "base/format.h"

/* A cell in a message is shown up to here. */
#define EXCERPT_BYTES 60u

static const char *const parse_words[] = {"number", "integer", "boolean", "date", "time", "string", NULL};

/* The pattern of "date:'%d.%m.%Y'" or "utc:…", with or without quotes; NULL for other words. */
static const char *pattern_of(const char *word, gsize *length)
{
    const char *pattern = g_str_has_prefix(word, "date:") ? word + 5 : g_str_has_prefix(word, "utc:") ? word + 4 : NULL;
    if (pattern == NULL)
        return NULL;
    *length = strlen(pattern);
    if (*length >= 2 && (*pattern == '\'' || *pattern == '"') && pattern[*length - 1] == *pattern) {
        pattern++;
        *length -= 2;
    }
    return pattern;
}

static gboolean check_parse(const RkValue *value, GError **error)
{
    gsize length = 0;
    const char *word = rk_value_text_or(value, "string");
    if (g_strv_contains(parse_words, word) || (pattern_of(word, &length) != NULL && length > 0))
        return TRUE;
    const char *nearest = rk_nearest_word(word, parse_words);
    g_autofree char *hint =
        nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest)
                        : g_strdup("known words: number, integer, boolean, date, time, string, date:'%d.%m.%Y'");
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, hint, "a column cannot be parsed as \"%s\"", word);
    return FALSE;
}

static const RkProperty any_parse = {.name = "column", .allow = RK_ALLOW_TEXT | RK_ALLOW_NULL, .check = check_parse};
static const RkShape parse_shape = {.name = "format.parse", .any = &any_parse};
static const RkProperty any_missing = {
    .name = "column", .allow = RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT};
static const RkShape missing_shape = {.name = "format.missing", .any = &any_missing};

#define ENCODING                                                                                                       \
    {                                                                                                                  \
        .name = "encoding", .allow = RK_ALLOW_TEXT, .summary = "the encoding when it is not UTF-8"                     \
    }

static const RkProperty properties[] = {
    ENCODING,
    {.name = "parse",
     .allow = RK_ALLOW_MAP | RK_ALLOW_NULL,
     .shape = &parse_shape,
     .summary = "type of each column named: number, boolean, date, string, date:'%d.%m.%Y'"},
    {.name = "missing",
     .allow = RK_ALLOW_LIST | RK_ALLOW_MAP,
     .items = RK_ALLOW_TEXT,
     .shape = &missing_shape,
     .summary = "texts that stand for a missing value; a list leaves text columns alone, a map names columns"},
    {0}};

static const RkProperty encoding[] = {ENCODING, {0}};

const RkShape rk_encoding_shape = {.name = "the format", .properties = encoding};
const RkShape rk_rules_shape = {.name = "the format", .properties = properties};

static RkParse parse_of(const char *name, const RkValue *parse)
{
    static const struct {
        const char *word;
        RkParse parse;
    } words[] = {{"number", RK_PARSE_NUMBER}, {"integer", RK_PARSE_NUMBER},  {"date", RK_PARSE_TIME},
                 {"time", RK_PARSE_TIME},     {"boolean", RK_PARSE_BOOLEAN}, {"string", RK_PARSE_TEXT}};
    const RkValue *declared = rk_value_get(parse, name);
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (rk_value_is_text(declared, words[i].word))
            return words[i].parse;
    gsize length;
    if (rk_value_is(declared, RK_VALUE_TEXT) && pattern_of(rk_value_text_or(declared, ""), &length) != NULL)
        return RK_PARSE_TIME;
    /* null: not parsed at all. */
    if (rk_value_is(declared, RK_VALUE_NULL) && rk_value_has(parse, name))
        return RK_PARSE_TEXT;
    RkColumnRole role = rk_column_role(name);
    return role == RK_ROLE_UNIT || role == RK_ROLE_FLAG ? RK_PARSE_TEXT : RK_PARSE_INFER;
}

RkCellRules rk_rules_for(const char *name, const RkValue *format, RkNumberSyntax syntax)
{
    const RkValue *missing = rk_value_get(format, "missing");
    gboolean by_name = rk_value_is(missing, RK_VALUE_MAP);
    gsize length = 0;
    const char *declared = rk_value_text_or(rk_value_get(rk_value_get(format, "parse"), name), "");
    return (RkCellRules){.name = name,
                         .pattern = pattern_of(declared, &length),
                         .pattern_length = length,
                         .parse = parse_of(name, rk_value_get(format, "parse")),
                         .syntax = syntax,
                         .missing = by_name ? NULL : missing,
                         .missing_here = by_name ? rk_value_get(missing, name) : NULL};
}

/* The next run of digits without its leading zeros; NULL at the end. */
static const char *next_number(const char **at, gsize *length)
{
    while (**at != '\0' && !g_ascii_isdigit(**at))
        (*at)++;
    if (**at == '\0')
        return NULL;
    while (**at == '0' && g_ascii_isdigit((*at)[1]))
        (*at)++;
    const char *start = *at;
    while (g_ascii_isdigit(**at))
        (*at)++;
    *length = (gsize)(*at - start);
    return start;
}

/* FALSE for a thirteenth month or the thirtieth of February, which a pattern by itself would carry over into the next.
 */
static gboolean is_of_calendar(const char *word, const char *pattern, double moment)
{
    g_autofree char *again = rk_format_time(pattern, moment, NULL);
    const char *left = word, *right = again;
    gsize left_length = 0, right_length = 0;
    /* Parts of a second, zones and counts of seconds may be written in several ways. */
    if (strpbrk(pattern, "fLZQs") != NULL)
        return TRUE;
    for (;;) {
        const char *one = next_number(&left, &left_length), *other = next_number(&right, &right_length);
        if (one == NULL || other == NULL)
            return one == other;
        if (left_length != right_length || memcmp(one, other, left_length) != 0)
            return FALSE;
    }
}

gboolean rk_rules_time(const RkCellRules *rules, const char *text, gsize length, double *start, RkFrequency *frequency)
{
    if (rules->pattern == NULL && rk_period_parse(text, length, start, frequency))
        return TRUE;
    if (rules->pattern == NULL && !rules->loose)
        return FALSE;
    g_autofree char *word = g_strndup(text, length);
    if (rules->pattern == NULL)
        return rk_date_read(word, start, frequency);
    g_autofree char *pattern = g_strndup(rules->pattern, rules->pattern_length);
    *frequency = strpbrk(pattern, "HIMSLfpXcQs") != NULL ? RK_FREQUENCY_MOMENT : RK_FREQUENCY_DAY;
    /* Browsers carry over. */
    return rk_time_parse(word, pattern, NULL, start) && (rules->loose || is_of_calendar(word, pattern, *start));
}

gboolean rk_rules_begin_as_text(const RkCellRules *rules)
{
    return rules->parse == RK_PARSE_TIME || rules->parse == RK_PARSE_BOOLEAN || rules->parse == RK_PARSE_TEXT;
}

const char *rk_rules_wanted(const RkCellRules *rules)
{
    static const char *const wanted[] = {[RK_PARSE_INFER] = "a value",
                                         [RK_PARSE_NUMBER] = "a number",
                                         [RK_PARSE_TIME] = "a date or period",
                                         [RK_PARSE_BOOLEAN] = "true or false",
                                         [RK_PARSE_TEXT] = "a text"};
    return wanted[rules->parse];
}

char *rk_rules_excerpt(const char *text, gsize length)
{
    gsize end = MIN(length, EXCERPT_BYTES);
    while (end > 0 && end < length && ((guint8)text[end] & 0xc0) == 0x80)
        end--;
    return g_strdup_printf("%.*s%s", (int)end, text, end < length ? "…" : "");
}

gboolean rk_rules_is_wanted(const char *name, const char *const *columns)
{
    return columns == NULL || g_strv_contains(columns, name);
}

gboolean rk_rules_may_measure(const GPtrArray *names, const char *const *columns)
{
    gboolean called = FALSE;
    for (guint i = 0; i < names->len; i++) {
        gboolean measure = rk_column_role(names->pdata[i]) == RK_ROLE_MEASURE;
        if (measure && rk_rules_is_wanted(names->pdata[i], columns))
            return TRUE;
        called = called || measure;
    }
    return !called;
}

gboolean rk_rules_comes_along(const char *name, gboolean measure, const char *const *columns)
{
    gsize length = 0;
    if (measure && rk_role_accompanies(rk_column_role(name)))
        return TRUE;
    if (rk_role_of_one(name, &length) == RK_ROLE_PLAIN)
        return FALSE;
    g_autofree char *of = g_strndup(name, length);
    return rk_rules_is_wanted(of, columns);
}

const char *const *rk_rules_reach(const RkRowFilter *filter, const GPtrArray *names)
{
    for (guint i = 0; filter->columns != NULL && filter->columns[i] != NULL; i++)
        if (!g_ptr_array_find_with_equal_func((GPtrArray *)names, filter->columns[i], g_str_equal, NULL))
            return NULL;
    return filter->columns;
}

/* Every key of the map must be one of the names. Vega-Lite passes over those that are not, which is told. */
static gboolean check_map(const RkReadOptions *options, const char *what, const char *const *names, GError **error)
{
    const RkValue *map = rk_value_get(options->format, what);
    for (guint i = 0; rk_value_is(map, RK_VALUE_MAP) && i < rk_value_length(map); i++) {
        const char *name = rk_value_key_at(map, i);
        if (g_strv_contains(names, name))
            continue;
        const char *nearest = rk_nearest_word(name, names);
        g_autofree char *hint = nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : NULL;
        g_autofree char *message =
            g_strdup_printf("format.%s names the column \"%s\", which the data do not have", what, name);
        RkPlace place = rk_value_key_place_at(map, i);
        if (!options->vega_types) {
            rk_error_set(error, RK_ERROR_SPEC, place, hint, "%s", message);
            return FALSE;
        }
        rk_diagnostics_add(options->diagnostics, RK_SEVERITY_WARNING, place, hint, "%s", message);
    }
    return TRUE;
}

gboolean rk_rules_check_names(const RkReadOptions *options, const GPtrArray *header, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_sized_new(header->len + 1);
    for (guint i = 0; i < header->len; i++)
        g_ptr_array_add(names, header->pdata[i]);
    g_ptr_array_add(names, NULL);
    const char *const *words = (const char *const *)names->pdata;
    return check_map(options, "parse", words, error) && check_map(options, "missing", words, error);
}
