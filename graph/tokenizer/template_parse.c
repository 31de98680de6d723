/* Jinja text to a tree: tags, white-space control, expressions. See template.h. */
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/template_tree.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef gb_template_node node;

/* Where the parser is. Inside a tag, `token` is the one at hand. */
typedef struct parser {
    gb_template *template;
    const char *text;
    size_t n, at;
    uint32_t line;
    int depth;
    bool line_start; /* what was read last ended a line */
    bool strip;      /* the last tag eats the white space that follows */
    enum { T_END, T_NAME, T_TEXT, T_INT, T_FLOAT, T_OPERATOR, T_CLOSE } token;
    const char *token_text; /* of a name, text or operator */
    size_t token_size;
    int64_t integer;
    double real;
    gb_error *err;
} parser;

static bool fail(parser *p, const char *what)
{
    return gb_fail(p->err, GB_ERR_SYNTAX, "chat template, line %u: %s", p->line, what);
}

static node *new_node(parser *p, gb_template_kind kind)
{
    node *x = gb_arena_alloc(&p->template->arena, sizeof *x, p->err);
    if (!x) return NULL;
    x->kind = kind;
    x->line = p->line;
    return x;
}

static bool enter(parser *p)
{
    return ++p->depth <= GB_TEMPLATE_MAX_DEPTH || fail(p, "nested too deeply");
}

static bool keep_text(parser *p, node *x, const char *text, size_t n)
{
    x->text = gb_arena_strndup(&p->template->arena, text, n, p->err);
    x->size = n;
    return x->text != NULL;
}

/* --- tokens inside a tag
 * ---------------------------------------------------------------------------------- */

static char look(const parser *p, size_t ahead)
{
    return p->at + ahead < p->n ? p->text[p->at + ahead] : '\0';
}

static void skip_space(parser *p)
{
    for (; p->at < p->n && isspace((unsigned char)p->text[p->at]); p->at++)
        p->line += p->text[p->at] == '\n';
}

/* A quoted text with its escapes resolved, into the arena. */
static bool read_quoted(parser *p)
{
    gb_buffer b = GB_BUFFER_INIT;
    char quote = p->text[p->at++];
    while (p->at < p->n && p->text[p->at] != quote) {
        char c = p->text[p->at++];
        p->line += c == '\n';
        if (c == '\\' && p->at < p->n) {
            char e = p->text[p->at++];
            static const char from[] = "ntrbf0\\'\"", to[] = "\n\t\r\b\f\0\\'\"";
            const char *place = strchr(from, e);
            if (e == 'u' && p->at + 4 <= p->n) {
                char hex[5] = {0};
                memcpy(hex, p->text + p->at, 4);
                gb_buffer_codepoint(&b, (uint32_t)strtoul(hex, NULL, 16));
                p->at += 4;
                continue;
            }
            if (!place) gb_buffer_char(&b, '\\');
            c = place ? to[place - from] : e;
        }
        gb_buffer_char(&b, c);
    }
    bool ok = p->at < p->n || fail(p, "a text is not closed");
    p->at++;
    p->token = T_TEXT;
    p->token_size = b.size;
    ok = ok && gb_buffer_ok(&b, p->err);
    p->token_text =
        ok ? gb_arena_strndup(&p->template->arena, b.data ? b.data : "", b.size, p->err) : NULL;
    gb_buffer_release(&b);
    return p->token_text != NULL;
}

static bool read_number(parser *p)
{
    char digits[64];
    size_t n = 0;
    bool real = false;
    while (n + 1 < sizeof digits) {
        char c = look(p, 0);
        if (c == '.' && (real || !isdigit((unsigned char)look(p, 1)))) break;
        if (!isdigit((unsigned char)c) && c != '_' && c != '.') break;
        real = real || c == '.';
        if (c != '_') digits[n++] = c;
        p->at++;
    }
    digits[n] = '\0';
    p->token = real ? T_FLOAT : T_INT;
    p->real = strtod(digits, NULL);
    p->integer = strtoll(digits, NULL, 10);
    return true;
}

/* The tag's end: "-%}", "+%}", "%}", "}}", "-}}". */
static bool read_close(parser *p)
{
    size_t sign = look(p, 0) == '-' || look(p, 0) == '+';
    char a = look(p, sign), b = look(p, sign + 1);
    if (b != '}' || (a != '%' && a != '}')) return false;
    p->token = T_CLOSE;
    p->token_text = p->text + p->at;
    p->token_size = sign + 2;
    return true;
}

