/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The font files of the house. Reading the system's whole font configuration takes longer than drawing a chart, and
 * what it says differs from machine to machine; so a private one with two folders is used, and the system's only for
 * what that cannot write.
 */
#include "render/fonts-private.h"

#include "render/render.h"

#define HOUSE_FAMILY "Inter"
#define FOREIGN_LISTED 5u

/* Where the distributions put Inter and DejaVu Sans. */
static const char *const inter_folders[] = {"/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/inter",
                                            "/usr/share/fonts/rsms-inter-fonts", "/usr/share/fonts/inter", NULL};
static const char *const fallback_folders[] = {"/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts",
                                               "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF", NULL};

static GMutex foreign_lock;
static GPtrArray *foreign_texts;

static void append_folder(GString *xml, const char *folder)
{
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
        return;
    g_autofree char *escaped = g_markup_escape_text(folder, -1);
    g_string_append_printf(xml, "<dir>%s</dir>", escaped);
}

static void append_folders(GString *xml, const char *const *folders)
{
    for (; *folders != NULL; folders++)
        append_folder(xml, *folders);
}

/* The folders hold faces that no figure asks for, and every one costs time when fonts are compared. */
static void append_rejected(GString *xml)
{
    static const char *const rejected[] = {"*/InterDisplay-*", "*/DejaVuSerif*",         "*/DejaVuSansMono*",
                                           "*/DejaVuMath*",    "*/DejaVuSansCondensed*", "*/DejaVuSans-ExtraLight*"};
    g_string_append(xml, "<selectfont><rejectfont>");
    for (guint i = 0; i < G_N_ELEMENTS(rejected); i++)
        g_string_append_printf(xml, "<glob>%s</glob>", rejected[i]);
    g_string_append(xml, "</rejectfont></selectfont>");
}

static char *house_xml(void)
{
    GString *xml = g_string_new("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>");
    const char *own = g_getenv("RODIKLIS_FONTS");
    g_auto(GStrv) own_folders = g_strsplit(own == NULL ? "" : own, G_SEARCHPATH_SEPARATOR_S, -1);
    append_folders(xml, (const char *const *)own_folders);
    append_folders(xml, inter_folders);
    append_folders(xml, fallback_folders);
    append_rejected(xml);
    g_string_append(xml, "<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>"
                         "<config><rescan><int>0</int></rescan></config></fontconfig>");
    return g_string_free(xml, FALSE);
}

/* The fonts of a family with their files; owned by the caller. */
static FcFontSet *list_family(FcConfig *config, const char *family)
{
    FcPattern *pattern = FcPatternCreate();
    if (family != NULL)
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcObjectSet *wanted = FcObjectSetBuild(FC_FILE, NULL);
    FcFontSet *fonts = FcFontList(config, pattern, wanted);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    return fonts;
}

static guint count_family(FcConfig *config, const char *family)
{
    FcFontSet *fonts = list_family(config, family);
    guint count = fonts == NULL ? 0 : (guint)fonts->nfont;
    if (fonts != NULL)
        FcFontSetDestroy(fonts);
    return count;
}

static gpointer load_house(gpointer unused)
{
    (void)unused;
    g_autofree char *xml = house_xml();
    FcConfig *config = FcConfigCreate();
    if (config == NULL)
        return NULL;
    gboolean loaded =
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)xml, FcTrue) && FcConfigBuildFonts(config);
    if (loaded && count_family(config, HOUSE_FAMILY) > 0)
        return config;
    FcConfigDestroy(config);
    return NULL;
}

FcConfig *rk_fonts_house(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, load_house, NULL);
}

static gpointer load_system(gpointer unused)
{
    (void)unused;
    return FcInitLoadConfigAndFonts();
}

FcConfig *rk_fonts_system(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, load_system, NULL);
}

/* A quote within a name would end it early wherever it is written; real names have none. */
static char *plain_name(const char *name)
{
    char *plain = g_strdup(name), *end = plain;
    for (const char *at = name; *at != '\0'; at++) {
        if (*at != '\'' && *at != '"')
            *end++ = *at;
    }
    *end = '\0';
    return g_strstrip(plain);
}

char **rk_fonts_families(const char *families)
{
    g_auto(GStrv) parts = g_strsplit(families == NULL ? RK_HOUSE_FAMILIES : families, ",", -1);
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();
    for (char **part = parts; *part != NULL; part++) {
        g_autofree char *name = plain_name(*part);
        if (name[0] != '\0')
            g_strv_builder_add(names, name);
    }
    return g_strv_builder_end(names);
}

gboolean rk_fonts_house_has(const char *families)
{
    FcConfig *config = rk_fonts_house();
    g_auto(GStrv) names = rk_fonts_families(families);
    return config != NULL && (names[0] == NULL || count_family(config, names[0]) > 0);
}

void rk_fonts_note_foreign(const char *text)
{
    g_mutex_lock(&foreign_lock);
    if (foreign_texts == NULL)
        foreign_texts = g_ptr_array_new();
    if (foreign_texts->len < FOREIGN_LISTED &&
        !g_ptr_array_find_with_equal_func(foreign_texts, text, g_str_equal, NULL))
        g_ptr_array_add(foreign_texts, g_strdup(text));
    g_mutex_unlock(&foreign_lock);
}

static void describe_foreign(GString *out)
{
    g_mutex_lock(&foreign_lock);
    for (guint i = 0; foreign_texts != NULL && i < foreign_texts->len; i++)
        g_string_append_printf(out, "system fonts used for: %s\n", (const char *)g_ptr_array_index(foreign_texts, i));
    g_mutex_unlock(&foreign_lock);
}

static int compare_files(gconstpointer first, gconstpointer second)
{
    return g_strcmp0(*(const char *const *)first, *(const char *const *)second);
}

static void describe_files(GString *out, FcConfig *config)
{
    FcFontSet *fonts = list_family(config, NULL);
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    for (int i = 0; fonts != NULL && i < fonts->nfont; i++) {
        FcChar8 *file;
        if (FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
            g_ptr_array_add(files, file);
    }
    g_ptr_array_sort(files, compare_files);
    for (guint i = 0; i < files->len; i++)
        g_string_append_printf(out, "%s\n", (const char *)g_ptr_array_index(files, i));
    if (fonts != NULL)
        FcFontSetDestroy(fonts);
}

char *rk_text_describe_fonts(void)
{
    GString *out = g_string_new(NULL);
    FcConfig *config = rk_fonts_house();
    if (config != NULL) {
        g_string_append(out, "house font: " HOUSE_FAMILY "\n");
        describe_files(out, config);
    } else {
        g_string_append(out, "house font: " HOUSE_FAMILY " was not found; the system's fonts are used\n");
    }
    describe_foreign(out);
    return g_string_free(out, FALSE);
}
