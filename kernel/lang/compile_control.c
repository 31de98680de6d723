/* Loops, try, with, return: statements that steer. */
#include "kernel/lang/compile_state.h"

/* --- loops --------------------------------------------------------------------------------- */

void gb_compile_for(gb_compiler *c, const gb_node *node)
{
    gb_label loop = gb_label_new(c), end = gb_label_new(c), done = gb_label_new(c);
    const gb_node *iter = node->as.for_.iter;
    gb_compile_unchanged(c, iter);
    gb_at(c, iter);
    gb_emit(c, GB_OP_GET_ITER, 0);
    gb_block *block = gb_block_push(c, GB_BLOCK_FOR);
    block->next = loop;
    block->done = done;
    gb_label_bind(c, loop);
    gb_at(c, iter);
    gb_emit_jump(c, GB_OP_FOR_ITER, end);
    gb_compile_store(c, node->as.for_.target);
    gb_compile_body(c, &node->as.for_.body);
    gb_emit_jump(c, GB_OP_JUMP_BACK, loop);
    gb_block_pop(c);
    gb_label_bind(c, end);
    gb_compile_body(c, &node->as.for_.orelse);
    gb_label_bind(c, done);
}

void gb_compile_while(gb_compiler *c, const gb_node *node)
{
    gb_label loop = gb_label_new(c), end = gb_label_new(c), done = gb_label_new(c);
    gb_block *block = gb_block_push(c, GB_BLOCK_WHILE);
    block->next = loop;
    block->done = done;
    gb_label_bind(c, loop);
    gb_compile_condition(c, node->as.while_.test, end, false);
    gb_compile_body(c, &node->as.while_.body);
    gb_at(c, node);
    gb_emit_jump(c, GB_OP_JUMP_BACK, loop);
    gb_block_pop(c);
    gb_label_bind(c, end);
    gb_compile_body(c, &node->as.while_.orelse);
    gb_label_bind(c, done);
}

void gb_compile_loop_jump(gb_compiler *c, const gb_node *node)
{
    bool leaves = node->kind == GB_NODE_BREAK;
    gb_unit *u = c->unit;
    size_t i = u->block_count;
    while (i && u->blocks[i - 1].kind != GB_BLOCK_FOR && u->blocks[i - 1].kind != GB_BLOCK_WHILE)
        i--;
    if (!i) {
        gb_compile_fail(c, node,
                        leaves ? "'break' outside loop" : "'continue' not properly in loop");
        return;
    }
    gb_block loop = u->blocks[i - 1];
    if (u->dead) return;
    int depth = u->depth;
    gb_unwind(c, i, false);
    gb_at(c, node);
    if (leaves && loop.kind == GB_BLOCK_FOR) gb_emit(c, GB_OP_POP, 0);
    gb_emit_jump(c, leaves ? GB_OP_JUMP : GB_OP_JUMP_BACK, leaves ? loop.done : loop.next);
    gb_region_resume(c, i);
    u->depth = depth;
}

void gb_compile_return(gb_compiler *c, const gb_node *node)
{
    const gb_node *value = node->as.return_.value;
    gb_unit *u = c->unit;
    if (u->host->kind != GB_SCOPE_FUNCTION) {
        gb_compile_fail(c, node, "'return' outside function");
        return;
    }
    bool constant = !value || gb_fold(c, value);
    if (!constant) gb_compile_expr(c, value);
    if (u->dead) return;
    int depth = u->depth;
    gb_at(c, node);
    gb_unwind(c, 0, !constant);
    gb_at(c, node);
    if (constant && value)
        gb_emit_constant(c, gb_fold(c, value));
    else if (constant)
        gb_emit_none(c);
    gb_emit(c, GB_OP_RETURN, 0);
    gb_region_resume(c, 0);
    u->depth = depth;
}

/* --- try ----------------------------------------------------------------------------------- */

/* Where a mistake inside an except or finally body goes: put back what was handled, raise on. */
static void emit_restoring(gb_compiler *c, gb_label label, int depth)
{
    gb_label_bind_handler(c, label, depth);
    gb_emit(c, GB_OP_SWAP, 2);
    gb_emit(c, GB_OP_POP_EXC, 0);
    gb_emit(c, GB_OP_RERAISE, 0);
}

static void unbind(gb_compiler *c, const char *name)
{
    gb_emit_none(c);
    gb_store_name(c, name);
    gb_delete_name(c, name);
}

/* The body of `except T as name`, exception on top: it is unbound however the body ends. */
static void compile_named_handler(gb_compiler *c, const gb_node *node, gb_label end)
{
    const char *name = node->as.except_handler.name;
    gb_label cleanup = gb_label_new(c);
    gb_store_name(c, name);
    int depth = c->unit->depth;
    gb_region_push(c, GB_BLOCK_HANDLER, cleanup)->handled = node;
    gb_compile_body(c, &node->as.except_handler.body);
    gb_region_pop(c);
    size_t outer = c->unit->block_count - 1;
    gb_region_suspend(c, outer);
    gb_emit(c, GB_OP_POP_EXC, 0);
    unbind(c, name);
    gb_emit_jump(c, GB_OP_JUMP, end);
    gb_region_resume(c, outer);
    gb_label_bind_handler(c, cleanup, depth);
    unbind(c, name);
    gb_emit(c, GB_OP_RERAISE, 0);
}

static void compile_handler_body(gb_compiler *c, const gb_node *node, gb_label end)
{
    if (node->as.except_handler.name) {
        compile_named_handler(c, node, end);
        return;
    }
    gb_emit(c, GB_OP_POP, 0);
    gb_block_push(c, GB_BLOCK_HANDLER)->handler = UINT32_MAX;
    gb_compile_body(c, &node->as.except_handler.body);
    gb_block_pop(c);
    gb_emit(c, GB_OP_POP_EXC, 0);
    gb_emit_jump(c, GB_OP_JUMP, end);
}

