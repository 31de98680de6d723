/* int: 64 bits in the value, GMP beyond. bool is in bool.c, methods and parsing in int_method.c. */
#include "kernel/lang/types/number.h"

#include "kernel/lang/format.h"
#include "kernel/lang/types/bytes.h"
#include "kernel/lang/vm_arithmetic.h"

#include <math.h>

enum { LARGEST_BITS_DEFAULT = 1 << 30 };

static gb_bigint *big_of(gb_value v)
{
    return (gb_bigint *)(void *)v.o;
}

static void set_int64(mpz_t z, int64_t i)
{
    mpz_set_si(z, i);
}

void gb_int_to_mpz(gb_value v, mpz_t out)
{
    if (v.tag == GB_BIGINT)
        mpz_init_set(out, big_of(v)->value);
    else
        mpz_init_set_si(out, v.i);
}

bool gb_int_fits(gb_value v, int64_t *out)
{
    if (v.tag != GB_BIGINT) {
        *out = v.i;
        return true;
    }
    if (!mpz_fits_slong_p(big_of(v)->value)) return false;
    *out = mpz_get_si(big_of(v)->value);
    return true;
}

gb_value gb_int_from_mpz_take(gb_vm *vm, mpz_t z)
{
    if (mpz_fits_slong_p(z)) {
        gb_value small = gb_int(mpz_get_si(z));
        mpz_clear(z);
        return small;
    }
    gb_bigint *big = gb_object_new(vm, vm->types.integer, sizeof(gb_bigint));
    if (!big) {
        mpz_clear(z);
        return GB_UNSET_VALUE;
    }
    mpz_init(big->value);
    mpz_swap(big->value, z);
    mpz_clear(z);
    return gb_object_peek(GB_BIGINT, big);
}

gb_value gb_int_from_uint64(gb_vm *vm, uint64_t x)
{
    if (x <= INT64_MAX) return gb_int((int64_t)x);
    mpz_t z;
    mpz_init_set_ui(z, x);
    return gb_int_from_mpz_take(vm, z);
}

gb_value gb_int_from_double(gb_vm *vm, double x)
{
    if (x >= -9.2e18 && x <= 9.2e18) return gb_int((int64_t)x);
    if (isnan(x)) return gb_raise(vm, GB_EXC_ValueError, "cannot convert float NaN to integer");
    if (isinf(x))
        return gb_raise(vm, GB_EXC_OverflowError, "cannot convert float infinity to integer");
    mpz_t z;
    mpz_init_set_d(z, x);
    return gb_int_from_mpz_take(vm, z);
}

/* Rounds half to even, as the language does; mpz_get_d truncates. */
static double mpz_nearest(const mpz_t z)
{
    size_t bits = mpz_sizeinbase(z, 2);
    if (bits <= 53) return mpz_get_d(z);
    if (bits > 1025) return mpz_sgn(z) < 0 ? -INFINITY : INFINITY;
    mpz_t head;
    mpz_init(head);
    mp_bitcnt_t shift = bits - 64;
    bool negative = mpz_sgn(z) < 0;
    if (bits > 64) {
        mpz_t magnitude;
        mpz_init(magnitude);
        mpz_abs(magnitude, z);
        mpz_tdiv_q_2exp(head, magnitude, shift);
        uint64_t top = mpz_get_ui(head);
        if (mpz_scan1(magnitude, 0) < shift) top |= 1; /* sticky */
        mpz_clear(magnitude);
        mpz_clear(head);
        double d = ldexp((double)top, (int)shift);
        return negative ? -d : d;
    }
    mpz_abs(head, z);
    double d = (double)(uint64_t)mpz_get_ui(head);
    mpz_clear(head);
    return negative ? -d : d;
}

bool gb_int_to_double(gb_vm *vm, gb_value v, double *out)
{
    if (v.tag != GB_BIGINT) {
        *out = (double)v.i;
        return true;
    }
    *out = mpz_nearest(big_of(v)->value);
    return !isinf(*out) ||
           gb_raise_false(vm, GB_EXC_OverflowError, "int too large to convert to float");
}

/* --- arithmetic
 * ------------------------------------------------------------------------------------------- */

