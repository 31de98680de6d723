/* Which nodes are needed, in which order, and how long their values live. */
#include "graph/base/memory.h"
#include "graph/engine/exec.h"
#include "graph/tensor/autograd.h"

#include <stdlib.h>

void exec_forget(exec_node *node)
{
    gb_arg_release(&node->value);
    gb_tensor_unref(node->tensor);
    node->tensor = NULL;
    if (node->status == NODE_KNOWN) node->status = NODE_UNKNOWN;
}

static const gb_node *node_of(const gb_exec *exec, gb_node_id id)
{
    return gb_graph_node(exec->graph, id);
}

/* A random operator computed twice gives two values, so the first one stays. */
bool exec_stays(const gb_exec *exec, gb_node_id id)
{
    const gb_node *node = node_of(exec, id);
    return exec->nodes[id].wanted || exec->nodes[id].held ||
           (node->kind == GB_NODE_OP && gb_overload_is_random(node->overload));
}

static bool use_over(void *context, gb_node_id id)
{
    gb_exec *exec = context;
    exec_node *n = &exec->nodes[id];
    if (n->uses > 0) n->uses--;
    if (n->uses == 0 && n->status == NODE_KNOWN && !exec_stays(exec, id)) exec_forget(n);
    return true;
}

void exec_uses_over(gb_exec *exec, const gb_node *node)
{
    (void)gb_node_uses(node, use_over, exec);
}

/* ------------------------------------------------------------------------------------- closure */

typedef struct need {
    gb_exec *exec;
    exec_key *last; /* [invokes] the latest place of the walk that is needed of each */
    bool changed;
} need;

static bool is_open_end(const gb_exec *exec, gb_node_id id)
{
    const exec_node *n = &exec->nodes[id];
    if (n->status == NODE_ABSENT) return false;
    switch (node_of(exec, id)->kind) {
    case GB_NODE_PRINT: return !n->done;
    case GB_NODE_BACKWARD: return !n->done;
    case GB_NODE_WRITE: return n->wanted && !n->ran;
    default: return (n->wanted || n->held) && n->status == NODE_UNKNOWN;
    }
}

static bool mark(void *context, gb_node_id id)
{
    need *w = context;
    exec_node *n = &w->exec->nodes[id];
    if (n->needed || n->status != NODE_UNKNOWN) return true;
    n->needed = true;
    w->changed = true;
    return true;
}

static void reach(need *w, int32_t invoke, exec_key key)
{
    if (gb_graph_invoke(w->exec->graph, invoke)->all) {
        for (int32_t i = 0; i < w->exec->invoke_count; i++)
            if (w->last[i] < key) w->last[i] = key;
    } else if (w->last[invoke] < key) {
        w->last[invoke] = key;
    }
}

static bool write_matters(const need *w, const gb_node *node, exec_key key)
{
    if (!gb_graph_invoke(w->exec->graph, node->invoke)->all) return w->last[node->invoke] >= key;
    for (int32_t i = 0; i < w->exec->invoke_count; i++)
        if (w->last[i] >= key) return true;
    return false;
}

/* A backward pass needs what is put in the place of gradients. */
static bool set_needed(const need *w, const gb_node *node, const exec_node *n)
{
    return n->status == NODE_UNKNOWN && w->exec->nodes[node->args[0].as.node].needed;
}

/* A gradient asked for after its backward pass: that must run once more, for it alone. */
static void need_again(need *w, const gb_node *node)
{
    exec_node *back = &w->exec->nodes[node->args[0].as.node];
    if (back->status != NODE_KNOWN) return;
    back->status = NODE_UNKNOWN;
    back->ran = false;
}

static void need_one(need *w, gb_node_id id)
{
    gb_exec *exec = w->exec;
    const gb_node *node = node_of(exec, id);
    exec_node *n = &exec->nodes[id];
    if (node->kind == GB_NODE_SETGRAD && !n->needed) n->needed = set_needed(w, node, n);
    if (!n->needed && node->kind == GB_NODE_WRITE && !n->ran && n->status == NODE_UNKNOWN)
        n->needed = write_matters(w, node, n->key);
    if (!n->needed) n->needed = is_open_end(exec, id);
    if (!n->needed) return;
    if (node->kind == GB_NODE_READ || node->kind == GB_NODE_WRITE) reach(w, node->invoke, n->key);
    if (node->kind == GB_NODE_GRAD) need_again(w, node);
    (void)gb_node_uses(node, mark, w);
}

static bool mark_used(void *context, gb_node_id id)
{
    ((gb_exec *)context)->nodes[id].used = true;
    return true;
}

