/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folders around a file that names data: its own, where relative paths start, and its project, which they may not
 * leave.
 */
#ifndef RK_SPEC_PROJECT_H
#define RK_SPEC_PROJECT_H

#include "base/macros.h"

G_BEGIN_DECLS

/** The absolute folder of a file (of the current folder when NULL), and the nearest one upwards with rodiklis.yaml.
 * Free with g_free(). */
char *rk_figure_find_folder(const char *path);
char *rk_figure_find_project(const char *folder);

G_END_DECLS

#endif
