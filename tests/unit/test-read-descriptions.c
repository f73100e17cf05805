/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What descriptions say of single columns: dates in a form of their own, words for true and false, numbers in two ways
 * of writing, comments, records within the description, and keys of CSVW that lead to other tables.
 */
#include "described-case.h"

static void test_dates(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("d.csv");
    static const char days[] =
        "{\"name\":\"d\",\"path\":\"d.csv\",\"schema\":{\"fields\":[{\"name\":\"day\",\"type\":\"date\","
        "\"format\":\"%d/%m/%Y\"},{\"name\":\"n\",\"type\":\"integer\"}]}}";
    put(data, "day,n\n01/02/2020,1\n28/12/2021,2\n");
    assert_package(days, NULL, "day:day n:number\n2|2020-02-01|1\n3|2021-12-28|2");
    put(data, "day,n\n01/13/2020,1\n");
    assert_package(days, NULL,
                   "@/d.csv:2:1: \"01/13/2020\" in column \"day\" is not a date or period (set format.missing "
                   "if it stands for a missing value)");
    put(data, "day,n\n2020-02-01,1\n2021-12-28,2\n");
    assert_package(
        "{\"name\":\"d\",\"path\":\"d.csv\",\"schema\":{\"fields\":[{\"name\":\"day\",\"type\":\"date\",\"format\":"
        "\"any\"},{\"name\":\"n\",\"type\":\"integer\"}]}}",
        NULL, "day:day n:number\n2|2020-02-01|1\n3|2021-12-28|2");
}

