/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key to the flags that occur, below the panel: each sign as the marks draw it, and what it means in words.
 * Uncertain values share a sign, and so an entry; a letter that stands for one of several has its own.
 */
#include <math.h>

#include "plot/flags.h"

/** Between entries, and between a sign and its words, in pixels. */
enum { ENTRY_GAP = 14, WORD_GAP = 4, SAMPLE_WIDTH = 16 };

/** The marks on which a break is a double stroke. */
enum { ON_SERIES = RK_FLAG_ON_LINE | RK_FLAG_ON_AREA };

typedef struct {
    RkPlotting *plotting;
    RkNode *group; /**< NULL while only measuring */
    RkFont font;
    RkColor color;
    double left, x, y, width;
} Key;

static double line_height(const Key *key)
{
    return key->font.size * 1.45;
}

static RkNode *add_node(const Key *key, RkNodeKind kind)
{
    RkNode *node = rk_scene_add(key->plotting->scene, key->group, kind);
    node->style.stroke = (RkPaint){TRUE, key->color};
    node->style.stroke_width = 1.2;
    return node;
}

static void draw_bar(const Key *key, double x, double y)
{
    const double corners[] = {x, y - 8, x + SAMPLE_WIDTH, y - 8, x + SAMPLE_WIDTH, y, x, y};
    RkNode *frame = add_node(key, RK_NODE_RECT);
    frame->rect.x = x;
    frame->rect.y = y - 8;
    frame->rect.width = SAMPLE_WIDTH;
    frame->rect.height = 8;
    frame->style.stroke_width = 1;
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_hatch_polygon(builder, corners, 4, 4);
    RkNode *lines = add_node(key, RK_NODE_PATH);
    lines->path.path = rk_path_take(builder, key->plotting->scene);
    lines->style.stroke_width = 1;
}

static RkNode *add_point(const Key *key, const char *shape, double x, double y)
{
    RkNode *node = add_node(key, RK_NODE_SYMBOL);
    node->symbol.x = x + SAMPLE_WIDTH / 2.0;
    node->symbol.y = y - 3.5;
    node->symbol.size = 36;
    node->symbol.shape = rk_scene_text(key->plotting->scene, shape);
    return node;
}

static void draw_point(const Key *key, const char *shape, double x, double y)
{
    add_point(key, shape, x, y);
}

static void draw_ring(const Key *key, const char *shape, double x, double y)
{
    static const double dots[] = {2, 2};
    RkNode *node = add_point(key, shape, x, y);
    node->style.dash = rk_scene_numbers(key->plotting->scene, dots, G_N_ELEMENTS(dots));
    node->style.dash_count = G_N_ELEMENTS(dots);
}

static void draw_tick(const Key *key, double x, double y)
{
    static const double pieces[] = {3, 1};
    RkNode *node = add_node(key, RK_NODE_RULE);
    node->rule.x = node->rule.x2 = x + SAMPLE_WIDTH / 2.0;
    node->rule.y = y - 9;
    node->rule.y2 = y + 2;
    node->style.dash = rk_scene_numbers(key->plotting->scene, pieces, G_N_ELEMENTS(pieces));
    node->style.dash_count = G_N_ELEMENTS(pieces);
    node->style.stroke_width = 3;
}

static void draw_line(const Key *key, double x, double y)
{
    static const double dash[] = {4, 3};
    RkNode *node = add_node(key, RK_NODE_RULE);
    node->rule.x = x;
    node->rule.x2 = x + SAMPLE_WIDTH;
    node->rule.y = node->rule.y2 = y - 3.5;
    node->style.dash = rk_scene_numbers(key->plotting->scene, dash, G_N_ELEMENTS(dash));
    node->style.dash_count = G_N_ELEMENTS(dash);
    node->style.stroke_width = 1.6;
}

static void draw_break(const Key *key, double x, double y)
{
    for (guint i = 0; i < 2; i++) {
        RkNode *node = add_node(key, RK_NODE_RULE);
        node->rule.x = x + 5 + 3 * i;
        node->rule.x2 = node->rule.x + 4;
        node->rule.y = y + 1;
        node->rule.y2 = y - 8;
    }
}

/** Where the next sample stands. */
static double next_place(const Key *key, double *width)
{
    double x = key->x + *width;
    *width += SAMPLE_WIDTH + WORD_GAP;
    return x;
}

