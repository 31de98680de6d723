/* Tokens and expressions of chat templates. See template_parser.h. */
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/template_parser.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef gb_template_node node;

bool gb_tp_fail(gb_template_parser *p, const char *what)
{
    return gb_fail(p->err, GB_ERR_SYNTAX, "chat template, line %u: %s", p->line, what);
}

node *gb_tp_node(gb_template_parser *p, gb_template_kind kind)
{
    node *x = gb_arena_alloc(&p->template->arena, sizeof *x, p->err);
    if (!x) return NULL;
    x->kind = kind;
    x->line = p->line;
    return x;
}

bool gb_tp_enter(gb_template_parser *p)
{
    return ++p->depth <= GB_TEMPLATE_MAX_DEPTH || gb_tp_fail(p, "nested too deeply");
}

bool gb_tp_keep(gb_template_parser *p, node *x, const char *text, size_t n)
{
    x->text = gb_arena_strndup(&p->template->arena, text, n, p->err);
    x->size = n;
    return x->text != NULL;
}

/* --- tokens inside a tag
 * ---------------------------------------------------------------------------------- */

char gb_tp_look(const gb_template_parser *p, size_t ahead)
{
    return p->at + ahead < p->n ? p->text[p->at + ahead] : '\0';
}

static void skip_space(gb_template_parser *p)
{
    for (; p->at < p->n && isspace((unsigned char)p->text[p->at]); p->at++)
        p->line += p->text[p->at] == '\n';
}

/* A quoted text with its escapes resolved, into the arena. */
static bool read_quoted(gb_template_parser *p)
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
    bool ok = p->at < p->n || gb_tp_fail(p, "a text is not closed");
    p->at++;
    p->token = GB_TT_TEXT;
    p->token_size = b.size;
    ok = ok && gb_buffer_ok(&b, p->err);
    p->token_text =
        ok ? gb_arena_strndup(&p->template->arena, b.data ? b.data : "", b.size, p->err) : NULL;
    gb_buffer_release(&b);
    return p->token_text != NULL;
}

static bool read_number(gb_template_parser *p)
{
    char digits[64] = "";
    size_t n = 0;
    bool real = false;
    while (n + 1 < sizeof digits) {
        char c = gb_tp_look(p, 0);
        if (c == '.' && (real || !isdigit((unsigned char)gb_tp_look(p, 1)))) break;
        bool exponent = (c == 'e' || c == 'E') && n && !strpbrk(digits, "eE");
        bool sign = (c == '-' || c == '+') && n && strchr("eE", digits[n - 1]);
        if (!isdigit((unsigned char)c) && c != '_' && c != '.' && !exponent && !sign) break;
        real = real || c == '.' || exponent;
        if (c != '_') digits[n++] = c;
        p->at++;
    }
    digits[n] = '\0';
    p->token = real ? GB_TT_FLOAT : GB_TT_INT;
    p->real = strtod(digits, NULL);
    p->integer = strtoll(digits, NULL, 10);
    return true;
}

/* The tag's end: "-%}", "+%}", "%}", "}}", "-}}". */
static bool read_close(gb_template_parser *p)
{
    size_t sign = gb_tp_look(p, 0) == '-' || gb_tp_look(p, 0) == '+';
    char a = gb_tp_look(p, sign), b = gb_tp_look(p, sign + 1);
    if (b != '}' || (a != '%' && a != '}') || (a == '}' && p->braces)) return false;
    p->token = GB_TT_CLOSE;
    p->token_text = p->text + p->at;
    p->token_size = sign + 2;
    return true;
}

