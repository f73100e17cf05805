/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A claim from the inside: how kinds of claims are declared, the values of places that most of them compare, and the
 * words that findings are made of.
 */
#ifndef RK_CLAIMS_CLAIMS_PRIVATE_H
#define RK_CLAIMS_CLAIMS_PRIVATE_H

#include "claims/claims.h"
#include "transform/inquiry.h"

G_BEGIN_DECLS

/* ---- Findings ---- */

/** What a test brought to light. All texts are owned; NULL for none. */
typedef struct {
    RkVerdict verdict;
    double value; /**< the computed number or rank; NaN when there is none */
    char *stated, *computed, *finding, *remedy, *source;
} RkFinding;

void rk_finding_clear(RkFinding *finding);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkFinding, rk_finding_clear)

/** A claim with the rows of its query. */
typedef struct {
    const RkValue *claim, *states, *query; /**< `query` is NULL when there is none */
    const RkTable *table;                  /**< NULL without a query */
} RkTrial;

/** A kind of claim: one static instance in its own file, listed in claims/meson.build. */
typedef struct {
    const char *name;     /**< the key of `states` that selects it: "rank" */
    const char *summary;  /**< one line of help */
    const RkShape *shape; /**< of `states`, beside the keys that all kinds have */
    /** What is stated, in words; `trial` may be without a table. Free with g_free(). */
    char *(*state)(const RkTrial *trial);
    /** Fills in verdict, value, computed, finding, remedy and source. FALSE with a located error. */
    gboolean (*test)(const RkTrial *trial, RkFinding *finding, GError **error);
} RkClaimKind;

const RkClaimKind *const *rk_claim_kinds(void);
/** The kind that `states` selects; NULL with an error when there is none, or several. */
const RkClaimKind *rk_claim_kind_of(const RkValue *states, GError **error);

/** A property's check: a list of places, each once, and at least one. */
gboolean rk_claim_check_places(const RkValue *list, GError **error);

/** The shape of a claims file, with the shapes of other rooms in their places. */
typedef struct RkClaimsShape RkClaimsShape;
RkClaimsShape *rk_claims_shape_new(const RkVocabulary *vocabulary);
void rk_claims_shape_free(RkClaimsShape *shape);
gboolean rk_claims_shape_check(const RkClaimsShape *shape, const RkValue *root, GError **error);

/* ---- Trials ---- */

/** The column of a query's key (`field`, `low` …), numbers only; NULL with a located error. */
const RkColumn *rk_trial_numbers(const RkTrial *trial, const char *key, GError **error);
/** The values have one unit, and it is the query's `unit` when that names one. */
gboolean rk_trial_check_unit(const RkTrial *trial, const RkColumn *values, GError **error);
/** The sources of these rows, each once; NULL when the rows do not say. Free with g_free(). */
char *rk_trial_sources(const RkTrial *trial, const gsize *rows, gsize count);
/** The decimals of `states` for words, or `otherwise`. */
int rk_trial_decimals(const RkTrial *trial, int otherwise);
/** "% of GDP", or "". */
const char *rk_trial_unit(const RkTrial *trial);
/** The places of a claim (a text or a list) as it writes them: "PT, IE, ES". Free with g_free(). */
char *rk_trial_keys(const RkValue *keys);

/* ---- Places ---- */

/** A place with its value. Texts are borrowed from the table. */
typedef struct {
    const char *key, *name;
    double value;
    double low, high; /**< what rounding of published values leaves open; the value itself without any */
    gsize row;
    gboolean named; /**< the claim is about this place */
} RkPlaceValue;

/** The group of a claim, from the greatest value to the least, or the other way round where the claim counts so; equal
 * values by name. */
typedef struct {
    const RkTrial *trial;
    GArray *all;              /**< RkPlaceValue, without those that have no value */
    GPtrArray *named_without; /**< names of those without a value that the claim is about */
    guint unknown;            /**< places of the group that have no row or no value */
    guint size;               /**< of the group */
    gboolean from_least;
    gboolean open; /**< low and high are not the value */
    int decimals;  /**< for words */
} RkPlaces;

/** Reads the rows as places; `named` (a text or a list of texts) must all be there. NULL with a located error. */
RkPlaces *rk_places_new(const RkTrial *trial, const RkValue *named, gboolean from_least, GError **error);
void rk_places_free(RkPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkPlaces, rk_places_free)
const RkPlaceValue *rk_places_at(const RkPlaces *places, guint index);
/** NULL when the place has no value. */
const RkPlaceValue *rk_places_find(const RkPlaces *places, const char *key);
/** The first places in the order of the claim, borrowed; g_ptr_array_unref() the list. */
GPtrArray *rk_places_first(const RkPlaces *places, guint count);
/** The sources of the places that are named, and of those that `also` (may be NULL) lists. Free with g_free(). */
char *rk_places_sources(const RkPlaces *places, const GPtrArray *also);

/** How values are looked at: as they are, rounded to the stated decimals, as far as rounding of published values leaves
 * them open. */
typedef enum { RK_LOOK_EXACT, RK_LOOK_ROUNDED, RK_LOOK_OPEN } RkLook;
/** The end of a place's values that is nearer to the first rank, or farther from it; greater is nearer. */
double rk_places_near(const RkPlaces *places, const RkPlaceValue *place, RkLook look);
double rk_places_far(const RkPlaces *places, const RkPlaceValue *place, RkLook look);
/** Whether the claim is true of the values, looked at this way. */
typedef gboolean RkPlacesTest(const RkPlaces *places, RkLook look);
/** Fills in the verdict from every look that the claim allows. `whole`: the claim is about the whole group, and stays
 * undecided when it holds for those that are known, and some are not. */
void rk_places_judge(RkPlaces *places, RkPlacesTest *is_true, gboolean whole, RkFinding *finding);
/** TRUE when a named place has no value; fills in what there is to say. */
gboolean rk_places_report_without(const RkPlaces *places, RkFinding *finding);
/** Says behind the finding what is in the way of a plain verdict: rounding, or places that are not known. */
void rk_places_report_doubt(const RkPlaces *places, RkFinding *finding);

/* ---- Words ---- */

/** More names than this in a list help nobody. */
#define RK_CLAIM_NAMES 6
/** Decimals that a claim may be stated with: doubles have no more. */
#define RK_CLAIM_DECIMALS 12

/** All free with g_free(). "first", "second" … "21st". */
char *rk_phrase_ordinal(guint rank);
/** A number with so many decimals, without a sign on zero. */
char *rk_phrase_number(double value, int decimals);
/** The same rounded up to the next step of the last decimal: what is enough, never too little. */
char *rk_phrase_enough(double value, int decimals);
/** The number with the unit of the claim behind it. */
char *rk_phrase_with_unit(const char *number, const RkTrial *trial);
/** "A, B and C"; at most `most` of them, then "and 3 others". */
char *rk_phrase_join(const GPtrArray *words, guint most);
/** "Estonia (1.1)" */
char *rk_phrase_place(const RkPlaces *places, const RkPlaceValue *place);
/** The keys of a list of RkPlaceValue, their names, and their names with values. */
char *rk_phrase_keys(const GPtrArray *list);
char *rk_phrase_places(const GPtrArray *list);
char *rk_phrase_values(const RkPlaces *places, const GPtrArray *list);
/** The text with a capital letter. */
char *rk_phrase_sentence(const char *text);

G_END_DECLS

#endif
