/* Attributes of Tensor: x.shape, x.grad, x.T and the others that take no call. */
#include "kernel/lang/torch/state.h"
#include "kernel/lang/trace/proxy.h"

#include "graph/tensor/autograd.h"

static gb_tensor *tensor_of(gb_value v)
{
    return gb_tensor_object_peek(v)->tensor;
}

static gb_value wrap(gb_vm *vm, gb_tensor *t, const gb_error *err)
{
    return t ? gb_tensor_value_take(vm, t) : gb_raise_error(vm, err);
}

/* --- facts
 * -------------------------------------------------------------------------------------------- */

static gb_value get_shape(gb_vm *vm, gb_value self)
{
    const gb_tensor *t = tensor_of(self);
    return gb_size_value(vm, gb_tensor_sizes(t), (size_t)gb_tensor_dim(t));
}

static gb_value get_dtype(gb_vm *vm, gb_value self)
{
    return gb_dtype_value(vm, gb_tensor_dtype(tensor_of(self)));
}

static gb_value get_device(gb_vm *vm, gb_value self)
{
    return gb_device_value(vm, gb_tensor_device(tensor_of(self)));
}

static gb_value get_layout(gb_vm *vm, gb_value self)
{
    return gb_layout_value(vm, gb_tensor_is_strided(tensor_of(self)) ? "strided" : "sparse_coo");
}

static gb_value get_ndim(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int(gb_tensor_dim(tensor_of(self)));
}

static gb_value get_nbytes(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int((int64_t)gb_tensor_bytes(tensor_of(self)));
}

static gb_value get_itemsize(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int((int64_t)gb_tensor_element_size(tensor_of(self)));
}

static gb_value get_is_cuda(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_device(tensor_of(self)).type == GB_CUDA);
}

static gb_value get_is_cpu(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_device(tensor_of(self)).type == GB_CPU);
}

static gb_value get_is_meta(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_is_meta(tensor_of(self)));
}

static gb_value get_is_sparse(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(!gb_tensor_is_strided(tensor_of(self)));
}

static gb_value get_false(gb_vm *vm, gb_value self)
{
    (void)vm, (void)self;
    return GB_FALSE_VALUE;
}

static gb_value get_version(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int(gb_tensor_version(tensor_of(self)));
}

static gb_value get_base(gb_vm *vm, gb_value self)
{
    gb_tensor *base = gb_tensor_base(tensor_of(self));
    return base ? gb_tensor_value_take(vm, base) : GB_NONE_VALUE;
}

/* --- views
 * -------------------------------------------------------------------------------------------- */

#define GB_VIEW_ATTRIBUTE(name, op)                                                                \
    static gb_value get_##name(gb_vm *vm, gb_value self)                                           \
    {                                                                                              \
        return gb_torch_call_name(vm, op, &self, 1);                                               \
    }
GB_VIEW_ATTRIBUTE(t, "numpy_T")
GB_VIEW_ATTRIBUTE(mt, "mT")
GB_VIEW_ATTRIBUTE(h, "matrix_H")
GB_VIEW_ATTRIBUTE(mh, "mH")
GB_VIEW_ATTRIBUTE(imag, "imag")
#undef GB_VIEW_ATTRIBUTE

/* A real tensor is its own real part. */
static gb_value get_real(gb_vm *vm, gb_value self)
{
    bool complex = gb_dtype_kind_of(gb_tensor_dtype(tensor_of(self))) == GB_KIND_COMPLEX;
    return complex ? gb_torch_call_name(vm, "real", &self, 1) : gb_ref(self);
}

static bool set_part(gb_vm *vm, gb_value part, gb_value value)
{
    bool ok = !gb_is_unset(part) && gb_setitem(vm, part, GB_ELLIPSIS_VALUE, value);
    gb_unref(part);
    return ok;
}

static bool set_real(gb_vm *vm, gb_value self, gb_value value)
{
    return set_part(vm, get_real(vm, self), value);
}

static bool set_imag(gb_vm *vm, gb_value self, gb_value value)
{
    return set_part(vm, get_imag(vm, self), value);
}

/* --- gradients
 * ---------------------------------------------------------------------------------------- */

static gb_value get_requires_grad(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_requires_grad(tensor_of(self)));
}

static bool set_requires_grad(gb_vm *vm, gb_value self, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    if (!gb_is_bool(value))
        return gb_raise_false(vm, GB_EXC_RuntimeError, "requires_grad must be a bool");
    if (value.i && gb_dtype_kind_of(gb_tensor_dtype(tensor_of(self))) < GB_KIND_FLOAT)
        return gb_raise_false(
            vm, GB_EXC_RuntimeError,
            "only Tensors of floating point and complex dtype can require gradients");
    return gb_tensor_set_requires_grad(tensor_of(self), value.i, &err) ||
           gb_raise_error_false(vm, &err);
}

