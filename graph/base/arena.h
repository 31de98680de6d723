/* An arena: many small allocations with one release. Tokens, syntax trees and graphs live in
 * arenas. */
#ifndef GB_BASE_ARENA_H
#define GB_BASE_ARENA_H

#include "graph/base/error.h"

typedef struct gb_arena_block gb_arena_block;

typedef struct gb_arena {
    gb_arena_block *blocks; /* newest first */
    size_t bytes;           /* handed out so far */
} gb_arena;

#define GB_ARENA_INIT                                                                              \
    {                                                                                              \
        0                                                                                          \
    }

/* Zeroed memory, aligned for any type, that lives until the arena is released. */
void *gb_arena_alloc(gb_arena *arena, size_t bytes, gb_error *err) GB_MUST_CHECK;

/* `count` × `size` zeroed bytes; overflow is a MemoryError. */
void *gb_arena_array(gb_arena *arena, size_t count, size_t size, gb_error *err) GB_MUST_CHECK;

/* Copies, terminated. */
char *gb_arena_strndup(gb_arena *arena, const char *text, size_t n, gb_error *err) GB_MUST_CHECK;
char *gb_arena_strdup(gb_arena *arena, const char *text, gb_error *err) GB_MUST_CHECK;
void *gb_arena_copy(gb_arena *arena, const void *bytes, size_t n, gb_error *err) GB_MUST_CHECK;

void gb_arena_release(gb_arena *arena);

#endif
