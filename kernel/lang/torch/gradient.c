/* Gradients: backward and grad, modes, hooks, operators whose backward is written in the cell
 * language. The names that programs use are in modules/torch/autograd.py. */
#include "kernel/lang/torch/state.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"

/* --- backward
 * ----------------------------------------------------------------------------------------- */

/* What a hook of the program raised goes on; else what the lower layer reported. */
static gb_value failed(gb_vm *vm, const gb_error *err)
{
    return gb_is_unset(gb_exception_peek(vm)) ? gb_raise_error(vm, err) : GB_UNSET_VALUE;
}

typedef struct pass {
    gb_tensor *outputs[GB_TENSORS_MAX], *inputs[GB_TENSORS_MAX], *seeds[GB_TENSORS_MAX];
    size_t count, input_count, seed_count;
    gb_backward_options options;
} pass;

/* outputs, seeds or None, inputs or None, retain, create, unused. */
static bool read_pass(gb_vm *vm, gb_value *args, pass *p)
{
    *p = (pass){0};
    int retain = gb_truth(vm, args[3]), create = gb_truth(vm, args[4]);
    int unused = gb_truth(vm, args[5]);
    if (retain < 0 || create < 0 || unused < 0) return false;
    if (!gb_tensors_peek(vm, args[0], p->outputs, &p->count) ||
        (!gb_is_none(args[1]) && !gb_tensors_peek(vm, args[1], p->seeds, &p->seed_count)) ||
        (!gb_is_none(args[2]) && !gb_tensors_peek(vm, args[2], p->inputs, &p->input_count)))
        return false;
    for (size_t i = 0; i < p->count; i++)
        if (!p->outputs[i])
            return gb_raise_false(vm, GB_EXC_TypeError, "expected Tensor, but got NoneType");
    if (!gb_is_none(args[1]) && p->seed_count != p->count)
        return gb_raise_false(vm, GB_EXC_RuntimeError, "got %zu tensors and %zu gradients",
                              p->count, p->seed_count);
    p->options = (gb_backward_options){.inputs = gb_is_none(args[2]) ? NULL : p->inputs,
                                       .input_count = p->input_count,
                                       .retain_graph = retain,
                                       .create_graph = create,
                                       .allow_unused = unused};
    return true;
}

