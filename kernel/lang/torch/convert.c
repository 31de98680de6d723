/* Values of the language to operator arguments, and results back. Nothing is called here. */
#include "kernel/lang/torch/state.h"

#include "kernel/lang/trace/proxy.h"

enum { DEEPEST_LIST = 64 };

/* Keeps a value alive until the conversion is released; takes it over. */
static bool hold_take(gb_vm *vm, gb_conversion *c, gb_value v)
{
    if (gb_is_unset(v)) return false;
    if (gb_is_unset(c->held) && gb_is_unset(c->held = gb_list_new(vm, 0))) {
        gb_unref(v);
        return false;
    }
    return gb_list_append_take(vm, c->held, v);
}

static bool convert(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out, int depth);

static gb_arg *new_items(gb_vm *vm, gb_conversion *c, size_t count)
{
    gb_error err = GB_ERROR_INIT;
    if (count <= sizeof c->room / sizeof *c->room - c->used) {
        c->used += count;
        return &c->room[c->used - count];
    }
    gb_arg *items = gb_arena_array(&c->arena, count ? count : 1, sizeof *items, &err);
    if (!items) gb_raise_error(vm, &err);
    return items;
}

static bool convert_sequence(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out, int depth)
{
    size_t count;
    gb_value *values = gb_items_peek(v, &count);
    if (depth >= DEEPEST_LIST)
        return gb_raise_false(vm, GB_EXC_ValueError, "lists nested deeper than %d", DEEPEST_LIST);
    gb_arg *items = new_items(vm, c, count);
    if (!items) return false;
    for (size_t i = 0; i < count; i++) {
        if (!(i & 0xfff) && !gb_vm_check(vm)) return false;
        if (!convert(vm, c, values[i], &items[i], depth + 1)) return false;
    }
    *out = gb_is_tuple(v) ? gb_arg_tuple(items, count) : gb_arg_list(items, count);
    return true;
}

static bool convert_slice(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out, int depth)
{
    gb_slice *slice = gb_slice_peek(v);
    gb_value parts[3] = {slice->start, slice->stop, slice->step};
    gb_arg *items = new_items(vm, c, 3);
    if (!items) return false;
    for (size_t i = 0; i < 3; i++)
        if (!convert(vm, c, parts[i], &items[i], depth + 1)) return false;
    *out = gb_arg_slice(items);
    return true;
}

/* A graph value: a NODE while its trace goes on (numbers are waited for), else what it became. */
static bool convert_proxy(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out, int depth)
{
    int32_t node;
    gb_trace *trace = gb_proxy_trace_peek(v);
    if (!gb_proxy_is_open(v) || gb_proxy_is_number(v)) {
        gb_value real = gb_resolve(vm, v);
        return hold_take(vm, c, real) && convert(vm, c, real, out, depth + 1);
    }
    if (c->trace && c->trace != trace)
        return gb_raise_false(vm, GB_EXC_RuntimeError,
                              "values of two traces that are both still open cannot be combined");
    if (!gb_proxy_node(vm, v, &node)) return false;
    c->trace = trace;
    *out = gb_arg_node(node);
    return true;
}

static gb_value user_method_peek(gb_vm *vm, gb_value v, const char *text)
{
    gb_value name = gb_str_intern(vm, text);
    gb_value method = gb_type_lookup_peek(gb_type_of(vm, v), name);
    gb_unref(name);
    return method;
}

bool gb_torch_is_user_number(gb_vm *vm, gb_value v)
{
    return (v.tag == GB_OTHER || v.tag == GB_INSTANCE) &&
           !gb_is_unset(user_method_peek(vm, v, "__number__"));
}

/* A user's object that stands for a tensor (an array of numpy) tells it by __tensor__(), one that
 * stands for a number by __number__(). Other objects go on as what no operator takes. */
static bool convert_user(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out, int depth)
{
    gb_value method = GB_UNSET_VALUE;
    if (!c->typed) method = user_method_peek(vm, v, "__number__");
    if (gb_is_unset(method)) method = user_method_peek(vm, v, "__tensor__");
    *out = (gb_arg){.kind = GB_ARG_OTHER, .as.text = gb_type_name(vm, v)};
    if (gb_is_unset(method)) return true;
    gb_value real = gb_call(vm, method, &v, 1);
    if (!hold_take(vm, c, real)) return false;
    bool plain =
        gb_tensor_value_peek(real) || gb_is_int(real) || gb_is_float(real) || gb_is_complex(real);
    return !plain || convert(vm, c, real, out, depth + 1);
}

/* np.float64, which is a float too; other subclasses of float leave what OUT holds. */
static bool convert_typed(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out)
{
    gb_value method = user_method_peek(vm, v, "__tensor__");
    if (gb_is_unset(method)) return true;
    gb_value real = gb_call(vm, method, &v, 1);
    if (!hold_take(vm, c, real)) return false;
    if (gb_tensor_value_peek(real)) *out = gb_arg_tensor(gb_tensor_value_peek(real));
    return true;
}

