/* The builtin objects: how C makes them and looks into them.
 *
 * Accessors take a gb_value whose tag the caller has checked (`gb_is_str(v)` and so on). Arguments
 * are borrowed, results owned, unless the name says `_peek` or `_take`. Constructors return
 * GB_UNSET with an exception in the VM when there is no memory. */
#ifndef GB_LANG_OBJECT_H
#define GB_LANG_OBJECT_H

#include "kernel/lang/native.h"

#include <gmp.h>

/* --- int: gb_int() for 64 bits; beyond that GMP --------------------------------------------------
 */

typedef struct gb_bigint {
    gb_object head;
    mpz_t value;
} gb_bigint;

gb_value gb_int_from_uint64(gb_vm *vm, uint64_t x);
/* The number that `z` holds, small or big; z is taken over (cleared). */
gb_value gb_int_from_mpz_take(gb_vm *vm, mpz_t z);
/* Initialises `out` with any int (bool, small, big). */
void gb_int_to_mpz(gb_value v, mpz_t out);
/* True when it fits. */
bool gb_int_fits(gb_value v, int64_t *out);
/* int(text, base): digits with underscores, sign, blanks around. ValueError otherwise. */
gb_value gb_int_parse(gb_vm *vm, const char *text, size_t n, int base);
gb_value gb_int_from_double(gb_vm *vm, double x);

/* --- float, complex ------------------------------------------------------------------------------
 */

double gb_float_of(gb_value v); /* gb_is_float */
typedef struct gb_complex {
    gb_object head;
    double real, imag;
} gb_complex;
gb_value gb_complex_new(gb_vm *vm, double real, double imag);

/* --- str: immutable; UTF-8 inside (a lone surrogate as three bytes)
 * --------------------------------- */

typedef struct gb_str {
    gb_object head;
    int64_t hash;  /* -1 while not computed */
    size_t size;   /* bytes */
    size_t length; /* code points; equal to size exactly when it is ASCII */
    uint32_t
        *marks; /* byte offset of every 64th code point, made when first needed; not for ASCII */
    bool interned;
    uint32_t spare; /* bytes allocated behind the terminator, for appending */
    char data[];    /* terminated */
} gb_str;

/* From UTF-8 (trusted to be valid: check bytes from outside with gb_utf8_valid). */
gb_value gb_str_new(gb_vm *vm, const char *text, size_t n);
gb_value gb_str_text_new(gb_vm *vm, const char *text); /* terminated */
/* The one str of this text, for names: compares by pointer. Owned. */
gb_value gb_str_intern(gb_vm *vm, const char *text);
gb_value gb_str_format(gb_vm *vm, const char *format, ...) GB_PRINTF(2, 3);
/* Takes the buffer's contents. */
gb_value gb_str_from_buffer(gb_vm *vm, gb_buffer *buffer);

static inline gb_str *gb_str_peek(gb_value v)
{
    return (gb_str *)(void *)v.o;
}
static inline const char *gb_str_data(gb_value v) /* borrowed, terminated */
{
    return gb_str_peek(v)->data;
}
static inline size_t gb_str_size(gb_value v) /* bytes */
{
    return gb_str_peek(v)->size;
}
static inline size_t gb_str_length(gb_value v) /* code points */
{
    return gb_str_peek(v)->length;
}
bool gb_str_equal(gb_value a, gb_value b);
bool gb_str_is(gb_value v, const char *text); /* false too when v is no str */
gb_value gb_str_at(gb_vm *vm, gb_value v, size_t index);
gb_value gb_str_slice(gb_vm *vm, gb_value v, size_t start, size_t stop);
size_t gb_str_offset(gb_value v, size_t index); /* byte of a code point */
gb_value gb_str_concat(gb_vm *vm, gb_value a, gb_value b);

/* --- bytes
 * ------------------------------------------------------------------------------------------ */

typedef struct gb_bytes {
    gb_object head;
    int64_t hash;
    size_t size;
    unsigned char data[]; /* terminated by 0 */
} gb_bytes;
gb_value gb_bytes_new(gb_vm *vm, const void *bytes, size_t n); /* bytes NULL: zeros */
static inline gb_bytes *gb_bytes_peek(gb_value v)
{
    return (gb_bytes *)(void *)v.o;
}

/* --- list, tuple
 * ------------------------------------------------------------------------------------ */

typedef struct gb_list {
    gb_object head;
    gb_value *items;
    size_t count;
    size_t capacity;
} gb_list;

/* `count` None items, to be overwritten in place; or an empty one with room. */
gb_value gb_list_new(gb_vm *vm, size_t count);
gb_value gb_list_from(gb_vm *vm, const gb_value *items, size_t count);
bool gb_list_append(gb_vm *vm, gb_value list, gb_value item) GB_MUST_CHECK;
bool gb_list_append_take(gb_vm *vm, gb_value list, gb_value item) GB_MUST_CHECK; /* UNSET: false */
bool gb_list_extend(gb_vm *vm, gb_value list, gb_value iterable) GB_MUST_CHECK;
static inline gb_list *gb_list_peek(gb_value v)
{
    return (gb_list *)(void *)v.o;
}

typedef struct gb_tuple {
    gb_object head;
    size_t count;
    gb_value items[];
} gb_tuple;

/* `count` None items: fill gb_tuple_peek(t)->items in place before anybody else sees it. */
gb_value gb_tuple_new(gb_vm *vm, size_t count);
gb_value gb_tuple_from(gb_vm *vm, const gb_value *items, size_t count);
/* An instance of a subclass of tuple. */
gb_value gb_tuple_of_type(gb_vm *vm, gb_type *cls, const gb_value *items, size_t count);
/* gb_tuple_of(vm, 2, a, b); borrows. */
gb_value gb_tuple_of(gb_vm *vm, size_t count, ...);
static inline gb_tuple *gb_tuple_peek(gb_value v)
{
    return (gb_tuple *)(void *)v.o;
}

