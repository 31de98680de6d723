/* Blocks of Markdown: paragraphs, lists in lists, quotes, code, tables. See markdown.h. */
#include "kernel/markdown.h"

#include "graph/base/arena.h"
#include "kernel/markdown_span.h"
#include "kernel/sanitize.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 16, TAB = 4, CODE_INDENT = 4 };

typedef gb_md_text line;

typedef struct writer {
    gb_arena arena; /* of the lines of inner blocks */
    gb_error err;
    gb_buffer *out;
} writer;

typedef struct lines {
    line *items;
    size_t count;
} lines;

static void put_blocks(writer *w, lines all, int depth, bool tight);

/* --- what a line is ----------------------------------------------------------------------------*/

static size_t indent_of(line l)
{
    size_t columns = 0;
    for (size_t i = 0; i < l.n && (l.text[i] == ' ' || l.text[i] == '\t'); i++)
        columns += l.text[i] == ' ' ? 1 : TAB - columns % TAB;
    return columns;
}

/* Without its first `columns` columns of blanks. */
static line dedent(line l, size_t columns)
{
    size_t at = 0, seen = 0;
    while (at < l.n && seen < columns && (l.text[at] == ' ' || l.text[at] == '\t'))
        seen += l.text[at++] == ' ' ? 1 : TAB - seen % TAB;
    return (line){l.text + at, l.n - at};
}

static line trimmed(line l)
{
    while (l.n && isspace((unsigned char)*l.text))
        l = (line){l.text + 1, l.n - 1};
    while (l.n && isspace((unsigned char)l.text[l.n - 1]))
        l.n--;
    return l;
}

static bool is_empty(line l)
{
    return trimmed(l).n == 0;
}

static size_t heading_level(line l)
{
    size_t level = 0;
    l = trimmed(l);
    while (level < l.n && level < 7 && l.text[level] == '#')
        level++;
    return level && level < 7 && (level == l.n || l.text[level] == ' ') ? level : 0;
}

/* "```", "~~~": the number of marks, 0 for another line. */
static size_t fence_size(line l)
{
    l = trimmed(l);
    size_t n = 0;
    while (n < l.n && (*l.text == '`' || *l.text == '~') && l.text[n] == *l.text)
        n++;
    return n >= 3 ? n : 0;
}

static bool is_rule(line l)
{
    size_t marks = 0;
    l = trimmed(l);
    for (size_t i = 0; i < l.n; i++) {
        if (l.text[i] != *l.text && l.text[i] != ' ') return false;
        marks += l.text[i] == *l.text;
    }
    return marks >= 3 && strchr("-*_", *l.text);
}

static bool is_quote(line l)
{
    l = trimmed(l);
    return l.n && *l.text == '>';
}

/* The mark of a list item: its width with the blank behind it, 0 when the line is none. */
static size_t item_mark(line l, bool *ordered)
{
    size_t digits = 0;
    l = trimmed(l);
    while (digits < l.n && digits < 9 && isdigit((unsigned char)l.text[digits]))
        digits++;
    *ordered = digits > 0;
    size_t mark = digits;
    if (digits ? mark < l.n && strchr(".)", l.text[mark]) : l.n && strchr("-*+", *l.text)) mark++;
    if (mark == digits || is_rule(l)) return 0;
    return mark == l.n || l.text[mark] == ' ' || l.text[mark] == '\t' ? mark + 1 : 0;
}

/* |---|:-:| under a table's head. */
static bool is_table_rule(line l)
{
    bool dash = false;
    l = trimmed(l);
    for (size_t i = 0; i < l.n; i++) {
        if (!strchr("|-: ", l.text[i])) return false;
        dash = dash || l.text[i] == '-';
    }
    return dash && memchr(l.text, '|', l.n);
}

static bool starts_table(lines all, size_t at)
{
    return at + 1 < all.count && memchr(all.items[at].text, '|', all.items[at].n) &&
           is_table_rule(all.items[at + 1]);
}

