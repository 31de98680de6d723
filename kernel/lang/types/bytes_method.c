/* Methods of bytes and bytearray: case, kinds of bytes, translation, hexadecimal. */
#include "kernel/lang/types/bytes_method.h"

#include "kernel/lang/types/codec.h"

#include "graph/base/text.h"

/* --- case and kinds ------------------------------------------------------------------------------
 */

static bool is_upper(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_alpha(unsigned char c)
{
    return is_upper(c) || is_lower(c);
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(unsigned char c)
{
    return is_alpha(c) || is_digit(c);
}

static bool is_space(unsigned char c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

static bool is_ascii(unsigned char c)
{
    return c < 0x80;
}

typedef enum want { WANT_UPPER, WANT_LOWER, WANT_OTHER } want;

/* A copy with every letter in the case wanted at its place. */
static gb_value mapped(gb_vm *vm, gb_value self, want first, want start, want inside)
{
    size_t n = gb_text_of(self).size;
    char *to;
    gb_value out = gb_text_room(vm, self, n, n, &to);
    if (gb_is_unset(out)) return out;
    const char *data = gb_text_of(self).data;
    bool after = false;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)data[i];
        want how = i == 0 ? first : after ? inside : start;
        bool upper = is_upper(c),
             flip = (upper && how != WANT_UPPER) || (is_lower(c) && how != WANT_LOWER);
        to[i] = (char)(flip ? c ^ 0x20 : c);
        after = is_alpha(c);
    }
    return out;
}

#define CASE_METHOD(name, first, start, inside)                                                    \
    gb_value gb_bytes_method_##name(gb_vm *vm, gb_value *args)                                     \
    {                                                                                              \
        return mapped(vm, args[0], first, start, inside);                                          \
    }
CASE_METHOD(upper, WANT_UPPER, WANT_UPPER, WANT_UPPER)
CASE_METHOD(lower, WANT_LOWER, WANT_LOWER, WANT_LOWER)
CASE_METHOD(swapcase, WANT_OTHER, WANT_OTHER, WANT_OTHER)
CASE_METHOD(title, WANT_UPPER, WANT_UPPER, WANT_LOWER)
CASE_METHOD(capitalize, WANT_UPPER, WANT_LOWER, WANT_LOWER)

static gb_value all_are(gb_value self, bool (*test)(unsigned char c), bool when_empty)
{
    gb_chars text = gb_text_of(self);
    for (size_t i = 0; i < text.size; i++)
        if (!test((unsigned char)text.data[i])) return GB_FALSE_VALUE;
    return gb_bool(text.size || when_empty);
}

#define KIND_METHOD(name, test, when_empty)                                                        \
    gb_value gb_bytes_method_##name(gb_vm *vm, gb_value *args)                                     \
    {                                                                                              \
        (void)vm;                                                                                  \
        return all_are(args[0], test, when_empty);                                                 \
    }
KIND_METHOD(isalpha, is_alpha, false)
KIND_METHOD(isdigit, is_digit, false)
KIND_METHOD(isalnum, is_alnum, false)
KIND_METHOD(isspace, is_space, false)
KIND_METHOD(isascii, is_ascii, true)

/* Some letter has the case, and none another. */
static gb_value all_cased(gb_value self, bool (*wanted)(unsigned char c),
                          bool (*other)(unsigned char c))
{
    gb_chars text = gb_text_of(self);
    bool some = false;
    for (size_t i = 0; i < text.size; i++) {
        if (other((unsigned char)text.data[i])) return GB_FALSE_VALUE;
        some = some || wanted((unsigned char)text.data[i]);
    }
    return gb_bool(some);
}

gb_value gb_bytes_method_isupper(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return all_cased(args[0], is_upper, is_lower);
}

gb_value gb_bytes_method_islower(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return all_cased(args[0], is_lower, is_upper);
}

gb_value gb_bytes_method_istitle(gb_vm *vm, gb_value *args)
{
    gb_chars text = gb_text_of(args[0]);
    bool some = false, after = false;
    (void)vm;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if ((is_upper(c) && after) || (is_lower(c) && !after)) return GB_FALSE_VALUE;
        after = is_alpha(c);
        some = some || after;
    }
    return gb_bool(some);
}

/* --- translate -----------------------------------------------------------------------------------
 */

gb_value gb_bytes_method_maketrans(gb_vm *vm, gb_value *args)
{
    gb_chars from, to;
    char table[256];
    for (int i = 0; i < 256; i++)
        table[i] = (char)i;
    for (int i = 0; i < 2; i++)
        if (!gb_bytes_like_peek(args[i], i ? &to : &from))
            return gb_raise(vm, GB_EXC_TypeError, "a bytes-like object is required, not '%s'",
                            gb_type_name(vm, args[i]));
    if (from.size != to.size)
        return gb_raise(vm, GB_EXC_ValueError, "maketrans arguments must have same length");
    for (size_t i = 0; i < from.size; i++)
        table[(unsigned char)from.data[i]] = to.data[i];
    return gb_bytes_new(vm, table, sizeof table);
}

