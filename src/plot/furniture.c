/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands around the picture: title and subtitle above, notes and source below, flush with the figure's edge and
 * wrapped to its width.
 */
#include "plot/flags.h"
#include "plot/guide.h"

#include <math.h>
#include <string.h>

typedef struct {
    RkPlotting *plotting;
    RkNode *group; /**< NULL while only measuring */
    double x, y, width;
    RkAlign align;
} Column;

/** Fills the lines, but takes them in a little when a lone short word would stand in the last. */
static const char *wrap_without_orphan(RkPlotting *plotting, const RkFont *font, const char *text, double width)
{
    const char *full = rk_plotting_wrap(plotting, font, text, width);
    for (double taken = width; taken > width * 0.85; taken -= width * 0.02) {
        const char *wrapped = rk_plotting_wrap(plotting, font, text, taken);
        const char *last = strrchr(wrapped, '\n');
        if (rk_line_count(wrapped) > rk_line_count(full))
            break;
        if (last == NULL || rk_text_width(plotting->measurer, font, last + 1) > width * 0.13)
            return wrapped;
    }
    return full;
}

/** One wrapped block; moves the column down. */
static void add_block(Column *column, const char *text, const RkFont *font, RkColor color, double leading,
                      gboolean even, const char *role)
{
    const char *wrapped = even ? rk_plotting_wrap_even(column->plotting, font, text, column->width)
                               : wrap_without_orphan(column->plotting, font, text, column->width);
    double line_height = font->size * leading;
    if (column->group != NULL) {
        RkNode *group = rk_scene_add_group(column->plotting->scene, column->group, role, 0, 0);
        double x = column->align == RK_ALIGN_CENTER  ? column->x + column->width / 2
                   : column->align == RK_ALIGN_RIGHT ? column->x + column->width
                                                     : column->x;
        RkNode *node = rk_plotting_add_text(column->plotting, group, wrapped, x, column->y + font->size, font, color,
                                            column->align, RK_BASELINE_ALPHABETIC);
        node->text.line_height = line_height;
    }
    column->y += font->size * 1.22 + (rk_line_count(wrapped) - 1) * line_height;
}

/** A text, or the texts of a list joined by `between`; FALSE with an error set when a fact fails. */
static gboolean text_of(RkPlotting *plotting, const RkValue *value, const char *between, const char **text,
                        GError **error)
{
    *text = NULL;
    if (value == NULL || rk_value_is(value, RK_VALUE_NULL))
        return TRUE;
    if (!rk_value_is(value, RK_VALUE_LIST)) {
        *text = rk_plotting_interpolate(plotting, value, error);
        return *text != NULL;
    }
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < rk_value_length(value); i++) {
        const char *one = rk_plotting_interpolate(plotting, rk_value_at(value, i), error);
        if (one == NULL)
            return FALSE;
        g_string_append_printf(all, "%s%s", i > 0 ? between : "", one);
    }
    *text = g_string_chunk_insert(plotting->strings, all->str);
    return TRUE;
}

static RkColor block_color(RkPlotting *plotting, const RkValue *own, const char *block, const char *key,
                           const char *palette)
{
    const char *blocks[] = {block, NULL};
    RkColor color = rk_plotting_palette(plotting, palette, "#1B1F24");
    rk_plotting_color(plotting, rk_plotting_setting(plotting, own, blocks, key), &color);
    return color;
}

/** What our own titles, which stand above everything from its left edge, have no use for. */
static void warn_of_title(RkPlotting *plotting, const RkValue *options)
{
    static const char *const blocks[] = {"title", NULL};
    static const char *const unread[] = {
        "align",
        "angle",
        "aria",
        "baseline",
        "dx",
        "dy",
        "frame",
        "limit",
        "lineHeight",
        "offset",
        "orient",
        "style",
        "subtitleColor",
        "subtitleFont",
        "subtitleFontSize",
        "subtitleFontStyle",
        "subtitleFontWeight",
        "subtitleLineHeight",
        "zindex",
        NULL,
    };
    RkGuideSource source = {.plotting = plotting};
    rk_guide_source_set_blocks(&source, blocks);
    rk_guide_source_add(&source, options);
    rk_guide_warn_unread(&source, unread);
    rk_guide_source_clear(&source);
}

