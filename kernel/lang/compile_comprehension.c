/* Comprehensions: in the frame around them where that can be, generator expressions as functions.
 */
#include "kernel/lang/compile_state.h"

typedef struct comprehension {
    const gb_node *node;
    const gb_node_list *generators;
    gb_opcode add; /* LIST_APPEND, SET_ADD, MAP_ADD or YIELD */
} comprehension;

static void add_element(gb_compiler *c, const comprehension *k)
{
    uint32_t depth = (uint32_t)k->generators->count + 1;
    if (k->node->kind == GB_NODE_DICT_COMP) {
        gb_compile_expr(c, k->node->as.dict_comp.key);
        gb_compile_expr(c, k->node->as.dict_comp.value);
    } else {
        gb_compile_expr(c, k->node->as.list_comp.elt);
    }
    gb_at(c, k->node);
    if (k->add == GB_OP_YIELD) {
        gb_emit(c, GB_OP_YIELD, 0);
        gb_emit(c, GB_OP_POP, 0);
    } else {
        gb_emit(c, k->add, depth);
    }
}

/* The loop over generator i, its iterator on the stack. */
static void compile_loop(gb_compiler *c, const comprehension *k, size_t i)
{
    const gb_node *g = k->generators->items[i];
    gb_label loop = gb_label_new(c), next = gb_label_new(c), end = gb_label_new(c);
    gb_label_bind(c, loop);
    gb_at(c, g);
    gb_emit_jump(c, GB_OP_FOR_ITER, end);
    gb_compile_store(c, g->as.comprehension.target);
    for (size_t j = 0; j < g->as.comprehension.ifs.count; j++)
        gb_compile_condition(c, g->as.comprehension.ifs.items[j], next, false);
    if (i + 1 < k->generators->count) {
        const gb_node *iter = k->generators->items[i + 1]->as.comprehension.iter;
        gb_compile_unchanged(c, iter);
        gb_at(c, iter);
        gb_emit(c, GB_OP_GET_ITER, 0);
        compile_loop(c, k, i + 1);
    } else {
        add_element(c, k);
    }
    gb_label_bind(c, next);
    gb_emit_jump(c, GB_OP_JUMP_BACK, loop);
    gb_label_bind(c, end);
}

/* Hidden locals are emptied, so that nothing is kept alive by the frame. */
static void clear_locals(gb_compiler *c, gb_scope *scope)
{
    gb_map_entry *e;
    for (size_t i = 0; (e = gb_map_next(&scope->symbols, &i));) {
        const gb_symbol *symbol = e->value;
        if (symbol->owner || symbol->place != GB_PLACE_LOCAL) continue;
        if (symbol->captured)
            gb_emit_full(c, GB_OP_MAKE_CELL, symbol->cell, 0, 0);
        else
            gb_emit(c, GB_OP_CLEAR_FAST, symbol->local);
    }
}

static gb_opcode builder(const gb_node *node)
{
    return node->kind == GB_NODE_LIST_COMP  ? GB_OP_BUILD_LIST
           : node->kind == GB_NODE_SET_COMP ? GB_OP_BUILD_SET
                                            : GB_OP_BUILD_MAP;
}

static void compile_inlined(gb_compiler *c, const comprehension *k, gb_scope *scope)
{
    gb_scope *outer = c->unit->scope;
    c->unit->scope = scope;
    gb_make_cells(c, scope);
    gb_emit(c, builder(k->node), 0);
    gb_emit(c, GB_OP_SWAP, 2);
    compile_loop(c, k, 0);
    clear_locals(c, scope);
    c->unit->scope = outer;
}

static void compile_function(gb_compiler *c, const comprehension *k, gb_scope *scope)
{
    static const char *const names[] = {"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"};
    gb_unit unit;
    if (!gb_unit_begin(c, &unit, scope, names[k->node->kind - GB_NODE_LIST_COMP])) return;
    unit.code->arg_count = 1;
    unit.code->flags = GB_CODE_FUNCTION | GB_CODE_COMPREHENSION;
    bool generator = k->node->kind == GB_NODE_GENERATOR_EXP;
    if (generator) unit.code->flags |= GB_CODE_GENERATOR;
    gb_make_cells(c, scope);
    if (!generator) gb_emit(c, builder(k->node), 0);
    gb_emit(c, GB_OP_LOAD_FAST, 0);
    compile_loop(c, k, 0);
    if (generator) gb_emit_none(c);
    gb_emit(c, GB_OP_RETURN, 0);
    uint32_t index = gb_unit_end(c);
    gb_at(c, k->node);
    gb_emit(c, GB_OP_MAKE_FUNCTION, index);
    gb_emit(c, GB_OP_SWAP, 2);
    gb_emit(c, GB_OP_CALL, 1);
}

void gb_compile_comprehension(gb_compiler *c, const gb_node *node)
{
    comprehension k = {.node = node, .generators = &node->as.list_comp.generators};
    if (node->kind == GB_NODE_DICT_COMP) k.generators = &node->as.dict_comp.generators;
    k.add = node->kind == GB_NODE_LIST_COMP   ? GB_OP_LIST_APPEND
            : node->kind == GB_NODE_SET_COMP  ? GB_OP_SET_ADD
            : node->kind == GB_NODE_DICT_COMP ? GB_OP_MAP_ADD
                                              : GB_OP_YIELD;
    const gb_node *iter = k.generators->items[0]->as.comprehension.iter;
    gb_scope *scope = gb_scope_of(&c->scopes, node);
    gb_compile_unchanged(c, iter);
    gb_at(c, iter);
    gb_emit(c, GB_OP_GET_ITER, 0);
    if (!scope || gb_compiler_failed(c)) return;
    if (scope->inlined)
        compile_inlined(c, &k, scope);
    else
        compile_function(c, &k, scope);
}
