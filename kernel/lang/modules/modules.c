/* The table of the modules written in C. */
#include "kernel/lang/modules/modules.h"

static const gb_module_spec *const specs[] = {
#define GB_NATIVE_MODULE(id) &gb_module_##id,
#include "kernel/lang/modules/modules.def"
#undef GB_NATIVE_MODULE
};

bool gb_modules_register(gb_vm *vm)
{
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++)
        if (!gb_module_register(vm, specs[i])) return false;
    return true;
}
