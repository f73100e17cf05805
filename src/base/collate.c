/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of three levels: letters, accents, case. Every letter has a place in the alphabet of its language; a letter that
 * the alphabet has no place for stands where its letter without accents does. Signs and spaces come before digits,
 * digits before letters, other scripts by their code points.
 */
#include "base/collate.h"

#include <string.h>

/* Between "a" and "b" there is room for letters of their own. */
#define STEP 16

/* Each item: a letter, "<" before a letter of its own that follows, "=" before a variant that differs as an accent
 * does. After CLDR 44. */
static const struct {
    const char *language;
    const char *rules;
} alphabets[] = {
    {"lt", "c<č i=y s<š z<ž"},
    {"lv", "c<č g<ģ i=y k<ķ l<ļ n<ņ r<ŗ s<š z<ž"},
    {"et", "s<š<z<ž w<õ<ä<ö<ü"},
    {"pl", "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż"},
    {"es", "n<ñ"},
    {"fi", "d=đ z<å<ä<ö o=ø y=ü"},
    {"sv", "d=đ z<å<ä=æ<ö=ø y=ü"},
    {"da", "d=đ z<æ=ä<ø=ö<å y=ü"},
    {"nb", "d=đ z<æ=ä<ø=ö<å y=ü"},
    {"uk", "г<ґ е<є и<і<ї<й"},
};

static const char *rules_of(const char *language)
{
    gsize length = language != NULL ? strcspn(language, "-_.") : 0;
    for (guint i = 0; i < G_N_ELEMENTS(alphabets); i++)
        if (strlen(alphabets[i].language) == length && strncmp(alphabets[i].language, language, length) == 0)
            return alphabets[i].rules;
    return "";
}

/* Where a letter without accents stands. */
static guint32 place_of_plain(gunichar letter)
{
    if (g_ascii_isdigit(letter))
        return 0x1000 + (letter - '0') * STEP;
    if (letter >= 'a' && letter <= 'z')
        return 0x2000 + (letter - 'a') * STEP;
    return g_unichar_isalnum(letter) ? 0x4000 + letter * STEP : letter < 0x80 ? letter : 0x80;
}

/* Looks a letter up in the rules of an alphabet: its place, and how far it is a variant. */
static gboolean place_in_rules(const char *rules, gunichar letter, guint32 *place, guint32 *variant)
{
    guint32 here = 0, alike = 0;
    for (const char *at = rules; *at != '\0';) {
        gunichar sign = g_utf8_get_char(at);
        at = g_utf8_next_char(at);
        if (sign == ' ')
            continue;
        if (sign == '<' || sign == '=') {
            here += sign == '<';
            alike = sign == '<' ? 0 : alike + 1;
            sign = g_utf8_get_char(at);
            at = g_utf8_next_char(at);
        } else {
            here = place_of_plain(sign);
            alike = 0;
            continue;
        }
        if (sign == letter) {
            *place = here;
            *variant = alike;
            return TRUE;
        }
    }
    return FALSE;
}

/* Letters that Unicode does not take apart. */
static const char *spelled(gunichar letter)
{
    static const struct {
        gunichar letter;
        const char *plain;
    } letters[] = {{0xe6, "ae"}, {0x153, "oe"}, {0xdf, "ss"}, {0xf8, "o"}, {0x142, "l"},
                   {0x111, "d"}, {0xf0, "d"},   {0xfe, "th"}, {0x131, "i"}};
    for (guint i = 0; i < G_N_ELEMENTS(letters); i++)
        if (letters[i].letter == letter)
            return letters[i].plain;
    return NULL;
}

typedef struct {
    GString *letters, *accents, *cases;
} Key;

static void add(Key *key, guint32 place, guint32 accent, gboolean capital)
{
    g_string_append_unichar(key->letters, 0x100 + place);
    g_string_append_unichar(key->accents, 0x100 + accent);
    g_string_append_c(key->cases, capital ? '2' : '1');
}

/* A letter of no place of its own: without its accents, which count after all letters. */
static void add_foreign(Key *key, gunichar letter, gboolean capital)
{
    char text[8] = "";
    text[g_unichar_to_utf8(letter, text)] = '\0';
    const char *plain = spelled(letter);
    g_autofree char *apart = g_utf8_normalize(plain != NULL ? plain : text, -1, G_NORMALIZE_NFD);
    for (const char *at = apart; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar part = g_utf8_get_char(at);
        if (g_unichar_ismark(part))
            g_string_append_unichar(key->accents, 0x100 + (part & 0xff) + 8);
        else
            add(key, place_of_plain(part), plain != NULL ? 1 : 0, capital);
    }
}

char *rk_collation_key(const char *text, const char *language)
{
    const char *rules = rules_of(language);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *whole = g_utf8_normalize(valid, -1, G_NORMALIZE_NFC);
    Key key = {g_string_new(NULL), g_string_new(NULL), g_string_new(NULL)};
    for (const char *at = whole; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at), small = g_unichar_tolower(letter);
        guint32 place, variant;
        if (place_in_rules(rules, small, &place, &variant))
            add(&key, place, variant, small != letter);
        else
            add_foreign(&key, small, small != letter);
    }
    char *made = g_strdup_printf("%s\x01%s\x01%s\x01%s", key.letters->str, key.accents->str, key.cases->str, whole);
    g_string_free(key.letters, TRUE);
    g_string_free(key.accents, TRUE);
    g_string_free(key.cases, TRUE);
    return made;
}
