/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that work on texts. Positions count characters, not bytes. Regular expressions are GRegex
 * with a bound on the steps of a match.
 */
#include "transform/expression-private.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"

/** A whole number between `low` and `high` from an argument; `otherwise` when it is absent. */
static glong position(const RkScalar *arguments, guint count, guint index, double otherwise, double low, double high)
{
    double number = index < count ? rk_scalar_to_number(arguments[index]) : otherwise;
    if (isnan(number))
        number = 0;
    return (glong)CLAMP(trunc(number), low, high);
}

static RkScalar convert(RkEvaluation *evaluation, const RkScalar *arguments, char *(*change)(const char *, gssize))
{
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    return rk_evaluation_take(evaluation, change(rk_scalar_to_text(evaluation, arguments[0]), -1));
}

static RkScalar call_lower(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return convert(evaluation, arguments, g_utf8_strdown);
}

static RkScalar call_upper(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return convert(evaluation, arguments, g_utf8_strup);
}

static char *trimmed(const char *text, gssize length)
{
    (void)length;
    const char *end = text + strlen(text), *before;
    while (*text != '\0' && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    while (end > text && (before = g_utf8_prev_char(end)) >= text && g_unichar_isspace(g_utf8_get_char(before)))
        end = before;
    return g_strndup(text, (gsize)(end - text));
}

static RkScalar call_trim(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return convert(evaluation, arguments, trimmed);
}

static RkScalar call_substring(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    double length = (double)g_utf8_strlen(text, -1);
    glong start = position(arguments, count, 1, 0, 0, length), end = position(arguments, count, 2, length, 0, length);
    return rk_evaluation_take(evaluation, g_utf8_substring(text, MIN(start, end), MAX(start, end)));
}

/** Adds `text` `times` over. The caller has checked the length. */
static void repeat(GString *out, const char *text, glong times)
{
    for (glong i = 0; i < times; i++)
        g_string_append(out, text);
}

static RkScalar call_pad(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    const char *filler = count > 2 ? rk_scalar_to_text(evaluation, arguments[2]) : " ";
    const char *align = count > 3 ? rk_scalar_to_text(evaluation, arguments[3]) : "right";
    if (rk_scalar_to_number(arguments[1]) > RK_LIMIT_FIELD_BYTES)
        return rk_evaluation_fail(evaluation, RK_ERROR_LIMIT, NULL, "a text longer than %u bytes",
                                  RK_LIMIT_FIELD_BYTES);
    glong missing = position(arguments, count, 1, 0, 0, RK_LIMIT_FIELD_BYTES) - g_utf8_strlen(text, -1);
    if (missing <= 0)
        return rk_text(text);
    if (strlen(filler) > 64)
        return rk_evaluation_fail(evaluation, RK_ERROR_LIMIT, NULL, "pad() takes a character to fill with");
    glong left = strcmp(align, "left") == 0 ? missing : strcmp(align, "center") == 0 ? missing / 2 : 0;
    g_autoptr(GString) out = g_string_new(NULL);
    repeat(out, filler, left);
    g_string_append(out, text);
    repeat(out, filler, missing - left);
    return rk_evaluation_take(evaluation, g_strdup(out->str));
}

static RkScalar call_truncate(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    const char *align = count > 2 ? rk_scalar_to_text(evaluation, arguments[2]) : "right";
    const char *ellipsis = count > 3 ? rk_scalar_to_text(evaluation, arguments[3]) : "\u2026";
    glong have = g_utf8_strlen(text, -1), room = position(arguments, count, 1, 0, 0, RK_LIMIT_FIELD_BYTES);
    if (have <= room)
        return rk_text(text);
    glong kept = MAX(0, room - g_utf8_strlen(ellipsis, -1));
    glong head = strcmp(align, "left") == 0 ? 0 : strcmp(align, "center") == 0 ? (kept + 1) / 2 : kept;
    g_autofree char *start = g_utf8_substring(text, 0, head);
    g_autofree char *end = g_utf8_substring(text, have - (kept - head), have);
    return rk_evaluation_take(evaluation, g_strconcat(start, ellipsis, end, NULL));
}

static RkScalar call_starts_with(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return rk_boolean(arguments[0].kind == RK_SCALAR_TEXT &&
                      g_str_has_prefix(arguments[0].text, rk_scalar_to_text(evaluation, arguments[1])));
}

static RkScalar call_ends_with(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return rk_boolean(arguments[0].kind == RK_SCALAR_TEXT &&
                      g_str_has_suffix(arguments[0].text, rk_scalar_to_text(evaluation, arguments[1])));
}

static RkScalar call_regexp(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    const char *flags = count > 1 ? rk_scalar_to_text(evaluation, arguments[1]) : "";
    if (strchr(flags, '/') != NULL)
        return rk_evaluation_fail(evaluation, RK_ERROR_SPEC, NULL, "\"%s\" are no flags of a regular expression",
                                  flags);
    char *text = g_strconcat(flags, "/", rk_scalar_to_text(evaluation, arguments[0]), NULL);
    if (rk_evaluation_take(evaluation, text).kind == RK_SCALAR_NULL)
        return rk_null();
    return (RkScalar){.kind = RK_SCALAR_PATTERN, .text = text};
}

static RkScalar too_long(RkEvaluation *evaluation)
{
    return rk_evaluation_fail(evaluation, RK_ERROR_LIMIT, "make the pattern simpler: repeats within repeats explode",
                              "a regular expression that takes too many steps");
}

static RkScalar call_test(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    g_autoptr(GError) local = NULL;
    GRegex *regex = rk_evaluation_pattern(evaluation, arguments[0]);
    if (regex == NULL)
        return rk_null();
    if (count < 2 || arguments[1].kind == RK_SCALAR_NULL)
        return rk_boolean(FALSE);
    gboolean found = g_regex_match_full(regex, rk_scalar_to_text(evaluation, arguments[1]), -1, 0, 0, NULL, &local);
    return local != NULL ? too_long(evaluation) : rk_boolean(found);
}

/** $1 … $9, $& and $$ of JavaScript. */
static gboolean expand_match(const GMatchInfo *match, GString *out, gpointer replacement)
{
    for (const char *c = replacement; *c != '\0'; c++) {
        gboolean is_group = *c == '$' && (g_ascii_isdigit(c[1]) || c[1] == '&');
        if (is_group && c[1] != '0') {
            g_autofree char *group = g_match_info_fetch(match, c[1] == '&' ? 0 : c[1] - '0');
            g_string_append(out, group == NULL ? "" : group);
            c++;
        } else {
            c += *c == '$' && c[1] == '$';
            g_string_append_c(out, *c);
        }
    }
    return FALSE;
}

static gboolean expand_once(const GMatchInfo *match, GString *out, gpointer replacement)
{
    expand_match(match, out, replacement);
    return TRUE;
}

static RkScalar replace_pattern(RkEvaluation *evaluation, const char *text, RkScalar pattern, const char *replacement)
{
    g_autoptr(GError) local = NULL;
    GRegex *regex = rk_evaluation_pattern(evaluation, pattern);
    if (regex == NULL)
        return rk_null();
    gboolean everywhere = memchr(pattern.text, 'g', strcspn(pattern.text, "/")) != NULL;
    char *result = g_regex_replace_eval(regex, text, -1, 0, 0, everywhere ? expand_match : expand_once,
                                        (gpointer)replacement, &local);
    return result == NULL ? too_long(evaluation) : rk_evaluation_take(evaluation, result);
}

static RkScalar call_replace(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    const char *replacement = rk_scalar_to_text(evaluation, arguments[2]);
    if (arguments[1].kind == RK_SCALAR_PATTERN)
        return replace_pattern(evaluation, text, arguments[1], replacement);
    const char *needle = rk_scalar_to_text(evaluation, arguments[1]);
    const char *found = strstr(text, needle);
    if (found == NULL)
        return rk_text(text);
    char *result = g_strdup_printf("%.*s%s%s", (int)(found - text), text, replacement, found + strlen(needle));
    return rk_evaluation_take(evaluation, result);
}

static char **split_characters(const char *text)
{
    g_autoptr(GStrvBuilder) parts = g_strv_builder_new();
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        g_autofree char *part = g_strndup(c, (gsize)(g_utf8_next_char(c) - c));
        g_strv_builder_add(parts, part);
    }
    return g_strv_builder_end(parts);
}

