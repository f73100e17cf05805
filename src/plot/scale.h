/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scales: from values to positions, colours, sizes and shapes. A family of scales is one file in plot/scales; which
 * family a channel gets is decided in scale-choice.c.
 */
#ifndef RK_PLOT_SCALE_H
#define RK_PLOT_SCALE_H

#include "plot/plot-private.h"
#include "scene/color-blend.h"
#include "transform/bin.h"

G_BEGIN_DECLS

/** What a scale can turn values into, as bits. */
enum {
    RK_INTO_PLACES = 1 << 0,  /**< x, y, their offsets, angle and radius of arcs */
    RK_INTO_NUMBERS = 1 << 1, /**< size, opacity, strokeWidth, angle */
    RK_INTO_COLORS = 1 << 2,
    RK_INTO_SYMBOLS = 1 << 3 /**< shapes and dash patterns */
};

/** How the grammar names the category of missing values. */
#define RK_CATEGORY_MISSING "null"

/** A family member. One static instance in its own file, listed in plot/scales/meson.build. */
struct RkScaleType {
    const char *name;         /**< "linear" */
    const char *summary;      /**< one line of help */
    gboolean discrete;        /**< the domain is a list of categories */
    gboolean bands;           /**< discrete with extent: band */
    gboolean temporal;        /**< the domain is time */
    gboolean unix_days;       /**< every second day is counted from 1970, not from the start of the month */
    gboolean classes;         /**< numbers are put into classes by borders */
    gboolean cycles;          /**< discrete, with a list of results that starts over */
    guint into;               /**< bits of RK_INTO_… */
    guint measures;           /**< bits of 1 << RkMeasure that it can take */
    const char *const *words; /**< properties that mean something for it, beside type, domain, range, reverse */
    /** Continuous: to a straightened space where the scale is linear, and back. NULL: identity. */
    double (*straighten)(const RkScale *scale, double value);
    double (*bend)(const RkScale *scale, double value);
    /** Continuous: NULL when the domain is allowed, else the reason it is not ("a log scale needs values of one sign
     * …"). */
    const char *(*refuse)(const RkScale *scale, double low, double high);
    /** Continuous: extends the domain to round values. NULL: no nice. */
    void (*nice)(RkScale *scale, guint count);
    /** Continuous, where no length can begin at zero: an end below `low` at which the shortest length can begin. */
    double (*ground)(const RkScale *scale, double low);
    /** Continuous: values of about `count` ticks, appended to `ticks` (doubles). */
    void (*ticks)(const RkScale *scale, guint count, GArray *ticks);
    /** Which of many ticks, appended as for a guide of `count`, are written; NULL: all. */
    gboolean (*writes)(const RkScale *scale, double value, guint count, const GArray *ticks);
    /** Continuous: the text of a tick by specifier (NULL: chosen); g_free() it. */
    char *(*tick_text)(const RkScale *scale, const RkLocale *locale, double value, const char *specifier, guint count,
                       GArray *ticks);
    /** Discrete positions: sets step, bandwidth and start from the range. */
    void (*arrange)(RkScale *scale);
    /** Classes: how many the domain makes; 0 or NULL: as many as the range has results. */
    guint (*class_count)(const RkScale *scale);
    /** Classes: sets the borders between `count` classes. */
    void (*divide)(RkScale *scale, guint count);
};

struct RkScale {
    const RkScaleType *type;
    RkChannel channel;
    const RkView *root;        /**< the highest view whose layers share the scale */
    const RkValue *definition; /**< the first `scale` map, or NULL; rk_scale_property() asks all of them */
    GHashTable *properties;    /**< key → the first value that a `scale` map of the uses gives it (both borrowed) */
    RkPlotting *plotting;
    RkPanel *panel;
    RkMeasure measure;
    gboolean declared; /**< some use names the type */
    GPtrArray *uses;   /**< RkUse that share it (borrowed) */
    GPtrArray *units;  /**< their units, in step */

