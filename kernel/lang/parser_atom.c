/* Atoms and what follows them: attributes, subscripts, calls; displays and comprehensions. */
#include "kernel/lang/parser_state.h"

static gb_node *parse_star_named(gb_parser *p)
{
    return gb_peek_kind(p) == GB_TOKEN_MUL ? gb_parse_star_target(p) : gb_parse_named_expression(p);
}

/* --- comprehensions ------------------------------------------------------------------------- */

static gb_node *parse_generator(gb_parser *p)
{
    const gb_token *t = gb_peek(p);
    if (t->kind == GB_TOKEN_ASYNC)
        return gb_parser_fail(p, t->start, t->end,
                              "asynchronous comprehensions are not part of the cell language: "
                              "write a plain 'for'");
    gb_node *node = gb_parser_node(p, GB_NODE_COMPREHENSION, t->start);
    gb_advance(p);
    gb_node *target = node ? gb_parse_star_targets(p) : NULL;
    if (!target) return NULL;
    if (gb_peek_kind(p) != GB_TOKEN_IN) {
        const gb_node *invalid = gb_find_invalid_target(target, GB_TARGET_FOR);
        if (invalid) gb_make_target(p, target, GB_TARGET_FOR);
        return NULL;
    }
    if (!gb_make_target(p, target, GB_TARGET_FOR)) return NULL;
    gb_advance(p);
    node->as.comprehension.target = target;
    if (!(node->as.comprehension.iter = gb_parse_disjunction(p))) return NULL;
    while (gb_accept(p, GB_TOKEN_IF)) {
        gb_node *test = gb_parse_disjunction(p);
        if (!test || !gb_list_add(p, &node->as.comprehension.ifs, test)) return NULL;
    }
    return gb_parser_finish(p, node);
}

bool gb_parse_generators(gb_parser *p, gb_node_list *generators)
{
    while (gb_peek_kind(p) == GB_TOKEN_FOR || gb_peek_kind(p) == GB_TOKEN_ASYNC) {
        gb_node *generator = parse_generator(p);
        if (!generator || !gb_list_add(p, generators, generator)) return false;
    }
    return true;
}

static gb_node *parse_comprehension(gb_parser *p, gb_syntax_kind kind, uint32_t start, gb_node *elt)
{
    if (elt->kind == GB_NODE_STARRED)
        return gb_parser_fail(p, elt->start, elt->end,
                              "iterable unpacking cannot be used in comprehension");
    gb_node *node = gb_parser_node(p, kind, start);
    if (!node) return NULL;
    node->as.list_comp.elt = elt;
    return gb_parse_generators(p, &node->as.list_comp.generators) ? node : NULL;
}

/* `[x, y for x, y in z]`: the elements so far want parentheses. */
static void diagnose_bare_tuple(gb_parser *p, const gb_node_list *elements)
{
    if (gb_peek_kind(p) != GB_TOKEN_FOR || p->quiet) return;
    size_t at = p->at, furthest = p->furthest;
    uint32_t end = gb_last_token(p)->end;
    gb_node_list generators = {0};
    p->quiet++;
    bool comprehension = gb_parse_generators(p, &generators);
    p->quiet--;
    p->at = at;
    p->furthest = furthest;
    if (comprehension)
        gb_parser_fail(p, elements->items[0]->start, end,
                       "did you forget parentheses around the comprehension target?");
}

/* --- displays ------------------------------------------------------------------------------- */

static bool element_follows(gb_parser *p)
{
    gb_token_kind kind = gb_peek_kind(p);
    return gb_starts_expression(kind) || kind == GB_TOKEN_MUL;
}

/* The elements after the first one, up to the closing bracket. */
static bool parse_elements(gb_parser *p, gb_node_list *elements, gb_node *first)
{
    if (!gb_list_add(p, elements, first)) return false;
    while (gb_accept(p, GB_TOKEN_COMMA)) {
        if (!element_follows(p)) break;
        gb_node *next = parse_star_named(p);
        if (!next || !gb_list_add(p, elements, next)) return false;
    }
    return true;
}

