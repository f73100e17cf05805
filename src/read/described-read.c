/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading described text: the header is held against the description, and what the description says of each column goes
 * to the CSV reader.
 */
#include "read/described-private.h"

#include <string.h>

static gboolean refuse_header(const RkDescribed *described, const GPtrArray *header, guint at, RkPlace place,
                              GError **error)
{
    const RkDescribedField *expected = at < described->fields->len ? described->fields->pdata[at] : NULL;
    if (at >= header->len)
        rk_error_set(error, RK_ERROR_DATA, place, NULL, "the description has the column \"%s\", the header ends before",
                     expected != NULL ? expected->name : "");
    else if (expected == NULL)
        rk_error_set(error, RK_ERROR_DATA, place, NULL, "the column \"%s\" is not in the description",
                     (char *)header->pdata[at]);
    else
        rk_error_set(error, RK_ERROR_DATA, place, "names and order must be the same",
                     "column %u is \"%s\", the description says \"%s\"", at + 1, (char *)header->pdata[at],
                     expected->name);
    return FALSE;
}

static gboolean match_in_order(const RkDescribed *described, const GPtrArray *header, RkPlace place, GError **error)
{
    guint count = MAX(header->len, described->fields->len);
    for (guint i = 0; i < count; i++)
        if (i >= header->len || rk_described_find(described, header->pdata[i]) != (gint)i)
            return refuse_header(described, header, i, place, error);
    return TRUE;
}

/* How the header and the description share names, whatever their order. */
static gboolean match_by_name(const RkDescribed *described, const GPtrArray *header, RkPlace place, GError **error)
{
    g_autofree gboolean *seen = g_new0(gboolean, described->fields->len + 1);
    gboolean all = described->match == RK_MATCH_EQUAL || described->match == RK_MATCH_SUBSET;
    gboolean no_other = described->match == RK_MATCH_EQUAL || described->match == RK_MATCH_SUPERSET;
    gboolean some = FALSE;
    for (guint i = 0; i < header->len; i++) {
        gint at = rk_described_find(described, header->pdata[i]);
        if (at < 0 && no_other)
            return rk_described_refuse(error, RK_ERROR_DATA, place.file, NULL,
                                       "the column \"%s\" is not in the description", (char *)header->pdata[i]);
        some = some || at >= 0;
        seen[at >= 0 ? (guint)at : described->fields->len] = TRUE;
    }
    for (guint i = 0; all && i < described->fields->len; i++)
        if (!seen[i])
            return rk_described_refuse(error, RK_ERROR_DATA, place.file, NULL,
                                       "the header lacks the column \"%s\" of the description",
                                       ((RkDescribedField *)described->fields->pdata[i])->name);
    return some ||
           rk_described_refuse(error, RK_ERROR_DATA, place.file, NULL, "the header has no column of the description");
}

static gboolean match(const RkDescribed *described, const GPtrArray *header, RkPlace place, GError **error)
{
    if (described->fields->len == 0)
        return TRUE;
    return described->match == RK_MATCH_EXACT ? match_in_order(described, header, place, error)
                                              : match_by_name(described, header, place, error);
}

/* Lines that are none of the table: what stands above it, then comments, which are counted. */
static gboolean leave_out(RkStream *stream, const RkDescribed *described, const char *file, guint *lines,
                          guint64 *comments, GError **error)
{
    for (guint i = 0; i < described->skip; i++)
        if (!rk_record_skip_line(stream, file, lines, error))
            return FALSE;
    if (described->comment != NULL && *described->comment != '\0')
        rk_stream_leave_out(stream, described->comment, comments);
    return TRUE;
}

/* The names of the columns; the header, when there is one, is taken from the stream. */
static GPtrArray *find_names(RkStream *stream, const RkDescribed *described, const char *file, guint *lines,
                             GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    if (!described->header) {
        for (guint i = 0; i < described->fields->len; i++)
            g_ptr_array_add(names, g_strdup(((RkDescribedField *)described->fields->pdata[i])->name));
        if (names->len == 0)
            rk_described_refuse(error, RK_ERROR_DATA, file, NULL, "there is neither a header nor a list of fields");
        return names->len > 0 ? g_steal_pointer(&names) : NULL;
    }
    /* What comments were is blank now. */
    if (described->comment != NULL && !rk_record_skip_blank(stream, file, lines, error))
        return NULL;
    g_autoptr(GPtrArray) header = rk_record_take(stream, described->delimiter, file, lines, error);
    if (header == NULL)
        return NULL;
    for (guint i = 0; i < header->len; i++)
        g_strstrip(header->pdata[i]);
    if (!match(described, header, (RkPlace){file, *lines, 0}, error))
        return NULL;
    for (guint i = 0; i < header->len; i++) {
        gint at = rk_described_find(described, header->pdata[i]);
        const RkDescribedField *field = at >= 0 ? described->fields->pdata[at] : NULL;
        g_ptr_array_add(names, g_strdup(field != NULL ? field->name : header->pdata[i]));
    }
    return g_steal_pointer(&names);
}