/* Items of a list or tuple as an array; borrowed. */
static inline gb_value *gb_items_peek(gb_value v, size_t *count)
{
    if (v.tag == GB_LIST) {
        *count = gb_list_peek(v)->count;
        return gb_list_peek(v)->items;
    }
    *count = gb_tuple_peek(v)->count;
    return gb_tuple_peek(v)->items;
}
static inline bool gb_is_sequence(gb_value v) /* list or tuple */
{
    return v.tag == GB_LIST || v.tag == GB_TUPLE;
}

/* --- dict: ordered by insertion
 * ------------------------------------------------------------------------ */

typedef struct gb_dict_entry {
    gb_value key; /* GB_UNSET: removed */
    gb_value value;
    int64_t hash;
} gb_dict_entry;

typedef struct gb_dict {
    gb_object head;
    gb_dict_entry *entries;
    uint32_t used;         /* entries, removed ones included */
    uint32_t count;        /* live ones */
    uint32_t capacity;     /* of entries */
    uint32_t index_mask;   /* slots - 1; 0: no index, entries are searched one by one */
    uint32_t index_taken;  /* slots of the index that are not empty */
    void *index;           /* uint32_t slots: entry + 1, 0 empty, UINT32_MAX removed */
    uint64_t keys_version; /* changes when a key comes or goes */
    bool names_only;       /* every key is an interned str */
} gb_dict;

gb_value gb_dict_new(gb_vm *vm);
/* The value; borrowed; GB_UNSET without an exception when the key is not there, with one when
 * hashing or comparing failed (gb_exception_peek tells). */
gb_value gb_dict_get_peek(gb_vm *vm, gb_value dict, gb_value key);
gb_value gb_dict_get_text_peek(gb_vm *vm, gb_value dict, const char *key); /* never fails */
bool gb_dict_set(gb_vm *vm, gb_value dict, gb_value key, gb_value value) GB_MUST_CHECK;
bool gb_dict_set_text(gb_vm *vm, gb_value dict, const char *key, gb_value value) GB_MUST_CHECK;
/* Takes the value over; false when it is GB_UNSET. */
bool gb_dict_set_text_take(gb_vm *vm, gb_value dict, const char *key, gb_value value) GB_MUST_CHECK;
/* 1 removed, 0 was not there, -1 error. `value` (owned) may be NULL. */
int gb_dict_remove(gb_vm *vm, gb_value dict, gb_value key, gb_value *value);
bool gb_dict_update(gb_vm *vm, gb_value dict, gb_value other) GB_MUST_CHECK; /* other: dict */
gb_value gb_dict_copy(gb_vm *vm, gb_value dict);
size_t gb_dict_count(gb_value dict);
void gb_dict_clear(gb_value dict);
/* `size_t at = 0; while (gb_dict_next(dict, &at, &key, &value))`: in order; both borrowed. */
bool gb_dict_next(gb_value dict, size_t *at, gb_value *key, gb_value *value);
static inline gb_dict *gb_dict_peek(gb_value v)
{
    return (gb_dict *)(void *)v.o;
}

/* --- set, frozenset
 * -------------------------------------------------------------------------------------- */

gb_value gb_set_new(gb_vm *vm, bool frozen);
bool gb_set_add(gb_vm *vm, gb_value set, gb_value item) GB_MUST_CHECK;
int gb_set_contains(gb_vm *vm, gb_value set, gb_value item);
int gb_set_remove(gb_vm *vm, gb_value set, gb_value item); /* 1 removed, 0 was not there, -1 */
size_t gb_set_count(gb_value set);
bool gb_set_next(gb_value set, size_t *at, gb_value *item); /* borrowed */

/* --- range, slice
 * ------------------------------------------------------------------------------------------ */

typedef struct gb_slice {
    gb_object head;
    gb_value start, stop, step; /* None when left out */
} gb_slice;
gb_value gb_slice_new(gb_vm *vm, gb_value start, gb_value stop, gb_value step);
static inline gb_slice *gb_slice_peek(gb_value v)
{
    return (gb_slice *)(void *)v.o;
}
/* slice.indices(length): the clipped start, stop, step, and how many items that is. */
bool gb_slice_indices(gb_vm *vm, gb_value slice, int64_t length, int64_t out[3],
                      int64_t *count) GB_MUST_CHECK;
/* An index (negative counts from the end) within `length`; IndexError "WHAT index out of range". */
bool gb_index_within(gb_vm *vm, gb_value index, int64_t length, const char *what,
                     int64_t *out) GB_MUST_CHECK;

typedef struct gb_range_object {
    gb_object head;
    int64_t start, stop, step, count; /* where `wide` is NULL */
    struct gb_wide_range *wide;       /* beyond 64 bits: types/range_wide.h; owned */
} gb_range_object;
gb_value gb_range_new(gb_vm *vm, int64_t start, int64_t stop, int64_t step);

/* --- functions, methods, modules
 * ----------------------------------------------------------------------------- */

gb_value gb_method_new(gb_vm *vm, gb_value function, gb_value self);
gb_value gb_module_new(gb_vm *vm, const char *name);
/* Its names, as a dict; borrowed. */
gb_value gb_module_dict_peek(gb_value module);
/* An instance's __dict__; borrowed; GB_UNSET when it has none. */
gb_value gb_instance_dict_peek(gb_vm *vm, gb_value self);

/* Looks at a function made by def: its code (NULL for other values); borrowed. */
gb_code *gb_function_code_peek(gb_value function);

#endif
