/* The value of one node. */
#include "graph/base/memory.h"
#include "graph/engine/exec.h"
#include "graph/tensor/autograd.h"

#include <string.h>
#include <time.h>

/* ----------------------------------------------------------------------------------- arguments */

static bool by_value(gb_arg *arg, void *context)
{
    const gb_exec *exec = context;
    if (arg->kind != GB_ARG_NODE) return true;
    return gb_arg_copy(&exec->nodes[arg->as.node].value, arg, NULL);
}

bool exec_arguments(const gb_exec *exec, const gb_node *node, gb_arg *args, gb_error *err)
{
    for (int32_t i = 0; i < node->arg_count; i++) {
        const gb_arg *from = &node->args[i];
        if (from->kind == GB_ARG_NODE) from = &exec->nodes[from->as.node].value;
        if (gb_arg_copy(from, &args[i], err) && gb_arg_visit(&args[i], by_value, (void *)exec))
            continue;
        while (i-- > 0)
            gb_arg_release(&args[i]);
        return gb_fail(err, GB_ERR_MEMORY, "no memory for an operator's arguments");
    }
    return true;
}

static void release_args(gb_arg *args, int32_t count)
{
    for (int32_t i = 0; i < count; i++)
        gb_arg_release(&args[i]);
}

gb_tensor *exec_tensor(const gb_exec *exec, gb_node_id id, gb_error *err)
{
    const gb_arg *value = &exec->nodes[id].value;
    switch (value->kind) {
    case GB_ARG_TENSOR: return gb_tensor_ref(value->as.tensor);
    case GB_ARG_BOOL:
    case GB_ARG_INT:
    case GB_ARG_FLOAT:
    case GB_ARG_COMPLEX: return gb_tensor_from_scalar(*value, GB_DTYPE_NONE, err);
    default:
        (void)gb_fail(err, GB_ERR_TYPE, "a tensor or a number is wanted here, not %s",
                      gb_arg_type_name(value));
        return NULL;
    }
}

/* --------------------------------------------------------------------------------------- kinds */

static bool set_tensor(exec_node *n, gb_tensor *t)
{
    if (!t) return false;
    n->value = gb_arg_tensor(t);
    return true;
}

/* Several results are one LIST. */
static bool set_results(exec_node *n, gb_arg *results, size_t count, gb_error *err)
{
    if (count == 1) {
        n->value = results[0];
        return true;
    }
    gb_arg list = gb_arg_list(results, count);
    bool ok = gb_arg_copy(&list, &n->value, err);
    release_args(results, (int32_t)count);
    return ok;
}

static bool compute_op(gb_exec *exec, const gb_node *node, exec_node *n, gb_error *err)
{
    gb_arg args[GB_ARGS_MAX];
    gb_arg results[GB_RESULTS_MAX];
    if (!exec_arguments(exec, node, args, err)) return false;
    bool ok = gb_overload_call(node->overload, args, (size_t)node->arg_count, results, err);
    release_args(args, node->arg_count);
    return ok && set_results(n, results, gb_overload_result_count(node->overload), err);
}

static bool compute_item(gb_exec *exec, const gb_node *node, exec_node *n, gb_error *err)
{
    const gb_arg *of = &exec->nodes[node->args[0].as.node].value;
    if (of->kind != GB_ARG_LIST || (uint32_t)node->index >= of->count)
        return gb_fail(err, GB_ERR_INDEX, "result %d of a value with %u", (int)node->index,
                       of->kind == GB_ARG_LIST ? of->count : 1);
    return gb_arg_copy(&of->as.items[node->index], &n->value, err);
}

/* The step of a READ or WRITE of the model is the one that is going on. */
static bool is_now(const gb_exec *exec, const gb_node *node, const exec_node *n)
{
    return exec->pass_open && key_wave(n->key) == exec->wave && node->step == exec->step &&
           exec_takes_part(exec, node->invoke);
}

