/* Methods of Tensor that are no plain operators, written in C. Those that the cell language itself
 * spells are functions of modules/torch/_tensor.py. */
#include "kernel/lang/torch/state.h"

#include <string.h>

static gb_tensor *self_of(gb_value *args)
{
    return gb_tensor_value_peek(args[0]);
}

static gb_value wrap(gb_vm *vm, gb_tensor *t, const gb_error *err)
{
    return t ? gb_tensor_value_take(vm, t) : gb_raise_error(vm, err);
}

static gb_value item(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg value;
    if (!gb_tensor_item(self_of(args), &value, &err)) return gb_raise_error(vm, &err);
    return gb_value_from_arg_take(vm, &value);
}

static gb_value tolist(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg value;
    if (!gb_tensor_to_list(self_of(args), &value, &err)) return gb_raise_error(vm, &err);
    return gb_value_from_arg_take(vm, &value);
}

static gb_value size(gb_vm *vm, gb_value *args)
{
    int64_t dim;
    const gb_tensor *t = self_of(args);
    if (gb_is_none(args[1])) return gb_size_value(vm, gb_tensor_sizes(t), (size_t)gb_tensor_dim(t));
    if (!gb_is_int(args[1]) && !gb_tensor_value_peek(args[1]) &&
        !gb_torch_is_user_number(vm, args[1]))
        return gb_raise(vm, GB_EXC_TypeError,
                        "size(): argument 'dim' (position 1) must be int, not %s",
                        gb_type_name(vm, args[1]));
    if (!gb_to_int64(vm, args[1], &dim)) return GB_UNSET_VALUE;
    int64_t n = gb_tensor_size(t, dim);
    if (n < 0)
        return gb_raise(
            vm, GB_EXC_IndexError,
            "Dimension out of range (expected to be in range of [%lld, %lld], but got %lld)",
            (long long)-gb_tensor_dim(t), (long long)gb_tensor_dim(t) - 1, (long long)dim);
    return gb_int(n);
}

static gb_value stride(gb_vm *vm, gb_value *args)
{
    int64_t dim;
    const gb_tensor *t = self_of(args);
    gb_value tuple = gb_tuple_new(vm, (size_t)gb_tensor_dim(t));
    for (int64_t i = 0; !gb_is_unset(tuple) && i < gb_tensor_dim(t); i++)
        gb_tuple_peek(tuple)->items[i] = gb_int(gb_tensor_strides(t)[i]);
    if (gb_is_unset(tuple) || gb_is_none(args[1])) return tuple;
    gb_value out =
        gb_to_int64(vm, args[1], &dim) ? gb_getitem(vm, tuple, gb_int(dim)) : GB_UNSET_VALUE;
    gb_unref(tuple);
    return out;
}

static gb_value dim(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(gb_tensor_dim(self_of(args)));
}

static gb_value numel(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(gb_tensor_numel(self_of(args)));
}

static gb_value element_size(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int((int64_t)gb_tensor_element_size(self_of(args)));
}

static gb_value is_contiguous(gb_vm *vm, gb_value *args)
{
    (void)vm;
    const char *format = gb_layout_name(args[1]);
    bool last = format && !strncmp(format, "channels_last", 13);
    return gb_bool(last ? gb_tensor_is_channels_last(self_of(args))
                        : gb_tensor_is_contiguous(self_of(args)));
}

static gb_value storage_offset(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(gb_tensor_storage_offset(self_of(args)));
}

static gb_value is_inference(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_tensor_is_inference(self_of(args)));
}

static gb_value is_conj(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_tensor_is_conj(self_of(args)));
}

static gb_value is_neg(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_tensor_is_neg(self_of(args)));
}

static gb_value is_view(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_tensor *base = gb_tensor_base(self_of(args));
    gb_tensor_unref(base);
    return gb_bool(base != NULL);
}

