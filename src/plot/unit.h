/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From views to units: what a channel is called and measures, and which steps come before scales. How scales place
 * values is said elsewhere.
 */
#ifndef RK_PLOT_UNIT_H
#define RK_PLOT_UNIT_H

#include "plot/plotting.h"

G_BEGIN_DECLS

/* unit.c, encode.c: from views to units. */
RkUnit *rk_unit_new(RkPanel *panel, const RkView *view, GError **error);
void rk_unit_free(gpointer unit);
gboolean rk_unit_encode(RkUnit *unit, GError **error);
/** The ends and the corners of lines, by their names; butt and miter where nothing is said. */
void rk_style_line(RkStyle *style, const RkValue *cap, const RkValue *join);
/** FALSE with an error when a text names no colour. */
gboolean rk_plotting_check_color(const RkPlotting *plotting, const RkValue *value, GError **error);
/** measure.c: decides the level of measurement and checks the column against it. */
gboolean rk_use_measure(const RkUnit *unit, RkUse *use, GError **error);
/** Whether numbers or times will stand on a channel that is not read yet, as far as its definition tells. */
gboolean rk_unit_would_be_continuous(const RkUnit *unit, RkChannel channel, const RkValue *definition);
/** titles.c: what the channel is called. */
gboolean rk_use_title(RkUnit *unit, RkUse *use, GError **error);
RkUse *rk_use_new(RkUnit *unit, RkChannel channel, const RkValue *definition, GError **error);
void rk_use_free(RkUse *use);
/** field-title.c: what a channel is called when the figure does not say; NULL without a field. */
const char *rk_unit_field_title(RkUnit *unit, const RkValue *definition);
/** encode-rows.c: makes a column of `value: {expr: …}`, and a definition that shows it as it is. FALSE with a located
 * error. */
gboolean rk_use_follow_rows(RkUnit *unit, RkUse *use, GError **error);
/** encode-time.c: makes times of a temporal channel's dates and years. FALSE with a located error. */
gboolean rk_use_read_times(const RkUnit *unit, RkUse *use, GError **error);
/** encode-period.c: finds `first` and `last` of marks over units of time. The ends must be known. */
void rk_use_shift_periods(const RkUnit *unit, RkUse *use);
/** One length of the finest part of the channel's unit of time, counted from a January; FALSE where there is none, or
 * days of the week. */
gboolean rk_use_unit_span(const RkUse *use, double *start, double *end);
/** Makes numbers of a quantitative channel's texts, by Vega-Lite's rules, when all of them are numbers. */
void rk_use_read_numbers(const RkUnit *unit, RkUse *use);
/** The pattern that shows the times of a channel with a time unit; NULL for none. Lives as long as the plotting. */
const char *rk_use_time_pattern(RkPlotting *plotting, const RkUse *use);
/* idle.c: channels that a mark has no use for. */
void rk_unit_admit_channels(RkUnit *unit);
/** FALSE with an error where a channel shows the other end of one that is not there. */
gboolean rk_unit_settle_ends(RkUnit *unit, GError **error);
/** Arcs have no other angle. */
gboolean rk_unit_reads_angle_as_theta(const RkUnit *unit);
/** Warns of channels that no unit has a use for. */
void rk_panel_tell_idle_channels(const RkPanel *panel);
/** Tells of blocks of the config that are another grammar's. */
void rk_plotting_tell_idle_config(const RkPlotting *plotting);
/** senseless.c: warns of words that do nothing where they stand, or nothing that was meant. */
void rk_plotting_tell_senseless(const RkPlotting *plotting);
/** desugar.c: `aggregate`, `bin`, `timeUnit` and `impute` inside encodings become transforms. */
gboolean rk_unit_desugar(RkUnit *unit, GError **error);
/** Applies one transform to the unit's table. */
gboolean rk_unit_apply(RkUnit *unit, const RkValue *options, GError **error);
/** desugar-impute.c */
gboolean rk_unit_impute(RkUnit *unit, GError **error);
/** definition.c: the column name that a definition's values have after desugaring; NULL when it has no field. */
const char *rk_unit_channel_field(RkUnit *unit, RkChannel channel, const RkValue *definition);
/** The same for channels that have room for ten bins: positions, colours, sizes. */
const char *rk_unit_definition_field(RkUnit *unit, const RkValue *definition);
/** The field of `aggregate: {argmax: …}` or argmin, and which of them it is; NULL for other aggregates. */
const RkValue *rk_definition_extreme(const RkValue *definition, const char **operation);
/** TRUE when the channel's own values are put into bins, FALSE when they are in bins already. */
gboolean rk_definition_is_binned(const RkValue *definition);
/** How many bins a channel has room for. */
double rk_definition_maxbins(RkChannel channel);
/** The `bin` of a definition with the number of bins that its channel has room for. */
const RkValue *rk_unit_bins(const RkUnit *unit, RkChannel channel, const RkValue *bin);
/** stack.c */
gboolean rk_unit_stack(RkUnit *unit, GError **error);
/** orient.c: decides `horizontal`. */
void rk_unit_orient(RkUnit *unit);
/** invalid.c: decides which rows are left out and where lines break. Scales must have been chosen. */
void rk_unit_find_invalid(RkUnit *unit);
/** Decides what is shown instead of missing values. Domains must be known. */
void rk_unit_show_invalid(RkUnit *unit);
/** Whether a line or area has a gap at a row. */
gboolean rk_unit_breaks(const RkUnit *unit, gsize row);
/** highlight.c */
gboolean rk_unit_highlight(RkUnit *unit, GError **error);
gboolean rk_unit_row_highlighted(const RkUnit *unit, gsize row);
/** TRUE when the category of a discrete scale is highlighted through its field. */
gboolean rk_scale_category_highlighted(const RkScale *scale, guint category);

/* unit-mix.c: warns when values of several units share a scale. */
void rk_unit_warn_mixed(const RkUnit *unit);

G_END_DECLS

#endif
