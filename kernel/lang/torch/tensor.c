/* The Tensor type: wrapping, slots and attributes. Methods that are no plain operators are in
 * tensor_method.c. */
#include "kernel/lang/torch/tensor.h"

#include "kernel/lang/trace/proxy.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/index.h"

typedef struct tensor_object {
    gb_object head;
    gb_tensor *tensor; /* owned */
} tensor_object;

static tensor_object *as_tensor(gb_value v)
{
    return (tensor_object *)(void *)v.o;
}

gb_value gb_tensor_value_take(gb_vm *vm, gb_tensor *tensor)
{
    gb_type *type = tensor ? gb_type_make(vm, &gb_tensor_spec) : NULL;
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v))
        gb_tensor_unref(tensor);
    else
        as_tensor(v)->tensor = tensor;
    return v;
}

gb_tensor *gb_tensor_value_peek(gb_value v)
{
    return v.tag == GB_OTHER && gb_is_a(v, &gb_tensor_spec) ? as_tensor(v)->tensor : NULL;
}

void gb_tensor_value_replace(gb_value v, gb_tensor *tensor)
{
    gb_tensor *old = as_tensor(v)->tensor;
    as_tensor(v)->tensor = gb_tensor_ref(tensor);
    gb_tensor_unref(old);
}

static void tensor_release(gb_object *self)
{
    gb_tensor_unref(((tensor_object *)(void *)self)->tensor);
}

/* Tensor(data), and the constructor of subclasses (Parameter): looks at the same data. */
static gb_value tensor_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value data = args->count > 0 ? args->values[0] : GB_UNSET_VALUE;
    gb_value made = GB_UNSET_VALUE, out = GB_UNSET_VALUE;
    if (gb_tensor_value_peek(data))
        made = gb_ref(data);
    else
        made = gb_torch_call_tensor(vm, data);
    if (!gb_is_unset(made)) out = gb_instance_new(vm, cls);
    if (!gb_is_unset(out)) as_tensor(out)->tensor = gb_tensor_ref(gb_tensor_value_peek(made));
    gb_unref(made);
    return out;
}

gb_value gb_torch_call_tensor(gb_vm *vm, gb_value data)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c = GB_CONVERSION_INIT;
    gb_arg arg = gb_arg_list(NULL, 0);
    gb_tensor_options options = gb_tensor_options_default();
    options.dtype = gb_default_dtype();
    gb_tensor *t = NULL;
    if (gb_is_unset(data) || gb_convert(vm, &c, data, &arg)) {
        if (!(t = gb_tensor_from_arg(&arg, &options, &err))) gb_raise_error(vm, &err);
    }
    gb_conversion_release(&c);
    return t ? gb_tensor_value_take(vm, t) : GB_UNSET_VALUE;
}

/* --- looking
 * --------------------------------------------------------------------------------------------------
 */

static const char print_key;

gb_print_options *gb_torch_print_options(gb_vm *vm)
{
    gb_print_options *options = gb_vm_attached(vm, &print_key);
    if (options) return options;
    if (!(options = gb_alloc(sizeof *options, NULL))) return NULL;
    *options = gb_print_defaults;
    if (gb_vm_attach(vm, &print_key, options, gb_free)) return options;
    gb_free(options);
    return NULL;
}

static gb_value tensor_repr(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_tensor_print(&b, as_tensor(self)->tensor, gb_torch_print_options(vm), &err)) {
        gb_buffer_release(&b);
        return gb_raise_error(vm, &err);
    }
    return gb_str_from_buffer(vm, &b);
}

/* The number of a one-element tensor; GB_UNSET with PyTorch's error for others. */
static gb_value item(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg value;
    if (!gb_tensor_item(as_tensor(self)->tensor, &value, &err)) return gb_raise_error(vm, &err);
    return gb_value_from_arg_take(vm, &value);
}

static int tensor_truth(gb_vm *vm, gb_value self)
{
    int64_t n = gb_tensor_numel(as_tensor(self)->tensor);
    if (n != 1)
        return gb_raise_minus(vm, GB_EXC_RuntimeError,
                              "Boolean value of Tensor with %s is ambiguous",
                              n ? "more than one value" : "no values");
    gb_value number = item(vm, self);
    int truth = gb_is_unset(number) ? -1 : gb_truth(vm, number);
    gb_unref(number);
    return truth;
}

static gb_value tensor_to_float(gb_vm *vm, gb_value self)
{
    double x;
    gb_value number = item(vm, self);
    bool ok = !gb_is_unset(number) && gb_to_double(vm, number, &x);
    gb_unref(number);
    return ok ? gb_float(x) : GB_UNSET_VALUE;
}

