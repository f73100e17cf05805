/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of one compilation: units with their channels, scales, and the panel they are drawn in. Shared by the files
 * of this room and by nobody else.
 */
#ifndef RK_PLOT_PLOT_PRIVATE_H
#define RK_PLOT_PLOT_PRIVATE_H

#include "plot/plot.h"
#include "transform/expression.h"
#include "transform/inquiry.h"
#include "transform/parameters.h"
#include "transform/place-name.h"

G_BEGIN_DECLS

typedef enum {
    RK_CHANNEL_X,
    RK_CHANNEL_Y,
    RK_CHANNEL_X2,
    RK_CHANNEL_Y2,
    RK_CHANNEL_X_OFFSET,
    RK_CHANNEL_Y_OFFSET,
    RK_CHANNEL_THETA,
    RK_CHANNEL_RADIUS,
    RK_CHANNEL_THETA2,
    RK_CHANNEL_RADIUS2,
    RK_CHANNEL_COLOR,
    RK_CHANNEL_FILL,
    RK_CHANNEL_STROKE,
    RK_CHANNEL_OPACITY,
    RK_CHANNEL_FILL_OPACITY,
    RK_CHANNEL_STROKE_OPACITY,
    RK_CHANNEL_STROKE_WIDTH,
    RK_CHANNEL_STROKE_DASH,
    RK_CHANNEL_SIZE,
    RK_CHANNEL_SHAPE,
    RK_CHANNEL_ANGLE,
    RK_CHANNEL_TEXT,
    RK_CHANNEL_DETAIL,
    RK_CHANNEL_ORDER,
    RK_CHANNEL_TOOLTIP,
    RK_CHANNEL_DESCRIPTION,
    RK_CHANNEL_HREF,
    RK_CHANNELS
} RkChannel;

/** The levels of measurement, by Vega-Lite's names. */
typedef enum { RK_QUANTITATIVE, RK_ORDINAL, RK_NOMINAL, RK_TEMPORAL } RkMeasure;

typedef struct RkScale RkScale;
typedef struct RkUnit RkUnit;
typedef struct RkPanel RkPanel;
typedef struct RkPlotting RkPlotting;
typedef struct RkMark RkMark;
typedef struct RkUse RkUse;
typedef struct RkFlagCodes RkFlagCodes;
typedef struct RkUnitFlags RkUnitFlags;
typedef struct RkRowProperties RkRowProperties;

/** A condition of a channel: rows where `truth` holds take `use` instead. */
typedef struct {
    guint8 *truth;
    RkUse *use;
} RkCondition;

/** What a channel makes of a missing number. */
typedef enum {
    RK_MISSING_IS_MISSING,
    RK_MISSING_IS_DATUM, /**< it counts as another number of the data */
    RK_MISSING_IS_PLACE  /**< it has a place, in pixels */
} RkMissing;

/** What one channel of one unit says: a column, or a constant in data space (datum) or in visual space (value). */
struct RkUse {
    RkChannel channel;
    const RkValue *definition;
    RkMeasure measure;
    RkColumn *column;     /**< own reference; NULL for constants */
    const RkValue *datum; /**< constant in data space */
    const RkValue *value; /**< constant in visual space */
    const char *title;    /**< of the field; owned by the plotting's strings; NULL when there is none to show */
    RkScale *scale;       /**< borrowed from the panel; NULL for visual constants and `scale: null` */
    guint32 *categories;  /**< position of each row in a discrete scale's domain; G_MAXUINT32 when missing */
    RkCondition *conditions;
    guint condition_count;
    gboolean computed;       /**< an expression of the figure gave the column: it is a look, no datum to tell */
    RkColumn *end;           /**< own reference; where bins or units of time end, may be NULL */
    RkColumn *first, *last;  /**< own references; what a mark covers that is not in the middle of its unit; or NULL */
    RkUse *next;             /**< the next of a list (detail, order, tooltip) */
    const char *field_title; /**< what the field would be called without a title of its own; may be NULL */
    double band_position;    /**< 0–1 within a band; NaN: the mark's choice */
    RkMissing missing;
    double instead; /**< of a missing number: datum or place */
};

