/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blanks of rank charts: columns, conditions and lists as they stand in figure files, every text quoted.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/quick-rank.h"
#include "cli/selection.h"

/* Room for a name. */
#define LANE 16
/* Names at values that move apart further no longer stand beside their lines. */
#define MOST_NAMES 12

static void append_quoted(GString *text, const char *words)
{
    g_string_append_c(text, '"');
    for (; *words != '\0'; words++) {
        if ((guchar)*words < ' ')
            g_string_append_printf(text, "\\u%04x", (guint)*words);
        else if (*words == '"' || *words == '\\')
            g_string_append_printf(text, "\\%c", *words);
        else
            g_string_append_c(text, *words);
    }
    g_string_append_c(text, '"');
}

static char *quote(const char *words)
{
    GString *text = g_string_new(NULL);
    append_quoted(text, words);
    return g_string_free(text, FALSE);
}

/* {"field": name, "oneOf": [...]} */
static char *one_of(const RkRankPlan *chart, const GPtrArray *names)
{
    GString *text = g_string_new("{\"field\": ");
    append_quoted(text, rk_column_name(chart->name));
    g_string_append(text, ", \"oneOf\": [");
    for (guint i = 0; i < names->len; i++) {
        g_string_append(text, i == 0 ? "" : ", ");
        append_quoted(text, g_ptr_array_index(names, i));
    }
    g_string_append(text, "]}");
    return g_string_free(text, FALSE);
}

static void set(GHashTable *blanks, const char *name, char *value)
{
    g_hash_table_insert(blanks, (gpointer)name, value);
}

/* A column in transforms, and with a colon in channels, where a dot in a name would reach into a record. */
static void set_column(GHashTable *blanks, const char *name, const char *channel, const RkColumn *column)
{
    if (column == NULL)
        return;
    const char *words = rk_column_name(column);
    g_autofree char *bracketed = strpbrk(words, ".[]\\") == NULL ? g_strdup(words) : g_strdup_printf("['%s']", words);
    set(blanks, name, quote(words));
    set(blanks, channel, quote(bracketed));
}

static char *write_head(const RkRankPlan *chart, const GPtrArray *names, RkRankCell cell)
{
    GString *text = g_string_new(NULL);
    g_autofree char *context = rk_selection_context(chart->table, chart->value, chart->name);
    g_autofree char *first = chart->time == NULL ? NULL : rk_column_write(chart->time, chart->first);
    g_autofree char *last = chart->time == NULL ? NULL : rk_column_write(chart->time, chart->last);
    const char *cells = rk_rank_cell_subtitle(cell);
    gboolean own = cells != NULL && (chart->chart->needs & RK_RANK_CHART_COLUMNS);
    GString *subtitle = g_string_new(own ? cells : chart->chart->subtitle);
    if (chart->chart->needs & RK_RANK_CHART_HIGHLIGHT)
        g_string_append_printf(subtitle, "%s among %u places", (const char *)g_ptr_array_index(names, 0),
                               chart->places->len);
    g_string_append_printf(subtitle, "%s%s", subtitle->len > 0 ? ": " : "", context);
    gboolean sizes = chart->chart->needs & RK_RANK_CHART_SIZES;
    if (chart->chart->needs & RK_RANK_CHART_ENDS)
        g_string_append_printf(subtitle, "; %s%s and %s%s", first, sizes ? " (small)" : "", last,
                               sizes ? " (large)" : "");
    if (chart->request->title != NULL) {
        g_string_append(text, "\"title\": ");
        append_quoted(text, chart->request->title);
        g_string_append(text, ", ");
    }
    if (strpbrk(subtitle->str, "{}") == NULL) {
        g_string_append(text, "\"subtitle\": ");
        append_quoted(text, subtitle->str);
        g_string_append(text, ",");
    }
    g_string_free(subtitle, TRUE);
    return g_string_free(text, FALSE);
}

