/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is made of the columns of SDMX-CSV: codes and labels apart, rows without an observation left out, units with
 * their power of ten, flags and reasons beside the values. Values stay as written: a multiplier is never applied.
 */
#include "read/sdmx-private.h"

#include "read/annotate-private.h"
#include "read/reasons-private.h"
#include "read/reshape-private.h"
#include "table/labels.h"

#include <string.h>

static gboolean is_nothing(const char *word)
{
    return strcmp(word, "#N/A") == 0 || strcmp(word, "~") == 0;
}

static char *plain(const char *word, const char *other)
{
    (void)other;
    return word == NULL || is_nothing(word) ? NULL : g_strdup(word);
}

static char *code_part(const char *word, const char *other)
{
    (void)other;
    const char *colon = word != NULL ? strstr(word, ": ") : NULL;
    return colon != NULL ? g_strndup(word, (gsize)(colon - word)) : plain(word, NULL);
}

static char *label_part(const char *word, const char *other)
{
    (void)other;
    const char *colon = word != NULL ? strstr(word, ": ") : NULL;
    return colon != NULL ? g_strdup(colon + 2) : NULL;
}

/* "EUR" and 6 → "10^6 EUR". */
static char *unit_with_power(const char *unit, const char *power)
{
    if (power == NULL || strcmp(power, "0") == 0)
        return g_strdup(unit);
    return unit != NULL ? g_strdup_printf("10^%s %s", power, unit) : g_strdup_printf("10^%s", power);
}

/* One state of SDMX as a flag of Eurostat: A says nothing, S is a strike there and must not become an estimate. A sign
 * of a list of the publisher's own is kept. */
static void add_state(GString *flags, gunichar state, gboolean bar_breaks)
{
    if (state == '|' && bar_breaks)
        g_string_append_c(flags, 'b');
    else if (state != 'A' && !g_unichar_isspace(state) && (state >= 128 || strchr(",;/|", (int)state) == NULL))
        g_string_append_unichar(flags, state < 128 && state != 'S' ? (gunichar)g_ascii_tolower((char)state) : state);
}

static char *states_as_flags(const char *states, gboolean bar_breaks)
{
    GString *flags = g_string_new(NULL);
    for (const char *at = states; at != NULL && *at != '\0'; at = g_utf8_next_char(at))
        add_state(flags, g_utf8_get_char(at), bar_breaks);
    return g_string_free(flags, FALSE);
}

/* Words, where a file has labels only, as letters. */
static char *flag_with_confidentiality(const char *written, const char *status)
{
    gboolean closed = status != NULL && !rk_sdmx_is_open(status);
    g_autofree char *letters = written != NULL ? rk_sdmx_flags_of_words(written) : NULL;
    const char *flags = letters != NULL ? letters : written;
    if (flags == NULL || !closed || strchr(flags, 'c') != NULL)
        return flags != NULL ? g_strdup(flags) : g_strdup(closed ? "c" : NULL);
    return g_strconcat(flags, "c", NULL);
}

static char *state_with_confidentiality(const char *state, const char *status)
{
    g_autofree char *flags = states_as_flags(state, FALSE);
    return flag_with_confidentiality(*flags != '\0' ? flags : NULL, status);
}

static char *state_of_oecd(const char *state, const char *status)
{
    g_autofree char *flags = states_as_flags(state, TRUE);
    return flag_with_confidentiality(*flags != '\0' ? flags : NULL, status);
}

static RkColumn *find(const GPtrArray *columns, const char *name)
{
    for (guint i = 0; name != NULL && i < columns->len; i++)
        if (strcmp(rk_column_name(columns->pdata[i]), name) == 0)
            return columns->pdata[i];
    return NULL;
}

RkColumn *rk_sdmx_units(const RkColumn *unit, const RkColumn *power, gsize rows)
{
    return rk_column_join_words("unit", unit, power, rows, unit_with_power);
}

