/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Delimited text: records, places of errors, dialects. Every document is read in every block size from one byte to all
 * of them. What the documents must give is written down by hand from RFC 4180 and from the rules of src/read.
 */
#include "unit.h"

#include "read-dump.h"

static void test_records(void **state)
{
    (void)state;
    assert_read("a,b\n1,x\n2,y\n", "a:number b:text\n2|1|x\n3|2|y");
    assert_read("a,b\n1,x\n2,y", "a:number b:text\n2|1|x\n3|2|y");
    assert_read("a,b\r\n1,x\r\n2,y\r\n", "a:number b:text\n2|1|x\n3|2|y");
    assert_read("a,b\r1,x\r2,y\r", "a:number b:text\n2|1|x\n3|2|y");
    assert_read("a,b\r1,x\n2,y\r\n3,z", "a:number b:text\n2|1|x\n3|2|y\n4|3|z");
    assert_read("\xef\xbb\xbf"
                "a,b\n1,x\n",
                "a:number b:text\n2|1|x");
    assert_read("\xef\xbb\xbf\"a\",b\n1,x\n", "a:number b:text\n2|1|x");
    assert_read("a\n1\n", "a:number\n2|1");
    assert_read("a,b\n ž , š x \n", "a:text b:text\n2|ž|š x");
}

static void test_blank_lines(void **state)
{
    (void)state;
    assert_read("\n\r\n a , b \n\n1,x\n\n \t \n2,y\n\n", "a:number b:text\n5|1|x\n8|2|y");
    /* Blanks between a carriage return and its line feed do not make two line ends of them. */
    assert_read("a,b\r\r1,x\r \n2,y\r\n \r\n3,z", "a:number b:text\n3|1|x\n4|2|y\n6|3|z");
    /* A line with a delimiter is no blank line, and one with quotes neither. */
    assert_read("a,b\n,\n", "a:number b:number\n2|~|~");
    assert_read("a\n\"\"\n\n1\n", "a:number\n2|~\n4|1");
    assert_read("a\tb\n\t\n", "a:number b:number\n2|~|~");
}

static void test_quotes(void **state)
{
    (void)state;
    assert_read("a,b\n\"1\",\"x,\"\"y\"\"\"\n", "a:number b:text\n2|1|x,\"y\"");
    assert_read("a,b\n1,\"x\ny\"\n2,z\n", "a:number b:text\n2|1|x\ny\n4|2|z");
    assert_read("a,b\r\n1,\"x\r\n\r\ny\"\r\n2,\"\r\"\r\n3,z", "a:number b:text\n2|1|x\r\n\r\ny\n5|2|\r\n7|3|z");
    assert_read("\"a\nb\",c\n1,x\n", "a\nb:number c:text\n3|1|x");
    assert_read("a,b\n1, \" x \" \n", "a:number b:text\n2|1| x ");
    assert_read("a,b\n\"\",\"\"\n", "a:number b:number\n2|~|~");
}

static void test_quote_errors(void **state)
{
    (void)state;
    static const char unclosed[] = "(close it with \", and write \"\" for a quote within the field)";
    static const char stray[] = "(put the whole field in quotes and write each quote within it twice)";
    g_autofree char *open = g_strdup_printf("t.csv:3:3: the quote that opens here is never closed %s", unclosed);
    assert_read("a,b\n1,x\n2,\"y\n3,z\n4,z\n", open);
    assert_read("a,b\n1,x\n2,\"", open);
    g_autofree char *later = g_strdup_printf("t.csv:4:4: the quote that opens here is never closed %s", unclosed);
    assert_read("a,b\n1,\"x\ny\"\n22,\"\"\"y\"\"\n3,z\n", later);
    g_autofree char *first = g_strdup_printf("t.csv:2:1: the quote that opens here is never closed %s", unclosed);
    assert_read("a,b\n\"1,x\n", first);
    g_autofree char *name = g_strdup_printf("t.csv:1:3: the quote that opens here is never closed %s", unclosed);
    assert_read("a,\"b\n1,x\n", name);
    g_autofree char *inside = g_strdup_printf("t.csv:3:4: a quote stands inside a field %s", stray);
    assert_read("a,b\n1,x\n2,ž\"y\n3,\"\n", inside);
    g_autofree char *behind = g_strdup_printf("t.csv:2:7: text follows the closing quote of a field %s", stray);
    assert_read("a,b\n1,\"x\" y\n3,x\"\n", behind);
}

