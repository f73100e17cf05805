/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lookup: columns of another table beside the rows whose key is the same (left join). Of several rows with
 * a key the first is taken, in figures of the grammar the last, as there; that is reported, and so are rows without a
 * match, which stay. Keys that are places match by what they mean when they do not match as they are written.
 */
#include "transform/transform-private.h"

#include <math.h>
#include <string.h>

#include "table/builder.h"
#include "table/companions.h"
#include "transform/lookup.h"
#include "transform/place-match.h"

/** Names shown of keys without a match. */
enum { SHOWN = 5 };

static RkTable *other_table(const RkValue *from, const RkTransformContext *context, GError **error)
{
    const RkValue *data = rk_value_get(from, "data");
    if (context->resolve_data != NULL)
        return context->resolve_data(context->user, data, error);
    rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(from), NULL, "no other table can be reached from here");
    return NULL;
}

static void report_unmatched(const RkColumn *key, const guint32 *matches, RkPlace place, RkDiagnostics *diagnostics)
{
    gsize rows = rk_column_length(key), unmatched = 0;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (gsize row = 0; row < rows; row++) {
        if (matches[row] != G_MAXUINT32)
            continue;
        unmatched++;
        if (names->len >= SHOWN)
            continue;
        g_autofree char *written = rk_column_write(key, row);
        char *name = written == NULL ? g_strdup("nothing") : g_strdup_printf("\"%s\"", written);
        if (g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_free(name);
        else
            g_ptr_array_add(names, name);
    }
    if (unmatched == 0)
        return;
    g_ptr_array_add(names, NULL);
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, place, NULL,
                       "lookup found nothing for %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " rows, the first \"%s\": %s",
                       unmatched, rows, rk_column_name(key), list);
}

static gboolean default_fits(const RkColumn *column, RkScalar otherwise)
{
    static const RkScalarKind kinds[] = {[RK_COLUMN_NUMBER] = RK_SCALAR_NUMBER,
                                         [RK_COLUMN_TEXT] = RK_SCALAR_TEXT,
                                         [RK_COLUMN_BOOLEAN] = RK_SCALAR_BOOLEAN,
                                         [RK_COLUMN_TIME] = RK_SCALAR_TIME};
    return kinds[rk_column_type(column)] == otherwise.kind;
}

/** The column with `otherwise` in the rows without a match. */
static RkColumn *fill(const RkColumn *column, const guint32 *matches, RkScalar otherwise)
{
    gsize rows = rk_column_length(column);
    RkColumnType type = default_fits(column, otherwise) ? rk_column_type(column) : RK_COLUMN_TEXT;
    RkColumnBuilder *builder = rk_column_builder_new(rk_column_name(column), type);
    for (gsize row = 0; row < rows; row++)
        rk_builder_append(builder, matches[row] == G_MAXUINT32 ? otherwise : rk_scalar_from_column(column, row));
    g_autoptr(RkColumn) filled = rk_column_builder_finish(builder);
    const RkCompanions companions = rk_companions_of(column);
    return rk_companions_put(filled, &companions);
}

/** A constant as the column would hold it: periods and years become times. */
static RkScalar read_default(const RkValue *value, const RkColumn *column)
{
    RkScalar scalar = rk_scalar_from_value(value);
    double start;
    RkFrequency frequency;
    if (rk_column_type(column) == RK_COLUMN_TIME && rk_scalar_to_time(scalar, &start, &frequency))
        return rk_time(start, frequency);
    return scalar;
}

/** In the grammar a row without a match has null, whatever the others lack. */
static void tell_unmatched(RkColumn *column, const guint32 *matches)
{
    gsize rows = rk_column_length(column), unmatched = 0;
    guint8 *blanks = g_malloc(MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        blanks[row] = (guint8)(matches[row] == G_MAXUINT32 ? RK_BLANK_NULL : rk_column_blank(column, row));
        if (rk_column_is_mixed(column) && rk_column_guise(column, row) != RK_COLUMN_TEXT)
            blanks[row] = RK_BLANK_GUISE(rk_column_guise(column, row));
        unmatched += matches[row] == G_MAXUINT32;
    }
    if (unmatched > 0)
        rk_column_set_blanks(column, blanks);
    else
        g_free(blanks);
}

