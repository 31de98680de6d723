/* The object behind a module, and the import machinery inside the VM. Others use native.h. */
#ifndef GB_LANG_MODULE_H
#define GB_LANG_MODULE_H

#include "kernel/lang/vm_state.h"

typedef struct gb_module {
    gb_object head;
    gb_value dict;
    const gb_module_spec *spec; /* NULL for modules without a native part */
} gb_module;

static inline gb_module *gb_module_peek(gb_value v)
{
    return (gb_module *)(void *)v.o;
}

/* module.name when that is a module which can be imported; unset without an exception otherwise. */
gb_value gb_import_submodule(gb_vm *vm, gb_value module, gb_value name) GB_MUST_CHECK;

#endif
