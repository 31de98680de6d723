/* The stressed part of an expression. See anchor.h. */
#include "kernel/anchor.h"

#include "kernel/lang/parser.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

/* Past blanks and the ends of parentheses. */
static size_t skip(const char *text, size_t at, size_t end)
{
    while (at < end && (is_blank(text[at]) || text[at] == ')'))
        at++;
    return at;
}

/* The sign between the operands, of one character or two. */
static bool operator_anchor(const char *text, const gb_node *node, size_t *left, size_t *right)
{
    size_t end = node->as.bin_op.right->start, at = skip(text, node->as.bin_op.left->end, end);
    if (at >= end) return false;
    *left = at;
    *right = at + 1 + (at + 1 < end && !is_blank(text[at + 1]));
    return true;
}

static bool index_anchor(const char *text, const gb_node *node, size_t *left, size_t *right)
{
    *left = skip(text, node->as.subscript.value->end, node->end);
    *right = skip(text, node->as.subscript.slice->end, node->end) + 1;
    return true;
}

static bool expression_anchor(const char *text, const gb_node *node, size_t *left, size_t *right)
{
    if (node->kind == GB_NODE_BIN_OP) return operator_anchor(text, node, left, right);
    return node->kind == GB_NODE_SUBSCRIPT && index_anchor(text, node, left, right);
}

bool gb_find_anchor(const char *text, size_t n, size_t *left, size_t *right)
{
    gb_source source;
    gb_arena arena = GB_ARENA_INIT;
    gb_error err = GB_ERROR_INIT;
    if (!gb_source_init(&source, 1, "expression", (gb_text){text, n}, &err)) return false;
    const gb_node *module = gb_parse(&source, (gb_parse_options){0}, &arena, &err);
    const gb_node *statement =
        module && module->as.module.body.count == 1 ? module->as.module.body.items[0] : NULL;
    bool found = statement && statement->kind == GB_NODE_EXPR &&
                 expression_anchor(text, statement->as.expr.value, left, right) && *right <= n;
    gb_arena_release(&arena);
    gb_source_release(&source);
    return found;
}
