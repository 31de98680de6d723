/* Code objects as bytes, and back: how the modules written in the cell language travel inside the
 * binary, compiled once when it is built.
 *
 * The bytes belong to the build that made them (opcode numbers, sizes, byte order) and never come
 * from outside: reading trusts them. */
#ifndef GB_LANG_CODE_STORE_H
#define GB_LANG_CODE_STORE_H

#include "kernel/lang/code.h"

/* Appends a code and those nested in it; a multiple of 8 bytes. Failures stick to the buffer. */
void gb_code_store(const gb_code *code, gb_buffer *out);

/* The code again, with `source` as the source of all spans. Its texts and instructions stay where
 * they are: `bytes` is static and aligned to 8. Owned (gb_code_unref); NULL with MemoryError. */
gb_code *gb_code_load(const void *bytes, uint32_t source, gb_error *err) GB_MUST_CHECK;

#endif
