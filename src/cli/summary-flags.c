/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the source says of the numbers that were described: how many have which flag, and why how many are missing. A
 * value with two letters counts for both.
 */
#include <string.h>

#include "cli/summary.h"
#include "table/flags.h"

typedef struct {
    char *words;
    gsize count;
} Count;

static void clear_count(gpointer data)
{
    g_free(((Count *)data)->words);
}

static GArray *new_counts(void)
{
    GArray *counts = g_array_new(FALSE, FALSE, sizeof(Count));
    g_array_set_clear_func(counts, clear_count);
    return counts;
}

static void count_words(GArray *counts, const char *words)
{
    for (guint i = 0; i < counts->len; i++) {
        Count *count = &g_array_index(counts, Count, i);
        if (strcmp(count->words, words) == 0) {
            count->count++;
            return;
        }
    }
    Count count = {g_strdup(words), 1};
    g_array_append_val(counts, count);
}

/* A is a normal value, which needs no word. */
static void count_flag(GArray *counts, const char *flag)
{
    flag = rk_flag_plain(flag);
    char letter;
    if (!rk_flag_is_letters(flag)) {
        count_words(counts, flag);
        return;
    }
    while ((letter = rk_flag_take(&flag)) != '\0') {
        const RkFlagMeaning *meaning = rk_flag_meaning(rk_flag_letter(letter));
        g_autofree char *words = meaning != NULL ? g_strdup_printf("%c %s", rk_flag_letter(letter), meaning->word)
                                                 : g_strdup_printf("%c", letter);
        if (meaning != NULL || letter != 'A')
            count_words(counts, words);
    }
}

static void note(RkSheet *sheet, const char *what, const RkColumn *value, const GArray *counts)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < counts->len; i++) {
        const Count *count = &g_array_index(counts, Count, i);
        g_string_append_printf(text, "%s%s %" G_GSIZE_FORMAT, i == 0 ? "" : ", ", count->words, count->count);
    }
    if (counts->len > 0)
        rk_sheet_note(sheet, "%s %s: %s.", what, rk_column_name(value), text->str);
}

gsize rk_summary_flagged(const RkColumn *value, const guint32 *rows, gsize count)
{
    const RkColumn *flags = rk_column_flag(value);
    gsize flagged = 0;
    for (gsize i = 0; flags != NULL && i < count; i++) {
        const char *flag = rk_column_text(flags, rows == NULL ? i : rows[i]);
        flagged += flag != NULL && strcmp(rk_flag_plain(flag), "A") != 0;
    }
    return flagged;
}

void rk_summary_note_flags(const RkColumn *value, RkSheet *sheet)
{
    const RkColumn *flags = rk_column_flag(value);
    g_autoptr(GArray) flagged = new_counts(), missing = new_counts();
    gsize unsaid = 0;
    for (gsize row = 0; row < rk_column_length(value); row++) {
        gboolean absent = rk_column_is_missing(value, row);
        const char *flag = flags == NULL ? NULL : rk_column_text(flags, row);
        const char *why = absent ? rk_column_said_why(value, row) : NULL;
        unsaid += absent && why == NULL;
        if (why != NULL)
            count_words(missing, why);
        else if (!absent && flag != NULL)
            count_flag(flagged, flag);
    }
    /* Where nothing is said, the number of missing values stands in the table. */
    if (missing->len > 0 && unsaid > 0) {
        Count rest = {g_strdup("not said why"), unsaid};
        g_array_append_val(missing, rest);
    }
    note(sheet, "Flags of", value, flagged);
    note(sheet, "Missing in", value, missing);
}
