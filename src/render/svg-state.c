/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Presentation attributes: what an element must say because it does not inherit it. What all leaves of a group share is
 * said once, by the group; a figure shrinks by half and a person who edits it changes one place.
 */
#include "render/svg-private.h"

#include "base/number.h"
#include "render/fonts-private.h"
#include "render/gradient-private.h"

#include <math.h>

#define NO_PAINT (-1)
#define THOUSAND 1000.0
#define BIT(attribute) (1u << (attribute))

typedef enum {
    AS_COLOR,
    AS_THOUSANDTHS,
    AS_TEXT,
    AS_WEIGHT,
    AS_CAP,
    AS_JOIN,
    AS_ITALIC,
    AS_ANCHOR,
    AS_FIGURES
} Notation;

typedef struct {
    const char *name;
    Notation notation;
} Attribute;

static const Attribute attributes[RK_SVG_ATTRIBUTES] = {
    [RK_SVG_FILL] = {"fill", AS_COLOR},
    [RK_SVG_FILL_OPACITY] = {"fill-opacity", AS_THOUSANDTHS},
    [RK_SVG_STROKE] = {"stroke", AS_COLOR},
    [RK_SVG_STROKE_OPACITY] = {"stroke-opacity", AS_THOUSANDTHS},
    [RK_SVG_STROKE_WIDTH] = {"stroke-width", AS_THOUSANDTHS},
    [RK_SVG_STROKE_LINECAP] = {"stroke-linecap", AS_CAP},
    [RK_SVG_STROKE_LINEJOIN] = {"stroke-linejoin", AS_JOIN},
    [RK_SVG_STROKE_DASHARRAY] = {"stroke-dasharray", AS_TEXT},
    [RK_SVG_STROKE_DASHOFFSET] = {"stroke-dashoffset", AS_THOUSANDTHS},
    [RK_SVG_STROKE_MITERLIMIT] = {"stroke-miterlimit", AS_THOUSANDTHS},
    [RK_SVG_FONT_FAMILY] = {"font-family", AS_TEXT},
    [RK_SVG_FONT_SIZE] = {"font-size", AS_THOUSANDTHS},
    [RK_SVG_FONT_WEIGHT] = {"font-weight", AS_WEIGHT},
    [RK_SVG_FONT_STYLE] = {"font-style", AS_ITALIC},
    [RK_SVG_TEXT_ANCHOR] = {"text-anchor", AS_ANCHOR},
    [RK_SVG_STYLE] = {"style", AS_FIGURES},
};

/* Words in the order of the enums; the first is SVG's own default. */
static const char *word_of(Notation notation, gint64 value)
{
    static const char *const words[][3] = {
        [AS_CAP] = {"butt", "round", "square"},
        [AS_JOIN] = {"miter", "round", "bevel"},
        [AS_ITALIC] = {"normal", "italic", NULL},
        [AS_ANCHOR] = {"start", "middle", "end"},
        [AS_FIGURES] = {"font-variant-numeric:normal", "font-variant-numeric:tabular-nums", NULL}};
    return words[notation][CLAMP(value, 0, 2)];
}

static void set(RkSvgState *state, RkSvgAttribute attribute, gint64 value)
{
    state->value[attribute] = value;
    state->known |= BIT(attribute);
}

static void set_text(RkSvgState *state, RkSvgAttribute attribute, GStringChunk *texts, const char *text)
{
    set(state, attribute, (gint64)(gintptr)g_string_chunk_insert_const(texts, text));
}

static void set_number(RkSvgState *state, RkSvgAttribute attribute, double value)
{
    set(state, attribute, llround(value * THOUSAND));
}

/* A colour is a number below this; a gradient, the address of its interned id. */
#define FIRST_ADDRESS 0x1000000