static const RkColumn *find_text(const GPtrArray *columns, const char *name)
{
    const RkColumn *column = find(columns, name);
    return column != NULL && rk_column_type(column) == RK_COLUMN_TEXT ? column : NULL;
}

static const RkColumn *find_role(const GPtrArray *columns, RkColumnRole role)
{
    for (guint i = 0; i < columns->len; i++)
        if (rk_column_role(rk_column_name(columns->pdata[i])) == role &&
            rk_column_type(columns->pdata[i]) == RK_COLUMN_TEXT)
            return columns->pdata[i];
    return NULL;
}

static gboolean has_word(const RkColumn *column, gboolean (*test)(const char *word))
{
    for (guint32 code = 0; code < rk_column_words(column); code++)
        if (test(rk_column_word(column, code)))
            return TRUE;
    return FALSE;
}

static gboolean is_labelled(const char *word)
{
    return strstr(word, ": ") != NULL;
}

/* Adds the column, and that of its labels. */
static void add_parts(GPtrArray *columns, const RkColumn *column, const RkSdmxColumn *head)
{
    gsize rows = rk_column_length(column);
    if (rk_column_type(column) != RK_COLUMN_TEXT) {
        g_ptr_array_add(columns, rk_column_ref(column));
    } else if (head->label != NULL && has_word(column, is_labelled)) {
        g_ptr_array_add(columns, rk_column_join_words(head->name, column, NULL, rows, code_part));
        g_autoptr(RkColumn) labels = rk_column_join_words(head->label, column, NULL, rows, label_part);
        g_ptr_array_add(columns, rk_column_as_labels(labels, head->name));
    } else {
        gboolean same = !has_word(column, is_nothing);
        g_ptr_array_add(columns,
                        same ? rk_column_ref(column) : rk_column_join_words(head->name, column, NULL, rows, plain));
    }
}

static GPtrArray *part(const RkTable *table, const GPtrArray *header)
{
    GPtrArray *columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < header->len; i++) {
        const RkSdmxColumn *head = header->pdata[i];
        const RkColumn *column = rk_table_find(table, head->name);
        if (column != NULL)
            add_parts(columns, column, head);
    }
    return columns;
}

static gboolean says(const RkColumn *column, gsize row, const char *word)
{
    return column != NULL && g_strcmp0(rk_column_text(column, row), word) == 0;
}

/* Attributes of a whole series or data set stand in rows of their own, without a period and without a value. */
static gboolean is_attribute(const RkColumn *value, const RkColumn *time, gsize row)
{
    if (value == NULL || time == NULL || !rk_column_is_missing(value, row))
        return FALSE;
    return rk_column_is_missing(time, row) || says(time, row, "~") || says(time, row, "#N/A");
}

static void report_left_out(const RkSdmxLeftOut *left, const char *file, RkDiagnostics *diagnostics)
{
    if (left->attributes > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){file, 0, 0}, NULL,
                           "%" G_GSIZE_FORMAT " rows are left out, because they hold attributes and no observation",
                           left->attributes);
    if (left->deletions > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){file, left->line, 0}, NULL,
                           "%" G_GSIZE_FORMAT " rows from this one on delete nothing that stands before them (action "
                           "D), and are left out",
                           left->deletions);
}

static const RkColumn *find_words(const RkTable *table, const char *name)
{
    const RkColumn *column = rk_table_find(table, name);
    return column != NULL && rk_column_type(column) == RK_COLUMN_TEXT ? column : NULL;
}

gboolean rk_sdmx_deletes(const RkColumn *action, gsize row)
{
    return says(action, row, "D") || (action != NULL && !rk_column_is_missing(action, row) &&
                                      g_str_has_prefix(rk_column_text(action, row), "D:"));
}

