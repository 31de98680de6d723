/* template % values for bytes and bytearray. The numbers are formatted as str does it. */
#include "kernel/lang/format.h"
#include "kernel/lang/types/text.h"

typedef struct formatting {
    gb_vm *vm;
    gb_chars template;
    size_t at;
    gb_value values; /* a tuple, a mapping, or one value; borrowed */
    size_t next;     /* of the tuple */
    gb_buffer out;
} formatting;

/* One %…: its text as str understands it, and the values it takes (owned). */
typedef struct directive {
    gb_buffer text;
    gb_value taken[3];
    size_t count;
    char kind;
    bool left;
    int64_t width, precision;
    size_t digits_end; /* where the last written number ends; 0: none */
} directive;

static gb_value next_value(formatting *f)
{
    if (gb_is_tuple(f->values)) {
        const gb_tuple *tuple = gb_tuple_peek(f->values);
        if (f->next < tuple->count) return gb_ref(tuple->items[f->next++]);
    } else if (f->next == 0) {
        f->next = 1;
        return gb_ref(f->values);
    }
    return gb_raise(f->vm, GB_EXC_TypeError, "not enough arguments for format string");
}

static bool take(directive *d, gb_value v)
{
    if (gb_is_unset(v)) return false;
    d->taken[d->count++] = v;
    return true;
}

static bool incomplete(formatting *f)
{
    return gb_raise_false(f->vm, GB_EXC_ValueError, "incomplete format");
}

static bool is_mapping(gb_vm *vm, gb_value v)
{
    gb_chars ignored;
    return !gb_is_tuple(v) && !gb_text_peek(v, &ignored) && gb_type_of(vm, v)->slots.getitem;
}

/* %(key): the value is the mapping's. */
static bool read_key(formatting *f, directive *d)
{
    int depth = 1;
    size_t start = ++f->at;
    gb_chars t = f->template;
    if (!is_mapping(f->vm, f->values))
        return gb_raise_false(f->vm, GB_EXC_TypeError, "format requires a mapping");
    for (; f->at < t.size && depth > 0; f->at++)
        depth += (t.data[f->at] == '(') - (t.data[f->at] == ')');
    if (depth > 0) return gb_raise_false(f->vm, GB_EXC_ValueError, "incomplete format key");
    gb_value key = gb_bytes_new(f->vm, t.data + start, f->at - 1 - start);
    bool ok = !gb_is_unset(key) && take(d, gb_getitem(f->vm, f->values, key));
    gb_unref(key);
    f->next = 1;
    return ok;
}

/* Digits or a star. */
static bool read_number(formatting *f, directive *d, int64_t *number)
{
    gb_chars t = f->template;
    if (f->at < t.size && t.data[f->at] == '*') {
        gb_value v = next_value(f);
        f->at++;
        if (gb_is_unset(v)) return false;
        bool ok = gb_is_int(v) ? gb_to_int64(f->vm, v, number)
                               : gb_raise_false(f->vm, GB_EXC_TypeError, "* wants int");
        gb_unref(v);
        if (ok) gb_buffer_format(&d->text, "%lld", (long long)*number);
        if (ok && *number < 0 && (d->left = true)) *number = -*number;
        return ok;
    }
    for (; f->at < t.size && t.data[f->at] >= '0' && t.data[f->at] <= '9'; f->at++) {
        if (*number > INT32_MAX / 10)
            return gb_raise_false(f->vm, GB_EXC_ValueError, "width too big");
        *number = *number * 10 + (t.data[f->at] - '0');
        gb_buffer_char(&d->text, t.data[f->at]);
        d->digits_end = f->at + 1;
    }
    return true;
}

/* %% and nothing between. */
static bool is_literal(const directive *d)
{
    return d->kind == '%' && d->text.size == 2;
}

static bool read_directive(formatting *f, directive *d)
{
    gb_chars t = f->template;
    bool keyed = f->at < t.size && t.data[f->at] == '(';
    gb_buffer_char(&d->text, '%');
    if (keyed && !read_key(f, d)) return false;
    for (; f->at < t.size && t.data[f->at] && strchr("-+ #0", t.data[f->at]); f->at++) {
        gb_buffer_char(&d->text, t.data[f->at]);
        d->left = d->left || t.data[f->at] == '-';
    }
    if (!read_number(f, d, &d->width)) return false;
    if (f->at < t.size && t.data[f->at] == '.') {
        gb_buffer_char(&d->text, t.data[f->at++]);
        d->precision = 0;
        if (!read_number(f, d, &d->precision)) return false;
    }
    while (f->at < t.size && t.data[f->at] && strchr("hlL", t.data[f->at]))
        f->at++;
    if (f->at >= t.size) return incomplete(f);
    d->kind = t.data[f->at++];
    gb_buffer_char(&d->text, d->kind);
    return is_literal(d) || keyed || take(d, next_value(f));
}

static bool put_padded(formatting *f, const directive *d, gb_chars text)
{
    size_t width = (size_t)d->width;
    if (!gb_vm_allows(f->vm, width)) return false;
    size_t more = width > text.size ? width - text.size : 0;
    if (!d->left) gb_buffer_repeat(&f->out, ' ', more);
    gb_buffer_put(&f->out, text.data, text.size);
    if (d->left) gb_buffer_repeat(&f->out, ' ', more);
    return true;
}