static bool next(parser *p)
{
    static const char *const operators[] = {"**", "//", "==", "!=", "<=", ">=", "<", ">", "+",
                                            "-",  "*",  "/",  "%",  "~",  "|",  "=", "(", ")",
                                            "[",  "]",  "{",  "}",  ",",  ":",  ".", ";"};
    skip_space(p);
    if (p->at >= p->n) return fail(p, "a tag is not closed");
    char c = look(p, 0);
    if (read_close(p)) return true;
    if (c == '\'' || c == '"') return read_quoted(p);
    if (isdigit((unsigned char)c)) return read_number(p);
    if (isalpha((unsigned char)c) || c == '_') {
        size_t first = p->at;
        while (isalnum((unsigned char)look(p, 0)) || look(p, 0) == '_')
            p->at++;
        p->token = T_NAME;
        p->token_text = p->text + first;
        p->token_size = p->at - first;
        return true;
    }
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        size_t m = strlen(operators[i]);
        if (p->n - p->at < m || memcmp(p->text + p->at, operators[i], m) != 0) continue;
        p->token = T_OPERATOR;
        p->token_text = p->text + p->at;
        p->token_size = m;
        p->at += m;
        return true;
    }
    return fail(p, "a character that means nothing here");
}

static bool is_token(const parser *p, int kind, const char *text)
{
    return (int)p->token == kind && strlen(text) == p->token_size &&
           memcmp(p->token_text, text, p->token_size) == 0;
}

static bool is_op(const parser *p, const char *text)
{
    return is_token(p, T_OPERATOR, text);
}

static bool is_word(const parser *p, const char *text)
{
    return is_token(p, T_NAME, text);
}

static bool expect_op(parser *p, const char *text)
{
    if (is_op(p, text)) return next(p);
    return gb_fail(p->err, GB_ERR_SYNTAX, "chat template, line %u: '%s' was expected", p->line,
                   text);
}

/* --- expressions
 * ------------------------------------------------------------------------------------------- */

static node *parse_expression(parser *p);
static node *parse_unary(parser *p, bool with_filters);

/* Comma-separated items up to `close`, which is consumed. */
static bool parse_arguments(parser *p, const char *close, node **first)
{
    node **tail = first;
    while (!is_op(p, close)) {
        node *item = NULL;
        if (p->token == T_NAME) { /* perhaps NAME=value */
            parser before = *p;
            if (!next(p)) return false;
            if (is_op(p, "=")) {
                if (!(item = new_node(p, GB_T_NAMED)) ||
                    !keep_text(p, item, before.token_text, before.token_size) || !next(p) ||
                    !(item->a = parse_expression(p)))
                    return false;
            } else {
                gb_error *err = p->err;
                *p = before;
                p->err = err;
            }
        }
        if (!item && !(item = parse_expression(p))) return false;
        *tail = item;
        tail = &item->next;
        if (!is_op(p, close) && !expect_op(p, ",")) return false;
    }
    return next(p);
}

static node *parse_dict(parser *p)
{
    node *x = new_node(p, GB_T_DICT);
    node **tail = x ? &x->first : NULL;
    while (x && !is_op(p, "}")) {
        node *key = parse_expression(p);
        if (!key || !expect_op(p, ":") || !(key->next = parse_expression(p))) return NULL;
        *tail = key;
        tail = &key->next->next;
        if (!is_op(p, "}") && !expect_op(p, ",")) return NULL;
    }
    return x && next(p) ? x : NULL;
}

/* After "(": an expression, or a tuple. */
static node *parse_parenthesis(parser *p)
{
    node *x = new_node(p, GB_T_LIST);
    if (!x) return NULL;
    if (is_op(p, ")")) return next(p) ? x : NULL;
    node *first = parse_expression(p);
    if (!first) return NULL;
    if (is_op(p, ")")) return next(p) ? first : NULL;
    x->first = first;
    return expect_op(p, ",") && parse_arguments(p, ")", &first->next) ? x : NULL;
}

static node *parse_text(parser *p)
{
    node *x = new_node(p, GB_T_TEXT);
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = x != NULL;
    for (; ok && p->token == T_TEXT; ok = next(p)) /* neighbours are one text */
        gb_buffer_put(&b, p->token_text, p->token_size);
    ok = ok && gb_buffer_ok(&b, p->err) && keep_text(p, x, b.data ? b.data : "", b.size);
    gb_buffer_release(&b);
    return ok ? x : NULL;
}

