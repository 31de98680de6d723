/* `builtins`: what every program has, as a module. */
#include "kernel/lang/modules/modules.h"

static bool init(gb_vm *vm, gb_value module)
{
    gb_value key, value, all = gb_vm_builtins_peek(vm);
    for (size_t at = 0; gb_dict_next(all, &at, &key, &value);)
        if (gb_is_str(key) && !gb_module_set(vm, module, gb_str_data(key), value)) return false;
    return true;
}

const gb_module_spec gb_module_builtins = {
    .name = "builtins",
    .doc = "The names that every program has.",
    .init = init,
};
