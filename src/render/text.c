/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures and lays out text with Pango: unhinted, with fractional advances, so that a text is as wide in a preview as
 * in print. Layouts are kept, because what the layout measured is what the painter will paint.
 */
#include "render/text-private.h"

#include "base/limits.h"
#include "render/fonts-private.h"

#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* Lines that one engine remembers; a batch of charts must not fill the memory. */
#define LINES_KEPT 4096u

/* Everything is laid out at this many pixels to the em and scaled: unhinted text is as wide in proportion at any size,
 * and Pango looks up fonts, with threads of its own, once a face instead of once a size. */
#define LAYOUT_SIZE 64.0

typedef struct {
    RkFont key; /* its family is interned, its size is 0: one entry serves all sizes */
    PangoContext *context;
    PangoFontDescription *description;
    PangoAttrList *attributes;
    RkTextExtents metrics; /* of an empty line at LAYOUT_SIZE */
    GHashTable *lines;     /* text → Line */
} Font;

typedef struct {
    PangoLayout *layout;
    double width;
} Line;

struct RkTextEngine {
    RkTextMeasurer measurer;
    PangoContext *house;
    PangoContext *system;
    GHashTable *fonts;
    guint line_count;
};

static guint font_hash(gconstpointer data)
{
    const RkFont *font = data;
    return g_direct_hash(font->family) ^ (font->weight << 2) ^ (guint)(font->italic << 1) ^ (guint)font->tabular;
}

static gboolean font_equal(gconstpointer first, gconstpointer second)
{
    const RkFont *a = first;
    const RkFont *b = second;
    return a->family == b->family && a->weight == b->weight && a->italic == b->italic && a->tabular == b->tabular;
}

static void font_free(gpointer data)
{
    Font *font = data;
    g_hash_table_unref(font->lines);
    pango_font_description_free(font->description);
    g_clear_pointer(&font->attributes, pango_attr_list_unref);
    g_free(font);
}

static void line_free(gpointer data)
{
    Line *line = data;
    g_object_unref(line->layout);
    g_free(line);
}

/* The language is fixed: Pango would take the host's, and with it other shapes of some letters. */
static PangoContext *context_new(FcConfig *config)
{
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (config != NULL)
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 96);
    PangoContext *context = pango_font_map_create_context(map);
    g_object_unref(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    return context;
}

static PangoContext *system_context(RkTextEngine *engine)
{
    if (engine->system == NULL)
        engine->system = context_new(rk_fonts_system());
    return engine->system;
}

static PangoContext *house_context(RkTextEngine *engine)
{
    if (rk_fonts_house() == NULL)
        return system_context(engine);
    if (engine->house == NULL)
        engine->house = context_new(rk_fonts_house());
    return engine->house;
}

/** The families in a list, with what the system has for those that are not there. */
static char **system_families(const char *families)
{
    g_auto(GStrv) names = rk_fonts_families(families);
    g_autoptr(GStrvBuilder) found = g_strv_builder_new();
    for (char **name = names; *name != NULL; name++) {
        g_autofree char *substitute = rk_fonts_substitute(*name);
        if (substitute != NULL)
            g_strv_builder_add(found, substitute);
    }
    return g_strv_builder_end(found);
}

static PangoFontDescription *description_new(const RkFont *font, gboolean house)
{
    PangoFontDescription *description = pango_font_description_new();
    g_auto(GStrv) names = house ? rk_fonts_families(font->family) : system_families(font->family);
    g_autofree char *own = g_strjoinv(",", names);
    g_autofree char *families = g_strconcat(own, own[0] == '\0' ? "" : ",", RK_HOUSE_FAMILIES, NULL);
    pango_font_description_set_family(description, families);
    pango_font_description_set_absolute_size(description, LAYOUT_SIZE * PANGO_SCALE);
    pango_font_description_set_weight(description, (PangoWeight)CLAMP(font->weight, 100, 1000));
    pango_font_description_set_style(description, font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

static PangoAttrList *tabular_figures(void)
{
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    return attributes;
}

static double cap_height(hb_font_t *font, double ascent)
{
    hb_position_t position;
    if (hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &position))
        return ABS((double)position) / PANGO_SCALE;
    return 0.75 * ascent;
}

/* From the font's own tables: Pango's metrics would lay out a sample sentence first. */
static void measure_font(Font *font)
{
    PangoFont *loaded = pango_context_load_font(font->context, font->description);
    if (loaded == NULL)
        return;
    hb_font_t *shapes = pango_font_get_hb_font(loaded);
    hb_font_extents_t extents;
    if (hb_font_get_h_extents(shapes, &extents)) {
        font->metrics.ascent = ABS((double)extents.ascender) / PANGO_SCALE;
        font->metrics.descent = ABS((double)extents.descender) / PANGO_SCALE;
        font->metrics.cap_height = cap_height(shapes, font->metrics.ascent);
    }
    g_object_unref(loaded);
}

static Font *font_new(RkTextEngine *engine, const RkFont *key)
{
    Font *font = g_new0(Font, 1);
    font->key = *key;
    gboolean house = rk_fonts_house_has(key->family);
    font->context = house ? house_context(engine) : system_context(engine);
    font->description = description_new(key, house);
    font->attributes = key->tabular ? tabular_figures() : NULL;
    font->lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, line_free);
    measure_font(font);
    return font;
}

