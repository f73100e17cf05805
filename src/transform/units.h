/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small algebra of units. Units are the texts of a unit companion, in the codes of statistical offices: PC_GDP, PP,
 * SHARE, INDEX_2015, MIO_EUR, GWH, THS_T, NR. A text that is not known is carried as it is, equals itself alone, and
 * is never converted.
 */
#ifndef RK_TRANSFORM_UNITS_H
#define RK_TRANSFORM_UNITS_H

#include "table/table.h"

G_BEGIN_DECLS

typedef enum {
    RK_UNIT_OTHER,    /**< not known, or no unit */
    RK_UNIT_PERCENT,  /**< PC, PC_GDP … */
    RK_UNIT_POINTS,   /**< percentage points: PP, PC_PNT */
    RK_UNIT_SHARE,    /**< 0–1: SHARE */
    RK_UNIT_INDEX,    /**< INDEX_2015, I15 */
    RK_UNIT_CURRENCY, /**< EUR, THS_EUR, MIO_EUR, BN_EUR, EUR_HAB, CP_MEUR, MIO_EUR_2015 (in prices of 2015) … */
    RK_UNIT_PHYSICAL, /**< GWH, TJ, KTOE, T, THS_T, MIO_M3 … */
    RK_UNIT_COUNT     /**< NR, PERS, THS_PERS … */
} RkUnitFamily;

#define RK_UNIT_PERCENT_TEXT "PC"
#define RK_UNIT_SHARE_TEXT "SHARE"

/** Room for each part of a unit's text; a longer text is not known. */
#define RK_UNIT_PART 32

typedef struct {
    RkUnitFamily family;
    char base[RK_UNIT_PART];      /**< of an amount or count: what is counted (EUR, J, G, PERS); "" else */
    char qualifier[RK_UNIT_PART]; /**< what the number refers to: GDP, HAB, 2015; "" for nothing */
    double times, per;            /**< the unit is times/per of the base; both are whole numbers */
} RkUnit;

/** Reads a unit; `text` may be NULL. */
RK_API RkUnit rk_unit_read(const char *text);

/** What turns a number of the one unit into the other: number · multiply / divide. FALSE when only rates could do it,
 * or nothing: different families (percent and share excepted), bases or qualifiers. */
RK_API gboolean rk_unit_factor(const RkUnit *from, const RkUnit *to, double *multiply, double *divide);

/** The unit of the difference of two numbers of this unit: PP for percentages, otherwise the same. Static or `text`. */
RK_API const char *rk_unit_difference(const char *text);

/** "an amount in EUR", "a percentage" …: for messages. Free with g_free(). */
RK_API char *rk_unit_describe(const RkUnit *unit);
/** How two units that differ can be brought together, or NULL when they cannot. Free with g_free(). */
RK_API char *rk_unit_remedy(const char *a, const char *b, const char *column);

/** A text column with the same unit in every row, for rk_column_with(). */
RK_API RkColumn *rk_unit_column(const char *text, gsize rows);

G_END_DECLS

#endif
