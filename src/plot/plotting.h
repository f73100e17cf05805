/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of one compilation: units with their channels, scales, and the panel they are drawn in. Shared by the files
 * of this room and by nobody else.
 */
#ifndef RK_PLOT_PLOTTING_H
#define RK_PLOT_PLOTTING_H

#include "plot/channels.h"
#include "plot/plot.h"
#include "transform/expression.h"
#include "transform/inquiry.h"
#include "transform/parameters.h"
#include "transform/place-name.h"

G_BEGIN_DECLS

/** The levels of measurement, by Vega-Lite's names. */
typedef enum { RK_QUANTITATIVE, RK_ORDINAL, RK_NOMINAL, RK_TEMPORAL } RkMeasure;

typedef struct RkScale RkScale;
typedef struct RkScaleType RkScaleType;
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
    const RkScaleType *scale_type; /**< that it asks for; NULL: nobody has asked yet */
    guint32 *categories;           /**< position of each row in a discrete scale's domain; G_MAXUINT32 when missing */
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
    GHashTable *apart;               /**< view → channels whose scales its layers cannot share; NULL: none */
    const RkValue *missed_highlight; /**< a highlight whose field some unit lacks; NULL: none */
    gboolean any_highlighted;        /**< some row is */
    gboolean found_highlight;        /**< some unit has the field of its highlight */
    gboolean stepped[2];             /**< the width or height follows from steps */
    double x, y;                     /**< of the frame in the figure */
    double width, height;            /**< of the frame */
    double name_room; /**< what names at one side may take of the width before they are wrapped; 0: all */
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

G_END_DECLS

#endif
