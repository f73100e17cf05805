/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where fields are read: in the highest view that has them, so that layers which share rows see the same; two layers
 * that read a field differently keep it to themselves. Within a view it happens before the first step that looks at the
 * field, which leaves the steps before it to whoever reads the file.
 */
#include "plot/reading.h"

#include <string.h>

/** A reading of a unit, and the view that it may rise to. */
typedef struct {
    const RkView *unit, *view;
    RkReading reading;
} Wish;

/** The step of a unit's whole chain. */
typedef struct {
    const RkView *view;
    guint at;
} Step;

static const RkView *parent_of_rows(const RkView *view)
{
    return view == view->data_view ? NULL : view->parent;
}

static void add_steps(const RkView *view, GArray *steps)
{
    if (view == NULL)
        return;
    add_steps(parent_of_rows(view), steps);
    for (guint i = 0; i < rk_value_length(view->transform); i++) {
        Step step = {view, i};
        g_array_append_val(steps, step);
    }
}

static const RkValue *step_at(const GArray *steps, guint index)
{
    Step step = g_array_index(steps, Step, index);
    return rk_value_at(step.view->transform, step.at);
}

static const RkView *highest_of(const RkView *unit)
{
    const RkView *view = unit;
    while (parent_of_rows(view) != NULL)
        view = parent_of_rows(view);
    return view;
}

/** Rises from before step `from` of the chain. What a step derives is not read. */
static void wish(const RkView *unit, const GArray *steps, guint from, const RkReading *reading, GArray *wishes)
{
    Wish risen = {unit, highest_of(unit), *reading};
    for (guint i = from; i > 0; i--) {
        RkStepEffect effect = rk_step_effect(step_at(steps, i - 1), reading->field);
        if (effect == RK_STEP_DERIVES)
            return;
        if (effect == RK_STEP_KEEPS)
            continue;
        Step step = g_array_index(steps, Step, i - 1);
        risen.view = step.view;
        risen.reading.at = step.at + 1;
        break;
    }
    g_array_append_val(wishes, risen);
}

/** A field whose type the figure gives itself. */
static gboolean is_given(const RkView *unit, const char *field)
{
    const RkValue *format = rk_value_get(unit->data, "format"), *parse = rk_value_get(format, "parse");
    return parse != NULL && (!rk_value_is(parse, RK_VALUE_MAP) || rk_value_has(parse, field));
}

static void wish_all(const RkView *unit, const GArray *steps, guint from, const GArray *readings, GArray *wishes)
{
    for (guint i = 0; i < readings->len; i++) {
        const RkReading *reading = &g_array_index(readings, RkReading, i);
        if (!is_given(unit, reading->field))
            wish(unit, steps, from, reading, wishes);
    }
}

static void add_unit(const RkView *unit, GArray *wishes)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
    g_autoptr(GArray) readings = g_array_new(FALSE, FALSE, sizeof(RkReading));
    add_steps(unit, steps);
    for (guint i = 0; i < steps->len; i++) {
        g_array_set_size(readings, 0);
        rk_readings_of_step(step_at(steps, i), readings);
        wish_all(unit, steps, i, readings, wishes);
    }
    g_array_set_size(readings, 0);
    rk_readings_of_encoding(unit, readings);
    wish_all(unit, steps, steps->len, readings, wishes);
}

static void add_units(const RkView *view, GArray *wishes)
{
    if (view->children == NULL)
        add_unit(view, wishes);
    for (const RkView *const *child = view->children; child != NULL && *child != NULL; child++)
        add_units(*child, wishes);
}

/** The child of the wish's view that its unit lies in. */
static const RkView *towards(const Wish *wish)
{
    const RkView *view = wish->unit;
    while (view->parent != wish->view)
        view = view->parent;
    return view;
}

/** One text for a field in a view. */
static char *key_of(const Wish *wish)
{
    return g_strdup_printf("%p\n%s", (const void *)wish->view, wish->reading.field);
}

