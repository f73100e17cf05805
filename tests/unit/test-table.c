/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns, dictionaries and tables. Expected values follow from the inputs by hand.
 */
#include "unit.h"

#include "table/builder.h"
#include "table/labels.h"

#include <math.h>
#include <string.h>

static RkColumn *text_column(const char *name, const char *const *texts, gsize count)
{
    RkColumnBuilder *builder = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (gsize at = 0; at < count; at++)
        rk_column_builder_text(builder, texts[at], -1);
    return rk_column_builder_finish(builder);
}

static RkColumn *number_column(const char *name, const double *values, gsize count)
{
    RkColumnBuilder *builder = rk_column_builder_new(name, RK_COLUMN_NUMBER);
    for (gsize at = 0; at < count; at++)
        rk_column_builder_number(builder, values[at]);
    return rk_column_builder_finish(builder);
}

static void test_text(void **state)
{
    (void)state;
    const char *texts[] = {"LT", "LV", "LT", NULL, "", "LV"};
    g_autoptr(RkColumn) column = text_column("geo", texts, G_N_ELEMENTS(texts));
    assert_int_equal(rk_column_type(column), RK_COLUMN_TEXT);
    assert_int_equal(rk_column_length(column), 6);
    assert_int_equal(rk_column_words(column), 3);
    const guint32 expected[] = {0, 1, 0, RK_TEXT_MISSING, 2, 1};
    assert_memory_equal(rk_column_codes(column), expected, sizeof expected);
    assert_string_equal(rk_column_word(column, 1), "LV");
    assert_null(rk_column_word(column, RK_TEXT_MISSING));
    assert_null(rk_column_word(column, 3));
    assert_null(rk_column_text(column, 3));
    assert_string_equal(rk_column_text(column, 4), "");
    assert_true(rk_column_is_missing(column, 3));
    assert_false(rk_column_is_missing(column, 4));
    assert_null(rk_column_numbers(column));
    assert_null(rk_column_booleans(column));
}

/* Words that share a beginning, an end or a length, in an order that defeats the memory of the last word. */
static void test_many_words(void **state)
{
    (void)state;
    const guint32 distinct = 70000;
    RkColumnBuilder *builder = rk_column_builder_new("id", RK_COLUMN_TEXT);
    char word[64];
    for (guint32 round = 0; round < 2; round++) {
        for (guint32 at = 0; at < distinct; at++) {
            int length = g_snprintf(word, sizeof word, "%s%u", at % 3 ? "a long beginning of " : "", at);
            memcpy(word + length, "rest", 4);
            rk_column_builder_text(builder, word, length);
        }
    }
    g_autoptr(RkColumn) column = rk_column_builder_finish(builder);
    assert_int_equal(rk_column_words(column), distinct);
    for (guint32 at = 0; at < distinct; at++) {
        assert_int_equal(rk_column_codes(column)[at], at);
        assert_int_equal(rk_column_codes(column)[at + distinct], at);
    }
    assert_string_equal(rk_column_text(column, 69999), "69999");
    assert_string_equal(rk_column_text(column, distinct + 1), "a long beginning of 1");
}

static void test_write(void **state)
{
    (void)state;
    RkColumnBuilder *times = rk_column_builder_new("time", RK_COLUMN_TIME);
    rk_column_builder_time(times, 1577836800000, RK_FREQUENCY_YEAR);
    rk_column_builder_time(times, 1601510400000, RK_FREQUENCY_QUARTER);
    rk_column_builder_missing(times);
    g_autoptr(RkColumn) time = rk_column_builder_finish(times);
    assert_int_equal(rk_column_frequency(time), RK_FREQUENCY_QUARTER);
    RkColumnBuilder *truths = rk_column_builder_new("member", RK_COLUMN_BOOLEAN);
    rk_column_builder_boolean(truths, 1);
    rk_column_builder_boolean(truths, 0);
    rk_column_builder_missing(truths);
    g_autoptr(RkColumn) truth = rk_column_builder_finish(truths);
    g_autoptr(RkColumn) number = number_column("value", (double[]){12.5, -0.0, NAN}, 3);
    const RkColumn *columns[] = {time, truth, number};
    const char *expected[][3] = {{"2020", "2020-Q4", NULL}, {"true", "false", NULL}, {"12.5", "0", NULL}};
    for (int at = 0; at < 3; at++) {
        for (gsize row = 0; row < 4; row++) {
            g_autofree char *text = rk_column_write(columns[at], row);
            const char *wanted = row < 3 ? expected[at][row] : NULL;
            assert_true(g_strcmp0(text, wanted) == 0);
            assert_int_equal(rk_column_is_missing(columns[at], row), wanted == NULL);
        }
    }
}

