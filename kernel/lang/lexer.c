/* The lexer's main loop: lines, indentation, names, signs. See lexer.h. */
#include "kernel/lang/lexer.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "kernel/lang/lexer_state.h"

#include <string.h>
#include <utf8proc.h>

static const char *const kind_texts[GB_TOKEN_COUNT] = {
#define GB_TOKEN(id, name) name,
#define GB_SIGN(id, sign) sign,
#define GB_KEYWORD(id, word) word,
#include "kernel/lang/token.def"
};

static const unsigned char kind_sizes[GB_TOKEN_COUNT] = {
#define GB_TOKEN(id, name) sizeof(name) - 1,
#define GB_SIGN(id, sign) sizeof(sign) - 1,
#define GB_KEYWORD(id, word) sizeof(word) - 1,
#include "kernel/lang/token.def"
};

/* Does the text of this kind stand here? `text` has at least one byte. */
static bool stands_here(unsigned kind, const char *text, size_t left)
{
    size_t n = kind_sizes[kind];
    return kind_texts[kind][0] == text[0] && n <= left && memcmp(kind_texts[kind], text, n) == 0;
}

const char *gb_token_kind_text(gb_token_kind kind)
{
    return (unsigned)kind < GB_TOKEN_COUNT ? kind_texts[kind] : "?";
}

gb_token_kind gb_token_keyword(const char *text, size_t size)
{
    if (size < 2 || size > 8) return GB_TOKEN_NAME;
    for (unsigned i = GB_TOKEN_FALSE; i < GB_TOKEN_COUNT; i++)
        if (kind_sizes[i] == size && stands_here(i, text, size)) return (gb_token_kind)i;
    return GB_TOKEN_NAME;
}

gb_span gb_lexer_span(const gb_lexer *lx, uint32_t start, uint32_t end)
{
    return (gb_span){lx->source->id, start, end};
}

bool gb_lexer_fail(gb_lexer *lx, gb_error_class cls, gb_span at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    gb_fail_v(&lx->out->error, cls, at, format, args);
    va_end(args);
    lx->out->decisive = true;
    return false;
}

/* A mistake that a mistake of grammar before it outweighs. */
static bool fail_softly(gb_lexer *lx, gb_error_class cls, gb_span at, const char *text)
{
    gb_lexer_fail(lx, cls, at, "%s", text);
    lx->out->decisive = false;
    return false;
}

static bool add(gb_lexer *lx, gb_token_kind kind, uint32_t start, uint32_t end)
{
    gb_tokens *out = lx->out;
    if (!gb_grow(&out->items, &out->capacity, out->count + 1, sizeof *out->items, lx->err))
        return false;
    uint32_t line = kind == GB_TOKEN_STRING || kind == GB_TOKEN_MAGIC
                        ? gb_source_line(lx->source, start)
                        : lx->line;
    out->items[out->count++] =
        (gb_token){(uint8_t)kind, (uint8_t)(lx->level + lx->options.inside), start, end, line};
    return true;
}

static void skip_line(gb_lexer *lx)
{
    const char *end = memchr(lx->text + lx->at, '\n', lx->end - lx->at);
    lx->at = end ? (uint32_t)(end - lx->text) : lx->end;
}

/* --- indentation ---------------------------------------------------------------------------- */

/* Column with tabs of eight and of one, `at` moved behind the blanks. */
static bool measure(gb_lexer *lx, uint32_t *column, uint32_t *plain)
{
    *column = *plain = 0;
    for (;; lx->at++) {
        unsigned char c = gb_lexer_peek(lx, 0);
        if (c == ' ') {
            ++*column;
            ++*plain;
        } else if (c == '\t') {
            *column = (*column / 8 + 1) * 8;
            ++*plain;
        } else if (c == '\f') {
            *column = *plain = 0;
        } else if (c == '\\' && gb_lexer_peek(lx, 1) == '\n') {
            lx->at++;
            lx->line++;
        } else {
            return true;
        }
    }
}

static bool fail_tabs(gb_lexer *lx)
{
    return gb_lexer_fail(lx, GB_ERR_TAB, gb_lexer_span(lx, lx->at, lx->at + 1),
                         "inconsistent use of tabs and spaces in indentation");
}

static bool indent(gb_lexer *lx, uint32_t column, uint32_t plain)
{
    if (lx->indent_count == GB_LEX_INDENTS - 1)
        return fail_softly(lx, GB_ERR_INDENTATION, gb_lexer_span(lx, lx->at, lx->at + 1),
                           "too many levels of indentation");
    if (plain <= lx->plain_indents[lx->indent_count]) return fail_tabs(lx);
    lx->indent_count++;
    lx->indents[lx->indent_count] = column;
    lx->plain_indents[lx->indent_count] = plain;
    return add(lx, GB_TOKEN_INDENT, lx->at, lx->at);
}

