/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of the World Bank and of Our World in Data, and files that are no data. The layouts are those of published
 * files; the tables were written down by hand.
 */
#include "read-case.h"

#include "unit-folder.h"

#include <archive.h>
#include <archive_entry.h>

#define DATA                                                                                                           \
    "\xef\xbb\xbf\"Data Source\",\"World Development Indicators\",\r\n\r\n\"Last Updated Date\",\"2024-05-30\",\r\n"   \
    "\r\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"1960\",\"1961\",\r\n"               \
    "\"Arab World\",\"ARB\",\"GDP (current US$)\",\"NY\",\"1.5\",\"\",\r\n"                                            \
    "\"Namibia\",\"NA\",\"GDP (current US$)\",\"NY\",\"\",\"7\",\r\n"
#define COUNTRIES                                                                                                      \
    "\xef\xbb\xbf\"Country Code\",\"Region\",\"IncomeGroup\",\"SpecialNotes\",\"TableName\",\n"                        \
    "\"ARB\",\"\",\"\",\"one, two\",\"Arab World\",\n\"NA\",\"Sub-Saharan Africa\",\"\",\"\",\"Namibia\",\n"
#define COLUMNS                                                                                                        \
    "Country Name:text Country Code:text Indicator Name:text Indicator Code:text time:year value:number+unit "         \
    "unit:text reason:text"
#define ROW(line, name, code, year, value, reason)                                                                     \
    "\n" line "|" name "|" code "|GDP (current US$)|NY|" year "|" value "|current US$|" reason

static void test_indicator(void **state)
{
    (void)state;
    assert_text(DATA, NULL,
                COLUMNS ROW("6", "Arab World", "ARB", "1960", "1.5", "~")
                    ROW("6", "Arab World", "ARB", "1961", "~", "not available")
                        ROW("7", "Namibia", "NA", "1960", "~", "not available")
                            ROW("7", "Namibia", "NA", "1961", "7", "~"));
    assert_companions(DATA, "value", "1.5 current US$ ~,~ current US$ ~,~ current US$ ~,7 current US$ ~");
}

/* Names of the World Development Indicators as they are published. */
static void test_units(void **state)
{
    (void)state;
#define UNIT(name, unit)                                                                                               \
    assert_companions("Country Name,Country Code,Indicator Name,2023\nLithuania,LTU,\"" name "\",5\n", "value",        \
                      "5 " unit " ~")
    UNIT("Unemployment, total (% of total labor force) (modeled ILO estimate)", "% of total labor force");
    UNIT("Foreign direct investment, net (BoP, current US$)", "BoP, current US$");
    UNIT("Industry (including construction), value added (% of GDP)", "% of GDP");
    UNIT("GDP (current LCU)", "current LCU");
    UNIT("Ease of doing business rank (1=most business-friendly regulations)", "~");
    UNIT("Government Effectiveness: Number of Sources (WGI)", "~");
    UNIT("Net barter terms of trade index (2015 = 100)", "~");
    UNIT("Literacy rate, adult total", "~");
    UNIT("a) and b)", "~");
}

static void test_repeated(void **state)
{
    (void)state;
    assert_text(DATA "\"Arab World\",\"ARB\",\"GDP (current US$)\",\"NY\",\"2\",\"\",\r\n", NULL,
                "t:8: the key \"Arab World, ARB, GDP (current US$), NY\" of line 6 stands here a second time (keep one "
                "of the two lines)");
    assert_text("Entity,Code,Year,Share\nLithuania,LTU,2020,1\nLatvia,LVA,2020,2\nLithuania,LTU,2020,3\n", NULL,
                "t:4: the key \"Lithuania, 2020\" of line 2 stands here a second time (keep one of the two rows)");
}

