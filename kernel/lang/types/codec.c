/* The encodings: one table, the reading and writing of a character in each, and their names. */
#include "kernel/lang/types/codec.h"

#include "kernel/lang/character.h"
#include "kernel/lang/exception.h"
#include "kernel/lang/types/str.h"

#include "graph/base/text.h"

#include <ctype.h>

static bool is_surrogate(uint32_t c)
{
    return c >= 0xd800 && c < 0xe000;
}

static bool trouble_is(gb_decode_trouble *trouble, size_t size, const char *reason)
{
    *trouble = (gb_decode_trouble){size, reason};
    return false;
}

/* --- ascii, latin-1, cp1252 ----------------------------------------------------------------------
 */

static bool put_ascii(gb_buffer *out, uint32_t c)
{
    if (c < 0x80) gb_buffer_char(out, (char)c);
    return c < 0x80;
}

static bool take_ascii(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble)
{
    *c = (unsigned char)text.data[*at];
    if (*c >= 0x80) return trouble_is(trouble, 1, "ordinal not in range(128)");
    ++*at;
    return true;
}

static bool put_latin1(gb_buffer *out, uint32_t c)
{
    if (c < 0x100) gb_buffer_char(out, (char)c);
    return c < 0x100;
}

static bool take_latin1(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble)
{
    (void)trouble;
    *c = (unsigned char)text.data[(*at)++];
    return true;
}

/* Characters of the bytes 0x80 to 0x9f in Windows' code page 1252; 0: none. */
static const uint16_t windows[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static bool put_cp1252(gb_buffer *out, uint32_t c)
{
    if (c < 0x80 || (c >= 0xa0 && c < 0x100)) return put_latin1(out, c);
    for (size_t i = 0; i < 32; i++)
        if (windows[i] == c) return put_latin1(out, (uint32_t)i + 0x80);
    return false;
}

static bool take_cp1252(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble)
{
    *c = (unsigned char)text.data[*at];
    if (*c >= 0x80 && *c < 0xa0) {
        *c = windows[*c - 0x80];
        if (!*c) return trouble_is(trouble, 1, "character maps to <undefined>");
    }
    ++*at;
    return true;
}

/* --- utf-8 ---------------------------------------------------------------------------------------
 */

static bool put_utf8(gb_buffer *out, uint32_t c)
{
    char bytes[4];
    if (is_surrogate(c)) return false;
    gb_buffer_put(out, bytes, gb_codepoint_put(bytes, c));
    return true;
}

/* Which bytes may follow the first one of a sequence. */
static bool may_follow(unsigned char first, unsigned char second)
{
    if ((second & 0xc0) != 0x80) return false;
    switch (first) {
    case 0xe0: return second >= 0xa0;
    case 0xed: return second < 0xa0;
    case 0xf0: return second >= 0x90;
    case 0xf4: return second < 0x90;
    default: return true;
    }
}

static bool take_utf8(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble)
{
    const unsigned char *p = (const unsigned char *)text.data + *at;
    size_t left = text.size - *at;
    if (p[0] < 0x80) {
        *c = p[0];
        ++*at;
        return true;
    }
    if (p[0] < 0xc2 || p[0] > 0xf4) return trouble_is(trouble, 1, "invalid start byte");
    size_t size = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    for (size_t i = 1; i < size; i++) {
        if (i >= left) return trouble_is(trouble, i, "unexpected end of data");
        bool good = i == 1 ? may_follow(p[0], p[1]) : (p[i] & 0xc0) == 0x80;
        if (!good) return trouble_is(trouble, i, "invalid continuation byte");
    }
    *c = gb_str_decode(text.data, at);
    return true;
}

/* --- utf-16, utf-32 ------------------------------------------------------------------------------
 */

static void put_unit(gb_buffer *out, uint32_t value, int size, bool big)
{
    for (int i = 0; i < size; i++)
        gb_buffer_char(out, (char)(value >> 8 * (big ? size - 1 - i : i)));
}

static uint32_t read_unit(gb_chars text, size_t at, int size, bool big)
{
    uint32_t value = 0;
    for (int i = 0; i < size; i++)
        value |= (uint32_t)(unsigned char)text.data[at + (size_t)i] << 8 * (big ? size - 1 - i : i);
    return value;
}

static bool put_utf16(gb_buffer *out, uint32_t c, bool big)
{
    if (is_surrogate(c)) return false;
    if (c >= 0x10000) {
        put_unit(out, 0xd800 + ((c - 0x10000) >> 10), 2, big);
        c = 0xdc00 + ((c - 0x10000) & 0x3ff);
    }
    put_unit(out, c, 2, big);
    return true;
}

static bool take_utf16(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble, bool big)
{
    size_t left = text.size - *at;
    if (left < 2) return trouble_is(trouble, left, "truncated data");
    *c = read_unit(text, *at, 2, big);
    if (*c >= 0xd800 && *c < 0xdc00) {
        if (left < 4) return trouble_is(trouble, left, "unexpected end of data");
        uint32_t low = read_unit(text, *at + 2, 2, big);
        if (low < 0xdc00 || low >= 0xe000)
            return trouble_is(trouble, 2, "illegal UTF-16 surrogate");
        *c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
        *at += 2;
    } else if (is_surrogate(*c)) {
        return trouble_is(trouble, 2, "illegal encoding");
    }
    *at += 2;
    return true;
}

static bool put_utf32(gb_buffer *out, uint32_t c, bool big)
{
    if (is_surrogate(c)) return false;
    put_unit(out, c, 4, big);
    return true;
}

static bool take_utf32(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble, bool big)
{
    size_t left = text.size - *at;
    if (left < 4) return trouble_is(trouble, left, "truncated data");
    *c = read_unit(text, *at, 4, big);
    if (is_surrogate(*c))
        return trouble_is(trouble, 4, "code point in surrogate code point range(0xd800, 0xe000)");
    if (*c > 0x10ffff) return trouble_is(trouble, 4, "code point not in range(0x110000)");
    *at += 4;
    return true;
}

#define BOTH_ENDS(name)                                                                            \
    static bool put_##name##_le(gb_buffer *out, uint32_t c)                                        \
    {                                                                                              \
        return put_##name(out, c, false);                                                          \
    }                                                                                              \
    static bool put_##name##_be(gb_buffer *out, uint32_t c)                                        \
    {                                                                                              \
        return put_##name(out, c, true);                                                           \
    }                                                                                              \
    static bool take_##name##_le(gb_chars text, size_t *at, uint32_t *c,                           \
                                 gb_decode_trouble *trouble)                                       \
    {                                                                                              \
        return take_##name(text, at, c, trouble, false);                                           \
    }                                                                                              \
    static bool take_##name##_be(gb_chars text, size_t *at, uint32_t *c,                           \
                                 gb_decode_trouble *trouble)                                       \
    {                                                                                              \
        return take_##name(text, at, c, trouble, true);                                            \
    }