static void test_truth(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("t.csv"), *own = in_folder("t.csv-metadata.json");
    static const char words[] =
        "{\"name\":\"t\",\"path\":\"t.csv\",\"schema\":{\"missingValues\":[\"-\"],\"fields\":[{\"name\":\"a\",\"type\":"
        "\"boolean\","
        "\"trueValues\":[\"taip\"],\"falseValues\":[\"ne\"]},{\"name\":\"b\",\"type\":\"boolean\"}]}}";
    put(data, "a,b\ntaip,1\nne,0\n-,true\n");
    assert_package(words, NULL, "a:boolean b:boolean\n2|true|true\n3|false|false\n4|~|true");
    put(data, "a,b\ntaip,1\ntrue,0\n");
    assert_package(words, NULL,
                   "@/t.csv:3: \"true\" in column \"a\" is neither true nor false (the description says how these "
                   "are written)");
    put(own,
        CONTEXT "\"url\":\"t.csv\",\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":{\"base\":\"boolean\","
                "\"format\":\"Y|N\"}},{\"name\":\"b\"}]}}");
    put(data, "a,b\nY,x\nN,y\n");
    assert_source(&(RkSource){.path = data}, NULL, "a:boolean b:text\n2|true|x\n3|false|y");
    assert_int_equal(g_remove(own), 0);
}

/* Each column of numbers may be written in its own way. */
static void test_numbers(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("n.csv"), *own = in_folder("n.csv-metadata.json");
    put(data, "a,b,c\n1.5,\"1.234,5\",2\n2.5,\"7,25\",3\n");
    assert_package(
        "{\"name\":\"n\",\"path\":\"n.csv\",\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"number\"},{\"name\":"
        "\"b\","
        "\"type\":\"number\",\"decimalChar\":\",\",\"groupChar\":\".\"},{\"name\":\"c\",\"type\":\"number\"}]}}",
        NULL, "a:number b:number c:number\n2|1.5|1234.5|2\n3|2.5|7.25|3");
    assert_package(
        "{\"name\":\"n\",\"path\":\"n.csv\",\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"number\"},{\"name\":"
        "\"b\","
        "\"type\":\"number\",\"decimalChar\":\",\",\"groupChar\":\",\"},{\"name\":\"c\"}]}}",
        NULL,
        "@/datapackage.json: decimalChar and groupChar of the column \"b\" are the same (give one of them another "
        "character)");
    put(own, CONTEXT
        "\"url\":\"n.csv\",\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":\"number\"},{\"name\":\"b\","
        "\"datatype\":{\"base\":\"number\",\"format\":{\"decimalChar\":\",\",\"groupChar\":\".\"}}},{\"name\":\"c\","
        "\"datatype\":\"number\"}]}}");
    assert_source(&(RkSource){.path = data}, NULL, "a:number b:number c:number\n2|1.5|1234.5|2\n3|2.5|7.25|3");
    put(data, "a,b,c\n1.5,1.2.3,2\n");
    g_autofree char *refused = g_strdup_printf(
        "%s:2: \"1.2.3\" in column \"b\" is not a number (the description calls this column a number)", data);
    assert_source(&(RkSource){.path = data}, NULL, refused);
    assert_int_equal(g_remove(own), 0);
}

static void test_comments(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("c.csv");
    put(data, "# of a survey\na,b\nx,1\n#y,2\n");
    assert_package(
        "{\"name\":\"c\",\"path\":\"c.csv\",\"dialect\":{\"commentChar\":\"#\"}}", NULL,
        "a:text b:number\n3|x|1\n@/c.csv: note: 2 lines begin with \"#\", which makes them comments: left out");
    assert_package("{\"name\":\"c\",\"path\":[\"c.csv\",\"c.csv\"],\"dialect\":{\"commentChar\":\"#\"}}", NULL,
                   "@/datapackage.json: a dialect with \"commentChar\" for several files is not read");
}

/* Records of the description itself are held to its schema. */
static void test_inline(void **state)
{
    (void)state;
    static const char start[] =
        "{\"name\":\"i\",\"schema\":{\"missingValues\":[\"\",{\"value\":\"-9\",\"label\":\"refused\"}],"
        "\"primaryKey\":\"geo\",\"fields\":[{\"name\":\"geo\",\"type\":\"string\"},{\"name\":\"value\","
        "\"type\":\"number\",\"constraints\":{\"minimum\":0}}]},\"data\":";
    g_autofree char *sound =
        g_strconcat(start, "[{\"geo\":\"LT\",\"value\":-9},{\"geo\":\"07\",\"value\":2.5}]}", NULL);
    g_autofree char *low = g_strconcat(start, "[{\"geo\":\"LT\",\"value\":-1}]}", NULL);
    g_autofree char *twice = g_strconcat(start, "[{\"geo\":\"LT\",\"value\":1},{\"geo\":\"LT\",\"value\":2}]}", NULL);
    assert_package(sound, NULL, "geo:text value:number reason:text\n0|LT|~|refused\n0|07|2.5|~");
    assert_package(low, NULL, "@/datapackage.json: \"-1\" in column \"value\" breaks the rule minimum 0" HINT);
    assert_package(twice, NULL, "@/datapackage.json: the key \"LT\" of row 1 stands here a second time in row 2");
}

/* Rows of one table of CSVW lead to rows of another. */
static void test_links(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("l.csv"), *codes = in_folder("k.csv"), *common = in_folder("csv-metadata.json");
    static const char start[] = CONTEXT
        "\"tables\":[{\"url\":\"k.csv\",\"tableSchema\":{\"columns\":[{\"name\":\"code\"}]}},{\"url\":\"l.csv\","
        "\"tableSchema\":{\"columns\":[{\"name\":\"geo\"},{\"name\":\"n\",\"datatype\":\"number\"}],\"foreignKeys\":"
        "[{\"columnReference\":\"geo\",\"reference\":{\"resource\":\"%s\",\"columnReference\":\"code\"}}]}}]}";
    g_autofree char *sound = g_strdup_printf(start, "k.csv"), *other = g_strdup_printf(start, "x.csv");
    put(codes, "code\nLT\nLV\n");
    put(data, "geo,n\nLT,1\n,2\nLV,3\n");
    put(common, sound);
    assert_source(&(RkSource){.path = data}, "{type: csvw}", "geo:text n:number\n2|LT|1\n3|~|2\n4|LV|3");
    put(data, "geo,n\nLT,1\nEE,3\n");
    g_autofree char *refused = g_strdup_printf(
        "%s:3: \"EE\" in \"geo\" is not in \"code\" of the resource \"k.csv\" (correct the code, or add it "
        "there; set format.type: csv to read the file without metadata)",
        data);
    assert_source(&(RkSource){.path = data}, "{type: csvw}", refused);
    put(common, other);
    g_autofree char *unknown =
        g_strdup_printf("%s: a foreign key leads to the table \"x.csv\", of which the metadata do not speak", common);
    assert_source(&(RkSource){.path = data}, "{type: csvw}", unknown);
    assert_int_equal(g_remove(common), 0);
}

#define FIELD(field) "{\"name\":\"d\",\"path\":\"d.csv\",\"schema\":{\"fields\":[{\"name\":\"a\"," field "}]}}"

/* Words that are no type are refused where they stand; types that no column has are told. */
static void test_package_types(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("d.csv");
    put(data, "a\n1\n2\n");
    assert_package(FIELD("\"type\":\"nubmer\""), NULL,
                   "@/datapackage.json:1:81: the type \"nubmer\" of the field \"a\" is not known (did you mean "
                   "\"number\"?)");
    assert_package(FIELD("\"type\":\"zzzzzzzz\""), NULL,
                   "@/datapackage.json:1:81: the type \"zzzzzzzz\" of the field \"a\" is not known (there are: number, "
                   "integer, string, boolean, year, yearmonth, date, datetime, any, time, duration, object, array, "
                   "list, geopoint, geojson)");
    assert_package(FIELD("\"type\":5"), NULL, "@/datapackage.json:1:81: the type of the field \"a\" is no text");
    assert_package(FIELD("\"type\":\"duration\""), NULL,
                   "a:text\n2|1\n3|2\n@/datapackage.json:1:81: warning: no column holds values of the type "
                   "\"duration\": those of the field \"a\" are kept as texts");
    assert_package(FIELD("\"type\":\"any\""), NULL, "a:number\n2|1\n3|2");
}

/* The answer to a column of CSVW with this datatype; @ stands for the metadata. */
static void assert_datatype(const char *cells, const char *datatype, const char *expected)
{
    g_autofree char *data = in_folder("d.csv"), *own = in_folder("d.csv-metadata.json");
    g_autofree char *text = g_strdup_printf(CONTEXT "\"url\":\"d.csv\",\"tableSchema\":{\"columns\":[{\"name\":\"a\","
                                                    "\n\"datatype\":%s}]}}",
                                            datatype);
    g_auto(GStrv) parts = g_strsplit(expected, "@", -1);
    g_autofree char *whole = g_strjoinv(own, parts);
    put(data, cells);
    put(own, text);
    assert_source(&(RkSource){.path = data}, NULL, whole);
    assert_int_equal(g_remove(own), 0);
}

static void test_datatypes(void **state)
{
    (void)state;
    assert_datatype("a\n1\n2\n", "\"decmal\"",
                    "@:2:12: the datatype \"decmal\" of the column \"a\" is not known (did you mean \"decimal\"?)");
    assert_datatype("a\n1\n", "[]", "@:2:12: the datatype of the column \"a\" is no text");
    assert_datatype("a\n1\n", "{\"base\":\"gDay\"}",
                    "a:text\n2|1\n@:2:20: warning: no column holds values of the datatype \"gDay\": the cells of the "
                    "column \"a\" are kept as texts");
    assert_datatype("a\n1\n", "{\"base\":\"token\"}", "a:text\n2|1");
    /* XML Schema writes truth in words or as digits. */
    assert_datatype("a\ntrue\n0\n", "\"boolean\"", "a:boolean\n2|true\n3|false");
}

/* Patterns of dates are those that CSVW lists. */
static void test_datatype_dates(void **state)
{
    (void)state;
    assert_datatype("a\n31.12.2020\n1.2.2021\n", "{\"base\":\"date\",\"format\":\"d.M.yyyy\"}",
                    "a:day\n2|2020-12-31\n3|2021-02-01");
    assert_datatype("a\n12/31/2020\n", "{\"base\":\"date\",\"format\":\"MM/dd/yyyy\"}", "a:day\n2|2020-12-31");
    assert_datatype("a\n20201231\n", "{\"base\":\"date\",\"format\":\"yyyyMMdd\"}", "a:day\n2|2020-12-31");
    assert_datatype("a\n31 Dec 20\n", "{\"base\":\"date\",\"format\":\"d MMM yy\"}",
                    "a:text\n2|31 Dec 20\n@:2:36: warning: the pattern of dates \"d MMM yy\" is not read: the cells of "
                    "the column \"a\" are kept as texts");
}

/* "-25%" is -0.25 (the example of the recommendation), with whatever space before the sign. */
static void test_datatype_percent(void **state)
{
    (void)state;
    assert_datatype("a\n12.5%\n-25 %\n3\u202f\u2030\n", "{\"base\":\"decimal\",\"format\":\"0.0%\"}",
                    "a:number\n2|0.125\n3|-0.25\n4|0.003");
}

/* Metadata that cannot be read are told where they are broken. */
static void test_broken_metadata(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("b.csv"), *own = in_folder("b.csv-metadata.json");
    g_autofree char *common = in_folder("csv-metadata.json");
    g_autofree char *broken = g_strdup_printf("%s:2: this is no valid JSON: '}' expected near end of file", own);
    g_autofree char *foreign =
        g_strdup_printf("%s: these are no metadata of CSV on the Web, whose \"@context\" is "
                        "\"http://www.w3.org/ns/csvw\" (set format.type: csv to read the file without it)",
                        own);
    g_autofree char *passed = g_strdup_printf(
        "a:number\n2|1\n%s:1:1: warning: this is no valid JSON: string or '}' expected near end of file, so "
        "\"b.csv\" is read without these metadata",
        common);
    g_autofree char *other =
        g_strdup_printf("a:number\n2|1\n%s: warning: is no metadata of CSV on the Web, so \"b.csv\" is read without it "
                        "(its \"@context\" would be \"http://www.w3.org/ns/csvw\")",
                        common);
    put(data, "a\n1\n");
    put(own, CONTEXT "\"url\":\"b.csv\"\n");
    assert_source(&(RkSource){.path = data}, NULL, broken);
    assert_source(&(RkSource){.path = data}, "{type: csv}", "a:number\n2|1");
    put(own, "{}");
    assert_source(&(RkSource){.path = data}, NULL, foreign);
    assert_int_equal(g_remove(own), 0);
    put(common, "{");
    assert_source(&(RkSource){.path = data}, NULL, passed);
    put(common, "{}");
    assert_source(&(RkSource){.path = data}, NULL, other);
    assert_source(&(RkSource){.path = data}, "{type: csv}", "a:number\n2|1");
    assert_int_equal(g_remove(common), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),           cmocka_unit_test(test_truth),
        cmocka_unit_test(test_numbers),         cmocka_unit_test(test_comments),
        cmocka_unit_test(test_inline),          cmocka_unit_test(test_links),
        cmocka_unit_test(test_package_types),   cmocka_unit_test(test_datatypes),
        cmocka_unit_test(test_datatype_dates),  cmocka_unit_test(test_datatype_percent),
        cmocka_unit_test(test_broken_metadata),
    };
    return cmocka_run_group_tests(tests, make_folder, clear_folder);
}
