/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records that stand in the description itself, read and held against it as the rows of a file would be. Fields that no
 * record has are no columns.
 */
#include "read/described-private.h"

#include "read/records-private.h"

/* The described fields that some record has. Borrowed names. */
static GPtrArray *find_names(json_t *records, const RkDescribed *described)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < described->fields->len; i++) {
        const RkDescribedField *field = described->fields->pdata[i];
        gboolean found = FALSE;
        for (gsize k = 0; k < json_array_size(records) && !found; k++)
            found = json_object_get(json_array_get(records, k), field->name) != NULL;
        if (found)
            g_ptr_array_add(names, field->name);
    }
    return names;
}

RkTable *rk_described_read_inline(json_t *records, const RkDescribed *described, const char *file,
                                  const RkReadOptions *options, GError **error)
{
    g_auto(RkDeclaration) declaration;
    g_autoptr(GPtrArray) names = find_names(records, described);
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, NULL);
    rk_described_declare(&declaration, described, names);
    own.format = rk_declaration_format(&declaration);
    own.columns = NULL;
    own.filter = NULL;
    g_autoptr(RkTable) table =
        rk_json_records(&(RkJsonText){.source = &(RkSource){.path = file}}, records, &own, error);
    return table != NULL ? rk_described_settle(table, described, options, file, error) : NULL;
}
