/* Reading format specs, and padding and grouping by them. What the types do with one is
 * format_number.c and format_text.c. */
#include "kernel/lang/format_spec.h"

#include "graph/base/text.h"

#include <limits.h>
#include <string.h>

static bool is_align(char c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads digits at *at; -1 where there are none. False with ValueError when they are too many. */
static bool read_number(gb_vm *vm, const char **at, int *out)
{
    long long number = 0;
    *out = -1;
    if (!is_digit(**at)) return true;
    for (; is_digit(**at); (*at)++) {
        number = number * 10 + (**at - '0');
        if (number > INT_MAX)
            return gb_raise_false(vm, GB_EXC_ValueError,
                                  "Too many decimal digits in format string");
    }
    *out = (int)number;
    return true;
}

static void set_fill(gb_format_spec *out, char c)
{
    out->fill[0] = c;
    out->fill[1] = '\0';
}

/* [[fill]align]; true when there is a fill. */
static bool read_fill(const char **at, size_t size, gb_format_spec *out)
{
    uint32_t c;
    size_t n = gb_utf8_decode(*at, size, &c);
    set_fill(out, ' ');
    if (n > 0 && n < size && is_align((*at)[n])) {
        memcpy(out->fill, *at, n);
        out->fill[n] = '\0';
        out->align = (*at)[n];
        *at += n + 1;
        return true;
    }
    if (is_align(**at)) out->align = *(*at)++;
    return false;
}

static bool read_grouping(gb_vm *vm, const char **at, gb_format_spec *out)
{
    while (**at == ',' || **at == '_') {
        if (out->grouping && out->grouping != **at)
            return gb_raise_false(vm, GB_EXC_ValueError, "Cannot specify both ',' and '_'.");
        if (out->grouping)
            return gb_raise_false(vm, GB_EXC_ValueError, "Cannot specify '%c' with '%c'.", **at,
                                  **at);
        out->grouping = *(*at)++;
    }
    return true;
}

static bool read_precision(gb_vm *vm, const char **at, gb_format_spec *out)
{
    out->precision = -1;
    if (**at != '.') return true;
    (*at)++;
    if (!read_number(vm, at, &out->precision)) return false;
    return out->precision >= 0 ||
           gb_raise_false(vm, GB_EXC_ValueError, "Format specifier missing precision");
}

/* Grouping goes with decimal and float types; '_' with the binary ones too. */
static bool check_grouping(gb_vm *vm, const gb_format_spec *spec)
{
    if (!spec->grouping || !spec->type || strchr("deEfFgG%", spec->type)) return true;
    if (spec->grouping == '_' && strchr("boxX", spec->type)) return true;
    return gb_raise_false(vm, GB_EXC_ValueError, "Cannot specify '%c' with '%c'.", spec->grouping,
                          spec->type);
}

bool gb_format_spec_read(gb_vm *vm, gb_value spec, const char *type_name, gb_format_spec *out)
{
    const char *at = gb_str_data(spec), *end = at + gb_str_size(spec);
    *out = (gb_format_spec){0};
    bool filled = read_fill(&at, gb_str_size(spec), out);
    if (*at == '+' || *at == '-' || *at == ' ') out->sign = *at++;
    if (*at == 'z') out->no_negative_zero = *at++;
    if (*at == '#') out->alternate = *at++;
    if (*at == '0' && !filled) {
        out->zero = !out->align;
        if (out->zero) out->align = '=';
        set_fill(out, '0');
        at++;
    }
    if (!read_number(vm, &at, &out->width) || !read_grouping(vm, &at, out) ||
        !read_precision(vm, &at, out))
        return false;
    uint32_t type = 0;
    size_t size = gb_utf8_decode(at, (size_t)(end - at), &type);
    if ((size_t)(end - at) > size)
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "Invalid format specifier '%s' for object of type '%s'",
                              gb_str_data(spec), type_name);
    if (type >= 0x80)
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "Unknown format code '\\x%x' for object of type '%s'", (unsigned)type,
                              type_name);
    out->type = (char)type;
    return check_grouping(vm, out);
}

