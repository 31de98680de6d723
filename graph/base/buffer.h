/* A growing byte string: how every text of the system is put together.
 *
 * Appending never reports: the first failed allocation makes the buffer `failed`, later appends do
 * nothing, and gb_buffer_take (or gb_buffer_ok) tells. So a printer is a plain sequence of appends.
 */
#ifndef GB_BASE_BUFFER_H
#define GB_BASE_BUFFER_H

#include "graph/base/error.h"

typedef struct gb_buffer {
    char *data;  /* always terminated once anything was appended; NULL before */
    size_t size; /* bytes, without the terminator */
    size_t capacity;
    bool failed;
} gb_buffer;

#define GB_BUFFER_INIT                                                                             \
    {                                                                                              \
        0                                                                                          \
    }

void gb_buffer_release(gb_buffer *b);

void gb_buffer_put(gb_buffer *b, const void *bytes, size_t n);
void gb_buffer_text(gb_buffer *b, const char *text);
void gb_buffer_char(gb_buffer *b, char c);
void gb_buffer_repeat(gb_buffer *b, char c, size_t n);
void gb_buffer_format(gb_buffer *b, const char *format, ...) GB_PRINTF(2, 3);
void gb_buffer_format_v(gb_buffer *b, const char *format, va_list args);

/* One code point as UTF-8. */
void gb_buffer_codepoint(gb_buffer *b, uint32_t c);

/* Room for n more bytes at data + size, to be filled by the caller; NULL when there is none. */
char *gb_buffer_reserve(gb_buffer *b, size_t n);

/* Forgets the contents, keeps the memory. */
void gb_buffer_clear(gb_buffer *b);

/* False with MemoryError if any append failed. */
bool gb_buffer_ok(const gb_buffer *b, gb_error *err) GB_MUST_CHECK;

/* The text as an owned, terminated string (gb_free); the buffer is empty afterwards.
 * NULL with MemoryError if any append failed; the buffer is released then. */
char *gb_buffer_take(gb_buffer *b, size_t *size, gb_error *err) GB_MUST_CHECK;

#endif
