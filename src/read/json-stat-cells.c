/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of a JSON-stat cube as rows: values and states may be arrays or objects keyed by position. Every cell is a
 * row, so that a missing one is a missing one; a position outside the cube is an error.
 */
#include "read/json-stat-private.h"

#include "read/reasons-private.h"
#include "read/reshape-private.h"
#include "table/builder.h"
#include "table/dictionary.h"
#include "table/labels.h"

#include <math.h>
#include <string.h>

/* The position that a key names; G_MAXSIZE when it names none of the cube. */
static gsize position_of(const char *key, gsize cells)
{
    guint64 position = 0;
    gboolean plain = g_ascii_isdigit(key[0]) && (key[0] != '0' || key[1] == '\0');
    return plain && g_ascii_string_to_unsigned(key, 10, 0, cells > 0 ? cells - 1 : 0, &position, NULL) && cells > 0
               ? (gsize)position
               : G_MAXSIZE;
}

gboolean rk_stat_each_item(const RkStatCube *cube, const char *what, json_t *items, RkStatTakeItem take, gpointer user,
                           GError **error)
{
    const char *key;
    json_t *item;
    if (json_is_array(items)) {
        if (json_array_size(items) != cube->cells)
            return rk_json_refuse(error, RK_ERROR_DATA, cube->json, items, "is the file cut off?",
                                  "\"%s\" has %" G_GSIZE_FORMAT
                                  " items, the sizes of the dimensions make %" G_GSIZE_FORMAT,
                                  what, json_array_size(items), cube->cells);
        for (gsize cell = 0; cell < cube->cells; cell++)
            if (!take(user, cell, json_array_get(items, cell), error))
                return FALSE;
        return TRUE;
    }
    json_object_foreach(items, key, item)
    {
        gsize cell = position_of(key, cube->cells);
        if (cell == G_MAXSIZE)
            return rk_json_refuse(error, RK_ERROR_DATA, cube->json, item, NULL,
                                  "\"%s\" has an item at \"%.40s\", which is no position from 0 to %" G_GSIZE_FORMAT,
                                  what, key, cube->cells - 1);
        if (!take(user, cell, item, error))
            return FALSE;
    }
    return TRUE;
}

typedef struct {
    const RkStatCube *cube;
    double *values;
    guint32 *flags;
    RkDictionary *flag_words;
    gboolean signs;               /* states are signs of PxWeb */
    gsize nil;                    /* values that a sign says to be none of the unit, or less than half of one */
    guint8 *given;                /* cells that are rows; NULL: all are */
    gsize changed, first_changed; /* whole numbers that have more digits than a number holds */
} Cells;

static void note_digits(Cells *cells, json_int_t value, gsize cell)
{
    char text[RK_NUMBER_BUFFER];
    g_snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, value);
    if (!rk_number_loses_digits(text, strlen(text), (double)value))
        return;
    cells->first_changed = cells->changed == 0 ? cell : cells->first_changed;
    cells->changed++;
}

static gboolean take_value(gpointer user, gsize cell, json_t *item, GError **error)
{
    Cells *cells = user;
    const char *text = json_string_value(item);
    gboolean nothing = json_is_null(item) || (text != NULL && (*text == '\0' || strcmp(text, ":") == 0));
    if (!nothing && !json_is_number(item))
        return rk_json_refuse(error, RK_ERROR_DATA, cells->cube->json, item, NULL,
                              "the value at position %" G_GSIZE_FORMAT " is no number", cell);
    if (cells->given != NULL)
        cells->given[cell] = 1;
    cells->values[cell] = nothing ? NAN : json_number_value(item);
    if (json_is_integer(item))
        note_digits(cells, json_integer_value(item), cell);
    return TRUE;
}

/* The signs of statistical offices that PxWeb hands on: what a point alone and a colon mean. Two points and three say
 * that a value is not available, which it is said to be anyway; a dash says how much it is. */
static const char *flag_of_sign(const Cells *cells, const char *state)
{
    static const struct {
        const char *sign, *flag;
    } signs[] = {{".", "z"}, {"..", ""}, {"...", ""}, {":", "c"}};
    for (guint i = 0; cells->signs && i < G_N_ELEMENTS(signs); i++)
        if (strcmp(state, signs[i].sign) == 0)
            return signs[i].flag;
    return state;
}

static gboolean is_points(const json_t *state)
{
    const char *text = json_string_value(state);
    return text != NULL && *text == '.' && text[strspn(text, ".")] == '\0';
}

