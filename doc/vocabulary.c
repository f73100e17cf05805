/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the keys of one subject of the figure file's vocabulary, a line a key with tabs between: depth, key, what it
 * may hold, allowed words, why it is not drawn, summary. It reads the very tables that figure files are checked
 * against, so that the manual cannot say anything else; how the manual looks is generate.py's business.
 */
#include <stdio.h>
#include <string.h>

#include "plot/composite.h"
#include "plot/mark.h"
#include "read/read.h"
#include "spec/vocabulary-private.h"
#include "transform/transform.h"

enum { DEEPEST = 3 };

/* Subjects of their own, and blocks that may hold anything: a key that holds one is not opened up. */
static gboolean is_elsewhere(const RkShape *shape)
{
    const RkShape *const subjects[] = {&rk_shape_axis,     &rk_shape_axis_config,    &rk_shape_data,
                                       &rk_shape_encoding, &rk_shape_legend,         &rk_shape_legend_config,
                                       &rk_shape_loose,    &rk_shape_mark_config,    &rk_shape_predicate,
                                       &rk_shape_scale,    &rk_shape_scale_config,   &rk_shape_title,
                                       &rk_shape_config,   &rk_shape_title_config,   &rk_shape_field_base,
                                       &rk_shape_header,   &rk_shape_view_background};
    for (guint i = 0; i < G_N_ELEMENTS(subjects); i++) {
        if (shape == subjects[i])
            return TRUE;
    }
    return strcmp(shape->name, "the condition") == 0 || strcmp(shape->name, "the channel") == 0;
}

static void print_kinds(guint kinds)
{
    static const struct {
        guint kind;
        const char *name;
    } names[] = {{NUMBER, "number"}, {TEXT, "text"}, {BOOLEAN, "true or false"},
                 {LIST, "list"},     {MAP, "map"},   {NOTHING, "null"}};
    if ((kinds & ANYTHING) == ANYTHING) {
        fputs("anything", stdout);
        return;
    }
    const char *between = "";
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if ((kinds & names[i].kind) == 0)
            continue;
        printf("%s%s", between, names[i].name);
        between = ", ";
    }
}

static void print_row(const RkProperty *property, guint depth)
{
    printf("%u\t%s\t", depth, property->name);
    print_kinds(property->allow);
    putchar('\t');
    for (guint i = 0; property->words != NULL && property->words[i] != NULL; i++)
        printf("%s%s", i == 0 ? "" : ", ", property->words[i]);
    printf("\t%s\t%s%s\n", property->unsupported == NULL ? "" : property->unsupported,
           property->required ? "(required) " : "", property->summary == NULL ? "" : property->summary);
}

/* `without` (may be NULL): a shape whose keys are left out, since they stand elsewhere. */
static void print_shape(const RkShape *shape, const RkShape *without, guint depth, GHashTable *seen)
{
    if (shape == NULL)
        return;
    for (const RkProperty *row = shape->properties; row != NULL && row->name != NULL; row++) {
        if ((without != NULL && rk_shape_find(without, row->name) != NULL) ||
            !g_hash_table_add(seen, (gpointer)row->name))
            continue;
        print_row(row, depth);
        if (row->shape == NULL || depth == DEEPEST || row->unsupported != NULL || is_elsewhere(row->shape))
            continue;
        g_autoptr(GHashTable) inner = g_hash_table_new(g_str_hash, g_str_equal);
        print_shape(row->shape, NULL, depth + 1, inner);
    }
    if (shape->any != NULL && shape->any->summary != NULL)
        print_row(shape->any, depth);
    for (const RkShape *const *included = shape->includes; included != NULL && *included != NULL; included++) {
        if (*included != without)
            print_shape(*included, without, depth, seen);
    }
}

static void print_subject(const char *name, const char *summary, const RkShape *shape, const RkShape *without)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    if (name != NULL)
        printf("0\t%s\t\t\t\t%s\n", name, summary);
    print_shape(shape, without, 1, seen);
}

static void print_marks(void)
{
    for (const RkMark *const *mark = rk_marks(); *mark != NULL; mark++)
        print_subject((*mark)->name, (*mark)->summary, (*mark)->shape, &rk_mark_common_shape);
    for (const RkComposite *const *composite = rk_composites(); *composite != NULL; composite++) {
        if ((*composite)->name != NULL)
            print_subject((*composite)->name, (*composite)->summary, (*composite)->shape, NULL);
    }
}

static void print_transforms(void)
{
    for (const RkTransform *const *verb = rk_transforms(); *verb != NULL; verb++)
        print_subject((*verb)->name, (*verb)->summary, (*verb)->shape, NULL);
}

static void print_formats(void)
{
    for (const RkFormat *const *format = rk_formats(); *format != NULL; format++)
        print_subject((*format)->name, (*format)->summary, (*format)->shape, NULL);
}

static const RkShape *channel(const char *name)
{
    return rk_shape_find(&rk_shape_encoding, name)->shape;
}

int main(int count, char **arguments)
{
    const char *subject = count == 2 ? arguments[1] : "";
    const struct {
        const char *name;
        const RkShape *shape, *without;
    } shapes[] = {{"top", &rk_shape_top, NULL},
                  {"view", &rk_shape_view, NULL},
                  {"data", &rk_shape_data, NULL},
                  {"fact", &rk_shape_facts, NULL},
                  {"predicate", &rk_shape_predicate, NULL},
                  {"encoding", &rk_shape_encoding, NULL},
                  {"field", &rk_shape_field_base, NULL},
                  {"position", channel("x"), &rk_shape_field_base},
                  {"look", channel("color"), &rk_shape_field_base},
                  {"text", channel("text"), &rk_shape_field_base},
                  {"mark", &rk_mark_common_shape, NULL},
                  {"scale", &rk_shape_scale, NULL},
                  {"axis", &rk_shape_axis, NULL},
                  {"legend", &rk_shape_legend, NULL},
                  {"title", &rk_shape_title, NULL},
                  {"config", &rk_shape_config, NULL}};
    const struct {
        const char *name;
        void (*print)(void);
    } registries[] = {{"marks", print_marks}, {"transforms", print_transforms}, {"formats", print_formats}};
    for (guint i = 0; i < G_N_ELEMENTS(shapes); i++) {
        if (strcmp(subject, shapes[i].name) == 0) {
            print_subject(NULL, NULL, shapes[i].shape, shapes[i].without);
            return 0;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(registries); i++) {
        if (strcmp(subject, registries[i].name) == 0) {
            registries[i].print();
            return 0;
        }
    }
    fprintf(stderr, "vocabulary: there is no subject \"%s\"\n", subject);
    return 2;
}
