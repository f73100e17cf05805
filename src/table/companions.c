/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units, flags and reasons find the column that they speak of.
 */
#include "table/companions.h"

#include "table/flags.h"

#include <math.h>
#include <string.h>

/* A column of nothing but such whole numbers is one of years, and hardly ever a measure. */
enum { FIRST_YEAR = 1800, LAST_YEAR = 2100 };

static const char *const role_words[] = {[RK_ROLE_UNIT] = "unit", [RK_ROLE_FLAG] = "flag", [RK_ROLE_REASON] = "reason"};

RkColumnRole rk_column_role(const char *name)
{
    static const struct {
        const char *name;
        RkColumnRole role;
    } known[] = {{"value", RK_ROLE_MEASURE},     {"OBS_VALUE", RK_ROLE_MEASURE}, {"unit", RK_ROLE_UNIT},
                 {"UNIT_MEASURE", RK_ROLE_UNIT}, {"flag", RK_ROLE_FLAG},         {"OBS_FLAG", RK_ROLE_FLAG},
                 {"OBS_STATUS", RK_ROLE_FLAG},   {"reason", RK_ROLE_REASON}};
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strcasecmp(name, known[i].name) == 0)
            return known[i].role;
    return RK_ROLE_PLAIN;
}

gboolean rk_role_accompanies(RkColumnRole role)
{
    return rk_role_word(role) != NULL;
}

const char *rk_role_word(RkColumnRole role)
{
    return (guint)role < G_N_ELEMENTS(role_words) ? role_words[role] : NULL;
}

RkColumnRole rk_role_of_one(const char *name, gsize *length)
{
    const char *end = strrchr(name, '_');
    if (end == NULL || end == name)
        return RK_ROLE_PLAIN;
    for (guint role = RK_ROLE_UNIT; role < G_N_ELEMENTS(role_words); role++)
        if (strcmp(end + 1, role_words[role]) == 0) {
            *length = (gsize)(end - name);
            return (RkColumnRole)role;
        }
    return RK_ROLE_PLAIN;
}

gboolean rk_name_says_time(const char *name)
{
    /* "Year" in the languages that offices of Europe write, and how those of the north call the time of a table. */
    static const char *const names[] = {
        "time",     "time_period",    "year",      "date",      "period", "quarter",
        "month",    "jahr",           "année",     "annee",     "año",    "anno",
        "ano",      "jaar",           "år",        "ár",        "vuosi",  "aasta",
        "gads",     "metai",          "rok",       "leto",      "godina", "év",
        "έτος",     "година",         "tid",       "tími",      "laiks",  "uke",
        "vecka",    "viikko",         "aeg",       "kvartal",   "måned",  "månad",
        "kuukausi", "vuosineljännes", "kvartalas", "ketvirtis", "mėnuo",  "laikotarpis"};
    g_autofree char *folded = g_utf8_validate(name, -1, NULL) ? g_utf8_casefold(name, -1) : g_strdup(name);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *known = g_utf8_casefold(names[i], -1);
        if (strcmp(folded, known) == 0)
            return TRUE;
    }
    gsize length = strlen(name);
    return length > 5 && g_ascii_strcasecmp(name + length - 5, "_year") == 0;
}

static const RkColumn *find_text(const RkColumn *const *columns, guint count, RkColumnRole role)
{
    for (guint i = 0; i < count; i++)
        if (rk_column_role(rk_column_name(columns[i])) == role && rk_column_type(columns[i]) == RK_COLUMN_TEXT)
            return columns[i];
    return NULL;
}

/* Whole numbers that are all years of our time, whatever their column is called. */
static gboolean holds_years(const RkColumn *column)
{
    const double *numbers = rk_column_numbers(column);
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (!(numbers[row] >= FIRST_YEAR && numbers[row] <= LAST_YEAR) || numbers[row] != floor(numbers[row]))
            return FALSE;
    return rk_column_length(column) > 0;
}

static gboolean names_no_time(const RkColumn *column, gconstpointer data)
{
    (void)data;
    return !rk_name_says_time(rk_column_name(column));
}

static gboolean holds_no_years(const RkColumn *column, gconstpointer data)
{
    (void)data;
    return !holds_years(column);
}

static gboolean is_used(const RkColumn *column, gconstpointer data)
{
    return data != NULL && g_strv_contains((const char *const *)data, rk_column_name(column));
}

/* Keeps those that pass, unless none does. */
static void narrow(GPtrArray *columns, gboolean (*passes)(const RkColumn *column, gconstpointer data),
                   gconstpointer data)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (guint i = 0; columns->len > 1 && i < columns->len; i++)
        if (passes(columns->pdata[i], data))
            g_ptr_array_add(kept, columns->pdata[i]);
    for (guint i = 0; i < kept->len; i++)
        columns->pdata[i] = kept->pdata[i];
    if (kept->len > 0)
        g_ptr_array_set_size(columns, (gint)kept->len);
}

