/* The one call that reaches every operator: eager when all arguments are tensors and numbers, a
 * node when one is a graph value. */
#include "kernel/lang/torch/state.h"

#include "kernel/lang/trace/proxy.h"

#include <stdio.h>
#include <string.h>

enum { MOST_ARGUMENTS = 64 };

/* --- results -------------------------------------------------------------------------------------
 */

/* One of the tensors of out=(a, b) when it is what the result looks at; borrowed, or unset. */
static gb_value out_value(const gb_arguments *args, const gb_arg *result)
{
    for (size_t i = args->count; i < args->count + args->keyword_count; i++) {
        size_t count = 0;
        const gb_value *items =
            gb_is_sequence(args->values[i]) ? gb_items_peek(args->values[i], &count) : NULL;
        for (size_t k = 0; result->kind == GB_ARG_TENSOR && k < count; k++)
            if (gb_tensor_value_peek(items[k]) == result->as.tensor) return items[k];
    }
    return GB_UNSET_VALUE;
}

/* split, unbind, chunk give tuples in Python. */
static gb_value wrap_result(gb_vm *vm, gb_arg *result)
{
    bool list = result->kind == GB_ARG_LIST;
    gb_value out = gb_value_from_arg_take(vm, result);
    if (!list || gb_is_unset(out)) return out;
    gb_value tuple = gb_to_tuple(vm, out);
    gb_unref(out);
    return tuple;
}

static gb_value wrap_results(gb_vm *vm, gb_results *results, const gb_arguments *args)
{
    if (results->count == 0) return GB_NONE_VALUE;
    if (results->count == 1) return wrap_result(vm, &results->values[0]);
    gb_value items[GB_RESULTS_MAX];
    for (size_t i = 0; i < results->count; i++) {
        gb_value same = out_value(args, &results->values[i]);
        items[i] = gb_is_unset(same) ? wrap_result(vm, &results->values[i]) : gb_ref(same);
        if (!gb_is_unset(items[i])) continue;
        while (i > 0)
            gb_unref(items[--i]);
        gb_results_release(results);
        return GB_UNSET_VALUE;
    }
    size_t count = results->count;
    gb_results_release(results); /* those that out= has */
    return gb_torch_results_take(vm, results->overload, items, count);
}

/* --- the call
 * ------------------------------------------------------------------------------------- */

/* The receiver of an in-place method, and the tensors of out=, stay the same value: x.add_(1) is x.
 */
static gb_value same_value(gb_value self, const gb_arguments *args, const gb_results *results)
{
    if (results->count != 1 || results->values[0].kind != GB_ARG_TENSOR) return GB_UNSET_VALUE;
    const gb_tensor *t = results->values[0].as.tensor;
    if (!gb_is_unset(self) && gb_tensor_value_peek(self) == t) return self;
    for (size_t i = 0; i < args->count + args->keyword_count; i++)
        if (gb_tensor_value_peek(args->values[i]) == t) return args->values[i];
    return GB_UNSET_VALUE;
}

/* torch.linalg.LinAlgError is a class of its own, below RuntimeError. */
gb_value gb_torch_raise(gb_vm *vm, const gb_error *err)
{
    if (err->cls != GB_ERR_LINALG) return gb_raise_error(vm, err);
    gb_value module = gb_import(vm, "torch.linalg");
    gb_value cls = gb_is_unset(module) ? module : gb_getattr_text(vm, module, "LinAlgError");
    gb_value text = gb_is_unset(cls) ? cls : gb_str_text_new(vm, err->message);
    gb_value raised = gb_is_unset(text) ? text : gb_call(vm, cls, &text, 1);
    if (!gb_is_unset(raised)) gb_raise_value(vm, raised);
    gb_unref(raised);
    gb_unref(text);
    gb_unref(cls);
    gb_unref(module);
    return GB_UNSET_VALUE;
}

static gb_value call_now(gb_vm *vm, const gb_op *op, const gb_op_arguments *call, gb_value self,
                         const gb_arguments *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_results results; /* filled by the call, or not looked at */
    if (!gb_op_call(op, call, &results, &err)) return gb_torch_raise(vm, &err);
    gb_value same = same_value(self, args, &results);
    if (gb_is_unset(same)) return wrap_results(vm, &results, args);
    gb_results_release(&results);
    return gb_ref(same);
}

static bool convert_all(gb_vm *vm, gb_conversion *c, const gb_arguments *args, gb_arg *out,
                        const char **names)
{
    size_t total = args->count + args->keyword_count;
    if (total > MOST_ARGUMENTS)
        return gb_raise_false(vm, GB_EXC_TypeError, "more than %d arguments", MOST_ARGUMENTS);
    for (size_t i = 0; i < total; i++)
        if (!gb_convert(vm, c, args->values[i], &out[i])) return false;
    for (size_t i = 0; i < args->keyword_count; i++)
        names[i] = gb_str_data(gb_tuple_peek(args->names)->items[i]);
    return true;
}

/* What makes tensors is told the default device, unless the call names one. `names` and `values`
 * are the call's keywords, with room for one more. */
static void add_device(gb_vm *vm, const gb_op *op, gb_op_arguments *call, const char **names,
                       gb_arg *values)
{
    size_t i = 0;
    if (call->self) return;
    gb_device device = gb_torch_default_device(vm);
    if (device.type == GB_DEVICE_NONE || !gb_op_is_factory(op)) return;
    while (i < call->keyword_count && strcmp(names[i], "device") != 0)
        i++;
    if (i < call->keyword_count && values[i].kind != GB_ARG_NONE) return;
    names[i] = "device";
    values[i] = gb_arg_device(device);
    if (i == call->keyword_count) call->keyword_count++;
}

gb_value gb_torch_call(gb_vm *vm, const gb_op *op, gb_value self, const gb_arguments *args)
{
    gb_conversion c;
    gb_conversion_start(&c);
    gb_arg values[MOST_ARGUMENTS + 1], receiver;
    const char *names[MOST_ARGUMENTS + 1];
    gb_value out = GB_UNSET_VALUE;
    if (!gb_is_unset(self) && !gb_convert(vm, &c, self, &receiver)) goto done;
    if (!convert_all(vm, &c, args, values, names)) goto done;
    gb_op_arguments call = {.self = gb_is_unset(self) ? NULL : &receiver,
                            .positional = values,
                            .positional_count = args->count,
                            .keywords = names,
                            .keyword_values = values + args->count,
                            .keyword_count = args->keyword_count};
    add_device(vm, op, &call, names, values + args->count);
    out = c.trace ? gb_trace_call(vm, c.trace, op, &call, self, args)
                  : call_now(vm, op, &call, self, args);
done:
    gb_conversion_release(&c);
    return out;
}

gb_value gb_torch_call_name(gb_vm *vm, const char *name, const gb_value *values, size_t count)
{
    gb_error err = GB_ERROR_INIT;
    const gb_op *op = gb_op_find(name, &err);
    if (!op) return gb_raise_error(vm, &err);
    gb_arguments args = {.values = values, .count = (uint32_t)count, .names = GB_UNSET_VALUE};
    return gb_torch_call(vm, op, GB_UNSET_VALUE, &args);
}