static bool size_allowed(gb_vm *vm, double bits)
{
    return gb_vm_allows(vm, bits / 8 > 1e18 ? SIZE_MAX : (size_t)(bits / 8) + 1);
}

static gb_value divide_by_zero(gb_vm *vm, gb_binary op)
{
    return gb_raise(vm, GB_EXC_ZeroDivisionError,
                    op == GB_BINARY_TRUEDIV ? "division by zero" : "integer %s by zero",
                    op == GB_BINARY_MOD ? "modulo" : "division or modulo");
}

static gb_value power(gb_vm *vm, gb_value a, gb_value b)
{
    int64_t exponent;
    bool negative = b.tag == GB_BIGINT ? mpz_sgn(big_of(b)->value) < 0 : b.i < 0;
    if (negative) {
        double x, y;
        if (!gb_int_to_double(vm, a, &x) || !gb_int_to_double(vm, b, &y)) return GB_UNSET_VALUE;
        if (x == 0)
            return gb_raise(vm, GB_EXC_ZeroDivisionError,
                            "0.0 cannot be raised to a negative power");
        return gb_float(pow(x, y));
    }
    if (a.tag != GB_BIGINT && (a.i == 0 || a.i == 1)) {
        bool zero_power = b.tag != GB_BIGINT && b.i == 0;
        return gb_int(zero_power ? 1 : a.i);
    }
    mpz_t base;
    gb_int_to_mpz(a, base);
    size_t bits = mpz_sizeinbase(base, 2);
    if (mpz_cmp_si(base, -1) == 0) {
        bool odd = b.tag == GB_BIGINT ? mpz_odd_p(big_of(b)->value) : b.i & 1;
        mpz_clear(base);
        return gb_int(odd ? -1 : 1);
    }
    bool ok = gb_int_fits(b, &exponent) && size_allowed(vm, (double)bits * (double)exponent) &&
              (double)bits * (double)exponent < 8e9;
    if (!ok) {
        mpz_clear(base);
        gb_exception_clear(vm);
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    }
    mpz_pow_ui(base, base, (unsigned long)exponent);
    return gb_int_from_mpz_take(vm, base);
}

/* An int as GMP reads it, without a copy: a small one lives in `limb`. */
typedef struct gb_operand {
    mpz_t small;
    mp_limb_t limb;
} gb_operand;

static const __mpz_struct *operand(gb_value v, gb_operand *room)
{
    if (v.tag == GB_BIGINT) return big_of(v)->value;
    room->limb = v.i < 0 ? -(mp_limb_t)v.i : (mp_limb_t)v.i;
    return mpz_roinit_n(room->small, &room->limb, v.i < 0 ? -1 : v.i > 0);
}

static gb_value shift(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    int64_t by;
    bool negative = b.tag == GB_BIGINT ? mpz_sgn(big_of(b)->value) < 0 : b.i < 0;
    if (negative) return gb_raise(vm, GB_EXC_ValueError, "negative shift count");
    bool fits = gb_int_fits(b, &by);
    if (op == GB_BINARY_RSHIFT && a.tag != GB_BIGINT)
        return gb_int(fits && by < 63 ? a.i >> by : a.i < 0 ? -1 : 0);
    if (op == GB_BINARY_LSHIFT) {
        if (a.tag != GB_BIGINT && a.i == 0) return gb_int(0);
        if (!fits) return gb_raise(vm, GB_EXC_OverflowError, "too many digits in integer");
        if (by > (int64_t)1 << 36) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        if (a.tag != GB_BIGINT && by < 62 && a.i < ((int64_t)1 << (62 - by)) &&
            a.i > -((int64_t)1 << (62 - by)))
            return gb_int(a.i * ((int64_t)1 << by));
        if (!size_allowed(vm, (double)by)) return GB_UNSET_VALUE;
    }
    if (!fits) by = INT64_MAX;
    gb_operand room;
    const __mpz_struct *x = operand(a, &room);
    mpz_t z;
    mpz_init(z);
    if (op == GB_BINARY_LSHIFT)
        mpz_mul_2exp(z, x, (mp_bitcnt_t)by);
    else
        mpz_fdiv_q_2exp(z, x, (mp_bitcnt_t)by);
    return gb_int_from_mpz_take(vm, z);
}

