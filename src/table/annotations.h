/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of a table as a whole, and not of one of its values: what it is called, who published it and when. It
 * follows the table through filters and sorts, and changes nothing that is computed.
 */
#ifndef RK_TABLE_ANNOTATIONS_H
#define RK_TABLE_ANNOTATIONS_H

#include "table/table.h"

G_BEGIN_DECLS

#define RK_ANNOTATION_ID "id"           /**< the name of a data flow or data set */
#define RK_ANNOTATION_TITLE "title"     /**< what the data are */
#define RK_ANNOTATION_SOURCE "source"   /**< who published them */
#define RK_ANNOTATION_UPDATED "updated" /**< when, as it is written */
#define RK_ANNOTATION_LICENCE "licence" /**< under which terms */
#define RK_ANNOTATION_LINK "link"       /**< where they are */
#define RK_ANNOTATION_NOTE "note"       /**< may be there several times */

/** One of them. Borrowed from the table. */
typedef struct {
    char *key;    /**< one of those above; a name with a colon is only for the format before it: "json-stat:role" */
    char *text;   /**< never empty */
    char *column; /**< the column of the table that says the same in every row, or NULL */
} RkAnnotation;

/** NULL past the end. Borrowed. */
RK_API const RkAnnotation *rk_table_annotation_at(const RkTable *table, guint index);
/** The first text of that key, or NULL. Borrowed. */
RK_API const char *rk_table_annotation(const RkTable *table, const char *key);
/** The table with one more, after those that it has; takes the reference `table` over and gives one back. A `text` that
 * is NULL or empty says nothing. `column` may be NULL. */
RK_API RkTable *rk_table_annotate(RkTable *table, const char *key, const char *text, const char *column);

G_END_DECLS

#endif
