/* A table put together once and written as aligned text and as HTML.
 * The building block of most views; not a view itself. Cells are texts that were made by
 * gb_label_put and gb_number_put: they hold no control characters. */
#ifndef GB_DISPLAY_TABLE_H
#define GB_DISPLAY_TABLE_H

#include "display/color.h"
#include "graph/base/arena.h"
#include "graph/base/buffer.h"

typedef enum gb_align { GB_ALIGN_LEFT, GB_ALIGN_RIGHT, GB_ALIGN_CENTER } gb_align;

typedef struct gb_cell {
    const char *text;  /* in the table's arena */
    const char *title; /* hover; NULL: none */
    gb_color color;    /* background when `filled`; the ink follows from it */
    bool filled;
    bool bold;
    bool outlined;   /* the best cell */
    bool monospaced; /* tokens, code */
    bool bar;        /* a bar of length `part` instead of the text */
    double part;     /* 0…1 */
} gb_cell;

typedef struct gb_column {
    const char *header; /* "" when it has none; the table has a head when one column has one */
    const char *title;  /* hover of the header; NULL: none */
    gb_align align;
    bool monospaced; /* the header is a token */
} gb_column;

typedef struct gb_table {
    gb_arena arena;
    gb_column *columns;
    size_t column_count, column_capacity;
    gb_cell *cells; /* row-major */
    size_t cell_count, cell_capacity;
    size_t head_columns; /* so many columns on the left are headers of their row */
    bool compact;        /* small padding: maps */
    bool plain;          /* HTML cells without any style: large tables of numbers */
    bool failed;         /* out of memory: told by gb_table_ok */
} gb_table;

#define GB_TABLE_INIT                                                                              \
    {                                                                                              \
        0                                                                                          \
    }

void gb_table_release(gb_table *table);
bool gb_table_ok(const gb_table *table, gb_error *err) GB_MUST_CHECK;

/* Appends a column; all columns come before the first cell. The header is copied. */
void gb_table_column(gb_table *table, const char *header, gb_align align);

/* Appends a cell, filling rows from the left; never NULL. `text` is copied. */
gb_cell *gb_table_cell(gb_table *table, const char *text);

/* The same from a buffer, which is cleared for the next one. */
gb_cell *gb_table_take(gb_table *table, gb_buffer *text);

/* A copy of a text in the table's arena, for titles; "" when there is no memory. */
const char *gb_table_keep(gb_table *table, const char *text);

size_t gb_table_rows(const gb_table *table);

/* Aligned columns, two spaces between them, each line ended by a newline, no blanks at the end of a
 * line. At most `max_rows` rows (0: all), then a line that says how many there are. */
void gb_table_text(const gb_table *table, gb_buffer *out, size_t max_rows);

/* <table> with the caption (HTML, may be NULL). At most about `budget` bytes (0: no limit) of
 * rows, then a line that says so. */
void gb_table_html(const gb_table *table, gb_buffer *out, const char *caption, size_t budget);

#endif
