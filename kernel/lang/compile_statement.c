/* Simple statements to instructions. */
#include "kernel/lang/compile_state.h"

#include <string.h>

/* --- assignment ---------------------------------------------------------------------------- */

/* `a, b = b, a` needs no tuple: two or three values change places on the stack. */
static bool compile_exchange(gb_compiler *c, const gb_node *target, const gb_node *value)
{
    if (target->kind != GB_NODE_TUPLE || value->kind != GB_NODE_TUPLE) return false;
    const gb_node_list *to = &target->as.tuple.elts, *from = &value->as.tuple.elts;
    if (to->count != from->count || to->count < 2 || to->count > 3) return false;
    for (size_t i = 0; i < to->count; i++)
        if (to->items[i]->kind == GB_NODE_STARRED || from->items[i]->kind == GB_NODE_STARRED)
            return false;
    for (size_t i = 0; i < from->count; i++)
        gb_compile_expr(c, from->items[i]);
    gb_emit(c, GB_OP_SWAP, (uint32_t)from->count);
    for (size_t i = 0; i < to->count; i++)
        gb_compile_store(c, to->items[i]);
    return true;
}

static void compile_assign(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *targets = &node->as.assign.targets;
    if (targets->count == 1 && compile_exchange(c, targets->items[0], node->as.assign.value))
        return;
    gb_compile_expr(c, node->as.assign.value);
    for (size_t i = 0; i < targets->count; i++) {
        if (i + 1 < targets->count) gb_emit(c, GB_OP_COPY, 1);
        gb_compile_store(c, targets->items[i]);
    }
}

static void compile_augmented(gb_compiler *c, const gb_node *node)
{
    const gb_node *target = node->as.aug_assign.target;
    const char *attr = target->kind == GB_NODE_ATTRIBUTE ? target->as.attribute.attr : NULL;
    if (target->kind == GB_NODE_NAME) {
        gb_at(c, target);
        gb_load_name(c, target->as.name.id);
    } else if (attr) {
        gb_compile_expr(c, target->as.attribute.value);
        gb_emit(c, GB_OP_COPY, 1);
        gb_at(c, target);
        gb_emit_cached(c, GB_OP_LOAD_ATTR, gb_mangled(c, attr));
    } else {
        gb_compile_expr(c, target->as.subscript.value);
        gb_compile_subscript_key(c, target->as.subscript.slice);
        gb_emit(c, GB_OP_COPY, 2);
        gb_emit(c, GB_OP_COPY, 2);
        gb_at(c, target);
        gb_emit(c, GB_OP_LOAD_SUBSCR, 0);
    }
    gb_compile_expr(c, node->as.aug_assign.value);
    gb_at(c, node);
    gb_emit_binary(c, node->as.aug_assign.op, true);
    gb_at(c, target);
    if (target->kind == GB_NODE_NAME) {
        gb_store_name(c, target->as.name.id);
    } else if (attr) {
        gb_emit(c, GB_OP_SWAP, 2);
        gb_emit_cached(c, GB_OP_STORE_ATTR, gb_mangled(c, attr));
    } else {
        gb_emit(c, GB_OP_SWAP, 3);
        gb_emit(c, GB_OP_SWAP, 2);
        gb_emit(c, GB_OP_STORE_SUBSCR, 0);
    }
}

static void compile_annotated(gb_compiler *c, const gb_node *node)
{
    const gb_node *target = node->as.ann_assign.target;
    gb_scope_kind kind = c->unit->host->kind;
    bool kept = kind == GB_SCOPE_MODULE || kind == GB_SCOPE_CLASS;
    if (node->as.ann_assign.value) {
        gb_compile_expr(c, node->as.ann_assign.value);
        gb_compile_store(c, target);
    } else if (target->kind == GB_NODE_ATTRIBUTE) {
        gb_compile_expr(c, target->as.attribute.value);
        gb_emit(c, GB_OP_POP, 0);
    } else if (target->kind == GB_NODE_SUBSCRIPT) {
        gb_compile_expr(c, target->as.subscript.value);
        gb_emit(c, GB_OP_POP, 0);
        gb_compile_expr(c, target->as.subscript.slice);
        gb_emit(c, GB_OP_POP, 0);
    }
    gb_at(c, node);
    if (kept && node->as.ann_assign.simple) {
        gb_compile_annotation(c, node->as.ann_assign.annotation);
        gb_emit(c, GB_OP_STORE_ANNOTATION, gb_add_name(c, gb_mangled(c, target->as.name.id)));
    } else if (kept && !c->text_annotations) {
        gb_compile_expr(c, node->as.ann_assign.annotation);
        gb_emit(c, GB_OP_POP, 0);
    }
}

