/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and columns for messages. libcsv does not tell where it is, so the text before the place is walked again: only
 * when there is something to report, never for rows that are in order.
 */
#include "read/csv-private.h"

typedef struct {
    const char *text;
    gsize length;
    char delimiter;
    gsize at;
    guint line;
    guint column;
    guint record_line;
    guint field;
    gboolean quoted;
    gsize line_ended; /* just behind the last line end, and the spaces after it */
    char ended_with;
    RkCsvPlace open;
    gsize closed; /* just behind the last closing quote */
} Walk;

static Walk walk_from(const char *text, gsize length, char delimiter)
{
    return (Walk){.text = text,
                  .length = length,
                  .delimiter = delimiter,
                  .line = 1,
                  .column = 1,
                  .record_line = 1,
                  .line_ended = G_MAXSIZE,
                  .closed = G_MAXSIZE};
}

static void end_line(Walk *walk, char byte)
{
    gboolean second = byte == '\n' && walk->ended_with == '\r' && walk->line_ended == walk->at;
    /* A line feed that only completes a carriage return, possibly after blanks, ends no other line. */
    if (!second)
        walk->line++;
    walk->column = 0;
    walk->ended_with = byte;
    walk->line_ended = walk->at + 1;
    if (!walk->quoted) {
        walk->record_line = walk->line;
        walk->field = 0;
    }
}

static void pass_quote(Walk *walk)
{
    if (!walk->quoted && walk->closed != walk->at)
        walk->open = (RkCsvPlace){walk->line, walk->column};
    if (walk->quoted)
        walk->closed = walk->at + 1;
    walk->quoted = !walk->quoted;
}

static void step(Walk *walk)
{
    char byte = walk->text[walk->at];
    if (byte == '\n' || byte == '\r')
        end_line(walk, byte);
    else if (byte == '"')
        pass_quote(walk);
    else if (byte == walk->delimiter && !walk->quoted)
        walk->field++;
    else if (!walk->quoted && walk->line_ended == walk->at && rk_csv_is_space(byte, walk->delimiter))
        walk->line_ended++;
    if (((guint8)byte & 0xc0) != 0x80)
        walk->column++;
    walk->at++;
}

/* Behind a carriage return: goes past the blanks and the line feed that may still belong to its line. */
static void complete_return(Walk *walk)
{
    gsize at = walk->at;
    if (walk->ended_with != '\r' || walk->line_ended != at)
        return;
    while (at < walk->length && rk_csv_is_space(walk->text[at], walk->delimiter))
        at++;
    gboolean completed = at < walk->length && walk->text[at] == '\n';
    while (completed && walk->at <= at)
        step(walk);
}

static RkCsvPlace place(const Walk *walk)
{
    return (RkCsvPlace){walk->line, walk->column};
}

RkCsvPlace rk_csv_place_of_byte(const char *text, gsize length, gsize at, char delimiter)
{
    Walk walk = walk_from(text, length, delimiter);
    while (walk.at < at && walk.at < length)
        step(&walk);
    return place(&walk);
}

RkCsvPlace rk_csv_place_of_field(const char *text, gsize length, guint line, guint field, char delimiter)
{
    Walk walk = walk_from(text, length, delimiter);
    while (walk.at < length && walk.record_line < line)
        step(&walk);
    complete_return(&walk);
    while (walk.at < length && walk.field < field) {
        char byte = text[walk.at];
        if ((byte == '\n' || byte == '\r') && !walk.quoted && walk.record_line >= line)
            break;
        step(&walk);
    }
    while (walk.at < length && rk_csv_is_space(text[walk.at], delimiter))
        step(&walk);
    return place(&walk);
}

RkCsvPlace rk_csv_place_of_quote(const char *text, gsize length, char delimiter)
{
    Walk walk = walk_from(text, length, delimiter);
    while (walk.at < length)
        step(&walk);
    return walk.open;
}

gsize rk_csv_record_length(const char *text, gsize length, char delimiter)
{
    Walk walk = walk_from(text, length, delimiter);
    while (walk.at < length && walk.record_line == 1)
        step(&walk);
    if (walk.record_line == 1)
        return length;
    complete_return(&walk);
    return walk.at;
}
