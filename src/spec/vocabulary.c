/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole vocabulary of a figure file, put together for one reading: the tables of this room, the shapes that other
 * rooms hand in for marks, transforms and formats, and the loop from layers back to views.
 */
#include "spec/query-shape.h"
#include "spec/vocabulary-private.h"

struct RkFigureShape {
    RkQueryShape query;
    RkLateShape view;
    RkLateShape top;
};

static void init_view(RkFigureShape *shape, const RkVocabulary *vocabulary)
{
    RkProperty *rows = shape->view.rows;
    rows[0] = rk_query_data_row(&shape->query, MAP | NOTHING);
    rows[1] = rk_query_transform_row(vocabulary);
    rows[2] = (RkProperty){"mark", TEXT | MAP, .choose = vocabulary->mark, .summary = "what is drawn for each row"};
    rows[3] =
        (RkProperty){"layer", LIST, .items = MAP, .shape = &shape->view.shape, .summary = "views over each other"};
    rk_late_shape_init(&shape->view, "the view", &rk_shape_view, NULL);
}

RkFigureShape *rk_figure_shape_new(const RkVocabulary *vocabulary)
{
    static const RkVocabulary nothing = {0};
    if (vocabulary == NULL)
        vocabulary = &nothing;
    RkFigureShape *shape = g_new0(RkFigureShape, 1);
    rk_query_shape_init(&shape->query, vocabulary);
    init_view(shape, vocabulary);
    shape->top.rows[0] = rk_query_datasets_row(&shape->query);
    shape->top.rows[1] = rk_query_facts_row(&shape->query);
    rk_late_shape_init(&shape->top, "the figure", &rk_shape_top, &shape->view.shape);
    return shape;
}

void rk_figure_shape_free(RkFigureShape *shape)
{
    g_free(shape);
}

/* Only the parameters of a figure, wherever they stand. */
static const RkShape parameters;
static const RkProperty anything = {"key", ANYTHING};
#define PARAMETERS_ROW                                                                                                 \
    {                                                                                                                  \
        "params", LIST, .items = MAP, .choose = rk_choose_parameter                                                    \
    }
static const RkProperty config_rows[] = {PARAMETERS_ROW, {0}};
static const RkShape config_parameters = {.name = "config", .properties = config_rows, .any = &anything};
static const RkProperty parameters_rows[] = {
    PARAMETERS_ROW,
    {"config", ANYTHING, .shape = &config_parameters},
    {"layer", ANYTHING, .items = ANYTHING, .shape = &parameters},
    {0},
};
static const RkShape parameters = {.name = "the figure", .properties = parameters_rows, .any = &anything};

gboolean rk_figure_parameters_check(const RkValue *root, GError **error)
{
    return !rk_value_is(root, RK_VALUE_MAP) || rk_shape_check(root, &parameters, error);
}

gboolean rk_figure_shape_check(const RkFigureShape *shape, const RkValue *root, GError **error)
{
    return rk_shape_check(root, &shape->top.shape, error);
}