static void test_data_bank(void **state)
{
    (void)state;
    assert_text("Country Name,Country Code,Series Name,Series Code,2010 [YR2010],2011 [YR2011]\n"
                "Lithuania,LTU,Population,POP,..,5\n",
                NULL,
                "Country Name:text Country Code:text Series Name:text Series Code:text time:year value:number+unit "
                "unit:text reason:text\n"
                "2|Lithuania|LTU|Population|POP|2010|~|~|not available\n2|Lithuania|LTU|Population|POP|2011|5|~|~");
    /* Exports are signed below their rows. */
    assert_text(
        "Country Name,Country Code,2012\nLithuania,LTU,1\n,,\nData from database: WDI,,\n\"Last Updated: 1\",,\n", NULL,
        "Country Name:text Country Code:text time:year value:number+unit unit:text reason:text\n"
        "2|Lithuania|LTU|2012|1|~|~\nt: note: 3 lines without codes and values left out");
    /* Most stand alone in their line, without quotes or with. */
    assert_text(
        "Country Name,Country Code,2012,2013\nLithuania,LTU,1,..\n\n\nData from database: WDI\n\"Last Updated: 1\"\n",
        NULL,
        "Country Name:text Country Code:text time:year value:number+unit unit:text reason:text\n"
        "2|Lithuania|LTU|2012|1|~|~\n2|Lithuania|LTU|2013|~|~|not available\n"
        "t: note: 2 lines without codes and values left out");
    assert_text("Country Name,Country Code,2012,2013\nLithuania,LTU,1,2\nLatvia,LVA\n", NULL,
                "t:3:11: the row has 2 fields, the header has 4 (is the row cut off?)");
    /* Series side by side, with the times below each other. */
    assert_text("Time,Time Code,Country Name,Country Code,GDP (current US$) [NY.GDP],\"Population, total [SP.POP]\"\n"
                "2015,YR2015,Lithuania,LTU,1.5,..\nData from database: WDI\n",
                NULL,
                "Country Name:text Country Code:text Series Name:text Series Code:text time:year value:number+unit "
                "unit:text reason:text\n2|Lithuania|LTU|GDP (current US$)|NY.GDP|2015|1.5|current US$|~\n"
                "2|Lithuania|LTU|Population, total|SP.POP|2015|~|~|not available\n"
                "t: note: 1 line without codes and values left out");
    /* Months, as the interface names them. */
    assert_text("Country Name,Country Code,2012M01\nLithuania,LTU,1\n", NULL,
                "Country Name:text Country Code:text time:month value:number+unit unit:text reason:text\n"
                "2|Lithuania|LTU|2012-01|1|~|~");
    assert_text(
        "Country Name,Country Code,2012\nLithuania,LTU,1;5\n", NULL,
        "t:2:15: \"1;5\" in column \"2012\" is not a number (set format.missing if it stands for a missing value)");
    assert_text(
        "Country Name,Country Code,2012,2012 [YR2012]\n", NULL,
        "t:1: the column name \"2012\" stands in the header a second time (give each column a name of its own)");
    assert_text("a,b\n", "{type: world-bank}", "t: the file ends before its header");
}

static void test_beside(void **state)
{
    (void)state;
    g_autofree char *path = in_folder("API_NY.csv"), *countries = in_folder("Metadata_Country_API_NY.csv");
    put(path, DATA);
    put(countries, COUNTRIES);
    assert_source(&(RkSource){.path = path}, NULL,
                  COLUMNS " aggregate:boolean" ROW("6", "Arab World", "ARB", "1960", "1.5", "~|true")
                      ROW("6", "Arab World", "ARB", "1961", "~", "not available|true")
                          ROW("7", "Namibia", "NA", "1960", "~", "not available|false")
                              ROW("7", "Namibia", "NA", "1961", "7", "~|false"));
    put(countries, "\"Country Code\",\n");
    g_autofree char *expected = g_strdup_printf("%s:1: the countries have no column \"Region\"", countries);
    assert_source(&(RkSource){.path = path}, NULL, expected);
}

/* An archive of files given as name, text, …, NULL. */
static GByteArray *make_archive(const char *name, ...)
{
    GByteArray *bytes = g_byte_array_new();
    size_t used = 0;
    g_byte_array_set_size(bytes, 1 << 20);
    struct archive *archive = archive_write_new();
    archive_write_set_format_zip(archive);
    /* As OpenDocument wants it. */
    if (strcmp(name, "mimetype") == 0)
        archive_write_zip_set_compression_store(archive);
    assert_int_equal(archive_write_open_memory(archive, bytes->data, bytes->len, &used), ARCHIVE_OK);
    va_list arguments;
    va_start(arguments, name);
    for (; name != NULL; name = va_arg(arguments, const char *)) {
        const char *text = va_arg(arguments, const char *);
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name);
        archive_entry_set_size(entry, (la_int64_t)strlen(text));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
        assert_int_equal(archive_write_data(archive, text, strlen(text)), strlen(text));
        archive_entry_free(entry);
    }
    va_end(arguments);
    archive_write_close(archive);
    archive_write_free(archive);
    g_byte_array_set_size(bytes, (guint)used);
    return bytes;
}

