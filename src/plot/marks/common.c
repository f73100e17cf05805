/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that every mark understands, and the look-up of marks by name.
 */
#include "plot/mark.h"

#include "plot/composite.h"
#include "plot/label.h"
#include "plot/series.h"
#include "spec/checks.h"

static const char *const orients[] = {"horizontal", "vertical", NULL};
static const char *const caps[] = {"butt", "round", "square", NULL};
static const char *const joins[] = {"miter", "round", "bevel", NULL};

static const char *const invalids[] = {"filter", "break-paths-filter-domains",    "break-paths-show-domains",
                                       "show",   "break-paths-show-path-domains", NULL};
static const char *const widths[] = {"width", NULL};
static const char *const heights[] = {"height", NULL};

#define PAINT (RK_ALLOW_TEXT | RK_ALLOW_NULL | RK_ALLOW_MAP)
#define NO_ANIMATIONS "animations are not drawn by this version"
#define NO_IMAGES "images are not drawn by this version"

static const RkProperty properties[] = {
    {"style", RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .summary = "named styles of the configuration"},
    {"aria", RK_ALLOW_BOOLEAN | RK_ALLOW_ROWS, .summary = "whether screen readers are told of the marks"},
    {"ariaRole", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .summary = "role that screen readers are told"},
    {"ariaRoleDescription", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .summary = "name of that role"},
    {"description", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .summary = "what screen readers say of the marks"},
    {"tooltip", RK_ALLOW_ANY & ~RK_ALLOW_LIST, .shape = &rk_shape_tip,
     .summary = "accepted; a printed figure has none"},
    {"cursor", RK_ALLOW_TEXT, rk_words_cursor, .summary = "accepted; a printed figure has none"},
    {"href", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .check = rk_check_address, .summary = "address behind the marks"},
    {"clip", RK_ALLOW_BOOLEAN | RK_ALLOW_ROWS, .summary = "cut the marks at the frame"},
    {"invalid", RK_ALLOW_TEXT | RK_ALLOW_NULL, .words = invalids,
     .summary = "what happens to values that cannot be placed: left out, gaps, or shown where the axis begins"},
    {"color", (PAINT & ~RK_ALLOW_NULL) | RK_ALLOW_ROWS, .shape = &rk_gradient_shape,
     .summary = "colour or gradient of the mark, or a name of the palette"},
    {"fill", PAINT | RK_ALLOW_ROWS, .shape = &rk_gradient_shape, .summary = "colour or gradient inside"},
    {"stroke", PAINT | RK_ALLOW_ROWS, .shape = &rk_gradient_shape, .summary = "colour or gradient of the line"},
    {"filled", RK_ALLOW_BOOLEAN, .summary = "whether `color` is the fill"},
    {"opacity", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_part, .summary = "0 to 1"},
    {"fillOpacity", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_part, .summary = "0 to 1"},
    {"strokeOpacity", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_part, .summary = "0 to 1"},
    {"blend", RK_ALLOW_TEXT | RK_ALLOW_NULL | RK_ALLOW_ROWS, .words = rk_blend_names,
     .summary = "how colours mix with what is below"},
    {"strokeWidth", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_size, .summary = "pixels"},
    {"strokeDash", RK_ALLOW_LIST | RK_ALLOW_ROWS, .items = RK_ALLOW_NUMBER,
     .summary = "lengths of dashes and gaps in pixels"},
    {"strokeDashOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "where in that pattern a line begins, in pixels"},
    {"strokeCap", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = caps, .summary = "ends of lines"},
    {"strokeJoin", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = joins, .summary = "corners of lines"},
    {"strokeMiterLimit", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "how far sharp corners reach, in line widths"},
    {"orient", RK_ALLOW_TEXT, .words = orients, .summary = "which way the mark runs"},
    {"size", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_size,
     .summary = "area of points, thickness of bars and ticks, size of texts"},
    {"flags", RK_ALLOW_BOOLEAN, .summary = "whether the flags of its values show"},
    {"x", RK_ALLOW_NUMBER | RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = widths,
     .summary = "place across in pixels, or \"width\""},
    {"y", RK_ALLOW_NUMBER | RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = heights,
     .summary = "place down in pixels, or \"height\""},
    {"x2", RK_ALLOW_NUMBER | RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = widths, .summary = "the other end across"},
    {"y2", RK_ALLOW_NUMBER | RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = heights, .summary = "the other end down"},
    {"xOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift to the right in pixels"},
    {"yOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift down in pixels"},
    {"x2Offset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift of the other end to the right"},
    {"y2Offset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift of the other end down"},
    {"label", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP, .shape = &rk_label_shape, .summary = "direct labels of the marks"},
    {"aspect", RK_ALLOW_ANY, .unsupported = NO_IMAGES, .summary = "whether an image keeps its proportions"},
    {"smooth", RK_ALLOW_ANY, .unsupported = NO_IMAGES, .summary = "whether an image is smoothed"},
    {"url", RK_ALLOW_ANY, .unsupported = NO_IMAGES, .summary = "address of an image"},
    {"time", RK_ALLOW_ANY, .unsupported = NO_ANIMATIONS, .summary = "moment of an animation"},
    {0},
};
const RkShape rk_mark_look_shape = {.name = "the mark", .properties = properties};

static const RkProperty type[] = {{"type", RK_ALLOW_TEXT, .required = TRUE, .summary = "the mark"}, {0}};
static const RkShape *const includes[] = {&rk_mark_look_shape, NULL};
const RkShape rk_mark_common_shape = {.name = "the mark", .properties = type, .includes = includes};

const RkMark *rk_mark_find(const char *name)
{
    const RkMark *const *marks = rk_marks();
    for (guint i = 0; marks[i] != NULL; i++) {
        if (g_str_equal(marks[i]->name, name))
            return marks[i];
    }
    return NULL;
}

const char *const *rk_mark_names(void)
{
    static const char **names = NULL;
    if (g_once_init_enter(&names)) {
        GPtrArray *list = g_ptr_array_new();
        const RkMark *const *marks = rk_marks();
        for (guint i = 0; marks[i] != NULL; i++)
            g_ptr_array_add(list, (gpointer)marks[i]->name);
        for (const RkComposite *const *composite = rk_composites(); *composite != NULL; composite++) {
            if ((*composite)->name != NULL)
                g_ptr_array_add(list, (gpointer)(*composite)->name);
        }
        g_ptr_array_add(list, NULL);
        g_once_init_leave(&names, (const char **)g_ptr_array_free(list, FALSE));
    }
    return names;
}

const char *rk_mark_summary(const char *name)
{
    const RkMark *mark = rk_mark_find(name);
    const RkComposite *composite = mark == NULL ? rk_composite_find(name) : NULL;
    return mark != NULL ? mark->summary : composite != NULL ? composite->summary : NULL;
}

/** Marks of the grammar that have no file here. */
static const char *const known_elsewhere[] = {"geoshape", "image", NULL};

/** What a mark map of that mark may hold: its own words before those of others. */
static const RkShape *accepted_by(const RkShape *own)
{
    static GHashTable *made = NULL;
    static GMutex lock;
    g_mutex_lock(&lock);
    if (made == NULL)
        made = g_hash_table_new(NULL, NULL);
    RkShape *shape = g_hash_table_lookup(made, own);
    if (shape == NULL) {
        const RkShape **includes_both = g_new0(const RkShape *, 3);
        includes_both[0] = own;
        includes_both[1] = &rk_mark_any_shape;
        shape = g_new0(RkShape, 1);
        shape->name = own->name;
        shape->includes = includes_both;
        g_hash_table_insert(made, (gpointer)own, shape);
    }
    g_mutex_unlock(&lock);
    return shape;
}

const RkShape *rk_mark_shape(const RkValue *mark, GError **error)
{
    const RkValue *type_value = rk_value_get(mark, "type");
    const char *name = rk_value_text_or(type_value, "");
    const RkMark *found = rk_mark_find(name);
    const RkComposite *composite = found == NULL ? rk_composite_find(name) : NULL;
    if (found != NULL)
        return accepted_by(found->shape);
    if (composite != NULL)
        return composite->shape;
    if (g_strv_contains(known_elsewhere, name)) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(type_value),
                     "`rodiklis list marks` names those that are", "the %s mark is not drawn by this version", name);
        return NULL;
    }
    if (type_value == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(mark), "add for example type: bar", "the mark has no type");
        return NULL;
    }
    const char *nearest = rk_nearest_word(name, rk_mark_names());
    g_autofree char *hint = nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : NULL;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(type_value),
                 hint != NULL ? hint : "`rodiklis list marks` names them", "there is no mark \"%s\"", name);
    return NULL;
}
