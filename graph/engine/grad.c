/* Backward passes.
 *
 * A value of which a gradient is asked is an *origin*: the walk goes on from that very tensor. Of a
 * READ it is the packed slot (the invoke's view of it is not what the model uses), so its gradient
 * is the slot's, seen as the invoke sees the place. A slice of a READ that leads nowhere itself has
 * the same slice of that gradient. Gradients are caught by hooks while the pass goes on, which is
 * also where written ones take their place. */
#include "graph/tensor/autograd.h"
#include "graph/base/memory.h"
#include "graph/engine/exec.h"
#include "graph/tensor/index.h"

static const gb_node *node_of(const gb_exec *exec, gb_node_id id)
{
    return gb_graph_node(exec->graph, id);
}

/* --------------------------------------------------------------------------------------- origins
 */

static bool is_view(const gb_node *node)
{
    if (node->kind != GB_NODE_OP || node->arg_count == 0 || node->args[0].kind != GB_ARG_NODE)
        return false;
    if (node->overload == gb_overload_getitem()) return gb_index_is_view(&node->args[1]);
    return gb_overload_is_view(node->overload);
}

/* The READ that `id` is a view of, or GB_NO_NODE. */
static gb_node_id root_of(const gb_exec *exec, gb_node_id id)
{
    while (is_view(node_of(exec, id)))
        id = node_of(exec, id)->args[0].as.node;
    return node_of(exec, id)->kind == GB_NODE_READ ? id : GB_NO_NODE;
}

static void mark_origin(gb_exec *exec, gb_node_id id, bool *behind)
{
    exec_node *n = &exec->nodes[id];
    if (n->origin) return;
    n->origin = true;
    if (n->status != NODE_KNOWN) return;
    if (node_of(exec, id)->kind == GB_NODE_CONST)
        exec_forget(n);
    else
        *behind = true; /* it was computed before anybody asked */
}

void exec_grad_mark(gb_exec *exec, bool *behind)
{
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        const gb_node *node = node_of(exec, id);
        if (node->kind != GB_NODE_GRAD && node->kind != GB_NODE_SETGRAD) continue;
        gb_node_id of = node->args[1].as.node, root = root_of(exec, of);
        mark_origin(exec, of, behind);
        if (root != GB_NO_NODE) mark_origin(exec, root, behind);
    }
}

static bool can_have_gradient(const gb_tensor *t)
{
    gb_dtype dtype = gb_tensor_dtype(t);
    return dtype != GB_DTYPE_NONE && gb_dtype_kind_of(dtype) >= GB_KIND_FLOAT;
}

/* The tensor itself if it has a history, else a leaf of the same numbers. Owned. */
static gb_tensor *leaf_of(gb_tensor *t, gb_error *err)
{
    if (gb_tensor_requires_grad(t) || !can_have_gradient(t)) return gb_tensor_ref(t);
    gb_tensor *leaf = gb_tensor_detach(t, err);
    if (leaf && !gb_tensor_set_requires_grad(leaf, true, err)) {
        gb_tensor_unref(leaf);
        return NULL;
    }
    return leaf;
}

bool exec_grad_origin(gb_exec *exec, gb_node_id id, const gb_place *place, gb_error *err)
{
    exec_node *n = &exec->nodes[id];
    gb_walk *walk = place ? &exec->lanes[0].walk : NULL;
    gb_tensor *now = place                            ? gb_walk_peek(walk, place->slot, err)
                     : n->value.kind == GB_ARG_TENSOR ? n->value.as.tensor
                                                      : NULL;
    if (!now) return !place;
    gb_tensor *old = gb_tensor_ref(now), *leaf = leaf_of(old, err);
    for (int32_t s = 0; leaf && place && s < exec->plan->slot_count; s++)
        if (walk->slots[s] == old) gb_walk_set(walk, s, leaf);
    if (leaf && !place) {
        gb_arg_release(&n->value);
        n->value = gb_arg_tensor(gb_tensor_ref(leaf));
    }
    gb_tensor_unref(old);
    gb_tensor_unref(n->tensor);
    n->tensor = leaf;
    return leaf != NULL;
}

/* --------------------------------------------------------------------------------------- capture
 */

/* One value of which this pass is to tell the gradient. */
typedef struct capture {
    gb_exec *exec;
    gb_node_id backward, of;
    gb_tensor *grad; /* as it came, or as it was written; of a READ packed */
    unsigned hook;
} capture;

typedef struct captures {
    capture *items;
    size_t count, capacity;
} captures;

static const gb_place *place_of(const gb_exec *exec, gb_node_id id)
{
    const gb_node *node = node_of(exec, id);
    return node->kind == GB_NODE_READ ? &exec->plan->places[exec->sites[node->site].place] : NULL;
}

