/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The missing rows of a panel, as Vega's impute adds them: every group gets every key. Nothing but the key and the
 * columns of groupby is known of a new row.
 */
#include "base/limits.h"
#include "transform/impute.h"

/** Numbers of a {start, stop, step} in turn; a list's items. NULL past the end. */
typedef struct {
    const RkValue *list;
    double start, step;
    guint count;
} Keys;

static gboolean read_keys(const RkValue *value, Keys *keys, GError **error)
{
    *keys = (Keys){.list = value, .count = rk_value_length(value)};
    if (value == NULL || rk_value_is(value, RK_VALUE_LIST))
        return TRUE;
    keys->list = NULL;
    keys->start = rk_value_number_or(rk_value_get(value, "start"), 0);
    keys->step = rk_value_number_or(rk_value_get(value, "step"), 1);
    double count = (rk_value_number_or(rk_value_get(value, "stop"), 0) - keys->start) / keys->step;
    if (!(count <= RK_LIMIT_GENERATED_ROWS)) {
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(value), "choose a wider step",
                     "keyvals has more than %u numbers", RK_LIMIT_GENERATED_ROWS);
        return FALSE;
    }
    /* stop itself is left out, as in Vega's sequences. */
    keys->count = count <= 0 ? 0 : (guint)count + (count > (guint)count);
    return TRUE;
}

static gboolean append_key(RkColumnBuilder *builder, const RkColumn *key, RkScalar scalar, const RkValue *value,
                           GError **error)
{
    RkColumnType type = rk_column_type(key);
    g_autofree char *text = rk_scalar_write(scalar);
    double start = 0;
    RkFrequency frequency = RK_FREQUENCY_NONE;
    if (type == RK_COLUMN_TEXT)
        rk_column_builder_text(builder, text, -1);
    else if (type == RK_COLUMN_NUMBER && scalar.kind == RK_SCALAR_NUMBER)
        rk_column_builder_number(builder, scalar.number);
    else if (type == RK_COLUMN_TIME && rk_period_parse(text, strlen(text), &start, &frequency))
        rk_column_builder_time(builder, start, frequency);
    else {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "\"%s\" is no key of the %s column \"%s\"",
                     text, rk_column_type_name(type), rk_column_name(key));
        return FALSE;
    }
    return TRUE;
}

/** The key column with the values of `keyvals` after its rows. */
static RkColumn *extended_keys(const RkColumn *key, const RkValue *keyvals, GError **error)
{
    Keys keys;
    if (!read_keys(keyvals, &keys, error))
        return NULL;
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(rk_column_name(key), rk_column_type(key));
    for (gsize row = 0; row < rk_column_length(key); row++)
        rk_builder_append(builder, rk_scalar_from_column(key, row));
    for (guint i = 0; i < keys.count; i++) {
        const RkValue *item = keys.list == NULL ? keyvals : rk_value_at(keys.list, i);
        RkScalar scalar = keys.list == NULL ? (RkScalar){.kind = RK_SCALAR_NUMBER, .number = keys.start + i * keys.step}
                                            : rk_scalar_from_value(item);
        if (!append_key(builder, key, scalar, item, error))
            return NULL;
    }
    return rk_column_builder_finish(g_steal_pointer(&builder));
}

/** What the new rows are made of: for each the first row of its group and the row of the extended key column. */
typedef struct {
    GArray *group_rows, *key_rows;
} NewRows;

/** The keys in the order in which Vega adds them: those of `keyvals`, then those of the rows. */
static guint32 *ordered_keys(const RkGroups *domain, gsize rows)
{
    guint32 *order = g_new(guint32, domain->count + 1), count = 0;
    g_autofree guint8 *placed = g_new0(guint8, domain->count + 1);
    for (gsize i = 0; i < domain->rows; i++) {
        gsize row = i < domain->rows - rows ? rows + i : i - (domain->rows - rows);
        guint32 key = domain->of_row[row];
        if (!placed[key])
            order[count++] = key;
        placed[key] = TRUE;
    }
    return order;
}

