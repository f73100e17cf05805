/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The conductor of a compilation: facts, panels with their units, scales, layout and drawing. Each stage has a file of
 * its own.
 */
#include "plot/plot.h"

#include <string.h>

#include "plot/flags.h"
#include "plot/guide.h"
#include "plot/plot-private.h"
#include "plot/readable.h"
#include "plot/reading.h"
#include "plot/scale.h"
#include "plot/stack.h"

static void panel_free(gpointer data)
{
    RkPanel *panel = data;
    g_ptr_array_unref(panel->units);
    g_ptr_array_unref(panel->all_scales);
    g_clear_pointer(&panel->apart, g_hash_table_unref);
    g_free(panel);
}

static gboolean read_color(const char *text, double parts[4])
{
    RkColor color;
    if (!rk_color_parse(text, &color))
        return FALSE;
    const double read[4] = {color.red, color.green, color.blue, color.alpha};
    memcpy(parts, read, sizeof read);
    return TRUE;
}

static void plotting_init(RkPlotting *plotting, const RkFigure *figure, const RkPlotEnvironment *environment)
{
    *plotting = (RkPlotting){
        .figure = figure,
        .config = rk_figure_config(figure),
        .environment = environment,
        .diagnostics = environment->diagnostics,
        .measurer = environment->measurer,
        .own_locale = *rk_locale_find(rk_figure_language(figure)),
        .scratch = rk_document_new(rk_figure_file(figure)),
        .strings = g_string_chunk_new(4096),
        .panels = g_ptr_array_new_with_free_func(panel_free),
        .vega_lite = rk_figure_is_vega_lite(figure),
    };
    rk_plotting_heed_background(plotting);
    plotting->locale = &plotting->own_locale;
    plotting->source = rk_plotting_source(plotting);
    plotting->source.drawn = rk_figure_drawn(figure);
    plotting->inquiry =
        rk_inquiry_new(rk_figure_root(figure), rk_figure_file(figure), plotting->locale, &plotting->source);
    RkScope *scope = rk_inquiry_scope(plotting->inquiry);
    rk_scope_set_colors(scope, read_color);
    rk_scope_set_code_order(scope, plotting->vega_lite);
    rk_plotting_begin_sizes(plotting);
    plotting->readings = plotting->vega_lite ? rk_readings_new(rk_figure_view(figure)) : NULL;
    rk_plotting_begin_place_names(plotting);
    plotting->flag_codes = rk_flag_codes_new(plotting);
}

static void plotting_clear(RkPlotting *plotting)
{
    g_ptr_array_unref(plotting->panels);
    rk_flag_codes_free(plotting->flag_codes);
    g_hash_table_unref(plotting->place_names);
    g_clear_pointer(&plotting->readings, g_hash_table_unref);
    rk_scope_free(plotting->guessed);
    rk_inquiry_free(plotting->inquiry);
    g_string_chunk_free(plotting->strings);
    rk_document_unref(plotting->scratch);
    rk_config_free(plotting->dark);
}

/** Adds the units below `view` in drawing order. */
static gboolean add_units(RkPanel *panel, const RkView *view, GError **error)
{
    if (view->kind == RK_VIEW_UNIT) {
        RkUnit *unit = rk_unit_new(panel, view, error);
        if (unit == NULL)
            return FALSE;
        g_ptr_array_add(panel->units, unit);
        return TRUE;
    }
    for (const RkView *const *child = view->children; child != NULL && *child != NULL; child++) {
        if (!add_units(panel, *child, error))
            return FALSE;
    }
    return TRUE;
}

static void flag_rows(gpointer unit, gpointer data)
{
    (void)data;
    rk_unit_flag_rows(unit);
    rk_unit_tell_absent_parts(unit);
    rk_unit_warn_mixed(unit);
}

static gboolean add_panel(RkPlotting *plotting, const RkView *view, GError **error)
{
    RkPanel *panel = g_new0(RkPanel, 1);
    panel->plotting = plotting;
    panel->view = view;
    panel->units = g_ptr_array_new_with_free_func(rk_unit_free);
    panel->all_scales = g_ptr_array_new_with_free_func(rk_scale_free);
    g_ptr_array_add(plotting->panels, panel);
    if (!add_units(panel, view, error))
        return FALSE;
    rk_panel_tell_idle_channels(panel);
    if (panel->missed_highlight != NULL && !panel->found_highlight)
        rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(panel->missed_highlight), NULL,
                           "nothing is highlighted: no layer has a column \"%s\"",
                           rk_value_text_or(rk_value_get(panel->missed_highlight, "field"), ""));
    else if (panel->found_highlight && !panel->any_highlighted && view->highlight != NULL)
        rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(view->highlight),
                           "look at the spelling of its values", "nothing is highlighted: no row fits");
    if (!rk_panel_scales(panel, error) || !rk_benchmarks_extend(panel, error))
        return FALSE;
    rk_panel_warn_outside(panel);
    g_ptr_array_foreach(panel->units, flag_rows, NULL);
    return TRUE;
}

/** Title and long description of the document, for screen readers. */
static gboolean describe(RkPlotting *plotting, GError **error)
{
    const RkValue *root = rk_figure_root(plotting->figure);
    const RkValue *title = rk_value_get(root, "title");
    if (rk_value_is(title, RK_VALUE_MAP))
        title = rk_value_get(title, "text");
    if (rk_value_is(title, RK_VALUE_LIST))
        title = rk_value_at(title, 0);
    const RkValue *description = rk_value_get(root, "description");
    const char *title_text = rk_plotting_interpolate(plotting, title, error);
    if (title_text == NULL && rk_value_is(title, RK_VALUE_TEXT))
        return FALSE;
    const char *text = rk_plotting_interpolate(plotting, description, error);
    if (text == NULL && rk_value_is(description, RK_VALUE_TEXT))
        return FALSE;
    rk_scene_set_document(plotting->scene, title_text, text, rk_figure_language(plotting->figure));
    return TRUE;
}

