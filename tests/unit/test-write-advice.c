/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do when a format refuses a table. Every refusal of the writers is provoked here; then its advice is followed
 * to the letter: the formats that it names are written, and no other holds the table; the columns or rows that it asks
 * to choose are chosen, the line or name that is in the way is mended in the file, and the format that refused takes
 * it.
 */
#include "unit.h"

#include "read/write.h"

static RkTable *table_of(const char *text, const char *const *columns)
{
    GError *error = NULL;
    const RkReadOptions options = {.columns = columns};
    RkTable *table = rk_read(&(RkSource){.path = "t", .bytes = text, .length = strlen(text)}, &options, &error);
    if (error != NULL)
        fail_msg("%s: %s", text, error->message);
    return table;
}

static gboolean holds(const RkWriter *writer, const RkTable *table, GError **error)
{
    g_auto(RkWritten) written = {0};
    return rk_write(table, writer, "t.csv", &written, error);
}

/* What follows "write" in a hint: the formats in the order of the list, parted by "or". */
static char *formats_that_hold(const RkTable *table)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (const RkWriter *const *writer = rk_writers(); *writer != NULL; writer++)
        if (holds(*writer, table, NULL))
            g_string_append_printf(names, "%s%s", names->len > 0 ? " or " : "write ", (*writer)->name);
    return g_string_free(g_steal_pointer(&names), FALSE);
}

/* The hint ends in exactly the formats that hold the table. */
static void assert_formats(const RkTable *table, const char *name, const char *hint)
{
    g_autofree char *formats = formats_that_hold(table);
    const char *told = hint != NULL ? g_strrstr(hint, "write ") : NULL;
    if (strcmp(told != NULL ? told : "", formats) != 0)
        fail_msg("%s: the hint \"%s\", but \"%s\"", name, hint != NULL ? hint : "", formats);
}

typedef struct {
    const char *text, *format, *refusal;
    const char *columns; /* that the advice asks to choose, parted by commas; NULL for all */
    const char *mended;  /* the file with what the advice asks to remove or to rename; NULL when it stays as it is */
} Case;

