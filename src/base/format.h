/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers and dates for people: d3-format and d3-time-format patterns with the locale given as data. It refuses to know
 * the locale of the host.
 */
#ifndef RK_BASE_FORMAT_H
#define RK_BASE_FORMAT_H

#include "base/value.h"

G_BEGIN_DECLS

/** Number and date words of a language, as d3 defines them. Static data: never freed. */
typedef struct {
    const char *language; /**< "en", "lt", "de" … */
    const char *decimal;
    const char *thousands;
    const char *minus;       /**< U+2212 */
    const char *percent;     /**< "%" or U+00A0 "%" */
    const char *currency[2]; /**< before and after */
    const char *date_time;   /**< the patterns behind %c, %x and %X */
    const char *date;
    const char *time;
    const char *periods[2];
    const char *days[7]; /**< Sunday first */
    const char *short_days[7];
    const char *months[12];
    const char *short_months[12];
    guint8 grouping[8];       /**< digits between separators, from the right, taken in turn; all 0: threes */
    const char *numerals[10]; /**< NULL: 0 to 9 */
    const char *nan;          /**< NULL: "NaN" */
} RkLocale;

/** The locale of a language code ("lt", "lt-LT", "lt_LT.UTF-8"); falls back to English when it is unknown or NULL. */
RK_API const RkLocale *rk_locale_find(const char *language);
/** Lays the words of {number: {…}, time: {…}}, as d3 names them, over a locale. Texts are borrowed from the value.
 * FALSE with a located error when a list has the wrong length. */
RK_API gboolean rk_locale_read(const RkValue *value, RkLocale *locale, GError **error);
/** The languages that are known, NULL-ended. */
RK_API const char *const *rk_locale_languages(void);

/**
 * `value` by a d3-format specifier: [[fill]align][sign][symbol][0][width][,][.precision][~][type].
 * NULL with an error without place when the specifier is malformed or its type letter unknown (d3 takes that for none);
 * free with g_free(). NaN gives "NaN". NULL as specifier is "", NULL as locale is English.
 */
RK_API char *rk_format_number(const char *specifier, double value, const RkLocale *locale, GError **error);
/** TRUE when the specifier is well formed. */
RK_API gboolean rk_format_number_check(const char *specifier, GError **error);
/**
 * The specifier that d3 would choose for ticks between start and stop with `count` steps, given a user specifier
 * (",f" or NULL). Free with g_free(). For the type "s" it counts significant digits, so that rk_format_number() is
 * exact at every tick, each with its own SI prefix.
 */
RK_API char *rk_format_tick_specifier(double start, double stop, guint count, const char *specifier);
/**
 * A tick between start and stop by that specifier; with the type "s" and no precision all ticks have the SI prefix of
 * the larger end, as d3 gives them. NULL as locale is English; free with g_free().
 */
RK_API char *rk_format_tick(double start, double stop, guint count, const char *specifier, double value,
                            const RkLocale *locale);

/**
 * A number on a scale whose ticks no single step tells apart: up to twelve significant digits, and no idle zeros, where
 * the specifier (NULL: ",") gives no precision. NULL as locale is English; free with g_free().
 */
RK_API char *rk_format_float(const char *specifier, double value, const RkLocale *locale);

/** A moment (milliseconds since 1970-01-01 UTC) by a d3-time-format pattern, in UTC. Free with g_free(). Empty for NaN;
 * NULL as locale is English. */
RK_API char *rk_format_time(const char *pattern, double milliseconds, const RkLocale *locale);

/** Reads a text by a d3-time-format pattern, as UTC unless it has a zone (%Z). FALSE when the text is not of that form.
 * NULL as locale is English. */
RK_API gboolean rk_time_parse(const char *text, const char *pattern, const RkLocale *locale, double *milliseconds);

G_END_DECLS

#endif
