/* A source text: a cell or a file, with its lines, and the rendering of an error in it. */
#ifndef GB_LANG_SOURCE_H
#define GB_LANG_SOURCE_H

#include "graph/base/arena.h"
#include "graph/base/buffer.h"

/* A piece of text with its length; terminated, NULL when absent. */
typedef struct gb_text {
    const char *text;
    size_t size;
} gb_text;

typedef struct gb_source {
    uint32_t id;      /* goes into every span; from 1 */
    const char *name; /* "<cell 3>", "notebook.py": owned */
    const char *text; /* UTF-8, terminated, owned */
    size_t size;
    const uint32_t *line_starts; /* byte offset of each line; line_count entries, owned */
    size_t line_count;
} gb_source;

/* Copies text and name. Text that is no UTF-8 or holds a NUL byte is a SyntaxError, more than 64
 * MiB a MemoryError. A byte-order mark at the start is skipped; \r\n and \r count as one line end.
 */
bool gb_source_init(gb_source *source, uint32_t id, const char *name, gb_text text,
                    gb_error *err) GB_MUST_CHECK;
void gb_source_release(gb_source *source);

/* 1-based line of a byte offset (the last line for offsets past the end). */
uint32_t gb_source_line(const gb_source *source, uint32_t offset);

/* The bytes of a 1-based line without its end. */
const char *gb_source_line_text(const gb_source *source, uint32_t line, size_t *size);

/* "    x = = 1\n        ^\n": the line of the span, indented by four, and carets under it as
 * CPython draws them. Appends nothing for an empty source. */
void gb_source_caret(const gb_source *source, gb_span span, gb_buffer *out);

#endif
