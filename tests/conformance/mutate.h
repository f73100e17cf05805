/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small accidents to a JSON document: something dropped, replaced, renamed, moved or wrapped, at a place that chance
 * chooses.
 */
#ifndef RK_TESTS_MUTATE_H
#define RK_TESTS_MUTATE_H

#include <glib.h>
#include <jansson.h>

/** Harms `document` once. `others` (an array of documents) lends pieces. */
void mutate(json_t *document, json_t *others, GRand *random);
/** Puts invented rows in the place of data that come from a file, with all fields that the document names. */
void invent_data(json_t *document, GRand *random);

#endif
