/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing the kind of a claim by the key that `states` has. It knows no kind by name, only the registry.
 */
#include "claims/claims-private.h"

static void no_kind(const RkValue *states, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const RkClaimKind *const *kind = rk_claim_kinds(); *kind != NULL; kind++)
        g_ptr_array_add(names, (gpointer)(*kind)->name);
    g_ptr_array_add(names, NULL);
    for (guint i = 0; i < rk_value_length(states); i++) {
        const char *key = rk_value_key_at(states, i);
        const char *nearest = rk_nearest_word(key, (const char *const *)names->pdata);
        if (nearest == NULL)
            continue;
        g_autofree char *hint = g_strdup_printf("did you mean \"%s\"?", nearest);
        rk_error_set(error, RK_ERROR_SPEC, rk_value_key_place_at(states, i), hint, "a claim cannot state \"%s\"", key);
        return;
    }
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    g_autofree char *hint = g_strdup_printf("one of: %s", list);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(states), hint, "it is not said what the claim states");
}

const RkClaimKind *rk_claim_kind_of(const RkValue *states, GError **error)
{
    const RkClaimKind *found = NULL;
    for (const RkClaimKind *const *kind = rk_claim_kinds(); *kind != NULL; kind++) {
        if (!rk_value_has(states, (*kind)->name))
            continue;
        if (found != NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(states), "make two claims of it",
                         "a claim states either \"%s\" or \"%s\"", found->name, (*kind)->name);
            return NULL;
        }
        found = *kind;
    }
    if (found == NULL)
        no_kind(states, error);
    return found;
}

gboolean rk_claim_check_places(const RkValue *list, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rk_value_length(list); i++) {
        const char *name = rk_value_text_or(rk_value_at(list, i), "");
        if (!g_hash_table_add(seen, (gpointer)name)) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_at(list, i)), NULL, "\"%s\" is named twice",
                         name);
            return FALSE;
        }
    }
    if (rk_value_length(list) > 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(list), NULL, "no place is named");
    return FALSE;
}