static const Case cases[] = {
    {.text = "geo,time,a,b,c\nLT,2020,1,2,3\n",
     .format = "sdmx-csv",
     .refusal = "SDMX-CSV holds one measure, and both \"a\" and \"b\" hold numbers (choose the columns so that one "
                "holds numbers, or write csv or json)",
     .columns = "geo,time,b"},
    {.text = "geo,time,a,b,c\nLT,2020,1,2,3\n",
     .format = "json-stat",
     .refusal = "JSON-stat holds one measure, and both \"a\" and \"b\" hold numbers (choose the columns so that one "
                "holds numbers, or write csv or json)",
     .columns = "geo,time,b"},
    {.text = "geo,note\nLT,x\n",
     .format = "sdmx-csv",
     .refusal = "SDMX-CSV needs a column of numbers, and there is none (write csv or json)"},
    {.text = "geo,note\nLT,x\n",
     .format = "json-stat",
     .refusal = "JSON-stat needs a column of numbers, and there is none (write csv or json)"},
    {.text = "geo,t,u,value\nLT,2020-01,2021-01,1\n",
     .format = "sdmx-csv",
     .refusal = "SDMX-CSV holds one time, and both \"t\" and \"u\" hold periods (choose the columns so that one holds "
                "periods, or write csv or json)",
     .columns = "geo,u,value"},
    {.text = "geo,t,u,value\nLT,2020-01,2021-01,1\n",
     .format = "json-stat",
     .refusal = "JSON-stat holds one time, and both \"t\" and \"u\" hold periods (choose the columns so that one holds "
                "periods, or write csv or json)",
     .columns = "geo,u,value"},
    /* Names that the format gives. */
    {.text = "geo,OBS_VALUE,v\nLT,x,1\n",
     .format = "sdmx-csv",
     .refusal = "\"v\" is called \"OBS_VALUE\" in SDMX-CSV, and another column has this name (rename that column, or "
                "write csv or json-stat or json)",
     .mended = "geo,other,v\nLT,x,1\n"},
    {.text = "geo,TIME_PERIOD,t,v\nLT,x,2020-01,1\n",
     .format = "sdmx-csv",
     .refusal = "\"t\" is called \"TIME_PERIOD\" in SDMX-CSV, and another column has this name (rename that column, or "
                "write csv or json-stat or json)",
     .mended = "geo,other,t,v\nLT,x,2020-01,1\n"},
    {.text = "geo,value,v\nLT,x,1\n",
     .format = "json-stat",
     .refusal =
         "\"v\" is called \"value\" in JSON-stat, and another column has this name (rename that column, or write "
         "csv or sdmx-csv or json)",
     .mended = "geo,other,v\nLT,x,1\n"},
    {.text = "geo,value_flag,v\nLT,p,1\n",
     .format = "json-stat",
     .refusal = "\"v\" is called \"value\" in JSON-stat, and the column \"value_flag\" would speak of it (rename that "
                "column, or write csv or sdmx-csv or json)",
     .mended = "geo,other,v\nLT,p,1\n"},
    {.text = "geo,OBS_VALUE_flag,v\nLT,p,1\n",
     .format = "sdmx-csv",
     .refusal =
         "\"v\" is called \"OBS_VALUE\" in SDMX-CSV, and the column \"OBS_VALUE_flag\" would speak of it (rename "
         "that column, or write csv or json-stat or json)",
     .mended = "geo,other,v\nLT,p,1\n"},
    /* Rows that cannot be told apart. */
    {.text = "geo,value\nLT,1\nLV,2\nLT,3\n",
     .format = "json-stat",
     .refusal = "t:4: JSON-stat holds one value for the same codes, and this row has those of line 2 (remove one of "
                "them, or write csv or json)",
     .mended = "geo,value\nLV,2\nLT,3\n"},
    {.text = "geo,value\nLT,1\nLV,2\nLT,3\n",
     .format = "sdmx-csv",
     .refusal = "t:4: the key \"LT\" of line 2 stands here a second time (remove one of the two, or write csv or json)",
     .mended = "geo,value\nLT,1\nLV,2\n"},
    {.text = "value\n1\n2\n",
     .format = "sdmx-csv",
     .refusal = "SDMX-CSV tells rows apart by their codes, and there is no column of codes (write csv or json)"},
    {.text = "value\n1\n",
     .format = "json-stat",
     .refusal = "JSON-stat needs a column of codes, and there is none (write csv or sdmx-csv or json)"},
    {.text = "geo,time,value\nLV,2020,2\nLT,,1\n",
     .format = "json-stat",
     .refusal = "t:3: JSON-stat has no place for a missing code, and \"time\" has one (choose the rows that have one, "
                "or write csv or sdmx-csv or json)",
     .mended = "geo,time,value\nLV,2020,2\n"},
    {.text = "geo,sex,value\nLT,F,2\nLT,,1\n",
     .format = "json-stat",
     .refusal =
         "t:3: JSON-stat has no place for a missing code, and \"sex\" has one (choose the rows that have one, or "
         "write csv or sdmx-csv or json)",
     .mended = "geo,sex,value\nLT,F,2\n"},
    /* What would come back as another value is found by reading it. */
    {.text = "geo,value\n~,1\nLT,2\n",
     .format = "sdmx-csv",
     .refusal = "sdmx-csv cannot hold this table: in row 1 \"geo\" would be nothing instead of \"~\" (write csv or "
                "json-stat or json)"},
    {.text = "geo,x[],value\nLT,1-2,1\n",
     .format = "sdmx-csv",
     .refusal = "sdmx-csv cannot hold this table: the column \"x[]\" would be \"x\" (write csv or json-stat or json)"},
    /* A table without rows, one without columns. */
    {.text = "geo,value\n",
     .format = "json",
     .refusal = "the rows of JSON records say what the columns are, and there is no row (write csv)"},
    {.text = "[]",
     .format = "csv",
     .refusal = "CSV begins with the names of the columns, and there is no column (write json)"},
    /* The unit of the values is that of two columns together, and the names for a third are taken. */
    {.text = "STRUCTURE,STRUCTURE_ID,geo,unit,UNIT_MULT,OBS_VALUE_unit,OBS_VALUE\ndataflow,A:B(1.0),LT,EUR,3,x,1\n",
     .format = "csv",
     .refusal = "the column \"OBS_VALUE_unit\" does not say what comes with the values (rename that column, or write "
                "sdmx-csv)",
     .mended = "STRUCTURE,STRUCTURE_ID,geo,unit,UNIT_MULT,other,OBS_VALUE\ndataflow,A:B(1.0),LT,EUR,3,x,1\n"},
};

