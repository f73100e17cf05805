/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Specifications of the corpus with accidents in them: each is drawn or refused with a message and a place, in bounded
 * time. The seed is fixed (SEED=NUMBER for another one, COUNT=NUMBER for more); what fails is printed whole.
 */
#include "support-figure.h"

#include <stdlib.h>

#include "mutate.h"

#define NAME "mutation.vl.json"
#define MUTATIONS 900
#define MOST_ACCIDENTS 3
#define STRANGER "nobodyKnowsThis"
#define SECONDS 30 /* of one, under sanitizers on a busy machine */

/* cmocka cuts long messages short. */
static void condemn(const char *fault, const char *detail, const char *text)
{
    fprintf(stderr, "%s\n", text);
    fail_msg("%s: %s", fault, detail);
}

static int by_name(gconstpointer first, gconstpointer second)
{
    return strcmp(*(const char *const *)first, *(const char *const *)second);
}

static json_t *read_corpus(const char *folder)
{
    json_t *corpus = json_array();
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) directory = g_dir_open(folder, 0, NULL);
    assert_non_null(directory);
    for (const char *name = g_dir_read_name(directory); name != NULL; name = g_dir_read_name(directory))
        g_ptr_array_add(names, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        json_t *document = json_load_file(g_ptr_array_index(names, i), 0, NULL);
        assert_non_null(document);
        json_array_append_new(corpus, document);
    }
    return corpus;
}

static void check_drawn(const RkScene *scene, guint number, const char *text)
{
    static const char *const formats[] = {"svg", "png", "scene-json", "pdf"};
    const char *format = formats[number % G_N_ELEMENTS(formats)];
    GError *error = NULL;
    RkRenderOptions options = {.scale = 0.2};
    g_autoptr(GBytes) bytes = rk_render(rk_renderer_find(format), scene, &options, &error);
    if (bytes == NULL) {
        g_autofree char *described = rk_error_describe(error);
        /* A picture may be too large for a format; that it is so must be said. */
        if (error->domain != RK_ERROR)
            condemn(format, described, text);
    }
    g_clear_error(&error);
}

static void check_refused(GError *error, const char *text)
{
    if (error->domain != RK_ERROR || *error->message == '\0')
        condemn("an error of nobody's", error->message, text);
    /* Of another file, that cannot be opened, there is no line to be told. */
    if (rk_error_file(error) == NULL || (rk_error_line(error) == 0 && g_str_equal(rk_error_file(error), NAME)))
        condemn("an error without a place", error->message, text);
}

/* Columns that are made on the way begin with two underscores; nobody who reads a message knows them. */
static void check_words(const GError *error, const RkDiagnostics *diagnostics, const char *text)
{
    g_autofree char *described = error == NULL ? NULL : rk_error_describe(error);
    if (described != NULL && strstr(described, "__") != NULL)
        condemn("a name of our own", described, text);
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        if (strstr(line, "__") != NULL)
            condemn("a name of our own", line, text);
    }
}

static gboolean try_one(json_t *document, guint number)
{
    g_autofree char *text = json_dumps(document, JSON_INDENT(1));
    if (g_getenv("SHOW") != NULL)
        print_message("---- %u\n%s\n", number, text);
    GError *error = NULL;
    gint64 before = g_get_monotonic_time();
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkScene) scene = try_figure(text, NAME, diagnostics, &error);
    assert_true((scene != NULL) == (error == NULL));
    check_words(error, diagnostics, text);
    if (scene != NULL)
        check_drawn(scene, number, text);
    else
        check_refused(error, text);
    g_clear_error(&error);
    if (g_get_monotonic_time() - before > SECONDS * G_USEC_PER_SEC)
        condemn("too slow", "it took longer than any may", text);
    return scene != NULL;
}

static void mutations_are_drawn_or_refused(void **state)
{
    (void)state;
    const char *seed = g_getenv("SEED"), *count = g_getenv("COUNT");
    g_autoptr(GRand) random = g_rand_new_with_seed(seed != NULL ? (guint32)atoi(seed) : 2016);
    json_t *corpus = read_corpus(g_getenv("CORPUS"));
    guint mutations = count != NULL ? (guint)atoi(count) : MUTATIONS, drawn = 0;
    for (guint i = 0; i < mutations; i++) {
        json_t *document = json_deep_copy(json_array_get(corpus, i % json_array_size(corpus)));
        invent_data(document, random);
        for (int left = g_rand_int_range(random, 1, MOST_ACCIDENTS + 1); left > 0; left--)
            mutate(document, corpus, random);
        drawn += try_one(document, i);
        json_decref(document);
    }
    json_decref(corpus);
    /* The accidents are not so bad that nothing is drawn. */
    assert_true(drawn > mutations / 10);
}

/* A key that nobody knows, in any map of a specification but its data, is refused by name and place. */
static void check_stranger(json_t *document, json_t *map, const char *path)
{
    json_object_set_new(map, STRANGER, json_integer(1));
    g_autofree char *text = json_dumps(document, JSON_INDENT(1));
    GError *error = NULL;
    g_autoptr(RkScene) scene = try_figure(text, NAME, NULL, &error);
    if (scene != NULL)
        condemn("a key that nobody knows is passed over", path, text);
    if (rk_error_line(error) == 0)
        condemn("an error without a place", error->message, text);
    g_clear_error(&error);
    json_object_del(map, STRANGER);
}

/* Maps with keys of one's own. */
static gboolean is_open(const char *key)
{
    static const char *const open[] = {"data",  "datasets", "usermeta", "range", "style", "value",  "bind",   "parse",
                                       "group", "events",   "signals",  "path",  "shape", "symbol", "format", NULL};
    return g_strv_contains(open, key);
}

/* Each kind of place once: the whole corpus says the same again and again. */
static void check_strangers(json_t *document, json_t *value, const char *path, GHashTable *seen)
{
    const char *key;
    json_t *part;
    size_t index;
    void *next;
    if (json_is_object(value) && g_hash_table_add(seen, g_strdup(path)))
        check_stranger(document, value, path);
    json_array_foreach(value, index, part)
    {
        g_autofree char *inner = g_strconcat(path, "[]", NULL);
        check_strangers(document, part, inner, seen);
    }
    json_object_foreach_safe(value, next, key, part)
    {
        g_autofree char *inner = g_strconcat(path, ".", key, NULL);
        if (!is_open(key))
            check_strangers(document, part, inner, seen);
    }
}

static void strangers_are_refused_everywhere(void **state)
{
    (void)state;
    json_t *corpus = read_corpus(g_getenv("CORPUS")), *document;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t index;
    json_array_foreach(corpus, index, document) check_strangers(document, document, "", seen);
    assert_true(g_hash_table_size(seen) > 300);
    json_decref(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mutations_are_drawn_or_refused),
        cmocka_unit_test(strangers_are_refused_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
