/* Operators on graph values: which node a call adds, what is a view of what, and in-place writes.
 */
#include "kernel/lang/trace/proxy_state.h"

#include "graph/base/memory.h"
#include "graph/tensor/index.h"

#include <string.h>

/* --- helpers of every call
 * ---------------------------------------------------------------------------- */

typedef struct constants {
    gb_graph *graph;
    gb_span span;
    gb_error *err;
} constants;

/* Tensors that are not graph values come into the graph as constants. */
static bool make_constant(gb_arg *arg, void *context)
{
    constants *c = context;
    if (arg->kind != GB_ARG_TENSOR) return true;
    gb_node_id node = gb_graph_const(c->graph, arg, c->span, c->err);
    *arg = gb_arg_node(node);
    return node != GB_NO_NODE;
}

static gb_node_id add_op(gb_trace *trace, const gb_overload *overload, gb_arg *args, size_t count,
                         gb_error *err)
{
    constants c = {.graph = trace->graph, .span = gb_trace_span(trace), .err = err};
    for (size_t i = 0; i < count; i++)
        if (!gb_arg_visit(&args[i], make_constant, &c)) return GB_NO_NODE;
    return gb_graph_op(trace->graph, overload, args, (int32_t)count, c.span, err);
}

gb_node_id gb_trace_op(gb_vm *vm, gb_trace *trace, const char *overload, const gb_arg *args,
                       size_t count)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg own[GB_ARGS_MAX];
    const gb_overload *found = gb_overload_find(overload, &err);
    gb_node_id node = GB_NO_NODE;
    memcpy(own, args, count * sizeof *own);
    if (found) node = add_op(trace, found, own, count, &err);
    if (node == GB_NO_NODE) gb_raise_error(vm, &err);
    return node;
}

/* The graph value among the Python-level arguments whose present node is `node`; borrowed. */
static gb_value proxy_of_node(gb_vm *vm, gb_node_id node, gb_value self, const gb_arguments *args)
{
    gb_node_id present;
    if (gb_is_proxy(self) && gb_proxy_node(vm, self, &present) && present == node) return self;
    for (size_t i = 0; i < args->count + args->keyword_count; i++)
        if (gb_is_proxy(args->values[i]) && gb_proxy_node(vm, args->values[i], &present) &&
            present == node)
            return args->values[i];
    return GB_UNSET_VALUE;
}

/* --- views
 * --------------------------------------------------------------------------------------------- */

/* The graph value that the result is a view of; unset when it is a tensor of its own. */
static gb_value viewed(gb_vm *vm, gb_trace *trace, const gb_bound *bound, gb_node_id node,
                       gb_value self, const gb_arguments *args)
{
    const gb_overload *overload = bound->overload;
    const gb_tensor *meta = gb_graph_node(trace->graph, node)->meta;
    if (overload == gb_overload_getitem() && !gb_index_is_view(&bound->args[1]))
        return GB_UNSET_VALUE;
    if (overload != gb_overload_getitem() && !gb_overload_is_view(overload)) return GB_UNSET_VALUE;
    for (size_t i = 0; i < bound->count; i++) {
        if (!gb_overload_param(overload, i)->aliased && overload != gb_overload_getitem()) continue;
        if (bound->args[i].kind != GB_ARG_NODE) continue;
        gb_value parent = proxy_of_node(vm, bound->args[i].as.node, self, args);
        if (gb_is_unset(parent)) continue;
        const gb_tensor *from = gb_proxy_meta_peek(vm, parent);
        /* reshape and its kin may copy: the meta tensors tell. */
        bool copied = meta && from && overload != gb_overload_getitem() &&
                      !gb_tensor_shares_storage(meta, from);
        return copied ? GB_UNSET_VALUE : parent;
    }
    return GB_UNSET_VALUE;
}

