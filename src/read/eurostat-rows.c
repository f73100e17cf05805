/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Series of Eurostat's TSV into the long table: a row for each series and period, in the order of the file. Only
 * columns that are asked for take memory.
 */
#include "read/eurostat-private.h"

#include "table/builder.h"
#include "table/flags.h"

#include <string.h>

void rk_eurostat_rows_init(RkEurostatRows *rows, const RkEurostatHead *head, const char *const *columns)
{
    guint count = head->dimensions->len;
    *rows = (RkEurostatRows){.dimensions = count, .with_value = rk_rules_is_wanted("value", columns)};
    rows->with_flag = rows->with_value || rk_rules_is_wanted("flag", columns);
    rows->with_time = rk_rules_is_wanted(head->time, columns);
    rows->with_reason = rows->with_value || rk_rules_is_wanted(RK_REASON_COLUMN, columns);
    rows->kept = g_new0(gboolean, count);
    rows->codes = g_new0(guint32 *, count);
    rows->words = g_new0(RkDictionary *, count);
    rows->flag_words = rk_dictionary_new();
    for (guint i = 0; i < count; i++) {
        const char *name = head->dimensions->pdata[i];
        rows->kept[i] = rk_rules_is_wanted(name, columns) || (rows->with_value && rk_column_role(name) == RK_ROLE_UNIT);
        rows->words[i] = rk_dictionary_new();
    }
}

void rk_eurostat_rows_clear(RkEurostatRows *rows)
{
    for (guint i = 0; i < rows->dimensions; i++) {
        g_free(rows->codes[i]);
        rk_dictionary_unref(rows->words[i]);
    }
    g_free(rows->kept);
    g_free(rows->codes);
    g_free(rows->words);
    rk_dictionary_unref(rows->flag_words);
    g_free(rows->flags);
    g_free(rows->values);
    g_free(rows->times);
    g_free(rows->frequencies);
    g_free(rows->periods);
    g_free(rows->reasons);
    g_free(rows->lines);
    *rows = (RkEurostatRows){0};
}

static void reserve(RkEurostatRows *rows, const RkEurostatHead *head, gsize more)
{
    gsize wanted = rows->count + more;
    if (wanted <= rows->reserved)
        return;
    rows->reserved = wanted + wanted / 2;
    for (guint i = 0; i < rows->dimensions; i++)
        if (rows->kept[i])
            rows->codes[i] = g_renew(guint32, rows->codes[i], rows->reserved);
    if (rows->with_value)
        rows->values = g_renew(double, rows->values, rows->reserved);
    if (rows->with_flag)
        rows->flags = g_renew(guint32, rows->flags, rows->reserved);
    if (rows->with_time && head->textual)
        rows->periods = g_renew(guint32, rows->periods, rows->reserved);
    else if (rows->with_time)
        rows->times = g_renew(double, rows->times, rows->reserved);
    if (rows->with_time && !head->textual && head->mixed)
        rows->frequencies = g_renew(guint8, rows->frequencies, rows->reserved);
    if (rows->with_reason)
        rows->reasons = g_renew(guint8, rows->reasons, rows->reserved);
    rows->lines = g_renew(guint32, rows->lines, rows->reserved);
}

/* Codes of a block's dictionary as those of the whole. */
static guint32 *translate(RkDictionary *all, const RkDictionary *some)
{
    guint32 *translated = g_new(guint32, (gsize)some->count + 1);
    for (guint32 code = 0; code < some->count; code++)
        translated[code] = rk_dictionary_code(all, rk_dictionary_word(some, code), rk_dictionary_length(some, code));
    return translated;
}

/* `sifted` (may be NULL) goes on to the next series. */
static void append_values(RkEurostatRows *rows, const RkEurostatHead *head, const RkEurostatBlock *block, gsize series,
                          const guint32 *flags, const guint8 **sifted)
{
    gsize from = series * head->periods->len, row = rows->count;
    if (head->periods->len == 0)
        return;
    const double *values = (const double *)(const void *)block->values->data + from;
    const guint32 *marks = (const guint32 *)(const void *)block->flags->data + from;
    const guint8 *reasons = (const guint8 *)block->reasons->data + from;
    for (guint i = 0; i < head->periods->len; i++) {
        if (reasons[i] == RK_EUROSTAT_SKIPPED || (*sifted != NULL && *(*sifted)++ == 0))
            continue;
        if (rows->values != NULL)
            rows->values[row] = values[i];
        if (rows->flags != NULL)
            rows->flags[row] = marks[i] == RK_TEXT_MISSING ? RK_TEXT_MISSING : flags[marks[i]];
        if (rows->times != NULL)
            rows->times[row] = head->starts[i];
        if (rows->frequencies != NULL)
            rows->frequencies[row] = (guint8)head->frequencies[i];
        if (rows->periods != NULL)
            rows->periods[row] = i;
        if (rows->reasons != NULL)
            rows->reasons[row] = reasons[i];
        row++;
    }
    rows->count = row;
}

