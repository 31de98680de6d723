/* Methods of Tensor that are no plain operators. Those that the cell language itself spells are
 * functions of modules/torch/_tensor.py. */
#include "kernel/lang/torch/tensor.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"

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
    return gb_bool(gb_tensor_is_contiguous(self_of(args)));
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
    int retain = gb_is_none(args[2]) ? 0 : gb_truth(vm, args[2]), create = gb_truth(vm, args[3]);
    if (retain < 0 || create < 0) return GB_UNSET_VALUE;
    gb_backward_options options = {.retain_graph = retain || create, .create_graph = create};
    if (!gb_tensor_backward(self_of(args), gb_tensor_value_peek(args[1]), &options, &err))
        return gb_raise_error(vm, &err);
    return GB_NONE_VALUE;
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

/* What to() was asked for: a dtype, a device, or those of another tensor. */
static bool read_target(gb_vm *vm, gb_value v, gb_dtype *dtype, gb_device *device)
{
    gb_error err = GB_ERROR_INIT;
    const gb_tensor *other = gb_tensor_value_peek(v);
    if (gb_is_none(v) || gb_is_bool(v)) return true;
    if (gb_dtype_value_get(v, dtype) || gb_device_value_get(v, device)) return true;
    if (gb_is_str(v))
        return gb_device_parse(gb_str_data(v), device, &err) || gb_raise_error_false(vm, &err);
    if (!other)
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "to() takes a dtype, a device or a tensor, not %s",
                              gb_type_name(vm, v));
    *dtype = gb_tensor_dtype(other);
    *device = gb_tensor_device(other);
    return true;
}

static gb_value to(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_dtype dtype = GB_DTYPE_NONE;
    gb_device device = GB_DEVICE_DEFAULT;
    size_t count;
    gb_value *targets = gb_items_peek(args[1], &count);
    for (size_t i = 0; i < count; i++)
        if (!read_target(vm, targets[i], &dtype, &device)) return GB_UNSET_VALUE;
    if (!read_target(vm, args[2], &dtype, &device) || !read_target(vm, args[3], &dtype, &device))
        return GB_UNSET_VALUE;
    gb_tensor *t = gb_tensor_to(self_of(args), dtype, device, &err);
    if (t == self_of(args)) {
        gb_tensor_unref(t);
        return gb_ref(args[0]);
    }
    return wrap(vm, t, &err);
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
    {"is_contiguous", is_contiguous, "", 0, "Is it row-major without gaps?"},
    {"data_ptr", data_ptr, "", 0, "Address of the first element."},
    {"backward", backward, "gradient=None, retain_graph=None, create_graph=False", 0,
     "Gradients of this value for all leaves that require one."},
    {"requires_grad_", requires_grad_, "requires_grad=True", 0,
     "Collects a gradient from now on; gives itself."},
    {"retain_grad", retain_grad, "", 0, "Keeps .grad of a value that is no leaf."},
    {"to", to, "*args, dtype=None, device=None, non_blocking=False, copy=False", 0,
     "The same numbers as another dtype or on another device."},
    {"cpu", cpu, "", 0, "The tensor in main memory."},
    {"cuda", cuda, "device=None", 0, "The tensor on the GPU."},
    {0},
};

/* x.float() and its kin: an operator `to` with the dtype of that name, on tensors and graph values.
 */
static gb_value to_dtype(gb_vm *vm, gb_value *args)
{
    return gb_torch_call_name(vm, "to", args, 2);
}

static const struct {
    const char *name;
    gb_dtype dtype;
} casts[] = {
    {"float", GB_F32}, {"double", GB_F64},   {"half", GB_F16},   {"bfloat16", GB_BF16},
    {"long", GB_I64},  {"int", GB_I32},      {"short", GB_I16},  {"char", GB_I8},
    {"byte", GB_U8},   {"bool", GB_BOOLEAN}, {"cfloat", GB_C64}, {"cdouble", GB_C128},
};

/* A method made of `self` and a dtype: called without arguments. */
static gb_value cast_call(gb_vm *vm, gb_value *args)
{
    size_t count;
    gb_value *both = gb_items_peek(args[0], &count);
    return to_dtype(vm, both);
}

static const gb_native cast_row = {"cast", cast_call, "", GB_TAKES_GRAPH,
                                   "The same numbers as another dtype."};

static gb_value find_cast(gb_vm *vm, gb_value self, gb_value name)
{
    for (size_t i = 0; i < sizeof casts / sizeof *casts; i++) {
        if (!gb_str_is(name, casts[i].name)) continue;
        gb_value dtype = gb_dtype_value(vm, casts[i].dtype);
        gb_value both = gb_is_unset(dtype) ? dtype : gb_tuple_of(vm, 2, self, dtype);
        gb_value out = gb_is_unset(both) ? both : gb_native_closure(vm, &cast_row, "torch", both);
        gb_unref(dtype);
        gb_unref(both);
        return out;
    }
    return GB_UNSET_VALUE;
}

gb_value gb_tensor_method_find(gb_vm *vm, gb_value self, gb_value name)
{
    gb_value cast = find_cast(vm, self, name);
    if (!gb_is_unset(cast) || !gb_is_unset(gb_exception_peek(vm))) return cast;
    if (gb_str_data(name)[0] == '_') return GB_UNSET_VALUE;
    gb_value module = gb_import(vm, "torch._tensor");
    if (gb_is_unset(module)) return module;
    gb_value function = gb_dict_get_peek(vm, gb_module_dict_peek(module), name);
    gb_value out = gb_is_function(function) ? gb_method_new(vm, function, self) : GB_UNSET_VALUE;
    gb_unref(module);
    return out;
}