static char *write_steps(const RkRankPlan *chart)
{
    GString *text = g_string_new(NULL);
    for (char **where = chart->request->where; where != NULL && *where != NULL; where++) {
        g_autofree char *quoted = quote(*where);
        g_string_append_printf(text, "{\"filter\": %s}, ", quoted);
    }
    if (chart->aggregates->len > 0) {
        g_autofree char *list = one_of(chart, chart->aggregates);
        g_string_append_printf(text, "{\"filter\": {\"not\": %s}}, ", list);
    }
    return g_string_free(text, FALSE);
}

/* Places that lack a moment get a row without a value there, so that their lines have gaps. */
static char *write_complete(const RkRankPlan *chart)
{
    if (!chart->has_gaps)
        return g_strdup("");
    g_autofree char *value = quote(rk_column_name(chart->value)), *name = quote(rk_column_name(chart->name));
    g_autofree char *time = quote(rk_column_name(chart->time));
    return g_strdup_printf("{\"impute\": %s, \"key\": %s, \"groupby\": [%s], \"value\": null}, ", value, time, name);
}

/* 1, 5, 10 …; few places have each their own. */
static char *write_ticks(guint places)
{
    GString *text = g_string_new("[1");
    guint step = places > 60 ? 20 : places > 10 ? 5 : 1;
    for (guint tick = step == 1 ? 2 : 5; tick <= places; tick += step)
        g_string_append_printf(text, ", %u", tick);
    g_string_append_c(text, ']');
    return g_string_free(text, FALSE);
}

/* datum.value, without the comparison behind it. */
static char *write_datum(const RkRankPlan *chart)
{
    char *condition = rk_selection_condition(chart->value, 0);
    *g_strrstr(condition, " == ") = '\0';
    return condition;
}

/* Inside of a quoted expression. */
static char *inside(char *expression)
{
    g_autofree char *given = expression;
    char *quoted = quote(given);
    quoted[strlen(quoted) - 1] = '\0';
    memmove(quoted, quoted + 1, strlen(quoted));
    return quoted;
}

static char *write_uncertainty(const RkQuickRequest *request)
{
    g_autofree char *quoted = request->errors == NULL ? NULL : quote(request->errors);
    return quoted != NULL ? g_strdup_printf("\"error\": %s", quoted)
                          : g_strdup_printf("\"rounding\": %s", request->rounding == NULL ? "0" : request->rounding);
}

static void set_places(const RkRankPlan *chart, GHashTable *blanks)
{
    guint places = chart->places->len;
    set(blanks, "places", g_strdup_printf("%u", places));
    set(blanks, "top", g_strdup_printf("%u.5", places));
    set(blanks, "height", g_strdup_printf("%u", MAX(places * LANE, 120)));
    set(blanks, "ticks", write_ticks(places));
}

static void set_names(const RkRankPlan *chart, const GPtrArray *names, GHashTable *blanks)
{
    g_autofree char *one = names->len == 0 ? NULL : one_of(chart, names);
    set(blanks, "highlight", one == NULL ? g_strdup("") : g_strdup_printf("\"highlight\": %s,", one));
    gboolean crowded = one != NULL && chart->places->len > MOST_NAMES;
    set(blanks, "named", crowded ? g_strdup_printf(", filter: %s", one) : g_strdup(""));
    set(blanks, "one", one == NULL ? g_strdup("{}") : g_steal_pointer(&one));
}

/* A highlight leaves the others grey; without one neighbours at the end have different colours. */
static void set_apart(GHashTable *blanks, gboolean highlighted)
{
    const char *name = g_hash_table_lookup(blanks, "name:"), *last = g_hash_table_lookup(blanks, "last");
    const char *datum = g_hash_table_lookup(blanks, "datum");
    gboolean colored = !highlighted && last != NULL;
    set(blanks, "apart",
        colored ? g_strdup_printf("color: {field: %s, sort: {field: latest, op: max, order: descending}, legend: null}",
                                  name)
                : g_strdup_printf("detail: {field: %s}", name));
    set(blanks, "latest",
        colored ? g_strdup_printf(", {calculate: \"%s ? %s : null\", as: latest}", last, datum) : g_strdup(""));
}

