/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and writes CSS colours. Numbers out of range are clamped as CSS says; anything that is not a colour is refused,
 * never taken for black.
 */
#include "scene/color-private.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* The longest notation of any use is far shorter. */
#define LONGEST 96

typedef struct {
    double value;
    gboolean percent;
} Argument;

static double clamp(double value)
{
    return CLAMP(value, 0.0, 1.0);
}

static RkColor from_hex(guint32 value)
{
    return (RkColor){(value >> 16 & 0xff) / 255.0, (value >> 8 & 0xff) / 255.0, (value & 0xff) / 255.0, 1};
}

static gboolean parse_hex(const char *digits, RkColor *color)
{
    gsize length = strlen(digits);
    gboolean narrow = length == 3 || length == 4;
    if (!narrow && length != 6 && length != 8)
        return FALSE;
    double parts[4] = {0, 0, 0, 1};
    guint width = narrow ? 1 : 2;
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_isxdigit(digits[i]))
            return FALSE;
    for (gsize i = 0; i < length / width; i++) {
        int high = g_ascii_xdigit_value(digits[i * width]);
        int low = g_ascii_xdigit_value(digits[i * width + width - 1]);
        parts[i] = (high * 16 + low) / 255.0;
    }
    *color = (RkColor){parts[0], parts[1], parts[2], parts[3]};
    return TRUE;
}

static gboolean parse_argument(const char *text, gsize length, const char *unit, Argument *argument)
{
    gsize unit_length = strlen(unit);
    argument->percent = length > 0 && text[length - 1] == '%';
    if (argument->percent)
        length--;
    else if (unit_length > 0 && length > unit_length && memcmp(text + length - unit_length, unit, unit_length) == 0)
        length -= unit_length;
    return rk_number_parse(text, length, RK_NUMBER_SYNTAX_PLAIN, &argument->value);
}

/* "1, 2, 3, .5)" or "1 2 3 / 50%)": three or four arguments, of which the first may carry a unit. 0 when malformed. */
static guint parse_arguments(const char *text, const char *unit, Argument arguments[4])
{
    guint count = 0;
    for (;;) {
        text += strspn(text, " ");
        gsize length = strcspn(text, " ,/)");
        if (count == 4 || !parse_argument(text, length, count == 0 ? unit : "", &arguments[count]))
            return 0;
        count++;
        text += length;
        text += strspn(text, " ");
        if (*text == ')')
            return text[1] == '\0' && count >= 3 ? count : 0;
        if (*text == ',' || (*text == '/' && count == 3))
            text++;
    }
}

static double alpha_of(const Argument *arguments, guint count)
{
    if (count < 4)
        return 1;
    return clamp(arguments[3].percent ? arguments[3].value / 100 : arguments[3].value);
}

static gboolean parse_rgb(const char *text, RkColor *color)
{
    Argument arguments[4];
    guint count = parse_arguments(text, "", arguments);
    if (count == 0)
        return FALSE;
    double parts[3];
    for (guint i = 0; i < 3; i++)
        parts[i] = clamp(arguments[i].value / (arguments[i].percent ? 100 : 255));
    *color = (RkColor){parts[0], parts[1], parts[2], alpha_of(arguments, count)};
    return TRUE;
}

/* One channel of HSL, by the formula of CSS Color Level 4, section 7. */
static double hsl_channel(double n, double hue, double saturation, double lightness)
{
    double k = fmod(n + hue / 30, 12);
    double a = saturation * MIN(lightness, 1 - lightness);
    return lightness - a * MAX(-1, MIN(MIN(k - 3, 9 - k), 1));
}

static gboolean parse_hsl(const char *text, RkColor *color)
{
    Argument arguments[4];
    guint count = parse_arguments(text, "deg", arguments);
    if (count == 0 || arguments[0].percent || !arguments[1].percent || !arguments[2].percent)
        return FALSE;
    double hue = fmod(fmod(arguments[0].value, 360) + 360, 360);
    double saturation = clamp(arguments[1].value / 100);
    double lightness = clamp(arguments[2].value / 100);
    *color = (RkColor){hsl_channel(0, hue, saturation, lightness), hsl_channel(8, hue, saturation, lightness),
                       hsl_channel(4, hue, saturation, lightness), alpha_of(arguments, count)};
    return TRUE;
}

static gboolean parse_name(const char *name, RkColor *color)
{
    guint32 value;
    if (strcmp(name, "transparent") == 0) {
        *color = (RkColor){0, 0, 0, 0};
        return TRUE;
    }
    if (!rk_color_named(name, &value))
        return FALSE;
    *color = from_hex(value);
    return TRUE;
}

gboolean rk_color_parse(const char *text, RkColor *color)
{
    if (text == NULL || strlen(text) > LONGEST)
        return FALSE;
    g_autofree char *lower = g_strstrip(g_ascii_strdown(text, -1));
    if (lower[0] == '#')
        return parse_hex(lower + 1, color);
    char *open = strchr(lower, '(');
    if (open == NULL)
        return parse_name(lower, color);
    *open = '\0';
    if (strcmp(lower, "rgb") == 0 || strcmp(lower, "rgba") == 0)
        return parse_rgb(open + 1, color);
    if (strcmp(lower, "hsl") == 0 || strcmp(lower, "hsla") == 0)
        return parse_hsl(open + 1, color);
    return FALSE;
}

gboolean rk_color_parse_paint(const char *text, RkColor *color)
{
    gboolean nothing = text != NULL && g_ascii_strcasecmp(text, "none") == 0;
    gboolean current = text != NULL && g_ascii_strcasecmp(text, "currentcolor") == 0;
    if (!nothing && !current)
        return rk_color_parse(text, color);
    *color = (RkColor){0, 0, 0, nothing ? 0 : 1};
    return TRUE;
}

static guint8 to_byte(double part)
{
    return (guint8)(clamp(part) * 255 + 0.5);
}

const char *rk_color_write(RkColor color, char buffer[8])
{
    static const char digits[] = "0123456789abcdef";
    const guint8 bytes[3] = {to_byte(color.red), to_byte(color.green), to_byte(color.blue)};
    buffer[0] = '#';
    for (guint i = 0; i < 3; i++) {
        buffer[1 + 2 * i] = digits[bytes[i] >> 4];
        buffer[2 + 2 * i] = digits[bytes[i] & 15];
    }
    buffer[7] = '\0';
    return buffer;
}
