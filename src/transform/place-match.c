/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Matching rows by place, and saying who was left out on either side and why.
 */
#include "transform/place-match.h"

#include <string.h>

#include "table/builder.h"
#include "transform/lookup.h"

/* Names shown for one reason. */
enum { SHOWN = 5 };

gboolean rk_place_match_read(const RkColumn *key, const RkColumn *other, const RkPlaceReading *reading,
                             RkPlaceMatch *match, GError **error)
{
    return rk_place_column_read(key, reading, &match->key, error) &&
           rk_place_column_read(other, reading, &match->other, error);
}

void rk_place_match_clear(RkPlaceMatch *match)
{
    rk_place_column_clear(&match->key);
    rk_place_column_clear(&match->other);
}

/* The column with one word for each place. The mark keeps a word that means nothing from meeting an id. */
static RkColumn *keys_of(const RkPlaceColumn *places)
{
    gsize rows = rk_column_length(places->column);
    const guint32 *old = rk_column_codes(places->column);
    RkColumnBuilder *builder = rk_column_builder_new("", RK_COLUMN_TEXT);
    for (guint32 word = 0; word < places->words; word++) {
        const char *key = rk_place_column_key(places, word);
        g_autofree char *own = key != NULL ? NULL : g_strconcat("?", rk_column_word(places->column, word), NULL);
        rk_column_builder_text(builder, key != NULL ? key : own, -1);
    }
    g_autoptr(RkColumn) words = rk_column_builder_finish(builder);
    guint32 *codes = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        codes[row] = old[row] < places->words ? rk_column_codes(words)[old[row]] : RK_TEXT_MISSING;
    return rk_column_new_codes("", codes, rows, words);
}

guint32 *rk_place_match_rows(const RkPlaceMatch *match, RkMatch which, gsize *repeated)
{
    g_autoptr(RkColumn) key = keys_of(&match->key);
    g_autoptr(RkColumn) other = keys_of(&match->other);
    return rk_match_rows(key, other, which, repeated);
}

/* Words by reason, in the order of their first row. */
typedef struct {
    GString *text;
    guint count;
} Reason;

static void add(Reason *reason, const char *start, const char *words)
{
    if (reason->text == NULL)
        reason->text = g_string_new(start);
    if (reason->count < SHOWN)
        g_string_append_printf(reason->text, "%s%s", reason->count == 0 ? " " : ", ", words);
    reason->count++;
}

static void close_reason(Reason *reason, GPtrArray *reasons)
{
    if (reason->text == NULL)
        return;
    if (reason->count > SHOWN)
        g_string_append_printf(reason->text, " and %u more", reason->count - SHOWN);
    g_ptr_array_add(reasons, g_string_free(reason->text, FALSE));
}

static void add_unmatched(const RkPlaceColumn *places, guint32 word, Reason *absent, Reason *unknown, Reason *several)
{
    const RkGeoMatch *match = &places->matches[word];
    g_autofree char *quoted = g_strdup_printf("\"%s\"", rk_column_word(places->column, word));
    if (match->place != NULL) {
        add(absent, "the other table has no", quoted);
    } else if (match->count > 0) {
        g_autofree char *candidates = rk_place_column_candidates(places, word);
        add(several, "of two places:", candidates);
    } else {
        add(unknown, "no place is known as", quoted);
    }
}

static void report_unmatched(const RkPlaceMatch *match, const guint32 *matches, RkPlace place,
                             RkDiagnostics *diagnostics)
{
    const guint32 *codes = rk_column_codes(match->key.column);
    gsize rows = rk_column_length(match->key.column), unmatched = 0;
    g_autofree guint8 *seen = g_new0(guint8, (gsize)match->key.words + 1);
    Reason absent = {NULL}, unknown = {NULL}, several = {NULL};
    for (gsize row = 0; row < rows; row++) {
        if (matches[row] != G_MAXUINT32)
            continue;
        unmatched++;
        guint32 word = MIN(codes[row], match->key.words);
        if (word < match->key.words && !seen[word])
            add_unmatched(&match->key, word, &absent, &unknown, &several);
        seen[word] = TRUE;
    }
    if (unmatched == 0)
        return;
    g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(g_free);
    close_reason(&absent, reasons);
    close_reason(&unknown, reasons);
    close_reason(&several, reasons);
    if (seen[match->key.words])
        g_ptr_array_add(reasons, g_strdup("others are missing"));
    g_ptr_array_add(reasons, NULL);
    g_autofree char *list = g_strjoinv("; ", (char **)reasons->pdata);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, "give aliases, or a default when this is meant",
                       "lookup found nothing for %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " rows: %s", unmatched, rows,
                       list);
}

/* Words of the other table that no row asked for: a join leaves them out. */
static void report_unused(const RkPlaceMatch *match, const guint32 *matches, RkPlace place, RkDiagnostics *diagnostics)
{
    const guint32 *codes = rk_column_codes(match->other.column);
    g_autoptr(GHashTable) asked = g_hash_table_new(g_str_hash, g_str_equal);
    for (gsize row = 0; row < rk_column_length(match->key.column); row++) {
        const char *key = matches[row] == G_MAXUINT32 ? NULL : rk_place_column_key(&match->other, codes[matches[row]]);
        if (key != NULL)
            g_hash_table_add(asked, (gpointer)key);
    }
    Reason places = {NULL}, unknown = {NULL};
    for (guint32 word = 0; word < match->other.words; word++) {
        const char *key = rk_place_column_key(&match->other, word);
        g_autofree char *quoted = g_strdup_printf("\"%s\"", rk_column_word(match->other.column, word));
        if (!match->other.used[word] || (key != NULL && g_hash_table_contains(asked, key)))
            continue;
        if (key != NULL)
            add(&places, "asked for by no row:", quoted);
        else
            add(&unknown, match->other.matches[word].count > 0 ? "of several places:" : "known as no place:", quoted);
    }
    g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(g_free);
    close_reason(&places, reasons);
    close_reason(&unknown, reasons);
    if (reasons->len == 0)
        return;
    g_ptr_array_add(reasons, NULL);
    g_autofree char *list = g_strjoinv("; ", (char **)reasons->pdata);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, place, NULL, "lookup left out of \"%s\": %s",
                       rk_column_name(match->other.column), list);
}

void rk_place_match_report_found(const RkPlaceMatch *match, RkPlace place, RkDiagnostics *diagnostics)
{
    /* On a command line the key is an option. */
    gboolean option = place.file != NULL && g_str_has_prefix(place.file, "--");
    rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, place,
                       option ? "--matchPlaces true or false decides" : "matchPlaces: true or false decides",
                       "lookup matched the places of \"%s\" (%s) with those of \"%s\" (%s)",
                       rk_column_name(match->key.column), rk_place_column_system(&match->key),
                       rk_column_name(match->other.column), rk_place_column_system(&match->other));
}

void rk_place_match_report(const RkPlaceMatch *match, const guint32 *matches, gboolean quiet, RkPlace place,
                           RkDiagnostics *diagnostics)
{
    rk_place_column_report(&match->key, place, diagnostics);
    rk_place_column_report(&match->other, place, diagnostics);
    if (!quiet)
        report_unmatched(match, matches, place, diagnostics);
    report_unused(match, matches, place, diagnostics);
}
