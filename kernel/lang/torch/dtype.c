/* torch.dtype and torch.device as values. */
#include "kernel/lang/torch/state.h"

#include "graph/base/memory.h"

/* --- dtype
 * --------------------------------------------------------------------------------------------------
 */

typedef struct dtype_object {
    gb_object head;
    gb_dtype dtype;
} dtype_object;

static const gb_type_spec dtype_spec, device_spec;

static gb_dtype dtype_of(gb_value v)
{
    return ((dtype_object *)(void *)v.o)->dtype;
}

static gb_value dtype_repr(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "torch.%s", gb_dtype_name(dtype_of(self)));
}

static gb_value dtype_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    gb_dtype other;
    (void)vm;
    if (op != GB_COMPARE_EQ && op != GB_COMPARE_NE) return GB_NOT_IMPLEMENTED_VALUE;
    bool same = b.tag == GB_OTHER && gb_dtype_value_get(b, &other) && other == dtype_of(a);
    return gb_bool(same == (op == GB_COMPARE_EQ));
}

static int64_t dtype_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return 7919 + dtype_of(self);
}

static gb_value get_itemsize(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int((int64_t)gb_dtype_size(dtype_of(self)));
}

static gb_value get_is_floating(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_dtype_kind_of(dtype_of(self)) == GB_KIND_FLOAT);
}

static gb_value get_is_complex(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_dtype_kind_of(dtype_of(self)) == GB_KIND_COMPLEX);
}

static gb_value get_is_signed(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_dtype_kind_of(dtype_of(self)) >= GB_KIND_SIGNED);
}

/* A float dtype and the complex one of two of them. */
static const gb_dtype complex_of[][2] = {
    {GB_F16, GB_C32}, {GB_BF16, GB_C64}, {GB_F32, GB_C64}, {GB_F64, GB_C128}};

static gb_value to_other(gb_vm *vm, gb_value self, bool to_complex)
{
    gb_dtype dtype = dtype_of(self);
    gb_dtype_kind kind = gb_dtype_kind_of(dtype);
    if (kind == (to_complex ? GB_KIND_COMPLEX : GB_KIND_FLOAT)) return gb_ref(self);
    for (size_t i = 0; i < sizeof complex_of / sizeof *complex_of; i++) {
        bool skip = !to_complex && complex_of[i][0] == GB_BF16;
        if (!skip && complex_of[i][!to_complex] == dtype)
            return gb_dtype_value(vm, complex_of[i][to_complex]);
    }
    return gb_raise(vm, GB_EXC_RuntimeError, "%s type has no %s counterpart", gb_dtype_name(dtype),
                    to_complex ? "complex" : "real");
}

static gb_value to_complex(gb_vm *vm, gb_value *args)
{
    return to_other(vm, args[0], true);
}

static gb_value to_real(gb_vm *vm, gb_value *args)
{
    return to_other(vm, args[0], false);
}

static const gb_native dtype_methods[] = {
    {"to_complex", to_complex, "", 0, "The complex dtype of such parts."},
    {"to_real", to_real, "", 0, "The dtype of the parts."},
    {0},
};

static const gb_attribute dtype_attributes[] = {
    {"itemsize", get_itemsize, NULL, "Bytes an element."},
    {"is_floating_point", get_is_floating, NULL, "True for floats."},
    {"is_complex", get_is_complex, NULL, "True for complex numbers."},
    {"is_signed", get_is_signed, NULL, "True unless bool or unsigned."},
    {0},
};

static const gb_type_spec dtype_spec = {
    .name = "dtype",
    .module = "torch",
    .shown = "torch.dtype",
    .doc = "An element type: torch.float32.",
    .size = sizeof(dtype_object),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .attributes = dtype_attributes,
    .methods = dtype_methods,
    .slots = {.repr = dtype_repr, .compare = dtype_compare, .hash = dtype_hash},
};

/* One value a dtype and VM, so that `x.dtype is torch.float32`. */
static const char dtypes_key;