gb_value gb_bytes_method_translate(gb_vm *vm, gb_value *args)
{
    gb_chars table, gone = {"", 0};
    bool dropped[256] = {false};
    bool given = !gb_is_none(args[1]);
    if (given && !gb_text_argument(vm, args[0], args[1], NULL, NULL, &table)) return GB_UNSET_VALUE;
    if (given && table.size != 256)
        return gb_raise(vm, GB_EXC_ValueError, "translation table must be 256 characters long");
    if (!gb_is_unset(args[2]) && !gb_text_argument(vm, args[0], args[2], NULL, NULL, &gone))
        return GB_UNSET_VALUE;
    for (size_t i = 0; i < gone.size; i++)
        dropped[(unsigned char)gone.data[i]] = true;
    gb_chars text = gb_text_of(args[0]);
    gb_buffer out = GB_BUFFER_INIT;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (!dropped[c]) gb_buffer_char(&out, given ? table.data[c] : (char)c);
    }
    return gb_text_from_buffer(vm, args[0], &out);
}

/* --- hexadecimal ---------------------------------------------------------------------------------
 */

static bool read_separator(gb_vm *vm, gb_value v, char *sep)
{
    gb_chars text;
    *sep = 0;
    if (gb_is_unset(v)) return true;
    int64_t n = gb_len(vm, v);
    if (n < 0) return false;
    if (n != 1) return gb_raise_false(vm, GB_EXC_ValueError, "sep must be length 1.");
    if (gb_is_bytearray(v) || !gb_text_peek(v, &text))
        return gb_raise_false(vm, GB_EXC_TypeError, "sep must be str or bytes.");
    *sep = text.data[0];
    return is_ascii((unsigned char)*sep) ||
           gb_raise_false(vm, GB_EXC_ValueError, "sep must be ASCII.");
}

gb_value gb_bytes_method_hex(gb_vm *vm, gb_value *args)
{
    static const char digits[] = "0123456789abcdef";
    int64_t group;
    char sep;
    if (!gb_to_int64(vm, args[2], &group) || !read_separator(vm, args[1], &sep))
        return GB_UNSET_VALUE;
    gb_chars text = gb_text_of(args[0]);
    gb_buffer out = GB_BUFFER_INIT;
    bool from_end = group > 0; /* groups are counted from the end, or with a minus from the start */
    size_t size = (size_t)(group < 0 ? -group : group);
    for (size_t i = 0; i < text.size; i++) {
        size_t place = from_end ? text.size - i : i;
        if (i && sep && size && place % size == 0) gb_buffer_char(&out, sep);
        unsigned char c = (unsigned char)text.data[i];
        gb_buffer_char(&out, digits[c >> 4]);
        gb_buffer_char(&out, digits[c & 15]);
    }
    return gb_str_from_buffer(vm, &out);
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_hex(gb_vm *vm, gb_buffer *out, gb_value source)
{
    const char *data = gb_str_data(source);
    size_t n = gb_str_size(source);
    for (size_t i = 0; i < n;) {
        if (is_space((unsigned char)data[i])) {
            i++;
            continue;
        }
        int high = digit_of(data[i]), low = high < 0 || i + 1 >= n ? -1 : digit_of(data[i + 1]);
        if (low < 0)
            return gb_raise_false(vm, GB_EXC_ValueError,
                                  "non-hexadecimal number found in fromhex() arg at position %zu",
                                  gb_utf8_count(data, high < 0 ? i : i + 1));
        gb_buffer_char(out, (char)(high << 4 | low));
        i += 2;
    }
    return true;
}

gb_value gb_bytes_method_fromhex(gb_vm *vm, gb_value *args)
{
    gb_type *cls = gb_type_peek(args[0]);
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_is_str(args[1])) {
        gb_raise_argument(vm, "fromhex", "argument", "str", args[1]);
        return GB_UNSET_VALUE;
    }
    gb_value out = GB_UNSET_VALUE;
    if (read_hex(vm, &b, args[1]))
        out = cls->spec == &gb_spec_bytes ? gb_bytes_new(vm, b.data ? b.data : "", b.size)
                                          : gb_bytearray_new(vm, b.data ? b.data : "", b.size);
    gb_buffer_release(&b);
    if (gb_is_unset(out) || out.o->type == cls) return out;
    gb_value instance = gb_call(vm, args[0], &out, 1);
    gb_unref(out);
    return instance;
}

gb_value gb_bytes_method_decode(gb_vm *vm, gb_value *args)
{
    return gb_decode_value(vm, args[0], args[1], args[2], "decode");
}
