/* format() of ints, floats and complex numbers, and doubles in all of Python's presentations. */
#include "kernel/lang/format_spec.h"

#include "kernel/lang/types/number.h"
#include "kernel/lang/types/str.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <math.h>
#include <string.h>

/* --- doubles
 * -------------------------------------------------------------------------------------------------
 */

static void put_special(gb_buffer *b, double x, bool upper)
{
    if (x < 0) gb_buffer_char(b, '-');
    gb_buffer_text(b, isnan(x) ? (upper ? "NAN" : "nan") : upper ? "INF" : "inf");
}

/* "1.500e+10" to "1.5e+10". */
static void drop_zeros(gb_buffer *b)
{
    char *end = strchr(b->data, 'e'), *kept = end;
    if (!memchr(b->data, '.', (size_t)(end - b->data))) return;
    while (kept[-1] == '0')
        kept--;
    if (kept[-1] == '.') kept--;
    memmove(kept, end, strlen(end) + 1);
    b->size -= (size_t)(end - kept);
}

/* 'g' with '#': all digits stay. Written here, for glibc's drops them where rounding makes one
 * digit more (999999.5). */
static void put_general_full(gb_buffer *b, double x, int precision, bool upper)
{
    int digits = precision == 0 ? 1 : precision;
    gb_buffer text = GB_BUFFER_INIT;
    gb_buffer_format(&text, upper ? "%#.*E" : "%#.*e", digits - 1, x);
    int exponent = text.failed ? 0 : atoi(strchr(text.data, upper ? 'E' : 'e') + 1);
    if (exponent >= -4 && exponent < digits)
        gb_buffer_format(b, "%#.*f", digits - 1 - exponent, x);
    else
        gb_buffer_put(b, text.data ? text.data : "", text.size);
    b->failed = b->failed || text.failed;
    gb_buffer_release(&text);
}

/* repr with a given number of significant digits: 'g' that keeps ".0", and so goes over to an
 * exponent one digit earlier. */
static void put_general_repr(gb_buffer *b, double x, int precision, bool alternate)
{
    int digits = precision == 0 ? 1 : precision;
    gb_buffer text = GB_BUFFER_INIT;
    gb_buffer_format(&text, alternate ? "%#.*e" : "%.*e", digits - 1, x);
    int exponent = text.failed ? 0 : atoi(strchr(text.data, 'e') + 1);
    if (exponent == digits - 1 && !text.failed) {
        if (!alternate) drop_zeros(&text);
    } else {
        gb_buffer_clear(&text);
        if (alternate)
            put_general_full(&text, x, digits, false);
        else
            gb_buffer_format(&text, "%.*g", digits, x);
        if (!text.failed && !strpbrk(text.data, ".e")) gb_buffer_text(&text, ".0");
    }
    gb_buffer_put(b, text.data ? text.data : "", text.size);
    b->failed = b->failed || text.failed;
    gb_buffer_release(&text);
}

/* repr; `alternate`: with a point also where it has none ("1.e+16"). */
static void put_repr(gb_buffer *b, double x, bool alternate)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_buffer_double(&text, x);
    size_t n = text.size;
    if (alternate && text.data && !strchr(text.data, '.')) n = strcspn(text.data, "e");
    gb_buffer_put(b, text.data ? text.data : "", n);
    if (n < text.size) {
        gb_buffer_char(b, '.');
        gb_buffer_put(b, text.data + n, text.size - n);
    }
    b->failed = b->failed || text.failed;
    gb_buffer_release(&text);
}

/* 'f' for numbers below 2^53 and up to 15 places, exactly: the number times 10^precision fits 128
 * bits, with what is behind it. False where it does not. */
