/* complex: arithmetic as CPython does it (C99's rules differ in corners), texts, methods. */
#include "kernel/lang/types/number.h"

#include "kernel/lang/format.h"
#include "kernel/lang/types/str.h"

#include <ctype.h>
#include <math.h>

typedef struct gb_pair {
    double real, imag;
} gb_pair;

static gb_complex *complex_of(gb_value v)
{
    return (gb_complex *)(void *)v.o;
}

static gb_value make_in(gb_vm *vm, gb_type *cls, gb_pair z)
{
    gb_value v;
    if (cls == vm->types.complex) {
        gb_complex *c = gb_object_new(vm, cls, sizeof *c);
        v = c ? gb_object_peek(GB_COMPLEX, c) : GB_UNSET_VALUE;
    } else {
        v = gb_instance_new(vm, cls);
    }
    if (gb_is_unset(v)) return v;
    complex_of(v)->real = z.real;
    complex_of(v)->imag = z.imag;
    return v;
}

static gb_value make(gb_vm *vm, gb_pair z)
{
    return make_in(vm, vm->types.complex, z);
}

gb_value gb_complex_new(gb_vm *vm, double real, double imag)
{
    return make(vm, (gb_pair){real, imag});
}

/* --- arithmetic
 * ---------------------------------------------------------------------------------------
 */

