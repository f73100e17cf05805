/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Datatypes of CSVW columns. A word that is no datatype is refused with the nearest one, for what it was meant to be
 * cannot be known; a datatype or a pattern of dates that is not read is told, and its cells stay texts.
 */
#include "read/csvw-private.h"

#include "base/shape.h"

#include <string.h>

typedef enum { NUMBERS, TIMES, TEXTS, TRUTH, ANYTHING, FOREIGN } Kind;

static const struct {
    const char *name;
    Kind kind;
} types[] = {{"number", NUMBERS},
             {"decimal", NUMBERS},
             {"integer", NUMBERS},
             {"double", NUMBERS},
             {"float", NUMBERS},
             {"long", NUMBERS},
             {"int", NUMBERS},
             {"short", NUMBERS},
             {"byte", NUMBERS},
             {"unsignedLong", NUMBERS},
             {"unsignedInt", NUMBERS},
             {"unsignedShort", NUMBERS},
             {"unsignedByte", NUMBERS},
             {"nonNegativeInteger", NUMBERS},
             {"positiveInteger", NUMBERS},
             {"nonPositiveInteger", NUMBERS},
             {"negativeInteger", NUMBERS},
             {"date", TIMES},
             {"dateTime", TIMES},
             {"datetime", TIMES},
             {"dateTimeStamp", TIMES},
             {"gYear", TIMES},
             {"gYearMonth", TIMES},
             {"string", TEXTS},
             {"normalizedString", TEXTS},
             {"token", TEXTS},
             {"language", TEXTS},
             {"Name", TEXTS},
             {"NMTOKEN", TEXTS},
             {"anyURI", TEXTS},
             {"QName", TEXTS},
             {"xml", TEXTS},
             {"html", TEXTS},
             {"json", TEXTS},
             {"boolean", TRUTH},
             {"any", ANYTHING},
             {"anyAtomicType", ANYTHING},
             {"time", FOREIGN},
             {"duration", FOREIGN},
             {"dayTimeDuration", FOREIGN},
             {"yearMonthDuration", FOREIGN},
             {"gDay", FOREIGN},
             {"gMonth", FOREIGN},
             {"gMonthDay", FOREIGN},
             {"binary", FOREIGN},
             {"base64Binary", FOREIGN},
             {"hexBinary", FOREIGN}};

/* A column whose datatype is read. */
typedef struct {
    RkDescribed *described;
    RkDescribedField *field;
    json_t *datatype;
    const RkJsonText *json;
    RkDiagnostics *diagnostics;
} Typing;

static gboolean refuse_type(const Typing *typing, json_t *base, GError **error)
{
    const char *names[G_N_ELEMENTS(types) + 1] = {NULL}, *word = json_string_value(base);
    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        names[i] = types[i].name;
    if (word == NULL)
        return rk_json_refuse(error, RK_ERROR_DATA, typing->json, base, NULL,
                              "the datatype of the column \"%s\" is no text", typing->field->name);
    const char *nearest = rk_nearest_word(word, names);
    g_autofree char *hint = nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : NULL;
    return rk_json_refuse(error, RK_ERROR_DATA, typing->json, base, hint,
                          "the datatype \"%.40s\" of the column \"%s\" is not known", word, typing->field->name);
}

static void keep_texts(const Typing *typing, json_t *node, const char *why)
{
    typing->field->parse = "string";
    rk_diagnostics_add(typing->diagnostics, RK_SEVERITY_WARNING, rk_json_place(typing->json, node), NULL,
                       "%s: the cells of the column \"%s\" are kept as texts", why, typing->field->name);
}

static gboolean read_numbers(const Typing *typing, gboolean *known, GError **error)
{
    RkNumberSyntax syntax;
    const char *file = rk_source_name(typing->json->source);
    json_t *format = json_object_get(typing->datatype, "format");
    const char *pattern = json_is_string(format) ? json_string_value(format) : rk_json_text(format, "pattern");
    typing->field->parse = "number";
    if (!rk_described_byte(format, "decimalChar", '.', ".,", &syntax.decimal, file, error) ||
        !rk_described_byte(format, "groupChar", 0, ",. '_", &syntax.group, file, error))
        return FALSE;
    /* A pattern with separators and no groupChar means the usual comma. */
    if (syntax.group == 0 && pattern != NULL && strchr(pattern, ',') != NULL)
        syntax.group = ',';
    if (!rk_described_number(typing->described, typing->field, syntax, known, file, error))
        return FALSE;
    typing->field->percent = pattern != NULL && (strchr(pattern, '%') != NULL || strstr(pattern, "\u2030") != NULL);
    return TRUE;
}

