/* Targets: expressions that are assigned to or deleted, and what to say of those that cannot be. */
#include "kernel/lang/parser_state.h"

static const char *constant_name(const gb_const *c)
{
    switch (c->kind) {
    case GB_CONST_NONE: return "None";
    case GB_CONST_FALSE: return "False";
    case GB_CONST_TRUE: return "True";
    case GB_CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

const char *gb_expression_name(const gb_node *node)
{
    switch (node->kind) {
    case GB_NODE_ATTRIBUTE: return "attribute";
    case GB_NODE_SUBSCRIPT: return "subscript";
    case GB_NODE_STARRED: return "starred";
    case GB_NODE_NAME: return "name";
    case GB_NODE_LIST: return "list";
    case GB_NODE_TUPLE: return "tuple";
    case GB_NODE_LAMBDA: return "lambda";
    case GB_NODE_CALL: return "function call";
    case GB_NODE_GENERATOR_EXP: return "generator expression";
    case GB_NODE_YIELD:
    case GB_NODE_YIELD_FROM: return "yield expression";
    case GB_NODE_LIST_COMP: return "list comprehension";
    case GB_NODE_SET_COMP: return "set comprehension";
    case GB_NODE_DICT_COMP: return "dict comprehension";
    case GB_NODE_DICT: return "dict literal";
    case GB_NODE_SET: return "set display";
    case GB_NODE_JOINED_STR:
    case GB_NODE_FORMATTED_VALUE: return "f-string expression";
    case GB_NODE_CONSTANT: return constant_name(node->as.constant.value);
    case GB_NODE_COMPARE: return "comparison";
    case GB_NODE_IF_EXP: return "conditional expression";
    case GB_NODE_NAMED_EXPR: return "named expression";
    default: return "expression";
    }
}

/* The node that the text of another starts with. */
static const gb_node *leftmost(const gb_node *node)
{
    for (;;) {
        if (node->parenthesised) return node;
        switch (node->kind) {
        case GB_NODE_BIN_OP: node = node->as.bin_op.left; break;
        case GB_NODE_CALL: node = node->as.call.func; break;
        case GB_NODE_ATTRIBUTE: node = node->as.attribute.value; break;
        case GB_NODE_SUBSCRIPT: node = node->as.subscript.value; break;
        default: return node;
        }
    }
}

bool gb_may_mean_equality(const gb_node *node)
{
    const gb_node *first = leftmost(node);
    switch (node->kind) {
    case GB_NODE_COMPARE:
    case GB_NODE_BOOL_OP:
    case GB_NODE_LAMBDA:
    case GB_NODE_IF_EXP:
    case GB_NODE_STARRED:
    case GB_NODE_YIELD:
    case GB_NODE_YIELD_FROM:
        if (!node->parenthesised) return false;
        break;
    case GB_NODE_UNARY_OP:
        if (node->as.unary_op.op == GB_UNARY_NOT && !node->parenthesised) return false;
        break;
    default: break;
    }
    if (first->kind == GB_NODE_LIST || first->kind == GB_NODE_TUPLE ||
        first->kind == GB_NODE_GENERATOR_EXP)
        return false;
    return first->kind != GB_NODE_CONSTANT || first->as.constant.value->kind > GB_CONST_TRUE;
}

const gb_node *gb_find_invalid_target(const gb_node *node, gb_target_use use)
{
    const gb_node_list *elements = NULL;
    switch (node->kind) {
    case GB_NODE_NAME:
    case GB_NODE_SUBSCRIPT:
    case GB_NODE_ATTRIBUTE: return NULL;
    case GB_NODE_STARRED:
        return use == GB_TARGET_DELETE ? node : gb_find_invalid_target(node->as.starred.value, use);
    case GB_NODE_COMPARE:
        if (use == GB_TARGET_FOR && node->as.compare.ops.items[0] == GB_COMPARE_IN)
            return gb_find_invalid_target(node->as.compare.left, use);
        return node;
    case GB_NODE_LIST: elements = &node->as.list.elts; break;
    case GB_NODE_TUPLE: elements = &node->as.tuple.elts; break;
    default: return node;
    }
    for (size_t i = 0; i < elements->count; i++) {
        const gb_node *invalid = gb_find_invalid_target(elements->items[i], use);
        if (invalid) return invalid;
    }
    return NULL;
}

static void set_context(gb_node *node, gb_context ctx)
{
    gb_node_list *elements = NULL;
    switch (node->kind) {
    case GB_NODE_NAME: node->as.name.ctx = ctx; return;
    case GB_NODE_SUBSCRIPT: node->as.subscript.ctx = ctx; return;
    case GB_NODE_ATTRIBUTE: node->as.attribute.ctx = ctx; return;
    case GB_NODE_STARRED:
        node->as.starred.ctx = ctx;
        set_context(node->as.starred.value, ctx);
        return;
    case GB_NODE_LIST:
        node->as.list.ctx = ctx;
        elements = &node->as.list.elts;
        break;
    case GB_NODE_TUPLE:
        node->as.tuple.ctx = ctx;
        elements = &node->as.tuple.elts;
        break;
    default: return;
    }
    for (size_t i = 0; i < elements->count; i++)
        set_context(elements->items[i], ctx);
}

bool gb_make_target(gb_parser *p, gb_node *node, gb_target_use use)
{
    const gb_node *invalid = gb_find_invalid_target(node, use);
    if (invalid) {
        gb_parser_fail(p, invalid->start, invalid->end, "cannot %s %s",
                       use == GB_TARGET_DELETE ? "delete" : "assign to",
                       gb_expression_name(invalid));
        return false;
    }
    set_context(node, use == GB_TARGET_DELETE ? GB_CTX_DELETE : GB_CTX_STORE);
    return true;
}
