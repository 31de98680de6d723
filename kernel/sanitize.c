/* An allow-list over HTML. See sanitize.h.
 *
 * Not an HTML parser: tags are recognised as browsers recognise them, and what is written out is
 * quoted and escaped anew, so that no browser can read it in another way. */
#include "kernel/sanitize.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

typedef enum element_kind { VOID, BLOCK, INLINE, SILENT, ACTIVE } element_kind;
typedef enum attribute_kind { TEXT, ADDRESS, IMAGE, STYLE } attribute_kind;

static const struct element {
    const char *name;
    element_kind kind;
} elements[] = {
#define GB_ELEMENT(name, kind) {#name, kind},
#include "kernel/sanitize.def"
};

static const struct attribute {
    const char *name;
    attribute_kind kind;
} attributes[] = {
#define GB_ATTRIBUTE(name, kind) {#name, kind},
#include "kernel/sanitize.def"
};

enum { NEST_LIMIT = 256, NAME_LIMIT = 16 };

typedef struct cleaner {
    const char *text;
    size_t n, at;
    gb_buffer *out;
    const struct element *open[NEST_LIMIT];
    size_t depth;
    bool acted; /* something that acts was left out */
    bool text_only;
} cleaner;

static const struct element *find_element(const char *name, size_t n)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strlen(elements[i].name) == n && strncasecmp(elements[i].name, name, n) == 0)
            return &elements[i];
    return NULL;
}

static const struct attribute *find_attribute(const char *name, size_t n)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (strlen(attributes[i].name) == n && strncasecmp(attributes[i].name, name, n) == 0)
            return &attributes[i];
    return NULL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/';
}

/* --- attributes --------------------------------------------------------------------------------*/

static bool starts(const char *text, size_t n, const char *start)
{
    size_t m = strlen(start);
    return n >= m && strncasecmp(text, start, m) == 0;
}

/* Browsers pass over blanks and control characters in schemes, and decode entities: an address with
 * any of these, or with a scheme that is not in the list, is not kept. */
static bool safe_address(const char *text, size_t n, bool image)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    static const char *const pictures[] = {"data:image/png;", "data:image/jpeg;", "data:image/gif;",
                                           "data:image/webp;", "data:image/svg+xml;"};
    size_t colon = 0;
    while (colon < n && text[colon] != ':' && !strchr("/?#", text[colon])) {
        if ((unsigned char)text[colon] <= ' ' || strchr("&<>\"", text[colon])) return false;
        colon++;
    }
    if (colon == n || text[colon] != ':') return true; /* relative */
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (starts(text, n, schemes[i])) return !image || i < 2;
    for (size_t i = 0; image && i < sizeof pictures / sizeof *pictures; i++)
        if (starts(text, n, pictures[i])) return true;
    return false;
}

static bool holds(const char *text, size_t n, const char *word)
{
    size_t m = strlen(word);
    for (size_t i = 0; i + m <= n; i++)
        if (strncasecmp(text + i, word, m) == 0) return true;
    return false;
}

/* Declarations without addresses, escapes, and places outside the output's own. */
static bool safe_style(const char *text, size_t n)
{
    static const char *const words[] = {"url",      "expression", "@",          "\\", "position",
                                        "behavior", "binding",    "javascript", "/*", "&",
                                        "<",        ">",          "\""};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (holds(text, n, words[i])) return false;
    return true;
}

static bool safe_value(attribute_kind kind, const char *text, size_t n)
{
    switch (kind) {
    case ADDRESS: return safe_address(text, n, false);
    case IMAGE: return safe_address(text, n, true);
    case STYLE: return safe_style(text, n);
    default: return true;
    }
}

/* Entities of the source stay entities: only quotes and angle brackets are escaped. */
static void put_value(const char *text, size_t n, gb_buffer *out)
{
    for (size_t i = 0; i < n; i++) {
        char c = text[i];
        const char *name = c == '"' ? "&quot;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
        if (name)
            gb_buffer_text(out, name);
        else
            gb_buffer_char(out, c);
    }
}