static bool convert_object(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out, int depth)
{
    gb_dtype dtype;
    gb_device device;
    gb_generator *generator;
    const char *name;
    gb_tensor *tensor = gb_tensor_value_peek(v);
    if (tensor)
        *out = gb_arg_tensor(tensor);
    else if (gb_is_proxy(v))
        return convert_proxy(vm, c, v, out, depth);
    else if (gb_dtype_value_get(v, &dtype))
        *out = gb_arg_dtype(dtype);
    else if (gb_device_value_get(v, &device))
        *out = gb_arg_device(device);
    else if ((name = gb_layout_name(v)))
        *out = gb_arg_text(name);
    else if (gb_generator_value_get(v, &generator))
        *out = (gb_arg){.kind = GB_ARG_GENERATOR, .as.generator = generator};
    else if (gb_is_range(v)) {
        gb_value list = gb_to_list(vm, v);
        return hold_take(vm, c, list) && convert_sequence(vm, c, list, out, depth);
    } else {
        return convert_user(vm, c, v, out, depth);
    }
    return true;
}

static bool convert(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *out, int depth)
{
    int64_t number;
    switch (v.tag) {
    case GB_NONE: *out = gb_arg_none(); return true;
    case GB_BOOL: *out = gb_arg_bool(v.i != 0); return true;
    case GB_INT: *out = gb_arg_int(v.i); return true;
    case GB_FLOAT: *out = gb_arg_float(v.f); return true;
    case GB_FLOAT_OBJECT:
        *out = gb_arg_float(gb_float_of(v));
        return !c->typed || convert_typed(vm, c, v, out);
    case GB_ELLIPSIS: *out = (gb_arg){.kind = GB_ARG_ELLIPSIS}; return true;
    case GB_STR: *out = gb_arg_text(gb_str_data(v)); return true;
    case GB_TUPLE:
    case GB_LIST: return convert_sequence(vm, c, v, out, depth);
    case GB_SLICE: return convert_slice(vm, c, v, out, depth);
    case GB_COMPLEX: {
        const gb_complex *z = (const gb_complex *)(const void *)v.o;
        *out = gb_arg_complex(z->real, z->imag);
        return true;
    }
    case GB_BIGINT:
        if (!gb_int_fits(v, &number))
            return c->typed
                       ? gb_raise_false(vm, GB_EXC_ValueError, "Overflow when unpacking long long")
                       : gb_raise_false(vm, GB_EXC_OverflowError, "int too big to convert");
        *out = gb_arg_int(number);
        return true;
    default: return convert_object(vm, c, v, out, depth);
    }
}

bool gb_convert(gb_vm *vm, gb_conversion *conversion, gb_value v, gb_arg *out)
{
    return convert(vm, conversion, v, out, 0);
}

void gb_conversion_release(gb_conversion *conversion)
{
    gb_arena_release(&conversion->arena);
    gb_clear(&conversion->held);
}

static gb_value list_from_arg(gb_vm *vm, gb_arg *arg)
{
    gb_value list = gb_list_new(vm, arg->count);
    for (size_t i = 0; !gb_is_unset(list) && i < arg->count; i++) {
        gb_value item = gb_value_from_arg_take(vm, &arg->as.items[i]);
        if (gb_is_unset(item))
            gb_clear(&list);
        else
            gb_list_peek(list)->items[i] = item;
    }
    gb_arg_release(arg);
    return list;
}

gb_value gb_value_from_arg_take(gb_vm *vm, gb_arg *arg)
{
    gb_value out = GB_NONE_VALUE;
    switch ((gb_arg_kind)arg->kind) {
    case GB_ARG_TENSOR: {
        gb_tensor *tensor = arg->as.tensor;
        *arg = gb_arg_none();
        return gb_tensor_value_take(vm, tensor);
    }
    case GB_ARG_LIST: return list_from_arg(vm, arg);
    case GB_ARG_BOOL: out = gb_bool(arg->as.boolean); break;
    case GB_ARG_INT: out = gb_int(arg->as.integer); break;
    case GB_ARG_FLOAT: out = gb_float(arg->as.real); break;
    case GB_ARG_COMPLEX: out = gb_complex_new(vm, arg->as.complex.re, arg->as.complex.im); break;
    case GB_ARG_TEXT: out = gb_str_text_new(vm, arg->as.text); break;
    case GB_ARG_DTYPE: out = gb_dtype_value(vm, arg->as.dtype); break;
    case GB_ARG_DEVICE: out = gb_device_value(vm, arg->as.device); break;
    default: break;
    }
    gb_arg_release(arg);
    return out;
}
