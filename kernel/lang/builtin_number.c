/* Builtin functions of numbers and characters. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/format.h"
#include "kernel/lang/types/number.h"
#include "kernel/lang/types/str.h"

gb_value gb_builtin_abs(gb_vm *vm, gb_value *args)
{
    return gb_apply_unary(vm, (gb_unary)GB_UNARY_ABS, args[0]);
}

gb_value gb_builtin_divmod(gb_vm *vm, gb_value *args)
{
    return gb_apply_binary(vm, (gb_binary)GB_BINARY_DIVMOD, args[0], args[1]);
}

/* --- bases --------------------------------------------------------------------------------------
 */

static gb_value in_base(gb_vm *vm, gb_value number, int base, char letter)
{
    gb_value v = gb_to_index(vm, number);
    gb_value digits = gb_is_unset(v) ? v : gb_int_digits(vm, v, base);
    gb_unref(v);
    if (gb_is_unset(digits)) return digits;
    const char *text = gb_str_data(digits);
    bool negative = text[0] == '-';
    gb_value out = gb_str_format(vm, "%s0%c%s", negative ? "-" : "", letter, text + negative);
    gb_unref(digits);
    return out;
}

gb_value gb_builtin_bin(gb_vm *vm, gb_value *args)
{
    return in_base(vm, args[0], 2, 'b');
}

gb_value gb_builtin_oct(gb_vm *vm, gb_value *args)
{
    return in_base(vm, args[0], 8, 'o');
}

gb_value gb_builtin_hex(gb_vm *vm, gb_value *args)
{
    return in_base(vm, args[0], 16, 'x');
}

/* --- characters ----------------------------------------------------------------------------------
 */

gb_value gb_builtin_chr(gb_vm *vm, gb_value *args)
{
    enum { LAST = 0x10ffff };
    int64_t code;
    gb_value v = gb_to_index(vm, args[0]);
    if (gb_is_unset(v)) return v;
    bool fits = gb_int_fits(v, &code) && code >= INT32_MIN && code <= INT32_MAX;
    gb_unref(v);
    if (!fits)
        return gb_raise(vm, GB_EXC_OverflowError, "Python int too large to convert to C int");
    if (code < 0 || code > LAST)
        return gb_raise(vm, GB_EXC_ValueError, "chr() arg not in range(0x110000)");
    return gb_str_codepoint(vm, (uint32_t)code);
}

gb_value gb_builtin_ord(gb_vm *vm, gb_value *args)
{
    gb_value v = args[0];
    size_t length = 0, at = 0;
    if (gb_is_str(v)) {
        length = gb_str_length(v);
        if (length == 1) return gb_int(gb_str_decode(gb_str_data(v), &at));
    } else if (gb_is_bytes(v)) {
        length = gb_bytes_peek(v)->size;
        if (length == 1) return gb_int(gb_bytes_peek(v)->data[0]);
    } else {
        return gb_raise(vm, GB_EXC_TypeError, "ord() expected string of length 1, but %s found",
                        gb_type_name(vm, v));
    }
    return gb_raise(vm, GB_EXC_TypeError,
                    "ord() expected a character, but string of length %zu found", length);
}

/* --- pow
 * ------------------------------------------------------------------------------------------
 */

/* base ** exp modulo m, whose square fits 64 bits. */
static int64_t power_modulo_small(uint64_t base, uint64_t exp, uint64_t m)
{
    uint64_t power = base % m, result = 1 % m;
    for (; exp; exp >>= 1) {
        if (exp & 1) result = result * power % m;
        power = power * power % m;
    }
    return (int64_t)result;
}

static bool is_natural(gb_value v)
{
    return v.tag == GB_INT && v.i >= 0;
}

/* base ** exp % mod for ints of any size; the sign of the result is that of mod. */
static gb_value power_modulo(gb_vm *vm, gb_value base, gb_value exp, gb_value mod)
{
    if (is_natural(base) && is_natural(exp) && is_natural(mod) && mod.i && mod.i <= UINT32_MAX)
        return gb_int(power_modulo_small((uint64_t)base.i, (uint64_t)exp.i, (uint64_t)mod.i));
    mpz_t b, e, m;
    gb_int_to_mpz(mod, m);
    if (mpz_sgn(m) == 0) {
        mpz_clear(m);
        return gb_raise(vm, GB_EXC_ValueError, "pow() 3rd argument cannot be 0");
    }
    gb_int_to_mpz(base, b);
    gb_int_to_mpz(exp, e);
    bool negative = mpz_sgn(m) < 0, ok = true;
    mpz_abs(m, m);
    if (mpz_sgn(e) < 0) {
        ok = mpz_cmp_ui(m, 1) == 0 || mpz_invert(b, b, m) != 0;
        mpz_neg(e, e);
    }
    if (ok) mpz_powm(b, b, e, m);
    if (ok && negative && mpz_sgn(b) > 0) mpz_sub(b, b, m);
    mpz_clear(e);
    mpz_clear(m);
    if (ok) return gb_int_from_mpz_take(vm, b);
    mpz_clear(b);
    return gb_raise(vm, GB_EXC_ValueError, "base is not invertible for the given modulus");
}

