/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "sdmx-csv": SDMX-CSV 1.0 (it begins with DATAFLOW) and 2.x (STRUCTURE), with codes, labels or both, and that of
 * central banks, which begins with KEY. The delimiter is
 * what stands behind the first term. Codes are texts, whatever they look like.
 */
#include "read/reasons-private.h"
#include "read/sdmx-private.h"

#include <string.h>

/* Reads the first term; returns the character behind it, 0 when the head does not begin so. */
static char find_delimiter(const char *head, gsize length)
{
    static const char *const terms[] = {"DATAFLOW", "STRUCTURE", "KEY"};
    gsize at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    gboolean quoted = at < length && head[at] == '"';
    at += quoted;
    for (guint i = 0; i < G_N_ELEMENTS(terms); i++) {
        gsize end = at + strlen(terms[i]);
        if (end >= length || memcmp(head + at, terms[i], strlen(terms[i])) != 0)
            continue;
        if (head[end] == '[' && end + 3 < length && head[end + 2] == ']')
            end += 3;
        end += quoted && head[end] == '"';
        return end < length ? head[end] : 0;
    }
    return 0;
}

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    char delimiter = find_delimiter((const char *)head, length);
    if (delimiter == 0 || g_ascii_isalnum(delimiter) || strchr("_ \r\n\"", delimiter) != NULL)
        return 0;
    const guint8 *end = memchr(head, '\n', length);
    gsize line = end != NULL ? (gsize)(end - head) : length;
    gboolean values = g_strstr_len((const char *)head, (gssize)line, RK_SDMX_VALUE) != NULL;
    gboolean times = g_strstr_len((const char *)head, (gssize)line, RK_SDMX_TIME) != NULL;
    /* Central banks begin with the key of the series, which others may call so, too. */
    if (memchr("\"\xefK", head[0], 3) != NULL && g_strstr_len((const char *)head, 8, "KEY") != NULL)
        return values && times ? 90 : 0;
    return values ? 95 : head[0] == 'S' || head[0] == '"' ? 60 : 0;
}

static void column_free(gpointer data)
{
    RkSdmxColumn *column = data;
    g_free(column->name);
    g_free(column->label);
    g_free(column);
}

/* "GEO: Place" → GEO and Place; "NOTE[en;fr]" → NOTE. */
static RkSdmxColumn *understand(const char *field)
{
    RkSdmxColumn *column = g_new0(RkSdmxColumn, 1);
    const char *colon = strstr(field, ": ");
    column->name = g_strstrip(colon != NULL ? g_strndup(field, (gsize)(colon - field)) : g_strdup(field));
    if (colon != NULL && colon[2] != '\0')
        column->label = g_strstrip(g_strdup(colon + 2));
    gsize length = strlen(column->name);
    char *bracket = strchr(column->name, '[');
    if (bracket != NULL && bracket > column->name && column->name[length - 1] == ']')
        *bracket = '\0';
    return column;
}

static gboolean has_name(const GPtrArray *header, const char *name)
{
    for (guint i = 0; i < header->len; i++)
        if (strcmp(((RkSdmxColumn *)header->pdata[i])->name, name) == 0)
            return TRUE;
    return FALSE;
}

gboolean rk_sdmx_has_names(const GPtrArray *header)
{
    return has_name(header, RK_SDMX_STRUCTURE_NAME);
}

/* Names go with the codes that are asked for. */
static gboolean names_needed(const GPtrArray *header, guint at, const char *const *wanted)
{
    const RkSdmxColumn *column = header->pdata[at], *before = at > 0 ? header->pdata[at - 1] : NULL;
    return before != NULL && rk_sdmx_has_names(header) && rk_sdmx_names_codes(column->name, before->name) &&
           rk_rules_is_wanted(before->name, wanted);
}

