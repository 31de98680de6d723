/* The parser's ground: tokens, failing, nodes, and whole texts. See parser.h. */
#include "kernel/lang/parser.h"

#include "graph/base/memory.h"
#include "kernel/lang/parser_state.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* --- tokens --------------------------------------------------------------------------------- */

gb_token_kind gb_peek_after(const gb_parser *p)
{
    size_t next = p->at + 1 < p->tokens.count ? p->at + 1 : p->at;
    return (gb_token_kind)p->tokens.items[next].kind;
}

const gb_token *gb_last_token(const gb_parser *p)
{
    return &p->tokens.items[p->at ? p->at - 1 : 0];
}

void gb_advance(gb_parser *p)
{
    if (p->at + 1 < p->tokens.count) p->at++;
}

bool gb_accept(gb_parser *p, gb_token_kind kind)
{
    if (gb_peek_kind(p) != kind) return false;
    gb_advance(p);
    return true;
}

bool gb_expect(gb_parser *p, gb_token_kind kind)
{
    if (gb_peek_kind(p) != kind || kind == GB_TOKEN_END) return gb_peek_kind(p) == kind;
    gb_advance(p);
    return true;
}

bool gb_require(gb_parser *p, gb_token_kind kind)
{
    if (gb_accept(p, kind)) return true;
    const gb_token *t = gb_peek(p);
    if (t->kind == GB_TOKEN_ERROR) return false;
    if (t->kind == GB_TOKEN_END && p->tokens.unclosed.kind != GB_TOKEN_END) return false;
    return gb_parser_fail(p, t->start, t->end, "expected '%s'", gb_token_kind_text(kind));
}

bool gb_token_is_word(const gb_parser *p, const gb_token *t, const char *word)
{
    size_t n = strlen(word);
    return t->kind == GB_TOKEN_NAME && t->end - t->start == n &&
           memcmp(p->source->text + t->start, word, n) == 0;
}

bool gb_starts_expression(gb_token_kind kind)
{
    switch (kind) {
    case GB_TOKEN_NAME:
    case GB_TOKEN_NUMBER:
    case GB_TOKEN_STRING:
    case GB_TOKEN_ELLIPSIS:
    case GB_TOKEN_TRUE:
    case GB_TOKEN_FALSE:
    case GB_TOKEN_NONE:
    case GB_TOKEN_LPAREN:
    case GB_TOKEN_LBRACKET:
    case GB_TOKEN_LBRACE:
    case GB_TOKEN_ADD:
    case GB_TOKEN_SUB:
    case GB_TOKEN_INVERT:
    case GB_TOKEN_NOT:
    case GB_TOKEN_LAMBDA:
    case GB_TOKEN_AWAIT: return true;
    default: return false;
    }
}

/* --- failing -------------------------------------------------------------------------------- */

static void fail_v(gb_parser *p, gb_error_class cls, gb_span at, const char *format, va_list args)
{
    if (p->quiet || gb_parser_failed(p)) return;
    gb_fail_v(p->err, cls, at, format, args);
    if (*p->prefix) {
        size_t n = strlen(p->prefix), size = strlen(p->err->message);
        if (n + size + 1 > sizeof p->err->message) return;
        memmove(p->err->message + n, p->err->message, size + 1);
        memcpy(p->err->message, p->prefix, n);
    }
}

void *gb_parser_fail(gb_parser *p, uint32_t start, uint32_t end, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail_v(p, GB_ERR_SYNTAX, (gb_span){p->source->id, start, end}, format, args);
    va_end(args);
    return NULL;
}

void *gb_parser_fail_class(gb_parser *p, gb_error_class cls, gb_span at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail_v(p, cls, at, format, args);
    va_end(args);
    return NULL;
}

static void fail_depth(gb_parser *p, gb_span at)
{
    if (!gb_parser_failed(p))
        gb_fail_at(p->err, GB_ERR_RECURSION, at, "expressions or blocks nested too deeply");
}

bool gb_parser_enter(gb_parser *p)
{
    if (gb_parser_failed(p)) return false;
    if (p->depth < GB_PARSE_DEPTH) {
        p->depth++;
        return true;
    }
    const gb_token *t = gb_peek(p);
    fail_depth(p, (gb_span){p->source->id, t->start, t->end});
    return false;
}

/* --- nodes ---------------------------------------------------------------------------------- */

gb_node *gb_parser_node(gb_parser *p, gb_syntax_kind kind, uint32_t start)
{
    gb_node *node = gb_arena_alloc(p->arena, gb_node_size(kind), p->err);
    if (!node) return NULL;
    node->kind = kind;
    node->start = start;
    node->end = start;
    return node;
}

static bool deepen(const gb_node *child, void *state)
{
    uint16_t *depth = state;
    if (child->depth > *depth) *depth = child->depth;
    return true;
}

/* The end of the last token that is no line end or change of indentation. */
static uint32_t last_end(const gb_parser *p)
{
    const gb_token *t = gb_last_token(p);
    while (t > p->tokens.items && t->kind >= GB_TOKEN_NEWLINE && t->kind <= GB_TOKEN_DEDENT)
        t--;
    return t->end;
}

gb_node *gb_parser_finish(gb_parser *p, gb_node *node)
{
    if (!node || gb_parser_failed(p)) return NULL;
    node->end = last_end(p);
    uint16_t depth = 0;
    gb_node_each_child(node, deepen, &depth);
    node->depth = (uint16_t)(depth + 1);
    if (depth < GB_SYNTAX_DEPTH) return node;
    fail_depth(p, (gb_span){p->source->id, node->start, node->end});
    return NULL;
}

