/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all direct labels share: reading the options, fonts, texts, and moving apart along one line.
 */
#include "plot/label.h"

#include <math.h>
#include <stdlib.h>

#include "base/format.h"
#include "plot/flags.h"
#include "spec/checks.h"

static const char *const positions[] = {"auto", "end", "inside", "start", NULL};
static const char *const ends[] = {"last", "first", "both", NULL};

static const RkProperty properties[] = {
    {"field", RK_ALLOW_TEXT, .summary = "the field whose values are written"},
    {"format", RK_ALLOW_TEXT, .summary = "a d3-format pattern for numbers"},
    {"value", RK_ALLOW_TEXT, .summary = "a d3-format pattern: the value beside a line's name"},
    {"period", RK_ALLOW_TEXT,
     .summary = "the field that says of which period the value of a name away from its line is"},
    {"ends", RK_ALLOW_TEXT, .words = ends,
     .summary = "where a line has its name; both: first only where it is not level"},
    {"filter", RK_ALLOW_TEXT | RK_ALLOW_MAP, .summary = "a predicate: the rows that are labelled"},
    {"position", RK_ALLOW_TEXT, .words = positions, .summary = "where a bar's value stands"},
    {"total", RK_ALLOW_BOOLEAN, .summary = "write the total at the end of a stack"},
    {"totalFormat", RK_ALLOW_TEXT, .summary = "a d3-format pattern for the total"},
    {"parts", RK_ALLOW_BOOLEAN, .summary = "write the parts of a stack where they are wide enough"},
    {"fontSize", RK_ALLOW_NUMBER, .summary = "size of the text in pixels"},
    {"fontWeight", RK_ALLOW_NUMBER | RK_ALLOW_TEXT, rk_words_font_weight, .summary = "weight of the text",
     .check = rk_check_font_weight},
    {"color", RK_ALLOW_TEXT, .summary = "colour of texts beside their mark"},
    {"dx", RK_ALLOW_NUMBER, .summary = "distance from the mark in pixels"},
    {0},
};
const RkShape rk_label_shape = {.name = "the label", .properties = properties};

static gboolean has_columns(const RkLabelling *labelling, GError **error)
{
    static const char *const keys[] = {"field", "period"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        const RkValue *field = rk_value_get(labelling->options, keys[i]);
        if (field != NULL &&
            rk_table_require(labelling->unit->table, rk_value_text_or(field, ""), rk_value_place(field), error) == NULL)
            return FALSE;
    }
    return TRUE;
}

gboolean rk_labelling_begin(RkUnit *unit, RkNode *parent, RkLabelling *labelling, gboolean *wanted, GError **error)
{
    static const char *const blocks[] = {"label", NULL};
    const RkValue *label = rk_unit_property(unit, "label");
    *wanted = rk_value_is(label, RK_VALUE_MAP) || rk_value_boolean_or(label, FALSE);
    if (!*wanted)
        return TRUE;
    RkPlotting *plotting = unit->plotting;
    *labelling = (RkLabelling){.unit = unit, .options = rk_value_is(label, RK_VALUE_MAP) ? label : NULL};
    labelling->font = rk_plotting_font(plotting, labelling->options, blocks, "", 10.67);
    labelling->font.tabular = TRUE;
    labelling->color = rk_plotting_palette(plotting, "text", "#1B1F24");
    rk_plotting_color(plotting, rk_value_get(labelling->options, "color"), &labelling->color);
    const RkValue *filter = rk_value_get(labelling->options, "filter");
    if (filter != NULL) {
        labelling->wanted = g_new0(guint8, MAX(rk_table_rows(unit->table), 1));
        if (!rk_predicate_test(filter, unit->table, plotting->scope, labelling->wanted, error)) {
            g_clear_pointer(&labelling->wanted, g_free);
            return FALSE;
        }
    }
    if (!has_columns(labelling, error)) {
        g_clear_pointer(&labelling->wanted, g_free);
        return FALSE;
    }
    labelling->group = rk_scene_add_group(plotting->scene, parent, "mark-text role-mark label", 0, 0);
    labelling->group->meaning.role = "graphics-object";
    labelling->group->meaning.role_description = "text mark container";
    /* The marks speak for themselves: their labels would say everything twice. */
    labelling->group->meaning.hidden = TRUE;
    return TRUE;
}

void rk_labelling_end(RkLabelling *labelling)
{
    g_clear_pointer(&labelling->wanted, g_free);
}

const char *rk_labelling_text(RkLabelling *labelling, const RkColumn *otherwise, gsize row)
{
    RkUnit *unit = labelling->unit;
    const char *field = rk_value_text_or(rk_value_get(labelling->options, "field"), NULL);
    const RkColumn *column = field != NULL ? rk_table_find(unit->table, field) : otherwise;
    if (column == NULL || rk_column_is_missing(column, row) || (labelling->wanted != NULL && !labelling->wanted[row]))
        return NULL;
    const char *format = rk_value_text_or(rk_value_get(labelling->options, "format"), NULL);
    g_autofree char *text = NULL;
    if (rk_column_type(column) == RK_COLUMN_NUMBER)
        text = rk_format_number(format != NULL ? format : "", rk_column_numbers(column)[row], unit->plotting->locale,
                                NULL);
    else if (rk_column_type(column) == RK_COLUMN_TIME && format != NULL)
        text = rk_format_time(format, rk_column_numbers(column)[row], unit->plotting->locale);
    else if (rk_column_type(column) == RK_COLUMN_TEXT)
        text = g_strdup(rk_plotting_place_name(unit->plotting, column, rk_column_text(column, row)));
    else
        text = rk_column_write(column, row);
    const char *letters = rk_unit_flag_letters(unit, row);
    if (text == NULL || letters == NULL || unit->mark->flags_as != RK_FLAG_ON_BAR)
        return text == NULL ? NULL : g_string_chunk_insert_const(unit->plotting->strings, text);
    g_autofree char *flagged = g_strdup_printf("%s\u2009%s", text, letters);
    return g_string_chunk_insert_const(unit->plotting->strings, flagged);
}
