/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that every mark understands, and the look-up of marks by name.
 */
#include "plot/mark.h"

#include "plot/label.h"
#include "plot/series.h"

static const char *const orients[] = {"horizontal", "vertical", NULL};
static const char *const caps[] = {"butt", "round", "square", NULL};
static const char *const joins[] = {"miter", "round", "bevel", NULL};

#define COLOR (RK_ALLOW_TEXT | RK_ALLOW_NULL)

static const RkProperty properties[] = {
    {"type", RK_ALLOW_TEXT, .required = TRUE, .summary = "the mark"},
    {"style", RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .summary = "named styles of the configuration"},
    {"aria", RK_ALLOW_BOOLEAN, .summary = "whether screen readers are told of the marks"},
    {"description", RK_ALLOW_TEXT, .summary = "what screen readers say of the marks"},
    {"tooltip", RK_ALLOW_ANY, .summary = "accepted; a printed figure has none"},
    {"clip", RK_ALLOW_BOOLEAN, .summary = "cut the marks at the frame"},
    {"color", COLOR, .summary = "colour of the mark, or a name of the theme's palette"},
    {"fill", COLOR, .summary = "colour inside"},
    {"stroke", COLOR, .summary = "colour of the line"},
    {"filled", RK_ALLOW_BOOLEAN, .summary = "whether `color` is the fill"},
    {"opacity", RK_ALLOW_NUMBER, .summary = "0 to 1"},
    {"fillOpacity", RK_ALLOW_NUMBER, .summary = "0 to 1"},
    {"strokeOpacity", RK_ALLOW_NUMBER, .summary = "0 to 1"},
    {"strokeWidth", RK_ALLOW_NUMBER, .summary = "pixels"},
    {"strokeDash", RK_ALLOW_LIST, .items = RK_ALLOW_NUMBER, .summary = "lengths of dashes and gaps in pixels"},
    {"strokeCap", RK_ALLOW_TEXT, .words = caps, .summary = "ends of lines"},
    {"strokeJoin", RK_ALLOW_TEXT, .words = joins, .summary = "corners of lines"},
    {"orient", RK_ALLOW_TEXT, .words = orients, .summary = "which way the mark runs"},
    {"size", RK_ALLOW_NUMBER, .summary = "area of points, thickness of bars and ticks"},
    {"flags", RK_ALLOW_BOOLEAN, .summary = "whether the flags of its values show"},
    {"label", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP, .shape = &rk_label_shape, .summary = "direct labels of the marks"},
    {0},
};
const RkShape rk_mark_common_shape = {.name = "the mark", .properties = properties};

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
        g_ptr_array_add(list, NULL);
        g_once_init_leave(&names, (const char **)g_ptr_array_free(list, FALSE));
    }
    return names;
}

const char *rk_mark_summary(const char *name)
{
    const RkMark *mark = rk_mark_find(name);
    return mark == NULL ? NULL : mark->summary;
}

/** Marks of the grammar that have no file here yet. */
static const char *const known_elsewhere[] = {"arc",      "boxplot", "errorband", "errorbar",
                                              "geoshape", "image",   "trail",     NULL};

const RkShape *rk_mark_shape(const RkValue *mark, GError **error)
{
    const RkValue *type = rk_value_get(mark, "type");
    const char *name = rk_value_text_or(type, "");
    const RkMark *found = rk_mark_find(name);
    if (found != NULL)
        return found->shape;
    if (g_strv_contains(known_elsewhere, name)) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(type), "`rodiklis list marks` names those that are",
                     "the %s mark is not drawn by this version", name);
        return NULL;
    }
    const char *nearest = rk_nearest_word(name, rk_mark_names());
    g_autofree char *hint = nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : NULL;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(type != NULL ? type : mark),
                 hint != NULL ? hint : "`rodiklis list marks` names them", "there is no mark \"%s\"", name);
    return NULL;
}