static void test_ragged_rows(void **state)
{
    (void)state;
    assert_read("a,b\n1,x\n\n2\n3,y\n",
                "t.csv:4:2: the row has 1 field, the header has 2 (a note under the table? remove it)");
    assert_read("a,b\n1,x\n2,y,z,\n3\n",
                "t.csv:3:5: the row has 4 fields, the header has 2 (put quotes around fields that hold \",\")");
    assert_read("a\tb\n1\tx\n2\n",
                "t.csv:3:2: the row has 1 field, the header has 2 (a note under the table? remove it)");
    /* The line where the fields end, when quotes span lines. */
    assert_read("a,b\n\"x\ny\"\n",
                "t.csv:3:3: the row has 1 field, the header has 2 (a note under the table? remove it)");
}

static void test_header_errors(void **state)
{
    (void)state;
    static const char empty[] = "t.csv: the file is empty (the first line must name the columns)";
    assert_read("", empty);
    assert_read("\n\r\n  \n", empty);
    assert_read("\xef\xbb\xbf", empty);
    assert_read("a,b", "a:number b:number");
    /* Without rows every column may hold numbers, and the flag speaks of the only one. */
    assert_read("time,flag\n", "time:number+flag flag:text");
    assert_read("\na,b,\n1,x,\n",
                "t.csv:2:5: a column has no name (give it a name, or remove a delimiter at the end of each line)");
    assert_read("a,\"\",c\n",
                "t.csv:1:3: a column has no name (give it a name, or remove a delimiter at the end of each line)");
    assert_read("geo,value,geo\n",
                "t.csv:1:11: the column name \"geo\" stands here a second time (give each column a name of its own)");
}

static void test_bytes(void **state)
{
    (void)state;
    static const char nul[] = "a,b\n1,x\n2,\0y\n";
    assert_read_bytes(nul, sizeof nul - 1, &(ReadCase){0},
                      "t.csv:3:3: a NUL byte stands in the text (a binary file? for UTF-16 set format.encoding: "
                      "\"UTF-16\")");
    static const char latin[] = "the byte 0xFE is not UTF-8 (set format.encoding, for example \"windows-1257\")";
    g_autofree char *third = g_strdup_printf("t.csv:3:4: %s", latin);
    assert_read("a,b\n1,ž\n2,\xc5\xbe\xfe\n", third);
    g_autofree char *header = g_strdup_printf("t.csv:1:1: %s", latin);
    assert_read("\xfe"
                "a,b\n1,x\n",
                header);
    /* Cut in the middle of a character, overlong, a surrogate. */
    assert_read("a\n\xc5", "t.csv:2:1: the byte 0xC5 is not UTF-8 (set format.encoding, for example \"latin1\")");
    assert_read("a\n\xc0\xaf\n", "t.csv:2:1: the byte 0xC0 is not UTF-8 (set format.encoding, for example \"latin1\")");
    assert_read("a\n\xed\xa0\x80\n",
                "t.csv:2:1: the byte 0xED is not UTF-8 (set format.encoding, for example \"windows-1252\")");
}

/* The same places whatever ends the lines. */
static void test_places(void **state)
{
    (void)state;
    static const char *const ends[] = {"\n", "\r", "\r\n", "\r \n"};
    static const char said[] =
        "t.csv:3:4: \"x\" in column \"b\" is not a number (set format.missing if it stands for a missing value)";
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        const char *end = ends[i];
        g_autofree char *text = g_strdup_printf("a,b%s1,2%sšž,x%s", end, end, end);
        assert_read_as("{parse: {b: number}}", text, said);
        g_autofree char *more = g_strdup_printf("a,b%s1,2%sšž,3,%s", end, end, end);
        assert_read(more,
                    "t.csv:3:6: the row has 3 fields, the header has 2 (put quotes around fields that hold \",\")");
    }
}

/* Of several faults the first in the file is told, whatever finds it. */
static void test_first_error(void **state)
{
    (void)state;
    assert_read("a,b\n1\n2,\xff\n3,x\"\n",
                "t.csv:2:2: the row has 1 field, the header has 2 (a note under the table? remove it)");
    assert_read("a,b\n1,\xff\n2\n3,x\"\n",
                "t.csv:2:3: the byte 0xFF is not UTF-8 (set format.encoding, for example \"latin1\")");
    assert_read_as("{parse: {a: number}}", "a,b\nx,1\n2\n",
                   "t.csv:2:1: \"x\" in column \"a\" is not a number (set format.missing if it stands for a missing "
                   "value)");
}

