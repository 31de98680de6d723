/* The parameters of def and lambda. */
#include "kernel/lang/parser_state.h"

typedef struct parameters {
    gb_parser *p;
    gb_node *node;
    bool lambda;
    bool slash;        /* `/` was read */
    bool star;         /* `*` or `*args` was read */
    bool bare_star;    /* `*` was read and no name after it yet */
    bool with_default; /* a positional parameter had a default */
} parameters;

static gb_node *parse_parameter(parameters *ps, bool starred)
{
    gb_parser *p = ps->p;
    gb_node *node = gb_parser_node(p, GB_NODE_ARG, gb_peek(p)->start);
    if (!node || !(node->as.arg.arg = gb_expect_name(p))) return NULL;
    if (!ps->lambda && gb_accept(p, GB_TOKEN_COLON)) {
        bool star = starred && gb_peek_kind(p) == GB_TOKEN_MUL;
        node->as.arg.annotation = star ? gb_parse_star_target(p) : gb_parse_expression(p);
        if (!node->as.arg.annotation) return NULL;
    }
    return gb_parser_finish(p, node);
}

static bool fail_here(parameters *ps, const char *text)
{
    const gb_token *t = gb_peek(ps->p);
    return gb_parser_fail(ps->p, t->start, t->end, "%s", text);
}

static gb_token_kind closing(const parameters *ps)
{
    return ps->lambda ? GB_TOKEN_COLON : GB_TOKEN_RPAREN;
}

static bool parse_slash(parameters *ps)
{
    gb_node *node = ps->node;
    if (ps->slash) return fail_here(ps, "/ may appear only once");
    if (ps->star) return fail_here(ps, "/ must be ahead of *");
    if (!node->as.arguments.args.count) {
        if (gb_peek_after(ps->p) != GB_TOKEN_COMMA) return false;
        return fail_here(ps, "at least one argument must precede /");
    }
    gb_advance(ps->p);
    ps->slash = true;
    node->as.arguments.posonlyargs = node->as.arguments.args;
    node->as.arguments.args = (gb_node_list){0};
    if (gb_peek_kind(ps->p) == GB_TOKEN_MUL) return fail_here(ps, "expected comma between / and *");
    return true;
}

static bool parse_star(parameters *ps)
{
    gb_parser *p = ps->p;
    const gb_token *star = gb_peek(p);
    if (ps->star) return fail_here(ps, "* argument may appear only once");
    gb_advance(p);
    ps->star = true;
    if (gb_peek_kind(p) != GB_TOKEN_COMMA && gb_peek_kind(p) != closing(ps)) {
        ps->node->as.arguments.vararg = parse_parameter(ps, true);
        if (gb_peek_kind(p) == GB_TOKEN_ASSIGN)
            return fail_here(ps, "var-positional argument cannot have default value");
        return ps->node->as.arguments.vararg;
    }
    gb_token_kind after = gb_peek_after(p);
    bool bare = gb_peek_kind(p) == closing(ps) || after == closing(ps) || after == GB_TOKEN_POW;
    if (bare)
        return gb_parser_fail(p, star->start, star->end, "named arguments must follow bare *");
    ps->bare_star = true;
    return true;
}

static bool parse_double_star(parameters *ps)
{
    gb_parser *p = ps->p;
    gb_advance(p);
    if (!(ps->node->as.arguments.kwarg = parse_parameter(ps, false))) return false;
    if (gb_peek_kind(p) == GB_TOKEN_ASSIGN)
        return fail_here(ps, "var-keyword argument cannot have default value");
    gb_accept(p, GB_TOKEN_COMMA);
    gb_token_kind kind = gb_peek_kind(p);
    if (kind == GB_TOKEN_NAME || kind == GB_TOKEN_MUL || kind == GB_TOKEN_POW ||
        kind == GB_TOKEN_TRUEDIV)
        return fail_here(ps, "arguments cannot follow var-keyword argument");
    return true;
}

static bool parse_plain(parameters *ps)
{
    gb_parser *p = ps->p;
    const gb_token *name = gb_peek(p);
    gb_node *arg = parse_parameter(ps, false), *value = NULL;
    if (!arg) return false;
    if (gb_accept(p, GB_TOKEN_ASSIGN)) {
        gb_token_kind kind = gb_peek_kind(p);
        if (kind == closing(ps) || kind == GB_TOKEN_COMMA) {
            const gb_token *sign = gb_last_token(p);
            return gb_parser_fail(p, sign->start, sign->end, "expected default value expression");
        }
        if (!(value = gb_parse_expression(p))) return false;
    }
    if (ps->star)
        return gb_list_add(p, &ps->node->as.arguments.kwonlyargs, arg) &&
               gb_list_add(p, &ps->node->as.arguments.kw_defaults, value);
    if (!value && ps->with_default)
        return gb_parser_fail(p, name->start, name->end,
                              "non-default argument follows default argument");
    if (value) ps->with_default = true;
    return gb_list_add(p, &ps->node->as.arguments.args, arg) &&
           (!value || gb_list_add(p, &ps->node->as.arguments.defaults, value));
}

/* `def f(a, (b, c))`: Python 2's. */
static bool fail_parenthesised(parameters *ps)
{
    gb_parser *p = ps->p;
    uint32_t start = gb_peek(p)->start;
    gb_advance(p);
    do {
        if (!gb_accept(p, GB_TOKEN_NAME)) return false;
    } while (gb_accept(p, GB_TOKEN_COMMA) && gb_peek_kind(p) != GB_TOKEN_RPAREN);
    if (!gb_accept(p, GB_TOKEN_RPAREN)) return false;
    return gb_parser_fail(p, start, gb_last_token(p)->end, "%s parameters cannot be parenthesized",
                          ps->lambda ? "Lambda expression" : "Function");
}

static bool parse_one(parameters *ps)
{
    switch (gb_peek_kind(ps->p)) {
    case GB_TOKEN_TRUEDIV: return parse_slash(ps);
    case GB_TOKEN_MUL: return parse_star(ps);
    case GB_TOKEN_POW: return parse_double_star(ps);
    case GB_TOKEN_LPAREN: return fail_parenthesised(ps);
    case GB_TOKEN_NAME: return parse_plain(ps);
    default: return false;
    }
}

gb_node *gb_parse_parameters(gb_parser *p, bool lambda)
{
    gb_node *node = gb_parser_node(p, GB_NODE_ARGUMENTS, gb_peek(p)->start);
    if (!node) return NULL;
    parameters ps = {.p = p, .node = node, .lambda = lambda};
    while (gb_peek_kind(p) != closing(&ps)) {
        if (!parse_one(&ps)) return NULL;
        if (node->as.arguments.kwarg || !gb_accept(p, GB_TOKEN_COMMA)) break;
    }
    gb_parser_finish(p, node);
    if (node->end < node->start) node->end = node->start;
    return gb_parser_failed(p) ? NULL : node;
}
