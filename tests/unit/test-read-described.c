/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data packages and CSVW. What they may say is in the specifications of Frictionless Data and of CSV on the Web; the
 * tables were written down by hand, checksums were computed with sha256sum and md5sum.
 */
#include "described-case.h"

/* sha256sum and md5sum of this text. */
#define DATA "geo,value\nLT,1\nLV,-99\nEE,\n"
#define SHA256 "sha256:792ef1b51f97cdcccaddfe58a1268224ddf8b5353a81a4ca9b4bf8c4c168a066"
#define MD5 "4d542442b097d26a973493ff6d284951"
#define FIELDS                                                                                                         \
    "\"schema\":{\"fields\":[{\"name\":\"geo\",\"type\":\"string\"},{\"name\":\"value\",\"type\":\"number\","          \
    "\"missingValues\":[\"\",{\"value\":\"-99\",\"label\":\"refused to answer\"}]}]}"
#define ROWS "geo:text value:number reason:text\n2|LT|1|~\n3|LV|~|refused to answer\n4|EE|~|not available"

static void write_data(void)
{
    g_autofree char *data = in_folder("d.csv"), *more = in_folder("d2.csv"), *bare = in_folder("bare.csv");
    put(data, DATA);
    put(more, "geo,value\nFI,4");
    put(bare, "PL,5\n");
}

static void test_package(void **state)
{
    (void)state;
    write_data();
    assert_package("{\"name\":\"d\",\"path\":\"d.csv\"," FIELDS "}", NULL, ROWS);
    assert_package("{\"name\":\"d\",\"path\":\"d.csv\",\"bytes\":26,\"hash\":\"" SHA256 "\"," FIELDS "}", NULL, ROWS);
    assert_package("{\"name\":\"d\",\"path\":\"d.csv\",\"hash\":\"" MD5 "\"," FIELDS "}", NULL, ROWS);
    /* Without a schema nothing is said about the columns. */
    assert_package("{\"name\":\"d\",\"path\":\"d.csv\"}", NULL, "geo:text value:number\n2|LT|1\n3|LV|-99\n4|EE|~");
    /* Parts, with a header of their own and without. */
    assert_package("{\"name\":\"d\",\"path\":[\"d.csv\",\"d2.csv\",\"bare.csv\"]}", NULL,
                   "geo:text value:number\n2|LT|1\n3|LV|-99\n4|EE|~\n5|FI|4\n6|PL|5");
    assert_package("{\"name\":\"d\",\"data\":[{\"geo\":\"LT\",\"value\":1}]}", NULL, "geo:text value:number\n0|LT|1");
    assert_package("{\"name\":\"a\",\"path\":\"x.csv\"},{\"name\":\"d\",\"path\":\"d.csv\"}", "{resource: d}",
                   "geo:text value:number\n2|LT|1\n3|LV|-99\n4|EE|~");
}

/* sha1sum of the text, categories that hold, and NaN, which the specification allows for numbers. */
static void test_more(void **state)
{
    (void)state;
    write_data();
    assert_package(
        "{\"name\":\"d\",\"path\":\"d.csv\",\"hash\":\"sha1:1e98638d5289fb35a1fe2f785ff05662746dba2c\"," FIELDS "}",
        NULL, ROWS);
    assert_package("{\"name\":\"d\",\"path\":\"d.csv\",\"dialect\":{\"skipInitialSpace\":true},\"schema\":{\"fields\":["
                   "{\"name\":\"geo\",\"type\":\"string\",\"categories\":[\"LT\",\"LV\",{\"value\":\"EE\",\"label\":"
                   "\"Estonia\"}]},{\"name\":\"value\",\"type\":\"number\"}]}}",
                   NULL, "geo:text value:number\n2|LT|1\n3|LV|-99\n4|EE|~");
    g_autofree char *data = in_folder("n.csv");
    put(data, "geo,value\nLT,NaN\nLV,-1.5e3\n");
    assert_package("{\"name\":\"d\",\"path\":\"n.csv\",\"schema\":{\"fields\":[{\"name\":\"geo\"},{\"name\":\"value\","
                   "\"type\":\"number\"}]}}",
                   NULL, "geo:text value:number\n2|LT|~\n3|LV|-1500");
    put(data, "geo,value\nLT,INF\n");
    assert_package("{\"name\":\"d\",\"path\":\"n.csv\",\"schema\":{\"fields\":[{\"name\":\"geo\"},{\"name\":\"value\","
                   "\"type\":\"number\"}]}}",
                   NULL,
                   "@/n.csv:2:4: \"INF\" in column \"value\" is not a number (set format.missing if it stands for a "
                   "missing value)");
}