static bool starts_html(line l)
{
    l = trimmed(l);
    return l.n > 2 && *l.text == '<' &&
           (isalpha((unsigned char)l.text[1]) || l.text[1] == '/' || l.text[1] == '!') &&
           !(l.n > 5 && memcmp(l.text, "<http", 5) == 0);
}

/* Does a paragraph end before this line? */
static bool interrupts(lines all, size_t at)
{
    bool ordered;
    line l = all.items[at];
    return is_empty(l) || heading_level(l) || fence_size(l) || is_rule(l) || is_quote(l) ||
           item_mark(l, &ordered) || starts_table(all, at);
}

/* --- blocks: each writes one and returns the line behind it ------------------------------------
 */

static size_t put_heading(writer *w, lines all, size_t at)
{
    line l = trimmed(all.items[at]);
    size_t level = heading_level(l);
    l = trimmed((line){l.text + level, l.n - level});
    while (l.n && l.text[l.n - 1] == '#')
        l.n--;
    gb_buffer_format(w->out, "<h%zu>", level);
    gb_md_put_spans(trimmed(l), w->out);
    gb_buffer_format(w->out, "</h%zu>\n", level);
    return at + 1;
}

static size_t put_fenced(writer *w, lines all, size_t at)
{
    size_t size = fence_size(all.items[at]), indent = indent_of(all.items[at]);
    char mark = *trimmed(all.items[at]).text;
    gb_buffer_text(w->out, "<pre class=\"code\">");
    for (at++; at < all.count; at++) {
        line l = all.items[at], bare = trimmed(l);
        size_t closing = fence_size(l);
        if (closing >= size && *bare.text == mark && closing == bare.n) break;
        l = dedent(l, indent);
        gb_html_escape(l.text, l.n, w->out);
        gb_buffer_char(w->out, '\n');
    }
    gb_buffer_text(w->out, "</pre>\n");
    return at + 1;
}

static size_t put_indented(writer *w, lines all, size_t at)
{
    size_t end = at;
    for (size_t i = at; i < all.count; i++) {
        if (!is_empty(all.items[i]) && indent_of(all.items[i]) < CODE_INDENT) break;
        if (!is_empty(all.items[i])) end = i + 1;
    }
    gb_buffer_text(w->out, "<pre class=\"code\">");
    for (; at < end; at++) {
        line l = dedent(all.items[at], CODE_INDENT);
        gb_html_escape(l.text, l.n, w->out);
        gb_buffer_char(w->out, '\n');
    }
    gb_buffer_text(w->out, "</pre>\n");
    return at;
}

/* Room for the lines of an inner block: at most `count`. */
static lines inner_lines(writer *w, size_t count)
{
    return (lines){gb_arena_array(&w->arena, count + 1, sizeof(line), &w->err), 0};
}

static size_t put_quote(writer *w, lines all, size_t at, int depth)
{
    lines inner = inner_lines(w, all.count - at);
    for (; inner.items && at < all.count; at++) {
        line l = trimmed(all.items[at]);
        bool marked = is_quote(l);
        if (!marked && (is_empty(l) || interrupts(all, at))) break;
        if (marked) l = dedent((line){l.text + 1, l.n - 1}, 1);
        inner.items[inner.count++] = l;
    }
    gb_buffer_text(w->out, "<blockquote>\n");
    put_blocks(w, inner, depth + 1, false);
    gb_buffer_text(w->out, "</blockquote>\n");
    return at;
}

/* One item's lines into `inner`, from its mark on; the line behind it. *loose: there is an empty
 * line in it that something follows. */
