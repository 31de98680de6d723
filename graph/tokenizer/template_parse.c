/* Jinja text to a tree: data, tags, white-space control, statements. See template.h. */
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/template_parser.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef gb_template_node node;

/* --- text between tags
 * --------------------------------------------------------------------------------------- */

/* Reads the close of a tag and what it does to the text that follows. */
static bool close_tag(gb_template_parser *p, bool block)
{
    if (p->token != GB_TT_CLOSE || (p->token_text[p->token_size - 2] == '%') != block)
        return gb_tp_fail(p, "the end of the tag was expected");
    char sign = p->token_size == 3 ? p->token_text[0] : '\0';
    p->at += p->token_size;
    p->strip = sign == '-';
    p->line_start = false;
    if (block && sign == '\0' && gb_tp_look(p, 0) == '\n') {
        p->at++;
        p->line++;
        p->line_start = true;
    }
    return true;
}

/* Where the data before a tag ends: "-" eats all white space, a block's own line loses its indent.
 */
static size_t trimmed_end(const gb_template_parser *p, size_t first, size_t last)
{
    char kind = p->text[last + 1], sign = last + 2 < p->n ? p->text[last + 2] : '\0';
    if (sign == '-') {
        while (last > first && isspace((unsigned char)p->text[last - 1]))
            last--;
        return last;
    }
    if (kind == '{' || sign == '+') return last;
    size_t line = last;
    while (line > first && (p->text[line - 1] == ' ' || p->text[line - 1] == '\t'))
        line--;
    bool starts = line > first ? p->text[line - 1] == '\n' : p->line_start;
    return starts ? line : last;
}

/* Skips {# … #}. */
static bool skip_comment(gb_template_parser *p)
{
    const char *end = NULL;
    for (size_t i = p->at + 2; i + 1 < p->n && !end; i++)
        if (p->text[i] == '#' && p->text[i + 1] == '}') end = p->text + i;
    if (!end) return gb_tp_fail(p, "a comment is not closed");
    for (; p->text + p->at < end; p->at++)
        p->line += p->text[p->at] == '\n';
    p->strip = end[-1] == '-';
    p->at += 2;
    p->line_start = false;
    if (!p->strip && gb_tp_look(p, 0) == '\n') {
        p->at++;
        p->line++;
        p->line_start = true;
    }
    return true;
}

static size_t find_tag(const gb_template_parser *p)
{
    for (size_t i = p->at; i + 1 < p->n; i++)
        if (p->text[i] == '{' && strchr("{%#", p->text[i + 1])) return i;
    return p->n;
}

/* The data up to the next tag; NULL node for none. The tag's opening is not consumed. */
static bool read_data(gb_template_parser *p, node **out)
{
    *out = NULL;
    while (p->strip && p->at < p->n && isspace((unsigned char)p->text[p->at]))
        p->line += p->text[p->at++] == '\n';
    p->strip = false;
    size_t first = p->at, tag = find_tag(p);
    size_t last = tag < p->n ? trimmed_end(p, first, tag) : tag;
    if (last > first) {
        if (!(*out = gb_tp_node(p, GB_T_DATA)) ||
            !gb_tp_keep(p, *out, p->text + first, last - first))
            return false;
    }
    for (; p->at < tag; p->at++)
        p->line += p->text[p->at] == '\n';
    return true;
}

/* --- statements
 * ------------------------------------------------------------------------------------------------
 */

/* Parses up to a block tag whose first word is in `ends` (NULL-terminated); the parser is then
 * behind that word, which *end names. At the end of the template *end is NULL. */
static bool parse_body(gb_template_parser *p, const char *const *ends, const char **end,
                       node **first);
static bool parse_statement(gb_template_parser *p, node **out);

static bool parse_body_to(gb_template_parser *p, const char *end, node **first)
{
    const char *ends[] = {end, NULL}, *found;
    return parse_body(p, ends, &found, first) && close_tag(p, true);
}

