/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dialect and columns of CSVW metadata as a description. What would change the meaning of cells and is not done here is
 * refused by name.
 */
#include "read/csvw-private.h"

#include <string.h>

static gboolean refuse(GError **error, const char *file, const char *what)
{
    return rk_described_refuse(error, RK_ERROR_UNSUPPORTED, file, NULL, "%s is not read", what);
}

/* A whole number of the dialect, from 0 to 1000; -1 for anything else. */
static int whole_number(json_t *dialect, const char *key, int otherwise)
{
    json_t *value = json_object_get(dialect, key);
    double number = json_is_number(value) ? json_number_value(value) : value == NULL ? otherwise : -1;
    return number >= 0 && number <= 1000 && number == (double)(int)number ? (int)number : -1;
}

static gboolean read_dialect(RkDescribed *described, json_t *dialect, const char *file, GError **error)
{
    const char *quote = rk_json_text(dialect, "quoteChar");
    gboolean header = !json_is_false(json_object_get(dialect, "header"));
    int rows = whole_number(dialect, "headerRowCount", header ? 1 : 0);
    int skip = whole_number(dialect, "skipRows", 0);
    if (json_is_string(dialect))
        return refuse(error, file, "a dialect in a file of its own");
    if (json_object_get(dialect, "quoteChar") != NULL && g_strcmp0(quote, "\"") != 0)
        return refuse(error, file, "a dialect with another \"quoteChar\" than \"");
    if (json_is_false(json_object_get(dialect, "doubleQuote")))
        return refuse(error, file, "a dialect without \"doubleQuote\"");
    if (rows < 0 || rows > 1 || skip < 0 || whole_number(dialect, "skipColumns", 0) != 0)
        return refuse(error, file, "a dialect with several header rows, or with columns to skip,");
    json_t *comment = json_object_get(dialect, "commentPrefix");
    described->comment = json_is_null(comment) ? NULL : g_strdup(comment == NULL ? "#" : json_string_value(comment));
    described->header = rows == 1;
    described->skip = (guint)skip;
    described->encoding = g_strdup(rk_json_text(dialect, "encoding"));
    return rk_described_byte(dialect, "delimiter", ',', ",;|\t", &described->delimiter, file, error);
}

/* A property that columns inherit from their schema and table. */
static json_t *inherited(json_t *const *levels, const char *key)
{
    for (guint i = 0; i < 4; i++)
        if (json_object_get(levels[i], key) != NULL)
            return json_object_get(levels[i], key);
    return NULL;
}

/* A text, a list of texts, or a map of languages to these. */
static void add_titles(RkDescribedField *field, json_t *titles, guint depth)
{
    json_t *item;
    gsize index;
    const char *language;
    if (json_is_string(titles))
        g_ptr_array_add(field->titles, g_strdup(json_string_value(titles)));
    json_array_foreach(titles, index, item)
    {
        if (json_is_string(item))
            g_ptr_array_add(field->titles, g_strdup(json_string_value(item)));
    }
    json_object_foreach(titles, language, item)
    {
        if (depth == 0)
            add_titles(field, item, 1);
    }
}

static void add_nulls(RkDescribedField *field, json_t *null)
{
    json_t *item;
    gsize index;
    if (json_is_string(null))
        rk_described_add_missing(field, json_string_value(null), NULL);
    json_array_foreach(null, index, item)
    {
        if (json_is_string(item))
            rk_described_add_missing(field, json_string_value(item), NULL);
    }
}

/* Facets of a datatype, of which others than rules are known by rk_csvw_type(). */
static gboolean read_rules(RkDescribedField *field, json_t *datatype, const char *file, GError **error)
{
    const char *key, *pattern = rk_json_text(datatype, "format");
    gboolean known;
    json_t *value;
    json_object_foreach(datatype, key, value)
    {
        if (!rk_described_rule(field, key, value, &known) && known)
            return rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                                       "the rule %s of the column \"%s\" is neither a text nor a number that it can be",
                                       key, field->name);
    }
    const char *base = rk_json_text(datatype, "base");
    if (pattern == NULL || (base != NULL && strcmp(base, "string") != 0) ||
        rk_constraints_pattern(&field->constraints, pattern))
        return TRUE;
    return rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                               "the format of the column \"%s\" is no regular expression", field->name);
}

