/* torch's state in a VM, and the small argument readers that its files share. */
#include "kernel/lang/torch/state.h"

#include "graph/base/memory.h"

static const char state_key;

static void release(void *pointer)
{
    gb_torch_state *state = pointer;
    gb_callbacks_empty(state);
    while (state->inference_depth)
        gb_inference_leave(state->inference[--state->inference_depth]);
    gb_map_release(&state->results);
    gb_map_release(&state->nodes);
    gb_unref(state->classes);
    gb_arena_release(&state->arena);
    gb_free(state);
}

gb_torch_state *gb_torch_state_of(gb_vm *vm)
{
    gb_error err = GB_ERROR_INIT;
    gb_torch_state *state = gb_vm_attached(vm, &state_key);
    if (state) return state;
    if (!(state = gb_calloc(1, sizeof *state, &err))) {
        gb_raise_error(vm, &err);
        return NULL;
    }
    state->print = gb_print_defaults;
    state->classes = GB_UNSET_VALUE;
    state->devices[0] = GB_DEVICE_DEFAULT;
    if (gb_vm_attach(vm, &state_key, state, release)) return state;
    gb_free(state);
    return NULL;
}

gb_device gb_torch_default_device(gb_vm *vm)
{
    const gb_torch_state *state = gb_vm_attached(vm, &state_key);
    return state ? state->devices[state->device_depth] : GB_DEVICE_DEFAULT;
}

gb_print_options *gb_torch_print_options(gb_vm *vm)
{
    gb_torch_state *state = gb_torch_state_of(vm);
    if (!state) gb_exception_clear(vm);
    return state ? &state->print : NULL;
}

/* type(name, (base,), {"__module__": …}), kept by the state. */
static gb_type *new_class(gb_vm *vm, const char *name, gb_type *base)
{
    gb_torch_state *state = gb_torch_state_of(vm);
    gb_value text = gb_str_text_new(vm, name), bases = gb_tuple_of(vm, 1, gb_type_value(base));
    gb_value space = gb_dict_new(vm), cls = GB_UNSET_VALUE;
    bool ok = state && !gb_is_unset(text) && !gb_is_unset(bases) && !gb_is_unset(space);
    if (ok && !gb_is_unset(base->module))
        ok = gb_dict_set_text(vm, space, "__module__", base->module);
    if (ok) cls = gb_type_new(vm, text, bases, space, GB_UNSET_VALUE);
    if (ok && gb_is_unset(state->classes)) state->classes = gb_list_new(vm, 0);
    ok = ok && !gb_is_unset(cls) && !gb_is_unset(state->classes) &&
         gb_list_append(vm, state->classes, cls);
    gb_type *type = ok ? gb_type_peek(cls) : NULL;
    gb_unref(cls);
    gb_unref(space);
    gb_unref(bases);
    gb_unref(text);
    return type;
}

gb_type *gb_torch_class(gb_vm *vm, gb_map *made, const char *key, const char *name, gb_type *base,
                        bool *fresh)
{
    gb_error err = GB_ERROR_INIT;
    gb_type *type = gb_map_get(made, key);
    if (fresh) *fresh = !type;
    if (type) return type;
    type = new_class(vm, name, base);
    if (!type || gb_map_put(made, key, type, &err)) return type;
    gb_raise_error(vm, &err);
    return NULL;
}

bool gb_tensors_peek(gb_vm *vm, gb_value list, gb_tensor **out, size_t *count)
{
    gb_value *items = gb_items_peek(list, count);
    if (*count > GB_TENSORS_MAX)
        return gb_raise_false(vm, GB_EXC_ValueError, "more than %d tensors", GB_TENSORS_MAX);
    for (size_t i = 0; i < *count; i++) {
        out[i] = gb_tensor_value_peek(items[i]);
        if (!out[i] && !gb_is_none(items[i]))
            return gb_raise_false(vm, GB_EXC_TypeError, "expected Tensor, but got %s",
                                  gb_type_name(vm, items[i]));
    }
    return true;
}

bool gb_device_argument(gb_vm *vm, gb_value v, gb_device *device)
{
    gb_error err = GB_ERROR_INIT;
    int64_t index;
    if (gb_is_none(v) || gb_device_value_get(v, device)) return true;
    if (gb_is_str(v))
        return gb_device_parse(gb_str_data(v), device, &err) || gb_raise_error_false(vm, &err);
    if (v.tag != GB_INT)
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "argument 'device' must be torch.device, not %s",
                              gb_type_name(vm, v));
    if (!gb_to_int64(vm, v, &index)) return false;
    *device = (gb_device){GB_CUDA, (int16_t)index};
    return true;
}

bool gb_dtype_argument(gb_vm *vm, gb_value v, gb_dtype *dtype)
{
    if (gb_is_none(v) || gb_dtype_value_get(v, dtype)) return true;
    return gb_raise_false(vm, GB_EXC_TypeError, "argument 'dtype' must be torch.dtype, not %s",
                          gb_type_name(vm, v));
}
