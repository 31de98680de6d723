/* Simple statements: assignments, del, assert, imports … and the notebook's own forms. */
#include "kernel/lang/parser_state.h"

#include <string.h>

/* --- assignment ----------------------------------------------------------------------------- */

static bool augmented_operator(gb_token_kind kind, gb_binary *op)
{
    switch (kind) {
    case GB_TOKEN_ADD_ASSIGN: *op = GB_BINARY_ADD; return true;
    case GB_TOKEN_SUB_ASSIGN: *op = GB_BINARY_SUB; return true;
    case GB_TOKEN_MUL_ASSIGN: *op = GB_BINARY_MUL; return true;
    case GB_TOKEN_MATMUL_ASSIGN: *op = GB_BINARY_MATMUL; return true;
    case GB_TOKEN_TRUEDIV_ASSIGN: *op = GB_BINARY_TRUEDIV; return true;
    case GB_TOKEN_FLOORDIV_ASSIGN: *op = GB_BINARY_FLOORDIV; return true;
    case GB_TOKEN_MOD_ASSIGN: *op = GB_BINARY_MOD; return true;
    case GB_TOKEN_POW_ASSIGN: *op = GB_BINARY_POW; return true;
    case GB_TOKEN_LSHIFT_ASSIGN: *op = GB_BINARY_LSHIFT; return true;
    case GB_TOKEN_RSHIFT_ASSIGN: *op = GB_BINARY_RSHIFT; return true;
    case GB_TOKEN_AND_ASSIGN: *op = GB_BINARY_AND; return true;
    case GB_TOKEN_OR_ASSIGN: *op = GB_BINARY_OR; return true;
    case GB_TOKEN_XOR_ASSIGN: *op = GB_BINARY_XOR; return true;
    default: return false;
    }
}

static bool is_single_target(const gb_node *node)
{
    return node->kind == GB_NODE_NAME || node->kind == GB_NODE_ATTRIBUTE ||
           node->kind == GB_NODE_SUBSCRIPT;
}

