/* JSON text to values, with CPython's errors. */
#include "kernel/lang/modules/json.h"

#include "kernel/lang/types/number.h"
#include "kernel/lang/types/str.h"

#include <math.h>

typedef struct decoder {
    gb_vm *vm;
    gb_value source; /* str */
    const char *text;
    size_t n;
    size_t at;
    bool strict;
    gb_value object_hook, pairs_hook, parse_float, parse_int, parse_constant; /* or None */
    gb_value keys; /* dict: a key -> the one str of this text, shared by all objects */
} decoder;

static gb_value read_value(decoder *d);

/* --- errors -------------------------------------------------------------------------------------
 */

/* JSONDecodeError(text, source, place), the place in bytes. */
static gb_value fail(decoder *d, const char *text, size_t at)
{
    gb_vm *vm = d->vm;
    gb_value args[3] = {gb_str_text_new(vm, text), d->source,
                        gb_int((int64_t)gb_str_index_of_offset(d->source, at))};
    if (gb_is_unset(args[0])) return GB_UNSET_VALUE;
    gb_value module = gb_import(vm, "json"), cls = GB_UNSET_VALUE, error = GB_UNSET_VALUE;
    if (!gb_is_unset(module)) cls = gb_getattr_text(vm, module, "JSONDecodeError");
    if (!gb_is_unset(cls)) error = gb_call(vm, cls, args, 3);
    if (!gb_is_unset(error)) gb_raise_value(vm, error);
    gb_unref(error);
    gb_unref(cls);
    gb_unref(module);
    gb_unref(args[0]);
    return GB_UNSET_VALUE;
}

/* --- characters ---------------------------------------------------------------------------------
 */

static void skip_blanks(decoder *d)
{
    while (d->at < d->n && strchr(" \t\n\r", d->text[d->at]) && d->text[d->at])
        d->at++;
}

static bool is_next(const decoder *d, char c)
{
    return d->at < d->n && d->text[d->at] == c;
}

static bool accept_text(decoder *d, const char *word)
{
    size_t n = strlen(word);
    if (d->n - d->at < n || memcmp(d->text + d->at, word, n) != 0) return false;
    d->at += n;
    return true;
}

/* --- strings ------------------------------------------------------------------------------------
 */

/* Four hexadecimal digits from `at` on; false when they are not there. */
static bool hex4(const decoder *d, size_t at, uint32_t *unit)
{
    *unit = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = i < d->n ? d->text[i] : '\0';
        int digit = c >= '0' && c <= '9'                     ? c - '0'
                    : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                             : -1;
        if (digit < 0) return false;
        *unit = *unit << 4 | (uint32_t)digit;
    }
    return true;
}

/* Behind `\u`. A closing quote must follow somewhere, so that the digits cannot be the last. */
static bool read_unicode(decoder *d, gb_buffer *out)
{
    char bytes[4];
    uint32_t c, low;
    if (d->at + 4 >= d->n || !hex4(d, d->at, &c)) {
        fail(d, "Invalid \\uXXXX escape", d->at - 1);
        return false;
    }
    d->at += 4;
    if (c >= 0xd800 && c < 0xdc00 && d->at + 6 < d->n && d->text[d->at] == '\\' &&
        d->text[d->at + 1] == 'u') {
        if (!hex4(d, d->at + 2, &low)) {
            fail(d, "Invalid \\uXXXX escape", d->at + 1);
            return false;
        }
        if (low >= 0xdc00 && low < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00));
            d->at += 6;
        }
    }
    gb_buffer_put(out, bytes, gb_codepoint_put(bytes, c));
    return true;
}

static bool read_escape(decoder *d, gb_buffer *out)
{
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char letter = d->text[d->at + 1];
    if (letter == 'u') {
        d->at += 2;
        return read_unicode(d, out);
    }
    const char *known = letter ? strchr(letters, letter) : NULL;
    if (!known) {
        fail(d, "Invalid \\escape", d->at);
        return false;
    }
    gb_buffer_char(out, values[known - letters]);
    d->at += 2;
    return true;
}

