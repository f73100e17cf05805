/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns of a table say the unit, the flags and the reasons of which others, by the names that statistical
 * offices and this program give them. It looks at names and types: what the columns say is not
 * judged.
 */
#ifndef RK_TABLE_COMPANIONS_H
#define RK_TABLE_COMPANIONS_H

#include "table/table.h"

G_BEGIN_DECLS

/** What a column says about the measure of its table, by its name. The last three are those of companions. */
typedef enum { RK_ROLE_PLAIN, RK_ROLE_MEASURE, RK_ROLE_UNIT, RK_ROLE_FLAG, RK_ROLE_REASON } RkColumnRole;
RK_API RkColumnRole rk_column_role(const char *name);
/** TRUE for the roles of columns that come along with a measure. */
RK_API gboolean rk_role_accompanies(RkColumnRole role);
/** "unit", "flag", "reason"; NULL for the others. */
RK_API const char *rk_role_word(RkColumnRole role);
/** The role of a column that says something of one other column by its name, "gdp_flag" of "gdp", whose length this
 * writes; RK_ROLE_PLAIN for other names. */
RK_API RkColumnRole rk_role_of_one(const char *name, gsize *length);

/** TRUE for the names that columns of years have: time, year, date … Numbers under such a name are hardly a measure. */
RK_API gboolean rk_name_says_time(const char *name);

/** The companions of one column; each may be NULL. Borrowed. */
typedef struct {
    const RkColumn *unit, *flag, *reason;
} RkCompanions;
/** For each of `columns` (count) those that accompany it: columns of texts named after a column of numbers, and
 * `unit`, `flag` and `reason` for the measure (rk_companions_measure). Free with g_free(). */
RK_API RkCompanions *rk_companions_find(const RkColumn *const *columns, guint count, const char *const *used);
/** The column that `unit`, `flag` and `reason` speak of: the one that is called value, else the only one of numbers
 * that are no years, else the only one of them among `used` (NULL-ended names; NULL: none are known). NULL when that
 * leaves none or several. Borrowed. */
RK_API const RkColumn *rk_companions_measure(const RkColumn *const *columns, guint count, const char *const *used);
/** The column with these companions where it has none. A new reference; data are shared. */
RK_API RkColumn *rk_companions_put(const RkColumn *column, const RkCompanions *companions);
/** Those that a column has. */
RK_API RkCompanions rk_companions_of(const RkColumn *column);
/** The one of a role that accompanies; NULL when there is none. */
RK_API const RkColumn *rk_companions_get(const RkCompanions *companions, RkColumnRole role);
/** What a column says of its values by its companion of that role that nothing else says: reasons that are those of
 * the flags anyway are none. NULL when it says nothing. */
RK_API const RkColumn *rk_companion_said(const RkColumn *column, RkColumnRole role);

G_END_DECLS

#endif