gsize rk_sdmx_observations(const RkTable *table, guint32 *places, RkSdmxLeftOut *left)
{
    const RkColumn *value = rk_table_find(table, RK_SDMX_VALUE);
    const RkColumn *time = find_words(table, RK_SDMX_TIME);
    const RkColumn *action = find_words(table, RK_SDMX_ACTION);
    gsize count = 0;
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        gboolean deletes = rk_sdmx_deletes(action, row);
        gboolean attribute = !deletes && is_attribute(value, time, row);
        left->line = deletes && left->deletions == 0 ? rk_table_origin(table, row).line : left->line;
        left->deletions += deletes;
        left->attributes += attribute;
        if (!deletes && !attribute)
            places[count++] = (guint32)row;
    }
    return count;
}

static RkColumn *flags_of(const RkColumn *flag, const RkColumn *status, const RkSdmxRoles *roles, gsize rows)
{
    RkWordJoin join = roles->bar_breaks ? state_of_oecd
                      : roles->states   ? state_with_confidentiality
                                        : flag_with_confidentiality;
    return rk_column_join_words("flag", flag, status, rows, join);
}

static gboolean holds_states(const RkColumn *flag)
{
    return flag != NULL && g_ascii_strcasecmp(rk_column_name(flag), "OBS_STATUS") == 0;
}

RkColumn *rk_sdmx_flags_of_states(const RkColumn *states)
{
    const RkSdmxRoles roles = {.states = TRUE};
    return holds_states(states) ? flags_of(states, NULL, &roles, rk_column_length(states)) : NULL;
}

void rk_sdmx_complete(GPtrArray *columns, const RkSdmxRoles *roles, gsize rows)
{
    RkColumn *value = find(columns, roles->value);
    guint at = 0;
    if (value == NULL || !g_ptr_array_find(columns, value, &at))
        return;
    const RkColumn *unit = find_text(columns, roles->unit);
    const RkColumn *flag = find_text(columns, roles->flag);
    const RkColumn *power = find_text(columns, roles->power);
    const RkColumn *status = find_text(columns, roles->status);
    unit = unit != NULL ? unit : find_text(columns, roles->other_unit);
    g_autoptr(RkColumn) units = unit != NULL || power != NULL ? rk_sdmx_units(unit, power, rows) : NULL;
    g_autoptr(RkColumn) flags = flag != NULL || status != NULL ? flags_of(flag, status, roles, rows) : NULL;
    g_autoptr(RkColumn) flagged = rk_column_with(value, NULL, units, flags);
    if (find(columns, RK_REASON_COLUMN) == NULL)
        g_ptr_array_add(columns, rk_reason_column_of(value, flags));
    columns->pdata[at] = rk_column_with_reason(flagged, find_text(columns, RK_REASON_COLUMN));
    rk_column_unref(value);
}

/* The columns of SDMX by their roles. */
static RkSdmxRoles find_roles(const GPtrArray *columns)
{
    const RkColumn *unit = find_role(columns, RK_ROLE_UNIT);
    const RkColumn *flag = find_role(columns, RK_ROLE_FLAG);
    return (RkSdmxRoles){.value = RK_SDMX_VALUE,
                         .unit = unit != NULL ? rk_column_name(unit) : NULL,
                         .flag = flag != NULL ? rk_column_name(flag) : NULL,
                         .power = RK_SDMX_MULTIPLIER,
                         .status = RK_SDMX_CONFIDENTIAL,
                         .states = holds_states(flag)};
}

/* "REF_AREA" and "geo", not "Reference area". */
static gboolean is_id(const char *name)
{
    gboolean upper = FALSE, lower = FALSE;
    for (; *name != '\0'; name++) {
        if (!g_ascii_isalnum(*name) && *name != '_')
            return FALSE;
        upper = upper || g_ascii_isupper(*name);
        lower = lower || g_ascii_islower(*name);
    }
    return !upper || !lower;
}

gboolean rk_sdmx_names_codes(const char *name, const char *before)
{
    return is_id(before) && !is_id(name);
}

