/* The object behind a native function: what the VM's loop and the types look into. */
#ifndef GB_LANG_NATIVE_FUNCTION_H
#define GB_LANG_NATIVE_FUNCTION_H

#include "kernel/lang/native_signature.h"

typedef struct gb_native_function {
    gb_object head;
    const gb_native *row;
    const gb_signature *sig; /* NULL until first called */
    gb_type *owner;          /* the type whose method it is; borrowed: it holds the function */
    gb_value module;         /* str or unset */
    gb_value data;           /* of a closure, or unset */
    uint32_t self_count;     /* 1: takes self before the parameters */
    uint32_t direct_count;   /* values its C function takes unbound; UINT32_MAX: unknown */
    bool wrapper;            /* a dunder method made from a slot */
    gb_raw_call raw;         /* takes the arguments unbound, instead of row->call; or NULL */
    const void *context;     /* its own */
    char *error_name;        /* what errors call it; NULL until first needed */
} gb_native_function;

static inline gb_native_function *gb_native_peek(gb_value v)
{
    return (gb_native_function *)(void *)v.o;
}

gb_value gb_native_make(gb_vm *vm, const gb_native *row, gb_type *owner) GB_MUST_CHECK;
/* True when these positional arguments need no binding: row->call takes them as they stand. */
static inline bool gb_native_takes(const gb_native_function *f, const gb_value *args,
                                   uint32_t count)
{
    if (count != f->direct_count) return false;
    if (f->self_count && (!gb_is_object(args[0]) || args[0].o->type != f->owner)) return false;
    for (uint32_t i = 0; i < count; i++)
        if (args[i].tag == GB_OTHER) return false; /* may stand for something else */
    return true;
}
gb_value gb_native_invoke(gb_vm *vm, gb_native_function *f, const gb_arguments *args) GB_MUST_CHECK;
/* "len", "list.append": what error texts call it; borrowed. */
const char *gb_native_error_name(gb_native_function *f);

/* types/descriptor.c: what the VM's caches look into. Is it the member of that name (interned) of
 * __slots__? The function that reads a property: borrowed, unset when it is no plain one. */
bool gb_is_member(gb_value v, gb_value name);
gb_value gb_property_getter_peek(gb_value v);
/* What super().name finds in the classes that follow, borrowed, or unset; `bound` gets what methods
 * bind to, borrowed, unset where it is a class. */
gb_value gb_super_find_peek(gb_value self, gb_value name, gb_value *bound);

/* classmethod(f), staticmethod(f) and the like: types/descriptor.c. */
gb_value gb_descriptor_new(gb_vm *vm, gb_type *type, gb_value function) GB_MUST_CHECK;

#endif
