/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties of guides by precedence. A layer of config never reaches over a more particular one: what a figure says of
 * all axes outranks what a theme says of some.
 */
#include "plot/guide-source.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const rk_guide_styles[][2] = {{"label", "guide-label"}, {"title", "guide-title"}, {NULL, NULL}};

void rk_guide_source_add(RkGuideSource *source, const RkValue *own)
{
    if (!rk_value_is(own, RK_VALUE_MAP))
        return;
    if (source->own == NULL)
        source->own = g_ptr_array_new();
    g_ptr_array_add(source->own, (gpointer)own);
}

void rk_guide_source_clear(RkGuideSource *source)
{
    g_clear_pointer(&source->own, g_ptr_array_unref);
    g_clear_pointer(&source->found, g_array_unref);
}

void rk_guide_source_set_blocks(RkGuideSource *source, const char *const *blocks)
{
    const RkConfig *config = source->plotting->config;
    source->blocks = blocks;
    g_clear_pointer(&source->found, g_array_unref);
    source->found = g_array_new(FALSE, FALSE, sizeof(RkGuideBlock));
    for (guint layer = 0; layer < rk_config_layers(config); layer++) {
        for (const char *const *name = blocks; *name != NULL; name++) {
            const RkValue *map = rk_config_block(config, layer, *name);
            RkGuideBlock block = {map, rk_value_get(map, "style")};
            if (map != NULL)
                g_array_append_val(source->found, block);
        }
        RkGuideBlock end = {NULL, rk_config_block(config, layer, "style")};
        g_array_append_val(source->found, end);
    }
}

/** A named style; the colour of a text is its fill there. */
static const RkValue *in_style(const RkConfig *config, const RkValue *names, const char *key)
{
    if (rk_value_is(names, RK_VALUE_TEXT)) {
        const RkValue *style = rk_config_get(config, "style", rk_value_text_or(names, ""));
        const RkValue *value = rk_value_get(style, key);
        return value == NULL && g_str_equal(key, "color") ? rk_value_get(style, "fill") : value;
    }
    const RkValue *found = NULL;
    for (guint i = rk_value_length(names); found == NULL && i > 0; i--)
        found = in_style(config, rk_value_at(names, i - 1), key);
    return found;
}

const RkValue *rk_guide_get_own(const RkGuideSource *source, const char *key)
{
    const RkValue *found = NULL;
    gboolean heard = source->own != NULL && (source->deaf == NULL || !g_str_has_prefix(key, source->deaf));
    guint count = heard ? source->own->len : 0;
    for (guint i = 0; found == NULL && i < count; i++)
        found = rk_value_get(g_ptr_array_index(source->own, i), key);
    for (guint i = 0; found == NULL && i < count; i++)
        found = in_style(source->plotting->config, rk_value_get(g_ptr_array_index(source->own, i), "style"), key);
    return found;
}

/** "labelFontSize" is fontSize of the style guide-label, and "labelColor" its fill. */
static const RkValue *in_named_style(const RkGuideSource *source, const RkValue *all, const char *key)
{
    for (guint i = 0; source->styles != NULL && source->styles[i][0] != NULL; i++) {
        const char *prefix = source->styles[i][0];
        gsize length = strlen(prefix);
        if (strncmp(key, prefix, length) != 0 || !(length == 0 || g_ascii_isupper(key[length])))
            continue;
        char plain[64];
        g_strlcpy(plain, key + length, sizeof plain);
        plain[0] = g_ascii_tolower(plain[0]);
        gboolean color = g_str_equal(plain, "color");
        if (!color && !g_str_has_prefix(plain, "font") && !g_str_equal(plain, "lineHeight"))
            continue;
        const RkValue *style = rk_value_get(all, source->styles[i][1]);
        const RkValue *value = rk_value_get(style, color ? "fill" : plain);
        if (value == NULL && color)
            value = rk_value_get(style, "color");
        if (value != NULL)
            return value;
    }
    return NULL;
}

static const RkValue *in_block(const RkGuideSource *source, const RkGuideBlock *block, const char *key)
{
    const RkValue *value = rk_value_get(block->map, key);
    return value != NULL ? value : in_style(source->plotting->config, block->style, key);
}

const RkValue *rk_guide_get(const RkGuideSource *source, const char *key)
{
    const RkValue *value = rk_guide_get_own(source, key);
    for (guint i = 0; value == NULL && i < source->found->len; i++) {
        const RkGuideBlock *block = &g_array_index(source->found, RkGuideBlock, i);
        value = block->map == NULL ? in_named_style(source, block->style, key) : in_block(source, block, key);
    }
    return value;
}

double rk_guide_number(const RkGuideSource *source, const char *key, double otherwise)
{
    return rk_value_number_or(rk_guide_get(source, key), otherwise);
}

gboolean rk_guide_flag(const RkGuideSource *source, const char *key, gboolean otherwise)
{
    return rk_value_boolean_or(rk_guide_get(source, key), otherwise);
}

const char *rk_guide_word(const RkGuideSource *source, const char *key, const char *otherwise)
{
    return rk_value_text_or(rk_guide_get(source, key), otherwise);
}

gboolean rk_guide_color(const RkGuideSource *source, const char *key, const char *opacity, RkColor *color)
{
    if (!rk_plotting_color(source->plotting, rk_guide_get(source, key), color))
        return FALSE;
    if (opacity != NULL)
        color->alpha *= CLAMP(rk_guide_number(source, opacity, 1), 0, 1);
    return TRUE;
}