    /* continuous */
    double domain[2];   /**< the ends, as drawn */
    double whole[2];    /**< the ends before padding and rounding */
    double *middles;    /**< points between the ends, where a domain has more than two */
    guint middle_count; /**< how many */
    gboolean reversed;
    gboolean clamp;
    gboolean zero;
    gboolean invented;               /**< there was no value for a domain: any would do */
    gboolean nice;                   /**< the ends are rounded */
    gboolean round;                  /**< results are whole pixels */
    double padding;                  /**< pixels at the ends of a continuous position */
    double base, exponent, constant; /**< of log, pow and symlog */
    RkFrequency frequency;           /**< finest frequency of temporal values */

    /* classes */
    double *sample; /**< sorted values, for quantiles */
    gsize sample_count;
    double *borders; /**< between classes, ascending: one less than there are classes */
    guint border_count;
    double *bins; /**< borders of bins with the outer ones: ticks of axis and legend; NULL: none */
    guint bin_count;

    /* discrete */
    GPtrArray *categories; /**< texts, owned */
    GHashTable *positions; /**< text → position + 1 */
    GHashTable *starts;    /**< of bins: text → number at which it begins, owned both */
    guint aside;           /**< categories at the end that stand apart (aggregates) */
    double padding_inner, padding_outer, align;
    double step, bandwidth, start;
    double *extents; /**< bands of unequal size that a mark asked for: one a category; NULL: all alike */

    /* range */
    double range[2]; /**< ends of positions, sizes, opacities */
    double *numbers; /**< results that are numbers, when there are more than the two ends; NULL: none */
    guint number_count;
    RkColor *colors; /**< one a category (cycled) or class, or stops of a ramp */
    guint color_count;
    guint distinct; /**< so many of the colours of categories were given: others repeat them; 0: no colours */
    const RkColorBlend *blend; /**< between the stops; NULL: OKLab, which does not run on beyond them */
    double gamma;              /**< of the blend */
    double extent[2];          /**< part of the ramp that is used: 0 and 1 */
    const char **texts;        /**< shapes or dash patterns' names (cycled) */
    guint text_count;
};

const RkScaleType *const *rk_scale_types(void);
const RkScaleType *rk_scale_type_find(const char *name);

/** Builds all scales of a panel: families, domains; ranges of visual channels. Position ranges are set by layout. */
gboolean rk_panel_scales(RkPanel *panel, GError **error);
/** The scale of a channel that the layers beside a unit share with it, whether it has the channel or not; NULL: none.
 */
const RkScale *rk_unit_shared_scale(const RkUnit *unit, RkChannel channel);
/** Warns of values that a declared domain leaves outside the panel. */
void rk_panel_warn_outside(const RkPanel *panel);
void rk_scale_free(gpointer scale);

/* scale-type.c: which families a channel can have. */
/** The family that a use asks for, or the grammar's own where it asks for one that does not suit channel or data. */
const RkScaleType *rk_scale_type_for(const RkUnit *unit, const RkUse *use);
/** The same, worked out and told of once. */
const RkScaleType *rk_use_scale_type(const RkUnit *unit, RkUse *use);
/** Whether its values go through a scale. */
gboolean rk_use_needs_scale(const RkUse *use);
/** scale-apart.c: in the grammar, layers whose scales are of kinds that do not go together keep them apart. */
void rk_panel_part_scales(RkPanel *panel);

/* scale-settings.c: what the `scale` maps of all uses say. */
/** A property of the first use that has it and whose family understands it; NULL: none. */
const RkValue *rk_scale_property(const RkScale *scale, const char *key);
/** A key of the theme's `scale` block. */
const RkValue *rk_scale_config(const RkScale *scale, const char *key);
/** Reads the flags and paddings, and warns of properties that mean nothing for the family or channel. */
void rk_scale_read_settings(RkScale *scale);
gboolean rk_scale_is_color(const RkScale *scale);
/** The use that stands for all where only one can speak: the first on the scale's own channel. */
const RkUse *rk_scale_first_use(const RkScale *scale);
const RkUnit *rk_scale_first_unit(const RkScale *scale);