/* a / b as the nearest double, also where neither fits one. */
static gb_value true_divide(gb_vm *vm, const mpz_t a, const mpz_t b)
{
    if (mpz_sgn(a) == 0) return gb_float(mpz_sgn(b) < 0 ? -0.0 : 0.0);
    if (mpz_sizeinbase(a, 2) <= 53 && mpz_sizeinbase(b, 2) <= 53)
        return gb_float(mpz_get_d(a) / mpz_get_d(b));
    /* Scale so that the quotient has about 66 bits, then round once. */
    long shift_by = (long)mpz_sizeinbase(b, 2) - (long)mpz_sizeinbase(a, 2) + 66;
    mpz_t n, d, q, r;
    mpz_init_set(n, a);
    mpz_init_set(d, b);
    mpz_init(q);
    mpz_init(r);
    if (shift_by > 0)
        mpz_mul_2exp(n, n, (mp_bitcnt_t)shift_by);
    else
        mpz_mul_2exp(d, d, (mp_bitcnt_t)-shift_by);
    mpz_tdiv_qr(q, r, n, d);
    if (mpz_sgn(r)) { /* a sticky bit below */
        int sign = mpz_sgn(q) ? mpz_sgn(q) : mpz_sgn(n) * mpz_sgn(d);
        mpz_mul_2exp(q, q, 1);
        shift_by++;
        if (sign < 0)
            mpz_sub_ui(q, q, 1);
        else
            mpz_add_ui(q, q, 1);
    }
    double result = ldexp(mpz_nearest(q), (int)-shift_by);
    mpz_clear(n);
    mpz_clear(d);
    mpz_clear(q);
    mpz_clear(r);
    if (isinf(result))
        return gb_raise(vm, GB_EXC_OverflowError, "integer division result too large for a float");
    return gb_float(result);
}

static gb_value pair_take(gb_vm *vm, gb_value first, gb_value second)
{
    gb_value pair[2] = {first, second};
    if (gb_is_unset(first) || gb_is_unset(second)) {
        gb_unref(first);
        gb_unref(second);
        return GB_UNSET_VALUE;
    }
    return gb_tuple_take(vm, pair, 2);
}

static gb_value divide_both(gb_vm *vm, const mpz_t a, const mpz_t b)
{
    mpz_t q, r;
    mpz_init(q);
    mpz_init(r);
    mpz_fdiv_qr(q, r, a, b);
    gb_value quotient = gb_int_from_mpz_take(vm, q);
    return pair_take(vm, quotient, gb_int_from_mpz_take(vm, r));
}

/* What a big int and a small one give without a third big one. */
static bool big_with_small(gb_binary op, const mpz_t x, int64_t y, gb_value *out)
{
    if (y <= 0) return false;
    if (op == GB_BINARY_MOD) {
        *out = gb_int((int64_t)mpz_fdiv_ui(x, (unsigned long)y));
        return true;
    }
    if (op != GB_BINARY_AND) return false;
    mp_limb_t low = mpz_getlimbn(x, 0);
    if (mpz_sgn(x) < 0) low = -low;
    *out = gb_int((int64_t)(low & (mp_limb_t)y));
    return true;
}

