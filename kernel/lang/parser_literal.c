/* Numbers and strings: from their text to constants. */
#include "kernel/lang/parser_state.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "kernel/lang/character.h"

#include <gmp.h>
#include <stdlib.h>
#include <string.h>

/* --- numbers -------------------------------------------------------------------------------- */

enum { INT_DIGITS_LIMIT = 4300 };

/* The literal without underscores and base prefix, in the arena. */
static char *plain_digits(gb_parser *p, const gb_token *t, size_t skip)
{
    char *out = gb_arena_alloc(p->arena, t->end - t->start + 1, p->err);
    if (!out) return NULL;
    size_t n = 0;
    for (uint32_t i = t->start + (uint32_t)skip; i < t->end; i++)
        if (p->source->text[i] != '_') out[n++] = p->source->text[i];
    out[n] = '\0';
    return out;
}

static gb_const *make_big(gb_parser *p, const char *digits, int base)
{
    gb_const *c = gb_parser_constant(p, GB_CONST_BIGINT);
    if (!c) return NULL;
    mpz_t big;
    if (mpz_init_set_str(big, digits, base) != 0) {
        mpz_clear(big);
        return NULL;
    }
    if (mpz_fits_slong_p(big)) {
        c->kind = GB_CONST_INT;
        c->as.integer = mpz_get_si(big);
    } else {
        char *text = gb_arena_alloc(p->arena, mpz_sizeinbase(big, 16) + 2, p->err);
        c->as.text = text ? mpz_get_str(text, 16, big) : NULL;
        if (text) c->size = (uint32_t)strlen(text);
        if (!text) c = NULL;
    }
    mpz_clear(big);
    return c;
}

static gb_const *parse_integer(gb_parser *p, const gb_token *t)
{
    const char *text = p->source->text + t->start;
    char mark = t->end - t->start > 1 && text[0] == '0' ? (char)(text[1] | 0x20) : 0;
    int base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
    char *digits = plain_digits(p, t, base == 10 ? 0 : 2);
    if (!digits) return NULL;
    if (base == 10 && strlen(digits) > INT_DIGITS_LIMIT)
        return gb_parser_fail(
            p, t->start, t->end,
            "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; "
            "use "
            "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
            "integer literals to avoid decimal conversion limits.",
            (int)INT_DIGITS_LIMIT, strlen(digits));
    if (strlen(digits) > 15) return make_big(p, digits, base);
    gb_const *c = gb_parser_constant(p, GB_CONST_INT);
    if (c) c->as.integer = strtoll(digits, NULL, base);
    return c;
}

static gb_const *parse_real(gb_parser *p, const gb_token *t, bool imaginary)
{
    gb_const *c = gb_parser_constant(p, imaginary ? GB_CONST_IMAGINARY : GB_CONST_FLOAT);
    char *digits = plain_digits(p, t, 0);
    if (!c || !digits) return NULL;
    c->as.real = strtod(digits, NULL);
    return c;
}

gb_node *gb_parse_number(gb_parser *p)
{
    const gb_token *t = gb_peek(p);
    gb_node *node = gb_parser_node(p, GB_NODE_CONSTANT, t->start);
    gb_advance(p);
    if (!node) return NULL;
    const char *text = p->source->text + t->start;
    size_t n = t->end - t->start;
    bool based = n > 1 && text[0] == '0' && strchr("xXoObB", text[1]);
    bool imaginary = !based && (text[n - 1] == 'j' || text[n - 1] == 'J');
    bool real = imaginary;
    for (size_t i = 0; i < n && !based; i++)
        real = real || text[i] == '.' || text[i] == 'e' || text[i] == 'E';
    node->as.constant.value = real ? parse_real(p, t, imaginary) : parse_integer(p, t);
    return node->as.constant.value ? gb_parser_finish(p, node) : NULL;
}

/* --- escapes -------------------------------------------------------------------------------- */

typedef struct decoder {
    gb_parser *p;
    const gb_string_part *part;
    uint32_t at;
    uint32_t end;
    gb_buffer *out;
} decoder;