static bool run_place_known(const gb_exec *exec, exec_site_kind kind, const gb_node *node)
{
    const exec_invoke *invoke = &exec->invokes[node->invoke];
    bool all = gb_graph_invoke(exec->graph, node->invoke)->all;
    if (kind == SITE_IDS) return true;
    if (!exec->options.generation) return false;
    return kind == SITE_RESULT ? exec->wave_ended : (all || invoke->steps == node->step + 1);
}

static bool compute_read(gb_exec *exec, gb_node_id id, const gb_node *node, exec_node *n,
                         gb_error *err)
{
    const exec_site *site = &exec->sites[node->site];
    if (site->kind != SITE_MODEL) {
        n->status = run_place_known(exec, site->kind, node) ? NODE_UNKNOWN : NODE_ABSENT;
        return n->status == NODE_ABSENT ||
               set_tensor(n, exec_run_place(exec, site->kind, node->invoke, err));
    }
    if (!is_now(exec, node, n)) {
        n->status = NODE_ABSENT;
        return true;
    }
    const gb_place *place = &exec->plan->places[site->place];
    if (n->origin && !exec_grad_origin(exec, id, place, err)) return false;
    return set_tensor(
        n, exec_view(exec, place, node->invoke, node->arg_count ? &node->args[0] : NULL, err));
}

static bool compute_write(gb_exec *exec, const gb_node *node, exec_node *n, gb_error *err)
{
    if (exec->sites[node->site].kind != SITE_MODEL)
        return gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "'%s' of a run can be read only",
                       gb_graph_site(exec->graph, node->site)->leaf);
    if (!is_now(exec, node, n)) {
        n->status = NODE_ABSENT;
        return true;
    }
    gb_tensor *value = exec_tensor(exec, node->args[0].as.node, err);
    bool ok = value && exec_write(exec, node, value, err);
    gb_tensor_unref(value);
    n->ran = ok;
    return ok;
}

static int32_t count_tensors(const gb_form *form)
{
    if (!form) return 0;
    if (form->kind == GB_FORM_TENSOR) return 1;
    int32_t n = 0;
    for (int32_t i = 0; i < form->count; i++)
        n += count_tensors(&form->items[i]);
    return n;
}

/* A module on values. */
static bool compute_call(gb_exec *exec, const gb_node *node, exec_node *n, gb_error *err)
{
    int32_t module = exec->sites[node->site].module;
    int32_t outs = count_tensors(exec->plan->io[module].output);
    gb_tensor *inputs[GB_ARGS_MAX], *outputs[GB_RESULTS_MAX];
    gb_arg results[GB_RESULTS_MAX];
    int32_t given = 0;
    if (node->arg_count > GB_ARGS_MAX || outs < 1 || outs > GB_RESULTS_MAX)
        return gb_fail(err, GB_ERR_VALUE, "'%s' cannot be applied to values",
                       gb_graph_site(exec->graph, node->site)->path);
    bool ok = true;
    for (; ok && given < node->arg_count; given++) {
        const gb_arg *arg = &node->args[given];
        inputs[given] = arg->kind == GB_ARG_NODE     ? exec_tensor(exec, arg->as.node, err)
                        : arg->kind == GB_ARG_TENSOR ? gb_tensor_ref(arg->as.tensor)
                                                     : NULL;
        ok = arg->kind == GB_ARG_NONE || inputs[given] != NULL ||
             gb_fail(err, GB_ERR_TYPE, "a module takes tensors, not %s", gb_arg_type_name(arg));
    }
    ok = ok && gb_module_call(exec->model, module, inputs, given, outputs, outs, err);
    while (given > 0)
        gb_tensor_unref(inputs[--given]);
    for (int32_t i = 0; ok && i < outs; i++)
        results[i] = gb_arg_tensor(outputs[i]);
    return ok && set_results(n, results, (size_t)outs, err);
}

