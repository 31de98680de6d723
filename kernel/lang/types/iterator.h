/* Iterators of the builtin sequences: the loop steps the first three itself. */
#ifndef GB_LANG_TYPES_ITERATOR_H
#define GB_LANG_TYPES_ITERATOR_H

#include "kernel/lang/vm_state.h"

/* list_iterator, tuple_iterator, str_iterator, and sequence_iterator for anything with items. */
typedef struct gb_iterator {
    gb_object head;
    gb_value sequence; /* unset at the end */
    size_t at;         /* next index; for str the next byte */
    bool reversed;     /* `at` counts items left */
} gb_iterator;

typedef struct gb_range_iterator {
    gb_object head;
    int64_t next, step, left;
} gb_range_iterator;

gb_value gb_iterator_new(gb_vm *vm, gb_type *type, gb_value sequence) GB_MUST_CHECK;
gb_value gb_range_iterator_new(gb_vm *vm, int64_t start, int64_t step, int64_t count) GB_MUST_CHECK;

/* The fields of a spec of such iterators, but the name. */
void gb_iterator_release(gb_object *self);
void gb_iterator_traverse(gb_object *self, gb_visit visit, void *context);
gb_value gb_iterator_iter(gb_vm *vm, gb_value self);
extern const gb_native gb_iterator_methods[];
#define GB_ITERATOR_FIELDS(step)                                                                   \
    .size = sizeof(gb_iterator), .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,                         \
    .methods = gb_iterator_methods,                                                                \
    .slots = {.release = gb_iterator_release,                                                      \
              .traverse = gb_iterator_traverse,                                                    \
              .iter = gb_iterator_iter,                                                            \
              .next = step}

static inline gb_iterator *gb_iterator_peek(gb_value v)
{
    return (gb_iterator *)(void *)v.o;
}
static inline gb_range_iterator *gb_range_iterator_peek(gb_value v)
{
    return (gb_range_iterator *)(void *)v.o;
}

#endif
