/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of the visual channels: where their results come from, and the shapes and dashes. Colours are range-color.c,
 * numbers range-number.c; position ranges are set by layout.
 */
#include "plot/scale.h"

#include <math.h>

#include "plot/mark.h"
#include "scene/symbol.h"

typedef struct {
    const char *result;
    double key;
} Pair;

static int compare_pairs(gconstpointer first, gconstpointer second)
{
    const Pair *a = first, *b = second;
    return (a->key > b->key) - (a->key < b->key);
}

/** `range: {field}`: the different values of the field, in the order of the categories that they stand beside. */
static const RkValue *field_list(RkScale *scale, const RkValue *field, GError **error)
{
    const RkUse *use = rk_scale_first_use(scale);
    const RkUnit *unit = rk_scale_first_unit(scale);
    RkDocument *scratch = scale->plotting->scratch;
    const char *name = rk_value_text_or(field, "");
    const RkTable *table = rk_table_find(unit->table, name) != NULL ? unit->table : unit->source;
    const RkColumn *results = rk_table_require(table, name, rk_value_place(field), error);
    const RkColumn *keys = use->column == NULL ? NULL : rk_table_find(table, rk_column_name(use->column));
    if (results == NULL)
        return NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        char *text = rk_column_write(results, row);
        g_autofree char *key = keys == NULL ? NULL : rk_column_write(keys, row);
        Pair pair = {text, scale->type->discrete ? rk_scale_category(scale, key) : (double)row};
        if (text != NULL && g_hash_table_add(seen, text))
            g_array_append_val(pairs, pair);
    }
    g_array_sort(pairs, compare_pairs);
    RkValue *list = rk_document_list(scratch, rk_value_place(field));
    for (guint i = 0; i < pairs->len; i++) {
        const char *text = g_array_index(pairs, Pair, i).result;
        char *end;
        double number = g_ascii_strtod(text, &end);
        gboolean numeric = rk_column_type(results) == RK_COLUMN_NUMBER && *end == '\0';
        rk_value_append(list, numeric ? rk_document_number(scratch, rk_value_place(field), number)
                                      : rk_document_text(scratch, rk_value_place(field), text));
    }
    return list;
}

const RkValue *rk_scale_range_list(RkScale *scale, GError **error)
{
    const RkValue *range = rk_scale_property(scale, "range");
    const RkValue *field = rk_value_get(range, "field");
    if (field != NULL)
        return field_list(scale, field, error);
    if (rk_value_is(range, RK_VALUE_TEXT)) {
        const RkValue *named = rk_config_get(scale->plotting->config, "range", rk_value_text_or(range, ""));
        return rk_value_is(named, RK_VALUE_LIST) ? named : NULL;
    }
    return rk_value_is(range, RK_VALUE_MAP) && !rk_value_has(range, "expr") ? NULL : rk_scale_list(scale, range, error);
}

/** Lives as long as the scene, which names shapes by it. */
static const char *keep(const RkScale *scale, const char *text)
{
    RkPlotting *plotting = scale->plotting;
    return plotting->scene != NULL ? rk_scene_text(plotting->scene, text)
                                   : g_string_chunk_insert_const(plotting->strings, text);
}

/** A shape or dash pattern as the text that marks read. */
static const char *symbol_text(const RkScale *scale, const RkValue *item)
{
    if (!rk_value_is(item, RK_VALUE_LIST))
        return keep(scale, rk_value_text_or(item, "circle"));
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < rk_value_length(item); i++)
        g_string_append_printf(text, "%s%g", i > 0 ? " " : "", rk_value_number_or(rk_value_at(item, i), 0));
    return keep(scale, text->str);
}

static gboolean check_symbols(const RkScale *scale, const RkValue *list, GError **error)
{
    for (guint i = 0; scale->channel == RK_CHANNEL_SHAPE && i < scale->text_count; i++) {
        g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
        if (rk_symbol_outline(scale->texts[i], 1, builder))
            continue;
        g_autofree char *hint = rk_hint_from(scale->texts[i], rk_symbol_names(), "known symbols: ");
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_at(list, i)), hint, "there is no symbol \"%s\"",
                     scale->texts[i]);
        return FALSE;
    }
    return TRUE;
}

/** Shapes are names or outlines, dashes are lists of lengths. */
static gboolean check_results(const RkScale *scale, const RkValue *list, GError **error)
{
    gboolean shapes = scale->channel == RK_CHANNEL_SHAPE;
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkValue *item = rk_value_at(list, i), *odd = NULL;
        if (!rk_value_is(item, shapes ? RK_VALUE_TEXT : RK_VALUE_LIST))
            odd = item;
        for (guint k = 0; odd == NULL && k < rk_value_length(item); k++)
            if (!rk_value_is(rk_value_at(item, k), RK_VALUE_NUMBER))
                odd = rk_value_at(item, k);
        if (odd == NULL)
            continue;
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(odd),
                     shapes ? "write [circle, square]" : "write [[4, 2], [1, 1]]", "%s is made of %s, not of %s",
                     shapes ? "a range of shapes" : "a range of dashes", shapes ? "names" : "lists of lengths",
                     rk_value_kind_name(odd));
        return FALSE;
    }
    return TRUE;
}

