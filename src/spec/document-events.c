/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From libyaml's events to a tree of values. It refuses what makes YAML dangerous or ambiguous: tags, merge keys, keys
 * that stand twice, keys that are not text, cycles, deep nesting, and aliases that would multiply into millions of
 * values.
 */
#include "spec/document-private.h"

#include "base/limits.h"

#include <string.h>

/* An anchored value, and what every alias to it adds to the document. */
typedef struct {
    RkValue *value; /* NULL while it is still being read */
    guint values;
    guint height;
} Anchor;

typedef struct {
    yaml_parser_t parser;
    yaml_event_t event; /* the current one; libyaml clears it on deletion */
    const char *text;
    const char *name;
    const char *at; /* where the walk along the text stands, and at which character */
    gsize characters;
    const RkSurrogates *surrogates; /* NULL when the text has none */
    RkDocument *document;
    GHashTable *anchors; /* the latest of each name */
    GPtrArray *all_anchors;
    guint values; /* so far, aliases counted in full */
    GError **error;
} Reader;

static RkValue *read_value(Reader *reader, guint depth, guint *height);

static RkPlace event_place(const Reader *reader)
{
    yaml_mark_t mark = reader->event.start_mark;
    return (RkPlace){reader->name, (guint)mark.line + 1, (guint)mark.column + 1};
}

static void refuse(Reader *reader, RkErrorCode code, const char *hint, const char *message)
{
    rk_error_set(reader->error, code, event_place(reader), hint, "%s", message);
}

static gboolean next_event(Reader *reader)
{
    yaml_event_delete(&reader->event);
    if (yaml_parser_parse(&reader->parser, &reader->event))
        return TRUE;
    rk_document_syntax_error(&reader->parser, reader->text, reader->name, reader->error);
    return FALSE;
}

static gboolean count_values(Reader *reader, guint more)
{
    if (more <= RK_LIMIT_DOCUMENT_VALUES - reader->values) {
        reader->values += more;
        return TRUE;
    }
    rk_error_set(reader->error, RK_ERROR_LIMIT, event_place(reader), "put data into a file of their own",
                 "more than %u values, aliases counted each time", RK_LIMIT_DOCUMENT_VALUES);
    return FALSE;
}

static gboolean check_depth(Reader *reader, guint depth)
{
    if (depth <= RK_LIMIT_DOCUMENT_DEPTH)
        return TRUE;
    rk_error_set(reader->error, RK_ERROR_LIMIT, event_place(reader), RK_HINT_DEPTH,
                 "lists and maps are nested more than %u deep", RK_LIMIT_DOCUMENT_DEPTH);
    return FALSE;
}

/* The characters of the current scalar; NULL with an error when they hold NUL. */
static char *scalar_text(Reader *reader)
{
    const char *text = (const char *)reader->event.data.scalar.value;
    if (strlen(text) != reader->event.data.scalar.length) {
        refuse(reader, RK_ERROR_SYNTAX, NULL, "a text with the character U+0000");
        return NULL;
    }
    if (reader->surrogates == NULL)
        return g_strdup(text);
    gboolean double_quoted = reader->event.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    return rk_surrogates_restore(reader->surrogates, text, reader->event.start_mark.index, double_quoted);
}

/* Where the current event begins in the text. libyaml counts characters, and events come in the order of the text. */
static const char *event_start(Reader *reader)
{
    for (; reader->characters < reader->event.start_mark.index && *reader->at != '\0'; reader->characters++)
        reader->at = g_utf8_next_char(reader->at);
    return reader->at;
}

static RkValue *read_scalar(Reader *reader)
{
    g_autofree char *text = scalar_text(reader);
    if (text == NULL)
        return NULL;
    RkValue *value = reader->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE
                         ? rk_document_text(reader->document, event_place(reader), text)
                         : rk_document_plain(reader->document, event_place(reader), text, reader->error);
    rk_value_set_written(value, event_start(reader));
    return value;
}

static RkValue *read_list(Reader *reader, guint depth, guint *height)
{
    RkValue *list = rk_document_list(reader->document, event_place(reader));
    while (next_event(reader)) {
        if (reader->event.type == YAML_SEQUENCE_END_EVENT)
            return list;
        RkValue *item = read_value(reader, depth, height);
        if (item == NULL)
            return NULL;
        rk_value_append(list, item);
    }
    return NULL;
}

static guint line_of_key(const RkValue *map, const char *key)
{
    guint i = 0;
    while (!g_str_equal(rk_value_key_at(map, i), key))
        i++;
    return rk_value_key_place_at(map, i).line;
}

/* The key that the current event is. */
static char *read_key(Reader *reader, const RkValue *map)
{
    if (reader->event.type != YAML_SCALAR_EVENT || reader->event.data.scalar.tag != NULL) {
        refuse(reader, RK_ERROR_SYNTAX, "quote a key that begins with [, {, *, & or !", "a key must be a text");
        return NULL;
    }
    g_autofree char *key = scalar_text(reader);
    if (key == NULL)
        return NULL;
    if (reader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE && g_str_equal(key, "<<")) {
        refuse(reader, RK_ERROR_SYNTAX, "write the keys out, or put shared settings into config",
               "merge keys are not read");
        return NULL;
    }
    if (rk_value_has(map, key)) {
        g_autofree char *hint = g_strdup_printf("it stands first in line %u", line_of_key(map, key));
        rk_error_set(reader->error, RK_ERROR_SYNTAX, event_place(reader), hint, "the key \"%s\" stands twice", key);
        return NULL;
    }
    return g_steal_pointer(&key);
}

