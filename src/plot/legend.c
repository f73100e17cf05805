/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which legends a panel has. Channels of one field share one legend; layers share theirs unless `resolve` keeps them
 * apart; where lines carry their names at their ends, the colours need none.
 */
#include "plot/legend-private.h"

#include "plot/guide-title.h"
#include "plot/mark.h"
#include "transform/time-unit.h"

const char *const rk_legend_blocks[] = {"legend", NULL};

double rk_legend_setting(const RkLegend *legend, const char *key, double otherwise)
{
    return rk_guide_number(&legend->source, key, otherwise);
}

static void legend_free(gpointer data)
{
    RkLegend *legend = data;
    rk_guide_source_clear(&legend->source);
    g_ptr_array_unref(legend->uses);
    g_ptr_array_unref(legend->units);
    g_array_unref(legend->entries);
    g_free(legend);
}

void rk_legends_free(RkLegends *legends)
{
    if (legends == NULL)
        return;
    g_ptr_array_unref(legends->groups);
    g_free(legends);
}

static gboolean labelled_directly(const RkScale *scale)
{
    gboolean any = FALSE;
    for (guint i = 0; i < scale->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        const RkValue *label = rk_unit_property(unit, "label");
        any = any || (unit->mark->series && label != NULL && !rk_value_is_text(label, "false") &&
                      (rk_value_is(label, RK_VALUE_MAP) || rk_value_boolean_or(label, FALSE)));
    }
    return any && !scale->plotting->vega_lite;
}

/** `legend: null` of the first channel that speaks of the legend at all, or config's `disable`. */
static gboolean is_hidden(const RkLegend *legend)
{
    for (guint i = 0; i < legend->uses->len; i++) {
        const RkValue *own = rk_value_get(((const RkUse *)g_ptr_array_index(legend->uses, i))->definition, "legend");
        if (own != NULL)
            return !rk_value_is(own, RK_VALUE_MAP);
    }
    return rk_guide_flag(&legend->source, "disable", FALSE) || labelled_directly(legend->scale);
}

/** A colour is the fill or the outline of a symbol as it is one of the mark; a trail's size is a thickness. */
static RkLegendRole role_of(const RkUnit *unit, RkChannel channel)
{
    switch (channel) {
    case RK_CHANNEL_COLOR:
        return rk_unit_flag(unit, "filled", unit->mark->filled) && !unit->mark->tapers ? RK_ROLE_FILL : RK_ROLE_STROKE;
    case RK_CHANNEL_SIZE:
        return unit->mark->tapers ? RK_ROLE_STROKE_WIDTH : RK_ROLE_SIZE;
    case RK_CHANNEL_SHAPE:
        return RK_ROLE_SHAPE;
    case RK_CHANNEL_FILL:
        return RK_ROLE_FILL;
    case RK_CHANNEL_STROKE:
        return RK_ROLE_STROKE;
    case RK_CHANNEL_STROKE_DASH:
        return RK_ROLE_STROKE_DASH;
    case RK_CHANNEL_STROKE_WIDTH:
        return RK_ROLE_STROKE_WIDTH;
    default:
        return RK_ROLE_OPACITY;
    }
}

/** The one field that all uses are about; NULL when they differ or count rows. */
static const char *common_field(const GPtrArray *uses)
{
    const char *common = NULL;
    for (guint i = 0; i < uses->len; i++) {
        const RkUse *use = g_ptr_array_index(uses, i);
        const char *field = rk_value_text_or(rk_value_get(use->definition, "field"), NULL);
        if (field != NULL && common != NULL && !g_str_equal(field, common))
            return NULL;
        common = field != NULL ? field : common;
    }
    return common;
}

static RkLegend *legend_new(RkPanel *panel, RkScale *scale, const RkView *root)
{
    RkLegend *legend = g_new0(RkLegend, 1);
    legend->panel = panel;
    legend->scale = scale;
    legend->channel = scale->channel;
    legend->root = root;
    legend->uses = g_ptr_array_new();
    legend->units = g_ptr_array_new();
    legend->entries = g_array_new(FALSE, TRUE, sizeof(RkLegendEntry));
    legend->source = (RkGuideSource){.plotting = panel->plotting, .styles = rk_guide_styles};
    rk_guide_source_set_blocks(&legend->source, rk_legend_blocks);
    return legend;
}

static void take(RkLegend *legend, RkScale *scale, RkUse *use, RkUnit *unit)
{
    gboolean data = use->column != NULL || (use->datum != NULL && legend->panel->plotting->vega_lite);
    if (!data)
        return;
    g_ptr_array_add(legend->uses, use);
    g_ptr_array_add(legend->units, unit);
    legend->roles[role_of(unit, scale->channel)] = scale;
    rk_guide_source_add(&legend->source, rk_value_get(use->definition, "legend"));
}

