/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Delimited text that another file describes: a data package, or CSVW metadata. Both become the same description, and
 * what the description says is held against the file: a header that does not match is refused, not guessed around.
 */
#ifndef RK_READ_DESCRIBED_PRIVATE_H
#define RK_READ_DESCRIBED_PRIVATE_H

#include "read/constraints-private.h"
#include "read/json-private.h"
#include "read/record-private.h"

G_BEGIN_DECLS

/* What the data must have of the described fields. */
typedef enum {
    RK_MATCH_EXACT,    /* the same, in the same order */
    RK_MATCH_EQUAL,    /* the same, in any order */
    RK_MATCH_SUBSET,   /* all of them, and more */
    RK_MATCH_SUPERSET, /* some of them, and no other */
    RK_MATCH_PARTIAL   /* at least one of them */
} RkFieldsMatch;

typedef struct {
    char *name;
    GPtrArray *titles;     /* what the header may call it beside its name */
    const char *parse;     /* as in format.parse; NULL: inferred */
    GPtrArray *missing;    /* texts */
    GPtrArray *labels;     /* of those texts: the reason, or NULL */
    gboolean labelled;     /* some text has a reason */
    GPtrArray *categories; /* the texts that it may hold; empty: nothing is said */
    char *pattern;         /* of dates: `parse` as format.parse has it, "date:'%d.%m.%Y'"; NULL: none */
    GPtrArray *yes, *no;   /* what true and false are written as; empty: the column holds no such words */
    RkNumberSyntax number; /* how its numbers are written */
    gboolean apart;        /* and that is not how those of the file are */
    gboolean percent;      /* numbers may carry a percent or per mille sign, which divides them */
    gboolean dressed;      /* units, currencies and signs may stand around numbers, and mean nothing */
    RkConstraints constraints;
} RkDescribedField;

typedef struct {
    char *encoding; /* NULL: UTF-8 */
    char *comment;  /* what lines begin with that are no rows; NULL: none are */
    char delimiter;
    RkNumberSyntax number;
    gboolean header;
    guint skip; /* lines before the header */
    RkFieldsMatch match;
    GPtrArray *fields; /* empty: nothing is said about them */
    GPtrArray *key;    /* names of the fields that no two rows have in common; empty: nothing is said */
} RkDescribed;

RkDescribed *rk_described_new(void);
void rk_described_free(RkDescribed *described);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkDescribed, rk_described_free)
RkDescribedField *rk_described_add(RkDescribed *described, const char *name);
/* `label` may be NULL. */
void rk_described_add_missing(RkDescribedField *field, const char *text, const char *label);
/* Finds a field by its name or a title; -1 when there is none. */
gint rk_described_find(const RkDescribed *described, const char *header);

/* Reads the data; takes over the stream of `source`. */
RkTable *rk_described_read(const RkSource *source, const RkDescribed *described, const RkReadOptions *options,
                           GError **error);
/* The same for records that stand in the description. */
RkTable *rk_described_read_inline(json_t *records, const RkDescribed *described, const char *file,
                                  const RkReadOptions *options, GError **error);
/* Declares what the description says of the columns `names`. */
void rk_described_declare(RkDeclaration *declaration, const RkDescribed *described, const GPtrArray *names);
/* What was read, held against the description and made what it means. NULL with an error. */
RkTable *rk_described_settle(const RkTable *table, const RkDescribed *described, const RkReadOptions *options,
                             const char *file, GError **error);
/* Columns that say more than the CSV reader understands: reasons of missing values, percent signs, truth values and
 * numbers in a writing of their own. */
RkTable *rk_described_finish(const RkTable *table, const RkDescribed *described, const RkReadOptions *options,
                             const char *file, GError **error);
/* No text stands outside its categories. */
gboolean rk_described_check_categories(const RkTable *table, const RkDescribed *described, GError **error);
/* Takes the key that no two rows have in common: a list of names, or one. */
gboolean rk_described_key(RkDescribed *described, json_t *key, const char *file, GError **error);
/* No two rows may have the same key. */
gboolean rk_described_check_key(const RkTable *table, const RkDescribed *described, GError **error);

/* A text, number or boolean of JSON as text; NULL for anything else. Free with g_free(). */
char *rk_described_text(const json_t *value);
/* A rule that data packages and CSVW share: bounds and lengths. FALSE when it is none (`known` tells) or makes no
 * sense.
 */
gboolean rk_described_rule(RkDescribedField *field, const char *key, json_t *value, gboolean *known);
/* Holds the finished columns against their rules. */
gboolean rk_described_check_rules(const RkTable *table, const RkDescribed *described, RkDiagnostics *diagnostics,
                                  GError **error);

/* TRUE when the CSV reader must leave the column text. */
gboolean rk_described_is_special(const RkDescribedField *field);

/* An error about the description itself; always FALSE. */
gboolean rk_described_refuse(GError **error, RkErrorCode code, const char *file, const char *hint, const char *format,
                             ...) G_GNUC_PRINTF(5, 6);
/* Takes how a column of numbers is written; FALSE when that makes no sense. The first one speaks for the file. `known`
 * tells that there was one. */
gboolean rk_described_number(RkDescribed *described, RkDescribedField *field, RkNumberSyntax number, gboolean *known,
                             const char *file, GError **error);
/* One byte that a dialect sets (`otherwise` when it does not); FALSE when it is no single byte of `allowed`. */
gboolean rk_described_byte(const json_t *dialect, const char *key, char otherwise, const char *allowed, char *byte,
                           const char *file, GError **error);

G_END_DECLS

#endif