/* --- imports ------------------------------------------------------------------------------- */

static void import_as(gb_compiler *c, const char *name, const char *asname)
{
    const char *dot = strchr(name, '.');
    while (dot) {
        const char *next = strchr(dot + 1, '.');
        size_t n = next ? (size_t)(next - dot - 1) : strlen(dot + 1);
        const char *part = gb_arena_strndup(&c->scope_arena, dot + 1, n, c->err);
        gb_emit(c, GB_OP_IMPORT_FROM, gb_add_name(c, part ? part : ""));
        gb_emit(c, GB_OP_SWAP, 2);
        gb_emit(c, GB_OP_POP, 0);
        dot = next;
    }
    gb_store_name(c, asname);
}

void gb_compile_import(gb_compiler *c, const gb_node *node)
{
    for (size_t i = 0; i < node->as.import.names.count; i++) {
        const gb_node *alias = node->as.import.names.items[i];
        const char *name = alias->as.alias.name, *asname = alias->as.alias.asname;
        gb_at(c, alias);
        gb_emit_none(c);
        gb_emit_full(c, GB_OP_IMPORT_NAME, gb_add_name(c, name), 0, 0);
        if (asname) {
            import_as(c, name, asname);
            continue;
        }
        const char *dot = strchr(name, '.');
        size_t n = dot ? (size_t)(dot - name) : strlen(name);
        const char *first = gb_arena_strndup(&c->scope_arena, name, n, c->err);
        if (first) gb_store_name(c, first);
    }
}

/* `from __future__ import ...`: known to the compiler alone. */
static void compile_future(gb_compiler *c, const gb_node *node)
{
    static const char *const features[] = {"nested_scopes",    "generators",     "division",
                                           "absolute_import",  "with_statement", "print_function",
                                           "unicode_literals", "generator_stop", "annotations"};
    for (size_t i = 0; i < node->as.import_from.names.count; i++) {
        const char *name = node->as.import_from.names.items[i]->as.alias.name;
        bool known = false;
        for (size_t k = 0; k < sizeof features / sizeof *features; k++)
            known = known || strcmp(name, features[k]) == 0;
        if (strcmp(name, "braces") == 0)
            gb_compile_fail(c, node, "not a chance");
        else if (!known)
            gb_compile_fail(c, node, "future feature %s is not defined", name);
        if (strcmp(name, "annotations") == 0) c->text_annotations = true;
    }
}

void gb_compile_import_from(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *names = &node->as.import_from.names;
    const char *module = node->as.import_from.module ? node->as.import_from.module : "";
    int level = node->as.import_from.level;
    if (!level && strcmp(module, "__future__") == 0) {
        compile_future(c, node);
        return;
    }
    const gb_const **items = gb_arena_array(&c->scope_arena, names->count, sizeof *items, c->err);
    for (size_t i = 0; items && i < names->count; i++) {
        const char *name = names->items[i]->as.alias.name;
        items[i] = gb_constant_str(c, name, strlen(name));
    }
    if (!items) return;
    gb_emit_constant(c, gb_constant_tuple(c, items, names->count, GB_CONST_TUPLE));
    gb_emit_full(c, GB_OP_IMPORT_NAME, gb_add_name(c, module), (uint32_t)level, 0);
    if (strcmp(names->items[0]->as.alias.name, "*") == 0) {
        gb_emit(c, GB_OP_IMPORT_STAR, 0);
        return;
    }
    for (size_t i = 0; i < names->count; i++) {
        const gb_node *alias = names->items[i];
        gb_at(c, alias);
        gb_emit(c, GB_OP_IMPORT_FROM, gb_add_name(c, alias->as.alias.name));
        gb_store_name(c, alias->as.alias.asname ? alias->as.alias.asname : alias->as.alias.name);
    }
    gb_emit(c, GB_OP_POP, 0);
}

