/* Names and targets: loading, storing, deleting. */
#include "kernel/lang/compile_state.h"

#include "graph/base/memory.h"

const char *gb_mangled(gb_compiler *c, const char *name)
{
    const char *out = gb_mangle(c->unit->scope->class_name, name, &c->scope_arena, c->err);
    return out ? out : name;
}

void gb_load_name(gb_compiler *c, const char *name)
{
    name = gb_mangled(c, name);
    gb_binding b = gb_scope_find(c->unit->scope, name);
    switch (b.place) {
    case GB_PLACE_GLOBAL: gb_emit_cached(c, GB_OP_LOAD_GLOBAL, name); break;
    case GB_PLACE_LOCAL: gb_emit(c, GB_OP_LOAD_FAST, b.slot); break;
    case GB_PLACE_CELL: gb_emit_cell(c, GB_OP_LOAD_DEREF, b.slot); break;
    case GB_PLACE_NAMESPACE: gb_emit(c, GB_OP_LOAD_NAME, gb_add_name(c, name)); break;
    case GB_PLACE_CLASS_CELL:
        gb_emit_full(c, GB_OP_LOAD_CLASSDEREF, b.slot, gb_add_name(c, name), 0);
        break;
    }
}

void gb_store_name(gb_compiler *c, const char *name)
{
    name = gb_mangled(c, name);
    gb_binding b = gb_scope_find(c->unit->scope, name);
    switch (b.place) {
    case GB_PLACE_GLOBAL: gb_emit_cached(c, GB_OP_STORE_GLOBAL, name); break;
    case GB_PLACE_LOCAL: gb_emit(c, GB_OP_STORE_FAST, b.slot); break;
    case GB_PLACE_CELL:
    case GB_PLACE_CLASS_CELL: gb_emit_cell(c, GB_OP_STORE_DEREF, b.slot); break;
    case GB_PLACE_NAMESPACE: gb_emit(c, GB_OP_STORE_NAME, gb_add_name(c, name)); break;
    }
}

void gb_delete_name(gb_compiler *c, const char *name)
{
    name = gb_mangled(c, name);
    gb_binding b = gb_scope_find(c->unit->scope, name);
    switch (b.place) {
    case GB_PLACE_GLOBAL: gb_emit(c, GB_OP_DELETE_GLOBAL, gb_add_name(c, name)); break;
    case GB_PLACE_LOCAL: gb_emit(c, GB_OP_DELETE_FAST, b.slot); break;
    case GB_PLACE_CELL:
    case GB_PLACE_CLASS_CELL: gb_emit_cell(c, GB_OP_DELETE_DEREF, b.slot); break;
    case GB_PLACE_NAMESPACE: gb_emit(c, GB_OP_DELETE_NAME, gb_add_name(c, name)); break;
    }
}

/* --- hidden locals ------------------------------------------------------------------------- */

uint32_t gb_temporary_take(gb_compiler *c)
{
    gb_unit *u = c->unit;
    uint32_t slot = (uint32_t)u->host->local_count + u->temporaries_in_use++;
    if (u->temporaries_in_use > u->temporary_count) u->temporary_count = u->temporaries_in_use;
    return slot;
}

void gb_temporary_give(gb_compiler *c, uint32_t slot)
{
    (void)slot; /* they are given back in reverse order */
    c->unit->temporaries_in_use--;
}

/* --- targets ------------------------------------------------------------------------------- */

static void store_sequence(gb_compiler *c, const gb_node *node, const gb_node_list *elements)
{
    size_t star = elements->count;
    for (size_t i = 0; i < elements->count; i++) {
        if (elements->items[i]->kind != GB_NODE_STARRED) continue;
        if (star != elements->count)
            gb_compile_fail(c, node, "multiple starred expressions in assignment");
        star = i;
    }
    if (star == elements->count) {
        gb_emit(c, GB_OP_UNPACK_SEQUENCE, (uint32_t)elements->count);
    } else {
        uint32_t after = (uint32_t)(elements->count - star - 1);
        if (star >= 256 || after > 0xFFFF)
            gb_compile_fail(c, node, "too many expressions in star-unpacking assignment");
        gb_emit_full(c, GB_OP_UNPACK_EX, (uint32_t)star, after, 0);
    }
    for (size_t i = 0; i < elements->count; i++) {
        const gb_node *e = elements->items[i];
        gb_compile_store(c, i == star ? e->as.starred.value : e);
    }
}

void gb_compile_store(gb_compiler *c, const gb_node *target)
{
    gb_at(c, target);
    switch (target->kind) {
    case GB_NODE_NAME: gb_store_name(c, target->as.name.id); break;
    case GB_NODE_ATTRIBUTE:
        gb_compile_expr(c, target->as.attribute.value);
        gb_at(c, target);
        gb_emit_cached(c, GB_OP_STORE_ATTR, gb_mangled(c, target->as.attribute.attr));
        break;
    case GB_NODE_SUBSCRIPT:
        gb_compile_expr(c, target->as.subscript.value);
        gb_compile_subscript_key(c, target->as.subscript.slice);
        gb_at(c, target);
        gb_emit(c, GB_OP_STORE_SUBSCR, 0);
        break;
    case GB_NODE_LIST: store_sequence(c, target, &target->as.list.elts); break;
    case GB_NODE_TUPLE: store_sequence(c, target, &target->as.tuple.elts); break;
    case GB_NODE_STARRED:
        gb_compile_fail(c, target, "starred assignment target must be in a list or tuple");
        break;
    default: gb_compile_fail(c, target, "cannot assign to this"); break;
    }
}

void gb_compile_delete(gb_compiler *c, const gb_node *target)
{
    const gb_node_list *elements = NULL;
    gb_at(c, target);
    switch (target->kind) {
    case GB_NODE_NAME: gb_delete_name(c, target->as.name.id); return;
    case GB_NODE_ATTRIBUTE:
        gb_compile_expr(c, target->as.attribute.value);
        gb_at(c, target);
        gb_emit(c, GB_OP_DELETE_ATTR, gb_add_name(c, gb_mangled(c, target->as.attribute.attr)));
        return;
    case GB_NODE_SUBSCRIPT:
        gb_compile_expr(c, target->as.subscript.value);
        gb_compile_subscript_key(c, target->as.subscript.slice);
        gb_at(c, target);
        gb_emit(c, GB_OP_DELETE_SUBSCR, 0);
        return;
    case GB_NODE_LIST: elements = &target->as.list.elts; break;
    default: elements = &target->as.tuple.elts; break;
    }
    for (size_t i = 0; i < elements->count; i++)
        gb_compile_delete(c, elements->items[i]);
}
