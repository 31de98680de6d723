/* `builtins`: what every program has, as a module. Its names are the builtins themselves: one that
 * is set here is seen by every program. */
#include "kernel/lang/modules/modules.h"

#include "kernel/lang/module.h"

static bool init(gb_vm *vm, gb_value module)
{
    gb_module *self = gb_module_peek(module);
    gb_value doc = gb_dict_find_name(gb_dict_peek(self->dict), GB_NAME_OF(vm, __doc__));
    if (!gb_dict_set(vm, vm->builtins, GB_NAME_OF(vm, __doc__), doc)) return false;
    gb_replace_take(&self->dict, gb_ref(vm->builtins));
    return true;
}

const gb_module_spec gb_module_builtins = {
    .name = "builtins",
    .doc = "The names that every program has.",
    .init = init,
};
