/* def, lambda and class: the code inside and what makes the object of it. */
#include "kernel/lang/compile_state.h"

#include <string.h>

void gb_make_cells(gb_compiler *c, const gb_scope *scope)
{
    gb_map_entry *e;
    for (size_t i = 0; (e = gb_map_next(&scope->symbols, &i));) {
        const gb_symbol *s = e->value;
        if (s->owner || !s->captured || s->place != GB_PLACE_LOCAL) continue;
        bool parameter = s->flags & GB_SYMBOL_PARAMETER;
        gb_emit_full(c, GB_OP_MAKE_CELL, s->cell, parameter ? s->local : 0, parameter);
        if (parameter && s->local == 0 && c->unit->code->arg_count)
            c->unit->code->first_arg_cell = (int32_t)s->cell;
    }
    if (scope->class_cell) gb_emit_full(c, GB_OP_MAKE_CELL, scope->class_cell->cell, 0, 0);
}

const gb_const *gb_docstring(const gb_node_list *body)
{
    if (!body->count || body->items[0]->kind != GB_NODE_EXPR) return NULL;
    const gb_node *value = body->items[0]->as.expr.value;
    if (value->kind != GB_NODE_CONSTANT || value->as.constant.value->kind != GB_CONST_STR)
        return NULL;
    return value->as.constant.value;
}

static void set_doc(gb_compiler *c, const gb_const *doc)
{
    gb_code *code = c->unit->code;
    if (!doc) return;
    code->doc = gb_arena_strndup(&c->arena, doc->as.text, doc->size, c->err);
    code->doc_size = doc->size;
}

/* --- annotations --------------------------------------------------------------------------- */

void gb_compile_annotation(gb_compiler *c, const gb_node *annotation)
{
    if (!c->text_annotations) {
        if (annotation->kind == GB_NODE_STARRED) {
            gb_compile_expr(c, annotation->as.starred.value);
            gb_emit(c, GB_OP_UNPACK_SEQUENCE, 1);
        } else {
            gb_compile_expr(c, annotation);
        }
        return;
    }
    const char *text = c->source->text + annotation->start;
    gb_emit_constant(c, gb_constant_str(c, text, annotation->end - annotation->start));
}

static void annotate(gb_compiler *c, const char *name, const gb_node *annotation, uint32_t *count)
{
    if (!annotation) return;
    name = gb_mangled(c, name);
    gb_emit_constant(c, gb_constant_str(c, name, strlen(name)));
    gb_compile_annotation(c, annotation);
    ++*count;
}

static void annotate_arg(gb_compiler *c, const gb_node *arg, uint32_t *count)
{
    if (arg) annotate(c, arg->as.arg.arg, arg->as.arg.annotation, count);
}

/* In CPython's order: positional-only, plain, *args, keyword-only, **kwargs, return. */
static bool compile_annotations(gb_compiler *c, const gb_node *args, const gb_node *returns)
{
    uint32_t count = 0;
    const gb_node_list *plain = &args->as.arguments.args, *only = &args->as.arguments.posonlyargs;
    for (size_t i = 0; i < plain->count; i++)
        annotate_arg(c, plain->items[i], &count);
    for (size_t i = 0; i < only->count; i++)
        annotate_arg(c, only->items[i], &count);
    annotate_arg(c, args->as.arguments.vararg, &count);
    for (size_t i = 0; i < args->as.arguments.kwonlyargs.count; i++)
        annotate_arg(c, args->as.arguments.kwonlyargs.items[i], &count);
    annotate_arg(c, args->as.arguments.kwarg, &count);
    annotate(c, "return", returns, &count);
    if (count) gb_emit(c, GB_OP_BUILD_MAP, count);
    return count;
}

/* --- functions ----------------------------------------------------------------------------- */

/* Pushes defaults, keyword defaults and annotations; the flags of MAKE_FUNCTION. */
static unsigned compile_defaults(gb_compiler *c, const gb_node *args, const gb_node *returns)
{
    unsigned flags = 0;
    const gb_node_list *defaults = &args->as.arguments.defaults;
    const gb_node_list *names = &args->as.arguments.kwonlyargs;
    const gb_node_list *values = &args->as.arguments.kw_defaults;
    if (defaults->count) {
        gb_node tuple = {.kind = GB_NODE_TUPLE, .start = args->start, .end = args->end};
        tuple.as.tuple.elts = *defaults;
        gb_compile_expr(c, &tuple);
        flags |= 1;
    }
    uint32_t count = 0;
    for (size_t i = 0; i < names->count; i++) {
        if (!values->items[i]) continue;
        const char *name = gb_mangled(c, names->items[i]->as.arg.arg);
        gb_emit_constant(c, gb_constant_str(c, name, strlen(name)));
        gb_compile_expr(c, values->items[i]);
        count++;
    }
    if (count) {
        gb_emit(c, GB_OP_BUILD_MAP, count);
        flags |= 2;
    }
    if (compile_annotations(c, args, returns)) flags |= 4;
    return flags;
}

static void set_signature(gb_code *code, const gb_node *args)
{
    code->posonly_count = (uint32_t)args->as.arguments.posonlyargs.count;
    code->arg_count = code->posonly_count + (uint32_t)args->as.arguments.args.count;
    code->kwonly_count = (uint32_t)args->as.arguments.kwonlyargs.count;
    if (args->as.arguments.vararg) code->flags |= GB_CODE_VARARGS;
    if (args->as.arguments.kwarg) code->flags |= GB_CODE_VARKEYWORDS;
}

