/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From options to steps. A value is read as the key's shape allows: a text as it stands, a list also as words with
 * commas between, maps as in a figure file. Whether the step makes sense is the verb's business.
 */
#include "cli/steps.h"

#include <string.h>

#include "base/number.h"
#include "base/shape.h"
#include "spec/document.h"

typedef struct {
    RkSteps *steps;
    RkValue *list, *step; /* step: NULL before the first verb */
    const RkTransform *verb;
    const GOptionEntry *own;
} Walk;

void rk_steps_clear(RkSteps *steps)
{
    g_clear_pointer(&steps->parts, g_ptr_array_unref);
    g_clear_pointer(&steps->document, rk_document_unref);
}

const RkTransform *rk_steps_verb(const char *name)
{
    for (const RkTransform *const *verb = rk_transforms(); *verb != NULL; verb++) {
        if (strcmp((*verb)->name, name) == 0)
            return *verb;
    }
    return NULL;
}

static RkValue *scalar(RkDocument *document, RkPlace place, const char *text, guint allow)
{
    double number;
    gboolean is_true = strcmp(text, "true") == 0;
    if ((allow & RK_ALLOW_BOOLEAN) && (is_true || strcmp(text, "false") == 0))
        return rk_document_boolean(document, place, is_true);
    if ((allow & RK_ALLOW_NULL) && strcmp(text, "null") == 0)
        return rk_document_null(document, place);
    if ((allow & RK_ALLOW_NUMBER) && rk_number_parse(text, strlen(text), RK_NUMBER_SYNTAX_PLAIN, &number))
        return rk_document_number(document, place, number);
    return rk_document_text(document, place, text);
}

static RkValue *split(RkDocument *document, RkPlace place, const char *text, guint items)
{
    RkValue *list = rk_document_list(document, place);
    g_auto(GStrv) words = g_strsplit(text, ",", -1);
    for (guint i = 0; words[i] != NULL; i++)
        rk_value_append(list, scalar(document, place, g_strstrip(words[i]), items == 0 ? RK_ALLOW_ANY : items));
    return list;
}

static const RkValue *parse(RkSteps *steps, const char *option, const char *text, GError **error)
{
    RkDocument *part = rk_document_parse(text, strlen(text), option, error);
    if (part == NULL)
        return NULL;
    g_ptr_array_add(steps->parts, part);
    return rk_document_root(part);
}

static const RkValue *read_value(RkSteps *steps, const RkProperty *property, const char *option, const char *text,
                                 GError **error)
{
    RkPlace place = {option, 0, 0};
    gboolean lists = property->allow & RK_ALLOW_LIST, maps = property->allow & RK_ALLOW_MAP;
    if ((lists && *text == '[') || (maps && *text == '{'))
        return parse(steps, option, text, error);
    if (lists && (strchr(text, ',') != NULL || !(property->allow & RK_ALLOW_TEXT)))
        return split(steps->document, place, text, property->items);
    return scalar(steps->document, place, text, property->allow);
}

static gboolean is_own(const GOptionEntry *entry, const char *name)
{
    for (; entry->long_name != NULL; entry++) {
        if (strcmp(entry->long_name, name) == 0)
            return TRUE;
    }
    return strcmp(name, "help") == 0;
}

/* All that could stand here: keys of the step, verbs, the command's own options. */
static const char **known_names(const Walk *walk)
{
    GPtrArray *names = g_ptr_array_new();
    const RkProperty *key = walk->verb == NULL ? NULL : walk->verb->shape->properties;
    for (; key != NULL && key->name != NULL; key++)
        g_ptr_array_add(names, (gpointer)key->name);
    for (const RkTransform *const *verb = rk_transforms(); *verb != NULL; verb++)
        g_ptr_array_add(names, (gpointer)(*verb)->name);
    for (const GOptionEntry *entry = walk->own; entry->long_name != NULL; entry++)
        g_ptr_array_add(names, (gpointer)entry->long_name);
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}

static int fail(const Walk *walk, const char *option, const char *problem, GError **error)
{
    g_autofree const char **names = known_names(walk);
    const char *nearest = rk_nearest_word(option + 2, names);
    const char *space = walk->verb == NULL ? "" : " ", *verb = walk->verb == NULL ? "" : walk->verb->name;
    g_autofree char *hint = nearest == NULL || strcmp(nearest, option + 2) == 0
                                ? g_strdup_printf("see rodiklis transform%s%s --help", space, verb)
                                : g_strdup_printf("did you mean --%s?", nearest);
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, hint, "%s %s", option, problem);
    return -1;
}

