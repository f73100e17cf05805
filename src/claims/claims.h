/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims put to the test: a file of statements, each with what it states and the query that recomputes it, becomes a
 * table of verdicts. Nothing is taken on trust, and nothing is softened: what the data cannot decide is said to be
 * undecided. Reading files is the caller's business.
 */
#ifndef RK_CLAIMS_CLAIMS_H
#define RK_CLAIMS_CLAIMS_H

#include "base/diagnostics.h"
#include "spec/figure.h"
#include "table/table.h"
#include "transform/transform.h"

G_BEGIN_DECLS

typedef enum {
    RK_VERDICT_HOLDS,    /**< so say the data, unrounded, to the decimals that are stated */
    RK_VERDICT_ROUNDED,  /**< only when values are rounded, or within what the rounding of published values leaves open
                          */
    RK_VERDICT_FAILS,    /**< the data say otherwise */
    RK_VERDICT_UNDECIDED /**< the data do not say */
} RkVerdict;

enum { RK_VERDICTS = RK_VERDICT_UNDECIDED + 1 };

/** "holds", "holds after rounding", "does not hold", "cannot be checked". */
RK_API const char *rk_verdict_name(RkVerdict verdict);

/** A claims file, read and checked against its vocabulary. */
typedef struct RkClaims RkClaims;

/** Takes over the document, also on failure. Marks have no meaning in a claims file; the choosers for transforms and
 * formats are used. NULL with a located error. */
RK_API RkClaims *rk_claims_new(RkDocument *document, const RkVocabulary *vocabulary, GError **error);
RK_API void rk_claims_free(RkClaims *claims);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkClaims, rk_claims_free)
/** The whole map as written. */
RK_API const RkValue *rk_claims_root(const RkClaims *claims);

/** Columns that queries use without naming them, NULL-ended: whoever reads only some columns must keep these. */
RK_API const char *const *rk_claims_usual_columns(void);

/** What checking asks of the outside. */
typedef struct {
    /** The table behind a `data` map with `url`, `values` or `sequence`; a new reference, or NULL with a located error.
     */
    RkTable *(*load)(gpointer user, const RkValue *data, RkNextSteps *next, GError **error);
    gpointer user;
    RkDiagnostics *diagnostics; /**< may be NULL */
} RkClaimsEnvironment;

/** The verdicts, one claim a row in the order of the file. */
typedef struct {
    /**
     * Text columns id, study, place, statement, kind, stated, unit, computed (as people read it), verdict, finding
     * (what the data say), remedy (what would make the claim true, or which data would decide), source; the number
     * column value is the computed number or rank, unrounded. What a claim does not have is missing.
     */
    RkTable *table;
    char *title;               /**< of the file, with its facts; NULL when there is none */
    char **notes;              /**< NULL-ended */
    guint counts[RK_VERDICTS]; /**< claims of each verdict */
} RkClaimsReport;

/** Puts every claim to the test. NULL with a located error: a report is whole or not there. */
RK_API RkClaimsReport *rk_claims_check(const RkClaims *claims, const RkClaimsEnvironment *environment, GError **error);
RK_API void rk_claims_report_free(RkClaimsReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkClaimsReport, rk_claims_report_free)

G_END_DECLS

#endif