/* What the user sees of a gradient of node `of`. Owned. */
static gb_tensor *seen(gb_exec *exec, gb_node_id of, gb_tensor *grad, gb_error *err)
{
    const gb_place *place = place_of(exec, of);
    if (!place) return gb_tensor_ref(grad);
    return exec_view_of(exec, place, node_of(exec, of)->invoke, grad, err);
}

static void set_gradients(gb_exec *exec, gb_node_id backward, gb_node_id of, gb_tensor *value)
{
    for (gb_node_id id = backward + 1; id < exec->node_count; id++) {
        const gb_node *node = node_of(exec, id);
        if (node->kind != GB_NODE_GRAD || node->args[0].as.node != backward ||
            node->args[1].as.node != of || exec->nodes[id].status != NODE_UNKNOWN)
            continue;
        exec->nodes[id].value = gb_arg_tensor(gb_tensor_ref(value));
        exec->nodes[id].status = NODE_KNOWN;
    }
}

/* The written gradient in the form it flows on in; owned. */
static gb_tensor *written(capture *c, const gb_node *set, gb_tensor *before, gb_error *err)
{
    gb_exec *exec = c->exec;
    if (!exec_compute_deep(exec, set->args[2].as.node, err)) return NULL;
    gb_tensor *value = exec_tensor(exec, set->args[2].as.node, err);
    if (!value) return NULL;
    const gb_place *place = place_of(exec, c->of);
    gb_tensor *out = NULL;
    if (place) {
        out = exec_put(exec, place, node_of(exec, c->of)->invoke, before, value, err);
    } else {
        gb_tensor *wide =
            GB_CALL_NAME("aten::expand_as", err, gb_arg_tensor(value), gb_arg_tensor(before));
        out = wide ? gb_tensor_to(wide, gb_tensor_dtype(before), gb_tensor_device(before), err)
                   : NULL;
        gb_tensor_unref(wide);
    }
    gb_tensor_unref(value);
    return out;
}

static gb_tensor *on_gradient(void *context, gb_tensor *grad, gb_error *failed)
{
    capture *c = context;
    gb_exec *exec = c->exec;
    gb_tensor_unref(c->grad);
    c->grad = gb_tensor_ref(grad);
    gb_tensor *view = seen(exec, c->of, grad, failed);
    if (!view) return NULL;
    set_gradients(exec, c->backward, c->of, view);
    gb_tensor_unref(view);
    bool changed = false;
    for (gb_node_id id = c->backward + 1; id < exec->node_count; id++) {
        const gb_node *node = node_of(exec, id);
        if (node->kind != GB_NODE_SETGRAD || node->args[0].as.node != c->backward ||
            node->args[1].as.node != c->of)
            continue;
        gb_tensor *next = written(c, node, c->grad, failed);
        if (!next) {
            gb_error_locate(failed, node->span);
            return NULL;
        }
        gb_tensor_unref(c->grad);
        c->grad = next;
        changed = true;
    }
    return changed ? gb_tensor_ref(c->grad) : NULL;
}

static bool add_capture(gb_exec *exec, captures *all, gb_node_id backward, gb_node_id of,
                        gb_error *err)
{
    if (of == GB_NO_NODE || !exec->nodes[of].tensor) return true;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].of == of) return true;
    if (!gb_grow(&all->items, &all->capacity, all->count + 1, sizeof *all->items, err))
        return false;
    all->items[all->count++] = (capture){exec, backward, of, NULL, 0};
    return true;
}

static bool find_captures(gb_exec *exec, captures *all, gb_node_id backward, gb_error *err)
{
    for (gb_node_id id = backward + 1; id < exec->node_count; id++) {
        const gb_node *node = node_of(exec, id);
        bool asks = node->kind == GB_NODE_GRAD || node->kind == GB_NODE_SETGRAD;
        if (!asks || node->args[0].as.node != backward) continue;
        gb_node_id of = node->args[1].as.node;
        if (!add_capture(exec, all, backward, of, err) ||
            !add_capture(exec, all, backward, root_of(exec, of), err))
            return false;
    }
    return true;
}

static bool add_hooks(captures *all, gb_error *err)
{
    for (size_t i = 0; i < all->count; i++) {
        capture *c = &all->items[i];
        gb_tensor *t = c->exec->nodes[c->of].tensor;
        if (!gb_tensor_requires_grad(t)) continue;
        c->hook = gb_tensor_add_hook(t, on_gradient, c, NULL, err);
        if (!c->hook) return false;
    }
    return true;
}