/* Where there are labels only, they stand for what they are the labels of. */
static void name_by_labels(GPtrArray *header)
{
    for (guint i = 0; i < header->len; i++) {
        RkSdmxColumn *column = header->pdata[i];
        const char *id = column->label == NULL ? rk_sdmx_id_of_label(column->name) : NULL;
        if (id == NULL || has_name(header, id))
            continue;
        g_free(column->name);
        column->name = g_strdup(id);
    }
}

/* A name that is taken gets the name of another column behind it. */
static void make_longer(GHashTable *known, char **name, const char *other)
{
    if (g_hash_table_contains(known, *name)) {
        char *longer = g_strdup_printf("%s (%s)", *name, other);
        g_free(*name);
        *name = longer;
    }
    g_hash_table_add(known, g_strdup(*name));
}

/* Labels of two components may be the same word; names must differ. */
static void tell_apart(GPtrArray *header)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < header->len; i++) {
        RkSdmxColumn *column = header->pdata[i];
        make_longer(known, &column->name, i > 0 ? ((RkSdmxColumn *)header->pdata[i - 1])->name : "");
    }
    for (guint i = 0; i < header->len; i++) {
        RkSdmxColumn *column = header->pdata[i];
        if (column->label != NULL)
            make_longer(known, &column->label, column->name);
    }
}

static gboolean check_names(const GPtrArray *header, const char *file, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (guint i = 0; i < header->len; i++)
        g_ptr_array_add(all, ((RkSdmxColumn *)header->pdata[i])->name);
    for (guint i = 0; i < header->len; i++)
        g_ptr_array_add(all, ((RkSdmxColumn *)header->pdata[i])->label);
    return rk_record_check_names(all, (RkPlace){file, 1, 0}, error);
}

static GPtrArray *read_header(RkStream *stream, char delimiter, const char *file, guint *lines, GError **error)
{
    g_autoptr(GPtrArray) fields = rk_record_take(stream, delimiter, file, lines, error);
    if (fields == NULL)
        return NULL;
    GPtrArray *header = g_ptr_array_new_with_free_func(column_free);
    for (guint i = 0; i < fields->len; i++)
        g_ptr_array_add(header, understand(fields->pdata[i]));
    name_by_labels(header);
    tell_apart(header);
    return header;
}

gboolean rk_sdmx_is_needed(const RkSdmxColumn *column, const char *const *wanted)
{
    static const char *const always[] = {RK_SDMX_VALUE, RK_SDMX_TIME, RK_SDMX_ACTION, NULL};
    static const char *const beside[] = {RK_SDMX_CONFIDENTIAL, RK_SDMX_MULTIPLIER, NULL};
    gboolean measure = rk_rules_is_wanted(RK_SDMX_VALUE, wanted) || rk_rules_is_wanted(RK_REASON_COLUMN, wanted);
    return g_strv_contains(always, column->name) || rk_rules_is_wanted(column->name, wanted) ||
           (column->label != NULL && rk_rules_is_wanted(column->label, wanted)) ||
           (measure && (g_strv_contains(beside, column->name) || rk_role_accompanies(rk_column_role(column->name))));
}

static void declare(RkDeclaration *declaration, const GPtrArray *header)
{
    static const char *const missing[] = {"NaN", "#N/A", ":"};
    for (guint i = 0; i < header->len; i++) {
        const RkSdmxColumn *column = header->pdata[i];
        gboolean value = strcmp(column->name, RK_SDMX_VALUE) == 0;
        rk_declaration_parse(declaration, column->name, value ? "number" : "string");
        for (guint k = 0; value && k < G_N_ELEMENTS(missing); k++)
            rk_declaration_missing(declaration, column->name, missing[k]);
    }
}

