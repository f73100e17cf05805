/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists that several subjects of the vocabulary share. A list that one subject alone needs stands in that file.
 */
#include "spec/vocabulary-private.h"

const char *const rk_words_align[] = {"left", "center", "right", NULL};
const char *const rk_words_anchor[] = {"start", "middle", "end", NULL};
const char *const rk_words_baseline[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom", NULL};
const char *const rk_words_cap[] = {"butt", "round", "square", NULL};
const char *const rk_words_direction[] = {"horizontal", "vertical", NULL};
const char *const rk_words_font_style[] = {"normal", "italic", "oblique", NULL};
const char *const rk_words_format_type[] = {"number", "time", NULL};
const char *const rk_words_interval[] = {"millisecond", "second", "minute", "hour", "day",
                                         "week",        "month",  "year",   NULL};
const char *const rk_words_join[] = {"miter", "round", "bevel", NULL};
const char *const rk_words_order[] = {"ascending", "descending", NULL};
const char *const rk_words_overlap[] = {"parity", "greedy", NULL};
const char *const rk_words_side[] = {"top", "bottom", "left", "right", NULL};

static const RkProperty loose_value = {
    .name = "value",
    .allow = NOTHING | BOOLEAN | NUMBER | TEXT | LIST,
    .items = BOOLEAN | NUMBER | TEXT,
    .summary = "a number, a text, true or false, or a list of them",
};

const RkShape rk_shape_loose = {.name = "the block", .any = &loose_value};