/* Each period keeps its frequency, also after rows were picked; one frequency alone is the column's again. */
static void test_frequencies(void **state)
{
    (void)state;
    RkColumnBuilder *times = rk_column_builder_new("time", RK_COLUMN_TIME);
    rk_column_builder_missing(times);
    for (int i = 0; i < 100; i++)
        rk_column_builder_time(times, 1577836800000, i < 70 ? RK_FREQUENCY_YEAR : RK_FREQUENCY_QUARTER);
    rk_column_builder_missing(times);
    g_autoptr(RkColumn) time = rk_column_builder_finish(times);
    assert_non_null(rk_column_frequencies(time));
    assert_int_equal(rk_column_frequency_at(time, 70), RK_FREQUENCY_YEAR);
    assert_int_equal(rk_column_frequency_at(time, 71), RK_FREQUENCY_QUARTER);
    g_autoptr(RkColumn) both = rk_column_gather(time, (const guint32[]){71, 1, G_MAXUINT32}, 3);
    g_autofree char *quarter = rk_column_write(both, 0);
    g_autofree char *year = rk_column_write(both, 1);
    assert_string_equal(quarter, "2020-Q1");
    assert_string_equal(year, "2020");
    assert_true(rk_column_is_missing(both, 2));
    g_autoptr(RkColumn) years = rk_column_gather(time, (const guint32[]){1, 0, 5}, 3);
    assert_null(rk_column_frequencies(years));
    assert_int_equal(rk_column_frequency(years), RK_FREQUENCY_YEAR);
}

/* What a missing value would be called in the grammar follows its row, and other values have no such word. */
static void test_blanks_follow(void **state)
{
    (void)state;
    RkColumnBuilder *builder = rk_column_builder_new("n", RK_COLUMN_NUMBER);
    rk_column_builder_number(builder, 1);
    rk_column_builder_blank(builder, RK_BLANK_UNDEFINED);
    rk_column_builder_missing(builder);
    rk_column_builder_blank(builder, RK_BLANK_NULL);
    rk_column_builder_missing(builder);
    g_autoptr(RkColumn) column = rk_column_builder_finish(builder);
    g_autoptr(RkColumn) renamed = rk_column_with(column, "m", NULL, NULL);
    g_autoptr(RkColumn) picked = rk_column_gather(renamed, (guint32[]){3, 0, G_MAXUINT32, 1, 4}, 5);
    assert_true(rk_column_has_blanks(picked));
    assert_int_equal(rk_column_blank(picked, 0), RK_BLANK_NULL);
    assert_int_equal(rk_column_blank(picked, 1), RK_BLANK_PLAIN);
    assert_int_equal(rk_column_blank(picked, 2), RK_BLANK_PLAIN);
    assert_int_equal(rk_column_blank(picked, 3), RK_BLANK_UNDEFINED);
    assert_int_equal(rk_column_blank(picked, 4), RK_BLANK_PLAIN);
    assert_int_equal(rk_column_blank(picked, 9), RK_BLANK_PLAIN);
}

