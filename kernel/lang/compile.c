/* The compiler's frame: units, their tables, whole texts. See compile.h. */
#include "kernel/lang/compile.h"

#include "graph/base/memory.h"
#include "kernel/lang/compile_state.h"
#include "kernel/lang/operand.h"

#include <stdio.h>
#include <string.h>

void gb_compile_fail(gb_compiler *c, const gb_node *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    gb_fail_v(c->err, GB_ERR_SYNTAX, (gb_span){c->source->id, at->start, at->end}, format, args);
    va_end(args);
}

void gb_at(gb_compiler *c, const gb_node *node)
{
    c->unit->at = (gb_range){node->start, node->end};
}

/* --- units --------------------------------------------------------------------------------- */

/* "C.f", "f.<locals>.g". A name declared global stands alone. */
static const char *qualified(gb_compiler *c, gb_unit *parent, const char *name)
{
    if (!parent || parent->host->kind == GB_SCOPE_MODULE) return name;
    const gb_symbol *s = gb_map_get(&parent->scope->symbols, name);
    if (s && (s->flags & GB_SYMBOL_GLOBAL)) return name;
    bool class = parent->host->kind == GB_SCOPE_CLASS;
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, "%s%s%s", parent->code->qualname, class ? "." : ".<locals>.", name);
    const char *out = b.data ? gb_code_text(c, b.data) : name;
    gb_buffer_release(&b);
    return out;
}

bool gb_unit_begin(gb_compiler *c, gb_unit *unit, gb_scope *scope, const char *name)
{
    *unit = (gb_unit){.parent = c->unit, .scope = scope, .host = scope};
    gb_code *code = gb_arena_alloc(&c->arena, sizeof *code, c->err);
    if (!code) return false;
    const gb_node *node = scope->node;
    unit->at = (gb_range){node->start, node->end};
    unit->code = code;
    code->name = gb_code_text(c, name);
    code->qualname = qualified(c, c->unit, code->name);
    code->source = c->source->id;
    code->span = unit->at;
    code->line = gb_source_line(c->source, node->start);
    code->class_cell = code->first_arg_cell = -1;
    c->unit = unit;
    return true;
}

static const char *const *copy_names(gb_compiler *c, const char **names, size_t count)
{
    return gb_arena_copy(&c->arena, names, count * sizeof *names, c->err);
}

/* Names of locals, cells and free variables; hidden ones start with a dot. */
static void fill_names(gb_compiler *c, gb_unit *u)
{
    gb_scope *host = u->host;
    gb_code *code = u->code;
    size_t locals = host->local_count + u->temporary_count;
    size_t total = locals + host->cell_count + host->free_count;
    const char **all = gb_arena_array(&c->arena, total, sizeof *all, c->err);
    uint32_t *captured = gb_arena_array(&c->arena, host->free_count, sizeof *captured, c->err);
    if (!all || !captured) return;
    for (size_t i = 0; i < host->local_count; i++) {
        const gb_symbol *s = host->locals[i];
        bool own = gb_map_get(&host->symbols, s->name) == s;
        char text[300];
        snprintf(text, sizeof text, "%s%s", own ? "" : ".", s->name);
        all[i] = gb_code_text(c, text);
    }
    for (size_t i = host->local_count; i < locals; i++)
        all[i] = ".";
    for (size_t i = 0; i < host->cell_count; i++)
        all[locals + i] = gb_code_text(c, host->cells[i]->name);
    for (size_t i = 0; i < host->free_count; i++) {
        all[locals + host->cell_count + i] = gb_code_text(c, host->frees[i].owner->name);
        captured[i] = gb_scope_cell_of(u->parent->host, &host->frees[i]);
    }
    code->local_names = all;
    code->local_count = (uint32_t)locals;
    code->cell_names = all + locals;
    code->cell_count = (uint32_t)host->cell_count;
    code->free_names = all + locals + host->cell_count;
    code->free_count = (uint32_t)host->free_count;
    code->captured = captured;
    if (host->free_count) code->flags |= GB_CODE_NESTED;
}