static gb_pair multiply(gb_pair a, gb_pair b)
{
    return (gb_pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's method: scales by the larger part, so that squares do not overflow. */
static bool divide(gb_pair a, gb_pair b, gb_pair *out)
{
    double real = fabs(b.real), imag = fabs(b.imag);
    if (real >= imag) {
        if (real == 0) return false;
        double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
        *out = (gb_pair){(a.real + a.imag * ratio) / denominator,
                         (a.imag - a.real * ratio) / denominator};
    } else if (imag >= real) {
        double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
        *out = (gb_pair){(a.real * ratio + a.imag) / denominator,
                         (a.imag * ratio - a.real) / denominator};
    } else {
        *out = (gb_pair){NAN, NAN};
    }
    return true;
}

static bool power_int(gb_pair x, long n, gb_pair *out)
{
    gb_pair result = {1, 0}, square = x;
    for (long rest = labs(n), mask = 1; mask > 0 && rest >= mask; mask <<= 1) {
        if (rest & mask) result = multiply(result, square);
        square = multiply(square, square);
    }
    if (n > 0) {
        *out = result;
        return true;
    }
    return divide((gb_pair){1, 0}, result, out);
}

/* False for 0 to a negative or complex power. */
static bool power_general(gb_pair a, gb_pair b, gb_pair *out)
{
    if (b.real == 0 && b.imag == 0) {
        *out = (gb_pair){1, 0};
        return true;
    }
    if (a.real == 0 && a.imag == 0) {
        *out = (gb_pair){0, 0};
        return b.imag == 0 && b.real >= 0;
    }
    double size = hypot(a.real, a.imag), length = pow(size, b.real);
    double angle = atan2(a.imag, a.real), phase = angle * b.real;
    if (b.imag != 0) {
        length /= exp(angle * b.imag);
        phase += b.imag * log(size);
    }
    *out = (gb_pair){length * cos(phase), length * sin(phase)};
    return true;
}

static gb_value power(gb_vm *vm, gb_pair a, gb_pair b)
{
    enum { LARGEST_INT = 100 };
    gb_pair z;
    bool small = b.imag == 0 && b.real == floor(b.real) && fabs(b.real) <= LARGEST_INT;
    if (small ? !power_int(a, (long)b.real, &z) : !power_general(a, b, &z))
        return gb_raise(vm, GB_EXC_ZeroDivisionError, "0.0 to a negative or complex power");
    bool overflow = isinf(z.real) || isinf(z.imag);
    if (overflow && isfinite(a.real) && isfinite(a.imag) && isfinite(b.real) && isfinite(b.imag))
        return gb_raise(vm, GB_EXC_OverflowError, "complex exponentiation");
    return make(vm, z);
}

/* 1 converted, 0 not a number, -1 too large. */
static int operand(gb_vm *vm, gb_value v, gb_pair *out)
{
    out->imag = 0;
    if (gb_is_complex(v)) {
        *out = (gb_pair){complex_of(v)->real, complex_of(v)->imag};
    } else if (gb_is_float(v)) {
        out->real = gb_float_of(v);
    } else if (gb_is_int(v)) {
        return gb_int_to_double(vm, v, &out->real) ? 1 : -1;
    } else {
        return 0;
    }
    return 1;
}

static gb_value complex_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_pair x, y, z;
    int left = operand(vm, a, &x), right = left > 0 ? operand(vm, b, &y) : left;
    if (left < 0 || right < 0) return GB_UNSET_VALUE;
    if (!left || !right) return GB_NOT_IMPLEMENTED_VALUE;
    switch ((int)op) {
    case GB_BINARY_ADD: return make(vm, (gb_pair){x.real + y.real, x.imag + y.imag});
    case GB_BINARY_SUB: return make(vm, (gb_pair){x.real - y.real, x.imag - y.imag});
    case GB_BINARY_MUL: return make(vm, multiply(x, y));
    case GB_BINARY_TRUEDIV:
        if (divide(x, y, &z)) return make(vm, z);
        return gb_raise(vm, GB_EXC_ZeroDivisionError, "complex division by zero");
    case GB_BINARY_POW: return power(vm, x, y);
    default: return GB_NOT_IMPLEMENTED_VALUE;
    }
}

static gb_value complex_unary(gb_vm *vm, gb_unary op, gb_value a)
{
    gb_pair z = {complex_of(a)->real, complex_of(a)->imag};
    double size;
    switch ((int)op) {
    case GB_UNARY_NEG: return make(vm, (gb_pair){-z.real, -z.imag});
    case GB_UNARY_POS: return make(vm, z);
    case GB_UNARY_ABS:
        size = hypot(z.real, z.imag);
        if (isinf(size) && isfinite(z.real) && isfinite(z.imag))
            return gb_raise(vm, GB_EXC_OverflowError, "absolute value too large");
        return gb_float(size);
    default: return GB_NOT_IMPLEMENTED_VALUE;
    }
}

static gb_value complex_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    const gb_complex *x = complex_of(a);
    bool equal;
    if (op != GB_COMPARE_EQ && op != GB_COMPARE_NE) return GB_NOT_IMPLEMENTED_VALUE;
    (void)vm;
    if (gb_is_complex(b))
        equal = x->real == complex_of(b)->real && x->imag == complex_of(b)->imag;
    else if (gb_is_float(b))
        equal = x->imag == 0 && x->real == gb_float_of(b);
    else if (gb_is_int(b))
        equal = x->imag == 0 && gb_double_int_order(x->real, b) == 0;
    else
        return GB_NOT_IMPLEMENTED_VALUE;
    return gb_bool(equal == (op == GB_COMPARE_EQ));
}

static int64_t complex_hash(gb_vm *vm, gb_value self)
{
    static const uint64_t imag_factor = 1000003;
    (void)vm;
    uint64_t real = (uint64_t)gb_double_hash(complex_of(self)->real);
    uint64_t imag = (uint64_t)gb_double_hash(complex_of(self)->imag);
    int64_t h = (int64_t)(real + imag_factor * imag);
    return h == -1 ? -2 : h;
}

static int complex_truth(gb_vm *vm, gb_value self)
{
    (void)vm;
    return complex_of(self)->real != 0 || complex_of(self)->imag != 0;
}

/* --- texts
 * ------------------------------------------------------------------------------------------------
 */

/* repr without the ".0" of whole numbers. */
static void put_part(gb_buffer *b, double x)
{
    size_t start = b->size;
    gb_buffer_float(b, x, 'r', 0, false);
    size_t n = b->size - start;
    if (b->data && n > 2 && memcmp(b->data + b->size - 2, ".0", 2) == 0) {
        b->size -= 2;
        b->data[b->size] = '\0';
    }
}

