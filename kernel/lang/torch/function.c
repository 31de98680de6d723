/* Operators as functions and methods: torch.NAME and Tensor.NAME, made when first named. */
#include "kernel/lang/torch/state.h"

static gb_value call_function(gb_vm *vm, const void *context, const gb_arguments *args)
{
    return gb_torch_call(vm, context, GB_UNSET_VALUE, args);
}

static gb_value call_method(gb_vm *vm, const void *context, const gb_arguments *args)
{
    gb_arguments rest = *args;
    rest.values++;
    rest.count--;
    return gb_torch_call(vm, context, args->values[0], &rest);
}

/* Name and documentation of an operator's function; they live as long as the VM. */
static const gb_native *make_row(gb_vm *vm, const gb_op *op)
{
    gb_error err = GB_ERROR_INIT;
    gb_buffer help = GB_BUFFER_INIT;
    gb_torch_state *state = gb_torch_state_of(vm);
    if (!state) return NULL;
    gb_op_help(op, &help);
    gb_native *row = gb_arena_alloc(&state->arena, sizeof *row, &err);
    if (row) {
        row->name = gb_op_short_name(op);
        row->signature = "*args, **kwargs";
        row->doc = help.data ? gb_arena_strndup(&state->arena, help.data, help.size, &err) : NULL;
    }
    gb_buffer_release(&help);
    if (err.cls == GB_ERR_NONE) return row;
    gb_raise_error(vm, &err);
    return NULL;
}

gb_value gb_torch_function(gb_vm *vm, const gb_op *op)
{
    const gb_native *row = make_row(vm, op);
    return row ? gb_native_raw(vm, row, NULL, call_function, op) : GB_UNSET_VALUE;
}

gb_value gb_torch_method(gb_vm *vm, const gb_op *op, gb_type *owner)
{
    const gb_native *row = make_row(vm, op);
    return row ? gb_native_raw(vm, row, owner, call_method, op) : GB_UNSET_VALUE;
}

/* --- casts: x.float() is the operator `to` with a dtype
 * --------------------------------------------------------------------- */

typedef struct cast {
    gb_native row;
    gb_dtype dtype;
} cast;

static gb_value call_cast(gb_vm *vm, const void *context, const gb_arguments *args)
{
    const cast *c = context;
    gb_value values[] = {args->values[0], gb_dtype_value(vm, c->dtype)}, out = GB_UNSET_VALUE;
    gb_tensor *t = gb_tensor_value_peek(values[0]);
    if (args->count > 1)
        gb_raise(vm, GB_EXC_TypeError, "%s() takes 0 positional arguments but %u were given",
                 c->row.name, args->count - 1);
    else if (t && gb_tensor_dtype(t) == c->dtype && values[0].tag == GB_OTHER)
        out = gb_ref(values[0]);
    else if (!gb_is_unset(values[1]))
        out = gb_torch_call_name(vm, "to", values, 2);
    gb_unref(values[1]);
    return out;
}

#define GB_CAST(name, dtype) {{name, NULL, "", 0, "The same numbers as another dtype."}, dtype},
static const cast casts[] = {
    GB_CAST("float", GB_F32) GB_CAST("double", GB_F64) GB_CAST("half", GB_F16)
        GB_CAST("bfloat16", GB_BF16) GB_CAST("long", GB_I64) GB_CAST("int", GB_I32)
            GB_CAST("short", GB_I16) GB_CAST("char", GB_I8) GB_CAST("byte", GB_U8)
                GB_CAST("bool", GB_BOOLEAN) GB_CAST("cfloat", GB_C64) GB_CAST("cdouble", GB_C128)
                    GB_CAST("chalf", GB_C32)};
#undef GB_CAST

static gb_value make_cast(gb_vm *vm, gb_type *owner, gb_value name)
{
    for (size_t i = 0; i < sizeof casts / sizeof *casts; i++)
        if (gb_str_is(name, casts[i].row.name))
            return gb_native_raw(vm, &casts[i].row, owner, call_cast, &casts[i]);
    return GB_UNSET_VALUE;
}

gb_value gb_tensor_missing(gb_vm *vm, gb_type *type, gb_value name)
{
    const char *text = gb_str_data(name);
    if (text[0] == '_') return GB_UNSET_VALUE;
    gb_value made = make_cast(vm, type, name);
    if (!gb_is_unset(made) || !gb_is_unset(gb_exception_peek(vm))) return made;
    const gb_op *op = gb_op_lookup(text);
    return op && gb_op_is_method(op) ? gb_torch_method(vm, op, type) : GB_UNSET_VALUE;
}

/* Functions of the cell language and raw ones take graph values as self; other natives do not. */
gb_value gb_tensor_method_find(gb_vm *vm, gb_value self, gb_value name)
{
    gb_type *type = gb_type_make(vm, &gb_tensor_spec);
    gb_value found = type ? gb_type_lookup_peek(type, name) : GB_UNSET_VALUE;
    bool takes_graph = gb_is_function(found) || gb_native_context(found, call_method) ||
                       gb_native_context(found, call_cast);
    if (gb_is_unset(found) || takes_graph)
        return gb_is_unset(found) ? found : gb_method_new(vm, found, self);
    const gb_op *op =
        gb_op_lookup(gb_str_data(name)); /* x.to(...) on a graph value is an operator */
    found = op && gb_op_is_method(op) ? gb_torch_method(vm, op, type) : GB_UNSET_VALUE;
    gb_value bound = gb_is_unset(found) ? found : gb_method_new(vm, found, self);
    gb_unref(found);
    return bound;
}
