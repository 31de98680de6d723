/* Allocation that can fail, and can be made to fail.
 * Every allocation of the C code goes through here, so that a test can refuse the n-th one. */
#ifndef GB_BASE_MEMORY_H
#define GB_BASE_MEMORY_H

#include "graph/base/error.h"

/* `bytes` of uninitialised memory, owned by the caller, released with gb_free. Zero bytes give a
 * valid pointer. NULL with MemoryError when there is none. */
void *gb_alloc(size_t bytes, gb_error *err) GB_MUST_CHECK;

/* `count` × `size` zeroed bytes; an overflow of the product is a MemoryError. */
void *gb_calloc(size_t count, size_t size, gb_error *err) GB_MUST_CHECK;

/* As realloc: on failure `block` stays valid and owned. */
void *gb_realloc(void *block, size_t bytes, gb_error *err) GB_MUST_CHECK;

/* Releases what the above returned; NULL does nothing. */
void gb_free(void *block);

/* Copies of a text (`n` bytes of it, terminated). */
char *gb_strdup(const char *text, gb_error *err) GB_MUST_CHECK;
char *gb_strndup(const char *text, size_t n, gb_error *err) GB_MUST_CHECK;

/* For a program's first line. The values of a forward pass are megabytes each and live for a step:
 * memory that went back to the system between two steps would be cleared page by page again. */
void gb_memory_prepare(void);

/* Gives memory that many small releases have left free back to the system: for after a large
 * document has been taken apart, before something else grows. */
void gb_memory_trim(void);

/* For tests: the allocation `after` successful ones fails, once. Negative: none fails. */
void gb_alloc_fail_after(long after);

/* Grows an array of `*capacity` elements of `size` bytes so that `wanted` fit; doubles. */
bool gb_grow(void *array_pointer, size_t *capacity, size_t wanted, size_t size,
             gb_error *err) GB_MUST_CHECK;

#endif
