/* Methods of int, and reading ints from text. */
#include "kernel/lang/types/number.h"

#include "kernel/lang/source.h"
#include "kernel/lang/types/character.h"

#include "graph/base/text.h"

#include <ctype.h>

/* --- text → int
 * ---------------------------------------------------------------------------------------------- */

static gb_value invalid(gb_vm *vm, const char *text, size_t n, int base)
{
    gb_value quoted = gb_str_new(vm, text, n);
    gb_value repr = gb_is_unset(quoted) ? quoted : gb_repr(vm, quoted);
    gb_unref(quoted);
    if (gb_is_unset(repr)) return repr;
    gb_raise(vm, GB_EXC_ValueError, "invalid literal for int() with base %d: %.200s", base,
             gb_str_data(repr));
    gb_unref(repr);
    return GB_UNSET_VALUE;
}

static int base_of_prefix(char c)
{
    switch (c) {
    case 'x':
    case 'X': return 16;
    case 'o':
    case 'O': return 8;
    case 'b':
    case 'B': return 2;
    default: return 0;
    }
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

/* Copies digits without underscores; 0 when they are not all digits of the base. */
static size_t clean_digits(const char *text, size_t n, int base, char *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '_') {
            if (i == 0 || i + 1 == n || text[i + 1] == '_') return 0;
            continue;
        }
        if (digit_value(text[i]) >= base) return 0;
        out[count++] = text[i];
    }
    out[count] = '\0';
    return count;
}

static bool is_blank(char c)
{
    return isspace((unsigned char)c) || (c >= 0x1c && c <= 0x1f);
}

/* `whole` is what error texts quote. */
static gb_value parse_ascii(gb_vm *vm, gb_text whole, const char *text, size_t n, int base)
{
    int shown = base;
    while (n && is_blank(*text))
        text++, n--;
    while (n && is_blank(text[n - 1]))
        n--;
    bool negative = n && *text == '-';
    if (n && (*text == '-' || *text == '+')) text++, n--;
    int prefixed = n > 1 && text[0] == '0' ? base_of_prefix(text[1]) : 0;
    if (prefixed && (base == 0 || base == prefixed)) {
        text += 2;
        n -= 2;
        base = prefixed;
        if (n && *text == '_') text++, n--;
    } else if (base == 0) {
        base = 10;
        if (n > 1 && text[0] == '0' && strspn(text, "0_") < n)
            return invalid(vm, whole.text, whole.size, shown);
    }
    char *digits = gb_alloc(n + 2, NULL);
    if (!digits) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    size_t count = n ? clean_digits(text, n, base, digits + 1) : 0;
    gb_value result = GB_UNSET_VALUE;
    if (!count) {
        result = invalid(vm, whole.text, whole.size, shown);
    } else if (vm->max_str_digits && count > vm->max_str_digits && (base & (base - 1))) {
        gb_raise(vm, GB_EXC_ValueError,
                 "Exceeds the limit (%zu digits) for integer string conversion: value has %zu "
                 "digits; use sys.set_int_max_str_digits() to increase the limit",
                 vm->max_str_digits, count);
    } else {
        mpz_t z;
        digits[0] = '-';
        mpz_init_set_str(z, negative ? digits : digits + 1, base);
        result = gb_int_from_mpz_take(vm, z);
    }
    gb_free(digits);
    return result;
}

void gb_number_text_ascii(gb_buffer *out, const char *text, size_t n)
{
    for (size_t at = 0; at < n;) {
        uint32_t c = 0;
        size_t size = gb_utf8_decode(text + at, n - at, &c);
        int digit = size > 1 ? gb_char_digit_value(c) : -1;
        if (digit >= 0)
            gb_buffer_char(out, (char)('0' + digit));
        else if (size > 1 && gb_char_space(c))
            gb_buffer_char(out, ' ');
        else
            gb_buffer_put(out, text + at, size ? size : 1);
        at += size ? size : 1;
    }
}

static bool is_ascii(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)text[i] >= 0x80) return false;
    return true;
}