/* The first column that is called value, one of numbers if there is one. */
static const RkColumn *find_called(const RkColumn *const *columns, guint count)
{
    const RkColumn *called = NULL;
    for (guint i = 0; i < count; i++) {
        if (rk_column_role(rk_column_name(columns[i])) != RK_ROLE_MEASURE)
            continue;
        if (rk_column_type(columns[i]) == RK_COLUMN_NUMBER)
            return columns[i];
        called = called == NULL ? columns[i] : called;
    }
    return called;
}

const RkColumn *rk_companions_measure(const RkColumn *const *columns, guint count, const char *const *used)
{
    const RkColumn *called = find_called(columns, count);
    if (called != NULL)
        return called;
    g_autoptr(GPtrArray) numbers = g_ptr_array_new();
    for (guint i = 0; i < count; i++)
        if (rk_column_type(columns[i]) == RK_COLUMN_NUMBER)
            g_ptr_array_add(numbers, (gpointer)columns[i]);
    narrow(numbers, names_no_time, NULL);
    narrow(numbers, holds_no_years, NULL);
    narrow(numbers, is_used, used);
    return numbers->len == 1 ? numbers->pdata[0] : NULL;
}

/* The place of each column of numbers by its name. */
static GHashTable *places_of_numbers(const RkColumn *const *columns, guint count)
{
    GHashTable *places = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < count; i++)
        if (rk_column_type(columns[i]) == RK_COLUMN_NUMBER)
            g_hash_table_insert(places, (gpointer)rk_column_name(columns[i]), GUINT_TO_POINTER(i + 1));
    return places;
}

static void put(RkCompanions *companions, RkColumnRole role, const RkColumn *column)
{
    if (role == RK_ROLE_UNIT)
        companions->unit = column;
    else if (role == RK_ROLE_FLAG)
        companions->flag = column;
    else
        companions->reason = column;
}

/* Columns that are named after one other. */
static void find_named(const RkColumn *const *columns, guint count, RkCompanions *found)
{
    g_autoptr(GHashTable) places = NULL;
    for (guint i = 0; i < count; i++) {
        const char *name = rk_column_name(columns[i]);
        gsize length = 0;
        RkColumnRole role = rk_role_of_one(name, &length);
        if (role == RK_ROLE_PLAIN || rk_column_type(columns[i]) != RK_COLUMN_TEXT)
            continue;
        if (places == NULL)
            places = places_of_numbers(columns, count);
        g_autofree char *of = g_strndup(name, length);
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, of));
        if (place > 0)
            put(&found[place - 1], role, columns[i]);
    }
}

RkCompanions *rk_companions_find(const RkColumn *const *columns, guint count, const char *const *used)
{
    const RkCompanions plain = {find_text(columns, count, RK_ROLE_UNIT), find_text(columns, count, RK_ROLE_FLAG),
                                find_text(columns, count, RK_ROLE_REASON)};
    gboolean any = plain.unit != NULL || plain.flag != NULL || plain.reason != NULL;
    const RkColumn *measure = any ? rk_companions_measure(columns, count, used) : NULL;
    RkCompanions *found = g_new0(RkCompanions, MAX(count, 1));
    for (guint i = 0; i < count && any; i++)
        if (columns[i] == measure || (rk_column_type(columns[i]) == RK_COLUMN_NUMBER &&
                                      rk_column_role(rk_column_name(columns[i])) == RK_ROLE_MEASURE))
            found[i] = plain;
    find_named(columns, count, found);
    return found;
}

RkCompanions rk_companions_of(const RkColumn *column)
{
    return (RkCompanions){rk_column_unit(column), rk_column_flag(column), rk_column_reason(column)};
}

const RkColumn *rk_companions_get(const RkCompanions *companions, RkColumnRole role)
{
    return role == RK_ROLE_UNIT     ? companions->unit
           : role == RK_ROLE_FLAG   ? companions->flag
           : role == RK_ROLE_REASON ? companions->reason
                                    : NULL;
}

const RkColumn *rk_companion_said(const RkColumn *column, RkColumnRole role)
{
    const RkCompanions own = rk_companions_of(column);
    return role != RK_ROLE_REASON || rk_column_has_reasons(column) ? rk_companions_get(&own, role) : NULL;
}

RkColumn *rk_companions_put(const RkColumn *column, const RkCompanions *companions)
{
    const RkCompanions own = rk_companions_of(column);
    g_autoptr(RkColumn) with = rk_column_with(column, NULL, own.unit != NULL ? own.unit : companions->unit,
                                              own.flag != NULL ? own.flag : companions->flag);
    return rk_column_with_reason(with, own.reason != NULL ? own.reason : companions->reason);
}
