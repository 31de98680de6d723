/* Encoding and decoding whole texts, with Python's handlers for what does not fit. */
#include "kernel/lang/types/codec.h"

#include "kernel/lang/character.h"
#include "kernel/lang/types/text.h"

#include "graph/base/text.h"

/* --- arguments -----------------------------------------------------------------------------------
 */

typedef struct conversion {
    gb_vm *vm;
    const gb_codec *codec;
    gb_value source;
    const char *handler; /* its name */
    gb_codec_errors errors;
    gb_buffer out;
} conversion;

bool gb_codec_check_names(gb_vm *vm, gb_value encoding, gb_value errors, const char *function)
{
    if (!gb_is_unset(encoding) && !gb_is_str(encoding))
        return gb_raise_argument(vm, function, "argument 'encoding'", "str", encoding);
    if (!gb_is_unset(errors) && !gb_is_str(errors))
        return gb_raise_argument(vm, function, "argument 'errors'", "str", errors);
    return true;
}

static bool read_arguments(conversion *c, gb_value encoding, gb_value errors, const char *function)
{
    if (!gb_codec_check_names(c->vm, encoding, errors, function)) return false;
    c->codec = gb_codec_find(c->vm, encoding);
    c->handler = gb_is_unset(errors) ? "strict" : gb_str_data(errors);
    c->errors = gb_codec_errors_named(c->handler);
    return c->codec;
}

static bool unknown_handler(conversion *c)
{
    return gb_raise_false(c->vm, GB_EXC_LookupError, "unknown error handler name '%s'", c->handler);
}

/* --- encoding ------------------------------------------------------------------------------------
 */

