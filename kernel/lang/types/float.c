/* float: arithmetic, conversions, methods. Texts of floats are in format_number.c. */
#include "kernel/lang/types/bytes.h"
#include "kernel/lang/types/number.h"

#include "kernel/lang/format.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>

typedef struct gb_float_object {
    gb_object head;
    double value;
} gb_float_object;

double gb_float_of(gb_value v)
{
    return v.tag == GB_FLOAT ? v.f : ((gb_float_object *)(void *)v.o)->value;
}

/* --- arithmetic
 * ------------------------------------------------------------------------------------------- */

double gb_double_mod(double a, double b)
{
    double r = fmod(a, b);
    if (r == 0) return copysign(0.0, b);
    return (r < 0) != (b < 0) ? r + b : r;
}

double gb_double_floordiv(double a, double b)
{
    double r = fmod(a, b), q = (a - r) / b;
    if (r != 0 && (r < 0) != (b < 0)) q -= 1;
    if (q == 0) return copysign(0.0, a / b);
    double whole = floor(q);
    return q - whole > 0.5 ? whole + 1 : whole;
}

gb_value gb_double_power(gb_vm *vm, double a, double b)
{
    if (a == 0 && b < 0)
        return gb_raise(vm, GB_EXC_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b)) {
        double size = pow(-a, b), angle = M_PI * b;
        return gb_complex_new(vm, size * cos(angle), size * sin(angle));
    }
    double x = pow(a, b);
    if (isinf(x) && isfinite(a) && isfinite(b)) return gb_raise_range(vm);
    return gb_float(x);
}

static bool operand(gb_vm *vm, gb_value v, double *out)
{
    if (gb_is_float(v)) {
        *out = gb_float_of(v);
        return true;
    }
    return gb_int_to_double(vm, v, out);
}

static gb_value float_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    double x, y;
    if (!(gb_is_float(a) || gb_is_int(a)) || !(gb_is_float(b) || gb_is_int(b)))
        return GB_NOT_IMPLEMENTED_VALUE;
    if (!operand(vm, a, &x) || !operand(vm, b, &y)) return GB_UNSET_VALUE;
    bool divides = op == GB_BINARY_TRUEDIV || op == GB_BINARY_FLOORDIV || op == GB_BINARY_MOD ||
                   op == (gb_binary)GB_BINARY_DIVMOD;
    if (divides && y == 0) {
        const char *text = op == GB_BINARY_TRUEDIV    ? "float division by zero"
                           : op == GB_BINARY_MOD      ? "float modulo"
                           : op == GB_BINARY_FLOORDIV ? "float floor division by zero"
                                                      : "float divmod()";
        return gb_raise(vm, GB_EXC_ZeroDivisionError, "%s", text);
    }
    switch ((int)op) {
    case GB_BINARY_ADD: return gb_float(x + y);
    case GB_BINARY_SUB: return gb_float(x - y);
    case GB_BINARY_MUL: return gb_float(x * y);
    case GB_BINARY_TRUEDIV: return gb_float(x / y);
    case GB_BINARY_FLOORDIV: return gb_float(gb_double_floordiv(x, y));
    case GB_BINARY_MOD: return gb_float(gb_double_mod(x, y));
    case GB_BINARY_POW: return gb_double_power(vm, x, y);
    case GB_BINARY_DIVMOD:
        return gb_tuple_of(vm, 2, gb_float(gb_double_floordiv(x, y)),
                           gb_float(gb_double_mod(x, y)));
    default: return GB_NOT_IMPLEMENTED_VALUE;
    }
}

static gb_value float_unary(gb_vm *vm, gb_unary op, gb_value a)
{
    double x = gb_float_of(a);
    (void)vm;
    switch ((int)op) {
    case GB_UNARY_NEG: return gb_float(-x);
    case GB_UNARY_POS: return gb_float(x);
    case GB_UNARY_ABS: return gb_float(fabs(x));
    default: return GB_NOT_IMPLEMENTED_VALUE;
    }
}

int gb_double_int_order(double x, gb_value v)
{
    if (isnan(x)) return 2;
    if (isinf(x)) return x > 0 ? 1 : -1;
    mpz_t whole, other;
    mpz_init_set_d(whole, x);
    gb_int_to_mpz(v, other);
    int order = mpz_cmp(whole, other);
    mpz_clear(whole);
    mpz_clear(other);
    if (order == 0) order = (x > trunc(x)) - (x < trunc(x));
    return (order > 0) - (order < 0);
}