static bool put_fixed(gb_buffer *b, double x, int precision)
{
    enum { MOST = 15 };
    uint64_t bits, power = 1;
    memcpy(&bits, &x, sizeof bits);
    int shift = 1075 - (int)(bits >> 52 & 0x7ff); /* |x| = mantissa / 2^shift */
    uint64_t mantissa = (bits & 0xfffffffffffffu) | (uint64_t)1 << 52;
    if (x == 0) mantissa = 0, shift = 0;
    if (precision > MOST || shift < 0 || shift > 120) return false;
    for (int i = 0; i < precision; i++)
        power *= 10;
    unsigned __int128 product = (unsigned __int128)mantissa * power, one = 1;
    unsigned __int128 number = product >> shift, rest = product & ((one << shift) - 1);
    if (shift && (rest > one << (shift - 1) || (rest == one << (shift - 1) && (number & 1))))
        number++; /* half goes to the even neighbour */
    char text[40], *end = text + sizeof text, *at = end;
    for (int places = 0; number || places <= precision; places++) {
        if (places == precision && precision) *--at = '.';
        *--at = (char)('0' + (int)(number % 10));
        number /= 10;
    }
    if (signbit(x)) *--at = '-';
    gb_buffer_put(b, at, (size_t)(end - at));
    return true;
}

/* printf's spelling of a presentation, plain and with '#' (NULL: put_general_full writes it). */
static const struct {
    char kind;
    const char *plain, *alternate;
} patterns[] = {
    {'e', "%.*e", "%#.*e"}, {'E', "%.*E", "%#.*E"}, {'f', "%.*f", "%#.*f"}, {'F', "%.*F", "%#.*F"},
    {'g', "%.*g", NULL},    {'G', "%.*G", NULL},    {'%', "%.*f", "%#.*f"},
};

void gb_buffer_float(gb_buffer *b, double x, char kind, int precision, bool alternate)
{
    if (isnan(x) || isinf(x))
        put_special(b, x, kind == 'E' || kind == 'F' || kind == 'G');
    else if (kind == 'r')
        put_repr(b, x, alternate);
    else if (kind == 's')
        put_general_repr(b, x, precision, alternate);
    else if (alternate && (kind == 'g' || kind == 'G'))
        put_general_full(b, x, precision, kind == 'G');
    bool fixed = kind == 'f' || kind == 'F' || kind == '%';
    if (fixed && !alternate && isfinite(x) && put_fixed(b, kind == '%' ? x * 100 : x, precision)) {
        if (kind == '%') gb_buffer_char(b, '%');
        return;
    }
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns && !isnan(x) && !isinf(x); i++) {
        const char *pattern = alternate ? patterns[i].alternate : patterns[i].plain;
        if (patterns[i].kind == kind && pattern)
            gb_buffer_format(b, pattern, precision, kind == '%' ? x * 100 : x);
    }
    if (kind == '%') gb_buffer_char(b, '%');
}

/* Splits "-12.5e+3" into sign, digits and the rest, and puts it together by the spec. */
static gb_value format_digits(gb_vm *vm, const gb_format_spec *spec, const char *text, size_t n,
                              bool finite)
{
    gb_number_text number = {.prefix = "", .group = 3};
    bool negative = n > 0 && text[0] == '-';
    if (negative) text++, n--;
    number.sign = negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
    number.digits = text;
    number.digit_count = finite ? strspn(text, "0123456789") : n;
    number.rest = text + number.digit_count;
    number.rest_count = n - number.digit_count;
    if (finite) return gb_format_number(vm, spec, &number);
    gb_format_spec plain = *spec; /* inf and nan are not grouped */
    plain.grouping = 0;
    return gb_format_number(vm, &plain, &number);
}

static bool is_zero_text(const char *text)
{
    return strpbrk(text, "123456789") == NULL;
}

