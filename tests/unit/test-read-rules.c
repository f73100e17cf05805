/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What data packages and CSVW metadata demand of rows and cells: rules, keys that lead elsewhere, numbers in dress,
 * comments. The rules are those of the specifications; all answers were written down by hand.
 */
#include "described-case.h"

/* Rules, each kept and each broken; a missing value breaks none but `required`. */
static void test_constraints(void **state)
{
    (void)state;
    static const struct {
        const char *type, *rules, *broken;
    } cases[] = {
        {"string", "\"required\":true", "3: \"\" in column \"a\" breaks the rule required"},
        {"string", "\"unique\":true", "4: \"20\" in column \"a\" breaks the rule unique"},
        {"number", "\"minimum\":9.5", "6: \"9\" in column \"a\" breaks the rule minimum 9.5, as does 1 more"},
        {"number", "\"exclusiveMinimum\":9",
         "6: \"9\" in column \"a\" breaks the rule exclusiveMinimum 9, as does 1 more"},
        {"number", "\"maximum\":\"15\"", "2: \"20\" in column \"a\" breaks the rule maximum 15, as do 2 more"},
        {"number", "\"exclusiveMaximum\":20",
         "2: \"20\" in column \"a\" breaks the rule exclusiveMaximum 20, as do 2 more"},
        {"string", "\"minLength\":2", "6: \"9\" in column \"a\" breaks the rule minLength 2"},
        {"string", "\"maxLength\":2", "5: \"100\" in column \"a\" breaks the rule maxLength 2, as does 1 more"},
        {"string", "\"pattern\":\"[0-9]+\"", "7: \"8.5\" in column \"a\" breaks the rule pattern \"[0-9]+\""},
        /* One match among several words is a whole match. */
        {"string", "\"pattern\":\"20|1|9|8.5\"", "5: \"100\" in column \"a\" breaks the rule pattern \"20|1|9|8.5\""},
        {"number", "\"enum\":[20,\"9.0\",8.5]", "5: \"100\" in column \"a\" breaks the rule enum"},
        {"string", "\"enum\":[\"20\",\"100\",\"8.5\"]", "6: \"9\" in column \"a\" breaks the rule enum"},
        {"integer", "\"minimum\":0", "7: \"8.5\" in column \"a\" breaks the rule integer"},
        {"number", "\"required\":false,\"unique\":false,\"minimum\":8.5,\"maximum\":100,\"enum\":[8.5,9,20,100]", NULL},
        {"string", "\"minLength\":1,\"maxLength\":3,\"pattern\":\"[0-9.]*\",\"enum\":[\"8.5\",\"9\",\"20\",\"100\"]",
         NULL},
    };
    g_autofree char *data = in_folder("c.csv");
    put(data, "a,b\n20,1\n,2\n20,3\n100,4\n9,5\n8.5,6\n");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *resource = g_strdup_printf("{\"name\":\"c\",\"path\":\"c.csv\",\"schema\":{\"fields\":[{"
                                                    "\"name\":\"a\",\"type\":\"%s\",\"constraints\":{%s}},"
                                                    "{\"name\":\"b\"}]}}",
                                                    cases[i].type, cases[i].rules);
        g_autofree char *expected =
            cases[i].broken != NULL ? g_strdup_printf("@/c.csv:%s" HINT, cases[i].broken)
                                    : g_strdup_printf("a:%s b:number\n2|20|1\n3|~|2\n4|20|3\n5|100|4\n6|9|5\n7|8.5|6",
                                                      strcmp(cases[i].type, "string") == 0 ? "text" : "number");
        assert_package(resource, NULL, expected);
    }
}

#define CONSTRAINED(constraints)                                                                                       \
    "{\"name\":\"c\",\"path\":\"c.csv\",\"schema\":{\"fields\":[{\"name\":\"t\",\"type\":\"year\",\"constraints\":"    \
    "{" constraints "}}]}}"

