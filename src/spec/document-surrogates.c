/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON writes a character beyond U+FFFF as two escapes, \uD83D\uDE00, and libyaml refuses each half. The pairs are
 * masked by a private character that the text has nowhere else, escaped just as long, so that every line and column
 * stays true; when a scalar has been read, the masks in it become the character again (or, outside double quotes, where
 * a backslash is only a backslash, the very text that stood there). A half without its other half is left for libyaml
 * to refuse.
 */
#include "spec/document-private.h"

#include <string.h>

enum { PAIR_BYTES = 12, FIRST_PRIVATE = 0xe000, PRIVATE_CHARACTERS = 0xf900 - 0xe000 };

typedef struct {
    gsize start; /* in characters, as libyaml counts */
    gsize byte;
    gunichar character;
    char written[PAIR_BYTES + 1];
} Pair;

struct RkSurrogates {
    char *text;
    GArray *pairs;
    char escapes[PAIR_BYTES + 1]; /* the mask as it stands in the text */
    char decoded[8];              /* the mask as libyaml decodes it */
};

/* Four hexadecimal digits, or -1. */
static int hex4(const char *text)
{
    int value = 0;
    for (int i = 0; i < 4; i++) {
        int digit = g_ascii_xdigit_value(text[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* The character that the pair at `text` stands for, 0 when there is none. `text` ends with NUL, so looking ahead stops.
 */
static gunichar pair_at(const char *text)
{
    if (strncmp(text, "\\u", 2) != 0)
        return 0;
    int high = hex4(text + 2);
    if (high < 0xd800 || high > 0xdbff || strncmp(text + 6, "\\u", 2) != 0)
        return 0;
    int low = hex4(text + 8);
    if (low < 0xdc00 || low > 0xdfff)
        return 0;
    return 0x10000 + ((gunichar)(high - 0xd800) << 10) + (gunichar)(low - 0xdc00);
}

static GArray *find_pairs(const char *text, gsize length)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    gsize characters = 0;
    for (gsize i = 0; i < length; i++) {
        gunichar character = text[i] == '\\' ? pair_at(text + i) : 0;
        if (character != 0) {
            Pair pair = {.start = characters, .byte = i, .character = character};
            memcpy(pair.written, text + i, PAIR_BYTES);
            g_array_append_val(pairs, pair);
            i += PAIR_BYTES - 1;
            characters += PAIR_BYTES;
        } else if (text[i] == '\\' && text[i + 1] == '\\') {
            i++;
            characters += 2;
        } else if (((guchar)text[i] & 0xc0) != 0x80) {
            characters++;
        }
    }
    return pairs;
}

static void mark_used(gboolean *used, int code)
{
    if (code >= FIRST_PRIVATE && code < FIRST_PRIVATE + PRIVATE_CHARACTERS)
        used[code - FIRST_PRIVATE] = TRUE;
}

/* A private character that stands nowhere in the text, neither itself nor as hexadecimal digits; 0 when all do. */
static gunichar unused_character(const char *text)
{
    g_autofree gboolean *used = g_new0(gboolean, PRIVATE_CHARACTERS);
    for (; *text != '\0'; text++) {
        if (g_ascii_isxdigit(*text))
            mark_used(used, hex4(text));
        else if (((guchar)*text & 0xf0) == 0xe0)
            mark_used(used, (int)g_utf8_get_char(text));
    }
    for (guint i = 0; i < PRIVATE_CHARACTERS; i++) {
        if (!used[i])
            return FIRST_PRIVATE + i;
    }
    return 0;
}

static void mask_pairs(RkSurrogates *surrogates)
{
    for (guint i = 0; i < surrogates->pairs->len; i++) {
        const Pair *pair = &g_array_index(surrogates->pairs, Pair, i);
        memcpy(surrogates->text + pair->byte, surrogates->escapes, PAIR_BYTES);
    }
}

RkSurrogates *rk_surrogates_mask(const char *text, gsize length, const char *name, GError **error)
{
    if (strstr(text, "\\uD") == NULL && strstr(text, "\\ud") == NULL)
        return NULL;
    RkSurrogates *surrogates = g_new0(RkSurrogates, 1);
    surrogates->pairs = find_pairs(text, length);
    gunichar mask = unused_character(text);
    if (surrogates->pairs->len == 0 || mask == 0) {
        if (mask == 0)
            rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){name, 0, 0}, "write such characters directly, in UTF-8",
                         "surrogate escapes beside every private character of Unicode");
        rk_surrogates_free(surrogates);
        return NULL;
    }
    surrogates->text = g_strndup(text, length);
    g_snprintf(surrogates->escapes, sizeof surrogates->escapes, "\\u%04X\\u%04X", mask, mask);
    int bytes = g_unichar_to_utf8(mask, surrogates->decoded);
    g_unichar_to_utf8(mask, surrogates->decoded + bytes);
    mask_pairs(surrogates);
    return surrogates;
}

void rk_surrogates_free(RkSurrogates *surrogates)
{
    if (surrogates == NULL)
        return;
    g_array_unref(surrogates->pairs);
    g_free(surrogates->text);
    g_free(surrogates);
}

const char *rk_surrogates_text(const RkSurrogates *surrogates)
{
    return surrogates->text;
}

/* Position of the first pair at or after a character. */
static guint first_pair(const GArray *pairs, gsize start)
{
    guint low = 0, high = pairs->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(pairs, Pair, middle).start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

char *rk_surrogates_restore(const RkSurrogates *surrogates, const char *scalar, gsize start, gboolean double_quoted)
{
    const char *mask = double_quoted ? surrogates->decoded : surrogates->escapes;
    GString *restored = g_string_new(NULL);
    guint next = first_pair(surrogates->pairs, start);
    const char *found;
    while (next < surrogates->pairs->len && (found = strstr(scalar, mask)) != NULL) {
        const Pair *pair = &g_array_index(surrogates->pairs, Pair, next++);
        g_string_append_len(restored, scalar, found - scalar);
        if (double_quoted)
            g_string_append_unichar(restored, pair->character);
        else
            g_string_append(restored, pair->written);
        scalar = found + strlen(mask);
    }
    g_string_append(restored, scalar);
    return g_string_free(restored, FALSE);
}