/* Where super() finds __class__. */
static void find_class_cell(gb_unit *u)
{
    gb_code *code = u->code;
    for (uint32_t i = 0; i < code->free_count; i++)
        if (strcmp(code->free_names[i], "__class__") == 0)
            code->class_cell = (int32_t)(code->local_count + code->cell_count + i);
    if (code->first_arg_cell >= 0) code->first_arg_cell += (int32_t)code->local_count;
}

static const uint8_t operands[GB_OP_COUNT] = {
#define GB_OPCODE(name, A, B, X, pops, pushes, doc) A,
#include "kernel/lang/opcode.def"
#undef GB_OPCODE
};

/* Labels become instruction indices, cell indices become slots. */
static void patch(gb_unit *u)
{
    for (size_t i = 0; i < u->count; i++) {
        gb_instr *instr = &u->instrs[i];
        if (operands[instr->op] == JUMP) instr->a = u->labels[instr->a].at;
        if (operands[instr->op] == CELL) instr->a += u->code->local_count;
    }
    for (size_t i = 0; i < u->handler_count; i++)
        u->handlers[i].handler = u->labels[u->handlers[i].handler].at;
    for (size_t i = 0; i < u->code_count; i++) {
        uint32_t *captured = (uint32_t *)u->codes[i]->captured;
        for (uint32_t k = 0; k < u->codes[i]->free_count; k++)
            captured[k] += u->code->local_count;
    }
}

static void copy_tables(gb_compiler *c, gb_unit *u)
{
    gb_code *code = u->code;
    uint32_t *lines = gb_arena_array(&c->arena, u->count, sizeof *lines, c->err);
    for (size_t i = 0; lines && i < u->count; i++)
        lines[i] = gb_source_line(c->source, u->ranges[i].start);
    code->lines = lines;
    code->instructions = gb_arena_copy(&c->arena, u->instrs, u->count * sizeof *u->instrs, c->err);
    code->ranges = gb_arena_copy(&c->arena, u->ranges, u->count * sizeof *u->ranges, c->err);
    code->instruction_count = (uint32_t)u->count;
    code->stack_size = (uint32_t)u->deepest + 1;
    code->constants =
        gb_arena_copy(&c->arena, u->constants, u->constant_count * sizeof *u->constants, c->err);
    code->constant_count = (uint32_t)u->constant_count;
    code->names = copy_names(c, u->names, u->name_count);
    code->name_count = (uint32_t)u->name_count;
    code->handlers =
        gb_arena_copy(&c->arena, u->handlers, u->handler_count * sizeof *u->handlers, c->err);
    code->handler_count = (uint32_t)u->handler_count;
    code->codes = gb_arena_copy(&c->arena, u->codes, u->code_count * sizeof *u->codes, c->err);
    code->code_count = (uint32_t)u->code_count;
}

static void release_unit(gb_unit *u)
{
    gb_free(u->instrs);
    gb_free(u->ranges);
    gb_free(u->labels);
    gb_free(u->handlers);
    gb_free(u->blocks);
    gb_free(u->constants);
    gb_free(u->names);
    gb_free(u->codes);
    gb_map_release(&u->constant_map);
    gb_map_release(&u->name_map);
}

uint32_t gb_unit_end(gb_compiler *c)
{
    gb_unit *u = c->unit, *parent = u->parent;
    if (!gb_compiler_failed(c)) {
        fill_names(c, u);
        find_class_cell(u);
    }
    if (!gb_compiler_failed(c)) {
        patch(u);
        copy_tables(c, u);
    }
    release_unit(u);
    c->unit = parent;
    if (!parent || gb_compiler_failed(c)) return 0;
    if (!gb_grow(&parent->codes, &parent->code_capacity, parent->code_count + 1,
                 sizeof *parent->codes, c->err))
        return 0;
    parent->codes[parent->code_count] = u->code;
    return (uint32_t)parent->code_count++;
}

/* --- whole texts --------------------------------------------------------------------------- */

