/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flags in the picture: values that may still change are hollow, hatched or dashed, a break in series is a double
 * stroke, a missing value is a sign that says why, every other flag is its letter; the key says in words what occurs.
 * It never draws a flag that no row has, and never leaves one out that a row has unless the figure says so.
 */
#ifndef RK_PLOT_FLAGS_H
#define RK_PLOT_FLAGS_H

#include "plot/curve.h"
#include "plot/mark.h"
#include "plot/reach.h"
#include "plot/series.h"
#include "table/flags.h"

G_BEGIN_DECLS

/** How a flag shows. The words of `sign` in figure files, in this order. */
typedef enum { RK_SIGN_NONE, RK_SIGN_UNCERTAIN, RK_SIGN_BREAK, RK_SIGN_LETTER, RK_SIGN_MISSING } RkSign;
extern const char *const rk_sign_names[];

/** The key shows so many shapes of points; further ones are told by these. */
enum { RK_FLAG_MOST_SHAPES = 4 };

/** One flag of this figure. */
typedef struct {
    const char *code;  /**< as the data have it: "e" */
    const char *label; /**< in the figure's language: "estimated" */
    const char *text;  /**< what is written for it: a letter, or the sign of a missing value */
    RkSign sign;
    gboolean unknown; /**< a letter that nobody explains; until that is warned of */
    guint places;     /**< RkFlagPlace of the marks that were drawn with it; 0: the key leaves it out */
    const char *shapes[RK_FLAG_MOST_SHAPES]; /**< of the points among them, in the order they were met */
    guint shape_count;
} RkFlagCode;

/* flag-codes.c */
/** From the figure's `flags` and the theme's `flag` block; NULL when no flag is shown. */
RkFlagCodes *rk_flag_codes_new(RkPlotting *plotting);
void rk_flag_codes_free(RkFlagCodes *codes);
/** The flag of that name, made when it is new. `missing`: it stands beside no value. Borrowed. */
RkFlagCode *rk_flag_codes_find(RkFlagCodes *codes, const char *code, gboolean missing);
/** All that were asked for, sorted by sign, then weakness or letter. Borrowed: RkFlagCode. */
const GPtrArray *rk_flag_codes_all(RkFlagCodes *codes);
/** Whether the figure or the project says what a code means. */
gboolean rk_flag_codes_explain(const RkFlagCodes *codes, const char *code);
/** Warns of letters that nobody explains, each once; `column` has them, `place` draws it. */
void rk_flag_codes_warn(RkFlagCodes *codes, const char *column, RkPlace place);
/** Tells the key that points of this shape are drawn with it; NULL: none. The shape must live as long as the plotting.
 */
void rk_flag_code_add_shape(RkFlagCode *code, const char *shape);
/** Forgets what was drawn. */
void rk_flag_codes_restart(RkFlagCodes *codes);
/** What marks cannot show at all, for the key: names and reasons, told once. */
void rk_flag_codes_add_unshown(RkFlagCodes *codes, const char *names);
/** All of that; "" when there is none. */
const char *rk_flag_codes_unshown(const RkFlagCodes *codes);
gboolean rk_flag_codes_have_key(const RkFlagCodes *codes);

/* flag-words.c */
/** The meaning of a letter or the reason of a missing value in a language; the English word where it is not known. */
const char *rk_flag_word(const char *language, const char *english);
/** Whether the words that a figure adds of its own are known in a language other than English. */
gboolean rk_flag_words_have(const char *language);

/* flags.c: the rows of a unit. */
/** Once the scales are known: they tell what lies between two values. */
void rk_unit_flag_rows(RkUnit *unit);
void rk_unit_flags_free(RkUnitFlags *flags);
/** Bits (1 << RkSign) of a row; 0 for a unit without flags. */
guint rk_unit_signs(const RkUnit *unit, gsize row);
/** The value may still change. */
gboolean rk_unit_uncertain(const RkUnit *unit, gsize row);
/** The letters to be written beside a row ("b u"), or the sign of its missing value; NULL: none. Lives as long as the
 * plotting. */
