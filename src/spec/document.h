/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YAML 1.2 and JSON text into a tree of values with line and column, by libyaml. Tags and merge keys are refused,
 * aliases are bounded, repeated keys are an error.
 */
#ifndef RK_SPEC_DOCUMENT_H
#define RK_SPEC_DOCUMENT_H

#include "base/value.h"

G_BEGIN_DECLS

/** Parses one document of `length` bytes. `name` is the file that errors name. Plain scalars follow YAML's core schema
 * (null, true/false, numbers); everything else and every quoted scalar is text. NULL with a located error. */
RK_API RkDocument *rk_document_parse(const char *text, gsize length, const char *name, GError **error);
/** Reads and parses a file, at most RK_LIMIT_DOCUMENT_BYTES long. */
RK_API RkDocument *rk_document_load(const char *path, GError **error);
/** The tree as YAML text in block style, keys in their order; texts are quoted where needed. Free with g_free(). */
RK_API char *rk_value_to_yaml(const RkValue *value);

G_END_DECLS

#endif
