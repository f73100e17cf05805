/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * place: countries, regions and groups in another code or by name. What is not understood is missing and named, or an
 * error; a name of several places is an error until an alias decides.
 */
#include "transform/place-column.h"
#include "transform/transform-private.h"

#include <math.h>
#include <string.h>

#include "table/builder.h"

/* Names shown of words without a result. */
enum { SHOWN = 5 };

/* What is written, besides the systems of codes. */
typedef enum { TO_NAME = RK_GEO_CODES, TO_COUNTRY, TO_KIND, TO_LEVEL } To;
static const char *const targets[] = {"alpha2", "alpha3",  "numeric", "eurostat", "worldBank", "owid",
                                      "name",   "country", "kind",    "level",    NULL};
static const char *const sources[] = {"alpha2", "alpha3", "numeric", "eurostat", "worldBank",
                                      "owid",   "other",  "nuts",    "name",     NULL};
static const char *const fates[] = {"missing", "keep", "error", NULL};

typedef struct {
    const RkValue *options;
    RkPlace place;
    guint to;
    const char *language;
    const char *unknown;
    RkPlaceColumn places;
    RkDiagnostics *diagnostics;
} Placing;

/* Words without a result, for one reason. */
typedef struct {
    GString *list;
    guint count;
} Left;

static void add_left(Left *left, const char *word)
{
    if (left->list == NULL)
        left->list = g_string_new(NULL);
    if (left->count < SHOWN)
        g_string_append_printf(left->list, "%s\"%s\"", left->count == 0 ? "" : ", ", word);
    else if (left->count == SHOWN)
        g_string_append(left->list, " …");
    left->count++;
}

static int word_index(const char *word, const char *const *words)
{
    for (int i = 0; word != NULL && words[i] != NULL; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return -1;
}

/* Codes of ISO in a column of numbers lost their zeros; they are texts of three digits again. */
static RkColumn *numbers_as_texts(const RkColumn *column)
{
    RkColumnBuilder *builder = rk_column_builder_new(rk_column_name(column), RK_COLUMN_TEXT);
    const double *values = rk_column_numbers(column);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        gboolean fits = values[row] >= 0 && values[row] <= 999 && values[row] == floor(values[row]);
        g_autofree char *text = fits ? g_strdup_printf("%03d", (int)values[row]) : rk_column_write(column, row);
        rk_column_builder_text(builder, text, -1);
    }
    return rk_column_builder_finish(builder);
}

static RkColumn *read_field(const RkValue *options, const RkTable *input, GError **error)
{
    const RkValue *name = rk_value_get(options, "place");
    const RkColumn *column = rk_table_require(input, rk_value_text_or(name, ""), rk_value_place(name), error);
    if (column == NULL || rk_column_type(column) == RK_COLUMN_TEXT)
        return column == NULL ? NULL : rk_column_ref(column);
    if (rk_column_type(column) == RK_COLUMN_NUMBER && rk_value_is_text(rk_value_get(options, "from"), "numeric"))
        return numbers_as_texts(column);
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(name),
                 rk_column_type(column) == RK_COLUMN_NUMBER ? "for ISO's numbers write from: numeric" : NULL,
                 "places are texts, and \"%s\" is a %s column", rk_column_name(column),
                 rk_column_type_name(rk_column_type(column)));
    return NULL;
}

static gboolean read_language(const RkValue *options, const RkTransformContext *context, const char **language,
                              GError **error)
{
    const RkValue *value = rk_value_get(options, "language");
    const RkLocale *locale = context->scope == NULL ? NULL : rk_scope_locale(context->scope);
    *language = rk_value_text_or(value, locale == NULL ? "en" : locale->language);
    if (rk_geo_speaks(*language))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), "write a language as en, lt, de, pt-BR",
                 "no names of places are known in \"%s\"", *language);
    return FALSE;
}

/* Unknown and ambiguous words end here, or are reported. */
static gboolean check_words(const Placing *placing, GError **error)
{
    const RkPlaceColumn *places = &placing->places;
    Left unknown = {NULL};
    const char *first = NULL;
    for (guint32 word = 0; word < places->words; word++) {
        if (!places->used[word] || places->matches[word].place != NULL)
            continue;
        if (places->matches[word].count > 0) {
            g_autofree char *candidates = rk_place_column_candidates(places, word);
            g_autofree char *hint =
                g_strdup_printf("say which one: aliases: {%s: %s}", rk_column_word(places->column, word),
                                places->matches[word].candidates[0]->id);
            rk_error_set(error, RK_ERROR_DATA, placing->place, hint, "%s", candidates);
            return FALSE;
        }
        first = first == NULL ? rk_column_word(places->column, word) : first;
        add_left(&unknown, rk_column_word(places->column, word));
    }
    if (unknown.count == 0)
        return TRUE;
    const char *nearest = rk_geo_nearest(first, placing->language);
    g_autofree char *hint = nearest == NULL ? g_strdup("give aliases for them, or filter them out")
                                            : g_strdup_printf("did you mean \"%s\"?", nearest);
    g_autofree char *list = g_string_free(unknown.list, FALSE);
    gboolean fatal = strcmp(placing->unknown, "error") == 0;
    if (fatal)
        rk_error_set(error, RK_ERROR_DATA, placing->place, hint, "no place is known as %s", list);
    else
        rk_diagnostics_add(placing->diagnostics, RK_SEVERITY_WARNING, placing->place, hint,
                           "no place is known as %s: %s", list,
                           strcmp(placing->unknown, "keep") == 0 ? "kept as it is" : "missing from now on");
    return !fatal;
}

