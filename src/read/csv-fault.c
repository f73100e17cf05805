/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors of a block. A worker does not know how many lines came before, so the place is completed when the block's turn
 * comes.
 */
#include "read/csv-private.h"

void rk_csv_fault(RkCsvFault *fault, RkErrorCode code, guint line, guint column, const char *hint, const char *format,
                  ...)
{
    if (fault->set)
        return;
    va_list arguments;
    va_start(arguments, format);
    *fault = (RkCsvFault){TRUE, code, line, column, g_strdup_vprintf(format, arguments), g_strdup(hint)};
    va_end(arguments);
}

void rk_csv_fault_clear(RkCsvFault *fault)
{
    g_free(fault->message);
    g_free(fault->hint);
    *fault = (RkCsvFault){0};
}

void rk_csv_fault_raise(const RkCsvFault *fault, const char *file, guint lines, GError **error)
{
    RkPlace place = {file, fault->line > 0 ? fault->line + lines : 0, fault->column};
    rk_error_set(error, fault->code, place, fault->hint, "%s", fault->message);
}