static bool fail_escape(decoder *d, uint32_t start, uint32_t end, const char *what)
{
    gb_parser *p = d->p;
    const gb_token *t = gb_last_token(p);
    unsigned from = start - d->part->start, to = end - d->part->start - 1;
    if (d->part->bytes)
        return gb_parser_fail(p, t->start, t->end,
                              "(value error) invalid \\x escape at position %u", from);
    if (from == to)
        return gb_parser_fail(p, t->start, t->end,
                              "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in "
                              "position %u: %s",
                              from, what);
    return gb_parser_fail(p, t->start, t->end,
                          "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                          "%u-%u: %s",
                          from, to, what);
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* \xXX, \uXXXX, \UXXXXXXXX: `at` is behind the letter. */
static bool hex_escape(decoder *d, uint32_t start, unsigned digits, const char *truncated)
{
    uint32_t c = 0, n = 0;
    for (; n < digits && d->at < d->end; n++, d->at++) {
        int v = hex_value(d->p->source->text[d->at]);
        if (v < 0) break;
        c = c << 4 | (uint32_t)v;
    }
    if (n < digits) return fail_escape(d, start, d->at, truncated);
    if (c > 0x10FFFF) return fail_escape(d, start, d->at, "illegal Unicode character");
    if (d->part->bytes)
        gb_buffer_char(d->out, (char)c);
    else
        gb_buffer_codepoint(d->out, c);
    return true;
}

static void octal_escape(decoder *d)
{
    uint32_t c = 0;
    for (unsigned n = 0; n < 3 && d->at < d->end; n++, d->at++) {
        char digit = d->p->source->text[d->at];
        if (digit < '0' || digit > '7') break;
        c = c * 8 + (uint32_t)(digit - '0');
    }
    if (d->part->bytes)
        gb_buffer_char(d->out, (char)c);
    else
        gb_buffer_codepoint(d->out, c);
}

static bool named_escape(decoder *d, uint32_t start)
{
    const char *text = d->p->source->text;
    const char *close =
        d->at < d->end && text[d->at] == '{' ? memchr(text + d->at, '}', d->end - d->at) : NULL;
    if (!close) return fail_escape(d, start, d->at, "malformed \\N character escape");
    const char *name = text + d->at + 1;
    size_t n = (size_t)(close - name);
    d->at = (uint32_t)(close - text) + 1;
    uint32_t c = gb_character_named(name, n);
    if (!c) return fail_escape(d, start, d->at, "unknown Unicode character name");
    gb_buffer_codepoint(d->out, c);
    return true;
}

static bool escape(decoder *d)
{
    static const char simple[][2] = {{'\\', '\\'}, {'\'', '\''}, {'"', '"'},  {'a', '\a'},
                                     {'b', '\b'},  {'f', '\f'},  {'n', '\n'}, {'r', '\r'},
                                     {'t', '\t'},  {'v', '\v'}};
    uint32_t start = d->at++;
    char c = d->p->source->text[d->at++];
    if (c == '\n') return true;
    for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
        if (simple[i][0] != c) continue;
        gb_buffer_char(d->out, simple[i][1]);
        return true;
    }
    if (c >= '0' && c <= '7') {
        d->at--;
        octal_escape(d);
        return true;
    }
    if (c == 'x') return hex_escape(d, start, 2, "truncated \\xXX escape");
    if (!d->part->bytes && c == 'u') return hex_escape(d, start, 4, "truncated \\uXXXX escape");
    if (!d->part->bytes && c == 'U') return hex_escape(d, start, 8, "truncated \\UXXXXXXXX escape");
    if (!d->part->bytes && c == 'N') return named_escape(d, start);
    gb_buffer_char(d->out, '\\'); /* an unknown escape stays as it is */
    d->at--;
    return true;
}

bool gb_decode_string(gb_parser *p, const gb_string_part *part, gb_buffer *out)
{
    decoder d = {p, part, part->start, part->end, out};
    const char *text = p->source->text;
    while (d.at < d.end) {
        unsigned char c = (unsigned char)text[d.at];
        if (part->bytes && c >= 0x80)
            return gb_parser_fail(p, gb_last_token(p)->start, gb_last_token(p)->end,
                                  "bytes can only contain ASCII literal characters");
        if (c == '\\' && !part->raw && d.at + 1 < d.end) {
            if (!escape(&d)) return false;
            continue;
        }
        gb_buffer_char(out, (char)c);
        d.at++;
    }
    return true;
}