static const char *country_code(const RkGeoMatch *match)
{
    return match->kind == RK_GEO_AGGREGATE ? NULL : match->place->codes[RK_GEO_ALPHA2];
}

/* A region has its code in Eurostat's system alone, and no name here. */
static const char *text_of(const Placing *placing, guint32 word, gboolean *english)
{
    const RkGeoMatch *match = &placing->places.matches[word];
    if (placing->to == TO_COUNTRY)
        return country_code(match);
    if (placing->to == TO_KIND)
        return rk_geo_kind_name(match->kind);
    if (match->kind == RK_GEO_REGION)
        return placing->to == RK_GEO_EUROSTAT || placing->to == TO_NAME ? rk_column_word(placing->places.column, word)
                                                                        : NULL;
    if (placing->to < RK_GEO_CODES)
        return match->place->codes[placing->to];
    const char *name = rk_geo_name(match->place, placing->language);
    *english = name == NULL;
    return name != NULL ? name : rk_geo_name(match->place, NULL);
}

static void report_left(const Placing *placing, Left *left, const char *what)
{
    if (left->count > 0)
        rk_diagnostics_add(placing->diagnostics, RK_SEVERITY_NOTE, placing->place, NULL, "%s: %s", what,
                           left->list->str);
    if (left->list != NULL)
        g_string_free(left->list, TRUE);
}

/* The new text of each word, as a column of its own. */
static RkColumn *word_texts(const Placing *placing)
{
    const RkPlaceColumn *places = &placing->places;
    Left without = {NULL}, english = {NULL};
    RkColumnBuilder *builder = rk_column_builder_new("", RK_COLUMN_TEXT);
    gboolean keep = strcmp(placing->unknown, "keep") == 0;
    for (guint32 word = 0; word < places->words; word++) {
        const char *old = rk_column_word(places->column, word), *text = keep && places->used[word] ? old : NULL;
        gboolean in_english = FALSE;
        if (places->matches[word].place != NULL) {
            text = text_of(placing, word, &in_english);
            if (text == NULL)
                add_left(&without, old);
        }
        if (in_english)
            add_left(&english, old);
        rk_column_builder_text(builder, text, -1);
    }
    g_autofree char *what = g_strdup_printf("missing, because they have no such code (to: %s)", targets[placing->to]);
    report_left(placing, &without, what);
    report_left(placing, &english, "named in English, because the language has no name for them");
    return rk_column_builder_finish(builder);
}

static RkColumn *make_texts(const Placing *placing, const char *name)
{
    gsize rows = rk_column_length(placing->places.column);
    const guint32 *old = rk_column_codes(placing->places.column);
    g_autoptr(RkColumn) texts = word_texts(placing);
    const guint32 *new = rk_column_codes(texts);
    guint32 *codes = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        codes[row] = old[row] < placing->places.words ? new[old[row]] : RK_TEXT_MISSING;
    return rk_column_new_codes(name, codes, rows, texts);
}

static RkColumn *make_levels(const Placing *placing, const char *name)
{
    gsize rows = rk_column_length(placing->places.column);
    const guint32 *codes = rk_column_codes(placing->places.column);
    double *levels = g_new(double, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        const RkGeoMatch *match = codes[row] < placing->places.words ? &placing->places.matches[codes[row]] : NULL;
        levels[row] = match == NULL || match->place == NULL || match->kind == RK_GEO_AGGREGATE ? NAN : match->level;
    }
    return rk_column_new_numbers(name, levels, rows);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *name = rk_value_get(options, "place");
    Placing placing = {.options = options, .place = rk_value_place(name), .diagnostics = context->diagnostics};
    placing.to = (guint)MAX(word_index(rk_value_text_or(rk_value_get(options, "to"), "name"), targets), 0);
    placing.unknown = rk_value_text_or(rk_value_get(options, "unknown"), "missing");
    RkPlaceReading reading = {.system = word_index(rk_value_text_or(rk_value_get(options, "from"), NULL), sources),
                              .aliases = rk_value_get(options, "aliases")};
    g_autoptr(RkColumn) column = read_field(options, input, error);
    if (column == NULL || !read_language(options, context, &placing.language, error))
        return NULL;
    reading.language = placing.language;
    RkTable *table = NULL;
    if (rk_place_column_read(column, &reading, &placing.places, error) && check_words(&placing, error)) {
        const char *as = rk_value_text_or(rk_value_get(options, "as"), rk_column_name(column));
        rk_place_column_report(&placing.places, placing.place, context->diagnostics);
        g_autoptr(RkColumn) made = placing.to == TO_LEVEL ? make_levels(&placing, as) : make_texts(&placing, as);
        table = rk_table_with_column(input, made);
    }
    rk_place_column_clear(&placing.places);
    return table;
}

static const RkProperty properties[] = {
    {.name = "place", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column of codes or names"},
    {.name = "to",
     .allow = RK_ALLOW_TEXT,
     .words = targets,
     .summary = "name (when nothing is said), a code, country (of a region), kind, or level of NUTS"},
    {.name = "from", .allow = RK_ALLOW_TEXT, .words = sources, .summary = "how the column writes them, for certain"},
    {.name = "language", .allow = RK_ALLOW_TEXT, .summary = "of the names: that of the figure"},
    RK_PROPERTY_ALIASES,
    {.name = "unknown",
     .allow = RK_ALLOW_TEXT,
     .words = fates,
     .summary = "what becomes of other words: missing, keep, error"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: the same"},
    {NULL}};
static const RkShape shape = {.name = "a place transform", .properties = properties};

const RkTransform rk_transform_place = {
    .name = "place", .summary = "places in another code, or by name in any language", .shape = &shape, .apply = apply};
