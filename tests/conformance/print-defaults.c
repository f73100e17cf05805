/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The defaults of the grammar as rodiklis has them, a line each: path, tab, value as JSON. What is said of figures of
 * our own stands among them.
 */
#include "spec/config.h"

#include <stdio.h>

#include "base/number.h"

static void print_value(const RkValue *value)
{
    char buffer[RK_NUMBER_BUFFER];
    switch (rk_value_kind(value)) {
    case RK_VALUE_NUMBER:
        fputs(rk_number_shortest(rk_value_number_or(value, 0), buffer), stdout);
        break;
    case RK_VALUE_BOOLEAN:
        fputs(rk_value_boolean_or(value, FALSE) ? "true" : "false", stdout);
        break;
    case RK_VALUE_TEXT:
        printf("\"%s\"", rk_value_text_or(value, ""));
        break;
    case RK_VALUE_LIST:
        putchar('[');
        for (guint i = 0; i < rk_value_length(value); i++) {
            if (i > 0)
                putchar(',');
            print_value(rk_value_at(value, i));
        }
        putchar(']');
        break;
    default:
        fputs("null", stdout);
    }
}

static void print_all(const RkValue *value, const char *path)
{
    if (!rk_value_is(value, RK_VALUE_MAP)) {
        printf("%s\t", path);
        print_value(value);
        putchar('\n');
        return;
    }
    for (guint i = 0; i < rk_value_length(value); i++) {
        const char *key = rk_value_key_at(value, i);
        g_autofree char *inner = *path == '\0' ? g_strdup(key) : g_strconcat(path, ".", key, NULL);
        print_all(rk_value_at(value, i), inner);
    }
}

int main(void)
{
    g_autoptr(RkConfig) config = rk_config_new(NULL, NULL, "vega-lite", NULL);
    if (config == NULL)
        return 1;
    print_all(rk_config_block(config, 0, NULL), "");
    return 0;
}
