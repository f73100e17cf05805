/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking data by name: the `datasets` and `facts` of a file, whatever else the file is for. A data set is made once,
 * however often it is used; a fact is one value, and a question that leaves none or several rows is an error. Reading
 * files is the caller's business.
 */
#ifndef RK_TRANSFORM_INQUIRY_H
#define RK_TRANSFORM_INQUIRY_H

#include "transform/transform.h"

G_BEGIN_DECLS

/** What an inquiry asks of the outside. */
typedef struct {
    /** The table behind a `data` map with `url`, `values` or `sequence`, with as many of the next steps done as is
     * thrifty; a new reference, or NULL with a located error. */
    RkTable *(*load)(gpointer user, const RkValue *data, RkNextSteps *next, GError **error);
    /** The rows of a fact without `data`; may be NULL: then such a fact has one row without columns. */
    RkTable *(*rows)(gpointer user, GError **error);
    /** What words have in place of a text of that column; NULL, or a NULL answer: the text. Borrowed. */
    const char *(*shown)(gpointer user, const RkColumn *column, const char *text);
    gpointer user;
    RkDiagnostics *diagnostics; /**< may be NULL */
    const double *drawn;        /**< width and height of the figure when it was drawn before; NULL: it was not */
    gboolean like_vega;         /**< numbers that are not finite stay, and what is missing sorts as the least */
} RkInquirySource;

/** The data sets and facts of one file. */
typedef struct RkInquiry RkInquiry;

/** `root` is the map with `datasets` and `facts` (each may be absent), `file` its name for places (may be NULL). Both
 * and `source` are borrowed. */
RkInquiry *rk_inquiry_new(const RkValue *root, const char *file, const RkLocale *locale, const RkInquirySource *source);
void rk_inquiry_free(RkInquiry *inquiry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkInquiry, rk_inquiry_free)

/** Where the facts are, once worked out. Borrowed. */
RkScope *rk_inquiry_scope(RkInquiry *inquiry);
/** What transforms need to join other data and to know facts. */
void rk_inquiry_context(RkInquiry *inquiry, RkTransformContext *context);

/** The rows of `data`: a map as in figure files or the name of a data set. Without data one row without columns. NULL
 * with a located error. */
RkTable *rk_inquiry_data(RkInquiry *inquiry, const RkValue *data, GError **error);
/** The rows of `data` through a list of transforms (may be NULL), of which the first may be done while the data are
 * read. NULL with a located error. */
RkTable *rk_inquiry_rows(RkInquiry *inquiry, const RkValue *data, const RkValue *transform, GError **error);
/** The rows through a list of transforms (may be NULL). NULL with a located error. */
RkTable *rk_inquiry_transform(RkInquiry *inquiry, const RkValue *transform, const RkTable *table, GError **error);

/** The same without the first `done` steps. */
RkTable *rk_inquiry_transform_rest(RkInquiry *inquiry, const RkValue *transform, guint done, const RkTable *table,
                                   GError **error);

/** Works the facts out, in their order. FALSE with a located error, also when one is not what its `expect` says. */
gboolean rk_inquiry_facts(RkInquiry *inquiry, GError **error);

/** The text with {name} and {name:pattern} replaced from the scope and doubled braces made single. NULL with an error
 * at `place`; free with g_free(). */
char *rk_interpolate(const RkScope *scope, const char *text, RkPlace place, GError **error);

G_END_DECLS

#endif
