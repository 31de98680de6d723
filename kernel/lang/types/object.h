/* The root of all types: what the VM's start needs of it. */
#ifndef GB_LANG_TYPES_OBJECT_H
#define GB_LANG_TYPES_OBJECT_H

#include "kernel/lang/vm_state.h"

/* Gives object its __new__, which takes its arguments as they come. */
bool gb_object_setup(gb_vm *vm) GB_MUST_CHECK;

#endif