static gb_value complex_repr(gb_vm *vm, gb_value self)
{
    const gb_complex *z = complex_of(self);
    gb_buffer b = GB_BUFFER_INIT;
    bool plain = z->real == 0 && !signbit(z->real);
    if (!plain) {
        gb_buffer_char(&b, '(');
        put_part(&b, z->real);
        if (!signbit(z->imag) || isnan(z->imag)) gb_buffer_char(&b, '+');
    }
    put_part(&b, z->imag);
    gb_buffer_text(&b, plain ? "j" : "j)");
    return gb_str_from_buffer(vm, &b);
}

static gb_value complex_format(gb_vm *vm, gb_value self, gb_value spec)
{
    return gb_str_size(spec) ? gb_format_complex(vm, self, spec) : gb_to_str(vm, self);
}

/* Reads "real", "imagj" or "real+imagj" (without blanks); false when it is none of them. */
static bool read_parts(const char *text, size_t n, gb_pair *out)
{
    double first = 0, second = 1;
    *out = (gb_pair){0, 0};
    size_t used = gb_double_scan(text, n, &first);
    const char *at = text + used, *end = text + n;
    if (used && at == end) {
        out->real = first;
        return true;
    }
    if (used && (*at == 'j' || *at == 'J')) {
        out->imag = first;
        return at + 1 == end;
    }
    if (used && *at != '+' && *at != '-') return false;
    if (used) out->real = first;
    size_t more = gb_double_scan(at, (size_t)(end - at), &second);
    if (!more) {
        if (*at == '-') second = -1;
        if (*at == '+' || *at == '-') at++;
    }
    at += more;
    out->imag = second;
    return end - at == 1 && (*at == 'j' || *at == 'J');
}

static gb_value parse(gb_vm *vm, gb_type *cls, gb_value text)
{
    gb_buffer plain = GB_BUFFER_INIT, b = GB_BUFFER_INIT;
    gb_number_text_ascii(&plain, gb_str_data(text), gb_str_size(text));
    const char *data = plain.data;
    size_t n = plain.size;
    while (n && isspace((unsigned char)*data))
        data++, n--;
    while (n && isspace((unsigned char)data[n - 1]))
        n--;
    bool ok = n > 0, placed = true, ascii = true; /* each _ between digits? */
    if (n > 1 && data[0] == '(' && data[n - 1] == ')') {
        data++, n -= 2;
        while (n && isspace((unsigned char)*data))
            data++, n--;
        while (n && isspace((unsigned char)data[n - 1]))
            n--;
    }
    for (size_t i = 0; ok && i < n; i++) {
        if (data[i] != '_')
            gb_buffer_char(&b, data[i]);
        else if (ascii)
            ok = placed = i && i + 1 < n && isdigit((unsigned char)data[i - 1]) &&
                          isdigit((unsigned char)data[i + 1]);
        ascii = ascii && (unsigned char)data[i] < 0x80;
    }
    gb_pair z;
    ok = ok && b.data && read_parts(b.data, b.size, &z);
    gb_buffer_release(&plain);
    gb_buffer_release(&b);
    if (ok) return make_in(vm, cls, z);
    if (placed) return gb_raise(vm, GB_EXC_ValueError, "complex() arg is a malformed string");
    gb_value shown = gb_repr(vm, text);
    if (gb_is_unset(shown)) return shown;
    gb_raise(vm, GB_EXC_ValueError, "could not convert string to complex: %s", gb_str_data(shown));
    gb_unref(shown);
    return GB_UNSET_VALUE;
}

/* --- making
 * -----------------------------------------------------------------------------------------------
 */

/* A number as a pair: complex, or what __complex__, __float__ or __index__ gives. */
static bool to_pair(gb_vm *vm, gb_value v, gb_pair *out)
{
    int known = gb_type_is_user(gb_type_of(vm, v)) ? 0 : operand(vm, v, out);
    if (known) return known > 0;
    gb_value hook = gb_special_method(vm, v, GB_NAME_OF(vm, __complex__));
    if (!gb_is_unset(hook)) {
        gb_value z = gb_call(vm, hook, NULL, 0);
        gb_unref(hook);
        if (gb_is_unset(z)) return false;
        bool ok = gb_is_complex(z);
        if (ok)
            *out = (gb_pair){complex_of(z)->real, complex_of(z)->imag};
        else
            gb_raise(vm, GB_EXC_TypeError, "__complex__ returned non-complex (type %s)",
                     gb_type_name(vm, z));
        gb_unref(z);
        return ok;
    }
    if (!gb_is_unset(vm->exception)) return false;
    out->imag = 0;
    return gb_number_to_double(vm, v, &out->real);
}