static void find_new_rows(const RkGroups *groups, const RkGroups *domain, const RkColumn *keys, NewRows *new_rows)
{
    g_autofree guint32 *first = rk_groups_first(domain), *seen = g_new0(guint32, domain->count + 1);
    g_autofree guint32 *order = ordered_keys(domain, groups->rows);
    for (guint32 group = 0; group < groups->count; group++) {
        guint32 start = groups->starts[group], end = groups->starts[group + 1];
        for (guint32 i = start; i < end; i++)
            seen[domain->of_row[groups->members[i]]] = group + 1;
        for (guint32 i = 0; i < domain->count && start < end; i++) {
            guint32 at = order[i];
            if (seen[at] == group + 1 || first[at] == G_MAXUINT32 || rk_column_is_missing(keys, first[at]))
                continue;
            g_array_append_val(new_rows->group_rows, groups->members[start]);
            g_array_append_val(new_rows->key_rows, first[at]);
        }
    }
}

/** `column` of `input` gathered from `source` at the rows of `from`, put in its place in `table` (taken over). */
static RkTable *replace(RkTable *table, const RkColumn *source, const guint32 *from)
{
    g_autoptr(RkColumn) column = rk_column_gather(source, from, rk_table_rows(table));
    RkTable *next = rk_table_with_column(table, column);
    rk_table_unref(table);
    return next;
}

static RkTable *assemble(const RkTable *input, const GPtrArray *keys, const RkColumn *extended, const NewRows *new_rows)
{
    gsize rows = rk_table_rows(input), count = rows + new_rows->key_rows->len;
    g_autofree guint32 *from = g_new(guint32, count + 1);
    for (gsize row = 0; row < count; row++)
        from[row] = row < rows ? (guint32)row : G_MAXUINT32;
    RkTable *table = rk_table_gather(input, from, count);
    for (gsize row = rows; row < count; row++)
        from[row] = g_array_index(new_rows->group_rows, guint32, row - rows);
    for (guint i = 0; i < keys->len; i++)
        table = replace(table, g_ptr_array_index(keys, i), from);
    for (gsize row = rows; row < count; row++)
        from[row] = g_array_index(new_rows->key_rows, guint32, row - rows);
    return replace(table, extended, from);
}

RkTable *rk_impute_complete(const RkValue *options, const RkTable *input, GError **error)
{
    const RkValue *name = rk_value_get(options, "key");
    const RkColumn *key = rk_table_require(input, rk_value_text_or(name, ""), rk_value_place(name), error);
    g_autoptr(GPtrArray) keys = key == NULL ? NULL : rk_option_keys(rk_value_get(options, "groupby"), input, error);
    g_autoptr(RkColumn) extended = keys == NULL ? NULL : extended_keys(key, rk_value_get(options, "keyvals"), error);
    if (extended == NULL)
        return NULL;
    const RkColumn *domain_key[] = {extended};
    g_autoptr(RkGroups) groups = rk_groups_new((const RkColumn *const *)keys->pdata, keys->len, rk_table_rows(input));
    g_autoptr(RkGroups) domain = rk_groups_new(domain_key, 1, rk_column_length(extended));
    if ((guint64)groups->count * domain->count > RK_LIMIT_GENERATED_ROWS) {
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(name), NULL,
                     "impute looks at more than %u pairs of group and key", RK_LIMIT_GENERATED_ROWS);
        return NULL;
    }
    NewRows new_rows = {g_array_new(FALSE, FALSE, sizeof(guint32)), g_array_new(FALSE, FALSE, sizeof(guint32))};
    find_new_rows(groups, domain, extended, &new_rows);
    RkTable *table = assemble(input, keys, extended, &new_rows);
    g_array_unref(new_rows.group_rows);
    g_array_unref(new_rows.key_rows);
    return table;
}