/* All except clauses; depth is the stack's before the exception came. */
static void compile_handlers(gb_compiler *c, const gb_node *node, gb_label end, int depth)
{
    const gb_node_list *handlers = &node->as.try_.handlers;
    gb_label restoring = gb_label_new(c);
    gb_at(c, handlers->items[0]);
    gb_emit(c, GB_OP_PUSH_EXC, 0);
    gb_block *block = gb_region_push(c, GB_BLOCK_TRY, restoring);
    block->depth = depth + 1;
    for (size_t i = 0; i < handlers->count; i++) {
        const gb_node *handler = handlers->items[i];
        gb_label next = gb_label_new(c);
        gb_at(c, handler);
        if (handler->as.except_handler.type) {
            gb_compile_expr(c, handler->as.except_handler.type);
            gb_at(c, handler->as.except_handler.type);
            gb_emit_jump(c, GB_OP_JUMP_IF_NOT_MATCH, next);
        }
        compile_handler_body(c, handler, end);
        gb_label_bind(c, next);
    }
    gb_emit(c, GB_OP_RERAISE, 0);
    gb_region_pop(c);
    emit_restoring(c, restoring, depth + 1);
}

static void compile_try_except(gb_compiler *c, const gb_node *node)
{
    gb_label handler = gb_label_new(c), end = gb_label_new(c);
    int depth = c->unit->depth;
    gb_region_push(c, GB_BLOCK_TRY, handler);
    gb_compile_body(c, &node->as.try_.body);
    gb_region_pop(c);
    gb_compile_body(c, &node->as.try_.orelse);
    gb_emit_jump(c, GB_OP_JUMP, end);
    gb_label_bind_handler(c, handler, depth);
    compile_handlers(c, node, end, depth);
    gb_label_bind(c, end);
}

static void compile_try_finally(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *body = &node->as.try_.finalbody;
    gb_label handler = gb_label_new(c), restoring = gb_label_new(c), end = gb_label_new(c);
    int depth = c->unit->depth;
    gb_region_push(c, GB_BLOCK_FINALLY, handler)->body = body;
    if (node->as.try_.handlers.count)
        compile_try_except(c, node);
    else
        gb_compile_body(c, &node->as.try_.body);
    gb_region_pop(c);
    gb_compile_body(c, body);
    gb_emit_jump(c, GB_OP_JUMP, end);
    gb_label_bind_handler(c, handler, depth);
    gb_emit(c, GB_OP_PUSH_EXC, 0);
    gb_region_push(c, GB_BLOCK_CLEANUP, restoring)->depth = depth + 1;
    gb_compile_body(c, body);
    gb_emit(c, GB_OP_RERAISE, 0);
    gb_region_pop(c);
    emit_restoring(c, restoring, depth + 1);
    gb_label_bind(c, end);
}

void gb_compile_try(gb_compiler *c, const gb_node *node)
{
    if (node->as.try_.finalbody.count)
        compile_try_finally(c, node);
    else
        compile_try_except(c, node);
}

/* --- with ---------------------------------------------------------------------------------- */

/* After the body of a with raised: exit, exception on the stack. */
static void compile_with_handler(gb_compiler *c, gb_label handler, gb_label end, int depth)
{
    gb_label restoring = gb_label_new(c), suppressed = gb_label_new(c);
    gb_label_bind_handler(c, handler, depth);
    gb_emit(c, GB_OP_PUSH_EXC, 0);
    gb_region_push(c, GB_BLOCK_TRY, restoring)->depth = depth + 1;
    gb_emit(c, GB_OP_WITH_EXCEPT, 0);
    gb_emit_jump(c, GB_OP_POP_JUMP_IF_TRUE, suppressed);
    gb_emit(c, GB_OP_RERAISE, 0);
    gb_region_pop(c);
    emit_restoring(c, restoring, depth + 1);
    gb_label_bind(c, suppressed);
    gb_emit(c, GB_OP_POP, 0);
    gb_emit(c, GB_OP_POP_EXC, 0);
    gb_emit(c, GB_OP_POP, 0);
    gb_emit_jump(c, GB_OP_JUMP, end);
}

static void compile_with_item(gb_compiler *c, const gb_node *node, size_t i)
{
    const gb_node_list *items = &node->as.with.items;
    if (i == items->count) {
        gb_compile_body(c, &node->as.with.body);
        return;
    }
    const gb_node *manager = items->items[i]->as.with_item.context_expr;
    const gb_node *target = items->items[i]->as.with_item.optional_vars;
    gb_label handler = gb_label_new(c), round = gb_label_new(c), end = gb_label_new(c);
    gb_compile_expr(c, manager);
    gb_at(c, manager);
    gb_emit_jump(c, GB_OP_WITH_ENTER, end);
    int depth = c->unit->depth - 1;
    gb_region_push(c, GB_BLOCK_WITH, handler)->depth = depth;
    gb_label_bind(c, round);
    if (target)
        gb_compile_store(c, target);
    else
        gb_emit(c, GB_OP_POP, 0);
    compile_with_item(c, node, i + 1);
    gb_at(c, manager);
    gb_emit_jump(c, GB_OP_WITH_AGAIN, round);
    gb_region_pop(c);
    gb_at(c, manager);
    gb_emit(c, GB_OP_WITH_EXIT, 0);
    gb_emit_jump(c, GB_OP_JUMP, end);
    compile_with_handler(c, handler, end, depth);
    gb_label_bind(c, end);
}

void gb_compile_with(gb_compiler *c, const gb_node *node)
{
    compile_with_item(c, node, 0);
}
