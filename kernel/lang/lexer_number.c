/* Numbers: moves over one and complains as CPython does. The value is made by the parser. */
#include "kernel/lang/lexer_state.h"

#include <string.h>

static bool is_digit(unsigned char c, unsigned base)
{
    if (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) return true;
    return c >= '0' && c < '0' + (base > 10 ? 10 : base);
}

static bool is_word(unsigned char c)
{
    return c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

static bool fail_number(gb_lexer *lx, const char *kind)
{
    uint32_t at = lx->at ? lx->at - 1 : 0;
    return gb_lexer_fail(lx, GB_ERR_SYNTAX, gb_lexer_span(lx, at, at + 1), "invalid %s literal",
                         kind);
}

/* Digits with single underscores between them; at least one digit. */
static bool digits(gb_lexer *lx, unsigned base, const char *kind)
{
    for (;;) {
        while (is_digit(gb_lexer_peek(lx, 0), base))
            lx->at++;
        if (gb_lexer_peek(lx, 0) != '_') return true;
        lx->at++;
        if (!is_digit(gb_lexer_peek(lx, 0), base)) return fail_number(lx, kind);
    }
}

/* "1if x else y" is still allowed: a number may touch these keywords. */
static bool keyword_follows(const gb_lexer *lx)
{
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (lx->end - lx->at >= n && memcmp(lx->text + lx->at, words[i], n) == 0)
            return !is_word(gb_lexer_peek(lx, (uint32_t)n));
    }
    return false;
}

static bool number_ends(gb_lexer *lx, const char *kind)
{
    if (!is_word(gb_lexer_peek(lx, 0)) || keyword_follows(lx)) return true;
    if (gb_lexer_peek(lx, 0) >= 0x80) return true; /* an invalid character tells more */
    return fail_number(lx, kind);
}

static bool based_number(gb_lexer *lx, unsigned base, const char *kind)
{
    lx->at += 2;
    if (gb_lexer_peek(lx, 0) == '_') lx->at++;
    unsigned char c = gb_lexer_peek(lx, 0);
    if (!is_digit(c, base)) {
        if (c < '0' || c > '9') return fail_number(lx, kind);
    } else if (!digits(lx, base, kind)) {
        return false;
    }
    c = gb_lexer_peek(lx, 0);
    if (base < 10 && c >= '0' && c <= '9')
        return gb_lexer_fail(lx, GB_ERR_SYNTAX, gb_lexer_span(lx, lx->at, lx->at + 1),
                             "invalid digit '%c' in %s literal", c, kind);
    return number_ends(lx, kind);
}

/* The exponent, if there is one: "1e" followed by no digit may be "1else". */
static bool exponent(gb_lexer *lx)
{
    unsigned char c = gb_lexer_peek(lx, 0);
    if (c != 'e' && c != 'E') return true;
    unsigned char sign = gb_lexer_peek(lx, 1);
    uint32_t skip = sign == '+' || sign == '-' ? 2 : 1;
    if (!is_digit(gb_lexer_peek(lx, skip), 10)) {
        if (skip == 2) lx->at += 2;
        if (skip == 1 && keyword_follows(lx)) return true;
        if (skip == 1) lx->at++;
        return fail_number(lx, "decimal");
    }
    lx->at += skip;
    return digits(lx, 10, "decimal");
}

static bool leading_zeros(gb_lexer *lx, uint32_t start)
{
    for (uint32_t i = start; i < lx->at; i++) {
        if (lx->text[i] == '0' || lx->text[i] == '_') continue;
        uint32_t zeros = start;
        while (lx->text[zeros] == '0')
            zeros++;
        return gb_lexer_fail(lx, GB_ERR_SYNTAX, gb_lexer_span(lx, start, zeros),
                             "leading zeros in decimal integer literals are not permitted; "
                             "use an 0o prefix for octal integers");
    }
    return true;
}

bool gb_lex_number(gb_lexer *lx)
{
    uint32_t start = lx->at;
    unsigned char c = gb_lexer_peek(lx, 0), next = gb_lexer_peek(lx, 1) | 0x20;
    if (c == '0' && next == 'x') return based_number(lx, 16, "hexadecimal");
    if (c == '0' && next == 'o') return based_number(lx, 8, "octal");
    if (c == '0' && next == 'b') return based_number(lx, 2, "binary");
    if (c != '.' && !digits(lx, 10, "decimal")) return false;
    bool whole = true;
    if (gb_lexer_peek(lx, 0) == '.') {
        whole = false;
        lx->at++;
        if (is_digit(gb_lexer_peek(lx, 0), 10) && !digits(lx, 10, "decimal")) return false;
    }
    uint32_t before = lx->at;
    if (!exponent(lx)) return false;
    if (lx->at != before) whole = false;
    c = gb_lexer_peek(lx, 0);
    if (c == 'j' || c == 'J') {
        lx->at++;
        return number_ends(lx, "imaginary");
    }
    if (whole && lx->text[start] == '0' && !leading_zeros(lx, start)) return false;
    return number_ends(lx, "decimal");
}
