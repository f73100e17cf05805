/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file itself calls its codes: a column of labels behind a column of codes, one label for each code. Regions of
 * NUTS have no other names here.
 */
#include "cli/selection.h"
#include "places/geo.h"
#include "transform/place-name.h"

/* TRUE when each word of one has one word of the other, in every row. `label_of` is by word of `codes`. */
static gboolean are_paired(const RkColumn *codes, const RkColumn *labels, guint32 *label_of, guint32 *code_of)
{
    const guint32 *code = rk_column_codes(codes), *label = rk_column_codes(labels);
    for (gsize row = 0; row < rk_column_length(codes); row++) {
        if (code[row] == RK_TEXT_MISSING && label[row] == RK_TEXT_MISSING)
            continue;
        if (code[row] == RK_TEXT_MISSING || label[row] == RK_TEXT_MISSING)
            return FALSE;
        if (label_of[code[row]] == RK_TEXT_MISSING && code_of[label[row]] == RK_TEXT_MISSING) {
            label_of[code[row]] = label[row];
            code_of[label[row]] = code[row];
        }
        if (label_of[code[row]] != label[row] || code_of[label[row]] != code[row])
            return FALSE;
    }
    return TRUE;
}

static guint32 *no_words(guint32 count)
{
    guint32 *words = g_new(guint32, (gsize)count + 1);
    for (guint32 i = 0; i < count; i++)
        words[i] = RK_TEXT_MISSING;
    return words;
}

static gboolean labels(const RkColumn *codes, const RkColumn *next)
{
    /* One word beside another would make a label of any column that is the same everywhere. */
    if (rk_column_type(next) != RK_COLUMN_TEXT || rk_column_words(codes) < 2 || rk_column_words(next) < 2)
        return FALSE;
    g_autofree guint32 *label_of = no_words(rk_column_words(codes)), *code_of = no_words(rk_column_words(next));
    if (!are_paired(codes, next, label_of, code_of))
        return FALSE;
    guint used = 0;
    for (guint32 i = 0; i < rk_column_words(codes); i++)
        used += label_of[i] != RK_TEXT_MISSING;
    return used >= 2;
}

/* Countries have names of their own, and what stands beside their codes may be anything: a capital, a currency. */
static gboolean holds_regions(const RkColumn *codes)
{
    RkGeoMatch match;
    g_autofree const char **names = rk_place_word_names(codes, NULL, RK_PLACES_FROM_CODES);
    for (guint32 i = 0; names != NULL && i < rk_column_words(codes); i++)
        if (rk_geo_find(rk_column_word(codes, i), NULL, &match) && match.kind == RK_GEO_REGION)
            return TRUE;
    return FALSE;
}

const RkColumn *rk_selection_label(const RkTable *table, const RkColumn *codes)
{
    if (rk_column_type(codes) != RK_COLUMN_TEXT || !holds_regions(codes))
        return NULL;
    for (guint i = 0; i + 1 < rk_table_columns(table); i++)
        if (rk_table_column(table, i) == codes)
            return labels(codes, rk_table_column(table, i + 1)) ? rk_table_column(table, i + 1) : NULL;
    return NULL;
}
