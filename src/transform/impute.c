/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * impute: values for missing cells, and a column that says which cells they are. With `key` it is Vega-Lite's: rows
 * that a group lacks are added first. What no value stands near enough for stays missing, and is counted.
 */
#include "transform/impute.h"

#include <math.h>

#include "stats/array.h"
#include "stats/fill.h"

/* In the order of rk_impute_methods. */
static const char *const method_names[] = {"value",  "mean",    "median", "min",   "max",     "carry",
                                           "linear", "steffen", "akima",  "cubic", "nearest", NULL};
static const char *const outside_names[] = {"missing", "nearest", NULL};

typedef struct {
    const RkImputeMethod *method;
    RkMeasure *measure;
    RkPanel *panel; /**< steps NULL: in the order of the table */
    RkFrame frame;
    double most, value;
    gboolean outside;
    gsize old_rows;    /**< of the input, before rows were added */
    gboolean new_only; /**< as Vega-Lite: a constant goes into the added rows alone */
    double *results;
    guint32 *sources;
} Imputing;

static const RkImputeMethod *method_of(const RkValue *options)
{
    const char *name = rk_value_text_or(rk_value_get(options, "method"), method_names[0]);
    for (const RkImputeMethod *method = rk_impute_methods; method->name != NULL; method++)
        if (strcmp(method->name, name) == 0)
            return method;
    return rk_impute_methods;
}

/** In the grammar a value or frame that the method has no use for is only told. */
static gboolean is_idle(const char *name, RkPlace place, const RkImputeMethod *method,
                        const RkTransformContext *context)
{
    if (!context->like_vega || !(g_str_equal(name, "value") || g_str_equal(name, "frame")))
        return FALSE;
    rk_diagnostics_add(context->diagnostics, RK_SEVERITY_WARNING, place, NULL, "%s has no effect on the method %s",
                       name, method->name);
    return TRUE;
}

static gboolean check_options(const RkValue *options, const RkImputeMethod *method, const RkTransformContext *context,
                              GError **error)
{
    const struct {
        const char *name;
        gboolean belongs;
    } needs[] = {{"frame", method->framed || method->fill == NULL},
                 {"maxAge", method->aged},
                 {"value", method->fill == NULL},
                 {"outside", method->ordered && !method->aged},
                 {"keyvals", rk_value_has(options, "key")},
                 {"time", !rk_value_has(options, "key")}};
    for (guint i = 0; i < G_N_ELEMENTS(needs); i++) {
        if (needs[i].belongs || !rk_value_has(options, needs[i].name))
            continue;
        RkPlace place = rk_value_place(rk_value_get(options, needs[i].name));
        if (is_idle(needs[i].name, place, method, context))
            continue;
        if (g_str_equal(needs[i].name, "time"))
            rk_error_set(error, RK_ERROR_SPEC, place, NULL, "time is not needed beside key");
        else if (g_str_equal(needs[i].name, "keyvals"))
            rk_error_set(error, RK_ERROR_SPEC, place, NULL, "keyvals needs key");
        else
            rk_error_set(error, RK_ERROR_SPEC, place, NULL, "the method %s has no %s", method->name, needs[i].name);
        return FALSE;
    }
    return TRUE;
}

static gboolean read_numbers(const RkValue *options, gboolean like_vega, Imputing *imputing, GError **error)
{
    const RkValue *age = rk_value_get(options, "maxAge");
    const RkValue *value = rk_value_get(options, "value");
    imputing->frame = (RkFrame){-INFINITY, INFINITY};
    imputing->most = rk_value_number_or(age, INFINITY);
    imputing->value = rk_value_number_or(value, value == NULL && like_vega ? 0 : NAN);
    imputing->outside = rk_value_is_text(rk_value_get(options, "outside"), outside_names[1]);
    if (!rk_frame_read(rk_value_get(options, "frame"), &imputing->frame, error))
        return FALSE;
    if (imputing->most < 0)
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(age), NULL, "maxAge is a number of periods, 0 or more");
    else if (value == NULL && imputing->method->fill == NULL && !rk_value_has(options, "key"))
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(options), "give a method, or a value",
                     "impute does not know what to put in");
    else
        return TRUE;
    return FALSE;
}

/** The column to go by: `key` or `time`. A key of text orders nothing; a frame then goes by the order of the rows, as
 * it always does in the grammar, where added rows come last. */
