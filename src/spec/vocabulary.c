/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole vocabulary of a figure file, put together for one reading: the tables of this room, the shapes that other
 * rooms hand in for marks, transforms and formats, and the loop from layers back to views.
 */
#include "spec/vocabulary-private.h"

enum { MOST_ROWS = 5 };

/* A shape whose rows are filled in at run time. */
typedef struct {
    RkProperty rows[MOST_ROWS];
    const RkShape *includes[3];
    RkProperty any;
    RkShape shape;
} LateShape;

struct RkFigureShape {
    LateShape data;
    LateShape dataset;
    LateShape datasets;
    LateShape fact;
    LateShape facts;
    LateShape view;
    LateShape top;
};

static void late_init(LateShape *late, const char *name, const RkShape *first, const RkShape *second)
{
    late->includes[0] = first;
    late->includes[1] = second;
    late->shape = (RkShape){.name = name, .properties = late->rows, .includes = late->includes};
}

/* A map with any keys, whose values follow `values`. */
static void late_init_any(LateShape *late, const char *name, RkProperty values)
{
    late->any = values;
    late->shape = (RkShape){.name = name, .any = &late->any};
}

static RkProperty transform_row(const RkVocabulary *vocabulary)
{
    return (RkProperty){"transform", LIST, .items = MAP, .choose = vocabulary->transform,
                        .summary = "steps from the data to the rows that are shown"};
}

static RkProperty data_row(const RkFigureShape *shape, guint allow)
{
    return (RkProperty){"data", allow, .shape = &shape->data.shape, .summary = "where the rows come from"};
}

static void init_data(RkFigureShape *shape, const RkVocabulary *vocabulary)
{
    shape->data.rows[0] = (RkProperty){"format", MAP | NOTHING, .choose = vocabulary->format,
                                       .summary = "how the data are written: type, delimiter, decimal …"};
    late_init(&shape->data, "the data", &rk_shape_data, NULL);
    shape->dataset.rows[0] = transform_row(vocabulary);
    late_init(&shape->dataset, "the data set", &shape->data.shape, NULL);
    late_init_any(&shape->datasets, "the data sets",
                  (RkProperty){"data set", LIST | MAP, .items = RK_ITEMS_UNCHECKED, .shape = &shape->dataset.shape,
                               .summary = "a list of rows, or where they come from"});
}

static void init_facts(RkFigureShape *shape, const RkVocabulary *vocabulary)
{
    shape->fact.rows[0] = data_row(shape, MAP);
    shape->fact.rows[1] = transform_row(vocabulary);
    late_init(&shape->fact, "the fact", &rk_shape_facts, NULL);
    late_init_any(&shape->facts, "the facts",
                  (RkProperty){"fact", MAP, .shape = &shape->fact.shape,
                               .summary = "a number from data, or an expression over other facts"});
}

static void init_view(RkFigureShape *shape, const RkVocabulary *vocabulary)
{
    RkProperty *rows = shape->view.rows;
    rows[0] = data_row(shape, MAP | NOTHING);
    rows[1] = transform_row(vocabulary);
    rows[2] = (RkProperty){"mark", TEXT | MAP, .choose = vocabulary->mark, .summary = "what is drawn for each row"};
    rows[3] =
        (RkProperty){"layer", LIST, .items = MAP, .shape = &shape->view.shape, .summary = "views over each other"};
    late_init(&shape->view, "the view", &rk_shape_view, NULL);
}

RkFigureShape *rk_figure_shape_new(const RkVocabulary *vocabulary)
{
    static const RkVocabulary nothing = {0};
    if (vocabulary == NULL)
        vocabulary = &nothing;
    RkFigureShape *shape = g_new0(RkFigureShape, 1);
    init_data(shape, vocabulary);
    init_facts(shape, vocabulary);
    init_view(shape, vocabulary);
    shape->top.rows[0] = (RkProperty){"datasets", MAP, .shape = &shape->datasets.shape, .summary = "data sets by name"};
    shape->top.rows[1] = (RkProperty){"facts", MAP, .shape = &shape->facts.shape,
                                      .summary = "numbers computed for titles, notes and benchmarks, by name"};
    late_init(&shape->top, "the figure", &rk_shape_top, &shape->view.shape);
    return shape;
}

void rk_figure_shape_free(RkFigureShape *shape)
{
    g_free(shape);
}

gboolean rk_figure_shape_check(const RkFigureShape *shape, const RkValue *root, GError **error)
{
    return rk_shape_check(root, &shape->top.shape, error);
}