static gb_value float_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    int order;
    (void)vm;
    if (gb_is_float(a) && gb_is_float(b)) {
        double x = gb_float_of(a), y = gb_float_of(b);
        order = x != x || y != y ? 2 : (x > y) - (x < y);
    } else if (gb_is_float(a) && gb_is_int(b)) {
        order = gb_double_int_order(gb_float_of(a), b);
    } else {
        return GB_NOT_IMPLEMENTED_VALUE;
    }
    if (order == 2) return gb_bool(op == GB_COMPARE_NE);
    return gb_order_result(op, order);
}

/* --- conversions
 * -------------------------------------------------------------------------------------------- */

/* CPython's hash of numbers: equal for equal values of any type. */
int64_t gb_double_hash(double x)
{
    enum { BITS = 61 };
    static const uint64_t modulus = ((uint64_t)1 << BITS) - 1;
    if (isinf(x)) return x > 0 ? 314159 : -314159;
    if (isnan(x)) return 0;
    int exponent;
    double m = frexp(x, &exponent);
    int sign = m < 0 ? -1 : 1;
    m = fabs(m);
    uint64_t h = 0;
    while (m != 0) {
        h = ((h << 28) & modulus) | h >> (BITS - 28);
        m *= 268435456.0;
        exponent -= 28;
        uint64_t y = (uint64_t)m;
        m -= (double)y;
        h += y;
        if (h >= modulus) h -= modulus;
    }
    exponent = exponent >= 0 ? exponent % BITS : BITS - 1 - ((-1 - exponent) % BITS);
    h = ((h << exponent) & modulus) | h >> (BITS - exponent);
    int64_t result = (int64_t)h * sign;
    return result == -1 ? -2 : result;
}

static int64_t float_hash(gb_vm *vm, gb_value v)
{
    double x = gb_float_of(v);
    return isnan(x) && gb_is_object(v) ? gb_hash_identity(vm, v) : gb_double_hash(x);
}

static int float_truth(gb_vm *vm, gb_value v)
{
    (void)vm;
    return gb_float_of(v) != 0;
}

static gb_value float_repr(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_float(&b, gb_float_of(self), 'r', 0, false);
    return gb_str_from_buffer(vm, &b);
}

static gb_value float_format(gb_vm *vm, gb_value self, gb_value spec)
{
    if (!gb_str_size(spec)) return gb_to_str(vm, self);
    return gb_format_float(vm, self, spec);
}

static gb_value float_to_int(gb_vm *vm, gb_value self)
{
    return gb_int_from_double(vm, gb_float_of(self));
}

static gb_value float_plain(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_float(gb_float_of(self));
}

/* --- text → float
 * ------------------------------------------------------------------------------------------------
 */

size_t gb_double_scan(const char *text, size_t n, double *out)
{
    size_t i = 0;
    if (i < n && (text[i] == '+' || text[i] == '-')) i++;
    if (i >= n) return 0;
    bool word = isalpha((unsigned char)text[i]);
    if (word && strncasecmp(text + i, "inf", 3) != 0 && strncasecmp(text + i, "nan", 3) != 0)
        return 0;
    if (!word && !isdigit((unsigned char)text[i]) && text[i] != '.') return 0;
    if (text[i] == '0' && (text[i + 1] == 'x' || text[i + 1] == 'X')) return 0;
    char *end;
    *out = strtod(text, &end);
    if (word && strncasecmp(text + i, "nan", 3) == 0) return i + 3;
    return (size_t)(end - text);
}

static gb_value not_a_float(gb_vm *vm, gb_value text)
{
    gb_value quoted = gb_repr(vm, text);
    if (gb_is_unset(quoted)) return quoted;
    gb_raise(vm, GB_EXC_ValueError, "could not convert string to float: %s", gb_str_data(quoted));
    gb_unref(quoted);
    return GB_UNSET_VALUE;
}

/* Every nan that is made from a text is another object to a program (x in [y]): its payload tells.
 */
static double distinct_nan(gb_vm *vm, double nan)
{
    const uint64_t payload = ((uint64_t)1 << 48) - 1;
    uint64_t bits;
    memcpy(&bits, &nan, sizeof bits);
    bits = (bits & ~payload) | (++vm->next_version & payload);
    memcpy(&nan, &bits, sizeof bits);
    return nan;
}

