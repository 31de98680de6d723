/* Text: UTF-8, numbers, and the nearest of a list of names. */
#ifndef GB_BASE_TEXT_H
#define GB_BASE_TEXT_H

#include "graph/base/buffer.h"

/* Decodes the code point at text[0..n); returns its length in bytes, 0 when it is not valid UTF-8.
 */
size_t gb_utf8_decode(const char *text, size_t n, uint32_t *codepoint);

/* True if the bytes are valid UTF-8 throughout. */
bool gb_utf8_valid(const char *text, size_t n);

/* Code points in valid UTF-8. */
size_t gb_utf8_count(const char *text, size_t n);

/* Columns that the text takes in a terminal (wide characters two, combining ones none). */
size_t gb_text_width(const char *text, size_t n);

/* A double as Python's repr: the shortest digits that read back the same ("0.1", "1e-07", "1.0",
 * "inf"). */
void gb_buffer_double(gb_buffer *b, double x);

/* "1.5 GB", "312 kB", "12 B". */
void gb_buffer_bytes(gb_buffer *b, uint64_t bytes);

/* The name of `names` nearest to `name` by edit distance (a third of its length at most), or NULL.
 */
const char *gb_nearest(const char *name, const char *const *names, size_t count);

#endif
