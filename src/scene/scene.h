/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawing as plain data: a tree of groups, paths, rectangles, symbols, rules and texts, each with style and
 * meaning. Pixels of 1/96 inch, y downwards, children in painting order. Renderers only read it; nothing here knows an
 * output format.
 */
#ifndef RK_SCENE_SCENE_H
#define RK_SCENE_SCENE_H

#include "base/diagnostics.h"
#include "scene/color.h"
#include "scene/measure.h"

G_BEGIN_DECLS

typedef enum {
    RK_NODE_GROUP,
    RK_NODE_RECT,
    RK_NODE_PATH,
    RK_NODE_SYMBOL,
    RK_NODE_RULE,
    RK_NODE_TEXT,
    RK_NODE_SYMBOLS
} RkNodeKind;

typedef enum { RK_CAP_BUTT, RK_CAP_ROUND, RK_CAP_SQUARE } RkCap;
typedef enum { RK_JOIN_MITER, RK_JOIN_ROUND, RK_JOIN_BEVEL } RkJoin;
typedef enum { RK_ALIGN_LEFT, RK_ALIGN_CENTER, RK_ALIGN_RIGHT } RkAlign;
typedef enum {
    RK_BASELINE_ALPHABETIC,
    RK_BASELINE_TOP,
    RK_BASELINE_MIDDLE,
    RK_BASELINE_BOTTOM,
    RK_BASELINE_LINE_TOP, /**< of the line with its leading */
    RK_BASELINE_LINE_BOTTOM
} RkBaseline;

/** How a node's colours mix with what lies below, by the names of CSS. */
typedef enum {
    RK_BLEND_NORMAL,
    RK_BLEND_MULTIPLY,
    RK_BLEND_SCREEN,
    RK_BLEND_OVERLAY,
    RK_BLEND_DARKEN,
    RK_BLEND_LIGHTEN,
    RK_BLEND_COLOR_DODGE,
    RK_BLEND_COLOR_BURN,
    RK_BLEND_HARD_LIGHT,
    RK_BLEND_SOFT_LIGHT,
    RK_BLEND_DIFFERENCE,
    RK_BLEND_EXCLUSION,
    RK_BLEND_HUE,
    RK_BLEND_SATURATION,
    RK_BLEND_COLOR,
    RK_BLEND_LUMINOSITY
} RkBlend;

typedef struct {
    double offset; /**< 0–1 along the gradient */
    RkColor color;
} RkStop;

/** Colours that run into each other along a line or between two circles. Coordinates are shares of the box around what
 * is painted; radii are shares of its longer side. */
typedef struct {
    gboolean radial;
    double x1, y1, r1, x2, y2, r2;
    const RkStop *stops;
    guint stop_count;
} RkGradient;

/** Fill or stroke. `set` FALSE paints nothing. */
typedef struct {
    gboolean set;
    RkColor color;
    const RkGradient *gradient; /**< in place of the colour, of which only alpha holds; NULL: none */
} RkPaint;

/** How a node is painted. Zeroed memory with opacity 1 paints nothing. */
typedef struct {
    RkPaint fill;
    RkPaint stroke;
    double opacity; /**< 0–1, of fill and stroke together; of a group's frame, not of its children */
    double stroke_width;
    const double *dash; /**< dash_count lengths; NULL: solid */
    guint dash_count;
    double dash_offset;
    RkCap cap;
    RkJoin join;
    double miter_limit; /**< 0: 10 */
    RkBlend blend;
} RkStyle;

/** What a node means, for screen readers, style sheets, tests and exports. Texts may be NULL. */
typedef struct {
    const char *class_name;       /**< "mark-rect role-mark marks" */
    const char *role;             /**< "graphics-object", "graphics-symbol" */
    const char *role_description; /**< "bar", "x-axis" */
    const char *label;            /**< the ARIA label: "Country: Lithuania; Share: 68.8" */
    const char *href;
    gboolean hidden; /**< aria-hidden: decoration */
} RkMeaning;

typedef enum { RK_PATH_MOVE, RK_PATH_LINE, RK_PATH_CURVE, RK_PATH_ARC, RK_PATH_CLOSE } RkPathVerb;

/** A path as verbs and their numbers: MOVE x y; LINE x y; CURVE x1 y1 x2 y2 x y; ARC centre-x centre-y radius start end
 * (radians, clockwise when end > start; joined by a line from the current point); CLOSE. */
typedef struct {
    const guint8 *verbs;
    guint verb_count;
    const double *numbers;
    guint number_count;
} RkPath;

/** How symbols of a crowd look. */
typedef struct {
    RkStyle style;
    double size, angle;
    const char *shape;
} RkSymbolLook;

