/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "world-bank": indicator files, bulk files and DataBank exports of the World Bank, with years or series side by side.
 * The header is found by its names, not by its line. Countries and groups of countries are told apart when the file of
 * metadata lies beside it.
 */
#include "read/world-bank-private.h"

#include "read/reasons-private.h"
#include "table/annotations.h"

#include <string.h>

/* So many records may stand before the header. */
#define PREAMBLE_RECORDS 12u
/* Columns whose names are no periods. */
#define NAME "Country Name"

/* "2010", "2010 [YR2010]" and "2012M01 [2012M01]" are periods; the text of the period, or NULL. Free with g_free(). */
static char *period_of(const char *field)
{
    double start;
    RkFrequency frequency;
    const char *bracket = strstr(field, " [");
    g_autofree char *text = bracket != NULL ? g_strndup(field, (gsize)(bracket - field)) : g_strdup(field);
    g_strstrip(text);
    return rk_period_parse(text, strlen(text), &start, &frequency) ? g_steal_pointer(&text) : NULL;
}

static gboolean has_period(const GPtrArray *fields)
{
    for (guint i = 0; i < fields->len; i++) {
        g_autofree char *period = period_of(fields->pdata[i]);
        if (period != NULL)
            return TRUE;
    }
    return FALSE;
}

/* DataBank sets series side by side, too: "GDP (current US$) [NY.GDP.MKTP.CD]". */
static gboolean is_series(const char *field)
{
    return g_str_has_suffix(field, "]") && strstr(field, " [") != NULL;
}

static gboolean has_series(const GPtrArray *fields)
{
    for (guint i = 0; i < fields->len; i++)
        if (is_series(fields->pdata[i]))
            return rk_record_find(fields, RK_WORLD_BANK_TIME, TRUE) >= 0;
    return FALSE;
}

static gboolean is_header(const GPtrArray *fields)
{
    return fields != NULL && rk_record_find(fields, NAME, TRUE) >= 0 &&
           rk_record_find(fields, RK_WORLD_BANK_COUNTRY, TRUE) >= 0 && (has_period(fields) || has_series(fields));
}

gboolean rk_world_bank_is_table(const char *head, gsize length)
{
    for (guint i = 0; i < PREAMBLE_RECORDS && length > 0; i++) {
        gsize used = 0;
        g_autoptr(GPtrArray) fields = rk_record_fields(head, length, ',', &used);
        if (is_header(fields))
            return TRUE;
        head += used;
        length -= used;
    }
    return FALSE;
}

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    return rk_world_bank_is_table((const char *)head, length) ? 92 : 0;
}

/* What the lines above the header say of the data. */
typedef struct {
    char *source, *updated;
} Preamble;

static void preamble_clear(Preamble *preamble)
{
    g_free(preamble->source);
    g_free(preamble->updated);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Preamble, preamble_clear)

static void take_preamble(Preamble *preamble, const GPtrArray *fields)
{
    const char *name = fields->len > 1 ? fields->pdata[0] : "";
    char **said = strcmp(name, "Data Source") == 0         ? &preamble->source
                  : strcmp(name, "Last Updated Date") == 0 ? &preamble->updated
                                                           : NULL;
    if (said == NULL)
        return;
    g_free(*said);
    *said = g_strdup(fields->pdata[1]);
}

/* Takes records up to the header. */
static GPtrArray *find_header(RkStream *stream, const char *file, Preamble *preamble, guint *lines, GError **error)
{
    for (guint i = 0; i < PREAMBLE_RECORDS; i++) {
        g_autoptr(GPtrArray) fields = rk_record_take(stream, ',', file, lines, error);
        if (fields == NULL)
            return NULL;
        if (is_header(fields))
            return g_steal_pointer(&fields);
        take_preamble(preamble, fields);
    }
    rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){file, 1, 0}, NULL,
                 "no line names the columns \"%s\" and \"%s\" and years, or times and series", NAME,
                 RK_WORLD_BANK_COUNTRY);
    return NULL;
}

/* The name of a column of the wide table, NULL for one that is left out: the empty one at the end of each line, and
 * the codes of times that stand in words beside. Values are in the columns named in `across`. */
static char *name_of(const char *field, gboolean last, gboolean series, GPtrArray *across)
{
    if ((*field == '\0' && last) || (series && strcmp(field, "Time Code") == 0))
        return NULL;
    char *period = series ? NULL : period_of(field);
    if (period != NULL || (series && is_series(field)))
        g_ptr_array_add(across, g_strdup(period != NULL ? period : field));
    return period != NULL ? period : g_strdup(field);
}

static GPtrArray *name_columns(const GPtrArray *fields, GPtrArray *across)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    gboolean series = !has_period(fields) && has_series(fields);
    for (guint i = 0; i < fields->len; i++)
        g_ptr_array_add(names, name_of(fields->pdata[i], i + 1 == fields->len, series, across));
    return names;
}

