/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a value of a JSON tree stands in its text. The trees of jansson know no places, so the text is read once more,
 * and only when there is something to say of it. Standard input cannot be read twice: then there is no place.
 */
#include "read/json-private.h"

#include "base/limits.h"

#include <string.h>

/* A step down: into the member of an object, or to the item of an array. */
typedef struct {
    const char *key; /* NULL: an item */
    gsize index;
} Step;

/* Puts the steps from `from` to `node` behind those in `steps`. As deep as the parser went, which it bounds. */
static gboolean find_steps(json_t *from, const json_t *node, GArray *steps)
{
    const char *key;
    json_t *value;
    gsize index;
    if (from == node)
        return TRUE;
    json_object_foreach(from, key, value)
    {
        Step step = {key, 0};
        g_array_append_val(steps, step);
        if (find_steps(value, node, steps))
            return TRUE;
        g_array_set_size(steps, steps->len - 1);
    }
    json_array_foreach(from, index, value)
    {
        Step step = {NULL, index};
        g_array_append_val(steps, step);
        if (find_steps(value, node, steps))
            return TRUE;
        g_array_set_size(steps, steps->len - 1);
    }
    return FALSE;
}

/* A walk over a text that has been parsed, and ends in NUL. */
static const char *skip_space(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

static const char *skip_string(const char *at)
{
    for (at++; *at != '"' && *at != '\0'; at++)
        at += *at == '\\' && at[1] != '\0';
    return at + (*at == '"');
}

static const char *skip_value(const char *at)
{
    guint depth = 0;
    do {
        if (*at == '"') {
            at = skip_string(at);
            continue;
        }
        depth += *at == '{' || *at == '[';
        depth -= (*at == '}' || *at == ']') && depth > 0;
        at++;
    } while (*at != '\0' && (depth > 0 || strchr(",]}", *at) == NULL));
    return at;
}

/* Keys are compared without their escapes. */
static gboolean is_key(const char *start, const char *end, const char *key)
{
    g_autofree char *list = g_strdup_printf("[%.*s]", (int)MIN(end - start, (gssize)RK_LIMIT_FIELD_BYTES), start);
    g_autoptr(json_t) parsed = json_loads(list, 0, NULL);
    return g_strcmp0(json_string_value(json_array_get(parsed, 0)), key) == 0;
}

/* From the opening bracket to the value that the step leads to; NULL when it is not there. */
static const char *follow(const char *at, const Step *step)
{
    gsize index = 0;
    if (*at != (step->key != NULL ? '{' : '['))
        return NULL;
    at = skip_space(at + 1);
    while (*at != '\0' && *at != '}' && *at != ']') {
        const char *start = at;
        gboolean found = step->key == NULL && index++ == step->index;
        if (step->key != NULL) {
            at = skip_string(at);
            found = is_key(start, at, step->key);
            at = skip_space(at);
            at = skip_space(at + (*at == ':'));
        }
        if (found)
            return at;
        at = skip_value(at);
        at = skip_space(at + (*at == ','));
    }
    return NULL;
}

static GString *read_text(const RkSource *source, const RkValue *format)
{
    const RkSource again = {.path = source->path, .bytes = source->bytes, .length = source->length};
    const char *encoding = rk_value_text_or(rk_value_get(format, "encoding"), NULL);
    if (source->bytes == NULL && (source->path == NULL || strcmp(source->path, "-") == 0))
        return NULL;
    g_autoptr(RkStream) stream = rk_stream_open(&again, encoding, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    char buffer[8192];
    gssize count = stream != NULL ? rk_stream_read(stream, buffer, sizeof buffer, NULL) : -1;
    for (; count > 0 && text->len <= RK_LIMIT_JSON_BYTES; count = rk_stream_read(stream, buffer, sizeof buffer, NULL))
        g_string_append_len(text, buffer, count);
    return count == 0 ? g_steal_pointer(&text) : NULL;
}

/* Columns are counted in characters. */
static void count_places(const char *start, const char *end, RkPlace *place)
{
    place->line = place->column = 1;
    for (const char *at = start; at < end; at++) {
        if (*at == '\n') {
            place->line++;
            place->column = 1;
        } else if (((guchar)*at & 0xc0) != 0x80) {
            place->column++;
        }
    }
}

RkPlace rk_json_place(const RkJsonText *json, const json_t *node)
{
    RkPlace place = {rk_source_name(json->source), 0, 0};
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
    /* There is one null, one true and one false for all trees. */
    if (node == NULL || json_is_null(node) || json_is_boolean(node) || !find_steps(json->root, node, steps))
        return place;
    g_autoptr(GString) text = read_text(json->source, json->format);
    if (text == NULL)
        return place;
    const char *start = text->str;
    if (g_str_has_prefix(start, "\xef\xbb\xbf"))
        start += 3;
    const char *at = skip_space(start);
    for (guint i = 0; i < steps->len && at != NULL; i++)
        at = follow(at, &g_array_index(steps, Step, i));
    if (at != NULL && *at != '\0')
        count_places(start, at, &place);
    return place;
}

gboolean rk_json_refuse(GError **error, RkErrorCode code, const RkJsonText *json, const json_t *node, const char *hint,
                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    rk_error_set(error, code, rk_json_place(json, node), hint, "%s", message);
    return FALSE;
}