/** In the grammar, layers that send one legend to different sides have each its own, which is said. */
static gboolean sides_differ(const RkScale *scale)
{
    const char *common = NULL;
    for (guint i = 0; scale->plotting->vega_lite && i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *orient = rk_value_get(rk_value_get(use->definition, "legend"), "orient");
        const char *side = rk_value_text_or(orient, common);
        if (common != NULL && !g_str_equal(common, side)) {
            rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(orient),
                               "write the same orient into every layer",
                               "layers send the legend of channel %s to different sides: each has its own",
                               rk_channel_name(scale->channel));
            return TRUE;
        }
        common = side;
    }
    return FALSE;
}

/** Legends of one scale: one, or one for each layer that keeps its own. */
static GPtrArray *legends_of(RkPanel *panel, RkScale *scale)
{
    GPtrArray *legends = g_ptr_array_new();
    gboolean apart = sides_differ(scale);
    for (guint i = 0; i < scale->uses->len; i++) {
        RkUnit *unit = g_ptr_array_index(scale->units, i);
        const RkView *root = apart ? unit->view : rk_view_sharing(panel, unit->view, "legend", scale->channel);
        RkLegend *legend = NULL;
        for (guint k = 0; k < legends->len; k++) {
            RkLegend *other = g_ptr_array_index(legends, k);
            legend = other->root == root ? other : legend;
        }
        if (legend == NULL) {
            legend = legend_new(panel, scale, root);
            g_ptr_array_add(legends, legend);
        }
        take(legend, scale, g_ptr_array_index(scale->uses, i), unit);
    }
    return legends;
}

static gboolean mergeable(const RkLegend *a, const RkLegend *b)
{
    return a->root == b->root && a->field != NULL && b->field != NULL && g_str_equal(a->field, b->field) &&
           a->scale->type->discrete == b->scale->type->discrete;
}

/** A legend of a field that has one already joins it. */
static gboolean joined(RkLegends *legends, RkLegend *legend)
{
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *other = g_ptr_array_index(legends->groups, i);
        if (!mergeable(other, legend))
            continue;
        for (guint role = 0; role < RK_ROLES; role++)
            other->roles[role] = other->roles[role] != NULL ? other->roles[role] : legend->roles[role];
        for (guint k = 0; k < legend->uses->len; k++) {
            g_ptr_array_add(other->uses, g_ptr_array_index(legend->uses, k));
            g_ptr_array_add(other->units, g_ptr_array_index(legend->units, k));
            rk_guide_source_add(&other->source,
                                rk_value_get(((RkUse *)g_ptr_array_index(legend->uses, k))->definition, "legend"));
        }
        return TRUE;
    }
    return FALSE;
}

static void collect(RkLegends *legends, RkPanel *panel, RkChannel channel)
{
    for (guint i = 0; i < panel->all_scales->len; i++) {
        RkScale *scale = g_ptr_array_index(panel->all_scales, i);
        if (scale->channel != channel)
            continue;
        g_autoptr(GPtrArray) own = legends_of(panel, scale);
        for (guint k = 0; k < own->len; k++) {
            RkLegend *legend = g_ptr_array_index(own, k);
            legend->field = common_field(legend->uses);
            /* One channel without a legend takes none from the others of its field. */
            if (legend->uses->len == 0 || is_hidden(legend) || joined(legends, legend))
                legend_free(legend);
            else
                g_ptr_array_add(legends->groups, legend);
        }
    }
}

/** Months, quarters and weekdays alone are few, whatever their scale. */
static gboolean is_cyclic(const RkUse *use)
{
    const RkValue *written = rk_value_get(use->definition, "timeUnit");
    RkTimeUnit unit;
    return written != NULL && rk_time_unit_read(written, &unit, NULL) &&
           (unit.parts == RK_PART_MONTH || unit.parts == RK_PART_QUARTER || unit.parts == RK_PART_DAY);
}

/** Classes of one colour stay a bar in the grammar, whatever `type` says. */
static const char *heard_type(const RkLegend *legend, guint roles)
{
    const RkValue *own = rk_guide_get_own(&legend->source, "type");
    if (legend->panel->plotting->vega_lite && legend->scale->type->classes && roles == 1 &&
        rk_value_is_text(own, "symbol")) {
        rk_diagnostics_add(legend->panel->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(own), NULL,
                           "the legend of a colour in classes is a bar: \"symbol\" has no effect on it");
        return NULL;
    }
    return rk_guide_word(&legend->source, "type", is_cyclic(legend->use) ? "symbol" : NULL);
}

