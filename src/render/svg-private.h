/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that write SVG share.
 */
#ifndef RK_RENDER_SVG_PRIVATE_H
#define RK_RENDER_SVG_PRIVATE_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** The attributes that children inherit in SVG. */
typedef enum {
    RK_SVG_FILL,
    RK_SVG_FILL_OPACITY,
    RK_SVG_STROKE,
    RK_SVG_STROKE_OPACITY,
    RK_SVG_STROKE_WIDTH,
    RK_SVG_STROKE_LINECAP,
    RK_SVG_STROKE_LINEJOIN,
    RK_SVG_STROKE_DASHARRAY,
    RK_SVG_STROKE_DASHOFFSET,
    RK_SVG_STROKE_MITERLIMIT,
    RK_SVG_FONT_FAMILY,
    RK_SVG_FONT_SIZE,
    RK_SVG_FONT_WEIGHT,
    RK_SVG_FONT_STYLE,
    RK_SVG_TEXT_ANCHOR,
    RK_SVG_STYLE,
    RK_SVG_ATTRIBUTES
} RkSvgAttribute;

/** A value of each attribute as a number or the address of an interned text, so that states compare by value; `known`
 * has a bit for each attribute that matters. */
typedef struct {
    gint64 value[RK_SVG_ATTRIBUTES];
    guint known;
} RkSvgState;

/** The attributes that start a document; with `out`, they are written. */
RkSvgState rk_svg_state_initial(GStringChunk *texts, GString *out);
/** What a leaf (or the frame of a group) is painted with. `texts` interns. */
RkSvgState rk_svg_state_of(const RkNode *node, GStringChunk *texts);
/** What the leaves directly in a group have in common, when there are several. */
RkSvgState rk_svg_state_shared(const RkNode *group, GStringChunk *texts);
/** Writes what `wanted` knows and `inherited` has otherwise; `inherited` becomes what holds inside the element. */
void rk_svg_state_write(GString *out, const RkSvgState *wanted, RkSvgState *inherited);

/** A document under way. */
typedef struct {
    GString *out;
    GStringChunk *texts;
    GHashTable *clips;     /* "WxH" → id */
    GHashTable *gradients; /* ids that are written */
    char prefix[12];       /* of all ids: pages show several figures */
    RkTextMeasurer *measurer;
    RkPathBuilder *builder;
    RkScene *scratch;  /* owns the outline of the last symbol */
    const char *shape; /* and what it is of */
    double size;
    GString *outline;
} RkSvgWriter;

/** A node with everything under it. `inherited` is what holds where it stands. */
void rk_svg_write_node(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited);

/** The id of a gradient around a node: the same for the same colours at the same place. Free with g_free(). */
char *rk_svg_gradient_id(const RkNode *node, const RkGradient *gradient);
/** Writes the gradients of a node that are not written yet. */
void rk_svg_write_gradients(RkSvgWriter *writer, const RkNode *node);

/** Text for element content and attributes in double quotes. */
void rk_svg_put_escaped(GString *out, const char *text);
/** ` name="text"`; nothing when `text` is NULL. */
void rk_svg_put_attribute(GString *out, const char *name, const char *text);
void rk_svg_put_number(GString *out, double value);
/** ` name="1.25"` */
void rk_svg_put_number_attribute(GString *out, const char *name, double value);
/** Path data, moved by (x, y). */
void rk_svg_put_path(GString *out, const RkPath *path, double x, double y);
/** Path data of a rectangle with rounded corners: top left, top right, bottom right, bottom left. */
void rk_svg_put_rect(GString *out, double x, double y, double width, double height, const double radius[4]);

G_END_DECLS

#endif