static gboolean compile(RkPlotting *plotting, GError **error)
{
    if (!rk_locale_read(rk_config_get(plotting->config, NULL, "locale"), &plotting->own_locale, error))
        return FALSE;
    if (!rk_plotting_check_background(plotting, error))
        return FALSE;
    rk_plotting_tell_idle_config(plotting);
    rk_plotting_tell_senseless(plotting);
    return rk_inquiry_facts(plotting->inquiry, error) && add_panel(plotting, rk_figure_view(plotting->figure), error);
}

/** What expressions saw, and what was drawn. */
static RkSizes sizes_of(const RkPlotting *plotting)
{
    const RkPanel *panel = g_ptr_array_index(plotting->panels, 0);
    return (RkSizes){
        {plotting->seen[0], plotting->seen[1]}, {panel->width, panel->height}, {panel->stepped[0], panel->stepped[1]}};
}

static RkScene *draw(const RkFigure *figure, const RkPlotEnvironment *environment, RkSizes *sizes, GError **error)
{
    RkPlotting plotting;
    plotting_init(&plotting, figure, environment);
    plotting.scene = rk_scene_new(0, 0);
    gboolean done = compile(&plotting, error) && describe(&plotting, error) && rk_plotting_draw(&plotting, error) &&
                    rk_scene_check(plotting.scene, error);
    if (done)
        *sizes = sizes_of(&plotting);
    plotting_clear(&plotting);
    if (done)
        return plotting.scene;
    /* What is found late, in the drawing or in the theme, is told at least with the figure it was found in. */
    if (error != NULL && *error != NULL && rk_error_file(*error) == NULL)
        rk_error_locate(*error, rk_value_place(rk_figure_root(figure)));
    rk_scene_unref(plotting.scene);
    return NULL;
}

/** The figure again with the sizes of a first drawing, which is silent where it goes by a guess. `scene` is that
 * drawing where expressions saw its sizes already: then there is no other figure. NULL with an error, or with `scene`.
 */
static RkFigure *settle(const RkFigure *figure, const RkPlotEnvironment *environment, RkScene **scene, GError **error)
{
    RkSizes sizes;
    RkPlotEnvironment silent = *environment;
    gboolean known = rk_figure_states_sizes(figure);
    silent.diagnostics = NULL;
    g_autoptr(RkScene) first = draw(figure, known ? environment : &silent, &sizes, error);
    if (first == NULL)
        return NULL;
    if (!known || !rk_sizes_agree(&sizes))
        return rk_figure_with_sizes(figure, sizes.drawn, error);
    *scene = g_steal_pointer(&first);
    return NULL;
}

RkScene *rk_plot(const RkFigure *figure, const RkPlotEnvironment *environment, GError **error)
{
    RkSizes sizes;
    RkScene *scene = NULL;
    if (!rk_figure_asks_for_sizes(figure))
        return draw(figure, environment, &sizes, error);
    g_autoptr(RkFigure) settled = settle(figure, environment, &scene, error);
    if (settled == NULL)
        return scene;
    g_autoptr(RkScene) drawn = draw(settled, environment, &sizes, error);
    return drawn != NULL && rk_sizes_check(&sizes, figure, error) ? g_steal_pointer(&drawn) : NULL;
}

/** The composite mark that a unit is a part of; NULL when it stands for itself. */
static const RkView *composite_of(const RkUnit *unit)
{
    const RkView *composite = NULL;
    for (const RkView *above = unit->view->parent; above != NULL; above = above->parent)
        if (above->kind != RK_VIEW_UNIT && rk_value_has(above->node, "mark"))
            composite = above;
    return composite;
}

/** The unit whose rows speak for the first mark: of a box plot the boxes, or the first part that is there; outliers
 * come first, and there may be none. */
static const RkUnit *speaking_unit(const RkPanel *panel)
{
    const RkUnit *speaking = g_ptr_array_index(panel->units, 0);
    const RkView *composite = composite_of(speaking);
    for (guint i = 0; composite != NULL && i < panel->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(panel->units, i);
        if (composite_of(unit) != composite)
            continue;
        if (unit->mark->stacks)
            return unit;
        if (rk_table_rows(speaking->table) == 0)
            speaking = unit;
    }
    return speaking;
}

static RkTable *first_table(const RkFigure *figure, const RkPlotEnvironment *environment, GError **error)
{
    RkPlotting plotting;
    plotting_init(&plotting, figure, environment);
    RkTable *table = NULL;
    if (compile(&plotting, error)) {
        table = rk_table_ref(speaking_unit(g_ptr_array_index(plotting.panels, 0))->table);
    }
    plotting_clear(&plotting);
    return table;
}

RkTable *rk_plot_table(const RkFigure *figure, const RkPlotEnvironment *environment, GError **error)
{
    if (!rk_figure_asks_for_sizes(figure))
        return first_table(figure, environment, error);
    g_autoptr(RkScene) scene = NULL;
    g_autoptr(RkFigure) settled = settle(figure, environment, &scene, error);
    if (settled == NULL && scene == NULL)
        return NULL;
    return first_table(settled == NULL ? figure : settled, environment, error);
}