static node *parse_word(parser *p)
{
    static const struct {
        const char *word;
        gb_template_kind kind;
    } constants[] = {{"true", GB_T_TRUE},   {"True", GB_T_TRUE}, {"false", GB_T_FALSE},
                     {"False", GB_T_FALSE}, {"none", GB_T_NONE}, {"None", GB_T_NONE}};
    node *x = new_node(p, GB_T_NAME);
    if (!x || !keep_text(p, x, p->token_text, p->token_size)) return NULL;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (strcmp(constants[i].word, x->text) == 0) x->kind = constants[i].kind;
    return next(p) ? x : NULL;
}

static node *parse_primary(parser *p)
{
    node *x = NULL;
    if (p->token == T_NAME) return parse_word(p);
    if (p->token == T_TEXT) return parse_text(p);
    if (p->token == T_INT || p->token == T_FLOAT) {
        if (!(x = new_node(p, p->token == T_INT ? GB_T_INT : GB_T_FLOAT))) return NULL;
        x->integer = p->integer;
        x->real = p->real;
        return next(p) ? x : NULL;
    }
    if (is_op(p, "(")) return next(p) ? parse_parenthesis(p) : NULL;
    if (is_op(p, "{")) return next(p) ? parse_dict(p) : NULL;
    if (is_op(p, "[")) {
        if (!(x = new_node(p, GB_T_LIST)) || !next(p)) return NULL;
        return parse_arguments(p, "]", &x->first) ? x : NULL;
    }
    fail(p, "an expression was expected");
    return NULL;
}

/* After "[": an item or a slice. */
static node *parse_subscript(parser *p, node *base)
{
    node *x = new_node(p, GB_T_ITEM);
    if (!x) return NULL;
    x->a = base;
    if (!is_op(p, ":") && !(x->b = parse_expression(p))) return NULL;
    if (is_op(p, ":")) {
        x->kind = GB_T_SLICE;
        if (!next(p)) return NULL;
        if (!is_op(p, ":") && !is_op(p, "]") && !(x->c = parse_expression(p))) return NULL;
        if (is_op(p, ":")) {
            if (!next(p)) return NULL;
            if (!is_op(p, "]") && !(x->first = parse_expression(p))) return NULL;
        }
    }
    return expect_op(p, "]") ? x : NULL;
}

/* The name of a filter or test, with its arguments. */
static node *parse_named(parser *p, gb_template_kind kind, node *base)
{
    node *x = new_node(p, kind);
    if (!x || p->token != T_NAME || !keep_text(p, x, p->token_text, p->token_size) || !next(p)) {
        if (x) fail(p, "a name was expected");
        return NULL;
    }
    x->a = base;
    if (is_op(p, "(")) return next(p) && parse_arguments(p, ")", &x->first) ? x : NULL;
    /* `is divisibleby 3`, `is in list` */
    bool argument =
        kind == GB_T_TEST &&
        (p->token == T_TEXT || p->token == T_INT || p->token == T_FLOAT || is_op(p, "[") ||
         (p->token == T_NAME && !is_word(p, "and") && !is_word(p, "or") && !is_word(p, "else") &&
          !is_word(p, "is") && !is_word(p, "if") && !is_word(p, "not") && !is_word(p, "in")));
    if (argument && !(x->first = parse_unary(p, false))) return NULL;
    return x;
}

static node *parse_test(parser *p, node *base)
{
    bool negated = is_word(p, "not");
    if (negated && !next(p)) return NULL;
    node *test = parse_named(p, GB_T_TEST, base);
    if (!test || !negated) return test;
    node *x = new_node(p, GB_T_NOT);
    if (x) x->a = test;
    return x;
}

static node *parse_postfix(parser *p, node *x)
{
    while (x && (is_op(p, ".") || is_op(p, "[") || is_op(p, "("))) {
        node *base = x;
        bool call = is_op(p, "("), item = is_op(p, "[");
        if (!next(p)) return NULL;
        if (item) {
            x = parse_subscript(p, base);
        } else if (call) {
            if (!(x = new_node(p, GB_T_CALL))) return NULL;
            x->a = base;
            if (!parse_arguments(p, ")", &x->first)) return NULL;
        } else {
            if (p->token != T_NAME) {
                fail(p, "a name was expected after '.'");
                return NULL;
            }
            if (!(x = new_node(p, GB_T_ATTRIBUTE)) ||
                !keep_text(p, x, p->token_text, p->token_size) || !next(p))
                return NULL;
            x->a = base;
        }
    }
    return x;
}