static void test_delimiters(void **state)
{
    (void)state;
    assert_read("a;b\n1;x,y\n", "a:number b:text\n2|1|x,y");
    assert_read("a\tb\n1\tx,y\n", "a:number b:text\n2|1|x,y");
    assert_read("a|b\n1|x;y\n", "a:number b:text\n2|1|x;y");
    assert_read("\"a;c\",b\n1,x\n", "a;c:number b:text\n2|1|x");
    /* Only one of the two parts every row alike. */
    assert_read("a;b,c\n1;x\n2;y\n", "a:number b,c:text\n2|1|x\n3|2|y");
    assert_read("a;b,c\n1;2,3\n4;5,6\n",
                "t.csv:1:1: the fields may be parted by a comma, [\"a;b\", \"c\"], or by a semicolon, [\"a\", \"b,c\"] "
                "(set format.delimiter)");
    assert_read_as("{delimiter: ;, decimal: ','}", "a;b,c\n1;2,3\n4;5,6\n", "a:number b,c:number\n2|1|2.3\n3|4|5.6");
    assert_read_as("{delimiter: \"\\t\"}", "a,b\tc\n1\tx\n", "a,b:number c:text\n2|1|x");
    assert_read_as("{delimiter: \"#\"}", "a#b\n1#x\n",
                   "figure.yaml:1:13: format.delimiter is \"#\", not one of a comma, a semicolon, a bar, a tab");
    assert_read_as("{delimiter: ab}", "a\n", "figure.yaml:1:13: format.delimiter must be one ASCII character");
}

static void test_encoding(void **state)
{
    (void)state;
    /* š and ž in windows-1257, then the same in UTF-16 with its mark. */
    assert_read_as("{encoding: windows-1257}", "a,b\n1,\xf0\xfe\n", "a:number b:text\n2|1|šž");
    static const char wide[] = "\xff\xfe"
                               "a\0\n\0"
                               "1\0\n\0";
    assert_read_bytes(wide, sizeof wide - 1, &(ReadCase){.format = "{encoding: UTF-16}"}, "a:number\n2|1");
    assert_read_as("{encoding: klingon}", "a\n",
                   "t.csv: the encoding \"klingon\" is not known (iconv -l lists the known ones)");
    assert_read_as("{encoding: UTF-16LE}", "a\n1",
                   "t.csv: ends in the middle of packed or encoded text (the file is cut short, or format.encoding is "
                   "wrong)");
}

static void test_projection(void **state)
{
    (void)state;
    static const char text[] = "geo,UNIT,Value,flag,note\nLT,PC,1,e,x\nLV,PC,2,,y\n";
    static const char *const measure[] = {"Value", "geo", "absent", NULL};
    static const char *const other[] = {"note", NULL};
    static const char *const nothing[] = {NULL};
    assert_read(text, "geo:text UNIT:text Value:number+unit+flag flag:text note:text\n2|LT|PC|1|e|x\n3|LV|PC|2|~|y");
    assert_read_bytes(text, strlen(text), &(ReadCase){.columns = measure},
                      "geo:text Value:number+unit+flag\n2|LT|1\n3|LV|2");
    assert_read_bytes(text, strlen(text), &(ReadCase){.columns = other}, "note:text\n2|x\n3|y");
    assert_read_bytes(text, strlen(text), &(ReadCase){.columns = nothing}, "\n2\n3");
}

/* Saved as "Unicode text": the mark says which encoding it is, unless another one is named. */
static void test_utf16(void **state)
{
    (void)state;
    static const char little[] = "\xff\xfe"
                                 "a\0,\0b\0\n\0"
                                 "1\0,\0"
                                 "2\0\n";
    static const char big[] = "\xfe\xff\0a\0\n\0001";
    assert_read_bytes(little, sizeof little, &(ReadCase){0}, "a:number b:number\n2|1|2");
    assert_read_bytes(big, sizeof big - 1, &(ReadCase){0}, "a:number\n2|1");
    assert_read_bytes(little, sizeof little, &(ReadCase){.format = "encoding: UTF-8"},
                      "t.csv:1:1: the byte 0xFF is not UTF-8 (UTF-16? set format.encoding: \"UTF-16\")");
    assert_read_bytes(little, sizeof little, &(ReadCase){.format = "encoding: UTF-16"}, "a:number b:number\n2|1|2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf16),         cmocka_unit_test(test_records),      cmocka_unit_test(test_blank_lines),
        cmocka_unit_test(test_quotes),        cmocka_unit_test(test_quote_errors), cmocka_unit_test(test_ragged_rows),
        cmocka_unit_test(test_header_errors), cmocka_unit_test(test_bytes),        cmocka_unit_test(test_first_error),
        cmocka_unit_test(test_places),        cmocka_unit_test(test_delimiters),   cmocka_unit_test(test_encoding),
        cmocka_unit_test(test_projection),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
