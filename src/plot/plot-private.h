/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What nearly every file of this room needs, and nobody else may: a compilation and what is asked of it. It declares
 * nothing of its own but the step into drawing.
 */
#ifndef RK_PLOT_PLOT_PRIVATE_H
#define RK_PLOT_PLOT_PRIVATE_H

#include "plot/channels.h"
#include "plot/data.h"
#include "plot/looks.h"
#include "plot/plotting.h"
#include "plot/settings.h"
#include "plot/text-block.h"
#include "plot/unit.h"

G_BEGIN_DECLS

/* layout.c, axis.c, legend.c, furniture.c … */
gboolean rk_plotting_draw(RkPlotting *plotting, GError **error);

G_END_DECLS

#endif