/* While the graph grows, a value that nothing uses yet is what a later line will use. */
static void hold_ends(gb_exec *exec)
{
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        exec->nodes[id].used = exec->nodes[id].needed = false;
        (void)gb_node_uses(node_of(exec, id), mark_used, exec);
    }
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        gb_node_kind kind = node_of(exec, id)->kind;
        bool value = kind == GB_NODE_OP || kind == GB_NODE_READ || kind == GB_NODE_ITEM ||
                     kind == GB_NODE_CALL || kind == GB_NODE_GRAD;
        exec_node *n = &exec->nodes[id];
        n->held = exec->open && value && !n->used && n->key <= exec->target;
        if (kind == GB_NODE_SAVE) exec->nodes[node_of(exec, id)->args[0].as.node].wanted = true;
    }
}

static bool need_all(gb_exec *exec, gb_error *err)
{
    need w = {.exec = exec};
    w.last = gb_alloc(((size_t)exec->invoke_count + 1) * sizeof *w.last, err);
    if (!w.last) return false;
    for (int32_t i = 0; i < exec->invoke_count; i++)
        w.last[i] = exec->forced;
    hold_ends(exec);
    int32_t needed = -1;
    for (int32_t before = -2; before != needed;) {
        before = needed;
        needed = 0;
        for (gb_node_id id = exec->node_count - 1; id >= 0; id--) {
            need_one(&w, id);
            needed += exec->nodes[id].needed;
        }
    }
    gb_free(w.last);
    return true;
}

/* --------------------------------------------------------------------------------------- hooks */

static int by_time(const void *a, const void *b)
{
    const exec_hook *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

static bool count_use(void *context, gb_node_id id)
{
    ((gb_exec *)context)->nodes[id].uses++;
    return true;
}

static bool is_place(const gb_node *node)
{
    return node->kind == GB_NODE_READ || node->kind == GB_NODE_WRITE;
}

/* The walk has gone past it; places of the run itself can always be looked at. */
static bool passed(const gb_exec *exec, gb_node_id id)
{
    const gb_node *node = node_of(exec, id);
    const exec_node *n = &exec->nodes[id];
    if (!is_place(node) || exec->sites[node->site].kind == SITE_IDS) return false;
    bool model = exec->sites[node->site].kind == SITE_MODEL;
    return n->key < exec->cursor || (model && n->key == exec->cursor && !exec->pass_open);
}

static void drop_unused(gb_exec *exec)
{
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        exec_node *n = &exec->nodes[id];
        if (n->status == NODE_KNOWN && n->uses == 0 && !exec_stays(exec, id)) exec_forget(n);
    }
}

/* A tensor of the program that gradients are wanted for, or a value of a model whose weights are.
 */
static bool is_trained(const gb_exec *exec, const gb_node *node, bool weights)
{
    if (is_place(node)) return weights && exec->sites[node->site].kind == SITE_MODEL;
    return node->kind == GB_NODE_CONST && node->args[0].kind == GB_ARG_TENSOR &&
           gb_tensor_requires_grad(node->args[0].as.tensor);
}

bool exec_need(gb_exec *exec, bool *behind, gb_error *err)
{
    *behind = false;
    if (!need_all(exec, err)) return false;
    if (!gb_grow(&exec->hooks, &exec->hook_capacity, (size_t)exec->node_count + 1,
                 sizeof *exec->hooks, err))
        return false;
    bool grads = false, weights = exec->options.weights && gb_model_is_trained(exec->model);
    exec->hook_count = exec->hook_next = 0;
    exec->last_needed = KEY_NOW;
    for (gb_node_id id = 0; id < exec->node_count; id++)
        exec->nodes[id].uses = 0;
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        exec_node *n = &exec->nodes[id];
        if (!n->needed) continue;
        grads = grads || node_of(exec, id)->kind == GB_NODE_BACKWARD ||
                (exec->options.history && is_trained(exec, node_of(exec, id), weights));
        *behind = *behind || passed(exec, id);
        (void)gb_node_uses(node_of(exec, id), count_use, exec);
        exec->hooks[exec->hook_count++] = (exec_hook){n->key, id};
        if (n->key > exec->last_needed) exec->last_needed = n->key;
    }
    qsort(exec->hooks, (size_t)exec->hook_count, sizeof *exec->hooks, by_time);
    *behind = *behind || (grads && !exec->grads && exec->cursor > KEY_NOW);
    exec->grads = grads;
    drop_unused(exec);
    return true;
}
