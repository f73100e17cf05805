/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows aggregated while a file is read: the same table and the same warnings as when the file is read first, whatever
 * turns up in its last line.
 */
#include "support-table.h"

#include "read/csv-private.h"
#include "transform/leading.h"

#include <unistd.h>

/* ---- Blocks of any size ---- */

static gboolean take(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    return rk_leading_take(user, rows, kept, error);
}

static gboolean settle(gpointer user, const RkTable *kept)
{
    return rk_leading_settle(user, kept);
}

static void give_up(gpointer user)
{
    rk_leading_give_up(user);
}

static RkTable *read_lines(const char *text, const RkRowFilter *filter, const RkCsvTuning *tuning)
{
    GError *error = NULL;
    RkSource source = {.path = "t.csv", .bytes = text, .length = strlen(text)};
    RkReadOptions options = {.filter = filter};
    RkTable *table = rk_csv_read_tuned(&source, &options, ',', tuning, &error);
    assert_null(error);
    return table;
}

static void test_blocks(void **state)
{
    (void)state;
    const char *text =
        "geo,t,value,unit,flag\nA,2001-01,0.1,EUR,p\nB,2001-01,2,T,\nA,2001-02,0.2,EUR,e\n\n"
        "C,2001-02,,EUR,c\nB,2001-01,1e16,T,\n\"A\",2001-02,0.3,EUR,\nB,2001-02,-1e16,T,b\n,2001-01,5,,\n";
    g_autoptr(RkDocument) document = document_from(
        "[{filter: 'datum.value != 5'}, {aggregate: [{op: sum, field: value}, {op: count}], groupby: [geo, t]}]");
    const RkValue *steps = rk_document_root(document);
    const RkCsvTuning whole = {.block_bytes = 1 << 20, .serial_bytes = G_MAXUINT64};
    g_autoptr(RkTable) all = read_lines(text, NULL, &whole);
    g_autoptr(RkTable) expected = rk_transform_apply_list(steps, all, NULL, NULL);
    for (gsize block = 1; block <= strlen(text); block++) {
        g_autoptr(RkLeading) leading = rk_leading_new(steps, NULL, FALSE);
        const RkRowFilter filter = {take, leading, NULL, settle, give_up};
        const RkCsvTuning tuning = {.block_bytes = block, .serial_bytes = block % 2 ? 0 : G_MAXUINT64};
        guint done = 0;
        g_autoptr(RkTable) kept = read_lines(text, &filter, &tuning);
        assert_true(rk_leading_settle(leading, kept));
        g_autoptr(RkTable) found = rk_leading_result(leading, kept, &done);
        g_autofree char *difference = rk_table_difference(expected, found);
        assert_int_equal(done, 2);
        if (difference != NULL)
            fail_msg("blocks of %" G_GSIZE_FORMAT ": %s", block, difference);
    }
}

/* ---- Through the front door, with files that are long enough ---- */

typedef struct {
    RkLeading *leading;
    gboolean given_up;
} Watch;

static gboolean watch_take(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    return rk_leading_take(((Watch *)user)->leading, rows, kept, error);
}

static gboolean watch_settle(gpointer user, const RkTable *kept)
{
    return rk_leading_settle(((Watch *)user)->leading, kept);
}

static void watch_give_up(gpointer user)
{
    ((Watch *)user)->given_up = TRUE;
    rk_leading_give_up(((Watch *)user)->leading);
}

/* Reads with the steps done on the way, and the rest of them; NULL with an error. */
static RkTable *read_up(const RkSource *source, const RkValue *steps, RkDiagnostics *diagnostics, gboolean *streamed,
                        GError **error)
{
    g_autoptr(RkLeading) leading = rk_leading_new(steps, NULL, FALSE);
    Watch watch = {.leading = leading};
    const RkRowFilter filter = {watch_take, &watch, rk_leading_columns(leading), watch_settle, watch_give_up};
    RkReadOptions options = {.filter = &filter, .diagnostics = diagnostics};
    guint done = 0;
    assert_true(rk_leading_uses_up(leading));
    g_autoptr(RkTable) kept = rk_read(source, &options, error);
    *streamed = !watch.given_up;
    if (kept == NULL)
        return NULL;
    g_autoptr(RkTable) table = rk_leading_result(leading, kept, &done);
    assert_int_equal(done > 0, *streamed);
    return rk_transform_apply_rest(steps, done, table, NULL, error);
}