static size_t take_item(lines all, size_t at, lines *inner, bool *loose)
{
    bool ordered;
    line first = all.items[at];
    size_t base = indent_of(first), mark = item_mark(first, &ordered), width = base + mark;
    line rest = trimmed(first);
    inner->items[inner->count++] =
        mark > rest.n ? (line){rest.text + rest.n, 0} : (line){rest.text + mark, rest.n - mark};
    size_t empty = 0;
    for (at++; at < all.count; at++) {
        line l = all.items[at];
        if (is_empty(l)) {
            empty++;
            continue;
        }
        bool inside = indent_of(l) >= (width < base + 2 ? width : base + 2);
        if (!inside && (empty || interrupts(all, at))) break;
        if (empty) *loose = true;
        for (; empty; empty--)
            inner->items[inner->count++] = (line){"", 0};
        inner->items[inner->count++] = inside ? dedent(l, width) : trimmed(l);
    }
    return at - empty;
}

static size_t put_list(writer *w, lines all, size_t at, int depth)
{
    bool ordered, next_ordered, loose = false;
    size_t base = indent_of(all.items[at]), end = at;
    item_mark(all.items[at], &ordered);
    lines whole = inner_lines(w, all.count - at);
    gb_buffer_text(w->out, ordered ? "<ol" : "<ul");
    size_t start = ordered ? strtoul(trimmed(all.items[at]).text, NULL, 10) : 1;
    if (start != 1) gb_buffer_format(w->out, " start=\"%zu\"", start);
    gb_buffer_text(w->out, ">\n");
    while (whole.items && end < all.count) {
        lines inner = {whole.items + whole.count, 0};
        size_t behind = take_item(all, end, &inner, &loose);
        whole.count += inner.count;
        size_t next = behind;
        while (next < all.count && is_empty(all.items[next]))
            next++;
        bool goes_on = next < all.count && item_mark(all.items[next], &next_ordered) &&
                       next_ordered == ordered && indent_of(all.items[next]) < base + 2;
        loose = loose || (goes_on && next > behind);
        gb_buffer_text(w->out, "<li>");
        put_blocks(w, inner, depth + 1, !loose);
        gb_buffer_text(w->out, "</li>\n");
        end = goes_on ? next : behind;
        if (!goes_on) break;
    }
    gb_buffer_text(w->out, ordered ? "</ol>\n" : "</ul>\n");
    return end;
}

/* --- tables ------------------------------------------------------------------------------------*/

/* The next cell of a row; false at its end. `\|` is no border. */
static bool next_cell(line *row, line *cell)
{
    if (!row->n) return false;
    size_t end = 0;
    bool code = false;
    for (; end < row->n && (code || row->text[end] != '|'); end++) {
        if (row->text[end] == '`')
            code = !code && memchr(row->text + end + 1, '`', row->n - end - 1);
        if (row->text[end] == '\\' && end + 1 < row->n) end++;
    }
    *cell = trimmed((line){row->text, end});
    *row = end < row->n ? (line){row->text + end + 1, row->n - end - 1} : (line){row->text, 0};
    return true;
}

static line row_of(line l)
{
    l = trimmed(l);
    if (l.n && *l.text == '|') l = (line){l.text + 1, l.n - 1};
    if (l.n && l.text[l.n - 1] == '|' && (l.n < 2 || l.text[l.n - 2] != '\\')) l.n--;
    return l;
}

static void put_row(writer *w, line row, line rule, const char *tag)
{
    line cell, how;
    gb_buffer_text(w->out, "<tr>");
    while (next_cell(&row, &cell)) {
        const char *align = "";
        if (next_cell(&rule, &how) && how.n > 1) {
            bool left = *how.text == ':', right = how.text[how.n - 1] == ':';
            align = left && right ? "center" : right ? "right" : left ? "left" : "";
        }
        if (*align)
            gb_buffer_format(w->out, "<%s style=\"text-align: %s\">", tag, align);
        else
            gb_buffer_format(w->out, "<%s>", tag);
        gb_md_put_spans(cell, w->out);
        gb_buffer_format(w->out, "</%s>", tag);
    }
    gb_buffer_text(w->out, "</tr>\n");
}