/* A number among texts stays a number wherever its row goes. */
static void test_guises_follow(void **state)
{
    (void)state;
    RkColumnBuilder *builder = rk_column_builder_new("n", RK_COLUMN_TEXT);
    rk_column_builder_text(builder, "12", -1);
    rk_column_builder_guise(builder, RK_COLUMN_NUMBER, "12");
    rk_column_builder_guise(builder, RK_COLUMN_BOOLEAN, "true");
    rk_column_builder_blank(builder, RK_BLANK_NAN);
    g_autoptr(RkColumn) column = rk_column_builder_finish(builder);
    g_autoptr(RkColumn) picked = rk_column_gather(column, (guint32[]){3, 2, 1, 0, G_MAXUINT32}, 5);
    assert_true(rk_column_is_mixed(picked));
    assert_int_equal(rk_column_blank(picked, 0), RK_BLANK_NAN);
    assert_int_equal(rk_column_guise(picked, 1), RK_COLUMN_BOOLEAN);
    assert_int_equal(rk_column_guise(picked, 2), RK_COLUMN_NUMBER);
    assert_int_equal(rk_column_guise(picked, 3), RK_COLUMN_TEXT);
    assert_int_equal(rk_column_guise(picked, 4), RK_COLUMN_TEXT);
    assert_int_equal(rk_column_guise(picked, 9), RK_COLUMN_TEXT);
    assert_int_equal(rk_column_blank(picked, 4), RK_BLANK_PLAIN);
    g_autoptr(RkColumn) plain = rk_column_gather(column, (guint32[]){0}, 1);
    assert_false(rk_column_is_mixed(plain));
}

static void test_companions_follow(void **state)
{
    (void)state;
    g_autoptr(RkColumn) plain = number_column("value", (double[]){1, 2, 3}, 3);
    g_autoptr(RkColumn) unit = text_column("unit", (const char *[]){"EUR", "USD", "EUR"}, 3);
    g_autoptr(RkColumn) flag = text_column("flag", (const char *[]){NULL, "e", "b"}, 3);
    g_autoptr(RkColumn) column = rk_column_with(plain, "amount", unit, flag);
    assert_string_equal(rk_column_name(column), "amount");
    assert_string_equal(rk_column_name(plain), "value");
    assert_null(rk_column_unit(plain));
    assert_ptr_equal(rk_column_numbers(column), rk_column_numbers(plain));
    g_autoptr(RkColumn) picked = rk_column_gather(column, (guint32[]){2, G_MAXUINT32, 1, 1, 3}, 5);
    const double *values = rk_column_numbers(picked);
    assert_true(values[0] == 3 && isnan(values[1]) && values[2] == 2 && values[3] == 2 && isnan(values[4]));
    assert_string_equal(rk_column_text(rk_column_unit(picked), 0), "EUR");
    assert_null(rk_column_text(rk_column_unit(picked), 1));
    assert_string_equal(rk_column_text(rk_column_flag(picked), 2), "e");
    assert_ptr_equal(rk_column_word(rk_column_unit(picked), 0), rk_column_word(unit, 0));
}

static void test_finished_columns(void **state)
{
    (void)state;
    g_autoptr(RkColumn) words = text_column("geo", (const char *[]){"LT", "LV"}, 2);
    guint32 *codes = g_new(guint32, 3);
    memcpy(codes, (guint32[]){1, 0, RK_TEXT_MISSING}, 3 * sizeof *codes);
    g_autoptr(RkColumn) column = rk_column_new_codes("other", codes, 3, words);
    assert_string_equal(rk_column_text(column, 0), "LV");
    assert_null(rk_column_text(column, 2));
    guint8 *truths = g_memdup2("\x01\x02", 2);
    g_autoptr(RkColumn) truth = rk_column_new_booleans("truth", truths, 2);
    assert_true(rk_column_is_missing(truth, 1));
    g_autoptr(RkColumn) time = rk_column_new_times("time", g_new0(double, 1), 1, RK_FREQUENCY_YEAR);
    g_autofree char *text = rk_column_write(time, 0);
    assert_string_equal(text, "1970");
    g_autoptr(RkColumn) nothing = rk_column_gather(column, NULL, 0);
    assert_int_equal(rk_column_length(nothing), 0);
    assert_non_null(rk_column_codes(nothing));
    g_autoptr(RkColumn) empty = number_column("none", NULL, 0);
    assert_non_null(rk_column_numbers(empty));
}

static RkTable *sample_table(void)
{
    g_autoptr(RkColumn) geo = text_column("geo", (const char *[]){"LT", "LV", "EE"}, 3);
    g_autoptr(RkColumn) value = number_column("value", (double[]){96.1, 93.1, 9.3}, 3);
    guint32 *lines = g_new(guint32, 3);
    memcpy(lines, (guint32[]){2, 3, 7}, 3 * sizeof *lines);
    return rk_table_new_read((const RkColumn *[]){geo, value}, 2, 3, "fuel.csv", lines);
}