static bool parse_for(gb_template_parser *p, node *x)
{
    static const char *const ends[] = {"else", "endfor", NULL};
    const char *end;
    node **tail = &x->c;
    do {
        if (p->token == GB_TT_OPERATOR && !gb_tp_next(p)) return false; /* "," or "(" */
        if (p->token != GB_TT_NAME) return gb_tp_fail(p, "a name was expected after 'for'");
        if (!(*tail = gb_tp_node(p, GB_T_NAME)) ||
            !gb_tp_keep(p, *tail, p->token_text, p->token_size) || !gb_tp_next(p))
            return false;
        tail = &(*tail)->next;
    } while (gb_tp_is_op(p, ","));
    if (gb_tp_is_op(p, ")") && !gb_tp_next(p)) return false;
    if (!gb_tp_is_word(p, "in") || !gb_tp_next(p)) return gb_tp_fail(p, "'in' was expected");
    if (!(x->a = gb_tp_and_or(p, true))) return false;
    if (gb_tp_is_word(p, "if") && (!gb_tp_next(p) || !(x->b = gb_tp_expression(p)))) return false;
    if (!close_tag(p, true) || !parse_body(p, ends, &end, &x->first)) return false;
    if (end == ends[0] && (!close_tag(p, true) || !parse_body(p, ends + 1, &end, &x->other)))
        return false;
    return close_tag(p, true);
}

static bool parse_if(gb_template_parser *p, node *x)
{
    static const char *const ends[] = {"elif", "else", "endif", NULL};
    const char *end;
    if (!gb_tp_enter(p)) return false;
    if (!(x->a = gb_tp_tuple(p)) || !close_tag(p, true) || !parse_body(p, ends, &end, &x->first))
        return false;
    if (end == ends[0]) {
        if (!(x->other = gb_tp_node(p, GB_T_IF)) || !parse_if(p, x->other)) return false;
    } else {
        if (end == ends[1] && (!close_tag(p, true) || !parse_body(p, ends + 2, &end, &x->other)))
            return false;
        if (!close_tag(p, true)) return false;
    }
    p->depth--;
    return true;
}

static bool parse_set(gb_template_parser *p, node *x)
{
    if (!(x->c = gb_tp_tuple(p))) return false;
    if (gb_tp_is_op(p, "=")) return gb_tp_next(p) && (x->a = gb_tp_tuple(p)) && close_tag(p, true);
    return close_tag(p, true) && parse_body_to(p, "endset", &x->first);
}

static bool parse_macro(gb_template_parser *p, node *x)
{
    if (p->token != GB_TT_NAME || !gb_tp_keep(p, x, p->token_text, p->token_size) || !gb_tp_next(p))
        return gb_tp_fail(p, "a name was expected after 'macro'");
    return gb_tp_expect(p, "(") && gb_tp_arguments(p, ")", &x->c) && close_tag(p, true) &&
           parse_body_to(p, "endmacro", &x->first);
}

/* {% filter NAME(…) %}: the filters are parsed around an empty text, which the body replaces. */
static bool parse_filter_block(gb_template_parser *p, node *x)
{
    node *inner = gb_tp_node(p, GB_T_NAME);
    if (!inner || !gb_tp_keep(p, inner, " body", 5)) return false;
    if (!(inner = gb_tp_named(p, GB_T_FILTER, inner))) return false;
    if (!(x->a = gb_tp_filters(p, inner))) return false;
    return close_tag(p, true) && parse_body_to(p, "endfilter", &x->first);
}

static bool parse_raw(gb_template_parser *p, node *x)
{
    if (!close_tag(p, true)) return false;
    size_t first = p->at;
    for (; p->at + 1 < p->n; p->at++) {
        p->line += p->text[p->at] == '\n';
        if (p->text[p->at] != '{' || p->text[p->at + 1] != '%') continue;
        gb_template_parser ahead = *p;
        ahead.at += 2 + (gb_tp_look(p, 2) == '-');
        if (!gb_tp_next(&ahead)) return false;
        if (!gb_tp_is_word(&ahead, "endraw")) continue;
        size_t last = trimmed_end(p, first, p->at);
        if (!gb_tp_keep(p, x, p->text + first, last - first)) return false;
        *p = ahead;
        return gb_tp_next(p) && close_tag(p, true);
    }
    return gb_tp_fail(p, "'endraw' is missing");
}

/* {% generation %}: what the assistant says; only its body matters here. */
static bool parse_generation(gb_template_parser *p, node *x)
{
    if (!close_tag(p, true) || !parse_body_to(p, "endgeneration", &x->first)) return false;
    x->a = gb_tp_node(p, GB_T_TRUE);
    return x->a != NULL;
}

static bool parse_jump(gb_template_parser *p, node *x)
{
    (void)x;
    return close_tag(p, true);
}

