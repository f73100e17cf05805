/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crowds of symbols as stamps. A symbol is painted by Cairo once for each of 8 × 8 places within a pixel, where one
 * of the crowd lies so; the rest are copies, at most a sixteenth of a pixel from where they should be. It refuses
 * surfaces that are not plain pixels, and looks that are large or mix with what is below.
 */
#include "render/paint-private.h"

#include <math.h>
#include <string.h>

#include "scene/symbol.h"

#define PHASES 8
#define LARGEST 128
/* Symbols to a stamp: from here on to make all of them costs less than to ask which are wanted. */
#define WORTH_ALL_STAMPS 1000
/* Symbols; to start a thread takes as long as to stamp some thousand. */
#define WORTH_A_THREAD 50000
/* Of a mitre, in stroke widths: half of Cairo's limit. */
#define MITRE 5.0

typedef struct {
    int left, top, right, bottom;
} Box;

/* What shows of a symbol, from its own pixel, in rows of four and four pixels. */
typedef struct {
    gboolean made;
    Box box;
    guint32 *pixels;
} Stamp;

typedef struct {
    guchar *data;
    int stride;
    Box clip;
    cairo_matrix_t matrix;
    const RkNode *node;
    Stamp *stamps; /* of each look PHASES × PHASES */
    RkPaintSymbol paint;
    gpointer user;
} Stamping;

static double reach_of(const Stamping *stamping, const RkSymbolLook *look)
{
    double stroke = look->style.stroke.set ? MITRE * fmax(look->style.stroke_width, 0) : 0;
    return (sqrt(fmax(look->size, 0)) + stroke) * fmax(fabs(stamping->matrix.xx), fabs(stamping->matrix.yy)) + 2;
}

static gboolean can_be_stamped(const Stamping *stamping, const RkSymbolLook *look)
{
    return look->style.blend == RK_BLEND_NORMAL && g_strv_contains(rk_symbol_names(), look->shape) &&
           reach_of(stamping, look) <= LARGEST;
}

/* The clip in whole pixels; FALSE when it is not one rectangle. */
static gboolean read_clip(cairo_t *cairo, const cairo_matrix_t *matrix, Box *clip)
{
    cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list(cairo);
    gboolean simple = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;
    if (simple) {
        double left = list->rectangles[0].x, top = list->rectangles[0].y;
        double right = left + list->rectangles[0].width, bottom = top + list->rectangles[0].height;
        cairo_matrix_transform_point(matrix, &left, &top);
        cairo_matrix_transform_point(matrix, &right, &bottom);
        *clip = (Box){(int)floor(left + 0.5), (int)floor(top + 0.5), (int)floor(right + 0.5), (int)floor(bottom + 0.5)};
    }
    cairo_rectangle_list_destroy(list);
    return simple;
}

static gboolean begin(Stamping *stamping, cairo_t *cairo)
{
    cairo_surface_t *surface = cairo_get_group_target(cairo);
    double dx, dy;
    cairo_surface_get_device_offset(surface, &dx, &dy);
    if (cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE || dx != 0 || dy != 0 ||
        cairo_get_operator(cairo) != CAIRO_OPERATOR_OVER)
        return FALSE;
    cairo_format_t format = cairo_image_surface_get_format(surface);
    cairo_get_matrix(cairo, &stamping->matrix);
    if ((format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32) || stamping->matrix.xy != 0 ||
        stamping->matrix.yx != 0 || !read_clip(cairo, &stamping->matrix, &stamping->clip))
        return FALSE;
    for (guint i = 0; i < stamping->node->symbols.look_count; i++)
        if (!can_be_stamped(stamping, &stamping->node->symbols.look[i]))
            return FALSE;
    cairo_surface_flush(surface);
    stamping->data = cairo_image_surface_get_data(surface);
    stamping->stride = cairo_image_surface_get_stride(surface);
    Box *clip = &stamping->clip;
    *clip = (Box){MAX(clip->left, 0), MAX(clip->top, 0), MIN(clip->right, cairo_image_surface_get_width(surface)),
                  MIN(clip->bottom, cairo_image_surface_get_height(surface))};
    return stamping->data != NULL;
}