/* The value behind `=`: text and size; moves over it. */
static const char *read_value(cleaner *c, size_t *n)
{
    char quote = c->text[c->at];
    if (quote == '"' || quote == '\'') {
        const char *start = c->text + ++c->at;
        const char *end = memchr(start, quote, c->n - c->at);
        *n = end ? (size_t)(end - start) : c->n - c->at;
        c->at += *n + (end != NULL);
        return start;
    }
    const char *start = c->text + c->at;
    while (c->at < c->n && c->text[c->at] != '>' &&
           (!is_blank(c->text[c->at]) || c->text[c->at] == '/'))
        c->at++;
    *n = (size_t)(c->text + c->at - start);
    return start;
}

/* Moves over one attribute, and writes it when it may stay. */
static void take_attribute(cleaner *c, bool keep)
{
    const char *name = c->text + c->at, *value = NULL;
    size_t size = 0, n;
    do
        c->at++;
    while (c->at < c->n && !is_blank(c->text[c->at]) && c->text[c->at] != '=' &&
           c->text[c->at] != '>');
    n = (size_t)(c->text + c->at - name);
    size_t back = c->at;
    while (c->at < c->n && is_blank(c->text[c->at]) && c->text[c->at] != '/')
        c->at++;
    if (c->at < c->n && c->text[c->at] == '=') {
        c->at++;
        while (c->at < c->n && is_blank(c->text[c->at]) && c->text[c->at] != '/')
            c->at++;
        value = c->at < c->n ? read_value(c, &size) : "";
    } else {
        c->at = back;
    }
    const struct attribute *known = find_attribute(name, n);
    if (starts(name, n, "on")) c->acted = true;
    if (!keep || !known || !safe_value(known->kind, value ? value : "", size)) return;
    gb_buffer_format(c->out, " %s", known->name);
    if (!value) return;
    gb_buffer_text(c->out, "=\"");
    put_value(value, size, c->out);
    gb_buffer_char(c->out, '"');
}

/* Moves behind the tag's `>`. */
static void take_attributes(cleaner *c, bool keep)
{
    while (c->at < c->n && c->text[c->at] != '>') {
        if (is_blank(c->text[c->at]))
            c->at++;
        else
            take_attribute(c, keep);
    }
    if (c->at < c->n) c->at++;
}

/* --- tags --------------------------------------------------------------------------------------*/

/* Moves behind </name>, or to the end of the text. */
static void skip_content(cleaner *c, const char *name)
{
    size_t n = strlen(name);
    for (; c->at < c->n; c->at++) {
        const char *here = c->text + c->at;
        size_t left = c->n - c->at;
        bool ends = left > n + 2 && here[0] == '<' && here[1] == '/' &&
                    strncasecmp(here + 2, name, n) == 0 &&
                    (is_blank(here[n + 2]) || here[n + 2] == '>');
        if (!ends) continue;
        c->at += n + 2;
        take_attributes(c, false);
        return;
    }
}

/* Text alone: blocks stand on lines of their own, cells of a table apart. */
static void put_gap(cleaner *c, const struct element *e, bool closing)
{
    bool ends = e->kind == BLOCK || strcmp(e->name, "br") == 0 || strcmp(e->name, "hr") == 0;
    bool cell = strcmp(e->name, "td") == 0 || strcmp(e->name, "th") == 0;
    if (cell && closing) gb_buffer_char(c->out, '\t');
    if (ends && c->out->size && c->out->data[c->out->size - 1] != '\n')
        gb_buffer_char(c->out, '\n');
}

static void open_tag(cleaner *c, const struct element *e)
{
    if (e && (e->kind == SILENT || e->kind == ACTIVE)) {
        c->acted = c->acted || e->kind == ACTIVE;
        take_attributes(c, false);
        skip_content(c, e->name);
        return;
    }
    bool keep = e && c->depth < NEST_LIMIT;
    if (keep && c->text_only) put_gap(c, e, false);
    bool writes = keep && !c->text_only;
    if (writes) gb_buffer_format(c->out, "<%s", e->name);
    take_attributes(c, writes);
    if (writes) gb_buffer_char(c->out, '>');
    if (keep && e->kind != VOID) c->open[c->depth++] = e;
}