/** Points in each of their shapes. */
static void draw_points(const Key *key, const RkFlagCode *code, double *width)
{
    static const struct {
        guint place;
        void (*draw)(const Key *key, const char *shape, double x, double y);
    } samples[] = {{RK_FLAG_ON_POINT, draw_point}, {RK_FLAG_ON_RING, draw_ring}};
    for (guint i = 0; i < G_N_ELEMENTS(samples); i++) {
        for (guint k = 0; (code->places & samples[i].place) != 0 && k < code->shape_count; k++) {
            double x = next_place(key, width);
            if (key->group != NULL)
                samples[i].draw(key, code->shapes[k], x, key->y);
        }
    }
}

static void add_sample(const Key *key, double *width, void (*draw)(const Key *key, double x, double y))
{
    double x = next_place(key, width);
    if (key->group != NULL)
        draw(key, x, key->y);
}

/** The samples of a sign; answers how much room they take. */
static double draw_samples(const Key *key, const RkFlagCode *code)
{
    double width = 0;
    if (code->sign == RK_SIGN_BREAK && (code->places & ON_SERIES) != 0)
        add_sample(key, &width, draw_break);
    if (code->sign != RK_SIGN_UNCERTAIN)
        return width;
    if ((code->places & (RK_FLAG_ON_BAR | RK_FLAG_ON_AREA)) != 0)
        add_sample(key, &width, draw_bar);
    if ((code->places & RK_FLAG_ON_TICK) != 0)
        add_sample(key, &width, draw_tick);
    draw_points(key, code, &width);
    if ((code->places & RK_FLAG_ON_LINE) != 0)
        add_sample(key, &width, draw_line);
    return width;
}

/** Letters and signs of missing values stand before their words; a break that is a letter, too. */
static char *words_of(const RkFlagCode *code, const char *labels)
{
    gboolean written = code->sign == RK_SIGN_LETTER || code->sign == RK_SIGN_MISSING ||
                       (code->sign == RK_SIGN_BREAK && (code->places & ~(guint)ON_SERIES) != 0);
    if (!written)
        return g_strdup(labels);
    return g_strdup_printf("%s\u2002%s", code->text, labels);
}

static void start_line(Key *key)
{
    key->x = key->left;
    key->y += line_height(key);
}

/** On this line where there is room, else on the next; one that is wider than the figure takes lines of its own. */
static void add_entry(Key *key, const RkFlagCode *code, const char *labels)
{
    Key dry = *key;
    dry.group = NULL;
    g_autofree char *written = words_of(code, labels);
    double samples = draw_samples(&dry, code);
    double width = samples + rk_plotting_text_width(key->plotting, &key->font, written);
    if (key->x > key->left && key->x + width > key->left + key->width)
        start_line(key);
    const char *words = written;
    if (width > key->width)
        words = rk_plotting_wrap(key->plotting, &key->font, written, key->width - samples);
    draw_samples(key, code);
    if (key->group != NULL) {
        RkNode *text = rk_plotting_add_text(key->plotting, key->group, words, key->x + samples, key->y, &key->font,
                                            key->color, RK_ALIGN_LEFT, RK_BASELINE_ALPHABETIC);
        text->text.line_height = line_height(key);
    }
    key->y += (rk_line_count(words) - 1) * line_height(key);
    key->x += width + ENTRY_GAP;
}

/** A flag that is a word explains itself. */
static gboolean is_told(const RkFlagCode *code)
{
    gboolean written = code->sign == RK_SIGN_LETTER || code->sign == RK_SIGN_MISSING;
    return code->sign != RK_SIGN_NONE && code->places != 0 && !(written && g_str_equal(code->text, code->label));
}

/** A letter that stands beside values and in place of missing ones is told once. */
static gboolean is_told_before(const GPtrArray *all, guint index)
{
    const RkFlagCode *code = g_ptr_array_index(all, index);
    for (guint i = 0; code->sign == RK_SIGN_MISSING && i < index; i++) {
        const RkFlagCode *other = g_ptr_array_index(all, i);
        if (other->sign == RK_SIGN_LETTER && is_told(other) && g_str_equal(other->text, code->text) &&
            g_str_equal(other->label, code->label))
            return TRUE;
    }
    return FALSE;
}

static void merge(RkFlagCode *into, const RkFlagCode *code)
{
    into->places |= code->places;
    for (guint i = 0; i < code->shape_count; i++)
        rk_flag_code_add_shape(into, code->shapes[i]);
}