static RkValue *read_map(Reader *reader, guint depth, guint *height)
{
    RkValue *map = rk_document_map(reader->document, event_place(reader));
    while (next_event(reader)) {
        if (reader->event.type == YAML_MAPPING_END_EVENT)
            return map;
        RkPlace key_place = event_place(reader);
        g_autofree char *key = read_key(reader, map);
        if (key == NULL || !next_event(reader))
            return NULL;
        RkValue *value = read_value(reader, depth, height);
        if (value == NULL)
            return NULL;
        rk_value_put(reader->document, map, key, key_place, value);
    }
    return NULL;
}

static RkValue *read_alias(Reader *reader, guint depth, guint *height)
{
    const char *name = (const char *)reader->event.data.alias.anchor;
    const Anchor *anchor = g_hash_table_lookup(reader->anchors, name);
    if (anchor == NULL || anchor->value == NULL) {
        rk_error_set(reader->error, RK_ERROR_SYNTAX, event_place(reader), NULL,
                     anchor == NULL ? "no value before this one is marked \"&%s\"" : "\"*%s\" stands inside itself",
                     name);
        return NULL;
    }
    if (!check_depth(reader, depth + anchor->height) || !count_values(reader, anchor->values))
        return NULL;
    *height = anchor->height;
    return anchor->value;
}

/* Reads lists, maps and scalars. `height` becomes 1 + that of the highest child, 0 for a scalar. */
static RkValue *read_content(Reader *reader, guint depth, guint *height)
{
    guint highest_child = 0;
    *height = 0;
    if (!count_values(reader, 1))
        return NULL;
    if (reader->event.type == YAML_SCALAR_EVENT)
        return read_scalar(reader);
    if (!check_depth(reader, depth + 1))
        return NULL;
    RkValue *value = reader->event.type == YAML_SEQUENCE_START_EVENT ? read_list(reader, depth + 1, &highest_child)
                                                                     : read_map(reader, depth + 1, &highest_child);
    *height = highest_child + 1;
    return value;
}

static const yaml_char_t *event_anchor(const yaml_event_t *event)
{
    if (event->type == YAML_SCALAR_EVENT)
        return event->data.scalar.anchor;
    return event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.anchor
                                                    : event->data.mapping_start.anchor;
}

static const yaml_char_t *event_tag(const yaml_event_t *event)
{
    if (event->type == YAML_SCALAR_EVENT)
        return event->data.scalar.tag;
    return event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.tag : event->data.mapping_start.tag;
}

static RkValue *read_anchored(Reader *reader, guint depth, guint *height)
{
    const yaml_char_t *name = event_anchor(&reader->event);
    if (name == NULL)
        return read_content(reader, depth, height);
    Anchor *anchor = g_new0(Anchor, 1);
    g_ptr_array_add(reader->all_anchors, anchor);
    g_hash_table_replace(reader->anchors, g_strdup((const char *)name), anchor);
    guint before = reader->values;
    RkValue *value = read_content(reader, depth, height);
    *anchor = (Anchor){value, reader->values - before, *height};
    return value;
}

/* The value at the current event, `depth` lists and maps down. Raises `*highest` to its height. */
static RkValue *read_value(Reader *reader, guint depth, guint *highest)
{
    guint height = 0;
    RkValue *value;
    if (reader->event.type == YAML_ALIAS_EVENT) {
        value = read_alias(reader, depth, &height);
    } else if (event_tag(&reader->event) != NULL) {
        refuse(reader, RK_ERROR_SYNTAX, "quote a text that begins with !", "tags are not read");
        return NULL;
    } else {
        value = read_anchored(reader, depth, &height);
    }
    *highest = MAX(*highest, height);
    return value;
}

/* The one document of the stream. */
static RkValue *read_root(Reader *reader)
{
    guint height = 0;
    if (!next_event(reader) || !next_event(reader)) /* start of the stream, start of the document */
        return NULL;
    if (reader->event.type == YAML_STREAM_END_EVENT) {
        rk_error_set(reader->error, RK_ERROR_SYNTAX, (RkPlace){reader->name, 0, 0}, NULL, "the document is empty");
        return NULL;
    }
    if (!next_event(reader))
        return NULL;
    RkValue *root = read_value(reader, 0, &height);
    if (root == NULL || !next_event(reader) || !next_event(reader)) /* end of the document, whatever follows */
        return NULL;
    if (reader->event.type != YAML_STREAM_END_EVENT) {
        refuse(reader, RK_ERROR_SYNTAX, "a file holds one document: put this one into a file of its own",
               "a second document begins");
        return NULL;
    }
    return root;
}

gboolean rk_document_read_events(RkDocument *document, const char *text, const RkSurrogates *surrogates, GError **error)
{
    Reader reader = {.text = text,
                     .at = text,
                     .name = rk_document_file(document),
                     .surrogates = surrogates,
                     .document = document,
                     .error = error};
    if (!yaml_parser_initialize(&reader.parser)) {
        rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){reader.name, 0, 0}, NULL, "no memory to read it");
        return FALSE;
    }
    const char *input = surrogates == NULL ? text : rk_surrogates_text(surrogates);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)input, strlen(input));
    reader.anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    reader.all_anchors = g_ptr_array_new_with_free_func(g_free);
    RkValue *root = read_root(&reader);
    rk_document_set_root(document, root);
    g_hash_table_unref(reader.anchors);
    g_ptr_array_unref(reader.all_anchors);
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    return root != NULL;
}
