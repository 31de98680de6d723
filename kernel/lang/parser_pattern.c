/* The patterns of match statements. */
#include "kernel/lang/parser_state.h"

#include <string.h>

static gb_node *parse_or(gb_parser *p);

/* A literal's value: a number (signed, complex), a string. */
static gb_node *parse_signed_number(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    if (!gb_accept(p, GB_TOKEN_SUB))
        return gb_peek_kind(p) == GB_TOKEN_NUMBER ? gb_parse_number(p) : NULL;
    if (gb_peek_kind(p) != GB_TOKEN_NUMBER) return NULL;
    gb_node *node = gb_parser_node(p, GB_NODE_UNARY_OP, start);
    if (!node || !(node->as.unary_op.operand = gb_parse_number(p))) return NULL;
    node->as.unary_op.op = GB_UNARY_NEG;
    return gb_parser_finish(p, node);
}

static bool is_imaginary(const gb_node *node)
{
    return node->kind == GB_NODE_CONSTANT && node->as.constant.value->kind == GB_CONST_IMAGINARY;
}

static gb_node *parse_literal_number(gb_parser *p)
{
    gb_node *left = parse_signed_number(p);
    gb_token_kind sign = gb_peek_kind(p);
    if (!left || (sign != GB_TOKEN_ADD && sign != GB_TOKEN_SUB)) return left;
    if (is_imaginary(left))
        return gb_parser_fail(p, left->start, left->end, "real number required in complex literal");
    gb_advance(p);
    if (gb_peek_kind(p) != GB_TOKEN_NUMBER) return NULL;
    gb_node *node = gb_parser_node(p, GB_NODE_BIN_OP, left->start);
    gb_node *right = gb_parse_number(p);
    if (!node || !right) return NULL;
    if (!is_imaginary(right))
        return gb_parser_fail(p, right->start, right->end,
                              "imaginary number required in complex literal");
    node->as.bin_op.left = left;
    node->as.bin_op.op = sign == GB_TOKEN_ADD ? GB_BINARY_ADD : GB_BINARY_SUB;
    node->as.bin_op.right = right;
    return gb_parser_finish(p, node);
}

static gb_node *value_pattern(gb_parser *p, gb_node *value)
{
    if (!value) return NULL;
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_VALUE, value->start);
    if (!node) return NULL;
    if (value->kind == GB_NODE_JOINED_STR)
        return gb_parser_fail(p, value->start, value->end,
                              "patterns may only match literals and attribute lookups");
    node->as.match_value.value = value;
    return gb_parser_finish(p, node);
}

static gb_node *singleton_pattern(gb_parser *p, gb_const_kind kind)
{
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_SINGLETON, gb_peek(p)->start);
    gb_advance(p);
    if (!node || !(node->as.match_singleton.value = gb_parser_constant(p, kind))) return NULL;
    return gb_parser_finish(p, node);
}

/* --- sequences ------------------------------------------------------------------------------ */

static gb_node *parse_star_pattern(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_STAR, gb_peek(p)->start);
    gb_advance(p);
    const char *name = gb_expect_name(p);
    if (!node || !name) return NULL;
    node->as.match_star.name = strcmp(name, "_") == 0 ? NULL : name;
    return gb_parser_finish(p, node);
}

static gb_node *parse_maybe_star(gb_parser *p)
{
    return gb_peek_kind(p) == GB_TOKEN_MUL ? parse_star_pattern(p) : gb_parse_pattern(p);
}

static gb_node *parse_bracketed(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    bool list = gb_peek_kind(p) == GB_TOKEN_LBRACKET, comma = false;
    gb_token_kind closing = list ? GB_TOKEN_RBRACKET : GB_TOKEN_RPAREN;
    gb_advance(p);
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_SEQUENCE, start);
    if (!node) return NULL;
    gb_node_list *patterns = &node->as.match_sequence.patterns;
    while (gb_peek_kind(p) != closing) {
        gb_node *next = parse_maybe_star(p);
        if (!next || !gb_list_add(p, patterns, next)) return NULL;
        if (!gb_accept(p, GB_TOKEN_COMMA)) break;
        comma = true;
    }
    if (!gb_expect(p, closing)) return NULL;
    bool group = !list && !comma && patterns->count == 1;
    if (!group) return gb_parser_finish(p, node);
    return patterns->items[0]->kind == GB_NODE_MATCH_STAR ? NULL : patterns->items[0];
}