static const struct {
    const char *word;
    gb_template_kind kind;
    bool (*parse)(gb_template_parser *p, node *x);
} statements[] = {
    {"for", GB_T_FOR, parse_for},
    {"if", GB_T_IF, parse_if},
    {"set", GB_T_SET, parse_set},
    {"macro", GB_T_MACRO, parse_macro},
    {"filter", GB_T_FILTERED, parse_filter_block},
    {"raw", GB_T_DATA, parse_raw},
    {"generation", GB_T_IF, parse_generation},
    {"break", GB_T_BREAK, parse_jump},
    {"continue", GB_T_CONTINUE, parse_jump},
};

/* The parser is at the first word of a block tag that ends no body. */
static bool parse_statement(gb_template_parser *p, node **out)
{
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        if (!gb_tp_is_word(p, statements[i].word)) continue;
        if (!gb_tp_enter(p) || !(*out = gb_tp_node(p, statements[i].kind)) || !gb_tp_next(p))
            return false;
        bool ok = statements[i].parse(p, *out);
        p->depth--;
        return ok;
    }
    return gb_fail(p->err, GB_ERR_NOT_IMPLEMENTED, "chat template, line %u: the tag '%.*s'",
                   p->line, p->token == GB_TT_NAME ? (int)p->token_size : 1, p->token_text);
}

/* Consumes "{%", "{{" and a sign, and reads the first token. */
static bool open_tag(gb_template_parser *p)
{
    p->at += 2;
    if (gb_tp_look(p, 0) == '-' || gb_tp_look(p, 0) == '+') p->at++;
    return gb_tp_next(p);
}

static bool parse_output(gb_template_parser *p, node **out)
{
    if (!(*out = gb_tp_node(p, GB_T_OUTPUT)) || !open_tag(p)) return false;
    return ((*out)->a = gb_tp_tuple(p)) && close_tag(p, false);
}

static const char *find_end(const gb_template_parser *p, const char *const *ends)
{
    for (; *ends; ends++)
        if (gb_tp_is_word(p, *ends)) return *ends;
    return NULL;
}

static bool parse_body(gb_template_parser *p, const char *const *ends, const char **end,
                       node **first)
{
    node **tail = first;
    for (*end = NULL;;) {
        node *data, *x = NULL;
        if (!read_data(p, &data)) return false;
        if (data) {
            *tail = data;
            tail = &data->next;
        }
        if (p->at >= p->n)
            return !ends[0] || gb_fail(p->err, GB_ERR_SYNTAX, "chat template: '%s' is missing",
                                       ends[1] ? "the end of a block" : ends[0]);
        char kind = gb_tp_look(p, 1);
        if (kind == '#') {
            if (!skip_comment(p)) return false;
            continue;
        }
        if (kind == '{') {
            if (!parse_output(p, &x)) return false;
        } else {
            if (!open_tag(p)) return false;
            if ((*end = find_end(p, ends))) {
                /* the pointers are compared by callers: give the caller's own */
                return gb_tp_next(p);
            }
            if (!parse_statement(p, &x)) return false;
        }
        *tail = x;
        tail = &x->next;
    }
}

/* --- the whole
 * ---------------------------------------------------------------------------------------------------
 */

/* Line ends as "\n", one at the very end left out: as Jinja reads a template. Owned. */
static char *normalize_lines(const char *text, size_t n, size_t *size, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\r') {
            gb_buffer_char(&b, '\n');
            if (i + 1 < n && text[i + 1] == '\n') i++;
        } else {
            gb_buffer_char(&b, text[i]);
        }
    }
    if (b.size && b.data[b.size - 1] == '\n') b.data[--b.size] = '\0';
    return gb_buffer_take(&b, size, err);
}

gb_template *gb_template_parse(const char *text, size_t n, gb_error *err)
{
    static const char *const none[] = {NULL};
    const char *end;
    size_t size = 0;
    char *lines = normalize_lines(text, n, &size, err);
    gb_template *t = lines ? gb_calloc(1, sizeof *t, err) : NULL;
    gb_template_parser p = {
        .template = t, .text = lines, .n = size, .line = 1, .line_start = true, .err = err};
    bool ok = t && (gb_utf8_valid(lines, size) ||
                    gb_fail(err, GB_ERR_VALUE, "the chat template is not UTF-8"));
    ok = ok && parse_body(&p, none, &end, &t->body);
    gb_free(lines);
    if (ok) return t;
    gb_template_free(t);
    return NULL;
}

void gb_template_free(gb_template *t)
{
    if (!t) return;
    gb_arena_release(&t->arena);
    gb_free(t);
}
