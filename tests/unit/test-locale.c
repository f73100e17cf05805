/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locales that a figure brings along, and texts read by patterns. The expected texts are those of d3-format 3.1 and
 * d3-time-format 4.1 of npm (formatLocale, timeFormatLocale, utcParse) under node, TZ=UTC; dates are written as ISO.
 */
#include "unit.h"

#include <math.h>

#include "base/format.h"
#include "base/calendar.h"
#include "spec/document.h"

static RkLocale locale_of(RkDocument *document)
{
    GError *error = NULL;
    RkLocale locale = *rk_locale_find("en");
    assert_true(rk_locale_read(rk_document_root(document), &locale, &error));
    return locale;
}

static void test_numbers(void **state)
{
    (void)state;
    static const char yaml[] =
        "number: {decimal: ',', thousands: '.', grouping: [3], currency: ['', ' kr'], percent: ' %', "
        "minus: '-', nan: 'k. A.'}";
    static const char indian[] =
        "number: {decimal: '.', thousands: ',', grouping: [3, 2, 2, 2, 2, 2], currency: ['₹', '']}";
    static const char arabic[] =
        "number: {decimal: '٫', thousands: '٬', numerals: ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', "
        "'٨', '٩']}";
    static const struct {
        const char *locale, *specifier;
        double value;
        const char *expected;
    } cases[] = {{yaml, ",.2f", 1234567.891, "1.234.567,89"},
                 {yaml, "$,.0f", -1234.5, "-1.235 kr"},
                 {yaml, ".1%", 0.256, "25,6 %"},
                 {yaml, ".1f", NAN, "k. A."},
                 {indian, ",.0f", 123456789, "12,34,56,789"},
                 {indian, "$,.2f", 1234567.5, "₹12,34,567.50"},
                 {arabic, ",.1f", 12345.6, "١٢٬٣٤٥٫٦"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        g_autoptr(RkDocument) document = rk_document_parse(cases[i].locale, strlen(cases[i].locale), "f.yaml", &error);
        assert_non_null(document);
        RkLocale locale = locale_of(document);
        g_autofree char *text = rk_format_number(cases[i].specifier, cases[i].value, &locale, &error);
        assert_string_equal(text, cases[i].expected);
    }
}

static void test_times(void **state)
{
    (void)state;
    static const char yaml[] =
        "time: {dateTime: '%A, %e. %B %Y, %X', date: '%d.%m.%Y', time: '%H:%M:%S', periods: [AM, PM], "
        "days: [Sonntag, Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag], "
        "shortDays: [So, Mo, Di, Mi, Do, Fr, Sa], months: [Januar, Februar, März, April, Mai, Juni, Juli, August, "
        "September, Oktober, November, Dezember], "
        "shortMonths: [Jan, Feb, Mrz, Apr, Mai, Jun, Jul, Aug, Sep, Okt, Nov, Dez]}";
    GError *error = NULL;
    g_autoptr(RkDocument) document = rk_document_parse(yaml, strlen(yaml), "f.yaml", &error);
    RkLocale locale = locale_of(document);
    double moment = 0;
    g_autofree char *text = rk_format_time("%c", 1584111845000, &locale);
    assert_string_equal(text, "Freitag, 13. März 2020, 15:04:05");
    assert_true(rk_time_parse("13. März 2020", "%d. %B %Y", &locale, &moment));
    assert_true(moment == 1584057600000);
}

static void test_parse(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"2020-03-13", "%Y-%m-%d", "2020-03-13T00:00:00Z"},
        {"13.3.2020", "%d.%m.%Y", "2020-03-13T00:00:00Z"},
        {"Mar 13, 2020", "%b %d, %Y", "2020-03-13T00:00:00Z"},
        {"march 2020", "%B %Y", "2020-03-01T00:00:00Z"},
        {"3/13/20, 3:04:05 PM", "%m/%d/%y, %I:%M:%S %p", "2020-03-13T15:04:05Z"},
        {"12 AM", "%I %p", "1900-01-01T00:00:00Z"},
        {"2020 Q2", "%Y Q%q", "2020-04-01T00:00:00Z"},
        {"2020 073", "%Y %j", "2020-03-13T00:00:00Z"},
        {"2020-W11-5", "%G-W%V-%u", "2020-03-13T00:00:00Z"},
        {"2020 10 5", "%Y %U %w", "2020-03-13T00:00:00Z"},
        {"2020 10 Fri", "%Y %W %a", "2020-03-13T00:00:00Z"},
        {"1584111845", "%s", "2020-03-13T15:04:05Z"},
        {"1584111845250", "%Q", "2020-03-13T15:04:05.25Z"},
        {"2020-03-13T15:04:05.5+02:00", "%Y-%m-%dT%H:%M:%S.%L%Z", "2020-03-13T13:04:05.005Z"},
        {"15:04:05.250000", "%H:%M:%S.%f", "1900-01-01T15:04:05.25Z"},
        {"100%", "%j%%", "1900-04-10T00:00:00Z"},
        {"2020-03", "%Y-%m-%d", NULL},
        {"2020-03-13x", "%Y-%m-%d", NULL},
        {"13 Foo 2020", "%d %b %Y", NULL},
        {"2020", "%K", NULL},
        {"", "%Y", NULL}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char buffer[64];
        double moment = 0;
        gboolean read = rk_time_parse(cases[i][0], cases[i][1], NULL, &moment);
        if (read != (cases[i][2] != NULL))
            fail_msg("%s by %s is %s", cases[i][0], cases[i][1], read ? "read" : "not read");
        if (read)
            assert_string_equal(rk_period_write(moment, RK_FREQUENCY_MOMENT, buffer, sizeof buffer), cases[i][2]);
    }
}

