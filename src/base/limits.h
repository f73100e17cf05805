/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every ceiling of the program, each with the attack or accident it answers. A limit is never raised in silence:
 * reaching one is an error (RK_ERROR_LIMIT) that names it.
 */
#ifndef RK_BASE_LIMITS_H
#define RK_BASE_LIMITS_H

/** Bytes in a figure file, theme or project file: a data file handed in by mistake would otherwise be parsed whole. */
#define RK_LIMIT_DOCUMENT_BYTES (16u << 20)
/** Depth of lists and maps in a document: recursion over hostile nesting must not exhaust the stack. */
#define RK_LIMIT_DOCUMENT_DEPTH 64u
/** Values in a document: aliases and long flow lists must not fill the memory. */
#define RK_LIMIT_DOCUMENT_VALUES (2u << 20)
/** Layers within layers. */
#define RK_LIMIT_VIEW_DEPTH 16u
/** Parameters of a figure: each may wait for all others, so that the time grows with the square of their number. */
#define RK_LIMIT_PARAMETERS 1000u
/** Bytes in one field of a data file: an unclosed quote or a file without line ends would otherwise be one field. */
#define RK_LIMIT_FIELD_BYTES (1u << 20)
/** Columns in a table: a header of a million names is an accident, and every column costs memory up front. */
#define RK_LIMIT_COLUMNS 16384u
/** Bytes of the name of a nested value: keys within keys within keys would each repeat all those before them. */
#define RK_LIMIT_NESTED_NAME 4096u
/** Dimensions of a statistical table: each is a column, and each cell has a code in each. */
#define RK_LIMIT_DIMENSIONS 64
/** Bytes of a JSON data file: its tree takes several times as much memory. Its depth is bounded by the parser. */
#define RK_LIMIT_JSON_BYTES (64u << 20)
/** Cells of a JSON-stat cube: sizes can promise more than there is. */
#define RK_LIMIT_CUBE_CELLS (32u << 20)
/** Unpacked gzip may be so many times as long as the packed bytes, once it is longer than RK_LIMIT_UNPACKED_BYTES:
 * tables come to 50 times, a bomb to 1000 times. */
#define RK_LIMIT_UNPACKED_RATIO 200u
#define RK_LIMIT_UNPACKED_BYTES (64u << 20)
/** Bytes of a file unpacked from an archive: it is held whole, and a small archive can hold a lot. */
#define RK_LIMIT_ARCHIVE_BYTES (512u << 20)
/** Rows in a table: row numbers are 32 bits wide. */
#define RK_LIMIT_ROWS 0xfffffff0u
/** Different texts in one column: codes are 32 bits wide, and a dictionary of this size is no dictionary. */
#define RK_LIMIT_DICTIONARY 0x7ffffff0u
/** Bytes of an expression, and the depth of its tree. */
#define RK_LIMIT_EXPRESSION_BYTES (64u << 10)
#define RK_LIMIT_EXPRESSION_DEPTH 128u
/** What a regular expression is begun with: steps that a match may take, and how deep it may go. Nested repeats would
 * otherwise run for ever, in a figure's patterns as in those of a data package. */
#define RK_LIMIT_PATTERN "(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=10000)"
/** Items of a list that an expression makes: sequence(1e9) must not fill the memory. */
#define RK_LIMIT_EXPRESSION_ITEMS (1u << 20)
/** Bands of one axis or entries of one legend: more cannot be read, and each costs text layout. */
#define RK_LIMIT_CATEGORIES 5000u
/** Ticks that one axis may carry, whatever `tickCount` asks. */
#define RK_LIMIT_TICKS 1000u
/** Rows that the generators of a figure may make. */
#define RK_LIMIT_GENERATED_ROWS (10u << 20)
/** Side of a picture in pixels: Cairo refuses more than 32767. */
#define RK_LIMIT_PIXELS_SIDE 32767u
/** Pixels of a picture: 4 bytes each, held once. */
#define RK_LIMIT_PIXELS (400u << 20)
/** Coordinates beyond this are a mistake, and fixed-point renderers overflow on them. */
#define RK_LIMIT_COORDINATE 1e6
/** Groups within groups of a drawing: everything that reads a scene recurses. */
#define RK_LIMIT_SCENE_DEPTH 128u
/** Bytes of an outline that a figure brings along as a symbol: it is read again for every size. */
#define RK_LIMIT_OUTLINE_BYTES (16u << 10)
/** Size of a font in pixels: glyphs are painted through bitmaps, and positions are counted in 1024ths of a pixel. */
#define RK_LIMIT_FONT_SIZE 2000.0
/** Sizes of letters, in pixels, that a figure draws: smaller ones are no letters, larger ones no text. */
#define RK_LIMIT_LETTERS_LEAST 1.0
#define RK_LIMIT_LETTERS_MOST 1000.0
/** Diagnostics kept from one piece of work. */
#define RK_LIMIT_DIAGNOSTICS 1000u

#endif