static gb_node *parse_augmented(gb_parser *p, gb_node *target, gb_binary op)
{
    if (!is_single_target(target))
        return gb_parser_fail(p, target->start, target->end,
                              "'%s' is an illegal expression for augmented assignment",
                              gb_expression_name(target));
    gb_node *node = gb_parser_node(p, GB_NODE_AUG_ASSIGN, target->start);
    gb_advance(p);
    if (!node || !gb_make_target(p, target, GB_TARGET_ASSIGN)) return NULL;
    node->as.aug_assign.target = target;
    node->as.aug_assign.op = op;
    node->as.aug_assign.value = gb_parse_assigned(p);
    return node->as.aug_assign.value ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_annotated(gb_parser *p, gb_node *target, uint32_t start)
{
    if (!is_single_target(target)) {
        bool several = target->kind == GB_NODE_LIST || target->kind == GB_NODE_TUPLE;
        if (!several)
            return gb_parser_fail(p, target->start, target->end, "illegal target for annotation");
        const gb_node *at = target;
        if (target->kind == GB_NODE_TUPLE && !target->parenthesised)
            at = target->as.tuple.elts.items[0];
        return gb_parser_fail(p, at->start, at->end, "only single target (not %s) can be annotated",
                              gb_expression_name(target));
    }
    gb_node *node = gb_parser_node(p, GB_NODE_ANN_ASSIGN, start);
    gb_advance(p);
    if (!node || !gb_make_target(p, target, GB_TARGET_ASSIGN)) return NULL;
    node->as.ann_assign.target = target;
    node->as.ann_assign.simple = target->kind == GB_NODE_NAME && !target->parenthesised;
    if (!(node->as.ann_assign.annotation = gb_parse_expression(p))) return NULL;
    if (gb_accept(p, GB_TOKEN_ASSIGN) && !(node->as.ann_assign.value = gb_parse_assigned(p)))
        return NULL;
    return gb_parser_finish(p, node);
}

/* Whether the part behind a lone `=` is a whole bitwise-or expression with no further `=`. */
static bool single_assignment(gb_parser *p)
{
    size_t at = p->at, furthest = p->furthest;
    p->quiet++;
    gb_advance(p);
    bool single = gb_parse_bitwise_or(p) && gb_peek_kind(p) != GB_TOKEN_ASSIGN;
    p->quiet--;
    p->at = at;
    p->furthest = furthest;
    return single;
}

/* CPython's texts for `f() = 1` and its like; called at the `=`. */
static bool check_first_target(gb_parser *p, const gb_node *target)
{
    const gb_node *invalid = gb_find_invalid_target(target, GB_TARGET_ASSIGN);
    if (!invalid || p->quiet) return true;
    const gb_node *last = target;
    bool open = target->kind == GB_NODE_TUPLE && !target->parenthesised;
    if (open) last = target->as.tuple.elts.items[target->as.tuple.elts.count - 1];
    bool trailing = gb_last_token(p)->kind == GB_TOKEN_COMMA;
    if (trailing || !single_assignment(p)) return true;
    bool simple = last->kind == GB_NODE_NAME && !last->parenthesised;
    if (!simple && !gb_may_mean_equality(last)) return true;
    if (!simple)
        return gb_parser_fail(p, last->start, last->end,
                              "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                              gb_expression_name(last));
    gb_advance(p);
    p->quiet++;
    gb_parse_bitwise_or(p);
    p->quiet--;
    return gb_parser_fail(p, last->start, gb_last_token(p)->end,
                          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

static gb_node *parse_assignment(gb_parser *p, gb_node *first)
{
    gb_node *node = gb_parser_node(p, GB_NODE_ASSIGN, first->start), *value = first;
    if (!node || !check_first_target(p, first)) return NULL;
    while (gb_accept(p, GB_TOKEN_ASSIGN)) {
        bool yield = value->kind == GB_NODE_YIELD || value->kind == GB_NODE_YIELD_FROM;
        if (yield && !value->parenthesised)
            return gb_parser_fail(p, value->start, value->end,
                                  "assignment to yield expression not possible");
        if (!gb_make_target(p, value, GB_TARGET_ASSIGN)) return NULL;
        if (!gb_list_add(p, &node->as.assign.targets, value)) return NULL;
        if (gb_peek_kind(p) == GB_TOKEN_MAGIC) {
            if (!gb_parse_magic(p, &value)) return NULL;
            break;
        }
        if (!(value = gb_parse_assigned(p))) return NULL;
    }
    node->as.assign.value = value;
    return gb_parser_finish(p, node);
}

static gb_node *parse_expression_statement(gb_parser *p)
{
    uint32_t start = gb_peek(p)->start;
    gb_node *value = gb_parse_assigned(p);
    if (!value) return NULL;
    gb_binary op;
    gb_token_kind kind = gb_peek_kind(p);
    if (kind == GB_TOKEN_ASSIGN) return parse_assignment(p, value);
    if (kind == GB_TOKEN_COLON) return parse_annotated(p, value, start);
    if (augmented_operator(kind, &op)) return parse_augmented(p, value, op);
    if (kind == GB_TOKEN_WALRUS && value->kind != GB_NODE_NAME)
        return gb_parser_fail(p, value->start, value->end,
                              "cannot use assignment expressions with %s",
                              gb_expression_name(value));
    gb_node *node = gb_parser_node(p, GB_NODE_EXPR, start);
    if (!node) return NULL;
    node->as.expr.value = value;
    return gb_parser_finish(p, node);
}

/* --- the other simple statements ------------------------------------------------------------ */

/* Whether the statement ends here. */
static bool at_end(gb_parser *p)
{
    gb_token_kind kind = gb_peek_kind(p);
    return kind == GB_TOKEN_NEWLINE || kind == GB_TOKEN_SEMICOLON || kind == GB_TOKEN_END;
}

static gb_node *parse_word(gb_parser *p, gb_syntax_kind kind)
{
    gb_node *node = gb_parser_node(p, kind, gb_peek(p)->start);
    gb_advance(p);
    return gb_parser_finish(p, node);
}

static gb_node *parse_return(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_RETURN, gb_peek(p)->start);
    gb_advance(p);
    if (!node) return NULL;
    if (!at_end(p) && !(node->as.return_.value = gb_parse_star_expressions(p))) return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *parse_raise(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_RAISE, gb_peek(p)->start);
    gb_advance(p);
    if (!node) return NULL;
    if (!at_end(p)) {
        if (!(node->as.raise.exc = gb_parse_expression(p))) return NULL;
        if (gb_accept(p, GB_TOKEN_FROM) && !(node->as.raise.cause = gb_parse_expression(p)))
            return NULL;
    }
    return gb_parser_finish(p, node);
}

static gb_node *parse_assert(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_ASSERT, gb_peek(p)->start);
    gb_advance(p);
    if (!node || !(node->as.assert_.test = gb_parse_expression(p))) return NULL;
    if (gb_accept(p, GB_TOKEN_COMMA) && !(node->as.assert_.msg = gb_parse_expression(p)))
        return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *parse_delete(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_DELETE, gb_peek(p)->start);
    gb_advance(p);
    if (!node) return NULL;
    do {
        gb_token_kind kind = gb_peek_kind(p);
        if (node->as.delete_.targets.count && !gb_starts_expression(kind)) break;
        gb_node *target = kind == GB_TOKEN_MUL ? gb_parse_star_target(p) : gb_parse_expression(p);
        if (!target || !gb_make_target(p, target, GB_TARGET_DELETE)) return NULL;
        if (!gb_list_add(p, &node->as.delete_.targets, target)) return NULL;
    } while (gb_accept(p, GB_TOKEN_COMMA));
    return gb_parser_finish(p, node);
}

static gb_node *parse_scope_words(gb_parser *p, gb_syntax_kind kind)
{
    gb_node *node = gb_parser_node(p, kind, gb_peek(p)->start);
    gb_advance(p);
    if (!node) return NULL;
    do {
        const char *name = gb_expect_name(p);
        if (!name || !gb_names_add(p, &node->as.global.names, name)) return NULL;
    } while (gb_accept(p, GB_TOKEN_COMMA));
    return gb_parser_finish(p, node);
}

/* --- imports -------------------------------------------------------------------------------- */

/* "a.b.c", joined in the arena. */
static const char *parse_dotted(gb_parser *p)
{
    const char *name = gb_expect_name(p);
    while (name && gb_accept(p, GB_TOKEN_DOT)) {
        const char *part = gb_expect_name(p);
        if (!part) return NULL;
        size_t n = strlen(name), m = strlen(part);
        char *joined = gb_arena_alloc(p->arena, n + m + 2, p->err);
        if (!joined) return NULL;
        memcpy(joined, name, n);
        joined[n] = '.';
        memcpy(joined + n + 1, part, m);
        name = joined;
    }
    return name;
}

static gb_node *parse_alias(gb_parser *p, bool dotted)
{
    gb_node *node = gb_parser_node(p, GB_NODE_ALIAS, gb_peek(p)->start);
    if (!node) return NULL;
    node->as.alias.name = dotted ? parse_dotted(p) : gb_expect_name(p);
    if (!node->as.alias.name) return NULL;
    if (gb_accept(p, GB_TOKEN_AS) && !(node->as.alias.asname = gb_expect_name(p))) return NULL;
    return gb_parser_finish(p, node);
}

static gb_node *parse_import(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_IMPORT, gb_peek(p)->start);
    gb_advance(p);
    if (!node) return NULL;
    do {
        gb_node *alias = parse_alias(p, true);
        if (!alias || !gb_list_add(p, &node->as.import.names, alias)) return NULL;
    } while (gb_accept(p, GB_TOKEN_COMMA));
    return gb_parser_finish(p, node);
}

static bool parse_imported_names(gb_parser *p, gb_node_list *names)
{
    bool bracket = gb_accept(p, GB_TOKEN_LPAREN);
    do {
        if (bracket && names->count && gb_peek_kind(p) == GB_TOKEN_RPAREN) break;
        if (!bracket && names->count && gb_peek_kind(p) == GB_TOKEN_NEWLINE) {
            const gb_token *t = gb_peek(p);
            return gb_parser_fail(p, t->start, t->end,
                                  "trailing comma not allowed without surrounding parentheses");
        }
        gb_node *alias = parse_alias(p, false);
        if (!alias || !gb_list_add(p, names, alias)) return false;
    } while (gb_accept(p, GB_TOKEN_COMMA));
    return !bracket || gb_expect(p, GB_TOKEN_RPAREN);
}

static gb_node *parse_from(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_IMPORT_FROM, gb_peek(p)->start);
    gb_advance(p);
    if (!node) return NULL;
    for (;;) {
        if (gb_accept(p, GB_TOKEN_DOT))
            node->as.import_from.level++;
        else if (gb_accept(p, GB_TOKEN_ELLIPSIS))
            node->as.import_from.level += 3;
        else
            break;
    }
    if (!node->as.import_from.level || gb_peek_kind(p) == GB_TOKEN_NAME)
        if (!(node->as.import_from.module = parse_dotted(p))) return NULL;
    if (!gb_expect(p, GB_TOKEN_IMPORT)) return NULL;
    gb_node_list *names = &node->as.import_from.names;
    if (gb_peek_kind(p) == GB_TOKEN_MUL) {
        gb_node *alias = gb_parser_node(p, GB_NODE_ALIAS, gb_peek(p)->start);
        gb_advance(p);
        if (!alias) return NULL;
        alias->as.alias.name = "*";
        if (!(alias = gb_parser_finish(p, alias)) || !gb_list_add(p, names, alias)) return NULL;
    } else if (!parse_imported_names(p, names)) {
        return NULL;
    }
    return gb_parser_finish(p, node);
}