static void test_dialect(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("s.csv");
    put(data, "a note\ngeo;value;when\nLT;1.234,5;2020-02\nLV;-;2021-03\n");
    assert_package("{\"name\":\"d\",\"path\":\"s.csv\",\"dialect\":{\"delimiter\":\";\",\"headerRows\":[2]},\"schema\":"
                   "{\"missingValues\":[\"-\"],\"fields\":[{\"name\":\"geo\",\"type\":\"string\"},{\"name\":\"value\","
                   "\"type\":\"number\",\"decimalChar\":\",\",\"groupChar\":\".\"},{\"name\":\"when\",\"type\":"
                   "\"yearmonth\"}]}}",
                   NULL, "geo:text value:number when:month\n3|LT|1234.5|2020-02\n4|LV|~|2021-03");
    put(data, "007,2020\n008,\n");
    assert_package(
        "{\"name\":\"d\",\"path\":\"s.csv\",\"dialect\":{\"header\":false},\"schema\":{\"fields\":[{\"name\":"
        "\"code\",\"type\":\"string\"},{\"name\":\"y\",\"type\":\"year\"}]}}",
        NULL, "code:text y:year\n1|007|2020\n2|008|~");
}

static void test_match(void **state)
{
    (void)state;
    static const struct {
        const char *match, *fields, *expected;
    } cases[] = {
        {"exact", "{\"name\":\"value\"},{\"name\":\"geo\"}",
         "@/d.csv:1: column 1 is \"geo\", the description says \"value\" (names and order must be the same)"},
        {"exact", "{\"name\":\"geo\"}", "@/d.csv:1: the column \"value\" is not in the description"},
        {"exact", "{\"name\":\"geo\"},{\"name\":\"value\"},{\"name\":\"more\"}",
         "@/d.csv:1: the description has the column \"more\", the header ends before"},
        {"equal", "{\"name\":\"value\"},{\"name\":\"geo\"}", "geo:text value:number\n2|LT|1\n3|LV|-99\n4|EE|~"},
        {"equal", "{\"name\":\"geo\"}", "@/d.csv: the column \"value\" is not in the description"},
        {"subset", "{\"name\":\"geo\"}", "geo:text value:number\n2|LT|1\n3|LV|-99\n4|EE|~"},
        {"subset", "{\"name\":\"more\"}", "@/d.csv: the header lacks the column \"more\" of the description"},
        {"superset", "{\"name\":\"geo\"},{\"name\":\"value\"},{\"name\":\"more\"}",
         "geo:text value:number\n2|LT|1\n3|LV|-99\n4|EE|~"},
        {"partial", "{\"name\":\"more\"}", "@/d.csv: the header has no column of the description"},
        {"some", "{\"name\":\"geo\"}",
         "@/datapackage.json: the schema's fieldsMatch \"some\" is not known (exact, equal, subset, superset or "
         "partial)"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text =
            g_strdup_printf("{\"name\":\"d\",\"path\":\"d.csv\",\"schema\":{\"fieldsMatch\":\"%s\",\"fields\":[%s]}}",
                            cases[i].match, cases[i].fields);
        assert_package(text, NULL, cases[i].expected);
    }
}

static void test_package_refusals(void **state)
{
    (void)state;
    static const struct {
        const char *resource, *error;
    } cases[] = {
        {"\"path\":\"../d.csv\"",
         "@/datapackage.json: \"../d.csv\" leads out of the project folder (paths are relative to "
         "the project and stay inside it)"},
        {"\"path\":\"/etc/passwd\"",
         "@/datapackage.json: \"/etc/passwd\" is an absolute path (paths are relative to the "
         "project and stay inside it)"},
        {"\"path\":[\"d.csv\",\"../d.csv\"]",
         "@/datapackage.json: \"../d.csv\" leads out of the project folder (paths are "
         "relative to the project and stay inside it)"},
        {"\"path\":\"https://example.org/d.csv\"", "@/datapackage.json: the path \"https://example.org/d.csv\" of the "
                                                   "resource names no file (nothing is fetched from a network)"},
        {"\"path\":[]", "@/datapackage.json: the resource has no files"},
        {"\"path\":\"d.csv\",\"bytes\":27", "@/d.csv: has 26 bytes, the package says 27 (is the file cut off?)"},
        {"\"path\":\"d.csv\",\"hash\":\"sha256:00\"",
         "@/d.csv: does not have the checksum that the package says (the file "
         "was changed after the package was made, or is damaged)"},
        {"\"path\":\"d.csv\",\"hash\":\"crc:00\"", "@/datapackage.json: the checksum \"crc:00\" is of no known kind"},
        {"\"path\":\"d.csv\",\"format\":\"xlsx\"", "@/datapackage.json: a resource of the format \"xlsx\" is not read"},
        {"\"path\":\"d.csv\",\"dialect\":{\"quoteChar\":\"'\"}",
         "@/datapackage.json: a dialect with another \"quoteChar\" than \" is not read"},
        {"\"path\":\"d.csv\",\"dialect\":{\"nullSequence\":\"-\"}",
         "@/datapackage.json: a dialect with \"nullSequence\" is not read"},
        {"\"path\":\"d.csv\",\"dialect\":{\"commentRows\":[1]}",
         "@/datapackage.json: a dialect with \"commentRows\" is not read"},
        {"\"path\":\"d.csv\",\"dialect\":{\"escapeChar\":\"!\"}",
         "@/datapackage.json: a dialect with \"escapeChar\" is not read"},
        {"\"path\":\"d.csv\",\"dialect\":{\"headerRows\":[1,2],\"headerJoin\":\"-\"}",
         "@/datapackage.json: a dialect with several \"headerRows\" is not read"},
        {"\"path\":\"d.csv\",\"hash\":\"sha1:00\"", "@/d.csv: does not have the checksum that the package says (the "
                                                    "file was changed after the package was made, or "
                                                    "is damaged)"},
        {"\"path\":\"d.csv\",\"schema\":{\"fields\":[{\"name\":\"geo\",\"type\":\"string\",\"categories\":[\"LT\","
         "{\"value\":\"EE\",\"label\":\"Estonia\"}]},{\"name\":\"value\"}]}",
         "@/d.csv:3: \"LV\" in column \"geo\" is not among the categories of the schema (correct the code, or add it "
         "to "
         "the schema)"},
        {"\"path\":\"d.csv\",\"dialect\":{\"delimiter\":\"::\"}",
         "@/datapackage.json: the delimiter \"::\" is not read"},
        {"\"path\":\"d.csv\",\"schema\":\"s.json\"", "@/datapackage.json: a schema in a file of its own is not read"},
        {"\"path\":\"d.csv\",\"schema\":{\"fields\":[{\"name\":\"geo\"},{\"name\":\"geo\"}]}",
         "@/datapackage.json: the schema has the field \"geo\" twice"},
        {"\"path\":\"d.csv\",\"schema\":{\"fields\":[{\"name\":\"geo\",\"type\":\"number\"},{\"name\":\"value\"}]}",
         "@/d.csv:2:1: \"LT\" in column \"geo\" is not a number (set format.missing if it stands for a missing value)"},
        {"\"path\":\"d.csv\",\"schema\":{\"missingValues\":[{\"value\":\"-\",\"label\":\"none\"}],\"fields\":[{"
         "\"name\":"
         "\"geo\",\"type\":\"number\"},{\"name\":\"value\"}]}",
         "@/d.csv:2: \"LT\" in column \"geo\" is not a number (the description calls this column a number)"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strdup_printf("{\"name\":\"d\",%s}", cases[i].resource);
        assert_package(text, NULL, cases[i].error);
    }
    assert_package("{\"name\":\"a\",\"path\":\"x.csv\"},{\"name\":\"d\",\"path\":\"d.csv\"}", NULL,
                   "@/datapackage.json: the package has 2 resources (set format.resource to one of: a, d)");
    assert_package(
        "{\"name\":\"a\",\"path\":\"d.csv\"}", "{resource: b}",
        "figure.yaml:1:12: \"@/datapackage.json\" has no resource called \"b\" (set format.resource to one of: "
        "a)");
    assert_text("{\"resources\":[{\"name\":\"d\",\"path\":\"d.csv\"}]}", NULL,
                "t: the package is no file, so its paths lead nowhere (name the file itself)");
}

#define COLUMNS                                                                                                        \
    "\"tableSchema\":{\"columns\":[{\"name\":\"geo\",\"titles\":\"Place\"},{\"name\":\"share\",\"titles\":"            \
    "[\"Part\",\"Share\"],\"datatype\":{\"base\":\"number\",\"format\":{\"pattern\":\"#0%\"}},\"null\":[\"n/"          \
    "a\",\"\"]},"                                                                                                      \
    "{\"titles\":{\"en\":\"When\"},\"name\":\"when\",\"datatype\":\"gYearMonth\"}]}"
#define SHARES "geo:text share:number when:month\n2|LT|-0.25|2020-02\n3|LV|~|2020-03\n4|EE|0.003|2020-04"

static void test_key(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("k.csv");
    static const char resource[] = "{\"name\":\"k\",\"path\":\"k.csv\",\"schema\":{\"primaryKey\":[\"geo\",\"time\"],"
                                   "\"fields\":[{\"name\":\"geo\"},{\"name\":\"time\"},{\"name\":\"value\"}]}}";
    put(data, "geo,time,value\nLT,2020,1\nLT,2021,1\nLV,2020,1\n");
    assert_package(resource, NULL, "geo:text time:year value:number\n2|LT|2020|1\n3|LT|2021|1\n4|LV|2020|1");
    put(data, "geo,time,value\nLT,2020,1\nLT,2021,1\nLT,2020,2\n");
    assert_package(resource, NULL, "@/k.csv:4: the key \"LT, 2020\" of line 2 stands here a second time");
    assert_package(
        "{\"name\":\"k\",\"path\":\"k.csv\",\"schema\":{\"primaryKey\":\"id\",\"fields\":[{\"name\":\"geo\"}]}}", NULL,
        "@/datapackage.json: the primaryKey names the field \"id\", which the schema does not have");
}

static void test_csvw(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("w.csv"), *own = in_folder("w.csv-metadata.json");
    g_autofree char *common = in_folder("csv-metadata.json");
    put(data, "Place,Share,When\nLT,-25%,2020-02\nLV,n/a,2020-03\nEE,3\xe2\x80\xb0,2020-04\n");
    /* Found beside the file, and named outright. */
    put(own, CONTEXT "\"url\":\"w.csv\"," COLUMNS "}");
    assert_source(&(RkSource){.path = data}, NULL, SHARES);
    assert_source(&(RkSource){.path = own}, NULL, SHARES);
    /* Whoever names the type wants no metadata. */
    assert_source(&(RkSource){.path = data}, "{type: csv}",
                  "Place:text Share:text When:month\n2|LT|-25%|2020-02\n3|LV|n/a|2020-03\n4|EE|3‰|2020-04");
    /* A comment is no row, unless the dialect has none. */
    put(data, "Place,Share,When\n#1,1,2020-02\n");
    g_autofree char *comment = g_strdup_printf("geo:text share:number when:time\n%s: note: 1 line begins with \"#\", "
                                               "which makes it a comment: left out",
                                               data);
    assert_source(&(RkSource){.path = data}, NULL, comment);
    put(own, CONTEXT "\"url\":\"w.csv\",\"dialect\":{\"commentPrefix\":null}," COLUMNS "}");
    assert_source(&(RkSource){.path = data}, NULL, "geo:text share:number when:month\n2|#1|1|2020-02");
    put(data, "Place,Share,When\nLT,-25%,2020-02\nLV,n/a,2020-03\nEE,3\xe2\x80\xb0,2020-04\n");
    assert_int_equal(g_remove(own), 0);
    put(common, CONTEXT "\"tables\":[{\"url\":\"x.csv\"},{\"url\":\"w.csv\"," COLUMNS "}]}");
    assert_source(&(RkSource){.path = data}, NULL, SHARES);
    g_autofree char *several = g_strdup_printf(
        "%s: the metadata do not lead to one table in a file (they speak of 2) (name the file of data instead)",
        common);
    assert_source(&(RkSource){.path = common}, NULL, several);
    /* Metadata of other files leave this one alone. */
    put(common, CONTEXT "\"tables\":[{\"url\":\"x.csv\"}]}");
    g_autofree char *alone = g_strdup_printf(
        "Place:text Share:text When:month\n2|LT|-25%%|2020-02\n3|LV|n/a|2020-03\n4|EE|3‰|2020-04\n%s: note: these "
        "metadata do not speak of \"w.csv\" (list it with its \"url\" if they should)",
        common);
    assert_source(&(RkSource){.path = data}, NULL, alone);
    assert_int_equal(g_remove(common), 0);
}

static void test_csvw_refusals(void **state)
{
    (void)state;
    static const struct {
        const char *metadata, *error;
    } cases[] = {
        {"\"dialect\":{\"quoteChar\":null}",
         "@/v.csv-metadata.json: a dialect with another \"quoteChar\" than \" is not read"},
        {"\"dialect\":{\"headerRowCount\":2}",
         "@/v.csv-metadata.json: a dialect with several header rows, or with columns to skip, is not read"},
        {"\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"default\":\"0\"}]}",
         "@/v.csv-metadata.json: the column \"a\", which has a \"default\", is not read"},
        {"\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":{\"base\":\"string\",\"maxLength\":-1}}]}",
         "@/v.csv-metadata.json: the rule maxLength of the column \"a\" is neither a text nor a number that it can be"},
        {"\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":{\"base\":\"string\",\"format\":\"(\"}}]}",
         "@/v.csv-metadata.json: the format of the column \"a\" is no regular expression"},
        {"\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":{\"base\":\"string\",\"format\":\"[A-Z]\"}}]}",
         "@/v.csv:2: \"x\" in column \"a\" breaks the rule pattern \"[A-Z]\"" HINT},
        {"\"tableSchema\":{\"columns\":[{\"name\":\"a\"}],\"primaryKey\":[\"b\"]}",
         "@/v.csv-metadata.json: the primaryKey names the field \"b\", which the schema does not have"},
        {"\"dialect\":{\"skipRows\":2},\"tableSchema\":{\"columns\":[{\"name\":\"a\"}]}",
         "@/v.csv: the file ends before its header"},
        {"\"tableSchema\":\"s.json\"", "@/v.csv-metadata.json: a schema in a file of its own is not read"},
        {"\"tableSchema\":{\"columns\":[{\"titles\":\"b\"}]}",
         "@/v.csv:1: column 1 is \"a\", the description says \"b\" (names and order must be the same)"},
        {"\"tableSchema\":{\"columns\":[{\"name\":\"a\"},{\"name\":\"a\"}]}",
         "@/v.csv-metadata.json: the metadata have the column \"a\" twice"},
        {"\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":\"integer\"}]}",
         "@/v.csv:2:1: \"x\" in column \"a\" is not a number (set format.missing if it stands for a missing value)"},
        {"\"url\":\"other.csv\"",
         "@/v.csv-metadata.json:1:47: the metadata do not speak of \"v.csv\" (set format.type: csv to "
         "read the file without it)"},
    };
    g_autofree char *data = in_folder("v.csv"), *own = in_folder("v.csv-metadata.json");
    put(data, "a\nx\n");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strdup_printf(CONTEXT "%s}", cases[i].metadata);
        g_auto(GStrv) parts = g_strsplit(cases[i].error, "@", -1);
        g_autofree char *whole = g_strjoinv(folder, parts);
        put(own, text);
        assert_source(&(RkSource){.path = data}, NULL, whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_package),
        cmocka_unit_test(test_more),
        cmocka_unit_test(test_dialect),
        cmocka_unit_test(test_match),
        cmocka_unit_test(test_package_refusals),
        cmocka_unit_test(test_key),
        cmocka_unit_test(test_csvw),
        cmocka_unit_test(test_csvw_refusals),
    };
    return cmocka_run_group_tests(tests, make_folder, clear_folder);
}