/** An uncertain flag that has a sign other than its letter. */
static gboolean is_uncertain(const RkFlagCode *code)
{
    return code->sign == RK_SIGN_UNCERTAIN && (code->places & ~(guint)RK_FLAG_AS_LETTER) != 0;
}

/** TRUE for the one flag with a sign for uncertain values, when it also stands as a letter: one entry tells both. */
static gboolean is_told_beside_sign(const GPtrArray *all, guint index)
{
    const RkFlagCode *code = g_ptr_array_index(all, index);
    for (guint i = 0; i < all->len; i++)
        if (i != index && is_uncertain(g_ptr_array_index(all, i)))
            return FALSE;
    return is_uncertain(code) && (code->places & RK_FLAG_AS_LETTER) != 0 && !g_str_equal(code->text, code->label);
}

/** Those with a sign other than their letter are one entry: they look alike. */
static void add_uncertain(Key *key, const GPtrArray *all)
{
    g_autoptr(GString) labels = g_string_new(NULL);
    RkFlagCode whole = {.sign = RK_SIGN_UNCERTAIN};
    for (guint i = 0; i < all->len; i++) {
        const RkFlagCode *code = g_ptr_array_index(all, i);
        if (!is_uncertain(code))
            continue;
        merge(&whole, code);
        g_string_append(labels, labels->len > 0 ? ", " : "");
        if (is_told_beside_sign(all, i))
            g_string_append_printf(labels, "%s\u2002", code->text);
        g_string_append(labels, code->label);
    }
    whole.places &= ~(guint)RK_FLAG_AS_LETTER;
    if (labels->len > 0)
        add_entry(key, &whole, labels->str);
}

/** What an entry of its own tells: a letter, a sign of a missing value or a break. */
static void add_letter(Key *key, const GPtrArray *all, guint index)
{
    RkFlagCode code = *(const RkFlagCode *)g_ptr_array_index(all, index);
    gboolean uncertain = code.sign == RK_SIGN_UNCERTAIN;
    if (!is_told(&code) || is_told_before(all, index) || is_told_beside_sign(all, index) ||
        (uncertain && (code.places & RK_FLAG_AS_LETTER) == 0))
        return;
    code.sign = uncertain ? RK_SIGN_LETTER : code.sign;
    if (is_told(&code))
        add_entry(key, &code, code.label);
}

static void add_entries(Key *key, const GPtrArray *all)
{
    add_uncertain(key, all);
    for (guint i = 0; i < all->len; i++)
        add_letter(key, all, i);
}

/** Stands behind the signs, in words alone. */
static void add_unshown(Key *key)
{
    const char *unshown = rk_flag_codes_unshown(key->plotting->flag_codes);
    const char *words = rk_flag_word(rk_figure_language(key->plotting->figure), "not shown");
    const RkFlagCode plain = {.sign = RK_SIGN_UNCERTAIN};
    g_autofree char *entry = g_strdup_printf("%s: %s", words, unshown);
    if (*unshown != '\0')
        add_entry(key, &plain, entry);
}

static gboolean has_entries(const GPtrArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        const RkFlagCode *code = g_ptr_array_index(all, i);
        if (is_told(code))
            return TRUE;
    }
    return FALSE;
}

double rk_flag_key(RkPlotting *plotting, RkNode *parent, double x, double y, double width)
{
    static const char *const blocks[] = {"flags", NULL};
    if (plotting->flag_codes == NULL || !rk_flag_codes_have_key(plotting->flag_codes))
        return 0;
    const GPtrArray *all = rk_flag_codes_all(plotting->flag_codes);
    if (!has_entries(all) && *rk_flag_codes_unshown(plotting->flag_codes) == '\0')
        return 0;
    Key key = {.plotting = plotting, .left = x, .x = x, .y = y, .width = width};
    key.font = rk_plotting_font(plotting, NULL, blocks, "", 9.33);
    key.color = rk_plotting_palette(plotting, "secondary", "#57606A");
    key.y += key.font.size;
    if (parent != NULL) {
        key.group = rk_scene_add_group(plotting->scene, parent, "mark-group role-flag-key", 0, 0);
        key.group->meaning.role = "graphics-symbol";
        key.group->meaning.role_description = "legend";
        key.group->meaning.label = rk_flag_word(rk_figure_language(plotting->figure), "Flags");
    }
    add_entries(&key, all);
    add_unshown(&key);
    return key.y + key.font.size * 0.3 - y;
}
