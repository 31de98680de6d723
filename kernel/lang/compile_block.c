/* Nested blocks: protected regions, and what leaving them on the way out must do. */
#include "kernel/lang/compile_state.h"

#include "graph/base/memory.h"

enum { DEEPEST_UNWINDING = 100 };

gb_block *gb_block_push(gb_compiler *c, gb_block_kind kind)
{
    gb_unit *u = c->unit;
    if (!gb_grow(&u->blocks, &u->block_capacity, u->block_count + 1, sizeof *u->blocks, c->err))
        return &u->spare;
    gb_block *block = &u->blocks[u->block_count++];
    *block = (gb_block){.kind = kind, .depth = u->depth};
    return block;
}

void gb_block_pop(gb_compiler *c)
{
    if (c->unit->block_count) c->unit->block_count--;
}

gb_block *gb_region_push(gb_compiler *c, gb_block_kind kind, gb_label handler)
{
    gb_block *block = gb_block_push(c, kind);
    block->handler = handler;
    block->start = gb_position(c);
    return block;
}

static bool is_region(const gb_block *block)
{
    return block->kind >= GB_BLOCK_TRY && block->kind <= GB_BLOCK_CLEANUP &&
           block->handler != UINT32_MAX;
}

void gb_region_pop(gb_compiler *c)
{
    gb_unit *u = c->unit;
    if (!u->block_count) return;
    gb_block block = u->blocks[--u->block_count];
    gb_emit_region(c, block.start, block.handler, block.depth);
}

static void unbind_handled(gb_compiler *c, const gb_node *handler)
{
    gb_emit_none(c);
    gb_store_name(c, handler->as.except_handler.name);
    gb_delete_name(c, handler->as.except_handler.name);
}

/* What leaving one block does to the stack; `value`: below the top one. */
static void leave(gb_compiler *c, gb_block block, bool value)
{
    switch (block.kind) {
    case GB_BLOCK_WHILE:
    case GB_BLOCK_TRY: break;
    case GB_BLOCK_FOR:
    case GB_BLOCK_POP:
        if (value) gb_emit(c, GB_OP_SWAP, 2);
        gb_emit(c, GB_OP_POP, 0);
        break;
    case GB_BLOCK_FINALLY:
        if (value) gb_block_push(c, GB_BLOCK_POP);
        gb_compile_body(c, block.body);
        if (value) gb_block_pop(c);
        break;
    case GB_BLOCK_WITH:
        if (value) gb_emit(c, GB_OP_SWAP, 2);
        gb_emit(c, GB_OP_WITH_EXIT, 0);
        break;
    case GB_BLOCK_HANDLER:
        if (value) gb_emit(c, GB_OP_SWAP, 2);
        gb_emit(c, GB_OP_POP_EXC, 0);
        if (block.handled) unbind_handled(c, block.handled);
        break;
    case GB_BLOCK_CLEANUP:
        if (value) gb_emit(c, GB_OP_SWAP, 3); /* before, exc, value -> value, exc, before */
        if (value) gb_emit(c, GB_OP_POP_EXC, 0);
        gb_emit(c, GB_OP_POP, 0);
        if (value) break;
        gb_emit(c, GB_OP_POP_EXC, 0);
        break;
    }
}

/* Puts the part of a region up to here into the table; what follows is outside it. */
static void close_region(gb_compiler *c, gb_block *block)
{
    if (!is_region(block)) return;
    gb_emit_region(c, block->start, block->handler, block->depth);
    block->start = UINT32_MAX;
}

void gb_unwind(gb_compiler *c, size_t keep, bool value)
{
    gb_unit *u = c->unit;
    if (u->dead || gb_compiler_failed(c)) return;
    size_t count = u->block_count;
    if (++c->depth > DEEPEST_UNWINDING) {
        gb_fail(c->err, GB_ERR_RECURSION, "too many nested finally blocks");
        return;
    }
    gb_block *saved = gb_arena_alloc(&c->scope_arena, (count - keep + 1) * sizeof *saved, c->err);
    for (size_t i = count; saved && i > keep; i--) {
        gb_block *block = &u->blocks[i - 1];
        saved[i - 1 - keep] = *block;
        close_region(c, block);
        if (block->kind == GB_BLOCK_HANDLER && i - 1 > keep) close_region(c, block - 1);
        u->block_count = i - 1;
        leave(c, saved[i - 1 - keep], value);
    }
    for (size_t i = keep; saved && i < count; i++)
        u->blocks[i] = saved[i - keep];
    u->block_count = count;
    c->depth--;
}

void gb_region_suspend(gb_compiler *c, size_t keep)
{
    gb_unit *u = c->unit;
    for (size_t i = u->block_count; i > keep; i--)
        close_region(c, &u->blocks[i - 1]);
}

void gb_region_resume(gb_compiler *c, size_t keep)
{
    gb_unit *u = c->unit;
    for (size_t i = keep; i < u->block_count; i++)
        u->blocks[i].start = gb_position(c);
}