static bool check_number(gb_vm *vm, gb_value v, const char *what)
{
    gb_type *type = gb_type_of(vm, v);
    bool number = gb_is_complex(v) || gb_is_float(v) || gb_is_int(v) || type->slots.to_float ||
                  type->slots.index ||
                  !gb_is_unset(gb_type_lookup_peek(type, GB_NAME_OF(vm, __complex__)));
    return number || gb_raise_false(vm, GB_EXC_TypeError, "complex() %s, not '%s'", what,
                                    gb_type_name(vm, v));
}

static gb_value convert(gb_vm *vm, gb_type *cls, gb_value real, gb_value imag)
{
    gb_pair z = {0, 0}, i;
    if (gb_is_str(real)) {
        if (gb_is_unset(imag)) return parse(vm, cls, real);
        return gb_raise(vm, GB_EXC_TypeError,
                        "complex() can't take second arg if first is a string");
    }
    if (gb_is_str(imag))
        return gb_raise(vm, GB_EXC_TypeError, "complex() second arg can't be a string");
    if ((!gb_is_unset(real) &&
         !check_number(vm, real, "first argument must be a string or a number")) ||
        (!gb_is_unset(imag) && !check_number(vm, imag, "second argument must be a number")))
        return GB_UNSET_VALUE;
    if (!gb_is_unset(real) && !to_pair(vm, real, &z)) return GB_UNSET_VALUE;
    if (!gb_is_unset(imag)) {
        if (!to_pair(vm, imag, &i)) return GB_UNSET_VALUE;
        bool shifts = gb_is_complex(imag);
        z = (gb_pair){shifts ? z.real - i.imag : z.real,
                      gb_is_complex(real) ? z.imag + i.real : i.real};
    }
    return make_in(vm, cls, z);
}

static gb_value complex_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    if (!gb_bind(vm, "complex", "real=?, imag=?", args, bound)) return GB_UNSET_VALUE;
    gb_value real = gb_resolve(vm, bound[0]), imag = gb_resolve(vm, bound[1]);
    gb_value z = gb_is_unset(vm->exception) ? convert(vm, cls, real, imag) : GB_UNSET_VALUE;
    gb_unref(real);
    gb_unref(imag);
    gb_bound_release(bound, 2);
    return z;
}

/* --- methods
 * ---------------------------------------------------------------------------------------------------
 */

static gb_value conjugate(gb_vm *vm, gb_value *args)
{
    return gb_complex_new(vm, complex_of(args[0])->real, -complex_of(args[0])->imag);
}

static gb_value dunder_complex(gb_vm *vm, gb_value *args)
{
    return gb_complex_new(vm, complex_of(args[0])->real, complex_of(args[0])->imag);
}

static gb_value get_real(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_float(complex_of(self)->real);
}

static gb_value get_imag(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_float(complex_of(self)->imag);
}

static const gb_native methods[] = {
    {"conjugate", conjugate, "", 0, "The number with the imaginary part negated."},
    {"__complex__", dunder_complex, "", 0, "The number itself."},
    {0}};

static const gb_attribute attributes[] = {{"real", get_real, NULL, "The real part."},
                                          {"imag", get_imag, NULL, "The imaginary part."},
                                          {0}};

const gb_type_spec gb_spec_complex = {
    .name = "complex",
    .doc = "complex(real=0, imag=0)\n\nA number with a real and an imaginary part.",
    .size = sizeof(gb_complex),
    .tag = GB_COMPLEX,
    .flags = GB_TYPE_ATOMIC,
    .methods = methods,
    .attributes = attributes,
    .slots = {.make = complex_make,
              .binary = complex_binary,
              .unary = complex_unary,
              .compare = complex_compare,
              .truth = complex_truth,
              .hash = complex_hash,
              .repr = complex_repr,
              .format = complex_format},
};