bool gb_tp_next(gb_template_parser *p)
{
    static const char *const operators[] = {"**", "//", "==", "!=", "<=", ">=", "<", ">", "+",
                                            "-",  "*",  "/",  "%",  "~",  "|",  "=", "(", ")",
                                            "[",  "]",  "{",  "}",  ",",  ":",  ".", ";"};
    skip_space(p);
    if (p->at >= p->n) return gb_tp_fail(p, "a tag is not closed");
    char c = gb_tp_look(p, 0);
    if (read_close(p)) return true;
    if (c == '\'' || c == '"') return read_quoted(p);
    if (isdigit((unsigned char)c)) return read_number(p);
    if (isalpha((unsigned char)c) || c == '_') {
        size_t first = p->at;
        while (isalnum((unsigned char)gb_tp_look(p, 0)) || gb_tp_look(p, 0) == '_')
            p->at++;
        p->token = GB_TT_NAME;
        p->token_text = p->text + first;
        p->token_size = p->at - first;
        return true;
    }
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        size_t m = strlen(operators[i]);
        if (p->n - p->at < m || memcmp(p->text + p->at, operators[i], m) != 0) continue;
        p->token = GB_TT_OPERATOR;
        p->token_text = p->text + p->at;
        p->token_size = m;
        p->at += m;
        return true;
    }
    return gb_tp_fail(p, "a character that means nothing here");
}

static bool is_token(const gb_template_parser *p, int kind, const char *text)
{
    return (int)p->token == kind && strlen(text) == p->token_size &&
           memcmp(p->token_text, text, p->token_size) == 0;
}

bool gb_tp_is_op(const gb_template_parser *p, const char *text)
{
    return is_token(p, GB_TT_OPERATOR, text);
}

bool gb_tp_is_word(const gb_template_parser *p, const char *text)
{
    return is_token(p, GB_TT_NAME, text);
}

bool gb_tp_expect(gb_template_parser *p, const char *text)
{
    if (gb_tp_is_op(p, text)) return gb_tp_next(p);
    return gb_fail(p->err, GB_ERR_SYNTAX, "chat template, line %u: '%s' was expected", p->line,
                   text);
}

/* --- expressions
 * ------------------------------------------------------------------------------------------- */

static node *parse_unary(gb_template_parser *p, bool with_filters);

/* Comma-separated items up to `close`, which is consumed. */
bool gb_tp_arguments(gb_template_parser *p, const char *close, node **first)
{
    node **tail = first;
    while (!gb_tp_is_op(p, close)) {
        node *item = NULL;
        if (p->token == GB_TT_NAME) { /* perhaps NAME=value */
            gb_template_parser before = *p;
            if (!gb_tp_next(p)) return false;
            if (gb_tp_is_op(p, "=")) {
                if (!(item = gb_tp_node(p, GB_T_NAMED)) ||
                    !gb_tp_keep(p, item, before.token_text, before.token_size) || !gb_tp_next(p) ||
                    !(item->a = gb_tp_expression(p)))
                    return false;
            } else {
                gb_error *err = p->err;
                *p = before;
                p->err = err;
            }
        }
        if (!item && !(item = gb_tp_expression(p))) return false;
        *tail = item;
        tail = &item->next;
        if (!gb_tp_is_op(p, close) && !gb_tp_expect(p, ",")) return false;
    }
    return gb_tp_next(p);
}

/* At "{". */
static node *parse_dict(gb_template_parser *p)
{
    node *x = gb_tp_node(p, GB_T_DICT);
    node **tail = x ? &x->first : NULL;
    if (!x || !gb_tp_next(p)) return NULL;
    while (x && !gb_tp_is_op(p, "}")) {
        node *key = gb_tp_expression(p);
        if (!key || !gb_tp_expect(p, ":") || !(key->next = gb_tp_expression(p))) return NULL;
        *tail = key;
        tail = &key->next->next;
        if (!gb_tp_is_op(p, "}") && !gb_tp_expect(p, ",")) return NULL;
    }
    p->braces--;
    return gb_tp_next(p) ? x : NULL;
}