static bool dedent(gb_lexer *lx, uint32_t column, uint32_t plain)
{
    while (column < lx->indents[lx->indent_count]) {
        lx->indent_count--;
        if (!add(lx, GB_TOKEN_DEDENT, lx->at, lx->at)) return false;
    }
    if (column != lx->indents[lx->indent_count]) {
        /* CPython underlines the end of the line. */
        uint32_t at = lx->at;
        const char *end = memchr(lx->text + at, '\n', lx->end - at);
        at = end ? (uint32_t)(end - lx->text) : lx->end;
        return fail_softly(lx, GB_ERR_INDENTATION, gb_lexer_span(lx, at, at + 1),
                           "unindent does not match any outer indentation level");
    }
    return plain == lx->plain_indents[lx->indent_count] || fail_tabs(lx);
}

/* At the start of a logical line: indentation, or nothing for blank and comment lines. */
static bool start_line(gb_lexer *lx)
{
    uint32_t column, plain;
    measure(lx, &column, &plain);
    unsigned char c = gb_lexer_peek(lx, 0);
    if (c == '#') {
        skip_line(lx);
        c = gb_lexer_peek(lx, 0);
    }
    if (c == '\n' || lx->at >= lx->end) return true;
    lx->line_start = false;
    uint32_t top = lx->indents[lx->indent_count];
    if (column > top) {
        if (!indent(lx, column, plain)) return false;
    } else if (column < top) {
        if (!dedent(lx, column, plain)) return false;
    } else if (plain != lx->plain_indents[lx->indent_count]) {
        return fail_tabs(lx);
    }
    uint32_t end;
    if (!lx->options.cell || !gb_lex_magic(lx, &end)) return true;
    uint32_t start = lx->at;
    lx->at = end;
    return add(lx, GB_TOKEN_MAGIC, start, end);
}

static bool end_line(gb_lexer *lx)
{
    if (lx->level == 0 && !lx->line_start && !lx->options.inside) {
        if (!add(lx, GB_TOKEN_NEWLINE, lx->at, lx->at + 1)) return false;
        lx->line_start = true;
    }
    lx->at++;
    lx->line++;
    return true;
}

/* --- names ---------------------------------------------------------------------------------- */

bool gb_is_name_start(uint32_t c)
{
    if (c < 0x80) return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return c != 0x2E2F && c != 0x37A && c != 0xE33 && c != 0xEB3;
    default:
        return c == 0x2118 || c == 0x212E || c == 0x309B || c == 0x309C || c == 0x1885 ||
               c == 0x1886;
    }
}

bool gb_is_name_part(uint32_t c)
{
    if (gb_is_name_start(c) || (c >= '0' && c <= '9')) return true;
    if (c < 0x80) return false;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default:
        return c == 0xB7 || c == 0x387 || c == 0x19DA || (c >= 0x1369 && c <= 0x1371) ||
               c == 0xE33 || c == 0xEB3;
    }
}

static bool fail_character(gb_lexer *lx, uint32_t c, uint32_t size)
{
    gb_span at = gb_lexer_span(lx, lx->at, lx->at + size);
    int category = utf8proc_category((utf8proc_int32_t)c);
    bool printable = !(category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_CO) &&
                     category != UTF8PROC_CATEGORY_CN;
    if (printable)
        return gb_lexer_fail(lx, GB_ERR_SYNTAX, at, "invalid character '%.*s' (U+%04X)", (int)size,
                             lx->text + lx->at, c);
    return gb_lexer_fail(lx, GB_ERR_SYNTAX, at, "invalid non-printable character U+%04X", c);
}

/* Moves over an identifier; fails at a character that cannot be in one. */
static bool move_over_name(gb_lexer *lx)
{
    while (lx->at < lx->end) {
        unsigned char byte = gb_lexer_peek(lx, 0);
        uint32_t c = byte;
        if (byte < 0x80) {
            if (!gb_is_name_part(c)) return true;
            lx->at++;
            continue;
        }
        size_t size = gb_utf8_decode(lx->text + lx->at, lx->end - lx->at, &c);
        if (!gb_is_name_part(c)) return fail_character(lx, c, (uint32_t)size);
        lx->at += (uint32_t)size;
    }
    return true;
}

