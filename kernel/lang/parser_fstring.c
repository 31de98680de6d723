/* f-strings, by 3.11's rules: where a field ends is found by scanning, then the field's expression
 * is lexed and parsed in place, so that its nodes have true positions. */
#include "kernel/lang/parser_state.h"

#include "graph/base/memory.h"

#include <stdio.h>
#include <string.h>

enum { DEEPEST_FIELD = 2 };

typedef struct scanner {
    gb_parser *p;
    const gb_string_part *part;
    const char *text;
    uint32_t at;
    uint32_t end;
} scanner;

static void *fail(scanner *s, const char *text)
{
    const gb_token *t = gb_last_token(s->p);
    return gb_parser_fail(s->p, t->start, t->end, "f-string: %s", text);
}

static int fail_part(scanner *s, const char *what)
{
    const gb_token *t = gb_last_token(s->p);
    gb_parser_fail(s->p, t->start, t->end, "f-string expression part cannot include %s", what);
    return -1;
}

/* What is open while looking for the end of an expression. */
typedef struct nesting {
    char brackets[200];
    size_t depth;
    char quote;
    bool triple;
} nesting;

/* In a string within the expression. */
static void scan_quoted(scanner *s, nesting *n)
{
    const char *t = s->text + s->at;
    if (*t != n->quote) {
        s->at++;
    } else if (!n->triple) {
        n->quote = 0;
        s->at++;
    } else if (s->end - s->at >= 3 && t[1] == *t && t[2] == *t) {
        n->quote = 0;
        s->at += 3;
    } else {
        s->at++;
    }
}

static void open_quote(scanner *s, nesting *n)
{
    const char *t = s->text + s->at;
    n->quote = *t;
    n->triple = s->end - s->at >= 3 && t[1] == *t && t[2] == *t;
    s->at += n->triple ? 3 : 1;
}

static bool close_bracket(scanner *s, nesting *n, char c)
{
    char text[96], opening = n->depth ? n->brackets[n->depth - 1] : 0;
    if (!opening) {
        snprintf(text, sizeof text, "unmatched '%c'", c);
        return fail(s, text);
    }
    n->depth--;
    if ((c == ')' && opening == '(') || (c == ']' && opening == '[') ||
        (c == '}' && opening == '{')) {
        s->at++;
        return true;
    }
    snprintf(text, sizeof text, "closing parenthesis '%c' does not match opening parenthesis '%c'",
             c, opening);
    return fail(s, text);
}

/* Whether c at depth 0 ends the expression; comparison signs do not. */
static bool ends_expression(scanner *s, char c)
{
    char next = s->at + 1 < s->end ? s->text[s->at + 1] : 0;
    if ((c == '!' || c == '=' || c == '<' || c == '>') && next == '=') {
        s->at += 2;
        return false;
    }
    if (c == '<' || c == '>') {
        s->at++;
        return false;
    }
    return true;
}

/* Moves to the character that ends the expression; -1 failed. */
static int scan_expression(scanner *s)
{
    nesting n = {.depth = 0};
    while (s->at < s->end) {
        char c = s->text[s->at];
        if (c == '\\') {
            return fail_part(s, "a backslash");
        }
        if (n.quote) {
            scan_quoted(s, &n);
        } else if (c == '\'' || c == '"') {
            open_quote(s, &n);
        } else if (c == '[' || c == '{' || c == '(') {
            if (n.depth == sizeof n.brackets) {
                fail(s, "too many nested parenthesis");
                return -1;
            }
            n.brackets[n.depth++] = c;
            s->at++;
        } else if (c == '#') {
            return fail_part(s, "'#'");
        } else if (n.depth == 0 && c && strchr("!:}=<>", c)) {
            if (ends_expression(s, c)) break;
        } else if (c == ']' || c == '}' || c == ')') {
            if (!close_bracket(s, &n, c)) return -1;
        } else {
            s->at++;
        }
    }
    if (n.quote) {
        fail(s, "unterminated string");
        return -1;
    }
    if (n.depth) {
        fail(s, "expecting '}'");
        return -1;
    }
    return 0;
}

/* --- the expression ------------------------------------------------------------------------- */

static void settle(gb_parser *inner, gb_parser *outer)
{
    if (gb_parser_failed(outer) || outer->quiet) return;
    const gb_token *last = &inner->tokens.items[inner->furthest];
    bool lexical =
        inner->tokens.error.cls && (inner->tokens.decisive || last->kind == GB_TOKEN_ERROR);
    if (lexical)
        *outer->err = inner->tokens.error;
    else
        gb_parser_fail(inner, last->start, last->end, "invalid syntax");
}

/* Parses bytes [start, end) as what may stand in parentheses. */
static gb_node *parse_field_expression(gb_parser *p, uint32_t start, uint32_t end)
{
    gb_parser inner = *p;
    inner.at = inner.furthest = 0;
    inner.prefix = "f-string: ";
    inner.field++;
    inner.tokens = (gb_tokens){0};
    gb_lex_options options = {.start = start, .end = end, .inside = true};
    if (!gb_lex(p->source, options, &inner.tokens, p->err)) return NULL;
    gb_node *node = gb_parse_inside_parentheses(&inner, start);
    /* A tuple or generator is left for its bracket to finish; here there is none. */
    if (node && node->depth == 0) node = gb_parser_finish(&inner, node);
    if (node && gb_peek_kind(&inner) != GB_TOKEN_END) node = NULL;
    if (inner.tokens.unclosed.kind != GB_TOKEN_END) node = NULL;
    if (!node) settle(&inner, p);
    gb_tokens_release(&inner.tokens);
    return gb_parser_failed(p) ? NULL : node;
}

