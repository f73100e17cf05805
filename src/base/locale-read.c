/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A locale as a figure may bring it along: the words of d3-format and d3-time-format, laid over those of a language. It
 * refuses lists of another length than there are days and months.
 */
#include "base/format.h"

#include <math.h>

static void take_text(const RkValue *map, const char *key, const char **text)
{
    *text = rk_value_text_or(rk_value_get(map, key), *text);
}

static gboolean take_list(const RkValue *map, const char *key, const char **texts, guint count, GError **error)
{
    const RkValue *list = rk_value_get(map, key);
    if (list == NULL)
        return TRUE;
    if (rk_value_length(list) != count) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(list), NULL, "%s of a locale has %u texts, not %u", key,
                     count, rk_value_length(list));
        return FALSE;
    }
    for (guint i = 0; i < count; i++)
        texts[i] = rk_value_text_or(rk_value_at(list, i), "");
    return TRUE;
}

static gboolean take_grouping(const RkValue *list, RkLocale *locale, GError **error)
{
    guint count = rk_value_length(list);
    if (list == NULL)
        return TRUE;
    gboolean fits = count >= 1 && count < G_N_ELEMENTS(locale->grouping);
    for (guint i = 0; i < G_N_ELEMENTS(locale->grouping); i++) {
        double size = i < count ? rk_value_number_or(rk_value_at(list, i), 0) : 0;
        fits = fits && (i >= count || (size >= 1 && size <= 100 && size == floor(size)));
        locale->grouping[i] = fits ? (guint8)size : 0;
    }
    if (!fits)
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(list), "write [3]",
                     "grouping of a locale is a list of up to %u whole numbers",
                     (guint)G_N_ELEMENTS(locale->grouping) - 1);
    return fits;
}

gboolean rk_locale_read(const RkValue *value, RkLocale *locale, GError **error)
{
    const RkValue *number = rk_value_get(value, "number"), *time = rk_value_get(value, "time");
    take_text(number, "decimal", &locale->decimal);
    take_text(number, "thousands", &locale->thousands);
    take_text(number, "minus", &locale->minus);
    take_text(number, "percent", &locale->percent);
    take_text(number, "nan", &locale->nan);
    take_text(time, "dateTime", &locale->date_time);
    take_text(time, "date", &locale->date);
    take_text(time, "time", &locale->time);
    return take_list(number, "currency", locale->currency, 2, error) &&
           take_list(number, "numerals", locale->numerals, 10, error) &&
           take_grouping(rk_value_get(number, "grouping"), locale, error) &&
           take_list(time, "periods", locale->periods, 2, error) && take_list(time, "days", locale->days, 7, error) &&
           take_list(time, "shortDays", locale->short_days, 7, error) &&
           take_list(time, "months", locale->months, 12, error) &&
           take_list(time, "shortMonths", locale->short_months, 12, error);
}
