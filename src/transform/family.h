/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nested values of a table: the columns "a.b", "a[0]", "a.length" seen as one value "a", and such values made into
 * columns.
 */
#ifndef RK_TRANSFORM_FAMILY_H
#define RK_TRANSFORM_FAMILY_H

#include "transform/expression.h"

/** A value with its members. */
typedef struct RkFamily RkFamily;

/** The nested value of that name; NULL when no column belongs to it. The table must outlive it. */
RkFamily *rk_family_new(const RkTable *table, const char *name);
void rk_family_free(RkFamily *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkFamily, rk_family_free)
/** The value of a row as a tree in `document`; NULL when it is missing. */
const RkValue *rk_family_value(const RkFamily *family, gsize row, RkDocument *document);

/** Puts values under each other, whatever they are, and makes columns of them. */
typedef struct RkFamilyBuilder RkFamilyBuilder;

RkFamilyBuilder *rk_family_builder_new(const char *name);
/** Makes numbers that are not finite missing and counts them in `found`, which is borrowed; NULL: they stay. */
void rk_family_builder_watch(RkFamilyBuilder *builder, RkNotFinite *found);
/** Lets columns hold values of several types. */
void rk_family_builder_mix(RkFamilyBuilder *builder, gboolean mixes);
void rk_family_builder_free(RkFamilyBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkFamilyBuilder, rk_family_builder_free)
/** Appends a row. FALSE with an error without place when a column would hold numbers and texts, or there are too many.
 */
gboolean rk_family_builder_add(RkFamilyBuilder *builder, RkScalar scalar, GError **error);
/** Adds the columns to `columns`. `kind` is what a column without any value holds. */
void rk_family_builder_finish(RkFamilyBuilder *builder, RkScalarKind kind, GPtrArray *columns);

/** The table without the columns of a nested value. */
RkTable *rk_table_without_family(const RkTable *table, const char *name);

#endif