static void release_captures(captures *all)
{
    for (size_t i = 0; i < all->count; i++) {
        capture *c = &all->items[i];
        gb_tensor *t = c->exec->nodes[c->of].tensor;
        if (c->hook) gb_tensor_remove_hook(t, c->hook);
        bool ours = gb_tensor_is_leaf(t) && node_of(c->exec, c->of)->kind != GB_NODE_CONST;
        bool cleared = !c->hook || !ours || gb_tensor_set_grad(t, NULL, NULL);
        (void)cleared; /* clearing cannot fail */
        gb_tensor_unref(c->grad);
    }
    gb_free(all->items);
}

/* ------------------------------------------------------------------------------------- backward */

/* Once more, without collecting anything in the leaves. */
static bool run_again(gb_exec *exec, captures *all, gb_tensor *loss, gb_tensor *seed, gb_error *err)
{
    gb_tensor **inputs = gb_calloc(all->count + 1, sizeof *inputs, err);
    gb_tensor **grads = gb_calloc(all->count + 1, sizeof *grads, err);
    gb_backward_options options = {.inputs = inputs, .retain_graph = true, .allow_unused = true};
    bool ok = inputs && grads;
    for (size_t i = 0; ok && i < all->count; i++)
        if (all->items[i].hook)
            inputs[options.input_count++] = exec->nodes[all->items[i].of].tensor;
    ok = ok && (options.input_count == 0 ||
                gb_autograd_grad(&loss, seed ? &seed : NULL, 1, &options, grads, err));
    for (size_t i = 0; ok && i < options.input_count; i++)
        gb_tensor_unref(grads[i]); /* the hooks have seen them */
    gb_free(inputs);
    gb_free(grads);
    return ok;
}

static bool run_backward(gb_exec *exec, const gb_node *node, captures *all, bool again,
                         gb_error *err)
{
    gb_tensor *loss = exec_tensor(exec, node->args[0].as.node, err), *seed = NULL;
    gb_backward_options options = {.retain_graph = true};
    bool ok = loss != NULL;
    if (ok && node->arg_count > 1) ok = (seed = exec_tensor(exec, node->args[1].as.node, err));
    if (ok && again) ok = run_again(exec, all, loss, seed, err);
    if (ok && !again) ok = gb_tensor_backward(loss, seed, &options, err);
    gb_tensor_unref(loss);
    gb_tensor_unref(seed);
    return ok;
}

static capture *capture_of(captures *all, gb_node_id of)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].of == of) return &all->items[i];
    return NULL;
}

/* The same views of a READ's gradient as `id` is of the READ. Owned; NULL with or without error. */
static gb_tensor *slice_of(gb_exec *exec, captures *all, gb_node_id id, gb_error *err)
{
    const gb_node *node = node_of(exec, id);
    capture *c = capture_of(all, id);
    if (c && c->grad) return seen(exec, id, c->grad, err);
    if (!is_view(node)) return NULL;
    gb_arg args[GB_ARGS_MAX];
    gb_tensor *base = slice_of(exec, all, node->args[0].as.node, err);
    if (!base || !exec_arguments(exec, node, args, err)) {
        gb_tensor_unref(base);
        return NULL;
    }
    gb_arg_release(&args[0]);
    args[0] = gb_arg_tensor(base);
    gb_tensor *out = gb_overload_tensor(node->overload, args, (size_t)node->arg_count, err);
    for (int32_t i = 0; i < node->arg_count; i++)
        gb_arg_release(&args[i]);
    return out;
}

static bool fill_slices(gb_exec *exec, captures *all, gb_node_id backward, gb_error *err)
{
    for (gb_node_id id = backward + 1; id < exec->node_count; id++) {
        const gb_node *node = node_of(exec, id);
        if (node->kind != GB_NODE_GRAD || node->args[0].as.node != backward ||
            exec->nodes[id].status != NODE_UNKNOWN || !exec->nodes[id].needed)
            continue;
        gb_error own = GB_ERROR_INIT;
        gb_tensor *value = slice_of(exec, all, node->args[1].as.node, &own);
        if (own.cls != GB_ERR_NONE) {
            if (err && err->cls == GB_ERR_NONE) *err = own;
            return false;
        }
        if (!value) continue; /* nothing flows back to it: None */
        set_gradients(exec, backward, node->args[1].as.node, value);
        gb_tensor_unref(value);
    }
    return true;
}

bool exec_backward(gb_exec *exec, gb_node_id id, gb_error *err)
{
    const gb_node *node = node_of(exec, id);
    exec_node *n = &exec->nodes[id];
    captures all = {0};
    bool ok = find_captures(exec, &all, id, err) && add_hooks(&all, err) &&
              run_backward(exec, node, &all, n->done, err) && fill_slices(exec, &all, id, err);
    release_captures(&all);
    n->done = n->done || ok;
    n->ran = ok;
    return ok;
}
