/* Compound statements: those with blocks. */
#include "kernel/lang/parser_state.h"

bool gb_parse_block(gb_parser *p, gb_node_list *body, const char *what, uint32_t line)
{
    if (gb_peek_kind(p) != GB_TOKEN_NEWLINE) return gb_parse_simple_line(p, body);
    gb_advance(p);
    if (gb_peek_kind(p) != GB_TOKEN_INDENT) {
        const gb_token *t = gb_peek(p);
        if (t->kind == GB_TOKEN_ERROR) return false;
        gb_span at = {p->source->id, t->start, t->end};
        return gb_parser_fail_class(p, GB_ERR_INDENTATION, at,
                                    "expected an indented block after %s on line %u", what, line);
    }
    gb_advance(p);
    while (gb_peek_kind(p) != GB_TOKEN_DEDENT) {
        if (gb_peek_kind(p) == GB_TOKEN_END) return false;
        if (!gb_parse_statement(p, body)) return false;
    }
    gb_advance(p);
    return true;
}

/* ':' as it is demanded at the end of a statement's head. CPython names it when the line ends. */
static bool expect_colon(gb_parser *p)
{
    if (gb_accept(p, GB_TOKEN_COLON)) return true;
    const gb_token *t = gb_peek(p);
    if (t->kind != GB_TOKEN_NEWLINE) return false;
    return gb_parser_fail(p, t->start, t->end, "expected ':'");
}

static gb_node *begin(gb_parser *p, gb_syntax_kind kind, uint32_t *line)
{
    const gb_token *t = gb_peek(p);
    *line = t->line;
    gb_node *node = gb_parser_node(p, kind, t->start);
    gb_advance(p);
    return node;
}

static bool parse_else(gb_parser *p, gb_node_list *body)
{
    uint32_t line = gb_peek(p)->line;
    if (!gb_accept(p, GB_TOKEN_ELSE)) return true;
    return gb_require(p, GB_TOKEN_COLON) && gb_parse_block(p, body, "'else' statement", line);
}

/* --- if, while, for ------------------------------------------------------------------------- */

static gb_node *parse_if(gb_parser *p, const char *what)
{
    uint32_t line;
    if (!gb_parser_enter(p)) return NULL;
    gb_node *node = begin(p, GB_NODE_IF, &line);
    bool ok = node && (node->as.if_.test = gb_parse_named_expression(p)) && expect_colon(p) &&
              gb_parse_block(p, &node->as.if_.body, what, line);
    if (ok && gb_peek_kind(p) == GB_TOKEN_ELIF) {
        gb_node *next = parse_if(p, "'elif' statement");
        ok = next && gb_list_add(p, &node->as.if_.orelse, next);
    } else if (ok) {
        ok = parse_else(p, &node->as.if_.orelse);
    }
    p->depth--;
    return ok ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_while(gb_parser *p)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_WHILE, &line);
    bool ok = node && (node->as.while_.test = gb_parse_named_expression(p)) && expect_colon(p) &&
              gb_parse_block(p, &node->as.while_.body, "'while' statement", line) &&
              parse_else(p, &node->as.while_.orelse);
    return ok ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_for(gb_parser *p)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_FOR, &line);
    gb_node *target = node ? gb_parse_star_targets(p) : NULL;
    if (!target) return NULL;
    if (gb_find_invalid_target(target, GB_TARGET_FOR) || gb_peek_kind(p) == GB_TOKEN_IN)
        if (!gb_make_target(p, target, GB_TARGET_FOR)) return NULL;
    if (!gb_expect(p, GB_TOKEN_IN)) return NULL;
    node->as.for_.target = target;
    bool ok = (node->as.for_.iter = gb_parse_star_expressions(p)) && expect_colon(p) &&
              gb_parse_block(p, &node->as.for_.body, "'for' statement", line) &&
              parse_else(p, &node->as.for_.orelse);
    return ok ? gb_parser_finish(p, node) : NULL;
}

/* --- with ----------------------------------------------------------------------------------- */

static gb_node *parse_with_item(gb_parser *p)
{
    gb_node *node = gb_parser_node(p, GB_NODE_WITH_ITEM, gb_peek(p)->start);
    if (!node || !(node->as.with_item.context_expr = gb_parse_expression(p))) return NULL;
    if (gb_accept(p, GB_TOKEN_AS)) {
        gb_node *target = gb_parse_star_target(p);
        if (!target || !gb_make_target(p, target, GB_TARGET_ASSIGN)) return NULL;
        node->as.with_item.optional_vars = target;
    }
    return gb_parser_finish(p, node);
}

