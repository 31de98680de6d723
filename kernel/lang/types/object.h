/* The root of all types: what the VM's start needs of it. */
#ifndef GB_LANG_TYPES_OBJECT_H
#define GB_LANG_TYPES_OBJECT_H

#include "kernel/lang/vm_state.h"

/* Gives a native type that has a constructor of its own its __new__, which takes its arguments as
 * they come. */
bool gb_type_add_new(gb_vm *vm, gb_type *type) GB_MUST_CHECK;
/* Is it the __new__ of some native type? */
bool gb_is_native_new(gb_value function);

#endif