static gb_value tensor_to_int(gb_vm *vm, gb_value self)
{
    gb_value number = item(vm, self);
    if (number.tag == GB_FLOAT) return gb_int_from_double(vm, number.f);
    if (number.tag == GB_BOOL) return gb_int(number.i);
    return number;
}

static gb_value tensor_index(gb_vm *vm, gb_value self)
{
    gb_dtype_kind kind = gb_dtype_kind_of(gb_tensor_dtype(as_tensor(self)->tensor));
    if (kind == GB_KIND_FLOAT || kind == GB_KIND_COMPLEX ||
        gb_tensor_numel(as_tensor(self)->tensor) != 1)
        return gb_raise(vm, GB_EXC_TypeError,
                        "only integer tensors of a single element can be converted to an index");
    return tensor_to_int(vm, self);
}

static gb_value tensor_format(gb_vm *vm, gb_value self, gb_value spec)
{
    if (gb_tensor_dim(as_tensor(self)->tensor) > 0) {
        if (gb_str_size(spec) == 0) return tensor_repr(vm, self);
        return gb_raise(vm, GB_EXC_TypeError,
                        "unsupported format string passed to Tensor.__format__");
    }
    gb_value number = item(vm, self);
    gb_value out = gb_is_unset(number) ? number : gb_format(vm, number, spec);
    gb_unref(number);
    return out;
}

static int64_t tensor_len(gb_vm *vm, gb_value self)
{
    if (gb_tensor_dim(as_tensor(self)->tensor) == 0)
        return gb_raise_minus(vm, GB_EXC_TypeError, "len() of a 0-d tensor");
    return gb_tensor_size(as_tensor(self)->tensor, 0);
}

static int64_t tensor_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)((uintptr_t)as_tensor(self)->tensor >> 4);
}

/* --- items
 * ------------------------------------------------------------------------------------------------------
 */

static gb_value tensor_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_value args[] = {self, key};
    return gb_torch_call_name(vm, "gb::getitem", args, 2);
}

/* Writes now; a value of a run is waited for. */
static bool tensor_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c = GB_CONVERSION_INIT;
    gb_arg index, arg;
    if (gb_is_unset(value))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "'Tensor' object doesn't support item deletion");
    gb_value real = gb_resolve(vm, value), at = gb_is_unset(real) ? real : gb_resolve(vm, key);
    bool ok = !gb_is_unset(at) && gb_convert(vm, &c, at, &index) && gb_convert(vm, &c, real, &arg);
    if (ok && !gb_tensor_index_put(as_tensor(self)->tensor, &index, &arg, &err))
        ok = gb_raise_error_false(vm, &err);
    gb_conversion_release(&c);
    gb_unref(real);
    gb_unref(at);
    return ok;
}

static gb_value tensor_iter(gb_vm *vm, gb_value self)
{
    if (gb_tensor_dim(as_tensor(self)->tensor) == 0)
        return gb_raise(vm, GB_EXC_TypeError, "iteration over a 0-d tensor");
    gb_value items = gb_torch_call_name(vm, "unbind", &self, 1);
    gb_value out = gb_is_unset(items) ? items : gb_iter(vm, items);
    gb_unref(items);
    return out;
}

static int tensor_contains(gb_vm *vm, gb_value self, gb_value value)
{
    gb_value equal = gb_torch_compare(vm, GB_COMPARE_EQ, self, value);
    gb_value any = gb_is_unset(equal) || !gb_tensor_value_peek(equal)
                       ? GB_UNSET_VALUE
                       : gb_torch_call_name(vm, "any", &equal, 1);
    int out = gb_is_unset(any) ? (gb_is_unset(gb_exception_peek(vm)) ? 0 : -1) : gb_truth(vm, any);
    gb_unref(equal);
    gb_unref(any);
    return out;
}

/* --- attributes
 * ---------------------------------------------------------------------------------------------------
 */

static gb_value get_shape(gb_vm *vm, gb_value self)
{
    const gb_tensor *t = as_tensor(self)->tensor;
    return gb_size_value(vm, gb_tensor_sizes(t), (size_t)gb_tensor_dim(t));
}

static gb_value get_dtype(gb_vm *vm, gb_value self)
{
    return gb_dtype_value(vm, gb_tensor_dtype(as_tensor(self)->tensor));
}

static gb_value get_device(gb_vm *vm, gb_value self)
{
    return gb_device_value(vm, gb_tensor_device(as_tensor(self)->tensor));
}

static gb_value get_ndim(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int(gb_tensor_dim(as_tensor(self)->tensor));
}

static gb_value get_t(gb_vm *vm, gb_value self)
{
    return gb_torch_call_name(vm, "numpy_T", &self, 1);
}

static gb_value get_mt(gb_vm *vm, gb_value self)
{
    return gb_torch_call_name(vm, "mT", &self, 1);
}

