/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The flags of a figure: what the figure file or the project says of a code goes before the meaning that statistical
 * offices give to a letter. A code of which nobody says anything is written as it is.
 */
#include "plot/flags.h"

#include <string.h>

const char *const rk_sign_names[] = {"none", "uncertain", "break", "letter", "missing", NULL};

struct RkFlagCodes {
    RkPlotting *plotting;
    GHashTable *known; /**< code to RkFlagCode, which it owns */
    GPtrArray *all;
    gboolean key;
    GString *unshown;
};

/** A setting of the figure's `flags`, else of the `flag` blocks of the configuration. */
static const RkValue *setting(const RkPlotting *plotting, const char *key)
{
    const RkValue *own = rk_value_get(rk_value_get(rk_figure_root(plotting->figure), "flags"), key);
    return own != NULL ? own : rk_config_get(plotting->config, "flags", key);
}

static const RkValue *own_of(const RkFlagCodes *codes, const char *name)
{
    const RkValue *own = rk_value_get(setting(codes->plotting, "codes"), name);
    return own != NULL ? own : rk_value_get(rk_config_get(codes->plotting->config, "flags", "codes"), name);
}

RkFlagCodes *rk_flag_codes_new(RkPlotting *plotting)
{
    const RkValue *flags = rk_value_get(rk_figure_root(plotting->figure), "flags");
    gboolean shown = rk_value_boolean_or(setting(plotting, "show"), FALSE);
    if (rk_value_is(flags, RK_VALUE_BOOLEAN))
        shown = rk_value_boolean_or(flags, FALSE);
    if (!shown)
        return NULL;
    RkFlagCodes *codes = g_new0(RkFlagCodes, 1);
    codes->plotting = plotting;
    codes->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    codes->all = g_ptr_array_new();
    codes->unshown = g_string_new(NULL);
    codes->key = rk_value_boolean_or(setting(plotting, "key"), TRUE);
    return codes;
}

void rk_flag_codes_free(RkFlagCodes *codes)
{
    if (codes == NULL)
        return;
    g_ptr_array_unref(codes->all);
    g_string_free(codes->unshown, TRUE);
    g_hash_table_unref(codes->known);
    g_free(codes);
}

gboolean rk_flag_codes_explain(const RkFlagCodes *codes, const char *code)
{
    return own_of(codes, code) != NULL;
}

void rk_flag_codes_warn(RkFlagCodes *codes, const char *column, RkPlace place)
{
    for (guint i = 0; i < codes->all->len; i++) {
        RkFlagCode *code = g_ptr_array_index(codes->all, i);
        if (code->unknown)
            rk_diagnostics_add(
                codes->plotting->diagnostics, RK_SEVERITY_WARNING, place,
                "say what it means in flags: {codes: …} of the figure, or of the config in rodiklis.yaml",
                "no list that is known has the flag \"%s\" of \"%s\"", code->code, column);
        code->unknown = FALSE;
    }
}

void rk_flag_codes_restart(RkFlagCodes *codes)
{
    for (guint i = 0; codes != NULL && i < codes->all->len; i++) {
        RkFlagCode *code = g_ptr_array_index(codes->all, i);
        code->places = 0;
        code->shape_count = 0;
    }
}

void rk_flag_code_add_shape(RkFlagCode *code, const char *shape)
{
    for (guint i = 0; i < code->shape_count; i++)
        if (shape == NULL || g_str_equal(code->shapes[i], shape))
            return;
    if (shape != NULL && code->shape_count < RK_FLAG_MOST_SHAPES)
        code->shapes[code->shape_count++] = shape;
}

void rk_flag_codes_add_unshown(RkFlagCodes *codes, const char *names)
{
    if (strstr(codes->unshown->str, names) == NULL)
        g_string_append_printf(codes->unshown, "%s%s", codes->unshown->len > 0 ? ", " : "", names);
}

const char *rk_flag_codes_unshown(const RkFlagCodes *codes)
{
    return codes->unshown->str;
}

gboolean rk_flag_codes_have_key(const RkFlagCodes *codes)
{
    return codes->key;
}

static RkSign sign_of_kind(RkFlagKind kind)
{
    static const RkSign signs[] = {[RK_FLAG_NOTE] = RK_SIGN_LETTER,
                                   [RK_FLAG_UNCERTAIN] = RK_SIGN_UNCERTAIN,
                                   [RK_FLAG_BREAK] = RK_SIGN_BREAK,
                                   [RK_FLAG_MISSING] = RK_SIGN_MISSING};
    return signs[kind];
}

