/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the vocabulary's files share: short names for kinds, word lists that recur, the rows that every piece of text or
 * line has, and the shapes of one subject that another one refers to.
 */
#ifndef RK_SPEC_VOCABULARY_PRIVATE_H
#define RK_SPEC_VOCABULARY_PRIVATE_H

#include "base/shape.h"
#include "spec/checks.h"
#include "spec/figure.h"

enum {
    NOTHING = RK_ALLOW_NULL,
    BOOLEAN = RK_ALLOW_BOOLEAN,
    NUMBER = RK_ALLOW_NUMBER,
    TEXT = RK_ALLOW_TEXT,
    LIST = RK_ALLOW_LIST,
    MAP = RK_ALLOW_MAP,
    COLOR = RK_ALLOW_TEXT | RK_ALLOW_NULL,
    ANYTHING = RK_ALLOW_ANY,
    ROWS = RK_ALLOW_ROWS
};

extern const char *const rk_words_align[];
extern const char *const rk_words_anchor[];
extern const char *const rk_words_autosize[];
extern const char *const rk_words_baseline[];
extern const char *const rk_words_cap[];
extern const char *const rk_words_direction[];
extern const char *const rk_words_font_style[];
extern const char *const rk_words_format_type[];
extern const char *const rk_words_interval[];
extern const char *const rk_words_join[];
extern const char *const rk_words_order[];
extern const char *const rk_words_overlap[];
extern const char *const rk_words_side[];

/** The rows of a piece of text whose keys begin with `prefix`; `what` it is, for the summaries. */
#define TEXT_ROWS(prefix, what)                                                                                        \
    {prefix "Align", TEXT, rk_words_align, .summary = "which side of " what " sits at its place"},                     \
        {prefix "Angle", NUMBER, .summary = "turn of " what ", in degrees"},                                           \
        {prefix "Baseline", TEXT, rk_words_baseline, .summary = "which height of " what " sits at its place"},         \
        {prefix "Color", COLOR, .summary = "colour of " what}, {prefix "Font", TEXT, .summary = "typeface of " what},  \
        {prefix "FontSize", NUMBER, .check = rk_check_size, .summary = "size of " what ", in pixels"},                 \
        {prefix "FontStyle", TEXT, rk_words_font_style, .summary = "upright or slanted " what},                        \
        {prefix "FontWeight", NUMBER | TEXT, rk_words_font_weight, .summary = "boldness of " what,                     \
         .check = rk_check_font_weight},                                                                               \
        {prefix "Limit", NUMBER, .summary = "longest extent of " what " before it is cut, in pixels; 0 for none"},     \
        {prefix "LineHeight", NUMBER, .summary = "distance between the lines of " what ", in pixels"},                 \
        {prefix "Opacity", NUMBER, .check = rk_check_part, .summary = "opacity of " what ", 0 to 1"},                  \
    {                                                                                                                  \
        prefix "Padding", NUMBER, .summary = "room between " what " and what it belongs to, in pixels"                 \
    }

/** The rows of a guide's line whose keys begin with `prefix`. */
#define LINE_ROWS(prefix, what)                                                                                        \
    {prefix "Cap", TEXT, rk_words_cap, .summary = "ends of " what},                                                    \
        {prefix "Color", COLOR, .summary = "colour of " what},                                                         \
        {prefix "Dash", LIST, .items = NUMBER, .summary = "lengths of strokes and gaps of " what ", in pixels"},       \
        {prefix "DashOffset", NUMBER, .summary = "where in the pattern " what " begins, in pixels"},                   \
        {prefix "Opacity", NUMBER, .check = rk_check_part, .summary = "opacity of " what ", 0 to 1"},                  \
    {                                                                                                                  \
        prefix "Width", NUMBER, .check = rk_check_size, .summary = "thickness of " what ", in pixels"                  \
    }

/** Why some of the grammar is not drawn. */
#define NO_FACETS "facets are not drawn by this version"
#define NO_CONCATENATION "views side by side are not drawn by this version"
#define NO_REPEAT "repeated views are not drawn by this version"
#define NO_MAPS "maps are not drawn by this version"
#define NO_SELECTIONS "selections are made by a reader, and a static picture has none"
#define NO_IMAGES "images are not drawn by this version"

/** Numbers, texts, booleans and lists of them under any key. */
extern const RkShape rk_shape_loose;
/** A variable, a selection of points or of an interval. */
const RkShape *rk_choose_parameter(const RkValue *parameter, GError **error);
extern const RkShape rk_shape_flags, rk_shape_flags_config;
extern const RkShape rk_shape_axis;
extern const RkShape rk_shape_axis_config;
extern const RkShape rk_shape_config;
extern const RkShape rk_shape_data;
extern const RkShape rk_shape_encoding;
extern const RkShape rk_shape_facts;
extern const RkShape rk_shape_field_base;
extern const RkShape rk_shape_header;
/** {interval, step}: so many units of time. */
extern const RkShape rk_shape_interval;
extern const RkShape rk_shape_legend;
extern const RkShape rk_shape_legend_config;
extern const RkShape rk_shape_locale;
extern const RkShape rk_shape_mark_config;
/** The same for marks made of several, by the words of their extent. */
extern const RkShape rk_shape_boxplot_config, rk_shape_error_config;
extern const RkShape rk_shape_autosize;
extern const RkShape rk_shape_padding;
extern const RkShape rk_shape_predicate;
extern const RkShape rk_shape_scale;
extern const RkShape rk_shape_scale_config;
extern const RkShape rk_shape_selection_config;
extern const RkShape rk_shape_sort;
extern const RkShape rk_shape_title;
extern const RkShape rk_shape_title_config;
extern const RkShape rk_shape_top;
extern const RkShape rk_shape_view;
extern const RkShape rk_shape_view_background;

/** Names that `sort` may give: ascending, descending, and channels with or without a minus. */
extern const char *const rk_words_sort[];

/** Checks a length, or does nothing about a map. */
gboolean rk_check_length(const RkValue *value, GError **error);

/** The shape of a whole figure file, with the shapes of other rooms in their places. */
typedef struct RkFigureShape RkFigureShape;
RkFigureShape *rk_figure_shape_new(const RkVocabulary *vocabulary);
void rk_figure_shape_free(RkFigureShape *shape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkFigureShape, rk_figure_shape_free)
/** Whether parameters are as they must be, before what names them is given their values. */
gboolean rk_figure_parameters_check(const RkValue *root, GError **error);
gboolean rk_figure_shape_check(const RkFigureShape *shape, const RkValue *root, GError **error);

#endif
