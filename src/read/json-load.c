/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading JSON with jansson, which bounds the depth itself, and looking at keys without loading anything.
 */
#include "read/json-private.h"

#include "base/limits.h"

#include <string.h>

/* What the parser pulls from. */
typedef struct {
    RkStream *stream;
    gsize done;
    gboolean begun;
    GError *error;
} Feed;

/* Leaves out a byte-order mark, which jansson does not know. */
static gsize skip_mark(Feed *feed, char *buffer, gsize count)
{
    gboolean marked = !feed->begun && count >= 3 && memcmp(buffer, "\xef\xbb\xbf", 3) == 0;
    feed->begun = TRUE;
    if (marked)
        memmove(buffer, buffer + 3, count - 3);
    return marked ? count - 3 : count;
}

static size_t feed_more(void *buffer, size_t size, void *user)
{
    Feed *feed = user;
    gssize count = rk_stream_read(feed->stream, buffer, size, &feed->error);
    if (count < 0)
        return (size_t)-1;
    feed->done += (gsize)count;
    if (feed->done > RK_LIMIT_JSON_BYTES) {
        rk_error_set(&feed->error, RK_ERROR_LIMIT, RK_NOWHERE, "CSV has no such limit",
                     "the JSON text is longer than %u bytes", RK_LIMIT_JSON_BYTES);
        return (size_t)-1;
    }
    return skip_mark(feed, buffer, (gsize)count);
}

json_t *rk_json_load(const RkSource *source, const RkValue *format, gboolean as_scripts_do, GError **error)
{
    const char *encoding = rk_value_text_or(rk_value_get(format, "encoding"), NULL);
    g_autoptr(RkStream) stream = rk_stream_open(source, encoding, error);
    if (stream == NULL)
        return NULL;
    Feed feed = {.stream = stream};
    json_error_t fault;
    size_t flags = JSON_REJECT_DUPLICATES | (as_scripts_do ? JSON_DECODE_INT_AS_REAL : 0);
    json_t *root = json_load_callback(feed_more, &feed, flags, &fault);
    const char *file = rk_source_name(source);
    if (feed.error != NULL) {
        rk_error_locate(feed.error, (RkPlace){file, 0, 0});
        g_propagate_error(error, feed.error);
        json_decref(root);
        return NULL;
    }
    RkPlace place = {file, (guint)MAX(fault.line, 0), (guint)MAX(fault.column, 0)};
    if (root == NULL && g_str_has_prefix(fault.text, "too big integer"))
        rk_error_set(error, RK_ERROR_DATA, place, "write identifiers as texts",
                     "a number has more digits than can be kept");
    else if (root == NULL)
        rk_error_set(error, RK_ERROR_SYNTAX, place, NULL, "this is no valid JSON: %s", fault.text);
    return root;
}

const char *rk_json_text(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

GPtrArray *rk_json_names(json_t *names)
{
    gsize count = json_is_string(names) ? 1 : json_array_size(names);
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (gsize i = 0; i < count; i++) {
        const char *name = json_string_value(json_is_string(names) ? names : json_array_get(names, i));
        if (name == NULL)
            return NULL;
        g_ptr_array_add(list, (gpointer)name);
    }
    return count > 0 ? g_steal_pointer(&list) : NULL;
}

/* A walk over the head of a JSON text that only knows strings and nesting. */
typedef struct {
    const char *text;
    gsize length;
    gsize at;
    guint depth; /* of objects and arrays */
    gsize start; /* of the last string, and its length */
    gsize string_length;
} Walk;

static void skip_space(Walk *walk)
{
    while (walk->at < walk->length && memchr(" \t\r\n", walk->text[walk->at], 4) != NULL)
        walk->at++;
}

static void pass_string(Walk *walk)
{
    walk->start = ++walk->at;
    while (walk->at < walk->length && walk->text[walk->at] != '"')
        walk->at += walk->text[walk->at] == '\\' ? 2 : 1;
    walk->at = MIN(walk->at, walk->length);
    walk->string_length = walk->at - walk->start;
    walk->at += walk->at < walk->length;
}

/* Goes to the next key; FALSE at the end. */
static gboolean next_key(Walk *walk)
{
    while (walk->at < walk->length) {
        char byte = walk->text[walk->at];
        if (byte == '"') {
            pass_string(walk);
            skip_space(walk);
            if (walk->at < walk->length && walk->text[walk->at] == ':') {
                walk->at++;
                return TRUE;
            }
            continue;
        }
        walk->depth += byte == '{' || byte == '[';
        walk->depth -= (byte == '}' || byte == ']') && walk->depth > 0;
        walk->at++;
    }
    return FALSE;
}

static gboolean find_key(Walk *walk, guint depth, const char *key)
{
    while (next_key(walk))
        if (walk->depth == depth + 1 && walk->string_length == strlen(key) &&
            memcmp(walk->text + walk->start, key, walk->string_length) == 0)
            return TRUE;
    return FALSE;
}

/* The walk stands where a JSON text with braces begins. */
static gboolean begin(Walk *walk, const guint8 *head, gsize length)
{
    *walk = (Walk){.text = (const char *)head, .length = length};
    walk->at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    skip_space(walk);
    return walk->at < length && (head[walk->at] == '{' || head[walk->at] == '[');
}

gboolean rk_json_has_key(const guint8 *head, gsize length, guint depth, const char *key)
{
    Walk walk;
    return begin(&walk, head, length) && find_key(&walk, depth, key);
}

char *rk_json_text_of(const guint8 *head, gsize length, const char *key)
{
    Walk walk;
    if (!begin(&walk, head, length) || !find_key(&walk, 0, key))
        return NULL;
    skip_space(&walk);
    if (walk.at >= length || walk.text[walk.at] != '"')
        return NULL;
    pass_string(&walk);
    return g_strndup(walk.text + walk.start, walk.string_length);
}