/* Whether a word is the prefix of the string literal whose quote follows it. */
static bool is_string_prefix(const char *word, size_t n)
{
    static const char *const prefixes[] = {"r", "u", "b", "f", "br", "rb", "fr", "rf"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (strlen(prefixes[i]) != n) continue;
        size_t same = 0;
        while (same < n && ((unsigned char)word[same] | 0x20) == (unsigned char)prefixes[i][same])
            same++;
        if (same == n) return true;
    }
    return false;
}

static bool string_token(gb_lexer *lx, uint32_t start)
{
    uint32_t lines = lx->line;
    if (!gb_lex_string(lx, start) || !add(lx, GB_TOKEN_STRING, start, lx->at)) return false;
    lx->line = lines;
    for (uint32_t i = start; i < lx->at; i++)
        lx->line += lx->text[i] == '\n';
    return true;
}

static bool name_token(gb_lexer *lx)
{
    uint32_t start = lx->at;
    if (gb_lexer_peek(lx, 0) >= 0x80) {
        uint32_t c = 0;
        size_t size = gb_utf8_decode(lx->text + start, lx->end - start, &c);
        if (!gb_is_name_start(c)) return fail_character(lx, c, (uint32_t)size);
    }
    if (!move_over_name(lx)) return false;
    unsigned char c = gb_lexer_peek(lx, 0);
    if ((c == '"' || c == '\'') && is_string_prefix(lx->text + start, lx->at - start))
        return string_token(lx, start);
    return add(lx, gb_token_keyword(lx->text + start, lx->at - start), start, lx->at);
}

/* --- signs ---------------------------------------------------------------------------------- */

static gb_token_kind find_sign(const gb_lexer *lx, uint32_t *size)
{
    if (lx->end - lx->at >= 2 && memcmp(lx->text + lx->at, "<>", 2) == 0) {
        *size = 2; /* Python 2's */
        return GB_TOKEN_STRAY;
    }
    for (unsigned i = GB_TOKEN_POW_ASSIGN; i < GB_TOKEN_FALSE; i++) {
        if (!stands_here(i, lx->text + lx->at, lx->end - lx->at)) continue;
        *size = kind_sizes[i];
        return (gb_token_kind)i;
    }
    *size = 1;
    return GB_TOKEN_STRAY;
}

static bool open_bracket(gb_lexer *lx, gb_token_kind kind)
{
    if (lx->level == GB_LEX_BRACKETS)
        return gb_lexer_fail(lx, GB_ERR_SYNTAX, gb_lexer_span(lx, lx->at, lx->at + 1),
                             "too many nested parentheses");
    lx->brackets[lx->level++] =
        (gb_token){(uint8_t)kind, (uint8_t)lx->level, lx->at, lx->at + 1, lx->line};
    return true;
}

static bool close_bracket(gb_lexer *lx, gb_token_kind kind)
{
    gb_span at = gb_lexer_span(lx, lx->at, lx->at + 1);
    if (lx->level == 0)
        return gb_lexer_fail(lx, GB_ERR_SYNTAX, at, "unmatched '%s'", kind_texts[kind]);
    gb_token opening = lx->brackets[--lx->level];
    if (opening.kind + 1u == kind) return true;
    const char *sign = kind_texts[opening.kind];
    if (opening.line != lx->line)
        return gb_lexer_fail(
            lx, GB_ERR_SYNTAX, at,
            "closing parenthesis '%s' does not match opening parenthesis '%s' on line %u",
            kind_texts[kind], sign, opening.line);
    return gb_lexer_fail(lx, GB_ERR_SYNTAX, at,
                         "closing parenthesis '%s' does not match opening parenthesis '%s'",
                         kind_texts[kind], sign);
}

static bool sign_token(gb_lexer *lx)
{
    uint32_t size, start = lx->at;
    gb_token_kind kind = find_sign(lx, &size);
    bool opens = kind == GB_TOKEN_LPAREN || kind == GB_TOKEN_LBRACKET || kind == GB_TOKEN_LBRACE;
    bool closes = kind == GB_TOKEN_RPAREN || kind == GB_TOKEN_RBRACKET || kind == GB_TOKEN_RBRACE;
    if (opens && !open_bracket(lx, kind)) return false;
    if (closes && !close_bracket(lx, kind)) return false;
    lx->at += size;
    return add(lx, kind, start, lx->at);
}

/* `x = %name` and `x = !cmd`: after a plain '=' neither sign can be Python. */
static bool assigned_magic(gb_lexer *lx)
{
    gb_tokens *out = lx->out;
    unsigned char c = gb_lexer_peek(lx, 0), next = gb_lexer_peek(lx, 1);
    if (!lx->options.cell || lx->level || !out->count) return false;
    if (out->items[out->count - 1].kind != GB_TOKEN_ASSIGN) return false;
    return (c == '%' || c == '!') && (gb_is_name_start(next) || (c == '!' && next != '='));
}