static gb_node *parse_list(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    gb_advance(p);
    gb_node *node = gb_parser_node(p, GB_NODE_LIST, start);
    if (!node) return NULL;
    if (gb_accept(p, GB_TOKEN_RBRACKET)) return gb_parser_finish(p, node);
    gb_node *first = parse_star_named(p);
    if (!first) return NULL;
    if (gb_peek_kind(p) == GB_TOKEN_FOR || gb_peek_kind(p) == GB_TOKEN_ASYNC) {
        node = parse_comprehension(p, GB_NODE_LIST_COMP, start, first);
    } else {
        if (!parse_elements(p, &node->as.list.elts, first)) return NULL;
        diagnose_bare_tuple(p, &node->as.list.elts);
    }
    if (!node || !gb_expect(p, GB_TOKEN_RBRACKET)) return NULL;
    return gb_parser_finish(p, node);
}

/* The `: value` after a key. */
static gb_node *parse_dict_value(gb_parser *p)
{
    if (gb_peek_kind(p) != GB_TOKEN_COLON) {
        const gb_token *last = gb_last_token(p);
        gb_token_kind kind = gb_peek_kind(p);
        if (kind == GB_TOKEN_ERROR || kind == GB_TOKEN_END) return NULL;
        return gb_parser_fail(p, last->start, last->end, "':' expected after dictionary key");
    }
    gb_advance(p);
    const gb_token *t = gb_peek(p), *colon = gb_last_token(p);
    if (t->kind == GB_TOKEN_MUL)
        return gb_parser_fail(p, t->start, t->end,
                              "cannot use a starred expression in a dictionary value");
    if (t->kind == GB_TOKEN_RBRACE || t->kind == GB_TOKEN_COMMA)
        return gb_parser_fail(p, colon->start, colon->end,
                              "expression expected after dictionary key and ':'");
    return gb_parse_expression(p);
}

/* One `key: value` or `**mapping` of a dict; `key` when it was read already. */
static bool parse_pair(gb_parser *p, gb_node *dict, gb_node *key)
{
    gb_node *value;
    if (!key && gb_accept(p, GB_TOKEN_POW)) {
        value = gb_parse_bitwise_or(p);
    } else {
        if (!key && !(key = gb_parse_expression(p))) return false;
        value = parse_dict_value(p);
    }
    return value && gb_list_add(p, &dict->as.dict.keys, key) &&
           gb_list_add(p, &dict->as.dict.values, value);
}

static gb_node *parse_dict_comprehension(gb_parser *p, gb_node *dict)
{
    gb_node *key = dict->as.dict.keys.items[0], *value = dict->as.dict.values.items[0];
    if (!key) {
        const char *text = "dict unpacking cannot be used in dict comprehension";
        return gb_parser_fail(p, dict->start + 1, dict->start + 3, "%s", text);
    }
    gb_node *node = gb_parser_node(p, GB_NODE_DICT_COMP, dict->start);
    if (!node) return NULL;
    node->as.dict_comp.key = key;
    node->as.dict_comp.value = value;
    return gb_parse_generators(p, &node->as.dict_comp.generators) ? node : NULL;
}

static gb_node *parse_dict(gb_parser *p, uint32_t start, gb_node *key)
{
    gb_node *node = gb_parser_node(p, GB_NODE_DICT, start);
    if (!node || !parse_pair(p, node, key)) return NULL;
    if (gb_peek_kind(p) == GB_TOKEN_FOR || gb_peek_kind(p) == GB_TOKEN_ASYNC)
        return parse_dict_comprehension(p, node);
    while (gb_accept(p, GB_TOKEN_COMMA)) {
        if (!gb_starts_expression(gb_peek_kind(p)) && gb_peek_kind(p) != GB_TOKEN_POW) break;
        if (!parse_pair(p, node, NULL)) return NULL;
    }
    return node;
}

static gb_node *parse_set(gb_parser *p, uint32_t start, gb_node *first)
{
    if (gb_peek_kind(p) == GB_TOKEN_FOR || gb_peek_kind(p) == GB_TOKEN_ASYNC)
        return parse_comprehension(p, GB_NODE_SET_COMP, start, first);
    gb_node *node = gb_parser_node(p, GB_NODE_SET, start);
    if (!node || !parse_elements(p, &node->as.set.elts, first)) return NULL;
    diagnose_bare_tuple(p, &node->as.set.elts);
    return node;
}

