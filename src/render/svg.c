/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SVG, written from the scene: real text, no ids that change, no dates. The caller has checked the scene.
 */
#include "render/render.h"
#include "render/svg-private.h"
#include "render/text-private.h"

/* Ids that differ between figures, but never between two runs. */
static void choose_prefix(RkSvgWriter *writer, const RkScene *scene)
{
    g_autofree char *text = g_strdup_printf("%s\n%s", rk_scene_title(scene) == NULL ? "" : rk_scene_title(scene),
                                            rk_scene_description(scene) == NULL ? "" : rk_scene_description(scene));
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    g_snprintf(writer->prefix, sizeof writer->prefix, "rk%.8s", sum);
}

static void put_labels(RkSvgWriter *writer, const RkScene *scene)
{
    const char *title = rk_scene_title(scene) == NULL ? NULL : "title";
    const char *description = rk_scene_description(scene) == NULL ? NULL : "desc";
    if (title == NULL && description == NULL)
        return;
    g_string_append(writer->out, " aria-labelledby=\"");
    if (title != NULL)
        g_string_append_printf(writer->out, "%s-%s%s", writer->prefix, title, description == NULL ? "" : " ");
    if (description != NULL)
        g_string_append_printf(writer->out, "%s-%s", writer->prefix, description);
    g_string_append_c(writer->out, '"');
}

static void write_document_text(RkSvgWriter *writer, const char *element, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(writer->out, "<%s id=\"%s-%s\">", element, writer->prefix, element);
    rk_svg_put_escaped(writer->out, text);
    g_string_append_printf(writer->out, "</%s>\n", element);
}

static void put_view_box(GString *out, const RkScene *scene)
{
    rk_svg_put_number_attribute(out, "width", rk_scene_width(scene));
    rk_svg_put_number_attribute(out, "height", rk_scene_height(scene));
    g_string_append(out, " viewBox=\"0 0 ");
    rk_svg_put_number(out, rk_scene_width(scene));
    g_string_append_c(out, ' ');
    rk_svg_put_number(out, rk_scene_height(scene));
    g_string_append_c(out, '"');
}

static void write_document(RkSvgWriter *writer, const RkScene *scene)
{
    GString *out = writer->out;
    g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"marks\"");
    put_view_box(out, scene);
    rk_svg_put_attribute(out, "lang", rk_scene_language(scene));
    g_string_append(out, " role=\"graphics-document\" aria-roledescription=\"visualization\"");
    put_labels(writer, scene);
    g_string_append(out, " stroke-miterlimit=\"10\" text-rendering=\"geometricPrecision\"");
    RkSvgState state = rk_svg_state_initial(writer->texts, out);
    g_string_append(out, ">\n");
    write_document_text(writer, "title", rk_scene_title(scene));
    write_document_text(writer, "desc", rk_scene_description(scene));
    rk_svg_write_node(writer, rk_scene_root(scene), &state);
    g_string_append(out, "</svg>\n");
}

static GBytes *render(const RkScene *scene, const RkRenderOptions *options, GError **error)
{
    (void)options;
    (void)error;
    RkTextEngine *engine = rk_text_engine_acquire();
    RkSvgWriter writer = {.out = g_string_sized_new(16384),
                          .texts = g_string_chunk_new(256),
                          .clips = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                          .gradients = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .measurer = rk_text_engine_measurer(engine),
                          .builder = rk_path_builder_new(),
                          .outline = g_string_new(NULL)};
    choose_prefix(&writer, scene);
    write_document(&writer, scene);
    rk_text_engine_release(engine);
    g_string_chunk_free(writer.texts);
    g_hash_table_unref(writer.clips);
    g_hash_table_unref(writer.gradients);
    rk_path_builder_free(writer.builder);
    rk_scene_unref(writer.scratch);
    g_string_free(writer.outline, TRUE);
    return g_string_free_to_bytes(writer.out);
}

const RkRenderer rk_renderer_svg = {
    .name = "svg",
    .media_type = "image/svg+xml",
    .summary = "vector graphics for the web and for editing: real text, readable by screen readers",
    .render = render,
};
