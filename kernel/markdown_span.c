/* Emphasis, code, links inside a line. See markdown_span.h. */
#include "kernel/markdown_span.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
    DEEPEST = 6,     /* emphasis in links in emphasis … */
    MOST_TRIES = 500 /* marks of one piece that are looked at: ten thousand stars are just text */
};

typedef gb_md_text span;

void gb_html_escape(const char *text, size_t n, gb_buffer *out)
{
    for (size_t i = 0; i < n; i++) {
        char c = text[i];
        const char *name = c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
        if (c == '"') name = "&quot;";
        if (name)
            gb_buffer_text(out, name);
        else
            gb_buffer_char(out, c);
    }
}

static void put_spans(span s, gb_buffer *out, int depth);

static span part(span s, size_t from, size_t to)
{
    return (span){s.text + from, to - from};
}

/* Where `mark` comes next at or after `from`, not behind a backslash; n when it does not. */
static size_t find_mark(span s, size_t from, const char *mark)
{
    size_t m = strlen(mark);
    for (size_t i = from; i + m <= s.n; i++) {
        if (s.text[i] == '\\')
            i++;
        else if (memcmp(s.text + i, mark, m) == 0)
            return i;
    }
    return s.n;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* --- each returns the bytes it took, 0 when it is not what it looked like ------------------------
 */

/* `code`, also between several backticks. */
static size_t put_code(span s, gb_buffer *out)
{
    size_t ticks = 1;
    while (ticks < s.n && s.text[ticks] == '`')
        ticks++;
    for (size_t i = ticks; i < s.n;) {
        if (s.text[i] != '`') {
            i++;
            continue;
        }
        size_t closing = 0;
        while (i + closing < s.n && s.text[i + closing] == '`')
            closing++;
        if (closing == ticks) {
            span code = part(s, ticks, i);
            bool padded = code.n > 2 && *code.text == ' ' && code.text[code.n - 1] == ' ';
            gb_buffer_text(out, "<code>");
            gb_html_escape(code.text + padded, code.n - 2 * padded, out);
            gb_buffer_text(out, "</code>");
            return i + ticks;
        }
        i += closing;
    }
    return 0;
}

/* Emphasis opens before a word and closes behind one; `_` does neither inside a word. */
static size_t put_emphasis(span s, char before, gb_buffer *out, int depth)
{
    static const struct {
        const char *mark, *tag;
    } marks[] = {{"**", "strong"}, {"__", "strong"}, {"~~", "del"}, {"*", "em"}, {"_", "em"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t m = strlen(marks[i].mark);
        if (s.n <= m || memcmp(s.text, marks[i].mark, m) != 0) continue;
        if (isspace((unsigned char)s.text[m]) || (*s.text == '_' && is_word(before))) return 0;
        size_t end = find_mark(s, m, marks[i].mark);
        while (end < s.n && (isspace((unsigned char)s.text[end - 1]) ||
                             (*s.text == '_' && end + m < s.n && is_word(s.text[end + m]))))
            end = find_mark(s, end + m, marks[i].mark);
        if (end == s.n || end == m) return 0;
        gb_buffer_format(out, "<%s>", marks[i].tag);
        put_spans(part(s, m, end), out, depth + 1);
        gb_buffer_format(out, "</%s>", marks[i].tag);
        return end + m;
    }
    return 0;
}

/* The bracket that closes the one at the start; n when there is none. */
static size_t closing_bracket(span s)
{
    size_t depth = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.text[i] == '\\')
            i++;
        else if (s.text[i] == '[')
            depth++;
        else if (s.text[i] == ']' && --depth == 0)
            return i;
    }
    return s.n;
}

/* The address in "(address "title")"; what follows the closing parenthesis, 0: it is none. */
static size_t read_address(span s, size_t open, span *address)
{
    size_t depth = 0, end = open;
    for (; end < s.n; end++) {
        if (s.text[end] == '(') depth++;
        if (s.text[end] == ')' && --depth == 0) break;
    }
    if (end == s.n) return 0;
    *address = part(s, open + 1, end);
    const char *blank = memchr(address->text, ' ', address->n);
    if (blank) address->n = (size_t)(blank - address->text);
    if (address->n > 1 && *address->text == '<' && address->text[address->n - 1] == '>')
        *address = part(*address, 1, address->n - 1);
    return end + 1;
}

