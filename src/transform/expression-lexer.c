/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts an expression into tokens: numbers, texts, names, regular expressions and marks. It refuses every byte that
 * the language has no use for, with the place of that byte.
 */
#include "transform/expression-private.h"

#include <string.h>

#include "base/number.h"

typedef struct {
    const char *text;
    RkPlace place;
    guint at;
    GArray *tokens;
    GPtrArray *pool;
    GError **error;
} Lexer;

/* Longest first, so that the first match is the right one. */
static const char *const marks[] = {"===", "!==", ">>>", "**", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>",
                                    "+",   "-",   "*",   "/",  "%",  "<",  ">",  "!",  "~",  "&",  "|",  "^",
                                    "?",   ":",   "(",   ")",  "[",  "]",  "{",  "}",  ".",  ",",  NULL};

static gboolean fail(Lexer *lexer, guint offset, const char *hint, const char *message)
{
    rk_error_set(lexer->error, RK_ERROR_SYNTAX, rk_place_within(lexer->text, lexer->place, offset), hint, "%s",
                 message);
    return FALSE;
}

static void add(Lexer *lexer, RkToken token, guint end)
{
    token.offset = lexer->at;
    token.end = end;
    g_array_append_val(lexer->tokens, token);
    lexer->at = end;
}

static char *keep(Lexer *lexer, char *text)
{
    g_ptr_array_add(lexer->pool, text);
    return text;
}

static gboolean is_name_start(const char *c)
{
    return g_ascii_isalpha(*c) || *c == '_' || *c == '$' ||
           ((guchar)*c >= 0x80 && g_unichar_isalpha(g_utf8_get_char(c)));
}

static gboolean is_name_part(const char *c)
{
    return is_name_start(c) || g_ascii_isdigit(*c) || ((guchar)*c >= 0x80 && g_unichar_isalnum(g_utf8_get_char(c)));
}

static gboolean read_hexadecimal(Lexer *lexer)
{
    guint end = lexer->at + 2;
    double value = 0;
    while (g_ascii_isxdigit(lexer->text[end]))
        value = value * 16 + g_ascii_xdigit_value(lexer->text[end++]);
    if (end == lexer->at + 2 || is_name_part(lexer->text + end))
        return fail(lexer, lexer->at, NULL, "a number that cannot be read");
    add(lexer, (RkToken){.kind = RK_TOKEN_NUMBER, .number = value}, end);
    return TRUE;
}

static guint skip_digits(const char *text, guint at)
{
    while (g_ascii_isdigit(text[at]))
        at++;
    return at;
}

static gboolean read_number(Lexer *lexer)
{
    const char *text = lexer->text;
    if (text[lexer->at] == '0' && (text[lexer->at + 1] | 32) == 'x')
        return read_hexadecimal(lexer);
    guint whole = skip_digits(text, lexer->at), end = whole;
    if (text[end] == '.')
        end = skip_digits(text, end + 1);
    if ((text[end] | 32) == 'e') {
        guint digits = end + 1 + (text[end + 1] == '+' || text[end + 1] == '-');
        if (!g_ascii_isdigit(text[digits]))
            return fail(lexer, lexer->at, NULL, "a number that cannot be read");
        end = skip_digits(text, digits);
    }
    /* The strict reader wants digits on both sides of the point; the language does not. */
    g_autoptr(GString) plain = g_string_new_len(text + lexer->at, end - lexer->at);
    if (plain->str[0] == '.')
        g_string_prepend_c(plain, '0');
    if (text[whole] == '.' && !g_ascii_isdigit(text[whole + 1]) && whole > lexer->at)
        g_string_insert_c(plain, (gssize)(whole + 1 - lexer->at), '0');
    RkToken token = {.kind = RK_TOKEN_NUMBER};
    if (is_name_part(text + end) || !rk_number_parse(plain->str, plain->len, RK_NUMBER_SYNTAX_PLAIN, &token.number))
        return fail(lexer, lexer->at, NULL, "a number that cannot be read");
    add(lexer, token, end);
    return TRUE;
}

static gboolean read_code_point(Lexer *lexer, guint *at, guint digits, GString *out)
{
    gunichar c = 0;
    for (guint i = 0; i < digits; i++) {
        int digit = g_ascii_xdigit_value(lexer->text[*at + 1 + i]);
        if (digit < 0)
            return fail(lexer, *at - 1, NULL, "an escape that cannot be read");
        c = c * 16 + (gunichar)digit;
    }
    if (c == 0 || !g_unichar_validate(c))
        return fail(lexer, *at - 1, NULL, "an escape that is no character");
    g_string_append_unichar(out, c);
    *at += digits;
    return TRUE;
}

