/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scales: from values to positions, colours, sizes and shapes. A family of scales is one file in plot/scales; which
 * family a channel gets is decided in scale-choice.c.
 */
#ifndef RK_PLOT_SCALE_H
#define RK_PLOT_SCALE_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** A family member. One static instance in its own file, listed in plot/scales/meson.build. */
typedef struct {
    const char *name;  /**< "linear" */
    gboolean discrete; /**< the domain is a list of categories */
    gboolean bands;    /**< discrete with extent: band */
    gboolean temporal;
    /** Continuous: to a straightened space where the scale is linear, and back. NULL: identity. */
    double (*straighten)(const RkScale *scale, double value);
    double (*bend)(const RkScale *scale, double value);
    /** Continuous: NULL when the domain is allowed, else the reason it is not ("a log scale needs values of one sign
     * …"). */
    const char *(*refuse)(const RkScale *scale, double low, double high);
    /** Continuous: extends the domain to round values. NULL: no nice. */
    void (*nice)(RkScale *scale, guint count);
    /** Continuous: values of about `count` ticks, appended to `ticks` (doubles). */
    void (*ticks)(const RkScale *scale, guint count, GArray *ticks);
    /** Continuous: the text of a tick by specifier (NULL: chosen); g_free() it. */
    char *(*tick_text)(const RkScale *scale, const RkLocale *locale, double value, const char *specifier, guint count,
                       GArray *ticks);
    /** Discrete positions: sets step, bandwidth and start from the range. */
    void (*arrange)(RkScale *scale);
} RkScaleType;

struct RkScale {
    const RkScaleType *type;
    RkChannel channel;
    const RkValue *definition; /**< the `scale` map, or NULL */
    RkPlotting *plotting;
    RkMeasure measure;
    GPtrArray *uses;  /**< RkUse that share it (borrowed) */
    GPtrArray *units; /**< their units, in step */

    /* continuous */
    double domain[2];
    gboolean reversed;
    gboolean clamp;
    gboolean zero;
    double base, exponent;
    RkFrequency frequency; /**< finest frequency of temporal values */

    /* discrete */
    GPtrArray *categories; /**< texts, owned */
    GHashTable *positions; /**< text → position + 1 */
    guint aside;           /**< categories at the end that stand apart (aggregates) */
    double padding_inner, padding_outer, align;
    double step, bandwidth, start;
    double *extents; /**< bands of unequal size that a mark asked for: one a category; NULL: all alike */

    /* range */
    double range[2]; /**< positions, sizes, opacities */
    RkColor *colors; /**< ordinal: one a category (cycled); continuous: stops */
    guint color_count;
    const char **texts; /**< shapes or dash patterns' names (cycled) */
    guint text_count;
};

const RkScaleType *const *rk_scale_types(void);
const RkScaleType *rk_scale_type_find(const char *name);

/** Builds all scales of a panel: families, domains; ranges of visual channels. Position ranges are set by layout. */
gboolean rk_panel_scales(RkPanel *panel, GError **error);
void rk_scale_free(RkScale *scale);
/** domain.c: values of the domain from the uses and the definition. */
gboolean rk_scale_collect_domain(RkScale *scale, GError **error);
/** sort.c: the order of a discrete domain. */
gboolean rk_scale_sort(RkScale *scale, GError **error);
/** range.c: ranges of visual channels. */
gboolean rk_scale_visual_range(RkScale *scale, GError **error);

/** Sets the range of a position scale and arranges bands. */
void rk_scale_set_range(RkScale *scale, double from, double to);
/** A continuous value into the range; NaN stays NaN. */
double rk_scale_map(const RkScale *scale, double value);
/** Start of a category's band, or its point. */
double rk_scale_band_start(const RkScale *scale, guint category);
/** Size of a category's band; 0 for points. */
double rk_scale_band_size(const RkScale *scale, guint category);
/** The category of a text; G_MAXUINT32 when it is not in the domain. */
guint32 rk_scale_category(const RkScale *scale, const char *text);
/** A continuous colour. */
RkColor rk_scale_color(const RkScale *scale, double value);
/** The colour at a fraction (0–1) of the domain. */
RkColor rk_scale_color_at(const RkScale *scale, double fraction);
/** 0–1 of a continuous value along the domain. */
double rk_scale_fraction(const RkScale *scale, double value);

/* ticks.c */
void rk_ticks_linear(double start, double stop, guint count, GArray *ticks);
double rk_ticks_increment(double start, double stop, guint count);

G_END_DECLS

#endif