/* --- mappings and classes ------------------------------------------------------------------- */

static gb_node *parse_dotted_value(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_NAME, gb_peek(p)->start);
    if (!node || !(node->as.name.id = gb_expect_name(p))) return NULL;
    node = gb_parser_finish(p, node);
    while (node && gb_accept(p, GB_TOKEN_DOT)) {
        gb_node *attribute = gb_parser_node(p, GB_NODE_ATTRIBUTE, node->start);
        if (!attribute || !(attribute->as.attribute.attr = gb_expect_name(p))) return NULL;
        attribute->as.attribute.value = node;
        node = gb_parser_finish(p, attribute);
    }
    return node;
}

static gb_node *parse_key(gb_parser *p)
{
    gb_node *node;
    switch (gb_peek_kind(p)) {
    case GB_TOKEN_NAME:
        node = parse_dotted_value(p);
        return node && node->kind == GB_NODE_ATTRIBUTE ? node : NULL;
    case GB_TOKEN_STRING: return gb_parse_strings(p);
    case GB_TOKEN_NUMBER:
    case GB_TOKEN_SUB: return parse_literal_number(p);
    case GB_TOKEN_NONE:
    case GB_TOKEN_TRUE:
    case GB_TOKEN_FALSE: {
        gb_token_kind kind = gb_peek_kind(p);
        node = gb_parser_node(p, GB_NODE_CONSTANT, gb_peek(p)->start);
        gb_advance(p);
        if (!node) return NULL;
        node->as.constant.value = gb_parser_constant(p, kind == GB_TOKEN_NONE   ? GB_CONST_NONE
                                                        : kind == GB_TOKEN_TRUE ? GB_CONST_TRUE
                                                                                : GB_CONST_FALSE);
        return node->as.constant.value ? gb_parser_finish(p, node) : NULL;
    }
    default: return NULL;
    }
}

static gb_node *parse_mapping(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_MAPPING, gb_peek(p)->start);
    gb_advance(p);
    if (!node) return NULL;
    while (gb_peek_kind(p) != GB_TOKEN_RBRACE) {
        if (gb_accept(p, GB_TOKEN_POW)) {
            if (!(node->as.match_mapping.rest = gb_expect_name(p))) return NULL;
            if (strcmp(node->as.match_mapping.rest, "_") == 0) return NULL;
            gb_accept(p, GB_TOKEN_COMMA);
            break;
        }
        gb_node *key = parse_key(p);
        if (!key || !gb_expect(p, GB_TOKEN_COLON)) return NULL;
        gb_node *value = gb_parse_pattern(p);
        if (!value || !gb_list_add(p, &node->as.match_mapping.keys, key)) return NULL;
        if (!gb_list_add(p, &node->as.match_mapping.patterns, value)) return NULL;
        if (!gb_accept(p, GB_TOKEN_COMMA)) break;
    }
    return gb_expect(p, GB_TOKEN_RBRACE) ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_class_pattern(gb_parser *p, gb_node *cls)
{
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_CLASS, cls->start);
    gb_advance(p);
    if (!node) return NULL;
    node->as.match_class.cls = cls;
    while (gb_peek_kind(p) != GB_TOKEN_RPAREN) {
        bool keyword = gb_peek_kind(p) == GB_TOKEN_NAME && gb_peek_after(p) == GB_TOKEN_ASSIGN;
        const char *name = keyword ? gb_expect_name(p) : NULL;
        if (keyword) gb_advance(p);
        gb_node *pattern = gb_parse_pattern(p);
        if (!pattern) return NULL;
        if (keyword) {
            if (!gb_names_add(p, &node->as.match_class.kwd_attrs, name) ||
                !gb_list_add(p, &node->as.match_class.kwd_patterns, pattern))
                return NULL;
        } else if (node->as.match_class.kwd_attrs.count) {
            return gb_parser_fail(p, pattern->start, pattern->end,
                                  "positional patterns follow keyword patterns");
        } else if (!gb_list_add(p, &node->as.match_class.patterns, pattern)) {
            return NULL;
        }
        if (!gb_accept(p, GB_TOKEN_COMMA)) break;
    }
    return gb_expect(p, GB_TOKEN_RPAREN) ? gb_parser_finish(p, node) : NULL;
}