/* --- the notebook's forms ------------------------------------------------------------------- */

/* The bytes [start, end) with blanks at both ends dropped. */
static gb_text cut(gb_parser *p, uint32_t start, uint32_t end)
{
    const char *text = p->source->text;
    while (start < end && strchr(" \t\n", text[start]))
        start++;
    while (end > start && strchr(" \t\n", text[end - 1]))
        end--;
    return (gb_text){gb_arena_strndup(p->arena, text + start, end - start, p->err), end - start};
}

static void read_help(gb_parser *p, gb_node *node, uint32_t start, uint32_t end)
{
    const char *text = p->source->text;
    unsigned marks = 0;
    while (end > start && strchr(" \t", text[end - 1]))
        end--;
    for (; start < end && text[start] == '?'; start++)
        marks++;
    for (; end > start && text[end - 1] == '?'; end--)
        marks++;
    node->as.magic.kind = marks > 1 ? GB_MAGIC_SOURCE : GB_MAGIC_HELP;
    node->as.magic.name = cut(p, start, start);
    node->as.magic.args = cut(p, start, end);
}

/* "%name args", "%%name args\nbody", "!args". */
static void read_command(gb_parser *p, gb_node *node, uint32_t start, uint32_t end)
{
    const char *text = p->source->text;
    bool cell = text[start] == '%' && start + 1 < end && text[start + 1] == '%';
    bool shell = text[start] == '!';
    uint32_t at = start + (cell ? 2 : 1), name = at, line = end;
    node->as.magic.kind = shell ? GB_MAGIC_SHELL : cell ? GB_MAGIC_CELL : GB_MAGIC_LINE;
    while (!shell && at < end && !strchr(" \t\n", text[at]))
        at++;
    node->as.magic.name = cut(p, name, at);
    if (cell) {
        const char *newline = memchr(text + at, '\n', end - at);
        if (newline) line = (uint32_t)(newline - text);
    }
    node->as.magic.args = cut(p, at, line);
    uint32_t body = line < end ? line + 1 : end;
    const char *rest = gb_arena_strndup(p->arena, text + body, end - body, p->err);
    node->as.magic.body = (gb_text){rest, end - body};
}