/* Bounds of periods, rules that are not known, and rules that make no sense. */
static void test_more_constraints(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("c.csv");
    put(data, "t\n2019\n2021\n2020\n");
    assert_package(CONSTRAINED("\"minimum\":2019,\"maximum\":\"2021\",\"enum\":[\"2019\",2020,2021]"), NULL,
                   "t:year\n2|2019\n3|2021\n4|2020");
    assert_package(CONSTRAINED("\"maximum\":\"2020\""), NULL,
                   "@/c.csv:3: \"2021\" in column \"t\" breaks the rule maximum 2020" HINT);
    assert_package(
        CONSTRAINED("\"maximum\":\"soon\",\"jsonSchema\":{}"), NULL,
        "t:year\n2|2019\n3|2021\n4|2020\n"
        "@/datapackage.json: warning: the rule \"jsonSchema\" of the field \"t\" is not known, and nothing is "
        "held against it\n"
        "@/c.csv: warning: the column \"t\" is time, against which the rule maximum soon cannot be held");
    assert_package(CONSTRAINED("\"enum\":[]"), NULL,
                   "@/datapackage.json: the rule enum of the field \"t\" is no list of words");
    assert_package(CONSTRAINED("\"enum\":[null]"), NULL,
                   "@/datapackage.json: the rule enum of the field \"t\" holds something that is neither a text nor a "
                   "number");
    assert_package(CONSTRAINED("\"pattern\":\"(\""), NULL,
                   "@/datapackage.json: the rule pattern of the field \"t\" is no regular expression");
    assert_package(
        CONSTRAINED("\"minLength\":1.5"), NULL,
        "@/datapackage.json: the rule minLength of the field \"t\" is neither a text nor a number that it can "
        "be");
}

/* A pattern that would take longer than the universe: the first text that it does not come to an end with is told. */
static void test_endless_pattern(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("c.csv");
    put(data, "t\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n");
    assert_package(
        "{\"name\":\"c\",\"path\":\"c.csv\",\"schema\":{\"fields\":[{\"name\":\"t\",\"type\":\"string\","
        "\"constraints\":{\"pattern\":\"(a|a)*c\"}}]}}",
        NULL,
        "@/c.csv:2: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" in column \"t\" breaks "
        "the rule pattern \"(a|a)*c\"" HINT);
}

#define LINKED(reference)                                                                                              \
    "{\"name\":\"codes\",\"path\":\"codes.csv\",\"schema\":{\"fields\":[{\"name\":\"code\",\"type\":\"string\"},{"     \
    "\"name\":\"name\"}]}},{\"name\":\"d\",\"path\":\"l.csv\",\"schema\":{\"fields\":[{\"name\":\"geo\",\"type\":"     \
    "\"string\"},{"                                                                                                    \
    "\"name\":\"near\"},{\"name\":\"value\"}],\"foreignKeys\":[" reference "]}}"
#define LINKED_ROWS "geo:text near:text value:number\n2|LT|LV|1\n3|LV|~|2\n4|NA|LT|3\n5|~|LV|4"
#define LINK_HINT " (correct the code, or add it there; name the file itself to read it without the package)"