static void set_columns(const RkRankPlan *chart, GHashTable *blanks)
{
    gboolean over_time = chart->moments > 1;
    set_column(blanks, "value", "value:", chart->value);
    set_column(blanks, "name", "name:", chart->name);
    set_column(blanks, "time", "time:", chart->time);
    set_column(blanks, "section", "section:", chart->section);
    set_column(blanks, "column", "column:", over_time ? chart->time : chart->section);
    set(blanks, "datum", inside(write_datum(chart)));
    const RkColumn *column = over_time ? chart->time : chart->section;
    if (column == NULL)
        return;
    set(blanks, "first", inside(rk_selection_condition(column, chart->first)));
    set(blanks, "last", inside(rk_selection_condition(column, chart->last)));
}

/* A layer of texts that are all missing would say so in every cell. */
static void set_cells(const RkRankPlan *chart, GHashTable *blanks, RkRankCell cell, const char *pattern)
{
    if (cell == RK_RANK_CELL_EMPTY) {
        set(blanks, "writing", g_strdup(""));
        set(blanks, "numbers", g_strdup(""));
        return;
    }
    g_autofree char *datum = write_datum(chart), *text = inside(rk_rank_cell_text(cell, datum, pattern));
    set(blanks, "writing", g_strdup_printf("{calculate: \"%s\", as: cell},", text));
    set(blanks, "numbers",
        g_strdup(", {mark: {type: text, fontSize: 9.5}, highlight: null, encoding: {text: {field: cell}}}"));
}

static GHashTable *make_blanks(const RkRankPlan *chart, const char *data_key, const char *data_text, GError **error)
{
    g_autoptr(GPtrArray) names =
        rk_selection_names(chart->table, chart->name, chart->request->highlight, chart->path, error);
    if (names == NULL)
        return NULL;
    GHashTable *blanks = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    g_autofree char *data = quote(data_text), *pattern = rk_quick_pattern(chart->value, 2);
    gboolean ascending = g_strcmp0(chart->request->order, "ascending") == 0;
    RkRankCell cell = rk_rank_cell_room(chart, pattern);
    set_columns(chart, blanks);
    set_names(chart, names, blanks);
    set_places(chart, blanks);
    set_apart(blanks, names->len > 0);
    set(blanks, "head", write_head(chart, names, cell));
    set(blanks, "source", g_strdup_printf("\"%s\": %s", data_key, data));
    set(blanks, "steps", write_steps(chart));
    set(blanks, "complete", write_complete(chart));
    set(blanks, "uncertainty", write_uncertainty(chart->request));
    set(blanks, "order", g_strdup(ascending ? "\"ascending\"" : "\"descending\""));
    set(blanks, "pattern", quote(pattern));
    set_cells(chart, blanks, cell, pattern);
    /* Headings of narrow columns are as small as what stands below them. */
    set(blanks, "headings", g_strdup(cell == RK_RANK_CELL_VALUE_AND_RANK ? "" : "labelFontSize: 9,"));
    if (cell == RK_RANK_CELL_EMPTY && (chart->chart->needs & RK_RANK_CHART_COLUMNS))
        rk_diagnostics_add(chart->request->diagnostics, RK_SEVERITY_WARNING, (RkPlace){chart->path, 0, 0},
                           "keep fewer with --where", "the values find no room in %u columns and are left out",
                           rk_rank_columns(chart));
    return blanks;
}

/* The chart's text with every $blank filled; one with a colon behind it is a blank of its own. */
static char *fill(const char *text, GHashTable *blanks)
{
    GString *filled = g_string_new(NULL);
    while (*text != '\0') {
        if (*text != '$') {
            g_string_append_c(filled, *text++);
            continue;
        }
        gsize length = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz_");
        length += text[1 + length] == ':';
        g_autofree char *name = g_strndup(text + 1, length);
        const char *value = g_hash_table_lookup(blanks, name);
        g_string_append(filled, value == NULL ? "null" : value);
        text += 1 + length;
    }
    return g_string_free(filled, FALSE);
}

char *rk_rank_chart_fill(const RkRankPlan *plan, const char *data_key, const char *data_text, GError **error)
{
    g_autoptr(GHashTable) blanks = make_blanks(plan, data_key, data_text, error);
    return blanks == NULL ? NULL : fill(plan->chart->text, blanks);
}