/* --- the rest ------------------------------------------------------------------------------ */

static void compile_raise(gb_compiler *c, const gb_node *node)
{
    uint32_t count = 0;
    if (node->as.raise.exc) {
        gb_compile_expr(c, node->as.raise.exc);
        count++;
    }
    if (node->as.raise.cause) {
        gb_compile_expr(c, node->as.raise.cause);
        count++;
    }
    gb_at(c, node);
    gb_emit(c, GB_OP_RAISE, count);
}

static void compile_assert(gb_compiler *c, const gb_node *node)
{
    gb_label end = gb_label_new(c);
    gb_compile_condition(c, node->as.assert_.test, end, true);
    gb_at(c, node);
    gb_emit(c, GB_OP_LOAD_ASSERTION_ERROR, 0);
    if (node->as.assert_.msg) {
        gb_compile_expr(c, node->as.assert_.msg);
        gb_at(c, node);
        gb_emit(c, GB_OP_CALL, 1);
    }
    gb_at(c, node->as.assert_.test);
    gb_emit(c, GB_OP_RAISE, 1);
    gb_label_bind(c, end);
}

static void compile_if(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *orelse = &node->as.if_.orelse;
    gb_label end = gb_label_new(c), other = orelse->count ? gb_label_new(c) : end;
    gb_compile_condition(c, node->as.if_.test, other, false);
    gb_compile_body(c, &node->as.if_.body);
    if (orelse->count) {
        gb_emit_jump(c, GB_OP_JUMP, end);
        gb_label_bind(c, other);
        gb_compile_body(c, orelse);
    }
    gb_label_bind(c, end);
}

static void compile_expression_statement(gb_compiler *c, const gb_node *node)
{
    const gb_node *value = node->as.expr.value;
    if (value->kind == GB_NODE_CONSTANT) return;
    gb_compile_expr(c, value);
    gb_at(c, node);
    gb_emit(c, GB_OP_POP, 0);
}

static void compile_delete(gb_compiler *c, const gb_node *node)
{
    for (size_t i = 0; i < node->as.delete_.targets.count; i++)
        gb_compile_delete(c, node->as.delete_.targets.items[i]);
}

void gb_compile_statement(gb_compiler *c, const gb_node *node)
{
    gb_at(c, node);
    switch (node->kind) {
    case GB_NODE_FUNCTION_DEF: gb_compile_def(c, node); break;
    case GB_NODE_CLASS_DEF: gb_compile_class(c, node); break;
    case GB_NODE_RETURN: gb_compile_return(c, node); break;
    case GB_NODE_DELETE: compile_delete(c, node); break;
    case GB_NODE_ASSIGN: compile_assign(c, node); break;
    case GB_NODE_AUG_ASSIGN: compile_augmented(c, node); break;
    case GB_NODE_ANN_ASSIGN: compile_annotated(c, node); break;
    case GB_NODE_FOR: gb_compile_for(c, node); break;
    case GB_NODE_WHILE: gb_compile_while(c, node); break;
    case GB_NODE_IF: compile_if(c, node); break;
    case GB_NODE_WITH: gb_compile_with(c, node); break;
    case GB_NODE_MATCH: gb_compile_match(c, node); break;
    case GB_NODE_RAISE: compile_raise(c, node); break;
    case GB_NODE_TRY: gb_compile_try(c, node); break;
    case GB_NODE_ASSERT: compile_assert(c, node); break;
    case GB_NODE_IMPORT: gb_compile_import(c, node); break;
    case GB_NODE_IMPORT_FROM: gb_compile_import_from(c, node); break;
    case GB_NODE_EXPR: compile_expression_statement(c, node); break;
    case GB_NODE_BREAK:
    case GB_NODE_CONTINUE: gb_compile_loop_jump(c, node); break;
    default: break; /* pass, global, nonlocal */
    }
}

void gb_compile_body(gb_compiler *c, const gb_node_list *body)
{
    for (size_t i = 0; i < body->count && !gb_compiler_failed(c); i++)
        gb_compile_statement(c, body->items[i]);
}