/* A colon alone is "not available" with Eurostat, and confidential where points say that. */
static gboolean has_signs(json_t *dataset)
{
    const char *key;
    json_t *state, *states = json_object_get(dataset, "status");
    gsize index;
    if (json_object_get(json_object_get(dataset, "extension"), "px") != NULL)
        return TRUE;
    json_array_foreach(states, index, state)
    {
        if (is_points(state))
            return TRUE;
    }
    json_object_foreach(states, key, state)
    {
        if (is_points(state))
            return TRUE;
    }
    return FALSE;
}

/* A state without the colon that only repeats that the value is missing. Letters that stand apart stay so. */
static guint32 flag_code(Cells *cells, const char *state)
{
    g_autoptr(GString) flags = g_string_new(NULL);
    for (const char *at = flag_of_sign(cells, state); *at != '\0'; at++)
        if (*at != ':' && (*at != ' ' || flags->len > 0))
            g_string_append_c(flags, *at);
    while (flags->len > 0 && flags->str[flags->len - 1] == ' ')
        g_string_truncate(flags, flags->len - 1);
    return flags->len == 0 ? RK_TEXT_MISSING : rk_dictionary_code(cells->flag_words, flags->str, flags->len);
}

/* A dash in place of a number is a magnitude of zero: nothing, or less than half of the unit. */
static gboolean take_nil(Cells *cells, gsize cell, const char *state)
{
    if (!cells->signs || strcmp(state, "-") != 0 || !isnan(cells->values[cell]))
        return FALSE;
    cells->values[cell] = 0;
    cells->nil++;
    return TRUE;
}

static gboolean take_state(gpointer user, gsize cell, json_t *item, GError **error)
{
    Cells *cells = user;
    if (!json_is_string(item) && !json_is_null(item))
        return rk_json_refuse(error, RK_ERROR_DATA, cells->cube->json, item, NULL,
                              "the status at position %" G_GSIZE_FORMAT " is no text", cell);
    if (cells->given != NULL)
        cells->given[cell] = 1;
    if (json_is_string(item) && !take_nil(cells, cell, json_string_value(item)))
        cells->flags[cell] = flag_code(cells, json_string_value(item));
    return TRUE;
}

static gboolean read_values(Cells *cells, json_t *values, GError **error)
{
    for (gsize cell = 0; cell < cells->cube->cells; cell++)
        cells->values[cell] = NAN;
    if (!json_is_array(values) && !json_is_object(values))
        return rk_json_refuse(error, RK_ERROR_DATA, cells->cube->json, values, NULL, "the data set has no \"value\"");
    return rk_stat_each_item(cells->cube, "value", values, take_value, cells, error);
}

/* One text is the state of all cells, as is an array of one. */
static gboolean read_states(Cells *cells, json_t *states, GError **error)
{
    json_t *one = json_is_array(states) && json_array_size(states) == 1 ? json_array_get(states, 0) : states;
    guint32 common = json_is_string(one) ? flag_code(cells, json_string_value(one)) : RK_TEXT_MISSING;
    for (gsize cell = 0; cell < cells->cube->cells; cell++)
        cells->flags[cell] = common;
    if (json_is_string(one) || states == NULL || json_is_null(states))
        return TRUE;
    return rk_stat_each_item(cells->cube, "status", states, take_state, cells, error);
}

/* Words by category, spread over the cells. `words` gives the word of each category, or NULL. */
static RkColumn *spread(const RkStatCube *cube, guint at, const char *name, char **words)
{
    const RkStatDimension *dimension = cube->dimensions->pdata[at];
    RkDictionary *dictionary = rk_dictionary_new();
    g_autofree guint32 *known = g_new(guint32, dimension->size + 1);
    guint32 *codes = g_new(guint32, MAX(cube->cells, 1));
    gsize stride = 1;
    for (guint later = at + 1; later < cube->dimensions->len; later++)
        stride *= ((RkStatDimension *)cube->dimensions->pdata[later])->size;
    for (gsize i = 0; i < dimension->size; i++)
        known[i] = words[i] != NULL ? rk_dictionary_code(dictionary, words[i], strlen(words[i])) : RK_TEXT_MISSING;
    for (gsize cell = 0; cell < cube->cells; cell++)
        codes[cell] = known[cell / stride % dimension->size];
    rk_dictionary_seal(dictionary);
    return rk_column_new_words(name, codes, cube->cells, dictionary);
}

static gboolean has_column(const GPtrArray *columns, const char *name)
{
    for (guint i = 0; i < columns->len; i++)
        if (strcmp(rk_column_name(columns->pdata[i]), name) == 0)
            return TRUE;
    return FALSE;
}

