/* Copying nodes with their arguments mapped, and what is needed of a graph. */
#include "graph/pass/rewrite.h"

#include "graph/base/memory.h"

typedef struct mapping {
    const gb_rewrite *w;
    bool same; /* what the arguments look like is what they looked like before */
} mapping;

static bool looks_the_same(const gb_node *a, const gb_node *b)
{
    return a->meta && b->meta && gb_tensor_dtype(a->meta) == gb_tensor_dtype(b->meta) &&
           gb_tensor_same_shape(a->meta, b->meta);
}

static bool map_arg(gb_arg *arg, void *context)
{
    mapping *m = context;
    if (arg->kind != GB_ARG_NODE) return true;
    const gb_node *before = gb_graph_node(m->w->from, arg->as.node);
    arg->as.node = m->w->map[arg->as.node];
    if (arg->as.node == GB_NO_NODE) return false;
    m->same = m->same && looks_the_same(before, gb_graph_node(m->w->to, arg->as.node));
    return true;
}

bool gb_rewrite_copy(gb_rewrite *w, gb_node_id id, gb_error *err)
{
    const gb_node *from = gb_graph_node(w->from, id);
    gb_node node = *from;
    gb_arg *args = gb_calloc((size_t)from->arg_count + 1, sizeof *args, err);
    bool ok = args != NULL;
    int32_t n = 0;
    mapping m = {w, true};
    for (; ok && n < from->arg_count; n++)
        ok = gb_arg_copy(&from->args[n], &args[n], err) &&
             (gb_arg_visit(&args[n], map_arg, &m) ||
              gb_fail(err, GB_ERR_RUNTIME, "a pass left out what node %d needs", (int)id));
    node.args = args;
    bool alike = node.kind == GB_NODE_OP && m.same;
    if (ok)
        w->map[id] =
            alike ? gb_graph_append_alike(w->to, &node, err) : gb_graph_append(w->to, &node, err);
    ok = ok && w->map[id] != GB_NO_NODE;
    while (n > 0)
        gb_arg_release(&args[--n]);
    gb_free(args);
    return ok;
}

gb_node_id gb_rewrite_op(gb_rewrite *w, const char *name, const gb_arg *args, int32_t count,
                         const gb_node *like, gb_error *err)
{
    const gb_overload *overload = gb_overload_find(name, err);
    return overload ? gb_graph_op(w->to, overload, args, count, like->span, err) : GB_NO_NODE;
}

/* --------------------------------------------------------------------------------------- needs */

typedef struct needs {
    const gb_rewrite *w;
    bool *needed;
    bool timed, changed;
} needs;

static bool mark(void *context, gb_node_id id)
{
    needs *n = context;
    n->changed = n->changed || !n->needed[id];
    n->needed[id] = true;
    return true;
}

static bool is_root(const gb_node *node)
{
    return node->kind == GB_NODE_SAVE || node->kind == GB_NODE_PRINT ||
           node->kind == GB_NODE_BACKWARD;
}

/* Could the write change what the read sees? */
static bool reaches(const needs *n, const gb_node *write, const gb_node *read)
{
    bool all = gb_graph_invoke(n->w->from, write->invoke)->all ||
               gb_graph_invoke(n->w->from, read->invoke)->all;
    if (write->invoke != read->invoke && !all) return false;
    if (!n->timed) return true;
    const gb_pass_model *model = n->w->options->model;
    int64_t at = model->time(model->context, n->w->from, write);
    int64_t then = model->time(model->context, n->w->from, read);
    return at < then || (at == then && write < read); /* nodes lie in the order of the text */
}

static bool write_needed(const needs *n, const gb_node *write)
{
    for (gb_node_id id = gb_graph_count(n->w->from) - 1; id >= 0; id--) {
        const gb_node *read = gb_graph_node(n->w->from, id);
        bool place = read->kind == GB_NODE_READ || read->kind == GB_NODE_WRITE;
        if (place && n->needed[id] && read != write && reaches(n, write, read)) return true;
    }
    return false;
}

static void round_of(needs *n)
{
    for (gb_node_id id = gb_graph_count(n->w->from) - 1; id >= 0; id--) {
        const gb_node *node = gb_graph_node(n->w->from, id);
        bool here = n->needed[id] || is_root(node) ||
                    (node->kind == GB_NODE_SETGRAD && n->needed[node->args[0].as.node]) ||
                    (node->kind == GB_NODE_WRITE && write_needed(n, node));
        if (!here) continue;
        (void)mark(n, id);
        (void)gb_node_uses(node, mark, n);
    }
}

bool gb_rewrite_needs(const gb_rewrite *w, bool timed, bool *needed, gb_error *err)
{
    needs n = {w, needed, timed, true};
    int32_t count = gb_graph_count(w->from);
    for (int32_t i = 0; i < count; i++)
        needed[i] = false;
    for (size_t i = 0; i < w->options->wanted_count; i++) {
        gb_node_id id = w->options->wanted[i];
        if (id < 0 || id >= count)
            return gb_fail(err, GB_ERR_VALUE, "the graph has no node %d", (int)id);
        needed[id] = true;
    }
    while (n.changed) {
        n.changed = false;
        round_of(&n);
    }
    return true;
}