static void set_paint(RkSvgState *state, RkSvgAttribute color, RkSvgAttribute opacity, const RkNode *node,
                      const RkPaint *paint, GStringChunk *texts)
{
    if (!paint->set) {
        set(state, color, NO_PAINT);
        return;
    }
    char buffer[8];
    if (paint->gradient != NULL) {
        g_autofree char *id = rk_svg_gradient_id(node, paint->gradient);
        set_text(state, color, texts, id);
    } else {
        set(state, color, g_ascii_strtoll(rk_color_write(paint->color, buffer) + 1, NULL, 16));
    }
    set_number(state, opacity, CLAMP(paint->color.alpha, 0, 1));
}

static void set_dash(RkSvgState *state, const RkStyle *style, GStringChunk *texts)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; style->dash != NULL && i < style->dash_count; i++) {
        if (i > 0)
            g_string_append_c(text, ',');
        rk_svg_put_number(text, MAX(style->dash[i], 0));
    }
    set_text(state, RK_SVG_STROKE_DASHARRAY, texts, text->len == 0 ? "none" : text->str);
}

static void set_stroke(RkSvgState *state, const RkNode *node, GStringChunk *texts)
{
    const RkStyle *style = &node->style;
    set_paint(state, RK_SVG_STROKE, RK_SVG_STROKE_OPACITY, node, &style->stroke, texts);
    if (!style->stroke.set)
        return;
    set_number(state, RK_SVG_STROKE_WIDTH, MAX(style->stroke_width, 0));
    set(state, RK_SVG_STROKE_LINECAP, style->cap);
    set(state, RK_SVG_STROKE_LINEJOIN, style->join);
    set_dash(state, style, texts);
    set_number(state, RK_SVG_STROKE_DASHOFFSET, style->dash_offset);
    set_number(state, RK_SVG_STROKE_MITERLIMIT, style->miter_limit > 0 ? style->miter_limit : RK_MITER_LIMIT);
}

/* The words of CSS that stand for any font of a kind; quoted they would be names. */
static gboolean is_generic(const char *name)
{
    static const char *const generic[] = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", NULL};
    return g_strv_contains(generic, name);
}

static gboolean is_identifier(const char *name)
{
    if (!g_ascii_isalpha(name[0]))
        return FALSE;
    for (const char *at = name; *at != '\0'; at++)
        if (!g_ascii_isalnum(*at) && *at != '-')
            return FALSE;
    return TRUE;
}

static void append_family(GString *out, const char *name)
{
    const char *quote = is_identifier(name) ? "" : "'";
    g_string_append(out, out->len == 0 ? "" : ", ");
    g_string_append(out, quote);
    g_string_append(out, name);
    g_string_append(out, quote);
}

static gpointer house_families(gpointer unused)
{
    (void)unused;
    return rk_fonts_families(NULL);
}

/* The house's families follow whatever is asked, unless the list already ends in a generic one. */
static void set_family(RkSvgState *state, const char *family, GStringChunk *texts)
{
    static GOnce once = G_ONCE_INIT;
    char **house = g_once(&once, house_families, NULL);
    g_auto(GStrv) asked = family == NULL ? g_new0(char *, 1) : rk_fonts_families(family);
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean closed = FALSE;
    for (char **name = asked; *name != NULL; name++) {
        append_family(out, *name);
        closed = is_generic(*name);
    }
    for (char **name = house; *name != NULL && !closed; name++)
        append_family(out, *name);
    set_text(state, RK_SVG_FONT_FAMILY, texts, out->str);
}

static void set_font(RkSvgState *state, const RkNode *node, GStringChunk *texts)
{
    const RkFont *font = &node->text.font;
    set_family(state, font->family, texts);
    set_number(state, RK_SVG_FONT_SIZE, MAX(font->size, 0));
    set(state, RK_SVG_FONT_WEIGHT, font->weight == 0 ? 400 : font->weight);
    set(state, RK_SVG_FONT_STYLE, font->italic ? 1 : 0);
    set(state, RK_SVG_STYLE, font->tabular ? 1 : 0);
    set(state, RK_SVG_TEXT_ANCHOR, node->text.align);
}