static bool begin_function(gb_compiler *c, gb_unit *unit, const gb_node *node, const char *name)
{
    gb_scope *scope = gb_scope_of(&c->scopes, node);
    if (!scope || !gb_unit_begin(c, unit, scope, name)) return false;
    bool def = node->kind == GB_NODE_FUNCTION_DEF;
    unit->code->flags = GB_CODE_FUNCTION | (scope->generator ? GB_CODE_GENERATOR : 0);
    set_signature(unit->code, def ? node->as.function_def.args : node->as.lambda.args);
    gb_make_cells(c, scope);
    return true;
}

void gb_compile_lambda(gb_compiler *c, const gb_node *node)
{
    unsigned flags = compile_defaults(c, node->as.lambda.args, NULL);
    gb_unit unit;
    if (!begin_function(c, &unit, node, "<lambda>")) return;
    gb_compile_expr(c, node->as.lambda.body);
    gb_emit(c, GB_OP_RETURN, 0);
    uint32_t index = gb_unit_end(c);
    gb_at(c, node);
    gb_emit_full(c, GB_OP_MAKE_FUNCTION, index, 0, flags);
}

static void compile_decorators(gb_compiler *c, const gb_node_list *decorators)
{
    for (size_t i = 0; i < decorators->count; i++)
        gb_compile_expr(c, decorators->items[i]);
}

static void apply_decorators(gb_compiler *c, const gb_node_list *decorators)
{
    for (size_t i = decorators->count; i > 0; i--) {
        gb_at(c, decorators->items[i - 1]);
        gb_emit(c, GB_OP_CALL, 1);
    }
}

static void set_line(gb_compiler *c, gb_code *code, const gb_node_list *decorators)
{
    if (decorators->count) code->line = gb_source_line(c->source, decorators->items[0]->start);
}

void gb_compile_def(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *decorators = &node->as.function_def.decorator_list;
    const gb_node_list *body = &node->as.function_def.body;
    compile_decorators(c, decorators);
    unsigned flags = compile_defaults(c, node->as.function_def.args, node->as.function_def.returns);
    gb_unit unit;
    if (!begin_function(c, &unit, node, node->as.function_def.name)) return;
    set_line(c, unit.code, decorators);
    set_doc(c, gb_docstring(body));
    gb_compile_body(c, body);
    gb_emit_none(c);
    gb_emit(c, GB_OP_RETURN, 0);
    uint32_t index = gb_unit_end(c);
    gb_at(c, node);
    gb_emit_full(c, GB_OP_MAKE_FUNCTION, index, 0, flags);
    apply_decorators(c, decorators);
    gb_at(c, node);
    gb_store_name(c, node->as.function_def.name);
}

/* --- classes ------------------------------------------------------------------------------- */

static void store_text(gb_compiler *c, const char *name, const char *text, size_t size)
{
    gb_emit_constant(c, gb_constant_str(c, text, size));
    gb_emit(c, GB_OP_STORE_NAME, gb_add_name(c, name));
}

static uint32_t compile_class_body(gb_compiler *c, const gb_node *node)
{
    gb_unit unit;
    gb_scope *scope = gb_scope_of(&c->scopes, node);
    const gb_node_list *body = &node->as.class_def.body;
    if (!scope || !gb_unit_begin(c, &unit, scope, node->as.class_def.name)) return 0;
    unit.code->flags = GB_CODE_CLASS;
    set_line(c, unit.code, &node->as.class_def.decorator_list);
    gb_make_cells(c, scope);
    gb_emit(c, GB_OP_LOAD_NAME, gb_add_name(c, "__name__"));
    gb_emit(c, GB_OP_STORE_NAME, gb_add_name(c, "__module__"));
    store_text(c, "__qualname__", unit.code->qualname, strlen(unit.code->qualname));
    if (scope->annotated) gb_emit(c, GB_OP_SETUP_ANNOTATIONS, 0);
    const gb_const *doc = gb_docstring(body);
    set_doc(c, doc);
    if (doc) store_text(c, "__doc__", doc->as.text, doc->size);
    gb_compile_body(c, body);
    if (scope->class_cell)
        gb_emit_cell(c, GB_OP_LOAD_CELL, scope->class_cell->cell);
    else
        gb_emit_none(c);
    gb_emit(c, GB_OP_RETURN, 0);
    return gb_unit_end(c);
}

void gb_compile_class(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *bases = &node->as.class_def.bases;
    const gb_node_list *keywords = &node->as.class_def.keywords;
    compile_decorators(c, &node->as.class_def.decorator_list);
    uint32_t index = compile_class_body(c, node);
    gb_at(c, node);
    gb_emit(c, GB_OP_MAKE_FUNCTION, index);
    gb_check_keywords(c, keywords);
    if (gb_has_star(bases, keywords)) {
        gb_compile_arguments_ex(c, bases, keywords);
        if (!keywords->count) gb_emit(c, GB_OP_BUILD_MAP, 0);
        gb_at(c, node);
        gb_emit_full(c, GB_OP_MAKE_CLASS, 0, 0, 1);
    } else {
        for (size_t i = 0; i < bases->count; i++)
            gb_compile_expr(c, bases->items[i]);
        for (size_t i = 0; i < keywords->count; i++)
            gb_compile_expr(c, keywords->items[i]->as.keyword.value);
        gb_at(c, node);
        uint32_t names = keywords->count ? gb_add_constant(c, gb_keyword_names(c, keywords)) : 0;
        uint32_t count = (uint32_t)(bases->count + keywords->count);
        gb_emit_full(c, GB_OP_MAKE_CLASS, names, count, keywords->count ? 2 : 0);
    }
    apply_decorators(c, &node->as.class_def.decorator_list);
    gb_at(c, node);
    gb_store_name(c, node->as.class_def.name);
}
