/* Graph values: what a trace block computes with instead of tensors.
 *
 * A proxy stands for a value of a run that may not have happened yet. Operators on it add nodes to
 * its trace's graph; looking at it (truth, int(), comparison of numbers, formatting, iteration over
 * an unknown length) runs the model up to where the value is known. After the block it is what it
 * became, wherever it is used.
 *
 * Aliasing is PyTorch's: all names for one tensor share a *cell*, whose node is the tensor's
 * present value; a view is a cell's value seen through the operators that made the view. Writing in
 * place makes a new version of the cell, and of the model's tensor when the cell is one. */
#ifndef GB_LANG_TRACE_PROXY_H
#define GB_LANG_TRACE_PROXY_H

#include "kernel/lang/torch/tensor.h"

#include "graph/ir/graph.h"

typedef struct gb_trace gb_trace;

/* One tensor of the traced program. Reference-counted; shared by all its names. */
typedef struct gb_graph_cell gb_graph_cell;
struct gb_graph_cell {
    uint32_t refs;
    uint32_t version; /* in-place writes so far */
    gb_node_id node;  /* its present value */
    int32_t place;    /* the model's tensor that it is (index into gb_plan.places), or -1 */
    int32_t site, invoke, step;     /* of the READ, with `place` */
    int32_t mark;                   /* the mark that it is a reading of (mark.h), or -1 */
    int32_t flow_mark;              /* of a flow: its last mark ... */
    struct gb_graph_cell *readings; /* ... and the cell of its readings, owned; or NULL */
    gb_node_id backward; /* of a gradient (`h.grad`): the backward pass it belongs to ... */
    gb_node_id grad_of;  /* ... and whose gradient it is; else GB_NO_NODE */
};

/* What Python sees of a value: a tensor, or what an operator like item() or tolist() makes of it.
 */
typedef enum gb_proxy_kind { GB_PROXY_TENSOR, GB_PROXY_NUMBER, GB_PROXY_LIST } gb_proxy_kind;

extern const gb_type_spec gb_proxy_spec;

bool gb_is_proxy(gb_value v);
gb_trace *gb_proxy_trace_peek(gb_value v);
/* True while its trace is still being built: operators on it become nodes. */
bool gb_proxy_is_open(gb_value v);
/* True for what item() gave: a Python number once it is known. */
bool gb_proxy_is_number(gb_value v);

/* The node that holds the proxy's present value (views are re-made when their base changed). */
bool gb_proxy_node(gb_vm *vm, gb_value v, gb_node_id *node) GB_MUST_CHECK;
/* Shape and dtype of the value as a meta tensor, borrowed; NULL when only a run can tell. */
gb_tensor *gb_proxy_meta_peek(gb_vm *vm, gb_value v);

/* A proxy for a tensor of its own. */
gb_value gb_proxy_new(gb_vm *vm, gb_trace *trace, gb_node_id node,
                      gb_proxy_kind kind) GB_MUST_CHECK;
/* A proxy for all names of a cell (one more reference to it). */
gb_value gb_proxy_of_cell(gb_vm *vm, gb_trace *trace, gb_graph_cell *cell) GB_MUST_CHECK;

/* How a view came from its parent: an overload with its bound arguments, the parent being NODE
 * arguments equal to `parent`; result `item` of it (-1: the only one). */
typedef struct gb_view_step {
    const gb_overload *overload;
    gb_arg *args; /* owned */
    size_t count;
    gb_node_id parent;
    int32_t item;
} gb_view_step;

/* A proxy that sees `parent` through a view operator; `node` is its present value. Args are copied.
 */
gb_value gb_proxy_view(gb_vm *vm, gb_value parent, gb_node_id node,
                       const gb_view_step *step) GB_MUST_CHECK;

/* Writes in place: the proxy's tensor becomes `node` (same shape), every name for it sees that, and
 * so does the model when the tensor is the model's. */
bool gb_proxy_write(gb_vm *vm, gb_value v, gb_node_id node) GB_MUST_CHECK;

/* The cell behind a proxy, borrowed. */
gb_graph_cell *gb_proxy_cell_peek(gb_value v);
/* True for a proxy that is the whole tensor, not a view of it. */
bool gb_proxy_is_base(gb_value v);

/* `.save()`: kept after the run. */
void gb_proxy_save(gb_value v);

/* `.grad` of a tensor of the program that the current trace computes with, behind a backward pass
 * in it: a graph value. Unset without an exception for any other tensor. */
gb_value gb_proxy_grad_of_tensor(gb_vm *vm, const gb_tensor *tensor);

/* What the value became: runs the model as far as needed. Owned. */
gb_value gb_proxy_resolve(gb_vm *vm, gb_value v) GB_MUST_CHECK;

/* --- operators on graph values (trace_call.c)
 * ------------------------------------------------------ */

/* The counterpart of an eager call: adds a node. `call` holds NODE arguments for graph values of
 * `trace`; self and args are the values they came from. */
gb_value gb_trace_call(gb_vm *vm, gb_trace *trace, const gb_op *op, const gb_op_arguments *call,
                       gb_value self, const gb_arguments *args) GB_MUST_CHECK;

/* Adds one operator by the name of its overload, arguments in schema order. GB_NO_NODE with an
 * exception on failure. */
gb_node_id gb_trace_op(gb_vm *vm, gb_trace *trace, const char *overload, const gb_arg *args,
                       size_t count) GB_MUST_CHECK;

#endif