/* The smallest box that holds all of a square picture that is not transparent. */
static Box trim(const guint32 *pixels, int side)
{
    Box box = {side, side, 0, 0};
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++)
            if (pixels[y * side + x] != 0)
                box = (Box){MIN(box.left, x), MIN(box.top, y), MAX(box.right, x + 1), MAX(box.bottom, y + 1)};
    return box;
}

static void keep(Stamp *stamp, const guint32 *pixels, int side)
{
    Box box = trim(pixels, side);
    int width = MAX(box.right - box.left, 0), height = MAX(box.bottom - box.top, 0), whole = (width + 3) / 4 * 4;
    stamp->made = TRUE;
    stamp->box =
        (Box){box.left - side / 2, box.top - side / 2, box.left - side / 2 + whole, box.top - side / 2 + height};
    stamp->pixels = g_new0(guint32, (gsize)MAX(whole * height, 1));
    for (int y = 0; y < height; y++)
        memcpy(stamp->pixels + y * whole, pixels + (box.top + y) * side + box.left, (gsize)width * sizeof *pixels);
}

/* Paints a look with its middle in a part of the middle pixel of a square. */
static void make(Stamping *stamping, guint look, int across, int down, Stamp *stamp)
{
    const RkSymbolLook *how = &stamping->node->symbols.look[look];
    int side = 2 * (int)ceil(reach_of(stamping, how)) + 1;
    g_autofree guint32 *pixels = g_new0(guint32, (gsize)(side * side));
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((guchar *)pixels, CAIRO_FORMAT_ARGB32, side, side, side * 4);
    cairo_t *cairo = cairo_create(surface);
    cairo_translate(cairo, side / 2 + (across + 0.5) / PHASES, side / 2 + (down + 0.5) / PHASES);
    cairo_scale(cairo, stamping->matrix.xx, stamping->matrix.yy);
    RkNode symbol = {.kind = RK_NODE_SYMBOL, .style = how->style, .symbol = {0, 0, how->size, how->angle, how->shape}};
    stamping->paint(stamping->user, cairo, &symbol);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    keep(stamp, pixels, side);
    cairo_surface_destroy(surface);
}

/* Four pixels, as numbers and as pairs of channels. */
typedef guint32 Four __attribute__((vector_size(16)));
typedef guint16 Channels __attribute__((vector_size(16)));

/* A channel times what shines through, rounded as a division by 255 would be. */
static Channels faded(Channels channel, Channels part)
{
    Channels product = channel * part + 128;
    return (product + (product >> 8)) >> 8;
}

/* Four pixels over four others. Small stamps are a few rows of a few pixels, so a row is a matter of one or two turns.
 */
static inline void lay_four(guint32 *to, const guint32 *from)
{
    Four above, below;
    memcpy(&above, from, sizeof above);
    memcpy(&below, to, sizeof below);
    Four rest = 255 - (above >> 24);
    Channels part = (Channels)(rest | rest << 16);
    Channels even = faded((Channels)(below & 0xff00ff), part), odd = faded((Channels)(below >> 8 & 0xff00ff), part);
    Four sum = above + ((Four)even | (Four)odd << 8);
    memcpy(to, &sum, sizeof sum);
}

/* `count` is a multiple of four where nothing is cut off, as it is for nearly all. */
static inline void lay_over(guint32 *to, const guint32 *from, int count)
{
    for (; count >= 4; count -= 4, to += 4, from += 4)
        lay_four(to, from);
    if (count == 0)
        return;
    guint32 above[4] = {0}, below[4] = {0};
    memcpy(above, from, (gsize)count * sizeof *from);
    memcpy(below, to, (gsize)count * sizeof *to);
    lay_four(below, above);
    memcpy(to, below, (gsize)count * sizeof *to);
}