static bool compute_print(gb_exec *exec, gb_node_id id, const gb_node *node, exec_node *n,
                          gb_error *err)
{
    gb_arg *values = gb_calloc((size_t)node->arg_count + 1, sizeof *values, err);
    if (!values) return false;
    bool ok = exec_arguments(exec, node, values, err);
    if (ok) {
        ok = !exec->options.print ||
             exec->options.print(exec->options.context, id, values, (size_t)node->arg_count, err);
        release_args(values, node->arg_count);
    }
    gb_free(values);
    n->done = ok;
    return ok;
}

static bool compute_kind(gb_exec *exec, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(exec->graph, id);
    exec_node *n = &exec->nodes[id];
    switch (node->kind) {
    case GB_NODE_CONST: return gb_arg_copy(&node->args[0], &n->value, err);
    case GB_NODE_OP: return compute_op(exec, node, n, err);
    case GB_NODE_ITEM: return compute_item(exec, node, n, err);
    case GB_NODE_READ: return compute_read(exec, id, node, n, err);
    case GB_NODE_WRITE: return compute_write(exec, node, n, err);
    case GB_NODE_CALL: return compute_call(exec, node, n, err);
    case GB_NODE_PRINT: return compute_print(exec, id, node, n, err);
    case GB_NODE_BACKWARD: return exec_backward(exec, id, err);
    case GB_NODE_SAVE:
        return gb_arg_copy(&exec->nodes[node->args[0].as.node].value, &n->value, err);
    default: /* GRAD is set by its backward pass; what was not reached has none */ return true;
    }
}

/* ------------------------------------------------------------------------------------- compute */

static bool is_present(void *context, gb_node_id id)
{
    return ((const gb_exec *)context)->nodes[id].status != NODE_ABSENT;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static bool compute_present(gb_exec *exec, gb_node_id id, gb_error *err)
{
    exec_node *n = &exec->nodes[id];
    double start = exec->options.timing ? seconds() : 0;
    gb_error own = GB_ERROR_INIT;
    bool ok = compute_kind(exec, id, &own);
    const gb_node *node = gb_graph_node(exec->graph, id);
    if (ok && n->origin && node->kind != GB_NODE_READ && n->status == NODE_UNKNOWN)
        ok = exec_grad_origin(exec, id, NULL, &own);
    if (exec->options.timing) {
        n->seconds += seconds() - start;
        exec->counters->seconds_nodes += seconds() - start;
    }
    if (ok) return true;
    gb_error_locate(&own, node->span);
    if (err && err->cls == GB_ERR_NONE) *err = own;
    return false;
}

bool exec_compute(gb_exec *exec, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(exec->graph, id);
    exec_node *n = &exec->nodes[id];
    if (n->status != NODE_UNKNOWN || n->ran) return true;
    if (!gb_node_uses(node, is_present, exec)) {
        n->status = NODE_ABSENT;
    } else {
        if (!exec_goes_on(exec, err) || !compute_present(exec, id, err)) return false;
        exec->counters->nodes++;
        if (n->status == NODE_UNKNOWN && node->kind != GB_NODE_WRITE) n->status = NODE_KNOWN;
    }
    exec_uses_over(exec, node);
    if (n->status == NODE_KNOWN && n->uses == 0 && !exec_stays(exec, id) &&
        node->kind != GB_NODE_BACKWARD && node->kind != GB_NODE_PRINT)
        exec_forget(n);
    return true;
}

typedef struct deep {
    gb_exec *exec;
    gb_error *err;
} deep;

static bool compute_argument(void *context, gb_node_id id)
{
    deep *d = context;
    return exec_compute_deep(d->exec, id, d->err);
}

/* Depth is bounded by the graph's; chains inside one backward block are short. */
bool exec_compute_deep(gb_exec *exec, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(exec->graph, id);
    if (exec->nodes[id].status != NODE_UNKNOWN) return true;
    if (node->kind == GB_NODE_READ || node->kind == GB_NODE_GRAD)
        return gb_fail_at(err, GB_ERR_RUNTIME, node->span,
                          "this value is not known yet where the gradient is written");
    deep d = {exec, err};
    return gb_node_uses(node, compute_argument, &d) && exec_compute(exec, id, err);
}
