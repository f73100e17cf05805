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
    {'k', RK_FLAG_MISSING, 0, "included in another category"},
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

/* Letters of which some have no meaning here: more than so many are a word, "est". Letters that all have one may spell
 * a word by chance, "prov", "model": more than so many are letters where they stand in the order of the alphabet, as
 * offices and our own results have them. */
enum { MOST_FOREIGN = 2, MOST_UNORDERED = 4 };

/* Words that offices shorten a letter's meaning to. None is letters in the order of the alphabet, which could be meant.
 */
static const struct {
    const char *word, *letter;
} short_words[] = {{"conf", "c"}, {"est", "e"},    {"estim", "e"}, {"fcst", "f"},
                   {"prel", "p"}, {"prelim", "p"}, {"prov", "p"},  {"rev", "r"}};

const char *rk_flag_plain(const char *flag)
{
    gsize length = flag == NULL ? 0 : strlen(flag);
    if (length > 0 && flag[length - 1] == '.')
        length--;
    for (guint i = 0; i < G_N_ELEMENTS(short_words); i++)
        if (strlen(short_words[i].word) == length && g_ascii_strncasecmp(short_words[i].word, flag, length) == 0)
            return short_words[i].letter;
    return flag;
}

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

/** What offices write like a letter: "*" and its like are flags, points and dashes are missing values. */
static gboolean is_letter(char sign)
{
    return g_ascii_isalnum(sign) || sign == RK_FLAG_PART_MISSING ||
           (sign != '\0' && strchr("*#$!^~?@%&", sign) != NULL);
}

static gboolean is_foreign(char letter)
{
    return rk_flag_meaning(letter) == NULL && letter != 'A';
}

/** "p, e": letters that have a meaning, each for itself. Those of other lists as our own results part them: "7 e x". */
static gboolean are_parted_letters(const char *flag)
{
    guint count = 0;
    gboolean foreign = FALSE, own = TRUE;
    char last = '\0';
    for (const char *at = flag; *at != '\0'; at++) {
        own = own && (*at == ' ' || strchr(separators, *at) == NULL);
        if (strchr(separators, *at) != NULL)
            continue;
        gboolean alone = at[1] == '\0' || strchr(separators, at[1]) != NULL;
        if (!alone || !is_letter(*at))
            return FALSE;
        foreign = foreign || is_foreign(rk_flag_letter(*at));
        own = own && (*at == RK_FLAG_PART_MISSING || *at > last);
        last = *at;
        count++;
    }
    return count > 0 && (!foreign || (own && count > MOST_FOREIGN));
}

gboolean rk_flag_is_letters(const char *flag)
{
    if (strpbrk(flag, separators) != NULL)
        return are_parted_letters(flag);
    if (rk_flag_plain(flag) != flag)
        return FALSE;
    gsize length = strlen(flag);
    gboolean foreign = FALSE, ordered = TRUE, repeated = FALSE;
    for (gsize i = 0; i < length; i++) {
        char letter = rk_flag_letter(flag[i]);
        if (!is_letter(letter))
            return FALSE;
        foreign = foreign || is_foreign(letter);
        repeated = repeated || memchr(flag, flag[i], i) != NULL;
        /* That a part is missing stands last. */
        ordered = ordered && (i == 0 || letter == RK_FLAG_PART_MISSING || rk_flag_letter(flag[i - 1]) < letter);
    }
    if (foreign || repeated)
        return length <= MOST_FOREIGN;
    return length > 0 && (length <= MOST_UNORDERED || ordered);
}

/* The strongest reason first: what is secret or cannot be is not merely uncollected. */
static const char reason_letters[] = "czmlqhko";

char rk_flag_why(const char *flags, gsize length)
{
    for (const char *letter = reason_letters; *letter != '\0'; letter++)
        for (gsize i = 0; i < length; i++)
            if (rk_flag_letter(flags[i]) == *letter)
                return *letter;
    return 0;
}

/* Why a value is missing by its flags, in words; NULL when they do not say. */
static const char *said_by_flags(const char *flags)
{
    flags = rk_flag_plain(flags);
    char letter = flags != NULL && rk_flag_is_letters(flags) ? rk_flag_why(flags, strlen(flags)) : 0;
    return letter != 0 ? rk_flag_meaning(letter)->word : NULL;
}

/* Nobody says why. */
static const char *or_not_available(const char *said)
{
    return said != NULL ? said : rk_flag_meaning('o')->word;
}

const char *rk_flag_reason(const char *flags)
{
    return or_not_available(said_by_flags(flags));
}

