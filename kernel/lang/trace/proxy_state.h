/* The inside of a graph value; for the files of kernel/lang/trace alone. */
#ifndef GB_LANG_TRACE_PROXY_STATE_H
#define GB_LANG_TRACE_PROXY_STATE_H

#include "kernel/lang/trace/trace.h"

/* The object. Once the value is known it becomes a Tensor in place, so that every name for it has
 * one (gb_proxy_settle). */
typedef struct gb_proxy_object {
    gb_object head;
    gb_proxy *proxy; /* owned */
} gb_proxy_object;

struct gb_proxy {
    gb_object *object;   /* it belongs to */
    gb_trace *trace;     /* owned */
    gb_graph_cell *cell; /* owned; of the base tensor */
    gb_proxy_kind kind;
    uint32_t saved_line; /* where it was saved, 1-based; 0: nowhere */
    bool saved, wanted;  /* wanted: its run keeps the value */
    gb_value parent;     /* of a view, else unset */
    gb_view_step *view;  /* how it came from `parent`; NULL for a base */
    gb_node_id node;     /* of a view: its value when the cell had `version` */
    uint32_t version;
    int32_t mark;              /* of a module's value as it is kept: its own mark, else -1 */
    gb_value value;            /* what it became, or unset */
    gb_proxy *previous, *next; /* all proxies of the trace */
};

static inline gb_proxy *gb_proxy_peek(gb_value v)
{
    return ((gb_proxy_object *)(void *)v.o)->proxy;
}

gb_graph_cell *gb_graph_cell_new(gb_vm *vm, gb_node_id node) GB_MUST_CHECK;
void gb_graph_cell_unref(gb_graph_cell *cell);
void gb_proxy_release(gb_object *self);

/* The proxy as a value, borrowed. */
static inline gb_value gb_proxy_value_peek(const gb_proxy *p)
{
    return gb_object_peek(GB_OTHER, p->object);
}

/* Makes the object of a tensor whose value is known a Tensor. */
bool gb_proxy_settle(gb_vm *vm, gb_proxy *p) GB_MUST_CHECK;

#endif
