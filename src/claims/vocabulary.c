/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a claims file. Asking data has the words of figure files; what is stated has those of the kinds.
 */
#include "claims/claims-private.h"
#include "spec/query-shape.h"

#include <math.h>

/* Every kind's `states`: its own keys and those of all. */
typedef struct {
    const RkShape *includes[3];
    RkShape shape;
} States;

struct RkClaimsShape {
    RkQueryShape asking;
    RkLateShape query, claim, top;
};

static gboolean check_digits(const RkValue *value, GError **error)
{
    double digits = rk_value_number_or(value, 0);
    if (digits >= 0 && digits <= RK_CLAIM_DECIMALS && digits == floor(digits))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "decimals are a whole number from 0 to %d", RK_CLAIM_DECIMALS);
    return FALSE;
}

static gboolean check_group(const RkValue *value, GError **error)
{
    double size = rk_value_number_or(value, 0);
    if (size >= 1 && size <= 1e6 && size == floor(size))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a group has a whole number of places");
    return FALSE;
}

static const RkProperty states_properties[] = {
    {"unit", RK_ALLOW_TEXT, .summary = "the unit in words, behind numbers"},
    {"decimals", RK_ALLOW_NUMBER, .check = check_digits,
     .summary = "decimals that the values are printed with; values that agree to them are taken for equal"},
    {0}};
static const RkShape states_words = {.name = "what is stated", .properties = states_properties};

static const RkProperty query_properties[] = {
    {"field", RK_ALLOW_TEXT, .required = TRUE, .summary = "the column that holds the values"},
    {"unit", RK_ALLOW_TEXT, .summary = "the unit that the values must have in the data"},
    {"key", RK_ALLOW_TEXT, .summary = "the column of places as the claim writes them: geo unless given"},
    {"names", RK_ALLOW_TEXT, .summary = "the column of their names: country where there is one"},
    {"group", RK_ALLOW_NUMBER, .check = check_group,
     .summary = "how many places the group has, when some may not be in the data"},
    {"rounded", RK_ALLOW_NUMBER, .check = check_digits, .summary = "decimals that the published values are rounded to"},
    {"low", RK_ALLOW_TEXT, .summary = "the column of the least values that rounding leaves open"},
    {"high", RK_ALLOW_TEXT, .summary = "the column of the greatest values that rounding leaves open"},
    {0}};
static const RkShape query_words = {.name = "the query", .properties = query_properties};

static const RkProperty claim_properties[] = {
    {"id", RK_ALLOW_TEXT, .required = TRUE, .summary = "a short name of its own"},
    {"statement", RK_ALLOW_TEXT, .required = TRUE, .summary = "what is claimed, in words"},
    {"study", RK_ALLOW_TEXT, .summary = "who claims it"},
    {"place", RK_ALLOW_TEXT, .summary = "where it stands there"},
    {"unchecked", RK_ALLOW_TEXT, .summary = "why it cannot be checked"},
    {"needs", RK_ALLOW_TEXT, .summary = "which data would decide"},
    {"note", RK_ALLOW_TEXT, .summary = "what else the data say about it"},
    {"source", RK_ALLOW_TEXT, .summary = "where the data come from: the column source_id unless given"},
    {0}};
static const RkShape claim_words = {.name = "the claim", .properties = claim_properties};

static const RkProperty top_properties[] = {
    {"title", RK_ALLOW_TEXT, .summary = "the heading of the report"},
    {"notes", RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .summary = "what its readers must know"},
    {"language", RK_ALLOW_TEXT, .summary = "language of the numbers in facts: en, lt, de …"},
    {0}};
static const RkShape top_words = {.name = "the claims file", .properties = top_properties};

/* Lives as long as the program. */
static gpointer make_states(gpointer unused)
{
    (void)unused;
    guint count = 0;
    while (rk_claim_kinds()[count] != NULL)
        count++;
    States *states = g_new0(States, count);
    for (guint i = 0; i < count; i++) {
        states[i].includes[0] = rk_claim_kinds()[i]->shape;
        states[i].includes[1] = &states_words;
        states[i].shape = (RkShape){.name = rk_claim_kinds()[i]->shape->name, .includes = states[i].includes};
    }
    return states;
}

/* Of a map that names no kind every key of every kind is known, so that a misspelt one is told from a missing one. */
static const RkShape *shape_of_states(const RkValue *value, GError **error)
{
    static GOnce once = G_ONCE_INIT;
    const States *states = g_once(&once, make_states, NULL);
    const RkClaimKind *chosen = rk_claim_kind_of(value, error);
    for (guint i = 0; rk_claim_kinds()[i] != NULL; i++) {
        if (rk_claim_kinds()[i] == chosen)
            return &states[i].shape;
    }
    return NULL;
}

RkClaimsShape *rk_claims_shape_new(const RkVocabulary *vocabulary)
{
    RkClaimsShape *shape = g_new0(RkClaimsShape, 1);
    rk_query_shape_init(&shape->asking, vocabulary);
    shape->query.rows[0] = rk_query_data_row(&shape->asking, RK_ALLOW_MAP);
    shape->query.rows[0].required = TRUE;
    shape->query.rows[1] = rk_query_transform_row(vocabulary);
    rk_late_shape_init(&shape->query, "the query", &query_words, NULL);
    shape->claim.rows[0] = (RkProperty){"states", RK_ALLOW_MAP, .required = TRUE, .choose = shape_of_states,
                                        .summary = "what is stated: a number, a rank, an order …"};
    shape->claim.rows[1] = (RkProperty){"query", RK_ALLOW_MAP, .shape = &shape->query.shape,
                                        .summary = "the rows and the column that put it to the test"};
    rk_late_shape_init(&shape->claim, "the claim", &claim_words, NULL);
    shape->top.rows[0] = rk_query_datasets_row(&shape->asking);
    shape->top.rows[1] = rk_query_facts_row(&shape->asking);
    shape->top.rows[2] = (RkProperty){"claims",
                                      RK_ALLOW_LIST,
                                      .items = RK_ALLOW_MAP,
                                      .required = TRUE,
                                      .shape = &shape->claim.shape,
                                      .summary = "the claims, in order"};
    rk_late_shape_init(&shape->top, "the claims file", &top_words, NULL);
    return shape;
}

void rk_claims_shape_free(RkClaimsShape *shape)
{
    g_free(shape);
}

gboolean rk_claims_shape_check(const RkClaimsShape *shape, const RkValue *root, GError **error)
{
    return rk_shape_check(root, &shape->top.shape, error);
}