static bool parse_with_items(gb_parser *p, gb_node_list *items, bool bracket)
{
    do {
        if (bracket && items->count && gb_peek_kind(p) == GB_TOKEN_RPAREN) break;
        gb_node *item = parse_with_item(p);
        if (!item || !gb_list_add(p, items, item)) return false;
    } while (gb_accept(p, GB_TOKEN_COMMA));
    return true;
}

/* `with (a as b, c):` is tried first; `with (a, b).c as d:` shows only at its end. */
static bool try_bracketed(gb_parser *p, gb_node_list *items)
{
    size_t at = p->at;
    p->quiet++;
    gb_advance(p);
    bool ok = parse_with_items(p, items, true) && gb_accept(p, GB_TOKEN_RPAREN) &&
              gb_peek_kind(p) == GB_TOKEN_COLON;
    p->quiet--;
    if (ok) return true;
    p->at = at;
    *items = (gb_node_list){0};
    return false;
}

static gb_node *parse_with(gb_parser *p)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_WITH, &line);
    if (!node) return NULL;
    bool bracket = gb_peek_kind(p) == GB_TOKEN_LPAREN;
    bool ok = bracket && try_bracketed(p, &node->as.with.items);
    if (!ok) ok = !gb_parser_failed(p) && parse_with_items(p, &node->as.with.items, false);
    ok = ok && expect_colon(p) && gb_parse_block(p, &node->as.with.body, "'with' statement", line);
    return ok ? gb_parser_finish(p, node) : NULL;
}

/* --- try ------------------------------------------------------------------------------------ */

static gb_node *fail_bare_types(gb_parser *p, const gb_node *first)
{
    uint32_t end = gb_last_token(p)->end;
    p->quiet++;
    bool ok = true;
    while (ok && gb_accept(p, GB_TOKEN_COMMA)) {
        ok = gb_parse_expression(p);
        end = gb_last_token(p)->end;
    }
    if (ok && gb_accept(p, GB_TOKEN_AS)) ok = gb_accept(p, GB_TOKEN_NAME);
    ok = ok && gb_peek_kind(p) == GB_TOKEN_COLON;
    p->quiet--;
    if (!ok) return NULL;
    return gb_parser_fail(p, first->start, end, "multiple exception types must be parenthesized");
}

static gb_node *parse_handler(gb_parser *p)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_EXCEPT_HANDLER, &line);
    if (!node) return NULL;
    const gb_token *t = gb_peek(p);
    if (t->kind == GB_TOKEN_MUL)
        return gb_parser_fail(p, t->start, t->end,
                              "'except*' is not part of the cell language: write 'except'");
    if (gb_peek_kind(p) != GB_TOKEN_COLON && gb_peek_kind(p) != GB_TOKEN_NEWLINE) {
        gb_node *type = gb_parse_expression(p);
        if (!type) return NULL;
        if (gb_peek_kind(p) == GB_TOKEN_COMMA) return fail_bare_types(p, type);
        node->as.except_handler.type = type;
        if (gb_accept(p, GB_TOKEN_AS) && !(node->as.except_handler.name = gb_expect_name(p)))
            return NULL;
    }
    bool ok = expect_colon(p) &&
              gb_parse_block(p, &node->as.except_handler.body, "'except' statement", line);
    return ok ? gb_parser_finish(p, node) : NULL;
}

static bool parse_handlers(gb_parser *p, gb_node *node)
{
    while (gb_peek_kind(p) == GB_TOKEN_EXCEPT) {
        gb_node_list *handlers = &node->as.try_.handlers;
        if (handlers->count && !handlers->items[handlers->count - 1]->as.except_handler.type) {
            const gb_node *last = handlers->items[handlers->count - 1];
            return gb_parser_fail(p, last->start, last->start + 7,
                                  "default 'except:' must be last");
        }
        gb_node *handler = parse_handler(p);
        if (!handler || !gb_list_add(p, handlers, handler)) return false;
    }
    return true;
}