static RkTable *read_columns(const RkSource *source, const GPtrArray *header, const RkCsvGiven *given,
                             const RkReadOptions *options, const RkRowFilter *filter, GError **error)
{
    g_auto(RkDeclaration) declaration;
    g_autoptr(GPtrArray) needed = g_ptr_array_new();
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, options->format);
    declare(&declaration, header);
    /* What tells rows apart may not have been asked for. Rows of a bulk file that are used up on the way are not
     * compared: their keys would fill the memory. */
    gboolean used_up = options->filter != NULL && options->filter->give_up != NULL;
    gboolean kept = !used_up || rk_stream_total(source->stream) <= RK_CSV_SIFT_BYTES;
    for (guint i = 0; i < header->len; i++)
        if (rk_sdmx_is_needed(header->pdata[i], options->columns) || names_needed(header, i, options->columns) ||
            (kept && rk_sdmx_is_key(header->pdata[i])))
            g_ptr_array_add(needed, ((RkSdmxColumn *)header->pdata[i])->name);
    g_ptr_array_add(needed, NULL);
    own.format = rk_declaration_format(&declaration);
    own.columns = (const char *const *)needed->pdata;
    own.filter = filter;
    return rk_csv_read_given(source, &own, given, error);
}

static gboolean check_delimiter(char delimiter, const char *file, GError **error)
{
    if (delimiter != 0 && strchr(",;|\t", delimiter) != NULL)
        return TRUE;
    if (delimiter == 0)
        rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){file, 1, 1}, NULL,
                     "the header begins neither with STRUCTURE nor with DATAFLOW");
    else
        rk_error_set(error, RK_ERROR_UNSUPPORTED, (RkPlace){file, 1, 1}, "a comma, a semicolon, a bar or a tab is read",
                     "the character \"%c\" behind the first name is no delimiter that is read", delimiter);
    return FALSE;
}

static RkTable *read_rows(RkSource *source, const GPtrArray *header, const RkCsvGiven *given,
                          const RkReadOptions *options, GError **error)
{
    const char *file = rk_source_name(source);
    RkSource opened = *source;
    g_auto(RkSdmxSift) sift;
    rk_sdmx_sift_init(&sift, header, options);
    source->stream = NULL;
    g_autoptr(RkTable) table =
        read_columns(&opened, header, given, options, options->filter != NULL ? &sift.filter : NULL, error);
    return table != NULL ? rk_sdmx_finish(table, header, &sift.left, options, file, error) : NULL;
}

static RkTable *read_stream(RkSource *source, const RkReadOptions *options, GError **error)
{
    const char *file = rk_source_name(source);
    gsize length = 0;
    guint lines = 0;
    const char *head = rk_stream_peek(source->stream, &length, error);
    char delimiter = head != NULL ? find_delimiter(head, length) : 0;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    if (head == NULL || !check_delimiter(delimiter, file, error))
        return NULL;
    g_autoptr(GPtrArray) header = read_header(source->stream, delimiter, file, &lines, error);
    if (header == NULL)
        return NULL;
    for (guint i = 0; i < header->len; i++)
        g_ptr_array_add(names, ((RkSdmxColumn *)header->pdata[i])->name);
    RkCsvGiven given = {.names = names, .lines = lines, .delimiter = delimiter, .whole = TRUE};
    if (!check_names(header, file, error))
        return NULL;
    return read_rows(source, header, &given, options, error);
}

static RkTable *read_sdmx(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    options = options != NULL ? options : &none;
    RkSource opened = *source;
    opened.stream = rk_stream_open(source, rk_value_text_or(rk_value_get(options->format, "encoding"), NULL), error);
    RkTable *table = opened.stream != NULL ? read_stream(&opened, options, error) : NULL;
    rk_stream_free(opened.stream);
    return table;
}

static const char *const extensions[] = {"csv", NULL};

const RkFormat rk_format_sdmx_csv = {.name = "sdmx-csv",
                                     .extensions = extensions,
                                     .summary = "SDMX-CSV 1.0 and 2.x of Eurostat, OECD and others, codes and labels",
                                     .shape = &rk_csv_shape,
                                     .sniff = sniff,
                                     .read = read_sdmx};
