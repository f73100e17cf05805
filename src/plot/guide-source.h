/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the properties of a guide come from: its own maps, the styles that these name, then config, layer by layer.
 */
#ifndef RK_PLOT_GUIDE_SOURCE_H
#define RK_PLOT_GUIDE_SOURCE_H

#include "plot/guide-text.h"

G_BEGIN_DECLS

/** A block that a layer of config has; the end of a layer has no map. */
typedef struct {
    const RkValue *map;
    const RkValue *style; /**< the styles that the block names; at the end of a layer, all styles of the layer */
} RkGuideBlock;

typedef struct {
    RkPlotting *plotting;
    GPtrArray *own;                 /**< what the channels say, first one first; NULL: nothing */
    const char *const *blocks;      /**< of config, most particular first; NULL-ended */
    GArray *found;                  /**< of RkGuideBlock: those of the blocks that config has, layer by layer */
    const char *deaf;               /**< what begins so in the own maps is not heard; NULL: all is */
    const char *const (*styles)[2]; /**< prefix of keys and the named style that holds them, {NULL} at the end */
} RkGuideSource;

/** Styles of axes and legends: guide-label and guide-title. */
extern const char *const rk_guide_styles[][2];

/** Looks up the blocks of config, in place of those before: a figure asks for hundreds of settings of each guide. */
void rk_guide_source_set_blocks(RkGuideSource *source, const char *const *blocks);
/** Adds a map of a channel; what is no map is passed over. */
void rk_guide_source_add(RkGuideSource *source, const RkValue *own);
void rk_guide_source_clear(RkGuideSource *source);
/** NULL when nobody says it. */
const RkValue *rk_guide_get(const RkGuideSource *source, const char *key);
/** What the guide's own maps or their styles say, and not config. */
const RkValue *rk_guide_get_own(const RkGuideSource *source, const char *key);
double rk_guide_number(const RkGuideSource *source, const char *key, double otherwise);
gboolean rk_guide_flag(const RkGuideSource *source, const char *key, gboolean otherwise);
const char *rk_guide_word(const RkGuideSource *source, const char *key, const char *otherwise);
/** The colour of a key, its alpha times the number of another key (may be NULL); FALSE for null and where nobody says
 * it. */
gboolean rk_guide_color(const RkGuideSource *source, const char *key, const char *opacity, RkColor *color);
/** FALSE with an error when something that ought to be a colour is none, in the guide's own maps or the figure's
 * config. */
gboolean rk_guide_check_colors(const RkGuideSource *source, GError **error);
/** Warns of words in the guide's own maps that have no effect in our own look; `unread` is NULL-ended. */
void rk_guide_warn_unread(const RkGuideSource *source, const char *const *unread);
/** Warns of a value that a guide is to label and that its scale does not have. */
void rk_guide_warn_absent(const RkGuideSource *source, const RkValue *value, const char *channel);
/** From now on what begins with `prefix` in the guide's own maps is not heard, and told with a remedy. */
void rk_guide_turn_deaf(RkGuideSource *source, const char *prefix, const char *hint);
/** The same for words that have none anywhere, with a remedy. */
void rk_guide_warn_idle(const RkGuideSource *source, const char *key, const char *hint);
/** A font by the prefix of its keys: "label", "title", "". */
RkFont rk_guide_font(const RkGuideSource *source, const char *prefix, double size);
/** Thickness, colour, dash and caps by a prefix ("domain", "tick", "grid"), for a stroke. */
void rk_guide_stroke(const RkGuideSource *source, const char *prefix, RkStyle *style);
/** Weight of a font by number or word. */
guint rk_font_weight(const RkValue *value);

G_END_DECLS

#endif