static gboolean is_dimension(const RkStatCube *cube, const char *name)
{
    for (guint i = 0; i < cube->dimensions->len; i++)
        if (strcmp(((RkStatDimension *)cube->dimensions->pdata[i])->id, name) == 0)
            return TRUE;
    return FALSE;
}

/* The names of the categories, where they are more than their codes. */
static void add_labels(GPtrArray *columns, const RkStatCube *cube, guint at)
{
    const RkStatDimension *dimension = cube->dimensions->pdata[at];
    json_t *labels = json_object_get(dimension->category, "label");
    g_autofree const char **words = g_new0(const char *, dimension->size + 1);
    gboolean more = FALSE;
    for (gsize i = 0; i < dimension->size; i++) {
        words[i] = rk_json_text(labels, dimension->codes[i]);
        more = more || (words[i] != NULL && strcmp(words[i], dimension->codes[i]) != 0);
    }
    const char *label = dimension->label != NULL && *dimension->label != '\0' ? dimension->label : "label";
    gboolean taken = has_column(columns, label) || is_dimension(cube, label) || strcmp(label, "label") == 0 ||
                     rk_column_role(label) != RK_ROLE_PLAIN || strcmp(label, RK_REASON_COLUMN) == 0;
    g_autofree char *name = taken ? g_strdup_printf("%s (%s)", label, dimension->id) : g_strdup(label);
    if (!more || dimension->is_time || has_column(columns, name))
        return;
    g_autoptr(RkColumn) column = spread(cube, at, name, (char **)words);
    g_ptr_array_add(columns, rk_column_as_labels(column, dimension->id));
}

/* How a category of measures says its unit: "10^6 EUR". Free with g_free(). */
static char *unit_text(const json_t *unit)
{
    static const char *const keys[] = {"base", "label", "symbol"};
    const char *text = NULL;
    double power = json_number_value(json_object_get(unit, "multiplier"));
    for (guint i = 0; i < G_N_ELEMENTS(keys) && text == NULL; i++)
        text = rk_json_text(unit, keys[i]);
    if (text == NULL || *text == '\0')
        return NULL;
    return power != 0 ? g_strdup_printf("10^%g %s", power, text) : g_strdup(text);
}

static void add_units(GPtrArray *columns, const RkStatCube *cube)
{
    for (guint at = 0; at < cube->dimensions->len && !has_column(columns, "unit"); at++) {
        const RkStatDimension *dimension = cube->dimensions->pdata[at];
        json_t *units = json_object_get(dimension->category, "unit");
        gboolean some = FALSE;
        g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
        for (gsize i = 0; i < dimension->size && json_is_object(units); i++) {
            char *word = unit_text(json_object_get(units, dimension->codes[i]));
            some = some || word != NULL;
            g_ptr_array_add(words, word);
        }
        if (some)
            g_ptr_array_add(columns, spread(cube, at, "unit", (char **)words->pdata));
    }
}

typedef struct {
    const RkStatCube *cube;
    const RkStatDimension *dimension;
} CodeOf;

static RkPlace place_of_code(gpointer user, const RkColumn *column, const char *code)
{
    const CodeOf *of = user;
    (void)column;
    json_t *index = json_object_get(of->dimension->category, "index");
    for (gsize i = 0; i < json_array_size(index); i++)
        if (g_strcmp0(json_string_value(json_array_get(index, i)), code) == 0)
            return rk_json_place(of->cube->json, json_array_get(index, i));
    return rk_json_place(of->cube->json, json_is_object(index) ? json_object_get(index, code) : NULL);
}

static void add_dimensions(GPtrArray *columns, const RkStatCube *cube, const RkReadOptions *options)
{
    for (guint at = 0; at < cube->dimensions->len; at++) {
        const RkStatDimension *dimension = cube->dimensions->pdata[at];
        RkColumn *column = spread(cube, at, dimension->id, (char **)dimension->codes);
        if (dimension->is_time)
            column = rk_column_as_periods(column, place_of_code, &(CodeOf){cube, dimension}, options);
        g_ptr_array_add(columns, column);
        add_labels(columns, cube, at);
    }
}

static gboolean check_names(const RkStatCube *cube, GError **error)
{
    static const char *const own[] = {"value", "flag", RK_REASON_COLUMN};
    for (guint i = 0; i < G_N_ELEMENTS(own); i++)
        if (is_dimension(cube, own[i]))
            return rk_json_refuse(error, RK_ERROR_DATA, cube->json, NULL, NULL,
                                  "the dimension \"%s\" has the name of another column", own[i]);
    return TRUE;
}

