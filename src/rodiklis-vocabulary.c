/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of all rooms together. The shapes of marks and transforms choose themselves; that of a data format is made
 * here from the list of formats: their own keys and `type`.
 */
#include "places/geo.h"
#include "plot/flags.h"
#include "rodiklis-private.h"
#include "scene/color.h"
#include "transform/parameters.h"
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

/* The formats of the reading room, and `more` of our own (may be NULL). Lives as long as the program. */
static Formats *make_formats(const RkFormat *more)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (const RkFormat *const *format = rk_formats(); *format != NULL; format++)
        g_ptr_array_add(known, (gpointer)*format);
    if (more != NULL)
        g_ptr_array_add(known, (gpointer)more);
    Formats *formats = g_new0(Formats, 1);
    guint count = formats->count = known->len;
    formats->names = g_new0(const char *, count + 1);
    formats->shapes = g_new0(RkShape, count + 1);
    /* One list does for all: pairs of a shape and NULL, then all shapes and NULL. */
    formats->includes = g_new0(const RkShape *, 3 * count + 1);
    formats->properties[0] = (RkProperty){"type", RK_ALLOW_TEXT, formats->names,
                                          .summary = "name of the format; without it the content decides"};
    const RkShape **all = formats->includes + (gsize)2 * count;
    for (guint i = 0, kept = 0; i < count; i++) {
        const RkFormat *format = g_ptr_array_index(known, i);
        formats->names[i] = format->name;
        formats->includes[2 * i] = format->shape;
        include(formats, i, formats->includes + (gsize)2 * i);
        if (format->shape != NULL)
            all[kept++] = format->shape;
    }
    include(formats, count, all);
    return formats;
}

static const RkShape *shape_of(const Formats *formats, const RkValue *value)
{
    const char *type = rk_value_text_or(rk_value_get(value, "type"), NULL);
    for (guint i = 0; type != NULL && i < formats->count; i++) {
        if (g_str_equal(formats->names[i], type))
            return &formats->shapes[i];
    }
    /* An unknown type fails on the words of the `type` property. */
    return &formats->shapes[formats->count];
}

static gpointer make_all(gpointer unused)
{
    (void)unused;
    return make_formats(&rk_format_claims);
}

static gpointer make_read(gpointer unused)
{
    (void)unused;
    return make_formats(NULL);
}

/* Formats of maps are known, and refused by name. */
static gboolean is_drawn(const RkValue *format, GError **error)
{
    const RkValue *type = rk_value_get(format, "type");
    if (!rk_value_is_text(type, "topojson") && !rk_value_is_text(type, "geojson"))
        return TRUE;
    rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(type), NULL, "%s: maps are not drawn by this version",
                 rk_value_text_or(type, ""));
    return FALSE;
}

static const RkShape *format_shape(const RkValue *value, GError **error)
{
    if (!is_drawn(value, error))
        return NULL;
    static GOnce once = G_ONCE_INIT;
    return shape_of(g_once(&once, make_all, NULL), value);
}

static const RkShape *read_format_shape(const RkValue *value, GError **error)
{
    (void)error;
    static GOnce once = G_ONCE_INIT;
    return shape_of(g_once(&once, make_read, NULL), value);
}

static gboolean read_color(const char *text, double parts[4])
{
    RkColor color;
    if (!rk_color_parse(text, &color))
        return FALSE;
    parts[0] = color.red;
    parts[1] = color.green;
    parts[2] = color.blue;
    parts[3] = color.alpha;
    return TRUE;
}

static gboolean resolve(RkDocument *document, const double drawn[2], GError **error)
{
    return rk_parameters_resolve(document, drawn, read_color, error);
}

const RkVocabulary *rk_vocabulary(void)
{
    static const RkVocabulary vocabulary = {
        rk_mark_shape,    rk_transform_shape,          format_shape,      resolve, rk_unit_expand,
        rk_geo_languages, rk_parameters_ask_for_sizes, rk_flag_words_have};
    return &vocabulary;
}

const RkVocabulary *rk_claims_vocabulary(void)
{
    static const RkVocabulary vocabulary = {NULL, rk_transform_shape, read_format_shape};
    return &vocabulary;
}