/** Reads the escape whose letter stands at `*at`; leaves `*at` on its last byte. */
static gboolean read_escape(Lexer *lexer, guint *at, GString *out)
{
    static const char letters[] = "nrtbfv", meanings[] = "\n\r\t\b\f\v";
    char letter = lexer->text[*at];
    const char *found = letter == '\0' ? NULL : strchr(letters, letter);
    if (letter == 'u' || letter == 'x')
        return read_code_point(lexer, at, letter == 'u' ? 4 : 2, out);
    if (found != NULL)
        g_string_append_c(out, meanings[found - letters]);
    else if (letter != '\0' && letter != '\n')
        g_string_append_c(out, letter);
    return TRUE;
}

static gboolean read_text(Lexer *lexer)
{
    char quote = lexer->text[lexer->at];
    g_autoptr(GString) out = g_string_new(NULL);
    guint at = lexer->at + 1;
    for (; lexer->text[at] != quote; at++) {
        if (lexer->text[at] == '\0')
            return fail(lexer, lexer->at, "close it with the same quote", "a text that is not closed");
        if (lexer->text[at] != '\\') {
            g_string_append_c(out, lexer->text[at]);
            continue;
        }
        at++;
        if (lexer->text[at] == '\0')
            return fail(lexer, lexer->at, "close it with the same quote", "a text that is not closed");
        if (!read_escape(lexer, &at, out))
            return FALSE;
    }
    add(lexer, (RkToken){.kind = RK_TOKEN_TEXT, .text = keep(lexer, g_strdup(out->str))}, at + 1);
    return TRUE;
}

/** A slash begins a regular expression where a value is expected, and divides elsewhere. */
static gboolean expects_value(const Lexer *lexer)
{
    if (lexer->tokens->len == 0)
        return TRUE;
    const RkToken *before = &g_array_index(lexer->tokens, RkToken, lexer->tokens->len - 1);
    return before->kind == RK_TOKEN_MARK && strchr(")]}", before->mark[0]) == NULL;
}

static gboolean read_pattern(Lexer *lexer)
{
    guint at = lexer->at + 1;
    gboolean in_class = FALSE;
    for (; lexer->text[at] != '/' || in_class; at++) {
        if (lexer->text[at] == '\\' && lexer->text[at + 1] != '\0')
            at++;
        else if (lexer->text[at] == '[' || lexer->text[at] == ']')
            in_class = lexer->text[at] == '[';
        if (lexer->text[at] == '\0' || lexer->text[at] == '\n')
            return fail(lexer, lexer->at, "close it with a slash", "a regular expression that is not closed");
    }
    guint end = at + 1;
    while (g_ascii_isalpha(lexer->text[end]))
        end++;
    char *text = g_strdup_printf("%.*s/%.*s", (int)(end - at - 1), lexer->text + at + 1, (int)(at - lexer->at - 1),
                                 lexer->text + lexer->at + 1);
    add(lexer, (RkToken){.kind = RK_TOKEN_PATTERN, .text = keep(lexer, text)}, end);
    return TRUE;
}

static gboolean read_name(Lexer *lexer)
{
    const char *end = lexer->text + lexer->at;
    while (is_name_part(end))
        end = g_utf8_next_char(end);
    gsize length = (gsize)(end - lexer->text) - lexer->at;
    char *name = keep(lexer, g_strndup(lexer->text + lexer->at, length));
    add(lexer, (RkToken){.kind = RK_TOKEN_NAME, .text = name}, lexer->at + (guint)length);
    return TRUE;
}

static gboolean read_mark(Lexer *lexer)
{
    const char *c = lexer->text + lexer->at;
    for (guint i = 0; marks[i] != NULL; i++)
        if (strncmp(c, marks[i], strlen(marks[i])) == 0) {
            add(lexer, (RkToken){.kind = RK_TOKEN_MARK, .mark = marks[i]}, lexer->at + (guint)strlen(marks[i]));
            return TRUE;
        }
    g_autofree char *shown = g_strndup(c, (gsize)(g_utf8_next_char(c) - c));
    g_autofree char *message = g_strdup_printf("\"%s\" has no meaning in an expression", shown);
    const char *hint = *c == '=' ? "equality is ==" : NULL;
    return fail(lexer, lexer->at, hint, message);
}

static gboolean read_token(Lexer *lexer)
{
    const char *c = lexer->text + lexer->at;
    if (g_ascii_isdigit(*c) || (*c == '.' && g_ascii_isdigit(c[1])))
        return read_number(lexer);
    if (*c == '\'' || *c == '"')
        return read_text(lexer);
    if (*c == '/' && expects_value(lexer))
        return read_pattern(lexer);
    return is_name_start(c) ? read_name(lexer) : read_mark(lexer);
}

GArray *rk_expression_tokens(const char *text, RkPlace place, GPtrArray *pool, GError **error)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, TRUE, sizeof(RkToken));
    Lexer lexer = {text, place, 0, tokens, pool, error};
    for (;;) {
        while (g_ascii_isspace(text[lexer.at]))
            lexer.at++;
        if (text[lexer.at] == '\0')
            break;
        if (!read_token(&lexer))
            return NULL;
    }
    add(&lexer, (RkToken){.kind = RK_TOKEN_END}, lexer.at);
    return g_steal_pointer(&tokens);
}
