/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of described data share: packages and metadata in the folder of the test.
 */
#ifndef RK_TESTS_DESCRIBED_CASE_H
#define RK_TESTS_DESCRIBED_CASE_H

#include "read-case.h"

#include "unit-folder.h"

#define CONTEXT "{\"@context\":\"http://www.w3.org/ns/csvw\","
/* What is said of a cell that breaks a rule. */
#define HINT " (correct the data or their description; read with format.type: csv, nothing is held against it)"

/* The answer to a package with these resources, in which @ stands for the folder. */
static inline void assert_package(const char *resources, const char *format, const char *expected)
{
    g_autofree char *path = in_folder("datapackage.json");
    g_autofree char *text = g_strdup_printf("{\"resources\":[%s]}", resources);
    g_auto(GStrv) parts = g_strsplit(expected, "@", -1);
    g_autofree char *whole = g_strjoinv(folder, parts);
    put(path, text);
    assert_source(&(RkSource){.path = path}, format, whole);
}

#endif
