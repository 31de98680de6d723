/* Signatures of natives: the parsed text, and binding arguments by it. */
#ifndef GB_LANG_NATIVE_SIGNATURE_H
#define GB_LANG_NATIVE_SIGNATURE_H

#include "kernel/lang/vm_state.h"

enum { GB_PARAMETERS_MAX = 62 };

struct gb_signature {
    const char *text;
    uint32_t count;                       /* values bound: one for each parameter */
    uint32_t positional;                  /* parameters that take positional arguments */
    uint32_t posonly;                     /* the first of them, which take no keyword */
    uint32_t required;                    /* positional ones without default */
    int varargs, varkeywords;             /* places of *args and **kwargs, or -1 */
    bool plain_words;                     /* `//`: counts are worded as those with keywords are */
    bool simple;                          /* positional parameters only */
    gb_value names[GB_PARAMETERS_MAX];    /* interned, borrowed; unset for * and ** */
    gb_value defaults[GB_PARAMETERS_MAX]; /* owned */
    bool has_default[GB_PARAMETERS_MAX];
};

/* Arguments bound to parameters. Values are borrowed but those whose bit in `owned` is set. One
 * more place at each end: for self and for a closure's data. */
typedef struct gb_bound {
    uint64_t owned;
    bool of_class; /* asked by a constructor: error texts differ a little */
    gb_value values[GB_PARAMETERS_MAX + 2];
} gb_bound;

/* The signature of this text (static: it is remembered by address); NULL with an exception. */
const gb_signature *gb_signature_of(gb_vm *vm, const char *text) GB_MUST_CHECK;

/* Names of the dunder methods made from slots begin so; their errors have other words. */
#define GB_WRAPPER_NAME "wrapper "

/* Fills values[offset ...]; what `name` the function has in error texts. On failure everything is
 * released. */
bool gb_signature_bind(gb_vm *vm, const gb_signature *sig, const char *name,
                       const gb_arguments *args, gb_bound *bound, uint32_t offset) GB_MUST_CHECK;
void gb_bound_drop(gb_bound *bound);

/* Replaces graph values in values[0 .. n), also in *args and **kwargs. */
bool gb_bound_resolve(gb_vm *vm, gb_bound *bound, uint32_t n) GB_MUST_CHECK;

void gb_signatures_release(gb_vm *vm);

static inline bool gb_needs_resolve(gb_value v)
{
    return v.tag == GB_OTHER && v.o->type->slots.resolve;
}

#endif
