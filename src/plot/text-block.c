/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of text: wrapping, shortening, adding to the scene. Words are never broken, and nothing is shortened in
 * silence.
 */
#include "plot/readable.h"

#include <math.h>
#include <string.h>

static gboolean is_blank(gunichar letter)
{
    return g_unichar_isspace(letter) || letter == 0xfeff;
}

/** A line without the blanks at its ends, which Vega does not draw; takes the line over. */
static char *stripped(char *line)
{
    const char *start = line, *end = line + strlen(line);
    while (*start != '\0' && is_blank(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    while (end > start && is_blank(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    char *bare = g_strndup(start, (gsize)(end - start));
    g_free(line);
    return bare;
}

static GStrv bare_lines(const RkPlotting *plotting, const char *text)
{
    GStrv lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; plotting->vega_lite && lines[i] != NULL; i++)
        lines[i] = stripped(lines[i]);
    return lines;
}

const char *rk_plotting_bare(RkPlotting *plotting, const char *text)
{
    if (!plotting->vega_lite || text == NULL)
        return text;
    g_auto(GStrv) lines = bare_lines(plotting, text);
    g_autofree char *joined = g_strjoinv("\n", lines);
    return g_str_equal(joined, text) ? text : g_string_chunk_insert_const(plotting->strings, joined);
}

double rk_plotting_text_width(RkPlotting *plotting, const RkFont *font, const char *text)
{
    double widest = 0;
    g_auto(GStrv) lines = bare_lines(plotting, text);
    for (guint i = 0; lines[i] != NULL; i++)
        widest = fmax(widest, rk_text_width(plotting->measurer, font, lines[i]));
    return widest;
}

guint rk_line_count(const char *text)
{
    guint count = 1;
    for (; *text != '\0'; text++)
        count += *text == '\n';
    return count;
}

/** Breaks one paragraph. Words are measured alone, so that trying several widths costs no shaping. */
static void wrap_paragraph(RkPlotting *plotting, const RkFont *font, const char *paragraph, double width, GString *out)
{
    g_auto(GStrv) words = g_strsplit(paragraph, " ", -1);
    double space = rk_text_width(plotting->measurer, font, " "), line = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        double word = rk_text_width(plotting->measurer, font, words[i]);
        gboolean fits = i > 0 && line + space + word <= width;
        if (i > 0)
            g_string_append_c(out, fits ? ' ' : '\n');
        g_string_append(out, words[i]);
        line = fits ? line + space + word : word;
    }
}

const char *rk_plotting_wrap(RkPlotting *plotting, const RkFont *font, const char *text, double width)
{
    g_auto(GStrv) paragraphs = g_strsplit(text, "\n", -1);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; paragraphs[i] != NULL; i++) {
        if (i > 0)
            g_string_append_c(out, '\n');
        wrap_paragraph(plotting, font, paragraphs[i], width, out);
    }
    return g_string_chunk_insert(plotting->strings, out->str);
}

const char *rk_plotting_wrap_even(RkPlotting *plotting, const RkFont *font, const char *text, double width)
{
    const char *widest = rk_plotting_wrap(plotting, font, text, width);
    guint lines = rk_line_count(widest);
    double low = width * 0.4, high = width;
    if (lines == rk_line_count(text))
        return widest;
    for (guint round = 0; round < 7; round++) {
        double middle = (low + high) / 2;
        if (rk_line_count(rk_plotting_wrap(plotting, font, text, middle)) > lines)
            low = middle;
        else
            high = middle;
    }
    return rk_plotting_wrap(plotting, font, text, high);
}

/** The first letters of a text, and an ellipsis for the others. */
static char *shortened(const char *text, glong letters)
{
    const char *end = g_utf8_offset_to_pointer(text, letters);
    return g_strdup_printf("%.*s…", (int)(end - text), text);
}

/** Whether so many letters and the ellipsis have room. The grammar measures both apart, and leaves a little. */
static gboolean has_room(const RkPlotting *plotting, const RkFont *font, const char *text, glong letters, double width)
{
    g_autofree char *whole = shortened(text, letters);
    if (!plotting->vega_lite)
        return rk_text_width(plotting->measurer, font, whole) <= width;
    whole[g_utf8_offset_to_pointer(text, letters) - text] = '\0';
    return rk_text_width(plotting->measurer, font, whole) < width - rk_text_width(plotting->measurer, font, "…");
}

const char *rk_plotting_limit(RkPlotting *plotting, const RkFont *font, const char *text, double width)
{
    if (width <= 0 || rk_plotting_text_width(plotting, font, text) <= width)
        return text;
    rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, RK_NOWHERE, "raise the limit, or 0 for none",
                       "the label \"%s\" is shortened to %g pixels", text, width);
    glong low = 0, high = g_utf8_strlen(text, -1);
    while (low < high) {
        glong middle = (low + high + 1) / 2;
        if (has_room(plotting, font, text, middle, width))
            low = middle;
        else
            high = middle - 1;
    }
    g_autofree char *kept = shortened(text, low);
    return g_string_chunk_insert(plotting->strings, kept);
}