bool gb_parse_magic(gb_parser *p, gb_node **value)
{
    const gb_token *t = gb_peek(p);
    gb_node *node = gb_parser_node(p, GB_NODE_MAGIC, t->start);
    gb_advance(p);
    if (!node) return false;
    node->as.magic.body = (gb_text){"", 0};
    char first = p->source->text[t->start], last = p->source->text[t->end - 1];
    bool command = first == '!' || (first == '%' && last != '?');
    if (command)
        read_command(p, node, t->start, t->end);
    else
        read_help(p, node, t->start, t->end);
    return (*value = gb_parser_finish(p, node));
}

static gb_node *parse_magic_statement(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_EXPR, gb_peek(p)->start);
    if (!node || !gb_parse_magic(p, &node->as.expr.value)) return NULL;
    return gb_parser_finish(p, node);
}

/* --- lines ---------------------------------------------------------------------------------- */

static gb_node *parse_simple(gb_parser *p)
{
    switch (gb_peek_kind(p)) {
    case GB_TOKEN_RETURN: return parse_return(p);
    case GB_TOKEN_IMPORT: return parse_import(p);
    case GB_TOKEN_FROM: return parse_from(p);
    case GB_TOKEN_RAISE: return parse_raise(p);
    case GB_TOKEN_PASS: return parse_word(p, GB_NODE_PASS);
    case GB_TOKEN_BREAK: return parse_word(p, GB_NODE_BREAK);
    case GB_TOKEN_CONTINUE: return parse_word(p, GB_NODE_CONTINUE);
    case GB_TOKEN_DEL: return parse_delete(p);
    case GB_TOKEN_ASSERT: return parse_assert(p);
    case GB_TOKEN_GLOBAL: return parse_scope_words(p, GB_NODE_GLOBAL);
    case GB_TOKEN_NONLOCAL: return parse_scope_words(p, GB_NODE_NONLOCAL);
    case GB_TOKEN_MAGIC: return parse_magic_statement(p);
    default: return parse_expression_statement(p);
    }
}

bool gb_parse_simple_line(gb_parser *p, gb_node_list *body)
{
    for (;;) {
        gb_node *node = parse_simple(p);
        if (!node || gb_parser_failed(p) || !gb_list_add(p, body, node)) return false;
        if (!gb_accept(p, GB_TOKEN_SEMICOLON)) break;
        if (gb_peek_kind(p) == GB_TOKEN_NEWLINE) break;
    }
    if (gb_accept(p, GB_TOKEN_NEWLINE)) return true;
    return gb_peek_kind(p) == GB_TOKEN_END && p->tokens.unclosed.kind == GB_TOKEN_END;
}

bool gb_parse_statement(gb_parser *p, gb_node_list *body)
{
    if (!gb_parser_enter(p)) return false;
    gb_node *node = gb_parse_compound(p);
    bool ok;
    if (node)
        ok = gb_list_add(p, body, node);
    else
        ok = !gb_parser_failed(p) && !p->compound && gb_parse_simple_line(p, body);
    p->depth--;
    return ok && !gb_parser_failed(p);
}