/* Operands that need GMP. */
static gb_value big_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_operand left, right;
    gb_value result;
    const __mpz_struct *x = operand(a, &left), *y = operand(b, &right);
    bool divides = op == GB_BINARY_FLOORDIV || op == GB_BINARY_MOD || op == GB_BINARY_TRUEDIV ||
                   op == (gb_binary)GB_BINARY_DIVMOD;
    if (divides && mpz_sgn(y) == 0) return divide_by_zero(vm, op);
    if (op == GB_BINARY_TRUEDIV) return true_divide(vm, x, y);
    if (op == (gb_binary)GB_BINARY_DIVMOD) return divide_both(vm, x, y);
    if (op == GB_BINARY_MUL &&
        !size_allowed(vm, (double)mpz_sizeinbase(x, 2) + (double)mpz_sizeinbase(y, 2)))
        return GB_UNSET_VALUE;
    if (b.tag != GB_BIGINT && big_with_small(op, x, b.i, &result)) return result;
    mpz_t z;
    mpz_init(z);
    switch ((int)op) {
    case GB_BINARY_ADD: mpz_add(z, x, y); break;
    case GB_BINARY_SUB: mpz_sub(z, x, y); break;
    case GB_BINARY_MUL: mpz_mul(z, x, y); break;
    case GB_BINARY_FLOORDIV: mpz_fdiv_q(z, x, y); break;
    case GB_BINARY_MOD: mpz_fdiv_r(z, x, y); break;
    case GB_BINARY_AND: mpz_and(z, x, y); break;
    case GB_BINARY_OR: mpz_ior(z, x, y); break;
    case GB_BINARY_XOR: mpz_xor(z, x, y); break;
    default: mpz_clear(z); return GB_NOT_IMPLEMENTED_VALUE;
    }
    return gb_int_from_mpz_take(vm, z);
}

static gb_value small_binary(gb_vm *vm, gb_binary op, int64_t a, int64_t b)
{
    int64_t i;
    switch ((int)op) {
    case GB_BINARY_ADD:
        if (!__builtin_add_overflow(a, b, &i)) return gb_int(i);
        break;
    case GB_BINARY_SUB:
        if (!__builtin_sub_overflow(a, b, &i)) return gb_int(i);
        break;
    case GB_BINARY_MUL:
        if (!__builtin_mul_overflow(a, b, &i)) return gb_int(i);
        break;
    case GB_BINARY_AND: return gb_int(a & b);
    case GB_BINARY_OR: return gb_int(a | b);
    case GB_BINARY_XOR: return gb_int(a ^ b);
    case GB_BINARY_FLOORDIV:
        if (b == 0) return divide_by_zero(vm, op);
        if (b != -1) return gb_int(gb_floor_div(a, b));
        break;
    case GB_BINARY_MOD:
        if (b == 0) return divide_by_zero(vm, op);
        return gb_int(b == -1 ? 0 : gb_floor_mod(a, b));
    case GB_BINARY_DIVMOD:
        if (b == 0) return divide_by_zero(vm, op);
        if (b != -1)
            return gb_tuple_of(vm, 2, gb_int(gb_floor_div(a, b)), gb_int(gb_floor_mod(a, b)));
        break;
    default: break;
    }
    return big_binary(vm, op, gb_int(a), gb_int(b));
}

gb_value gb_int_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (!gb_is_int(a) || !gb_is_int(b)) return GB_NOT_IMPLEMENTED_VALUE;
    if (op == GB_BINARY_POW) return power(vm, a, b);
    if (op == GB_BINARY_LSHIFT || op == GB_BINARY_RSHIFT) return shift(vm, op, a, b);
    if (a.tag != GB_BIGINT && b.tag != GB_BIGINT) return small_binary(vm, op, a.i, b.i);
    return big_binary(vm, op, a, b);
}

gb_value gb_int_unary(gb_vm *vm, gb_unary op, gb_value a)
{
    if (op == GB_UNARY_POS) {
        mpz_t z;
        if (a.tag != GB_BIGINT) return gb_int(a.i);
        gb_int_to_mpz(a, z);
        return gb_int_from_mpz_take(vm, z);
    }
    if (a.tag != GB_BIGINT) {
        if (op == GB_UNARY_INVERT) return gb_int(~a.i);
        if (op == (gb_unary)GB_UNARY_ABS && a.i >= 0) return gb_int(a.i);
        if (a.i != INT64_MIN) return gb_int(-a.i);
    }
    mpz_t z;
    gb_int_to_mpz(a, z);
    if (op == GB_UNARY_NEG)
        mpz_neg(z, z);
    else if (op == GB_UNARY_INVERT)
        mpz_com(z, z);
    else
        mpz_abs(z, z);
    return gb_int_from_mpz_take(vm, z);
}