/* The double's text by the spec's type and precision, without padding. */
static bool put_by_spec(gb_vm *vm, gb_buffer *b, const gb_format_spec *spec, double x)
{
    enum { LARGEST_PRECISION = 100000 };
    char kind = spec->type ? spec->type : spec->precision >= 0 ? 's' : 'r';
    if (spec->precision > LARGEST_PRECISION)
        return gb_raise_false(vm, GB_EXC_ValueError, "precision too big");
    if (kind == 'n') kind = 'g';
    int precision = spec->precision >= 0 ? spec->precision : 6;
    if ((kind == 'g' || kind == 'G') && precision == 0) precision = 1;
    gb_buffer_float(b, x, kind, precision, spec->alternate);
    if (spec->no_negative_zero && isfinite(x) && b->size && b->data[0] == '-' &&
        is_zero_text(b->data)) {
        memmove(b->data, b->data + 1, b->size);
        b->size--;
    }
    return true;
}

gb_value gb_format_double(gb_vm *vm, const gb_format_spec *spec, double x)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = put_by_spec(vm, &b, spec, x) && !b.failed;
    gb_value out = ok ? format_digits(vm, spec, b.data, b.size, isfinite(x)) : GB_UNSET_VALUE;
    gb_buffer_release(&b);
    return out;
}

gb_value gb_format_float(gb_vm *vm, gb_value v, gb_value spec_text)
{
    gb_format_spec spec;
    if (!gb_format_spec_read(vm, spec_text, gb_type_name(vm, v), &spec)) return GB_UNSET_VALUE;
    if (spec.type && !strchr("eEfFgGn%", spec.type))
        return gb_format_unknown(vm, spec.type, gb_type_name(vm, v));
    return gb_format_double(vm, &spec, gb_float_of(v));
}

/* --- ints
 * ------------------------------------------------------------------------------------------------------
 */

static const struct {
    char type;
    int base;
    const char *prefix;
} bases[] = {{'d', 10, ""},  {'n', 10, ""},   {'b', 2, "0b"},
             {'o', 8, "0o"}, {'x', 16, "0x"}, {'X', 16, "0X"}};

static gb_value format_base(gb_vm *vm, const gb_format_spec *spec, gb_value v, size_t row)
{
    gb_value digits = gb_int_digits(vm, v, bases[row].base);
    if (gb_is_unset(digits)) return digits;
    const char *text = gb_str_data(digits);
    bool negative = text[0] == '-';
    gb_error err = GB_ERROR_INIT;
    char *copy = gb_strdup(text + negative, &err);
    gb_unref(digits);
    if (!copy) return gb_raise_error(vm, &err);
    for (char *p = copy; *p && bases[row].type == 'X'; p++)
        if (*p >= 'a' && *p <= 'z') *p = (char)(*p - 'a' + 'A');
    gb_number_text number = {.sign = negative            ? '-'
                                     : spec->sign == '-' ? 0
                                                         : spec->sign,
                             .prefix = spec->alternate ? bases[row].prefix : "",
                             .digits = copy,
                             .digit_count = strlen(copy),
                             .rest = "",
                             .group = bases[row].base == 10 ? 3 : 4};
    gb_value out = gb_format_number(vm, spec, &number);
    gb_free(copy);
    return out;
}

