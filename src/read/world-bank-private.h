/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of the World Bank: countries down, years across. The header in world-bank.c, the archive in world-bank-zip.c,
 * the long table in world-bank-table.c.
 */
#ifndef RK_READ_WORLD_BANK_PRIVATE_H
#define RK_READ_WORLD_BANK_PRIVATE_H

#include "read/record-private.h"

G_BEGIN_DECLS

#define RK_WORLD_BANK_COUNTRY "Country Code"
/* Of tables in which series stand side by side. */
#define RK_WORLD_BANK_TIME "Time"

/* Reads a table; takes over the stream. `regions` (may be NULL) is a table of countries with their regions. */
RkTable *rk_world_bank_read(const RkSource *source, const RkReadOptions *options, const RkTable *regions,
                            GError **error);
/* Reads the countries and their regions from a file of metadata. */
RkTable *rk_world_bank_regions(const RkSource *source, GError **error);
/* TRUE when the head of a file holds the header of such a table. */
gboolean rk_world_bank_is_table(const char *head, gsize length);

/* The long table of a wide one, in which the periods or the series `across` are columns. NULL with an error when two
 * lines have the same codes. */
RkTable *rk_world_bank_long(const RkTable *wide, const GPtrArray *across, const RkTable *regions,
                            const RkReadOptions *options, const char *file, GError **error);
/* The lines that are data, with what DataBank says of them in the others and a note of these. */
RkTable *rk_world_bank_without_remarks(const RkTable *wide, const RkReadOptions *options, const char *file);

G_END_DECLS

#endif
