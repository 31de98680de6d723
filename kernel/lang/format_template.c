/* text.format(*args, **kwargs): replacement fields {name.attribute[key]!conversion:spec}. */
#include "kernel/lang/format_spec.h"

#include "kernel/lang/types/number.h"

#include <stdlib.h>
#include <string.h>

enum { MANUAL = -1, UNDECIDED = 0 }; /* otherwise: fields numbered so far */

typedef struct template
{
    gb_vm *vm;
    gb_value args, kwargs; /* borrowed; args unset: no field may be positional */
    int64_t automatic;     /* fields numbered so far + 1; MANUAL, UNDECIDED */
}
template;

static gb_value format_text(template *t, const char *at, size_t n, int depth);

static gb_value positional(template *t, int64_t index)
{
    if (gb_is_unset(t->args))
        return gb_raise(t->vm, GB_EXC_ValueError, "Format string contains positional fields");
    size_t count;
    gb_value *items = gb_items_peek(t->args, &count);
    if (index < 0 || (size_t)index >= count)
        return gb_raise(t->vm, GB_EXC_IndexError,
                        "Replacement index %lld out of range for positional args tuple",
                        (long long)index);
    return gb_ref(items[index]);
}

static gb_value numbered(template *t)
{
    if (t->automatic == MANUAL)
        return gb_raise(
            t->vm, GB_EXC_ValueError,
            "cannot switch from manual field specification to automatic field numbering");
    if (t->automatic == UNDECIDED) t->automatic = 1;
    return positional(t, t->automatic++ - 1);
}

/* The value that the field's first name means: a number, a keyword, or nothing for the next
 * argument. */
static gb_value first_value(template *t, const char *name, size_t n)
{
    if (n == 0) return numbered(t);
    if (n < 19 && strspn(name, "0123456789") >= n) {
        if (t->automatic > UNDECIDED)
            return gb_raise(
                t->vm, GB_EXC_ValueError,
                "cannot switch from automatic field numbering to manual field specification");
        t->automatic = MANUAL;
        return positional(t, strtoll(name, NULL, 10));
    }
    gb_value key = gb_str_new(t->vm, name, n);
    if (gb_is_unset(key)) return key;
    gb_value out =
        gb_is_unset(t->kwargs) ? gb_raise_key(t->vm, key) : gb_getitem(t->vm, t->kwargs, key);
    gb_unref(key);
    return out;
}

static gb_value item_of(template *t, gb_value value, const char *key, size_t n)
{
    gb_value index = n < 19 && strspn(key, "0123456789") >= n ? gb_int(strtoll(key, NULL, 10))
                                                              : gb_str_new(t->vm, key, n);
    gb_value out = gb_is_unset(index) ? index : gb_getitem(t->vm, value, index);
    gb_unref(index);
    return out;
}

static gb_value attribute_of(template *t, gb_value value, const char *name, size_t n)
{
    gb_value text = gb_str_new(t->vm, name, n);
    gb_value out = gb_is_unset(text) ? text : gb_getattr(t->vm, value, text);
    gb_unref(text);
    return out;
}

/* name, then .attribute and [key] in any number. */
static gb_value field_value(template *t, const char *at, size_t size)
{
    const char *end = at + size;
    size_t n = 0;
    while (n < size && at[n] != '.' && at[n] != '[')
        n++;
    gb_value value = first_value(t, at, n);
    for (at += n; at < end && !gb_is_unset(value);) {
        bool item = *at++ == '[';
        const char *stop = at;
        while (stop < end && (item ? *stop != ']' : *stop != '.' && *stop != '['))
            stop++;
        gb_value next;
        if (stop == at)
            next = gb_raise(t->vm, GB_EXC_ValueError, "Empty attribute in format string");
        else if (item && stop == end)
            next = gb_raise(t->vm, GB_EXC_ValueError, "Missing ']' in format string");
        else
            next = item ? item_of(t, value, at, (size_t)(stop - at))
                        : attribute_of(t, value, at, (size_t)(stop - at));
        gb_replace_take(&value, next);
        at = stop + item;
        if (item && at < end && *at != '.' && *at != '[' && !gb_is_unset(value))
            gb_replace_take(&value,
                            gb_raise(t->vm, GB_EXC_ValueError,
                                     "Only '.' or '[' may follow ']' in format field specifier"));
    }
    return value;
}

static gb_value converted_take(template *t, gb_value value, char conversion)
{
    gb_value out = conversion == 's'   ? gb_to_str(t->vm, value)
                   : conversion == 'r' ? gb_repr(t->vm, value)
                   : conversion == 'a' ? gb_ascii(t->vm, value)
                                       : gb_raise(t->vm, GB_EXC_ValueError,
                                                  "Unknown conversion specifier %c", conversion);
    gb_unref(value);
    return out;
}

