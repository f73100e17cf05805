/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Types of fields in data packages. A word that is no type is refused with the nearest one, for what it was meant to be
 * cannot be known; a type whose values have no place in a table is told, and its cells stay texts.
 */
#include "read/data-package-private.h"

#include "base/shape.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *parse; /* as in format.parse; NULL: the cells say what they are */
    gboolean dates;    /* `format` says how they are written */
    gboolean foreign;  /* no column holds such values */
} Type;

static const Type types[] = {
    {"number", "number", FALSE, FALSE},   {"integer", "number", FALSE, FALSE}, {"string", "string", FALSE, FALSE},
    {"boolean", "boolean", FALSE, FALSE}, {"year", "date", TRUE, FALSE},       {"yearmonth", "date", TRUE, FALSE},
    {"date", "date", TRUE, FALSE},        {"datetime", "date", TRUE, FALSE},   {"any", NULL, FALSE, FALSE},
    {"time", "string", FALSE, TRUE},      {"duration", "string", FALSE, TRUE}, {"object", "string", FALSE, TRUE},
    {"array", "string", FALSE, TRUE},     {"list", "string", FALSE, TRUE},     {"geopoint", "string", FALSE, TRUE},
    {"geojson", "string", FALSE, TRUE}};

static gboolean refuse_type(const RkDescribedField *field, json_t *type, const RkJsonText *json, GError **error)
{
    const char *names[G_N_ELEMENTS(types) + 1] = {NULL}, *word = json_string_value(type);
    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        names[i] = types[i].name;
    if (word == NULL)
        return rk_json_refuse(error, RK_ERROR_DATA, json, type, NULL, "the type of the field \"%s\" is no text",
                              field->name);
    const char *nearest = rk_nearest_word(word, names);
    g_autofree char *all = g_strjoinv(", ", (char **)names);
    g_autofree char *hint =
        nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : g_strdup_printf("there are: %s", all);
    return rk_json_refuse(error, RK_ERROR_DATA, json, type, hint, "the type \"%.40s\" of the field \"%s\" is not known",
                          word, field->name);
}

static void add_texts(GPtrArray *list, json_t *texts, const char *const *otherwise)
{
    json_t *item;
    gsize index;
    for (guint i = 0; texts == NULL && otherwise[i] != NULL; i++)
        g_ptr_array_add(list, g_strdup(otherwise[i]));
    json_array_foreach(texts, index, item)
    {
        if (json_is_string(item))
            g_ptr_array_add(list, g_strdup(json_string_value(item)));
    }
}

static void read_truth(RkDescribedField *field, json_t *described)
{
    static const char *const yes[] = {"true", "True", "TRUE", "1", NULL}, *const no[] = {"false", "False", "FALSE", "0",
                                                                                         NULL};
    add_texts(field->yes, json_object_get(described, "trueValues"), yes);
    add_texts(field->no, json_object_get(described, "falseValues"), no);
}

/* How dates are written; "any" leaves it to the cells. */
static void read_dates(RkDescribedField *field, const char *format)
{
    if (format == NULL || strcmp(format, "default") == 0)
        return;
    if (strcmp(format, "any") != 0)
        field->pattern = g_strdup_printf("date:'%s'", g_str_has_prefix(format, "fmt:") ? format + 4 : format);
    field->parse = field->pattern;
}

static const Type *find_type(const char *name)
{
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS(types); i++)
        if (strcmp(types[i].name, name) == 0)
            return &types[i];
    return NULL;
}

gboolean rk_package_type(RkDescribedField *field, json_t *described, const RkJsonText *json, RkDiagnostics *diagnostics,
                         GError **error)
{
    json_t *name = json_object_get(described, "type");
    const Type *type = find_type(json_string_value(name));
    /* Nothing is said. */
    if (name == NULL || json_is_null(name))
        return TRUE;
    if (type == NULL)
        return refuse_type(field, name, json, error);
    field->parse = type->parse;
    if (type->dates)
        read_dates(field, rk_json_text(described, "format"));
    if (strcmp(type->name, "boolean") == 0)
        read_truth(field, described);
    if (type->foreign)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_json_place(json, name), NULL,
                           "no column holds values of the type \"%s\": those of the field \"%s\" are kept as texts",
                           type->name, field->name);
    return TRUE;
}
