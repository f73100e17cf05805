/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column is made of, for the files of this folder alone. Values and name are apart, so that renaming or giving
 * other companions copies nothing.
 */
#ifndef RK_TABLE_COLUMN_PRIVATE_H
#define RK_TABLE_COLUMN_PRIVATE_H

#include "table/dictionary.h"
#include "table/table.h"

G_BEGIN_DECLS

/* The values, shared by every column that shows them. */
typedef struct {
    gatomicrefcount references;
    RkColumnType type;
    RkFrequency frequency;
    gsize length;
    gboolean absent; /* no row has the field */
    union {
        void *values;
        double *numbers;
        guint32 *codes;
        guint8 *booleans;
    };
    RkDictionary *dictionary; /* of text columns, else NULL */
    guint8 *blanks;           /* of RkBlank or RK_BLANK_GUISE, for each row, or NULL */
    gboolean mixed;           /* some of the texts have a guise */
    guint8 *frequencies;      /* of each row of a time column whose rows differ in it, else NULL */
} RkPayload;

struct RkColumn {
    gatomicrefcount references;
    char *name;
    RkPayload *payload;
    RkColumn *unit;
    RkColumn *flag;
    RkColumn *reason;
    char *labelled; /* the column whose codes it puts in words, or NULL */
};

/* A column that takes over `values` (g_malloc'ed) and a reference of `dictionary`. */
RkColumn *rk_column_new(const char *name, RkColumnType type, void *values, gsize length, RkDictionary *dictionary,
                        RkFrequency frequency);

G_END_DECLS

#endif
