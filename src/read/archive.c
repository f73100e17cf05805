/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loads libarchive by the name of its interface. Anything but the whole set of functions counts as "not there".
 */
#include "read/archive-private.h"

#include <gmodule.h>

static gpointer load(gpointer unused)
{
    (void)unused;
    static RkArchiveLibrary library;
    GModule *module = g_module_open(RK_ARCHIVE_FILE, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    gboolean complete = module != NULL;
#define TAKE(name) complete = complete && g_module_symbol(module, #name, (gpointer *)&library.name);
    RK_ARCHIVE_FUNCTIONS(TAKE)
#undef TAKE
    if (module != NULL)
        g_module_make_resident(module);
    return complete ? &library : NULL;
}

const RkArchiveLibrary *rk_archive_library(const char *file, GError **error)
{
    static GOnce once = G_ONCE_INIT;
    const RkArchiveLibrary *library = g_once(&once, load, NULL);
    if (library == NULL)
        rk_error_set(error, RK_ERROR_UNSUPPORTED, (RkPlace){file, 0, 0},
                     "install libarchive, or unzip it and read the file itself",
                     "archives need the library " RK_ARCHIVE_FILE ", which is not installed");
    return library;
}