static gb_value get_requires_grad(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_requires_grad(as_tensor(self)->tensor));
}

static bool set_requires_grad(gb_vm *vm, gb_value self, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    int on = gb_truth(vm, value);
    if (on < 0) return false;
    return gb_tensor_set_requires_grad(as_tensor(self)->tensor, on, &err) ||
           gb_raise_error_false(vm, &err);
}

static gb_value get_grad(gb_vm *vm, gb_value self)
{
    gb_tensor *grad = gb_tensor_grad(as_tensor(self)->tensor);
    return grad ? gb_tensor_value_take(vm, grad) : GB_NONE_VALUE;
}

static bool set_grad(gb_vm *vm, gb_value self, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    if (!gb_is_none(value) && !gb_tensor_value_peek(value))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "assigned grad expected to be a Tensor or None but got %s",
                              gb_type_name(vm, value));
    return gb_tensor_set_grad(as_tensor(self)->tensor, gb_tensor_value_peek(value), &err) ||
           gb_raise_error_false(vm, &err);
}

static gb_value get_data(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *t = gb_tensor_detach(as_tensor(self)->tensor, &err);
    return t ? gb_tensor_value_take(vm, t) : gb_raise_error(vm, &err);
}

static bool set_data(gb_vm *vm, gb_value self, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *t = gb_tensor_value_peek(value);
    if (!t) return gb_raise_false(vm, GB_EXC_TypeError, "Variable data has to be a tensor");
    return gb_tensor_set_data(as_tensor(self)->tensor, t, &err) || gb_raise_error_false(vm, &err);
}

static gb_value get_is_leaf(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_is_leaf(as_tensor(self)->tensor));
}

static gb_value get_is_cuda(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_tensor_device(as_tensor(self)->tensor).type == GB_CUDA);
}

static gb_value get_grad_fn(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    if (gb_tensor_grad_fn(as_tensor(self)->tensor, &b)) return gb_str_from_buffer(vm, &b);
    gb_buffer_release(&b);
    return GB_NONE_VALUE;
}

static gb_value get_nbytes(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int((int64_t)gb_tensor_bytes(as_tensor(self)->tensor));
}

static const gb_attribute attributes[] = {
    {"shape", get_shape, NULL, "Lengths of the dimensions."},
    {"dtype", get_dtype, NULL, "The element type."},
    {"device", get_device, NULL, "Where the data is."},
    {"ndim", get_ndim, NULL, "How many dimensions."},
    {"T", get_t, NULL, "Dimensions reversed."},
    {"mT", get_mt, NULL, "The last two dimensions swapped."},
    {"requires_grad", get_requires_grad, set_requires_grad, "Is a gradient collected?"},
    {"grad", get_grad, set_grad, "The gradient collected so far, or None."},
    {"data", get_data, set_data, "The same data without history."},
    {"is_leaf", get_is_leaf, NULL, "True for a tensor that no operator made."},
    {"is_cuda", get_is_cuda, NULL, "Is it on a GPU?"},
    {"grad_fn", get_grad_fn, NULL, "What made it, as text; None for a leaf."},
    {"nbytes", get_nbytes, NULL, "Bytes of the elements."},
    {0},
};

static gb_value tensor_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_value dict = gb_instance_dict_peek(vm, self);
    bool own = gb_is_dict(dict) && !gb_is_unset(gb_dict_get_peek(vm, dict, name));
    if (own || !gb_is_unset(gb_type_lookup_peek(self.o->type, name)))
        return gb_getattr_default(vm, self, name);
    gb_value method = gb_tensor_method_find(vm, self, name);
    if (!gb_is_unset(method) || !gb_is_unset(gb_exception_peek(vm))) return method;
    const gb_op *op = gb_op_lookup(gb_str_data(name));
    if (op && gb_op_is_method(op)) return gb_torch_method(vm, op, self);
    return gb_getattr_default(vm, self, name);
}

const gb_type_spec gb_tensor_spec = {
    .name = "Tensor",
    .module = "torch",
    .doc = "Tensor(data)",
    .size = sizeof(tensor_object),
    .methods = gb_tensor_methods,
    .attributes = attributes,
    .slots = {.make = tensor_make,
              .release = tensor_release,
              .getattr = tensor_getattr,
              .getitem = tensor_getitem,
              .setitem = tensor_setitem,
              .contains = tensor_contains,
              .len = tensor_len,
              .binary = gb_torch_binary,
              .inplace = gb_torch_inplace,
              .unary = gb_torch_unary,
              .compare = gb_torch_compare,
              .truth = tensor_truth,
              .hash = tensor_hash,
              .repr = tensor_repr,
              .format = tensor_format,
              .to_int = tensor_to_int,
              .to_float = tensor_to_float,
              .index = tensor_index,
              .iter = tensor_iter},
};