static bool is_blank(const char *text, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (!strchr(" \t\n\f\r", text[i])) return false;
    return true;
}

/* --- fields --------------------------------------------------------------------------------- */

static bool parse_pieces(scanner *s, gb_buffer *literal, gb_node_list *values, int level);

static gb_node *parse_spec(scanner *s, int level)
{
    gb_node *node = gb_parser_node(s->p, GB_NODE_JOINED_STR, gb_last_token(s->p)->start);
    gb_buffer literal = GB_BUFFER_INIT;
    bool ok = node && parse_pieces(s, &literal, &node->as.joined_str.values, level + 1) &&
              gb_flush_literal(s->p, &literal, &node->as.joined_str.values);
    gb_buffer_release(&literal);
    return ok ? gb_parser_finish(s->p, node) : NULL;
}

static bool parse_conversion(scanner *s, gb_node *field)
{
    s->at++;
    if (s->at >= s->end) return fail(s, "expecting '}'");
    char c = s->text[s->at++];
    if (c != 's' && c != 'r' && c != 'a')
        return fail(s, "invalid conversion character: expected 's', 'r', or 'a'");
    field->as.formatted_value.conversion = c;
    return true;
}

/* `{x=}` prints its own text. */
static void self_document(scanner *s, uint32_t start, gb_buffer *literal)
{
    s->at++;
    while (s->at < s->end && strchr(" \t\n\f\r", s->text[s->at]))
        s->at++;
    gb_buffer_put(literal, s->text + start, s->at - start);
}

/* What follows the expression, up to and with the `}`. */
static bool parse_field_end(scanner *s, gb_node *field, bool documented, int level)
{
    field->as.formatted_value.conversion = -1;
    if (s->at < s->end && s->text[s->at] == '!' && !parse_conversion(s, field)) return false;
    bool spec = s->at < s->end && s->text[s->at] == ':';
    if (spec) {
        s->at++;
        if (!(field->as.formatted_value.format_spec = parse_spec(s, level))) return false;
    }
    if (s->at >= s->end || s->text[s->at] != '}') return fail(s, "expecting '}'");
    s->at++;
    if (documented && !spec && field->as.formatted_value.conversion == -1)
        field->as.formatted_value.conversion = 'r';
    return true;
}

static bool parse_field(scanner *s, gb_buffer *literal, gb_node_list *values, int level)
{
    if (level >= DEEPEST_FIELD) return fail(s, "expressions nested too deeply");
    uint32_t start = ++s->at;
    if (scan_expression(s) < 0) return false;
    uint32_t end = s->at;
    if (s->at >= s->end) return fail(s, "expecting '}'");
    if (is_blank(s->text, start, end)) return fail(s, "empty expression not allowed");
    gb_parser *p = s->p;
    gb_node *field = gb_parser_node(p, GB_NODE_FORMATTED_VALUE, start);
    if (!field) return false;
    if (!(field->as.formatted_value.value = parse_field_expression(p, start, end))) return false;
    bool documented = s->text[s->at] == '=';
    if (documented) self_document(s, start, literal);
    if (!gb_flush_literal(p, literal, values)) return false;
    if (!parse_field_end(s, field, documented, level)) return false;
    return (field = gb_parser_finish(p, field)) && gb_list_add(p, values, field);
}

/* Literal text up to the next field or the end; decodes it. */
static bool parse_literal(scanner *s, gb_buffer *literal)
{
    gb_string_part piece = *s->part;
    piece.start = s->at;
    while (s->at < s->end) {
        char c = s->text[s->at];
        if (!s->part->raw && c == '\\' && s->at + 1 < s->end) {
            s->at++;
            bool named = s->text[s->at] == 'N' && s->at + 1 < s->end && s->text[s->at + 1] == '{';
            if (named) {
                const char *close = memchr(s->text + s->at, '}', s->end - s->at);
                s->at = close ? (uint32_t)(close - s->text) + 1 : s->end;
                continue;
            }
            if (s->text[s->at] != '{' && s->text[s->at] != '}') s->at++;
            continue;
        }
        if (c == '{' || c == '}') break;
        s->at++;
    }
    piece.end = s->at;
    return gb_decode_string(s->p, &piece, literal);
}

static bool parse_pieces(scanner *s, gb_buffer *literal, gb_node_list *values, int level)
{
    while (s->at < s->end) {
        char c = s->text[s->at];
        bool doubled = level == 0 && s->at + 1 < s->end && s->text[s->at + 1] == c;
        if ((c == '{' || c == '}') && doubled) {
            gb_buffer_char(literal, c);
            s->at += 2;
        } else if (c == '{') {
            if (!parse_field(s, literal, values, level)) return false;
        } else if (c == '}') {
            return level > 0 || fail(s, "single '}' is not allowed");
        } else if (!parse_literal(s, literal)) {
            return false;
        }
    }
    return true;
}

bool gb_parse_fstring(gb_parser *p, const gb_string_part *part, gb_buffer *literal,
                      gb_node_list *values)
{
    scanner s = {p, part, p->source->text, part->start, part->end};
    if (p->field > 8) return fail(&s, "expressions nested too deeply");
    return parse_pieces(&s, literal, values, 0);
}