/* After "(": an expression, or a tuple. */
static node *parse_parenthesis(gb_template_parser *p)
{
    node *x = gb_tp_node(p, GB_T_LIST);
    if (!x) return NULL;
    if (gb_tp_is_op(p, ")")) return gb_tp_next(p) ? x : NULL;
    node *first = gb_tp_expression(p);
    if (!first) return NULL;
    if (gb_tp_is_op(p, ")")) return gb_tp_next(p) ? first : NULL;
    x->first = first;
    return gb_tp_expect(p, ",") && gb_tp_arguments(p, ")", &first->next) ? x : NULL;
}

static node *parse_text(gb_template_parser *p)
{
    node *x = gb_tp_node(p, GB_T_TEXT);
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = x != NULL;
    for (; ok && p->token == GB_TT_TEXT; ok = gb_tp_next(p)) /* neighbours are one text */
        gb_buffer_put(&b, p->token_text, p->token_size);
    ok = ok && gb_buffer_ok(&b, p->err) && gb_tp_keep(p, x, b.data ? b.data : "", b.size);
    gb_buffer_release(&b);
    return ok ? x : NULL;
}

static node *parse_word(gb_template_parser *p)
{
    static const struct {
        const char *word;
        gb_template_kind kind;
    } constants[] = {{"true", GB_T_TRUE},   {"True", GB_T_TRUE}, {"false", GB_T_FALSE},
                     {"False", GB_T_FALSE}, {"none", GB_T_NONE}, {"None", GB_T_NONE}};
    node *x = gb_tp_node(p, GB_T_NAME);
    if (!x || !gb_tp_keep(p, x, p->token_text, p->token_size)) return NULL;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (strcmp(constants[i].word, x->text) == 0) x->kind = constants[i].kind;
    return gb_tp_next(p) ? x : NULL;
}

static node *parse_primary(gb_template_parser *p)
{
    node *x = NULL;
    if (p->token == GB_TT_NAME) return parse_word(p);
    if (p->token == GB_TT_TEXT) return parse_text(p);
    if (p->token == GB_TT_INT || p->token == GB_TT_FLOAT) {
        if (!(x = gb_tp_node(p, p->token == GB_TT_INT ? GB_T_INT : GB_T_FLOAT))) return NULL;
        x->integer = p->integer;
        x->real = p->real;
        return gb_tp_next(p) ? x : NULL;
    }
    if (gb_tp_is_op(p, "(")) return gb_tp_next(p) ? parse_parenthesis(p) : NULL;
    if (gb_tp_is_op(p, "{")) {
        p->braces++;
        return parse_dict(p);
    }
    if (gb_tp_is_op(p, "[")) {
        if (!(x = gb_tp_node(p, GB_T_LIST)) || !gb_tp_next(p)) return NULL;
        return gb_tp_arguments(p, "]", &x->first) ? x : NULL;
    }
    gb_tp_fail(p, "an expression was expected");
    return NULL;
}

/* After "[": an item or a slice. */
static node *parse_subscript(gb_template_parser *p, node *base)
{
    node *x = gb_tp_node(p, GB_T_ITEM);
    if (!x) return NULL;
    x->a = base;
    if (!gb_tp_is_op(p, ":") && !(x->b = gb_tp_expression(p))) return NULL;
    if (gb_tp_is_op(p, ":")) {
        x->kind = GB_T_SLICE;
        if (!gb_tp_next(p)) return NULL;
        if (!gb_tp_is_op(p, ":") && !gb_tp_is_op(p, "]") && !(x->c = gb_tp_expression(p)))
            return NULL;
        if (gb_tp_is_op(p, ":")) {
            if (!gb_tp_next(p)) return NULL;
            if (!gb_tp_is_op(p, "]") && !(x->first = gb_tp_expression(p))) return NULL;
        }
    }
    return gb_tp_expect(p, "]") ? x : NULL;
}

