/* Python's operators on tensors and graph values. */
#include "kernel/lang/torch/tensor.h"

#include "kernel/lang/trace/proxy.h"

static const char *const binary_names[GB_BINARY_OP_COUNT] = {
    [GB_OP_ADD] = "add",
    [GB_OP_SUB] = "sub",
    [GB_OP_MUL] = "mul",
    [GB_OP_TRUEDIV] = "div",
    [GB_OP_FLOORDIV] = "floor_divide",
    [GB_OP_MOD] = "remainder",
    [GB_OP_POW] = "pow",
    [GB_OP_MATMUL] = "matmul",
    [GB_OP_AND] = "bitwise_and",
    [GB_OP_OR] = "bitwise_or",
    [GB_OP_XOR] = "bitwise_xor",
    [GB_OP_LSHIFT] = "bitwise_left_shift",
    [GB_OP_RSHIFT] = "bitwise_right_shift",
};

static const char *const compare_names[] = {
    [GB_LT] = "lt", [GB_LE] = "le", [GB_EQ] = "eq", [GB_NE] = "ne", [GB_GT] = "gt", [GB_GE] = "ge",
};

static const char *const unary_names[] = {
    [GB_OP_NEG] = "neg",
    [GB_OP_POS] = "positive",
    [GB_OP_INVERT] = "bitwise_not",
    [GB_OP_ABS] = "abs",
};

const gb_op *gb_torch_binary_op(gb_binary_op op)
{
    return binary_names[op] ? gb_op_lookup(binary_names[op]) : NULL;
}

const gb_op *gb_torch_compare_op(gb_compare_op op)
{
    return gb_op_lookup(compare_names[op]);
}

static bool is_tensor(gb_value v)
{
    return gb_tensor_value_peek(v) || gb_is_proxy(v);
}

static bool is_number(gb_value v)
{
    return gb_is_int(v) || gb_is_float(v) || gb_is_complex(v);
}

static gb_value call(gb_vm *vm, const gb_op *op, gb_value self, gb_value other)
{
    gb_arguments args = {
        .values = &other, .count = gb_is_unset(other) ? 0 : 1, .names = GB_UNSET_VALUE};
    return gb_torch_call(vm, op, self, &args);
}

static gb_value call_name(gb_vm *vm, const char *name, gb_value self, gb_value other)
{
    return call(vm, gb_op_lookup(name), self, other);
}

/* number OP tensor, as Tensor.__rsub__ and its kin do it. */
static gb_value reflected(gb_vm *vm, gb_binary_op op, gb_value number, gb_value tensor)
{
    switch (op) {
    case GB_OP_ADD:
    case GB_OP_MUL:
    case GB_OP_AND:
    case GB_OP_OR:
    case GB_OP_XOR: return call(vm, gb_torch_binary_op(op), tensor, number);
    case GB_OP_SUB: return call_name(vm, "rsub", tensor, number);
    case GB_OP_TRUEDIV: {
        gb_value inverse = call_name(vm, "reciprocal", tensor, GB_UNSET_VALUE);
        gb_value out = gb_is_unset(inverse) ? inverse : call_name(vm, "mul", inverse, number);
        gb_unref(inverse);
        return out;
    }
    case GB_OP_POW:
    case GB_OP_MOD: {
        gb_value both[] = {number, tensor};
        return gb_torch_call_name(vm, binary_names[op], both, 2);
    }
    default: {
        gb_value lifted = gb_torch_call_name(vm, "scalar_tensor", &number, 1);
        gb_value out =
            gb_is_unset(lifted) ? lifted : call(vm, gb_torch_binary_op(op), lifted, tensor);
        gb_unref(lifted);
        return out;
    }
    }
}

gb_value gb_torch_binary(gb_vm *vm, gb_binary_op op, gb_value a, gb_value b)
{
    if (!binary_names[op]) return GB_NOT_IMPLEMENTED_VALUE;
    if (is_tensor(a) && (is_tensor(b) || is_number(b)))
        return call(vm, gb_torch_binary_op(op), a, b);
    if (is_tensor(b) && is_number(a)) return reflected(vm, op, a, b);
    return GB_NOT_IMPLEMENTED_VALUE;
}

gb_value gb_torch_inplace(gb_vm *vm, gb_binary_op op, gb_value a, gb_value b)
{
    static const char *const names[GB_BINARY_OP_COUNT] = {
        [GB_OP_ADD] = "add_",
        [GB_OP_SUB] = "sub_",
        [GB_OP_MUL] = "mul_",
        [GB_OP_TRUEDIV] = "div_",
        [GB_OP_FLOORDIV] = "floor_divide_",
        [GB_OP_MOD] = "remainder_",
        [GB_OP_POW] = "pow_",
        [GB_OP_AND] = "bitwise_and_",
        [GB_OP_OR] = "bitwise_or_",
        [GB_OP_XOR] = "bitwise_xor_",
        [GB_OP_LSHIFT] = "bitwise_left_shift_",
        [GB_OP_RSHIFT] = "bitwise_right_shift_",
    };
    if (!names[op] || !is_tensor(a) || !(is_tensor(b) || is_number(b)))
        return gb_torch_binary(vm, op, a, b);
    return call_name(vm, names[op], a, b);
}

gb_value gb_torch_unary(gb_vm *vm, gb_unary_op op, gb_value a)
{
    return call_name(vm, unary_names[op], a, GB_UNSET_VALUE);
}

gb_value gb_torch_compare(gb_vm *vm, gb_compare_op op, gb_value a, gb_value b)
{
    if (!is_tensor(b) && !is_number(b)) return GB_NOT_IMPLEMENTED_VALUE;
    if (!is_tensor(a)) return gb_torch_compare(vm, gb_compare_mirror(op), b, a);
    return call(vm, gb_torch_compare_op(op), a, b);
}
