/* Bump allocation in blocks that double up to a megabyte. See arena.h. */
#include "graph/base/arena.h"

#include "graph/base/memory.h"

#include <stdalign.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct gb_arena_block {
    gb_arena_block *next;
    size_t used;
    size_t capacity;
    alignas(max_align_t) char data[];
};

static size_t aligned(size_t bytes)
{
    size_t unit = alignof(max_align_t);
    return (bytes + unit - 1) / unit * unit;
}

static gb_arena_block *new_block(gb_arena *arena, size_t bytes, gb_error *err)
{
    size_t capacity = arena->blocks ? arena->blocks->capacity * 2 : FIRST_BLOCK;
    if (capacity > LARGEST_BLOCK) capacity = LARGEST_BLOCK;
    if (capacity < bytes) capacity = bytes;
    gb_arena_block *block = gb_alloc(sizeof *block + capacity, err);
    if (!block) return NULL;
    block->next = arena->blocks;
    block->used = 0;
    block->capacity = capacity;
    arena->blocks = block;
    return block;
}

void *gb_arena_alloc(gb_arena *arena, size_t bytes, gb_error *err)
{
    if (bytes > SIZE_MAX / 2) {
        gb_fail(err, GB_ERR_MEMORY, "out of memory: %zu bytes were asked for", bytes);
        return NULL;
    }
    bytes = aligned(bytes ? bytes : 1);
    gb_arena_block *block = arena->blocks;
    if (!block || block->capacity - block->used < bytes) {
        if (!(block = new_block(arena, bytes, err))) return NULL;
    }
    void *out = block->data + block->used;
    block->used += bytes;
    arena->bytes += bytes;
    return memset(out, 0, bytes);
}

void *gb_arena_array(gb_arena *arena, size_t count, size_t size, gb_error *err)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) bytes = SIZE_MAX;
    return gb_arena_alloc(arena, bytes, err);
}

void *gb_arena_copy(gb_arena *arena, const void *bytes, size_t n, gb_error *err)
{
    void *out = gb_arena_alloc(arena, n, err);
    if (out && n) memcpy(out, bytes, n);
    return out;
}

char *gb_arena_strndup(gb_arena *arena, const char *text, size_t n, gb_error *err)
{
    char *out = gb_arena_alloc(arena, n + 1, err);
    if (out && n) memcpy(out, text, n);
    return out;
}

char *gb_arena_strdup(gb_arena *arena, const char *text, gb_error *err)
{
    return gb_arena_strndup(arena, text, strlen(text), err);
}

void gb_arena_release(gb_arena *arena)
{
    gb_arena_block *block = arena->blocks;
    while (block) {
        gb_arena_block *next = block->next;
        gb_free(block);
        block = next;
    }
    *arena = (gb_arena)GB_ARENA_INIT;
}
