/* Expressions from the comma down to the unary operators. What binds tighter is parser_atom.c's. */
#include "kernel/lang/parser_state.h"

/* --- binary operators ----------------------------------------------------------------------- */

typedef struct binding {
    int strength; /* 0: no binary operator */
    gb_binary op;
} binding;

enum { WEAKEST = 1, STRONGEST = 6 };

static binding binding_of(gb_token_kind kind)
{
    switch (kind) {
    case GB_TOKEN_OR: return (binding){1, GB_BINARY_OR};
    case GB_TOKEN_XOR: return (binding){2, GB_BINARY_XOR};
    case GB_TOKEN_AND: return (binding){3, GB_BINARY_AND};
    case GB_TOKEN_LSHIFT: return (binding){4, GB_BINARY_LSHIFT};
    case GB_TOKEN_RSHIFT: return (binding){4, GB_BINARY_RSHIFT};
    case GB_TOKEN_ADD: return (binding){5, GB_BINARY_ADD};
    case GB_TOKEN_SUB: return (binding){5, GB_BINARY_SUB};
    case GB_TOKEN_MUL: return (binding){6, GB_BINARY_MUL};
    case GB_TOKEN_MATMUL: return (binding){6, GB_BINARY_MATMUL};
    case GB_TOKEN_TRUEDIV: return (binding){6, GB_BINARY_TRUEDIV};
    case GB_TOKEN_FLOORDIV: return (binding){6, GB_BINARY_FLOORDIV};
    case GB_TOKEN_MOD: return (binding){6, GB_BINARY_MOD};
    default: return (binding){0, GB_BINARY_ADD};
    }
}

static gb_node *parse_factor(gb_parser *p);