static void release_dtypes(void *state)
{
    for (int i = 0; i < GB_DTYPE_COUNT; i++)
        gb_unref(((gb_value *)state)[i]);
    gb_free(state);
}

gb_value gb_dtype_value(gb_vm *vm, gb_dtype dtype)
{
    gb_error err = GB_ERROR_INIT;
    gb_value *all = gb_vm_attached(vm, &dtypes_key);
    if (dtype < 0 || dtype >= GB_DTYPE_COUNT) return GB_NONE_VALUE;
    if (!all) {
        if (!(all = gb_calloc(GB_DTYPE_COUNT, sizeof *all, &err))) return gb_raise_error(vm, &err);
        if (!gb_vm_attach(vm, &dtypes_key, all, release_dtypes)) {
            gb_free(all);
            return GB_UNSET_VALUE;
        }
    }
    if (gb_is_unset(all[dtype])) {
        gb_type *type = gb_type_make(vm, &dtype_spec);
        all[dtype] = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
        if (gb_is_unset(all[dtype])) return GB_UNSET_VALUE;
        ((dtype_object *)(void *)all[dtype].o)->dtype = dtype;
    }
    return gb_ref(all[dtype]);
}

bool gb_dtype_value_get(gb_value v, gb_dtype *dtype)
{
    static const struct {
        const char *cls;
        gb_dtype dtype;
    } classes[] = {{"float", GB_F64}, {"int", GB_I64}, {"bool", GB_BOOLEAN}, {"complex", GB_C128}};
    if (v.tag == GB_OTHER && gb_is_a(v, &dtype_spec)) {
        *dtype = dtype_of(v);
        return true;
    }
    for (size_t i = 0; gb_is_type(v) && i < sizeof classes / sizeof *classes; i++) {
        if (!gb_str_is(gb_type_peek(v)->name, classes[i].cls)) continue;
        *dtype = classes[i].dtype;
        return true;
    }
    return false;
}

/* --- device
 * --------------------------------------------------------------------------------------------------
 */

typedef struct device_object {
    gb_object head;
    gb_device device;
} device_object;

static gb_device device_of(gb_value v)
{
    return ((device_object *)(void *)v.o)->device;
}

gb_value gb_device_value(gb_vm *vm, gb_device device)
{
    gb_type *type = gb_type_make(vm, &device_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (!gb_is_unset(v)) ((device_object *)(void *)v.o)->device = device;
    return v;
}

bool gb_device_value_get(gb_value v, gb_device *device)
{
    if (v.tag != GB_OTHER || !gb_is_a(v, &device_spec)) return false;
    *device = device_of(v);
    return true;
}

static gb_value device_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    (void)cls;
    gb_error err = GB_ERROR_INIT;
    gb_value bound[2] = {GB_UNSET_VALUE, GB_UNSET_VALUE}, out = GB_UNSET_VALUE;
    gb_device device;
    int64_t index = -1;
    if (!gb_bind(vm, "device", "type, index=None", args, bound)) return out;
    if (gb_device_value_get(bound[0], &device)) {
        out = gb_ref(bound[0]);
    } else if (!gb_is_str(bound[0])) {
        gb_raise(vm, GB_EXC_TypeError, "device(): argument 'type' (position 1) must be str, not %s",
                 gb_type_name(vm, bound[0]));
    } else if (!gb_device_parse(gb_str_data(bound[0]), &device, &err)) {
        gb_raise_error(vm, &err);
    } else if (!gb_is_none(bound[1]) && !gb_is_int(bound[1])) {
        gb_raise(vm, GB_EXC_TypeError,
                 "device(): argument 'index' (position 2) must be int, not %s",
                 gb_type_name(vm, bound[1]));
    } else if (gb_is_none(bound[1]) || gb_to_int64(vm, bound[1], &index)) {
        if (index >= 0) device.index = (int16_t)index;
        out = gb_device_value(vm, device);
    }
    gb_bound_release(bound, 2);
    return out;
}