gb_value gb_float_parse(gb_vm *vm, gb_value text)
{
    gb_chars bytes = {"", 0};
    if (!gb_is_str(text) && !gb_bytes_like_peek(text, &bytes)) return GB_UNSET_VALUE;
    const char *data = gb_is_str(text) ? gb_str_data(text) : bytes.data;
    size_t n = gb_is_str(text) ? gb_str_size(text) : bytes.size, count = 0;
    gb_buffer plain = GB_BUFFER_INIT;
    gb_number_text_ascii(&plain, data, n);
    gb_buffer_char(&plain, '\0');
    data = plain.data;
    n = plain.size ? plain.size - 1 : 0;
    while (n && isspace((unsigned char)*data))
        data++, n--;
    while (n && isspace((unsigned char)data[n - 1]))
        n--;
    char *clean = plain.failed ? NULL : gb_alloc(n + 2, NULL);
    if (!clean) {
        gb_buffer_release(&plain);
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    }
    bool ok = n > 0;
    for (size_t i = 0; ok && i < n; i++) {
        if (data[i] == '_')
            ok = i && i + 1 < n && isdigit((unsigned char)data[i - 1]) &&
                 isdigit((unsigned char)data[i + 1]);
        else
            clean[count++] = data[i];
    }
    clean[count] = clean[count + 1] = '\0';
    double x = 0;
    ok = ok && gb_double_scan(clean, count, &x) == count;
    gb_free(clean);
    gb_buffer_release(&plain);
    if (!ok) return not_a_float(vm, text);
    return gb_float(isnan(x) ? distinct_nan(vm, x) : x);
}

static gb_value convert(gb_vm *vm, gb_value v)
{
    double x;
    gb_type *type = gb_type_of(vm, v);
    bool text = gb_is_str(v) || gb_is_bytes(v) || gb_is_bytearray(v);
    bool says = gb_type_is_user(type) && (type->slots.to_float || type->slots.index);
    if (text && !says) return gb_float_parse(vm, v);
    if (!gb_is_int(v) && !gb_is_float(v) && !type->slots.to_float && !type->slots.index)
        return gb_raise(vm, GB_EXC_TypeError,
                        "float() argument must be a string or a real number, not '%s'",
                        gb_type_name(vm, v));
    return gb_number_to_double(vm, v, &x) ? gb_float(x) : GB_UNSET_VALUE;
}

static gb_value float_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound;
    if (!gb_bind(vm, "float", "x=0, /", args, &bound)) return GB_UNSET_VALUE;
    gb_value v = gb_resolve(vm, bound);
    gb_value number = gb_is_unset(v) ? v : convert(vm, v);
    gb_unref(v);
    gb_unref(bound);
    if (cls == vm->types.floating || gb_is_unset(number)) return number;
    v = gb_instance_new(vm, cls);
    if (!gb_is_unset(v)) ((gb_float_object *)(void *)v.o)->value = number.f;
    return v;
}

/* --- rounding
 * ---------------------------------------------------------------------------------------------------
 */

gb_value gb_float_round(gb_vm *vm, double x, gb_value digits)
{
    if (gb_is_none(digits)) {
        double whole = nearbyint(x); /* half to even */
        return gb_int_from_double(vm, whole);
    }
    int64_t places;
    if (!gb_to_int64(vm, digits, &places)) return GB_UNSET_VALUE;
    if (!isfinite(x) || places > 323) return gb_float(x);
    if (places < -308) return gb_float(copysign(0.0, x));
    char text[400];
    if (places >= 0) {
        snprintf(text, sizeof text, "%.*f", (int)places, x);
        return gb_float(strtod(text, NULL));
    }
    /* Digits left of the point: print with that many significant ones. */
    double magnitude = fabs(x);
    int exponent = magnitude > 0 ? (int)floor(log10(magnitude)) : 0;
    int keep = exponent + (int)places;
    if (keep < 0) {
        double unit = pow(10, (double)-places);
        double rounded = nearbyint(x / unit) * unit;
        return gb_float(rounded == 0 ? copysign(0.0, x) : rounded);
    }
    snprintf(text, sizeof text, "%.*e", keep, x);
    return gb_float(strtod(text, NULL));
}

/* --- methods
 * ------------------------------------------------------------------------------------------------------
 */

static gb_value is_integer(gb_vm *vm, gb_value *args)
{
    double x = gb_float_of(args[0]);
    (void)vm;
    return gb_bool(isfinite(x) && x == floor(x));
}

