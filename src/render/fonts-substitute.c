/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Families that stand for those which are not installed: what the system's font configuration names for them, such as
 * one of the same metrics. A family that it does not know of has none, and those who asked for it are told.
 */
#include "render/fonts-private.h"

#include "render/render.h"

/* What is nowhere installed: the configuration answers with what it falls back on. */
#define NO_FAMILY "no such family"

static gboolean is_installed(FcConfig *config, const char *family)
{
    FcPattern *pattern = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, NULL);
    FcObjectSet *wanted = FcObjectSetBuild(FC_FAMILY, NULL);
    FcFontSet *fonts = FcFontList(config, pattern, wanted);
    gboolean found = fonts != NULL && fonts->nfont > 0;
    if (fonts != NULL)
        FcFontSetDestroy(fonts);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    return found;
}

/* The family and those that stand for it, the nearest first. */
static FcPattern *look_up(FcConfig *config, const char *family)
{
    FcPattern *pattern = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, NULL);
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    return pattern;
}

/* The first of them that is there. */
static const char *first_installed(FcConfig *config, FcPattern *pattern)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (is_installed(config, (const char *)name))
            return (const char *)name;
    }
    return NULL;
}

static gboolean lists(FcPattern *pattern, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
            return TRUE;
    }
    return FALSE;
}

/* What the house's own family is one of. */
static gboolean is_plain(const char *family)
{
    return g_ascii_strcasecmp(family, "sans-serif") == 0 || g_ascii_strcasecmp(family, "sans") == 0 ||
           g_ascii_strcasecmp(family, "system-ui") == 0;
}

/* Where the configuration knows nothing of a family, it answers as to one that cannot be. */
static char *substitute_of(FcConfig *config, const char *family)
{
    FcPattern *own = look_up(config, family), *fallback = look_up(config, NO_FAMILY);
    const char *name = first_installed(config, own);
    gboolean known = g_strcmp0(name, first_installed(config, fallback)) != 0 || lists(fallback, family);
    char *found = known ? g_strdup(name) : NULL;
    FcPatternDestroy(own);
    FcPatternDestroy(fallback);
    return found;
}

char *rk_fonts_substitute(const char *family)
{
    FcConfig *config = rk_fonts_system();
    return config == NULL || is_plain(family) ? g_strdup(family) : substitute_of(config, family);
}

/* One that is there, or stands for another, among the families of a list. */
static gboolean has_any(const char *families)
{
    g_auto(GStrv) names = rk_fonts_families(families);
    gboolean any = names[0] == NULL;
    for (char **name = names; *name != NULL && !any; name++) {
        g_autofree char *found = rk_fonts_substitute(*name);
        any = found != NULL;
    }
    return any;
}

static void look_at(const RkNode *node, GHashTable *known, RkDiagnostics *diagnostics)
{
    const char *family = node->kind == RK_NODE_TEXT ? node->text.font.family : NULL;
    if (family != NULL && g_hash_table_add(known, g_strdup(family)) && !rk_fonts_house_has(family) && !has_any(family))
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, RK_NOWHERE, "name a family that is installed",
                           "the font \"%s\" is not installed, nor one like it", family);
    for (const RkNode *child = node->kind == RK_NODE_GROUP ? node->group.first : NULL; child != NULL;
         child = child->next)
        look_at(child, known, diagnostics);
}

void rk_text_tell_missing(const RkScene *scene, RkDiagnostics *diagnostics)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (scene != NULL)
        look_at(rk_scene_root(scene), known, diagnostics);
}