gb_value gb_format_unknown(gb_vm *vm, char code, const char *type_name)
{
    if (code > ' ' && code < 127)
        return gb_raise(vm, GB_EXC_ValueError, "Unknown format code '%c' for object of type '%s'",
                        code, type_name);
    return gb_raise(vm, GB_EXC_ValueError, "Unknown format code '\\x%x' for object of type '%s'",
                    (unsigned)(unsigned char)code, type_name);
}

/* --- putting together
 * --------------------------------------------------------------------------------------- */

static void put_fill(gb_buffer *out, const gb_format_spec *spec, size_t count)
{
    if (!spec->fill[1]) {
        gb_buffer_repeat(out, spec->fill[0], count);
        return;
    }
    for (size_t i = 0; i < count; i++)
        gb_buffer_text(out, spec->fill);
}

void gb_format_pad(gb_buffer *out, const gb_format_spec *spec, const char *text, size_t n,
                   char standard)
{
    size_t length = gb_utf8_count(text, n), width = spec->width > 0 ? (size_t)spec->width : 0;
    size_t missing = width > length ? width - length : 0;
    char align = spec->align ? spec->align : standard;
    size_t left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
    put_fill(out, spec, left);
    gb_buffer_put(out, text, n);
    put_fill(out, spec, missing - left);
}

/* Places that `count` digits take with separators. */
static size_t grouped_width(const gb_format_spec *spec, size_t count, int group)
{
    return spec->grouping && count ? count + (count - 1) / (size_t)group : count;
}

/* How many zeros make the digits fill at least `width` places. */
static size_t zeros_before(const gb_format_spec *spec, const gb_number_text *number, size_t width)
{
    size_t group = (size_t)number->group, count = width;
    if (spec->grouping) count = width / (group + 1) * group;
    while (grouped_width(spec, count, number->group) < width)
        count++;
    return count > number->digit_count ? count - number->digit_count : 0;
}

static void put_grouped(gb_buffer *out, const gb_format_spec *spec, const gb_number_text *number,
                        size_t zeros)
{
    size_t count = number->digit_count, group = (size_t)number->group;
    if (!spec->grouping) {
        gb_buffer_repeat(out, '0', zeros);
        gb_buffer_put(out, number->digits, count);
        return;
    }
    for (size_t i = 0; i < count + zeros; i++) {
        size_t left = count + zeros - i;
        if (i > 0 && left % group == 0) gb_buffer_char(out, spec->grouping);
        gb_buffer_char(out, i < zeros ? '0' : number->digits[i - zeros]);
    }
}

gb_value gb_format_number(gb_vm *vm, const gb_format_spec *spec, const gb_number_text *number)
{
    gb_buffer out = GB_BUFFER_INIT;
    size_t prefix = strlen(number->prefix), zeros = 0;
    size_t around = (number->sign != 0) + prefix + number->rest_count;
    size_t width = spec->width > 0 ? (size_t)spec->width : 0;
    char align = spec->align ? spec->align : '>';
    if (!gb_vm_allows(vm, width)) return GB_UNSET_VALUE;
    if (align == '=' && strcmp(spec->fill, "0") == 0) /* zeros are digits: grouped too */
        zeros = zeros_before(spec, number, width > around ? width - around : 0);
    size_t length = grouped_width(spec, number->digit_count + zeros, number->group) + around;
    size_t missing = width > length ? width - length : 0;
    size_t left = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    put_fill(&out, spec, left);
    if (number->sign) gb_buffer_char(&out, number->sign);
    gb_buffer_put(&out, number->prefix, prefix);
    if (align == '=') put_fill(&out, spec, missing);
    put_grouped(&out, spec, number, zeros);
    gb_buffer_put(&out, number->rest, number->rest_count);
    if (align != '=') put_fill(&out, spec, missing - left);
    return gb_str_from_buffer(vm, &out);
}
