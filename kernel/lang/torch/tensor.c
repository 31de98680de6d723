/* The Tensor type: wrapping and slots. Attributes and methods that are no plain operators are in
 * tensor_attribute.c and tensor_method.c. */
#include "kernel/lang/torch/state.h"

#include "kernel/lang/trace/proxy.h"

#include "graph/tensor/autograd.h"
#include "graph/tensor/index.h"

static gb_tensor *tensor_of(gb_value v)
{
    return gb_tensor_object_peek(v)->tensor;
}

gb_value gb_tensor_value_of_type_take(gb_vm *vm, gb_type *cls, gb_tensor *tensor)
{
    gb_value v = tensor ? gb_instance_new(vm, cls) : GB_UNSET_VALUE;
    if (gb_is_unset(v))
        gb_tensor_unref(tensor);
    else
        gb_tensor_object_peek(v)->tensor = tensor;
    return v;
}

gb_value gb_tensor_value_take(gb_vm *vm, gb_tensor *tensor)
{
    gb_type *type = gb_type_make(vm, &gb_tensor_spec);
    if (type) return gb_tensor_value_of_type_take(vm, type, tensor);
    gb_tensor_unref(tensor);
    return GB_UNSET_VALUE;
}

gb_tensor *gb_tensor_value_peek(gb_value v)
{
    return v.tag == GB_OTHER && gb_is_a(v, &gb_tensor_spec) ? tensor_of(v) : NULL;
}

void gb_tensor_value_replace(gb_value v, gb_tensor *tensor)
{
    gb_tensor *old = tensor_of(v);
    gb_tensor_object_peek(v)->tensor = gb_tensor_ref(tensor);
    gb_tensor_unref(old);
}

static void tensor_release(gb_object *self)
{
    gb_tensor_object *object = (gb_tensor_object *)(void *)self;
    gb_tensor_unref(object->tensor);
    gb_unref(object->grad);
}

/* --- making
 * ------------------------------------------------------------------------------------------- */

/* Nested lists as a tensor of the default dtype; nothing, sizes or a Size: uninitialised. */
static gb_tensor *new_tensor(gb_vm *vm, const gb_arguments *args, gb_error *err)
{
    gb_conversion c;
    gb_conversion_start(&c);
    gb_tensor_options options = gb_tensor_options_default();
    gb_arg arg = gb_arg_list(NULL, 0);
    gb_tensor *t = NULL;
    int64_t sizes[GB_DIMENSIONS_MAX];
    bool by_size =
        args->count && (args->values[0].tag == GB_INT ||
                        (gb_is_object(args->values[0]) && gb_is_a(args->values[0], &gb_size_spec)));
    options.dtype = gb_default_dtype();
    if (by_size) {
        size_t count = args->count;
        const gb_value *items = args->values;
        if (items[0].tag == GB_TUPLE) items = gb_items_peek(items[0], &count);
        for (size_t i = 0; i < count; i++)
            if (i == GB_DIMENSIONS_MAX || !gb_to_int64(vm, items[i], &sizes[i])) return NULL;
        return gb_tensor_empty(options.dtype, sizes, count, err);
    }
    if (!args->count || gb_convert(vm, &c, args->values[0], &arg))
        t = gb_tensor_from_arg(&arg, &options, err);
    gb_conversion_release(&c);
    return t;
}

/* Tensor(data), and the constructor of subclasses. A tensor is looked at, not copied. */
static gb_value tensor_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *given = args->count ? gb_tensor_value_peek(args->values[0]) : NULL;
    gb_tensor *t = given ? gb_tensor_detach(given, &err) : new_tensor(vm, args, &err);
    if (t) return gb_tensor_value_of_type_take(vm, cls, t);
    return gb_is_unset(gb_exception_peek(vm)) ? gb_raise_error(vm, &err) : GB_UNSET_VALUE;
}

/* --- looking
 * --------------------------------------------------------------------------------------------------
 */

/* A sparse tensor shows its indices and values: torch.sparse has the text. */
static gb_value sparse_repr(gb_vm *vm, gb_value self)
{
    gb_value module = gb_import(vm, "torch.sparse");
    gb_value show = gb_is_unset(module) ? module : gb_getattr_text(vm, module, "_text");
    gb_value out = gb_is_unset(show) ? show : gb_call(vm, show, &self, 1);
    gb_unref(show);
    gb_unref(module);
    return out;
}