static size_t put_table(writer *w, lines all, size_t at)
{
    line rule = row_of(all.items[at + 1]);
    gb_buffer_text(w->out, "<table>\n<thead>");
    put_row(w, row_of(all.items[at]), rule, "th");
    gb_buffer_text(w->out, "</thead>\n<tbody>");
    for (at += 2; at < all.count && memchr(all.items[at].text, '|', all.items[at].n); at++)
        put_row(w, row_of(all.items[at]), rule, "td");
    gb_buffer_text(w->out, "</tbody>\n</table>\n");
    return at;
}

/* --- the rest ----------------------------------------------------------------------------------*/

/* Raw HTML up to an empty line. */
static size_t put_html(writer *w, lines all, size_t at)
{
    for (; at < all.count && !is_empty(all.items[at]); at++) {
        gb_buffer_put(w->out, all.items[at].text, all.items[at].n);
        gb_buffer_char(w->out, '\n');
    }
    return at;
}

static size_t put_paragraph(writer *w, lines all, size_t at, bool tight)
{
    gb_buffer text = GB_BUFFER_INIT;
    size_t first = at;
    do {
        line l = all.items[at];
        line bare = trimmed(l);
        if (at > first) gb_buffer_char(&text, '\n');
        gb_buffer_put(&text, bare.text, bare.n);
        bool hard = l.n >= 2 && l.text[l.n - 1] == ' ' && l.text[l.n - 2] == ' ';
        if (hard && at + 1 < all.count) gb_buffer_text(&text, "  ");
        at++;
    } while (at < all.count && !interrupts(all, at));
    if (!tight) gb_buffer_text(w->out, "<p>");
    if (text.data) gb_md_put_spans((line){text.data, text.size}, w->out);
    gb_buffer_text(w->out, tight ? "\n" : "</p>\n");
    gb_buffer_release(&text);
    return at;
}

static size_t put_block(writer *w, lines all, size_t at, int depth, bool tight)
{
    bool ordered;
    line l = all.items[at];
    bool nests = depth < DEEPEST;
    if (is_empty(l)) return at + 1;
    if (fence_size(l)) return put_fenced(w, all, at);
    if (indent_of(l) >= CODE_INDENT) return put_indented(w, all, at);
    if (heading_level(l)) return put_heading(w, all, at);
    if (is_rule(l)) return gb_buffer_text(w->out, "<hr>\n"), at + 1;
    if (nests && is_quote(l)) return put_quote(w, all, at, depth);
    if (nests && item_mark(l, &ordered)) return put_list(w, all, at, depth);
    if (starts_table(all, at)) return put_table(w, all, at);
    if (starts_html(l)) return put_html(w, all, at);
    return put_paragraph(w, all, at, tight);
}

static void put_blocks(writer *w, lines all, int depth, bool tight)
{
    for (size_t at = 0; all.items && at < all.count && !w->out->failed;)
        at = put_block(w, all, at, depth, tight);
}

static lines split(writer *w, const char *text, size_t n)
{
    size_t count = 1;
    for (size_t i = 0; i < n; i++)
        count += text[i] == '\n';
    lines all = inner_lines(w, count);
    for (size_t at = 0; all.items && at < n;) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t size = end ? (size_t)(end - text) - at : n - at;
        all.items[all.count++] = (line){text + at, size - (size && text[at + size - 1] == '\r')};
        at += size + 1;
    }
    return all;
}

void gb_markdown_html(const char *text, size_t n, gb_buffer *out)
{
    gb_buffer raw = GB_BUFFER_INIT;
    writer w = {.out = &raw};
    put_blocks(&w, split(&w, text, n), 0, false);
    if (raw.data) gb_sanitize_html(raw.data, raw.size, out);
    out->failed = out->failed || raw.failed || w.err.cls;
    gb_buffer_release(&raw);
    gb_arena_release(&w.arena);
}