/* The same data as a value of another class. */
static gb_value as_subclass(gb_vm *vm, gb_value *args)
{
    gb_type *base = gb_type_make(vm, &gb_tensor_spec);
    if (!base || !gb_is_type(args[1]) || !gb_type_is_subtype(gb_type_peek(args[1]), base))
        return gb_raise(vm, GB_EXC_TypeError, "as_subclass(): a subclass of Tensor is wanted");
    return gb_tensor_value_of_type_take(vm, gb_type_peek(args[1]), gb_tensor_ref(self_of(args)));
}

static gb_value data_ptr(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int((int64_t)(intptr_t)gb_tensor_data(self_of(args)));
}

/* --- gradients
 * ---------------------------------------------------------------------------------------------- */

static gb_value backward(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *inputs[GB_TENSORS_MAX];
    int retain = gb_is_none(args[2]) ? 0 : gb_truth(vm, args[2]), create = gb_truth(vm, args[3]);
    if (retain < 0 || create < 0) return GB_UNSET_VALUE;
    gb_backward_options options = {.retain_graph = retain, .create_graph = create};
    if (!gb_is_none(args[4])) {
        bool one = gb_tensor_value_peek(args[4]) != NULL;
        inputs[0] = gb_tensor_value_peek(args[4]);
        options.inputs = inputs;
        options.input_count = 1;
        gb_value list = one ? GB_UNSET_VALUE : gb_to_list(vm, args[4]);
        bool ok =
            one || (!gb_is_unset(list) && gb_tensors_peek(vm, list, inputs, &options.input_count));
        gb_unref(list);
        if (!ok) return GB_UNSET_VALUE;
    }
    if (gb_tensor_backward(self_of(args), gb_tensor_value_peek(args[1]), &options, &err))
        return GB_NONE_VALUE;
    return gb_is_unset(gb_exception_peek(vm)) ? gb_raise_error(vm, &err) : GB_UNSET_VALUE;
}

static gb_value requires_grad_(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    int on = gb_truth(vm, args[1]);
    if (on < 0) return GB_UNSET_VALUE;
    if (!gb_tensor_set_requires_grad(self_of(args), on, &err)) return gb_raise_error(vm, &err);
    return gb_ref(args[0]);
}

static gb_value retain_grad(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    return gb_tensor_retain_grad(self_of(args), &err) ? GB_NONE_VALUE : gb_raise_error(vm, &err);
}

/* --- conversion
 * ------------------------------------------------------------------------------------------------
 */

/* What to() was asked for. */
struct target {
    gb_dtype dtype;
    gb_device device;
    gb_value format; /* a memory format, or unset */
};

static bool read_target(gb_vm *vm, gb_value v, struct target *to)
{
    const gb_tensor *other = gb_tensor_value_peek(v);
    if (gb_is_none(v) || gb_dtype_value_get(v, &to->dtype)) return true;
    if (other) {
        to->dtype = gb_tensor_dtype(other);
        to->device = gb_tensor_device(other);
        return true;
    }
    if (gb_layout_name(v)) {
        to->format = v;
        return true;
    }
    return gb_device_argument(vm, v, &to->device);
}

static gb_value in_format(gb_vm *vm, gb_value tensor, gb_value format)
{
    gb_value name = gb_str_intern(vm, "memory_format"), names = gb_tuple_of(vm, 1, name);
    gb_unref(name);
    if (gb_is_unset(names)) return names;
    gb_arguments args = {.values = &format, .keyword_count = 1, .names = names};
    gb_value out = gb_torch_call(vm, gb_op_lookup("contiguous"), tensor, &args);
    gb_unref(names);
    return out;
}