static char **split_text(RkEvaluation *evaluation, const char *text, RkScalar separator)
{
    g_autoptr(GError) local = NULL;
    if (separator.kind == RK_SCALAR_PATTERN) {
        GRegex *regex = rk_evaluation_pattern(evaluation, separator);
        char **parts = regex == NULL ? NULL : g_regex_split_full(regex, text, -1, 0, 0, 0, &local);
        if (local != NULL)
            too_long(evaluation);
        return parts;
    }
    const char *mark = rk_scalar_to_text(evaluation, separator);
    if (*mark == '\0')
        return split_characters(text);
    /* GLib gives no part for an empty text, JavaScript one. */
    return *text == '\0' ? g_strdupv((char *[]){(char *)"", NULL}) : g_strsplit(text, mark, -1);
}

static RkScalar call_split(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    g_auto(GStrv) parts = split_text(evaluation, rk_scalar_to_text(evaluation, arguments[0]), arguments[1]);
    if (parts == NULL)
        return rk_null();
    RkDocument *document = rk_evaluation_document(evaluation);
    RkValue *list = rk_document_list(document, RK_NOWHERE);
    glong most = position(arguments, count, 2, G_MAXINT, 0, G_MAXINT);
    for (glong i = 0; parts[i] != NULL && i < most; i++)
        rk_value_append(list, rk_document_text(document, RK_NOWHERE, parts[i]));
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = list};
}

const RkFunction rk_functions_text[] = {{"endsWith", 2, 2, RK_SCALAR_BOOLEAN, call_ends_with},
                                        {"lower", 1, 1, RK_SCALAR_TEXT, call_lower, RK_SCALAR_TEXT},
                                        {"pad", 2, 4, RK_SCALAR_TEXT, call_pad, RK_SCALAR_TEXT},
                                        {"regexp", 1, 2, RK_SCALAR_NULL, call_regexp},
                                        {"replace", 3, 3, RK_SCALAR_TEXT, call_replace, RK_SCALAR_TEXT},
                                        {"split", 2, 3, RK_SCALAR_TREE, call_split, RK_SCALAR_TEXT},
                                        {"startsWith", 2, 2, RK_SCALAR_BOOLEAN, call_starts_with},
                                        {"substring", 2, 3, RK_SCALAR_TEXT, call_substring, RK_SCALAR_TEXT},
                                        {"test", 1, 2, RK_SCALAR_BOOLEAN, call_test},
                                        {"trim", 1, 1, RK_SCALAR_TEXT, call_trim, RK_SCALAR_TEXT},
                                        {"truncate", 2, 4, RK_SCALAR_TEXT, call_truncate, RK_SCALAR_TEXT},
                                        {"upper", 1, 1, RK_SCALAR_TEXT, call_upper, RK_SCALAR_TEXT},
                                        {NULL}};
