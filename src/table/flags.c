/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of letters and the arithmetic of flags. It invents no flag: what comes out went in.
 */
#include "table/flags.h"

#include <string.h>

/* In the order of the alphabet. The chain of weakness runs from what an office will hardly touch again to what has not
 * happened yet: revised by none, provisional, unvalidated, an office's estimate, an estimate, imputed, forecast. */
static const RkFlagMeaning meanings[] = {
    {RK_FLAG_PART_MISSING, RK_FLAG_NOTE, 0, "a part is missing"},
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

const RkFlagMeaning *rk_flag_meaning_of_reason(const char *word)
{
    for (guint i = 0; i < G_N_ELEMENTS(meanings); i++) {
        if (meanings[i].kind == RK_FLAG_MISSING && g_str_equal(meanings[i].word, word))
            return &meanings[i];
    }
    return NULL;
}

char rk_flag_letter(char written)
{
    /* Those that the list of SDMX has; its S is a strike, its A says nothing. */
    static const char states[] = "BDEFGHIJKLMNOPQUVW";
    return written != '\0' && strchr(states, written) != NULL ? g_ascii_tolower(written) : written;
}

static const char separators[] = " ,;/|";

char rk_flag_take(const char **flags)
{
    *flags += strspn(*flags, separators);
    return **flags == '\0' ? '\0' : *(*flags)++;
}

/** "p, e": letters that have a meaning, each for itself. */
static gboolean are_parted_letters(const char *flag)
{
    guint count = 0;
    for (const char *at = flag; *at != '\0'; at++) {
        if (strchr(separators, *at) != NULL)
            continue;
        gboolean alone = at[1] == '\0' || strchr(separators, at[1]) != NULL;
        if (!alone || rk_flag_meaning(rk_flag_letter(*at)) == NULL)
            return FALSE;
        count++;
    }
    return count > 0;
}

gboolean rk_flag_is_letters(const char *flag)
{
    gsize length = strlen(flag);
    if (strpbrk(flag, separators) != NULL)
        return are_parted_letters(flag);
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isalnum(flag[i]) && flag[i] != RK_FLAG_PART_MISSING)
            return FALSE;
    }
    return length > 0 && length <= LONGEST_LETTERS;
}

char rk_flag_why(const char *flags, gsize length)
{
    /* The strongest reason first: what is secret or cannot be is not merely uncollected. */
    static const char letters[] = "czmlqho";
    for (const char *letter = letters; *letter != '\0'; letter++)
        for (gsize i = 0; i < length; i++)
            if (rk_flag_letter(flags[i]) == *letter)
                return *letter;
    return 0;
}

const char *rk_flag_reason(const char *flags)
{
    char letter = flags != NULL && rk_flag_is_letters(flags) ? rk_flag_why(flags, strlen(flags)) : 0;
    return rk_flag_meaning(letter != 0 ? letter : 'o')->word;
}

gboolean rk_flag_is_known(const char *flag)
{
    char letter;
    while ((letter = rk_flag_take(&flag)) != '\0') {
        if (rk_flag_meaning(rk_flag_letter(letter)) == NULL && letter != 'A')
            return FALSE;
    }
    return TRUE;
}

static gboolean has(const RkFlagSet *set, guint letter)
{
    return (set->letters[letter / 64] >> (letter % 64) & 1) != 0;
}

static void add_letter(RkFlagSet *set, char letter)
{
    set->letters[(guchar)letter / 64] |= (guint64)1 << ((guchar)letter % 64);
}

void rk_flag_set_add(RkFlagSet *set, const char *flag)
{
    set->only = set->values == 0 ? flag : NULL;
    set->values = MIN(set->values + 1, 2);
    if (flag == NULL || *flag == '\0')
        return;
    if (!rk_flag_is_letters(flag)) {
        set->word = set->word != NULL ? set->word : flag;
        return;
    }
    char letter;
    while ((letter = rk_flag_letter(rk_flag_take(&flag))) != '\0')
        add_letter(set, letter);
}

void rk_flag_set_lacks(RkFlagSet *set)
{
    add_letter(set, RK_FLAG_PART_MISSING);
}

void rk_flag_set_add_value(RkFlagSet *set, const RkColumn *column, gsize row)
{
    const RkColumn *flag = rk_column_flag(column), *reason = rk_column_reason(column);
    rk_flag_set_add(set, flag != NULL ? rk_column_text(flag, row) : NULL);
    if (reason != NULL && set->reason == NULL && rk_column_is_missing(column, row))
        set->reason = rk_column_text(reason, row);
}

void rk_flag_set_add_all(RkFlagSet *set, const RkFlagSet *other)
{
    set->letters[0] |= other->letters[0];
    set->letters[1] |= other->letters[1];
    set->word = set->word != NULL ? set->word : other->word;
    set->reason = set->reason != NULL ? set->reason : other->reason;
    set->only = set->values == 0 ? other->only : other->values == 0 ? set->only : NULL;
    set->values = MIN(set->values + other->values, 2);
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
    for (guint letter = 1; rule != RK_FLAGS_NONE && letter < 128; letter++) {
        const RkFlagMeaning *meaning = has(set, letter) ? rk_flag_meaning((char)letter) : NULL;
        gboolean stronger =
            set->values > 1 && meaning != NULL && meaning->kind == RK_FLAG_UNCERTAIN && meaning->weakness < weakest;
        gboolean idle = meaning != NULL && meaning->kind == RK_FLAG_MISSING && !missing;
        if (has(set, letter) && letter != RK_FLAG_PART_MISSING && !idle && !(stronger && rule == RK_FLAGS_WEAKEST))
            buffer[count++] = (char)letter;
    }
    /* Last: behind a number it says that there is more. */
    if (rule != RK_FLAGS_NONE && !missing && has(set, RK_FLAG_PART_MISSING))
        buffer[count++] = RK_FLAG_PART_MISSING;
    buffer[count] = '\0';
    if (set->values == 1 && count > 0 && set->only != NULL && strlen(set->only) == count)
        return set->only;
    return count > 0 ? buffer : rule == RK_FLAGS_NONE ? NULL : set->word;
}

const char *rk_column_why(const RkColumn *column, gsize row)
{
    const RkColumn *flag = rk_column_flag(column), *reason = rk_column_reason(column);
    if (!rk_column_is_missing(column, row))
        return NULL;
    const char *said = reason != NULL ? rk_column_text(reason, row) : NULL;
    return said != NULL ? said : rk_flag_reason(flag != NULL ? rk_column_text(flag, row) : NULL);
}

gboolean rk_column_has_reasons(const RkColumn *column)
{
    const RkColumn *flag = rk_column_flag(column), *reason = rk_column_reason(column);
    for (gsize row = 0; reason != NULL && row < rk_column_length(column); row++) {
        const char *said = rk_column_is_missing(column, row) ? rk_column_text(reason, row) : NULL;
        if (said != NULL && strcmp(said, rk_flag_reason(flag != NULL ? rk_column_text(flag, row) : NULL)) != 0)
            return TRUE;
    }
    return FALSE;
}
