/* Characters, categories and sets in PCRE2's syntax. */
#include "kernel/lang/modules/re_syntax.h"

#include "kernel/lang/types/str.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* --- categories ---------------------------------------------------------------------------------
 * Written out where Python's differ from PCRE2's: letters and numbers of any script are words, and
 * the separators U+001C to U+001F are blanks. Later versions of PCRE2 count marks as words too. */

#define UNICODE_WORD "\\p{L}\\p{N}_"
/* All other categories; of the connectors all but the underscore. */
#define UNICODE_NOT_WORD                                                                           \
    "\\p{M}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}\\p{S}\\p{Z}\\p{C}"                           \
    "\\x{203f}\\x{2040}\\x{2054}\\x{fe33}\\x{fe34}\\x{fe4d}-\\x{fe4f}\\x{ff3f}"
#define UNICODE_SPACE                                                                              \
    "\\t-\\r\\x{1c}-\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}"  \
    "\\x{205f}\\x{3000}"
#define UNICODE_NOT_SPACE                                                                          \
    "\\x{0}-\\x{8}\\x{e}-\\x{1b}\\x{21}-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{"     \
    "1fff}"                                                                                        \
    "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{"   \
    "10ffff}"
#define ASCII_WORD "0-9A-Z_a-z"
#define ASCII_SPACE "\\t-\\r\\x20"

typedef struct category {
    char letter;
    const char *unicode; /* inside of [ ], for a str */
    const char *ascii;
    const char *bytes;
} category;

static const category categories[] = {
    {'d', "\\p{Nd}", "0-9", "\\d"},
    {'D', "\\P{Nd}", "\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}", "\\D"},
    {'s', UNICODE_SPACE, ASCII_SPACE, "\\s"},
    {'S', UNICODE_NOT_SPACE, "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{10ffff}", "\\S"},
    {'w', UNICODE_WORD, ASCII_WORD, "\\w"},
    {'W', UNICODE_NOT_WORD,
     "\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{10ffff}", "\\W"},
};

bool gb_re_put_category(gb_buffer *out, gb_re_style style, uint32_t letter, bool in_set)
{
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
        const category *row = &categories[i];
        if ((uint32_t)row->letter != letter) continue;
        const char *text = !style.is_text ? row->bytes : style.ascii ? row->ascii : row->unicode;
        if (!in_set) gb_buffer_char(out, '[');
        gb_buffer_text(out, text);
        if (!in_set) gb_buffer_char(out, ']');
        return true;
    }
    return false;
}

void gb_re_put_boundary(gb_buffer *out, gb_re_style style, bool inside)
{
    enum { MARKS_ARE_WORDS = PCRE2_MAJOR > 10 || PCRE2_MINOR >= 43 };
    if (!style.is_text || (!style.ascii && !MARKS_ARE_WORDS)) {
        gb_buffer_text(out, inside ? "\\B" : "\\b");
    } else {
        const char *word = style.ascii ? ASCII_WORD : UNICODE_WORD;
        gb_buffer_format(out,
                         inside ? "(?:(?<=[%s])(?=[%s])|(?<![%s])(?![%s]))"
                                : "(?:(?<=[%s])(?![%s])|(?<![%s])(?=[%s]))",
                         word, word, word, word);
    }
    if (inside) gb_buffer_text(out, "(?!\\A\\z)"); /* Python: never in an empty text */
}

/* --- characters ---------------------------------------------------------------------------------
 */