static void assert_refused(const char *text, const char *format, const char *refusal)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkTable) table = table_of(text, NULL);
    assert_false(holds(rk_writer_find(format), table, &error));
    assert_formats(table, text, rk_error_hint(error));
    assert_error(&error, refusal);
}

static void assert_held(const char *text, const char *columns, const char *format)
{
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) chosen = columns != NULL ? g_strsplit(columns, ",", 0) : NULL;
    g_autoptr(RkTable) table = table_of(text, (const char *const *)chosen);
    if (!holds(rk_writer_find(format), table, &error))
        fail_msg("the advice does not help: %s", error->message);
}

static void test_refusals(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Case *it = &cases[i];
        assert_refused(it->text, it->format, it->refusal);
        if (it->columns != NULL || it->mended != NULL)
            assert_held(it->mended != NULL ? it->mended : it->text, it->columns, it->format);
    }
}

/* Twenty codes in each of six columns, none of which names those of another, are a cube of 64 million cells. */
static void test_too_many_cells(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("a,b,c,d,e,f,value\n");
    for (guint i = 0; i < 40; i++)
        g_string_append_printf(text, "a%u,b%u,c%u,d%u,e%u,f%u,1\n", i % 20, (i + i / 20) % 20, i % 20,
                               (i + i / 20) % 20, i % 20, (i + i / 20) % 20);
    assert_refused(text->str, "json-stat",
                   "the cube of all codes has more than 33554432 cells, the most that JSON-stat is read with (choose "
                   "fewer rows or columns, or write csv or sdmx-csv or json)");
    assert_held(text->str, "a,b,c,value", "json-stat");
}

/* Whatever the readers' tests read: the formats in each hint are those that hold the table. */
static void test_files(void **state)
{
    (void)state;
    static const char *const folders[] = {"csv",         "eurostat-tsv", "json-stat",  "oecd",           "owid",
                                          "read",        "sdmx-csv",     "world-bank", "world-bank-zip", "described",
                                          "json-records"};
    guint refused = 0;
    for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *folder = g_build_filename(g_getenv("TEST_DATA"), "../fuzz/corpus", folders[i], NULL);
        g_autoptr(GDir) list = g_dir_open(folder, 0, NULL);
        assert_non_null(list);
        for (const char *name = g_dir_read_name(list); name != NULL; name = g_dir_read_name(list)) {
            g_autofree char *path = g_build_filename(folder, name, NULL);
            g_autoptr(RkTable) table = rk_read(&(RkSource){.path = path}, NULL, NULL);
            for (const RkWriter *const *writer = rk_writers(); table != NULL && *writer != NULL; writer++) {
                g_autoptr(GError) error = NULL;
                if (holds(*writer, table, &error))
                    continue;
                assert_formats(table, path, rk_error_hint(error));
                refused++;
            }
        }
    }
    assert_true(refused > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_too_many_cells),
        cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
