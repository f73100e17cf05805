/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a figure file: an answer or an error with a message, never both and never neither. A document that was
 * read must survive being written and read again.
 */
#include "base/diagnostics.h"
#include "spec/document.h"
#include "spec/figure.h"
#include "transform/transform.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(gboolean truth)
{
    if (!truth)
        abort();
}

static void read_figure(const char *text, gsize length)
{
    static const RkVocabulary vocabulary = {.transform = rk_transform_shape};
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    RkFigure *figure = rk_figure_parse(text, length, "figure", &vocabulary, diagnostics, &error);
    require((figure == NULL) == (error != NULL));
    require(error == NULL || (error->domain == RK_ERROR && error->message[0] != '\0'));
    rk_figure_free(figure);
    g_clear_error(&error);
}

/* Written text is the fixed point: what is read from it is written alike. */
static void write_and_read(const char *text, gsize length)
{
    g_autoptr(RkDocument) first = rk_document_parse(text, length, NULL, NULL);
    if (first == NULL)
        return;
    g_autofree char *written = rk_value_to_yaml(rk_document_root(first));
    if (strlen(written) > (1u << 20))
        return;
    g_autoptr(RkDocument) second = rk_document_parse(written, strlen(written), NULL, NULL);
    require(second != NULL);
    g_autofree char *again = rk_value_to_yaml(rk_document_root(second));
    require(g_str_equal(written, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size == 0 ? "" : (const char *)data;
    read_figure(text, size);
    write_and_read(text, size);
    return 0;
}