static gb_node *parse_power(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    gb_node *base = gb_parse_primary(p);
    if (!base || !gb_accept(p, GB_TOKEN_POW)) return base;
    gb_node *node = gb_parser_node(p, GB_NODE_BIN_OP, start);
    if (!node) return NULL;
    node->as.bin_op.left = base;
    node->as.bin_op.op = GB_BINARY_POW;
    node->as.bin_op.right = parse_factor(p);
    return node->as.bin_op.right ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_unary(gb_parser *p, gb_unary op, gb_node *(*operand)(gb_parser *))
{
    gb_node *node = gb_parser_node(p, GB_NODE_UNARY_OP, gb_peek(p)->start);
    if (!node || !gb_parser_enter(p)) return NULL;
    gb_advance(p);
    node->as.unary_op.op = op;
    node->as.unary_op.operand = operand(p);
    p->depth--;
    return node->as.unary_op.operand ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_factor(gb_parser *p)
{
    switch (gb_peek_kind(p)) {
    case GB_TOKEN_ADD: return parse_unary(p, GB_UNARY_POS, parse_factor);
    case GB_TOKEN_SUB: return parse_unary(p, GB_UNARY_NEG, parse_factor);
    case GB_TOKEN_INVERT: return parse_unary(p, GB_UNARY_INVERT, parse_factor);
    default: return parse_power(p);
    }
}

/* Precedence climbing over operators at least `weakest` strong. */
static gb_node *parse_binary(gb_parser *p, int weakest)
{
    uint32_t start = gb_peek(p)->start;
    gb_node *left = weakest > STRONGEST ? NULL : parse_factor(p);
    while (left) {
        binding b = binding_of(gb_peek_kind(p));
        if (b.strength < weakest || b.strength == 0) break;
        gb_advance(p);
        gb_node *node = gb_parser_node(p, GB_NODE_BIN_OP, start);
        gb_node *right =
            b.strength == STRONGEST ? parse_factor(p) : parse_binary(p, b.strength + 1);
        if (!node || !right) return NULL;
        node->as.bin_op.left = left;
        node->as.bin_op.op = b.op;
        node->as.bin_op.right = right;
        left = gb_parser_finish(p, node);
    }
    return left;
}

gb_node *gb_parse_bitwise_or(gb_parser *p)
{
    return parse_binary(p, WEAKEST);
}

/* --- comparisons and boolean operators ------------------------------------------------------ */

/* Reads a comparison operator, if one is next. */
static bool accept_compare(gb_parser *p, gb_compare *op)
{
    switch (gb_peek_kind(p)) {
    case GB_TOKEN_LT: *op = GB_COMPARE_LT; break;
    case GB_TOKEN_LE: *op = GB_COMPARE_LE; break;
    case GB_TOKEN_EQ: *op = GB_COMPARE_EQ; break;
    case GB_TOKEN_NE: *op = GB_COMPARE_NE; break;
    case GB_TOKEN_GT: *op = GB_COMPARE_GT; break;
    case GB_TOKEN_GE: *op = GB_COMPARE_GE; break;
    case GB_TOKEN_IN: *op = GB_COMPARE_IN; break;
    case GB_TOKEN_IS:
        gb_advance(p);
        *op = gb_accept(p, GB_TOKEN_NOT) ? GB_COMPARE_IS_NOT : GB_COMPARE_IS;
        return true;
    case GB_TOKEN_NOT:
        if (gb_peek_after(p) != GB_TOKEN_IN) return false;
        gb_advance(p);
        *op = GB_COMPARE_NOT_IN;
        break;
    default: return false;
    }
    gb_advance(p);
    return true;
}

static bool add_compare(gb_parser *p, gb_compares *ops, gb_compare op)
{
    if ((ops->count & (ops->count - 1)) == 0) {
        uint8_t *items = gb_arena_alloc(p->arena, ops->count ? ops->count * 2 : 1, p->err);
        if (!items) return false;
        for (size_t i = 0; i < ops->count; i++)
            items[i] = ops->items[i];
        ops->items = items;
    }
    ops->items[ops->count++] = (uint8_t)op;
    return true;
}

static gb_node *parse_comparison(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    gb_node *left = gb_parse_bitwise_or(p), *node = NULL;
    gb_compare op;
    while (left && accept_compare(p, &op)) {
        if (!node) {
            if (!(node = gb_parser_node(p, GB_NODE_COMPARE, start))) return NULL;
            node->as.compare.left = left;
        }
        gb_node *right = gb_parse_bitwise_or(p);
        if (!right || !add_compare(p, &node->as.compare.ops, op) ||
            !gb_list_add(p, &node->as.compare.comparators, right))
            return NULL;
    }
    return node ? gb_parser_finish(p, node) : left;
}

static gb_node *parse_inversion(gb_parser *p)
{
    if (gb_peek_kind(p) == GB_TOKEN_NOT) return parse_unary(p, GB_UNARY_NOT, parse_inversion);
    return parse_comparison(p);
}

static gb_node *parse_bool(gb_parser *p, gb_bool_operator op)
{
    gb_token_kind sign = op == GB_BOOL_AND ? GB_TOKEN_KW_AND : GB_TOKEN_KW_OR;
    uint32_t start = gb_peek(p)->start;
    gb_node *first = op == GB_BOOL_AND ? parse_inversion(p) : parse_bool(p, GB_BOOL_AND);
    if (!first || gb_peek_kind(p) != sign) return first;
    gb_node *node = gb_parser_node(p, GB_NODE_BOOL_OP, start);
    if (!node || !gb_list_add(p, &node->as.bool_op.values, first)) return NULL;
    node->as.bool_op.op = op;
    while (gb_accept(p, sign)) {
        gb_node *next = op == GB_BOOL_AND ? parse_inversion(p) : parse_bool(p, GB_BOOL_AND);
        if (!next || !gb_list_add(p, &node->as.bool_op.values, next)) return NULL;
    }
    return gb_parser_finish(p, node);
}

gb_node *gb_parse_disjunction(gb_parser *p)
{
    return parse_bool(p, GB_BOOL_OR);
}

/* --- expressions ---------------------------------------------------------------------------- */

static gb_node *parse_lambda(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_LAMBDA, gb_peek(p)->start);
    gb_advance(p);
    if (!node || !(node->as.lambda.args = gb_parse_parameters(p, true))) return NULL;
    if (!gb_expect(p, GB_TOKEN_COLON)) return NULL;
    node->as.lambda.body = gb_parse_expression(p);
    return node->as.lambda.body ? gb_parser_finish(p, node) : NULL;
}

/* `print x`: the statement of Python 2. */
static bool is_old_statement(const gb_node *node, const char **name)
{
    if (node->kind != GB_NODE_NAME || node->parenthesised) return false;
    *name = node->as.name.id;
    const char *n = *name;
    bool print = n[0] == 'p' && n[1] == 'r' && n[2] == 'i' && n[3] == 'n' && n[4] == 't' && !n[5];
    bool exec = n[0] == 'e' && n[1] == 'x' && n[2] == 'e' && n[3] == 'c' && !n[4];
    return print || exec;
}

typedef struct attempt {
    size_t at, furthest;
} attempt;

static attempt begin_attempt(gb_parser *p)
{
    p->quiet++;
    return (attempt){p->at, p->furthest};
}

static void end_attempt(gb_parser *p, attempt a)
{
    p->quiet--;
    p->at = a.at;
    p->furthest = a.furthest;
}

/* Two expressions side by side: a forgotten comma within brackets, or `print x`. */
static void diagnose_neighbours(gb_parser *p, size_t first, const gb_node *node)
{
    const char *name = NULL;
    const gb_token *t = &p->tokens.items[first];
    bool old = is_old_statement(node, &name);
    bool soft = gb_token_is_word(p, t, "match") || gb_token_is_word(p, t, "case") ||
                gb_token_is_word(p, t, "_");
    bool prefixed = t->kind == GB_TOKEN_NAME && t[1].kind == GB_TOKEN_STRING;
    if (!old && (soft || prefixed)) return;
    attempt a = begin_attempt(p);
    gb_node *next = old ? gb_parse_star_expressions(p) : gb_parse_expression(p);
    uint32_t end = gb_last_token(p)->end;
    int level = gb_last_token(p)->level;
    end_attempt(p, a);
    if (!next) return;
    if (old)
        gb_parser_fail(p, node->start, end,
                       "Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name);
    else if (level > 0)
        gb_parser_fail(p, node->start, end, "invalid syntax. Perhaps you forgot a comma?");
}

static gb_node *parse_conditional(gb_parser *p, gb_node *body)
{
    gb_node *node = gb_parser_node(p, GB_NODE_IF_EXP, body->start);
    if (!node) return NULL;
    gb_advance(p);
    node->as.if_exp.body = body;
    if (!(node->as.if_exp.test = gb_parse_disjunction(p))) return NULL;
    if (gb_peek_kind(p) != GB_TOKEN_ELSE) {
        if (gb_peek_kind(p) != GB_TOKEN_COLON && gb_peek_kind(p) != GB_TOKEN_ERROR)
            gb_parser_fail(p, body->start, gb_last_token(p)->end,
                           "expected 'else' after 'if' expression");
        return NULL;
    }
    gb_advance(p);
    node->as.if_exp.orelse = gb_parse_expression(p);
    return node->as.if_exp.orelse ? gb_parser_finish(p, node) : NULL;
}

gb_node *gb_parse_expression(gb_parser *p)
{
    if (!gb_parser_enter(p)) return NULL;
    gb_node *node;
    size_t first = p->at;
    if (gb_peek_kind(p) == GB_TOKEN_LAMBDA) {
        node = parse_lambda(p);
    } else {
        node = gb_parse_disjunction(p);
        if (node && gb_peek_kind(p) == GB_TOKEN_IF) node = parse_conditional(p, node);
        if (node && !p->quiet && gb_starts_expression(gb_peek_kind(p)))
            diagnose_neighbours(p, first, node);
    }
    p->depth--;
    return gb_parser_failed(p) ? NULL : node;
}

/* `if x = 3`: an assignment where an expression is wanted. */
static void diagnose_assignment(gb_parser *p, const gb_node *node)
{
    attempt a = begin_attempt(p);
    gb_advance(p);
    gb_node *value = gb_parse_bitwise_or(p);
    uint32_t end = gb_last_token(p)->end;
    gb_token_kind next = gb_peek_kind(p);
    end_attempt(p, a);
    if (!value || next == GB_TOKEN_ASSIGN || next == GB_TOKEN_WALRUS) return;
    if (node->kind == GB_NODE_NAME && !node->parenthesised) {
        gb_parser_fail(p, node->start, end,
                       "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        return;
    }
    if (!gb_may_mean_equality(node)) return;
    gb_parser_fail(p, node->start, node->end,
                   "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                   gb_expression_name(node));
}

gb_node *gb_parse_named_expression(gb_parser *p)
{
    gb_node *target = gb_parse_expression(p);
    if (!target) return NULL;
    if (gb_peek_kind(p) == GB_TOKEN_ASSIGN && !p->quiet) {
        diagnose_assignment(p, target);
        return gb_parser_failed(p) ? NULL : target;
    }
    if (gb_peek_kind(p) != GB_TOKEN_WALRUS) return target;
    if (target->kind != GB_NODE_NAME || target->parenthesised)
        return gb_parser_fail(p, target->start, target->end,
                              "cannot use assignment expressions with %s",
                              gb_expression_name(target));
    gb_advance(p);
    gb_node *node = gb_parser_node(p, GB_NODE_NAMED_EXPR, target->start);
    if (!node) return NULL;
    target->as.name.ctx = GB_CTX_STORE;
    node->as.named_expr.target = target;
    node->as.named_expr.value = gb_parse_expression(p);
    return node->as.named_expr.value ? gb_parser_finish(p, node) : NULL;
}

/* --- commas and stars ----------------------------------------------------------------------- */

static gb_node *parse_starred(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_STARRED, gb_peek(p)->start);
    gb_advance(p);
    if (!node || !(node->as.starred.value = gb_parse_bitwise_or(p))) return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *parse_star_expression(gb_parser *p)
{
    return gb_peek_kind(p) == GB_TOKEN_MUL ? parse_starred(p) : gb_parse_expression(p);
}

/* Whether the list after a comma goes on. */
static bool list_goes_on(gb_parser *p)
{
    gb_token_kind kind = gb_peek_kind(p);
    return gb_starts_expression(kind) || kind == GB_TOKEN_MUL;
}

static gb_node *parse_tuple_of(gb_parser *p, gb_node *(*element)(gb_parser *))
{
    gb_node *first = element(p);
    if (!first || gb_peek_kind(p) != GB_TOKEN_COMMA) return first;
    gb_node *node = gb_parser_node(p, GB_NODE_TUPLE, first->start);
    if (!node || !gb_list_add(p, &node->as.tuple.elts, first)) return NULL;
    while (gb_accept(p, GB_TOKEN_COMMA) && list_goes_on(p)) {
        gb_node *next = element(p);
        if (!next || !gb_list_add(p, &node->as.tuple.elts, next)) return NULL;
    }
    return gb_parser_finish(p, node);
}

gb_node *gb_parse_star_expressions(gb_parser *p)
{
    return parse_tuple_of(p, parse_star_expression);
}

gb_node *gb_parse_star_target(gb_parser *p)
{
    return gb_peek_kind(p) == GB_TOKEN_MUL ? parse_starred(p) : gb_parse_bitwise_or(p);
}

gb_node *gb_parse_star_targets(gb_parser *p)
{
    return parse_tuple_of(p, gb_parse_star_target);
}

gb_node *gb_parse_yield(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    gb_advance(p);
    gb_node *node;
    if (gb_accept(p, GB_TOKEN_FROM)) {
        node = gb_parser_node(p, GB_NODE_YIELD_FROM, start);
        if (!node || !(node->as.yield_from.value = gb_parse_expression(p))) return NULL;
        return gb_parser_finish(p, node);
    }
    node = gb_parser_node(p, GB_NODE_YIELD, start);
    if (!node) return NULL;
    if (list_goes_on(p) && !(node->as.yield.value = gb_parse_star_expressions(p))) return NULL;
    return gb_parser_finish(p, node);
}

gb_node *gb_parse_assigned(gb_parser *p)
{
    return gb_peek_kind(p) == GB_TOKEN_YIELD ? gb_parse_yield(p) : gb_parse_star_expressions(p);
}