static gb_node *parse_try(gb_parser *p)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_TRY, &line);
    if (!node || !gb_require(p, GB_TOKEN_COLON)) return NULL;
    if (!gb_parse_block(p, &node->as.try_.body, "'try' statement", line)) return NULL;
    const gb_token *t = gb_peek(p);
    if (t->kind != GB_TOKEN_EXCEPT && t->kind != GB_TOKEN_FINALLY)
        return gb_parser_fail(p, t->start, t->end, "expected 'except' or 'finally' block");
    if (!parse_handlers(p, node)) return NULL;
    if (node->as.try_.handlers.count && !parse_else(p, &node->as.try_.orelse)) return NULL;
    line = gb_peek(p)->line;
    if (gb_accept(p, GB_TOKEN_FINALLY)) {
        if (!gb_require(p, GB_TOKEN_COLON)) return NULL;
        if (!gb_parse_block(p, &node->as.try_.finalbody, "'finally' statement", line)) return NULL;
    }
    return gb_parser_finish(p, node);
}

/* --- def, class, decorators ----------------------------------------------------------------- */

static gb_node *parse_def(gb_parser *p, gb_node_list decorators)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_FUNCTION_DEF, &line);
    if (!node || !(node->as.function_def.name = gb_expect_name(p))) return NULL;
    node->as.function_def.decorator_list = decorators;
    if (gb_peek_kind(p) != GB_TOKEN_LPAREN) {
        gb_require(p, GB_TOKEN_LPAREN);
        return NULL;
    }
    gb_advance(p);
    if (!(node->as.function_def.args = gb_parse_parameters(p, false))) return NULL;
    if (!gb_expect(p, GB_TOKEN_RPAREN)) return NULL;
    if (gb_accept(p, GB_TOKEN_ARROW) && !(node->as.function_def.returns = gb_parse_expression(p)))
        return NULL;
    bool ok = gb_require(p, GB_TOKEN_COLON) &&
              gb_parse_block(p, &node->as.function_def.body, "function definition", line);
    return ok ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_class(gb_parser *p, gb_node_list decorators)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_CLASS_DEF, &line);
    if (!node || !(node->as.class_def.name = gb_expect_name(p))) return NULL;
    node->as.class_def.decorator_list = decorators;
    if (gb_accept(p, GB_TOKEN_LPAREN)) {
        gb_node_list *bases = &node->as.class_def.bases;
        if (!gb_parse_arguments(p, bases, &node->as.class_def.keywords)) return NULL;
        bool generator = bases->count == 1 && bases->items[0]->kind == GB_NODE_GENERATOR_EXP &&
                         !bases->items[0]->parenthesised;
        if (generator || !gb_expect(p, GB_TOKEN_RPAREN)) return NULL;
    }
    bool ok =
        expect_colon(p) && gb_parse_block(p, &node->as.class_def.body, "class definition", line);
    return ok ? gb_parser_finish(p, node) : NULL;
}

static gb_node *fail_async(gb_parser *p)
{
    const gb_token *t = gb_peek(p);
    gb_token_kind next = gb_peek_after(p);
    const char *what = next == GB_TOKEN_DEF ? "def" : next == GB_TOKEN_FOR ? "for" : "with";
    return gb_parser_fail(p, t->start, t->end,
                          "'async %s' is not part of the cell language: write a plain '%s'", what,
                          what);
}

static gb_node *parse_decorated(gb_parser *p)
{
    gb_node_list decorators = {0};
    while (gb_accept(p, GB_TOKEN_MATMUL)) {
        gb_node *decorator = gb_parse_named_expression(p);
        if (!decorator || !gb_list_add(p, &decorators, decorator)) return NULL;
        if (!gb_expect(p, GB_TOKEN_NEWLINE)) return NULL;
    }
    switch (gb_peek_kind(p)) {
    case GB_TOKEN_DEF: return parse_def(p, decorators);
    case GB_TOKEN_CLASS: return parse_class(p, decorators);
    case GB_TOKEN_ASYNC: return fail_async(p);
    default: return NULL;
    }
}

/* --- match ---------------------------------------------------------------------------------- */

