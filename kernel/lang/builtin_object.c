/* Builtin functions of any object: attributes, classes, texts, the variables of the caller; and
 * those that are not available, with an error that says what to write instead. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/format.h"

/* --- attributes
 * -------------------------------------------------------------------------------------
 */

static bool check_name(gb_vm *vm, gb_value name, const char *function)
{
    if (gb_is_str(name)) return true;
    if (function)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s(): attribute name must be string",
                              function);
    return gb_raise_false(vm, GB_EXC_TypeError, "attribute name must be string, not '%s'",
                          gb_type_name(vm, name));
}

gb_value gb_builtin_getattr(gb_vm *vm, gb_value *args)
{
    bool failed;
    if (!check_name(vm, args[1], NULL)) return GB_UNSET_VALUE;
    if (gb_is_unset(args[2])) return gb_getattr(vm, args[0], args[1]);
    gb_value v = gb_getattr_or_unset(vm, args[0], args[1], &failed);
    return gb_is_unset(v) && !failed ? gb_ref(args[2]) : v;
}

gb_value gb_builtin_hasattr(gb_vm *vm, gb_value *args)
{
    bool failed;
    if (!check_name(vm, args[1], NULL)) return GB_UNSET_VALUE;
    gb_value v = gb_getattr_or_unset(vm, args[0], args[1], &failed);
    gb_unref(v);
    return failed ? GB_UNSET_VALUE : gb_bool(!gb_is_unset(v));
}