static void put_hex_escape(gb_buffer *out, uint32_t c)
{
    gb_buffer_format(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
}

/* Ideographs are named by their numbers. */
static bool is_ideograph(uint32_t c)
{
    return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
           (c >= 0x20000 && c <= 0x2a6df) || (c >= 0x2a700 && c <= 0x2ebe0) ||
           (c >= 0x30000 && c <= 0x3134a);
}

/* What stands for one character that cannot be encoded: ASCII text, to be encoded itself. False:
 * the handler does not know what to do with it. */
static bool put_substitute(conversion *c, gb_buffer *text, uint32_t character)
{
    const char *name;
    switch (c->errors) {
    case GB_ERRORS_IGNORE: return true;
    case GB_ERRORS_REPLACE: gb_buffer_char(text, '?'); return true;
    case GB_ERRORS_XML: gb_buffer_format(text, "&#%u;", (unsigned)character); return true;
    case GB_ERRORS_BACKSLASH: put_hex_escape(text, character); return true;
    case GB_ERRORS_NAME:
        name = gb_character_name(character);
        if (name)
            gb_buffer_format(text, "\\N{%s}", name);
        else if (is_ideograph(character))
            gb_buffer_format(text, "\\N{CJK UNIFIED IDEOGRAPH-%X}", (unsigned)character);
        else
            put_hex_escape(text, character);
        return true;
    default: return false;
    }
}

/* surrogateescape and surrogatepass give bytes. */
static bool put_surrogate(conversion *c, uint32_t character)
{
    char bytes[4];
    if (c->errors == GB_ERRORS_ESCAPE && character >= 0xdc80 && character <= 0xdcff)
        return gb_buffer_char(&c->out, (char)(character - 0xdc00)), true;
    bool pass = c->errors == GB_ERRORS_PASS && character >= 0xd800 && character < 0xe000 &&
                c->codec->is_utf8;
    if (pass) gb_buffer_put(&c->out, bytes, gb_codepoint_put(bytes, character));
    return pass;
}

static bool encode_substitute(conversion *c, uint32_t character)
{
    gb_buffer text = GB_BUFFER_INIT;
    bool ok = put_substitute(c, &text, character);
    for (size_t i = 0; ok && i < text.size; i++)
        ok = c->codec->put(&c->out, (unsigned char)text.data[i]);
    gb_buffer_release(&text);
    return ok || put_surrogate(c, character);
}

/* The run of characters from `start` that have no bytes; the handler does something, or raises. */
static bool encode_trouble(conversion *c, size_t *at, size_t index, size_t *count)
{
    const char *data = gb_str_data(c->source);
    size_t n = gb_str_size(c->source), next = *at;
    gb_buffer probe = GB_BUFFER_INIT;
    for (*count = 0; next < n; ++*count) {
        size_t peek = next;
        if (c->codec->put(&probe, gb_str_decode(data, &peek))) break;
        next = peek;
        if (c->codec->one_at_a_time) {
            ++*count;
            break;
        }
    }
    gb_buffer_release(&probe);
    if (c->errors == GB_ERRORS_UNKNOWN) return unknown_handler(c);
    while (*at < next)
        if (!encode_substitute(c, gb_str_decode(data, at))) {
            gb_raise_unicode(c->vm, GB_EXC_UnicodeEncodeError, c->codec->in_errors, c->source,
                             index, index + *count, c->codec->reason);
            return false;
        }
    return true;
}

static bool encode(conversion *c)
{
    const char *data = gb_str_data(c->source);
    size_t n = gb_str_size(c->source);
    if (c->codec->mark) c->codec->put(&c->out, 0xfeff);
    for (size_t at = 0, index = 0, count = 1; at < n; index += count) {
        size_t next = at;
        count = 1;
        if (c->codec->put(&c->out, gb_str_decode(data, &next)))
            at = next;
        else if (!encode_trouble(c, &at, index, &count))
            return false;
    }
    return true;
}

/* Does UTF-8 inside hold a surrogate? They start with 0xED and a byte from 0xA0. */
static bool has_surrogate(const char *data, size_t n)
{
    for (const char *end = data + n, *at = data; (at = memchr(at, 0xed, (size_t)(end - at))); at++)
        if ((unsigned char)at[1] >= 0xa0) return true;
    return false;
}

/* Are the bytes of the str what the encoding asks for? */
static bool is_encoded(const conversion *c)
{
    size_t n = gb_str_size(c->source);
    if (n == gb_str_length(c->source)) return c->codec->holds_ascii;
    return c->codec->is_utf8 && !has_surrogate(gb_str_data(c->source), n);
}

static gb_value bytes_from_buffer(gb_vm *vm, gb_buffer *b)
{
    gb_value out = b->failed ? gb_raise(vm, GB_EXC_MemoryError, "%s", "")
                             : gb_bytes_new(vm, b->data ? b->data : "", b->size);
    gb_buffer_release(b);
    return out;
}

gb_value gb_encode_value(gb_vm *vm, gb_value text, gb_value encoding, gb_value errors,
                         const char *function)
{
    conversion c = {.vm = vm, .source = text};
    if (!read_arguments(&c, encoding, errors, function)) return GB_UNSET_VALUE;
    if (is_encoded(&c)) return gb_bytes_new(vm, gb_str_data(text), gb_str_size(text));
    if (encode(&c)) return bytes_from_buffer(vm, &c.out);
    gb_buffer_release(&c.out);
    return GB_UNSET_VALUE;
}

/* --- decoding ------------------------------------------------------------------------------------
 */

static void put_codepoint(gb_buffer *out, uint32_t c)
{
    char bytes[4];
    gb_buffer_put(out, bytes, gb_codepoint_put(bytes, c));
}

/* A surrogate that was encoded as if it were a character. */
static bool pass_surrogate(conversion *c, gb_chars text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.data + at;
    bool pass = c->errors == GB_ERRORS_PASS && c->codec->is_utf8 && text.size - at >= 3 &&
                p[0] == 0xed && p[1] >= 0xa0 && p[1] < 0xc0 && (p[2] & 0xc0) == 0x80;
    if (pass) gb_buffer_put(&c->out, p, 3);
    return pass;
}

static bool decode_trouble(conversion *c, gb_chars text, size_t *at, gb_decode_trouble trouble)
{
    const unsigned char *bad = (const unsigned char *)text.data + *at;
    size_t done = 0;
    switch (c->errors) {
    case GB_ERRORS_IGNORE: done = trouble.size; break;
    case GB_ERRORS_REPLACE:
        put_codepoint(&c->out, 0xfffd);
        done = trouble.size;
        break;
    case GB_ERRORS_BACKSLASH:
        for (; done < trouble.size; done++)
            put_hex_escape(&c->out, bad[done]);
        break;
    case GB_ERRORS_ESCAPE:
        for (; done < trouble.size && bad[done] >= 0x80; done++)
            put_codepoint(&c->out, 0xdc00u + bad[done]);
        break;
    case GB_ERRORS_PASS: done = pass_surrogate(c, text, *at) ? 3 : 0; break;
    case GB_ERRORS_UNKNOWN: return unknown_handler(c);
    default: break;
    }
    *at += done;
    if (done) return true;
    if (c->errors == GB_ERRORS_XML || c->errors == GB_ERRORS_NAME)
        return gb_raise_false(c->vm, GB_EXC_TypeError,
                              "don't know how to handle UnicodeDecodeError in error callback");
    gb_value object = gb_bytes_new(c->vm, text.data, text.size);
    if (!gb_is_unset(object))
        gb_raise_unicode(c->vm, GB_EXC_UnicodeDecodeError, c->codec->in_errors, object, *at,
                         *at + trouble.size, trouble.reason);
    gb_unref(object);
    return false;
}

static bool decode(conversion *c, gb_chars text)
{
    size_t at = 0;
    uint32_t character;
    gb_decode_trouble trouble;
    c->codec = gb_codec_by_mark(c->codec, text, &at);
    while (at < text.size) {
        if (c->codec->take(text, &at, &character, &trouble))
            put_codepoint(&c->out, character);
        else if (!decode_trouble(c, text, &at, trouble))
            return false;
    }
    return true;
}

/* Bytes below 0x80 mean the same in most encodings. */
static bool is_ascii(gb_chars text)
{
    uint64_t high = 0, word;
    size_t i = 0;
    for (; i + 8 <= text.size; i += 8) {
        memcpy(&word, text.data + i, 8);
        high |= word;
    }
    for (; i < text.size; i++)
        high |= (unsigned char)text.data[i];
    return !(high & 0x8080808080808080u);
}

gb_value gb_decode_value(gb_vm *vm, gb_value bytes, gb_value encoding, gb_value errors,
                         const char *function)
{
    conversion c = {.vm = vm, .source = bytes};
    gb_chars text = {"", 0};
    if (!gb_bytes_like_peek(bytes, &text) || !read_arguments(&c, encoding, errors, function))
        return GB_UNSET_VALUE;
    if (c.codec->holds_ascii && is_ascii(text)) return gb_str_ascii(vm, text.data, text.size);
    if (c.codec->is_utf8 && gb_utf8_valid(text.data, text.size))
        return gb_str_new(vm, text.data, text.size);
    if (decode(&c, text)) return gb_str_from_buffer(vm, &c.out);
    gb_buffer_release(&c.out);
    return GB_UNSET_VALUE;
}