typedef struct RkNode RkNode;
struct RkNode {
    RkNodeKind kind;
    RkStyle style;
    RkMeaning meaning;
    RkNode *next;
    union {
        struct {
            double x, y;          /**< translation of the children */
            double width, height; /**< of the frame; style paints it when it has fill or stroke */
            gboolean clip;        /**< children are cut at the frame */
            double shift; /**< of the painted frame to the right and down: half a pixel makes its outline sharp */
            double corner_radius[4]; /**< of the frame: top left, top right, bottom right, bottom left */
            RkNode *first, *last;
        } group;
        struct {
            double x, y, width, height;
            double corner_radius[4]; /**< top left, top right, bottom right, bottom left */
        } rect;
        struct {
            double x, y; /**< translation */
            RkPath path;
        } path;
        struct {
            double x, y;
            double size;       /**< area in square pixels, as in Vega */
            double angle;      /**< degrees, clockwise */
            const char *shape; /**< "circle", "square", "diamond" …: scene/symbol.h */
        } symbol;
        struct {
            double x, y, x2, y2;
        } rule;
        struct {
            guint count;
            const double *x, *y;
            const guint16 *looks; /**< of each symbol the index of its look; NULL: all have the first */
            const RkSymbolLook *look;
            guint look_count;
        } symbols; /**< so many that they are told together; `style` is not regarded */
        struct {
            double x, y;
            const char *const *lines; /**< NULL-ended */
            RkFont font;
            RkAlign align;
            RkBaseline baseline;   /**< of the first line; BOTTOM and MIDDLE regard the whole block */
            double angle;          /**< degrees, clockwise around (x, y) */
            double line_height;    /**< pixels from baseline to baseline */
            gboolean by_size;      /**< baselines are shares of the font's size, and of the first line, as in Vega */
            gboolean stroke_below; /**< the stroke lies under the letters: a halo that parts them from what is behind */
        } text;
    };
};

/** The whole drawing. Owns its nodes and all their texts and arrays. Reference counted. */
typedef struct RkScene RkScene;

RK_API RkScene *rk_scene_new(double width, double height);
RK_API RkScene *rk_scene_ref(RkScene *scene);
RK_API void rk_scene_unref(RkScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkScene, rk_scene_unref)

RK_API double rk_scene_width(const RkScene *scene);
RK_API double rk_scene_height(const RkScene *scene);
RK_API void rk_scene_set_size(RkScene *scene, double width, double height);
/** The root group, that everything is put under. */
RK_API RkNode *rk_scene_root(const RkScene *scene);
/** Title, description (long alternative text) and language of the document; copied. */
RK_API void rk_scene_set_document(RkScene *scene, const char *title, const char *description, const char *language);
RK_API const char *rk_scene_title(const RkScene *scene);
RK_API const char *rk_scene_description(const RkScene *scene);
RK_API const char *rk_scene_language(const RkScene *scene);

/** A new node at the end of `parent` (a group). Zeroed but for opacity 1. */
RK_API RkNode *rk_scene_add(RkScene *scene, RkNode *parent, RkNodeKind kind);
/** A new group with class name and translation. */
RK_API RkNode *rk_scene_add_group(RkScene *scene, RkNode *parent, const char *class_name, double x, double y);
/** Says where the figure speaks of what stands in a group: what cannot be drawn there is told with that place. */
RK_API void rk_scene_set_origin(RkScene *scene, const RkNode *group, RkPlace place);
/** Copies of texts and numbers that live as long as the scene. NULL stays NULL. */
RK_API const char *rk_scene_text(RkScene *scene, const char *text);
RK_API const RkGradient *rk_scene_gradient(RkScene *scene, const RkGradient *gradient);
RK_API const double *rk_scene_numbers(RkScene *scene, const double *numbers, guint count);
/** Zeroed room for `count` items of that size, which lives as long as the scene. */
RK_API gpointer rk_scene_array(RkScene *scene, gsize count, gsize size);
/** Lines of text (split at "\n") as a NULL-ended list that lives as long as the scene. */
RK_API const char *const *rk_scene_lines(RkScene *scene, const char *text);

/** A symbol of a SYMBOLS node as a node of its own, that lies in no drawing. */
RK_API RkNode rk_scene_symbol(const RkNode *symbols, guint index);

/** Builds a path: append verbs, then take it. */
typedef struct RkPathBuilder RkPathBuilder;
RK_API RkPathBuilder *rk_path_builder_new(void);
RK_API void rk_path_builder_free(RkPathBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkPathBuilder, rk_path_builder_free)
RK_API void rk_path_move(RkPathBuilder *builder, double x, double y);
RK_API void rk_path_line(RkPathBuilder *builder, double x, double y);
RK_API void rk_path_curve(RkPathBuilder *builder, double x1, double y1, double x2, double y2, double x, double y);
RK_API void rk_path_arc(RkPathBuilder *builder, double center_x, double center_y, double radius, double start,
                        double end);
RK_API void rk_path_close(RkPathBuilder *builder);
RK_API gboolean rk_path_is_empty(const RkPathBuilder *builder);
/** Copies what was built into the scene and empties the builder. */
RK_API RkPath rk_path_take(RkPathBuilder *builder, RkScene *scene);

/** The box around the outline of a node other than a group or a text, in the coordinates it stands in: left, top,
 * right, bottom. FALSE when there is nothing. */
RK_API gboolean rk_node_box(const RkNode *node, double box[4]);

/** Names of the ways to mix colours in the order of RkBlend, NULL-ended. */
RK_API const char *const *rk_blend_words(void);

/** FALSE with an error that names the node when a number is not finite or beyond RK_LIMIT_COORDINATE, or a text is not
 * valid UTF-8. */
RK_API gboolean rk_scene_check(const RkScene *scene, GError **error);

/** The scene as text, one node a line, indented, numbers to 2 decimals: the same on every machine. Free with g_free().
 */
RK_API char *rk_scene_dump(const RkScene *scene);

/** Adds a warning for each text that leaves the picture or lies over another text. */
RK_API void rk_scene_lint(const RkScene *scene, RkTextMeasurer *measurer, RkDiagnostics *diagnostics);

G_END_DECLS

#endif