/* --- strings -------------------------------------------------------------------------------- */

static gb_string_part read_prefix(const gb_parser *p, const gb_token *t, bool *unicode)
{
    gb_string_part part = {.start = t->start, .end = t->end};
    const char *text = p->source->text;
    *unicode = false;
    for (; text[part.start] != '"' && text[part.start] != '\''; part.start++) {
        char c = (char)(text[part.start] | 0x20);
        part.raw = part.raw || c == 'r';
        part.bytes = part.bytes || c == 'b';
        part.format = part.format || c == 'f';
        *unicode = *unicode || c == 'u';
    }
    const char *q = text + part.start;
    bool triple = t->end - part.start >= 6 && q[1] == q[0] && q[2] == q[0];
    part.start += triple ? 3 : 1;
    part.end -= triple ? 3 : 1;
    return part;
}

static gb_const *string_constant(gb_parser *p, gb_const_kind kind, const gb_buffer *text)
{
    gb_const *c = gb_parser_constant(p, kind);
    if (!c || !gb_buffer_ok(text, p->err)) return NULL;
    c->size = (uint32_t)text->size;
    c->as.text = gb_arena_strndup(p->arena, text->data ? text->data : "", text->size, p->err);
    return c->as.text ? c : NULL;
}

bool gb_flush_literal(gb_parser *p, gb_buffer *literal, gb_node_list *values)
{
    if (!literal->size) return true;
    gb_node *node = gb_parser_node(p, GB_NODE_CONSTANT, gb_last_token(p)->start);
    if (!node || !(node->as.constant.value = string_constant(p, GB_CONST_STR, literal)))
        return false;
    gb_buffer_clear(literal);
    return (node = gb_parser_finish(p, node)) && gb_list_add(p, values, node);
}

typedef struct strings {
    gb_buffer literal;
    gb_node_list values; /* of an f-string */
    bool bytes, format, unicode, first;
} strings;

static bool add_string(gb_parser *p, strings *s, const gb_token *t)
{
    bool unicode;
    gb_string_part part = read_prefix(p, t, &unicode);
    if (s->first) {
        s->bytes = part.bytes;
        s->unicode = unicode;
    } else if (s->bytes != part.bytes) {
        return gb_parser_fail(p, t->start, t->end, "cannot mix bytes and nonbytes literals");
    }
    s->first = false;
    if (!part.format) return gb_decode_string(p, &part, &s->literal);
    s->format = true;
    return gb_parse_fstring(p, &part, &s->literal, &s->values);
}

static gb_node *finish_strings(gb_parser *p, strings *s, uint32_t start)
{
    gb_node *node = gb_parser_node(p, s->format ? GB_NODE_JOINED_STR : GB_NODE_CONSTANT, start);
    if (!node) return NULL;
    if (s->format) {
        if (!gb_flush_literal(p, &s->literal, &s->values)) return NULL;
        node->as.joined_str.values = s->values;
        return gb_parser_finish(p, node);
    }
    gb_const_kind kind = s->bytes ? GB_CONST_BYTES : GB_CONST_STR;
    node->as.constant.value = string_constant(p, kind, &s->literal);
    node->as.constant.u_prefix = s->unicode;
    return node->as.constant.value ? gb_parser_finish(p, node) : NULL;
}

gb_node *gb_parse_strings(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    strings s = {.literal = GB_BUFFER_INIT, .first = true};
    bool ok = gb_parser_enter(p);
    bool entered = ok;
    while (ok && gb_peek_kind(p) == GB_TOKEN_STRING) {
        const gb_token *t = gb_peek(p);
        gb_advance(p);
        ok = add_string(p, &s, t);
    }
    if (entered) p->depth--;
    gb_node *node = ok ? finish_strings(p, &s, start) : NULL;
    gb_buffer_release(&s.literal);
    return node;
}