static gboolean text_range(RkScale *scale, const RkValue *usual, const char *const *defaults, GError **error)
{
    GError *failure = NULL;
    const RkValue *range = rk_scale_range_list(scale, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    if (rk_value_length(range) == 0)
        range = usual;
    if (!check_results(scale, range, error))
        return FALSE;
    guint count = rk_value_length(range);
    scale->text_count = count > 0 ? count : g_strv_length((char **)defaults);
    scale->texts = g_new0(const char *, scale->text_count);
    for (guint i = 0; i < scale->text_count; i++)
        scale->texts[i] = count > 0 ? symbol_text(scale, rk_value_at(range, i)) : defaults[i];
    if (scale->type->divide != NULL)
        scale->type->divide(scale, scale->text_count);
    return check_symbols(scale, range, error);
}

/** The range of a position is pixels, or an expression for them. */
static gboolean check_places(const RkScale *scale, const RkValue *range, GError **error)
{
    for (guint i = 0; rk_value_is(range, RK_VALUE_LIST) && i < rk_value_length(range); i++) {
        const RkValue *item = rk_value_at(range, i);
        double number;
        if (rk_value_is(item, RK_VALUE_NUMBER) || rk_value_is(item, RK_VALUE_MAP) || rk_value_is_text(item, "width") ||
            rk_value_is_text(item, "height"))
            continue;
        if (rk_value_is(item, RK_VALUE_TEXT)) {
            if (!rk_plotting_number(scale->plotting, item, &number, error))
                return FALSE;
            continue;
        }
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(item), "write [from, to] in pixels",
                     "the range of a position is made of numbers, not of %s", rk_value_kind_name(item));
        return FALSE;
    }
    return TRUE;
}

/** What config.range says under a name that a scale asks for. */
static gboolean check_named(const RkScale *scale, const RkValue *range, GError **error)
{
    static const char *const known[] = {"width",   "height",  "symbol", "category", "diverging",
                                        "heatmap", "ordinal", "ramp",   NULL};
    const char *name = rk_value_text_or(range, NULL);
    const RkValue *named = name == NULL ? NULL : rk_config_get(scale->plotting->config, "range", name);
    gboolean words = rk_value_is(rk_value_at(named, 0), RK_VALUE_TEXT);
    /* Colours and symbols are no places. */
    if (name == NULL || (rk_value_is(named, RK_VALUE_LIST) && !(words && rk_channel_is_position(scale->channel))))
        return TRUE;
    gboolean own = rk_channel_is_position(scale->channel)
                       ? g_str_equal(name, "width") || g_str_equal(name, "height")
                       : scale->channel == RK_CHANNEL_SHAPE && g_str_equal(name, "symbol");
    if (own)
        return TRUE;
    gboolean elsewhere = g_strv_contains(known, name);
    g_autofree char *hint =
        elsewhere ? g_strdup("write a list, or name one of config.range") : rk_hint_from(name, known, "known ranges: ");
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(range), hint,
                 elsewhere ? "the range \"%s\" has nothing for channel %s" : "there is no range \"%s\" for channel %s",
                 name, rk_channel_name(scale->channel));
    return FALSE;
}

static gboolean set_range(RkScale *scale, GError **error)
{
    static const char *const shapes[] = {"circle",        "square",         "diamond",       "triangle-up", "cross",
                                         "triangle-down", "triangle-right", "triangle-left", NULL};
    static const char *const house_dashes[] = {"solid", "4 2", "2 1", "1 1", "1 2 4 2", NULL};
    static const char *const dashes[] = {"1 0", "4 2", "2 1", "1 1", "1 2 4 2", NULL};
    gboolean grammar = scale->plotting->vega_lite;
    if (!rk_scale_is_color(scale) && !check_named(scale, rk_scale_property(scale, "range"), error))
        return FALSE;
    if (rk_channel_is_position(scale->channel))
        return check_places(scale, rk_scale_property(scale, "range"), error);
    if (rk_scale_is_color(scale))
        return rk_scale_color_range(scale, error);
    if (scale->channel == RK_CHANNEL_SHAPE)
        return text_range(scale, grammar ? rk_config_get(scale->plotting->config, "range", "symbol") : NULL, shapes,
                          error);
    if (scale->channel == RK_CHANNEL_STROKE_DASH)
        return text_range(scale, NULL, grammar ? dashes : house_dashes, error);
    return rk_scale_number_range(scale, error);
}

/** A list that does not fit the domain: results that start over, or that no class or no border is left for. */
static void warn_of_count(const RkScale *scale)
{
    const RkValue *range = rk_scale_property(scale, "range");
    guint count = rk_value_length(range), needed = scale->categories->len;
    if (!rk_value_is(range, RK_VALUE_LIST) || count == 0 || rk_channel_is_position(scale->channel))
        return;
    if (scale->type->cycles && count < needed)
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(range),
                           "list one for each category", "the range of channel %s has %u results for %u categories: %s",
                           rk_channel_name(scale->channel), count, needed,
                           count == 1 ? "all look alike" : "they start over");
    needed = scale->type->class_count == NULL || scale->bin_count > 0 ? 0 : scale->type->class_count(scale);
    if (scale->type->divide != NULL && needed > 0 && needed != count)
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(range),
                           "list one result more than there are borders",
                           "the range of channel %s has %u results for %u classes: %s", rk_channel_name(scale->channel),
                           count, needed, count < needed ? "the last borders part nothing" : "the last are not used");
}

gboolean rk_scale_visual_range(RkScale *scale, GError **error)
{
    if (!set_range(scale, error))
        return FALSE;
    warn_of_count(scale);
    return TRUE;
}
