/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names at the ends of lines, in the colour of their line, moved apart where they would touch.
 */
#include "plot/label.h"
#include "plot/series.h"

#include <math.h>

#include "base/format.h"

/** Distance of a name from the end of its line. */
#define GAP 6.0

static const RkColumn *name_column(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR, RK_CHANNEL_STROKE, RK_CHANNEL_DETAIL,
                                         RK_CHANNEL_STROKE_DASH};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        if (use != NULL && use->column != NULL)
            return use->column;
    }
    return NULL;
}

/** The last row of a series that has a position; FALSE when it has none. */
static gboolean last_point(RkUnit *unit, const RkSeries *series, guint32 *row, double *x, double *y)
{
    for (guint i = series->count; i > 0; i--) {
        *row = series->rows[i - 1];
        *x = rk_unit_position(unit, RK_CHANNEL_X, *row, 0.5);
        *y = rk_unit_position(unit, RK_CHANNEL_Y, *row, 0.5);
        if (isfinite(*x) && isfinite(*y))
            return TRUE;
    }
    return FALSE;
}

typedef struct {
    const char *text;
    double x;
    RkColor color;
    gboolean highlighted;
} EndLabel;

static void add(RkLabelling *labelling, const EndLabel *label, double place)
{
    RkUnit *unit = labelling->unit;
    RkFont font = labelling->font;
    font.weight = label->highlighted ? 600 : font.weight;
    double gap = rk_value_number_or(rk_value_get(labelling->options, "dx"), GAP);
    rk_plotting_add_text(unit->plotting, labelling->group, label->text, label->x + gap, place, &font, label->color,
                         RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
}

/** A line may be too light for letters: then its name is written in the secondary text colour. */
static RkColor readable(const RkUnit *unit, RkColor color)
{
    RkColor white = {1, 1, 1, 1};
    return rk_color_contrast(color, white) >= 3 ? color : rk_plotting_palette(unit->plotting, "secondary", "#57606A");
}

/** The name with the value behind it, when `value` gives a pattern. */
static const char *with_value(const RkLabelling *labelling, const char *text, guint32 row)
{
    RkUnit *unit = labelling->unit;
    const char *format = rk_value_text_or(rk_value_get(labelling->options, "value"), NULL);
    const RkUse *use = unit->uses[unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y];
    const double *values = use == NULL || use->column == NULL ? NULL : rk_column_numbers(use->column);
    if (format == NULL || values == NULL)
        return text;
    g_autofree char *number = rk_format_number(format, values[row], unit->plotting->locale, NULL);
    if (number == NULL)
        return text;
    g_autofree char *both = g_strdup_printf("%s %s", text, number);
    return g_string_chunk_insert_const(unit->plotting->strings, both);
}

gboolean rk_label_lines(RkUnit *unit, RkNode *parent, GPtrArray *all_series, GError **error)
{
    RkLabelling labelling;
    gboolean wanted;
    if (!rk_labelling_begin(unit, parent, &labelling, &wanted, error))
        return FALSE;
    if (!wanted)
        return TRUE;
    g_autofree RkSpread *spreads = g_new0(RkSpread, MAX(all_series->len, 1));
    g_autofree EndLabel *labels = g_new0(EndLabel, MAX(all_series->len, 1));
    guint count = 0;
    for (guint i = 0; i < all_series->len; i++) {
        const RkSeries *series = g_ptr_array_index(all_series, i);
        guint32 row;
        double x, y;
        const char *text =
            last_point(unit, series, &row, &x, &y) ? rk_labelling_text(&labelling, name_column(unit), row) : NULL;
        if (text == NULL)
            continue;
        text = with_value(&labelling, text, row);
        labels[count] = (EndLabel){text, x, readable(unit, rk_unit_row_color(unit, row)), series->highlighted};
        spreads[count++] = (RkSpread){y, labelling.font.size * 1.2, y};
    }
    rk_spread_labels(spreads, count, -labelling.font.size, unit->panel->height + labelling.font.size);
    for (guint i = 0; i < count; i++)
        add(&labelling, &labels[i], spreads[i].place);
    rk_labelling_end(&labelling);
    return TRUE;
}
