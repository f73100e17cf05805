/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A description and its parts. Nothing is read here.
 */
#include "read/described-private.h"

#include <string.h>

static void field_free(gpointer data)
{
    RkDescribedField *field = data;
    g_free(field->name);
    g_ptr_array_unref(field->titles);
    g_ptr_array_unref(field->missing);
    g_ptr_array_unref(field->labels);
    g_ptr_array_unref(field->categories);
    g_ptr_array_unref(field->yes);
    g_ptr_array_unref(field->no);
    g_free(field->pattern);
    rk_constraints_clear(&field->constraints);
    g_free(field);
}

RkDescribed *rk_described_new(void)
{
    RkDescribed *described = g_new0(RkDescribed, 1);
    described->delimiter = ',';
    described->number = RK_NUMBER_SYNTAX_PLAIN;
    described->header = TRUE;
    described->fields = g_ptr_array_new_with_free_func(field_free);
    described->key = g_ptr_array_new_with_free_func(g_free);
    return described;
}

void rk_described_free(RkDescribed *described)
{
    if (described == NULL)
        return;
    g_ptr_array_unref(described->fields);
    g_ptr_array_unref(described->key);
    g_free(described->encoding);
    g_free(described->comment);
    g_free(described);
}

RkDescribedField *rk_described_add(RkDescribed *described, const char *name)
{
    RkDescribedField *field = g_new0(RkDescribedField, 1);
    field->name = g_strdup(name);
    field->titles = g_ptr_array_new_with_free_func(g_free);
    field->missing = g_ptr_array_new_with_free_func(g_free);
    field->labels = g_ptr_array_new_with_free_func(g_free);
    field->categories = g_ptr_array_new_with_free_func(g_free);
    field->yes = g_ptr_array_new_with_free_func(g_free);
    field->no = g_ptr_array_new_with_free_func(g_free);
    field->number = RK_NUMBER_SYNTAX_PLAIN;
    g_ptr_array_add(described->fields, field);
    return field;
}

void rk_described_add_missing(RkDescribedField *field, const char *text, const char *label)
{
    g_ptr_array_add(field->missing, g_strdup(text));
    g_ptr_array_add(field->labels, g_strdup(label));
    field->labelled = field->labelled || label != NULL;
}

gint rk_described_find(const RkDescribed *described, const char *header)
{
    for (guint i = 0; i < described->fields->len; i++) {
        const RkDescribedField *field = described->fields->pdata[i];
        if (strcmp(field->name, header) == 0 ||
            g_ptr_array_find_with_equal_func(field->titles, header, g_str_equal, NULL))
            return (gint)i;
    }
    return -1;
}

gboolean rk_described_is_special(const RkDescribedField *field)
{
    return field->percent || field->dressed || field->apart || field->yes->len > 0 || field->no->len > 0 ||
           (field->labelled && g_strcmp0(field->parse, "number") == 0);
}

gboolean rk_described_refuse(GError **error, RkErrorCode code, const char *file, const char *hint, const char *format,
                             ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    rk_error_set(error, code, (RkPlace){file, 0, 0}, hint, "%s", message);
    return FALSE;
}

gboolean rk_described_number(RkDescribed *described, RkDescribedField *field, RkNumberSyntax number, gboolean *known,
                             const char *file, GError **error)
{
    if (number.group == number.decimal)
        return rk_described_refuse(error, RK_ERROR_DATA, file, "give one of them another character",
                                   "decimalChar and groupChar of the column \"%s\" are the same", field->name);
    if (!*known)
        described->number = number;
    *known = TRUE;
    field->number = number;
    field->apart = number.decimal != described->number.decimal || number.group != described->number.group;
    return TRUE;
}

gboolean rk_described_byte(const json_t *dialect, const char *key, char otherwise, const char *allowed, char *byte,
                           const char *file, GError **error)
{
    const json_t *value = json_object_get(dialect, key);
    const char *text = json_string_value(value);
    *byte = otherwise;
    if (value == NULL)
        return TRUE;
    if (text == NULL || strlen(text) != 1 || strchr(allowed, text[0]) == NULL)
        return rk_described_refuse(error, RK_ERROR_UNSUPPORTED, file, NULL, "the %s \"%.20s\" is not read", key,
                                   text != NULL ? text : "null");
    *byte = text[0];
    return TRUE;
}
