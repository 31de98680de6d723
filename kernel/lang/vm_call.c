/* Calling from C: any callable with arguments, frames run in a nested loop, limits of depth. */
#include "kernel/lang/exception.h"
#include "kernel/lang/native_function.h"
#include "kernel/lang/frame.h"

/* --- limits
 * ------------------------------------------------------------------------------------------- */

bool gb_vm_tick(gb_vm *vm)
{
    if (gb_interrupted()) return gb_raise_false(vm, GB_EXC_KeyboardInterrupt, "%s", "");
    if (vm->steps >= vm->step_limit)
        return gb_raise_false(vm, GB_EXC_TimeoutError, "the program took more than %llu steps",
                              (unsigned long long)vm->step_limit);
    return true;
}

bool gb_vm_check(gb_vm *vm)
{
    return gb_vm_tick(vm);
}

static bool too_deep(gb_vm *vm, const char *doing)
{
    return gb_raise_false(vm, GB_EXC_RecursionError, "maximum recursion depth exceeded%s", doing);
}

bool gb_vm_tick_call(gb_vm *vm)
{
    return vm->depth > vm->recursion_limit ? too_deep(vm, "") : gb_vm_tick(vm);
}

bool gb_enter(gb_vm *vm, const char *doing)
{
    char here;
    if (vm->depth >= vm->recursion_limit || (uintptr_t)&here < (uintptr_t)vm->c_stack_limit)
        return too_deep(vm, doing);
    vm->depth++;
    return true;
}

/* --- frames from C
 * -------------------------------------------------------------------------------------- */

gb_value gb_frame_run(gb_vm *vm, gb_frame *frame)
{
    gb_value result = GB_UNSET_VALUE;
    if (gb_enter_call(vm)) {
        frame->kind = GB_FRAME_ENTRY;
        frame->back = vm->frame;
        vm->frame = frame;
        result = gb_vm_loop(vm, frame);
        vm->frame = frame->back;
        gb_leave_call(vm);
    }
    gb_frame_drop(vm, frame);
    return result;
}

/* A frame for a call with these arguments, which are borrowed; NULL with an exception. */
static gb_frame *frame_of_call(gb_vm *vm, gb_function *f, const gb_arguments *args)
{
    if (args->keyword_count || !gb_function_takes(f, args->count))
        return gb_frame_for_call(vm, f, args);
    gb_frame *frame = gb_frame_enter(vm, f, 0, args->values, args->count);
    if (!frame) return NULL;
    gb_object_ref(f);
    for (uint32_t i = 0; i < args->count; i++)
        gb_ref(args->values[i]);
    return frame;
}

static gb_value call_function(gb_vm *vm, gb_function *f, const gb_arguments *args)
{
    gb_frame *frame = frame_of_call(vm, f, args);
    if (!frame) return GB_UNSET_VALUE;
    if (f->linked->code->flags & GB_CODE_GENERATOR) return gb_generator_from_frame(vm, frame);
    return gb_frame_run(vm, frame);
}

static gb_value call_method(gb_vm *vm, gb_method *method, const gb_arguments *args)
{
    enum { INLINE = 16 };
    gb_value room[INLINE];
    size_t total = (size_t)args->count + args->keyword_count;
    gb_value *values = total + 1 <= INLINE ? room : gb_alloc((total + 1) * sizeof(gb_value), NULL);
    if (!values) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    values[0] = method->self;
    if (total) memcpy(values + 1, args->values, total * sizeof(gb_value));
    gb_value result = gb_call_arguments(vm, method->function,
                                        &(gb_arguments){.values = values,
                                                        .count = args->count + 1,
                                                        .keyword_count = args->keyword_count,
                                                        .names = args->names});
    if (values != room) gb_free(values);
    return result;
}

gb_value gb_call_arguments(gb_vm *vm, gb_value callable, const gb_arguments *args)
{
    gb_value result = GB_UNSET_VALUE;
    gb_type *type = gb_exact_type(vm, callable);
    if (!gb_enter_call(vm)) return result;
    gb_ref(callable);
    switch (callable.tag) {
    case GB_FUNCTION: result = call_function(vm, gb_function_peek(callable), args); break;
    case GB_NATIVE_FUNCTION: result = gb_native_invoke(vm, gb_native_peek(callable), args); break;
    case GB_METHOD: result = call_method(vm, gb_method_peek(callable), args); break;
    default:
        if (type->slots.call)
            result = type->slots.call(vm, callable, args);
        else
            gb_raise(vm, GB_EXC_TypeError, "'%s' object is not callable",
                     gb_type_name(vm, callable));
    }
    gb_unref(callable);
    gb_leave_call(vm);
    return result;
}

gb_value gb_call(gb_vm *vm, gb_value callable, const gb_value *args, size_t count)
{
    return gb_call_arguments(vm, callable,
                             &(gb_arguments){.values = args, .count = (uint32_t)count});
}

bool gb_is_callable(gb_vm *vm, gb_value v)
{
    return gb_exact_type(vm, v)->slots.call != NULL;
}

typedef gb_value gb_call_function(gb_vm *vm, gb_value callable, const gb_arguments *args);

/* f(*args, **kwargs): the values of the dict after those of the tuple. */
static gb_value call_with_dict(gb_vm *vm, gb_value callable, gb_tuple *positional, gb_dict *named,
                               gb_call_function *call)
{
    size_t total = positional->count + named->count;
    gb_value *values = gb_alloc((total + 1) * sizeof(gb_value), NULL);
    gb_value names = gb_tuple_new(vm, named->count), result = GB_UNSET_VALUE;
    if (values && !gb_is_unset(names)) {
        memcpy(values, positional->items, positional->count * sizeof(gb_value));
        size_t at = 0, i = 0;
        gb_value key, value;
        while (gb_dict_next(gb_object_peek(GB_DICT, named), &at, &key, &value)) {
            gb_tuple_peek(names)->items[i] = gb_ref(key);
            values[positional->count + i++] = gb_ref(value);
        }
        result = call(vm, callable,
                      &(gb_arguments){.values = values,
                                      .count = (uint32_t)positional->count,
                                      .keyword_count = (uint32_t)i,
                                      .names = names});
        while (i > 0)
            gb_unref(values[positional->count + --i]);
    }
    gb_unref(names);
    gb_free(values);
    return result;
}

gb_value gb_call_slot_spread(gb_vm *vm, gb_call_function *call, const gb_value parts[3])
{
    gb_tuple *positional = gb_tuple_peek(parts[1]);
    if (gb_is_dict(parts[2]) && gb_dict_count(parts[2]))
        return call_with_dict(vm, parts[0], positional, gb_dict_peek(parts[2]), call);
    return call(vm, parts[0],
                &(gb_arguments){.values = positional->items, .count = (uint32_t)positional->count});
}

gb_value gb_call_spread(gb_vm *vm, gb_value callable, gb_value args, gb_value kwargs)
{
    return gb_call_slot_spread(vm, gb_call_arguments, (gb_value[]){callable, args, kwargs});
}
