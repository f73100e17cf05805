/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gradients as figure files write them in place of a colour: kind, ends and stops.
 */
#include "spec/gradient.h"
#include "spec/vocabulary-private.h"

static const char *const kinds[] = {"linear", "radial", NULL};

static const RkProperty stop_properties[] = {
    {"offset", RK_ALLOW_NUMBER, .required = TRUE, .summary = "where along the gradient, 0 to 1"},
    {"color", RK_ALLOW_TEXT, .required = TRUE, .summary = "the colour there"},
    {0},
};
static const RkShape stop = {.name = "the stop", .properties = stop_properties};

static const RkProperty properties[] = {
    {"gradient", RK_ALLOW_TEXT, .words = kinds, .required = TRUE, .summary = "linear or radial"},
    {"stops", RK_ALLOW_LIST, .items = RK_ALLOW_MAP, .shape = &stop, .required = TRUE, .summary = "colours on the way"},
    {"x1", RK_ALLOW_NUMBER, .summary = "where it starts across, as a share of the mark"},
    {"y1", RK_ALLOW_NUMBER, .summary = "where it starts down"},
    {"x2", RK_ALLOW_NUMBER, .summary = "where it ends across"},
    {"y2", RK_ALLOW_NUMBER, .summary = "where it ends down"},
    {"r1", RK_ALLOW_NUMBER, .summary = "radius of the inner circle of a radial gradient"},
    {"r2", RK_ALLOW_NUMBER, .summary = "radius of its outer circle"},
    {"id", RK_ALLOW_TEXT, .summary = "name of the gradient"},
    {0},
};
const RkShape rk_gradient_shape = {.name = "the gradient", .properties = properties};
