/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files whose name says JSON are JSON: commas at the end of lists, comments, and texts without quotation marks, which
 * YAML allows, are refused here with their place, since no other reader of JSON would take them. It only looks; what
 * the text means is read by the reader of YAML, which also finds what both languages refuse.
 */
#include "spec/document-private.h"

#include "base/limits.h"

#include <string.h>

typedef struct {
    const char *text;
    const char *at;
    const char *name;
    GError **error;
} Json;

static gboolean value(Json *json, guint depth);

static gboolean refuse(const Json *json, const char *at, const char *hint, const char *message)
{
    RkPlace place = rk_document_place_at(json->text, (gsize)(at - json->text), json->name);
    rk_error_set(json->error, RK_ERROR_SYNTAX, place, hint, "%s", message);
    return FALSE;
}

static void skip_space(Json *json)
{
    json->at += strspn(json->at, " \t\r\n");
}

/** A text up to its closing quotation mark; the digits of its escapes are looked at later. */
static gboolean text(Json *json)
{
    const char *start = json->at;
    if (*json->at != '"')
        return refuse(json, start, "put it between quotation marks", "not JSON: a text has no quotation marks (\")");
    for (json->at++; *json->at != '"'; json->at++) {
        if ((guchar)*json->at < ' ')
            return refuse(json, start, "write \\n for a new line within a text",
                          "not JSON: a text does not end in its line");
        if (*json->at != '\\')
            continue;
        if (*++json->at == '\0' || strchr("\"\\/bfnrtu", *json->at) == NULL)
            return refuse(json, json->at, "write \\\\ for a backslash", "not JSON: no escape is written like this");
    }
    json->at++;
    return TRUE;
}

static gboolean digits(Json *json)
{
    gsize count = strspn(json->at, "0123456789");
    json->at += count;
    return count > 0;
}

static gboolean number(Json *json)
{
    const char *start = json->at;
    json->at += *json->at == '-';
    gboolean whole = *json->at == '0' ? (json->at++, TRUE) : digits(json);
    gboolean good = whole;
    if (good && *json->at == '.') {
        json->at++;
        good = digits(json);
    }
    if (good && (*json->at == 'e' || *json->at == 'E')) {
        json->at++;
        json->at += *json->at == '-' || *json->at == '+';
        good = digits(json);
    }
    return good || refuse(json, start, "write numbers as 0.5, -1 or 1e6", "not JSON: a number is not written as one");
}

static gboolean word(Json *json)
{
    static const char *const words[] = {"true", "false", "null"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize length = strlen(words[i]);
        if (strncmp(json->at, words[i], length) == 0 && !g_ascii_isalnum(json->at[length])) {
            json->at += length;
            return TRUE;
        }
    }
    return refuse(json, json->at, "a value is a number, a \"text\", true, false, null, [list] or {map}",
                  "not JSON: a value is expected here");
}

static gboolean member(Json *json, gboolean named, guint depth)
{
    if (named) {
        if (!text(json))
            return FALSE;
        skip_space(json);
        if (*json->at != ':')
            return refuse(json, json->at, NULL, "not JSON: a key is followed by a colon");
        json->at++;
    }
    return value(json, depth);
}

/** The members of a list or map up to its bracket. */
static gboolean members(Json *json, char bracket, guint depth)
{
    json->at++;
    skip_space(json);
    while (*json->at != bracket) {
        if (!member(json, bracket == '}', depth))
            return FALSE;
        skip_space(json);
        const char *comma = json->at;
        if (*comma == bracket)
            break;
        if (*comma != ',')
            return refuse(json, comma, NULL, "not JSON: a comma or a closing bracket is expected here");
        json->at++;
        skip_space(json);
        if (*json->at == bracket)
            return refuse(json, comma, "take it away", "not JSON: nothing follows this comma");
    }
    json->at++;
    return TRUE;
}

static gboolean refuse_depth(const Json *json)
{
    g_autofree char *message = g_strdup_printf("lists and maps are nested more than %u deep", RK_LIMIT_DOCUMENT_DEPTH);
    return refuse(json, json->at, RK_HINT_DEPTH, message);
}

static gboolean value(Json *json, guint depth)
{
    skip_space(json);
    if (*json->at == '[' || *json->at == '{') {
        if (depth >= RK_LIMIT_DOCUMENT_DEPTH)
            return refuse_depth(json);
        return members(json, *json->at == '[' ? ']' : '}', depth + 1);
    }
    if (*json->at == '"')
        return text(json);
    return *json->at == '-' || g_ascii_isdigit(*json->at) ? number(json) : word(json);
}

gboolean rk_document_check_json(const char *source, const char *name, GError **error)
{
    Json json = {.text = source, .at = source, .name = name, .error = error};
    if (name == NULL || !g_str_has_suffix(name, ".json"))
        return TRUE;
    skip_space(&json);
    if (*json.at == '\0')
        return TRUE;
    if (!value(&json, 0))
        return FALSE;
    skip_space(&json);
    return *json.at == '\0' || refuse(&json, json.at, NULL, "not JSON: something follows the end");
}
