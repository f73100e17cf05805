/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words of a column can be, taken down word by word while they come. Numbers of rows that a filter left out
 * are words, too: a column is what all its cells are.
 */
#ifndef RK_READ_SURVEY_PRIVATE_H
#define RK_READ_SURVEY_PRIVATE_H

#include "base/number.h"
#include "read/read.h"
#include "table/dictionary.h"

G_BEGIN_DECLS

/* What one word can be, as bits. */
enum {
    RK_WORD_MISSING = 1 << 0,
    RK_WORD_NUMBER = 1 << 1,
    RK_WORD_CODE = 1 << 2,
    RK_WORD_TIME = 1 << 3,
    RK_WORD_BOOLEAN = 1 << 4,
    RK_WORD_COMMA = 1 << 5
};

/* Zeroed memory is the survey of nothing. */
typedef struct {
    guint32 count; /* words that were looked at */
    guint32 reserved;
    guint8 *kinds; /* of each */
    gboolean some; /* there was a word that is not missing */
    guint all;     /* bits that every such word has, once there is some */
    guint any;
    gboolean not_if_comma; /* some word is no number, neither with a point nor with a comma */
    gboolean not_if_code;  /* some word is neither a number nor a code */
    RkFrequency finest;    /* of the words that are periods */
} RkSurvey;

/* What is known of a column before its cells come: cells-private.h. */
struct RkCellRules;

void rk_survey_clear(RkSurvey *survey);
/* Looks at the words that have come since. */
void rk_survey_go_on(RkSurvey *survey, const RkDictionary *words, const struct RkCellRules *rules);
/* Takes down a word that no row has any more. */
void rk_survey_add(RkSurvey *survey, guint kind);
/* What a word can be; its frequency when it is a period. */
guint rk_word_kind(const char *word, gsize length, const struct RkCellRules *rules, RkFrequency *frequency);
/* TRUE when no word that may come can make the column anything but text. */
gboolean rk_survey_is_settled(const RkSurvey *survey);
/* The type of a column with these words that does not say its type itself. */
RkColumnType rk_survey_type(const RkSurvey *survey, gboolean quoted);
gboolean rk_word_is_number_with_comma(const char *word, gsize length);

G_END_DECLS

#endif