/* domain.c, domain-*.c: values of the domain from the uses and the definition. */
gboolean rk_scale_collect_domain(RkScale *scale, GError **error);
/** The lists of `domainRaw`, of the beginning of a selection, or of every `domain` of the uses, which hold together;
 * `united`: beside data, not instead of them. An empty array where nothing is listed; NULL with a located error. */
GPtrArray *rk_scale_declared_domains(RkScale *scale, gboolean *united, GError **error);
/** Whether the domain is one that is taken as it stands: that of `domainRaw` or of a selection. */
gboolean rk_scale_domain_is_raw(const RkScale *scale);
/** Whether a use lists values beside its data. */
gboolean rk_use_unites(const RkUse *use);
void rk_scale_warn_of_nothing(RkScale *scale);
gboolean rk_scale_continuous_domain(RkScale *scale, GError **error);
gboolean rk_scale_discrete_domain(RkScale *scale, GError **error);
/** The moment that a number or word means as the one part of the calendar that the scale's times are cut to: 3 or "wed"
 * of `timeUnit: day`. FALSE when it means none. */
gboolean rk_scale_part(const RkScale *scale, const RkValue *value, RkScalar *moment);
/** A number of the domain: a number, a period, an expression, or a date-time map. */
gboolean rk_scale_bound(RkScale *scale, const RkValue *value, double *number, GError **error);
/** The list of values of the property `key`, written out or by an expression; NULL with `error` unset: none. */
const RkValue *rk_scale_list(RkScale *scale, const RkValue *value, GError **error);
/** domain-span.c: the values of the uses, or those that the figure lists instead of them (`listed`) or beside them. */
gboolean rk_scale_span(RkScale *scale, gboolean *listed, GError **error);
/* domain-round.c; `fixed`: the figure gives the ends itself. */
gboolean rk_scale_wants_zero(const RkScale *scale, gboolean fixed);
gboolean rk_scale_wants_nice(const RkScale *scale, gboolean fixed);
/** Widens a continuous domain so that it holds `value`. */
void rk_scale_extend(RkScale *scale, double value);
/** Draws the domain from its ends before padding and rounding. */
void rk_scale_settle(RkScale *scale);
/** The bins that a use asks for, whether they hold anything or not. FALSE when it asks for none. */
gboolean rk_use_bins(const RkUse *use, const RkUnit *unit, RkBins *bins);
/** Sets the borders of bins from a `bin` of the encoding or the property `bins`. */
gboolean rk_scale_set_bins(RkScale *scale, GError **error);

/* sort.c: the order of a discrete domain. */
gboolean rk_scale_sort(RkScale *scale, GError **error);

/* range.c, range-*.c: ranges of visual channels. */
gboolean rk_scale_visual_range(RkScale *scale, GError **error);
gboolean rk_scale_color_range(RkScale *scale, GError **error);
gboolean rk_scale_number_range(RkScale *scale, GError **error);
/** The results that `range` lists, by itself, by name or by field; NULL with `error` unset: none. */
const RkValue *rk_scale_range_list(RkScale *scale, GError **error);

/** Sets the range of a position scale and arranges bands. A range of its own has the word. */
void rk_scale_set_range(RkScale *scale, double from, double to);
/** How many steps of a discrete scale its range takes, paddings included. */
double rk_scale_steps(const RkScale *scale);
/** A number into the range, for continuous scales and classes; NaN stays NaN. */
double rk_scale_map(const RkScale *scale, double value);
/** The same for many numbers, in their place. */
void rk_scale_map_all(const RkScale *scale, double *values, gsize count);
/** Where lengths begin on a continuous scale: at zero where its domain holds it, else at the domain's least end, or
 * with `most` at its greatest; in figures of our own at the end that is nearest to zero. */