/* Behind the opening quote: the contents, the closing one moved over. */
static gb_value read_string(decoder *d)
{
    size_t begin = d->at - 1, from = d->at;
    gb_buffer out = GB_BUFFER_INIT;
    for (;;) {
        while (d->at < d->n && d->text[d->at] != '"' && d->text[d->at] != '\\' &&
               (unsigned char)d->text[d->at] >= 0x20)
            d->at++;
        if (d->at >= d->n) break;
        char c = d->text[d->at];
        if (c == '"') {
            size_t end = d->at++;
            if (!out.size && !out.failed) return gb_str_new(d->vm, d->text + from, end - from);
            gb_buffer_put(&out, d->text + from, end - from);
            return gb_str_from_buffer(d->vm, &out);
        }
        if (c != '\\') { /* a control character */
            if (d->strict) {
                gb_buffer_release(&out);
                return fail(d, "Invalid control character at", d->at);
            }
            d->at++;
            continue;
        }
        gb_buffer_put(&out, d->text + from, d->at - from);
        if (d->at + 1 >= d->n) break;
        if (!read_escape(d, &out)) {
            gb_buffer_release(&out);
            return GB_UNSET_VALUE;
        }
        from = d->at;
    }
    gb_buffer_release(&out);
    return fail(d, "Unterminated string starting at", begin);
}

/* --- numbers and words --------------------------------------------------------------------------
 */

static size_t digits_at(const decoder *d, size_t at)
{
    size_t end = at;
    while (end < d->n && d->text[end] >= '0' && d->text[end] <= '9')
        end++;
    return end - at;
}

/* Where the number that starts at `at` ends; `at` itself when none does. */
static size_t number_end(const decoder *d, bool *is_float)
{
    size_t at = d->at, more;
    *is_float = false;
    if (is_next(d, '-')) at++;
    if (!digits_at(d, at)) return d->at;
    at += d->text[at] == '0' ? 1 : digits_at(d, at);
    if (at < d->n && d->text[at] == '.' && (more = digits_at(d, at + 1))) {
        *is_float = true;
        at += 1 + more;
    }
    if (at < d->n && (d->text[at] | 0x20) == 'e') {
        size_t sign = at + 1 < d->n && (d->text[at + 1] == '-' || d->text[at + 1] == '+');
        more = digits_at(d, at + 1 + sign);
        if (more) *is_float = true;
        if (more) at += 1 + sign + more;
    }
    return at;
}

/* hook(text), or unset without an exception when there is no hook. */
static gb_value call_with_text(gb_vm *vm, gb_value hook, const char *text, size_t n)
{
    if (gb_is_none(hook)) return GB_UNSET_VALUE;
    gb_value arg = gb_str_new(vm, text, n);
    gb_value result = gb_is_unset(arg) ? arg : gb_call(vm, hook, &arg, 1);
    gb_unref(arg);
    return result;
}

static gb_value read_number(decoder *d)
{
    bool is_float;
    size_t start = d->at, end = number_end(d, &is_float);
    if (end == start) return fail(d, "Expecting value", start);
    d->at = end;
    gb_value hook = is_float ? d->parse_float : d->parse_int;
    if (!gb_is_none(hook)) return call_with_text(d->vm, hook, d->text + start, end - start);
    if (!is_float) return gb_int_parse(d->vm, d->text + start, end - start, 10);
    double x = 0;
    gb_double_scan(d->text + start, end - start, &x);
    return gb_float(x);
}

static gb_value read_constant(decoder *d, const char *word, double x)
{
    gb_value result = call_with_text(d->vm, d->parse_constant, word, strlen(word));
    if (!gb_is_none(d->parse_constant)) return result;
    return gb_float(x);
}

/* --- containers ---------------------------------------------------------------------------------
 */

static gb_value read_array(decoder *d)
{
    gb_value list = gb_list_new(d->vm, 0);
    d->at++;
    skip_blanks(d);
    if (is_next(d, ']')) {
        d->at++;
        return list;
    }
    while (!gb_is_unset(list)) {
        if (!gb_list_append_take(d->vm, list, read_value(d))) break;
        skip_blanks(d);
        if (is_next(d, ']')) {
            d->at++;
            return list;
        }
        if (!is_next(d, ',')) {
            fail(d, "Expecting ',' delimiter", d->at);
            break;
        }
        d->at++;
        skip_blanks(d);
    }
    gb_unref(list);
    return GB_UNSET_VALUE;
}

/* A key, the same str for equal keys. */
static gb_value read_key(decoder *d)
{
    if (!is_next(d, '"'))
        return fail(d, "Expecting property name enclosed in double quotes", d->at);
    d->at++;
    gb_value key = read_string(d);
    if (gb_is_unset(key)) return key;
    gb_value have = gb_dict_get_peek(d->vm, d->keys, key);
    if (!gb_is_unset(have)) {
        gb_unref(key);
        return gb_ref(have);
    }
    if (!gb_dict_set(d->vm, d->keys, key, key)) gb_clear(&key);
    return key;
}

