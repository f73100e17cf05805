/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking data, put together for one reading: the tables of this room and the shapes that other rooms hand in for
 * transforms and formats.
 */
#include "spec/query-shape.h"

#include "spec/vocabulary-private.h"

void rk_late_shape_init(RkLateShape *late, const char *name, const RkShape *first, const RkShape *second)
{
    late->includes[0] = first;
    late->includes[1] = second;
    late->shape = (RkShape){.name = name, .properties = late->rows, .includes = late->includes};
}

/* A map with any keys, whose values follow `values`. */
static void init_any(RkLateShape *late, const char *name, RkProperty values)
{
    late->any = values;
    late->shape = (RkShape){.name = name, .any = &late->any};
}

RkProperty rk_query_transform_row(const RkVocabulary *vocabulary)
{
    return (RkProperty){"transform", LIST, .items = MAP, .choose = vocabulary->transform,
                        .summary = "steps from the data to the rows that are shown"};
}

RkProperty rk_query_data_row(const RkQueryShape *shape, guint allow)
{
    return (RkProperty){"data", allow, .shape = &shape->data.shape, .summary = "where the rows come from"};
}

RkProperty rk_query_datasets_row(const RkQueryShape *shape)
{
    return (RkProperty){"datasets", MAP, .shape = &shape->datasets.shape, .summary = "data sets by name"};
}

RkProperty rk_query_facts_row(const RkQueryShape *shape)
{
    return (RkProperty){"facts", MAP, .shape = &shape->facts.shape,
                        .summary = "numbers computed for titles, notes and benchmarks, by name"};
}

static void init_data(RkQueryShape *shape, const RkVocabulary *vocabulary)
{
    shape->data.rows[0] = (RkProperty){"format", MAP | NOTHING, .choose = vocabulary->format,
                                       .summary = "how the data are written: type, delimiter, decimal …"};
    rk_late_shape_init(&shape->data, "the data", &rk_shape_data, NULL);
    shape->dataset.rows[0] = rk_query_transform_row(vocabulary);
    rk_late_shape_init(&shape->dataset, "the data set", &shape->data.shape, NULL);
    init_any(&shape->datasets, "the data sets",
             (RkProperty){"data set", LIST | MAP | TEXT, .items = RK_ITEMS_UNCHECKED, .shape = &shape->dataset.shape,
                          .summary = "rows, written as a list or as text, or where they come from"});
}

static void init_facts(RkQueryShape *shape, const RkVocabulary *vocabulary)
{
    shape->fact.rows[0] = rk_query_data_row(shape, MAP);
    shape->fact.rows[1] = rk_query_transform_row(vocabulary);
    rk_late_shape_init(&shape->fact, "the fact", &rk_shape_facts, NULL);
    init_any(&shape->facts, "the facts",
             (RkProperty){"fact", MAP, .shape = &shape->fact.shape,
                          .summary = "a number from data, or an expression over other facts"});
}

void rk_query_shape_init(RkQueryShape *shape, const RkVocabulary *vocabulary)
{
    init_data(shape, vocabulary);
    init_facts(shape, vocabulary);
}
