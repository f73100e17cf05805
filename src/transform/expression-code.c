/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that write texts in other alphabets: base 64 and addresses.
 */
#include "transform/expression-private.h"

#include <string.h>

static RkScalar call_encode_uri(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    return rk_evaluation_take(evaluation,
                              g_uri_escape_string(rk_scalar_to_text(evaluation, arguments[0]), "!*'()", FALSE));
}

static RkScalar call_to_base64(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    return rk_evaluation_take(evaluation, g_base64_encode((const guchar *)text, strlen(text)));
}

static RkScalar call_from_base64(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    gsize length = 0;
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    g_autofree guchar *bytes = g_base64_decode(rk_scalar_to_text(evaluation, arguments[0]), &length);
    if (memchr(bytes, '\0', length) != NULL || !g_utf8_validate((const char *)bytes, (gssize)length, NULL))
        return rk_evaluation_fail(evaluation, RK_ERROR_DATA, NULL, "atob() of a text that holds no UTF-8");
    return rk_evaluation_take(evaluation, g_strndup((const char *)bytes, length));
}

const RkFunction rk_functions_code[] = {{"atob", 1, 1, RK_SCALAR_TEXT, call_from_base64},
                                        {"btoa", 1, 1, RK_SCALAR_TEXT, call_to_base64},
                                        {"encodeURIComponent", 1, 1, RK_SCALAR_TEXT, call_encode_uri},
                                        {NULL}};