static gb_value tensor_repr(gb_vm *vm, gb_value self)
{
    if (!gb_tensor_is_strided(tensor_of(self))) return sparse_repr(vm, self);
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_tensor_print(&b, tensor_of(self), gb_torch_print_options(vm), &err)) {
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
    if (!gb_tensor_item(tensor_of(self), &value, &err)) return gb_raise_error(vm, &err);
    return gb_value_from_arg_take(vm, &value);
}

static int tensor_truth(gb_vm *vm, gb_value self)
{
    int64_t n = gb_tensor_numel(tensor_of(self));
    if (n != 1)
        return gb_raise_minus(vm, GB_EXC_RuntimeError,
                              "Boolean value of Tensor with %s is ambiguous",
                              n ? "more than one value" : "no values");
    gb_value number = item(vm, self);
    int truth = gb_is_unset(number) ? -1 : gb_truth(vm, number);
    gb_unref(number);
    return truth;
}

/* float(x) and int(x) word it differently from x.item(). */
static gb_value scalar(gb_vm *vm, gb_value self)
{
    if (gb_tensor_numel(tensor_of(self)) == 1) return item(vm, self);
    return gb_raise(vm, GB_EXC_ValueError,
                    "only one element tensors can be converted to Python scalars");
}

static gb_value tensor_to_float(gb_vm *vm, gb_value self)
{
    double x;
    gb_value number = scalar(vm, self);
    if (gb_is_complex(number)) {
        const gb_complex *z = (const gb_complex *)(const void *)number.o;
        gb_value real = z->imag == 0 ? gb_float(z->real)
                                     : gb_raise(vm, GB_EXC_RuntimeError,
                                                "value cannot be converted to type double without "
                                                "overflow");
        gb_unref(number);
        return real;
    }
    bool ok = !gb_is_unset(number) && gb_to_double(vm, number, &x);
    gb_unref(number);
    return ok ? gb_float(x) : GB_UNSET_VALUE;
}

static gb_value tensor_to_int(gb_vm *vm, gb_value self)
{
    gb_value number = scalar(vm, self);
    if (gb_is_complex(number)) {
        const gb_complex *z = (const gb_complex *)(const void *)number.o;
        gb_value whole =
            z->imag == 0 ? gb_int_from_double(vm, z->real)
                         : gb_raise(vm, GB_EXC_RuntimeError,
                                    "value cannot be converted to type int64_t without overflow");
        gb_unref(number);
        return whole;
    }
    if (number.tag == GB_FLOAT) return gb_int_from_double(vm, number.f);
    if (number.tag == GB_BOOL) return gb_int(number.i);
    return number;
}

static gb_value tensor_index(gb_vm *vm, gb_value self)
{
    gb_dtype_kind kind = gb_dtype_kind_of(gb_tensor_dtype(tensor_of(self)));
    if (kind == GB_KIND_FLOAT || kind == GB_KIND_COMPLEX || gb_tensor_numel(tensor_of(self)) != 1)
        return gb_raise(vm, GB_EXC_TypeError,
                        "only integer tensors of a single element can be converted to an index");
    return tensor_to_int(vm, self);
}

static gb_value tensor_format(gb_vm *vm, gb_value self, gb_value spec)
{
    gb_type *type = gb_type_make(vm, &gb_tensor_spec);
    if (gb_tensor_dim(tensor_of(self)) > 0 || gb_tensor_is_meta(tensor_of(self)) ||
        self.o->type != type) {
        if (gb_str_size(spec) == 0) return gb_to_str(vm, self);
        return gb_raise(vm, GB_EXC_TypeError, "unsupported format string passed to %s.__format__",
                        gb_type_name(vm, self));
    }
    gb_value number = item(vm, self);
    gb_value out = gb_is_unset(number) ? number : gb_format(vm, number, spec);
    gb_unref(number);
    return out;
}

static int64_t tensor_len(gb_vm *vm, gb_value self)
{
    if (gb_tensor_dim(tensor_of(self)) == 0)
        return gb_raise_minus(vm, GB_EXC_TypeError, "len() of a 0-d tensor");
    return gb_tensor_size(tensor_of(self), 0);
}

