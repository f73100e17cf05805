/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aggregates are no places: in a mean of places they would count twice. Here their rows are left out, and named.
 */
#include "cli/selection.h"
#include "cli/summary.h"
#include "cli/words.h"
#include "transform/aggregates.h"

/* More names are counted only. */
#define MOST_NAMES 6

/* The columns that tell aggregates from places; each may be NULL. */
typedef struct {
    const RkColumn *marked, *code, *name;
} Marks;

static const RkColumn *find(const RkTable *table, const char *name, RkColumnType type)
{
    const RkColumn *column = rk_table_find(table, name);
    return column != NULL && rk_column_type(column) == type ? column : NULL;
}

/* Within a group of the group column there is no other place beside the aggregate. */
static gboolean keeps_apart(const Marks *marks, const RkColumn *group)
{
    return group != NULL && (group == marks->marked || group == marks->code || group == marks->name);
}

static void add_name(const Marks *marks, gsize row, GHashTable *seen, GPtrArray *names)
{
    const RkColumn *column = marks->name != NULL ? marks->name : marks->code;
    const char *name = column == NULL ? NULL : rk_column_text(column, row);
    if (name != NULL && g_hash_table_add(seen, (gpointer)name))
        g_ptr_array_add(names, (gpointer)name);
}

static char *write_note(GPtrArray *names, gsize rows)
{
    g_autofree char *more = names->len > MOST_NAMES ? g_strdup_printf("%u more", names->len - MOST_NAMES) : NULL;
    if (more != NULL) {
        g_ptr_array_set_size(names, MOST_NAMES);
        g_ptr_array_add(names, more);
    }
    g_autofree char *list = rk_words_list((const char *const *)names->pdata, names->len);
    return g_strdup_printf("Aggregates are left out, %" G_GSIZE_FORMAT " %s%s%s.", rows, rows == 1 ? "row" : "rows",
                           *list == '\0' ? "" : ": ", list);
}

RkTable *rk_summary_without_aggregates(const RkTable *table, const RkColumn *group, char **note)
{
    const Marks marks = {find(table, "aggregate", RK_COLUMN_BOOLEAN), find(table, "geo", RK_COLUMN_TEXT),
                         rk_selection_entity(table, NULL, "--by", "", NULL)};
    g_auto(RkAggregates) groups = {NULL};
    rk_aggregates_find(table, marks.name, &groups);
    gsize rows = rk_table_rows(table), kept = 0;
    g_autofree guint32 *places = g_new(guint32, MAX(rows, 1));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (gsize row = 0; row < rows; row++) {
        if (groups.rows[row])
            add_name(&marks, row, seen, names);
        else
            places[kept++] = (guint32)row;
    }
    *note = NULL;
    if (kept == rows || kept == 0 || keeps_apart(&marks, group))
        return rk_table_ref((RkTable *)table);
    *note = write_note(names, rows - kept);
    return rk_table_gather(table, places, kept);
}