gb_value gb_int_parse(gb_vm *vm, const char *text, size_t n, int base)
{
    gb_text whole = {text, n};
    if (is_ascii(text, n)) return parse_ascii(vm, whole, text, n, base);
    gb_buffer plain = GB_BUFFER_INIT;
    gb_number_text_ascii(&plain, text, n);
    gb_value v = parse_ascii(vm, whole, plain.data ? plain.data : "", plain.size, base);
    gb_buffer_release(&plain);
    return v;
}

/* --- rounding
 * ----------------------------------------------------------------------------------------------------
 */

gb_value gb_int_round(gb_vm *vm, gb_value v, gb_value digits)
{
    int64_t places = 0;
    if (!gb_is_none(digits) && !gb_to_int64(vm, digits, &places)) return GB_UNSET_VALUE;
    if (places >= 0) return gb_int_plain(vm, v);
    if (places < -10000) return gb_int(0);
    mpz_t z, unit, rest;
    gb_int_to_mpz(v, z);
    mpz_init(unit);
    mpz_init(rest);
    mpz_ui_pow_ui(unit, 10, (unsigned long)-places);
    mpz_fdiv_qr(z, rest, z, unit);
    mpz_mul_2exp(rest, rest, 1);
    int order = mpz_cmp(rest, unit);
    if (order > 0 || (order == 0 && mpz_odd_p(z))) mpz_add_ui(z, z, 1);
    mpz_mul(z, z, unit);
    mpz_clear(unit);
    mpz_clear(rest);
    return gb_int_from_mpz_take(vm, z);
}

/* --- methods
 * ------------------------------------------------------------------------------------------------------
 */

static gb_value bit_length(gb_vm *vm, gb_value *args)
{
    mpz_t z;
    (void)vm;
    gb_int_to_mpz(args[0], z);
    size_t bits = mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0;
    mpz_clear(z);
    return gb_int((int64_t)bits);
}

static gb_value bit_count(gb_vm *vm, gb_value *args)
{
    mpz_t z;
    (void)vm;
    gb_int_to_mpz(args[0], z);
    mpz_abs(z, z);
    size_t ones = mpz_popcount(z);
    mpz_clear(z);
    return gb_int((int64_t)ones);
}

static bool little_endian(gb_vm *vm, gb_value order, bool *little)
{
    *little = gb_str_is(order, "little");
    return *little || gb_str_is(order, "big") ||
           gb_raise_false(vm, GB_EXC_ValueError, "byteorder must be either 'little' or 'big'");
}

static gb_value to_bytes(gb_vm *vm, gb_value *args)
{
    int64_t length;
    bool little;
    int is_signed = gb_truth(vm, args[3]);
    if (is_signed < 0 || !gb_to_int64(vm, args[1], &length) || !little_endian(vm, args[2], &little))
        return GB_UNSET_VALUE;
    if (length < 0) return gb_raise(vm, GB_EXC_ValueError, "length argument must be non-negative");
    mpz_t z;
    gb_int_to_mpz(args[0], z);
    bool negative = mpz_sgn(z) < 0;
    if (negative && !is_signed) {
        mpz_clear(z);
        return gb_raise(vm, GB_EXC_OverflowError, "can't convert negative int to unsigned");
    }
    size_t bits = (size_t)length * 8;
    if (negative) {
        mpz_t top;
        mpz_init(top);
        mpz_setbit(top, bits);
        mpz_add(z, z, top);
        mpz_clear(top);
    }
    bool fits = mpz_sgn(z) >= 0 && (mpz_sgn(z) == 0 || mpz_sizeinbase(z, 2) <= bits);
    if (fits && is_signed && bits && !negative && mpz_tstbit(z, bits - 1)) fits = false;
    if (fits && negative && bits && !mpz_tstbit(z, bits - 1)) fits = false;
    gb_value out = fits ? gb_bytes_new(vm, NULL, (size_t)length)
                        : gb_raise(vm, GB_EXC_OverflowError, "int too big to convert");
    if (!gb_is_unset(out)) {
        unsigned char *data = gb_bytes_peek(out)->data;
        for (size_t i = 0; i < (size_t)length; i++) {
            size_t at = little ? i : (size_t)length - 1 - i;
            data[at] = (unsigned char)(mpz_get_ui(z) & 255);
            mpz_fdiv_q_2exp(z, z, 8);
        }
    }
    mpz_clear(z);
    return out;
}

