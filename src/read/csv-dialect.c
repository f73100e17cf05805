/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The `format` map of delimited text: which keys there are, and what they may say. Nothing about the file itself.
 */
#include "read/csv-private.h"

#include <string.h>

static const RkProperty properties[] = {
    {.name = "delimiter", .allow = RK_ALLOW_TEXT, .summary = "what parts the fields: , ; | or a tab"},
    {.name = "decimal", .allow = RK_ALLOW_TEXT, .summary = "the decimal sign: . or ,"},
    {.name = "group", .allow = RK_ALLOW_TEXT, .summary = "the sign between thousands, for example a space"},
    {0}};

static const RkShape *const includes[] = {&rk_rules_shape, NULL};

const RkShape rk_csv_shape = {.name = "the format of delimited text", .properties = properties, .includes = includes};

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
    *dialect = (RkCsvDialect){.encoding = rk_value_text_or(rk_value_get(format, "encoding"), NULL)};
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