static Font *find_font(RkTextEngine *engine, const RkFont *wanted)
{
    RkFont key = *wanted;
    key.size = 0;
    key.italic = !!key.italic;
    key.tabular = !!key.tabular;
    key.family = g_intern_string(wanted->family);
    Font *font = g_hash_table_lookup(engine->fonts, &key);
    if (font == NULL) {
        font = font_new(engine, &key);
        g_hash_table_insert(engine->fonts, &font->key, font);
    }
    return font;
}

static PangoLayout *layout_new(PangoContext *context, const Font *font, const char *text)
{
    PangoLayout *layout = pango_layout_new(context);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_font_description(layout, font->description);
    if (font->attributes != NULL)
        pango_layout_set_attributes(layout, font->attributes);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

static Line *line_new(RkTextEngine *engine, const Font *font, const char *text)
{
    Line *line = g_new0(Line, 1);
    line->layout = layout_new(font->context, font, text);
    if (font->context == engine->house && pango_layout_get_unknown_glyphs_count(line->layout) > 0) {
        g_object_unref(line->layout);
        line->layout = layout_new(system_context(engine), font, text);
        rk_fonts_note_foreign(text);
    }
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(line->layout, 0), NULL, &logical);
    line->width = (double)logical.width / PANGO_SCALE;
    return line;
}

static void forget_lines(RkTextEngine *engine)
{
    GHashTableIter fonts;
    gpointer font;
    g_hash_table_iter_init(&fonts, engine->fonts);
    while (g_hash_table_iter_next(&fonts, NULL, &font))
        g_hash_table_remove_all(((Font *)font)->lines);
    engine->line_count = 0;
}

static Line *find_line(RkTextEngine *engine, Font *font, const char *text)
{
    Line *line = g_hash_table_lookup(font->lines, text);
    if (line != NULL)
        return line;
    if (++engine->line_count > LINES_KEPT)
        forget_lines(engine);
    line = line_new(engine, font, text);
    g_hash_table_insert(font->lines, g_strdup(text), line);
    return line;
}

static double scale_of(const RkFont *font)
{
    /* NaN too gives 0: measuring never fails. */
    return font->size > 0 ? MIN(font->size, RK_LIMIT_FONT_SIZE) / LAYOUT_SIZE : 0;
}

PangoLayoutLine *rk_text_engine_line(RkTextEngine *engine, const RkFont *font, const char *text, double *width,
                                     double *scale)
{
    Line *line = find_line(engine, find_font(engine, font), text);
    *scale = scale_of(font);
    *width = line->width * *scale;
    return pango_layout_get_line_readonly(line->layout, 0);
}

static void engine_measure(RkTextMeasurer *self, const RkFont *wanted, const char *text, gssize length,
                           RkTextExtents *extents)
{
    RkTextEngine *engine = (RkTextEngine *)self;
    Font *font = find_font(engine, wanted);
    double scale = scale_of(wanted);
    *extents = (RkTextExtents){.ascent = font->metrics.ascent * scale,
                               .descent = font->metrics.descent * scale,
                               .cap_height = font->metrics.cap_height * scale};
    if (text == NULL || length == 0 || text[0] == '\0')
        return;
    /* Pango would complain aloud about what is not UTF-8. */
    g_autofree char *copy = length < 0 && g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, length);
    extents->width = find_line(engine, font, copy == NULL ? text : copy)->width * scale;
}

RkTextMeasurer *rk_text_engine_measurer(RkTextEngine *engine)
{
    return &engine->measurer;
}

RkTextEngine *rk_text_engine_new(void)
{
    RkTextEngine *engine = g_new0(RkTextEngine, 1);
    engine->measurer.measure = engine_measure;
    engine->fonts = g_hash_table_new_full(font_hash, font_equal, NULL, font_free);
    return engine;
}