static bool continue_line(gb_lexer *lx)
{
    if (gb_lexer_peek(lx, 1) != '\n') {
        uint32_t at = lx->at + 1;
        if (at >= lx->end)
            return fail_softly(lx, GB_ERR_SYNTAX, gb_lexer_span(lx, at, at),
                               "unexpected EOF while parsing");
        return fail_softly(lx, GB_ERR_SYNTAX, gb_lexer_span(lx, at, at + 1),
                           "unexpected character after line continuation character");
    }
    lx->at += 2;
    lx->line++;
    if (lx->at < lx->end) return true;
    return fail_softly(lx, GB_ERR_SYNTAX, gb_lexer_span(lx, lx->at, lx->at),
                       "unexpected EOF while parsing");
}

static bool next_token(gb_lexer *lx)
{
    unsigned char c = gb_lexer_peek(lx, 0);
    if (c == ' ' || c == '\t' || c == '\f') {
        lx->at++;
        return true;
    }
    if (c == '\n') return end_line(lx);
    if (c == '#') {
        skip_line(lx);
        return true;
    }
    if (c == '\\') return continue_line(lx);
    if (gb_is_name_start(c) || c >= 0x80) return name_token(lx);
    if (c == '"' || c == '\'') return string_token(lx, lx->at);
    unsigned char next = gb_lexer_peek(lx, 1);
    if ((c >= '0' && c <= '9') || (c == '.' && next >= '0' && next <= '9')) {
        uint32_t start = lx->at;
        return gb_lex_number(lx) && add(lx, GB_TOKEN_NUMBER, start, lx->at);
    }
    if (assigned_magic(lx)) {
        uint32_t start = lx->at;
        skip_line(lx);
        return add(lx, GB_TOKEN_MAGIC, start, lx->at);
    }
    return sign_token(lx);
}

static bool finish(gb_lexer *lx)
{
    gb_tokens *out = lx->out;
    if (lx->level) {
        out->unclosed = lx->brackets[lx->level - 1];
        return add(lx, GB_TOKEN_END, lx->end, lx->end);
    }
    if (!lx->options.inside) {
        if (!lx->line_start && !add(lx, GB_TOKEN_NEWLINE, lx->end, lx->end)) return false;
        if (!lx->line_start) lx->line++;
        for (; lx->indent_count; lx->indent_count--)
            if (!add(lx, GB_TOKEN_DEDENT, lx->end, lx->end)) return false;
    }
    return add(lx, GB_TOKEN_END, lx->end, lx->end);
}

bool gb_lex(const gb_source *source, gb_lex_options options, gb_tokens *out, gb_error *err)
{
    *out = (gb_tokens){0};
    gb_lexer lx = {.source = source, .text = source->text, .at = options.start, .options = options};
    lx.end = options.end ? options.end : (uint32_t)source->size;
    lx.line = options.start ? gb_source_line(source, options.start) : 1;
    lx.out = out;
    lx.err = err;
    lx.line_start = !options.inside;
    bool ok = true;
    while (ok && lx.at < lx.end) {
        if (lx.line_start && !(ok = start_line(&lx))) break;
        if (lx.at < lx.end) ok = next_token(&lx);
    }
    if (ok) ok = finish(&lx);
    if (!ok && out->error.cls == GB_ERR_NONE) {
        gb_tokens_release(out);
        return false;
    }
    if (ok) return true;
    lx.line = gb_source_line(source, out->error.span.start);
    return add(&lx, GB_TOKEN_ERROR, out->error.span.start, out->error.span.end);
}

void gb_tokens_release(gb_tokens *tokens)
{
    gb_free(tokens->items);
    *tokens = (gb_tokens){0};
}

void gb_tokens_print(const gb_tokens *tokens, const gb_source *source, gb_buffer *out)
{
    for (size_t i = 0; i < tokens->count; i++) {
        gb_token t = tokens->items[i];
        gb_buffer_format(out, "%u:%u %s", t.line, t.start - source->line_starts[t.line - 1],
                         kind_texts[t.kind]);
        bool shown = t.kind == GB_TOKEN_NAME || t.kind == GB_TOKEN_NUMBER ||
                     t.kind == GB_TOKEN_STRING || t.kind == GB_TOKEN_MAGIC;
        if (shown) gb_buffer_format(out, " %.*s", (int)(t.end - t.start), source->text + t.start);
        gb_buffer_char(out, '\n');
    }
}