static gb_value from_bytes(gb_vm *vm, gb_value *args)
{
    bool little;
    int is_signed = gb_truth(vm, args[3]);
    if (is_signed < 0 || !little_endian(vm, args[2], &little)) return GB_UNSET_VALUE;
    gb_value list = gb_to_list(vm, args[1]);
    if (gb_is_unset(list)) return list;
    mpz_t z;
    mpz_init(z);
    const gb_list *bytes = gb_list_peek(list);
    for (size_t i = 0; i < bytes->count; i++) {
        gb_value byte = bytes->items[little ? bytes->count - 1 - i : i];
        mpz_mul_2exp(z, z, 8);
        if (byte.tag == GB_INT) mpz_add_ui(z, z, (unsigned long)(byte.i & 255));
    }
    size_t bits = bytes->count * 8;
    if (is_signed && bits && mpz_tstbit(z, bits - 1)) {
        mpz_t top;
        mpz_init(top);
        mpz_setbit(top, bits);
        mpz_sub(z, z, top);
        mpz_clear(top);
    }
    gb_unref(list);
    return gb_int_from_mpz_take(vm, z);
}

static gb_value plain(gb_vm *vm, gb_value *args)
{
    return gb_int_plain(vm, args[0]);
}

static gb_value as_ratio(gb_vm *vm, gb_value *args)
{
    gb_value self = gb_int_plain(vm, args[0]);
    gb_value pair = gb_is_unset(self) ? self : gb_tuple_of(vm, 2, self, gb_int(1));
    gb_unref(self);
    return pair;
}

static gb_value dunder_round(gb_vm *vm, gb_value *args)
{
    return gb_int_round(vm, args[0], args[1]);
}

static gb_value getnewargs(gb_vm *vm, gb_value *args)
{
    gb_value self = gb_int_plain(vm, args[0]);
    gb_value tuple = gb_is_unset(self) ? self : gb_tuple_of(vm, 1, self);
    gb_unref(self);
    return tuple;
}

const gb_native gb_int_methods[] = {
    {"bit_length", bit_length, "", 0, "Bits needed, without the sign."},
    {"bit_count", bit_count, "", 0, "Ones in the binary form of the absolute value."},
    {"to_bytes", to_bytes, "length=1, byteorder='big', *, signed=False", 0, "As bytes."},
    {"from_bytes", from_bytes, "bytes, byteorder='big', *, signed=False", GB_CLASS,
     "The int that bytes stand for."},
    {"conjugate", plain, "", 0, "The number itself."},
    {"as_integer_ratio", as_ratio, "", 0, "The pair (self, 1)."},
    {"__round__", dunder_round, "ndigits=None, /", 0, "Rounds to a power of ten."},
    {"__trunc__", plain, "", 0, "The number itself."},
    {"__floor__", plain, "", 0, "The number itself."},
    {"__ceil__", plain, "", 0, "The number itself."},
    {"__getnewargs__", getnewargs, "", 0, "Arguments that make an equal one."},
    {0}};

static gb_value get_self(gb_vm *vm, gb_value self)
{
    return gb_int_plain(vm, self);
}

static gb_value get_zero(gb_vm *vm, gb_value self)
{
    (void)vm;
    (void)self;
    return gb_int(0);
}

static gb_value get_one(gb_vm *vm, gb_value self)
{
    (void)vm;
    (void)self;
    return gb_int(1);
}

const gb_attribute gb_int_attributes[] = {{"real", get_self, NULL, "The number itself."},
                                          {"imag", get_zero, NULL, "0"},
                                          {"numerator", get_self, NULL, "The number itself."},
                                          {"denominator", get_one, NULL, "1"},
                                          {0}};