/** The fields of views that several units read as different things. */
static GHashTable *disputed(const GArray *wishes)
{
    GHashTable *first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < wishes->len; i++) {
        Wish *one = &g_array_index(wishes, Wish, i);
        char *key = key_of(one);
        const Wish *other = g_hash_table_lookup(first, key);
        if (other != NULL && other->reading.as != one->reading.as && other->unit != one->unit)
            g_hash_table_add(keys, g_strdup(key));
        if (other == NULL)
            g_hash_table_insert(first, key, one);
        else
            g_free(key);
    }
    g_hash_table_unref(first);
    return keys;
}

/** Wishes that disagree sink until each is in a branch of its own. */
static void part(GArray *wishes)
{
    for (gboolean any = TRUE; any;) {
        g_autoptr(GHashTable) keys = disputed(wishes);
        any = FALSE;
        for (guint i = 0; i < wishes->len && g_hash_table_size(keys) > 0; i++) {
            Wish *one = &g_array_index(wishes, Wish, i);
            g_autofree char *key = key_of(one);
            if (one->view == one->unit || !g_hash_table_contains(keys, key))
                continue;
            one->view = towards(one);
            one->reading.at = 0;
            any = TRUE;
        }
    }
}

static void keep(GHashTable *readings, const RkView *view, RkReading reading)
{
    GArray *list = g_hash_table_lookup(readings, view);
    if (list == NULL) {
        list = g_array_new(FALSE, FALSE, sizeof reading);
        g_hash_table_insert(readings, (gpointer)view, list);
    }
    guint at = list->len;
    for (guint i = 0; i < list->len; i++) {
        const RkReading *known = &g_array_index(list, RkReading, i);
        if (known->at == reading.at && known->as == reading.as && strcmp(known->field, reading.field) == 0)
            return;
        if (known->at > reading.at)
            at = MIN(at, i);
    }
    g_array_insert_val(list, at, reading);
}

typedef struct {
    GHashTable *readings;
    GHashTable *words; /**< by RkView: the set of texts in its encoding */
} Settling;

static void add_words(const RkValue *value, GHashTable *words)
{
    if (rk_value_is(value, RK_VALUE_TEXT))
        g_hash_table_add(words, (gpointer)rk_value_text_or(value, ""));
    for (guint i = 0; i < rk_value_length(value); i++)
        add_words(rk_value_at(value, i), words);
}

static gboolean shows(Settling *settling, const RkView *unit, const char *field)
{
    GHashTable *words = g_hash_table_lookup(settling->words, unit);
    if (words == NULL) {
        words = g_hash_table_new(g_str_hash, g_str_equal);
        add_words(unit->encoding, words);
        g_hash_table_insert(settling->words, (gpointer)unit, words);
    }
    return g_hash_table_contains(words, field);
}

/** Down to the first step that looks at the field, in every branch that has to do with it. */
static void settle(Settling *settling, const RkView *view, RkReading reading)
{
    guint count = rk_value_length(view->transform);
    while (reading.at < count && !rk_step_mentions(rk_value_at(view->transform, reading.at), reading.field))
        reading.at++;
    if (reading.at < count || (view->children == NULL && shows(settling, view, reading.field))) {
        keep(settling->readings, view, reading);
        return;
    }
    reading.at = 0;
    for (const RkView *const *child = view->children; child != NULL && *child != NULL; child++)
        if ((*child)->data_view == view->data_view)
            settle(settling, *child, reading);
}

GHashTable *rk_readings_new(const RkView *root)
{
    GHashTable *readings = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    g_autoptr(GHashTable) words = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    g_autoptr(GHashTable) done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) wishes = g_array_new(FALSE, FALSE, sizeof(Wish));
    Settling settling = {readings, words};
    add_units(root, wishes);
    part(wishes);
    for (guint i = 0; i < wishes->len; i++) {
        const Wish *one = &g_array_index(wishes, Wish, i);
        char *key = g_strdup_printf("%p %u %d %s", (const void *)one->view, one->reading.at, one->reading.as,
                                    one->reading.field);
        if (g_hash_table_add(done, key))
            settle(&settling, one->view, one->reading);
    }
    return readings;
}