static bool put_bytes(formatting *f, const directive *d, gb_value v)
{
    gb_chars text;
    gb_value made = GB_UNSET_VALUE;
    if (!gb_bytes_like_peek(v, &text)) {
        gb_value name = gb_intern_peek(f->vm, "__bytes__", 9);
        if (gb_is_unset(name)) return false;
        if (gb_is_unset(gb_type_lookup_peek(gb_type_of(f->vm, v), name)))
            return gb_raise_false(f->vm, GB_EXC_TypeError,
                                  "%%b requires a bytes-like object, or an object that implements "
                                  "__bytes__, not '%s'",
                                  gb_type_name(f->vm, v));
        made = gb_call_special(f->vm, v, name, NULL, 0);
        if (gb_is_unset(made)) return false;
        if (!gb_bytes_like_peek(made, &text)) text = (gb_chars){"", 0};
    }
    if (d->precision >= 0 && (size_t)d->precision < text.size) text.size = (size_t)d->precision;
    bool ok = put_padded(f, d, text);
    gb_unref(made);
    return ok;
}

static bool put_byte(formatting *f, const directive *d, gb_value v)
{
    gb_chars text;
    char byte;
    int64_t code;
    if (gb_bytes_like_peek(v, &text) && text.size == 1) return put_padded(f, d, text);
    if (!gb_is_int(v))
        return gb_raise_false(f->vm, GB_EXC_TypeError,
                              "%%c requires an integer in range(256) or a single byte");
    if (!gb_int_fits(v, &code) || code < 0 || code > 255)
        return gb_raise_false(f->vm, GB_EXC_OverflowError, "%%c arg not in range(256)");
    byte = (char)code;
    return put_padded(f, d, (gb_chars){&byte, 1});
}

/* A byte above ASCII behind a number is told as the character of that code; CPython's text has no
 * place for it elsewhere. */
static bool unsupported(formatting *f, const directive *d)
{
    unsigned code = (unsigned char)d->kind;
    if (code >= 0x80 && d->digits_end != f->at - 1)
        return gb_raise_false(f->vm, GB_EXC_OverflowError,
                              "character argument not in range(0x110000)");
    gb_raise_unsupported_format(f->vm, code, code, f->at - 1);
    return false;
}

/* Whatever gives ASCII: by the % of str. */
static bool put_as_str(formatting *f, directive *d)
{
    if (!strchr("raiduoxXeEfFgG", d->kind) || !d->kind) return unsupported(f, d);
    gb_value last = d->taken[d->count - 1];
    double number;
    if (strchr("eEfFgG", d->kind) && !gb_to_double(f->vm, last, &number)) {
        gb_exception_clear(f->vm);
        return gb_raise_false(f->vm, GB_EXC_TypeError, "float argument required, not %s",
                              gb_type_name(f->vm, last));
    }
    if (d->kind == 'r') d->text.data[d->text.size - 1] = 'a'; /* must be ASCII */
    gb_value template = gb_str_new(f->vm, d->text.data, d->text.size);
    gb_value values = gb_tuple_from(f->vm, d->taken, d->count);
    gb_value text = gb_is_unset(template) || gb_is_unset(values)
                        ? GB_UNSET_VALUE
                        : gb_format_percent(f->vm, template, values);
    if (!gb_is_unset(text)) gb_buffer_put(&f->out, gb_str_data(text), gb_str_size(text));
    bool ok = !gb_is_unset(text);
    gb_unref(template);
    gb_unref(values);
    gb_unref(text);
    return ok;
}

static bool put_directive(formatting *f)
{
    directive d = {.precision = -1};
    bool ok = read_directive(f, &d) &&
              (!d.text.failed || gb_raise_false(f->vm, GB_EXC_MemoryError, "%s", ""));
    if (!ok) {
    } else if (is_literal(&d)) {
        gb_buffer_char(&f->out, '%');
    } else if (d.kind == 's' || d.kind == 'b') {
        ok = put_bytes(f, &d, d.taken[0]);
    } else if (d.kind == 'c') {
        ok = put_byte(f, &d, d.taken[0]);
    } else {
        ok = put_as_str(f, &d);
    }
    gb_bound_release(d.taken, d.count);
    gb_buffer_release(&d.text);
    return ok;
}

static bool all_used(const formatting *f)
{
    bool used = gb_is_tuple(f->values) ? f->next >= gb_tuple_peek(f->values)->count
                                       : f->next > 0 || is_mapping(f->vm, f->values);
    return used || gb_raise_false(f->vm, GB_EXC_TypeError,
                                  "not all arguments converted during bytes formatting");
}

gb_value gb_format_percent_bytes(gb_vm *vm, gb_value self, gb_value values)
{
    formatting f = {.vm = vm, .template = gb_text_of(self), .values = values};
    bool ok = true;
    while (ok && f.at < f.template.size) {
        const char *from = f.template.data + f.at;
        const char *stop = memchr(from, '%', f.template.size - f.at);
        size_t n = stop ? (size_t)(stop - from) : f.template.size - f.at;
        gb_buffer_put(&f.out, from, n);
        f.at += n;
        if (!stop) break;
        f.at++;
        ok = put_directive(&f);
    }
    if (ok && all_used(&f)) return gb_text_from_buffer(vm, self, &f.out);
    gb_buffer_release(&f.out);
    return GB_UNSET_VALUE;
}