/* [words](address) or ![words](address); what an address may be is the sanitiser's business. */
static size_t put_link(span s, gb_buffer *out, int depth)
{
    bool picture = *s.text == '!';
    span rest = part(s, picture, s.n), address;
    size_t words = rest.n && *rest.text == '[' ? closing_bracket(rest) : rest.n;
    if (words + 1 >= rest.n || rest.text[words + 1] != '(') return 0;
    size_t used = read_address(rest, words + 1, &address);
    if (!used) return 0;
    gb_buffer_text(out, picture ? "<img src=\"" : "<a href=\"");
    gb_html_escape(address.text, address.n, out);
    gb_buffer_text(out, picture ? "\" alt=\"" : "\">");
    if (picture)
        gb_html_escape(rest.text + 1, words - 1, out);
    else
        put_spans(part(rest, 1, words), out, depth + 1);
    gb_buffer_text(out, picture ? "\">" : "</a>");
    return used + picture;
}

/* <https://…>, or a tag that is passed on. */
static size_t put_angle(span s, gb_buffer *out)
{
    const char *end = memchr(s.text, '>', s.n);
    size_t n = end ? (size_t)(end - s.text) : 0;
    if (n < 2) return 0;
    if (strncasecmp(s.text + 1, "http://", 7) == 0 || strncasecmp(s.text + 1, "https://", 8) == 0) {
        gb_buffer_text(out, "<a href=\"");
        gb_html_escape(s.text + 1, n - 1, out);
        gb_buffer_text(out, "\">");
        gb_html_escape(s.text + 1, n - 1, out);
        gb_buffer_text(out, "</a>");
        return n + 1;
    }
    if (!isalpha((unsigned char)s.text[1]) && s.text[1] != '/' && s.text[1] != '!') return 0;
    gb_buffer_put(out, s.text, n + 1);
    return n + 1;
}

/* $formula$ and $$formula$$: nothing in them is Markdown. */
static size_t put_formula(span s, gb_buffer *out)
{
    const char *mark = s.n > 1 && s.text[1] == '$' ? "$$" : "$";
    size_t m = strlen(mark), end = find_mark(s, m, mark);
    if (end == s.n || end == m) return 0;
    if (m == 1 && (isspace((unsigned char)s.text[1]) || isspace((unsigned char)s.text[end - 1]) ||
                   (end + 1 < s.n && isdigit((unsigned char)s.text[end + 1]))))
        return 0; /* $5 and $6 are money */
    gb_buffer_text(out, m == 2 ? "<div class=\"formula\">" : "<span class=\"formula\">");
    gb_html_escape(s.text, end + m, out);
    gb_buffer_text(out, m == 2 ? "</div>" : "</span>");
    return end + m;
}

/* A backslash: the next sign as it is, or a hard line end. */
static size_t put_escape(span s, gb_buffer *out)
{
    if (s.n < 2) return 0;
    if (s.text[1] == '\n') {
        gb_buffer_text(out, "<br>\n");
        return 2;
    }
    if (!ispunct((unsigned char)s.text[1])) return 0;
    gb_html_escape(s.text + 1, 1, out);
    return 2;
}

static size_t put_special(span s, char before, gb_buffer *out, int depth)
{
    switch (*s.text) {
    case '`': return put_code(s, out);
    case '*':
    case '_':
    case '~': return put_emphasis(s, before, out, depth);
    case '!':
    case '[': return put_link(s, out, depth);
    case '<': return put_angle(s, out);
    case '$': return put_formula(s, out);
    case '\\': return put_escape(s, out);
    default: return 0;
    }
}

/* A sign that opens nothing; entities stay. */
static size_t put_plain(span s, gb_buffer *out)
{
    if (s.n > 2 && memcmp(s.text, "  \n", 3) == 0) {
        gb_buffer_text(out, "<br>\n");
        return 3;
    }
    size_t run = 1;
    char c = *s.text;
    while (strchr("*_~`", c) && run < s.n && s.text[run] == c)
        run++; /* a run that did not open anything is not tried again from its middle */
    bool entity = c == '&' && s.n > 2 && (s.text[1] == '#' || isalpha((unsigned char)s.text[1])) &&
                  memchr(s.text, ';', s.n < 12 ? s.n : 12);
    if (entity)
        gb_buffer_char(out, c);
    else
        gb_html_escape(s.text, run, out);
    return run;
}

static void put_spans(span s, gb_buffer *out, int depth)
{
    int tries = 0;
    char before = ' ';
    for (size_t i = 0; i < s.n;) {
        span rest = part(s, i, s.n);
        bool special =
            s.text[i] && strchr("*_~`[!<$\\", s.text[i]) && depth < DEEPEST && tries++ < MOST_TRIES;
        size_t used = special ? put_special(rest, before, out, depth) : 0;
        if (!used) used = put_plain(rest, out);
        i += used;
        before = s.text[i - 1];
    }
}

void gb_md_put_spans(gb_md_text s, gb_buffer *out)
{
    put_spans(s, out, 0);
}