static gb_value as_ratio(gb_vm *vm, gb_value *args)
{
    double x = gb_float_of(args[0]);
    if (isnan(x)) return gb_raise(vm, GB_EXC_ValueError, "cannot convert NaN to integer ratio");
    if (isinf(x))
        return gb_raise(vm, GB_EXC_OverflowError, "cannot convert Infinity to integer ratio");
    mpq_t q;
    mpq_init(q);
    mpq_set_d(q, x);
    mpz_t n, d;
    mpz_init_set(n, mpq_numref(q));
    mpz_init_set(d, mpq_denref(q));
    mpq_clear(q);
    gb_value pair[2] = {gb_int_from_mpz_take(vm, n), gb_int_from_mpz_take(vm, d)};
    return gb_tuple_take(vm, pair, 2);
}

static gb_value hex(gb_vm *vm, gb_value *args)
{
    double x = gb_float_of(args[0]);
    if (isnan(x)) return gb_str_intern(vm, "nan");
    if (isinf(x)) return gb_str_intern(vm, x > 0 ? "inf" : "-inf");
    if (x == 0) return gb_str_intern(vm, signbit(x) ? "-0x0.0p+0" : "0x0.0p+0");
    int exponent;
    double m = frexp(fabs(x), &exponent) * 2;
    exponent--;
    if (exponent < -1022) {
        m = ldexp(m, exponent + 1022);
        exponent = -1022;
    }
    uint64_t bits = (uint64_t)ldexp(m - floor(m), 52);
    return gb_str_format(vm, "%s0x%d.%013llxp%+d", x < 0 ? "-" : "", (int)m,
                         (unsigned long long)bits, exponent);
}

static gb_value fromhex(gb_vm *vm, gb_value *args)
{
    const char *text;
    if (!gb_to_text(vm, args[1], "fromhex() argument", &text, NULL)) return GB_UNSET_VALUE;
    char *end;
    char full[128];
    const char *digits = text + strspn(text, " +-");
    bool prefixed = digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X');
    snprintf(full, sizeof full, "%.*s%s%s", (int)(digits - text), text,
             prefixed || isalpha((unsigned char)digits[0]) ? "" : "0x", digits);
    double x = strtod(full, &end);
    if (*end && !isspace((unsigned char)*end))
        return gb_raise(vm, GB_EXC_ValueError, "invalid hexadecimal floating-point string");
    return gb_float(x);
}

static gb_value conjugate(gb_vm *vm, gb_value *args)
{
    return float_plain(vm, args[0]);
}

static gb_value dunder_round(gb_vm *vm, gb_value *args)
{
    return gb_float_round(vm, gb_float_of(args[0]), args[1]);
}

static gb_value dunder_trunc(gb_vm *vm, gb_value *args)
{
    return float_to_int(vm, args[0]);
}

static gb_value dunder_floor(gb_vm *vm, gb_value *args)
{
    return gb_int_from_double(vm, floor(gb_float_of(args[0])));
}

static gb_value dunder_ceil(gb_vm *vm, gb_value *args)
{
    return gb_int_from_double(vm, ceil(gb_float_of(args[0])));
}

const gb_native gb_float_methods[] = {
    {"is_integer", is_integer, "", 0, "True if the value is whole."},
    {"as_integer_ratio", as_ratio, "", 0, "Two ints whose quotient it is."},
    {"hex", hex, "", 0, "The exact value in hexadecimal."},
    {"fromhex", fromhex, "string, /", GB_CLASS, "The float that a hexadecimal text means."},
    {"conjugate", conjugate, "", 0, "The number itself."},
    {"__round__", dunder_round, "ndigits=None, /", 0, "Rounds to even."},
    {"__trunc__", dunder_trunc, "", 0, "Without the fraction."},
    {"__floor__", dunder_floor, "", 0, "The largest int below."},
    {"__ceil__", dunder_ceil, "", 0, "The smallest int above."},
    {0}};

static gb_value get_imag(gb_vm *vm, gb_value self)
{
    (void)vm;
    (void)self;
    return gb_float(0);
}

static const gb_attribute attributes[] = {
    {"real", float_plain, NULL, "The number itself."}, {"imag", get_imag, NULL, "0.0"}, {0}};

const gb_type_spec gb_spec_floating = {
    .name = "float",
    .doc = "float(x=0, /)\n\nA number of double precision.",
    .size = sizeof(gb_float_object),
    .tag = GB_FLOAT_OBJECT,
    .flags = GB_TYPE_ATOMIC,
    .methods = gb_float_methods,
    .attributes = attributes,
    .slots = {.make = float_make,
              .binary = float_binary,
              .unary = float_unary,
              .compare = float_compare,
              .truth = float_truth,
              .hash = float_hash,
              .repr = float_repr,
              .format = float_format,
              .to_int = float_to_int,
              .to_float = float_plain},
};