static void choose_type(RkLegend *legend)
{
    guint roles = 0;
    for (guint role = 0; role < RK_ROLES; role++)
        roles += legend->roles[role] != NULL;
    const char *own = heard_type(legend, roles);
    gboolean color = legend->roles[RK_ROLE_FILL] != NULL || legend->roles[RK_ROLE_STROKE] != NULL;
    gboolean bar = own != NULL ? g_str_equal(own, "gradient") : roles == 1 && color;
    const RkScaleType *type = legend->scale->type;
    legend->type = !bar || !color || type->discrete ? RK_LEGEND_SYMBOLS
                   : type->classes                  ? RK_LEGEND_CLASSES
                                                    : RK_LEGEND_RAMP;
    /* Classes count as symbols to the grammar unless a bar is asked for. */
    if (legend->panel->plotting->vega_lite && legend->type == RK_LEGEND_CLASSES && own == NULL)
        rk_guide_turn_deaf(&legend->source, "gradient", "write type: gradient beside it, or say it in config.legend");
}

static gboolean complete(RkLegend *legend, GError **error)
{
    RkPlotting *plotting = legend->panel->plotting;
    for (guint role = RK_ROLES; role > 0; role--)
        legend->scale = legend->roles[role - 1] != NULL ? legend->roles[role - 1] : legend->scale;
    legend->use = g_ptr_array_index(legend->uses, 0);
    rk_legend_choose_look(legend);
    legend->label_font = rk_guide_font(&legend->source, "label", 10);
    legend->label_font.tabular = plotting->vega_lite;
    legend->title_font = rk_guide_font(&legend->source, "title", 11);
    legend->zindex = (int)CLAMP(rk_legend_setting(legend, "zindex", 0), -1000, 1000);
    if (!rk_guide_check_colors(&legend->source, error))
        return FALSE;
    const RkValue *own = rk_guide_get_own(&legend->source, "title");
    const RkValue *general = rk_config_get(plotting->config, "legend", "title");
    gboolean untitled = own == NULL && general != NULL && rk_value_is(general, RK_VALUE_NULL);
    if (!untitled && !rk_guide_joined_title(plotting, legend->uses, "legend", &legend->title_text, error))
        return FALSE;
    legend->title_whole = legend->title_text;
    legend->title_text = rk_guide_limit(plotting, &legend->title_font, rk_guide_break(plotting, legend->title_text),
                                        plotting->vega_lite ? rk_legend_setting(legend, "titleLimit", 0) : 0);
    if (legend->title_text != NULL)
        legend->title_width = rk_plotting_text_width(plotting, &legend->title_font, legend->title_text);
    choose_type(legend);
    rk_guide_warn_idle(&legend->source, "labelPadding", "labelOffset parts labels from symbols");
    if (!plotting->vega_lite) {
        rk_legend_house_warn(legend);
        rk_legend_warn_repeats(legend);
    }
    return TRUE;
}

/** Shared by all layers before those of single layers, and both in the order of the layers that have them first. */
static int by_rank(gconstpointer a, gconstpointer b)
{
    const RkLegend *first = *(RkLegend *const *)a, *second = *(RkLegend *const *)b;
    return (int)first->rank - (int)second->rank;
}

static guint rank_of(const RkPanel *panel, const RkLegend *legend)
{
    guint rank = 0, units = panel->units->len;
    while (rank < units && g_ptr_array_index(legend->units, 0) != g_ptr_array_index(panel->units, rank))
        rank++;
    return legend->root != panel->view ? units + rank : rank;
}

RkLegends *rk_legends_new(RkPanel *panel, GError **error)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR,        RK_CHANNEL_SIZE,   RK_CHANNEL_SHAPE,
                                         RK_CHANNEL_FILL,         RK_CHANNEL_STROKE, RK_CHANNEL_STROKE_DASH,
                                         RK_CHANNEL_STROKE_WIDTH, RK_CHANNEL_OPACITY};
    RkLegends *legends = g_new0(RkLegends, 1);
    legends->groups = g_ptr_array_new_with_free_func(legend_free);
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++)
        collect(legends, panel, channels[i]);
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *legend = g_ptr_array_index(legends->groups, i);
        legend->rank = rank_of(panel, legend);
    }
    g_ptr_array_sort(legends->groups, by_rank);
    for (guint i = 0; i < legends->groups->len; i++) {
        if (complete(g_ptr_array_index(legends->groups, i), error))
            continue;
        rk_legends_free(legends);
        return NULL;
    }
    return legends;
}