static char *texts_of(const RkDiagnostics *diagnostics, GError *error)
{
    GString *text = g_string_new(error != NULL ? error->message : "");
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        g_string_append_printf(text, "\n%s", line);
    }
    return g_string_free(text, FALSE);
}

/* The filters of the steps as the reader applied them before there were aggregates on the way. */
static gboolean plain_take(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    return rk_leading_take(user, rows, kept, error);
}

static RkTable *read_first(const RkSource *source, const RkValue *steps, RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkLeading) leading = rk_leading_new(steps, NULL, FALSE);
    rk_leading_give_up(leading);
    const RkRowFilter filter = {.test = plain_take, .user = leading, .columns = rk_leading_columns(leading)};
    RkReadOptions options = {.filter = &filter, .diagnostics = diagnostics};
    g_autoptr(RkTable) table = rk_read(source, &options, error);
    return table == NULL ? NULL : rk_transform_apply_list(steps, table, NULL, error);
}

/* Compares tables, errors and warnings; TRUE when rows were used up on the way. */
static gboolean same(const GString *text, const char *steps)
{
    g_autoptr(GError) one = NULL, two = NULL;
    g_autoptr(RkDiagnostics) first = rk_diagnostics_new(), second = rk_diagnostics_new();
    g_autoptr(RkDocument) document = document_from(steps);
    RkSource source = {.path = "t", .bytes = text->str, .length = text->len};
    gboolean streamed;
    g_autoptr(RkTable) expected = read_first(&source, rk_document_root(document), first, &one);
    g_autoptr(RkTable) found = read_up(&source, rk_document_root(document), second, &streamed, &two);
    g_autofree char *wanted = texts_of(first, one), *had = texts_of(second, two);
    assert_string_equal(had, wanted);
    assert_int_equal(found == NULL, expected == NULL);
    g_autofree char *difference = found == NULL ? NULL : rk_table_difference(expected, found);
    if (difference != NULL)
        fail_msg("%s: %s", steps, difference);
    return streamed;
}

/* Rows from a pattern with a place, a year, a month and a number. */
static GString *many(const char *header, const char *row, guint count)
{
    GString *text = g_string_new(header);
    static const char *const places[] = {"LT", "LV", "EE", "PL", "DE"};
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text, row, places[i % 5], 1990 + i % 30, i % 12 + 1, i);
    return text;
}

static const char sdmx_header[] = "DATAFLOW,LAST UPDATE,geo,n,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_FLAG\n";
static const char sdmx_row[] = "X,,%1$s,%4$u,%2$u-%3$02u,%4$u.7,3,p\n";
static const char by_place[] =
    "[{filter: \"datum.geo != 'PL'\"}, {aggregate: [{op: sum, field: OBS_VALUE}, {op: count}], groupby: [geo]}]";
static const char by_period[] = "[{aggregate: [{op: mean, field: OBS_VALUE}], groupby: [TIME_PERIOD, geo]}]";

static void test_formats(void **state)
{
    (void)state;
    g_autoptr(GString) csv = many("geo,time,value,flag\n", "%s,%u-%02u,%u.5,e\n", 400000);
    assert_true(same(csv, "[{filter: \"datum.geo != 'LT'\"}, {aggregate: [{op: sum, field: value}, {op: max, field: "
                          "time}], groupby: [geo]}]"));
    assert_true(same(csv, "[{aggregate: [{op: count}, {op: distinct, field: time}], groupby: [time, geo]}]"));
    g_autoptr(GString) sdmx = many(sdmx_header, sdmx_row, 200000);
    assert_true(same(sdmx, by_place));
    assert_true(same(sdmx, by_period));
    g_autoptr(GString) tsv =
        many("unit,n,geo\\TIME_PERIOD\t2020 \t2021 \n", "EUR,%4$u,%1$s_%2$u_%3$u\t%4$u e\t: c\n", 200000);
    assert_true(same(tsv, "[{filter: \"datum.geo < 'LT_2000'\"}, {aggregate: [{op: sum, field: value}, {op: missing, "
                          "field: value}], groupby: [TIME_PERIOD]}]"));
    /* A file that is too short to be filtered on the way. */
    g_autoptr(GString) brief = many(sdmx_header, sdmx_row, 20);
    assert_true(same(brief, by_period));
}