int gb_int_order(gb_value a, gb_value b)
{
    if (a.tag != GB_BIGINT && b.tag != GB_BIGINT) return (a.i > b.i) - (a.i < b.i);
    if (a.tag != GB_BIGINT) return -mpz_cmp_si(big_of(b)->value, a.i);
    if (b.tag != GB_BIGINT) return mpz_cmp_si(big_of(a)->value, b.i);
    return mpz_cmp(big_of(a)->value, big_of(b)->value);
}

gb_value gb_order_result(gb_compare op, int order)
{
    switch (op) {
    case GB_COMPARE_LT: return gb_bool(order < 0);
    case GB_COMPARE_LE: return gb_bool(order <= 0);
    case GB_COMPARE_EQ: return gb_bool(order == 0);
    case GB_COMPARE_NE: return gb_bool(order != 0);
    case GB_COMPARE_GT: return gb_bool(order > 0);
    case GB_COMPARE_GE: return gb_bool(order >= 0);
    default: return GB_NOT_IMPLEMENTED_VALUE;
    }
}

gb_value gb_int_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    (void)vm;
    if (!gb_is_int(a) || !gb_is_int(b)) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_order_result(op, gb_int_order(a, b));
}

/* --- conversions
 * --------------------------------------------------------------------------------------------- */

static int int_truth(gb_vm *vm, gb_value v)
{
    (void)vm;
    return v.tag == GB_BIGINT ? mpz_sgn(big_of(v)->value) != 0 : v.i != 0;
}

/* CPython's hash: the value modulo 2^61 - 1, with its sign. */
int64_t gb_int_hash(gb_vm *vm, gb_value v)
{
    static const int64_t modulus = ((int64_t)1 << 61) - 1;
    int64_t h;
    (void)vm;
    if (v.tag != GB_BIGINT) {
        h = v.i % modulus;
    } else {
        mpz_t rest;
        mpz_init(rest);
        h = (int64_t)mpz_tdiv_ui(big_of(v)->value, (unsigned long)modulus);
        if (mpz_sgn(big_of(v)->value) < 0) h = -h;
        mpz_clear(rest);
    }
    return h == -1 ? -2 : h;
}

/* Digits in base 2 to 36; owned text of GMP's making. */
char *gb_int64_write(int64_t i, char *end)
{
    uint64_t rest = i < 0 ? -(uint64_t)i : (uint64_t)i;
    do
        *--end = (char)('0' + rest % 10);
    while (rest /= 10);
    if (i < 0) *--end = '-';
    return end;
}

gb_value gb_int_digits(gb_vm *vm, gb_value v, int base)
{
    if (v.tag != GB_BIGINT && base == 10) {
        char small[24], *end = small + sizeof small, *start = gb_int64_write(v.i, end);
        return gb_str_new(vm, start, (size_t)(end - start));
    }
    mpz_t z;
    gb_int_to_mpz(v, z);
    size_t size = mpz_sizeinbase(z, base) + 2;
    char *text = gb_alloc(size, NULL);
    gb_value result = GB_UNSET_VALUE;
    if (!text) {
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    } else {
        mpz_get_str(text, base, z);
        result = gb_str_text_new(vm, text);
    }
    gb_free(text);
    mpz_clear(z);
    return result;
}

/* More digits than sys.set_int_max_str_digits allows? GMP's estimate may be one too many. */
static bool too_many_digits(gb_vm *vm, const mpz_t z)
{
    size_t limit = vm->max_str_digits, digits = mpz_sizeinbase(z, 10);
    if (limit == 0 || digits != limit + 1) return limit != 0 && digits > limit;
    mpz_t least;
    mpz_init(least);
    mpz_ui_pow_ui(least, 10, limit);
    bool more = mpz_cmpabs(z, least) >= 0;
    mpz_clear(least);
    return more;
}

static gb_value int_repr(gb_vm *vm, gb_value self)
{
    if (self.tag == GB_BIGINT && too_many_digits(vm, big_of(self)->value))
        return gb_raise(vm, GB_EXC_ValueError,
                        "Exceeds the limit (%zu digits) for integer string conversion; use "
                        "sys.set_int_max_str_digits() to increase the limit",
                        vm->max_str_digits);
    return gb_int_digits(vm, self, 10);
}