/* What the option means here: a key of the step that is being written, else the beginning of another. NULL: neither. */
static const RkProperty *find_property(Walk *walk, const char *name)
{
    const RkProperty *key = walk->verb == NULL ? NULL : rk_shape_find(walk->verb->shape, name);
    if (key != NULL && strcmp(name, walk->verb->name) != 0)
        return key;
    const RkTransform *verb = rk_steps_verb(name);
    if (verb == NULL)
        return NULL;
    walk->verb = verb;
    walk->step = rk_document_map(walk->steps->document, (RkPlace){g_intern_string(name), 0, 0});
    rk_value_append(walk->list, walk->step);
    return rk_shape_find(verb->shape, name);
}

/* Of a key that is true or false the name alone says true. A value that begins like an option needs the sign. */
static const char *value_of(const RkProperty *property, const char *sign, const char *next, int *taken)
{
    gboolean said = g_strcmp0(next, "true") == 0 || g_strcmp0(next, "false") == 0;
    if (sign != NULL)
        return sign + 1;
    if (property->allow == RK_ALLOW_BOOLEAN && !said)
        return "true";
    *taken = 2;
    return next == NULL || g_str_has_prefix(next, "--") ? NULL : next;
}

/* What messages call an option that was given before: "--filter 2" is the second one. */
static const char *place_name(const Walk *walk, const char *option, const RkProperty *property)
{
    guint before = 0;
    for (guint i = 0; i < rk_value_length(walk->list); i++)
        before += rk_value_has(rk_value_at(walk->list, i), property->name);
    g_autofree char *name = g_strdup_printf("%s %u", option, before + 1);
    return before == 0 ? option : g_intern_string(name);
}

/* Reads the option at `arguments[0]`, ended by NULL, and answers how many arguments it took: 0 when it is not ours, -1
 * with an error. */
static int take(Walk *walk, char **arguments, GError **error)
{
    const char *sign = strchr(arguments[0], '=');
    g_autofree char *name = g_strndup(arguments[0], sign == NULL ? strlen(arguments[0]) : (gsize)(sign - arguments[0]));
    const char *option = g_intern_string(name);
    const RkProperty *property = find_property(walk, option + 2);
    int taken = 1;
    if (property == NULL && is_own(walk->own, option + 2))
        return 0;
    if (property == NULL)
        return fail(walk, option, walk->verb == NULL ? "is no verb and no option" : "is no key of this step", error);
    if (rk_value_has(walk->step, property->name))
        return fail(walk, option, "is given twice in one step", error);
    const char *text = value_of(property, sign, arguments[1], &taken);
    if (text == NULL)
        return fail(walk, option, "needs a value", error);
    const char *place = place_name(walk, option, property);
    const RkValue *value = read_value(walk->steps, property, place, text, error);
    if (value == NULL)
        return -1;
    rk_value_put(walk->steps->document, walk->step, property->name, (RkPlace){place, 0, 0}, value);
    return taken;
}

/* A verb may have the name of a key of the step before it. */
static gboolean ends_step(Walk *walk, const char *argument)
{
    if (strcmp(argument, RK_STEPS_END) != 0)
        return FALSE;
    walk->verb = NULL;
    walk->step = NULL;
    return TRUE;
}

/* From the sign that ends the options on nothing is ours. */
static int keep_rest(int count, char **arguments, int from, int kept)
{
    while (from < count)
        arguments[kept++] = arguments[from++];
    return kept;
}

gboolean rk_steps_take(const GOptionEntry *entries, int *count, char **arguments, RkSteps *steps, GError **error)
{
    int kept = 1, i = 1;
    if (!rk_options_check(*count, arguments, error))
        return FALSE;
    steps->document = rk_document_new(NULL);
    steps->parts = g_ptr_array_new_with_free_func((GDestroyNotify)rk_document_unref);
    Walk walk = {.steps = steps, .list = rk_document_list(steps->document, RK_NOWHERE), .own = entries};
    rk_document_set_root(steps->document, walk.list);
    while (i < *count && strcmp(arguments[i], "--") != 0) {
        if (ends_step(&walk, arguments[i])) {
            i++;
            continue;
        }
        int taken = g_str_has_prefix(arguments[i], "--") ? take(&walk, arguments + i, error) : 0;
        if (taken < 0)
            return FALSE;
        if (taken == 0)
            arguments[kept++] = arguments[i++];
        i += taken;
    }
    *count = keep_rest(*count, arguments, i, kept);
    arguments[*count] = NULL;
    return TRUE;
}
