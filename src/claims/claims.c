/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The conductor: a claims file checked against its words, then each claim with its rows before the judge of its kind.
 * It stops at the first query that fails, since a report with gaps would look like one without.
 */
#include "claims/claims.h"

#include <math.h>

#include "base/format.h"
#include "claims/report.h"

struct RkClaims {
    RkDocument *document;
    RkClaimsShape *shape;
};

/* What shapes cannot say of one claim. */
static gboolean check_claim(const RkValue *claim, GHashTable *ids, GError **error)
{
    const RkValue *id = rk_value_get(claim, "id"), *query = rk_value_get(claim, "query");
    const RkValue *open = rk_value_get(query, rk_value_has(query, "low") ? "low" : "high");
    if (!g_hash_table_add(ids, (gpointer)rk_value_text_or(id, "")))
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(id), NULL, "two claims are called \"%s\"",
                     rk_value_text_or(id, ""));
    else if (query == NULL && !rk_value_has(claim, "unchecked"))
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(claim),
                     "add `query`, or say under `unchecked` why there is none",
                     "nothing puts the claim \"%s\" to the test", rk_value_text_or(id, ""));
    else if (rk_value_has(query, "low") != rk_value_has(query, "high"))
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(open), NULL, "`low` and `high` go together");
    else
        return TRUE;
    return FALSE;
}

static gboolean check_claims(const RkValue *claims, GError **error)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rk_value_length(claims); i++) {
        if (!check_claim(rk_value_at(claims, i), ids, error))
            return FALSE;
    }
    return TRUE;
}

RkClaims *rk_claims_new(RkDocument *document, const RkVocabulary *vocabulary, GError **error)
{
    g_autoptr(RkClaims) claims = g_new0(RkClaims, 1);
    const RkValue *root = rk_document_root(document);
    claims->document = document;
    claims->shape = rk_claims_shape_new(vocabulary);
    if (!rk_claims_shape_check(claims->shape, root, error) || !check_claims(rk_value_get(root, "claims"), error))
        return NULL;
    return g_steal_pointer(&claims);
}

void rk_claims_free(RkClaims *claims)
{
    if (claims == NULL)
        return;
    rk_claims_shape_free(claims->shape);
    rk_document_unref(claims->document);
    g_free(claims);
}

const RkValue *rk_claims_root(const RkClaims *claims)
{
    return rk_document_root(claims->document);
}

/* The text with its facts; NULL when there is none, or with an error. */
static char *interpolated(RkInquiry *inquiry, const RkValue *text, GError **error)
{
    if (text == NULL)
        return NULL;
    return rk_interpolate(rk_inquiry_scope(inquiry), rk_value_text_or(text, ""), rk_value_place(text), error);
}

static void replace(char **text, char *by)
{
    g_free(*text);
    *text = by;
}

static void make_sentence(char **text)
{
    if (*text == NULL || **text == '\0')
        return;
    g_autofree char *words = rk_phrase_sentence(*text);
    replace(text, g_str_has_suffix(words, ".") ? g_steal_pointer(&words) : g_strconcat(words, ".", NULL));
}

/* What the file itself says takes the place of what was found out, or stands behind it. */
static gboolean add_words(RkInquiry *inquiry, const RkValue *claim, RkFinding *finding, GError **error)
{
    static const char *const keys[] = {"unchecked", "needs", "note", "source"};
    char *texts[G_N_ELEMENTS(keys)] = {NULL};
    gboolean done = TRUE;
    for (guint i = 0; done && i < G_N_ELEMENTS(keys); i++) {
        texts[i] = interpolated(inquiry, rk_value_get(claim, keys[i]), error);
        done = texts[i] != NULL || !rk_value_has(claim, keys[i]);
    }
    if (texts[0] != NULL) {
        finding->verdict = RK_VERDICT_UNDECIDED;
        replace(&finding->finding, g_steal_pointer(&texts[0]));
        replace(&finding->remedy, NULL);
    }
    if (texts[1] != NULL && finding->verdict == RK_VERDICT_UNDECIDED)
        replace(&finding->remedy, g_steal_pointer(&texts[1]));
    make_sentence(&finding->finding);
    make_sentence(&finding->remedy);
    make_sentence(&texts[2]);
    if (texts[2] != NULL)
        replace(&finding->finding, g_strjoin(" ", finding->finding == NULL ? "" : finding->finding, texts[2], NULL));
    if (texts[3] != NULL)
        replace(&finding->source, g_steal_pointer(&texts[3]));
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        g_free(texts[i]);
    return done;
}

static gboolean try_claim(RkInquiry *inquiry, const RkValue *claim, RkReportBuilder *report, GError **error)
{
    RkTrial trial = {.claim = claim, .states = rk_value_get(claim, "states"), .query = rk_value_get(claim, "query")};
    const RkClaimKind *kind = rk_claim_kind_of(trial.states, error);
    g_auto(RkFinding) finding = {.verdict = RK_VERDICT_UNDECIDED, .value = NAN};
    g_autoptr(RkTable) table = NULL;
    if (trial.query != NULL) {
        table =
            rk_inquiry_rows(inquiry, rk_value_get(trial.query, "data"), rk_value_get(trial.query, "transform"), error);
        trial.table = table;
        if (table == NULL || !kind->test(&trial, &finding, error))
            return FALSE;
    }
    finding.stated = kind->state(&trial);
    if (!add_words(inquiry, claim, &finding, error))
        return FALSE;
    rk_report_builder_add(report, claim, kind->name, &finding);
    return TRUE;
}

/* Title and notes with their facts. */
static gboolean add_head(RkInquiry *inquiry, const RkValue *root, RkClaimsReport *report, GError **error)
{
    const RkValue *title = rk_value_get(root, "title"), *notes = rk_value_get(root, "notes");
    gboolean list = rk_value_is(notes, RK_VALUE_LIST);
    guint count = list ? rk_value_length(notes) : notes != NULL;
    report->notes = g_new0(char *, count + 1);
    report->title = interpolated(inquiry, title, error);
    if (title != NULL && report->title == NULL)
        return FALSE;
    for (guint i = 0; i < count; i++) {
        report->notes[i] = interpolated(inquiry, list ? rk_value_at(notes, i) : notes, error);
        if (report->notes[i] == NULL)
            return FALSE;
    }
    return TRUE;
}

RkClaimsReport *rk_claims_check(const RkClaims *claims, const RkClaimsEnvironment *environment, GError **error)
{
    const RkValue *root = rk_claims_root(claims), *list = rk_value_get(root, "claims");
    const RkLocale *locale = rk_locale_find(rk_value_text_or(rk_value_get(root, "language"), "en"));
    const RkInquirySource source = {
        .load = environment->load, .user = environment->user, .diagnostics = environment->diagnostics};
    g_autoptr(RkInquiry) inquiry = rk_inquiry_new(root, rk_document_file(claims->document), locale, &source);
    g_autoptr(RkReportBuilder) builder = rk_report_builder_new();
    if (!rk_inquiry_facts(inquiry, error))
        return NULL;
    for (guint i = 0; i < rk_value_length(list); i++) {
        GError *problem = NULL;
        if (!try_claim(inquiry, rk_value_at(list, i), builder, &problem)) {
            if (rk_error_file(problem) == NULL)
                rk_error_locate(problem, rk_value_place(rk_value_at(list, i)));
            g_propagate_error(error, problem);
            return NULL;
        }
    }
    g_autoptr(RkClaimsReport) report = rk_report_builder_finish(builder);
    return add_head(inquiry, root, report, error) ? g_steal_pointer(&report) : NULL;
}
