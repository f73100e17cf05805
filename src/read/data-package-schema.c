/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dialect and schema of a Frictionless resource as a description. What would change the meaning of cells and is not
 * done here is refused by name.
 */
#include "read/data-package-private.h"

#include <string.h>

static gboolean refuse(GError **error, const char *file, const char *what)
{
    return rk_described_refuse(error, RK_ERROR_UNSUPPORTED, file, NULL, "%s is not read", what);
}

/* Keys of a dialect whose value must be the usual one. */
static gboolean check_usual(json_t *dialect, const char *file, GError **error)
{
    static const char *const unread[] = {"escapeChar", "commentRows", "itemType", "itemKeys",    "property",
                                         "sheetName",  "sheetNumber", "table",    "nullSequence"};
    const char *quote = rk_json_text(dialect, "quoteChar");
    for (guint i = 0; i < G_N_ELEMENTS(unread); i++) {
        json_t *value = json_object_get(dialect, unread[i]);
        if (value == NULL || json_is_null(value) || (json_is_array(value) && json_array_size(value) == 0))
            continue;
        g_autofree char *what = g_strdup_printf("a dialect with \"%s\"", unread[i]);
        return refuse(error, file, what);
    }
    if (quote != NULL && strcmp(quote, "\"") != 0)
        return refuse(error, file, "a dialect with another \"quoteChar\" than \"");
    if (json_is_false(json_object_get(dialect, "doubleQuote")))
        return refuse(error, file, "a dialect without \"doubleQuote\"");
    return TRUE;
}

static gboolean read_header_rows(RkDescribed *described, json_t *dialect, const char *file, GError **error)
{
    json_t *rows = json_object_get(dialect, "headerRows");
    described->header = !json_is_false(json_object_get(dialect, "header"));
    if (rows == NULL || !described->header)
        return TRUE;
    double row = json_number_value(json_array_get(rows, 0));
    if (json_array_size(rows) != 1 || !(row >= 1 && row <= 1000) || row != (double)(guint)row)
        return refuse(error, file, "a dialect with several \"headerRows\"");
    described->skip = (guint)row - 1;
    return TRUE;
}

static gboolean read_dialect(RkDescribed *described, json_t *resource, const char *file, GError **error)
{
    json_t *dialect = json_object_get(resource, "dialect");
    const char *format = rk_json_text(resource, "format");
    gboolean tabs = format != NULL && g_ascii_strcasecmp(format, "tsv") == 0;
    if (format != NULL && !tabs && g_ascii_strcasecmp(format, "csv") != 0) {
        g_autofree char *what = g_strdup_printf("a resource of the format \"%.20s\"", format);
        return refuse(error, file, what);
    }
    if (json_is_string(dialect))
        return refuse(error, file, "a dialect in a file of its own");
    const char *comment = rk_json_text(dialect, "commentChar");
    described->comment = comment != NULL && *comment != '\0' ? g_strdup(comment) : NULL;
    if (described->comment != NULL && json_array_size(json_object_get(resource, "path")) > 1)
        return refuse(error, file, "a dialect with \"commentChar\" for several files");
    return rk_described_byte(dialect, "delimiter", tabs ? '\t' : ',', ",;|\t", &described->delimiter, file, error) &&
           check_usual(dialect, file, error) && read_header_rows(described, dialect, file, error);
}

/* Texts, or maps with `value` and `label`. */
static gboolean read_missing(RkDescribedField *field, json_t *missing, const char *file, GError **error)
{
    json_t *item;
    gsize index;
    json_array_foreach(missing, index, item)
    {
        const char *text = json_is_string(item) ? json_string_value(item) : rk_json_text(item, "value");
        if (text == NULL)
            return rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                                       "a missing value of the field \"%s\" is neither a text nor has a \"value\"",
                                       field->name);
        rk_described_add_missing(field, text, json_is_object(item) ? rk_json_text(item, "label") : NULL);
    }
    return TRUE;
}

/* The words that a field may hold: texts, or maps with `value` and `label`. */
static void read_categories(RkDescribedField *field, json_t *categories)
{
    json_t *item;
    gsize index;
    json_array_foreach(categories, index, item)
    {
        const char *text = json_is_string(item) ? json_string_value(item) : rk_json_text(item, "value");
        if (text != NULL)
            g_ptr_array_add(field->categories, g_strdup(text));
    }
}