/* --- names ---------------------------------------------------------------------------------- */

static gb_node *parse_name_pattern(gb_parser *p)
{
    gb_node *value = parse_dotted_value(p);
    if (!value) return NULL;
    if (gb_peek_kind(p) == GB_TOKEN_LPAREN) return parse_class_pattern(p, value);
    if (value->kind == GB_NODE_ATTRIBUTE) return value_pattern(p, value);
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_AS, value->start);
    if (!node) return NULL;
    node->as.match_as.name = strcmp(value->as.name.id, "_") == 0 ? NULL : value->as.name.id;
    return gb_parser_finish(p, node);
}

static gb_node *parse_closed(gb_parser *p)
{
    switch (gb_peek_kind(p)) {
    case GB_TOKEN_NAME: return parse_name_pattern(p);
    case GB_TOKEN_NUMBER:
    case GB_TOKEN_SUB: return value_pattern(p, parse_literal_number(p));
    case GB_TOKEN_STRING: return value_pattern(p, gb_parse_strings(p));
    case GB_TOKEN_NONE: return singleton_pattern(p, GB_CONST_NONE);
    case GB_TOKEN_TRUE: return singleton_pattern(p, GB_CONST_TRUE);
    case GB_TOKEN_FALSE: return singleton_pattern(p, GB_CONST_FALSE);
    case GB_TOKEN_LPAREN:
    case GB_TOKEN_LBRACKET: return parse_bracketed(p);
    case GB_TOKEN_LBRACE: return parse_mapping(p);
    default: return NULL;
    }
}

static gb_node *parse_or(gb_parser *p)
{
    gb_node *first = parse_closed(p);
    if (!first || gb_peek_kind(p) != GB_TOKEN_OR) return first;
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_OR, first->start);
    if (!node || !gb_list_add(p, &node->as.match_or.patterns, first)) return NULL;
    while (gb_accept(p, GB_TOKEN_OR)) {
        gb_node *next = parse_closed(p);
        if (!next || !gb_list_add(p, &node->as.match_or.patterns, next)) return NULL;
    }
    return gb_parser_finish(p, node);
}

/* What follows `as`: a name that is not `_`. */
static const char *parse_as_name(gb_parser *p)
{
    const gb_token *t = gb_peek(p);
    if (t->kind != GB_TOKEN_NAME || gb_token_is_word(p, t, "_")) {
        if (t->kind == GB_TOKEN_NAME)
            return gb_parser_fail(p, t->start, t->end, "cannot use '_' as a target");
        p->quiet++;
        gb_node *value = gb_parse_expression(p);
        p->quiet--;
        if (value) gb_parser_fail(p, value->start, value->end, "invalid pattern target");
        return NULL;
    }
    return gb_expect_name(p);
}

gb_node *gb_parse_pattern(gb_parser *p)
{
    if (!gb_parser_enter(p)) return NULL;
    gb_node *pattern = parse_or(p), *node = pattern;
    if (pattern && gb_accept(p, GB_TOKEN_AS)) {
        node = gb_parser_node(p, GB_NODE_MATCH_AS, pattern->start);
        const char *name = parse_as_name(p);
        if (node && name) {
            node->as.match_as.pattern = pattern;
            node->as.match_as.name = name;
            node = gb_parser_finish(p, node);
        } else {
            node = NULL;
        }
    }
    p->depth--;
    return gb_parser_failed(p) ? NULL : node;
}

gb_node *gb_parse_patterns(gb_parser *p)
{
    gb_node *first = parse_maybe_star(p);
    if (!first) return NULL;
    if (gb_peek_kind(p) != GB_TOKEN_COMMA && first->kind != GB_NODE_MATCH_STAR) return first;
    gb_node *node = gb_parser_node(p, GB_NODE_MATCH_SEQUENCE, first->start);
    if (!node || !gb_list_add(p, &node->as.match_sequence.patterns, first)) return NULL;
    while (gb_accept(p, GB_TOKEN_COMMA)) {
        gb_token_kind kind = gb_peek_kind(p);
        if (kind == GB_TOKEN_COLON || kind == GB_TOKEN_IF) break;
        gb_node *next = parse_maybe_star(p);
        if (!next || !gb_list_add(p, &node->as.match_sequence.patterns, next)) return NULL;
    }
    return gb_parser_finish(p, node);
}
