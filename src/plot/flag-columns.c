/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns of a unit speak of its marks, and what their flags say row by row, code by code. It decides nothing of
 * how a code looks.
 */
#include "plot/flag-columns.h"

#include "plot/mark.h"

/** The column that the picture is about: what lengths or colours show. */
static const RkColumn *shown_column(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_Y,    RK_CHANNEL_X,    RK_CHANNEL_COLOR,
                                         RK_CHANNEL_FILL, RK_CHANNEL_SIZE, RK_CHANNEL_TEXT};
    if (unit->mark->flags_as == RK_FLAG_AS_LETTER)
        return rk_unit_flag_written(unit);
    if (unit->stacked)
        return rk_table_find(unit->table, unit->stack_field);
    const RkColumn *first = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        RkChannel channel = i < 2 && unit->horizontal ? channels[1 - i] : channels[i];
        const RkUse *use = unit->uses[channel];
        if (use == NULL || use->column == NULL || use->measure != RK_QUANTITATIVE)
            continue;
        if (rk_column_flag(use->column) != NULL)
            return use->column;
        first = first != NULL ? first : use->column;
    }
    return first;
}

/** Further columns with flags that the places and the size of a mark show; those of a point show all that it does. */
static void add_shown(const RkUnit *unit, RkFlagColumns *columns)
{
    static const RkChannel channels[] = {RK_CHANNEL_Y,    RK_CHANNEL_X,     RK_CHANNEL_Y2,  RK_CHANNEL_X2,
                                         RK_CHANNEL_SIZE, RK_CHANNEL_COLOR, RK_CHANNEL_FILL};
    guint count = G_N_ELEMENTS(channels) - (unit->mark->flags_as == RK_FLAG_ON_POINT ? 0 : 2);
    columns->shown[columns->shown_count++] = columns->value;
    /* A text says nothing of its place. */
    if (unit->mark->flags_as == RK_FLAG_AS_LETTER)
        return;
    for (guint i = 0; !unit->stacked && i < count; i++) {
        const RkUse *use = unit->uses[channels[i]];
        gboolean known = use == NULL || use->column == NULL || rk_column_flag(use->column) == NULL;
        for (guint k = 0; !known && k < columns->shown_count; k++)
            known = columns->shown[k] == use->column;
        if (!known)
            columns->shown[columns->shown_count++] = use->column;
    }
}

/** Of a bar or a rule from one value to another both are needed. */
static const RkColumn *end_of(const RkUnit *unit)
{
    const RkUse *end = unit->uses[unit->horizontal ? RK_CHANNEL_X2 : RK_CHANNEL_Y2];
    gboolean ranged = !unit->stacked && (rk_unit_flag_is_pile(unit) || rk_unit_flag_is_rule(unit));
    return ranged && end != NULL && end->measure == RK_QUANTITATIVE ? end->column : NULL;
}

static void add_end(const RkUnit *unit, RkFlagColumns *columns)
{
    columns->end = end_of(unit);
    gboolean known = columns->end == NULL;
    for (guint i = 0; i < columns->shown_count; i++)
        known = known || columns->shown[i] == columns->end;
    if (!known)
        columns->shown[columns->shown_count++] = columns->end;
}

gboolean rk_flag_columns_find(const RkUnit *unit, RkFlagColumns *columns)
{
    const RkColumn *value = shown_column(unit);
    if (value == NULL)
        return FALSE;
    *columns = (RkFlagColumns){.value = value};
    add_shown(unit, columns);
    add_end(unit, columns);
    return TRUE;
}

typedef struct {
    const RkFlagColumns *columns;
    RkFlagCodes *codes;
    const RkColumn *column;
    gsize row;
    void (*visit)(RkFlagCode *code, gpointer data);
    gpointer data;
    const RkFlagCode *seen[RK_FLAG_BUFFER]; /**< each is visited once, whatever columns have it */
    guint count;
} Walk;

static void visit(Walk *walk, const char *name, gboolean missing)
{
    RkFlagCode *code = rk_flag_codes_find(walk->codes, name, missing);
    for (guint i = 0; i < walk->count; i++)
        if (walk->seen[i] == code)
            return;
    if (walk->count < G_N_ELEMENTS(walk->seen))
        walk->seen[walk->count++] = code;
    walk->visit(code, walk->data);
}

/** The letters that say why a value is missing, or the others. FALSE when there is none. */
static gboolean visit_letters(Walk *walk, const char *flag, gboolean missing, gboolean why)
{
    char letter[2] = {'\0', '\0'};
    gboolean any = FALSE;
    while ((*letter = rk_flag_take(&flag)) != '\0') {
        gboolean own = rk_flag_codes_explain(walk->codes, letter);
        /* A state of SDMX that says nothing. */
        if (*letter == 'A' && !own)
            continue;
        *letter = own ? *letter : rk_flag_letter(*letter);
        if ((missing && rk_flag_why(letter, 1) != 0) != why)
            continue;
        visit(walk, letter, missing);
        any = TRUE;
    }
    return any;
}

static void visit_value(Walk *walk)
{
    const RkColumn *column = rk_column_flag(walk->column);
    gboolean missing = rk_column_is_missing(walk->column, walk->row);
    const char *flag = column != NULL ? rk_column_text(column, walk->row) : NULL;
    flag = flag != NULL && *flag != '\0' ? flag : NULL;
    if (flag != NULL && !rk_flag_codes_explain(walk->codes, flag))
        flag = rk_flag_plain(flag);
    gboolean letters = flag != NULL && rk_flag_is_letters(flag) && !rk_flag_codes_explain(walk->codes, flag);
    if (missing && !(letters && visit_letters(walk, flag, TRUE, TRUE))) {
        const RkColumn *reasons = rk_column_reason(walk->column);
        const char *reason = reasons != NULL ? rk_column_text(reasons, walk->row) : NULL;
        if (reason == NULL && !letters)
            reason = flag;
        visit(walk, reason != NULL ? reason : "not available", TRUE);
    }
    if (letters)
        visit_letters(walk, flag, missing, FALSE);
    else if (flag != NULL && !missing)
        visit(walk, flag, FALSE);
}

void rk_flag_columns_visit(const RkFlagColumns *columns, RkFlagCodes *codes, gsize row,
                           void (*visitor)(RkFlagCode *code, gpointer data), gpointer data)
{
    Walk walk = {.columns = columns, .codes = codes, .row = row, .visit = visitor, .data = data};
    for (guint i = 0; i < columns->shown_count; i++) {
        walk.column = columns->shown[i];
        if (i == 0 || walk.column == columns->end || !rk_column_is_missing(walk.column, row))
            visit_value(&walk);
    }
}