double rk_scale_ground(const RkScale *scale, gboolean most);
/** Start of a category's band, or its point. */
double rk_scale_band_start(const RkScale *scale, guint category);
/** Size of a category's band; 0 for points. */
double rk_scale_band_size(const RkScale *scale, guint category);
/** What a category becomes where results are numbers: its number, its point, or the middle of its band. */
double rk_scale_category_number(const RkScale *scale, guint category);
/** The category of a text; G_MAXUINT32 when it is not in the domain. */
guint32 rk_scale_category(const RkScale *scale, const char *text);
/** The class of a number; G_MAXUINT32 when it is missing or the scale has no classes. */
guint32 rk_scale_class(const RkScale *scale, double value);
guint rk_scale_class_count(const RkScale *scale);
/** The colour of a number: of its class, or on the ramp. */
RkColor rk_scale_color(const RkScale *scale, double value);
/** The colour at a fraction (0–1) of the domain. */
RkColor rk_scale_color_at(const RkScale *scale, double fraction);
/** The colour at a fraction of the stops, whatever the family. */
RkColor rk_scale_ramp_color(const RkScale *scale, double fraction);
/** 0–1 of a continuous value along the domain. */
double rk_scale_fraction(const RkScale *scale, double value);
/** The same with only the ends of the domain counted, whatever points it has between: along the bar of a legend. */
double rk_scale_even_fraction(const RkScale *scale, double value);
/** From that fraction to the one of rk_scale_fraction(), whose points between stand at even distances. */
double rk_scale_uneven_fraction(const RkScale *scale, double even);

/* scale-ticks.c */
/** Ticks of a continuous scale: bins where it has them, else about `count` values, or those that `wanted` asks for (a
 * `tickCount`: number, interval of time, {interval, step}; may be NULL). */
void rk_scale_ticks(const RkScale *scale, const RkValue *wanted, guint count, GArray *ticks);
/** TRUE when the times of a scale are split years and nothing else: 2019/20. */
gboolean rk_scale_has_split_years(const RkScale *scale);
/** The split year that begins at a moment, as it is written; NULL for other moments. Free with g_free(). */
char *rk_split_year_text(double moment);
/** Numbers between which the classes of a legend lie: the borders, with the outer ends where there are any. */
void rk_scale_class_bounds(const RkScale *scale, guint index, double *low, double *high);

/* ticks.c */
void rk_ticks_linear(double start, double stop, guint count, GArray *ticks);
double rk_ticks_increment(double start, double stop, guint count);

/* ticks-time.c: steps between moments. */
typedef struct {
    enum {
        RK_STEP_MILLISECONDS,
        RK_STEP_DAYS,
        RK_STEP_UNIX_DAYS,
        RK_STEP_WEEKS,
        RK_STEP_MONTHS,
        RK_STEP_YEARS,
        RK_STEP_SPLIT_YEARS /**< from July to June, where split years stand */
    } unit;
    double count; /**< how many units from tick to tick */
} RkTimeStep;
/** The step for about `count` ticks that parts no data of the frequency `finest`; `unix_days`: every second day counts
 * on from month to month. */
RkTimeStep rk_time_step_choose(double low, double high, guint count, RkFrequency finest, gboolean unix_days);
/** The step of an interval by name ("month") and count; FALSE for other words. */
gboolean rk_time_step_named(const char *interval, double count, RkTimeStep *step);
/** The last moment of the step at or before `value`, and the one after such a moment. */
double rk_time_step_floor(const RkTimeStep *step, double value);
double rk_time_step_next(const RkTimeStep *step, double moment);
/** All its moments from `low` to `high`. */
void rk_time_step_ticks(const RkTimeStep *step, double low, double high, GArray *ticks);

G_END_DECLS

#endif