static void test_table(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = sample_table();
    assert_int_equal(rk_table_rows(table), 3);
    assert_int_equal(rk_table_columns(table), 2);
    assert_null(rk_table_column(table, 2));
    assert_ptr_equal(rk_table_find(table, "value"), rk_table_column(table, 1));
    assert_null(rk_table_find(table, "Value"));
    assert_null(rk_table_find(table, NULL));
    g_autoptr(RkColumn) doubled = number_column("value", (double[]){192.2, 186.2, 18.6}, 3);
    g_autoptr(RkTable) replaced = rk_table_with_column(table, doubled);
    assert_int_equal(rk_table_columns(replaced), 2);
    assert_ptr_equal(rk_table_column(replaced, 1), doubled);
    assert_ptr_equal(rk_table_find(replaced, "value"), doubled);
    g_autoptr(RkColumn) share = rk_column_with(doubled, "share", NULL, NULL);
    g_autoptr(RkTable) wider = rk_table_with_column(replaced, share);
    assert_int_equal(rk_table_columns(wider), 3);
    assert_ptr_equal(rk_table_column(wider, 0), rk_table_column(table, 0));
    assert_int_equal(rk_table_origin(wider, 2).line, 7);
}

static void test_origins(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = sample_table();
    g_autoptr(RkTable) picked = rk_table_gather(table, (guint32[]){2, G_MAXUINT32, 0}, 3);
    assert_string_equal(rk_column_text(rk_table_find(picked, "geo"), 0), "EE");
    assert_string_equal(rk_table_origin(picked, 0).file, "fuel.csv");
    assert_int_equal(rk_table_origin(picked, 0).line, 7);
    assert_null(rk_table_origin(picked, 1).file);
    assert_int_equal(rk_table_origin(picked, 2).line, 2);
    assert_null(rk_table_origin(picked, 3).file);
    const RkColumn *columns[] = {rk_table_column(picked, 0)};
    g_autoptr(RkTable) kept = rk_table_new(columns, 1, 3, table);
    assert_int_equal(rk_table_origin(kept, 1).line, 3);
    g_autoptr(RkTable) computed = rk_table_new(columns, 1, 3, NULL);
    assert_null(rk_table_origin(computed, 1).file);
    g_autoptr(RkTable) rows_only = rk_table_new(NULL, 0, 5, table);
    assert_int_equal(rk_table_rows(rows_only), 5);
    assert_null(rk_table_origin(rows_only, 0).file);
    g_autoptr(RkTable) no_lines = rk_table_new_read(columns, 1, 3, "fuel.csv", NULL);
    assert_string_equal(rk_table_origin(no_lines, 1).file, "fuel.csv");
    assert_int_equal(rk_table_origin(no_lines, 1).line, 0);
}

/* Many rows with the same word, and many of which only the last has another one. */
static void test_one_word(void **state)
{
    (void)state;
    enum { ROWS = 70000 };
    RkColumnBuilder *same = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    RkColumnBuilder *odd = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    for (gsize row = 0; row < ROWS; row++) {
        rk_column_builder_text(same, "PC", -1);
        rk_column_builder_text(odd, row + 1 < ROWS ? "PC" : NULL, -1);
    }
    g_autoptr(RkColumn) one = rk_column_builder_finish(same);
    g_autoptr(RkColumn) other = rk_column_builder_finish(odd);
    for (gsize row = 0; row < ROWS; row++)
        assert_int_equal(rk_column_codes(one)[row], 0);
    assert_string_equal(rk_column_text(one, ROWS - 1), "PC");
    assert_string_equal(rk_column_text(other, ROWS - 2), "PC");
    assert_null(rk_column_text(other, ROWS - 1));
}