const char *rk_unit_flag_letters(const RkUnit *unit, gsize row);
/** Tells the key that these signs (bits 1 << RkSign) of a row are drawn. */
void rk_unit_flag_note(RkUnit *unit, gsize row, guint signs);
/** A label holds the letters of a row: they are not written again in this drawing, which ends with forgetting that. */
void rk_unit_flag_tell(RkUnit *unit, gsize row);
gboolean rk_unit_flag_is_told(const RkUnit *unit, gsize row);
void rk_unit_flag_forget(RkUnit *unit);
/** What the flags of a row say, in words; NULL: nothing. Lives as long as the plotting. */
const char *rk_unit_flag_spoken(const RkUnit *unit, gsize row);
/** Makes an uncertain row look so: hollow or dashed. */
void rk_unit_flag_style(const RkUnit *unit, gsize row, RkStyle *style);

/** A value of a line that no line leads up to: its first one, and the first after a gap. Asked while drawing. */
gboolean rk_unit_flag_alone(const RkUnit *unit, gsize row);

/** How long the run of dashes is that tells of an uncertain value of a line, in pixels; 0 where nothing is dashed. */
double rk_unit_flag_dashed(const RkUnit *unit, gsize row);

/* flag-dashes.c */
/** The dashes of a line up to an uncertain value; a line that is dashed already keeps its own. */
void rk_unit_flag_dash(const RkUnit *unit, RkStyle *style);
/** Measures that for each uncertain row of a series. */
void rk_unit_flag_measure_dashes(const RkUnit *unit, const RkSeries *series, double *lengths);
/** Dashes on less than that look solid: two of them and the gap between. */
double rk_unit_flag_least_dashes(const RkUnit *unit);

/* flag-lines.c */
/** Where a row stands on the axis that a series runs along, in the numbers of the data; NAN: nowhere. */
double rk_unit_flag_place(const RkUnit *unit, gsize row);
/** Marks the rows of a series whose value no line leads up to. */
void rk_unit_flag_find_alone(const RkUnit *unit, const RkSeries *series, const RkColumn *value, guint8 *alone);
/** Whether a line is dashed up to uncertain values. Where it has dashes of its own, or runs past its points, their
 * points are hollow. */
gboolean rk_unit_flag_dashes(const RkUnit *unit);
/** RkFlagPlace: how the row would look if it were uncertain. */
guint rk_unit_flag_looks(RkUnit *unit, gsize row);
/** The shape of the point of a row. Lives as long as the plotting. */
const char *rk_unit_flag_shape(const RkUnit *unit, gsize row);
/** In pixels along the series: values farther apart than this have a period between them that is not there. INFINITY
 * where flags are not shown or the series does not run along time. */
double rk_unit_flag_reach(const RkUnit *unit, const RkSeries *series);

/** Letters that have no place yet: flag-letters.c. */
typedef struct RkFlagLetters RkFlagLetters;

/* flag-points.c */
typedef struct {
    double x, y;
} RkFlagPoint;
/** The middle of a row's place in pixels; NAN where it has none. */
RkFlagPoint rk_unit_flag_point(const RkUnit *unit, guint32 row);
gboolean rk_unit_flag_is_there(const RkUnit *unit, guint32 row);
/** The next row of a series that has a place, from an index on, or the series' end. */
guint rk_unit_flag_next_there(const RkUnit *unit, const RkSeries *series, guint from);
/** Whether points stand in rows or columns, which tell where one is missing. `value` is what they show. */
gboolean rk_unit_flag_has_rows(const RkUnit *unit, const RkColumn *value);
/** Whether sizes or colours show the value, so that a missing point has a place all the same. */
gboolean rk_unit_flag_has_cells(const RkUnit *unit, const RkColumn *value);
/** Where the row or column of a missing point begins, or its own place. */
RkFlagPoint rk_unit_flag_row_start(const RkUnit *unit, guint32 row);

/* flag-gaps.c */
/** The sign of a missing value of a line, and where it stands, in pixels, between the ends of the line before and
 * behind it (NAN: there is none). `text` lives as long as the plotting. */
