/* Strings inside the VM: what the files of the str type share. Others use object.h. */
#ifndef GB_LANG_TYPES_STR_H
#define GB_LANG_TYPES_STR_H

#include "kernel/lang/vm_state.h"

bool gb_str_setup(gb_vm *vm) GB_MUST_CHECK;

/* A new str of n ASCII bytes to be filled in place. For other texts the caller sets length after.
 */
gb_value gb_str_room(gb_vm *vm, size_t n, char **data) GB_MUST_CHECK;

/* `size` bytes of a str from an offset; both on borders of code points. */
gb_value gb_str_part(gb_vm *vm, gb_value source, size_t from, size_t size) GB_MUST_CHECK;
/* A str of ASCII. */
gb_value gb_str_ascii(gb_vm *vm, const char *text, size_t n) GB_MUST_CHECK;
/* An instance of a subclass of str with this text. */
gb_value gb_str_instance(gb_vm *vm, gb_type *cls, gb_value text) GB_MUST_CHECK;

/* The code point at data[*at], which moves on. The text is a str's. */
static inline uint32_t gb_str_decode(const char *data, size_t *at)
{
    const unsigned char *p = (const unsigned char *)data + *at;
    if (p[0] < 0x80) return (*at)++, p[0];
    if (p[0] < 0xe0) return *at += 2, (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    if (p[0] < 0xf0)
        return *at += 3,
               (uint32_t)(p[0] & 0xf) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    return *at += 4, (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
                         (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}
/* Writes up to four bytes, surrogates too; returns how many. */
size_t gb_codepoint_put(char *out, uint32_t c);
gb_value gb_str_codepoint(gb_vm *vm, uint32_t c) GB_MUST_CHECK;
size_t gb_str_index_of_offset(gb_value v, size_t offset);
gb_value gb_str_append_take(gb_vm *vm, gb_value a, gb_value b) GB_MUST_CHECK;
int64_t gb_bytes_hash(const char *data, size_t n);

/* Finds `part` in text[0..n): the first or last offset, or -1. */
int64_t gb_bytes_find(const char *text, size_t n, const char *part, size_t part_size, bool last);

/* repr of a text as Python writes it, quotes included; `ascii`: other characters as escapes. */
void gb_str_write_repr(gb_buffer *out, const char *text, size_t n, bool ascii);
/* b'...'; `escape`: a backslash before every ' as a bytearray writes it. */
void gb_bytes_write_repr(gb_buffer *out, const unsigned char *bytes, size_t n, bool escape);

#endif
