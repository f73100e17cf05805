/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Located errors: a GError that also knows file, line, column and a hint for the remedy. It refuses to print or exit:
 * what happens with an error is the caller's choice.
 */
#ifndef RK_BASE_ERROR_H
#define RK_BASE_ERROR_H

#include "base/macros.h"

G_BEGIN_DECLS

/** A place in a file. `file` is borrowed and may be NULL; `line` and `column` count from 1, 0 means "not known". */
typedef struct {
    const char *file;
    guint line;
    guint column;
    const char *written; /**< a text from here on as its file has it, which dies with its document; NULL: not known */
} RkPlace;

/** No place at all. */
#define RK_NOWHERE ((RkPlace){NULL, 0, 0, NULL})

/** The domain of every error that rodiklis raises. */
#define RK_ERROR (rk_error_quark())

/** What went wrong, coarse enough for a program to act on. */
typedef enum {
    RK_ERROR_IO,          /**< a file or stream could not be read or written */
    RK_ERROR_SYNTAX,      /**< text that does not follow its format */
    RK_ERROR_DATA,        /**< well-formed data that cannot mean what was asked */
    RK_ERROR_SPEC,        /**< a figure file that asks for something unknown or contradictory */
    RK_ERROR_LIMIT,       /**< a limit of base/limits.h was reached */
    RK_ERROR_UNSUPPORTED, /**< known, but not done by this version */
    RK_ERROR_USAGE        /**< a call or command line that cannot be understood */
} RkErrorCode;

RK_API GQuark rk_error_quark(void);

/**
 * Sets `*error` (when `error` is not NULL) to a located error. `hint` may be NULL; it says what the reader can do.
 * The message is one line without a full stop, and does not repeat the place.
 */
RK_API void rk_error_set(GError **error, RkErrorCode code, RkPlace place, const char *hint, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

/** The file named by an error of the domain RK_ERROR, or NULL. Borrowed from the error. */
RK_API const char *rk_error_file(const GError *error);
/** Line and column of an error, 0 where not known. */
RK_API guint rk_error_line(const GError *error);
RK_API guint rk_error_column(const GError *error);
/** The remedy, or NULL. Borrowed from the error. */
RK_API const char *rk_error_hint(const GError *error);

/** Says of an error (when there is one) that it is about a column of this name, which a table does not have. */
RK_API void rk_error_set_absent(GError **error, const char *column);
/** The column that an error is about, or NULL. Borrowed from the error. */
RK_API const char *rk_error_absent(const GError *error);
/** Says which column of texts the error is about, where numbers are needed. */
RK_API void rk_error_set_textual(GError **error, const char *column);
/** The column of texts that stands where numbers are needed; NULL for any other error. */
RK_API const char *rk_error_textual(const GError *error);

/** Fills in file, line and column where the error does not have them yet. Does nothing to errors of other domains. */
RK_API void rk_error_locate(GError *error, RkPlace place);

/** `file:line:column: message (hint)`, leaving out what is not known. Free with g_free(). */
RK_API char *rk_error_describe(const GError *error);

G_END_DECLS

#endif