gboolean rk_furniture_head(RkPlotting *plotting, RkNode *parent, double x, double y, double width, double *height,
                           GError **error)
{
    static const char *const title_blocks[] = {"title", "style.group-title", NULL}, *const subtitle_blocks[] = {
                                                                                        "subtitle", NULL};
    const RkValue *root = rk_figure_root(plotting->figure), *title = rk_value_get(root, "title");
    const RkValue *options = rk_value_is(title, RK_VALUE_MAP) ? title : NULL;
    const RkValue *subtitle = rk_value_get(root, "subtitle");
    const char *title_text, *subtitle_text;
    if (subtitle == NULL)
        subtitle = rk_value_get(options, "subtitle");
    if (!text_of(plotting, options != NULL ? rk_value_get(options, "text") : title, "\n", &title_text, error) ||
        !text_of(plotting, subtitle, "\n", &subtitle_text, error))
        return FALSE;
    const RkValue *anchor = rk_plotting_setting(plotting, options, title_blocks, "anchor");
    Column column = {plotting, NULL, x, y, width, RK_ALIGN_CENTER};
    column.align = rk_value_is_text(anchor, "start") ? RK_ALIGN_LEFT
                   : rk_value_is_text(anchor, "end") ? RK_ALIGN_RIGHT
                                                     : RK_ALIGN_CENTER;
    if (parent == NULL)
        warn_of_title(plotting, options);
    if (parent != NULL && (title_text != NULL || subtitle_text != NULL)) {
        column.group = rk_scene_add_group(plotting->scene, parent, "mark-group role-title", 0, 0);
        column.group->meaning.role = "graphics-symbol";
        column.group->meaning.role_description = "title";
        g_autofree char *spoken = g_strdup_printf("Title text '%s'", title_text != NULL ? title_text : subtitle_text);
        column.group->meaning.label = rk_scene_text(plotting->scene, spoken);
    }
    RkFont font = rk_plotting_font(plotting, options, title_blocks, "", 13);
    if (title_text != NULL)
        add_block(&column, title_text, &font, block_color(plotting, options, "title", "color", "text"), 1.25, TRUE,
                  "mark-text role-title-text");
    if (subtitle_text != NULL) {
        if (title_text != NULL)
            column.y += rk_value_number_or(rk_plotting_setting(plotting, options, title_blocks, "subtitlePadding"), 3);
        font = rk_plotting_font(plotting, NULL, subtitle_blocks, "", 11);
        font.tabular = TRUE;
        add_block(&column, subtitle_text, &font, block_color(plotting, NULL, "subtitle", "color", "secondary"), 1.3,
                  TRUE, "mark-text role-title-subtitle");
    }
    *height = column.y - y;
    return TRUE;
}

static void add_named(Column *column, const char *name, const char *text, const char *block, const char *role)
{
    const char *blocks[] = {block, NULL};
    RkFont font = rk_plotting_font(column->plotting, NULL, blocks, "", 9.33);
    font.tabular = TRUE;
    g_autofree char *whole = g_strdup_printf("%s: %s", name, text);
    add_block(column, whole, &font, block_color(column->plotting, NULL, block, "color", "secondary"), 1.35, FALSE,
              role);
}

gboolean rk_furniture_foot(RkPlotting *plotting, RkNode *parent, double x, double y, double width, double *height,
                           GError **error)
{
    const RkValue *root = rk_figure_root(plotting->figure), *notes = rk_value_get(root, "notes");
    const char *language = rk_figure_language(plotting->figure), *notes_text, *source_text;
    if (!text_of(plotting, notes, " ", &notes_text, error) ||
        !text_of(plotting, rk_value_get(root, "source"), "; ", &source_text, error))
        return FALSE;
    Column column = {plotting, parent, x, y, width, RK_ALIGN_LEFT};
    column.y += rk_flag_key(plotting, parent, x, y, width);
    column.y += column.y > y && (notes_text != NULL || source_text != NULL) ? 4 : 0;
    if (notes_text != NULL) {
        const char *name = rk_value_length(notes) > 1 ? "Notes" : "Note";
        add_named(&column, rk_word(language, name), notes_text, "notes", "mark-text role-notes");
    }
    if (source_text != NULL) {
        column.y += notes_text != NULL ? 3 : 0;
        add_named(&column, rk_word(language, "Source"), source_text, "source", "mark-text role-source");
    }
    *height = column.y - y;
    return TRUE;
}