gboolean rk_flag_is_known(const char *flag)
{
    char letter;
    while ((letter = rk_flag_take(&flag)) != '\0') {
        if (is_foreign(rk_flag_letter(letter)))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_among(const guint64 letters[2], guint letter)
{
    return (letters[letter / 64] >> (letter % 64) & 1) != 0;
}

static gboolean has(const RkFlagSet *set, guint letter)
{
    return is_among(set->letters, letter) || is_among(set->reasons, letter);
}

static void add_letter(guint64 letters[2], char letter)
{
    letters[(guchar)letter / 64] |= (guint64)1 << ((guchar)letter % 64);
}

static gboolean says_why(char letter)
{
    const RkFlagMeaning *meaning = rk_flag_meaning(letter);
    return meaning != NULL && meaning->kind == RK_FLAG_MISSING;
}

void rk_flag_set_add(RkFlagSet *set, const char *flag, gboolean missing)
{
    set->only = set->values == 0 ? flag : NULL;
    set->values = MIN(set->values + 1, 2);
    flag = rk_flag_plain(flag);
    if (flag == NULL || *flag == '\0')
        return;
    if (!rk_flag_is_letters(flag)) {
        set->word = set->word != NULL ? set->word : flag;
        return;
    }
    char letter;
    while ((letter = rk_flag_letter(rk_flag_take(&flag))) != '\0')
        add_letter(missing && says_why(letter) ? set->reasons : set->letters, letter);
}

void rk_flag_set_lacks(RkFlagSet *set)
{
    add_letter(set->letters, RK_FLAG_PART_MISSING);
}

/** How strong the reason for a missing value is: by its letter, by its word where it has none; other words are stronger
 * than that nothing is available. Above 0. */
static guint strength_of(const char *reason, const char *flag)
{
    const guint weakest = G_N_ELEMENTS(reason_letters) - 1;
    flag = rk_flag_plain(flag);
    const RkFlagMeaning *meaning = rk_flag_meaning_of_reason(reason);
    char letter = flag != NULL && rk_flag_is_letters(flag) ? rk_flag_why(flag, strlen(flag)) : '\0';
    if (letter == '\0' && meaning == NULL)
        return 2;
    letter = letter != '\0' ? letter : meaning->letter;
    guint place = (guint)(strchr(reason_letters, letter) - reason_letters);
    return place + 1 == weakest ? 1 : weakest - place + 1;
}

static void add_reason(RkFlagSet *set, const char *reason, guint strength)
{
    if (reason == NULL || strength <= set->strength)
        return;
    set->reason = reason;
    set->strength = strength;
}

void rk_flag_set_add_value(RkFlagSet *set, const RkColumn *column, gsize row)
{
    const RkColumn *flag = rk_column_flag(column), *reason = rk_column_reason(column);
    gboolean missing = rk_column_is_missing(column, row);
    const char *letters = flag != NULL ? rk_column_text(flag, row) : NULL;
    const char *said = reason != NULL && missing ? rk_column_text(reason, row) : NULL;
    rk_flag_set_add(set, letters, missing);
    if (said != NULL)
        add_reason(set, said, strength_of(said, letters));
}

void rk_flag_set_add_all(RkFlagSet *set, const RkFlagSet *other)
{
    for (guint i = 0; i < G_N_ELEMENTS(set->letters); i++) {
        set->letters[i] |= other->letters[i];
        set->reasons[i] |= other->reasons[i];
    }
    set->word = set->word != NULL ? set->word : other->word;
    add_reason(set, other->reason, other->strength);
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

/** So that letters together are not read as a word. */
static void part_letters(char buffer[RK_FLAG_BUFFER], guint count)
{
    for (guint i = count; i > 1; i--) {
        buffer[2 * i - 2] = buffer[i - 1];
        buffer[2 * i - 3] = ' ';
    }
    buffer[count > 0 ? 2 * count - 1 : 0] = '\0';
}

const char *rk_flag_set_result(const RkFlagSet *set, RkFlagRule rule, gboolean missing, char buffer[RK_FLAG_BUFFER])
{
    guint weakest = weakest_of(set), count = 0;
    for (guint letter = 1; rule != RK_FLAGS_NONE && letter < 128; letter++) {
        const RkFlagMeaning *meaning = has(set, letter) ? rk_flag_meaning((char)letter) : NULL;
        gboolean stronger =
            set->values > 1 && meaning != NULL && meaning->kind == RK_FLAG_UNCERTAIN && meaning->weakness < weakest;
        gboolean idle = !missing && !is_among(set->letters, letter);
        if (has(set, letter) && letter != RK_FLAG_PART_MISSING && !idle && !(stronger && rule == RK_FLAGS_WEAKEST))
            buffer[count++] = (char)letter;
    }
    /* Last: behind a number it says that there is more. */
    if (rule != RK_FLAGS_NONE && !missing && has(set, RK_FLAG_PART_MISSING))
        buffer[count++] = RK_FLAG_PART_MISSING;
    buffer[count] = '\0';
    if (!rk_flag_is_letters(buffer))
        part_letters(buffer, count);
    if (set->values == 1 && count > 0 && set->only != NULL && strlen(set->only) == count)
        return set->only;
    return count > 0 ? buffer : rule == RK_FLAGS_NONE ? NULL : set->word;
}

const char *rk_column_said_why(const RkColumn *column, gsize row)
{
    const RkColumn *flag = rk_column_flag(column), *reason = rk_column_reason(column);
    if (!rk_column_is_missing(column, row))
        return NULL;
    const char *said = reason != NULL ? rk_column_text(reason, row) : NULL;
    return said != NULL ? said : said_by_flags(flag != NULL ? rk_column_text(flag, row) : NULL);
}

const char *rk_column_why(const RkColumn *column, gsize row)
{
    return rk_column_is_missing(column, row) ? or_not_available(rk_column_said_why(column, row)) : NULL;
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
