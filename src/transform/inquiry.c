/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named data sets: each made once from rows, a file or another data set, through its own transforms. One that needs
 * itself is refused.
 */
#include "transform/inquiry-private.h"

#include "base/limits.h"
#include "transform/parameters.h"

/** The figure's rule for the flags of numbers that are worked out. */
static RkFlagRule flag_rule_of(const RkValue *root)
{
    const char *name = rk_value_text_or(rk_value_get(rk_value_get(root, "flags"), "combine"), "");
    for (guint i = 0; rk_flag_rules[i] != NULL; i++) {
        if (g_str_equal(rk_flag_rules[i], name))
            return (RkFlagRule)i;
    }
    return RK_FLAGS_WEAKEST;
}

RkInquiry *rk_inquiry_new(const RkValue *root, const char *file, const RkLocale *locale, const RkInquirySource *source)
{
    RkInquiry *inquiry = g_new0(RkInquiry, 1);
    inquiry->root = root;
    inquiry->source = source;
    inquiry->scope = rk_scope_new(NULL, locale);
    rk_scope_set_flag_rule(inquiry->scope, flag_rule_of(root));
    rk_scope_set_like_vega(inquiry->scope, source->like_vega);
    inquiry->scratch = rk_document_new(file);
    double sizes[2];
    rk_parameters_sizes(root, source->drawn, sizes);
    /* Rows must not depend on a guess, save where the size does not depend on them. */
    rk_parameters_assume_listed_sizes(root, sizes);
    /* A figure was resolved before: what is wrong with its parameters was said then. */
    rk_parameters_define(root, inquiry->scratch, sizes, inquiry->scope, NULL);
    inquiry->datasets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)rk_table_unref);
    inquiry->loading = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    inquiry->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    rk_scope_set_rows(inquiry->scope, rk_inquiry_find_rows, inquiry);
    return inquiry;
}

void rk_inquiry_free(RkInquiry *inquiry)
{
    if (inquiry == NULL)
        return;
    g_hash_table_unref(inquiry->loading);
    g_hash_table_unref(inquiry->rows);
    g_hash_table_unref(inquiry->datasets);
    rk_scope_free(inquiry->scope);
    rk_document_unref(inquiry->scratch);
    g_free(inquiry);
}

RkScope *rk_inquiry_scope(RkInquiry *inquiry)
{
    return inquiry->scope;
}

static RkTable *resolve(gpointer user, const RkValue *data, GError **error)
{
    return rk_inquiry_data(user, data, error);
}

static void define(gpointer user, const char *name, const double *numbers, guint count)
{
    RkInquiry *inquiry = user;
    RkValue *list = rk_document_list(inquiry->scratch, RK_NOWHERE);
    for (guint i = 0; i < count; i++)
        rk_value_append(list, rk_document_number(inquiry->scratch, RK_NOWHERE, numbers[i]));
    rk_scope_set(inquiry->scope, name, (RkScalar){.kind = RK_SCALAR_TREE, .tree = list});
}

void rk_inquiry_context(RkInquiry *inquiry, RkTransformContext *context)
{
    *context = (RkTransformContext){
        .resolve_data = resolve,
        .define = define,
        .user = inquiry,
        .scope = inquiry->scope,
        .diagnostics = inquiry->source->diagnostics,
        .like_vega = inquiry->source->like_vega,
    };
}

RkTable *rk_inquiry_transform(RkInquiry *inquiry, const RkValue *transform, const RkTable *table, GError **error)
{
    RkTransformContext context;
    rk_inquiry_context(inquiry, &context);
    return rk_transform_apply_list(transform, table, &context, error);
}

RkTable *rk_inquiry_transform_rest(RkInquiry *inquiry, const RkValue *transform, guint done, const RkTable *table,
                                   GError **error)
{
    RkTransformContext context;
    rk_inquiry_context(inquiry, &context);
    return rk_transform_apply_rest(transform, done, table, &context, error);
}

/** The keys of data that bring rows along. */
static const char *const contents[] = {"url", "values", "sequence", "sphere", "graticule"};