/* Lines that follow each other need no list, and nobody can tell. */
static void test_origins_in_sequence(void **state)
{
    (void)state;
    g_autoptr(RkColumn) value = number_column("value", (double[]){1, 2, 3, 4}, 4);
    guint32 *lines = g_new(guint32, 4);
    memcpy(lines, (guint32[]){5, 6, 7, 8}, 4 * sizeof *lines);
    g_autoptr(RkTable) table = rk_table_new_read((const RkColumn *[]){value}, 1, 4, "fuel.csv", lines);
    for (gsize row = 0; row < 4; row++)
        assert_int_equal(rk_table_origin(table, row).line, 5 + row);
    assert_null(rk_table_origin(table, 4).file);
    g_autoptr(RkTable) picked = rk_table_gather(table, (guint32[]){3, 4, 0}, 3);
    assert_int_equal(rk_table_origin(picked, 0).line, 8);
    assert_null(rk_table_origin(picked, 1).file);
    assert_int_equal(rk_table_origin(picked, 2).line, 5);
    g_autoptr(RkTable) following = rk_table_gather(table, (guint32[]){2, 3}, 2);
    assert_int_equal(rk_table_origin(following, 1).line, 8);
    g_autoptr(RkTable) again = rk_table_gather(following, (guint32[]){1}, 1);
    assert_int_equal(rk_table_origin(again, 0).line, 8);
    g_autoptr(RkTable) unknown = rk_table_gather(table, (guint32[]){4, 4}, 2);
    assert_null(rk_table_origin(unknown, 0).file);
    g_autoptr(RkTable) none = rk_table_gather(table, NULL, 0);
    assert_null(rk_table_origin(none, 0).file);
}

static void test_require(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = sample_table();
    GError *error = NULL;
    assert_non_null(rk_table_require(table, "geo", RK_NOWHERE, &error));
    assert_null(error);
    assert_null(rk_table_require(table, "vaule", (RkPlace){"fig.yaml", 4, 9}, &error));
    assert_error(&error, "fig.yaml:4:9: there is no column \"vaule\" (did you mean \"value\"?)");
    assert_null(rk_table_require(table, "population", (RkPlace){"fig.yaml", 4, 9}, &error));
    assert_error(&error, "fig.yaml:4:9: there is no column \"population\" (there are: geo, value)");
    g_autoptr(RkTable) empty = rk_table_new(NULL, 0, 0, NULL);
    assert_null(rk_table_require(empty, "geo", RK_NOWHERE, &error));
    assert_error(&error, "there is no column \"geo\" (the table has no columns)");
}

/* What a column says of another goes with it, whatever rows and companions it is given. */
static void test_labels(void **state)
{
    (void)state;
    g_autoptr(RkColumn) plain = text_column("Place", (const char *[]){"Lithuania", "Latvia"}, 2);
    assert_null(rk_column_labelled(plain));
    g_autoptr(RkColumn) labels = rk_column_as_labels(plain, "geo");
    assert_string_equal(rk_column_labelled(labels), "geo");
    assert_string_equal(rk_column_text(labels, 1), "Latvia");
    assert_null(rk_column_labelled(plain));
    g_autoptr(RkColumn) picked = rk_column_gather(labels, (guint32[]){1}, 1);
    assert_string_equal(rk_column_labelled(picked), "geo");
    g_autoptr(RkColumn) renamed = rk_column_with(labels, "where", NULL, NULL);
    assert_string_equal(rk_column_labelled(renamed), "geo");
    g_autoptr(RkColumn) other = rk_column_as_labels(renamed, "country");
    assert_string_equal(rk_column_labelled(other), "country");
}

static void test_wide_table(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (int at = 0; at < 20; at++) {
        g_autofree char *name = g_strdup_printf("y%d", 2000 + at);
        g_ptr_array_add(columns, number_column(name, (double[]){at}, 1));
    }
    g_autoptr(RkTable) table = rk_table_new((const RkColumn *const *)columns->pdata, columns->len, 1, NULL);
    GError *error = NULL;
    assert_null(rk_table_require(table, "geo", RK_NOWHERE, &error));
    assert_error(&error, "there is no column \"geo\" (there are: y2000, y2001, y2002, y2003, y2004, y2005, y2006, "
                         "y2007, y2008, y2009, y2010, y2011, …)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_many_words),
        cmocka_unit_test(test_write),
        cmocka_unit_test(test_frequencies),
        cmocka_unit_test(test_blanks_follow),
        cmocka_unit_test(test_guises_follow),
        cmocka_unit_test(test_companions_follow),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_finished_columns),
        cmocka_unit_test(test_origins),
        cmocka_unit_test(test_one_word),
        cmocka_unit_test(test_origins_in_sequence),
        cmocka_unit_test(test_require),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_wide_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