static RkColumn *take(const RkColumn *field, const RkValue *options, const guint32 *matches, gsize rows,
                      const char *name, gboolean like_vega, GError **error)
{
    const RkValue *value = rk_value_get(options, "default");
    g_autoptr(RkColumn) gathered = rk_column_gather(field, matches, rows);
    if (like_vega)
        tell_unmatched(gathered, matches);
    g_autoptr(RkColumn) column = rk_column_with(gathered, name, rk_column_unit(gathered), rk_column_flag(gathered));
    RkScalar otherwise = read_default(value, column);
    if (otherwise.kind == RK_SCALAR_NULL)
        return g_steal_pointer(&column);
    if (default_fits(column, otherwise) || (like_vega && otherwise.kind < RK_SCALAR_TREE))
        return fill(column, matches, otherwise);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "the default is %s, but \"%s\" is a %s column",
                 rk_scalar_kind_name(otherwise.kind), rk_column_name(field),
                 rk_column_type_name(rk_column_type(field)));
    return NULL;
}

static RkTable *add_fields(const RkValue *options, const RkTable *input, const RkLookupFields *fields,
                           const guint32 *matches, gboolean like_vega, GError **error)
{
    g_autoptr(RkTable) table = rk_table_ref(input);
    for (guint i = 0; i < fields->columns->len; i++) {
        g_autoptr(RkColumn) column = take(fields->columns->pdata[i], options, matches, rk_table_rows(input),
                                          fields->names->pdata[i], like_vega, error);
        if (column == NULL)
            return NULL;
        RkTable *next = rk_table_with_column(table, column);
        rk_table_unref(table);
        table = next;
    }
    return g_steal_pointer(&table);
}

/** What one lookup works with. */
typedef struct {
    const RkValue *options, *name, *from_key;
    const RkColumn *key, *other_key;
    const RkTransformContext *context;
    gboolean has_default;
    RkMatch which;
} Lookup;

/** Rows with a key that found nothing. */
static gsize count_unmatched(const Lookup *lookup, const guint32 *matches)
{
    gsize count = 0;
    for (gsize row = 0; row < rk_column_length(lookup->key); row++)
        count += matches[row] == G_MAXUINT32 && !rk_column_is_missing(lookup->key, row);
    return count;
}

static gboolean are_texts(const Lookup *lookup)
{
    return rk_column_type(lookup->key) == RK_COLUMN_TEXT && rk_column_type(lookup->other_key) == RK_COLUMN_TEXT;
}

/** The rows by place; `*matches` stays as it is when the keys are no places and nobody says that they are. What there
 * is to say of keys that are places has been said (`*by_place`). */
static gboolean match_places(const Lookup *lookup, guint32 **matches, gsize *repeated, gboolean *by_place,
                             GError **error)
{
    const RkValue *wanted = rk_value_get(lookup->options, "matchPlaces"),
                  *aliases = rk_value_get(lookup->options, "aliases");
    gboolean insists = rk_value_boolean_or(wanted, aliases != NULL);
    const RkLocale *locale = lookup->context->scope == NULL ? NULL : rk_scope_locale(lookup->context->scope);
    const RkPlaceReading reading = {locale == NULL ? NULL : locale->language, -1, aliases};
    *by_place = FALSE;
    if (insists && !are_texts(lookup)) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(lookup->name), NULL,
                     "places are texts, and \"%s\" or \"%s\" is none", rk_column_name(lookup->key),
                     rk_column_name(lookup->other_key));
        return FALSE;
    }
    if (!are_texts(lookup) || (!insists && (wanted != NULL || count_unmatched(lookup, *matches) == 0)))
        return TRUE;
    g_auto(RkPlaceMatch) match = {{NULL}};
    if (!rk_place_match_read(lookup->key, lookup->other_key, &reading, &match, error))
        return FALSE;
    if (!insists && !(rk_place_column_is_sure(&match.key) && rk_place_column_is_sure(&match.other)))
        return TRUE;
    gsize repeated_place = G_MAXSIZE;
    g_autofree guint32 *found = rk_place_match_rows(&match, lookup->which, &repeated_place);
    *by_place = TRUE;
    /* Nothing is gained by meaning when both write places alike, but it says why some found nothing. */
    gboolean gained = insists || count_unmatched(lookup, found) < count_unmatched(lookup, *matches);
    if (!gained && lookup->has_default)
        return TRUE;
    if (gained) {
        g_free(*matches);
        *repeated = repeated_place;
        *matches = g_steal_pointer(&found);
    }
    if (gained && !insists)
        rk_place_match_report_found(&match, rk_value_place(lookup->name), lookup->context->diagnostics);
    rk_place_match_report(&match, *matches, lookup->has_default, rk_value_place(lookup->name),
                          lookup->context->diagnostics);
    return TRUE;
}

