/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How guides write the values of a scale: by the pattern they give, by what the channel is about, or by the scale's own
 * habit.
 */
#ifndef RK_PLOT_GUIDE_FORMAT_H
#define RK_PLOT_GUIDE_FORMAT_H

#include "plot/guide-source.h"
#include "plot/scale.h"

G_BEGIN_DECLS

/** The pattern and kind that hold for a guide. */
typedef struct {
    RkPlotting *plotting;
    const RkScale *scale;
    const char *pattern;     /**< NULL: the scale's own habit */
    const RkValue *patterns; /**< times by their finest part {year: "%Y", …}; NULL: none */
    gboolean time;           /**< the pattern is one of times */
    gboolean number;         /**< the pattern is one of numbers, on a scale of times too */
    guint count;             /**< ticks aimed at */
    GArray *values;          /**< all values that the guide shows */
} RkGuideFormat;

/** Reads `format` and `formatType`; `use` is what the guide is about, `legend` whether times without a pattern take
 * that of config. FALSE with an error for a malformed pattern. */
gboolean rk_guide_format_read(RkGuideFormat *format, const RkGuideSource *source, const RkScale *scale,
                              const RkUse *use, gboolean legend, GError **error);
/** The same for a guide that several layers share: the first that has a pattern gives it. */
gboolean rk_guide_format_read_shared(RkGuideFormat *format, const RkGuideSource *source, const RkScale *scale,
                                     const GPtrArray *uses, GError **error);
/** The text of a value of a continuous scale; lives as long as the plotting. */
const char *rk_guide_format_value(const RkGuideFormat *format, double value);
/** The text of a border between classes. */
const char *rk_guide_format_border(const RkGuideFormat *format, double value);
/** The text of a category. */
const char *rk_guide_format_category(const RkGuideFormat *format, guint category);

G_END_DECLS

#endif