static gb_value int_format(gb_vm *vm, gb_value self, gb_value spec)
{
    if (!gb_str_size(spec)) return gb_to_str(vm, self);
    return gb_format_int(vm, self, spec);
}

/* The plain int of an instance of a subclass. */
gb_value gb_int_plain(gb_vm *vm, gb_value v)
{
    if (v.tag != GB_BIGINT) return gb_int(v.i);
    if (v.o->type == vm->types.integer) return gb_ref(v);
    mpz_t z;
    gb_int_to_mpz(v, z);
    return gb_int_from_mpz_take(vm, z);
}

static gb_value int_to_float(gb_vm *vm, gb_value v)
{
    double x;
    return gb_int_to_double(vm, v, &x) ? gb_float(x) : GB_UNSET_VALUE;
}

static void int_release(gb_object *self)
{
    mpz_clear(((gb_bigint *)(void *)self)->value);
}

/* --- int(...)
 * --------------------------------------------------------------------------------------------------
 */

/* The text of an invalid literal quotes the bytes as they are; that of too many digits quotes none.
 */
static bool bytes_are_quoted(gb_vm *vm, gb_value v)
{
    enum { DIGITS_MAX = 4300 };
    gb_chars bytes;
    return gb_exception_is(vm, GB_EXC_ValueError) && gb_bytes_like_peek(v, &bytes) &&
           bytes.size <= DIGITS_MAX;
}

static gb_value from_text(gb_vm *vm, gb_value v, gb_value base)
{
    int64_t b = 10;
    if (!gb_is_unset(base) && !gb_to_int64(vm, base, &b)) return GB_UNSET_VALUE;
    if (b != 0 && (b < 2 || b > 36))
        return gb_raise(vm, GB_EXC_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (gb_is_str(v)) return gb_int_parse(vm, gb_str_data(v), gb_str_size(v), (int)b);
    gb_chars bytes = {"", 0};
    if (!gb_bytes_like_peek(v, &bytes)) return GB_UNSET_VALUE;
    gb_value number = gb_int_parse(vm, bytes.data, bytes.size, (int)b);
    if (!gb_is_unset(number) || !bytes_are_quoted(vm, v)) return number;
    gb_value shown = gb_repr(vm, v);
    if (gb_is_unset(shown)) return shown;
    gb_exception_clear(vm);
    gb_raise(vm, GB_EXC_ValueError, "invalid literal for int() with base %d: %.200s", (int)b,
             gb_str_data(shown));
    gb_unref(shown);
    return GB_UNSET_VALUE;
}

/* A class made of str or bytes may say which number it is. */
static bool says_number(gb_vm *vm, gb_value v)
{
    gb_type *type = gb_type_of(vm, v);
    return gb_type_is_user(type) &&
           (type->slots.to_int || type->slots.index ||
            !gb_is_unset(gb_type_lookup_peek(type, GB_NAME_OF(vm, __trunc__))));
}

static gb_value convert(gb_vm *vm, gb_value v, gb_value base)
{
    bool text = gb_is_str(v) || gb_is_bytes(v) || gb_is_bytearray(v);
    if (text && (!gb_is_unset(base) || !says_number(vm, v))) return from_text(vm, v, base);
    if (!gb_is_unset(base))
        return gb_raise(vm, GB_EXC_TypeError, "int() can't convert non-string with explicit base");
    if (gb_is_int(v) && (!gb_is_object(v) || v.o->type == vm->types.integer))
        return gb_int_plain(vm, v);
    gb_type *type = gb_type_of(vm, v);
    gb_value made = GB_UNSET_VALUE;
    if (type->slots.to_int) {
        made = type->slots.to_int(vm, v);
    } else if (type->slots.index) {
        made = type->slots.index(vm, v);
    } else {
        gb_value trunc = gb_type_lookup_peek(type, GB_NAME_OF(vm, __trunc__));
        if (!gb_is_unset(trunc))
            made = gb_call_special(vm, v, GB_NAME_OF(vm, __trunc__), NULL, 0);
        else
            return gb_raise(vm, GB_EXC_TypeError,
                            "int() argument must be a string, a bytes-like object or a real "
                            "number, not '%s'",
                            gb_type_name(vm, v));
    }
    if (gb_is_unset(made) || gb_is_int(made)) return made;
    gb_raise(vm, GB_EXC_TypeError, "%s (type %s)",
             type->slots.to_int  ? "__int__ returned non-int"
             : type->slots.index ? "__index__ returned non-int"
                                 : "__trunc__ returned non-Integral",
             gb_type_name(vm, made));
    gb_unref(made);
    return GB_UNSET_VALUE;
}

/* An instance of a subclass of int. */
gb_value gb_int_instance_take(gb_vm *vm, gb_type *cls, gb_value number)
{
    if (gb_is_unset(number)) return number;
    gb_value v = gb_instance_new(vm, cls);
    if (!gb_is_unset(v)) {
        if (number.tag == GB_BIGINT) {
            mpz_init_set(big_of(v)->value, big_of(number)->value);
        } else {
            mpz_init(big_of(v)->value);
            set_int64(big_of(v)->value, number.i);
        }
    }
    gb_unref(number);
    return v;
}

static gb_value int_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    if (cls == vm->types.integer && args->count == 1 && !args->keyword_count &&
        gb_is_str(args->values[0]) && !gb_type_is_user(args->values[0].o->type))
        return from_text(vm, args->values[0], GB_UNSET_VALUE);
    if (!gb_bind(vm, "int", "x=?, /, base=?", args, bound)) return GB_UNSET_VALUE;
    gb_value number = gb_int(0);
    if (!gb_is_unset(bound[0])) {
        gb_value v = gb_resolve(vm, bound[0]);
        number = gb_is_unset(v) ? v : convert(vm, v, bound[1]);
        gb_unref(v);
    } else if (!gb_is_unset(bound[1])) {
        number = gb_raise(vm, GB_EXC_TypeError, "int() missing string argument");
    }
    gb_bound_release(bound, 2);
    return cls == vm->types.integer ? number : gb_int_instance_take(vm, cls, number);
}

