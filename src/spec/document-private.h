/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that read documents share: the check of the bytes before libyaml sees them, the meaning of plain
 * scalars, and JSON's pairs of surrogates.
 */
#ifndef RK_SPEC_DOCUMENT_PRIVATE_H
#define RK_SPEC_DOCUMENT_PRIVATE_H

#include "base/value.h"

#include <yaml.h>

/** What helps where lists and maps are nested deeper than RK_LIMIT_DOCUMENT_DEPTH. */
#define RK_HINT_DEPTH "leave levels out, or put data into a file of their own"

/** Line and column (in characters) of a byte. */
RkPlace rk_document_place_at(const char *text, gsize offset, const char *name);
/** FALSE with an error when the text is not UTF-8, or holds NUL or a line separator that YAML 1.1 and 1.2 read
 * differently. */
gboolean rk_document_check_text(const char *text, gsize length, const char *name, GError **error);

/** FALSE with an error when a text that is named .json is not JSON. It ends with NUL. */
gboolean rk_document_check_json(const char *source, const char *name, GError **error);

/** What a plain scalar means in YAML's core schema. NULL with an error for numbers that are not finite. */
RkValue *rk_document_plain(RkDocument *document, RkPlace place, const char *text, GError **error);
/** TRUE when the text, written plain, would not be read as text. */
gboolean rk_document_plain_is_special(const char *text);

/** Pairs of surrogate escapes that were masked in a text; see document-surrogates.c. */
typedef struct RkSurrogates RkSurrogates;

/** NULL when the text has no such pairs (or, with `error` set, too many private characters to mask them). */
RkSurrogates *rk_surrogates_mask(const char *text, gsize length, const char *name, GError **error);
void rk_surrogates_free(RkSurrogates *surrogates);
/** The text as libyaml may see it: as long as the original, in bytes and in characters. */
const char *rk_surrogates_text(const RkSurrogates *surrogates);
/** The scalar that starts at character `start` of the text, unmasked. Free with g_free(). */
char *rk_surrogates_restore(const RkSurrogates *surrogates, const char *scalar, gsize start, gboolean double_quoted);

/** Reads a checked, NUL-terminated text into an empty document, masked by `surrogates` (may be NULL). */
gboolean rk_document_read_events(RkDocument *document, const char *text, const RkSurrogates *surrogates,
                                 GError **error);
/** Sets `error` to what the parser complains about. `text` is what it was given. */
void rk_document_syntax_error(const yaml_parser_t *parser, const char *text, const char *name, GError **error);

#endif
