/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a figure, and its configuration, may say of the flags beside values: whether they show, what a code means and
 * how it looks, and what holds for numbers that are worked out.
 */
#include "spec/vocabulary-private.h"

/* In the order of the plot room's signs. */
static const char *const signs[] = {"none", "uncertain", "break", "letter", "missing", NULL};
static const char *const rules[] = {"weakest", "all", "none", NULL};

static const RkProperty code_properties[] = {
    {"label", TEXT, .summary = "what the code means, for the key"},
    {"sign", TEXT, signs, .summary = "how it shows: uncertain (hollow, hatched, dashed), break, letter, none"},
    {"text", TEXT, .summary = "what is written for it: the code itself"},
    {0},
};
static const RkShape code = {.name = "the flag", .properties = code_properties};
static const RkProperty any_code = {"code", TEXT | MAP | NOTHING, .shape = &code,
                                    .summary = "what a code means; null: it does not show"};
static const RkShape codes = {.name = "the codes", .any = &any_code};

static const RkProperty properties[] = {
    {"codes", MAP, .shape = &codes,
     .summary = "codes and what they mean, before what statistical offices say of a letter"},
    {"key", BOOLEAN, .summary = "whether the flags that occur are explained below the panel"},
    {"show", BOOLEAN, .summary = "whether flags show"},
    {0},
};
static const RkShape shown = {.name = "the flags", .properties = properties};
static const RkShape *const includes[] = {&shown, NULL};

static const RkProperty figure_properties[] = {
    {"combine", TEXT, rules, .summary = "flags of numbers worked out from several values: weakest, all or none"},
    {0},
};
const RkShape rk_shape_flags = {.name = "the flags", .properties = figure_properties, .includes = includes};

static const RkProperty look_properties[] = {
    {"font", TEXT, .summary = "typeface of letters and key"},
    {"fontSize", NUMBER, .summary = "size of letters and key, in pixels"},
    {"fontStyle", TEXT, rk_words_font_style, .summary = "upright or slanted"},
    {"fontWeight", NUMBER | TEXT, rk_words_font_weight, .summary = "boldness", .check = rk_check_font_weight},
    {"hatchSpacing", NUMBER, .summary = "distance between the lines of hatching, in pixels"},
    {"hatchWidth", NUMBER, .summary = "thickness of these lines, in pixels"},
    {"strokeDash", LIST, .items = NUMBER, .summary = "dashes of a line up to an uncertain value, in pixels"},
    {"strokeWidth", NUMBER, .summary = "outline of hollow marks, in pixels"},
    {"tint", NUMBER, .summary = "how much colour is left inside a hollow mark, 0 to 1"},
    {0},
};
const RkShape rk_shape_flags_config = {.name = "the flags", .properties = look_properties, .includes = includes};