const gb_type_spec gb_spec_integer = {
    .name = "int",
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nA whole number of any size.",
    .size = sizeof(gb_bigint),
    .tag = GB_BIGINT,
    .flags = GB_TYPE_ATOMIC,
    .methods = gb_int_methods,
    .attributes = gb_int_attributes,
    .slots = {.make = int_make,
              .release = int_release,
              .binary = gb_int_binary,
              .unary = gb_int_unary,
              .compare = gb_int_compare,
              .truth = int_truth,
              .hash = gb_int_hash,
              .repr = int_repr,
              .format = int_format,
              .to_int = gb_int_plain,
              .to_float = int_to_float,
              .index = gb_int_plain},
};

/* --- bool
 * ----------------------------------------------------------------------------------------------------------
 */

static gb_value bool_repr(gb_vm *vm, gb_value self)
{
    return gb_str_intern(vm, self.i ? "True" : "False");
}

static gb_value bool_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (a.tag == GB_BOOL && b.tag == GB_BOOL) {
        if (op == GB_BINARY_AND) return gb_bool(a.i & b.i);
        if (op == GB_BINARY_OR) return gb_bool(a.i | b.i);
        if (op == GB_BINARY_XOR) return gb_bool(a.i ^ b.i);
    }
    return gb_int_binary(vm, op, a, b);
}

static gb_value bool_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    (void)cls;
    gb_value bound;
    if (!gb_bind(vm, "bool", "x=False, /", args, &bound)) return GB_UNSET_VALUE;
    int truth = gb_truth(vm, bound);
    gb_unref(bound);
    return truth < 0 ? GB_UNSET_VALUE : gb_bool(truth);
}

const gb_type_spec gb_spec_boolean = {
    .name = "bool",
    .doc = "bool(x) -> bool\n\nTrue or False.",
    .size = sizeof(gb_bigint),
    .tag = GB_BOOL,
    .flags = GB_TYPE_FINAL | GB_TYPE_ATOMIC,
    .base = &gb_spec_integer,
    .slots = {.make = bool_make, .repr = bool_repr, .binary = bool_binary},
};
