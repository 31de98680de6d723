/* format() of strings, text % values, and text.format(...). */
#include "kernel/lang/format_spec.h"

#include "kernel/lang/exception.h"
#include "kernel/lang/types/number.h"
#include "kernel/lang/types/str.h"

#include "graph/base/text.h"

#include <string.h>

/* --- format(str, spec)
 * --------------------------------------------------------------------------------------- */

gb_value gb_format_str(gb_vm *vm, gb_value v, gb_value spec_text)
{
    gb_format_spec spec;
    gb_buffer out = GB_BUFFER_INIT;
    if (!gb_format_spec_read(vm, spec_text, gb_type_name(vm, v), &spec)) return GB_UNSET_VALUE;
    if (spec.grouping && !spec.type)
        return gb_raise(vm, GB_EXC_ValueError, "Cannot specify '%c' with 's'.", spec.grouping);
    if (spec.type && spec.type != 's') return gb_format_unknown(vm, spec.type, gb_type_name(vm, v));
    if (spec.sign)
        return gb_raise(vm, GB_EXC_ValueError, "%s not allowed in string format specifier",
                        spec.sign == ' ' ? "Space" : "Sign");
    if (spec.no_negative_zero)
        return gb_raise(vm, GB_EXC_ValueError,
                        "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate)
        return gb_raise(vm, GB_EXC_ValueError,
                        "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=' && !spec.zero)
        return gb_raise(vm, GB_EXC_ValueError,
                        "'=' alignment not allowed in string format specifier");
    if (spec.zero) spec.align = '<';
    if (spec.width > 0 && !gb_vm_allows(vm, (size_t)spec.width)) return GB_UNSET_VALUE;
    size_t n = gb_str_size(v);
    if (spec.precision >= 0 && (size_t)spec.precision < gb_str_length(v))
        n = gb_str_offset(v, (size_t)spec.precision);
    gb_format_pad(&out, &spec, gb_str_data(v), n, '<');
    return gb_str_from_buffer(vm, &out);
}

/* --- text % values
 * ---------------------------------------------------------------------------------------------- */

typedef struct percent {
    gb_vm *vm;
    const char *start, *at, *end;
    gb_value values; /* borrowed */
    size_t next;     /* of a tuple's items; 1 when a single value was used */
    gb_buffer out;
} percent;

typedef struct directive {
    gb_value value; /* owned */
    bool left, sign, blank, alternate, zero;
    int width, precision;
    char type;
} directive;

static gb_value next_value(percent *p)
{
    if (gb_is_tuple(p->values)) {
        gb_tuple *tuple = gb_tuple_peek(p->values);
        if (p->next < tuple->count) return gb_ref(tuple->items[p->next++]);
    } else if (p->next++ == 0) {
        return gb_ref(p->values);
    }
    return gb_raise(p->vm, GB_EXC_TypeError, "not enough arguments for format string");
}

static gb_value named_value(percent *p)
{
    int depth = 1;
    const char *start = ++p->at;
    if (gb_is_tuple(p->values) || gb_is_str(p->values) || !p->values.tag ||
        !gb_is_object(p->values) || !gb_type_of(p->vm, p->values)->slots.getitem)
        return gb_raise(p->vm, GB_EXC_TypeError, "format requires a mapping");
    for (; p->at < p->end; p->at++) {
        depth += (*p->at == '(') - (*p->at == ')');
        if (depth == 0) break;
    }
    if (p->at == p->end) return gb_raise(p->vm, GB_EXC_ValueError, "incomplete format key");
    gb_value key = gb_str_new(p->vm, start, (size_t)(p->at++ - start));
    gb_value out = gb_is_unset(key) ? key : gb_getitem(p->vm, p->values, key);
    gb_unref(key);
    p->next = 1;
    return out;
}

static void read_flags(percent *p, directive *d)
{
    for (; p->at < p->end; p->at++) {
        switch (*p->at) {
        case '-': d->left = true; break;
        case '+': d->sign = true; break;
        case ' ': d->blank = true; break;
        case '#': d->alternate = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

/* A width or precision: digits, or * for the next value. */
static bool read_count(percent *p, int *out)
{
    int64_t number = 0;
    if (p->at < p->end && *p->at == '*') {
        p->at++;
        gb_value v = next_value(p);
        if (gb_is_unset(v)) return false;
        bool ok = v.tag == GB_INT;
        number = v.i;
        gb_unref(v);
        if (!ok) return gb_raise_false(p->vm, GB_EXC_TypeError, "* wants int");
    }
    for (; p->at < p->end && *p->at >= '0' && *p->at <= '9'; p->at++) {
        number = number * 10 + (*p->at - '0');
        if (number > INT32_MAX) break;
    }
    if (number > INT32_MAX || number < -INT32_MAX)
        return gb_raise_false(p->vm, GB_EXC_ValueError, "width too big");
    *out = (int)number;
    return true;
}

static bool read_directive(percent *p, directive *d)
{
    *d = (directive){.value = GB_UNSET_VALUE, .precision = -1};
    if (p->at < p->end && *p->at == '%') {
        d->type = *p->at++;
        return true;
    }
    if (p->at < p->end && *p->at == '(' && gb_is_unset(d->value = named_value(p))) return false;
    read_flags(p, d);
    if (!read_count(p, &d->width)) return false;
    if (d->width < 0) d->left = true, d->width = -d->width;
    if (p->at < p->end && *p->at == '.') {
        p->at++;
        if (!read_count(p, &d->precision)) return false;
        if (d->precision < 0) d->precision = 0;
    }
    while (p->at < p->end && *p->at && strchr("hlL", *p->at))
        p->at++;
    if (p->at == p->end) return gb_raise_false(p->vm, GB_EXC_ValueError, "incomplete format");
    d->type = *p->at++;
    return !gb_is_unset(d->value) || !gb_is_unset(d->value = next_value(p));
}

/* What sign, width and zeros of a directive mean to numbers. */
static gb_format_spec number_spec(const directive *d)
{
    bool fill = d->zero && !d->left;
    return (gb_format_spec){.fill = {fill ? '0' : ' '},
                            .align = d->left ? '<'
                                     : fill  ? '='
                                             : '>',
                            .sign = d->sign    ? '+'
                                    : d->blank ? ' '
                                               : 0,
                            .alternate = d->alternate,
                            .width = d->width,
                            .precision = d->precision,
                            .type = d->type};
}

static gb_value percent_float(gb_vm *vm, const directive *d)
{
    double x;
    const gb_type_slots *slots = &gb_type_of(vm, d->value)->slots;
    bool number = gb_is_int(d->value) || gb_is_float(d->value) || slots->to_float || slots->index;
    if (!number)
        return gb_raise(vm, GB_EXC_TypeError, "must be real number, not %s",
                        gb_type_name(vm, d->value));
    if (!gb_to_double(vm, d->value, &x)) return GB_UNSET_VALUE;
    gb_format_spec spec = number_spec(d);
    if (spec.precision < 0) spec.precision = 6;
    return gb_format_double(vm, &spec, x);
}

/* An int's digits, at least as many as the precision says, with sign and prefix. */
static gb_value format_int(gb_vm *vm, gb_value number, const directive *d)
{
    bool upper = d->type == 'X', decimal = d->type != 'x' && d->type != 'o' && !upper;
    if (decimal && !d->width && d->precision <= 0 && !d->sign && !d->blank)
        return gb_int_digits(vm, number, 10);
    int base = d->type == 'o' ? 8 : d->type == 'x' || upper ? 16 : 10;
    gb_value text = gb_int_digits(vm, number, base);
    if (gb_is_unset(text)) return text;
    bool negative = gb_str_data(text)[0] == '-';
    size_t n = gb_str_size(text) - negative;
    size_t least = d->precision > 0 ? (size_t)d->precision : 0, zeros = least > n ? least - n : 0;
    gb_buffer digits = GB_BUFFER_INIT;
    gb_value out = GB_UNSET_VALUE;
    bool ok = gb_vm_allows(vm, least);
    if (ok) gb_buffer_repeat(&digits, '0', zeros);
    for (const char *c = gb_str_data(text) + negative; ok && *c; c++)
        gb_buffer_char(&digits, upper && *c >= 'a' ? (char)(*c - 'a' + 'A') : *c);
    const gb_format_spec spec = number_spec(d);
    const gb_number_text parts = {.sign = negative ? '-' : spec.sign,
                                  .prefix = !d->alternate || base == 10 ? ""
                                            : base == 8                 ? "0o"
                                            : upper                     ? "0X"
                                                                        : "0x",
                                  .digits = digits.data,
                                  .digit_count = digits.size,
                                  .rest = "",
                                  .group = 3};
    if (digits.failed)
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    else if (ok)
        out = gb_format_number(vm, &spec, &parts);
    gb_buffer_release(&digits);
    gb_unref(text);
    return out;
}

/* int(number), or its __index__ for x, X and o. */
static gb_value whole_number(gb_vm *vm, gb_value number, char code)
{
    bool hex = strchr("xXo", code) != NULL;
    const gb_type_slots *slots = &gb_type_of(vm, number)->slots;
    bool able = slots->index || (!hex && (slots->to_int || slots->to_float));
    gb_value made = GB_UNSET_VALUE;
    if (able && hex) made = gb_to_index(vm, number);
    if (able && !hex) made = gb_call(vm, gb_type_value(vm->types.integer), &number, 1);
    if (!gb_is_unset(made) || (able && !gb_exception_is(vm, GB_EXC_TypeError))) return made;
    gb_exception_clear(vm);
    return gb_raise(vm, GB_EXC_TypeError,
                    hex ? "%%%c format: an integer is required, not %s"
                        : "%%%c format: a real number is required, not %s",
                    code, gb_type_name(vm, number));
}

static gb_value percent_int(gb_vm *vm, const directive *d)
{
    bool hex = strchr("xXo", d->type) != NULL;
    gb_value number = gb_ref(d->value);
    if (d->value.tag == GB_FLOAT && !hex)
        gb_replace_take(&number, gb_int_from_double(vm, gb_float_of(d->value)));
    if (gb_is_unset(number)) return number;
    if (!gb_is_int(number)) gb_replace_take(&number, whole_number(vm, number, d->type));
    if (gb_is_unset(number)) return number;
    if (number.tag == GB_BOOL) number = gb_int(number.i);
    gb_value out = format_int(vm, number, d);
    gb_unref(number);
    return out;
}

static gb_value percent_char(gb_vm *vm, const directive *d)
{
    int64_t code;
    if (gb_is_str(d->value) && gb_str_length(d->value) == 1) return gb_ref(d->value);
    gb_value number = gb_is_str(d->value) ? GB_UNSET_VALUE : gb_to_index(vm, d->value);
    if (gb_is_unset(number)) {
        gb_exception_clear(vm);
        return gb_raise(vm, GB_EXC_TypeError, "%%c requires int or char");
    }
    bool fits = gb_int_fits(number, &code);
    gb_unref(number);
    if (!fits || code < 0 || code > 0x10FFFF)
        return gb_raise(vm, GB_EXC_OverflowError, "%%c arg not in range(0x110000)");
    return gb_str_codepoint(vm, (uint32_t)code);
}

/* A text cut to the precision and padded to the width. */
static void put_text(percent *p, const directive *d, gb_value text, bool cut)
{
    size_t n = gb_str_size(text), length = gb_str_length(text);
    if (cut && d->precision >= 0 && (size_t)d->precision < length) {
        length = (size_t)d->precision;
        n = gb_str_offset(text, length);
    }
    size_t missing = (size_t)d->width > length ? (size_t)d->width - length : 0;
    if (!d->left) gb_buffer_repeat(&p->out, ' ', missing);
    gb_buffer_put(&p->out, gb_str_data(text), n);
    if (d->left) gb_buffer_repeat(&p->out, ' ', missing);
}

gb_value gb_raise_unsupported_format(gb_vm *vm, uint32_t shown, uint32_t code, size_t at)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_buffer_text(&text, "unsupported format character '");
    gb_buffer_codepoint(&text, shown);
    gb_buffer_format(&text, "' (0x%x) at index %zu", (unsigned)code, at);
    gb_value message = gb_str_from_buffer(vm, &text);
    gb_type *cls = gb_exception_type(vm, GB_EXC_ValueError);
    gb_value made = gb_is_unset(message) ? message : gb_exception_new(vm, cls, message);
    gb_unref(message);
    if (!gb_is_unset(made)) gb_raise_take(vm, made);
    return GB_UNSET_VALUE;
}

/* The character before p->at asks for nothing known. */
static gb_value unsupported(const percent *p)
{
    const char *from = p->at - 1;
    uint32_t code = 0;
    gb_utf8_decode(from, (size_t)(p->end - from), &code);
    bool plain = code > 31 && code < 127;
    return gb_raise_unsupported_format(p->vm, plain ? code : '?', code,
                                       gb_utf8_count(p->start, (size_t)(from - p->start)));
}

static gb_value converted(percent *p, const directive *d)
{
    switch (d->type) {
    case 's': return gb_to_str(p->vm, d->value);
    case 'r': return gb_repr(p->vm, d->value);
    case 'a': return gb_ascii(p->vm, d->value);
    case 'c': return percent_char(p->vm, d);
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o': return percent_int(p->vm, d);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return percent_float(p->vm, d);
    default: return unsupported(p);
    }
}

static bool put_directive(percent *p)
{
    directive d;
    bool ok = read_directive(p, &d);
    if (ok && d.type == '%' && gb_is_unset(d.value)) {
        gb_buffer_char(&p->out, '%');
        return true;
    }
    ok = ok && (d.width == 0 || gb_vm_allows(p->vm, (size_t)d.width));
    gb_value text = ok ? converted(p, &d) : GB_UNSET_VALUE;
    if (!gb_is_unset(text)) put_text(p, &d, text, strchr("sra", d.type) != NULL);
    ok = !gb_is_unset(text);
    gb_unref(text);
    gb_unref(d.value);
    return ok;
}

/* A tuple must be used up; a single value too, unless it is a mapping. */
static bool all_used(percent *p)
{
    bool used = gb_is_tuple(p->values) ? p->next >= gb_tuple_peek(p->values)->count
                : gb_is_str(p->values)
                    ? p->next > 0
                    : p->next > 0 ||
                          (gb_is_object(p->values) && gb_type_of(p->vm, p->values)->slots.getitem);
    return used || gb_raise_false(p->vm, GB_EXC_TypeError,
                                  "not all arguments converted during string formatting");
}

gb_value gb_format_percent(gb_vm *vm, gb_value text, gb_value values)
{
    const char *data = gb_str_data(text);
    percent p = {
        .vm = vm, .start = data, .at = data, .end = data + gb_str_size(text), .values = values};
    bool ok = true;
    while (ok && p.at < p.end) {
        const char *stop = memchr(p.at, '%', (size_t)(p.end - p.at));
        size_t n = (size_t)((stop ? stop : p.end) - p.at);
        gb_buffer_put(&p.out, p.at, n);
        p.at += n;
        if (!stop) break;
        p.at++;
        ok = put_directive(&p);
    }
    if (ok && all_used(&p)) return gb_str_from_buffer(vm, &p.out);
    gb_buffer_release(&p.out);
    return GB_UNSET_VALUE;
}