/* What the end of a file makes of its beginning. */
static void test_late_turns(void **state)
{
    (void)state;
    g_autoptr(GString) sdmx = many(sdmx_header, sdmx_row, 200000);
    gsize length = sdmx->len;
    g_string_append(sdmx, "X,,LT,,2001-W99,1,3,\n");
    assert_false(same(sdmx, by_period));
    g_string_truncate(sdmx, length);
    g_string_append(sdmx, "X,,LT,,2001,1,3,\n");
    assert_true(same(sdmx, by_period)); /* a year beside months */
    assert_false(same(sdmx, "[{filter: \"datum.TIME_PERIOD < '2001-02'\"}, {aggregate: [{op: max, field: TIME_PERIOD}, "
                            "{op: count}], groupby: [geo]}]"));
    g_string_truncate(sdmx, length);
    g_string_append(sdmx, "X,,LT,,2001-02,1,6,\n");
    assert_false(same(sdmx, by_place)); /* thousands and millions */
    g_string_truncate(sdmx, length);
    g_string_append(sdmx, "X,,LT,,2001-02,one,6,\n");
    assert_true(same(sdmx, by_place)); /* the same error, found once */
    g_autoptr(GString) csv = many("geo,age,m,value\n", "%s,%u,%u,%u\n", 400000);
    g_string_append(csv, "LT,TOTAL,1,5\n");
    assert_false(same(csv, "[{aggregate: [{op: sum, field: value}], groupby: [age]}]"));
}

/* A warning that counts cells needs them: columns of text with numbers among them. */
static void test_warnings(void **state)
{
    (void)state;
    static const char steps[] = "[{aggregate: [{op: count}], groupby: [code]}]";
    g_autoptr(GString) early = many("geo,code,m,value\nLT,x,1,1\n", "%s,%u,%u,%u\n", 400000);
    assert_false(same(early, steps));
    g_autoptr(GString) late = many("geo,code,m,value\n", "%s,TOTAL,%u,%u\n", 400000);
    assert_true(same(late, steps));
    for (guint i = 0; i < 5; i++)
        g_string_append_printf(late, "LT,%u,1,1\n", i);
    assert_false(same(late, steps));
}

typedef struct {
    const GString *text;
    int end;
} Pouring;

static gpointer pour(gpointer user)
{
    const Pouring *pouring = user;
    gsize done = 0;
    gssize count = 1;
    for (; done < pouring->text->len && count > 0; done += (gsize)MAX(count, 0))
        count = write(pouring->end, pouring->text->str + done, pouring->text->len - done);
    close(pouring->end);
    return NULL;
}

/* Reads a text that comes only once, with the steps done on the way. */
static RkTable *read_pipe(const GString *text, const char *steps, gboolean *streamed, GError **error)
{
    g_autoptr(RkDocument) document = document_from(steps);
    char rest[4096];
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    Pouring pouring = {text, ends[1]};
    GThread *thread = g_thread_new("pour", pour, &pouring);
    g_autofree char *path = g_strdup_printf("/dev/fd/%d", ends[0]);
    RkTable *table = read_up(&(RkSource){.path = path}, rk_document_root(document), NULL, streamed, error);
    while (read(ends[0], rest, sizeof rest) > 0)
        ;
    close(ends[0]);
    g_thread_join(thread);
    return table;
}

/* What comes only once is aggregated on the way as well; where that needs the rows once more, it says so while all of
 * them are not at hand. */
static void test_pipe(void **state)
{
    (void)state;
    for (guint count = 20; count <= 200000; count *= 10000) {
        gboolean streamed;
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) text = many(sdmx_header, sdmx_row, count);
        g_autoptr(RkDocument) document = document_from(by_place);
        RkSource source = {.path = "t", .bytes = text->str, .length = text->len};
        g_autoptr(RkTable) expected = read_first(&source, rk_document_root(document), NULL, NULL);
        g_autoptr(RkTable) table = read_pipe(text, by_place, &streamed, &error);
        assert_null(error);
        assert_true(streamed);
        g_autofree char *difference = rk_table_difference(expected, table);
        assert_null(difference);
        g_string_append(text, "X,,LT,,2001-02,1,6,\n");
        g_autoptr(RkTable) mixed = read_pipe(text, by_place, &streamed, &error);
        assert_null(mixed);
        if (count > 20)
            assert_string_equal(error->message,
                                "sum cannot be carried on while rows come only once: the units are mixed");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),   cmocka_unit_test(test_formats), cmocka_unit_test(test_late_turns),
        cmocka_unit_test(test_warnings), cmocka_unit_test(test_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
