/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number format taken apart, for the files that read, choose and apply it.
 */
#ifndef RK_BASE_FORMAT_PRIVATE_H
#define RK_BASE_FORMAT_PRIVATE_H

#include "base/format.h"

G_BEGIN_DECLS

/* Width or precision that the specifier does not give. */
#define RK_FORMAT_UNSET (-1)

typedef struct {
    char fill[8]; /* one character of UTF-8 */
    char align;
    char sign;
    char symbol; /* '$', '#' or 0 */
    gboolean zero;
    int width;
    gboolean comma;
    int precision;
    gboolean trim;
    char type; /* 0 where none is given */
} RkSpecifier;

/* FALSE with an error when `text` (NULL: "") is no specifier. */
gboolean rk_specifier_parse(const char *text, RkSpecifier *specifier, GError **error);
/* In its shortest form. Free with g_free(). */
char *rk_specifier_write(const RkSpecifier *specifier);

/* What a type makes of a magnitude, before signs, grouping and padding. */
typedef struct {
    GString *text;
    const char *suffix; /* SI prefix, or "" */
} RkFormatted;

typedef struct {
    char letter;
    void (*apply)(double magnitude, int precision, RkFormatted *out);
    gboolean significant; /* the precision counts significant digits: at least 1 */
    gboolean decimal;     /* digits, then perhaps a fraction or exponent that is never grouped */
    gboolean percent;
} RkNumberType;

/* The SI prefix of numbers with a decimal exponent, and how many thousands it stands for. */
const char *rk_si_prefix(int exponent, int *thousands);

/* NULL when there is no such type. The types that are made of others ("n" and none) have no row. */
const RkNumberType *rk_number_type_find(char letter);

G_END_DECLS

#endif
