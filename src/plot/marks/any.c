/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every property that some mark has. The grammar lets each mark carry all of them; what a mark has no use for is told
 * when it is drawn.
 */
#include "plot/marks/boxes-private.h"
#include "plot/marks/paths-private.h"
#include "plot/marks/symbols-private.h"

static const RkProperty band_properties[] = {
    {"band", RK_ALLOW_NUMBER, .required = TRUE, .summary = "share of the band, 0 to 1"},
    {0},
};
const RkShape rk_band_size_shape = {.name = "the size", .properties = band_properties};

extern const RkShape rk_arc_words, rk_bar_words, rk_text_words, rk_tick_words;
static const RkShape *const includes[] = {&rk_mark_look_shape, &rk_boxes_shape, &rk_bar_words,
                                          &rk_tick_words,      &rk_paths_shape, &rk_arc_words,
                                          &rk_symbols_shape,   &rk_text_words,  NULL};
/* The grammar shifts outlines of groups alone. */
static const RkProperty type[] = {
    {"type", RK_ALLOW_TEXT, .summary = "the mark"},
    {"strokeOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift of outlines in pixels; marks have none"},
    {0},
};
const RkShape rk_mark_any_shape = {.name = "the mark", .properties = type, .includes = includes};