static node *parse_filters(parser *p, node *x)
{
    while (x) {
        if (is_op(p, "|"))
            x = next(p) ? parse_named(p, GB_T_FILTER, x) : NULL;
        else if (is_word(p, "is"))
            x = next(p) ? parse_test(p, x) : NULL;
        else if (is_op(p, "("))
            x = parse_postfix(p, x);
        else if (is_op(p, ".") || is_op(p, "["))
            x = parse_postfix(p, x);
        else
            break;
    }
    return x;
}

static node *parse_unary(parser *p, bool with_filters)
{
    node *x;
    if (!enter(p)) return NULL;
    if (is_op(p, "-") || is_op(p, "+")) {
        bool minus = is_op(p, "-");
        if (!next(p) || !(x = parse_unary(p, false))) return NULL;
        if (minus) {
            node *inner = x;
            if ((x = new_node(p, GB_T_NEGATE))) x->a = inner;
        }
    } else {
        x = parse_primary(p);
    }
    x = x ? parse_postfix(p, x) : NULL;
    if (x && with_filters) x = parse_filters(p, x);
    p->depth--;
    return x;
}

/* Levels of binary operators, the loosest first. */
static const char *const levels[][8] = {
    {"+", "-"},
    {"~"},
    {"*", "/", "//", "%"},
    {"**"},
};
enum { LEVELS = sizeof levels / sizeof *levels };

static const char *operator_at(const parser *p, int level)
{
    for (int i = 0; i < 8 && levels[level][i]; i++)
        if (is_op(p, levels[level][i])) return levels[level][i];
    return NULL;
}

static node *make_binary(parser *p, const char *operator, node * a, node *b)
{
    node *x = b ? new_node(p, GB_T_BINARY) : NULL;
    if (!x) return NULL;
    x->text = operator;
    x->a = a;
    x->b = b;
    return x;
}

static node *parse_math(parser *p, int level)
{
    if (level == LEVELS) return parse_unary(p, true);
    node *x = parse_math(p, level + 1);
    for (const char *op; x && (op = operator_at(p, level));)
        x = next(p) ? make_binary(p, op, x, parse_math(p, level + 1)) : NULL;
    return x;
}

static const char *comparison_at(const parser *p)
{
    static const char *const operators[] = {"==", "!=", "<=", ">=", "<", ">"};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (is_op(p, operators[i])) return operators[i];
    return is_word(p, "in") ? "in" : is_word(p, "not") ? "not in" : NULL;
}

static node *parse_comparison(parser *p)
{
    node *x = parse_math(p, 0);
    for (const char *op; x && (op = comparison_at(p));) {
        if (!next(p)) return NULL;
        if (strcmp(op, "not in") == 0 && (!is_word(p, "in") || !next(p))) {
            fail(p, "'in' was expected after 'not'");
            return NULL;
        }
        x = make_binary(p, op, x, parse_math(p, 0));
    }
    return x;
}

static node *parse_not(parser *p)
{
    if (!is_word(p, "not")) return parse_comparison(p);
    if (!enter(p) || !next(p)) return NULL;
    node *inner = parse_not(p), *x = inner ? new_node(p, GB_T_NOT) : NULL;
    if (x) x->a = inner;
    p->depth--;
    return x;
}

static node *parse_and_or(parser *p, bool either)
{
    node *x = either ? parse_and_or(p, false) : parse_not(p);
    while (x && is_word(p, either ? "or" : "and")) {
        node *left = x;
        if (!next(p) || !(x = new_node(p, either ? GB_T_OR : GB_T_AND))) return NULL;
        x->a = left;
        if (!(x->b = either ? parse_and_or(p, false) : parse_not(p))) return NULL;
    }
    return x;
}

static node *parse_expression(parser *p)
{
    if (!enter(p)) return NULL;
    node *x = parse_and_or(p, true);
    while (x && is_word(p, "if")) {
        node *value = x;
        if (!next(p) || !(x = new_node(p, GB_T_CHOICE))) return NULL;
        x->a = value;
        if (!(x->b = parse_and_or(p, true))) return NULL;
        if (is_word(p, "else") && (!next(p) || !(x->c = parse_expression(p)))) return NULL;
    }
    p->depth--;
    return x;
}

