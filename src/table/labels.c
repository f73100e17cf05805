/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column says of another one. It is a name, not a reference: the other may be renamed or left out, and then
 * nothing is said any more. What the words of the other are called stays with these, whatever becomes of the columns.
 */
#include "table/labels.h"

#include <string.h>

#include "table/column-private.h"

const char *rk_column_labelled(const RkColumn *column)
{
    return column->labelled;
}

RkColumn *rk_column_as_labels(const RkColumn *column, const char *labelled)
{
    RkColumn *other = rk_column_with(column, NULL, column->unit, column->flag);
    g_free(other->labelled);
    other->labelled = g_strdup(labelled);
    return other;
}

static gboolean are_texts_alike(const RkColumn *codes, const RkColumn *labels)
{
    return codes->payload->type == RK_COLUMN_TEXT && labels->payload->type == RK_COLUMN_TEXT &&
           codes->payload->length == labels->payload->length && codes->payload->dictionary->labels == NULL &&
           codes->payload->dictionary != labels->payload->dictionary;
}

/* The word of `labels` that stands beside each word of `codes`; RK_TEXT_MISSING where there is none, or another too. */
static guint32 *pair(const RkColumn *codes, const RkColumn *labels)
{
    guint32 words = rk_column_words(codes);
    guint32 *found = g_new(guint32, (gsize)words + 1);
    g_autofree gboolean *seen = g_new0(gboolean, (gsize)words + 1);
    for (gsize row = 0; row < codes->payload->length; row++) {
        guint32 code = codes->payload->codes[row], label = labels->payload->codes[row];
        if (code == RK_TEXT_MISSING)
            continue;
        found[code] = !seen[code] || found[code] == label ? label : RK_TEXT_MISSING;
        seen[code] = TRUE;
    }
    for (guint32 word = 0; word < words; word++)
        found[word] = seen[word] ? found[word] : RK_TEXT_MISSING;
    return found;
}

static void tie(const RkColumn *codes, const RkColumn *labels)
{
    g_autofree guint32 *found = pair(codes, labels);
    guint32 words = rk_column_words(codes);
    char **own = g_new0(char *, (gsize)words + 1);
    for (guint32 word = 0; word < words; word++) {
        const char *label = rk_column_word(labels, found[word]);
        if (label != NULL && *label != '\0' && strcmp(label, rk_column_word(codes, word)) != 0)
            own[word] = g_strdup(label);
    }
    codes->payload->dictionary->labels = own;
}

void rk_labels_tie(RkColumn *const *columns, guint count)
{
    for (guint i = 0; i < count; i++)
        for (guint k = 0; columns[i]->labelled != NULL && k < count; k++)
            if (k != i && strcmp(columns[k]->name, columns[i]->labelled) == 0 &&
                are_texts_alike(columns[k], columns[i]))
                tie(columns[k], columns[i]);
}

const char *rk_column_label(const RkColumn *column, guint32 word)
{
    const RkDictionary *words = column->payload->dictionary;
    return words != NULL && words->labels != NULL && word < words->count ? words->labels[word] : NULL;
}
