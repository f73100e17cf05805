/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letters beside a value: what each says, and what of them holds for a number that is worked out from several
 * values. The meanings are those of Eurostat and of SDMX's list of observation states (CL_OBS_STATUS); letters of other
 * lists are kept and never given a meaning they may not have.
 */
#ifndef RK_TABLE_FLAGS_H
#define RK_TABLE_FLAGS_H

#include "table/table.h"

G_BEGIN_DECLS

typedef enum {
    RK_FLAG_NOTE,      /**< worth a word: definition differs, low reliability … */
    RK_FLAG_UNCERTAIN, /**< the value may still change: provisional, estimated, forecast … */
    RK_FLAG_BREAK,     /**< not to be compared with the period before */
    RK_FLAG_MISSING    /**< why there is no value: confidential, not applicable … */
} RkFlagKind;

typedef struct {
    char letter;
    RkFlagKind kind;
    guint weakness;   /**< of the uncertain: the greater, the weaker the statement; 0 for the other kinds */
    const char *word; /**< English, lower case */
} RkFlagMeaning;

/** The letter of a sum that some of its parts are missing of; it is ours, no office's. */
#define RK_FLAG_PART_MISSING '+'

/** The reason of a rank that is missing because a figure does not rank its row. */
#define RK_REASON_EXCLUDED "not ranked"

/** The letter that one stands for as it is written: that of Eurostat for the upper-case states of SDMX, "p" for "P". */
RK_API char rk_flag_letter(char written);
/** Takes the next letter, as it is written, from a flag that is letters and moves past it; 0 at the end. */
RK_API char rk_flag_take(const char **flags);
/** The meaning of a letter; NULL when no list that is known here has it. */
RK_API const RkFlagMeaning *rk_flag_meaning(char letter);
/** The meaning of the letter whose word says why a value is missing ("confidential"); NULL for other words. */
RK_API const RkFlagMeaning *rk_flag_meaning_of_reason(const char *word);
/** The letter that a short word stands for ("prov", "Rev.": "p", "r"); other flags (may be NULL) themselves. */
RK_API const char *rk_flag_plain(const char *flag);
/** TRUE when a flag is letters, each with a meaning of its own ("bd"), and not a word ("estimated"): up to four letters
 * that are known, any number of them in the order of the alphabet ("bdenu"), two of which some are unknown. Letters
 * that are known may be parted ("p, e"). */
RK_API gboolean rk_flag_is_letters(const char *flag);
/** The letter among `length` bytes of flags (may be NULL) that says why a value is missing; 0 when none does. */
RK_API char rk_flag_why(const char *flags, gsize length);
/** Why a value is missing by its flags (may be NULL), in words; "not available" when they do not say. */
RK_API const char *rk_flag_reason(const char *flags);
/** TRUE when all letters have a meaning. */
RK_API gboolean rk_flag_is_known(const char *flag);

/** Which flags a number worked out from several values gets. */
typedef enum {
    RK_FLAGS_WEAKEST, /**< of the uncertain ones the weakest, and every other letter */
    RK_FLAGS_ALL,     /**< every letter of every value */
    RK_FLAGS_NONE     /**< none */
} RkFlagRule;

/** Names of the rules, in the order of the enumeration, NULL-ended: "weakest", "all", "none". */
extern const char *const rk_flag_rules[];

/** Flags gathered from several values. Zeroed memory is empty. */
typedef struct {
    guint64 letters[2];
    guint64 reasons[2]; /**< letters of missing values that say why they are */
    const char *word;   /**< the first flag that is a word; borrowed */
    const char *reason; /**< the strongest word for why a value is missing, of equal ones the first; borrowed */
    guint strength;     /**< of that word, above 0: it goes with the letters, as rk_flag_why() has them */
    const char *only;   /**< the flag of the first value; borrowed */
    guint values;       /**< that were added: 0, 1, or 2 for more */
} RkFlagSet;

/** Adds the flag of one value, which may be missing: NULL and "" when it has none. */
RK_API void rk_flag_set_add(RkFlagSet *set, const char *flag, gboolean missing);
/** Adds what a column says of the value in a row: its flag, and why it is missing. */
RK_API void rk_flag_set_add_value(RkFlagSet *set, const RkColumn *column, gsize row);
/** The result adds up values, and one of them is missing. */
RK_API void rk_flag_set_lacks(RkFlagSet *set);
/** Adds what another set has gathered from other values. */
RK_API void rk_flag_set_add_all(RkFlagSet *set, const RkFlagSet *other);
/** What holds for the result by the rule, in the order of letters: for a result that is there the reasons of missing
 * values say nothing; the same letters beside values that are there are kept. What rests on a single value keeps all
 * its letters as they stand there. NULL when nothing holds. Written to `buffer` or borrowed from the set. */
#define RK_FLAG_BUFFER 260
RK_API const char *rk_flag_set_result(const RkFlagSet *set, RkFlagRule rule, gboolean missing,
                                      char buffer[RK_FLAG_BUFFER]);

/** Why the value in a row is missing, in words: what its reason says, else its flag, else "not available". NULL when it
 * is there. */
RK_API const char *rk_column_why(const RkColumn *column, gsize row);
/** The same; NULL also when neither reason nor flag says why. */
RK_API const char *rk_column_said_why(const RkColumn *column, gsize row);
/** TRUE when some reason of a missing value says other than its flag does. */
RK_API gboolean rk_column_has_reasons(const RkColumn *column);

G_END_DECLS

#endif