static void declare(RkDeclaration *declaration, const GPtrArray *names, const GPtrArray *across)
{
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        if (name == NULL)
            continue;
        gboolean number = g_ptr_array_find_with_equal_func((GPtrArray *)across, name, g_str_equal, NULL);
        rk_declaration_parse(declaration, name, number ? "number" : "string");
        if (number)
            rk_declaration_missing(declaration, name, "..");
    }
}

static RkTable *read_wide(const RkSource *source, const GPtrArray *names, const GPtrArray *across, guint lines,
                          const RkReadOptions *options, GError **error)
{
    g_auto(RkDeclaration) declaration;
    RkCsvGiven given = {.names = names, .lines = lines, .delimiter = ',', .notes = TRUE};
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, options->format);
    declare(&declaration, names, across);
    own.format = rk_declaration_format(&declaration);
    own.columns = NULL;
    own.filter = NULL;
    return rk_csv_read_given(source, &own, &given, error);
}

RkTable *rk_world_bank_read(const RkSource *source, const RkReadOptions *options, const RkTable *regions,
                            GError **error)
{
    const char *file = rk_source_name(source);
    const char *encoding = rk_value_text_or(rk_value_get(options->format, "encoding"), NULL);
    guint lines = 0;
    g_auto(Preamble) preamble = {NULL, NULL};
    g_autoptr(RkStream) stream = rk_stream_open(source, encoding, error);
    g_autoptr(GPtrArray) across = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) fields = stream != NULL ? find_header(stream, file, &preamble, &lines, error) : NULL;
    if (fields == NULL)
        return NULL;
    g_autoptr(GPtrArray) names = name_columns(fields, across);
    if (!rk_record_check_names(names, (RkPlace){file, lines, 0}, error))
        return NULL;
    RkSource opened = *source;
    opened.stream = g_steal_pointer(&stream);
    g_autoptr(RkTable) wide = read_wide(&opened, names, across, lines, options, error);
    RkTable *table = wide != NULL ? rk_world_bank_long(wide, across, regions, options, file, error) : NULL;
    if (table == NULL)
        return NULL;
    table = rk_table_annotate(table, RK_ANNOTATION_SOURCE, preamble.source, NULL);
    return rk_table_annotate(table, RK_ANNOTATION_UPDATED, preamble.updated, NULL);
}

RkTable *rk_world_bank_regions(const RkSource *source, GError **error)
{
    static const char *const columns[] = {RK_WORLD_BANK_COUNTRY, "Region", NULL};
    const char *file = rk_source_name(source);
    guint lines = 0;
    g_autoptr(RkStream) stream = rk_stream_open(source, NULL, error);
    g_autoptr(GPtrArray) fields = stream != NULL ? rk_record_take(stream, ',', file, &lines, error) : NULL;
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    if (fields == NULL)
        return NULL;
    g_autoptr(GPtrArray) names = name_columns(fields, none);
    if (!rk_record_check_names(names, (RkPlace){file, lines, 0}, error))
        return NULL;
    for (guint i = 0; columns[i] != NULL; i++)
        if (rk_record_find(names, columns[i], TRUE) < 0) {
            rk_error_set(error, RK_ERROR_DATA, (RkPlace){file, lines, 0}, NULL, "the countries have no column \"%s\"",
                         columns[i]);
            return NULL;
        }
    g_auto(RkDeclaration) declaration;
    rk_declaration_init(&declaration, NULL);
    for (guint i = 0; columns[i] != NULL; i++)
        rk_declaration_parse(&declaration, columns[i], "string");
    RkSource opened = *source;
    opened.stream = g_steal_pointer(&stream);
    RkReadOptions options = {.format = rk_declaration_format(&declaration), .columns = columns};
    return rk_csv_read_given(&opened, &options, &(RkCsvGiven){names, lines, ','}, error);
}

/* The metadata that the archive had beside this file, when it still lies there. */
static RkTable *find_regions(const RkSource *source, GError **error)
{
    if (source->bytes != NULL || source->path == NULL || strcmp(source->path, "-") == 0)
        return NULL;
    g_autofree char *folder = g_path_get_dirname(source->path);
    g_autofree char *base = g_path_get_basename(source->path);
    g_autofree char *beside = g_strconcat("Metadata_Country_", base, NULL);
    g_autofree char *path = g_build_filename(folder, beside, NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return NULL;
    return rk_world_bank_regions(&(RkSource){.path = path}, error);
}

static RkTable *read_world_bank(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    GError *cause = NULL;
    g_autoptr(RkTable) regions = find_regions(source, &cause);
    if (cause == NULL)
        return rk_world_bank_read(source, options != NULL ? options : &none, regions, error);
    rk_stream_free(source->stream);
    g_propagate_error(error, cause);
    return NULL;
}

static const char *const extensions[] = {"csv", NULL};

const RkFormat rk_format_world_bank = {.name = "world-bank",
                                       .extensions = extensions,
                                       .summary = "CSV of the World Bank and its DataBank, a year or a series a column",
                                       .shape = &rk_encoding_shape,
                                       .sniff = sniff,
                                       .read = read_world_bank};
