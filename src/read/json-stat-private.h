/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-stat: which data set of a file is meant in json-stat.c, its dimensions in json-stat-dimensions.c, its cells in
 * json-stat-cells.c, what it says of itself in json-stat-about.c.
 */
#ifndef RK_READ_JSON_STAT_PRIVATE_H
#define RK_READ_JSON_STAT_PRIVATE_H

#include "base/limits.h"
#include "read/json-private.h"
#include "read/rules-private.h"

G_BEGIN_DECLS

/* One dimension. The tree is borrowed. */
typedef struct {
    const char *id;
    const char *label; /* NULL when it has none */
    gsize size;
    const char **codes; /* in the order of the cube */
    json_t *category;
    gboolean is_time;
} RkStatDimension;

/* A data set as a cube. */
typedef struct {
    const char *file;
    const RkJsonText *json;
    GPtrArray *dimensions;
    gsize cells;
} RkStatCube;

/* Reads the dimensions of a data set of either version. FALSE with an error. */
gboolean rk_stat_cube_init(RkStatCube *cube, json_t *dataset, const RkJsonText *json, GError **error);
void rk_stat_cube_clear(RkStatCube *cube);
/* The rows of the long table, one for each cell, last dimension fastest. */
RkTable *rk_stat_cube_table(const RkStatCube *cube, json_t *dataset, const RkReadOptions *options, GError **error);

/* What the writer puts into "extension" where cells without a value are no rows: {"rodiklis": {"rowsGiven": true}}. */
#define RK_STAT_OWN_EXTENSION "rodiklis"
#define RK_STAT_ROWS_GIVEN "rowsGiven"
/* Beside it, by their names, columns that are no dimensions: {"UNIT_MULT": "6"} or {"CONF_STATUS": {"0": "F"}}. */
#define RK_STAT_ATTRIBUTES "attributes"

/* Annotations that only this format understands: its extension without our own words, and its roles, as JSON. */
#define RK_STAT_EXTENSION "json-stat:extension"
#define RK_STAT_ROLE "json-stat:role"
/* What is said of dimensions and has no column: notes, and labels of time where they are more than the codes. */
#define RK_STAT_REMARKS "json-stat:remarks on dimensions"
/* The table with what the data set says of itself; takes the reference over and gives one back. */
RkTable *rk_stat_annotate(RkTable *table, const RkStatCube *cube, json_t *dataset);

/* Calls for each item that an array or object has for a cell. `what` is "value" or "status". */
typedef gboolean (*RkStatTakeItem)(gpointer user, gsize cell, json_t *item, GError **error);
gboolean rk_stat_each_item(const RkStatCube *cube, const char *what, json_t *items, RkStatTakeItem take, gpointer user,
                           GError **error);
/* Adds the columns that the writer kept in the extension, and puts its reasons into the place of those of the flags.
 * FALSE with an error. */
gboolean rk_stat_add_attributes(GPtrArray *columns, const RkStatCube *cube, json_t *dataset, GError **error);

G_END_DECLS

#endif
