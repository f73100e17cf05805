/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each row's flags ask of the mark that draws it. A unit has flags when the column that its lengths, heights or
 * colours show has them, or misses values.
 */
#include "plot/flags.h"

#include <math.h>
#include <string.h>

#include "plot/flag-columns.h"
#include "plot/mark.h"
#include "plot/readable.h"
#include "plot/scale.h"
#include "plot/series.h"

/** The flags of a unit's rows. */
struct RkUnitFlags {
    RkFlagCodes *codes;
    RkFlagColumns columns;
    guint8 *signs;
    guint8 *told;   /**< its letters stand in a label of the drawing that is under way */
    guint8 *alone;  /**< of a line: no line leads up to this value; NULL: not asked yet */
    double *dashes; /**< of a line: how long the dashes are that tell of this value; NULL: not asked in this drawing */
};

static void add_sign(RkFlagCode *code, gpointer signs)
{
    if (code->sign != RK_SIGN_NONE)
        *(guint8 *)signs |= (guint8)(1 << code->sign);
}

static void clear_sign(RkUnitFlags *flags, gsize row, RkSign sign)
{
    flags->signs[row] &= (guint8) ~(1 << sign);
}

/** An area with a line of its own in another layer: the line has the signs. */
static gboolean stands_behind_lines(const RkUnit *unit)
{
    for (guint i = 0; unit->mark->stacks && i < unit->panel->units->len; i++) {
        const RkUnit *other = g_ptr_array_index(unit->panel->units, i);
        if (other->mark->series && !other->mark->stacks)
            return TRUE;
    }
    return FALSE;
}

static void settle(const RkUnit *unit)
{
    if (unit->mark->polar)
        rk_unit_flag_drop_untold(unit, unit->flags->columns.value, unit->flags->signs);
    if (unit->mark->series)
        rk_unit_flag_tell_absent(unit, unit->flags->columns.value, unit->flags->codes);
    if (unit->mark->flags_as == RK_FLAG_AS_LETTER)
        rk_unit_flag_drop_shown(unit, unit->flags->columns.value, unit->flags->signs);
    if (unit->mark->flags_as == RK_FLAG_ON_POINT && !rk_unit_flag_has_rows(unit, unit->flags->columns.value)) {
        /* Nothing tells where in a scatter a missing point would be. */
        rk_unit_flag_tell_unshown(unit, unit->flags->codes);
        for (gsize row = 0; row < rk_table_rows(unit->table); row++)
            clear_sign(unit->flags, row, RK_SIGN_MISSING);
    }
    if (unit->mark->series && stands_behind_lines(unit)) {
        for (gsize row = 0; row < rk_table_rows(unit->table); row++)
            unit->flags->signs[row] &= 1 << RK_SIGN_UNCERTAIN;
    }
}

typedef struct {
    guint signs, place, uncertain;
    const char *shape; /**< of the uncertain point; NULL: it is none */
} Noting;

static void note_place(RkFlagCode *code, gpointer data)
{
    const Noting *noting = data;
    if ((noting->signs & 1 << code->sign) == 0)
        return;
    code->places |= code->sign == RK_SIGN_UNCERTAIN ? noting->uncertain : noting->place;
    if (code->sign == RK_SIGN_UNCERTAIN)
        rk_flag_code_add_shape(code, noting->shape);
}

void rk_unit_flag_note(RkUnit *unit, gsize row, guint signs)
{
    guint drawn = rk_unit_signs(unit, row) & signs;
    if (drawn == 0)
        return;
    /* Strokes of a break are for lines. */
    guint place = rk_unit_flag_is_rule(unit) ? RK_FLAG_AS_LETTER : unit->mark->flags_as;
    Noting noting = {drawn, place, rk_unit_flag_looks(unit, row), NULL};
    if ((noting.uncertain & (RK_FLAG_ON_POINT | RK_FLAG_ON_RING)) != 0)
        noting.shape = rk_unit_flag_shape(unit, row);
    rk_flag_columns_visit(&unit->flags->columns, unit->flags->codes, row, note_place, &noting);
}

void rk_unit_flag_tell(RkUnit *unit, gsize row)
{
    if (rk_unit_signs(unit, row) != 0)
        unit->flags->told[row] = TRUE;
}

gboolean rk_unit_flag_is_told(const RkUnit *unit, gsize row)
{
    return unit->flags->told[row];
}

void rk_unit_flag_forget(RkUnit *unit)
{
    memset(unit->flags->told, FALSE, MAX(rk_table_rows(unit->table), 1));
    g_clear_pointer(&unit->flags->dashes, g_free);
}

static gboolean has_signs(const RkUnit *unit)
{
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        if (unit->flags->signs[row] != 0)
            return TRUE;
    }
    return FALSE;
}