/* The directive for so many of a letter of a pattern; NULL for none. */
static const char *directive_of(char letter, gsize count)
{
    static const struct {
        char letter;
        gsize least, most;
        const char *directive;
    } parts[] = {{'y', 4, 4, "%Y"}, {'M', 1, 2, "%m"}, {'d', 1, 2, "%d"},
                 {'H', 1, 2, "%H"}, {'m', 1, 2, "%M"}, {'s', 1, 2, "%S"}};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].letter == letter && count >= parts[i].least && count <= parts[i].most)
            return parts[i].directive;
    return NULL;
}

/* "dd.MM.yyyy" → "%d.%m.%Y"; NULL when it asks for more. Free with g_free(). */
static char *directives_of(const char *pattern)
{
    g_autoptr(GString) text = g_string_new(NULL);
    while (*pattern != '\0') {
        gsize count = strspn(pattern, (char[]){*pattern, '\0'});
        const char *directive = directive_of(*pattern, count);
        if (directive != NULL)
            g_string_append(text, directive);
        else if (*pattern == 'T' || strchr("-/.: ", *pattern) != NULL)
            g_string_append_len(text, pattern, (gssize)count);
        else
            return NULL;
        pattern += count;
    }
    return g_strdup(text->str);
}

static void read_times(const Typing *typing)
{
    json_t *format = json_object_get(typing->datatype, "format");
    const char *pattern = json_string_value(format);
    typing->field->parse = "date";
    if (format == NULL)
        return;
    g_autofree char *directives = pattern != NULL ? directives_of(pattern) : NULL;
    if (directives == NULL) {
        g_autofree char *why =
            g_strdup_printf("the pattern of dates \"%.40s\" is not read", pattern != NULL ? pattern : "");
        keep_texts(typing, format, why);
        return;
    }
    typing->field->pattern = g_strdup_printf("date:'%s'", directives);
    typing->field->parse = typing->field->pattern;
}

static void add_texts(GPtrArray *list, const char *first, const char *second)
{
    g_ptr_array_add(list, g_strdup(first));
    g_ptr_array_add(list, g_strdup(second));
}

/* "Y|N": what true and false are written as. */
static gboolean read_truth(const Typing *typing, GError **error)
{
    json_t *node = json_object_get(typing->datatype, "format");
    const char *format = json_string_value(node), *bar = format != NULL ? strchr(format, '|') : NULL;
    typing->field->parse = "boolean";
    if (node == NULL) {
        add_texts(typing->field->yes, "true", "1");
        add_texts(typing->field->no, "false", "0");
        return TRUE;
    }
    if (bar == NULL || bar == format || bar[1] == '\0')
        return rk_json_refuse(error, RK_ERROR_DATA, typing->json, node,
                              "write what is true, a bar, what is false: \"Y|N\"",
                              "the format \"%.20s\" of the column \"%s\" does not part true from false",
                              format != NULL ? format : "", typing->field->name);
    g_ptr_array_add(typing->field->yes, g_strndup(format, (gsize)(bar - format)));
    g_ptr_array_add(typing->field->no, g_strdup(bar + 1));
    return TRUE;
}

static gboolean read_kind(const Typing *typing, Kind kind, json_t *base, gboolean *known, GError **error)
{
    switch (kind) {
    case NUMBERS:
        return read_numbers(typing, known, error);
    case TRUTH:
        return read_truth(typing, error);
    case TIMES:
        read_times(typing);
        return TRUE;
    case FOREIGN: {
        g_autofree char *why =
            g_strdup_printf("no column holds values of the datatype \"%s\"", json_string_value(base));
        keep_texts(typing, base, why);
        return TRUE;
    }
    case TEXTS:
        typing->field->parse = "string";
        return TRUE;
    case ANYTHING:
        return TRUE;
    }
    return TRUE;
}

gboolean rk_csvw_type(RkDescribed *described, RkDescribedField *field, json_t *datatype, gboolean *known,
                      const RkJsonText *json, RkDiagnostics *diagnostics, GError **error)
{
    const Typing typing = {described, field, datatype, json, diagnostics};
    json_t *base = json_is_object(datatype) ? json_object_get(datatype, "base") : datatype;
    if (base == NULL)
        return read_kind(&typing, TEXTS, base, known, error);
    for (guint i = 0; json_is_string(base) && i < G_N_ELEMENTS(types); i++)
        if (strcmp(types[i].name, json_string_value(base)) == 0)
            return read_kind(&typing, types[i].kind, base, known, error);
    return refuse_type(&typing, base, error);
}