/* Dates that browsers read beside ISO's: V8's Date.parse under TZ=UTC. */
static void test_dates(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"Jan 1 2000", "2000-01-01"},
                                           {"1 January 2000", "2000-01-01"},
                                           {"Tue, 05 Mar 2019", "2019-03-05"},
                                           {"Jun 12 1998", "1998-06-12"},
                                           {"1/2/2020", "2020-01-02"},
                                           {"2012/01/02", "2012-01-02"},
                                           {"12/31/99", "1999-12-31"},
                                           {"March 2020", "2020-03-01"},
                                           {"2020-03-13", "2020-03-13"},
                                           {"Jan 32 2000", NULL},
                                           {"soon", NULL},
                                           {"1/2", NULL},
                                           {"Jan Feb 2000", NULL},
                                           {"", NULL}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char buffer[64];
        double moment = 0;
        RkFrequency frequency;
        gboolean read = rk_date_read(cases[i][0], &moment, &frequency);
        if (read != (cases[i][1] != NULL))
            fail_msg("%s is %s", cases[i][0], read ? "read" : "not read");
        if (read)
            assert_string_equal(rk_period_write(moment, RK_FREQUENCY_DAY, buffer, sizeof buffer), cases[i][1]);
    }
    double moment = 0;
    RkFrequency frequency;
    assert_true(rk_date_read("Tue Mar 05 2019 10:30:15 GMT+0200", &moment, &frequency));
    assert_true(moment == 1551774615000);
    assert_true(rk_date_read("3/5/2019 1:05 PM", &moment, &frequency));
    assert_true(moment == 1551791100000);
}

static void test_mistakes(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"number: {currency: [a]}", "f.yaml:1:20: currency of a locale has 2 texts, not 1"},
        {"time: {months: [a, b]}", "f.yaml:1:16: months of a locale has 12 texts, not 2"},
        {"number: {grouping: [0]}",
         "f.yaml:1:20: grouping of a locale is a list of up to 7 whole numbers (write [3])"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        g_autoptr(RkDocument) document = rk_document_parse(cases[i][0], strlen(cases[i][0]), "f.yaml", &error);
        RkLocale locale = *rk_locale_find("en");
        assert_false(rk_locale_read(rk_document_root(document), &locale, &error));
        assert_error(&error, cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers), cmocka_unit_test(test_times),
                                       cmocka_unit_test(test_parse), cmocka_unit_test(test_dates),
                                       cmocka_unit_test(test_mistakes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