static gboolean read_order(const RkValue *options, gboolean like_vega, Imputing *imputing, GError **error)
{
    const RkValue *name = rk_value_get(options, rk_value_has(options, "key") ? "key" : "time");
    if (imputing->method->ordered)
        return rk_panel_read(name, imputing->measure, imputing->panel, error);
    if (name == NULL)
        return TRUE;
    const RkColumn *column =
        rk_table_require(imputing->measure->input, rk_value_text_or(name, ""), rk_value_place(name), error);
    if (column == NULL || like_vega || rk_column_numbers(column) == NULL || !rk_value_has(options, "frame"))
        return column != NULL;
    return rk_panel_order(name, imputing->measure, imputing->panel, error);
}

static void fill_series(const Imputing *imputing, RkSeries *series)
{
    imputing->method->fill(series);
    if (!imputing->outside)
        return;
    g_autofree gsize *sources = g_new(gsize, series->count + 1);
    rk_stats_fill_nearest(series->places, series->values, series->count, INFINITY, TRUE, sources);
    for (gsize i = 0; i < series->count; i++)
        if (sources[i] != RK_FILL_NONE)
            series->sources[i] = sources[i];
}

/** Gathers a group in its order, fills it, and puts it back. */
static void impute_group(const Imputing *imputing, guint32 group)
{
    gsize count;
    const guint32 *rows = rk_measure_rows(imputing->measure, group, &count);
    if (imputing->method->ordered)
        count = imputing->panel->dated[group];
    g_autofree double *places = g_new(double, count + 1), *values = g_new(double, count + 1);
    g_autofree gsize *sources = g_new(gsize, count + 1);
    for (gsize i = 0; i < count; i++) {
        places[i] = imputing->panel->steps == NULL ? (double)i : imputing->panel->steps[rows[i]];
        values[i] = imputing->measure->values[rows[i]];
        sources[i] = RK_FILL_NONE;
    }
    RkSeries series = {places, values, count, sources, imputing->frame, imputing->most};
    if (imputing->method->fill != NULL)
        fill_series(imputing, &series);
    for (gsize i = 0; i < count; i++) {
        gboolean open = !imputing->new_only || rows[i] >= imputing->old_rows;
        if (imputing->method->fill == NULL && isnan(values[i]) && open)
            values[i] = imputing->value;
        imputing->results[rows[i]] = values[i];
        imputing->sources[rows[i]] = sources[i] == RK_FILL_NONE ? G_MAXUINT32 : rows[sources[i]];
    }
}

static void report(const Imputing *imputing, const char *name)
{
    const RkMeasure *measure = imputing->measure;
    gsize rows = measure->groups->rows;
    gsize known = rk_stats_count(measure->values, rows), now = rk_stats_count(imputing->results, rows);
    if (now > known)
        rk_diagnostics_add(measure->diagnostics, RK_SEVERITY_NOTE, measure->place, NULL,
                           "impute filled %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " values of \"%s\" by the method %s",
                           now - known, rows, name, imputing->method->name);
    if (now < rows)
        rk_diagnostics_add(measure->diagnostics, RK_SEVERITY_NOTE, measure->place, NULL,
                           "impute left %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " values of \"%s\" missing",
                           rows - now, rows, name);
}

static RkColumn *mask_column(const Imputing *imputing, const char *name)
{
    gsize rows = imputing->measure->groups->rows;
    guint8 *mask = g_new(guint8, rows + 1);
    for (gsize row = 0; row < rows; row++)
        mask[row] = rk_impute_filled(imputing->measure, imputing->results, row);
    return rk_column_new_booleans(name, mask, rows);
}

/** Value, mask and, when the figure names it, the period that each value was carried from. */
static RkTable *results(const RkValue *options, const Imputing *imputing, GError **error)
{
    const RkValue *as = rk_value_get(options, "as");
    const RkMeasure *measure = imputing->measure;
    const char *field = rk_column_name(measure->column), *value_name = rk_option_as(as, 0, field);
    g_autofree char *otherwise = g_strconcat(value_name, "_imputed", NULL);
    const char *mask_name = rk_option_as(as, 1, otherwise), *source_name = rk_option_as(as, 2, NULL);
    if (g_str_equal(value_name, mask_name) || g_strcmp0(mask_name, source_name) == 0 ||
        g_strcmp0(value_name, source_name) == 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(as), NULL, "two columns of one name");
        return NULL;
    }
    report(imputing, field);
    g_autoptr(RkColumn) values = rk_impute_column(measure, imputing->results, value_name);
    g_autoptr(RkColumn) mask = mask_column(imputing, mask_name);
    g_autoptr(RkTable) with_values = rk_impute_put(measure->input, measure->column, values);
    g_autoptr(RkTable) table = rk_table_with_column(with_values, mask);
    if (source_name == NULL || imputing->panel->time == NULL)
        return g_steal_pointer(&table);
    g_autoptr(RkColumn) source = rk_column_gather(imputing->panel->time, imputing->sources, measure->groups->rows);
    g_autoptr(RkColumn) renamed = rk_column_with(source, source_name, NULL, NULL);
    return rk_table_with_column(table, renamed);
}

