/* Case of str, and what kind of characters it holds. */
#include "kernel/lang/types/str_method.h"

#include "kernel/lang/lexer.h"
#include "kernel/lang/types/character.h"

/* --- case ----------------------------------------------------------------------------------------
 */

static bool is_ascii(gb_value self)
{
    return gb_str_size(self) == gb_str_length(self);
}

static inline char ascii_upper(char c)
{
    return (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

static inline char ascii_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* A capital sigma becomes a final one when letters stand before it and none after. */
static bool is_final_sigma(const char *data, size_t n, size_t start, size_t end)
{
    size_t at = start;
    uint32_t c = 0;
    while (at > 0) {
        do
            at--;
        while (at > 0 && ((unsigned char)data[at] & 0xc0) == 0x80);
        size_t peek = at;
        c = gb_str_decode(data, &peek);
        if (!gb_char_case_ignorable(c)) break;
        c = 0;
    }
    if (!c || !gb_char_cased(c)) return false;
    while (end < n) {
        c = gb_str_decode(data, &end);
        if (!gb_char_case_ignorable(c)) return !gb_char_cased(c);
    }
    return true;
}

/* How each character of a text is mapped, given the one before it (0: none). */
typedef gb_case (*choose_case)(uint32_t c, uint32_t previous);

static inline char ascii_to(gb_case to, char c)
{
    if (to == GB_CASE_NONE) return c;
    return to == GB_CASE_UPPER || to == GB_CASE_TITLE ? ascii_upper(c) : ascii_lower(c);
}

/* The text with every character mapped to the case that `choose` says. */
static gb_value mapped(gb_vm *vm, gb_value self, choose_case choose)
{
    const char *data = gb_str_data(self);
    size_t n = gb_str_size(self), at = 0;
    gb_buffer out = GB_BUFFER_INIT;
    for (uint32_t c, previous = 0; at < n; previous = c) {
        size_t start = at;
        c = gb_str_decode(data, &at);
        gb_case to = choose(c, previous);
        if (out.capacity - out.size <= 12 && !gb_buffer_reserve(&out, n - at + 12))
            break; /* three characters at most */
        if (c < 0x80) {
            out.data[out.size++] = ascii_to(to, (char)c);
            continue;
        }
        uint32_t letters[3];
        int count = 1;
        if (c == 0x3a3 && to == GB_CASE_LOWER)
            letters[0] = is_final_sigma(data, n, start, at) ? 0x3c2 : 0x3c3;
        else
            count = gb_char_map(c, to, letters);
        for (int i = 0; i < count; i++)
            out.size += gb_codepoint_put(out.data + out.size, letters[i]);
    }
    return gb_str_from_buffer(vm, &out);
}

static gb_value ascii_mapped(gb_vm *vm, gb_value self, char (*map)(char c, bool first, bool after))
{
    const char *data = gb_str_data(self);
    size_t n = gb_str_size(self);
    char *to;
    gb_value out = gb_str_room(vm, n, &to);
    if (gb_is_unset(out)) return out;
    bool after = false;
    for (size_t i = 0; i < n; i++) {
        to[i] = map(data[i], i == 0, after);
        char lower = ascii_lower(data[i]);
        after = lower >= 'a' && lower <= 'z';
    }
    return out;
}

/* All letters of one case moved to the other, eight at a time: a byte's high bit tells whether it
 * is at least `first`, another whether it is beyond the last letter. */
static gb_value ascii_shifted(gb_vm *vm, gb_value self, char first)
{
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    const char *data = gb_str_data(self);
    size_t n = gb_str_size(self), i = 0;
    char *to;
    gb_value out = gb_str_room(vm, n, &to);
    if (gb_is_unset(out)) return out;
    uint64_t from = ones * (0x80u - (unsigned char)first), beyond = from - ones * 26;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        memcpy(&word, data + i, 8);
        word ^= (((word + from) ^ (word + beyond)) & high) >> 2;
        memcpy(to + i, &word, 8);
    }
    for (; i < n; i++)
        to[i] = (char)(data[i] >= first && data[i] < first + 26 ? data[i] ^ 0x20 : data[i]);
    return out;
}

#define SHIFT_METHOD(name, unicode, first)                                                         \
    static gb_case choose_##name(uint32_t c, uint32_t previous)                                    \
    {                                                                                              \
        (void)c, (void)previous;                                                                   \
        return unicode;                                                                            \
    }                                                                                              \
    gb_value gb_str_method_##name(gb_vm *vm, gb_value *args)                                       \
    {                                                                                              \
        return is_ascii(args[0]) ? ascii_shifted(vm, args[0], first)                               \
                                 : mapped(vm, args[0], choose_##name);                             \
    }
SHIFT_METHOD(upper, GB_CASE_UPPER, 'a')
SHIFT_METHOD(lower, GB_CASE_LOWER, 'A')
SHIFT_METHOD(casefold, GB_CASE_FOLD, 'A')

/* The same mapping for both kinds of texts; `expression` says it for one ASCII character. */
#define CASE_METHOD(name, unicode, expression)                                                     \
    static gb_case choose_##name(uint32_t c, uint32_t previous)                                    \
    {                                                                                              \
        (void)c, (void)previous;                                                                   \
        return unicode;                                                                            \
    }                                                                                              \
    static char ascii_##name##_at(char c, bool first, bool after)                                  \
    {                                                                                              \
        (void)first, (void)after;                                                                  \
        return expression;                                                                         \
    }                                                                                              \
    gb_value gb_str_method_##name(gb_vm *vm, gb_value *args)                                       \
    {                                                                                              \
        return is_ascii(args[0]) ? ascii_mapped(vm, args[0], ascii_##name##_at)                    \
                                 : mapped(vm, args[0], choose_##name);                             \
    }
CASE_METHOD(title, gb_char_cased(previous) ? GB_CASE_LOWER : GB_CASE_TITLE,
            after ? ascii_lower(c) : ascii_upper(c))
CASE_METHOD(capitalize, previous ? GB_CASE_LOWER : GB_CASE_TITLE,
            first ? ascii_upper(c) : ascii_lower(c))
CASE_METHOD(swapcase,
            gb_char_upper(c)   ? GB_CASE_LOWER
            : gb_char_lower(c) ? GB_CASE_UPPER
                               : GB_CASE_NONE,
            ascii_upper(c) == c ? ascii_lower(c) : ascii_upper(c))

/* --- kinds of characters -------------------------------------------------------------------------
 */

static gb_value all_are(gb_value self, bool (*test)(uint32_t c), bool when_empty)
{
    const char *data = gb_str_data(self);
    size_t n = gb_str_size(self);
    for (size_t at = 0; at < n;)
        if (!test(gb_str_decode(data, &at))) return GB_FALSE_VALUE;
    return gb_bool(n || when_empty);
}

static bool is_alnum(uint32_t c)
{
    return gb_char_alpha(c) || gb_char_numeric(c);
}

#define KIND_METHOD(name, test, when_empty)                                                        \
    gb_value gb_str_method_##name(gb_vm *vm, gb_value *args)                                       \
    {                                                                                              \
        (void)vm;                                                                                  \
        return all_are(args[0], test, when_empty);                                                 \
    }
KIND_METHOD(isalpha, gb_char_alpha, false)
KIND_METHOD(isdecimal, gb_char_decimal, false)
KIND_METHOD(isdigit, gb_char_digit, false)
KIND_METHOD(isnumeric, gb_char_numeric, false)
KIND_METHOD(isalnum, is_alnum, false)
KIND_METHOD(isspace, gb_char_space, false)
KIND_METHOD(isprintable, gb_char_printable, true)

gb_value gb_str_method_isascii(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(is_ascii(args[0]));
}

/* Some letter has the case, and none another. */
static gb_value all_cased(gb_value self, bool (*wanted)(uint32_t c), bool (*other)(uint32_t c))
{
    bool some = false;
    const char *data = gb_str_data(self);
    for (size_t at = 0; at < gb_str_size(self);) {
        uint32_t c = gb_str_decode(data, &at);
        if (other(c) || gb_char_title(c)) return GB_FALSE_VALUE;
        some = some || wanted(c);
    }
    return gb_bool(some);
}

gb_value gb_str_method_isupper(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return all_cased(args[0], gb_char_upper, gb_char_lower);
}

gb_value gb_str_method_islower(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return all_cased(args[0], gb_char_lower, gb_char_upper);
}

gb_value gb_str_method_istitle(gb_vm *vm, gb_value *args)
{
    bool some = false, after_cased = false;
    const char *data = gb_str_data(args[0]);
    (void)vm;
    for (size_t at = 0; at < gb_str_size(args[0]);) {
        uint32_t c = gb_str_decode(data, &at);
        bool capital = gb_char_upper(c) || gb_char_title(c), small = gb_char_lower(c);
        if ((capital && after_cased) || (small && !after_cased)) return GB_FALSE_VALUE;
        after_cased = capital || small;
        some = some || after_cased;
    }
    return gb_bool(some);
}

gb_value gb_str_method_isidentifier(gb_vm *vm, gb_value *args)
{
    const char *data = gb_str_data(args[0]);
    size_t n = gb_str_size(args[0]), at = 0;
    (void)vm;
    if (!n || !gb_is_name_start(gb_str_decode(data, &at))) return GB_FALSE_VALUE;
    while (at < n)
        if (!gb_is_name_part(gb_str_decode(data, &at))) return GB_FALSE_VALUE;
    return GB_TRUE_VALUE;
}
