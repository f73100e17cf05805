/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The `format` map of delimited text: which keys there are, and what they may say. Nothing about the file itself.
 */
#include "read/csv-private.h"

#include <string.h>

static const char *const parse_words[] = {"number", "boolean", "date", "time", "string", NULL};
static const RkProperty any_parse = {.name = "column", .allow = RK_ALLOW_TEXT | RK_ALLOW_NULL, .words = parse_words};
static const RkShape parse_shape = {.name = "format.parse", .any = &any_parse};
static const RkProperty any_missing = {
    .name = "column", .allow = RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT};
static const RkShape missing_shape = {.name = "format.missing", .any = &any_missing};

static const RkProperty properties[] = {
    {.name = "delimiter", .allow = RK_ALLOW_TEXT, .summary = "what parts the fields: , ; | or a tab"},
    {.name = "decimal", .allow = RK_ALLOW_TEXT, .summary = "the decimal sign: . or ,"},
    {.name = "group", .allow = RK_ALLOW_TEXT, .summary = "the sign between thousands, for example a space"},
    {.name = "encoding", .allow = RK_ALLOW_TEXT, .summary = "the encoding when it is not UTF-8"},
    {.name = "parse",
     .allow = RK_ALLOW_MAP | RK_ALLOW_NULL,
     .shape = &parse_shape,
     .summary = "the type of each column that is named: number, boolean, date, time, string"},
    {.name = "missing",
     .allow = RK_ALLOW_LIST | RK_ALLOW_MAP,
     .items = RK_ALLOW_TEXT,
     .shape = &missing_shape,
     .summary = "texts that stand for a missing value; a list leaves text columns alone, a map names columns"},
    {0}};

const RkShape rk_csv_shape = {.name = "the format of delimited text", .properties = properties};

/* A text of one byte, or `otherwise` when there is none. */
static gboolean one_byte(const RkValue *format, const char *key, char otherwise, char *byte, GError **error)
{
    const RkValue *value = rk_value_get(format, key);
    const char *text = rk_value_text_or(value, NULL);
    *byte = otherwise;
    if (text == NULL)
        return TRUE;
    if (strlen(text) != 1) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "format.%s must be one ASCII character", key);
        return FALSE;
    }
    *byte = text[0];
    return TRUE;
}

static gboolean refuse(const RkValue *format, const char *key, const char *allowed, GError **error)
{
    const RkValue *value = rk_value_get(format, key);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "format.%s is \"%s\", not one of %s", key,
                 rk_value_text_or(value, ""), allowed);
    return FALSE;
}

gboolean rk_csv_dialect(const RkValue *format, char delimiter, RkCsvDialect *dialect, GError **error)
{
    *dialect = (RkCsvDialect){.encoding = rk_value_text_or(rk_value_get(format, "encoding"), NULL),
                              .parse = rk_value_get(format, "parse"),
                              .missing = rk_value_get(format, "missing")};
    if (!one_byte(format, "delimiter", delimiter, &dialect->delimiter, error) ||
        !one_byte(format, "decimal", '.', &dialect->number.decimal, error) ||
        !one_byte(format, "group", 0, &dialect->number.group, error))
        return FALSE;
    if (dialect->delimiter != 0 && strchr(",;|\t", dialect->delimiter) == NULL)
        return refuse(format, "delimiter", "a comma, a semicolon, a bar, a tab", error);
    if (strchr(".,", dialect->number.decimal) == NULL)
        return refuse(format, "decimal", "a point, a comma", error);
    if (dialect->number.group != 0 &&
        (strchr(",. '_", dialect->number.group) == NULL || dialect->number.group == dialect->number.decimal))
        return refuse(format, "group", "a comma, a point, a space, ', _, and not the decimal sign", error);
    return TRUE;
}