/** For each row the row of the other table, which may be none: see rk_match_rows(). Free with g_free(). */
static gboolean match_rows(const Lookup *lookup, guint32 **matches, GError **error)
{
    gsize repeated = G_MAXSIZE;
    gboolean by_place;
    *matches = rk_match_rows(lookup->key, lookup->other_key, lookup->which, &repeated);
    if (!match_places(lookup, matches, &repeated, &by_place, error))
        return FALSE;
    /* Who declares a default has thought of the rows without a match. */
    if (!by_place && !lookup->has_default)
        report_unmatched(lookup->key, *matches, rk_value_place(lookup->name), lookup->context->diagnostics);
    if (repeated == G_MAXSIZE)
        return TRUE;
    g_autofree char *written = rk_column_write(lookup->other_key, repeated);
    rk_diagnostics_add(lookup->context->diagnostics, RK_SEVERITY_WARNING, rk_value_place(lookup->from_key),
                       "filter the other table to one row for each key",
                       "lookup takes the %s of several rows with \"%s\" = \"%s\"",
                       lookup->which == RK_MATCH_LAST ? "last" : "first", rk_column_name(lookup->other_key), written);
    return TRUE;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *from = rk_value_get(options, "from");
    Lookup lookup = {.options = options,
                     .name = rk_value_get(options, "lookup"),
                     .from_key = rk_value_get(from, "key"),
                     .context = context,
                     .has_default = rk_value_has(options, "default"),
                     .which = context->like_vega ? RK_MATCH_LAST : RK_MATCH_FIRST};
    lookup.key = rk_table_require(input, rk_value_text_or(lookup.name, ""), rk_value_place(lookup.name), error);
    g_autoptr(RkTable) other = lookup.key == NULL ? NULL : other_table(from, context, error);
    if (other == NULL || !rk_lookup_require(from, context, &other, error))
        return NULL;
    lookup.other_key =
        rk_table_require(other, rk_value_text_or(lookup.from_key, ""), rk_value_place(lookup.from_key), error);
    g_auto(RkLookupFields) fields = {NULL};
    g_autofree guint32 *matches = NULL;
    if (lookup.other_key == NULL || !rk_lookup_fields(options, other, lookup.other_key, context, &fields, error) ||
        !match_rows(&lookup, &matches, error))
        return NULL;
    return add_fields(options, input, &fields, matches, context->like_vega, error);
}

/* As the figure's own data; what stands in it is looked at when it is read. */
static const RkProperty data_properties[] = {
    {.name = "format", .allow = RK_ALLOW_MAP | RK_ALLOW_NULL, .summary = "how the file is written"},
    {.name = "name", .allow = RK_ALLOW_TEXT, .summary = "name of a data set"},
    {.name = "sequence", .allow = RK_ALLOW_MAP, .summary = "evenly spaced numbers"},
    {.name = "url", .allow = RK_ALLOW_TEXT, .summary = "path of a data file"},
    {.name = "values",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .items = RK_ITEMS_UNCHECKED,
     .summary = "rows written in the figure file"},
    {NULL}};
static const RkShape data_shape = {.name = "the other table", .properties = data_properties};

static const RkProperty from_properties[] = {
    {.name = "data", .allow = RK_ALLOW_MAP, .shape = &data_shape, .required = TRUE, .summary = "the other table"},
    {.name = "key", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "its key column"},
    {.name = "fields",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT,
     .items = RK_ALLOW_TEXT,
     .summary = "the columns to take; all when absent"},
    {.name = "param", .allow = RK_ALLOW_TEXT, .unsupported = "a printed figure has no selections"},
    {NULL}};
static const RkShape from_shape = {.name = "\"from\" of a lookup", .properties = from_properties};

static const RkProperty properties[] = {
    {.name = "lookup", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the key column"},
    {.name = "from", .allow = RK_ALLOW_MAP, .shape = &from_shape, .required = TRUE, .summary = "where to look"},
    {.name = "as",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT,
     .items = RK_ALLOW_TEXT,
     .summary = "names of the new columns"},
    {.name = "default",
     .allow = RK_ALLOW_NULL | RK_ALLOW_BOOLEAN | RK_ALLOW_NUMBER | RK_ALLOW_TEXT,
     .summary = "the value of rows without a match"},
    {.name = "matchPlaces",
     .allow = RK_ALLOW_BOOLEAN,
     .summary = "keys are places and match by what they mean; found out when nothing is said"},
    RK_PROPERTY_ALIASES,
    {NULL}};
static const RkShape shape = {.name = "a lookup transform", .properties = properties};

const RkTransform rk_transform_lookup = {
    .name = "lookup", .summary = "add columns of another table by a key", .shape = &shape, .apply = apply};
