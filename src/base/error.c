/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Located errors on top of GLib's extended errors. Nothing here prints.
 */
#include "base/error.h"

typedef struct {
    char *file;
    guint line;
    guint column;
    char *hint;
    char *absent, *textual;
} RkErrorPrivate;

static void rk_error_private_init(RkErrorPrivate *details)
{
    *details = (RkErrorPrivate){0};
}

static void rk_error_private_copy(const RkErrorPrivate *from, RkErrorPrivate *to)
{
    *to = *from;
    to->file = g_strdup(from->file);
    to->hint = g_strdup(from->hint);
    to->absent = g_strdup(from->absent);
    to->textual = g_strdup(from->textual);
}

static void rk_error_private_clear(RkErrorPrivate *details)
{
    g_free(details->file);
    g_free(details->hint);
    g_free(details->absent);
    g_free(details->textual);
}

G_DEFINE_EXTENDED_ERROR(RkError, rk_error)

void rk_error_set(GError **error, RkErrorCode code, RkPlace place, const char *hint, const char *format, ...)
{
    if (error == NULL)
        return;
    va_list arguments;
    va_start(arguments, format);
    *error = g_error_new_valist(RK_ERROR, (int)code, format, arguments);
    va_end(arguments);
    RkErrorPrivate *details = rk_error_get_private(*error);
    details->file = g_strdup(place.file);
    details->line = place.line;
    details->column = place.column;
    details->hint = g_strdup(hint);
}

static const RkErrorPrivate *details_of(const GError *error)
{
    static const RkErrorPrivate none = {0};
    if (error == NULL || error->domain != RK_ERROR)
        return &none;
    return rk_error_get_private(error);
}

const char *rk_error_file(const GError *error)
{
    return details_of(error)->file;
}

guint rk_error_line(const GError *error)
{
    return details_of(error)->line;
}

guint rk_error_column(const GError *error)
{
    return details_of(error)->column;
}

const char *rk_error_hint(const GError *error)
{
    return details_of(error)->hint;
}

void rk_error_set_absent(GError **error, const char *column)
{
    if (error == NULL || *error == NULL || (*error)->domain != RK_ERROR)
        return;
    RkErrorPrivate *details = rk_error_get_private(*error);
    g_free(details->absent);
    details->absent = g_strdup(column);
}

const char *rk_error_absent(const GError *error)
{
    return details_of(error)->absent;
}

void rk_error_set_textual(GError **error, const char *column)
{
    if (error == NULL || *error == NULL || (*error)->domain != RK_ERROR)
        return;
    RkErrorPrivate *details = rk_error_get_private(*error);
    g_free(details->textual);
    details->textual = g_strdup(column);
}

const char *rk_error_textual(const GError *error)
{
    return details_of(error)->textual;
}

void rk_error_locate(GError *error, RkPlace place)
{
    if (error == NULL || error->domain != RK_ERROR)
        return;
    RkErrorPrivate *details = rk_error_get_private(error);
    if (details->file == NULL)
        details->file = g_strdup(place.file);
    else if (g_strcmp0(details->file, place.file) != 0)
        return; /* a line of this file is none of the other */
    if (details->line == 0) {
        details->line = place.line;
        details->column = place.column;
    }
}

char *rk_error_describe(const GError *error)
{
    const RkErrorPrivate *details = details_of(error);
    GString *text = g_string_new(NULL);
    if (details->file != NULL)
        g_string_append_printf(text, "%s:", details->file);
    if (details->line > 0)
        g_string_append_printf(text, "%u:", details->line);
    if (details->line > 0 && details->column > 0)
        g_string_append_printf(text, "%u:", details->column);
    if (text->len > 0)
        g_string_append_c(text, ' ');
    g_string_append(text, error->message);
    if (details->hint != NULL)
        g_string_append_printf(text, " (%s)", details->hint);
    return g_string_free(text, FALSE);
}