static gb_value device_text(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_device_print(&b, device_of(self));
    return gb_str_from_buffer(vm, &b);
}

static const char *device_type_name(gb_device device)
{
    return device.type == GB_CUDA ? "cuda" : device.type == GB_META ? "meta" : "cpu";
}

static gb_value device_repr(gb_vm *vm, gb_value self)
{
    gb_device device = device_of(self);
    if (device.index < 0) return gb_str_format(vm, "device(type='%s')", device_type_name(device));
    return gb_str_format(vm, "device(type='%s', index=%d)", device_type_name(device), device.index);
}

static gb_value device_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    gb_device other;
    (void)vm;
    if (op != GB_COMPARE_EQ && op != GB_COMPARE_NE) return GB_NOT_IMPLEMENTED_VALUE;
    bool same = gb_device_value_get(b, &other) && gb_device_equal(device_of(a), other);
    return gb_bool(same == (op == GB_COMPARE_EQ));
}

static int64_t device_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return 104729 + device_of(self).type * 257 + device_of(self).index;
}

static gb_value get_type(gb_vm *vm, gb_value self)
{
    return gb_str_text_new(vm, device_type_name(device_of(self)));
}

static gb_value get_index(gb_vm *vm, gb_value self)
{
    (void)vm;
    return device_of(self).index < 0 ? GB_NONE_VALUE : gb_int(device_of(self).index);
}

/* `with torch.device("meta"):` makes tensors there. */
static gb_value device_enter(gb_vm *vm, gb_value *args)
{
    gb_torch_state *state = gb_torch_state_of(vm);
    if (!state) return GB_UNSET_VALUE;
    if (state->device_depth + 1 == GB_DEVICES_MAX)
        return gb_raise(vm, GB_EXC_RecursionError, "devices entered more than %d deep",
                        GB_DEVICES_MAX - 1);
    state->devices[++state->device_depth] = device_of(args[0]);
    return gb_ref(args[0]);
}

static gb_value device_exit(gb_vm *vm, gb_value *args)
{
    gb_torch_state *state = gb_torch_state_of(vm);
    (void)args;
    if (!state) return GB_UNSET_VALUE;
    if (state->device_depth) state->device_depth--;
    return GB_NONE_VALUE;
}

static const gb_native device_methods[] = {
    {"__enter__", device_enter, "", 0, "New tensors go there from now on."},
    {"__exit__", device_exit, "*args", 0, "New tensors go where they went before."},
    {0},
};

static const gb_attribute device_attributes[] = {
    {"type", get_type, NULL, "'cpu', 'cuda' or 'meta'."},
    {"index", get_index, NULL, "Which of them; None for the current one."},
    {0},
};

static const gb_type_spec device_spec = {
    .name = "device",
    .module = "torch",
    .shown = "torch.device",
    .doc = "device(type, index=None)",
    .size = sizeof(device_object),
    .flags = GB_TYPE_ATOMIC,
    .methods = device_methods,
    .attributes = device_attributes,
    .slots = {.make = device_make,
              .repr = device_repr,
              .str = device_text,
              .compare = device_compare,
              .hash = device_hash},
};

bool gb_torch_add_dtypes(gb_vm *vm, gb_value module)
{
    gb_type *types[] = {gb_type_make(vm, &dtype_spec), gb_type_make(vm, &device_spec)};
    if (!types[0] || !types[1] || !gb_module_set(vm, module, "dtype", gb_type_value(types[0])) ||
        !gb_module_set(vm, module, "device", gb_type_value(types[1])))
        return false;
#define GB_DTYPE_ROW(id, name, alias, file_name, bytes, kind, torch)                               \
    if (!gb_module_add_take(vm, module, name, gb_dtype_value(vm, GB_##id))) return false;          \
    if (alias[0] && !gb_module_add_take(vm, module, alias, gb_dtype_value(vm, GB_##id)))           \
        return false;
#include "graph/tensor/dtype.def"
#undef GB_DTYPE_ROW
    return true;
}
