/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a description and the data it describes: what stands before the first NUL is a resource of a data
 * package, or CSVW metadata when it has a context.
 */
#include "read-any.h"

#include "read/csvw-private.h"
#include "read/data-package-private.h"

static RkDescribed *describe(json_t *root, GError **error)
{
    const RkSource source = {.path = "fuzz", .bytes = "", .length = 0};
    const RkJsonText json = {root, &source, NULL};
    return json_object_get(root, "@context") != NULL ? rk_csvw_describe(&json, root, NULL, error)
                                                     : rk_package_describe(root, &json, NULL, error);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    const guint8 *end = size > 0 ? memchr(data, '\0', size) : NULL;
    static const RkReadOptions options = {0};
    GError *error = NULL;
    if (end == NULL)
        return 0;
    g_autoptr(json_t) root = json_loadb((const char *)data, (size_t)(end - data), JSON_REJECT_DUPLICATES, NULL);
    if (!json_is_object(root))
        return 0;
    g_autoptr(RkDescribed) described = describe(root, &error);
    require((described == NULL) == (error != NULL));
    g_clear_error(&error);
    if (described == NULL)
        return 0;
    RkSource source = {.path = "fuzz", .bytes = end + 1, .length = size - (gsize)(end + 1 - data)};
    RkTable *table = rk_described_read(&source, described, &options, &error);
    check_result(table, error);
    return 0;
}