static int64_t tensor_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)(uintptr_t)tensor_of(self); /* id(self), as in PyTorch */
}

static const void *tensor_identity(gb_value self)
{
    return tensor_of(self);
}

/* --- items
 * ------------------------------------------------------------------------------------------------------
 */

static gb_value tensor_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c;
    gb_conversion_start(&c);
    gb_value args[] = {self, key}, out = GB_UNSET_VALUE;
    gb_arg index;
    if (gb_convert(vm, &c, key, &index) && c.trace) {
        out = gb_torch_call_name(vm, "gb::getitem", args, 2);
    } else if (gb_is_unset(gb_exception_peek(vm))) {
        gb_tensor *t = gb_tensor_index(tensor_of(self), &index, &err);
        out = t ? gb_tensor_value_take(vm, t) : gb_raise_error(vm, &err);
    }
    gb_conversion_release(&c);
    return out;
}

/* Writes now; a value of a run is waited for. */
static bool tensor_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c;
    gb_conversion_start(&c);
    gb_arg index, arg;
    if (gb_is_unset(value))
        return gb_raise_false(vm, GB_EXC_TypeError, "Tensor does not support deleting items");
    gb_value real = gb_resolve(vm, value), at = gb_is_unset(real) ? real : gb_resolve(vm, key);
    bool ok = !gb_is_unset(at) && gb_convert(vm, &c, at, &index) && gb_convert(vm, &c, real, &arg);
    if (ok && !gb_tensor_index_put(tensor_of(self), &index, &arg, &err))
        ok = gb_raise_error_false(vm, &err);
    gb_conversion_release(&c);
    gb_unref(real);
    gb_unref(at);
    return ok;
}

static gb_value tensor_iter(gb_vm *vm, gb_value self)
{
    if (gb_tensor_dim(tensor_of(self)) == 0)
        return gb_raise(vm, GB_EXC_TypeError, "iteration over a 0-d tensor");
    gb_value items = gb_torch_call_name(vm, "unbind", &self, 1);
    gb_value out = gb_is_unset(items) ? items : gb_iter(vm, items);
    gb_unref(items);
    return out;
}

static int tensor_contains(gb_vm *vm, gb_value self, gb_value value)
{
    gb_value real = gb_resolve(vm, value);
    if (gb_is_unset(real)) return -1;
    bool known = gb_tensor_value_peek(real) || gb_is_int(real) || gb_is_float(real);
    if (!known && !gb_is_complex(real)) {
        gb_value cls = gb_repr(vm, gb_type_value(gb_type_of(vm, real)));
        gb_unref(real);
        if (!gb_is_unset(cls))
            gb_raise(vm, GB_EXC_RuntimeError,
                     "Tensor.__contains__ only supports Tensor or scalar, but you passed in a %s.",
                     gb_str_data(cls));
        gb_unref(cls);
        return -1;
    }
    gb_value equal = gb_torch_compare(vm, GB_COMPARE_EQ, self, real);
    gb_value any = gb_is_unset(equal) ? equal : gb_torch_call_name(vm, "any", &equal, 1);
    int out = gb_is_unset(any) ? -1 : gb_truth(vm, any);
    gb_unref(real);
    gb_unref(equal);
    gb_unref(any);
    return out;
}

/* --- the type
 * ------------------------------------------------------------------------------------------- */

static void tensor_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_tensor_object *)(void *)self)->grad, context);
}

static void tensor_clear(gb_object *self)
{
    gb_clear(&((gb_tensor_object *)(void *)self)->grad);
}

const gb_type_spec gb_tensor_spec = {
    .name = "Tensor",
    .module = "torch",
    .native = "torch._C.TensorBase",
    .doc = "Tensor(data)",
    .size = sizeof(gb_tensor_object),
    .flags = GB_TYPE_DICT | GB_TYPE_ATOMIC, /* tensors are many, and seldom part of a cycle */
    .methods = gb_tensor_methods,
    .attributes = gb_tensor_attributes,
    .missing = gb_tensor_missing,
    .slots = {.make = tensor_make,
              .release = tensor_release,
              .traverse = tensor_traverse,
              .clear = tensor_clear,
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
              .iter = tensor_iter,
              .identity = tensor_identity},
};