static inline void put(const Stamping *stamping, const Stamp *stamp, int x, int y)
{
    const Box *clip = &stamping->clip, *box = &stamp->box;
    int left = MAX(x + box->left, clip->left), right = MIN(x + box->right, clip->right);
    int top = MAX(y + box->top, clip->top), bottom = MIN(y + box->bottom, clip->bottom);
    int width = box->right - box->left;
    for (int row = top; row < bottom && left < right; row++)
        lay_over((guint32 *)(gpointer)(stamping->data + (gsize)row * (gsize)stamping->stride) + left,
                 stamp->pixels + (row - y - box->top) * width + (left - x - box->left), right - left);
}

/* What to do with each symbol that can be seen. */
typedef void (*Visit)(Stamping *stamping, guint look, int column, int row, int across, int down);

/* Inlined, because a call for each symbol takes as long as to place it. */
static inline __attribute__((always_inline)) void visit_seen(Stamping *stamping, Visit visit)
{
    const RkNode *node = stamping->node;
    const cairo_matrix_t *matrix = &stamping->matrix;
    /* Nothing that lies farther off can be seen; coordinates stay within what an int holds. */
    double above = stamping->clip.top - LARGEST, below = stamping->clip.bottom + LARGEST;
    double before = stamping->clip.left - LARGEST, behind = stamping->clip.right + LARGEST;
    for (guint i = 0; i < node->symbols.count; i++) {
        double y = matrix->yy * node->symbols.y[i] + matrix->y0, x = matrix->xx * node->symbols.x[i] + matrix->x0;
        if (!(y > above && y < below && x > before && x < behind))
            continue;
        int column = (int)(x + LARGEST) - LARGEST, row = (int)(y + LARGEST) - LARGEST;
        visit(stamping, node->symbols.looks == NULL ? 0 : node->symbols.looks[i], column, row,
              (int)((x - column) * PHASES), (int)((y - row) * PHASES));
    }
}

static Stamp *stamp_of(const Stamping *stamping, guint look, int across, int down)
{
    return &stamping->stamps[(look * PHASES + (guint)down) * PHASES + (guint)across];
}

static void prepare(Stamping *stamping, guint look, int column, int row, int across, int down)
{
    (void)column;
    (void)row;
    Stamp *stamp = stamp_of(stamping, look, across, down);
    if (!stamp->made)
        make(stamping, look, across, down, stamp);
}

static void make_all(Stamping *stamping)
{
    for (guint look = 0; look < stamping->node->symbols.look_count; look++)
        for (int phase = 0; phase < PHASES * PHASES; phase++)
            prepare(stamping, look, 0, 0, phase % PHASES, phase / PHASES);
}

static inline void put_seen(Stamping *stamping, guint look, int column, int row, int across, int down)
{
    put(stamping, stamp_of(stamping, look, across, down), column, row);
}

static gpointer put_all(gpointer stamping)
{
    visit_seen(stamping, put_seen);
    return NULL;
}

/* Two threads, each for a half of what is seen: which symbol lies over which stays the same. */
static void put_in_halves(Stamping *stamping)
{
    Stamping lower = *stamping;
    int middle = (stamping->clip.top + stamping->clip.bottom) / 2;
    lower.clip.top = middle;
    GThread *thread = stamping->node->symbols.count >= WORTH_A_THREAD
                          ? g_thread_try_new("rodiklis-stamps", put_all, &lower, NULL)
                          : NULL;
    if (thread != NULL)
        stamping->clip.bottom = middle;
    put_all(stamping);
    if (thread != NULL)
        g_thread_join(thread);
}

gboolean rk_paint_stamps(cairo_t *cairo, const RkNode *node, RkPaintSymbol paint, gpointer user)
{
    Stamping stamping = {.node = node, .paint = paint, .user = user};
    if (!begin(&stamping, cairo))
        return FALSE;
    gsize count = (gsize)node->symbols.look_count * PHASES * PHASES;
    stamping.stamps = g_new0(Stamp, MAX(count, 1));
    if (node->symbols.count / WORTH_ALL_STAMPS >= count)
        make_all(&stamping);
    else
        visit_seen(&stamping, prepare);
    put_in_halves(&stamping);
    for (gsize i = 0; i < count; i++)
        g_free(stamping.stamps[i].pixels);
    g_free(stamping.stamps);
    cairo_surface_mark_dirty(cairo_get_group_target(cairo));
    return TRUE;
}
