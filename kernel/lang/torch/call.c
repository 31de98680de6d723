/* The one call that reaches every operator: eager when all arguments are tensors and numbers, a
 * node when one is a graph value. */
#include "kernel/lang/torch/tensor.h"

#include "kernel/lang/trace/proxy.h"

#include <stdio.h>
#include <string.h>

enum { MOST_ARGUMENTS = 64 };

/* --- results -------------------------------------------------------------------------------------
 */

/* torch.return_types.max(values=..., indices=...): a namedtuple class made once per operator. */
static gb_value results_class(gb_vm *vm, const gb_overload *overload, size_t count)
{
    const char *name = gb_op_short_name(gb_overload_op(overload));
    gb_value factory = gb_import(vm, "torch.return_types");
    gb_value fields = gb_is_unset(factory) ? factory : gb_tuple_new(vm, count);
    gb_value cls = GB_UNSET_VALUE;
    for (size_t i = 0; !gb_is_unset(fields) && i < count; i++) {
        gb_value field = gb_str_text_new(vm, gb_overload_result_name(overload, i));
        if (gb_is_unset(field))
            gb_clear(&fields);
        else
            gb_tuple_peek(fields)->items[i] = field;
    }
    if (!gb_is_unset(fields)) {
        gb_value args[] = {gb_str_text_new(vm, name), fields};
        if (!gb_is_unset(args[0])) cls = gb_call_method(vm, factory, "_class_of", args, 2);
        gb_unref(args[0]);
    }
    gb_unref(fields);
    gb_unref(factory);
    return cls;
}

gb_value gb_torch_results_take(gb_vm *vm, const gb_overload *overload, gb_value *items,
                               size_t count)
{
    gb_value out = GB_UNSET_VALUE;
    bool named = count > 1;
    for (size_t i = 0; named && i < count; i++)
        named = gb_overload_result_name(overload, i)[0] != '\0';
    if (named) {
        gb_value cls = results_class(vm, overload, count);
        if (!gb_is_unset(cls)) out = gb_call(vm, cls, items, count);
        gb_unref(cls);
    } else {
        out = gb_tuple_from(vm, items, count);
    }
    for (size_t i = 0; i < count; i++)
        gb_unref(items[i]);
    return out;
}

static gb_value wrap_results(gb_vm *vm, gb_results *results)
{
    if (results->count == 0) return GB_NONE_VALUE;
    if (results->count == 1) {
        bool list = results->values[0].kind == GB_ARG_LIST;
        gb_value out = gb_value_from_arg_take(vm, &results->values[0]);
        if (!list || gb_is_unset(out)) return out;
        gb_value tuple = gb_to_tuple(vm, out); /* split, unbind, chunk give tuples in Python */
        gb_unref(out);
        return tuple;
    }
    gb_value items[GB_RESULTS_MAX];
    for (size_t i = 0; i < results->count; i++) {
        items[i] = gb_value_from_arg_take(vm, &results->values[i]);
        if (!gb_is_unset(items[i])) continue;
        while (i > 0)
            gb_unref(items[--i]);
        gb_results_release(results);
        return GB_UNSET_VALUE;
    }
    return gb_torch_results_take(vm, results->overload, items, results->count);
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

static gb_value call_now(gb_vm *vm, const gb_op *op, const gb_op_arguments *call, gb_value self,
                         const gb_arguments *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_results results = {0};
    if (!gb_op_call(op, call, &results, &err)) return gb_raise_error(vm, &err);
    gb_value same = same_value(self, args, &results);
    if (gb_is_unset(same)) return wrap_results(vm, &results);
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

gb_value gb_torch_call(gb_vm *vm, const gb_op *op, gb_value self, const gb_arguments *args)
{
    gb_conversion c = GB_CONVERSION_INIT;
    gb_arg values[MOST_ARGUMENTS], receiver;
    const char *names[MOST_ARGUMENTS];
    gb_value out = GB_UNSET_VALUE;
    if (!gb_is_unset(self) && !gb_convert(vm, &c, self, &receiver)) goto done;
    if (!convert_all(vm, &c, args, values, names)) goto done;
    gb_op_arguments call = {.self = gb_is_unset(self) ? NULL : &receiver,
                            .positional = values,
                            .positional_count = args->count,
                            .keywords = names,
                            .keyword_values = values + args->count,
                            .keyword_count = args->keyword_count};
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

/* --- functions and methods as values
 * ----------------------------------------------------------------- */

/* torch.add and x.add: an operator with, for the method, its receiver. */
typedef struct operator_value {
    gb_object head;
    const gb_op *op;
    gb_value self;
} operator_value;

static operator_value *as_operator(gb_value v)
{
    return (operator_value *)(void *)v.o;
}

static gb_value operator_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    return gb_torch_call(vm, as_operator(self)->op, as_operator(self)->self, args);
}

static gb_value operator_repr(gb_vm *vm, gb_value self)
{
    bool method = !gb_is_unset(as_operator(self)->self);
    return gb_str_format(vm, "<built-in method %s of %s>", gb_op_short_name(as_operator(self)->op),
                         method ? "Tensor object" : "type object");
}

static void operator_release(gb_object *self)
{
    gb_unref(((operator_value *)(void *)self)->self);
}

static void operator_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((operator_value *)(void *)self)->self, context);
}

static gb_value operator_name(gb_vm *vm, gb_value self)
{
    return gb_str_text_new(vm, gb_op_short_name(as_operator(self)->op));
}

static gb_value operator_doc(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_op_help(as_operator(self)->op, &b);
    return gb_str_from_buffer(vm, &b);
}

static const gb_attribute operator_attributes[] = {
    {"__name__", operator_name, NULL, "The operator's name."},
    {"__doc__", operator_doc, NULL, "The operator's overloads."},
    {0},
};

static const gb_type_spec operator_spec = {
    .name = "builtin_function_or_method",
    .doc = "An operator of PyTorch.",
    .size = sizeof(operator_value),
    .flags = GB_TYPE_NO_MAKE,
    .attributes = operator_attributes,
    .slots = {.call = operator_call,
              .repr = operator_repr,
              .release = operator_release,
              .traverse = operator_traverse},
};

gb_value gb_torch_method(gb_vm *vm, const gb_op *op, gb_value self)
{
    gb_type *type = gb_type_make(vm, &operator_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    as_operator(v)->op = op;
    as_operator(v)->self = gb_ref(self);
    return v;
}

gb_value gb_torch_function(gb_vm *vm, const gb_op *op)
{
    return gb_torch_method(vm, op, GB_UNSET_VALUE);
}