/** The longest beginning (or end) of a line that leaves room for the ellipsis. */
static char *limit_line(RkPlotting *plotting, const RkFont *font, const char *line, const RkLimit *limit)
{
    glong count = g_utf8_strlen(line, -1);
    for (glong kept = count - 1; kept > 0; kept--) {
        g_autofree char *part = limit->from_end ? g_strdup(g_utf8_offset_to_pointer(line, count - kept))
                                                : g_strndup(line, (gsize)(g_utf8_offset_to_pointer(line, kept) - line));
        char *candidate =
            limit->from_end ? g_strconcat(limit->ellipsis, part, NULL) : g_strconcat(part, limit->ellipsis, NULL);
        if (rk_text_width(plotting->measurer, font, candidate) <= limit->width)
            return candidate;
        g_free(candidate);
    }
    return g_strdup(limit->ellipsis);
}

const char *rk_plotting_limit_lines(RkPlotting *plotting, const RkFont *font, const char *text, const RkLimit *limit)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    gboolean shortened = FALSE;
    for (char **line = lines; *line != NULL; line++) {
        if (rk_text_width(plotting->measurer, font, *line) <= limit->width)
            continue;
        char *shorter = limit_line(plotting, font, *line, limit);
        g_free(*line);
        *line = shorter;
        shortened = TRUE;
    }
    if (!shortened)
        return text;
    rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, RK_NOWHERE, "raise the limit, or 0 for none",
                       "the label \"%s\" is shortened to %g pixels", text, limit->width);
    g_autofree char *joined = g_strjoinv("\n", lines);
    return g_string_chunk_insert(plotting->strings, joined);
}

RkNode *rk_plotting_add_text(RkPlotting *plotting, RkNode *parent, const char *text, double x, double y,
                             const RkFont *font, RkColor color, RkAlign align, RkBaseline baseline)
{
    RkNode *node = rk_scene_add(plotting->scene, parent, RK_NODE_TEXT);
    node->text.x = x;
    node->text.y = y;
    node->text.lines = rk_scene_lines(plotting->scene, rk_plotting_bare(plotting, text));
    node->text.font = *font;
    node->text.font.family = rk_scene_text(plotting->scene, font->family);
    node->text.align = align;
    node->text.baseline = baseline;
    node->text.line_height = font->size * 1.3;
    node->text.by_size = plotting->vega_lite;
    node->style.fill = (RkPaint){TRUE, color};
    return node;
}

void rk_plotting_add_halo(RkPlotting *plotting, RkNode *text)
{
    text->style.stroke = (RkPaint){TRUE, rk_plotting_paper(plotting)};
    text->style.stroke_width = 3;
    text->style.join = RK_JOIN_ROUND;
    text->text.stroke_below = TRUE;
}