/* An expression, or several with commas as a tuple. */
static node *parse_tuple(parser *p)
{
    node *first = parse_expression(p);
    if (!first || !is_op(p, ",")) return first;
    node *x = new_node(p, GB_T_LIST);
    if (!x) return NULL;
    x->first = first;
    for (node *last = first; is_op(p, ","); last = last->next) {
        if (!next(p)) return NULL;
        if (p->token == T_CLOSE || is_op(p, "=")) break;
        if (!(last->next = parse_expression(p))) return NULL;
    }
    return x;
}

/* --- text between tags
 * --------------------------------------------------------------------------------------- */

/* Reads the close of a tag and what it does to the text that follows. */
static bool close_tag(parser *p, bool block)
{
    if (p->token != T_CLOSE || (p->token_text[p->token_size - 2] == '%') != block)
        return fail(p, "the end of the tag was expected");
    char sign = p->token_size == 3 ? p->token_text[0] : '\0';
    p->at += p->token_size;
    p->strip = sign == '-';
    p->line_start = false;
    if (block && sign == '\0' && look(p, 0) == '\n') {
        p->at++;
        p->line++;
        p->line_start = true;
    }
    return true;
}

/* Where the data before a tag ends: "-" eats all white space, a block's own line loses its indent.
 */
static size_t trimmed_end(const parser *p, size_t first, size_t last)
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
static bool skip_comment(parser *p)
{
    const char *end = NULL;
    for (size_t i = p->at + 2; i + 1 < p->n && !end; i++)
        if (p->text[i] == '#' && p->text[i + 1] == '}') end = p->text + i;
    if (!end) return fail(p, "a comment is not closed");
    for (; p->text + p->at < end; p->at++)
        p->line += p->text[p->at] == '\n';
    p->strip = end[-1] == '-';
    p->at += 2;
    p->line_start = false;
    if (!p->strip && look(p, 0) == '\n') {
        p->at++;
        p->line++;
        p->line_start = true;
    }
    return true;
}

static size_t find_tag(const parser *p)
{
    for (size_t i = p->at; i + 1 < p->n; i++)
        if (p->text[i] == '{' && strchr("{%#", p->text[i + 1])) return i;
    return p->n;
}

