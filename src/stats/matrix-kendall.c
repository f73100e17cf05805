/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kendall's τ-b of many columns. For each column a stream of bits says of every pair of rows whether the later row is
 * less, and a second one whether the two differ; columns are then compared 64 pairs of rows at a time. Streams are made
 * for some rows at a time, so that they stay in near memory whatever the number of rows.
 */
#include <math.h>
#include <string.h>

#include "stats/matrix-private.h"

/* Words of a stream that are made at once, and columns compared at once. Each chunk costs a walk through all rows of a
 * column, so that more rows are given longer ones. */
#define LEAST_WORDS 1024
#define MOST_WORDS 8192
#define TILE 16
/* Beyond this, and for few columns, counting pair by pair in O(n log n) is faster: streams grow with the square of the
 * rows. */
#define MOST_ROWS 32768
#define ROWS_PER_COLUMN 1024

/* One column: its order, its ties and the bits of the chunk at hand. */
typedef struct {
    guint32 *order, *group;
    guint64 *less, *differ;
    double untied; /* pairs of rows that differ */
    gboolean ties;
} Column;

typedef gint64 (*CountPairs)(const Column *a, const Column *b, gsize words);

/* Concordant minus discordant pairs: those that differ in both columns, less twice those where only one is less. Where
 * no value is tied the pairs themselves are not counted, the caller knows how many there are. */
static inline __attribute__((always_inline)) gint64 count_pairs(const Column *a, const Column *b, gsize words)
{
    gint64 against = 0, pairs = 0;
    if (!a->ties && !b->ties) {
        for (gsize i = 0; i < words; i++)
            against += __builtin_popcountll(a->less[i] ^ b->less[i]);
        return -2 * against;
    }
    for (gsize i = 0; i < words; i++) {
        guint64 both = a->differ[i] & b->differ[i];
        pairs += __builtin_popcountll(both);
        against += __builtin_popcountll(both & (a->less[i] ^ b->less[i]));
    }
    return pairs - 2 * against;
}

static gint64 count_anywhere(const Column *a, const Column *b, gsize words)
{
    return count_pairs(a, b, words);
}

#if defined(__x86_64__)
/* The same with instructions that not every machine has. */
__attribute__((target("popcnt"))) static gint64 count_popcnt(const Column *a, const Column *b, gsize words)
{
    return count_pairs(a, b, words);
}

__attribute__((target("avx512f,avx512vl,avx512vpopcntdq,popcnt"))) static gint64
count_wide(const Column *a, const Column *b, gsize words)
{
    return count_pairs(a, b, words);
}
#endif

static CountPairs choose_counting(void)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512vl"))
        return count_wide;
    if (__builtin_cpu_supports("popcnt"))
        return count_popcnt;
#endif
    return count_anywhere;
}

static gsize words_at_once(gsize rows)
{
    return CLAMP(rows * rows / 4096, LEAST_WORDS, MOST_WORDS);
}

static void prepare_column(Column *column, const double *values, gsize rows, gpointer scratch)
{
    *column = (Column){.order = g_new(guint32, rows), .group = g_new(guint32, rows)};
    column->less = g_new(guint64, words_at_once(rows) + 1);
    column->differ = g_new(guint64, words_at_once(rows) + 1);
    rk_matrix_sort(values, rows, column->order, column->group, scratch);
    column->untied = (double)rows * (double)(rows - 1) / 2;
    gsize first = 0;
    for (gsize i = 1; i <= rows; i++) {
        if (i < rows && column->group[i] == column->group[first])
            continue;
        double size = (double)(i - first);
        column->untied -= size * (size - 1) / 2;
        column->ties = column->ties || size > 1;
        first = i;
    }
}

static void clear_column(Column *column)
{
    g_free(column->order);
    g_free(column->group);
    g_free(column->less);
    g_free(column->differ);
}

/* Copies `count` bits from one place in a row of words to another, which has none set. Both have a word to spare. */
static void copy_bits(const guint64 *from, gsize start, guint64 *to, gsize place, gsize count)
{
    for (gsize done = 0; done < count; done += 64) {
        gsize source = start + done, target = place + done, shift = source % 64;
        guint64 bits = from[source / 64] >> shift;
        if (shift > 0)
            bits |= from[source / 64 + 1] << (64 - shift);
        if (count - done < 64)
            bits &= (G_GUINT64_CONSTANT(1) << (count - done)) - 1;
        to[target / 64] |= bits << (target % 64);
        if (target % 64 > 0)
            to[target / 64 + 1] |= bits >> (64 - target % 64);
    }
}

/* Rows of a chunk, and the place of each row's first pair in the stream: it has pairs with all later rows. */
typedef struct {
    gsize first, end, bits, words;
    gsize *place;
} Chunk;