/** Data that a view brings along under a name; NULL when there are none. */
static const RkValue *named_in_views(const RkValue *view, const char *name, guint depth)
{
    const RkValue *data = rk_value_get(view, "data"), *layers = rk_value_get(view, "layer"), *found = NULL;
    if (rk_value_is_text(rk_value_get(data, "name"), name)) {
        for (guint i = 0; i < G_N_ELEMENTS(contents); i++)
            if (rk_value_has(data, contents[i]))
                return data;
    }
    for (guint i = 0; found == NULL && depth < RK_LIMIT_VIEW_DEPTH && i < rk_value_length(layers); i++)
        found = named_in_views(rk_value_at(layers, i), name, depth + 1);
    return found;
}

/** Rows are written as who asks for them says; a map says itself how it is written. */
static RkTable *make_dataset(RkInquiry *inquiry, const RkValue *definition, const RkValue *format, GError **error)
{
    RkPlace place = rk_value_place(definition);
    if (!rk_value_is(definition, RK_VALUE_MAP)) {
        RkValue *data = rk_document_map(inquiry->scratch, place);
        rk_value_put(inquiry->scratch, data, "values", place, definition);
        if (format != NULL)
            rk_value_put(inquiry->scratch, data, "format", rk_value_place(format), format);
        return rk_inquiry_data(inquiry, data, error);
    }
    if (format != NULL)
        rk_diagnostics_add(inquiry->source->diagnostics, RK_SEVERITY_WARNING, rk_value_place(format),
                           "write it beside the data set's url or values", "format has no effect beside a name");
    return rk_inquiry_rows(inquiry, definition, rk_value_get(definition, "transform"), error);
}

/** The table of a name, made once for every format that is asked for. */
static RkTable *dataset(RkInquiry *inquiry, const RkValue *name, const RkValue *format, GError **error)
{
    const char *text = rk_value_text_or(name, "");
    format = rk_value_is(format, RK_VALUE_NULL) ? NULL : format;
    g_autofree char *key = g_strdup_printf("%s\n%p", text, (const void *)format);
    RkTable *known = g_hash_table_lookup(inquiry->datasets, key);
    if (known != NULL)
        return rk_table_ref(known);
    const RkValue *definition = rk_value_get(rk_value_get(inquiry->root, "datasets"), text);
    if (definition == NULL)
        definition = named_in_views(inquiry->root, text, 0);
    if (definition == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(name), "name it under `datasets`",
                     "there is no data set \"%s\"", text);
        return NULL;
    }
    if (!g_hash_table_add(inquiry->loading, g_strdup(text))) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(definition), NULL, "the data set \"%s\" is made from itself",
                     text);
        return NULL;
    }
    RkTable *table = make_dataset(inquiry, definition, format, error);
    g_hash_table_remove(inquiry->loading, text);
    if (table != NULL)
        g_hash_table_insert(inquiry->datasets, g_steal_pointer(&key), rk_table_ref(table));
    return table;
}

static RkTable *find_data(RkInquiry *inquiry, const RkValue *data, RkNextSteps *next, GError **error)
{
    if (data == NULL || rk_value_is(data, RK_VALUE_NULL))
        return rk_table_new(NULL, 0, 1, NULL);
    if (rk_value_is(data, RK_VALUE_TEXT))
        return dataset(inquiry, data, NULL, error);
    gboolean is_reference = rk_value_has(data, "name");
    for (guint i = 0; i < G_N_ELEMENTS(contents); i++)
        is_reference = is_reference && !rk_value_has(data, contents[i]);
    if (is_reference)
        return dataset(inquiry, rk_value_get(data, "name"), rk_value_get(data, "format"), error);
    return inquiry->source->load(inquiry->source->user, data, next, error);
}

RkTable *rk_inquiry_data(RkInquiry *inquiry, const RkValue *data, GError **error)
{
    RkNextSteps none = {NULL};
    return find_data(inquiry, data, &none, error);
}

RkTable *rk_inquiry_rows(RkInquiry *inquiry, const RkValue *data, const RkValue *transform, GError **error)
{
    RkTransformContext context;
    RkNextSteps next = {.list = transform, .scope = inquiry->scope};
    rk_inquiry_context(inquiry, &context);
    g_autoptr(RkTable) table = find_data(inquiry, data, &next, error);
    return table == NULL ? NULL : rk_transform_apply_rest(transform, next.done, table, &context, error);
}