/** "labelColor", "fill", "stroke": what is painted with. */
static gboolean is_color_key(const char *key)
{
    return g_str_has_suffix(key, "Color") || g_str_equal(key, "color") || g_str_equal(key, "fill") ||
           g_str_equal(key, "stroke");
}

static gboolean check_map(const RkGuideSource *source, const RkValue *map, GError **error)
{
    for (guint i = 0; i < rk_value_length(map); i++) {
        const char *key = rk_value_key_at(map, i);
        if (key != NULL && is_color_key(key) && !rk_plotting_check_color(source->plotting, rk_value_at(map, i), error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_guide_check_colors(const RkGuideSource *source, GError **error)
{
    for (guint i = 0; source->own != NULL && i < source->own->len; i++) {
        if (!check_map(source, g_ptr_array_index(source->own, i), error))
            return FALSE;
    }
    for (const char *const *block = source->blocks; *block != NULL; block++) {
        if (!check_map(source, rk_config_block(source->plotting->config, 0, *block), error))
            return FALSE;
    }
    return TRUE;
}

static void warn_of(const RkGuideSource *source, const RkValue *map, const char *const *unread)
{
    for (guint i = 0; i < rk_value_length(map); i++) {
        const char *key = rk_value_key_at(map, i);
        if (key != NULL && g_strv_contains(unread, key))
            rk_diagnostics_add(source->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_key_place_at(map, i),
                               "leave it out, or let $schema bring the grammar's own look",
                               "%s has no effect in the look of reports", key);
    }
}

void rk_guide_warn_idle(const RkGuideSource *source, const char *key, const char *hint)
{
    const RkValue *own = rk_guide_get_own(source, key);
    if (own != NULL)
        rk_diagnostics_add(source->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(own), hint,
                           "%s has no effect", key);
}

void rk_guide_warn_absent(const RkGuideSource *source, const RkValue *value, const char *channel)
{
    g_autofree char *text = rk_scalar_write(rk_scalar_from_value(value));
    rk_diagnostics_add(source->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(value), NULL,
                       "channel %s has no \"%s\" to label", channel, text != NULL ? text : "");
}

void rk_guide_turn_deaf(RkGuideSource *source, const char *prefix, const char *hint)
{
    source->deaf = prefix;
    for (guint i = 0; source->own != NULL && i < source->own->len; i++) {
        const RkValue *own = g_ptr_array_index(source->own, i);
        for (guint k = 0; k < rk_value_length(own); k++) {
            if (g_str_has_prefix(rk_value_key_at(own, k), prefix))
                rk_diagnostics_add(source->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_key_place_at(own, k),
                                   hint, "%s has no effect", rk_value_key_at(own, k));
        }
    }
}

void rk_guide_warn_unread(const RkGuideSource *source, const char *const *unread)
{
    for (guint i = 0; source->own != NULL && i < source->own->len; i++)
        warn_of(source, g_ptr_array_index(source->own, i), unread);
}

guint rk_font_weight(const RkValue *value)
{
    const char *word = rk_value_text_or(value, NULL);
    if (rk_value_is(value, RK_VALUE_NUMBER))
        return (guint)CLAMP(rk_value_number_or(value, 400), 100, 900);
    if (word != NULL && g_ascii_isdigit(word[0]))
        return (guint)CLAMP(atoi(word), 100, 900);
    return g_strcmp0(word, "bold") == 0 || g_strcmp0(word, "bolder") == 0 ? 700
           : g_strcmp0(word, "lighter") == 0                              ? 100
                                                                          : 400;
}

/** "labelFontSize" of "label" and "fontSize". */
static const RkValue *prefixed(const RkGuideSource *source, const char *prefix, const char *key)
{
    char whole[64];
    g_snprintf(whole, sizeof whole, "%s%s", prefix, key);
    if (*prefix != '\0')
        whole[strlen(prefix)] = g_ascii_toupper(whole[strlen(prefix)]);
    return rk_guide_get(source, whole);
}

RkFont rk_guide_font(const RkGuideSource *source, const char *prefix, double size)
{
    const RkValue *family = prefixed(source, prefix, "font");
    if (family == NULL)
        family = rk_config_get(source->plotting->config, NULL, "font");
    const char *style = rk_value_text_or(prefixed(source, prefix, "fontStyle"), "normal");
    return (RkFont){
        .family = rk_value_text_or(family, NULL),
        .size = rk_plotting_font_size(source->plotting, prefixed(source, prefix, "fontSize"), size),
        .weight = rk_font_weight(prefixed(source, prefix, "fontWeight")),
        .italic = g_str_equal(style, "italic") || g_str_equal(style, "oblique"),
    };
}

static RkCap cap_of(const RkValue *value)
{
    return rk_value_is_text(value, "round")    ? RK_CAP_ROUND
           : rk_value_is_text(value, "square") ? RK_CAP_SQUARE
                                               : RK_CAP_BUTT;
}

void rk_guide_stroke(const RkGuideSource *source, const char *prefix, RkStyle *style)
{
    RkColor color;
    if (!rk_plotting_color(source->plotting, prefixed(source, prefix, "color"), &color))
        return;
    color.alpha *= CLAMP(rk_value_number_or(prefixed(source, prefix, "opacity"), 1), 0, 1);
    style->stroke_width = fmax(0, rk_value_number_or(prefixed(source, prefix, "width"), 1));
    style->stroke = (RkPaint){style->stroke_width > 0, color};
    style->cap = cap_of(prefixed(source, prefix, "cap"));
    rk_plotting_dash(source->plotting, prefixed(source, prefix, "dash"), prefixed(source, prefix, "dashOffset"), style);
}