static gb_value get_grad(gb_vm *vm, gb_value self)
{
    gb_tensor_object *object = gb_tensor_object_peek(self);
    gb_value traced = gb_proxy_grad_of_tensor(vm, object->tensor);
    if (!gb_is_unset(traced) || !gb_is_unset(gb_exception_peek(vm))) return traced;
    gb_tensor *grad = gb_tensor_grad(object->tensor);
    if (!grad) {
        gb_clear(&object->grad);
        return GB_NONE_VALUE;
    }
    if (gb_tensor_value_peek(object->grad) == grad) {
        gb_tensor_unref(grad);
        return gb_ref(object->grad);
    }
    gb_value v = gb_tensor_value_take(vm, grad);
    gb_replace_take(&object->grad, gb_ref(v));
    return v;
}

static bool set_grad(gb_vm *vm, gb_value self, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    gb_value real = gb_is_unset(value) ? GB_NONE_VALUE : gb_resolve(vm, value);
    gb_tensor *grad = gb_tensor_value_peek(real);
    bool ok = !gb_is_unset(real);
    if (ok && !gb_is_none(real) && !grad)
        ok = gb_raise_false(vm, GB_EXC_TypeError,
                            "assigned grad expected to be a Tensor or None but got grad of type %s",
                            gb_type_name(vm, real));
    if (ok && grad && grad == tensor_of(self))
        ok = gb_raise_false(vm, GB_EXC_RuntimeError, "can't assign Variable as its own grad");
    if (ok && !gb_tensor_set_grad(tensor_of(self), grad, &err)) ok = gb_raise_error_false(vm, &err);
    if (ok) gb_replace_take(&gb_tensor_object_peek(self)->grad, gb_ref(real));
    gb_unref(real);
    return ok;
}

static gb_value get_data(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    return wrap(vm, gb_tensor_plain(tensor_of(self), &err), &err);
}

static bool set_data(gb_vm *vm, gb_value self, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    gb_value real = gb_is_unset(value) ? GB_NONE_VALUE : gb_resolve(vm, value);
    gb_tensor *t = gb_tensor_value_peek(real);
    bool ok =
        t ? gb_tensor_set_data(tensor_of(self), t, &err) || gb_raise_error_false(vm, &err)
          : !gb_is_unset(real) &&
                gb_raise_false(vm, GB_EXC_TypeError, "Variable data has to be a tensor, but got %s",
                               gb_type_name(vm, real));
    gb_unref(real);
    return ok;
}

static gb_value get_output_nr(gb_vm *vm, gb_value self)
{
    return gb_torch_call_name(vm, "output_nr", &self, 1);
}

static gb_value get_is_leaf(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_is_leaf(tensor_of(self)));
}

static gb_value get_retains_grad(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_retains_grad(tensor_of(self)));
}

const gb_attribute gb_tensor_attributes[] = {
    {"shape", get_shape, NULL, "Lengths of the dimensions."},
    {"dtype", get_dtype, NULL, "The element type."},
    {"device", get_device, NULL, "Where the data is."},
    {"layout", get_layout, NULL, "How the data is laid out."},
    {"ndim", get_ndim, NULL, "How many dimensions."},
    {"nbytes", get_nbytes, NULL, "Bytes of the elements."},
    {"itemsize", get_itemsize, NULL, "Bytes an element."},
    {"is_cuda", get_is_cuda, NULL, "Is it on a GPU?"},
    {"is_cpu", get_is_cpu, NULL, "Is it in main memory?"},
    {"is_meta", get_is_meta, NULL, "Has it a shape but no data?"},
    {"is_mps", get_false, NULL, "Is it on an Apple GPU?"},
    {"is_sparse", get_is_sparse, NULL, "Is its layout sparse?"},
    {"is_quantized", get_false, NULL, "Are the elements quantised?"},
    {"_version", get_version, NULL, "In-place changes so far."},
    {"_base", get_base, NULL, "The tensor that this one is a view of, or None."},
    {"T", get_t, NULL, "Dimensions reversed."},
    {"mT", get_mt, NULL, "The last two dimensions swapped."},
    {"H", get_h, NULL, "A matrix transposed and conjugated."},
    {"mH", get_mh, NULL, "The last two dimensions swapped, conjugated."},
    {"real", get_real, set_real, "The real parts."},
    {"imag", get_imag, set_imag, "The imaginary parts."},
    {"requires_grad", get_requires_grad, set_requires_grad, "Is a gradient collected?"},
    {"grad", get_grad, set_grad, "The gradient collected so far, or None."},
    {"data", get_data, set_data, "The same data without history."},
    {"is_leaf", get_is_leaf, NULL, "True for a tensor that no operator made."},
    {"output_nr", get_output_nr, NULL, "Which result of its operator it is."},
    {"retains_grad", get_retains_grad, NULL, "Does it keep .grad though it is no leaf?"},
    {"grad_fn", gb_grad_node_value, NULL, "The operator that made it; None for a leaf."},
    {0},
};
