/* Allocation with errors. See memory.h. */
#include "graph/base/memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/* Counts down to the allocation that a test wants refused; negative while nothing is. */
static long fail_after = -1;

static bool refused(size_t bytes, gb_error *err)
{
    if (fail_after >= 0 && fail_after-- == 0) {
        gb_fail(err, GB_ERR_MEMORY, "out of memory: %zu bytes were asked for", bytes);
        return true;
    }
    return false;
}

static void *checked(void *block, size_t bytes, gb_error *err)
{
    if (!block) gb_fail(err, GB_ERR_MEMORY, "out of memory: %zu bytes were asked for", bytes);
    return block;
}

void *gb_alloc(size_t bytes, gb_error *err)
{
    if (refused(bytes, err)) return NULL;
    return checked(malloc(bytes ? bytes : 1), bytes, err);
}

void *gb_calloc(size_t count, size_t size, gb_error *err)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        gb_fail(err, GB_ERR_MEMORY, "out of memory: %zu × %zu bytes were asked for", count, size);
        return NULL;
    }
    if (refused(bytes, err)) return NULL;
    return checked(calloc(1, bytes ? bytes : 1), bytes, err);
}

void *gb_realloc(void *block, size_t bytes, gb_error *err)
{
    if (refused(bytes, err)) return NULL;
    return checked(realloc(block, bytes ? bytes : 1), bytes, err);
}

void gb_free(void *block)
{
    free(block);
}

char *gb_strndup(const char *text, size_t n, gb_error *err)
{
    char *copy = gb_alloc(n + 1, err);
    if (!copy) return NULL;
    memcpy(copy, text, n);
    copy[n] = '\0';
    return copy;
}

char *gb_strdup(const char *text, gb_error *err)
{
    return gb_strndup(text, strlen(text), err);
}

enum {
    OWN_MAPPING = 16 << 20, /* bytes; what is larger goes back as soon as it is released */
    KEPT_FREE = 64 << 20,
};

void gb_memory_prepare(void)
{
    (void)mallopt(M_MMAP_THRESHOLD, OWN_MAPPING);
    (void)mallopt(M_TRIM_THRESHOLD, KEPT_FREE);
}

void gb_memory_trim(void)
{
    malloc_trim(0);
}

void gb_alloc_fail_after(long after)
{
    fail_after = after;
}

bool gb_grow(void *array_pointer, size_t *capacity, size_t wanted, size_t size, gb_error *err)
{
    if (wanted <= *capacity) return true;
    size_t next = *capacity ? *capacity : 8;
    while (next < wanted && next <= SIZE_MAX / 2)
        next *= 2;
    size_t bytes;
    if (next < wanted || __builtin_mul_overflow(next, size, &bytes))
        return gb_fail(err, GB_ERR_MEMORY, "out of memory: %zu elements of %zu bytes", wanted,
                       size);
    void *old, *grown;
    memcpy(&old, array_pointer, sizeof old);
    if (!(grown = gb_realloc(old, bytes, err))) return false;
    memcpy(array_pointer, &grown, sizeof grown);
    *capacity = next;
    return true;
}
