/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An inquiry from the inside, for data sets and facts.
 */
#ifndef RK_TRANSFORM_INQUIRY_PRIVATE_H
#define RK_TRANSFORM_INQUIRY_PRIVATE_H

#include "transform/inquiry.h"

struct RkInquiry {
    const RkValue *root;
    const RkInquirySource *source;
    RkScope *scope;       /* facts */
    RkDocument *scratch;  /* values that are made on the way */
    GHashTable *datasets; /* name → RkTable */
    GHashTable *rows;     /* name → RkValue: its rows as a list that expressions see */
    GHashTable *loading;  /* names being made: a data set that needs itself is an error */
};

/** The rows of a data set as expressions see them: an RkRowsFinder of inquiries. */
const RkValue *rk_inquiry_find_rows(gpointer inquiry, const char *name, GError **error);

#endif
