/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first line of Eurostat's TSV: dimensions, the name of the periods, the periods. Texts that are no periods (weeks
 * above 53) keep the whole column text; of several frequencies each period keeps its own.
 */
#include "read/eurostat-private.h"

#include <math.h>
#include <string.h>

void rk_eurostat_head_free(RkEurostatHead *head)
{
    if (head == NULL)
        return;
    g_clear_pointer(&head->dimensions, g_ptr_array_unref);
    g_clear_pointer(&head->periods, g_ptr_array_unref);
    g_free(head->time);
    g_free(head->starts);
    g_free(head->frequencies);
    g_free(head->kept);
    g_free(head);
}

static gboolean refuse(GError **error, RkErrorCode code, const char *file, const char *hint, const char *format,
                       const char *text)
{
    rk_error_set(error, code, (RkPlace){file, 1, 0}, hint, format, text);
    return FALSE;
}

static gboolean is_taken(const RkEurostatHead *head, const char *name)
{
    static const char *const own[] = {"value", "flag", RK_REASON_COLUMN, NULL};
    return g_strv_contains(own, name) || strcmp(name, head->time) == 0 ||
           g_ptr_array_find_with_equal_func(head->dimensions, name, g_str_equal, NULL);
}

static gboolean add_dimensions(RkEurostatHead *head, const char *cell, const char *file, GError **error)
{
    const char *end = strchr(cell, '\\');
    if (end == NULL)
        return refuse(error, RK_ERROR_SYNTAX, file, NULL, "the first cell \"%s\" names no periods", cell);
    g_autofree char *joined = g_strndup(cell, (gsize)(end - cell));
    g_auto(GStrv) names = g_strsplit(joined, ",", -1);
    head->time = g_strstrip(g_strdup(end + 1));
    for (guint i = 0; names[i] != NULL; i++) {
        if (is_taken(head, names[i]))
            return refuse(error, RK_ERROR_DATA, file, "each column needs a name of its own",
                          "the dimension \"%s\" has the name of another column", names[i]);
        if (head->dimensions->len >= RK_LIMIT_DIMENSIONS)
            return refuse(error, RK_ERROR_LIMIT, file, NULL, "there are more than %s dimensions",
                          G_STRINGIFY(RK_LIMIT_DIMENSIONS));
        if (strcmp(names[i], "freq") == 0)
            head->frequency_at = (gint)head->dimensions->len;
        g_ptr_array_add(head->dimensions, g_strdup(names[i]));
    }
    return TRUE;
}

static gboolean add_period(RkEurostatHead *head, GHashTable *known, char *text, const char *file, GError **error)
{
    g_ptr_array_add(head->periods, text);
    if (head->periods->len > RK_LIMIT_COLUMNS)
        return refuse(error, RK_ERROR_LIMIT, file, NULL, "there are more than %s periods", "16384");
    if (*text == '\0')
        return refuse(error, RK_ERROR_SYNTAX, file, "is there a tab too many?", "a period is empty%s", "");
    if (!g_hash_table_add(known, text))
        return refuse(error, RK_ERROR_DATA, file, "each period may stand once", "the period \"%s\" stands twice", text);
    return TRUE;
}

/* The frequency that a period is written in, though no calendar has it: "2020-W99" is of weeks. */
static RkFrequency written_frequency(const char *text)
{
    static const struct {
        char letter;
        RkFrequency frequency;
    } letters[] = {{'S', RK_FREQUENCY_HALF_YEAR},
                   {'Q', RK_FREQUENCY_QUARTER},
                   {'M', RK_FREQUENCY_MONTH},
                   {'W', RK_FREQUENCY_WEEK}};
    gsize digits = strspn(text, "0123456789");
    const char *at = text + digits + (digits == 4 && text[digits] == '-');
    for (guint i = 0; digits == 4 && i < G_N_ELEMENTS(letters); i++)
        if (*at == letters[i].letter)
            return letters[i].frequency;
    return RK_FREQUENCY_NONE;
}

static void understand_periods(RkEurostatHead *head)
{
    guint count = head->periods->len;
    head->starts = g_new(double, MAX(count, 1));
    head->frequencies = g_new0(RkFrequency, MAX(count, 1));
    for (guint i = 0; i < count; i++) {
        const char *text = head->periods->pdata[i];
        head->starts[i] = NAN;
        if (!rk_period_parse(text, strlen(text), &head->starts[i], &head->frequencies[i])) {
            head->odd = head->odd != NULL ? head->odd : text;
            head->frequencies[i] = written_frequency(text);
        }
        head->finest = MAX(head->finest, head->frequencies[i]);
        head->mixed = head->mixed || head->frequencies[i] != head->frequencies[0];
    }
    head->textual = head->odd != NULL;
}

static gboolean read_line(RkEurostatHead *head, const char *line, const char *file, GError **error)
{
    g_auto(GStrv) cells = g_strsplit(line, "\t", (gint)RK_LIMIT_COLUMNS + 2);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    if (!add_dimensions(head, cells[0], file, error))
        return FALSE;
    for (guint i = 1; cells[i] != NULL; i++)
        if (!add_period(head, known, g_strstrip(g_strdup(cells[i])), file, error))
            return FALSE;
    understand_periods(head);
    return TRUE;
}

RkEurostatHead *rk_eurostat_head_new(const char *line, gsize length, const char *file, GError **error)
{
    g_autoptr(RkEurostatHead) head = g_new0(RkEurostatHead, 1);
    gsize mark = length >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    g_autofree char *text = g_strndup(line + mark, length - mark);
    head->dimensions = g_ptr_array_new_with_free_func(g_free);
    head->periods = g_ptr_array_new_with_free_func(g_free);
    head->frequency_at = -1;
    return read_line(head, text, file, error) ? g_steal_pointer(&head) : NULL;
}
