/* A small Markdown. See markdown.h. */
#include "kernel/markdown.h"

#include <ctype.h>
#include <string.h>

typedef struct span {
    const char *text;
    size_t n;
} span;

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

/* --- inside a line -----------------------------------------------------------------------------*/

/* Where `mark` of size m comes next at or after `from`; n when it does not. */
static size_t find_mark(span s, size_t from, const char *mark, size_t m)
{
    for (size_t i = from; i + m <= s.n; i++)
        if (memcmp(s.text + i, mark, m) == 0) return i;
    return s.n;
}

/* Only addresses that cannot run anything. */
static bool safe_address(span address)
{
    static const char *const starts[] = {"http://", "https://", "mailto:", "#"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t m = strlen(starts[i]);
        if (address.n >= m && memcmp(address.text, starts[i], m) == 0) return true;
    }
    return !memchr(address.text, ':', address.n);
}

static void put_inline(span s, gb_buffer *out, int depth);

/* [words](address) at s.text[at]; the bytes it takes, 0 when it is none. */
static size_t put_link(span s, size_t at, gb_buffer *out, int depth)
{
    size_t words = find_mark(s, at + 1, "](", 2);
    if (words == s.n) return 0;
    size_t end = find_mark(s, words + 2, ")", 1);
    span address = {s.text + words + 2, end - words - 2};
    if (end == s.n || !safe_address(address)) return 0;
    gb_buffer_text(out, "<a href=\"");
    gb_html_escape(address.text, address.n, out);
    gb_buffer_text(out, "\">");
    put_inline((span){s.text + at + 1, words - at - 1}, out, depth + 1);
    gb_buffer_text(out, "</a>");
    return end + 1 - at;
}

/* `mark`…`mark` as <tag>; the bytes it takes, 0 when it is not closed. */
static size_t put_marked(span s, size_t at, const char *mark, const char *tag, gb_buffer *out,
                         int depth)
{
    size_t m = strlen(mark), end = find_mark(s, at + m, mark, m);
    if (end == s.n || end == at + m) return 0;
    gb_buffer_format(out, "<%s>", tag);
    if (*mark == '`')
        gb_html_escape(s.text + at + m, end - at - m, out);
    else
        put_inline((span){s.text + at + m, end - at - m}, out, depth + 1);
    gb_buffer_format(out, "</%s>", tag);
    return end + m - at;
}

static bool at_mark(span s, size_t at, const char *mark)
{
    size_t m = strlen(mark);
    return at + m <= s.n && memcmp(s.text + at, mark, m) == 0;
}

static size_t put_special(span s, size_t at, gb_buffer *out, int depth)
{
    static const struct {
        const char *mark, *tag;
    } marks[] = {{"**", "strong"}, {"__", "strong"}, {"*", "em"}, {"`", "code"}};
    if (s.text[at] == '[') return put_link(s, at, out, depth);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (at_mark(s, at, marks[i].mark))
            return put_marked(s, at, marks[i].mark, marks[i].tag, out, depth);
    return 0;
}

/* Depth and the number of marks tried are bounded: a line of ten thousand stars is just text. */
static void put_inline(span s, gb_buffer *out, int depth)
{
    int tries = 0;
    for (size_t i = 0; i < s.n;) {
        bool special = strchr("*_`[", s.text[i]) && s.text[i] && depth < 4 && ++tries < 200;
        size_t used = special ? put_special(s, i, out, depth) : 0;
        if (!used) gb_html_escape(s.text + i, 1, out);
        i += used ? used : 1;
    }
}

/* --- blocks ------------------------------------------------------------------------------------*/

typedef enum block {
    BLOCK_NONE,
    BLOCK_PARAGRAPH,
    BLOCK_LIST,
    BLOCK_NUMBERS,
    BLOCK_QUOTE,
    BLOCK_TABLE
} block;

static const char *const block_tags[] = {NULL, "p", "ul", "ol", "blockquote", "table"};

static void switch_to(block *now, block next, gb_buffer *out)
{
    if (*now == next) return;
    if (*now) gb_buffer_format(out, "</%s>\n", block_tags[*now]);
    if (next) gb_buffer_format(out, "<%s>", block_tags[next]);
    *now = next;
}

