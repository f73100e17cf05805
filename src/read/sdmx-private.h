/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SDMX-CSV: the header in sdmx-csv.c, what is made of the columns once they are read in sdmx-table.c.
 */
#ifndef RK_READ_SDMX_PRIVATE_H
#define RK_READ_SDMX_PRIVATE_H

#include "read/record-private.h"

G_BEGIN_DECLS

/* One column of the header. */
typedef struct {
    char *name;  /* without what stands in brackets, and without the label */
    char *label; /* "Dimension 1" of "DIM1: Dimension 1"; NULL when there is none */
} RkSdmxColumn;

/* The table that was read, with labels in columns of their own, without rows that are no observations, with unit, flags
 * and reasons beside the values. */
RkTable *rk_sdmx_finish(const RkTable *table, const GPtrArray *header, const RkReadOptions *options, const char *file);

/* Which columns speak of the value; any may be NULL or absent. */
typedef struct {
    const char *value, *unit, *other_unit, *flag, *power, *status;
    gboolean states; /* flags are states of SDMX, not letters of Eurostat */
} RkSdmxRoles;
/* Gives the value among the columns its unit, with the power of ten, and its flags, and adds a column of reasons. */
void rk_sdmx_complete(GPtrArray *columns, const RkSdmxRoles *roles, gsize rows);

/* Names of components that have a meaning here. */
#define RK_SDMX_VALUE "OBS_VALUE"
#define RK_SDMX_TIME "TIME_PERIOD"
#define RK_SDMX_ACTION "ACTION"
#define RK_SDMX_CONFIDENTIAL "CONF_STATUS"
#define RK_SDMX_MULTIPLIER "UNIT_MULT"

G_END_DECLS

#endif
