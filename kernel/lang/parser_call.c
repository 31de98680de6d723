/* The arguments of calls and class statements. */
#include "kernel/lang/parser_state.h"

/* What has been read so far decides what may come next. */
typedef struct progress {
    bool keyword;
    bool unpacked; /* a `**mapping` */
} progress;

static gb_node *fail_generator(gb_parser *p, const gb_node *element)
{
    gb_node_list generators = {0};
    uint32_t start = element->start;
    if (!gb_parse_generators(p, &generators)) return NULL;
    return gb_parser_fail(p, start, gb_last_token(p)->end,
                          "Generator expression must be parenthesized");
}

/* `f(a.b=1)`, `f(True=1)`. */
static gb_node *fail_assignment(gb_parser *p, const gb_node *target)
{
    const gb_token *sign = gb_peek(p);
    bool constant = target->kind == GB_NODE_CONSTANT &&
                    target->as.constant.value->kind <= GB_CONST_TRUE && !target->parenthesised;
    if (constant)
        return gb_parser_fail(p, target->start, sign->end, "cannot assign to %s",
                              gb_expression_name(target));
    return gb_parser_fail(p, target->start, sign->end,
                          "expression cannot contain assignment, perhaps you meant \"==\"?");
}

static gb_node *parse_star_argument(gb_parser *p, const progress *done)
{
    gb_node *node = gb_parser_node(p, GB_NODE_STARRED, gb_peek(p)->start);
    gb_advance(p);
    if (!node || !(node->as.starred.value = gb_parse_expression(p))) return NULL;
    if (done->unpacked)
        return gb_parser_fail(p, gb_last_token(p)->start, gb_last_token(p)->end,
                              "iterable argument unpacking follows keyword argument unpacking");
    return gb_parser_finish(p, node);
}

static gb_node *parse_keyword(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_KEYWORD, gb_peek(p)->start);
    if (!node) return NULL;
    uint32_t start = node->start;
    if (!gb_accept(p, GB_TOKEN_POW)) {
        if (!(node->as.keyword.arg = gb_expect_name(p))) return NULL;
        gb_advance(p);
    }
    gb_node *value = gb_parse_expression(p);
    if (!value) return NULL;
    if (gb_peek_kind(p) == GB_TOKEN_FOR && node->as.keyword.arg) {
        uint32_t end = gb_last_token(p)->start;
        gb_node_list generators = {0};
        if (!gb_parse_generators(p, &generators)) return NULL;
        end = gb_last_token(p)->end;
        return gb_parser_fail(p, start, end,
                              "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    node->as.keyword.value = value;
    return gb_parser_finish(p, node);
}

static gb_node *parse_positional(gb_parser *p)
{
    gb_node *node = gb_parse_expression(p);
    if (!node) return NULL;
    if (gb_peek_kind(p) == GB_TOKEN_ASSIGN) return fail_assignment(p, node);
    if (gb_peek_kind(p) != GB_TOKEN_WALRUS) return node;
    if (node->kind != GB_NODE_NAME || node->parenthesised)
        return gb_parser_fail(p, node->start, node->end,
                              "cannot use assignment expressions with %s",
                              gb_expression_name(node));
    gb_advance(p);
    gb_node *named = gb_parser_node(p, GB_NODE_NAMED_EXPR, node->start);
    if (!named) return NULL;
    node->as.name.ctx = GB_CTX_STORE;
    named->as.named_expr.target = node;
    named->as.named_expr.value = gb_parse_expression(p);
    return named->as.named_expr.value ? gb_parser_finish(p, named) : NULL;
}

/* `f(x for x in y)`: the call's own parentheses are the generator's. */
static gb_node *parse_sole_generator(gb_parser *p, gb_node *element, uint32_t start)
{
    gb_node *node = gb_parser_node(p, GB_NODE_GENERATOR_EXP, start);
    if (!node) return NULL;
    node->as.generator_exp.elt = element;
    if (!gb_parse_generators(p, &node->as.generator_exp.generators)) return NULL;
    const gb_token *t = gb_peek(p);
    if (t->kind == GB_TOKEN_COMMA && gb_peek_after(p) != GB_TOKEN_RPAREN)
        return gb_parser_fail(p, element->start, gb_last_token(p)->end,
                              "Generator expression must be parenthesized");
    if (t->kind != GB_TOKEN_RPAREN) {
        if (t->kind == GB_TOKEN_COMMA)
            gb_parser_fail(p, element->start, gb_last_token(p)->end,
                           "Generator expression must be parenthesized");
        return NULL;
    }
    if (!(node = gb_parser_finish(p, node))) return NULL;
    node->end = t->end;
    return node;
}

static bool fail_positional(gb_parser *p, const progress *done)
{
    const gb_token *t = gb_peek(p);
    return gb_parser_fail(p, t->start, t->end, "positional argument follows keyword argument%s",
                          done->unpacked ? " unpacking" : "");
}

static bool parse_argument(gb_parser *p, gb_node_list *args, gb_node_list *keywords, progress *done)
{
    gb_token_kind kind = gb_peek_kind(p);
    gb_node *node;
    if (kind == GB_TOKEN_POW || (kind == GB_TOKEN_NAME && gb_peek_after(p) == GB_TOKEN_ASSIGN)) {
        if (kind == GB_TOKEN_POW) done->unpacked = true;
        done->keyword = true;
        node = parse_keyword(p);
        return node && gb_list_add(p, keywords, node);
    }
    if (kind == GB_TOKEN_MUL) {
        node = parse_star_argument(p, done);
        return node && gb_list_add(p, args, node);
    }
    uint32_t opening = gb_last_token(p)->start;
    bool first = !args->count && !done->keyword;
    if (!(node = parse_positional(p))) return false;
    if (gb_peek_kind(p) == GB_TOKEN_FOR || gb_peek_kind(p) == GB_TOKEN_ASYNC)
        node = first ? parse_sole_generator(p, node, opening) : fail_generator(p, node);
    else if (done->keyword)
        return fail_positional(p, done);
    return node && gb_list_add(p, args, node);
}

bool gb_parse_arguments(gb_parser *p, gb_node_list *args, gb_node_list *keywords)
{
    progress done = {0};
    while (gb_peek_kind(p) != GB_TOKEN_RPAREN) {
        if (!parse_argument(p, args, keywords, &done)) return false;
        if (!gb_accept(p, GB_TOKEN_COMMA)) break;
    }
    return true;
}
