/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of all rooms together. The shapes of marks and transforms choose themselves; that of a data format is made
 * here from the list of formats: their own keys and `type`.
 */
#include "rodiklis.h"
#include "transform/transform.h"

/* Shapes of the formats in their order, after them the one that holds when no type is given: the keys of all. */
typedef struct {
    const char **names;
    RkProperty properties[2];
    RkShape *shapes;
    const RkShape **includes; /* for each shape its own, NULL-ended; for the last one all */
    guint count;
} Formats;

static void include(Formats *formats, guint index, const RkShape *const *included)
{
    formats->shapes[index] =
        (RkShape){.name = "the data format", .properties = formats->properties, .includes = included};
}

/* Lives as long as the program. */
static gpointer make_formats(gpointer unused)
{
    (void)unused;
    const RkFormat *const *known = rk_formats();
    Formats *formats = g_new0(Formats, 1);
    while (known[formats->count] != NULL)
        formats->count++;
    guint count = formats->count;
    formats->names = g_new0(const char *, count + 1);
    formats->shapes = g_new0(RkShape, count + 1);
    /* One list does for all: pairs of a shape and NULL, then all shapes and NULL. */
    formats->includes = g_new0(const RkShape *, 3 * count + 1);
    formats->properties[0] = (RkProperty){"type", RK_ALLOW_TEXT, formats->names,
                                          .summary = "name of the format; without it the content decides"};
    const RkShape **all = formats->includes + (gsize)2 * count;
    for (guint i = 0, kept = 0; i < count; i++) {
        formats->names[i] = known[i]->name;
        formats->includes[2 * i] = known[i]->shape;
        include(formats, i, formats->includes + (gsize)2 * i);
        if (known[i]->shape != NULL)
            all[kept++] = known[i]->shape;
    }
    include(formats, count, all);
    return formats;
}

static const RkShape *format_shape(const RkValue *value, GError **error)
{
    (void)error;
    static GOnce once = G_ONCE_INIT;
    const Formats *formats = g_once(&once, make_formats, NULL);
    const char *type = rk_value_text_or(rk_value_get(value, "type"), NULL);
    for (guint i = 0; type != NULL && i < formats->count; i++) {
        if (g_str_equal(formats->names[i], type))
            return &formats->shapes[i];
    }
    /* An unknown type fails on the words of the `type` property. */
    return &formats->shapes[formats->count];
}

const RkVocabulary *rk_vocabulary(void)
{
    static const RkVocabulary vocabulary = {rk_mark_shape, rk_transform_shape, format_shape};
    return &vocabulary;
}
