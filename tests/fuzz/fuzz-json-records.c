/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as JSON records. The first byte says where the records are: at the top, or below a name.
 */
#include "read-any.h"

static void read_below(const char *property, const guint8 *data, gsize size)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    rk_value_put(document, map, "type", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, "json"));
    if (property != NULL)
        rk_value_put(document, map, "property", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, property));
    RkReadOptions options = {.format = map, .diagnostics = diagnostics};
    RkSource source = {.path = "fuzz", .bytes = data, .length = size};
    RkTable *table = rk_read(&source, &options, &error);
    check_result(table, error);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    static const char *const properties[] = {NULL, "a", "a.b"};
    if (size > 0)
        read_below(properties[data[0] % G_N_ELEMENTS(properties)], data + 1, size - 1);
    return 0;
}
