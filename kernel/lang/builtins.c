/* Filling the dict of builtins: functions, types, exceptions, constants. See builtins.h. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/types/dict.h"

static const gb_native functions[] = {
#define GB_BUILTIN(name, function, signature, flags, doc)                                          \
    {#name, gb_builtin_##function, signature, flags, doc},
#include "kernel/lang/builtins.def"
#undef GB_BUILTIN
    {0}};

/* The types that programs see, by the specs' own names; the others have none in the language. */
static const gb_type_spec *const types[] = {
    &gb_spec_object,    &gb_spec_type,        &gb_spec_boolean, &gb_spec_integer,
    &gb_spec_floating,  &gb_spec_complex,     &gb_spec_str,     &gb_spec_bytes,
    &gb_spec_bytearray, &gb_spec_list,        &gb_spec_tuple,   &gb_spec_dict,
    &gb_spec_set,       &gb_spec_frozenset,   &gb_spec_range,   &gb_spec_slice,
    &gb_spec_property,  &gb_spec_classmethod, &gb_spec_super,   &gb_spec_staticmethod,
    &gb_spec_enumerate, &gb_spec_zip,         &gb_spec_map,     &gb_spec_filter,
    &gb_spec_reversed,
};

static bool add(gb_vm *vm, const char *name, gb_value v)
{
    gb_value key = gb_intern_peek(vm, name, strlen(name));
    return !gb_is_unset(key) && gb_dict_set(vm, vm->builtins, key, v);
}

static bool add_functions(gb_vm *vm)
{
    for (const gb_native *row = functions; row->name; row++) {
        gb_value function = gb_native_new(vm, row, "builtins");
        bool ok = !gb_is_unset(function) && add(vm, row->name, function);
        gb_unref(function);
        if (!ok) return false;
    }
    return true;
}

static bool add_types(gb_vm *vm)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        gb_type *type = gb_type_make(vm, types[i]);
        if (!type || !add(vm, types[i]->name, gb_type_value(type))) return false;
    }
    for (size_t i = 0; i < GB_EXC_COUNT; i++)
        if (!add(vm, gb_str_data(vm->exceptions[i]->name), gb_type_value(vm->exceptions[i])))
            return false;
    gb_value os_error = gb_type_value(vm->exceptions[GB_EXC_OSError]);
    return add(vm, "IOError", os_error) && add(vm, "EnvironmentError", os_error);
}

bool gb_builtins_setup(gb_vm *vm)
{
    gb_value name = gb_str_intern(vm, "builtins");
    bool ok = !gb_is_unset(name) && add(vm, "__name__", name) && add_functions(vm) &&
              add_types(vm) && add(vm, "None", GB_NONE_VALUE) && add(vm, "True", GB_TRUE_VALUE) &&
              add(vm, "False", GB_FALSE_VALUE) && add(vm, "Ellipsis", GB_ELLIPSIS_VALUE) &&
              add(vm, "NotImplemented", GB_NOT_IMPLEMENTED_VALUE) &&
              add(vm, "__debug__", GB_TRUE_VALUE);
    gb_unref(name);
    return ok;
}