/* Takes the table over. */
static RkTable *only_given(RkTable *all, const Cells *cells)
{
    gsize count = 0;
    g_autoptr(RkTable) table = all;
    g_autofree guint32 *rows = g_new(guint32, MAX(cells->cube->cells, 1));
    for (gsize cell = 0; cell < cells->cube->cells; cell++)
        if (cells->given[cell])
            rows[count++] = (guint32)cell;
    return rk_table_gather(table, rows, count);
}

/* TRUE when the data set was written by this program, and says that cells which it does not name are no rows. */
static gboolean says_rows(json_t *dataset)
{
    json_t *own = json_object_get(json_object_get(dataset, "extension"), RK_STAT_OWN_EXTENSION);
    return json_is_object(json_object_get(dataset, "value")) && json_is_true(json_object_get(own, RK_STAT_ROWS_GIVEN));
}

static RkTable *assemble(const RkStatCube *cube, Cells *cells, json_t *dataset, const RkReadOptions *options,
                         GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    add_dimensions(columns, cube, options);
    add_units(columns, cube);
    rk_dictionary_seal(cells->flag_words);
    RkColumn *value = rk_column_new_numbers("value", g_steal_pointer(&cells->values), cube->cells);
    RkColumn *flag =
        rk_column_new_words("flag", g_steal_pointer(&cells->flags), cube->cells, g_steal_pointer(&cells->flag_words));
    g_ptr_array_add(columns, value);
    g_ptr_array_add(columns, flag);
    g_ptr_array_add(columns, rk_reason_column_of(value, flag));
    if (cube->cells > 0 && !rk_stat_add_attributes(columns, cube, dataset, error))
        return NULL;
    g_autofree gboolean *shown = g_new(gboolean, columns->len + 1);
    for (guint i = 0; i < columns->len; i++)
        shown[i] = rk_rules_is_wanted(rk_column_name(columns->pdata[i]), options->columns);
    RkTable *table =
        rk_table_assemble((RkColumn **)columns->pdata, shown, columns->len, cube->cells, cube->file, NULL, options);
    return cells->given != NULL ? only_given(table, cells) : table;
}

RkTable *rk_stat_cube_table(const RkStatCube *cube, json_t *dataset, const RkReadOptions *options, GError **error)
{
    json_t *values = json_object_get(dataset, "value");
    RkStatCube shown = *cube;
    /* An answer about the dimensions alone has no values at all. */
    if (json_is_array(values) && json_array_size(values) == 0 && cube->cells > 0) {
        rk_diagnostics_add(options->diagnostics, RK_SEVERITY_NOTE, (RkPlace){cube->file, 0, 0}, NULL,
                           "the data set describes its dimensions and holds no value");
        shown.cells = 0;
    }
    Cells cells = {.cube = &shown,
                   .values = g_new(double, MAX(shown.cells, 1)),
                   .flags = g_new(guint32, MAX(shown.cells, 1)),
                   .given = says_rows(dataset) ? g_new0(guint8, MAX(shown.cells, 1)) : NULL,
                   .flag_words = rk_dictionary_new(),
                   .signs = has_signs(dataset)};
    gboolean sound = check_names(cube, error) && read_values(&cells, values, error) &&
                     read_states(&cells, shown.cells > 0 ? json_object_get(dataset, "status") : NULL, error);
    if (sound && cells.changed > 0)
        rk_diagnostics_add(options->diagnostics, RK_SEVERITY_WARNING, (RkPlace){cube->file, 0, 0}, NULL,
                           "the value at position %" G_GSIZE_FORMAT
                           " has more digits than a number holds, the first of %" G_GSIZE_FORMAT " such values",
                           cells.first_changed, cells.changed);
    if (sound && cells.nil > 0)
        rk_diagnostics_add(options->diagnostics, RK_SEVERITY_NOTE, (RkPlace){cube->file, 0, 0}, NULL,
                           "%" G_GSIZE_FORMAT " %s with the sign \"-\" (nil, or less than half of the unit) %s 0",
                           cells.nil, cells.nil == 1 ? "value" : "values", cells.nil == 1 ? "is" : "are");
    RkTable *table = sound ? assemble(&shown, &cells, dataset, options, error) : NULL;
    g_free(cells.values);
    g_free(cells.given);
    g_free(cells.flags);
    rk_dictionary_unref(cells.flag_words);
    return table;
}
