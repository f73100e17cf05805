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

static const char *parse_of(const char *base, gboolean formatted)
{
    static const char *const numbers[] = {"number",
                                          "decimal",
                                          "integer",
                                          "double",
                                          "float",
                                          "long",
                                          "int",
                                          "short",
                                          "byte",
                                          "unsignedLong",
                                          "unsignedInt",
                                          "unsignedShort",
                                          "unsignedByte",
                                          "nonNegativeInteger",
                                          "positiveInteger",
                                          "nonPositiveInteger",
                                          "negativeInteger",
                                          NULL};
    static const char *const times[] = {"date", "dateTime", "datetime", "dateTimeStamp", "gYear", "gYearMonth", NULL};
    if (base == NULL || strcmp(base, "string") == 0)
        return "string";
    if (g_strv_contains(numbers, base))
        return "number";
    if (g_strv_contains(times, base))
        return formatted ? "string" : "date";
    /* Any type at all: the cells say which. */
    if (strcmp(base, "anyAtomicType") == 0 || strcmp(base, "any") == 0)
        return NULL;
    return strcmp(base, "boolean") == 0 && !formatted ? NULL : "string";
}

static gboolean read_number_format(RkDescribed *described, RkDescribedField *field, json_t *format, gboolean *known,
                                   const char *file, GError **error)
{
    RkNumberSyntax syntax;
    const char *pattern = json_is_string(format) ? json_string_value(format) : rk_json_text(format, "pattern");
    if (!rk_described_byte(format, "decimalChar", '.', ".,", &syntax.decimal, file, error) ||
        !rk_described_byte(format, "groupChar", 0, ",. '_", &syntax.group, file, error))
        return FALSE;
    /* A pattern with separators and no groupChar means the usual comma. */
    if (syntax.group == 0 && pattern != NULL && strchr(pattern, ',') != NULL)
        syntax.group = ',';
    if (!rk_described_number(described, field, syntax, known, file, error))
        return FALSE;
    field->percent = pattern != NULL && (strchr(pattern, '%') != NULL || strstr(pattern, "\u2030") != NULL);
    return TRUE;
}

/* "Y|N": what true and false are written as. */
static gboolean read_boolean_format(RkDescribedField *field, const char *format, const char *file, GError **error)
{
    const char *bar = format != NULL ? strchr(format, '|') : NULL;
    if (format == NULL)
        return TRUE;
    if (bar == NULL || bar == format || bar[1] == '\0')
        return rk_described_refuse(error, RK_ERROR_DATA, file, "write what is true, a bar, what is false: \"Y|N\"",
                                   "the format \"%.20s\" of the column \"%s\" does not part true from false", format,
                                   field->name);
    g_ptr_array_add(field->yes, g_strndup(format, (gsize)(bar - format)));
    g_ptr_array_add(field->no, g_strdup(bar + 1));
    field->parse = "boolean";
    return TRUE;
}

static gboolean read_type(RkDescribed *described, RkDescribedField *field, json_t *datatype, gboolean *known,
                          const char *file, GError **error)
{
    const char *base = json_is_string(datatype) ? json_string_value(datatype) : rk_json_text(datatype, "base");
    json_t *format = json_object_get(datatype, "format");
    field->parse = parse_of(base, format != NULL);
    if (g_strcmp0(base, "boolean") == 0 && !read_boolean_format(field, json_string_value(format), file, error))
        return FALSE;
    return g_strcmp0(field->parse, "number") != 0 || read_number_format(described, field, format, known, file, error);
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

/* Facets of a datatype, of which others than rules are known by read_type(). */
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
                            const char *file, RkDiagnostics *diagnostics, GError **error)
{
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
    return (list ||
            (read_type(described, field, datatype, known, file, error) && read_rules(field, datatype, file, error))) &&
           read_cells(field, levels, file, diagnostics, error);
}

RkDescribed *rk_csvw_describe(json_t *root, json_t *table, const char *file, RkDiagnostics *diagnostics, GError **error)
{
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
        if (!read_column(described, levels, index + 1, &known, file, diagnostics, error))
            return NULL;
    }
    if (!rk_described_key(described, json_object_get(schema, "primaryKey"), file, error))
        return NULL;
    return g_steal_pointer(&described);
}