/** One mark with its data, ready to draw. */
struct RkUnit {
    RkPlotting *plotting;
    RkPanel *panel;
    const RkView *view;
    const RkMark *mark;
    const RkValue *mark_map;
    const RkValue *encoding; /**< the view's, without the channels that the mark has no use for */
    RkTable *source;         /**< the rows before channels aggregated them: what domains may be sorted by */
    RkTable *rows;           /**< the same with the bins and units of time that channels ask for */
    RkTable *table;
    RkUse *uses[RK_CHANNELS];
    gboolean horizontal; /**< bars and areas run along x */
    guint8 *highlighted; /**< a byte a row; NULL when the view has no highlight */
    RkUnitFlags *flags;  /**< what the flags of the rows ask for; NULL: nothing */
    gboolean aggregated; /**< some channel asks for a statistic */
    gboolean undirected; /**< neither across nor along: lines between two free ends */
    gboolean stacked;
    gboolean normalized;     /**< the stack is shown as parts of a whole */
    RkChannel stack_channel; /**< of the lengths that are stacked */
    guint8 *omitted;         /**< a byte a row: rows with values that cannot be placed; NULL: none */
    const guint8 *outside;   /**< a byte a row: rows that have no part in domains; one of the lists of rows */
    guint8 *breaks; /**< a byte a row: where lines and areas have a gap; NULL: nowhere but where a place is missing */
    gboolean shows_invalid;     /**< what cannot be placed is drawn where the axis begins */
    const char *symbol_shape;   /**< of the symbols that name none; lives as long as the scene */
    const char *stack_field;    /**< name of the stacked column before stacking; NULL */
    RkRowProperties *following; /**< properties of the mark that differ from row to row; NULL: none */
};

/** A set of units over shared scales: one frame with its axes. */
struct RkPanel {
    RkPlotting *plotting;
    const RkView *view;
    GPtrArray *units;                /**< RkUnit, in drawing order */
    GPtrArray *all_scales;           /**< RkScale, owned, by channel; several of one where layers keep theirs apart */
    RkScale *scales[RK_CHANNELS];    /**< the first of each channel; borrowed */
    const RkValue *missed_highlight; /**< a highlight whose field some unit lacks; NULL: none */
    gboolean any_highlighted;        /**< some row is */
    gboolean found_highlight;        /**< some unit has the field of its highlight */
    gboolean stepped[2];             /**< the width or height follows from steps */
    double x, y;                     /**< of the frame in the figure */
    double width, height;            /**< of the frame */
    double margin_left, margin_top, margin_right, margin_bottom; /**< what guides and labels need around the frame */
};

/** The whole compilation. */
struct RkPlotting {
    const RkFigure *figure;
    const RkConfig *config;
    RkConfig *dark; /**< `config` on a dark background; NULL: on a light one */
    const RkPlotEnvironment *environment;
    RkDiagnostics *diagnostics;
    RkTextMeasurer *measurer;
    const RkLocale *locale;
    RkLocale own_locale; /**< that of the language with the words of `config.locale` over it */
    RkInquirySource source;
    RkInquiry *inquiry;      /**< data sets and facts */
    RkScope *scope;          /**< facts and parameters; borrowed from the inquiry, or `guessed` */
    RkScope *guessed;        /**< the same with sizes that are not known; NULL: all are */
    double seen[2];          /**< width and height of the frame as expressions see them; NaN: not at all */
    RkDocument *scratch;     /**< values that the compiler makes */
    GStringChunk *strings;   /**< texts that live as long as the compilation */
    GPtrArray *panels;       /**< RkPanel */
    RkFlagCodes *flag_codes; /**< NULL: flags are not shown */
    RkPlaceNaming place_naming;
    GHashTable *readings;    /**< by RkView: where fields are read as what channels and filters make of them; or NULL */
    GHashTable *place_names; /**< by RkColumn: its names by word; empty for a column that has none */
    RkScene *scene;
    gboolean vega_lite;
};

/* channels.c */
const char *rk_channel_name(RkChannel channel);
/** RK_CHANNELS for a name that is no channel's. */
RkChannel rk_channel_find(const char *name);
gboolean rk_channel_is_position(RkChannel channel);
/** x2, y2, theta2 and radius2: they lie on the scale of another channel. */
gboolean rk_channel_is_second(RkChannel channel);
/** The other end of x, y, theta or radius: x2, y2 …; the channel itself for all others. */
RkChannel rk_channel_second(RkChannel channel);
/** x for x2, y for y2, theta for theta2, radius for radius2; the channel itself for the others. */
RkChannel rk_channel_main(RkChannel channel);
/** Whether values of the channel go through a scale. */
gboolean rk_channel_is_scaled(RkChannel channel);

/* data.c: the rows of a view after its transforms. */
RkTable *rk_plotting_view_table(RkPlotting *plotting, const RkView *view, GError **error);
/** The same before a composite mark sums them up. */
RkTable *rk_plotting_written_table(RkPlotting *plotting, const RkView *view, GError **error);
void rk_plotting_transform_context(RkPlotting *plotting, RkTransformContext *context);
/** Puts a text into a map that the compiler makes for a transform. */
void rk_plotting_put(RkPlotting *plotting, RkValue *map, const char *key, const char *text);