typedef struct {
    guint32 row;
    const char *text;
    double x, y;
    RkFlagPoint before, after;
} RkFlagGap;
/** The signs (RkFlagGap) of a series in its order. Free with g_array_unref(). */
GArray *rk_unit_flag_gap_signs(const RkUnit *unit, const RkSeries *series);
/** The sign of the missing value that a series ends with; NULL: none. */
const char *rk_unit_flag_end_sign(const RkUnit *unit, const RkSeries *series);
/** A label tells it, for all equal ones before it as well. */
void rk_unit_flag_tell_end(RkUnit *unit, const RkSeries *series);
/** Where what stands at a line's first or last end may begin, in pixels across: at `end`, where `room` pixels are free
 * before the next sign beyond it, or past all of them. */
double rk_unit_flag_end(RkUnit *unit, const RkSeries *series, gboolean first, double end, double room);

/* flag-breaks.c */
/** Whether a double stroke stands before a value. */
gboolean rk_unit_flag_breaks(const RkUnit *unit, guint32 row);
/** How far it reaches from the first value of a line, which stands at `first` in it, in pixels. */
double rk_unit_flag_break_reach(const RkUnit *unit, const RkSeries *series, guint first);
/** Draws them and keeps letters off them. */
void rk_unit_flag_draw_breaks(RkUnit *unit, RkNode *group, RkFlagLetters *letters, const RkSeries *series);

/* flag-areas.c */
/** Thickness of the stroke that an area's value alone between two gaps is drawn as, in pixels. */
double rk_unit_flag_stroke(const RkUnit *unit);
/** Hatches an area where it leads up to uncertain values. */
void rk_unit_flag_hatch_area(RkUnit *unit, RkNode *group, const RkSeries *series);

/** The colour of hatching on a mark that keeps its own: white on dark colours, a darker shade of light ones. */
RkColor rk_unit_hatch_color(const RkUnit *unit, gsize row);
/** Hatches a polygon of a mark (count x, y pairs) in `color`. */
void rk_unit_hatch_polygon(RkUnit *unit, RkNode *group, const double *points, guint count, RkColor color);

/* flag-flat.c */
/** Whether the bar or rule of an uncertain value is too short to look so, or its point hidden, and its letter is
 * written. */
gboolean rk_unit_flag_is_flat(const RkUnit *unit, gsize row);

/* flag-hidden.c */
/** Whether the point of an uncertain value lies under another. */
gboolean rk_unit_flag_is_hidden(const RkUnit *unit, gsize row);

/* flag-sectors.c */
/** The sign of a category of a colour that only missing sectors have, for its entry in the legend; NULL: none. */
const char *rk_unit_flag_absent(const RkUnit *unit, RkChannel channel, guint32 category);
/** Takes the signs (bits 1 << RkSign) of missing sectors from rows that no legend tells of, and warns of them. */
void rk_unit_flag_drop_untold(const RkUnit *unit, const RkColumn *value, guint8 *signs);

/* flag-stacks.c */
/** TRUE when bars stand on each other: they are stacked, or columns say where each begins and ends. */
gboolean rk_unit_flag_is_pile(const RkUnit *unit);
/** A part of a composite mark sums up what that was given. */
gboolean rk_unit_flag_is_of_composite(const RkUnit *unit);
/** The signs of the parts that the stack in which a row stands misses (": c"), which a label tells then; NULL: none. */
const char *rk_unit_flag_tell_gaps(RkUnit *unit, gsize row);
/** Where the stack of a row ends in the direction of positive values, along it; FALSE when nothing stands there. */
gboolean rk_unit_flag_stack_end(const RkUnit *unit, gsize row, double *end);
/** Tells the key that a plus behind a stack says that a part is missing. */
void rk_unit_flag_note_part(RkUnit *unit);
/** Where such a stack ends and what is to be written there, for each stack whose gaps no label tells: RkFlagGap. Free
 * with g_array_unref(). */
GArray *rk_unit_flag_stack_gaps(RkUnit *unit);

/* flag-absent.c */
/** Tells of series without any value. */
void rk_unit_flag_tell_absent(const RkUnit *unit, const RkColumn *value, RkFlagCodes *codes);

