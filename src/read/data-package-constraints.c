/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The constraints of a field of a data package. Those that are not known here are told, because nothing is held against
 * them.
 */
#include "read/data-package-private.h"

#include <math.h>
#include <string.h>

static gboolean refuse(GError **error, const char *file, const RkDescribedField *field, const char *rule,
                       const char *why)
{
    return rk_described_refuse(error, RK_ERROR_DATA, file, NULL, "the rule %s of the field \"%s\" %s", rule,
                               field->name, why);
}

/* Adds the words of an enumeration. */
static gboolean take_words(RkDescribedField *field, json_t *value, const char *file, GError **error)
{
    json_t *item;
    gsize index;
    if (!json_is_array(value) || json_array_size(value) == 0)
        return refuse(error, file, field, "enum", "is no list of words");
    field->constraints.words = g_ptr_array_new_with_free_func(g_free);
    json_array_foreach(value, index, item)
    {
        char *text = rk_described_text(item);
        if (text == NULL)
            return refuse(error, file, field, "enum", "holds something that is neither a text nor a number");
        g_ptr_array_add(field->constraints.words, text);
    }
    return TRUE;
}

static gboolean take_pattern(RkDescribedField *field, json_t *value, const char *file, GError **error)
{
    const char *pattern = json_string_value(value);
    if (pattern != NULL && rk_constraints_pattern(&field->constraints, pattern))
        return TRUE;
    return refuse(error, file, field, "pattern", "is no regular expression");
}

/* One constraint; `known` tells whether it was one. */
static gboolean take(RkDescribedField *field, const char *key, json_t *value, gboolean *known, const char *file,
                     GError **error)
{
    RkConstraints *constraints = &field->constraints;
    *known = TRUE;
    if (strcmp(key, "required") == 0)
        constraints->required = json_is_true(value);
    else if (strcmp(key, "unique") == 0)
        constraints->unique = json_is_true(value);
    else if (strcmp(key, "enum") == 0)
        return take_words(field, value, file, error);
    else if (strcmp(key, "pattern") == 0)
        return take_pattern(field, value, file, error);
    else if (!rk_described_rule(field, key, value, known) && *known)
        return refuse(error, file, field, key, "is neither a text nor a number that it can be");
    return TRUE;
}

gboolean rk_package_constrain(RkDescribedField *field, json_t *constraints, const char *file,
                              RkDiagnostics *diagnostics, GError **error)
{
    const char *key;
    json_t *value;
    json_object_foreach(constraints, key, value)
    {
        gboolean known;
        if (!take(field, key, value, &known, file, error))
            return FALSE;
        if (!known)
            rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){file, 0, 0}, NULL,
                               "the rule \"%.40s\" of the field \"%s\" is not known, and nothing is held against it",
                               key, field->name);
    }
    return TRUE;
}
