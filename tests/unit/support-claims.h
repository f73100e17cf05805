/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims for tests: one claim before a small made-up table, its outcome as text, or the error it gives.
 */
#ifndef RK_TESTS_SUPPORT_CLAIMS_H
#define RK_TESTS_SUPPORT_CLAIMS_H

#include "unit.h"

#include <math.h>
#include <string.h>

#include "claims/claims.h"
#include "read/values.h"
#include "spec/document.h"
#include "transform/transform.h"

/* Shares of five places; D and E are level. */
#define PLACES                                                                                                         \
    "datasets:\n"                                                                                                      \
    "  all:\n"                                                                                                         \
    "    - {geo: A, country: Alpha, v: 50, source_id: ONE}\n"                                                          \
    "    - {geo: B, country: Beta, v: 40.25, source_id: TWO}\n"                                                        \
    "    - {geo: C, country: Gamma, v: 40.2, source_id: ONE}\n"                                                        \
    "    - {geo: D, country: Delta, v: 10, source_id: ONE}\n"                                                          \
    "    - {geo: E, country: Epsilon, v: 10, source_id: ONE}\n"

static inline RkTable *load(gpointer user, const RkValue *data, RkNextSteps *next, GError **error)
{
    (void)user, (void)next;
    static const RkReadOptions options = {0};
    return rk_read_values(rk_value_get(data, "values"), &options, error);
}

static inline RkClaimsReport *check(const char *text, GError **error)
{
    static const RkVocabulary vocabulary = {.transform = rk_transform_shape};
    static const RkClaimsEnvironment environment = {.load = load};
    RkDocument *document = rk_document_parse(text, strlen(text), "a.claims.yaml", error);
    g_autoptr(RkClaims) claims = document == NULL ? NULL : rk_claims_new(document, &vocabulary, error);
    return claims == NULL ? NULL : rk_claims_check(claims, &environment, error);
}

static inline char *cell(const RkClaimsReport *report, const char *column, gsize row)
{
    const char *text = rk_column_text(rk_table_find(report->table, column), row);
    return g_strdup(text == NULL ? "-" : text);
}

/* "verdict / computed / finding / remedy" of the first claim. */
static inline char *outcome(const RkClaimsReport *report)
{
    g_autofree char *verdict = cell(report, "verdict", 0), *computed = cell(report, "computed", 0);
    g_autofree char *finding = cell(report, "finding", 0), *remedy = cell(report, "remedy", 0);
    return g_strjoin(" / ", verdict, computed, finding, remedy, NULL);
}

static inline RkClaimsReport *check_one(const char *claim, GError **error)
{
    g_autofree char *text = g_strdup_printf(PLACES "claims:\n  - {id: a, statement: s, %s}\n", claim);
    return check(text, error);
}

static inline void assert_outcome(const char *claim, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkClaimsReport) report = check_one(claim, &error);
    if (report == NULL)
        fail_msg("%s: %s", claim, error->message);
    g_autofree char *text = outcome(report);
    assert_string_equal(text, expected);
}

static inline void assert_fails(const char *claim, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkClaimsReport) report = check_one(claim, &error);
    if (report != NULL)
        fail_msg("%s should fail", claim);
    assert_error(&error, expected);
}

#define ONE(value) "query: {data: {values: [{v: " value "}]}, field: v}"
#define ALL "query: {data: {name: all}, field: v}"

#endif
