/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libyaml's complaints with the place they are about and, where experience knows it, the likely remedy.
 */
#include "spec/document-private.h"

#include <string.h>

/* What usually stands behind libyaml's shortest complaints; NULL when the complaint says enough. */
static const char *syntax_hint(const char *problem)
{
    if (strstr(problem, "cannot start any token") != NULL)
        return "indent with spaces, not tabs, and quote a text that begins with @, ` or %";
    if (strstr(problem, "mapping values are not allowed") != NULL)
        return "quote a text that holds a colon and a space, and give every key of a map the same indentation";
    if (strstr(problem, "Unicode character escape") != NULL)
        return "a character beyond U+FFFF needs both halves, such as \\uD83D\\uDE00, or itself in UTF-8";
    if (strstr(problem, "could not find expected ':'") != NULL)
        return "a key is followed by a colon and a space";
    return NULL;
}

void rk_document_syntax_error(const yaml_parser_t *parser, const char *text, const char *name, GError **error)
{
    if (parser->problem == NULL) {
        rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){name, 0, 0}, NULL, "no memory to read it");
        return;
    }
    RkPlace place = {name, (guint)parser->problem_mark.line + 1, (guint)parser->problem_mark.column + 1};
    if (parser->error == YAML_READER_ERROR)
        place = rk_document_place_at(text, parser->problem_offset, name);
    g_autofree char *hint = g_strdup(syntax_hint(parser->problem));
    if (hint == NULL && parser->context != NULL)
        hint = g_strdup_printf("%s that begins in line %zu", parser->context, parser->context_mark.line + 1);
    rk_error_set(error, RK_ERROR_SYNTAX, place, hint, "%s", parser->problem);
}