BOTH_ENDS(utf16)
BOTH_ENDS(utf32)

/* --- unicode_escape ------------------------------------------------------------------------------
 */

static bool put_escape(gb_buffer *out, uint32_t c)
{
    if (c == '\\' || c == '\n' || c == '\r' || c == '\t')
        gb_buffer_text(out, c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
    else if (c >= 0x20 && c < 0x7f)
        gb_buffer_char(out, (char)c);
    else
        gb_buffer_format(out,
                         c < 0x100     ? "\\x%02x"
                         : c < 0x10000 ? "\\u%04x"
                                       : "\\U%08x",
                         (unsigned)c);
    return true;
}

/* \x, \u, \U with as many hexadecimal digits as they take. */
static bool take_hex(gb_chars text, size_t *at, size_t digits, uint32_t *c,
                     gb_decode_trouble *trouble)
{
    size_t i = *at + 2;
    *c = 0;
    for (; i < *at + 2 + digits && i < text.size && isxdigit((unsigned char)text.data[i]); i++) {
        int digit = tolower((unsigned char)text.data[i]);
        *c = *c << 4 | (uint32_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    if (i < *at + 2 + digits)
        return trouble_is(trouble, i - *at,
                          digits == 2   ? "truncated \\xXX escape"
                          : digits == 4 ? "truncated \\uXXXX escape"
                                        : "truncated \\UXXXXXXXX escape");
    if (*c > 0x10ffff) return trouble_is(trouble, digits + 2, "illegal Unicode character");
    *at = i;
    return true;
}

static bool take_named(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble)
{
    const char *name = text.data + *at + 3;
    const char *end = *at + 3 < text.size && text.data[*at + 2] == '{'
                          ? memchr(name, '}', text.size - *at - 3)
                          : NULL;
    if (!end) return trouble_is(trouble, 2, "malformed \\N character escape");
    *c = gb_character_named(name, (size_t)(end - name));
    size_t size = (size_t)(end + 1 - text.data) - *at;
    if (!*c) return trouble_is(trouble, size, "unknown Unicode character name");
    *at += size;
    return true;
}

static bool take_escape(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble)
{
    static const char letters[] = "abfnrtv\\'\"", meanings[] = "\a\b\f\n\r\t\v\\'\"";
    *c = (unsigned char)text.data[*at];
    if (*c != '\\') return ++*at, true;
    if (*at + 1 >= text.size) return trouble_is(trouble, 1, "\\ at end of string");
    char kind = text.data[*at + 1];
    const char *simple = kind ? strchr(letters, kind) : NULL;
    if (simple) {
        *c = (unsigned char)meanings[simple - letters];
        *at += 2;
        return true;
    }
    if (kind == 'x' || kind == 'u' || kind == 'U')
        return take_hex(text, at, kind == 'x' ? 2 : kind == 'u' ? 4 : 8, c, trouble);
    if (kind == 'N') return take_named(text, at, c, trouble);
    if (kind < '0' || kind > '7') return ++*at, true; /* not an escape: the backslash stays */
    size_t i = *at + 1;
    for (*c = 0; i < *at + 4 && i < text.size && text.data[i] >= '0' && text.data[i] <= '7'; i++)
        *c = *c << 3 | (uint32_t)(text.data[i] - '0');
    *at = i;
    return true;
}

/* --- the table
 * ------------------------------------------------------------------------------------
 */

#define SURROGATES "surrogates not allowed"
static const gb_codec codecs[] = {
    {"utf-8", "utf-8", SURROGATES, put_utf8, take_utf8, .holds_ascii = true, .is_utf8 = true},
    {"utf-8-sig", "utf-8", SURROGATES, put_utf8, take_utf8, .mark = true},
    {"ascii", "ascii", "ordinal not in range(128)", put_ascii, take_ascii, .holds_ascii = true},
    {"latin-1", "latin-1", "ordinal not in range(256)", put_latin1, take_latin1,
     .holds_ascii = true},
    {"cp1252", "charmap", "character maps to <undefined>", put_cp1252, take_cp1252,
     .holds_ascii = true},
    {"utf-16", "utf-16", SURROGATES, put_utf16_le, take_utf16_le, .mark = true,
     .one_at_a_time = true},
    {"utf-16-le", "utf-16-le", SURROGATES, put_utf16_le, take_utf16_le, .one_at_a_time = true},
    {"utf-16-be", "utf-16-be", SURROGATES, put_utf16_be, take_utf16_be, .one_at_a_time = true},
    {"utf-32", "utf-32", SURROGATES, put_utf32_le, take_utf32_le, .mark = true,
     .one_at_a_time = true},
    {"utf-32-le", "utf-32-le", SURROGATES, put_utf32_le, take_utf32_le, .one_at_a_time = true},
    {"utf-32-be", "utf-32-be", SURROGATES, put_utf32_be, take_utf32_be, .one_at_a_time = true},
    {"unicode-escape", "unicodeescape", "", put_escape, take_escape, .mark = false},
};

static const char *const aliases[][2] = {
    {"utf8", "utf-8"},
    {"u8", "utf-8"},
    {"utf", "utf-8"},
    {"cp65001", "utf-8"},
    {"us-ascii", "ascii"},
    {"646", "ascii"},
    {"iso646-us", "ascii"},
    {"ansi-x3.4-1968", "ascii"},
    {"latin1", "latin-1"},
    {"latin", "latin-1"},
    {"l1", "latin-1"},
    {"iso-8859-1", "latin-1"},
    {"iso8859-1", "latin-1"},
    {"8859", "latin-1"},
    {"cp819", "latin-1"},
    {"windows-1252", "cp1252"},
    {"1252", "cp1252"},
    {"utf16", "utf-16"},
    {"u16", "utf-16"},
    {"utf-16le", "utf-16-le"},
    {"utf-16be", "utf-16-be"},
    {"utf32", "utf-32"},
    {"u32", "utf-32"},
    {"utf-32le", "utf-32-le"},
    {"utf-32be", "utf-32-be"},
    {"utf8-sig", "utf-8-sig"},
    {"unicodeescape", "unicode-escape"},
};

static const gb_codec *named(const char *name)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcmp(aliases[i][0], name) == 0) name = aliases[i][1];
    for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
        if (strcmp(codecs[i].name, name) == 0) return &codecs[i];
    return NULL;
}

const gb_codec *gb_codec_find(gb_vm *vm, gb_value encoding)
{
    if (gb_is_unset(encoding) || gb_str_is(encoding, "utf-8")) return &codecs[0];
    char name[32];
    size_t n = gb_str_size(encoding);
    const gb_codec *codec = NULL;
    if (n < sizeof name) {
        for (size_t i = 0; i <= n; i++) {
            char c = (char)tolower((unsigned char)gb_str_data(encoding)[i]);
            name[i] = (char)(c == '_' || c == ' ' ? '-' : c);
        }
        codec = named(name);
    }
    if (!codec) gb_raise(vm, GB_EXC_LookupError, "unknown encoding: %s", gb_str_data(encoding));
    return codec;
}

const gb_codec *gb_codec_by_mark(const gb_codec *codec, gb_chars text, size_t *at)
{
    static const struct {
        const char *codec, *bytes, *means;
        size_t size;
    } marks[] = {
        {"utf-8-sig", "\xef\xbb\xbf", "utf-8-sig", 3},
        {"utf-32", "\xff\xfe\0\0", "utf-32-le", 4},
        {"utf-32", "\0\0\xfe\xff", "utf-32-be", 4},
        {"utf-16", "\xff\xfe", "utf-16-le", 2},
        {"utf-16", "\xfe\xff", "utf-16-be", 2},
        {"utf-16", "", "utf-16-le", 0},
        {"utf-32", "", "utf-32-le", 0},
    };
    for (size_t i = 0; codec->mark && i < sizeof marks / sizeof *marks; i++) {
        if (strcmp(codec->name, marks[i].codec) != 0 || text.size < marks[i].size ||
            memcmp(text.data, marks[i].bytes, marks[i].size) != 0)
            continue;
        *at = marks[i].size;
        return named(marks[i].means);
    }
    return codec;
}

gb_codec_errors gb_codec_errors_named(const char *name)
{
    static const char *const names[] = {
        [GB_ERRORS_STRICT] = "strict",          [GB_ERRORS_IGNORE] = "ignore",
        [GB_ERRORS_REPLACE] = "replace",        [GB_ERRORS_BACKSLASH] = "backslashreplace",
        [GB_ERRORS_XML] = "xmlcharrefreplace",  [GB_ERRORS_NAME] = "namereplace",
        [GB_ERRORS_ESCAPE] = "surrogateescape", [GB_ERRORS_PASS] = "surrogatepass",
    };
    for (int i = 0; i < GB_ERRORS_UNKNOWN; i++)
        if (strcmp(names[i], name) == 0) return (gb_codec_errors)i;
    return GB_ERRORS_UNKNOWN;
}

void gb_raise_unicode(gb_vm *vm, gb_exception_class cls, const char *encoding, gb_value object,
                      size_t start, size_t end, const char *reason)
{
    gb_value name = gb_str_text_new(vm, encoding), why = gb_str_text_new(vm, reason);
    gb_value args = GB_UNSET_VALUE, exception = GB_UNSET_VALUE;
    if (!gb_is_unset(name) && !gb_is_unset(why))
        args = gb_tuple_of(vm, 5, name, object, gb_int((int64_t)start), gb_int((int64_t)end), why);
    if (!gb_is_unset(args)) exception = gb_instance_new(vm, gb_exception_type(vm, cls));
    gb_unref(name);
    gb_unref(why);
    if (gb_is_unset(exception)) {
        gb_unref(args);
        return;
    }
    gb_exception_object(exception)->args = args;
    gb_raise_take(vm, exception);
}