/* Codes that lead to a list of codes, in another file and in the same one. */
static void test_links(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("l.csv"), *codes = in_folder("codes.csv");
    put(data, "geo,near,value\nLT,LV,1\nLV,,2\nNA,LT,3\n,LV,4\n");
    put(codes, "code,name\nLT,Lithuania\nLV,Latvia\nNA,Namibia\n");
    static const char plain[] =
        LINKED("{\"fields\":[\"geo\"],\"reference\":{\"resource\":\"codes\",\"fields\":[\"code\"]}},"
               "{\"fields\":\"near\",\"reference\":{\"resource\":\"\",\"fields\":\"geo\"}}");
    assert_package(plain, "{resource: d}", LINKED_ROWS);
    put(codes, "code,name\nLT,Lithuania\nNA,Namibia\n");
    assert_package(plain, "{resource: d}",
                   "@/l.csv:3: \"LV\" in \"geo\" is not in \"code\" of the resource \"codes\"" LINK_HINT);
    put(codes, "code,name\nNA,Namibia\n");
    assert_package(
        plain, "{resource: d}",
        "@/l.csv:2: \"LT\" in \"geo\" is not in \"code\" of the resource \"codes\", as in 1 more rows" LINK_HINT);
    assert_package(LINKED("{\"fields\":[\"near\"],\"reference\":{\"fields\":[\"value\"]}}"), "{resource: d}",
                   "@/l.csv:2: \"LV\" in \"near\" is not in \"value\", as in 2 more rows" LINK_HINT);
    assert_package(
        LINKED("{\"fields\":[\"geo\",\"near\"],\"reference\":{\"fields\":[\"near\",\"geo\"]}}"), "{resource: d}",
        "@/l.csv:2: \"LT, LV\" in \"geo\", \"near\" is not in \"near\", \"geo\", as in 1 more rows" LINK_HINT);
    /* What stands in a field cannot move into the next one. */
    put(codes, "code,name\n\"LT, LV\",x\nLT,\"LV, x\"\n");
    put(data, "geo,near,value\nLT,\"LV, x\",1\n\"LT, LV\",x,2\n");
    static const char both[] =
        LINKED("{\"fields\":[\"geo\",\"near\"],\"reference\":{\"resource\":\"codes\",\"fields\":[\"code\",\"name\"]}}");
    assert_package(both, "{resource: d}", "geo:text near:text value:number\n2|LT|LV, x|1\n3|LT, LV|x|2");
    put(codes, "code,name\n\"LT, LV\",x\n");
    assert_package(both, "{resource: d}",
                   "@/l.csv:2: \"LT, LV, x\" in \"geo\", \"near\" is not in \"code\", \"name\" of the resource "
                   "\"codes\"" LINK_HINT);
    put(data, "geo,near,value\nLT,LV,1\nLV,,2\nNA,LT,3\n,LV,4\n");
    put(codes, "code,name\nNA,Namibia\n");
    assert_package(LINKED("{\"fields\":[\"geo\"],\"reference\":{\"resource\":\"x\",\"fields\":[\"code\"]}}"),
                   "{resource: d}",
                   "@/datapackage.json: a foreign key leads to the resource \"x\", which the package does not have");
    assert_package(LINKED("{\"fields\":[\"geo\"],\"reference\":{\"resource\":\"codes\",\"fields\":[\"x\"]}}"),
                   "{resource: d}",
                   "@/datapackage.json: a foreign key leads to a field that the resource \"codes\" does not have");
    assert_package(LINKED("{\"fields\":[\"geo\"],\"reference\":{\"resource\":\"codes\",\"fields\":[]}}"),
                   "{resource: d}", "@/datapackage.json: a foreign key does not say which fields lead to which fields");
    /* Two resources that lead to each other do not go round in circles. */
    assert_package(
        "{\"name\":\"a\",\"path\":\"l.csv\",\"schema\":{\"fields\":[],\"foreignKeys\":[{\"fields\":\"geo\","
        "\"reference\":{"
        "\"resource\":\"b\",\"fields\":\"geo\"}}]}},{\"name\":\"b\",\"path\":\"l.csv\",\"schema\":{\"fields\":[],"
        "\"foreignKeys\":[{\"fields\":\"geo\",\"reference\":{\"resource\":\"a\",\"fields\":\"geo\"}}]}}",
        "{resource: a}", LINKED_ROWS);
}

/* "Leading and trailing non-numeric characters" are taken off; what could change the number is not. */
static void test_dressed_numbers(void **state)
{
    (void)state;
    static const char resource[] =
        "{\"name\":\"n\",\"path\":\"n.csv\",\"schema\":{\"missingValues\":[\"\",\"none\"],\"fields\":[{"
        "\"name\":\"a\",\"type\":\"number\",\"bareNumber\":false,\"groupChar\":\",\"}]}}";
    static const char *const odd[] = {"(5)", "\u22125", "5-10", "5 m3", "--5", "-\u20ac-5", "EUR", "\u20ac .5.5"};
    g_autofree char *data = in_folder("n.csv");
    put(data, "a\n95%\n\u20ac 95\n95 EUR\n-\u20ac5.5\n$-5.5\n\"1,000 kr\"\n1e3 \u00b0C\nnone\n7\n-7\nEUR 2e-3 each\n");
    assert_package(resource, NULL,
                   "a:number\n2|95\n3|95\n4|95\n5|-5.5\n6|-5.5\n7|1000\n8|1000\n9|~\n10|7\n11|-7\n12|0.002");
    for (guint i = 0; i < G_N_ELEMENTS(odd); i++) {
        g_autofree char *text = g_strdup_printf("a\n%s\n", odd[i]);
        g_autofree char *expected =
            g_strdup_printf("@/n.csv:2: \"%s\" in column \"a\" is not a number (the description "
                            "calls this column a number)",
                            odd[i]);
        put(data, text);
        assert_package(resource, NULL, expected);
    }
}

