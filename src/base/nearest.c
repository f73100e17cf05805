/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The known word nearest to a misspelt one, for "did you mean". Distance is Damerau–Levenshtein with adjacent
 * transpositions over characters, blind to case; it refuses to guess when a third of the word would have to change.
 */
#include "base/shape.h"

/* Nobody misspells a longer word; and the work is quadratic. */
enum { LONGEST = 64 };

typedef struct {
    gunichar letters[LONGEST];
    int length;
} Folded;

/* FALSE when the word is too long to be compared. */
static gboolean fold(const char *word, Folded *folded)
{
    folded->length = 0;
    for (; *word != '\0'; word = g_utf8_next_char(word)) {
        if (folded->length == LONGEST)
            return FALSE;
        folded->letters[folded->length++] = g_unichar_tolower(g_utf8_get_char(word));
    }
    return TRUE;
}

static int least(int a, int b, int c)
{
    return MIN(a, MIN(b, c));
}

static int distance(const Folded *a, const Folded *b)
{
    int rows[3][LONGEST + 1];
    for (int j = 0; j <= b->length; j++)
        rows[0][j] = j;
    for (int i = 1; i <= a->length; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= b->length; j++) {
            int differ = a->letters[i - 1] != b->letters[j - 1];
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + differ);
            gboolean swapped =
                i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2] && a->letters[i - 2] == b->letters[j - 1];
            if (swapped)
                row[j] = MIN(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a->length % 3][b->length];
}

const char *rk_nearest_word(const char *word, const char *const *words)
{
    Folded wanted, candidate;
    if (words == NULL || !g_utf8_validate(word, -1, NULL) || !fold(word, &wanted) || wanted.length == 0)
        return NULL;
    int best = wanted.length == 1 ? 1 : MAX(1, wanted.length / 3) + 1;
    const char *nearest = NULL;
    for (; *words != NULL; words++) {
        if (!fold(*words, &candidate) || ABS(candidate.length - wanted.length) >= best)
            continue;
        int steps = distance(&wanted, &candidate);
        if (steps < best) {
            best = steps;
            nearest = *words;
        }
    }
    return nearest;
}
