/* Reading the characters of a regular expression: tokens, escapes, errors with their places. */
#include "kernel/lang/modules/re_syntax.h"

#include "kernel/lang/character.h"
#include "kernel/lang/types/text.h"

/* --- errors -------------------------------------------------------------------------------------
 */

static bool raise_message(gb_vm *vm, gb_value source, size_t at, gb_buffer *message)
{
    gb_value args[3] = {gb_str_from_buffer(vm, message), source, GB_NONE_VALUE};
    gb_buffer_release(message);
    if (gb_is_unset(args[0])) return false;
    if (at != SIZE_MAX)
        args[2] = gb_int((int64_t)(source.tag == GB_STR ? gb_str_index_of_offset(source, at) : at));
    gb_value module = gb_import(vm, "re"), cls = GB_UNSET_VALUE, error = GB_UNSET_VALUE;
    if (!gb_is_unset(module)) cls = gb_getattr_text(vm, module, "error");
    if (!gb_is_unset(cls)) error = gb_call(vm, cls, args, at == SIZE_MAX ? 1 : 3);
    if (!gb_is_unset(error)) gb_raise_value(vm, error);
    gb_unref(error);
    gb_unref(cls);
    gb_unref(module);
    gb_unref(args[0]);
    return false;
}

bool gb_re_fail(gb_vm *vm, gb_value source, size_t at, const char *format, ...)
{
    gb_buffer message = GB_BUFFER_INIT;
    va_list args;
    va_start(args, format);
    gb_buffer_format_v(&message, format, args);
    va_end(args);
    return raise_message(vm, source, at, &message);
}

static void put_part(const gb_re_reader *r, gb_buffer *out, size_t start, size_t end)
{
    if (r->is_text) {
        gb_buffer_put(out, r->text + start, end - start);
        return;
    }
    for (size_t i = start; i < end; i++)
        gb_buffer_codepoint(out, (unsigned char)r->text[i]);
}

bool gb_re_fail_part(const gb_re_reader *r, size_t at, const char *text, size_t start, size_t end)
{
    gb_buffer message = GB_BUFFER_INIT;
    gb_buffer_text(&message, text);
    put_part(r, &message, start, end);
    return raise_message(r->vm, r->source, at, &message);
}

gb_value gb_re_part(const gb_re_reader *r, size_t start, size_t end)
{
    gb_buffer text = GB_BUFFER_INIT;
    put_part(r, &text, start, end);
    return gb_str_from_buffer(r->vm, &text);
}

/* --- tokens -------------------------------------------------------------------------------------
 */

static bool ends_in_backslash(const gb_re_reader *r)
{
    return r->at + 1 == r->n && r->text[r->at] == '\\';
}

static bool check_next(const gb_re_reader *r)
{
    if (!ends_in_backslash(r)) return true;
    return gb_re_fail(r->vm, r->source, r->at, "bad escape (end of pattern)");
}

bool gb_re_reader_init(gb_re_reader *r, gb_vm *vm, gb_value source)
{
    gb_chars text = gb_text_of(source);
    *r = (gb_re_reader){.vm = vm,
                        .source = source,
                        .text = text.data,
                        .n = text.size,
                        .is_text = source.tag == GB_STR};
    return check_next(r);
}

static uint32_t character_at(const gb_re_reader *r, size_t *at)
{
    return r->is_text ? gb_str_decode(r->text, at) : (unsigned char)r->text[(*at)++];
}

gb_re_token gb_re_peek(const gb_re_reader *r)
{
    gb_re_token token = {.start = r->at, .end = r->at, .over = r->at >= r->n};
    if (token.over) return token;
    token.escape = r->text[r->at] == '\\' && r->at + 1 < r->n;
    if (token.escape) token.end++;
    token.c = character_at(r, &token.end);
    return token;
}

bool gb_re_take(gb_re_reader *r, gb_re_token *token)
{
    *token = gb_re_peek(r);
    r->at = token->end;
    return check_next(r);
}

bool gb_re_accept(gb_re_reader *r, char c, bool *found)
{
    *found = r->at < r->n && r->text[r->at] == c;
    if (!*found) return true;
    r->at++;
    return check_next(r);
}

static bool is_digit(char c, int base)
{
    if (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) return true;
    return c >= '0' && c < '0' + (base < 10 ? base : 10);
}

bool gb_re_take_digits(gb_re_reader *r, int base, size_t most, size_t *count)
{
    *count = 0;
    while (*count < most && r->at < r->n && is_digit(r->text[r->at], base)) {
        r->at++;
        ++*count;
    }
    return *count == 0 || check_next(r);
}