/* Arena lists double when their count is a power of two. */
static void *grown(gb_parser *p, void *items, size_t count, size_t size)
{
    if (count & (count - 1)) return items;
    size_t room = count ? count * 2 : 1;
    if (count == 1) room = 2;
    void *out = gb_arena_array(p->arena, room, size, p->err);
    if (out && count) memcpy(out, items, count * size);
    return out;
}

bool gb_list_add(gb_parser *p, gb_node_list *list, gb_node *node)
{
    gb_node **items = grown(p, list->items, list->count, sizeof *items);
    if (!items) return false;
    list->items = items;
    list->items[list->count++] = node;
    return true;
}

bool gb_names_add(gb_parser *p, gb_names *names, const char *name)
{
    const char **items = grown(p, names->items, names->count, sizeof *items);
    if (!items || !name) return false;
    names->items = items;
    names->items[names->count++] = name;
    return true;
}

static const char *normalise(gb_parser *p, const char *text, size_t n)
{
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)n, &out,
                                         UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (size < 0) {
        gb_fail(p->err, GB_ERR_MEMORY, "out of memory");
        return NULL;
    }
    const char *copy = gb_arena_strndup(p->arena, (const char *)out, (size_t)size, p->err);
    free(out); /* theirs: utf8proc's */
    return copy;
}

const char *gb_parser_identifier(gb_parser *p, const gb_token *t)
{
    const char *text = p->source->text + t->start;
    size_t n = t->end - t->start;
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)text[i] >= 0x80) return normalise(p, text, n);
    return gb_arena_strndup(p->arena, text, n, p->err);
}

const char *gb_expect_name(gb_parser *p)
{
    const gb_token *t = gb_peek(p);
    if (t->kind != GB_TOKEN_NAME) return NULL;
    gb_advance(p);
    return gb_parser_identifier(p, t);
}

gb_const *gb_parser_constant(gb_parser *p, gb_const_kind kind)
{
    gb_const *c = gb_arena_alloc(p->arena, sizeof *c, p->err);
    if (c) c->kind = kind;
    return c;
}

/* --- whole texts ---------------------------------------------------------------------------- */

static bool copy_lexical_error(gb_parser *p)
{
    gb_error *err = p->err;
    *err = p->tokens.error;
    return false;
}

static bool fail_unclosed(gb_parser *p)
{
    gb_token t = p->tokens.unclosed;
    gb_parser_fail(p, t.start, t.end, "'%s' was never closed",
                   gb_token_kind_text((gb_token_kind)t.kind));
    return false;
}

/* Turns a failed parse into the error that CPython reports (its order of precedence). */
static void settle_error(gb_parser *p)
{
    bool syntax = p->err->cls == GB_ERR_SYNTAX || p->err->cls == GB_ERR_INDENTATION;
    if (gb_parser_failed(p) && !syntax) return;
    const gb_token *last = &p->tokens.items[p->furthest];
    bool unclosed = p->tokens.unclosed.kind != GB_TOKEN_END;
    if (p->tokens.error.cls && (p->tokens.decisive || last->kind == GB_TOKEN_ERROR)) {
        copy_lexical_error(p);
        return;
    }
    if (unclosed && (last->kind == GB_TOKEN_END || last->line > p->tokens.unclosed.line)) {
        *p->err = (gb_error)GB_ERROR_INIT;
        fail_unclosed(p);
        return;
    }
    if (gb_parser_failed(p)) return;
    gb_span at = {p->source->id, last->start, last->end};
    if (last->kind == GB_TOKEN_INDENT)
        gb_parser_fail_class(p, GB_ERR_INDENTATION, at, "unexpected indent");
    else if (last->kind == GB_TOKEN_DEDENT)
        gb_parser_fail_class(p, GB_ERR_INDENTATION, at, "unexpected unindent");
    else
        gb_parser_fail(p, at.start, at.end, "invalid syntax");
}

static gb_node *parse_module(gb_parser *p)
{
    gb_node *module = gb_parser_node(p, GB_NODE_MODULE, 0);
    if (!module) return NULL;
    while (gb_peek_kind(p) != GB_TOKEN_END) {
        if (gb_accept(p, GB_TOKEN_NEWLINE)) continue;
        if (!gb_parse_statement(p, &module->as.module.body)) return NULL;
    }
    return gb_parser_finish(p, module);
}

gb_node *gb_parser_run(gb_parser *p, bool cell)
{
    gb_node *module = NULL;
    p->prefix = "";
    if (!gb_lex(p->source, (gb_lex_options){.cell = cell}, &p->tokens, p->err)) return NULL;
    module = parse_module(p);
    if (module && p->tokens.error.cls) module = NULL;
    if (module && p->tokens.unclosed.kind != GB_TOKEN_END) module = NULL;
    if (!module) settle_error(p);
    return module;
}

gb_node *gb_parse(const gb_source *source, gb_parse_options options, gb_arena *arena, gb_error *err)
{
    gb_error local = GB_ERROR_INIT;
    gb_parser p = {.source = source, .arena = arena, .err = &local};
    gb_node *module = gb_parser_run(&p, options.cell);
    gb_tokens_release(&p.tokens);
    if (!module) gb_fail_at(err, local.cls, local.span, "%s", local.message);
    return module;
}