static void put_text(RkDeclaration *declaration, const char *key, char byte)
{
    const char text[] = {byte, '\0'};
    if (byte != 0 && !rk_value_has(declaration->declared, key))
        rk_value_put(declaration->document, declaration->map, key, RK_NOWHERE,
                     rk_document_text(declaration->document, RK_NOWHERE, text));
}

void rk_described_declare(RkDeclaration *declaration, const RkDescribed *described, const GPtrArray *names)
{
    for (guint i = 0; i < names->len; i++) {
        gint at = rk_described_find(described, names->pdata[i]);
        const RkDescribedField *field = at >= 0 ? described->fields->pdata[at] : NULL;
        if (field == NULL)
            continue;
        gboolean special = rk_described_is_special(field);
        if (special || field->parse != NULL)
            rk_declaration_parse(declaration, names->pdata[i], special ? "string" : field->parse);
        for (guint k = 0; !special && k < field->missing->len; k++)
            rk_declaration_missing(declaration, names->pdata[i], field->missing->pdata[k]);
    }
}

/* Reasons stand in columns of their own that need those of the values. */
static const char *const *needed_columns(const GPtrArray *names, const RkReadOptions *options, GPtrArray *needed)
{
    if (options->columns == NULL || rk_rules_is_wanted("reason", options->columns))
        return NULL;
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *reason = g_strconcat(names->pdata[i], "_reason", NULL);
        if (rk_rules_is_wanted(names->pdata[i], options->columns) || rk_rules_is_wanted(reason, options->columns))
            g_ptr_array_add(needed, names->pdata[i]);
    }
    g_ptr_array_add(needed, NULL);
    return (const char *const *)needed->pdata;
}

static RkTable *read_records(const RkSource *source, const RkDescribed *described, const GPtrArray *names, guint lines,
                             const RkReadOptions *options, GError **error)
{
    g_auto(RkDeclaration) declaration;
    g_autoptr(GPtrArray) needed = g_ptr_array_new();
    RkCsvGiven given = {names, lines, described->delimiter};
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, options->format);
    put_text(&declaration, "decimal", described->number.decimal);
    put_text(&declaration, "group", described->number.group);
    rk_described_declare(&declaration, described, names);
    own.format = rk_declaration_format(&declaration);
    own.used = rk_used_columns(options);
    own.columns = needed_columns(names, options, needed);
    own.filter = NULL;
    return rk_csv_read_given(source, &own, &given, error);
}

RkTable *rk_described_settle(const RkTable *table, const RkDescribed *described, const RkReadOptions *options,
                             const char *file, GError **error)
{
    if (!rk_described_check_key(table, described, error) || !rk_described_check_categories(table, described, error))
        return NULL;
    g_autoptr(RkTable) finished = rk_described_finish(table, described, options, file, error);
    gboolean sound = finished != NULL && rk_described_check_rules(finished, described, options->diagnostics, error);
    return sound ? g_steal_pointer(&finished) : NULL;
}

static RkTable *read_stream(const RkSource *source, const RkDescribed *described, RkStream *taken, guint64 *comments,
                            const RkReadOptions *options, GError **error)
{
    const char *file = rk_source_name(source);
    guint lines = 0;
    g_autoptr(RkStream) stream = taken;
    gboolean ready = leave_out(stream, described, file, &lines, comments, error);
    g_autoptr(GPtrArray) names = ready ? find_names(stream, described, file, &lines, error) : NULL;
    if (names == NULL || !rk_record_check_names(names, (RkPlace){file, lines, 0}, error))
        return NULL;
    RkSource opened = *source;
    opened.stream = g_steal_pointer(&stream);
    g_autoptr(RkTable) table = read_records(&opened, described, names, lines, options, error);
    return table != NULL ? rk_described_settle(table, described, options, file, error) : NULL;
}

RkTable *rk_described_read(const RkSource *source, const RkDescribed *described, const RkReadOptions *options,
                           GError **error)
{
    guint64 comments = 0;
    RkStream *stream = rk_stream_open(source, described->encoding, error);
    if (stream == NULL)
        return NULL;
    RkTable *table = read_stream(source, described, stream, &comments, options, error);
    if (table != NULL && comments > 0)
        rk_diagnostics_add(options->diagnostics, RK_SEVERITY_NOTE, (RkPlace){rk_source_name(source), 0, 0}, NULL,
                           "%" G_GUINT64_FORMAT " %s with \"%s\", which makes %s: left out", comments,
                           comments == 1 ? "line begins" : "lines begin", described->comment,
                           comments == 1 ? "it a comment" : "them comments");
    return table;
}