RkSvgState rk_svg_state_of(const RkNode *node, GStringChunk *texts)
{
    RkSvgState state = {0};
    if (node->kind != RK_NODE_RULE)
        set_paint(&state, RK_SVG_FILL, RK_SVG_FILL_OPACITY, node, &node->style.fill, texts);
    set_stroke(&state, node, texts);
    if (node->kind == RK_NODE_TEXT)
        set_font(&state, node, texts);
    return state;
}

static void put_color(GString *out, gint64 value)
{
    if (value == NO_PAINT)
        g_string_append(out, "none");
    else if (value >= FIRST_ADDRESS)
        g_string_append_printf(out, "url(#%s)", (const char *)(gintptr)value);
    else
        g_string_append_printf(out, "#%06x", (guint)value);
}

static void put_thousandths(GString *out, gint64 value)
{
    char buffer[RK_NUMBER_BUFFER];
    g_string_append(out, rk_number_trimmed((double)value / THOUSAND, 3, buffer));
}

static void put_value(GString *out, const Attribute *attribute, gint64 value)
{
    g_string_append_printf(out, " %s=\"", attribute->name);
    switch (attribute->notation) {
    case AS_COLOR:
        put_color(out, value);
        break;
    case AS_THOUSANDTHS:
        put_thousandths(out, value);
        break;
    case AS_TEXT:
        rk_svg_put_escaped(out, (const char *)(gintptr)value);
        break;
    case AS_WEIGHT:
        g_string_append_printf(out, "%d", (int)value);
        break;
    default:
        g_string_append(out, word_of(attribute->notation, value));
    }
    g_string_append_c(out, '"');
}

void rk_svg_state_write(GString *out, const RkSvgState *wanted, RkSvgState *inherited)
{
    for (guint i = 0; i < RK_SVG_ATTRIBUTES; i++) {
        if (!(wanted->known & BIT(i)) || wanted->value[i] == inherited->value[i])
            continue;
        put_value(out, &attributes[i], wanted->value[i]);
        inherited->value[i] = wanted->value[i];
    }
}

/* As Vega does it, nothing is filled unless it says so. */
RkSvgState rk_svg_state_initial(GStringChunk *texts, GString *out)
{
    RkSvgState state = {0};
    set(&state, RK_SVG_FILL, NO_PAINT);
    set(&state, RK_SVG_STROKE, NO_PAINT);
    set_number(&state, RK_SVG_FILL_OPACITY, 1);
    set_number(&state, RK_SVG_STROKE_OPACITY, 1);
    set_number(&state, RK_SVG_STROKE_WIDTH, 1);
    set_text(&state, RK_SVG_STROKE_DASHARRAY, texts, "none");
    set_number(&state, RK_SVG_STROKE_DASHOFFSET, 0);
    set_number(&state, RK_SVG_STROKE_MITERLIMIT, RK_MITER_LIMIT);
    set_family(&state, NULL, texts);
    set(&state, RK_SVG_FONT_WEIGHT, 400);
    put_value(out, &attributes[RK_SVG_FONT_FAMILY], state.value[RK_SVG_FONT_FAMILY]);
    put_value(out, &attributes[RK_SVG_FILL], NO_PAINT);
    return state;
}

RkSvgState rk_svg_state_shared(const RkNode *group, GStringChunk *texts)
{
    RkSvgState shared = {0};
    guint repeated = 0;
    guint differing = 0;
    for (const RkNode *node = group->group.first; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_GROUP)
            continue;
        RkSvgState state = rk_svg_state_of(node, texts);
        for (guint i = 0; i < RK_SVG_ATTRIBUTES; i++) {
            if (!(state.known & BIT(i)))
                continue;
            if (!(shared.known & BIT(i)))
                set(&shared, i, state.value[i]);
            else if (shared.value[i] == state.value[i])
                repeated |= BIT(i);
            else
                differing |= BIT(i);
        }
    }
    shared.known = repeated & ~differing;
    return shared;
}