static gb_value format_char(gb_vm *vm, const gb_format_spec *spec, gb_value v)
{
    int64_t code;
    gb_buffer out = GB_BUFFER_INIT;
    if (spec->sign)
        return gb_raise(vm, GB_EXC_ValueError,
                        "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return gb_raise(vm, GB_EXC_ValueError,
                        "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!gb_int_fits(v, &code))
        return gb_raise(vm, GB_EXC_OverflowError, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10FFFF)
        return gb_raise(vm, GB_EXC_OverflowError, "%%c arg not in range(0x110000)");
    char text[4];
    gb_format_pad(&out, spec, text, gb_codepoint_put(text, (uint32_t)code), '>');
    return gb_str_from_buffer(vm, &out);
}

gb_value gb_format_int(gb_vm *vm, gb_value v, gb_value spec_text)
{
    gb_format_spec spec;
    double x;
    if (!gb_format_spec_read(vm, spec_text, gb_type_name(vm, v), &spec)) return GB_UNSET_VALUE;
    char type = spec.type ? spec.type : 'd';
    if (strchr("eEfFgG%", type))
        return gb_to_double(vm, v, &x) ? gb_format_double(vm, &spec, x) : GB_UNSET_VALUE;
    if (!strchr("cdnboxX", type)) return gb_format_unknown(vm, type, gb_type_name(vm, v));
    if (spec.precision >= 0)
        return gb_raise(vm, GB_EXC_ValueError, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return gb_raise(vm, GB_EXC_ValueError,
                        "Negative zero coercion (z) not allowed in integer format specifier");
    if (type == 'c') return format_char(vm, &spec, v);
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        if (bases[i].type == type) return format_base(vm, &spec, v, i);
    return GB_UNSET_VALUE;
}

/* --- complex
 * ----------------------------------------------------------------------------------------------------
 */

/* The parts of a complex number are written without ".0"; with '#' the point stays. */
static void drop_zero(gb_buffer *b, bool alternate)
{
    if (b->size > 2 && memcmp(b->data + b->size - 2, ".0", 2) == 0) b->size -= alternate ? 1 : 2;
}

/* Appends one part, without padding. */
static bool put_part(gb_vm *vm, gb_buffer *b, const gb_format_spec *spec, bool plain, double x)
{
    gb_buffer part = GB_BUFFER_INIT;
    bool ok = put_by_spec(vm, &part, spec, x);
    if (plain && spec->precision < 0) drop_zero(&part, spec->alternate);
    if (ok && spec->grouping) {
        gb_format_spec bare = {.grouping = spec->grouping, .width = -1, .precision = -1};
        gb_value text = format_digits(vm, &bare, part.data, part.size, isfinite(x));
        ok = !gb_is_unset(text);
        if (ok) gb_buffer_put(b, gb_str_data(text), gb_str_size(text));
        gb_unref(text);
    } else if (ok) {
        gb_buffer_put(b, part.data, part.size);
    }
    gb_buffer_release(&part);
    return ok;
}

/* The same with a sign before it, where it has none of its own: '+', ' ', or another for none. */
static bool put_signed(gb_vm *vm, gb_buffer *b, const gb_format_spec *spec, bool plain, double x,
                       char sign)
{
    gb_buffer part = GB_BUFFER_INIT;
    bool ok = put_part(vm, &part, spec, plain, x);
    bool negative = part.size && part.data[0] == '-';
    if (!negative && (sign == '+' || sign == ' ')) gb_buffer_char(b, sign);
    gb_buffer_put(b, part.data, part.size);
    gb_buffer_release(&part);
    return ok;
}

gb_value gb_format_complex(gb_vm *vm, gb_value v, gb_value spec_text)
{
    const gb_complex *z = (const gb_complex *)(const void *)v.o;
    gb_format_spec spec;
    gb_buffer body = GB_BUFFER_INIT, out = GB_BUFFER_INIT;
    if (!gb_format_spec_read(vm, spec_text, "complex", &spec)) return GB_UNSET_VALUE;
    if (spec.type && !strchr("eEfFgGn", spec.type))
        return gb_format_unknown(vm, spec.type, "complex");
    if (spec.zero || strcmp(spec.fill, "0") == 0)
        return gb_raise(vm, GB_EXC_ValueError,
                        "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return gb_raise(vm, GB_EXC_ValueError,
                        "'=' alignment flag is not allowed in complex format specifier");
    bool plain = !spec.type, real = !plain || z->real != 0 || signbit(z->real);
    if (plain && spec.precision >= 0) spec.type = 'g';
    if (plain && real) gb_buffer_char(&body, '(');
    bool ok = !real || put_signed(vm, &body, &spec, plain, z->real, spec.sign);
    ok = ok && put_signed(vm, &body, &spec, plain, z->imag, real ? '+' : spec.sign);
    gb_buffer_text(&body, plain && real ? "j)" : "j");
    if (ok) gb_format_pad(&out, &spec, body.data, body.size, '>');
    gb_buffer_release(&body);
    return ok ? gb_str_from_buffer(vm, &out) : GB_UNSET_VALUE;
}
