/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns out of columns, over their dictionaries.
 */
#include "read/reshape-private.h"

#include "read/rules-private.h"
#include "table/builder.h"
#include "table/dictionary.h"
#include "table/labels.h"

#include <math.h>
#include <string.h>

typedef struct {
    GHashTable *known; /* pairs of codes → 1 + the new code, or 0 for missing */
    RkDictionary *words;
    guint64 last;
    guint32 last_code;
} Join;

static guint32 join_pair(Join *work, guint64 pair, const char *first, const char *second, RkWordJoin join)
{
    gpointer found = NULL;
    if (g_hash_table_lookup_extended(work->known, &pair, NULL, &found))
        return GPOINTER_TO_UINT(found);
    g_autofree char *word = join(first, second);
    guint32 code =
        word != NULL && *word != '\0' ? rk_dictionary_code(work->words, word, strlen(word)) : RK_TEXT_MISSING;
    g_hash_table_insert(work->known, g_memdup2(&pair, sizeof pair), GUINT_TO_POINTER(code));
    return code;
}

RkColumn *rk_column_join_words(const char *name, const RkColumn *first, const RkColumn *second, gsize rows,
                               RkWordJoin join)
{
    const guint32 *ones = first != NULL ? rk_column_codes(first) : NULL;
    const guint32 *others = second != NULL ? rk_column_codes(second) : NULL;
    Join work = {.known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
                 .words = rk_dictionary_new()};
    guint32 *codes = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        guint32 one = ones != NULL ? ones[row] : RK_TEXT_MISSING;
        guint32 other = others != NULL ? others[row] : RK_TEXT_MISSING;
        guint64 pair = (guint64)one << 32 | other;
        if (row == 0 || pair != work.last)
            work.last_code = join_pair(&work, pair, one != RK_TEXT_MISSING ? rk_column_word(first, one) : NULL,
                                       other != RK_TEXT_MISSING ? rk_column_word(second, other) : NULL, join);
        work.last = pair;
        codes[row] = work.last_code;
    }
    g_hash_table_unref(work.known);
    rk_dictionary_seal(work.words);
    return rk_column_new_words(name, codes, rows, work.words);
}

/* What the words of a column are as periods. */
typedef struct {
    double *starts;
    guint8 *frequencies; /* of each word */
    RkFrequency finest;
    const char *odd;
} Periods;

static Periods understand(const RkColumn *column)
{
    guint32 count = rk_column_words(column);
    Periods found = {.starts = g_new(double, (gsize)count + 1), .frequencies = g_new0(guint8, (gsize)count + 1)};
    g_autofree gboolean *used = g_new0(gboolean, (gsize)count + 1);
    const guint32 *codes = rk_column_codes(column);
    for (gsize row = 0; row < rk_column_length(column); row++)
        used[codes[row] == RK_TEXT_MISSING ? count : codes[row]] = TRUE;
    for (guint32 code = 0; code < count; code++) {
        const char *word = rk_column_word(column, code);
        RkFrequency frequency = RK_FREQUENCY_NONE;
        found.starts[code] = NAN;
        if (!used[code])
            continue;
        if (!rk_period_parse(word, strlen(word), &found.starts[code], &frequency)) {
            found.odd = found.odd != NULL ? found.odd : word;
            continue;
        }
        found.finest = MAX(found.finest, frequency);
        found.frequencies[code] = (guint8)frequency;
    }
    return found;
}

RkPlace rk_column_row_of_word(gpointer rows, const RkColumn *column, const char *word)
{
    const RkTable *table = rows;
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (g_strcmp0(rk_column_text(column, row), word) == 0)
            return rk_table_origin(table, row);
    return RK_NOWHERE;
}

static void warn(const RkColumn *column, const char *odd, RkPlace place, RkDiagnostics *diagnostics)
{
    g_autofree char *shown = rk_rules_excerpt(odd, strlen(odd));
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, NULL,
                       "\"%s\" is no period of the calendar, so the column \"%s\" is kept as text", shown,
                       rk_column_name(column));
}

/* Whether periods differ in frequency, and the finest. */
static gboolean find_finest(const double *starts, const guint8 *frequencies, guint32 words, RkFrequency *finest)
{
    RkFrequency coarsest = RK_FREQUENCY_MOMENT;
    *finest = RK_FREQUENCY_NONE;
    for (guint32 word = 0; word < words; word++) {
        if (isnan(starts[word]))
            continue;
        *finest = MAX(*finest, (RkFrequency)frequencies[word]);
        coarsest = MIN(coarsest, (RkFrequency)frequencies[word]);
    }
    return coarsest < *finest;
}

RkColumn *rk_column_of_periods(const char *name, const guint32 *codes, gsize rows, const double *starts,
                               const guint8 *frequencies, guint32 words, gboolean alike)
{
    RkFrequency finest;
    gboolean differ = find_finest(starts, frequencies, words, &finest) && !alike;
    double *values = g_new(double, MAX(rows, 1));
    guint8 *own = differ ? g_new(guint8, MAX(rows, 1)) : NULL;
    for (gsize row = 0; row < rows; row++) {
        values[row] = codes[row] == RK_TEXT_MISSING ? NAN : starts[codes[row]];
        if (differ)
            own[row] = codes[row] == RK_TEXT_MISSING ? (guint8)finest : frequencies[codes[row]];
    }
    return differ ? rk_column_new_periods(name, values, own, rows) : rk_column_new_times(name, values, rows, finest);
}

static RkColumn *make_times(const RkColumn *column, const Periods *found, gboolean vega_types)
{
    gsize rows = rk_column_length(column);
    const guint32 *codes = rk_column_codes(column);
    gboolean years = vega_types && found->finest == RK_FREQUENCY_YEAR;
    for (guint32 code = 0; years && code < rk_column_words(column); code++) {
        RkMoment moment;
        rk_moment_split(found->starts[code], &moment);
        found->starts[code] = isnan(found->starts[code]) ? NAN : moment.year;
    }
    if (!years)
        return rk_column_of_periods(rk_column_name(column), codes, rows, found->starts, found->frequencies,
                                    rk_column_words(column), vega_types);
    double *values = g_new(double, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        values[row] = codes[row] == RK_TEXT_MISSING ? NAN : found->starts[codes[row]];
    return rk_column_new_numbers(rk_column_name(column), values, rows);
}

RkColumn *rk_column_as_periods(RkColumn *column, RkPlaceOfWord place_of, gpointer user, const RkReadOptions *options)
{
    if (rk_column_type(column) != RK_COLUMN_TEXT)
        return column;
    Periods found = understand(column);
    if (found.odd != NULL) {
        warn(column, found.odd, place_of(user, column, found.odd), options->diagnostics);
    } else if (found.finest != RK_FREQUENCY_NONE) {
        RkColumn *times = make_times(column, &found, options->vega_types);
        rk_column_unref(column);
        column = times;
    }
    g_free(found.starts);
    g_free(found.frequencies);
    return column;
}

RkTable *rk_table_of_wanted(const GPtrArray *columns, const RkTable *origin, const char *const *wanted)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    rk_labels_tie((RkColumn *const *)columns->pdata, columns->len);
    for (guint i = 0; i < columns->len; i++)
        if (rk_rules_is_wanted(rk_column_name(columns->pdata[i]), wanted))
            g_ptr_array_add(kept, columns->pdata[i]);
    return rk_table_new((const RkColumn *const *)kept->pdata, kept->len, rk_table_rows(origin), origin);
}
