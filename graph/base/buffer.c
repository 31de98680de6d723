/* A growing byte string. See buffer.h. */
#include "graph/base/buffer.h"

#include "graph/base/memory.h"

#include <stdio.h>
#include <string.h>

void gb_buffer_release(gb_buffer *b)
{
    gb_free(b->data);
    *b = (gb_buffer)GB_BUFFER_INIT;
}

enum { SMALLEST = 63 }; /* so that a line is put together without growing again */

char *gb_buffer_reserve(gb_buffer *b, size_t n)
{
    size_t wanted;
    if (n < b->capacity - b->size && b->capacity && !b->failed) return b->data + b->size;
    if (b->failed || __builtin_add_overflow(b->size, n, &wanted) || wanted == SIZE_MAX ||
        !gb_grow(&b->data, &b->capacity, wanted < SMALLEST ? SMALLEST + 1 : wanted + 1, 1, NULL)) {
        b->failed = true;
        return NULL;
    }
    return b->data + b->size;
}

void gb_buffer_put(gb_buffer *b, const void *bytes, size_t n)
{
    char *room = gb_buffer_reserve(b, n);
    if (!room) return;
    if (n) memcpy(room, bytes, n);
    b->size += n;
    b->data[b->size] = '\0';
}

void gb_buffer_text(gb_buffer *b, const char *text)
{
    gb_buffer_put(b, text, strlen(text));
}

void gb_buffer_char(gb_buffer *b, char c)
{
    gb_buffer_put(b, &c, 1);
}

void gb_buffer_repeat(gb_buffer *b, char c, size_t n)
{
    char *room = gb_buffer_reserve(b, n);
    if (!room) return;
    memset(room, c, n);
    b->size += n;
    b->data[b->size] = '\0';
}

void gb_buffer_format_v(gb_buffer *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    char *room = gb_buffer_reserve(b, SMALLEST / 2);
    int n = room ? vsnprintf(room, b->capacity - b->size, format, args) : -1;
    if (n >= 0 && (size_t)n >= b->capacity - b->size) { /* now that its size is known */
        room = gb_buffer_reserve(b, (size_t)n);
        if (room) vsnprintf(room, (size_t)n + 1, format, again);
    }
    if (n >= 0 && room)
        b->size += (size_t)n;
    else
        b->failed = true;
    va_end(again);
}

void gb_buffer_format(gb_buffer *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    gb_buffer_format_v(b, format, args);
    va_end(args);
}

void gb_buffer_codepoint(gb_buffer *b, uint32_t c)
{
    char out[4];
    size_t n = 0;
    if (c < 0x80) {
        out[n++] = (char)c;
    } else if (c < 0x800) {
        out[n++] = (char)(0xC0 | c >> 6);
        out[n++] = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out[n++] = (char)(0xE0 | c >> 12);
        out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (c & 0x3F));
    } else {
        out[n++] = (char)(0xF0 | c >> 18);
        out[n++] = (char)(0x80 | (c >> 12 & 0x3F));
        out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (c & 0x3F));
    }
    gb_buffer_put(b, out, n);
}

void gb_buffer_clear(gb_buffer *b)
{
    b->size = 0;
    b->failed = false;
    if (b->data) b->data[0] = '\0';
}

bool gb_buffer_ok(const gb_buffer *b, gb_error *err)
{
    return !b->failed || gb_fail(err, GB_ERR_MEMORY, "out of memory while putting a text together");
}

char *gb_buffer_take(gb_buffer *b, size_t *size, gb_error *err)
{
    gb_buffer_put(b, "", 0); /* an empty buffer still gives a terminated text */
    if (!gb_buffer_ok(b, err)) {
        gb_buffer_release(b);
        return NULL;
    }
    char *text = b->data;
    if (size) *size = b->size;
    *b = (gb_buffer)GB_BUFFER_INIT;
    return text;
}
