/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs and their keys as entries of GLib's option parser, so that the help, the manual and the completion show them
 * like all others. They are never parsed.
 */
#include <string.h>

#include "base/shape.h"
#include "cli/steps.h"

/* What stands for the value: the first kind that is allowed, as people would write it. */
static const char *value_name(const RkProperty *key)
{
    static const struct {
        guint kind;
        const char *name;
    } names[] = {{RK_ALLOW_TEXT, "TEXT"}, {RK_ALLOW_NUMBER, "NUMBER"}, {RK_ALLOW_LIST, "LIST"}, {RK_ALLOW_MAP, "MAP"}};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (key->allow & names[i].kind)
            return names[i].name;
    }
    return NULL;
}

static GOptionEntry entry_of(const RkProperty *key, const char *name, const char *summary)
{
    gboolean flag = key == NULL || key->allow == RK_ALLOW_BOOLEAN;
    return (GOptionEntry){
        name, 0, 0, flag ? G_OPTION_ARG_NONE : G_OPTION_ARG_FILENAME, NULL, summary, flag ? NULL : value_name(key)};
}

GOptionEntry *rk_steps_entries(const GOptionEntry *entries)
{
    GArray *all = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    for (; entries->long_name != NULL; entries++)
        g_array_append_vals(all, entries, 1);
    GOptionEntry end = entry_of(NULL, &RK_STEPS_END[2], "ends a step that has a key with the name of the next verb");
    g_array_append_val(all, end);
    for (const RkTransform *const *verb = rk_transforms(); *verb != NULL; verb++) {
        GOptionEntry entry = entry_of(rk_shape_find((*verb)->shape, (*verb)->name), (*verb)->name, (*verb)->summary);
        g_array_append_val(all, entry);
    }
    return (GOptionEntry *)(gpointer)g_array_free(all, FALSE);
}

/* A key that can only hold one of some words tells them where its summary does not. */
static const char *summary_of(const RkProperty *key)
{
    if (key->words == NULL || strstr(key->summary, key->words[0]) != NULL)
        return key->summary;
    g_autofree char *words = g_strjoinv(", ", (char **)key->words);
    g_autofree char *summary = g_strdup_printf("%s (%s)", key->summary, words);
    return g_intern_string(summary);
}

GOptionEntry *rk_steps_keys(const RkTransform *verb)
{
    GArray *all = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    for (const RkProperty *key = verb->shape->properties; key->name != NULL; key++) {
        if (key->unsupported != NULL)
            continue;
        GOptionEntry entry = entry_of(key, key->name, summary_of(key));
        g_array_append_val(all, entry);
    }
    return (GOptionEntry *)(gpointer)g_array_free(all, FALSE);
}