/* The name of a filter or test, with its arguments. */
node *gb_tp_named(gb_template_parser *p, gb_template_kind kind, node *base)
{
    node *x = gb_tp_node(p, kind);
    if (!x || p->token != GB_TT_NAME || !gb_tp_keep(p, x, p->token_text, p->token_size) ||
        !gb_tp_next(p)) {
        if (x) gb_tp_fail(p, "a name was expected");
        return NULL;
    }
    x->a = base;
    if (gb_tp_is_op(p, "(")) return gb_tp_next(p) && gb_tp_arguments(p, ")", &x->first) ? x : NULL;
    /* `is divisibleby 3`, `is in list` */
    bool argument = kind == GB_T_TEST && (p->token == GB_TT_TEXT || p->token == GB_TT_INT ||
                                          p->token == GB_TT_FLOAT || gb_tp_is_op(p, "[") ||
                                          (p->token == GB_TT_NAME && !gb_tp_is_word(p, "and") &&
                                           !gb_tp_is_word(p, "or") && !gb_tp_is_word(p, "else") &&
                                           !gb_tp_is_word(p, "is") && !gb_tp_is_word(p, "if") &&
                                           !gb_tp_is_word(p, "not") && !gb_tp_is_word(p, "in")));
    if (argument && !(x->first = parse_unary(p, false))) return NULL;
    return x;
}

static node *parse_test(gb_template_parser *p, node *base)
{
    bool negated = gb_tp_is_word(p, "not");
    if (negated && !gb_tp_next(p)) return NULL;
    node *test = gb_tp_named(p, GB_T_TEST, base);
    if (!test || !negated) return test;
    node *x = gb_tp_node(p, GB_T_NOT);
    if (x) x->a = test;
    return x;
}

static node *parse_postfix(gb_template_parser *p, node *x)
{
    while (x && (gb_tp_is_op(p, ".") || gb_tp_is_op(p, "[") || gb_tp_is_op(p, "("))) {
        node *base = x;
        bool call = gb_tp_is_op(p, "("), item = gb_tp_is_op(p, "[");
        if (!gb_tp_next(p)) return NULL;
        if (item) {
            x = parse_subscript(p, base);
        } else if (call) {
            if (!(x = gb_tp_node(p, GB_T_CALL))) return NULL;
            x->a = base;
            if (!gb_tp_arguments(p, ")", &x->first)) return NULL;
        } else {
            if (p->token != GB_TT_NAME) {
                gb_tp_fail(p, "a name was expected after '.'");
                return NULL;
            }
            if (!(x = gb_tp_node(p, GB_T_ATTRIBUTE)) ||
                !gb_tp_keep(p, x, p->token_text, p->token_size) || !gb_tp_next(p))
                return NULL;
            x->a = base;
        }
    }
    return x;
}

node *gb_tp_filters(gb_template_parser *p, node *x)
{
    while (x) {
        if (gb_tp_is_op(p, "|"))
            x = gb_tp_next(p) ? gb_tp_named(p, GB_T_FILTER, x) : NULL;
        else if (gb_tp_is_word(p, "is"))
            x = gb_tp_next(p) ? parse_test(p, x) : NULL;
        else if (gb_tp_is_op(p, "("))
            x = parse_postfix(p, x);
        else if (gb_tp_is_op(p, ".") || gb_tp_is_op(p, "["))
            x = parse_postfix(p, x);
        else
            break;
    }
    return x;
}