static RkTable *impute(const RkValue *options, Imputing *imputing, const RkTable *input,
                       const RkTransformContext *context, GError **error)
{
    if (!rk_measure_read(options, "impute", input, context, imputing->measure, error) ||
        !read_order(options, context->like_vega, imputing, error))
        return NULL;
    imputing->results = g_new(double, rk_table_rows(input) + 1);
    imputing->sources = g_new(guint32, rk_table_rows(input) + 1);
    for (gsize row = 0; row < rk_table_rows(input); row++) {
        imputing->results[row] = imputing->measure->values[row];
        imputing->sources[row] = G_MAXUINT32;
    }
    for (guint32 group = 0; group < imputing->measure->groups->count; group++)
        impute_group(imputing, group);
    RkTable *table = results(options, imputing, error);
    g_free(imputing->results);
    g_free(imputing->sources);
    return table;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    g_auto(RkPanel) panel = {NULL};
    gboolean keyed = rk_value_has(options, "key");
    Imputing imputing = {.method = method_of(options),
                         .measure = &measure,
                         .panel = &panel,
                         .old_rows = rk_table_rows(input),
                         .new_only = keyed};
    if (context->like_vega && !keyed) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(options), "the field by which rows are missing",
                     "an impute transform needs the key \"key\"");
        return NULL;
    }
    if (!check_options(options, imputing.method, context, error) ||
        !read_numbers(options, context->like_vega, &imputing, error))
        return NULL;
    g_autoptr(RkTable) completed = keyed ? rk_impute_complete(options, input, error) : rk_table_ref(input);
    return completed == NULL ? NULL : impute(options, &imputing, completed, context, error);
}

static const RkProperty keyvals_properties[] = {
    {.name = "start", .allow = RK_ALLOW_NUMBER, .summary = "the first: 0"},
    {.name = "stop", .allow = RK_ALLOW_NUMBER, .required = TRUE, .summary = "where they end, itself left out"},
    {.name = "step", .allow = RK_ALLOW_NUMBER, .summary = "the distance: 1"},
    {NULL}};
static const RkShape keyvals_shape = {.name = "keyvals", .properties = keyvals_properties};

static const RkProperty properties[] = {
    {.name = "impute", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column with missing values"},
    {.name = "key",
     .allow = RK_ALLOW_TEXT,
     .summary = "each group gets a row for every value of this column, as in Vega-Lite; gives the order, too"},
    {.name = "keyvals",
     .allow = RK_ALLOW_LIST | RK_ALLOW_MAP,
     .shape = &keyvals_shape,
     .items = RK_ALLOW_NUMBER | RK_ALLOW_TEXT,
     .summary = "more values of key: a list, or start, stop, step"},
    {.name = "time",
     .allow = RK_ALLOW_TEXT,
     .summary = "without key: the column that gives the order: time, else the only one of times"},
    {.name = "method",
     .allow = RK_ALLOW_TEXT,
     .words = method_names,
     .summary = "value, mean, median, min, max, carry, linear, steffen, akima, cubic or nearest"},
    {.name = "value", .allow = RK_ALLOW_NUMBER | RK_ALLOW_NULL, .summary = "what the method value puts in"},
    {.name = "frame",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_NUMBER | RK_ALLOW_NULL,
     .summary = "rows around the gap for mean, median, min, max: [null, null]"},
    {.name = "outside",
     .allow = RK_ALLOW_TEXT,
     .words = outside_names,
     .summary = "before the first and after the last value, for linear and curves: missing or nearest"},
    {.name = "maxAge", .allow = RK_ALLOW_NUMBER, .summary = "periods that carry and nearest reach at most"},
    RK_PROPERTY_GROUPBY,
    {.name = "as",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT,
     .items = RK_ALLOW_TEXT,
     .summary = "names: [the column itself, its name with _imputed, and where a value was carried from]"},
    {NULL}};
static const RkShape shape = {.name = "an impute transform", .properties = properties};

const RkTransform rk_transform_impute = {
    .name = "impute", .summary = "fill missing values, and say which", .shape = &shape, .apply = apply};