/* `key: value` into a dict, or as a pair into a list. */
static bool read_pair(decoder *d, gb_value into)
{
    gb_value key = read_key(d), value;
    if (gb_is_unset(key)) return false;
    skip_blanks(d);
    if (is_next(d, ':')) {
        d->at++;
        skip_blanks(d);
        value = read_value(d);
    } else {
        value = fail(d, "Expecting ':' delimiter", d->at);
    }
    bool ok = !gb_is_unset(value);
    if (ok && gb_is_list(into))
        ok = gb_list_append_take(d->vm, into, gb_tuple_of(d->vm, 2, key, value));
    else if (ok)
        ok = gb_dict_set(d->vm, into, key, value);
    gb_unref(key);
    gb_unref(value);
    return ok;
}

static bool read_pairs(decoder *d, gb_value into)
{
    d->at++;
    skip_blanks(d);
    for (bool first = true;; first = false) {
        if (first && is_next(d, '}')) break;
        if (!read_pair(d, into)) return false;
        skip_blanks(d);
        if (is_next(d, '}')) break;
        if (!is_next(d, ',')) {
            fail(d, "Expecting ',' delimiter", d->at);
            return false;
        }
        d->at++;
        skip_blanks(d);
    }
    d->at++;
    return true;
}

static gb_value read_object(decoder *d)
{
    bool pairs = !gb_is_none(d->pairs_hook);
    gb_value into = pairs ? gb_list_new(d->vm, 0) : gb_dict_new(d->vm);
    if (gb_is_unset(into)) return into;
    gb_value hook = pairs ? d->pairs_hook : d->object_hook, result = GB_UNSET_VALUE;
    if (read_pairs(d, into))
        result = gb_is_none(hook) ? gb_ref(into) : gb_call(d->vm, hook, &into, 1);
    gb_unref(into);
    return result;
}

static gb_value read_nested(decoder *d)
{
    if (!gb_vm_check(d->vm) || !gb_enter_call(d->vm)) return GB_UNSET_VALUE;
    gb_value v = d->text[d->at] == '[' ? read_array(d) : read_object(d);
    gb_leave_call(d->vm);
    return v;
}

static gb_value read_value(decoder *d)
{
    if (d->at >= d->n) return fail(d, "Expecting value", d->at);
    switch (d->text[d->at]) {
    case '"': d->at++; return read_string(d);
    case '{':
    case '[': return read_nested(d);
    case 'n':
        if (accept_text(d, "null")) return GB_NONE_VALUE;
        break;
    case 't':
        if (accept_text(d, "true")) return GB_TRUE_VALUE;
        break;
    case 'f':
        if (accept_text(d, "false")) return GB_FALSE_VALUE;
        break;
    case 'N':
        if (accept_text(d, "NaN")) return read_constant(d, "NaN", NAN);
        break;
    case 'I':
        if (accept_text(d, "Infinity")) return read_constant(d, "Infinity", INFINITY);
        break;
    case '-':
        if (accept_text(d, "-Infinity")) return read_constant(d, "-Infinity", -INFINITY);
        break;
    default: break;
    }
    return read_number(d);
}

/* --- the function -------------------------------------------------------------------------------
 */

gb_value gb_json_decode(gb_vm *vm, gb_value *args)
{
    decoder d = {.vm = vm,
                 .source = args[0],
                 .object_hook = args[3],
                 .pairs_hook = args[4],
                 .parse_float = args[5],
                 .parse_int = args[6],
                 .parse_constant = args[7]};
    int64_t start;
    int strict = gb_truth(vm, args[2]);
    if (strict < 0 || !gb_to_text(vm, args[0], "s", &d.text, &d.n) ||
        !gb_to_int64(vm, args[1], &start))
        return GB_UNSET_VALUE;
    if (start < 0) return gb_raise(vm, GB_EXC_ValueError, "idx cannot be negative");
    size_t length = gb_str_length(args[0]);
    d.at = gb_str_offset(args[0], (size_t)start > length ? length : (size_t)start);
    d.strict = strict;
    d.keys = gb_dict_new(vm);
    if (gb_is_unset(d.keys)) return d.keys;
    gb_value v = read_value(&d), pair = GB_UNSET_VALUE;
    if (!gb_is_unset(v))
        pair = gb_tuple_of(vm, 2, v, gb_int((int64_t)gb_str_index_of_offset(args[0], d.at)));
    gb_unref(v);
    gb_unref(d.keys);
    return pair;
}