/* The data up to the next tag; NULL node for none. The tag's opening is not consumed. */
static bool read_data(parser *p, node **out)
{
    *out = NULL;
    while (p->strip && p->at < p->n && isspace((unsigned char)p->text[p->at]))
        p->line += p->text[p->at++] == '\n';
    p->strip = false;
    size_t first = p->at, tag = find_tag(p);
    size_t last = tag < p->n ? trimmed_end(p, first, tag) : tag;
    if (last > first) {
        if (!(*out = new_node(p, GB_T_DATA)) || !keep_text(p, *out, p->text + first, last - first))
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
static bool parse_body(parser *p, const char *const *ends, const char **end, node **first);
static bool parse_statement(parser *p, node **out);

static bool parse_body_to(parser *p, const char *end, node **first)
{
    const char *ends[] = {end, NULL}, *found;
    return parse_body(p, ends, &found, first) && close_tag(p, true);
}

static bool parse_for(parser *p, node *x)
{
    static const char *const ends[] = {"else", "endfor", NULL};
    const char *end;
    node **tail = &x->c;
    do {
        if (p->token == T_OPERATOR && !next(p)) return false; /* "," or "(" */
        if (p->token != T_NAME) return fail(p, "a name was expected after 'for'");
        if (!(*tail = new_node(p, GB_T_NAME)) ||
            !keep_text(p, *tail, p->token_text, p->token_size) || !next(p))
            return false;
        tail = &(*tail)->next;
    } while (is_op(p, ","));
    if (is_op(p, ")") && !next(p)) return false;
    if (!is_word(p, "in") || !next(p)) return fail(p, "'in' was expected");
    if (!(x->a = parse_and_or(p, true))) return false;
    if (is_word(p, "if") && (!next(p) || !(x->b = parse_expression(p)))) return false;
    if (!close_tag(p, true) || !parse_body(p, ends, &end, &x->first)) return false;
    if (end == ends[0] && (!close_tag(p, true) || !parse_body(p, ends + 1, &end, &x->other)))
        return false;
    return close_tag(p, true);
}

static bool parse_if(parser *p, node *x)
{
    static const char *const ends[] = {"elif", "else", "endif", NULL};
    const char *end;
    if (!enter(p)) return false;
    if (!(x->a = parse_tuple(p)) || !close_tag(p, true) || !parse_body(p, ends, &end, &x->first))
        return false;
    if (end == ends[0]) {
        if (!(x->other = new_node(p, GB_T_IF)) || !parse_if(p, x->other)) return false;
    } else {
        if (end == ends[1] && (!close_tag(p, true) || !parse_body(p, ends + 2, &end, &x->other)))
            return false;
        if (!close_tag(p, true)) return false;
    }
    p->depth--;
    return true;
}

static bool parse_set(parser *p, node *x)
{
    if (!(x->c = parse_tuple(p))) return false;
    if (is_op(p, "=")) return next(p) && (x->a = parse_tuple(p)) && close_tag(p, true);
    return close_tag(p, true) && parse_body_to(p, "endset", &x->first);
}

static bool parse_macro(parser *p, node *x)
{
    if (p->token != T_NAME || !keep_text(p, x, p->token_text, p->token_size) || !next(p))
        return fail(p, "a name was expected after 'macro'");
    return expect_op(p, "(") && parse_arguments(p, ")", &x->c) && close_tag(p, true) &&
           parse_body_to(p, "endmacro", &x->first);
}

/* {% filter NAME(…) %}: the filters are parsed around an empty text, which the body replaces. */
static bool parse_filter_block(parser *p, node *x)
{
    node *inner = new_node(p, GB_T_NAME);
    if (!inner || !keep_text(p, inner, " body", 5)) return false;
    if (!(inner = parse_named(p, GB_T_FILTER, inner))) return false;
    if (!(x->a = parse_filters(p, inner))) return false;
    return close_tag(p, true) && parse_body_to(p, "endfilter", &x->first);
}

static bool parse_raw(parser *p, node *x)
{
    if (!close_tag(p, true)) return false;
    size_t first = p->at;
    for (; p->at + 1 < p->n; p->at++) {
        p->line += p->text[p->at] == '\n';
        if (p->text[p->at] != '{' || p->text[p->at + 1] != '%') continue;
        parser ahead = *p;
        ahead.at += 2 + (look(p, 2) == '-');
        if (!next(&ahead)) return false;
        if (!is_word(&ahead, "endraw")) continue;
        size_t last = trimmed_end(p, first, p->at);
        if (!keep_text(p, x, p->text + first, last - first)) return false;
        *p = ahead;
        return next(p) && close_tag(p, true);
    }
    return fail(p, "'endraw' is missing");
}

/* {% generation %}: what the assistant says; only its body matters here. */
static bool parse_generation(parser *p, node *x)
{
    if (!close_tag(p, true) || !parse_body_to(p, "endgeneration", &x->first)) return false;
    x->a = new_node(p, GB_T_TRUE);
    return x->a != NULL;
}

static bool parse_jump(parser *p, node *x)
{
    (void)x;
    return close_tag(p, true);
}

static const struct {
    const char *word;
    gb_template_kind kind;
    bool (*parse)(parser *p, node *x);
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
static bool parse_statement(parser *p, node **out)
{
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        if (!is_word(p, statements[i].word)) continue;
        if (!enter(p) || !(*out = new_node(p, statements[i].kind)) || !next(p)) return false;
        bool ok = statements[i].parse(p, *out);
        p->depth--;
        return ok;
    }
    return gb_fail(p->err, GB_ERR_NOT_IMPLEMENTED, "chat template, line %u: the tag '%.*s'",
                   p->line, p->token == T_NAME ? (int)p->token_size : 1, p->token_text);
}

/* Consumes "{%", "{{" and a sign, and reads the first token. */
static bool open_tag(parser *p)
{
    p->at += 2;
    if (look(p, 0) == '-' || look(p, 0) == '+') p->at++;
    return next(p);
}

static bool parse_output(parser *p, node **out)
{
    if (!(*out = new_node(p, GB_T_OUTPUT)) || !open_tag(p)) return false;
    return ((*out)->a = parse_tuple(p)) && close_tag(p, false);
}

static const char *find_end(const parser *p, const char *const *ends)
{
    for (; *ends; ends++)
        if (is_word(p, *ends)) return *ends;
    return NULL;
}

static bool parse_body(parser *p, const char *const *ends, const char **end, node **first)
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
        char kind = look(p, 1);
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
                return next(p);
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
    parser p = {.template = t, .text = lines, .n = size, .line = 1, .line_start = true, .err = err};
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
