/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of single values that stand in several shapes: what cannot mean anything is refused where it is written,
 * before anything is drawn.
 */
#include "spec/checks.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* The typefaces of a family, from hairline to black. */
enum { LIGHTEST = 100, BLACKEST = 900, WEIGHT_STEP = 100 };

gboolean rk_check_font_weight(const RkValue *value, GError **error)
{
    double weight = rk_value_number_or(value, LIGHTEST);
    if (weight >= LIGHTEST && weight <= BLACKEST && fmod(weight, WEIGHT_STEP) == 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "write 100, 200 … 900, normal or bold",
                 "there are no letters of weight %g", weight);
    return FALSE;
}

/** A number, if it is one, between two others. What an expression gives follows from sizes that are not settled yet. */
static gboolean check_between(const RkValue *value, double least, double most, const char *meant, GError **error)
{
    double number = rk_value_number_or(value, least);
    if ((number >= least && number <= most) || rk_value_is_computed(value))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "%g is no %s", number, meant);
    return FALSE;
}

gboolean rk_check_part(const RkValue *value, GError **error)
{
    return check_between(value, 0, 1, "number from 0 to 1", error);
}

gboolean rk_check_size(const RkValue *value, GError **error)
{
    return check_between(value, 0, INFINITY, "size: sizes begin with 0", error);
}

gboolean rk_check_from_zero(const RkValue *value, GError **error)
{
    return check_between(value, 0, INFINITY, "number from 0 on", error);
}

gboolean rk_check_positive(const RkValue *value, GError **error)
{
    return check_between(value, DBL_MIN, INFINITY, "number above 0", error);
}

gboolean rk_check_count(const RkValue *value, GError **error)
{
    return check_between(value, 1, INFINITY, "count: write 1 or more", error);
}

gboolean rk_check_identifier(const RkValue *value, GError **error)
{
    const char *name = rk_value_text_or(value, NULL);
    if (name == NULL || (*name != '\0' && !g_ascii_isdigit(*name)))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "begin it with a letter, _ or $",
                 "expressions cannot call anything \"%s\"", name);
    return FALSE;
}

gboolean rk_check_address(const RkValue *value, GError **error)
{
    static const char *const allowed[] = {"http", "https", "mailto", NULL};
    const char *address = rk_value_text_or(value, NULL);
    g_autofree char *scheme = address == NULL ? NULL : g_uri_parse_scheme(address);
    if (address == NULL || strchr(address, ':') == NULL || (scheme != NULL && g_strv_contains(allowed, scheme)))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "write a link that is relative, or begins with https: or mailto:",
                 "\"%s\" is no link that a picture may have", address);
    return FALSE;
}

const char *const rk_words_font_weight[] = {"normal", "bold", "lighter", "bolder", "100", "200", "300",
                                            "400",    "500",  "600",     "700",    "800", "900", NULL};

const char *const rk_words_cursor[] = {
    "auto",        "default",   "none",      "context-menu",  "help",        "pointer",    "progress",   "wait",
    "cell",        "crosshair", "text",      "vertical-text", "alias",       "copy",       "move",       "no-drop",
    "not-allowed", "e-resize",  "n-resize",  "ne-resize",     "nw-resize",   "s-resize",   "se-resize",  "sw-resize",
    "w-resize",    "ew-resize", "ns-resize", "nesw-resize",   "nwse-resize", "col-resize", "row-resize", "all-scroll",
    "zoom-in",     "zoom-out",  "grab",      "grabbing",      NULL};

static const RkProperty tip_properties[] = {
    {"content", RK_ALLOW_TEXT, (const char *const[]){"data", "encoding", NULL}, .required = TRUE,
     .summary = "whether a tip shows the whole row (data) or what the mark shows (encoding)"},
    {0},
};
const RkShape rk_shape_tip = {.name = "the tip", .properties = tip_properties};