static gb_node *parse_braces(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    gb_advance(p);
    gb_node *node = NULL;
    if (gb_peek_kind(p) == GB_TOKEN_RBRACE) {
        node = gb_parser_node(p, GB_NODE_DICT, start);
    } else if (gb_peek_kind(p) == GB_TOKEN_POW) {
        node = parse_dict(p, start, NULL);
    } else {
        gb_node *first = parse_star_named(p);
        if (!first) return NULL;
        bool walrus = first->kind == GB_NODE_NAMED_EXPR && !first->parenthesised;
        bool dict = gb_peek_kind(p) == GB_TOKEN_COLON && first->kind != GB_NODE_STARRED && !walrus;
        node = dict ? parse_dict(p, start, first) : parse_set(p, start, first);
    }
    if (!node || gb_parser_failed(p) || !gb_expect(p, GB_TOKEN_RBRACE)) return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *fail_starred_group(gb_parser *p, const gb_node *starred)
{
    return gb_parser_fail(p, starred->start, starred->end, "cannot use starred expression here");
}

gb_node *gb_parse_inside_parentheses(gb_parser *p, uint32_t start)
{
    gb_token_kind kind = gb_peek_kind(p);
    if (kind == GB_TOKEN_YIELD) return gb_parse_yield(p);
    if (kind == GB_TOKEN_POW) {
        const gb_token *t = gb_peek(p);
        return gb_parser_fail(p, t->start, t->end, "cannot use double starred expression here");
    }
    gb_node *first = parse_star_named(p);
    if (!first) return NULL;
    kind = gb_peek_kind(p);
    if (kind == GB_TOKEN_FOR || kind == GB_TOKEN_ASYNC)
        return parse_comprehension(p, GB_NODE_GENERATOR_EXP, start, first);
    if (kind != GB_TOKEN_COMMA) {
        bool closed = kind == GB_TOKEN_RPAREN || (p->field && kind == GB_TOKEN_END);
        if (first->kind == GB_NODE_STARRED && closed) return fail_starred_group(p, first);
        return first->kind == GB_NODE_STARRED ? NULL : first;
    }
    gb_node *node = gb_parser_node(p, GB_NODE_TUPLE, start);
    if (!node || !parse_elements(p, &node->as.tuple.elts, first)) return NULL;
    return node;
}

static gb_node *parse_parentheses(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    gb_advance(p);
    gb_node *node;
    if (gb_peek_kind(p) == GB_TOKEN_RPAREN) {
        node = gb_parser_node(p, GB_NODE_TUPLE, start);
    } else {
        node = gb_parse_inside_parentheses(p, start);
    }
    if (!node || !gb_expect(p, GB_TOKEN_RPAREN)) return NULL;
    bool whole = node->start == start;
    if (whole) node = gb_parser_finish(p, node);
    if (node) node->parenthesised = true;
    return node;
}

static gb_node *parse_keyword_constant(gb_parser *p, gb_const_kind kind)
{
    gb_node *node = gb_parser_node(p, GB_NODE_CONSTANT, gb_peek(p)->start);
    gb_advance(p);
    if (!node || !(node->as.constant.value = gb_parser_constant(p, kind))) return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *parse_name(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_NAME, gb_peek(p)->start);
    if (!node || !(node->as.name.id = gb_expect_name(p))) return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *parse_atom(gb_parser *p)
{
    const gb_token *t = gb_peek(p);
    switch (t->kind) {
    case GB_TOKEN_NAME: return parse_name(p);
    case GB_TOKEN_NUMBER: return gb_parse_number(p);
    case GB_TOKEN_STRING: return gb_parse_strings(p);
    case GB_TOKEN_NONE: return parse_keyword_constant(p, GB_CONST_NONE);
    case GB_TOKEN_TRUE: return parse_keyword_constant(p, GB_CONST_TRUE);
    case GB_TOKEN_FALSE: return parse_keyword_constant(p, GB_CONST_FALSE);
    case GB_TOKEN_ELLIPSIS: return parse_keyword_constant(p, GB_CONST_ELLIPSIS);
    case GB_TOKEN_LPAREN: return parse_parentheses(p);
    case GB_TOKEN_LBRACKET: return parse_list(p);
    case GB_TOKEN_LBRACE: return parse_braces(p);
    case GB_TOKEN_AWAIT:
        return gb_parser_fail(
            p, t->start, t->end,
            "'await' is not part of the cell language: call the function plainly");
    default: return NULL;
    }
}

/* --- subscripts ----------------------------------------------------------------------------- */

static gb_node *parse_slice_bound(gb_parser *p)
{
    gb_token_kind kind = gb_peek_kind(p);
    return gb_starts_expression(kind) ? gb_parse_expression(p) : NULL;
}

static gb_node *parse_slice_item(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    if (gb_peek_kind(p) == GB_TOKEN_MUL) return gb_parse_star_target(p);
    gb_node *lower = NULL;
    if (gb_peek_kind(p) != GB_TOKEN_COLON) {
        lower = gb_parse_named_expression(p);
        if (!lower || gb_peek_kind(p) != GB_TOKEN_COLON) return lower;
        if (lower->kind == GB_NODE_NAMED_EXPR && !lower->parenthesised) return NULL;
    }
    gb_advance(p);
    gb_node *node = gb_parser_node(p, GB_NODE_SLICE, start);
    if (!node) return NULL;
    node->as.slice.lower = lower;
    node->as.slice.upper = parse_slice_bound(p);
    if (gb_accept(p, GB_TOKEN_COLON)) node->as.slice.step = parse_slice_bound(p);
    return gb_parser_finish(p, node);
}

static gb_node *parse_slices(gb_parser *p)
{
    gb_node *first = parse_slice_item(p);
    if (!first) return NULL;
    if (gb_peek_kind(p) != GB_TOKEN_COMMA && first->kind != GB_NODE_STARRED) return first;
    gb_node *node = gb_parser_node(p, GB_NODE_TUPLE, first->start);
    if (!node || !gb_list_add(p, &node->as.tuple.elts, first)) return NULL;
    while (gb_accept(p, GB_TOKEN_COMMA)) {
        if (!element_follows(p) && gb_peek_kind(p) != GB_TOKEN_COLON) break;
        gb_node *next = parse_slice_item(p);
        if (!next || !gb_list_add(p, &node->as.tuple.elts, next)) return NULL;
    }
    return gb_parser_finish(p, node);
}

static gb_node *parse_subscript(gb_parser *p, gb_node *value, uint32_t start)
{
    gb_node *node = gb_parser_node(p, GB_NODE_SUBSCRIPT, start);
    if (!node || !gb_parser_enter(p)) return NULL;
    gb_advance(p);
    node->as.subscript.value = value;
    node->as.subscript.slice = parse_slices(p);
    p->depth--;
    if (!node->as.subscript.slice || !gb_expect(p, GB_TOKEN_RBRACKET)) return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *parse_attribute(gb_parser *p, gb_node *value, uint32_t start)
{
    gb_advance(p);
    gb_node *node = gb_parser_node(p, GB_NODE_ATTRIBUTE, start);
    if (!node || !(node->as.attribute.attr = gb_expect_name(p))) return NULL;
    node->as.attribute.value = value;
    return gb_parser_finish(p, node);
}

static gb_node *parse_call(gb_parser *p, gb_node *function, uint32_t start)
{
    gb_node *node = gb_parser_node(p, GB_NODE_CALL, start);
    if (!node || !gb_parser_enter(p)) return NULL;
    gb_advance(p);
    node->as.call.func = function;
    bool ok = gb_parse_arguments(p, &node->as.call.args, &node->as.call.keywords);
    p->depth--;
    if (!ok || !gb_expect(p, GB_TOKEN_RPAREN)) return NULL;
    return gb_parser_finish(p, node);
}

gb_node *gb_parse_primary(gb_parser *p)
{
    if (!gb_parser_enter(p)) return NULL;
    uint32_t start = gb_peek(p)->start; /* of parentheses around the atom, if there are any */
    gb_node *node = parse_atom(p);
    while (node) {
        gb_token_kind kind = gb_peek_kind(p);
        if (kind == GB_TOKEN_DOT)
            node = parse_attribute(p, node, start);
        else if (kind == GB_TOKEN_LPAREN)
            node = parse_call(p, node, start);
        else if (kind == GB_TOKEN_LBRACKET)
            node = parse_subscript(p, node, start);
        else
            break;
    }
    p->depth--;
    return node;
}
