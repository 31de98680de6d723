/* Python's operators on tensors and graph values. */
#include "kernel/lang/torch/tensor.h"

#include "kernel/lang/trace/proxy.h"

static const char *const binary_names[GB_BINARY_COUNT] = {
    [GB_BINARY_ADD] = "add",
    [GB_BINARY_SUB] = "sub",
    [GB_BINARY_MUL] = "mul",
    [GB_BINARY_TRUEDIV] = "div",
    [GB_BINARY_FLOORDIV] = "floor_divide",
    [GB_BINARY_MOD] = "remainder",
    [GB_BINARY_POW] = "pow",
    [GB_BINARY_MATMUL] = "matmul",
    [GB_BINARY_AND] = "bitwise_and",
    [GB_BINARY_OR] = "bitwise_or",
    [GB_BINARY_XOR] = "bitwise_xor",
    [GB_BINARY_LSHIFT] = "bitwise_left_shift",
    [GB_BINARY_RSHIFT] = "bitwise_right_shift",
};

static const char *const compare_names[] = {
    [GB_COMPARE_LT] = "lt", [GB_COMPARE_LE] = "le", [GB_COMPARE_EQ] = "eq",
    [GB_COMPARE_NE] = "ne", [GB_COMPARE_GT] = "gt", [GB_COMPARE_GE] = "ge",
};

static const char *const unary_names[] = {
    [GB_UNARY_NEG] = "neg",
    [GB_UNARY_POS] = "positive",
    [GB_UNARY_INVERT] = "bitwise_not",
    [GB_UNARY_ABS] = "abs",
};

const gb_op *gb_torch_binary_op(gb_binary op)
{
    return op < GB_BINARY_COUNT && binary_names[op] ? gb_op_lookup(binary_names[op]) : NULL;
}

const gb_op *gb_torch_compare_op(gb_compare op)
{
    return gb_op_lookup(compare_names[op]);
}

static bool is_tensor(gb_value v)
{
    return gb_tensor_value_peek(v) || gb_is_proxy(v);
}

static bool is_number(gb_vm *vm, gb_value v)
{
    return gb_is_int(v) || gb_is_float(v) || gb_is_complex(v) || gb_torch_is_user_number(vm, v);
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
static gb_value reflected(gb_vm *vm, gb_binary op, gb_value number, gb_value tensor)
{
    switch (op) {
    case GB_BINARY_ADD:
    case GB_BINARY_MUL:
    case GB_BINARY_AND:
    case GB_BINARY_OR:
    case GB_BINARY_XOR: return call(vm, gb_torch_binary_op(op), tensor, number);
    case GB_BINARY_SUB: return call_name(vm, "rsub", tensor, number);
    case GB_BINARY_TRUEDIV: {
        gb_value inverse = call_name(vm, "reciprocal", tensor, GB_UNSET_VALUE);
        gb_value out = gb_is_unset(inverse) ? inverse : call_name(vm, "mul", inverse, number);
        gb_unref(inverse);
        return out;
    }
    default: {
        gb_value both[] = {number, tensor};
        return gb_torch_call_name(vm, binary_names[op], both, 2);
    }
    }
}

/* Overloads of tensor OP tensor and tensor OP number, which need no choosing. */
typedef struct direct {
    gb_known_op tensor, number;
} direct;

#define GB_SAME(id)                                                                                \
    {                                                                                              \
        GB_KNOWN_##id, GB_KNOWN_##id                                                               \
    }
#define GB_BOTH(id)                                                                                \
    {                                                                                              \
        GB_KNOWN_##id, GB_KNOWN_##id##_SCALAR                                                      \
    }
static const direct binary_direct[GB_BINARY_COUNT] = {
    [GB_BINARY_ADD] = GB_SAME(ADD),
    [GB_BINARY_SUB] = GB_SAME(SUB),
    [GB_BINARY_MUL] = GB_SAME(MUL),
    [GB_BINARY_TRUEDIV] = GB_SAME(DIV),
    [GB_BINARY_FLOORDIV] = GB_SAME(FLOOR_DIVIDE),
    [GB_BINARY_MOD] = GB_BOTH(REMAINDER),
    [GB_BINARY_POW] = GB_BOTH(POW),
    [GB_BINARY_MATMUL] = GB_SAME(MATMUL),
    [GB_BINARY_AND] = GB_BOTH(AND),
    [GB_BINARY_OR] = GB_BOTH(OR),
    [GB_BINARY_XOR] = GB_BOTH(XOR),
    [GB_BINARY_LSHIFT] = GB_BOTH(LSHIFT),
    [GB_BINARY_RSHIFT] = GB_BOTH(RSHIFT),
};
static const direct compare_direct[] = {
    [GB_COMPARE_LT] = GB_BOTH(LT), [GB_COMPARE_LE] = GB_BOTH(LE), [GB_COMPARE_EQ] = GB_BOTH(EQ),
    [GB_COMPARE_NE] = GB_BOTH(NE), [GB_COMPARE_GT] = GB_BOTH(GT), [GB_COMPARE_GE] = GB_BOTH(GE),
};

/* Both operands real, the left one a tensor, numbers small: the call without choosing. Unset,
 * without an exception, when it is none of these. */
static gb_value call_direct(gb_vm *vm, const direct *known, gb_value a, gb_value b)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = gb_tensor_value_peek(a), *y = gb_tensor_value_peek(b);
    if (!x || (!y && b.tag != GB_INT && b.tag != GB_FLOAT && b.tag != GB_BOOL))
        return GB_UNSET_VALUE;
    gb_arg args[] = {gb_arg_tensor(x), y                   ? gb_arg_tensor(y)
                                       : b.tag == GB_FLOAT ? gb_arg_float(b.f)
                                       : b.tag == GB_INT   ? gb_arg_int(b.i)
                                                           : gb_arg_bool(b.i != 0)};
    const gb_overload *overload = gb_overload_known(y ? known->tensor : known->number);
    gb_tensor *out = gb_overload_tensor(overload, args, 2, &err);
    return out ? gb_tensor_value_take(vm, out) : gb_torch_raise(vm, &err);
}

