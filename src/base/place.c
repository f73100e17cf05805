/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a character of a text stands in the file that wrote the text in quotes, with escapes or over several lines. The
 * text and its spelling are walked side by side, and blanks and ends of lines passed over, so that no rule of folding
 * is needed. A spelling that turns out to be another text's tells nothing.
 */
#include "base/place.h"

#include <string.h>

typedef struct {
    const char *at;
    RkPlace place;
    char quote; /* '"', '\'' or 0 */
} Walk;

static gboolean is_blank(gunichar character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

static void step(RkPlace *place, const char *at)
{
    place->column++;
    if (*at == '\n' || (*at == '\r' && at[1] != '\n')) {
        place->line++;
        place->column = 1;
    }
}

static void advance(Walk *walk, gsize bytes)
{
    for (const char *end = walk->at + bytes; walk->at < end; walk->at = g_utf8_next_char(walk->at))
        step(&walk->place, walk->at);
}

/* Up to so many hexadecimal digits. */
static gunichar hexadecimal(const char *text, guint digits)
{
    gunichar value = 0;
    for (guint i = 0; i < digits && g_ascii_isxdigit(text[i]); i++)
        value = value * 16 + (gunichar)g_ascii_xdigit_value(text[i]);
    return value;
}

/* JSON writes a character beyond U+FFFF as two. Returns the bytes of the escape, which never pass its end. */
static gsize read_code(const char *at, guint digits, gunichar *character)
{
    *character = hexadecimal(at + 2, digits);
    gsize bytes = 2 + MIN(digits, strspn(at + 2, "0123456789abcdefABCDEF"));
    if (*character < 0xd800 || *character > 0xdbff || at[bytes] != '\\' || at[bytes + 1] != 'u')
        return bytes;
    gunichar low = hexadecimal(at + bytes + 2, 4);
    *character = 0x10000 + ((*character - 0xd800) << 10) + (low - 0xdc00);
    return bytes + 2 + MIN(4, strspn(at + bytes + 2, "0123456789abcdefABCDEF"));
}

/* What stands behind a backslash within double quotes. */
static gsize read_escape(const char *at, gunichar *character)
{
    static const char letters[] = "0abtnvfreN_LP";
    static const gunichar meanings[] = {0, 7, 8, '\t', '\n', 11, 12, '\r', 27, 0x85, 0xa0, 0x2028, 0x2029};
    if (at[1] == '\0')
        return 0;
    guint digits = at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : at[1] == 'U' ? 8 : 0;
    if (digits > 0)
        return read_code(at, digits, character);
    const char *letter = strchr(letters, at[1]);
    *character = letter != NULL ? meanings[letter - letters] : g_utf8_get_char(at + 1);
    return 1 + (gsize)(g_utf8_next_char(at + 1) - (at + 1));
}

/* The next character of the text as it is written, and its bytes there; 0 at the end. */
static gsize read_character(const Walk *walk, gunichar *character)
{
    const char *at = walk->at;
    gboolean quote = walk->quote != 0 && *at == walk->quote;
    if (*at == '\0' || (quote && (*at == '"' || at[1] != '\'')))
        return 0;
    if (walk->quote == '"' && *at == '\\')
        return read_escape(at, character);
    *character = g_utf8_get_char(at);
    return quote ? 2 : (gsize)(g_utf8_next_char(at) - at);
}

static void pass_blanks(Walk *walk)
{
    gunichar character = 0;
    for (gsize bytes; (bytes = read_character(walk, &character)) > 0 && is_blank(character);)
        advance(walk, bytes);
}

/* To the first character within quotes, or behind the head of a block. */
static Walk begin(RkPlace place)
{
    Walk walk = {place.written, place, 0};
    if (*walk.at == '&') {
        advance(&walk, strcspn(walk.at, " \t\r\n"));
        pass_blanks(&walk);
    }
    if (*walk.at == '|' || *walk.at == '>') {
        advance(&walk, strcspn(walk.at, "\r\n"));
    } else if (*walk.at == '"' || *walk.at == '\'') {
        walk.quote = *walk.at;
        advance(&walk, 1);
    }
    return walk;
}

/* Walks to a byte of the text; FALSE when something else is written there. */
static gboolean follow(const char *text, gsize offset, Walk *walk)
{
    *walk = begin(walk->place);
    const char *at = text;
    for (; at < text + offset && *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar found = 0;
        if (is_blank(g_utf8_get_char(at)))
            continue;
        pass_blanks(walk);
        gsize bytes = read_character(walk, &found);
        if (bytes == 0 || found != g_utf8_get_char(at))
            return FALSE;
        advance(walk, bytes);
    }
    if (*at != '\0' && !is_blank(g_utf8_get_char(at)))
        pass_blanks(walk);
    return TRUE;
}

RkPlace rk_place_within(const char *text, RkPlace place, gsize offset)
{
    if (place.line == 0) {
        if (place.file != NULL)
            return place;
        place.line = 1;
    }
    place.column = MAX(place.column, 1);
    Walk walk = {.place = place};
    if (place.written != NULL && follow(text, offset, &walk))
        return walk.place;
    for (const char *at = text; at < text + offset && *at != '\0'; at = g_utf8_next_char(at))
        step(&place, at);
    return place;
}

char *rk_place_keep_written(const char *text, RkPlace place)
{
    Walk walk = {.place = place};
    if (place.written == NULL || !follow(text, strlen(text), &walk))
        return NULL;
    return g_strndup(place.written, (gsize)(walk.at - place.written));
}
