/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time units as they are written: names put together from parts, the coarsest first, and maps with a step. It refuses
 * parts in another order and names that no calendar has.
 */
#include "transform/time-unit.h"

#include <math.h>
#include <string.h>

#include "transform/expression-private.h"

/* In the order in which they stand in names. */
static const struct {
    const char *name;
    guint part;
} parts[] = {{"year", RK_PART_YEAR},
             {"quarter", RK_PART_QUARTER},
             {"month", RK_PART_MONTH},
             {"week", RK_PART_WEEK},
             {"dayofyear", RK_PART_DAY_OF_YEAR},
             {"date", RK_PART_DATE},
             {"day", RK_PART_DAY},
             {"hours", RK_PART_HOURS},
             {"minutes", RK_PART_MINUTES},
             {"seconds", RK_PART_SECONDS},
             {"milliseconds", RK_PART_MILLISECONDS}};

/* Those that people use, for hints. */
static const char *const common[] = {
    "year",         "yearquarter", "yearmonth",      "yearmonthdate", "yearmonthdatehours",
    "yearweek",     "quarter",     "month",          "monthdate",     "week",
    "date",         "day",         "dayofyear",      "hours",         "hoursminutes",
    "minutes",      "seconds",     "monthdatehours", "yeardayofyear", "yearmonthdatehoursminutes",
    "milliseconds", NULL};

static guint parts_of(const char *name)
{
    guint found = 0;
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        gsize length = strlen(parts[i].name);
        if (strncmp(name, parts[i].name, length) != 0)
            continue;
        found |= parts[i].part;
        name += length;
    }
    return *name == '\0' ? found : 0;
}

static gboolean read_name(const RkValue *value, RkTimeUnit *unit, GError **error)
{
    const char *name = rk_value_text_or(value, "");
    const char *plain = name;
    if (g_str_has_prefix(plain, "binned")) {
        unit->binned = TRUE;
        plain += strlen("binned");
    }
    if (g_str_has_prefix(plain, "utc")) {
        unit->utc = TRUE;
        plain += strlen("utc");
    }
    unit->parts = parts_of(plain);
    if (unit->parts != 0)
        return TRUE;
    g_autofree char *hint = rk_hint_from(name, common, "units go from the longest to the shortest: ");
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), hint, "unknown time unit \"%s\"", name);
    return FALSE;
}

static gboolean read_count(const RkValue *map, const char *key, double *number, GError **error)
{
    const RkValue *value = rk_value_get(map, key);
    *number = rk_value_number_or(value, *number);
    if (value == NULL || (*number >= 1 && *number <= 1e6 && *number == floor(*number)))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "%s of a time unit is a whole number from 1 on",
                 key);
    return FALSE;
}

gboolean rk_time_unit_read(const RkValue *value, RkTimeUnit *unit, GError **error)
{
    *unit = (RkTimeUnit){.step = 1};
    if (!rk_value_is(value, RK_VALUE_MAP))
        return read_name(value, unit, error);
    const RkValue *name = rk_value_get(value, "unit");
    if (!read_count(value, "step", &unit->step, error) || !read_count(value, "maxbins", &unit->maxbins, error) ||
        (name != NULL && !read_name(name, unit, error)))
        return FALSE;
    unit->utc |= rk_value_boolean_or(rk_value_get(value, "utc"), FALSE);
    unit->binned |= rk_value_boolean_or(rk_value_get(value, "binned"), FALSE);
    if (name != NULL || unit->maxbins > 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), "write {unit: yearmonth}, or {maxbins: 20}",
                 "a time unit needs a unit");
    return FALSE;
}

gboolean rk_time_unit_check(const RkValue *value, GError **error)
{
    RkTimeUnit unit;
    return rk_value_is(value, RK_VALUE_NULL) || rk_time_unit_read(value, &unit, error);
}

static char *join_parts(const RkTimeUnit *unit, const char *separator)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if ((unit->parts & parts[i].part) != 0)
            g_string_append_printf(text, "%s%s", text->len > 0 ? separator : "", parts[i].name);
    return g_string_free(text, FALSE);
}

char *rk_time_unit_parts(const RkTimeUnit *unit)
{
    return join_parts(unit, "-");
}

char *rk_time_unit_write(const RkTimeUnit *unit)
{
    g_autofree char *names = join_parts(unit, "");
    GString *text = g_string_new(unit->utc ? "utc" : "");
    g_string_append(text, unit->maxbins > 0 && unit->parts == 0 ? "timeunit" : names);
    if (unit->maxbins > 0)
        g_string_append_printf(text, "_maxbins_%.0f", unit->maxbins);
    if (unit->step > 1)
        g_string_append_printf(text, "_step_%.0f", unit->step);
    return g_string_free(text, FALSE);
}

/* How runs of parts are shown; longer runs first. */
static const struct {
    guint parts;
    const char *pattern;
} patterns[] = {{RK_PART_YEAR | RK_PART_MONTH | RK_PART_DATE, "%b %d, %Y "},
                {RK_PART_YEAR | RK_PART_MONTH, "%b %Y "},
                {RK_PART_HOURS | RK_PART_MINUTES, "%H:%M"},
                {RK_PART_YEAR, "%Y "},
                {RK_PART_QUARTER, "Q%q "},
                {RK_PART_MONTH, "%b "},
                {RK_PART_WEEK, "W%U "},
                {RK_PART_DAY_OF_YEAR, "%j "},
                {RK_PART_DATE, "%d "},
                {RK_PART_DAY, "%a "},
                {RK_PART_HOURS, "%H:00"},
                {RK_PART_MINUTES, "00:%M"},
                {RK_PART_SECONDS, ":%S"},
                {RK_PART_MILLISECONDS, ".%L"}};

/** The parts of a run follow each other in the name: none of the unit's other parts stands between them. */
static gboolean begins_with(guint left, guint run)
{
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        if ((left & parts[i].part) == 0)
            continue;
        if ((run & parts[i].part) == 0)
            break;
        count |= parts[i].part;
    }
    return count == run;
}

char *rk_time_unit_pattern(const RkTimeUnit *unit)
{
    GString *pattern = g_string_new(NULL);
    for (guint left = unit->parts; left != 0;) {
        guint at = 0;
        while (at < G_N_ELEMENTS(patterns) && !begins_with(left, patterns[at].parts))
            at++;
        if (at == G_N_ELEMENTS(patterns))
            break;
        g_string_append(pattern, patterns[at].pattern);
        left &= ~patterns[at].parts;
    }
    return g_strchomp(g_string_free(pattern, FALSE));
}

static const RkProperty properties[] = {
    {.name = "unit",
     .allow = RK_ALLOW_TEXT,
     .check = rk_time_unit_check,
     .summary = "the unit: yearmonth, day, hours …"},
    {.name = "step", .allow = RK_ALLOW_NUMBER, .summary = "how many of the finest unit make a period"},
    {.name = "maxbins", .allow = RK_ALLOW_NUMBER, .summary = "the most periods, when no unit is given"},
    {.name = "utc", .allow = RK_ALLOW_BOOLEAN, .summary = "UTC instead of local time, which is UTC here too"},
    {.name = "binned", .allow = RK_ALLOW_BOOLEAN, .summary = "whether the times are cut already"},
    {NULL}};
const RkShape rk_time_unit_shape = {.name = "the time unit", .properties = properties};
