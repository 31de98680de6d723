/* `_synthesize`: how library modules make functions whose parameters are known only when they run:
 * the __init__ of a dataclass, the __new__ of a named tuple. They get the speed, the signature and
 * the error texts of functions that somebody wrote. For programs text never becomes code: only
 * library modules may call it, with names that they have checked. */
#include "kernel/lang/modules/modules.h"

#include "kernel/lang/frame.h"

/* define(source, namespace): runs the `def`s in source with the namespace as their globals. */
static gb_value define(gb_vm *vm, gb_value *args)
{
    const char *source;
    if (!vm->frame || !vm->frame->linked->library)
        return gb_raise(vm, GB_EXC_RuntimeError, "_synthesize is for library modules alone");
    if (!gb_to_text(vm, args[0], "source", &source, NULL)) return GB_UNSET_VALUE;
    if (!gb_is_dict(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "namespace must be a dict, not %s",
                        gb_type_name(vm, args[1]));
    if (!gb_dict_set_text(vm, args[1], "__builtins__", gb_vm_builtins_peek(vm)) ||
        !gb_vm_run_text(vm, "<synthesized>", source, args[1]))
        return GB_UNSET_VALUE;
    return GB_NONE_VALUE;
}

/* shown(cls): error texts call the class by its module too, as those of CPython do for classes that
 * are written in C there. Returns cls: a decorator. */
static gb_value shown(gb_vm *vm, gb_value *args)
{
    if (!gb_is_type(args[0])) return gb_raise(vm, GB_EXC_TypeError, "shown() wants a class");
    gb_type *cls = gb_type_peek(args[0]);
    gb_value name =
        gb_str_format(vm, "%s.%s", gb_is_str(cls->module) ? gb_str_data(cls->module) : "?",
                      gb_str_data(cls->name));
    if (gb_is_unset(name)) return name;
    gb_replace_take(&cls->shown, name);
    return gb_ref(args[0]);
}

static const gb_native functions[] = {
    {"define", define, "source, namespace, /", 0, "Runs definitions in a namespace."},
    {"shown", shown, "cls, /", 0, "Has error texts name the class with its module."},
    {0}};

const gb_module_spec gb_module_synthesize = {
    .name = "_synthesize",
    .doc = "Functions whose parameters are known only at run time.",
    .functions = functions,
};
