/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure from the inside, for the files that put it together.
 */
#ifndef RK_SPEC_FIGURE_PRIVATE_H
#define RK_SPEC_FIGURE_PRIVATE_H

#include "spec/figure.h"
#include "spec/project.h"

struct RkFigure {
    RkDocument *document; /* also owns what was made while building views */
    RkDocument *written;  /* the same before parameters were resolved; NULL where no size is asked for */
    const RkVocabulary *vocabulary;
    double drawn[2];
    gboolean is_drawn;
    RkConfig *config;
    RkView *view;
    GPtrArray *views; /* owns them all */
    char *folder;
    char *project;
    gboolean vega_lite;
};

/** Checks the document and builds all that follows from it. FALSE with a located error. */
gboolean rk_figure_build(RkFigure *figure, RkDiagnostics *diagnostics, GError **error);
/** Keeps the document as it is written, where the sizes of a drawing may change what is made of it. */
void rk_figure_keep_written(RkFigure *figure);

/** Builds figure->view and all below it. The document must have passed the vocabulary. */
gboolean rk_figure_build_views(RkFigure *figure, const RkVocabulary *vocabulary, GError **error);
void rk_view_free(RkView *view);
/** The channels of `own` over those of `inherited`; either may be NULL. New maps belong to `document`. */
const RkValue *rk_figure_merge_encoding(RkDocument *document, const RkValue *inherited, const RkValue *own);

/** Puts the defaults of the project's file, if it has any, into the configuration. FALSE with a located error. */
gboolean rk_figure_read_project(const char *project, RkConfig *config, GError **error);

/** Warns of names of ranges, styles and views that nothing has, or nobody asks for. */
void rk_figure_check_names(RkFigure *figure, RkDiagnostics *diagnostics);

/** Says of an older version that the newest is drawn. */
void rk_figure_note_schema(const RkValue *schema, RkDiagnostics *diagnostics);

/** Reads `$schema` (may be NULL). FALSE with an error when it names another grammar or a version that is not read. */
gboolean rk_figure_read_schema(const RkValue *schema, gboolean *vega_lite, GError **error);

#endif
