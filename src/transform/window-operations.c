/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The operations of windows, as a table. Missing values have no rank: rows whose sort field is missing come last and
 * do not count for ranks.
 */
#include "transform/window.h"

#include <math.h>
#include <string.h>

static double row_number(const RkWindow *window)
{
    return window->index + 1.0;
}

static double rank(const RkWindow *window)
{
    return window->first_peer + 1.0;
}

static double dense_rank(const RkWindow *window)
{
    return window->distinct;
}

static double percent_rank(const RkWindow *window)
{
    return window->first_peer / (window->ranked - 1.0);
}

static double cume_dist(const RkWindow *window)
{
    return (window->last_peer + 1.0) / window->ranked;
}

static double ntile(const RkWindow *window)
{
    return ceil(window->parameter * cume_dist(window));
}

static double lag(const RkWindow *window)
{
    return window->index - window->parameter;
}

static double lead(const RkWindow *window)
{
    return window->index + window->parameter;
}

static double first_value(const RkWindow *window)
{
    return window->start < window->end ? window->start : NAN;
}

static double last_value(const RkWindow *window)
{
    return window->start < window->end ? window->end - 1.0 : NAN;
}

static double nth_value(const RkWindow *window)
{
    double position = window->start + window->parameter - 1;
    return position >= window->start && position < window->end ? position : NAN;
}

const RkWindowOperation rk_window_operations[] = {
    {"row_number", .number = row_number},
    {"rank", .ranks = TRUE, .number = rank},
    {"dense_rank", .ranks = TRUE, .number = dense_rank},
    {"percent_rank", .ranks = TRUE, .number = percent_rank},
    {"cume_dist", .ranks = TRUE, .number = cume_dist},
    {"ntile", .ranks = TRUE, .parameter = TRUE, .needs = TRUE, .number = ntile},
    {"lag", .parameter = TRUE, .position = lag},
    {"lead", .parameter = TRUE, .position = lead},
    {"first_value", .position = first_value},
    {"last_value", .position = last_value},
    {"nth_value", .parameter = TRUE, .needs = TRUE, .position = nth_value},
    {NULL}};

const RkWindowOperation *rk_window_operation_find(const char *name)
{
    for (const RkWindowOperation *operation = rk_window_operations; operation->name != NULL; operation++)
        if (strcmp(operation->name, name) == 0)
            return operation;
    return NULL;
}
