/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows and categories a view points at. Highlighting is a predicate over the view's rows; an axis carries it on
 * to the label of a category when all rows of the category are highlighted.
 */
#include "plot/plot-private.h"
#include "plot/scale.h"

/** The predicate without our own `label`. */
static const RkValue *predicate_of(RkUnit *unit)
{
    const RkValue *highlight = unit->view->highlight;
    if (!rk_value_has(highlight, "label"))
        return highlight;
    RkDocument *scratch = unit->plotting->scratch;
    RkValue *copy = rk_document_map(scratch, rk_value_place(highlight));
    for (guint i = 0; i < rk_value_length(highlight); i++) {
        const char *key = rk_value_key_at(highlight, i);
        if (!g_str_equal(key, "label"))
            rk_value_put(scratch, copy, key, rk_value_key_place_at(highlight, i), rk_value_at(highlight, i));
    }
    return copy;
}

gboolean rk_unit_highlight(RkUnit *unit, GError **error)
{
    if (unit->view->highlight == NULL || rk_value_is(unit->view->highlight, RK_VALUE_NULL))
        return TRUE;
    const char *field = rk_value_text_or(rk_value_get(unit->view->highlight, "field"), NULL);
    /* A layer over other data (a benchmark, a single mark) has no part in it. */
    if (field != NULL && rk_table_find(unit->table, field) == NULL) {
        unit->panel->missed_highlight = unit->view->highlight;
        return TRUE;
    }
    unit->panel->found_highlight = TRUE;
    unit->highlighted = g_new0(guint8, MAX(rk_table_rows(unit->table), 1));
    if (!rk_predicate_test(predicate_of(unit), unit->table, unit->plotting->scope, unit->highlighted, error))
        return FALSE;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++)
        unit->panel->any_highlighted = unit->panel->any_highlighted || unit->highlighted[row];
    return TRUE;
}

gboolean rk_unit_row_highlighted(const RkUnit *unit, gsize row)
{
    return unit->highlighted != NULL && unit->highlighted[row];
}

gboolean rk_scale_category_highlighted(const RkScale *scale, guint category)
{
    gboolean any = FALSE;
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        if (unit->highlighted == NULL || use->categories == NULL)
            continue;
        for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
            if (use->categories[row] != category)
                continue;
            if (!unit->highlighted[row])
                return FALSE;
            any = TRUE;
        }
    }
    return any;
}