/* The pieces of one field, between its braces. */
typedef struct field {
    const char *name;
    size_t name_size;
    char conversion; /* 0: none */
    const char *spec;
    size_t spec_size;
} field;

/* From '!' or ':' at *at to the brace that closes the field. */
static bool read_spec(gb_vm *vm, field *f, const char **at, const char *end)
{
    if (*(*at)++ == '!') {
        if (*at == end)
            return gb_raise_false(vm, GB_EXC_ValueError,
                                  "end of string while looking for conversion specifier");
        f->conversion = *(*at)++;
        if (*at < end && **at != ':' && **at != '}')
            return gb_raise_false(vm, GB_EXC_ValueError, "expected ':' after conversion specifier");
        if (*at < end && *(*at)++ == '}') return true;
    }
    f->spec = *at;
    for (int braces = 1; *at < end; ++*at) {
        braces += (**at == '{') - (**at == '}');
        if (braces > 0) continue;
        f->spec_size = (size_t)((*at)++ - f->spec);
        return true;
    }
    return gb_raise_false(vm, GB_EXC_ValueError, "unmatched '{' in format spec");
}

/* Reads the field after a '{', and moves over its '}'. */
static bool read_field(gb_vm *vm, field *f, const char **at, const char *end)
{
    *f = (field){.name = *at, .spec = ""};
    for (; *at < end && **at != '}' && **at != ':' && **at != '!'; ++*at) {
        if (**at == '{')
            return gb_raise_false(vm, GB_EXC_ValueError, "unexpected '{' in field name");
        if (**at != '[') continue;
        const char *close = memchr(*at, ']', (size_t)(end - *at));
        *at = close ? close : end - 1;
    }
    f->name_size = (size_t)(*at - f->name);
    if (*at == end)
        return gb_raise_false(vm, GB_EXC_ValueError, "expected '}' before end of string");
    if (**at != '}') return read_spec(vm, f, at, end);
    ++*at;
    return true;
}

/* Values that an empty spec leaves as they are, without a str of their own. */
static bool put_plain(gb_vm *vm, gb_buffer *out, gb_value value)
{
    if (gb_exact_str(vm, value)) {
        gb_buffer_put(out, gb_str_data(value), gb_str_size(value));
        return true;
    }
    if (value.tag != GB_INT) return false;
    char digits[24], *end = digits + sizeof digits, *start = gb_int64_write(value.i, end);
    gb_buffer_put(out, start, (size_t)(end - start));
    return true;
}

static bool put_field(template *t, gb_buffer *out, const char **at, const char *end, int depth)
{
    field f;
    if (*at == end)
        return gb_raise_false(t->vm, GB_EXC_ValueError, "Single '{' encountered in format string");
    if (!read_field(t->vm, &f, at, end)) return false;
    gb_value value = field_value(t, f.name, f.name_size);
    if (f.conversion && !gb_is_unset(value)) value = converted_take(t, value, f.conversion);
    if (gb_is_unset(value)) return false;
    if (!f.spec_size && put_plain(t->vm, out, value)) {
        gb_unref(value);
        return true;
    }
    gb_value spec = memchr(f.spec, '{', f.spec_size)
                        ? format_text(t, f.spec, f.spec_size, depth + 1)
                        : gb_str_new(t->vm, f.spec, f.spec_size);
    gb_value text = gb_is_unset(spec) ? spec : gb_format(t->vm, value, spec);
    if (!gb_is_unset(text)) gb_buffer_put(out, gb_str_data(text), gb_str_size(text));
    gb_unref(spec);
    gb_unref(value);
    gb_unref(text);
    return !gb_is_unset(text);
}

static gb_value format_text(template *t, const char *at, size_t n, int depth)
{
    enum { DEEPEST = 2 };
    gb_buffer out = GB_BUFFER_INIT;
    const char *end = at + n;
    bool ok = depth < DEEPEST ||
              gb_raise_false(t->vm, GB_EXC_ValueError, "Max string recursion exceeded");
    while (ok && at < end) {
        const char *start = at;
        while (at < end && *at != '{' && *at != '}')
            at++;
        gb_buffer_put(&out, start, (size_t)(at - start));
        if (at == end) break;
        char c = *at++;
        if (at < end && *at == c) {
            gb_buffer_char(&out, c);
            at++;
        } else if (c == '}') {
            ok =
                gb_raise_false(t->vm, GB_EXC_ValueError, "Single '}' encountered in format string");
        } else {
            ok = put_field(t, &out, &at, end, depth);
        }
    }
    if (ok) return gb_str_from_buffer(t->vm, &out);
    gb_buffer_release(&out);
    return GB_UNSET_VALUE;
}

gb_value gb_format_template(gb_vm *vm, gb_value text, gb_value args, gb_value kwargs)
{
    template t = {.vm = vm, .args = args, .kwargs = kwargs, .automatic = UNDECIDED};
    return format_text(&t, gb_str_data(text), gb_str_size(text), 0);
}
