/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure file, read, checked against the vocabulary and turned into a tree of views with everything inherited put in
 * its place. It refuses unknown words, and knows nothing of data, scales or drawing.
 */
#ifndef RK_SPEC_FIGURE_H
#define RK_SPEC_FIGURE_H

#include "base/diagnostics.h"
#include "base/shape.h"
#include "spec/config.h"

G_BEGIN_DECLS

typedef struct RkFigure RkFigure;
typedef struct RkView RkView;

typedef enum {
    RK_VIEW_UNIT, /**< one mark */
    RK_VIEW_LAYER /**< children over each other, sharing scales */
} RkViewKind;

/** A node of the view tree. Borrowed from the figure. All values may be NULL when absent. */
struct RkView {
    RkViewKind kind;
    const RkView *parent;
    const RkView *const *children; /**< NULL-ended; NULL for a unit */
    const RkValue *node;           /**< the map as written */
    const RkValue *data;           /**< own or inherited `data` */
    const RkView *data_view;       /**< the view that wrote `data`: itself or an ancestor */
    const RkValue *transform;      /**< own list only: a parent's transforms come before a child's */
    const RkValue *written;        /**< the same without the transforms of what a composite mark stands for */
    const RkValue *mark;           /**< unit: always a map with `type` */
    const RkValue *encoding;       /**< unit: own channels over the ancestors' (channel by channel) */
    const RkValue *width, *height; /**< own or inherited */
    const RkValue *highlight;      /**< own or inherited predicate of highlighted rows */
    const RkValue *benchmark;      /**< list of benchmark lines, own only */
    const RkValue *resolve;        /**< own */
};

/** A unit before anything is made of it. */
typedef struct {
    RkDocument *document; /**< what new values belong to */
    const RkConfig *config;
    gboolean vega_lite;
    const RkValue *mark;     /**< a map with `type` */
    const RkValue *encoding; /**< with what is inherited; may be NULL */
} RkUnitSource;

/** Shapes that other rooms own, so that the checker can know them. */
typedef struct {
    RkShapeChooser mark;      /**< shape of a mark map by its `type` */
    RkShapeChooser transform; /**< shape of a transform map */
    RkShapeChooser format;    /**< shape of a data `format` map */
    /** Puts the first values of parameters in their places, before anything is checked; may be NULL. `drawn` are the
     * width and height of the figure when it was drawn before, or NULL. */
    gboolean (*resolve)(RkDocument *document, const double drawn[2], GError **error);
    /** Sets `expanded` to the view that stands in place of a unit (a map with `layer` or `mark`, perhaps `transform`
     * and `encoding`), or to NULL where the unit stands for itself; may be NULL. FALSE with an error. */
    gboolean (*expand)(const RkUnitSource *unit, const RkValue **expanded, GError **error);
    /** Languages that have names of places, beside those that have numbers and dates; may be NULL. */
    const char *const *(*languages)(void);
    /** Whether `resolve` may have another answer when the sizes are known; may be NULL: it has not. */
    gboolean (*asks_for_sizes)(const RkValue *root);
    /** Whether the words that a figure adds of its own ("Source") are known in a language; may be NULL. */
    gboolean (*has_words)(const char *language);
} RkVocabulary;

/** Reads a figure file ("-" is standard input). */
RK_API RkFigure *rk_figure_load(const char *path, const RkVocabulary *vocabulary, RkDiagnostics *diagnostics,
                                GError **error);
/** The same from text; `name` is the file that errors name and that relative paths are relative to (NULL: the current
 * folder). */
RK_API RkFigure *rk_figure_parse(const char *text, gsize length, const char *name, const RkVocabulary *vocabulary,
                                 RkDiagnostics *diagnostics, GError **error);
/** The same from a document, which the figure takes over; `path` is the file it stands in, NULL for the current folder.
 */
RK_API RkFigure *rk_figure_new(RkDocument *document, const char *path, const RkVocabulary *vocabulary,
                               RkDiagnostics *diagnostics, GError **error);
RK_API void rk_figure_free(RkFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkFigure, rk_figure_free)

RK_API const RkView *rk_figure_view(const RkFigure *figure);
RK_API const RkConfig *rk_figure_config(const RkFigure *figure);
/** The top map as written: title, subtitle, source, notes, datasets, facts, description, padding … */
RK_API const RkValue *rk_figure_root(const RkFigure *figure);
RK_API const char *rk_figure_file(const RkFigure *figure);
/** The nearest folder upwards that holds rodiklis.yaml, else the figure's own folder. Absolute. */
RK_API const char *rk_figure_project(const RkFigure *figure);
/** The figure's own folder, that relative paths start from. Absolute. */
RK_API const char *rk_figure_folder(const RkFigure *figure);
/** TRUE when `$schema` names vega-lite: its defaults and its type inference hold. */
RK_API gboolean rk_figure_is_vega_lite(const RkFigure *figure);
/** Width and height of the frame that expressions see, from a drawing before; NULL where there was none. */
RK_API const double *rk_figure_drawn(const RkFigure *figure);
/** Whether expressions may ask for the size of the figure, which the grammar's figures have from their data. */
RK_API gboolean rk_figure_asks_for_sizes(const RkFigure *figure);
/** The same figure when that size is known. NULL with a located error. Free with rk_figure_free(); may outlive
 * `figure`. */
RK_API RkFigure *rk_figure_with_sizes(const RkFigure *figure, const double drawn[2], GError **error);
/** The language of the figure ("en" unless it says `language`). */
RK_API const char *rk_figure_language(const RkFigure *figure);

/** A length as written: a number of pixels (1/96 inch), or text with a unit: "165mm", "6.5in", "400px", "120pt". */
RK_API gboolean rk_length_parse(const RkValue *value, double *pixels, GError **error);

G_END_DECLS

#endif