static gb_node *parse_subject(gb_parser *p)
{
    gb_node *first =
        gb_peek_kind(p) == GB_TOKEN_MUL ? gb_parse_star_target(p) : gb_parse_named_expression(p);
    if (!first) return NULL;
    if (gb_peek_kind(p) != GB_TOKEN_COMMA) return first->kind == GB_NODE_STARRED ? NULL : first;
    gb_node *node = gb_parser_node(p, GB_NODE_TUPLE, first->start);
    if (!node || !gb_list_add(p, &node->as.tuple.elts, first)) return NULL;
    while (gb_accept(p, GB_TOKEN_COMMA) && gb_peek_kind(p) != GB_TOKEN_COLON) {
        gb_node *next = gb_peek_kind(p) == GB_TOKEN_MUL ? gb_parse_star_target(p)
                                                        : gb_parse_named_expression(p);
        if (!next || !gb_list_add(p, &node->as.tuple.elts, next)) return NULL;
    }
    return gb_parser_finish(p, node);
}

/* `match` is a keyword only where a subject, a colon and the end of the line follow. */
static bool starts_match(gb_parser *p)
{
    if (!gb_token_is_word(p, gb_peek(p), "match")) return false;
    gb_token_kind next = gb_peek_after(p);
    if (!gb_starts_expression(next) && next != GB_TOKEN_MUL) return false;
    size_t at = p->at, furthest = p->furthest;
    p->quiet++;
    gb_advance(p);
    bool ok = parse_subject(p) && gb_accept(p, GB_TOKEN_COLON) && gb_accept(p, GB_TOKEN_NEWLINE);
    p->quiet--;
    p->at = at;
    p->furthest = furthest;
    return ok;
}

static gb_node *parse_case(gb_parser *p)
{
    uint32_t line;
    if (!gb_token_is_word(p, gb_peek(p), "case")) return NULL;
    gb_node *node = begin(p, GB_NODE_MATCH_CASE, &line);
    if (!node || !(node->as.match_case.pattern = gb_parse_patterns(p))) return NULL;
    if (gb_accept(p, GB_TOKEN_IF) && !(node->as.match_case.guard = gb_parse_named_expression(p)))
        return NULL;
    bool ok =
        expect_colon(p) && gb_parse_block(p, &node->as.match_case.body, "'case' statement", line);
    return ok ? gb_parser_finish(p, node) : NULL;
}

static gb_node *parse_match(gb_parser *p)
{
    uint32_t line;
    gb_node *node = begin(p, GB_NODE_MATCH, &line);
    if (!node || !(node->as.match.subject = parse_subject(p))) return NULL;
    if (!gb_expect(p, GB_TOKEN_COLON) || !gb_expect(p, GB_TOKEN_NEWLINE)) return NULL;
    const gb_token *t = gb_peek(p);
    if (t->kind != GB_TOKEN_INDENT) {
        gb_span at = {p->source->id, t->start, t->end};
        return gb_parser_fail_class(p, GB_ERR_INDENTATION, at,
                                    "expected an indented block after 'match' statement on line %u",
                                    line);
    }
    gb_advance(p);
    while (gb_peek_kind(p) != GB_TOKEN_DEDENT) {
        gb_node *item = parse_case(p);
        if (!item || !gb_list_add(p, &node->as.match.cases, item)) return NULL;
    }
    gb_advance(p);
    return node->as.match.cases.count ? gb_parser_finish(p, node) : NULL;
}

/* --- all of them ---------------------------------------------------------------------------- */

gb_node *gb_parse_compound(gb_parser *p)
{
    p->compound = true;
    gb_node *node = NULL;
    switch (gb_peek_kind(p)) {
    case GB_TOKEN_IF: node = parse_if(p, "'if' statement"); break;
    case GB_TOKEN_WHILE: node = parse_while(p); break;
    case GB_TOKEN_FOR: node = parse_for(p); break;
    case GB_TOKEN_WITH: node = parse_with(p); break;
    case GB_TOKEN_TRY: node = parse_try(p); break;
    case GB_TOKEN_MATMUL: node = parse_decorated(p); break;
    case GB_TOKEN_DEF: node = parse_def(p, (gb_node_list){0}); break;
    case GB_TOKEN_CLASS: node = parse_class(p, (gb_node_list){0}); break;
    case GB_TOKEN_ASYNC: node = fail_async(p); break;
    default:
        if (!starts_match(p)) {
            p->compound = false;
            return NULL;
        }
        node = parse_match(p);
    }
    p->compound = true;
    return node;
}
