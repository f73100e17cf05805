/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any table as a sheet, with the units and flags that hang on its values.
 */
#ifndef RK_CLI_TABLE_SHEET_H
#define RK_CLI_TABLE_SHEET_H

#include "cli/sheet.h"
#include "table/table.h"

G_BEGIN_DECLS

/** The columns that an author knows of, not those that a drawing needs for itself. Data formats also
 * get the unit and flags of a column that no other column tells, as NAME_unit and NAME_flag; people see flags behind
 * their values, and a unit that all values share above the table. */
RkSheet *rk_sheet_of_table(const RkTable *table);

G_END_DECLS

#endif