static gb_value backward(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    pass *p = gb_alloc(sizeof *p, &err);
    if (!p) return gb_raise_error(vm, &err);
    bool ok = read_pass(vm, args, p);
    if (ok && !gb_tensors_backward(p->outputs, p->seed_count ? p->seeds : NULL, p->count,
                                   &p->options, &err)) {
        failed(vm, &err);
        ok = false;
    }
    gb_free(p);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value wrap_grads(gb_vm *vm, gb_tensor **grads, size_t count)
{
    gb_value tuple = gb_tuple_new(vm, count);
    for (size_t i = 0; i < count; i++) {
        gb_value grad = grads[i] ? gb_tensor_value_take(vm, grads[i]) : GB_NONE_VALUE;
        if (gb_is_unset(grad)) gb_clear(&tuple);
        if (!gb_is_unset(tuple))
            gb_tuple_peek(tuple)->items[i] = grad;
        else
            gb_unref(grad);
    }
    return tuple;
}

static gb_value autograd_grad(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_value out = GB_UNSET_VALUE;
    pass *p = gb_alloc(sizeof *p, &err);
    gb_tensor **grads = p ? gb_calloc(GB_TENSORS_MAX, sizeof *grads, &err) : NULL;
    if (!grads)
        gb_raise_error(vm, &err);
    else if (!read_pass(vm, args, p))
        ;
    else if (gb_autograd_grad(p->outputs, p->seed_count ? p->seeds : NULL, p->count, &p->options,
                              grads, &err))
        out = wrap_grads(vm, grads, p->input_count);
    else
        failed(vm, &err);
    gb_free(grads);
    gb_free(p);
    return out;
}

/* --- modes
 * -------------------------------------------------------------------------------------------- */

static gb_value is_grad_enabled(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_bool(gb_grad_mode());
}

static gb_value set_grad_mode(gb_vm *vm, gb_value *args)
{
    int on = gb_truth(vm, args[0]);
    return on < 0 ? GB_UNSET_VALUE : gb_bool(gb_grad_mode_set(on));
}

static gb_value is_inference(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_bool(gb_inference_mode());
}

static gb_value inference_enter(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_torch_state *state = gb_torch_state_of(vm);
    int on = gb_truth(vm, args[0]);
    if (!state || on < 0) return GB_UNSET_VALUE;
    if (state->inference_depth == GB_INFERENCE_MAX)
        return gb_raise(vm, GB_EXC_RuntimeError, "inference_mode nested deeper than %d",
                        GB_INFERENCE_MAX);
    gb_inference *token = gb_inference_enter(on, &err);
    if (!token) return gb_raise_error(vm, &err);
    state->inference[state->inference_depth++] = token;
    return GB_NONE_VALUE;
}

static gb_value inference_leave(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_torch_state *state = gb_torch_state_of(vm);
    if (!state) return GB_UNSET_VALUE;
    if (state->inference_depth) gb_inference_leave(state->inference[--state->inference_depth]);
    return GB_NONE_VALUE;
}

/* (was it on, its dtype) */
static gb_value autocast(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_device device;
    gb_dtype dtype;
    int64_t nesting;
    int on = gb_truth(vm, args[1]);
    if (on < 0 || !gb_device_argument(vm, args[0], &device) ||
        !gb_dtype_argument(vm, args[2], &dtype) || !gb_to_int64(vm, args[3], &nesting))
        return GB_UNSET_VALUE;
    gb_autocast before = gb_autocast_of(device), setting = {.on = on, .dtype = dtype};
    if (!gb_autocast_set(device, setting, nesting > 0 ? 1 : -1, &err))
        return gb_raise_error(vm, &err);
    return gb_tuple_of(vm, 2, gb_bool(before.on), gb_dtype_value(vm, before.dtype));
}

static gb_value is_autocast(gb_vm *vm, gb_value *args)
{
    gb_device device;
    if (!gb_device_argument(vm, args[0], &device)) return GB_UNSET_VALUE;
    return gb_bool(gb_autocast_of(device).on);
}

static gb_value autocast_dtype(gb_vm *vm, gb_value *args)
{
    gb_device device;
    if (!gb_device_argument(vm, args[0], &device)) return GB_UNSET_VALUE;
    return gb_dtype_value(vm, gb_autocast_of(device).dtype);
}

/* --- callbacks: what libtorch keeps and calls. They may outlive the VM, whose end empties them.
 * -------------------------- */

struct gb_callback {
    gb_vm *vm; /* NULL once the VM is gone */
    gb_value function, forget;
    size_t input_count; /* of a custom operator */
    struct gb_callback *next, **link;
};

static gb_callback *callback_new(gb_vm *vm, gb_value function)
{
    gb_error err = GB_ERROR_INIT;
    gb_torch_state *state = gb_torch_state_of(vm);
    gb_callback *callback = state ? gb_calloc(1, sizeof *callback, &err) : NULL;
    if (!callback) {
        if (state) gb_raise_error(vm, &err);
        return NULL;
    }
    *callback = (gb_callback){.vm = vm,
                              .function = gb_ref(function),
                              .forget = GB_UNSET_VALUE,
                              .next = state->callbacks,
                              .link = &state->callbacks};
    if (callback->next) callback->next->link = &callback->next;
    state->callbacks = callback;
    return callback;
}

static void callback_empty(gb_callback *callback)
{
    if (!callback->vm) return;
    *callback->link = callback->next;
    if (callback->next) callback->next->link = callback->link;
    callback->vm = NULL;
    gb_clear(&callback->function);
    gb_clear(&callback->forget);
}

static void callback_release(void *context)
{
    callback_empty(context);
    gb_free(context);
}

void gb_callbacks_empty(gb_torch_state *state)
{
    while (state->callbacks)
        callback_empty(state->callbacks);
}

/* The exception stays in the VM; the lower layer only has to stop. */
static void stop(gb_error *failure)
{
    gb_fail(failure, GB_ERR_RUNTIME, "a hook raised an exception");
}

static gb_tensor *run_hook(void *context, gb_tensor *grad, gb_error *failure)
{
    gb_callback *callback = context;
    if (!callback->vm) return NULL;
    gb_value value = gb_tensor_value_take(callback->vm, gb_tensor_ref(grad));
    gb_value out =
        gb_is_unset(value) ? value : gb_call(callback->vm, callback->function, &value, 1);
    gb_tensor *changed = gb_tensor_ref(gb_tensor_value_peek(out));
    gb_unref(value);
    if (gb_is_unset(out))
        stop(failure);
    else if (!changed && !gb_is_none(out)) {
        gb_raise(callback->vm, GB_EXC_TypeError, "hook returned a %s, not a Tensor or None",
                 gb_type_name(callback->vm, out));
        stop(failure);
    }
    gb_unref(out);
    return changed;
}

typedef unsigned add_to(gb_tensor *t, gb_grad_hook *hook, void *context,
                        void (*release)(void *context), gb_error *err);

/* The number of a hook on the tensor args[0] that calls the function args[1]. */
static gb_value add_with(gb_vm *vm, gb_value *args, add_to *add, gb_grad_hook *run)
{
    gb_error err = GB_ERROR_INIT;
    gb_callback *callback = callback_new(vm, args[1]);
    if (!callback) return GB_UNSET_VALUE;
    unsigned id = add(gb_tensor_value_peek(args[0]), run, callback, callback_release, &err);
    return id ? gb_int(id) : gb_raise_error(vm, &err);
}

static gb_value remove_with(gb_vm *vm, gb_value *args, void (*remove)(gb_tensor *t, unsigned id))
{
    int64_t id;
    gb_tensor *t = gb_tensor_value_peek(args[0]);
    if (!gb_to_int64(vm, args[1], &id)) return GB_UNSET_VALUE;
    if (t && id > 0) remove(t, (unsigned)id);
    return GB_NONE_VALUE;
}

static gb_value add_hook(gb_vm *vm, gb_value *args)
{
    gb_tensor *t = gb_tensor_value_peek(args[0]);
    if (!t) return gb_raise(vm, GB_EXC_TypeError, "a Tensor is wanted");
    if (!gb_tensor_requires_grad(t))
        return gb_raise(vm, GB_EXC_RuntimeError,
                        "cannot register a hook on a tensor that doesn't require gradient");
    return add_with(vm, args, gb_tensor_add_hook, run_hook);
}

static gb_value remove_hook(gb_vm *vm, gb_value *args)
{
    return remove_with(vm, args, gb_tensor_remove_hook);
}

/* The function is called without arguments: it knows its tensor. */
static gb_tensor *run_post_hook(void *context, gb_tensor *grad, gb_error *failure)
{
    gb_callback *callback = context;
    (void)grad;
    if (!callback->vm) return NULL;
    gb_value out = gb_call(callback->vm, callback->function, NULL, 0);
    if (gb_is_unset(out)) stop(failure);
    gb_unref(out);
    return NULL;
}

static gb_value add_post_hook(gb_vm *vm, gb_value *args)
{
    if (!gb_tensor_value_peek(args[0])) return gb_raise(vm, GB_EXC_TypeError, "a Tensor is wanted");
    return add_with(vm, args, gb_tensor_add_post_hook, run_post_hook);
}

static gb_value remove_post_hook(gb_vm *vm, gb_value *args)
{
    return remove_with(vm, args, gb_tensor_remove_post_hook);
}

/* --- operators of one's own
 * --------------------------------------------------------------------------- */

/* function(*grads) -> one gradient or None an input. */
static bool run_custom(void *context, gb_tensor *const *grads, size_t count, gb_tensor **results,
                       gb_error *failure)
{
    gb_callback *callback = context;
    gb_vm *vm = callback->vm;
    if (!vm) {
        stop(failure);
        return false;
    }
    gb_value values = gb_tuple_new(vm, count), out = GB_UNSET_VALUE;
    bool ok = !gb_is_unset(values);
    for (size_t i = 0; ok && i < count; i++) {
        gb_value grad =
            grads[i] ? gb_tensor_value_take(vm, gb_tensor_ref(grads[i])) : GB_NONE_VALUE;
        ok = !gb_is_unset(grad);
        if (ok) gb_tuple_peek(values)->items[i] = grad;
    }
    if (ok) out = gb_call(vm, callback->function, gb_tuple_peek(values)->items, count);
    ok = ok && gb_is_tuple(out) && gb_tuple_peek(out)->count == callback->input_count;
    for (size_t i = 0; ok && i < callback->input_count; i++)
        results[i] = gb_tensor_ref(gb_tensor_value_peek(gb_tuple_peek(out)->items[i]));
    gb_unref(out);
    gb_unref(values);
    if (!ok) stop(failure);
    return ok;
}

static void forget_custom(void *context)
{
    gb_callback *callback = context;
    if (!callback->vm || gb_is_unset(callback->forget)) return;
    gb_value out = gb_call(callback->vm, callback->forget, NULL, 0);
    if (gb_is_unset(out)) gb_exception_clear(callback->vm);
    gb_unref(out);
}

/* The outputs, those that got a history now in new values. */
static gb_value attached_outputs(gb_vm *vm, gb_value outputs, gb_tensor **tensors, size_t count)
{
    gb_value list = gb_list_new(vm, count);
    gb_value *old = gb_items_peek(outputs, &count);
    for (size_t i = 0; i < count; i++) {
        if (gb_is_unset(list) || gb_tensor_value_peek(old[i]) == tensors[i]) {
            gb_tensor_unref(tensors[i]);
            if (!gb_is_unset(list)) gb_list_peek(list)->items[i] = gb_ref(old[i]);
            continue;
        }
        gb_value fresh = gb_tensor_value_take(vm, tensors[i]);
        if (gb_is_unset(fresh))
            gb_clear(&list);
        else
            gb_list_peek(list)->items[i] = fresh;
    }
    return list;
}

/* name, inputs, outputs, which of these are differentiable, backward, forget, materialize,
 * in_place.
 */
static gb_value attach_backward(gb_vm *vm, gb_value *args)
{
    enum { MOST = 64 };
    gb_error err = GB_ERROR_INIT;
    gb_tensor *inputs[MOST], *outputs[MOST];
    bool differentiable[MOST];
    size_t input_count, count, flag_count;
    const char *name;
    gb_items_peek(args[1], &input_count), gb_items_peek(args[2], &count);
    gb_value *flags = gb_items_peek(args[3], &flag_count);
    if (input_count > MOST || count > MOST || flag_count != count)
        return gb_raise(vm, GB_EXC_ValueError, "a Function takes at most %d tensors", MOST);
    if (!gb_to_text(vm, args[0], "name", &name, NULL) ||
        !gb_tensors_peek(vm, args[1], inputs, &input_count) ||
        !gb_tensors_peek(vm, args[2], outputs, &count))
        return GB_UNSET_VALUE;
    for (size_t i = 0; i < count; i++) {
        gb_tensor_ref(outputs[i]);
        differentiable[i] = flags[i].tag == GB_BOOL && flags[i].i;
    }
    gb_callback *callback = callback_new(vm, args[4]);
    if (!callback) return GB_UNSET_VALUE;
    callback->forget = gb_ref(args[5]);
    callback->input_count = input_count;
    gb_custom_node custom = {.name = name,
                             .backward = run_custom,
                             .forget = forget_custom,
                             .release = callback_release,
                             .context = callback,
                             .materialize = gb_truth(vm, args[6]) == 1,
                             .in_place = gb_truth(vm, args[7]) == 1};
    bool ok =
        gb_custom_node_attach(&custom, inputs, input_count, outputs, differentiable, count, &err);
    gb_value out = attached_outputs(vm, args[2], outputs, count);
    if (ok) return out;
    gb_unref(out);
    return gb_raise_error(vm, &err);
}

/* (on, check_nan) before. */
static gb_value set_anomaly(gb_vm *vm, gb_value *args)
{
    gb_anomaly old = gb_anomaly_mode();
    int on = gb_truth(vm, args[0]), check_nan = gb_truth(vm, args[1]);
    if (on < 0 || check_nan < 0) return GB_UNSET_VALUE;
    gb_anomaly_set((gb_anomaly){on, check_nan});
    return gb_tuple_of(vm, 2, gb_bool(old.on), gb_bool(old.check_nan));
}

static gb_value is_anomaly(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_bool(gb_anomaly_mode().on);
}

static gb_value is_anomaly_nan(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_bool(gb_anomaly_mode().check_nan);
}

const gb_native gb_gradient_functions[] = {
    {"_set_anomaly", set_anomaly, "on, check_nan", 0,
     "Does backward tell which operator gave NaN? Gives what held before."},
    {"is_anomaly_enabled", is_anomaly, "", 0, "Does backward tell which operator failed?"},
    {"is_anomaly_check_nan_enabled", is_anomaly_nan, "", 0, "Does backward look for NaN?"},
    {"_backward", backward, "outputs, seeds, inputs, retain, create, unused=False", 0,
     "Collects gradients in the leaves' .grad."},
    {"_autograd_grad", autograd_grad, "outputs, seeds, inputs, retain, create, unused", 0,
     "Gradients of outputs for inputs."},
    {"is_grad_enabled", is_grad_enabled, "", 0, "Are operators recorded for gradients?"},
    {"_set_grad_mode", set_grad_mode, "mode", 0, "Turns recording on or off; gives what it was."},
    {"is_inference_mode_enabled", is_inference, "", 0, "Is inference mode on?"},
    {"_inference_enter", inference_enter, "mode", 0, "Turns inference mode on or off."},
    {"_inference_leave", inference_leave, "", 0, "Undoes the last _inference_enter."},
    {"_add_hook", add_hook, "tensor, hook", 0, "Calls hook(grad) in backward; gives a number."},
    {"_remove_hook", remove_hook, "tensor, id", 0, "The hook is not called any more."},
    {"_add_post_hook", add_post_hook, "tensor, function", 0,
     "Calls function() when a leaf's gradient was added to; gives a number."},
    {"_remove_post_hook", remove_post_hook, "tensor, id", 0, "The hook is not called any more."},
    {"_autocast", autocast, "device, on, dtype, nesting", 0,
     "Products in a narrower dtype from now on; gives what was set."},
    {"is_autocast_enabled", is_autocast, "device_type='cuda'", 0,
     "Are products computed in a narrower dtype?"},
    {"get_autocast_dtype", autocast_dtype, "device_type", 0, "The dtype of autocast."},
    {"_attach_backward", attach_backward,
     "name, inputs, outputs, differentiable, backward, forget, materialize, in_place", 0,
     "Makes outputs the results of an operator whose backward is a function."},
    {0},
};
