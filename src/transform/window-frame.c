/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aggregates over the frames of a window. Sums, means and extremes are carried on while a frame only grows, so that a
 * running total of a million rows takes a million steps; everything else is computed anew for each frame.
 */
#include "transform/window.h"

#include <math.h>

static double end_of(const RkValue *value, double without)
{
    return rk_value_is(value, RK_VALUE_NUMBER) ? floor(rk_value_number_or(value, 0)) : without;
}

gboolean rk_frame_read(const RkValue *list, RkFrame *frame, GError **error)
{
    if (list == NULL)
        return TRUE;
    if (rk_value_length(list) != 2) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(list), "write [null, null]", "a frame has two ends");
        return FALSE;
    }
    *frame = (RkFrame){end_of(rk_value_at(list, 0), -INFINITY), end_of(rk_value_at(list, 1), INFINITY)};
    if (frame->first <= frame->last)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(list), "rows before the own one are below zero: [-2, 0]",
                 "the frame ends before it begins");
    return FALSE;
}

void rk_frame_span(const RkFrame *frame, gsize index, gsize count, gsize *start, gsize *end)
{
    *start = (gsize)CLAMP((double)index + frame->first, 0.0, (double)count);
    *end = (gsize)CLAMP((double)index + frame->last + 1, 0.0, (double)count);
}

RkFrameReader rk_frame_reader_new(const RkAggregation *aggregation, guint32 largest)
{
    RkFrameReader reader = {.aggregation = aggregation};
    if (aggregation->operation->kind != RK_RESULT_COUNT)
        reader.values = rk_column_doubles(aggregation->column, &reader.made);
    reader.scratch = g_new(double, largest);
    return reader;
}

void rk_frame_reader_clear(RkFrameReader *reader)
{
    g_clear_pointer(&reader->made, g_free);
    g_clear_pointer(&reader->scratch, g_free);
}

static double carry_on(RkFrameReader *reader, const RkWindow *window, gboolean grows)
{
    if (!grows)
        reader->running = (RkRunning){0};
    for (guint32 i = grows ? reader->end : window->start; i < window->end; i++)
        rk_running_add(&reader->running, reader->values[window->rows[i]]);
    return reader->aggregation->operation->of_running(&reader->running);
}

static double read_anew(RkFrameReader *reader, const RkWindow *window)
{
    const RkOperation *operation = reader->aggregation->operation;
    gsize count = 0;
    if (reader->values == NULL)
        return operation->of_rows(reader->aggregation, window->rows + window->start, window->end - window->start);
    for (guint32 i = window->start; i < window->end; i++)
        reader->scratch[count++] = reader->values[window->rows[i]];
    return operation->of_numbers(reader->scratch, count);
}

double rk_frame_reader_read(RkFrameReader *reader, const RkWindow *window)
{
    gboolean begun = window->index > 0 && reader->start == window->start;
    if (begun && reader->end == window->end)
        return reader->result;
    gboolean carries = reader->aggregation->operation->of_running != NULL;
    reader->result = carries ? carry_on(reader, window, begun && reader->end < window->end) : read_anew(reader, window);
    reader->start = window->start;
    reader->end = window->end;
    return reader->result;
}