/* flag-rules.c */
/** A rule, which lies between two values or stands at one. */
gboolean rk_unit_flag_is_rule(const RkUnit *unit);
/** Whether a unit is of a mark that shows flags, and the figure does not forbid it. */
gboolean rk_unit_flag_is_shown(const RkUnit *unit);

/* flag-scatter.c */
/** Tells of the points of a scatter whose place is missing. */
void rk_unit_flag_tell_unshown(const RkUnit *unit, RkFlagCodes *codes);

/* flag-texts.c */
/** Takes the signs (bits 1 << RkSign) from rows of a unit of texts whose flags another layer shows. */
void rk_unit_flag_drop_shown(const RkUnit *unit, const RkColumn *written, guint8 *signs);
/** Whether a text over the cells of a unit writes their values, and so their letters. */
gboolean rk_unit_flag_has_texts(const RkUnit *cells);
/** The sign of the missing value that a text would write; NULL: none. */
const char *rk_unit_flag_instead(RkUnit *unit, gsize row);
/** Writes the letters of a row behind its text, which is drawn and styled already and makes room for them in a cell. */
void rk_unit_flag_follow(RkUnit *unit, RkNode *group, RkNode *text, const RkFont *font, const char *words, gsize row);

/* flag-under.c */
/** Whether the row of a text stands at x, y on a cell of a layer below; `color` is that of the cell. */
gboolean rk_unit_cell_under(const RkUnit *unit, gsize row, double x, double y, RkColor *color, gboolean *hatched);

/* flag-draw.c */
/** Hatches a rectangle that stands for an uncertain value. */
void rk_unit_hatch(RkUnit *unit, RkNode *group, gsize row, double x, double y, double width, double height);
/** Letters, signs of missing values and breaks, after the marks were drawn. */
void rk_unit_draw_flags(RkUnit *unit, RkNode *parent);

/* flag-letters.c: letters beside points and signs in gaps, so placed that they stay off each other. */
/** The font of all that is written for flags. */
RkFont rk_unit_flag_font(const RkUnit *unit);
RkFlagLetters *rk_flag_letters_new(RkUnit *unit);
/** A letter beside the point of a row; FALSE when that has no place. `text` is borrowed until the letters are written.
 */
gboolean rk_flag_letters_add_beside(RkFlagLetters *letters, gsize row, const char *text);
/** The sign of a missing point, in its colour, where its row begins; FALSE when that has no place. */
gboolean rk_flag_letters_add_start(RkFlagLetters *letters, gsize row, const char *text);
/** The letter of a part of a stack that has no room for it, in its colour, beyond the end of the stack. */
void rk_flag_letters_add_beyond(RkFlagLetters *letters, gsize row, const char *text, RkFlagPoint end);
/** The sign of a missing value, in the colour of its line. */
void rk_flag_letters_add_gap(RkFlagLetters *letters, const RkFlagGap *gap);
/** No letter stands there if another place is free. */
void rk_flag_letters_keep_off(RkFlagLetters *letters, RkReach box);
/** Finds a place for each off the texts that `parent` holds already, draws them into `group` and frees them. */
void rk_flag_letters_write(RkFlagLetters *letters, RkNode *group, const RkNode *parent);

/* flag-key.c */
/** The key, wrapped to `width`; its height, 0 when there is nothing to tell. Drawn when `parent` is set. */
double rk_flag_key(RkPlotting *plotting, RkNode *parent, double x, double y, double width);

/* curve-parts.c */
/** Where steps turn between two values, as a part of the way; NAN for other curves. */
double rk_curve_turn(const RkCurve *curve);
/** A curve through the points with some of its segments (dashed[i]: from point i - 1 to i) in a path of their own.
 * Curves that do not run through their points stay whole. */
void rk_curve_draw_parts(RkPathBuilder *solid, RkPathBuilder *dashes, const RkCurve *curve, const double *points,
                         guint count, const guint8 *dashed);

/* hatch.c */
/** Appends diagonal lines `spacing` pixels apart, where they lie within a polygon (count x, y pairs, even–odd). The
 * lines are those of the whole plane, so that neighbours meet. */
void rk_hatch_polygon(RkPathBuilder *builder, const double *points, guint count, double spacing);

G_END_DECLS

#endif