static gboolean read_number_syntax(RkDescribed *described, RkDescribedField *added, json_t *field, gboolean *known,
                                   const char *file, GError **error)
{
    RkNumberSyntax syntax;
    if (!rk_described_byte(field, "decimalChar", '.', ".,", &syntax.decimal, file, error) ||
        !rk_described_byte(field, "groupChar", 0, ",. '_", &syntax.group, file, error))
        return FALSE;
    return rk_described_number(described, added, syntax, known, file, error);
}

static gboolean read_field(RkDescribed *described, json_t *schema, json_t *field, gboolean *known,
                           const RkJsonText *json, RkDiagnostics *diagnostics, GError **error)
{
    const char *file = rk_source_name(json->source), *name = rk_json_text(field, "name");
    json_t *missing = json_object_get(field, "missingValues");
    if (name == NULL || *name == '\0')
        return rk_described_refuse(error, RK_ERROR_DATA, file, NULL, "a field of the schema has no name");
    if (rk_described_find(described, name) >= 0)
        return rk_described_refuse(error, RK_ERROR_DATA, file, NULL, "the schema has the field \"%s\" twice", name);
    if (described->fields->len >= RK_LIMIT_COLUMNS)
        return rk_described_refuse(error, RK_ERROR_LIMIT, file, NULL, "the schema has more than %u fields",
                                   RK_LIMIT_COLUMNS);
    RkDescribedField *added = rk_described_add(described, name);
    if (!rk_package_type(added, field, json, diagnostics, error))
        return FALSE;
    added->constraints.whole = g_strcmp0(rk_json_text(field, "type"), "integer") == 0;
    added->dressed = g_strcmp0(added->parse, "number") == 0 && json_is_false(json_object_get(field, "bareNumber"));
    if (g_strcmp0(added->parse, "number") == 0 && !read_number_syntax(described, added, field, known, file, error))
        return FALSE;
    read_categories(added, json_object_get(field, "categories"));
    if (!read_missing(added, missing != NULL ? missing : json_object_get(schema, "missingValues"), file, error))
        return FALSE;
    /* Numbers may be written NaN, which says that there is none. */
    if (g_strcmp0(added->parse, "number") == 0)
        rk_described_add_missing(added, "NaN", NULL);
    return rk_package_constrain(added, json_object_get(field, "constraints"), file, diagnostics, error);
}

static gboolean read_match(RkDescribed *described, json_t *schema, const char *file, GError **error)
{
    static const char *const words[] = {[RK_MATCH_EXACT] = "exact",
                                        [RK_MATCH_EQUAL] = "equal",
                                        [RK_MATCH_SUBSET] = "subset",
                                        [RK_MATCH_SUPERSET] = "superset",
                                        [RK_MATCH_PARTIAL] = "partial"};
    json_t *value = json_object_get(schema, "fieldsMatch");
    /* The second version began with a list of one word. */
    const char *word = json_string_value(json_is_array(value) ? json_array_get(value, 0) : value);
    if (value == NULL)
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strcmp0(word, words[i]) == 0) {
            described->match = (RkFieldsMatch)i;
            return TRUE;
        }
    return rk_described_refuse(error, RK_ERROR_DATA, file, "exact, equal, subset, superset or partial",
                               "the schema's fieldsMatch \"%.20s\" is not known", word != NULL ? word : "");
}

static gboolean read_schema(RkDescribed *described, json_t *schema, const RkJsonText *json, RkDiagnostics *diagnostics,
                            GError **error)
{
    const char *file = rk_source_name(json->source);
    json_t *field;
    gsize index;
    gboolean known = FALSE;
    if (json_is_string(schema))
        return refuse(error, file, "a schema in a file of its own");
    json_array_foreach(json_object_get(schema, "fields"), index, field)
    {
        if (!read_field(described, schema, field, &known, json, diagnostics, error))
            return FALSE;
    }
    return rk_described_key(described, json_object_get(schema, "primaryKey"), file, error) &&
           read_match(described, schema, file, error);
}

RkDescribed *rk_package_describe(json_t *resource, const RkJsonText *json, RkDiagnostics *diagnostics, GError **error)
{
    const char *file = rk_source_name(json->source);
    g_autoptr(RkDescribed) described = rk_described_new();
    described->encoding = g_strdup(rk_json_text(resource, "encoding"));
    if (!read_dialect(described, resource, file, error) ||
        !read_schema(described, json_object_get(resource, "schema"), json, diagnostics, error))
        return NULL;
    return g_steal_pointer(&described);
}