/** What stands in the place of a missing value, or says that a part is missing: no letter that a list should have. */
static gboolean missing_sign(const char *code)
{
    return strchr(":.-+", code[0]) != NULL && code[1] == '\0';
}

/** What is known of a code without the figure's help. */
static void fill_known(RkFlagCode *code, const char *language, gboolean missing)
{
    const RkFlagMeaning *meaning =
        code->code[0] != '\0' && code->code[1] == '\0' ? rk_flag_meaning(code->code[0]) : NULL;
    code->label = meaning != NULL ? rk_flag_word(language, meaning->word) : code->code;
    code->sign = missing ? RK_SIGN_MISSING : meaning != NULL ? sign_of_kind(meaning->kind) : RK_SIGN_LETTER;
    if (code->sign == RK_SIGN_MISSING && !missing)
        code->sign = RK_SIGN_LETTER;
    code->text = code->code;
    /* A word explains itself, one sign alone does not, whatever its alphabet. */
    code->unknown =
        meaning == NULL && code->code[0] != '\0' && !missing_sign(code->code) && *g_utf8_next_char(code->code) == '\0';
    if (code->unknown)
        code->label = rk_flag_word(language, "not explained");
    /* The figure wants it so: nothing is missing. */
    if (missing && g_str_equal(code->code, RK_REASON_EXCLUDED))
        code->sign = RK_SIGN_NONE;
    /* The colon of statistical tables: nobody knows. */
    if (missing &&
        (g_str_equal(code->code, "not available") || g_str_equal(code->code, "o") || g_str_equal(code->code, ":"))) {
        code->label = rk_flag_word(language, "not available");
        code->text = ":";
    }
}

static void fill_own(RkFlagCode *code, const RkValue *own, gboolean missing)
{
    if (own == NULL)
        return;
    if (code->unknown)
        code->label = code->code;
    code->unknown = FALSE;
    if (rk_value_is(own, RK_VALUE_NULL))
        code->sign = RK_SIGN_NONE;
    code->label = rk_value_text_or(rk_value_is(own, RK_VALUE_TEXT) ? own : rk_value_get(own, "label"), code->label);
    code->text = rk_value_text_or(rk_value_get(own, "text"), code->text);
    const char *sign = rk_value_text_or(rk_value_get(own, "sign"), NULL);
    for (guint i = 0; sign != NULL && rk_sign_names[i] != NULL; i++) {
        if (g_str_equal(rk_sign_names[i], sign))
            code->sign = (RkSign)i;
    }
    /* There is nothing to hatch or to break: every letter of a missing value stands in its place. */
    if (missing && code->sign != RK_SIGN_NONE)
        code->sign = RK_SIGN_MISSING;
}

RkFlagCode *rk_flag_codes_find(RkFlagCodes *codes, const char *name, gboolean missing)
{
    const RkFlagMeaning *reason = missing && own_of(codes, name) == NULL ? rk_flag_meaning_of_reason(name) : NULL;
    const char letter[2] = {reason != NULL ? reason->letter : '\0', '\0'};
    name = reason != NULL ? letter : name;
    /* The same letter may say why a value is missing, and be a remark on one that is there. */
    g_autofree char *key = g_strconcat(missing ? "-" : "+", name, NULL);
    RkFlagCode *code = g_hash_table_lookup(codes->known, key);
    if (code != NULL)
        return code;
    RkPlotting *plotting = codes->plotting;
    code = g_new0(RkFlagCode, 1);
    code->code = g_string_chunk_insert_const(plotting->strings, name);
    fill_known(code, rk_figure_language(plotting->figure), missing);
    fill_own(code, own_of(codes, name), missing);
    g_hash_table_insert(codes->known, g_steal_pointer(&key), code);
    g_ptr_array_add(codes->all, code);
    return code;
}

static guint weakness(const RkFlagCode *code)
{
    const RkFlagMeaning *meaning = rk_flag_meaning(code->code[0]);
    return meaning != NULL && code->code[1] == '\0' ? meaning->weakness : 0;
}

static int compare(gconstpointer first, gconstpointer second)
{
    const RkFlagCode *a = *(const RkFlagCode *const *)first, *b = *(const RkFlagCode *const *)second;
    if (a->sign != b->sign)
        return (int)a->sign - (int)b->sign;
    if (weakness(a) != weakness(b))
        return (int)weakness(a) - (int)weakness(b);
    return strcmp(a->code, b->code);
}

const GPtrArray *rk_flag_codes_all(RkFlagCodes *codes)
{
    g_ptr_array_sort(codes->all, compare);
    return codes->all;
}