static void assert_archive(GByteArray *bytes, gsize length, const char *expected)
{
    assert_source(&(RkSource){.path = "t.zip", .bytes = bytes->data, .length = length}, NULL, expected);
}

static void test_archive(void **state)
{
    (void)state;
    g_autoptr(GByteArray) whole = make_archive("API_NY.csv", DATA, "Metadata_Indicator_API_NY.csv",
                                               "\"INDICATOR_CODE\",\n", "Metadata_Country_API_NY.csv", COUNTRIES, NULL);
    assert_archive(whole, whole->len,
                   COLUMNS " aggregate:boolean" ROW("6", "Arab World", "ARB", "1960", "1.5", "~|true")
                       ROW("6", "Arab World", "ARB", "1961", "~", "not available|true")
                           ROW("7", "Namibia", "NA", "1960", "~", "not available|false")
                               ROW("7", "Namibia", "NA", "1961", "7", "~|false"));
    g_autoptr(GByteArray) two = make_archive("a.csv", DATA, "b.csv", DATA, NULL);
    assert_archive(two, two->len, "t.zip: the archive holds several tables (unzip it and read the file you want)");
    g_autoptr(GByteArray) other = make_archive("a.txt", "x", NULL);
    assert_archive(other, other->len,
                   "t.zip: is a zip archive without a table of the World Bank (unzip it and read the file you want)");
    g_autoptr(GByteArray) book = make_archive("[Content_Types].xml", "x", NULL);
    assert_archive(book, book->len,
                   "t.zip: is an Excel workbook (XLSX), which is not read (save the sheet as CSV UTF-8)");
    g_autoptr(GByteArray) sheet = make_archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet", NULL);
    assert_archive(sheet, sheet->len,
                   "t.zip: is an OpenDocument file (ODS), which is not read (save the sheet as CSV UTF-8)");
}

/* Wherever the archive is cut, it is refused; no row is made of what is left. */
static void test_cut_archive(void **state)
{
    (void)state;
    g_autoptr(GByteArray) whole = make_archive("API_NY.csv", DATA, NULL);
    for (gsize length = 30; length < 200; length += 10) {
        GError *error = NULL;
        RkSource source = {.path = "t.zip", .bytes = whole->data, .length = length};
        g_autoptr(RkTable) table = read_source_as(&source, NULL, NULL, NULL, &error);
        assert_null(table);
        assert_non_null(error);
        g_clear_error(&error);
    }
}

static void test_owid(void **state)
{
    (void)state;
    assert_text("Entity,Code,Year,GDP\nNamibia,NA,2020,1.5\nWorld,OWID_WRL,2021,\nAfrica,,2021,3\n", NULL,
                "Entity:text Code:text Year:year GDP:number\n2|Namibia|NA|2020|1.5\n3|World|OWID_WRL|2021|~\n"
                "4|Africa|~|2021|3");
    assert_text("entity,code,day,cases,note\nX,1,2020-03-01,5,\n", NULL,
                "entity:text code:text day:day cases:number note:number\n2|X|1|2020-03-01|5|~");
    assert_text("Entity,Code,Year,GDP\nRome,ITA,-100,1\nRome,ITA,2000,2\n", NULL,
                "Entity:text Code:text Year:number GDP:number\n2|Rome|ITA|-100|1\n3|Rome|ITA|2000|2\n"
                "t:2: warning: the year -100 has no date, so the column \"Year\" is kept as numbers (filter the rows "
                "before the year 1)");
    assert_text("Entity,Code,Year,GDP\nRome,ITA,1,1\nRome,ITA,730,\nRome,ITA,2000,2\n", NULL,
                "Entity:text Code:text Year:year GDP:number\n2|Rome|ITA|0001|1\n3|Rome|ITA|0730|~\n4|Rome|ITA|2000|2");
    assert_text("Entity,Code,Year,GDP\nRome,ITA,1,1\n", "{type: owid, parse: {Year: number}}",
                "Entity:text Code:text Year:number GDP:number\n2|Rome|ITA|1|1");
    assert_text("a,b\n", "{type: owid}", "t:1: the header does not begin with Entity, Code and Year or Day");
}