gb_value gb_builtin_setattr(gb_vm *vm, gb_value *args)
{
    bool ok = check_name(vm, args[1], NULL) && gb_setattr(vm, args[0], args[1], args[2]);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

gb_value gb_builtin_delattr(gb_vm *vm, gb_value *args)
{
    bool ok = check_name(vm, args[1], NULL) && gb_setattr(vm, args[0], args[1], GB_UNSET_VALUE);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

gb_value gb_builtin_dir(gb_vm *vm, gb_value *args)
{
    gb_value names;
    if (gb_is_unset(args[0])) {
        gb_value locals = gb_vm_frame_locals(vm);
        if (gb_is_unset(locals)) return locals;
        names = gb_to_list(vm, locals);
        gb_unref(locals);
    } else {
        gb_value found = gb_call_special(vm, args[0], GB_NAME_OF(vm, __dir__), NULL, 0);
        names = gb_is_unset(found) ? found : gb_to_list(vm, found);
        gb_unref(found);
    }
    if (gb_is_unset(names) || gb_list_sort(vm, names)) return names;
    gb_unref(names);
    return GB_UNSET_VALUE;
}

gb_value gb_builtin_vars(gb_vm *vm, gb_value *args)
{
    bool failed;
    if (gb_is_unset(args[0])) return gb_builtin_locals(vm, args);
    gb_value dict = gb_getattr_or_unset(vm, args[0], GB_NAME_OF(vm, __dict__), &failed);
    if (!gb_is_unset(dict) || failed) return dict;
    return gb_raise(vm, GB_EXC_TypeError, "vars() argument must have __dict__ attribute");
}

gb_value gb_builtin_globals(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_frame *frame = vm->frame;
    return frame ? gb_ref(gb_object_peek(GB_DICT, frame->globals)) : gb_dict_new(vm);
}

/* At the top level the dict itself, so that what is put into it is a variable. */
gb_value gb_builtin_locals(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_frame *frame = vm->frame;
    if (frame && frame->space) return gb_ref(gb_object_peek(GB_DICT, frame->space));
    if (frame && !frame->function) return gb_ref(gb_object_peek(GB_DICT, frame->globals));
    return gb_vm_frame_locals(vm);
}

/* --- classes
 * -----------------------------------------------------------------------------------------
 */

gb_value gb_builtin_callable(gb_vm *vm, gb_value *args)
{
    return gb_bool(gb_is_callable(vm, args[0]));
}

gb_value gb_builtin_isinstance(gb_vm *vm, gb_value *args)
{
    int is = gb_isinstance(vm, args[0], args[1]);
    return is < 0 ? GB_UNSET_VALUE : gb_bool(is);
}

gb_value gb_builtin_issubclass(gb_vm *vm, gb_value *args)
{
    int is = gb_issubclass(vm, args[0], args[1]);
    return is < 0 ? GB_UNSET_VALUE : gb_bool(is);
}

/* --- texts and numbers
 * ---------------------------------------------------------------------------------
 */

gb_value gb_builtin_repr(gb_vm *vm, gb_value *args)
{
    return gb_repr(vm, args[0]);
}

gb_value gb_builtin_ascii(gb_vm *vm, gb_value *args)
{
    return gb_ascii(vm, args[0]);
}

gb_value gb_builtin_format(gb_vm *vm, gb_value *args)
{
    if (!gb_is_str(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "format() argument 2 must be str, not %s",
                        gb_type_name(vm, args[1]));
    return gb_format(vm, args[0], args[1]);
}

gb_value gb_builtin_hash(gb_vm *vm, gb_value *args)
{
    int64_t h = gb_hash(vm, args[0]);
    return h == -1 ? GB_UNSET_VALUE : gb_int(h);
}

gb_value gb_builtin_id(gb_vm *vm, gb_value *args)
{
    /* Immediate values have no address: equal ones are the same object. */
    enum { TAG_SHIFT = 56 };
    gb_value v = args[0];
    if (v.tag == GB_OTHER && v.o->type->slots.identity)
        return gb_int((int64_t)(uintptr_t)v.o->type->slots.identity(v));
    if (gb_is_object(v)) return gb_int((int64_t)(uintptr_t)v.o);
    uint64_t bits = (uint64_t)v.i;
    return gb_int_from_uint64(vm, (bits << 4 | v.tag) & (((uint64_t)1 << TAG_SHIFT) - 1));
}

/* --- imports, the end of a cell
 * -------------------------------------------------------------------------
 */

gb_value gb_builtin_import(gb_vm *vm, gb_value *args)
{
    const char *name;
    size_t n;
    if (!gb_is_str(args[0])) return gb_raise(vm, GB_EXC_TypeError, "module name must be a string");
    if (!gb_to_text(vm, args[0], "__import__() argument 1", &name, &n)) return GB_UNSET_VALUE;
    if (!n) return gb_raise(vm, GB_EXC_ValueError, "Empty module name");
    gb_value module = gb_import(vm, name);
    int listed = gb_is_unset(module) ? -1 : gb_truth(vm, args[3]);
    const char *dot = strchr(name, '.');
    if (listed || !dot) return module;
    gb_unref(module);
    gb_value first = gb_str_new(vm, name, (size_t)(dot - name));
    module = gb_is_unset(first) ? first : gb_import(vm, gb_str_data(first));
    gb_unref(first);
    return module;
}

gb_value gb_builtin_exit(gb_vm *vm, gb_value *args)
{
    gb_value cls = gb_type_value(vm->exceptions[GB_EXC_SystemExit]);
    gb_value exception = gb_call(vm, cls, args, gb_is_none(args[0]) ? 0 : 1);
    if (gb_is_unset(exception)) return exception;
    gb_raise_value(vm, exception);
    gb_unref(exception);
    return GB_UNSET_VALUE;
}

gb_value gb_builtin_quit(gb_vm *vm, gb_value *args)
{
    return gb_builtin_exit(vm, args);
}

/* --- not available
 * --------------------------------------------------------------------------------------
 */

#define REFUSED(name, text)                                                                        \
    gb_value gb_builtin_##name(gb_vm *vm, gb_value *args)                                          \
    {                                                                                              \
        (void)args;                                                                                \
        return gb_raise(vm, GB_EXC_RuntimeError, #name "() is not available: " text);              \
    }
REFUSED(eval, "text is never run as code. For a literal use json.loads or ast.literal_eval, for an "
              "attribute getattr, for a variable globals()[name]")
REFUSED(exec, "text is never run as code. Write the statements in the cell, or a function")
REFUSED(compile, "text is never run as code. Write a function or a lambda")
REFUSED(breakpoint, "there is no debugger. Print the value, or end the cell with it")
REFUSED(memoryview, "slice the bytes or the tensor itself")
REFUSED(aiter, "nothing is async here. Use iter")
REFUSED(anext, "nothing is async here. Use next")