/* With labels=name a column of names stands behind each one of codes, which the name of the structure tells. */
static void find_names(GPtrArray *columns, const GPtrArray *header)
{
    for (guint i = 1; i < columns->len && rk_sdmx_has_names(header); i++) {
        RkColumn *codes = columns->pdata[i - 1], *names = columns->pdata[i];
        if (rk_column_type(codes) != RK_COLUMN_TEXT || rk_column_type(names) != RK_COLUMN_TEXT ||
            !rk_sdmx_names_codes(rk_column_name(names), rk_column_name(codes)))
            continue;
        columns->pdata[i] = rk_column_as_labels(names, rk_column_name(codes));
        rk_column_unref(names);
    }
}

GPtrArray *rk_sdmx_columns(const RkTable *observations, const GPtrArray *header, const RkReadOptions *options)
{
    GPtrArray *columns = part(observations, header);
    find_names(columns, header);
    gboolean declared = rk_value_has(rk_value_get(options->format, "parse"), RK_SDMX_TIME);
    for (guint i = 0; i < columns->len; i++)
        if (!declared && strcmp(rk_column_name(columns->pdata[i]), RK_SDMX_TIME) == 0)
            columns->pdata[i] =
                rk_column_as_periods(columns->pdata[i], rk_column_row_of_word, (gpointer)observations, options);
    RkSdmxRoles roles = find_roles(columns);
    rk_sdmx_complete(columns, &roles, rk_table_rows(observations));
    return columns;
}

/* "ESTAT:NAMA_10_GDP(1.0): GDP and main components" is name and title. */
static RkTable *annotate_flow(RkTable *table, const char *column)
{
    const char *word = rk_annotate_word(table, column), *colon = word != NULL ? strstr(word, "): ") : NULL;
    if (colon == NULL)
        return rk_table_annotate(table, RK_ANNOTATION_ID, word, column);
    g_autofree char *id = g_strndup(word, (gsize)(colon + 1 - word)), *title = g_strdup(colon + strlen("): "));
    return rk_table_annotate(rk_table_annotate(table, RK_ANNOTATION_ID, id, column), RK_ANNOTATION_TITLE, title,
                             column);
}

/* Which data flow it is stands in every row. Takes the table over. */
static RkTable *annotate(RkTable *table)
{
    static const char updated[] = "LAST UPDATE";
    table = annotate_flow(annotate_flow(table, "DATAFLOW"), "STRUCTURE_ID");
    table = rk_table_annotate(table, RK_ANNOTATION_TITLE, rk_annotate_word(table, RK_SDMX_STRUCTURE_NAME),
                              RK_SDMX_STRUCTURE_NAME);
    return rk_table_annotate(table, RK_ANNOTATION_UPDATED, rk_annotate_word(table, updated), updated);
}

RkTable *rk_sdmx_finish(const RkTable *table, const GPtrArray *header, RkSdmxLeftOut *left,
                        const RkReadOptions *options, const char *file, GError **error)
{
    gsize rows = rk_table_rows(table);
    g_autofree guint32 *places = g_new(guint32, MAX(rows, 1));
    gsize count = rk_sdmx_observations(table, places, left);
    if (!rk_sdmx_check_words(table, options->diagnostics, error))
        return NULL;
    if (left->deletions > 0 && !rk_sdmx_check_deletions(table, header, find_words(table, RK_SDMX_ACTION), error))
        return NULL;
    report_left_out(left, file, options->diagnostics);
    g_autoptr(RkTable) observations = count == rows ? rk_table_ref(table) : rk_table_gather(table, places, count);
    if (!rk_sdmx_check_keys(observations, header, options->diagnostics, error))
        return NULL;
    g_autoptr(GPtrArray) columns = rk_sdmx_columns(observations, header, options);
    /* Which period was odd depends on the rows that are left. */
    const RkRowFilter *filter = options->filter;
    if (filter != NULL && filter->give_up != NULL && find_text(columns, RK_SDMX_TIME) != NULL)
        filter->give_up(filter->user);
    return annotate(rk_table_of_wanted(columns, observations, options->columns));
}