/** What the figure's data sets and facts ask of the plotting, which must stay where it is. */
RkInquirySource rk_plotting_source(RkPlotting *plotting);

/* settle.c: the size of the frame in expressions. */
/** Of one drawing: what expressions saw, what was drawn, and whether that followed from steps. */
typedef struct {
    double seen[2], drawn[2];
    gboolean stepped[2];
} RkSizes;
/** Whether expressions know width and height before anything is drawn. */
gboolean rk_figure_states_sizes(const RkFigure *figure);
/** Decides what expressions see. */
void rk_plotting_begin_sizes(RkPlotting *plotting);
gboolean rk_sizes_agree(const RkSizes *sizes);
/** FALSE with an error when a drawing has other sizes than it was told, and would have others again. */
gboolean rk_sizes_check(const RkSizes *sizes, const RkFigure *figure, GError **error);

/* facts.c: the figure's words with its facts in them. */
/** `text` with every {name} or {name:format} replaced when the figure has facts; kept as it is otherwise. Lives as long
 * as the plotting. */
const char *rk_plotting_interpolate(RkPlotting *plotting, const RkValue *text, GError **error);
/** A number that is written as one or as an expression text over the facts. */
gboolean rk_plotting_number(RkPlotting *plotting, const RkValue *value, double *number, GError **error);

/* view-sharing.c */
/** The highest view up to `top` within which the layer `unit` shares its "scale", "axis" or "legend" of a channel. */
const RkView *rk_view_sharing(const RkView *unit, const RkView *top, const char *what, const char *channel);

/* place-names.c: places by their names, in place of the codes that the data have. */
/** Decides which columns of places the figure names. */
void rk_plotting_begin_place_names(RkPlotting *plotting);
/** How a word of the column is shown: the name of its place, or the word itself. Lives as long as the plotting, or as
 * `word`. */
const char *rk_plotting_place_name(RkPlotting *plotting, const RkColumn *column, const char *word);
/** The same for a category of a discrete scale. */
const char *rk_scale_category_name(const RkScale *scale, const char *category);

/* settings.c: properties of marks, axes and legends with their defaults from the configuration. */
const RkValue *rk_unit_property(const RkUnit *unit, const char *key);
/** The same of named styles alone, and of the configuration alone. */
const RkValue *rk_unit_style_property(const RkUnit *unit, const char *key);
const RkValue *rk_unit_config_property(const RkUnit *unit, const char *key);
double rk_unit_number(const RkUnit *unit, const char *key, double otherwise);
const char *rk_unit_text(const RkUnit *unit, const char *key, const char *otherwise);
gboolean rk_unit_flag(const RkUnit *unit, const char *key, gboolean otherwise);
/** A property of the first of several maps or config blocks. */
const RkValue *rk_plotting_setting(const RkPlotting *plotting, const RkValue *own, const char *const *blocks,
                                   const char *key);
/** A colour from a value: text, or {name} of the theme's palette; FALSE when absent or null. */
gboolean rk_plotting_color(const RkPlotting *plotting, const RkValue *value, RkColor *color);
/** Sets the dashes of a style from a list of lengths and an offset into it; leaves it solid when there is none. */
void rk_plotting_dash(const RkPlotting *plotting, const RkValue *dash, const RkValue *offset, RkStyle *style);
/** Puts a frame with a thin outline where that is sharp, as the grammar does. */
void rk_plotting_settle_frame(const RkPlotting *plotting, RkNode *group);
/** The theme's colour of that name (context, highlight, text, textSecondary, grid, zero, aggregate). */
RkColor rk_plotting_palette(const RkPlotting *plotting, const char *name, const char *otherwise);
/** A size of letters that can be drawn: what is smaller or larger is changed, with a diagnostic that shows `cause`. */
double rk_plotting_fit_font(const RkPlotting *plotting, double size, const RkValue *cause);
/** The size that a value gives. */
double rk_plotting_font_size(const RkPlotting *plotting, const RkValue *value, double otherwise);
/** A font of the theme by block (`title`, `axis`…) and key prefix ("label", "title", ""). */
RkFont rk_plotting_font(const RkPlotting *plotting, const RkValue *own, const char *const *blocks, const char *prefix,
                        double size);

