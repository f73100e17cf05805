/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a language that a figure brings along, by the names of d3-format and d3-time-format.
 */
#include "spec/vocabulary-private.h"

static const RkProperty number_properties[] = {
    {"currency", LIST, .items = TEXT, .summary = "what stands before and behind an amount of money"},
    {"decimal", TEXT, .summary = "the decimal point"},
    {"grouping", LIST, .items = NUMBER, .summary = "digits between separators, from the right: [3]"},
    {"minus", TEXT, .summary = "the minus sign"},
    {"nan", TEXT, .summary = "what is written for no number"},
    {"numerals", LIST, .items = TEXT, .summary = "ten digits of another script"},
    {"percent", TEXT, .summary = "the percent sign"},
    {"thousands", TEXT, .summary = "the separator of groups of digits"},
    {0},
};
static const RkShape number = {.name = "the locale of numbers", .properties = number_properties};

static const RkProperty time_properties[] = {
    {"date", TEXT, .summary = "the pattern behind %x"},
    {"dateTime", TEXT, .summary = "the pattern behind %c"},
    {"days", LIST, .items = TEXT, .summary = "weekdays from Sunday on"},
    {"months", LIST, .items = TEXT, .summary = "months from January on"},
    {"periods", LIST, .items = TEXT, .summary = "the halves of the day"},
    {"shortDays", LIST, .items = TEXT, .summary = "short weekdays from Sunday on"},
    {"shortMonths", LIST, .items = TEXT, .summary = "short months from January on"},
    {"time", TEXT, .summary = "the pattern behind %X"},
    {0},
};
static const RkShape time_words = {.name = "the locale of times", .properties = time_properties};

static const RkProperty properties[] = {
    {"number", MAP, .shape = &number, .summary = "decimal, thousands, grouping, currency …, as d3-format has them"},
    {"time", MAP, .shape = &time_words, .summary = "names of months and days, as d3-time-format has them"},
    {0},
};
const RkShape rk_shape_locale = {.name = "the locale", .properties = properties};