static node *parse_unary(gb_template_parser *p, bool with_filters)
{
    node *x;
    if (!gb_tp_enter(p)) return NULL;
    if (gb_tp_is_op(p, "-") || gb_tp_is_op(p, "+")) {
        bool minus = gb_tp_is_op(p, "-");
        if (!gb_tp_next(p) || !(x = parse_unary(p, false))) return NULL;
        if (minus) {
            node *inner = x;
            if ((x = gb_tp_node(p, GB_T_NEGATE))) x->a = inner;
        }
    } else {
        x = parse_primary(p);
    }
    x = x ? parse_postfix(p, x) : NULL;
    if (x && with_filters) x = gb_tp_filters(p, x);
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

static const char *operator_at(const gb_template_parser *p, int level)
{
    for (int i = 0; i < 8 && levels[level][i]; i++)
        if (gb_tp_is_op(p, levels[level][i])) return levels[level][i];
    return NULL;
}

static node *make_binary(gb_template_parser *p, const char *operator, node * a, node *b)
{
    node *x = b ? gb_tp_node(p, GB_T_BINARY) : NULL;
    if (!x) return NULL;
    x->text = operator;
    x->a = a;
    x->b = b;
    return x;
}

static node *parse_math(gb_template_parser *p, int level)
{
    if (level == LEVELS) return parse_unary(p, true);
    node *x = parse_math(p, level + 1);
    for (const char *op; x && (op = operator_at(p, level));)
        x = gb_tp_next(p) ? make_binary(p, op, x, parse_math(p, level + 1)) : NULL;
    return x;
}

static const char *comparison_at(const gb_template_parser *p)
{
    static const char *const operators[] = {"==", "!=", "<=", ">=", "<", ">"};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (gb_tp_is_op(p, operators[i])) return operators[i];
    return gb_tp_is_word(p, "in") ? "in" : gb_tp_is_word(p, "not") ? "not in" : NULL;
}

static node *parse_comparison(gb_template_parser *p)
{
    node *x = parse_math(p, 0);
    for (const char *op; x && (op = comparison_at(p));) {
        if (!gb_tp_next(p)) return NULL;
        if (strcmp(op, "not in") == 0 && (!gb_tp_is_word(p, "in") || !gb_tp_next(p))) {
            gb_tp_fail(p, "'in' was expected after 'not'");
            return NULL;
        }
        x = make_binary(p, op, x, parse_math(p, 0));
    }
    return x;
}

static node *parse_not(gb_template_parser *p)
{
    if (!gb_tp_is_word(p, "not")) return parse_comparison(p);
    if (!gb_tp_enter(p) || !gb_tp_next(p)) return NULL;
    node *inner = parse_not(p), *x = inner ? gb_tp_node(p, GB_T_NOT) : NULL;
    if (x) x->a = inner;
    p->depth--;
    return x;
}

node *gb_tp_and_or(gb_template_parser *p, bool either)
{
    node *x = either ? gb_tp_and_or(p, false) : parse_not(p);
    while (x && gb_tp_is_word(p, either ? "or" : "and")) {
        node *left = x;
        if (!gb_tp_next(p) || !(x = gb_tp_node(p, either ? GB_T_OR : GB_T_AND))) return NULL;
        x->a = left;
        if (!(x->b = either ? gb_tp_and_or(p, false) : parse_not(p))) return NULL;
    }
    return x;
}

node *gb_tp_expression(gb_template_parser *p)
{
    if (!gb_tp_enter(p)) return NULL;
    node *x = gb_tp_and_or(p, true);
    while (x && gb_tp_is_word(p, "if")) {
        node *value = x;
        if (!gb_tp_next(p) || !(x = gb_tp_node(p, GB_T_CHOICE))) return NULL;
        x->a = value;
        if (!(x->b = gb_tp_and_or(p, true))) return NULL;
        if (gb_tp_is_word(p, "else") && (!gb_tp_next(p) || !(x->c = gb_tp_expression(p))))
            return NULL;
    }
    p->depth--;
    return x;
}

/* An expression, or several with commas as a tuple. */
node *gb_tp_tuple(gb_template_parser *p)
{
    node *first = gb_tp_expression(p);
    if (!first || !gb_tp_is_op(p, ",")) return first;
    node *x = gb_tp_node(p, GB_T_LIST);
    if (!x) return NULL;
    x->first = first;
    for (node *last = first; gb_tp_is_op(p, ","); last = last->next) {
        if (!gb_tp_next(p)) return NULL;
        if (p->token == GB_TT_CLOSE || gb_tp_is_op(p, "=")) break;
        if (!(last->next = gb_tp_expression(p))) return NULL;
    }
    return x;
}
