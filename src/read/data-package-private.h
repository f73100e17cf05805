/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data packages: resources in data-package.c, dialect and schema in data-package-schema.c,
 * data-package-types.c and data-package-constraints.c, files and checksums in data-package-files.c, foreign keys in
 * data-package-links.c.
 */
#ifndef RK_READ_DATA_PACKAGE_PRIVATE_H
#define RK_READ_DATA_PACKAGE_PRIVATE_H

#include "base/file.h"
#include "read/described-private.h"

G_BEGIN_DECLS

/* A package: its list of resources, and the text it was read from. All borrowed. */
typedef struct {
    json_t *resources;
    const RkJsonText *json;
} RkPackage;

/* What dialect and schema of a resource say. NULL with an error, also for what is not read. */
RkDescribed *rk_package_describe(json_t *resource, const RkJsonText *json, RkDiagnostics *diagnostics, GError **error);
/* The type of a field, with what its `format` says. Words that no version knows are refused; types whose cells can only
 * be kept as texts are told. */
gboolean rk_package_type(RkDescribedField *field, json_t *described, const RkJsonText *json, RkDiagnostics *diagnostics,
                         GError **error);
/* The constraints of a field. */
gboolean rk_package_constrain(RkDescribedField *field, json_t *constraints, const char *file,
                              RkDiagnostics *diagnostics, GError **error);
/* Reads a resource; its foreign keys are not looked at. */
RkTable *rk_package_resource(json_t *resource, const RkPackage *package, const RkReadOptions *options, GError **error);
/* What its foreign keys say must be there. */
gboolean rk_package_check_links(json_t *resource, const RkTable *table, const RkPackage *package, GError **error);
/* The files must have the size and checksum that the resource declares. */
gboolean rk_package_check_sums(json_t *resource, const GPtrArray *paths, const char *file, GError **error);
/* Reads the files as one. */
RkTable *rk_package_read(const GPtrArray *paths, const RkDescribed *described, const RkReadOptions *options,
                         GError **error);

G_END_DECLS

#endif