/* Lists within cells, and values for empty ones. */
static gboolean read_cells(RkDescribedField *field, json_t *const *levels, const char *file, RkDiagnostics *diagnostics,
                           GError **error)
{
    const char *separator = json_string_value(inherited(levels, "separator"));
    const char *otherwise = json_string_value(inherited(levels, "default"));
    field->constraints.required = json_is_true(inherited(levels, "required"));
    if (otherwise != NULL && *otherwise != '\0') {
        g_autofree char *what = g_strdup_printf("the column \"%s\", which has a \"default\",", field->name);
        return refuse(error, file, what);
    }
    if (separator == NULL)
        return TRUE;
    field->parse = "string";
    rk_diagnostics_add(
        diagnostics, RK_SEVERITY_WARNING, (RkPlace){file, 0, 0}, NULL,
        "the cells of the column \"%s\" are lists with \"%.20s\" between their items: each is kept as one "
        "text",
        field->name, separator);
    return TRUE;
}

static gboolean read_column(RkDescribed *described, json_t *const *levels, gsize number, gboolean *known,
                            const RkJsonText *json, RkDiagnostics *diagnostics, GError **error)
{
    const char *file = rk_source_name(json->source);
    json_t *titles = json_object_get(levels[0], "titles");
    const char *name = rk_json_text(levels[0], "name");
    g_autofree char *made = g_strdup_printf("_col.%" G_GSIZE_FORMAT, number);
    if (json_is_true(json_object_get(levels[0], "virtual")))
        return TRUE;
    if (name == NULL)
        name = json_is_string(titles) ? json_string_value(titles) : json_string_value(json_array_get(titles, 0));
    name = name != NULL ? name : made;
    if (*name == '\0' || rk_described_find(described, name) >= 0)
        return rk_described_refuse(error, RK_ERROR_DATA, file, NULL, "the metadata have the column \"%s\" twice", name);
    if (described->fields->len >= RK_LIMIT_COLUMNS)
        return rk_described_refuse(error, RK_ERROR_LIMIT, file, NULL, "the metadata have more than %u columns",
                                   RK_LIMIT_COLUMNS);
    RkDescribedField *field = rk_described_add(described, name);
    add_titles(field, titles, 0);
    add_nulls(field, inherited(levels, "null"));
    json_t *datatype = inherited(levels, "datatype");
    gboolean list = inherited(levels, "separator") != NULL;
    /* The type of a list is that of its items. */
    return (list || (rk_csvw_type(described, field, datatype, known, json, diagnostics, error) &&
                     read_rules(field, datatype, file, error))) &&
           read_cells(field, levels, file, diagnostics, error);
}

RkDescribed *rk_csvw_describe(const RkJsonText *json, json_t *table, RkDiagnostics *diagnostics, GError **error)
{
    const char *file = rk_source_name(json->source);
    json_t *root = json->root;
    g_autoptr(RkDescribed) described = rk_described_new();
    json_t *dialect = json_object_get(table, "dialect");
    json_t *schema = json_object_get(table, "tableSchema");
    json_t *column;
    gsize index;
    gboolean known = FALSE;
    if (!read_dialect(described, dialect != NULL ? dialect : json_object_get(root, "dialect"), file, error))
        return NULL;
    if (json_is_string(schema)) {
        refuse(error, file, "a schema in a file of its own");
        return NULL;
    }
    json_array_foreach(json_object_get(schema, "columns"), index, column)
    {
        json_t *levels[] = {column, schema, table, root};
        if (!read_column(described, levels, index + 1, &known, json, diagnostics, error))
            return NULL;
    }
    if (!rk_described_key(described, json_object_get(schema, "primaryKey"), file, error))
        return NULL;
    return g_steal_pointer(&described);
}
