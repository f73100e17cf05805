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

/* Rows that are no observations. */
typedef struct {
    gsize attributes;
    gsize deletions;
    guint line; /* of the first deletion */
} RkSdmxLeftOut;

/* The rows that are observations, into `places` (room for all); returns how many, and counts the others. */
gsize rk_sdmx_observations(const RkTable *table, guint32 *places, RkSdmxLeftOut *left);
/* The columns of observations: labels in columns of their own, with unit, flags and reasons beside the values. */
GPtrArray *rk_sdmx_columns(const RkTable *observations, const GPtrArray *header, const RkReadOptions *options);
/* TRUE when the column may tell observations apart: it is neither the value nor one of the attributes that all data
 * flows share. */
gboolean rk_sdmx_is_key(const RkSdmxColumn *column);
/* TRUE when a row takes an observation away; `action` may be NULL. */
gboolean rk_sdmx_deletes(const RkColumn *action, gsize row);
/* No row may take away an observation that stands before it in the same table. */
gboolean rk_sdmx_check_deletions(const RkTable *table, const GPtrArray *header, const RkColumn *action, GError **error);
/* What rows do must be known; a power of ten that is none is told. */
gboolean rk_sdmx_check_words(const RkTable *table, RkDiagnostics *diagnostics, GError **error);
/* Names of the columns of the key, borrowed; of those before the value when `before`. */
GPtrArray *rk_sdmx_key_names(const GPtrArray *header, gboolean before);
/* No two observations may have the same key; nothing is said when not all columns of it were read. */
gboolean rk_sdmx_check_keys(const RkTable *observations, const GPtrArray *header, RkDiagnostics *diagnostics,
                            GError **error);
/* The table of what was read; NULL with an error. `left` counts what has been left out before. */
RkTable *rk_sdmx_finish(const RkTable *table, const GPtrArray *header, RkSdmxLeftOut *left,
                        const RkReadOptions *options, const char *file, GError **error);
/* TRUE when columns of names stand behind those of codes (labels=name). */
gboolean rk_sdmx_has_names(const GPtrArray *header);
/* Whether a column calls that before it by names: "Reference area" behind "REF_AREA". */
gboolean rk_sdmx_names_codes(const char *name, const char *before);
/* TRUE when something depends on the column, though nobody asked for it. */
gboolean rk_sdmx_is_needed(const RkSdmxColumn *column, const char *const *wanted);

/* A filter that shows another one the columns that SDMX-CSV comes to, and leaves out what is no observation. */
typedef struct {
    RkRowFilter filter;
    const RkRowFilter *asked;
    RkReadOptions options; /* those of the caller, without diagnostics */
    GPtrArray *needed;     /* columns as they stand in the file, NULL-ended */
    GPtrArray *looked_at;  /* the part of the header that the other filter looks at */
    RkSdmxLeftOut left;
} RkSdmxSift;

void rk_sdmx_sift_init(RkSdmxSift *sift, const GPtrArray *header, const RkReadOptions *options);
void rk_sdmx_sift_clear(RkSdmxSift *sift);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkSdmxSift, rk_sdmx_sift_clear)

/* Which columns speak of the value; any may be NULL or absent. */
typedef struct {
    const char *value, *unit, *other_unit, *flag, *power, *status;
    gboolean states;     /* flags are states of SDMX, not letters of Eurostat */
    gboolean bar_breaks; /* "|" is a break, as in OECD.Stat, and parts no states */
} RkSdmxRoles;
/* Flags out of a column of SDMX's states, as they are read; NULL for a column of another name. */
RkColumn *rk_sdmx_flags_of_states(const RkColumn *states);
/* Gives the value among the columns its unit, with the power of ten, and its flags, and adds a column of reasons. */
void rk_sdmx_complete(GPtrArray *columns, const RkSdmxRoles *roles, gsize rows);

/* The component that Eurostat calls so where it writes labels only; NULL for others. */
const char *rk_sdmx_id_of_label(const char *label);
/* "break in time series, provisional" → "bp"; NULL when some word is not known. Free with g_free(). */
char *rk_sdmx_flags_of_words(const char *words);
/* TRUE when a status of confidentiality, as code or label, says that the value is free. */
gboolean rk_sdmx_is_open(const char *status);

/* The units of values out of codes of units and powers of ten (text columns or NULL). */
RkColumn *rk_sdmx_units(const RkColumn *unit, const RkColumn *power, gsize rows);
/* TRUE for the attributes that all data flows share: they tell no observations apart. */
gboolean rk_sdmx_is_attribute(const char *name);

/* Names of components that have a meaning here. */
#define RK_SDMX_VALUE "OBS_VALUE"
#define RK_SDMX_TIME "TIME_PERIOD"
#define RK_SDMX_ACTION "ACTION"
#define RK_SDMX_STRUCTURE_NAME "STRUCTURE_NAME"
#define RK_SDMX_CONFIDENTIAL "CONF_STATUS"
#define RK_SDMX_MULTIPLIER "UNIT_MULT"

G_END_DECLS

#endif