static void test_foreign(void **state)
{
    (void)state;
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"<!DOCTYPE html>\n<html><head><title> 503 Service </title>",
         "t: is a web page (HTML) called \"503 Service\", which is not read (an error page saved as data? open it in a "
         "browser, and download the data again)"},
        {"\xef\xbb\xbf \n<HTML>",
         "t: is a web page (HTML), which is not read (an error page saved as data? open it in a "
         "browser, and download the data again)"},
        {"<?xml version=\"1.0\"?><message/>",
         "t: is XML, which is not read (ask for SDMX-CSV, JSON-stat or CSV instead)"},
        {"%PDF-1.7\n", "t: is a PDF document, which is not read (look for the table behind it as CSV)"},
        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
         "t: is an old Excel workbook (XLS), which is not read (save the sheet as CSV UTF-8)"},
        {"BZh91AY&SY", "t: is packed with bzip2, which is not read (unpack it with bzip2 -d)"},
        {"\x89PNG\r\n\x1a\n", "t: is a picture (PNG), which is not read (look for the table behind it as CSV)"},
        {"\x7f"
         "ELF\x02\x01\x01",
         "t: is a program (ELF), which is not read (name the data that it writes)"},
        {"<table><tr><td>1</td></tr></table>",
         "t: is a web page (HTML), which is not read (an error page saved as data? open it in a "
         "browser, and download the data again)"},
        {"\n\x01geo,value\n",
         "t:2:1: the byte 0x01, a control character, stands in the first line (a binary file? texts are read)"},
        {"geo,va\x7flue",
         "t:1:7: the byte 0x7F, a control character, stands in the first line (a binary file? texts are read)"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_text(cases[i].text, NULL, cases[i].error);
        assert_text(cases[i].text, "{type: json}", cases[i].error);
        assert_text(cases[i].text, "{type: csv}", cases[i].error);
    }
}

/* Bytes of UTF-16 without a mark of their order show it by themselves. */
static void test_order(void **state)
{
    (void)state;
    static const char big[] = "\0a\0,\0b\0\n\0x\0,\0"
                              "1\0\n",
                      little[] = "a\0,\0b\0\n\0x\0,\0"
                                 "1\0\n";
    static const char rows[] = "a:text b:number\n2|x|1";
    assert_source(&(RkSource){.path = "t", .bytes = big, .length = sizeof big - 1}, "{type: csv, encoding: UTF-16}",
                  rows);
    assert_source(&(RkSource){.path = "t", .bytes = little, .length = sizeof little}, "{type: csv, encoding: UTF-16}",
                  rows);
    assert_source(&(RkSource){.path = "t", .bytes = big, .length = sizeof big - 1}, NULL,
                  "t:1:1: a NUL byte stands in the text (a binary file? for UTF-16 set format.encoding: \"UTF-16BE\")");
}

/* A million columns, and a line that never ends. */
static void test_shapes(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("a0");
    for (guint i = 1; i < 1000000; i++)
        g_string_append_printf(text, ",a%u", i);
    assert_text(text->str, NULL,
                "t:1:1: the header has more than 16384 columns (is a quote left open, or the delimiter another?)");
    g_string_prepend(text, "DATAFLOW,OBS_VALUE,");
    assert_text(text->str, NULL, "t:1: the header is longer than 65536 bytes (is a quote left open?)");
    g_string_assign(text, "DATAFLOW,OBS_VALUE\nD,");
    for (guint i = 0; i < 9u << 20; i++)
        g_string_append_c(text, '1');
    assert_text(text->str, NULL, "t:2:3: a field is longer than 1048576 bytes (is a quote left open here?)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_indicator),   cmocka_unit_test(test_units),  cmocka_unit_test(test_repeated),
        cmocka_unit_test(test_data_bank),   cmocka_unit_test(test_beside), cmocka_unit_test(test_archive),
        cmocka_unit_test(test_cut_archive), cmocka_unit_test(test_owid),   cmocka_unit_test(test_foreign),
        cmocka_unit_test(test_order),       cmocka_unit_test(test_shapes),
    };
    return cmocka_run_group_tests(tests, make_folder, clear_folder);
}