static gb_value wrap_one(gb_vm *vm, gb_trace *trace, const gb_bound *bound, gb_node_id node,
                         gb_value self, const gb_arguments *args)
{
    gb_value parent = viewed(vm, trace, bound, node, self, args);
    if (gb_is_unset(parent)) return gb_proxy_new(vm, trace, node, GB_PROXY_TENSOR);
    gb_view_step step = {.overload = bound->overload,
                         .args = (gb_arg *)bound->args,
                         .count = bound->count,
                         .item = -1};
    if (!gb_proxy_node(vm, parent, &step.parent)) return GB_UNSET_VALUE;
    return gb_proxy_view(vm, parent, node, &step);
}

/* --- several results
 * ------------------------------------------------------------------------------------ */

/* How many tensors a list result has; -1 when only a run can tell. */
static int64_t list_length(gb_trace *trace, const gb_bound *bound)
{
    gb_arg args[GB_ARGS_MAX], results[GB_RESULTS_MAX];
    for (size_t i = 0; i < bound->count; i++) {
        args[i] = bound->args[i];
        if (args[i].kind != GB_ARG_NODE) continue;
        gb_tensor *meta = gb_graph_node(trace->graph, args[i].as.node)->meta;
        if (!meta) return -1;
        args[i] = gb_arg_tensor(meta);
    }
    if (gb_overload_infer(bound->overload, args, bound->count, results, NULL) != GB_INFER_KNOWN)
        return -1;
    int64_t count = results[0].kind == GB_ARG_LIST ? (int64_t)results[0].count : -1;
    for (size_t i = 0; i < gb_overload_result_count(bound->overload); i++)
        gb_arg_release(&results[i]);
    return count;
}

static gb_value wrap_items(gb_vm *vm, gb_trace *trace, gb_node_id node, size_t count,
                           gb_value *items)
{
    gb_error err = GB_ERROR_INIT;
    for (size_t i = 0; i < count; i++) {
        gb_node_id item = gb_graph_item(trace->graph, node, (int32_t)i, gb_trace_span(trace), &err);
        items[i] = item == GB_NO_NODE ? gb_raise_error(vm, &err)
                                      : gb_proxy_new(vm, trace, item, GB_PROXY_TENSOR);
        if (!gb_is_unset(items[i])) continue;
        while (i > 0)
            gb_unref(items[--i]);
        return GB_UNSET_VALUE;
    }
    return GB_NONE_VALUE;
}

static gb_value wrap_list(gb_vm *vm, gb_trace *trace, const gb_bound *bound, gb_node_id node)
{
    int64_t count = list_length(trace, bound);
    if (count < 0) {
        gb_value lazy = gb_proxy_new(vm, trace, node, GB_PROXY_NUMBER);
        gb_value out = gb_is_unset(lazy) ? lazy : gb_proxy_resolve(vm, lazy);
        gb_unref(lazy);
        return out;
    }
    gb_value tuple = gb_tuple_new(vm, (size_t)count);
    if (gb_is_unset(tuple)) return tuple;
    if (gb_is_unset(wrap_items(vm, trace, node, (size_t)count, gb_tuple_peek(tuple)->items))) {
        gb_tuple_peek(tuple)->count = 0;
        gb_clear(&tuple);
    }
    return tuple;
}

static gb_value wrap(gb_vm *vm, gb_trace *trace, const gb_bound *bound, gb_node_id node,
                     gb_value self, const gb_arguments *args)
{
    size_t count = gb_overload_result_count(bound->overload);
    if (count == 1 && gb_overload_result_is_list(bound->overload, 0))
        return wrap_list(vm, trace, bound, node);
    if (count <= 1) return wrap_one(vm, trace, bound, node, self, args);
    gb_value items[GB_RESULTS_MAX];
    if (gb_is_unset(wrap_items(vm, trace, node, count, items))) return GB_UNSET_VALUE;
    return gb_torch_results_take(vm, bound->overload, items, count);
}