static gboolean next_chunk(Chunk *chunk, gsize rows)
{
    chunk->first = chunk->end;
    chunk->bits = 0;
    while (chunk->end + 1 < rows && chunk->bits + (rows - 1 - chunk->end) <= 64 * words_at_once(rows)) {
        chunk->place[chunk->end] = chunk->bits;
        chunk->bits += rows - 1 - chunk->end++;
    }
    chunk->words = (chunk->bits + 63) / 64;
    return chunk->bits > 0;
}

/* Goes through the values upwards; `below` has a bit for each row that has less, `others` for each that differs. */
static void fill_column(Column *column, gsize rows, const Chunk *chunk, guint64 *below, guint64 *others)
{
    gsize first = 0, words = rows / 64 + 2;
    memset(below, 0, words * sizeof *below);
    memset(others, 0xff, words * sizeof *others);
    memset(column->less, 0, (chunk->words + 1) * sizeof *below);
    memset(column->differ, 0, (chunk->words + 1) * sizeof *below);
    for (gsize i = 1; i <= rows; i++) {
        if (i < rows && column->group[i] == column->group[first])
            continue;
        for (gsize k = first; k < i; k++)
            others[column->order[k] / 64] &= ~(G_GUINT64_CONSTANT(1) << (column->order[k] % 64));
        for (gsize k = first; k < i; k++) {
            gsize row = column->order[k];
            if (row < chunk->first || row >= chunk->end)
                continue;
            copy_bits(below, row + 1, column->less, chunk->place[row], rows - 1 - row);
            copy_bits(others, row + 1, column->differ, chunk->place[row], rows - 1 - row);
        }
        for (gsize k = first; k < i; k++) {
            guint64 bit = G_GUINT64_CONSTANT(1) << (column->order[k] % 64);
            below[column->order[k] / 64] |= bit;
            others[column->order[k] / 64] |= bit;
        }
        first = i;
    }
}

/* Adds what the chunk says to the sums, which stand in the lower half of the matrix: whole numbers, exact in doubles.
 */
static void compare_columns(const RkMatrixTask *task, const Column *columns, const Chunk *chunk, CountPairs count)
{
    for (gsize top = 0; top < task->count; top += TILE) {
        for (gsize left = 0; left <= top; left += TILE) {
            for (gsize a = top; a < MIN(top + TILE, task->count); a++) {
                for (gsize b = left; b < MIN(left + TILE, a); b++) {
                    gint64 known = columns[a].ties || columns[b].ties ? 0 : (gint64)chunk->bits;
                    task->matrix[task->place[a] * task->width + task->place[b]] +=
                        (double)(known + count(&columns[a], &columns[b], chunk->words));
                }
            }
        }
    }
}

static void scale_sums(const RkMatrixTask *task, const Column *columns)
{
    for (gsize a = 0; a < task->count; a++) {
        for (gsize b = 0; b < a; b++) {
            double excess = task->matrix[task->place[a] * task->width + task->place[b]];
            gboolean varies = columns[a].untied > 0 && columns[b].untied > 0;
            double tau = varies ? excess / (sqrt(columns[a].untied) * sqrt(columns[b].untied)) : NAN;
            rk_matrix_set(task, a, b, CLAMP(tau, -1, 1));
        }
    }
}

static void compare_by_bits(const RkMatrixTask *task)
{
    gsize rows = task->rows;
    g_autofree Column *columns = g_new(Column, task->count);
    g_autofree void *scratch = g_malloc(rk_matrix_sort_scratch(rows));
    g_autofree guint64 *below = g_new(guint64, rows / 64 + 2), *others = g_new(guint64, rows / 64 + 2);
    g_autofree gsize *place = g_new(gsize, rows);
    for (gsize a = 0; a < task->count; a++) {
        prepare_column(&columns[a], task->columns[a], rows, scratch);
        for (gsize b = 0; b < a; b++)
            rk_matrix_set(task, a, b, 0);
    }
    CountPairs count = choose_counting();
    Chunk chunk = {.place = place};
    while (next_chunk(&chunk, rows)) {
        for (gsize a = 0; a < task->count; a++)
            fill_column(&columns[a], rows, &chunk, below, others);
        compare_columns(task, columns, &chunk, count);
    }
    scale_sums(task, columns);
    for (gsize a = 0; a < task->count; a++)
        clear_column(&columns[a]);
}

void rk_matrix_kendall(const RkMatrixTask *task)
{
    if (task->rows <= MOST_ROWS && task->rows <= ROWS_PER_COLUMN * task->count) {
        compare_by_bits(task);
        return;
    }
    for (gsize a = 0; a < task->count; a++) {
        for (gsize b = 0; b < a; b++) {
            RkCorrelation result;
            rk_stats_kendall(task->columns[a], task->columns[b], task->rows, &result, NULL);
            rk_matrix_set(task, a, b, result.coefficient);
        }
    }
}
