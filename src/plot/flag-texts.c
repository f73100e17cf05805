/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flags of texts that write a number: its letters follow it, raised, and the sign of a missing one stands in its place.
 * A text has none where another layer shows the flags of the same values, or where it writes something else.
 */
#include <math.h>

#include "plot/flag-columns.h"
#include "plot/mark.h"

/** Between a text and its letters, in pixels, and how far these are raised, in heights of the text's font. */
#define GAP 1.5
#define RAISE 0.3

/** Whether the value of one column in a row says what that of another does. */
static gboolean says_same(const RkColumn *a, const RkColumn *b, gsize row)
{
    const RkColumn *flags = rk_column_flag(a), *others = rk_column_flag(b);
    const char *flag = flags != NULL ? rk_column_text(flags, row) : NULL;
    const char *other = others != NULL ? rk_column_text(others, row) : NULL;
    return g_strcmp0(flag, other) == 0 && rk_column_is_missing(a, row) == rk_column_is_missing(b, row);
}

/** Layers of one table have its rows in one order. Of a longer one this layer shows some of the rows. */
static gboolean shows(const RkFlagColumns *columns, gboolean longer, const RkColumn *written, gsize row)
{
    for (guint i = 0; i < columns->shown_count; i++)
        if (longer ? g_str_equal(rk_column_name(columns->shown[i]), rk_column_name(written))
                   : says_same(columns->shown[i], written, row))
            return TRUE;
    return FALSE;
}

static void drop_shown_by(const RkUnit *other, const RkUnit *unit, const RkColumn *written, guint8 *signs)
{
    gsize rows = rk_table_rows(unit->table);
    RkFlagColumns columns;
    if (other == unit || !rk_unit_flag_is_shown(other) || other->mark->flags_as == RK_FLAG_AS_LETTER ||
        rk_table_rows(other->table) < rows || !rk_flag_columns_find(other, &columns))
        return;
    for (gsize row = 0; row < rows; row++)
        if (shows(&columns, rk_table_rows(other->table) > rows, written, row))
            signs[row] &= rk_unit_flag_has_texts(other) ? 1 << RK_SIGN_LETTER | 1 << RK_SIGN_BREAK : 0;
}

void rk_unit_flag_drop_shown(const RkUnit *unit, const RkColumn *written, guint8 *signs)
{
    for (guint i = 0; i < unit->panel->units->len; i++)
        drop_shown_by(g_ptr_array_index(unit->panel->units, i), unit, written, signs);
}

const RkColumn *rk_unit_flag_written(const RkUnit *unit)
{
    const RkUse *use = unit->uses[RK_CHANNEL_TEXT];
    return use != NULL && use->column != NULL && rk_column_type(use->column) == RK_COLUMN_NUMBER ? use->column : NULL;
}

/** In a cell the letters follow the number, as in a table: in the corner they would stand on it where it is narrow. */
static gboolean writes_cells(const RkUnit *unit, const RkUnit *cells, const RkColumn *value)
{
    const RkColumn *written = unit->mark->flags_as == RK_FLAG_AS_LETTER ? rk_unit_flag_written(unit) : NULL;
    return written != NULL && rk_unit_flag(unit, "flags", TRUE) &&
           rk_table_rows(unit->table) == rk_table_rows(cells->table) &&
           g_str_equal(rk_column_name(written), rk_column_name(value));
}

gboolean rk_unit_flag_has_texts(const RkUnit *cells)
{
    const GPtrArray *units = cells->panel->units;
    RkFlagColumns columns;
    if (!cells->mark->tiles || !rk_flag_columns_find(cells, &columns))
        return FALSE;
    for (guint i = 0; i < units->len; i++)
        if (writes_cells(g_ptr_array_index(units, i), cells, columns.value))
            return TRUE;
    return FALSE;
}

const char *rk_unit_flag_instead(RkUnit *unit, gsize row)
{
    if ((rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) == 0)
        return NULL;
    rk_unit_flag_tell(unit, row);
    return rk_unit_flag_letters(unit, row);
}

/** In a cell the number and its letters stand in the middle together. */
static void make_room(const RkUnit *unit, RkNode *text, const RkFont *font, const char *letters, gsize row)
{
    RkColor cell;
    gboolean hatched;
    if (text->text.align == RK_ALIGN_CENTER && text->text.angle == 0 &&
        rk_unit_cell_under(unit, row, text->text.x, text->text.y, &cell, &hatched))
        text->text.x -= (GAP + rk_plotting_text_width(unit->plotting, font, letters)) / 2;
}

void rk_unit_flag_follow(RkUnit *unit, RkNode *group, RkNode *text, const RkFont *font, const char *words, gsize row)
{
    const char *letters = rk_unit_flag_letters(unit, row);
    if (letters == NULL || (rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) != 0)
        return;
    RkAlign align = text->text.align;
    RkFont small = rk_unit_flag_font(unit);
    small.size = fmin(small.size, font->size);
    make_room(unit, text, &small, letters, row);
    double width = rk_plotting_text_width(unit->plotting, font, words);
    double along = GAP + width * (align == RK_ALIGN_LEFT ? 1 : align == RK_ALIGN_CENTER ? 0.5 : 0);
    double across = -RAISE * font->size, turn = text->text.angle * G_PI / 180;
    RkNode *node =
        rk_plotting_add_text(unit->plotting, group, letters, text->text.x + along * cos(turn) - across * sin(turn),
                             text->text.y + along * sin(turn) + across * cos(turn), &small, text->style.fill.color,
                             RK_ALIGN_LEFT, text->text.baseline);
    node->style = text->style;
    node->text.angle = text->text.angle;
    node->meaning.hidden = TRUE;
    rk_unit_flag_tell(unit, row);
}