/* to(*targets, dtype, device, non_blocking, copy, memory_format) */
static gb_value to(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    struct target wanted = {GB_DTYPE_NONE, GB_DEVICE_DEFAULT, GB_UNSET_VALUE};
    size_t count;
    gb_value *targets = gb_items_peek(args[1], &count);
    for (size_t i = 0; i < count; i++) {
        bool flag = gb_is_bool(targets[i]), number = gb_is_float(targets[i]);
        if (i == 0 && (flag || number)) /* stands for a tensor of its kind */
            wanted.dtype = flag ? GB_BOOLEAN : GB_F64;
        else if (!flag && !read_target(vm, targets[i], &wanted))
            return GB_UNSET_VALUE;
    }
    if (!gb_dtype_argument(vm, args[2], &wanted.dtype) ||
        !gb_device_argument(vm, args[3], &wanted.device) || !read_target(vm, args[6], &wanted))
        return GB_UNSET_VALUE;
    int copy = gb_truth(vm, args[5]);
    if (copy < 0) return GB_UNSET_VALUE;
    gb_tensor *t = gb_tensor_to(self_of(args), wanted.dtype, wanted.device, &err);
    if (t == self_of(args) && copy) {
        gb_tensor_unref(t);
        t = gb_tensor_clone(self_of(args), &err);
    }
    if (t == self_of(args) && t && gb_is_unset(wanted.format)) {
        gb_tensor_unref(t);
        return gb_ref(args[0]);
    }
    gb_value out = wrap(vm, t, &err);
    if (gb_is_unset(out) || gb_is_unset(wanted.format)) return out;
    gb_value formatted = in_format(vm, out, wanted.format);
    gb_unref(out);
    return formatted;
}

static gb_value cpu(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    if (gb_tensor_device(self_of(args)).type == GB_CPU) return gb_ref(args[0]);
    return wrap(vm, gb_tensor_cpu(self_of(args), &err), &err);
}

static gb_value cuda(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    return wrap(vm, gb_tensor_to(self_of(args), GB_DTYPE_NONE, (gb_device){GB_CUDA, -1}, &err),
                &err);
}

const gb_native gb_tensor_methods[] = {
    {"item", item, "", 0, "The number that a one-element tensor holds."},
    {"tolist", tolist, "", 0, "Nested lists of the numbers; a number for no dimensions."},
    {"size", size, "dim=None", 0, "Lengths of the dimensions, or of one."},
    {"stride", stride, "dim=None", 0, "Steps between elements of a dimension, in elements."},
    {"dim", dim, "", 0, "How many dimensions."},
    {"ndimension", dim, "", 0, "How many dimensions."},
    {"numel", numel, "", 0, "How many elements."},
    {"nelement", numel, "", 0, "How many elements."},
    {"element_size", element_size, "", 0, "Bytes an element."},
    {"storage_offset", storage_offset, "", 0, "Where in its storage it begins, in elements."},
    {"is_conj", is_conj, "", 0, "Is it looked at conjugated?"},
    {"is_neg", is_neg, "", 0, "Is it looked at negated?"},
    {"_is_view", is_view, "", 0, "Does it look into another tensor?"},
    {"is_inference", is_inference, "", 0, "Was it made in inference mode?"},
    {"as_subclass", as_subclass, "cls", 0, "The same data as a value of another class."},
    {"is_contiguous", is_contiguous, "memory_format=None", 0, "Is it row-major without gaps?"},
    {"data_ptr", data_ptr, "", 0, "Address of the first element."},
    {"backward", backward, "gradient=None, retain_graph=None, create_graph=False, inputs=None", 0,
     "Gradients of this value for all leaves that require one."},
    {"requires_grad_", requires_grad_, "requires_grad=True", 0,
     "Collects a gradient from now on; gives itself."},
    {"retain_grad", retain_grad, "", 0, "Keeps .grad of a value that is no leaf."},
    {"to", to, "*args, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None",
     0, "The same numbers as another dtype or on another device."},
    {"cpu", cpu, "", 0, "The tensor in main memory."},
    {"cuda", cuda, "device=None", 0, "The tensor on the GPU."},
    {0},
};