static span trimmed(span s)
{
    while (s.n && isspace((unsigned char)*s.text))
        s = (span){s.text + 1, s.n - 1};
    while (s.n && isspace((unsigned char)s.text[s.n - 1]))
        s.n--;
    return s;
}

static size_t heading_level(span s)
{
    size_t level = 0;
    while (level < s.n && level < 6 && s.text[level] == '#')
        level++;
    return level && level < s.n && s.text[level] == ' ' ? level : 0;
}

/* Bytes of "12. ", 0 for another start. */
static size_t number_mark(span s)
{
    size_t i = 0;
    while (i < s.n && i < 9 && isdigit((unsigned char)s.text[i]))
        i++;
    return i && i + 1 < s.n && s.text[i] == '.' && s.text[i + 1] == ' ' ? i + 2 : 0;
}

static bool bullet(span s)
{
    return s.n > 1 && (*s.text == '-' || *s.text == '*' || *s.text == '+') && s.text[1] == ' ';
}

static bool table_rule(span s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("|-: ", s.text[i])) return false;
    return true;
}

static void put_row(span s, gb_buffer *out)
{
    if (table_rule(s)) return;
    gb_buffer_text(out, "<tr>");
    size_t at = *s.text == '|';
    while (at < s.n) {
        size_t end = find_mark(s, at, "|", 1);
        gb_buffer_text(out, "<td>");
        put_inline(trimmed((span){s.text + at, end - at}), out, 0);
        gb_buffer_text(out, "</td>");
        at = end + 1;
    }
    gb_buffer_text(out, "</tr>\n");
}

static void put_item(span s, gb_buffer *out)
{
    gb_buffer_text(out, "<li>");
    put_inline(s, out, 0);
    gb_buffer_text(out, "</li>\n");
}

static void put_line(span raw, block *now, gb_buffer *out)
{
    span s = trimmed(raw);
    size_t level = heading_level(s), number = number_mark(s);
    if (!s.n) {
        switch_to(now, BLOCK_NONE, out);
    } else if (level) {
        switch_to(now, BLOCK_NONE, out);
        gb_buffer_format(out, "<h%zu>", level);
        put_inline(trimmed((span){s.text + level, s.n - level}), out, 0);
        gb_buffer_format(out, "</h%zu>\n", level);
    } else if (bullet(s)) {
        switch_to(now, BLOCK_LIST, out);
        put_item((span){s.text + 2, s.n - 2}, out);
    } else if (number) {
        switch_to(now, BLOCK_NUMBERS, out);
        put_item((span){s.text + number, s.n - number}, out);
    } else if (*s.text == '|') {
        switch_to(now, BLOCK_TABLE, out);
        put_row(s, out);
    } else {
        bool quote = *s.text == '>';
        if (*now != BLOCK_LIST && *now != BLOCK_NUMBERS)
            switch_to(now, quote ? BLOCK_QUOTE : BLOCK_PARAGRAPH, out);
        put_inline(trimmed((span){s.text + quote, s.n - quote}), out, 0);
        gb_buffer_char(out, '\n');
    }
}

static bool is_fence(span s)
{
    return s.n >= 3 && (memcmp(s.text, "```", 3) == 0 || memcmp(s.text, "~~~", 3) == 0);
}

void gb_markdown_html(const char *text, size_t n, gb_buffer *out)
{
    block now = BLOCK_NONE;
    bool code = false;
    for (size_t at = 0; at < n;) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t size = end ? (size_t)(end - text) - at : n - at;
        span line = {text + at, size};
        if (is_fence(trimmed(line))) {
            switch_to(&now, BLOCK_NONE, out);
            gb_buffer_text(out, code ? "</pre>\n" : "<pre>");
            code = !code;
        } else if (code) {
            gb_html_escape(line.text, line.n, out);
            gb_buffer_char(out, '\n');
        } else {
            put_line(line, &now, out);
        }
        at += size + 1;
    }
    switch_to(&now, BLOCK_NONE, out);
    if (code) gb_buffer_text(out, "</pre>\n");
}
