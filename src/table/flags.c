/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of letters and the arithmetic of flags. It invents no flag: what comes out went in.
 */
#include "table/flags.h"

#include <string.h>

/* In the order of the alphabet. The chain of weakness runs from what an office will hardly touch again to what has not
 * happened yet: revised by none, provisional, unvalidated, an office's estimate, an estimate, imputed, forecast. */
static const RkFlagMeaning meanings[] = {
    {'b', RK_FLAG_BREAK, 0, "break in series"},
    {'c', RK_FLAG_MISSING, 0, "confidential"},
    {'d', RK_FLAG_NOTE, 0, "definition differs"},
    {'e', RK_FLAG_UNCERTAIN, 4, "estimated"},
    {'f', RK_FLAG_UNCERTAIN, 6, "forecast"},
    {'g', RK_FLAG_NOTE, 0, "experimental"},
    {'h', RK_FLAG_MISSING, 0, "missing: holiday"},
    {'i', RK_FLAG_UNCERTAIN, 5, "imputed"},
    {'j', RK_FLAG_NOTE, 0, "derogation"},
    {'k', RK_FLAG_NOTE, 0, "included in another category"},
    {'l', RK_FLAG_MISSING, 0, "not collected"},
    {'m', RK_FLAG_MISSING, 0, "cannot exist"},
    {'n', RK_FLAG_NOTE, 0, "not significant"},
    {'o', RK_FLAG_MISSING, 0, "not available"},
    {'p', RK_FLAG_UNCERTAIN, 1, "provisional"},
    {'q', RK_FLAG_MISSING, 0, "suppressed"},
    {'r', RK_FLAG_NOTE, 0, "revised"},
    {'s', RK_FLAG_UNCERTAIN, 3, "estimated by Eurostat"},
    {'u', RK_FLAG_NOTE, 0, "low reliability"},
    {'v', RK_FLAG_UNCERTAIN, 2, "unvalidated"},
    {'w', RK_FLAG_NOTE, 0, "includes another category"},
    {'z', RK_FLAG_MISSING, 0, "not applicable"},
};

const char *const rk_flag_rules[] = {"weakest", "all", "none", NULL};

/* More letters than this are a word. */
enum { LONGEST_LETTERS = 4 };

const RkFlagMeaning *rk_flag_meaning(char letter)
{
    for (guint i = 0; i < G_N_ELEMENTS(meanings); i++) {
        if (meanings[i].letter == letter)
            return &meanings[i];
    }
    return NULL;
}

gboolean rk_flag_is_letters(const char *flag)
{
    gsize length = strlen(flag);
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isalnum(flag[i]))
            return FALSE;
    }
    return length > 0 && length <= LONGEST_LETTERS;
}

char rk_flag_why(const char *flags, gsize length)
{
    /* The strongest reason first: what is secret or cannot be is not merely uncollected. */
    static const char letters[] = "czmlqho";
    for (const char *letter = letters; *letter != '\0' && length > 0; letter++)
        if (memchr(flags, *letter, length) != NULL)
            return *letter;
    return 0;
}

gboolean rk_flag_is_known(const char *flag)
{
    for (const char *letter = flag; *letter != '\0'; letter++) {
        if (rk_flag_meaning(*letter) == NULL)
            return FALSE;
    }
    return TRUE;
}

static gboolean has(const RkFlagSet *set, guint letter)
{
    return (set->letters[letter / 64] >> (letter % 64) & 1) != 0;
}

void rk_flag_set_add(RkFlagSet *set, const char *flag)
{
    if (flag == NULL || *flag == '\0')
        return;
    if (!rk_flag_is_letters(flag)) {
        set->word = set->word != NULL ? set->word : flag;
        return;
    }
    for (const char *letter = flag; *letter != '\0'; letter++)
        set->letters[(guchar)*letter / 64] |= (guint64)1 << ((guchar)*letter % 64);
}

static guint weakest_of(const RkFlagSet *set)
{
    guint weakest = 0;
    for (guint i = 0; i < G_N_ELEMENTS(meanings); i++) {
        if (has(set, (guint)meanings[i].letter))
            weakest = MAX(weakest, meanings[i].weakness);
    }
    return weakest;
}

const char *rk_flag_set_result(const RkFlagSet *set, RkFlagRule rule, gboolean missing, char buffer[RK_FLAG_BUFFER])
{
    guint weakest = weakest_of(set), count = 0;
    for (guint letter = 0; rule != RK_FLAGS_NONE && letter < 128; letter++) {
        const RkFlagMeaning *meaning = has(set, letter) ? rk_flag_meaning((char)letter) : NULL;
        gboolean stronger = meaning != NULL && meaning->kind == RK_FLAG_UNCERTAIN && meaning->weakness < weakest;
        gboolean idle = meaning != NULL && meaning->kind == RK_FLAG_MISSING && !missing;
        if (has(set, letter) && !idle && !(stronger && rule == RK_FLAGS_WEAKEST))
            buffer[count++] = (char)letter;
    }
    buffer[count] = '\0';
    return count > 0 ? buffer : rule == RK_FLAGS_NONE ? NULL : set->word;
}
