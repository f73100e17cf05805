/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tree of values back to YAML text, by libyaml's emitter. What it writes reads back as the same tree; a number that
 * is missing is written as null.
 */
#include "spec/document.h"

#include "base/number.h"
#include "spec/document-private.h"

#include <math.h>
#include <string.h>

static gboolean emit_value(yaml_emitter_t *emitter, const RkValue *value);

static int append_text(void *user, unsigned char *buffer, size_t size)
{
    g_string_append_len(user, (const char *)buffer, (gssize)size);
    return 1;
}

static gboolean emit_scalar(yaml_emitter_t *emitter, const char *text, gboolean plain)
{
    yaml_event_t event;
    yaml_scalar_style_t style = plain ? YAML_PLAIN_SCALAR_STYLE : YAML_SINGLE_QUOTED_SCALAR_STYLE;
    if (strchr(text, '\n') != NULL)
        style = YAML_LITERAL_SCALAR_STYLE;
    return yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)text, (int)strlen(text), plain, 1,
                                        style) &&
           yaml_emitter_emit(emitter, &event);
}

static gboolean emit_text(yaml_emitter_t *emitter, const char *text)
{
    return emit_scalar(emitter, text, !rk_document_plain_is_special(text));
}

static gboolean emit_number(yaml_emitter_t *emitter, double number)
{
    char buffer[RK_NUMBER_BUFFER];
    return emit_scalar(emitter, isfinite(number) ? rk_number_shortest(number, buffer) : "null", TRUE);
}

static gboolean emit_list(yaml_emitter_t *emitter, const RkValue *list)
{
    yaml_event_t event;
    if (!yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE) ||
        !yaml_emitter_emit(emitter, &event))
        return FALSE;
    for (guint i = 0; i < rk_value_length(list); i++) {
        if (!emit_value(emitter, rk_value_at(list, i)))
            return FALSE;
    }
    return yaml_sequence_end_event_initialize(&event) && yaml_emitter_emit(emitter, &event);
}

static gboolean emit_map(yaml_emitter_t *emitter, const RkValue *map)
{
    yaml_event_t event;
    if (!yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE) ||
        !yaml_emitter_emit(emitter, &event))
        return FALSE;
    for (guint i = 0; i < rk_value_length(map); i++) {
        if (!emit_text(emitter, rk_value_key_at(map, i)) || !emit_value(emitter, rk_value_at(map, i)))
            return FALSE;
    }
    return yaml_mapping_end_event_initialize(&event) && yaml_emitter_emit(emitter, &event);
}

static gboolean emit_value(yaml_emitter_t *emitter, const RkValue *value)
{
    switch (rk_value_kind(value)) {
    case RK_VALUE_NULL:
        return emit_scalar(emitter, "null", TRUE);
    case RK_VALUE_BOOLEAN:
        return emit_scalar(emitter, rk_value_boolean_or(value, FALSE) ? "true" : "false", TRUE);
    case RK_VALUE_NUMBER:
        return rk_value_digits(value) != NULL ? emit_scalar(emitter, rk_value_digits(value), TRUE)
                                              : emit_number(emitter, rk_value_number_or(value, NAN));
    case RK_VALUE_TEXT:
        return emit_text(emitter, rk_value_text_or(value, ""));
    case RK_VALUE_LIST:
        return emit_list(emitter, value);
    case RK_VALUE_MAP:
        return emit_map(emitter, value);
    }
    return FALSE;
}

static gboolean emit_document(yaml_emitter_t *emitter, const RkValue *value)
{
    yaml_event_t event;
    return yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING) && yaml_emitter_emit(emitter, &event) &&
           yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1) && yaml_emitter_emit(emitter, &event) &&
           emit_value(emitter, value) && yaml_document_end_event_initialize(&event, 1) &&
           yaml_emitter_emit(emitter, &event) && yaml_stream_end_event_initialize(&event) &&
           yaml_emitter_emit(emitter, &event);
}

char *rk_value_to_yaml(const RkValue *value)
{
    yaml_emitter_t emitter;
    GString *text = g_string_new(NULL);
    if (yaml_emitter_initialize(&emitter)) {
        yaml_emitter_set_output(&emitter, append_text, text);
        yaml_emitter_set_unicode(&emitter, 1);
        yaml_emitter_set_width(&emitter, -1);
        emit_document(&emitter, value);
        yaml_emitter_delete(&emitter);
    }
    return g_string_free(text, FALSE);
}
