/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From options to the `format` map of a reader. What the words mean, and whether they may stand there, is the reader's
 * business: nothing is checked twice.
 */
#include "cli/reading.h"

#include <string.h>

void rk_reading_clear(RkReading *reading)
{
    g_clear_pointer(&reading->decimal, g_free);
    g_clear_pointer(&reading->delimiter, g_free);
    g_clear_pointer(&reading->encoding, g_free);
    g_clear_pointer(&reading->property, g_free);
    g_clear_pointer(&reading->dataset, g_free);
    g_clear_pointer(&reading->resource, g_free);
    g_clear_pointer(&reading->missing, g_strfreev);
    g_clear_pointer(&reading->parse, g_strfreev);
}

GOptionEntry *rk_reading_entries(const GOptionEntry *entries, RkReading *reading)
{
    const GOptionEntry own[] = {
        {"decimal", 0, 0, G_OPTION_ARG_FILENAME, &reading->decimal, "The decimal mark of DATA: . (default) or ,",
         "CHAR"},
        {"delimiter", 0, 0, G_OPTION_ARG_FILENAME, &reading->delimiter,
         "What parts the cells of DATA, \\t for a tab (default: found by looking)", "CHAR"},
        {"encoding", 0, 0, G_OPTION_ARG_FILENAME, &reading->encoding, "The encoding of DATA (default: UTF-8)", "NAME"},
        {"property", 0, 0, G_OPTION_ARG_FILENAME, &reading->property,
         "The path of names to the array of records in JSON, parted by points", "PATH"},
        {"dataset", 0, 0, G_OPTION_ARG_FILENAME, &reading->dataset, "Which data set of a JSON-stat bundle is read",
         "NAME"},
        {"resource", 0, 0, G_OPTION_ARG_FILENAME, &reading->resource, "Which resource of a data package is read",
         "NAME"},
        {"missing", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &reading->missing,
         "What stands for a missing number in DATA; may be given several times", "TEXT"},
        {"parse", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &reading->parse,
         "The type of a column: number, boolean, date, time or string; may be given several times", "COLUMN=TYPE"},
        G_OPTION_ENTRY_NULL,
    };
    GArray *all = g_array_new(FALSE, FALSE, sizeof(GOptionEntry));
    while (entries->long_name != NULL)
        g_array_append_vals(all, entries++, 1);
    g_array_append_vals(all, own, G_N_ELEMENTS(own));
    return (GOptionEntry *)(gpointer)g_array_free(all, FALSE);
}

static void put_text(RkDocument *document, RkValue *map, const char *key, const char *option, const char *words)
{
    RkPlace place = {option, 0, 0};
    if (words != NULL)
        rk_value_put(document, map, key, place, rk_document_text(document, place, words));
}

static void put_missing(RkDocument *document, RkValue *map, char **words)
{
    RkPlace place = {"--missing", 0, 0};
    RkValue *list = rk_document_list(document, place);
    for (guint i = 0; words != NULL && words[i] != NULL; i++)
        rk_value_append(list, rk_document_text(document, place, words[i]));
    if (words != NULL)
        rk_value_put(document, map, "missing", place, list);
}

/* The name of a column may hold a sign of equality, a type does not. */
static gboolean put_types(RkDocument *document, RkValue *map, char **types, GError **error)
{
    RkPlace place = {"--parse", 0, 0};
    RkValue *parse = rk_document_map(document, place);
    for (guint i = 0; types != NULL && types[i] != NULL; i++) {
        const char *sign = strrchr(types[i], '=');
        if (sign == NULL || sign == types[i]) {
            rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, "for example --parse code=string",
                         "--parse \"%s\" is no column with a type", types[i]);
            return FALSE;
        }
        g_autofree char *column = g_strndup(types[i], (gsize)(sign - types[i]));
        put_text(document, parse, column, "--parse", sign + 1);
    }
    if (types != NULL)
        rk_value_put(document, map, "parse", place, parse);
    return TRUE;
}

gboolean rk_reading_format(const RkReading *reading, RkDocument **format, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    const char *delimiter = g_strcmp0(reading->delimiter, "\\t") == 0 ? "\t" : reading->delimiter;
    *format = NULL;
    /* A delimiter that is said need not be one that would be found. */
    put_text(document, map, "type", "--delimiter", delimiter == NULL ? NULL : "dsv");
    put_text(document, map, "delimiter", "--delimiter", delimiter);
    put_text(document, map, "decimal", "--decimal", reading->decimal);
    put_text(document, map, "encoding", "--encoding", reading->encoding);
    put_text(document, map, "property", "--property", reading->property);
    put_text(document, map, "dataset", "--dataset", reading->dataset);
    put_text(document, map, "resource", "--resource", reading->resource);
    put_missing(document, map, reading->missing);
    if (!put_types(document, map, reading->parse, error))
        return FALSE;
    rk_document_set_root(document, map);
    if (rk_value_length(map) > 0)
        *format = g_steal_pointer(&document);
    return TRUE;
}

static void add_word(GString *text, const char *option, const char *word)
{
    if (word == NULL)
        return;
    g_autofree char *quoted = g_shell_quote(word);
    gboolean plain = *word != '\0' && strspn(word, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-.,=/") == strlen(word);
    g_string_append_printf(text, " --%s %s", option, plain ? word : quoted);
}

char *rk_reading_words(const RkReading *reading)
{
    GString *text = g_string_new(NULL);
    add_word(text, "decimal", reading->decimal);
    add_word(text, "delimiter", reading->delimiter);
    add_word(text, "encoding", reading->encoding);
    add_word(text, "property", reading->property);
    add_word(text, "dataset", reading->dataset);
    add_word(text, "resource", reading->resource);
    for (guint i = 0; reading->missing != NULL && reading->missing[i] != NULL; i++)
        add_word(text, "missing", reading->missing[i]);
    for (guint i = 0; reading->parse != NULL && reading->parse[i] != NULL; i++)
        add_word(text, "parse", reading->parse[i]);
    return g_string_free(text, FALSE);
}

static void add_options(GString *text, const char *hint)
{
    static const struct {
        const char *key, *option;
    } keys[] = {
        {"format.decimal", "decimal"},   {"format.delimiter", "delimiter"}, {"format.encoding", "encoding"},
        {"format.property", "property"}, {"format.dataset", "dataset"},     {"format.resource", "resource"},
        {"format.missing", "missing"},   {"format.parse", "parse"},         {"format.type: csv", "delimiter ,"}};
    const char *between = "; the option is";
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (strstr(hint, keys[i].key) == NULL)
            continue;
        g_string_append_printf(text, "%s --%s", between, keys[i].option);
        between = ",";
    }
}

void rk_reading_explain(GError **error)
{
    if (error == NULL || *error == NULL || (*error)->domain != RK_ERROR)
        return;
    const char *hint = rk_error_hint(*error), *file = rk_error_file(*error);
    gboolean of_option = file != NULL && g_str_has_prefix(file, "--");
    if (hint == NULL && !of_option)
        return;
    g_autoptr(GError) plain = g_steal_pointer(error);
    g_autoptr(GString) longer = g_string_new(hint);
    RkPlace place = {file, rk_error_line(plain), rk_error_column(plain)};
    if (hint != NULL)
        add_options(longer, hint);
    rk_error_set(error, of_option ? RK_ERROR_USAGE : (RkErrorCode)plain->code, place, hint == NULL ? NULL : longer->str,
                 "%s", plain->message);
}