static bool is_ascii_letter(uint32_t c)
{
    return c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A character as itself where it can be mistaken for nothing, else as an escape. Surrogates have no
 * escape in PCRE2: their three bytes stand for them. */
static void put_character(gb_buffer *out, gb_re_style style, uint32_t c)
{
    char bytes[4];
    if (is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_')
        gb_buffer_char(out, (char)c);
    else if (style.is_text && c >= 0x80)
        gb_buffer_put(out, bytes, gb_codepoint_put(bytes, c));
    else
        gb_buffer_format(out, "\\x%02x", (unsigned)c);
}

void gb_re_put_literal(gb_buffer *out, gb_re_style style, uint32_t c)
{
    if (style.fold_ascii && is_ascii_letter(c))
        gb_buffer_format(out, "[%c%c]", (int)c, (int)(c ^ 0x20));
    else
        put_character(out, style, c);
}

static void put_range(gb_buffer *out, gb_re_style style, uint32_t low, uint32_t high)
{
    put_character(out, style, low);
    if (low == high) return;
    gb_buffer_char(out, '-');
    put_character(out, style, high);
}

/* The letters of [low, high] that lie in [first, last], in the other case. */
static void put_other_case(gb_buffer *out, gb_re_style style, const uint32_t range[2], char first,
                           char last)
{
    uint32_t low = range[0] < (uint32_t)first ? (uint32_t)first : range[0];
    uint32_t high = range[1] > (uint32_t)last ? (uint32_t)last : range[1];
    if (low <= high) put_range(out, style, low ^ 0x20, high ^ 0x20);
}

void gb_re_put_set_range(gb_buffer *out, gb_re_style style, uint32_t low, uint32_t high)
{
    const uint32_t range[2] = {low, high};
    put_range(out, style, low, high);
    if (!style.fold_ascii) return;
    put_other_case(out, style, range, 'a', 'z');
    put_other_case(out, style, range, 'A', 'Z');
}

/* --- sets ---------------------------------------------------------------------------------------
 */

/* One member: a character, or a category (already written) when *is_category. */
static bool read_member(gb_re_reader *r, gb_buffer *out, gb_re_style style, gb_re_token token,
                        bool *is_category, uint32_t *c)
{
    *is_category = false;
    *c = token.c;
    if (!token.escape) return true;
    *is_category = gb_re_put_category(out, style, token.c, true);
    return *is_category || gb_re_escape_character(r, token, true, c);
}

static bool bad_range(const gb_re_reader *r, size_t start)
{
    return gb_re_fail_part(r, start, "bad character range ", start, r->at);
}

/* What follows the `-` behind a member that starts at `start`. *closed: the set ends here. */
static bool read_range_end(gb_re_reader *r, gb_buffer *out, gb_re_style style, size_t start,
                           const uint32_t *low, bool *closed)
{
    gb_re_token token;
    bool is_category;
    uint32_t high;
    if (!gb_re_take(r, &token)) return false;
    *closed = !token.over && !token.escape && token.c == ']';
    if (token.over) return true;
    if (*closed) {
        if (low) gb_re_put_set_range(out, style, *low, *low);
        gb_re_put_set_range(out, style, '-', '-');
        return true;
    }
    if (!read_member(r, out, style, token, &is_category, &high)) return false;
    if (is_category || !low || high < *low) return bad_range(r, start);
    gb_re_put_set_range(out, style, *low, high);
    return true;
}

bool gb_re_read_set(gb_re_reader *r, gb_buffer *out, gb_re_style style, size_t start)
{
    bool negated, closed = false, range, is_category;
    if (!gb_re_accept(r, '^', &negated)) return false;
    gb_buffer_text(out, negated ? "[^" : "[");
    for (bool first = true; !closed; first = false) {
        gb_re_token token;
        uint32_t c;
        if (!gb_re_take(r, &token)) return false;
        if (!first && !token.over && !token.escape && token.c == ']') break;
        if (token.over) goto unterminated;
        if (!read_member(r, out, style, token, &is_category, &c)) return false;
        if (!gb_re_accept(r, '-', &range)) return false;
        if (!range) {
            if (!is_category) gb_re_put_set_range(out, style, c, c);
            continue;
        }
        if (r->at >= r->n) goto unterminated;
        if (!read_range_end(r, out, style, token.start, is_category ? NULL : &c, &closed))
            return false;
    }
    gb_buffer_char(out, ']');
    return true;
unterminated:
    return gb_re_fail(r->vm, r->source, start, "unterminated character set");
}
