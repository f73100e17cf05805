/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One title for a guide that several layers share: what they write outranks what is made from their fields, and
 * different titles stand side by side.
 */
#include "plot/guide-title.h"

#include <string.h>

/** A text that is not broken anywhere: to the grammar, a line feed is a blank unless `lineBreak` says otherwise. */
static const char *one_line(const RkPlotting *plotting, const char *text, gboolean in_list)
{
    const char *mark = rk_value_text_or(rk_config_get(plotting->config, NULL, "lineBreak"), "");
    if (text == NULL || !plotting->vega_lite || strchr(text, '\n') == NULL || (!in_list && strchr(mark, '\n') != NULL))
        return text;
    g_autofree char *line = g_strdelimit(g_strdup(text), "\n", ' ');
    return g_string_chunk_insert(plotting->strings, line);
}

gboolean rk_guide_lines(RkPlotting *plotting, const RkValue *value, const char **text, GError **error)
{
    *text = NULL;
    if (value == NULL || rk_value_is(value, RK_VALUE_NULL))
        return TRUE;
    if (!rk_value_is(value, RK_VALUE_LIST)) {
        *text = one_line(plotting, rk_plotting_interpolate(plotting, value, error), FALSE);
        return *text != NULL || !rk_value_is(value, RK_VALUE_TEXT);
    }
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < rk_value_length(value); i++) {
        const char *line = rk_plotting_interpolate(plotting, rk_value_at(value, i), error);
        if (line == NULL)
            return FALSE;
        g_string_append_printf(all, "%s%s", i > 0 ? "\n" : "", one_line(plotting, line, TRUE));
    }
    *text = all->len == 0 ? NULL : g_string_chunk_insert(plotting->strings, all->str);
    return TRUE;
}

typedef struct {
    GString *text;
    GHashTable *seen;
} Titles;

static void add(Titles *titles, const char *title)
{
    if (title != NULL && *title != '\0' && g_hash_table_add(titles->seen, (gpointer)title))
        g_string_append_printf(titles->text, "%s%s", titles->text->len > 0 ? ", " : "", title);
}

static const RkValue *written_title(const RkUse *use, const char *guide, gboolean *by_guide)
{
    const RkValue *own = rk_value_get(rk_value_get(use->definition, guide), "title");
    *by_guide = own != NULL;
    return own != NULL ? own : rk_value_get(use->definition, "title");
}

gboolean rk_guide_joined_title(RkPlotting *plotting, const GPtrArray *uses, const char *guide, const char **title,
                               GError **error)
{
    g_autoptr(GString) written = g_string_new(NULL), made = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) seen_made = g_hash_table_new(g_str_hash, g_str_equal);
    Titles explicit = {written, seen}, implicit = {made, seen_made};
    gboolean by_guide = FALSE, said = FALSE;
    for (guint i = 0; i < uses->len; i++) {
        const RkUse *use = g_ptr_array_index(uses, i);
        /* What the guide is called also names its second channel. */
        if (by_guide && (use->channel == RK_CHANNEL_X2 || use->channel == RK_CHANNEL_Y2))
            continue;
        const RkValue *own = written_title(use, guide, &by_guide);
        const char *text;
        if (!rk_guide_lines(plotting, own, &text, error))
            return FALSE;
        said = said || own != NULL;
        add(own != NULL ? &explicit : &implicit, own != NULL ? text : use->title);
    }
    const GString *chosen = said ? written : made;
    *title = chosen->len == 0 ? NULL : g_string_chunk_insert_const(plotting->strings, chosen->str);
    return TRUE;
}