/* What is the same in all rows of a series, from row `first` on. */
static void append_key(RkEurostatRows *rows, const RkEurostatBlock *block, gsize series, gsize first, guint lines,
                       guint32 *const *translated)
{
    guint32 line = g_array_index(block->lines, guint32, series) + lines;
    for (gsize row = first; row < rows->count; row++)
        rows->lines[row] = line;
    for (guint d = 0; d < rows->dimensions; d++) {
        if (rows->codes[d] == NULL)
            continue;
        guint32 code = translated[d][g_array_index(block->codes, guint32, series * rows->dimensions + d)];
        for (gsize row = first; row < rows->count; row++)
            rows->codes[d][row] = code;
    }
}

void rk_eurostat_rows_append(RkEurostatRows *rows, const RkEurostatHead *head, const RkEurostatBlock *block,
                             guint lines, const guint8 *sifted)
{
    g_autofree guint32 **translated = g_new0(guint32 *, rows->dimensions);
    g_autofree guint32 *flags = translate(rows->flag_words, block->flag_words);
    for (guint d = 0; d < rows->dimensions; d++)
        translated[d] = translate(rows->words[d], block->words[d]);
    reserve(rows, head, block->values->len);
    for (gsize series = 0; series < block->lines->len; series++) {
        gsize first = rows->count;
        append_values(rows, head, block, series, flags, &sifted);
        append_key(rows, block, series, first, lines, translated);
    }
    for (guint d = 0; d < rows->dimensions; d++)
        g_free(translated[d]);
}

void rk_eurostat_rows_warn(const RkEurostatRows *rows, const char *file, RkDiagnostics *diagnostics)
{
    for (guint32 code = 0; code < rows->flag_words->count; code++) {
        const char *flags = rk_dictionary_word(rows->flag_words, code);
        if (!rk_flag_is_known(flags))
            rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){file, 0, 0}, NULL,
                               "the flag \"%s\" is not in the code list, and is kept as it is", flags);
    }
}

/* A column over collected codes; takes both over. */
static RkColumn *finish_words(const char *name, guint32 **codes, gsize count, RkDictionary **words)
{
    guint32 *taken = g_renew(guint32, g_steal_pointer(codes), MAX(count, 1));
    rk_dictionary_seal(*words);
    return rk_column_new_words(name, taken, count, g_steal_pointer(words));
}

static RkColumn *finish_times(RkEurostatRows *rows, const RkEurostatHead *head, gboolean vega_types)
{
    if (head->textual) {
        RkDictionary *words = rk_dictionary_new();
        for (guint i = 0; i < head->periods->len; i++)
            rk_dictionary_code(words, head->periods->pdata[i], strlen(head->periods->pdata[i]));
        return finish_words(head->time, &rows->periods, rows->count, &words);
    }
    double *times = g_renew(double, g_steal_pointer(&rows->times), MAX(rows->count, 1));
    if (rows->frequencies != NULL && !vega_types)
        return rk_column_new_periods(head->time, times, g_steal_pointer(&rows->frequencies), rows->count);
    if (!vega_types || head->finest != RK_FREQUENCY_YEAR)
        return rk_column_new_times(head->time, times, rows->count, head->finest);
    for (gsize row = 0; row < rows->count; row++) {
        RkMoment moment;
        rk_moment_split(times[row], &moment);
        times[row] = moment.year;
    }
    return rk_column_new_numbers(head->time, times, rows->count);
}

static RkColumn *finish_values(RkEurostatRows *rows)
{
    double *values = g_renew(double, g_steal_pointer(&rows->values), MAX(rows->count, 1));
    return rk_column_new_numbers("value", values, rows->count);
}

RkTable *rk_eurostat_rows_finish(RkEurostatRows *rows, const RkEurostatHead *head, const RkReadOptions *options,
                                 const char *file)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    gsize count = rows->count;
    reserve(rows, head, 1); /* so that there is memory for every kept column */
    for (guint i = 0; i < rows->dimensions; i++)
        if (rows->codes[i] != NULL)
            g_ptr_array_add(columns, finish_words(head->dimensions->pdata[i], &rows->codes[i], count, &rows->words[i]));
    if (rows->with_time)
        g_ptr_array_add(columns, finish_times(rows, head, options->vega_types));
    if (rows->with_value)
        g_ptr_array_add(columns, finish_values(rows));
    if (rows->with_flag)
        g_ptr_array_add(columns, finish_words("flag", &rows->flags, count, &rows->flag_words));
    if (rows->with_reason)
        g_ptr_array_add(columns, rk_reason_column(g_steal_pointer(&rows->reasons), count));
    g_autofree gboolean *shown = g_new(gboolean, columns->len + 1);
    for (guint i = 0; i < columns->len; i++)
        shown[i] = rk_rules_is_wanted(rk_column_name(columns->pdata[i]), options->columns);
    guint32 *lines = g_renew(guint32, g_steal_pointer(&rows->lines), MAX(count, 1));
    return rk_table_assemble((RkColumn **)columns->pdata, shown, columns->len, count, file, lines, options);
}
