/* Modules as values. How `import` finds them is import.c. */
#include "kernel/lang/module.h"

gb_value gb_module_new(gb_vm *vm, const char *name)
{
    gb_value v = gb_instance_new(vm, vm->types.module);
    if (gb_is_unset(v)) return v;
    gb_module *module = gb_module_peek(v);
    module->dict = gb_dict_new(vm);
    gb_value text = gb_str_intern(vm, name);
    bool ok =
        !gb_is_unset(module->dict) && !gb_is_unset(text) &&
        gb_dict_set_name(vm, gb_dict_peek(module->dict), GB_NAME_OF(vm, __name__), text) &&
        gb_dict_set_name(vm, gb_dict_peek(module->dict), GB_NAME_OF(vm, __doc__), GB_NONE_VALUE);
    gb_unref(text);
    if (ok) return v;
    gb_unref(v);
    return GB_UNSET_VALUE;
}

gb_value gb_module_dict_peek(gb_value module)
{
    return gb_module_peek(module)->dict;
}

bool gb_module_set(gb_vm *vm, gb_value module, const char *name, gb_value value)
{
    return gb_dict_set_text(vm, gb_module_dict_peek(module), name, value);
}

bool gb_module_add_take(gb_vm *vm, gb_value module, const char *name, gb_value value)
{
    return gb_dict_set_text_take(vm, gb_module_dict_peek(module), name, value);
}

gb_value gb_module_missing_text(gb_vm *vm, gb_value module, gb_value name)
{
    gb_value own =
        gb_dict_find_name(gb_dict_peek(gb_module_dict_peek(module)), GB_NAME_OF(vm, __name__));
    return gb_str_format(vm, "module '%s' has no attribute '%s'",
                         gb_is_str(own) ? gb_str_data(own) : "?", gb_str_data(name));
}

static gb_value module_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_module *module = gb_module_peek(self);
    gb_value v = gb_dict_find_name(gb_dict_peek(module->dict), name);
    if (!gb_is_unset(v)) return gb_ref(v);
    if (gb_str_is(name, "__dict__")) return gb_ref(module->dict);
    if (gb_str_is(name, "__class__")) return gb_ref(gb_type_value(self.o->type));
    if (module->spec && module->spec->missing) {
        v = module->spec->missing(vm, self, name);
        if (!gb_is_unset(v) && !gb_dict_set(vm, module->dict, name, v)) gb_clear(&v);
        if (!gb_is_unset(v) || !gb_is_unset(vm->exception)) return v;
    }
    gb_value hook = gb_dict_find_name(gb_dict_peek(module->dict), GB_NAME_OF(vm, __getattr__));
    if (hook.tag == GB_FUNCTION) return gb_call(vm, hook, &name, 1);
    v = gb_import_submodule(vm, self, name);
    if (!gb_is_unset(v) || !gb_is_unset(vm->exception)) return v;
    return gb_raise_attribute(vm, self, name);
}

static bool module_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value)
{
    gb_value dict = gb_module_dict_peek(self);
    if (!gb_is_unset(value)) {
        name = gb_intern_take(vm, gb_ref(name));
        bool ok = !gb_is_unset(name) && gb_dict_set(vm, dict, name, value);
        gb_unref(name);
        return ok;
    }
    int removed = gb_dict_remove(vm, dict, name, NULL);
    if (removed == 0) gb_raise_attribute(vm, self, name);
    return removed > 0;
}

static gb_value module_repr(gb_vm *vm, gb_value self)
{
    gb_value name =
        gb_dict_find_name(gb_dict_peek(gb_module_dict_peek(self)), GB_NAME_OF(vm, __name__));
    return gb_str_format(vm, "<module '%s' (built-in)>", gb_is_str(name) ? gb_str_data(name) : "?");
}

static void module_release(gb_object *self)
{
    gb_unref(((gb_module *)(void *)self)->dict);
}

static void module_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_module *)(void *)self)->dict, context);
}

static gb_value module_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    (void)cls;
    if (!gb_bind(vm, "module", "name, doc=None", args, bound)) return GB_UNSET_VALUE;
    const char *name;
    gb_value module = GB_UNSET_VALUE;
    if (gb_to_text(vm, bound[0], "module name", &name, NULL)) module = gb_module_new(vm, name);
    if (!gb_is_unset(module) && !gb_module_set(vm, module, "__doc__", bound[1])) gb_clear(&module);
    gb_bound_release(bound, 2);
    return module;
}

const gb_type_spec gb_spec_module = {
    .name = "module",
    .size = sizeof(gb_module),
    .tag = GB_MODULE,
    .slots = {.make = module_make,
              .release = module_release,
              .traverse = module_traverse,
              .getattr = module_getattr,
              .setattr = module_setattr,
              .repr = module_repr},
};
