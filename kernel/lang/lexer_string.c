/* String literals, and the lines that only notebooks have. Moves over them; the parser decodes. */
#include "kernel/lang/lexer_state.h"

#include <string.h>

static bool fail_unterminated(gb_lexer *lx, uint32_t start, bool triple, uint32_t lines)
{
    gb_span at = gb_lexer_span(lx, start, start + 1);
    uint32_t line = gb_source_line(lx->source, start) + lines;
    return gb_lexer_fail(lx, GB_ERR_SYNTAX, at,
                         "unterminated %sstring literal (detected at line %u)",
                         triple ? "triple-quoted " : "", line);
}

bool gb_lex_string(gb_lexer *lx, uint32_t start)
{
    unsigned char quote = gb_lexer_peek(lx, 0);
    bool triple = gb_lexer_peek(lx, 1) == quote && gb_lexer_peek(lx, 2) == quote;
    uint32_t lines = 0, width = triple ? 3 : 1;
    lx->at += width;
    for (uint32_t closing = 0; closing < width; lx->at++) {
        if (lx->at >= lx->end) return fail_unterminated(lx, start, triple, lines);
        unsigned char c = gb_lexer_peek(lx, 0);
        if (c == '\n' && !triple) return fail_unterminated(lx, start, false, lines);
        closing = c == quote ? closing + 1 : 0;
        if (c == '\\' && lx->at + 1 < lx->end) c = gb_lexer_peek(lx, 1), lx->at++;
        lines += c == '\n';
    }
    return true;
}

static uint32_t line_end(const gb_lexer *lx)
{
    const char *end = memchr(lx->text + lx->at, '\n', lx->end - lx->at);
    return end ? (uint32_t)(end - lx->text) : lx->end;
}

static bool is_word(unsigned char c)
{
    return c >= 0x80 || gb_is_name_part(c);
}

/* "name.path[0].x?" with nothing else on the line (CELL's `obj?` and `obj??`). */
static bool is_help(const gb_lexer *lx, uint32_t end)
{
    uint32_t i = lx->at;
    while (end > i && (lx->text[end - 1] == ' ' || lx->text[end - 1] == '\t'))
        end--;
    if (end - i < 2 || lx->text[end - 1] != '?') return false;
    end--;
    if (lx->text[end - 1] == '?') end--;
    while (i < end && lx->text[i] == '%')
        i++;
    if (i >= end || !(is_word((unsigned char)lx->text[i]) || lx->text[i] == '*')) return false;
    for (; i < end; i++) {
        unsigned char c = (unsigned char)lx->text[i];
        if (!is_word(c) && !strchr(".*[]-", c)) return false;
    }
    return true;
}

/* The end of a magic line, backslash continuations included. */
static uint32_t joined_end(const gb_lexer *lx)
{
    uint32_t end = line_end(lx);
    while (end < lx->end && end > lx->at && lx->text[end - 1] == '\\') {
        const char *next = memchr(lx->text + end + 1, '\n', lx->end - end - 1);
        end = next ? (uint32_t)(next - lx->text) : lx->end;
    }
    return end;
}

bool gb_lex_magic(gb_lexer *lx, uint32_t *end)
{
    unsigned char c = gb_lexer_peek(lx, 0), next = gb_lexer_peek(lx, 1);
    *end = line_end(lx);
    if (c == '%' && next == '%' && is_word(gb_lexer_peek(lx, 2)) && lx->out->count == 0) {
        *end = lx->end;
        return true;
    }
    if (c == '?') return true;
    if ((c == '%' && is_word(next)) || (c == '!' && next != '=')) {
        *end = joined_end(lx);
        return true;
    }
    return is_help(lx, *end);
}
