/* bytes and bytearray inside the VM. Others use object.h. */
#ifndef GB_LANG_TYPES_BYTES_H
#define GB_LANG_TYPES_BYTES_H

#include "kernel/lang/vm_state.h"

/* Bytes that somebody else holds. */
typedef struct gb_chars {
    const char *data;
    size_t size;
} gb_chars;

typedef struct gb_bytearray {
    gb_object head;
    char *data; /* NULL while nothing was ever in it */
    size_t size;
    size_t capacity;
} gb_bytearray;

static inline bool gb_is_bytearray(gb_value v)
{
    return v.tag == GB_OTHER && v.o->type->spec == &gb_spec_bytearray;
}
static inline gb_bytearray *gb_bytearray_peek(gb_value v)
{
    return (gb_bytearray *)(void *)v.o;
}

/* The contents of bytes or a bytearray (borrowed, until it changes); false for other values. */
static inline bool gb_bytes_like_peek(gb_value v, gb_chars *out)
{
    if (v.tag == GB_BYTES) {
        *out = (gb_chars){(const char *)gb_bytes_peek(v)->data, gb_bytes_peek(v)->size};
        return true;
    }
    if (!gb_is_bytearray(v)) return false;
    const gb_bytearray *array = gb_bytearray_peek(v);
    *out = (gb_chars){array->data ? array->data : "", array->size};
    return true;
}

gb_value gb_bytearray_new(gb_vm *vm, const void *bytes, size_t n) GB_MUST_CHECK;

/* An int from 0 to 255: ValueError "byte must be in range(0, 256)", or TypeError. */
bool gb_to_byte(gb_vm *vm, gb_value v, unsigned char *out) GB_MUST_CHECK;

/* What bytes(source, encoding, errors) holds, appended; `name` of the constructor in errors. */
bool gb_bytes_collect(gb_vm *vm, gb_buffer *out, const char *name,
                      const gb_value source[3]) GB_MUST_CHECK;

/* Slots and methods of both types. */
gb_value gb_bytes_item(gb_vm *vm, gb_value self, gb_value key) GB_MUST_CHECK;
int gb_bytes_contains(gb_vm *vm, gb_value self, gb_value item);
gb_value gb_bytes_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b) GB_MUST_CHECK;
gb_value gb_bytes_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b) GB_MUST_CHECK;
int64_t gb_bytes_len(gb_vm *vm, gb_value self);
gb_value gb_bytes_iter(gb_vm *vm, gb_value self) GB_MUST_CHECK;

/* template % values. */
gb_value gb_format_percent_bytes(gb_vm *vm, gb_value template, gb_value values) GB_MUST_CHECK;

#endif
