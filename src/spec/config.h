/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Defaults as layers of `config` maps: the figure's own, its theme's, the grammar's. A lookup answers the first layer
 * that says something.
 */
#ifndef RK_SPEC_CONFIG_H
#define RK_SPEC_CONFIG_H

#include "base/value.h"

G_BEGIN_DECLS

typedef struct RkConfig RkConfig;

/** A theme: a YAML file of spec/themes, compiled in. */
typedef struct {
    const char *name;    /**< "report" */
    const char *summary; /**< one line of help */
    const char *text;    /**< the YAML: a map with `summary`, `config`, and perhaps `extends` and `dark` */
} RkTheme;

/** All themes in the order of spec/meson.build, NULL-ended. */
RK_API const RkTheme *const *rk_themes(void);
RK_API const RkTheme *rk_theme_find(const char *name);

/** `own` (the figure's config map, may be NULL) over the theme of that name and what it extends. Keeps a reference to
 * `owner`. */
RK_API RkConfig *rk_config_new(RkDocument *owner, const RkValue *own, const char *theme, GError **error);
/** Puts a map under the figure's own and over its theme: what a project says for all its figures. Keeps a reference to
 * `owner`. */
RK_API void rk_config_add_project(RkConfig *config, RkDocument *owner, const RkValue *map);
/** The same with what the themes say of dark backgrounds over each of them, still under the figure's own and its
 * project's. `config` must live as long. */
RK_API RkConfig *rk_config_on_dark(const RkConfig *config);
RK_API void rk_config_free(RkConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkConfig, rk_config_free)

/** The first of the layers' `block.key` (block NULL: the top of config) that is there; NULL when none is. Borrowed. A
 * block within a block is written with a dot: "style.guide-label". A key that says null is there. */
RK_API const RkValue *rk_config_get(const RkConfig *config, const char *block, const char *key);
/** The same for the first of several blocks, NULL-ended, most particular first ("axisX", "axisQuantitative", "axis"): a
 * layer is asked for all blocks before the next layer. */
RK_API const RkValue *rk_config_get_first(const RkConfig *config, const char *const *blocks, const char *key);
/** How many layers there are; a block of one of them, and what one alone says. 0 is the most particular. */
RK_API guint rk_config_layers(const RkConfig *config);
RK_API const RkValue *rk_config_block(const RkConfig *config, guint layer, const char *block);
RK_API const RkValue *rk_config_get_in(const RkConfig *config, guint layer, const char *block, const char *key);

G_END_DECLS

#endif