/* --- in place
 * -------------------------------------------------------------------------------------------- */

/* Index of the argument that an in-place overload writes to; -1 when there is none. */
static int written_param(const gb_bound *bound)
{
    for (size_t i = 0; i < bound->count; i++)
        if (gb_overload_param(bound->overload, i)->written && bound->args[i].kind != GB_ARG_NONE)
            return (int)i;
    return -1;
}

/* A real tensor is written to with values of the run: they are waited for, and the call runs now.
 */
static gb_value call_resolved(gb_vm *vm, const gb_op *op, gb_value self, const gb_arguments *args)
{
    size_t total = args->count + args->keyword_count;
    gb_value list = gb_list_new(vm, total);
    gb_value receiver = gb_is_unset(self) ? self : gb_resolve(vm, self);
    gb_value out = GB_UNSET_VALUE;
    bool ok = !gb_is_unset(list) && (gb_is_unset(self) || !gb_is_unset(receiver));
    for (size_t i = 0; ok && i < total; i++) {
        gb_value real = gb_resolve(vm, args->values[i]);
        ok = !gb_is_unset(real);
        if (ok) gb_list_peek(list)->items[i] = real;
    }
    if (ok) {
        gb_arguments again = *args;
        again.values = gb_list_peek(list)->items;
        out = gb_torch_call(vm, op, receiver, &again);
    }
    gb_unref(receiver);
    gb_unref(list);
    return out;
}

/* The value converted to the dtype of what it is written into. */
static gb_node_id as_dtype_of(gb_vm *vm, gb_trace *trace, gb_node_id value, gb_node_id target)
{
    const gb_tensor *from = gb_graph_node(trace->graph, value)->meta;
    const gb_tensor *to = gb_graph_node(trace->graph, target)->meta;
    if (!from || !to || gb_tensor_dtype(from) == gb_tensor_dtype(to)) return value;
    gb_arg args[] = {gb_arg_node(value), gb_arg_dtype(gb_tensor_dtype(to))};
    return gb_trace_op(vm, trace, "aten::to.dtype", args, 2);
}

static gb_value call_in_place(gb_vm *vm, gb_trace *trace, gb_bound *bound, gb_value self,
                              const gb_arguments *args)
{
    gb_error err = GB_ERROR_INIT;
    int at = written_param(bound);
    const gb_op *op = gb_overload_op(bound->overload);
    if (at < 0 || bound->args[at].kind != GB_ARG_NODE) return call_resolved(vm, op, self, args);
    gb_node_id target = bound->args[at].as.node;
    gb_value written = proxy_of_node(vm, target, self, args);
    const gb_overload *functional = gb_overload_functional(bound->overload);
    if (!functional || gb_is_unset(written))
        return gb_raise(vm, GB_EXC_RuntimeError,
                        "%s() on a value of the run has no meaning: use %s", gb_op_short_name(op),
                        "the form without the underscore and assign");
    gb_node_id node = add_op(trace, functional, bound->args, bound->count, &err);
    if (node == GB_NO_NODE) return gb_raise_error(vm, &err);
    node = as_dtype_of(vm, trace, node, target);
    if (node == GB_NO_NODE || !gb_proxy_write(vm, written, node)) return GB_UNSET_VALUE;
    return gb_ref(written);
}

gb_value gb_trace_call(gb_vm *vm, gb_trace *trace, const gb_op *op, const gb_op_arguments *call,
                       gb_value self, const gb_arguments *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_bound bound;
    if (!gb_op_choose(op, call, &bound, &err)) return gb_raise_error(vm, &err);
    if (gb_overload_mutates(bound.overload)) return call_in_place(vm, trace, &bound, self, args);
    gb_node_id node = add_op(trace, bound.overload, bound.args, bound.count, &err);
    if (node == GB_NO_NODE) return gb_raise_error(vm, &err);
    return wrap(vm, trace, &bound, node, self, args);
}
