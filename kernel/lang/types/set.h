/* Sets inside the VM. Others use object.h. */
#ifndef GB_LANG_TYPES_SET_H
#define GB_LANG_TYPES_SET_H

#include "kernel/lang/vm_state.h"

typedef enum gb_set_state { GB_SET_EMPTY, GB_SET_USED, GB_SET_REMOVED } gb_set_state;

typedef struct gb_set_entry {
    gb_value item;
    int64_t hash;
    gb_set_state state;
} gb_set_entry;

typedef struct gb_set {
    gb_object head;
    gb_set_entry *table; /* NULL while nothing was ever added */
    size_t mask;
    size_t fill;   /* slots not empty */
    size_t used;   /* items */
    size_t finger; /* where pop looks first */
    int64_t hash;  /* of a frozenset; -1 while not computed */
} gb_set;

static inline gb_set *gb_set_peek(gb_value v)
{
    return (gb_set *)(void *)v.o;
}

gb_value gb_set_of(gb_vm *vm, gb_type *cls) GB_MUST_CHECK;
gb_value gb_set_copy(gb_vm *vm, gb_value set, gb_type *cls) GB_MUST_CHECK;
void gb_set_clear(gb_set *set);
bool gb_set_add_hashed(gb_vm *vm, gb_set *set, gb_value item, int64_t hash) GB_MUST_CHECK;
int gb_set_contains_hashed(gb_vm *vm, gb_set *set, gb_value item, int64_t hash);
int gb_set_remove_hashed(gb_vm *vm, gb_set *set, gb_value item,
                         int64_t hash); /* as gb_set_remove */
/* The items of both, of the class of a's layout; b any iterable. */
gb_value gb_set_intersect(gb_vm *vm, gb_value a, gb_value b) GB_MUST_CHECK;
/* set -= other, for any iterable. */
bool gb_set_subtract(gb_vm *vm, gb_value set, gb_value other) GB_MUST_CHECK;
/* An item of the set, owned and taken out; unset without an exception when it is empty. */
gb_value gb_set_pop(gb_set *set);

extern const gb_type_spec gb_spec_set_iterator;

#endif
