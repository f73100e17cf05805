/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels that would touch, thinned until none does or fewer than three are left. Axes and the bars of legends share it.
 */
#include "plot/overlap.h"

#include <math.h>

typedef struct {
    const RkReach *boxes;
    double separation;
    guint *kept; /**< positions of those that stay */
    guint count;
} Labels;

static gboolean touch(const Labels *labels, guint first, guint second)
{
    const RkReach *a = &labels->boxes[first], *b = &labels->boxes[second];
    return labels->separation > fmax(fmax(b->x1 - a->x2, a->x1 - b->x2), fmax(b->y1 - a->y2, a->y1 - b->y2));
}

static gboolean any_touch(const Labels *labels)
{
    for (guint i = 1; i < labels->count; i++) {
        if (touch(labels, labels->kept[i - 1], labels->kept[i]))
            return TRUE;
    }
    return FALSE;
}

static void keep_every_second(Labels *labels)
{
    guint left = 0;
    for (guint i = 0; i < labels->count; i += 2)
        labels->kept[left++] = labels->kept[i];
    labels->count = left;
}

static void keep_untouched(Labels *labels)
{
    guint left = 0;
    for (guint i = 0; i < labels->count; i++) {
        if (left == 0 || !touch(labels, labels->kept[left - 1], labels->kept[i]))
            labels->kept[left++] = labels->kept[i];
    }
    labels->count = left;
}

static void keep_last(Labels *labels, guint last)
{
    if (labels->count >= 3 || labels->kept[labels->count - 1] == last)
        return;
    labels->kept[labels->count > 1 ? labels->count - 1 : labels->count++] = last;
}

void rk_overlap_thin(const RkReach *boxes, guint count, gboolean greedy, double separation, guint8 *kept)
{
    g_autofree guint *positions = g_new(guint, MAX(count, 1));
    Labels labels = {boxes, separation, positions, count};
    for (guint i = 0; i < count; i++)
        positions[i] = i;
    gboolean thinned = FALSE;
    while (labels.count >= 3 && any_touch(&labels)) {
        thinned = TRUE;
        if (greedy)
            keep_untouched(&labels);
        else
            keep_every_second(&labels);
    }
    if (thinned)
        keep_last(&labels, count - 1);
    for (guint i = 0; i < count; i++)
        kept[i] = FALSE;
    for (guint i = 0; i < labels.count; i++)
        kept[positions[i]] = TRUE;
}