/* row-properties.c: properties of marks that an expression gives for each row. */
/** Evaluates them over the unit's final rows. FALSE with a located error. */
gboolean rk_unit_follow_rows(RkUnit *unit, GError **error);
/** Says which row is being drawn: properties answer its values from now on. */
void rk_unit_turn_to(const RkUnit *unit, gsize row);
/** What stands for a property's value in the row that is being drawn: the value itself when it follows no row. */
const RkValue *rk_unit_of_row(const RkUnit *unit, const RkValue *value);
void rk_row_properties_free(RkRowProperties *properties);

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
/** desugar.c: `aggregate`, `bin`, `timeUnit` and `impute` inside encodings become transforms. */
/* idle.c: channels that a mark has no use for. */
void rk_unit_admit_channels(RkUnit *unit);
/** Arcs have no other angle. */
gboolean rk_unit_reads_angle_as_theta(const RkUnit *unit);
/** Warns of channels that no unit has a use for. */
void rk_panel_tell_idle_channels(const RkPanel *panel);
/** Tells of blocks of the config that are another grammar's. */
void rk_plotting_tell_idle_config(const RkPlotting *plotting);
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

/* place.c: positions and paints of rows. */
/** Position on an axis in pixels of the frame; NaN when missing. `fraction` places it within a band (0 start, 0.5
 * middle, 1 end). */
double rk_unit_position(const RkUnit *unit, RkChannel channel, gsize row, double fraction);
/** The positions of many rows, in the middle of their bands. */
void rk_unit_positions(const RkUnit *unit, RkChannel channel, const guint32 *rows, gsize count, double *places);
/** Start and size of a band on the axis of `channel` (x or y), offsets included; FALSE when the scale has no bands. */
gboolean rk_unit_band(const RkUnit *unit, RkChannel channel, gsize row, double *start, double *size);
/** A number of a visual channel (opacity, size, strokeWidth, angle); `otherwise` when the channel says nothing. */
double rk_unit_visual(const RkUnit *unit, RkChannel channel, gsize row, double otherwise);
/** A text of a visual channel (shape, href). */
const char *rk_unit_visual_text(const RkUnit *unit, RkChannel channel, gsize row, const char *otherwise);
/** Fill and stroke of a row by the rules of Vega-Lite's color, fill, stroke, filled and the opacities; highlight
 * included. */
void rk_unit_style(RkUnit *unit, gsize row, RkStyle *style);
/** The colour that identifies a row (its color channel or the mark's colour). */
/** The gradient that a map describes, kept by the scene; NULL when it is none. */
const RkGradient *rk_plotting_gradient(const RkPlotting *plotting, const RkValue *value);
RkColor rk_unit_row_color(const RkUnit *unit, gsize row);
/** The ARIA label of a row. */
const char *rk_unit_label(RkUnit *unit, gsize row);
/** The formatted text of the text channel (or another channel's field). Lives as long as the plotting; NULL when
 * missing. */
const char *rk_use_text(RkUnit *unit, const RkUse *use, gsize row);
/** The container group of a unit's marks and the meaning of one item. */
RkNode *rk_unit_container(RkUnit *unit, RkNode *parent, const char *kind);
void rk_unit_mean(RkUnit *unit, RkNode *node, gsize row, const char *description);

/* layout.c, axis.c, legend.c, furniture.c … */
gboolean rk_plotting_draw(RkPlotting *plotting, GError **error);

/* text-block.c: wrapping and measuring blocks of text. */
/** Breaks `text` into lines no wider than `width` (at spaces; never inside a word) and joins them with "\n". Lives as
 * long as the plotting. */
const char *rk_plotting_wrap(RkPlotting *plotting, const RkFont *font, const char *text, double width);
/** The same with lines of about equal length: no single word stands alone in the last. */
const char *rk_plotting_wrap_even(RkPlotting *plotting, const RkFont *font, const char *text, double width);
guint rk_line_count(const char *text);
double rk_plotting_text_width(RkPlotting *plotting, const RkFont *font, const char *text);
/** Shortens to `width` with an ellipsis, with a diagnostic; 0 keeps it. */
const char *rk_plotting_limit(RkPlotting *plotting, const RkFont *font, const char *text, double width);
/** How lines that are too long are shortened. */
typedef struct {
    double width;
    const char *ellipsis;
    gboolean from_end; /**< the beginning is dropped, not the end */
} RkLimit;
/** Shortens every line that is wider, with a diagnostic. */
const char *rk_plotting_limit_lines(RkPlotting *plotting, const RkFont *font, const char *text, const RkLimit *limit);
/** Gives a text an edge in the colour of the paper, so that lines behind it do not run through its letters. */
void rk_plotting_add_halo(RkPlotting *plotting, RkNode *text);
/** Adds a text node. `text` may hold line breaks. */
RkNode *rk_plotting_add_text(RkPlotting *plotting, RkNode *parent, const char *text, double x, double y,
                             const RkFont *font, RkColor color, RkAlign align, RkBaseline baseline);

G_END_DECLS

#endif