bool gb_re_take_until(gb_re_reader *r, char end, const char *what, size_t *start, size_t *stop)
{
    *start = r->at;
    for (;;) {
        gb_re_token token;
        if (!gb_re_take(r, &token)) return false;
        if (token.over && *start == token.start)
            return gb_re_fail(r->vm, r->source, r->at, "missing %s", what);
        if (token.over)
            return gb_re_fail(r->vm, r->source, *start, "missing %c, unterminated name", end);
        if (token.escape || token.c != (uint32_t)end) continue;
        *stop = token.start;
        if (*start == *stop) return gb_re_fail(r->vm, r->source, *start, "missing %s", what);
        return true;
    }
}

int gb_re_is_name(const gb_re_reader *r, size_t start, size_t end)
{
    gb_value name = gb_re_part(r, start, end);
    if (gb_is_unset(name)) return -1;
    gb_value answer = gb_call_method(r->vm, name, "isidentifier", NULL, 0);
    gb_unref(name);
    return gb_is_unset(answer) ? -1 : gb_truth(r->vm, answer);
}

/* --- escapes ------------------------------------------------------------------------------------
 */

static uint32_t number_of(const gb_re_reader *r, size_t start, size_t end, int base)
{
    uint64_t value = 0;
    for (size_t i = start; i < end; i++) {
        char c = r->text[i];
        int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * (uint64_t)base + (uint64_t)digit;
    }
    return value > UINT32_MAX ? UINT32_MAX : (uint32_t)value;
}

/* \xhh, \uhhhh, \Uhhhhhhhh: exactly so many digits. */
static bool hexadecimal(gb_re_reader *r, gb_re_token token, size_t digits, uint32_t *c)
{
    size_t count;
    if (!gb_re_take_digits(r, 16, digits, &count)) return false;
    if (count != digits)
        return gb_re_fail_part(r, token.start, "incomplete escape ", token.start, r->at);
    *c = number_of(r, token.end, r->at, 16);
    if (*c <= 0x10ffff) return true;
    return gb_re_fail_part(r, token.start, "bad escape ", token.start, r->at);
}

static bool named(gb_re_reader *r, gb_re_token token, uint32_t *c)
{
    bool open;
    size_t start, end;
    if (!gb_re_accept(r, '{', &open)) return false;
    if (!open) return gb_re_fail(r->vm, r->source, r->at, "missing {");
    if (!gb_re_take_until(r, '}', "character name", &start, &end)) return false;
    *c = gb_character_named(r->text + start, end - start);
    if (*c) return true;
    gb_buffer name = GB_BUFFER_INIT;
    gb_str_write_repr(&name, r->text + start, end - start, false);
    gb_re_fail(r->vm, r->source, token.start, "undefined character name %s",
               name.data ? name.data : "");
    gb_buffer_release(&name);
    return false;
}

/* Up to three octal digits, the first of them read with the backslash. */
static bool octal(gb_re_reader *r, gb_re_token token, uint32_t *c)
{
    size_t count;
    if (!gb_re_take_digits(r, 8, 2, &count)) return false;
    *c = number_of(r, token.start + 1, r->at, 8);
    if (*c <= 0377) return true;
    gb_buffer digits = GB_BUFFER_INIT;
    put_part(r, &digits, token.start, r->at);
    gb_re_fail(r->vm, r->source, token.start, "octal escape value %s outside of range 0-0o377",
               digits.data ? digits.data : "");
    gb_buffer_release(&digits);
    return false;
}

bool gb_re_escape_character(gb_re_reader *r, gb_re_token token, bool in_set, uint32_t *c)
{
    static const char letters[] = "abfnrtv\\", values[] = "\a\b\f\n\r\t\v\\";
    uint32_t letter = token.c;
    const char *known = letter && letter < 0x80 ? strchr(letters, (int)letter) : NULL;
    if (known) {
        *c = (uint32_t)values[known - letters];
        return true;
    }
    switch (letter) {
    case 'x': return hexadecimal(r, token, 2, c);
    case 'u':
        if (r->is_text) return hexadecimal(r, token, 4, c);
        break;
    case 'U':
        if (r->is_text) return hexadecimal(r, token, 8, c);
        break;
    case 'N':
        if (r->is_text) return named(r, token, c);
        break;
    default:
        if (letter == '0' || (in_set && letter >= '1' && letter <= '7')) return octal(r, token, c);
        if (letter < 0x80 &&
            (is_digit((char)letter, 10) || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z')))
            break;
        *c = letter;
        return true;
    }
    return gb_re_fail_part(r, token.start, "bad escape ", token.start, token.end);
}