gb_value gb_builtin_pow(gb_vm *vm, gb_value *args)
{
    if (gb_is_none(args[2])) return gb_apply_binary(vm, GB_BINARY_POW, args[0], args[1]);
    if (gb_is_int(args[0]) && gb_is_int(args[1]) && gb_is_int(args[2]))
        return power_modulo(vm, args[0], args[1], args[2]);
    gb_value name = gb_intern_peek(vm, "__pow__", 7);
    if (gb_is_unset(name)) return name;
    gb_value found = gb_type_lookup_peek(gb_type_of(vm, args[0]), name);
    if (found.tag == GB_FUNCTION) {
        gb_value result = gb_call_special(vm, args[0], name, args + 1, 2);
        if (result.tag != GB_NOT_IMPLEMENTED) return result;
    }
    for (int i = 0; i < 3; i++) {
        if (gb_is_float(args[i]))
            return gb_raise(vm, GB_EXC_TypeError,
                            "pow() 3rd argument not allowed unless all arguments are integers");
        if (gb_is_complex(args[i])) return gb_raise(vm, GB_EXC_ValueError, "complex modulo");
    }
    return gb_raise(
        vm, GB_EXC_TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
        gb_type_name(vm, args[0]), gb_type_name(vm, args[1]), gb_type_name(vm, args[2]));
}

/* --- round, sum
 * -----------------------------------------------------------------------------------
 */

gb_value gb_builtin_round(gb_vm *vm, gb_value *args)
{
    if (args[0].tag == GB_FLOAT) return gb_float_round(vm, args[0].f, args[1]);
    gb_value method = gb_special_method(vm, args[0], GB_NAME_OF(vm, __round__));
    if (gb_is_unset(method)) {
        if (!gb_is_unset(vm->exception)) return method;
        return gb_raise(vm, GB_EXC_TypeError, "type %s doesn't define __round__ method",
                        gb_type_name(vm, args[0]));
    }
    gb_value result = gb_call(vm, method, args + 1, gb_is_none(args[1]) ? 0 : 1);
    gb_unref(method);
    return result;
}

static bool check_start(gb_vm *vm, gb_value start)
{
    const char *instead = gb_is_str(start)                     ? "strings [use ''.join(seq)"
                          : gb_is_bytes(start)                 ? "bytes [use b''.join(seq)"
                          : gb_is_a(start, &gb_spec_bytearray) ? "bytearray [use b''.join(seq)"
                                                               : NULL;
    return !instead || gb_raise_false(vm, GB_EXC_TypeError, "sum() can't sum %s instead]", instead);
}

gb_value gb_builtin_sum(gb_vm *vm, gb_value *args)
{
    gb_value it = gb_iter(vm, args[0]), item;
    if (gb_is_unset(it)) return it;
    if (!check_start(vm, args[1])) {
        gb_unref(it);
        return GB_UNSET_VALUE;
    }
    gb_value total = gb_ref(args[1]);
    uint32_t turns = 0;
    while (!gb_is_unset(total) && !gb_is_unset(item = gb_next(vm, it))) {
        gb_value next;
        int64_t small;
        if (total.tag == GB_INT && item.tag == GB_INT &&
            !__builtin_add_overflow(total.i, item.i, &small))
            next = gb_int(small);
        else if (total.tag == GB_FLOAT && item.tag == GB_FLOAT)
            next = gb_float(total.f + item.f);
        else
            next = gb_apply_binary(vm, GB_BINARY_ADD, total, item);
        gb_unref(item);
        gb_replace_take(&total, next);
        if (!(++turns & 0xfff) && !gb_vm_check(vm)) break;
    }
    gb_unref(it);
    if (!gb_is_unset(vm->exception)) gb_clear(&total);
    return total;
}