/* Comments above the header and between rows, with quotes in them; a quoted cell is none. */
static void test_comments(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("m.csv"), *own = in_folder("m.csv-metadata.json");
    put(own, CONTEXT
        "\"url\":\"m.csv\",\"tableSchema\":{\"columns\":[{\"name\":\"a\"},{\"name\":\"b\",\"datatype\":\"number\"}]}}");
    put(data, "\xef\xbb\xbf# of 5\" pipes\n#\r\na,b\n\"#1\",1\n# so \"it is\n\"x\n#y\",2\n#3,3");
    g_autofree char *expected =
        g_strdup_printf("a:text b:number\n4|#1|1\n6|x\n#y|2\n%s: note: 4 lines begin with \"#\", "
                        "which makes them comments: left out",
                        data);
    assert_source(&(RkSource){.path = data}, NULL, expected);
    /* Rows that are skipped are lines, whatever stands in them. */
    put(own,
        CONTEXT "\"url\":\"m.csv\",\"dialect\":{\"skipRows\":2,\"commentPrefix\":\"//\"},\"tableSchema\":{\"columns\":["
                "{\"name\":\"a\"},{\"name\":\"b\",\"datatype\":\"number\"}]}}");
    put(data, "Pipes of 5\"\n\n//\na,b\n/x,1\n//y,2\n");
    g_autofree char *skipped =
        g_strdup_printf("a:text b:number\n5|/x|1\n%s: note: 2 lines begin with \"//\", which makes "
                        "them comments: left out",
                        data);
    assert_source(&(RkSource){.path = data}, NULL, skipped);
}

/* Lists stay texts, keys are held to, and what is not looked at is told. */
static void test_csvw_columns(void **state)
{
    (void)state;
    g_autofree char *data = in_folder("m.csv"), *own = in_folder("m.csv-metadata.json");
    put(own,
        CONTEXT "\"url\":\"m.csv\",\"tableSchema\":{\"primaryKey\":\"a\",\"columns\":[{\"name\":\"a\"},{"
                "\"name\":\"b\",\"datatype\":{\"base\":\"integer\",\"minimum\":1},\"separator\":\";\"},{\"name\":\"c\","
                "\"datatype\":{\"base\":\"number\",\"maxExclusive\":10},\"required\":true}]}}");
    put(data, "a,b,c\nx,1;2,5\ny,,6\n");
    g_autofree char *expected = g_strdup_printf(
        "a:text b:text c:number\n2|x|1;2|5\n3|y|~|6\n%s: warning: the cells of the column \"b\" are lists with \";\" "
        "between "
        "their items: each is kept as one text",
        own);
    assert_source(&(RkSource){.path = data}, NULL, expected);
    put(data, "a,b,c\nx,1;2,5\nx,,6\n");
    g_autofree char *twice = g_strdup_printf("%s:3: the key \"x\" of line 2 stands here a second time", data);
    assert_source(&(RkSource){.path = data}, NULL, twice);
    put(data, "a,b,c\nx,1;2,5\ny,,10\n");
    g_autofree char *great = g_strdup_printf("%s:3: \"10\" in column \"c\" breaks the rule maxExclusive 10" HINT, data);
    assert_source(&(RkSource){.path = data}, NULL, great);
    put(data, "a,b,c\nx,1;2,5\ny,,\n");
    g_autofree char *empty = g_strdup_printf("%s:3: \"\" in column \"c\" breaks the rule required" HINT, data);
    assert_source(&(RkSource){.path = data}, NULL, empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_constraints),     cmocka_unit_test(test_more_constraints),
        cmocka_unit_test(test_endless_pattern), cmocka_unit_test(test_links),
        cmocka_unit_test(test_dressed_numbers), cmocka_unit_test(test_comments),
        cmocka_unit_test(test_csvw_columns),
    };
    return cmocka_run_group_tests(tests, make_folder, clear_folder);
}