static void put_end(cleaner *c, const struct element *e)
{
    if (c->text_only)
        put_gap(c, e, true);
    else
        gb_buffer_format(c->out, "</%s>", e->name);
}

/* Closes what was opened inside too; an end without a beginning is nothing. */
static void close_tag(cleaner *c, const struct element *e)
{
    take_attributes(c, false);
    size_t at = c->depth;
    while (at && c->open[at - 1] != e)
        at--;
    while (at && c->depth >= at)
        put_end(c, c->open[--c->depth]);
}

/* A tag, a comment or a declaration at `<`; false when it is just a sign. */
static bool take_tag(cleaner *c)
{
    const char *here = c->text + c->at;
    size_t left = c->n - c->at;
    if (left > 3 && memcmp(here, "<!--", 4) == 0) {
        const char *end = memmem(here + 4, left - 4, "-->", 3);
        c->at = end ? (size_t)(end - c->text) + 3 : c->n;
        return true;
    }
    bool end = left > 1 && here[1] == '/';
    size_t from = end ? 2 : 1, n = 0;
    if (left <= from) return false;
    if (here[1] == '!' || here[1] == '?' || (end && !isalpha((unsigned char)here[2]))) {
        const char *close = memchr(here, '>', left);
        c->at = close ? (size_t)(close - c->text) + 1 : c->n;
        return true;
    }
    if (!isalpha((unsigned char)here[from])) return false;
    while (from + n < left && !is_blank(here[from + n]) && here[from + n] != '>')
        n++;
    const struct element *e = n < NAME_LIMIT ? find_element(here + from, n) : NULL;
    static const char *const acting[] = {"form", "input", "button", "embed",
                                         "base", "meta",  "link"};
    for (size_t i = 0; !e && i < sizeof acting / sizeof *acting; i++)
        if (starts(here + from, n, acting[i])) c->acted = true;
    c->at += from + n;
    if (end)
        close_tag(c, e);
    else
        open_tag(c, e);
    return true;
}

/* --- text --------------------------------------------------------------------------------------*/

/* An entity as its character, for text alone: the few that matter, and numbers. */
static bool take_entity(cleaner *c)
{
    static const struct {
        const char *name, *text;
    } known[] = {{"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},     {"&quot;", "\""},
                 {"&#39;", "'"},   {"&nbsp;", " "},  {"&middot;", "·"}, {"&minus;", "−"},
                 {"&times;", "×"}, {"&hellip;", "…"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t m = strlen(known[i].name);
        if (c->n - c->at < m || memcmp(c->text + c->at, known[i].name, m) != 0) continue;
        gb_buffer_text(c->out, known[i].text);
        c->at += m;
        return true;
    }
    return false;
}

static void take_text(cleaner *c)
{
    char ch = c->text[c->at];
    if (c->text_only && ch == '&' && take_entity(c)) return;
    if (ch == '<' || ch == '>')
        gb_buffer_text(c->out, c->text_only ? (ch == '<' ? "<" : ">")
                               : ch == '<'  ? "&lt;"
                                            : "&gt;");
    else
        gb_buffer_char(c->out, ch);
    c->at++;
}

static void clean(cleaner *c)
{
    while (c->at < c->n)
        if (c->text[c->at] != '<' || !take_tag(c)) take_text(c);
    while (c->depth)
        put_end(c, c->open[--c->depth]);
}

bool gb_sanitize_html(const char *html, size_t n, gb_buffer *out)
{
    cleaner c = {.text = html, .n = n, .out = out};
    clean(&c);
    return c.acted;
}

void gb_html_text(const char *html, size_t n, gb_buffer *out)
{
    cleaner c = {.text = html, .n = n, .out = out, .text_only = true};
    clean(&c);
    while (out->size && strchr("\n\t ", out->data[out->size - 1]))
        out->data[--out->size] = 0;
}