/* Whether `;` follows a statement: then nothing is displayed. */
static bool ends_with_semicolon(const gb_source *source, const gb_node *node)
{
    const char *text = source->text + node->end;
    while (*text == ' ' || *text == '\t')
        text++;
    return *text == ';';
}

static void compile_module(gb_compiler *c, const gb_node *module, bool result)
{
    const gb_node_list *body = &module->as.module.body;
    gb_code *code = c->unit->code;
    code->flags = GB_CODE_MODULE;
    if (c->unit->host->annotated) gb_emit(c, GB_OP_SETUP_ANNOTATIONS, 0);
    const gb_const *doc = gb_docstring(body);
    bool display = result || (c->options.display && body->count);
    const gb_node *last = body->count ? body->items[body->count - 1] : NULL;
    display = display && last->kind == GB_NODE_EXPR;
    if (doc && !c->options.display && !result) {
        gb_emit_constant(c, doc);
        gb_emit_cached(c, GB_OP_STORE_GLOBAL, "__doc__");
    }
    if (display && !result && ends_with_semicolon(c->source, last)) display = false;
    gb_node_list before = {body->items, display ? body->count - 1 : body->count};
    gb_compile_body(c, &before);
    if (display) {
        gb_compile_expr(c, last->as.expr.value);
        gb_at(c, last);
        gb_emit(c, result ? GB_OP_RETURN : GB_OP_DISPLAY, 0);
    }
    if (!c->unit->dead) gb_emit_none(c);
    gb_emit(c, GB_OP_RETURN, 0);
}

static void set_outermost(gb_code *code, gb_code *outermost)
{
    code->outermost = outermost;
    for (uint32_t i = 0; i < code->code_count; i++)
        set_outermost(code->codes[i], outermost);
}

static gb_code *compile(const gb_node *module, const gb_source *source, gb_compile_options options,
                        bool result, gb_error *err)
{
    gb_error local = GB_ERROR_INIT;
    gb_compiler c = {.source = source, .options = options, .err = &local};
    gb_code *code = NULL;
    gb_unit unit;
    if (gb_scopes_build(module, source, &c.scope_arena, &c.scopes, &local)) {
        if (gb_unit_begin(&c, &unit, gb_scope_of(&c.scopes, module), "<module>")) {
            code = unit.code;
            compile_module(&c, module, result);
            gb_unit_end(&c);
        }
        gb_scopes_release(&c.scopes);
    }
    gb_arena_release(&c.scope_arena);
    if (local.cls) {
        gb_arena_release(&c.arena);
        gb_fail_at(err, local.cls, local.span, "%s", local.message);
        return NULL;
    }
    set_outermost(code, code);
    code->users = 1;
    code->arena = c.arena;
    return code;
}

gb_code *gb_compile(const gb_node *module, const gb_source *source, gb_compile_options options,
                    gb_error *err)
{
    return compile(module, source, options, false, err);
}

gb_code *gb_compile_text(const gb_source *source, gb_compile_options options, gb_error *err)
{
    gb_arena arena = GB_ARENA_INIT;
    gb_node *module = gb_parse(source, (gb_parse_options){.cell = options.cell}, &arena, err);
    gb_code *code = module ? gb_compile(module, source, options, err) : NULL;
    gb_arena_release(&arena);
    return code;
}

gb_code *gb_compile_expression(const gb_source *source, gb_error *err)
{
    gb_arena arena = GB_ARENA_INIT;
    gb_code *code = NULL;
    gb_node *module = gb_parse(source, (gb_parse_options){0}, &arena, err);
    if (module) {
        const gb_node_list *body = &module->as.module.body;
        if (body->count == 1 && body->items[0]->kind == GB_NODE_EXPR)
            code = compile(module, source, (gb_compile_options){.fuse = true}, true, err);
        else
            gb_fail_at(err, GB_ERR_SYNTAX, (gb_span){source->id, 0, (uint32_t)source->size},
                       "invalid syntax");
    }
    gb_arena_release(&arena);
    return code;
}