void rk_unit_flag_rows(RkUnit *unit)
{
    RkFlagCodes *codes = unit->plotting->flag_codes;
    RkFlagColumns columns;
    if (codes == NULL || !rk_unit_flag_is_shown(unit) || !rk_flag_columns_find(unit, &columns))
        return;
    RkUnitFlags *flags = g_new0(RkUnitFlags, 1);
    *flags = (RkUnitFlags){.codes = codes, .columns = columns};
    gsize rows = rk_table_rows(unit->table);
    flags->signs = g_new0(guint8, MAX(rows, 1));
    flags->told = g_new0(guint8, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        rk_flag_columns_visit(&flags->columns, flags->codes, row, add_sign, &flags->signs[row]);
    unit->flags = flags;
    rk_flag_codes_warn(codes, rk_column_name(columns.value), rk_value_place(unit->mark_map));
    settle(unit);
    if (has_signs(unit))
        return;
    rk_unit_flags_free(flags);
    unit->flags = NULL;
}

void rk_unit_flags_free(RkUnitFlags *flags)
{
    if (flags == NULL)
        return;
    g_free(flags->signs);
    g_free(flags->told);
    g_free(flags->alone);
    g_free(flags->dashes);
    g_free(flags);
}

guint rk_unit_signs(const RkUnit *unit, gsize row)
{
    return unit->flags != NULL ? unit->flags->signs[row] : 0;
}

gboolean rk_unit_uncertain(const RkUnit *unit, gsize row)
{
    return (rk_unit_signs(unit, row) & 1 << RK_SIGN_UNCERTAIN) != 0;
}

/** Only once layout has placed the values: the rows of a series stand in the order of their places. */
static void find_alone(const RkUnit *unit, RkUnitFlags *flags)
{
    g_autoptr(GPtrArray) all = rk_unit_series(unit);
    flags->alone = g_new0(guint8, MAX(rk_table_rows(unit->table), 1));
    for (guint i = 0; i < all->len; i++)
        rk_unit_flag_find_alone(unit, g_ptr_array_index(all, i), flags->columns.value, flags->alone);
}

gboolean rk_unit_flag_alone(const RkUnit *unit, gsize row)
{
    if (unit->flags == NULL || !unit->mark->series)
        return FALSE;
    if (unit->flags->alone == NULL)
        find_alone(unit, unit->flags);
    return unit->flags->alone[row];
}

/** Once layout has sized the panel. */
static void measure_dashes(const RkUnit *unit, RkUnitFlags *flags)
{
    g_autoptr(GPtrArray) all = rk_unit_series(unit);
    flags->dashes = g_new0(double, MAX(rk_table_rows(unit->table), 1));
    for (guint i = 0; i < all->len; i++)
        rk_unit_flag_measure_dashes(unit, g_ptr_array_index(all, i), flags->dashes);
}

double rk_unit_flag_dashed(const RkUnit *unit, gsize row)
{
    if (unit->flags == NULL || !unit->mark->series)
        return 0;
    if (unit->flags->dashes == NULL)
        measure_dashes(unit, unit->flags);
    return unit->flags->dashes[row];
}

typedef struct {
    const RkUnit *unit;
    guint signs;
    gboolean flat; /**< nothing is large enough to be hatched */
    GString *text;
} Writing;

/** A break is drawn as strokes where a line comes from the period before; elsewhere it is a letter. */
static gboolean is_written(const Writing *writing, const RkFlagCode *code)
{
    return code->sign == RK_SIGN_LETTER || code->sign == RK_SIGN_MISSING ||
           (code->sign == RK_SIGN_BREAK && !writing->unit->mark->series) ||
           (code->sign == RK_SIGN_UNCERTAIN && writing->flat);
}

static void add_letter(RkFlagCode *code, gpointer data)
{
    Writing *writing = data;
    if (is_written(writing, code) && (writing->signs & 1 << code->sign) != 0)
        g_string_append_printf(writing->text, "%s%s", writing->text->len > 0 ? " " : "", code->text);
}

static void add_word(RkFlagCode *code, gpointer data)
{
    Writing *writing = data;
    if (code->sign != RK_SIGN_NONE)
        g_string_append_printf(writing->text, "%s%s", writing->text->len > 0 ? ", " : "", code->label);
}

static const char *write_codes(const RkUnit *unit, gsize row, void (*visit)(RkFlagCode *code, gpointer data))
{
    if (rk_unit_signs(unit, row) == 0)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean flat = unit->mark->flags_as == RK_FLAG_AS_LETTER || rk_unit_flag_is_flat(unit, row);
    Writing writing = {unit, rk_unit_signs(unit, row), flat, text};
    rk_flag_columns_visit(&unit->flags->columns, unit->flags->codes, row, visit, &writing);
    return text->len > 0 ? g_string_chunk_insert_const(unit->plotting->strings, text->str) : NULL;
}

const char *rk_unit_flag_letters(const RkUnit *unit, gsize row)
{
    return write_codes(unit, row, add_letter);
}

const char *rk_unit_flag_spoken(const RkUnit *unit, gsize row)
{
    return write_codes(unit, row, add_word);
}

void rk_unit_flag_style(const RkUnit *unit, gsize row, RkStyle *style)
{
    static const double dots[] = {2, 2};
    gboolean cell = unit->mark->flags_as == RK_FLAG_ON_BAR && !unit->mark->stacks;
    if (unit->mark->series || cell || unit->mark->flags_as == RK_FLAG_AS_LETTER || !rk_unit_uncertain(unit, row))
        return;
    if (rk_unit_flag_is_rule(unit)) {
        rk_unit_flag_dash(unit, style);
        return;
    }
    if (!style->fill.set) {
        style->dash = dots;
        style->dash_count = G_N_ELEMENTS(dots);
        return;
    }
    RkColor color = style->fill.color;
    if (!style->stroke.set) {
        style->stroke = (RkPaint){TRUE, color};
        style->stroke_width = rk_value_number_or(rk_config_get(unit->plotting->config, "flags", "strokeWidth"), 1);
        style->dash_count = 0;
        style->dash = NULL;
    }
    double tint = rk_value_number_or(rk_config_get(unit->plotting->config, "flags", "tint"), 0);
    RkColor paper = rk_plotting_paper(unit->plotting);
    style->fill.color =
        (RkColor){paper.red - tint * (paper.red - color.red), paper.green - tint * (paper.green - color.green),
                  paper.blue - tint * (paper.blue - color.blue), color.alpha};
}