static bool is_settled(gb_vm *vm, gb_value v)
{
    return !gb_is_unset(v) || !gb_is_unset(gb_exception_peek(vm));
}

gb_value gb_torch_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op >= GB_BINARY_COUNT || !binary_names[op]) return GB_NOT_IMPLEMENTED_VALUE;
    if (op == GB_BINARY_MATMUL && !(is_tensor(a) && is_tensor(b))) return GB_NOT_IMPLEMENTED_VALUE;
    gb_value fast = call_direct(vm, &binary_direct[op], a, b);
    if (is_settled(vm, fast)) return fast;
    if (is_tensor(a) && (is_tensor(b) || is_number(vm, b)))
        return call(vm, gb_torch_binary_op(op), a, b);
    if (is_tensor(b) && is_number(vm, a)) return reflected(vm, op, a, b);
    return GB_NOT_IMPLEMENTED_VALUE;
}

gb_value gb_torch_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    static const char *const names[GB_BINARY_COUNT] = {
        [GB_BINARY_ADD] = "add_",
        [GB_BINARY_SUB] = "sub_",
        [GB_BINARY_MUL] = "mul_",
        [GB_BINARY_TRUEDIV] = "div_",
        [GB_BINARY_FLOORDIV] = "floor_divide_",
        [GB_BINARY_MOD] = "remainder_",
        [GB_BINARY_POW] = "pow_",
        [GB_BINARY_AND] = "bitwise_and_",
        [GB_BINARY_OR] = "bitwise_or_",
        [GB_BINARY_XOR] = "bitwise_xor_",
        [GB_BINARY_LSHIFT] = "bitwise_left_shift_",
        [GB_BINARY_RSHIFT] = "bitwise_right_shift_",
    };
    if (op >= GB_BINARY_COUNT || !names[op] || !is_tensor(a) || !(is_tensor(b) || is_number(vm, b)))
        return gb_torch_binary(vm, op, a, b);
    return call_name(vm, names[op], a, b);
}

gb_value gb_torch_unary(gb_vm *vm, gb_unary op, gb_value a)
{
    const gb_tensor *t = op == GB_UNARY_INVERT ? gb_tensor_value_peek(a) : NULL;
    if (t && gb_dtype_kind_of(gb_tensor_dtype(t)) >= GB_KIND_FLOAT)
        return gb_raise(vm, GB_EXC_TypeError,
                        "~ (operator.invert) is only implemented on integer and Boolean-type "
                        "tensors");
    return call_name(vm, unary_names[op], a, GB_UNSET_VALUE);
}

gb_value gb_torch_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (op > GB_COMPARE_GE || (!is_tensor(b) && !is_number(vm, b))) return GB_NOT_IMPLEMENTED_VALUE;
    if (!is_tensor(a)) return gb_torch_compare(vm, gb_compare_mirror(op), b, a);
    gb_value fast = call_direct(vm, &compare_direct[op], a, b);
    if (is_settled(vm, fast)) return fast;
    return call(vm, gb_torch_compare_op(op), a, b);
}
