/* The graph value: cells, views, writing in place, and what it becomes when it is looked at.
 * Its slots and attributes are in proxy_type.c. */
#include "kernel/lang/trace/note.h"
#include "kernel/lang/trace/mark.h"
#include "kernel/lang/trace/proxy_state.h"

#include "graph/base/memory.h"

#include <string.h>

/* --- making
 * --------------------------------------------------------------------------------------- */

static gb_graph_cell *cell_new(gb_vm *vm, gb_node_id node)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph_cell *cell = gb_calloc(1, sizeof *cell, &err);
    if (!cell) {
        gb_raise_error(vm, &err);
        return NULL;
    }
    *cell = (gb_graph_cell){.refs = 1,
                            .node = node,
                            .place = -1,
                            .mark = -1,
                            .backward = GB_NO_NODE,
                            .grad_of = GB_NO_NODE};
    return cell;
}

gb_graph_cell *gb_graph_cell_new(gb_vm *vm, gb_node_id node)
{
    return cell_new(vm, node);
}

void gb_graph_cell_unref(gb_graph_cell *cell)
{
    if (!cell || --cell->refs > 0) return;
    gb_graph_cell_unref(cell->readings);
    gb_free(cell);
}

static void link_proxy(gb_proxy *p)
{
    p->next = p->trace->proxies;
    if (p->next) p->next->previous = p;
    p->trace->proxies = p;
}

static void unlink_proxy(gb_proxy *p)
{
    if (p->previous)
        p->previous->next = p->next;
    else
        p->trace->proxies = p->next;
    if (p->next) p->next->previous = p->previous;
}

/* The type of graph values; its instances have room for a Tensor. */
static gb_type *proxy_type(gb_vm *vm)
{
    gb_type *type = gb_type_make(vm, &gb_proxy_spec), *tensor = gb_type_make(vm, &gb_tensor_spec);
    if (!type || !tensor) return NULL;
    if (type->size < tensor->size) type->size = tensor->size;
    return type;
}

/* A proxy of `cell`, whose reference is taken over, also on failure. */
static gb_value make(gb_vm *vm, gb_trace *trace, gb_graph_cell *cell, gb_proxy_kind kind)
{
    gb_error err = GB_ERROR_INIT;
    gb_type *type = proxy_type(vm);
    gb_proxy *p = type ? gb_calloc(1, sizeof *p, &err) : NULL;
    if (type && !p) gb_raise_error(vm, &err);
    gb_value v = p ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) {
        gb_free(p);
        gb_graph_cell_unref(cell);
        return v;
    }
    ((gb_proxy_object *)(void *)v.o)->proxy = p;
    p->object = v.o;
    p->mark = -1;
    p->trace = gb_trace_ref(trace);
    p->cell = cell;
    p->kind = kind;
    link_proxy(p);
    return v;
}

gb_value gb_proxy_new(gb_vm *vm, gb_trace *trace, gb_node_id node, gb_proxy_kind kind)
{
    gb_graph_cell *cell = node == GB_NO_NODE ? NULL : cell_new(vm, node);
    return cell ? make(vm, trace, cell, kind) : GB_UNSET_VALUE;
}

gb_value gb_proxy_of_cell(gb_vm *vm, gb_trace *trace, gb_graph_cell *cell)
{
    cell->refs++;
    return make(vm, trace, cell, GB_PROXY_TENSOR);
}

static void view_free(gb_view_step *view)
{
    if (!view) return;
    for (size_t i = 0; i < view->count; i++)
        gb_arg_release(&view->args[i]);
    gb_free(view->args);
    gb_free(view);
}

static gb_view_step *view_copy(gb_vm *vm, const gb_view_step *from)
{
    gb_error err = GB_ERROR_INIT;
    gb_view_step *view = gb_calloc(1, sizeof *view, &err);
    if (view) {
        *view = *from;
        view->count = 0;
        view->args = gb_calloc(from->count, sizeof *view->args, &err);
        while (view->args && view->count < from->count &&
               gb_arg_copy(&from->args[view->count], &view->args[view->count], &err))
            view->count++;
    }
    if (view && view->args && view->count == from->count) return view;
    view_free(view);
    gb_raise_error(vm, &err);
    return NULL;
}

gb_value gb_proxy_view(gb_vm *vm, gb_value parent, gb_node_id node, const gb_view_step *step)
{
    gb_proxy *from = gb_proxy_peek(parent);
    gb_view_step *view = view_copy(vm, step);
    if (!view) return GB_UNSET_VALUE;
    gb_value v = gb_proxy_of_cell(vm, from->trace, from->cell);
    if (gb_is_unset(v)) {
        view_free(view);
        return v;
    }
    gb_proxy *p = gb_proxy_peek(v);
    p->parent = gb_ref(parent);
    p->view = view;
    p->node = node;
    p->version = from->cell->version;
    return v;
}

void gb_proxy_release(gb_object *self)
{
    gb_proxy *p = ((gb_proxy_object *)(void *)self)->proxy;
    if (!p) return;
    ((gb_proxy_object *)(void *)self)->proxy = NULL;
    unlink_proxy(p);
    gb_clear(&p->value);
    gb_clear(&p->parent);
    view_free(p->view);
    gb_graph_cell_unref(p->cell);
    gb_trace_unref(p->trace);
    gb_free(p);
}

bool gb_proxy_settle(gb_vm *vm, gb_proxy *p)
{
    gb_object *object = p->object;
    gb_type *was = object->type, *type = gb_type_make(vm, &gb_tensor_spec);
    gb_tensor *tensor = type && p->kind == GB_PROXY_TENSOR ? gb_tensor_value_peek(p->value) : NULL;
    if (!tensor || type->size > was->size || p->value.o->type != type) return type != NULL;
    tensor = gb_tensor_ref(tensor);
    gb_proxy_release(object);
    memset((char *)object + sizeof *object, 0, was->size - sizeof *object);
    object->type = gb_object_ref(type);
    gb_object_unref(was);
    gb_tensor_value_replace(gb_object_peek(GB_OTHER, object), tensor);
    gb_tensor_unref(tensor);
    return true;
}

/* --- asking
 * ---------------------------------------------------------------------------------------- */

bool gb_is_proxy(gb_value v)
{
    return v.tag == GB_OTHER && gb_is_a(v, &gb_proxy_spec);
}

gb_trace *gb_proxy_trace_peek(gb_value v)
{
    return gb_is_proxy(v) ? gb_proxy_peek(v)->trace : NULL;
}

bool gb_proxy_is_open(gb_value v)
{
    return gb_is_proxy(v) && gb_proxy_peek(v)->trace->state == GB_TRACE_OPEN;
}

bool gb_proxy_is_number(gb_value v)
{
    return gb_is_proxy(v) && gb_proxy_peek(v)->kind != GB_PROXY_TENSOR;
}

gb_graph_cell *gb_proxy_cell_peek(gb_value v)
{
    return gb_proxy_peek(v)->cell;
}

bool gb_proxy_is_base(gb_value v)
{
    return gb_proxy_peek(v)->view == NULL;
}

void gb_proxy_save(gb_value v)
{
    gb_proxy_peek(v)->saved = true;
    gb_proxy_peek(v)->saved_line = gb_vm_line(gb_proxy_peek(v)->trace->vm);
    gb_proxy_peek(v)->trace->any_saved = true;
}

/* --- views
 * ----------------------------------------------------------------------------------------- */

typedef struct renaming {
    gb_node_id from, to;
} renaming;

static bool rename_node(gb_arg *arg, void *context)
{
    const renaming *names = context;
    if (arg->kind == GB_ARG_NODE && arg->as.node == names->from) arg->as.node = names->to;
    return true;
}

/* Makes the view again, of its parent's present value. */
static bool renew_view(gb_vm *vm, gb_proxy *p)
{
    renaming names = {.from = p->view->parent};
    if (!gb_proxy_node(vm, p->parent, &names.to)) return false;
    for (size_t i = 0; i < p->view->count; i++)
        gb_arg_visit(&p->view->args[i], rename_node, &names);
    p->view->parent = names.to;
    gb_error err = GB_ERROR_INIT;
    gb_span span = gb_trace_span(p->trace);
    gb_graph *graph = p->trace->graph;
    gb_node_id node =
        gb_graph_op(graph, p->view->overload, p->view->args, (int32_t)p->view->count, span, &err);
    if (node != GB_NO_NODE && p->view->item >= 0)
        node = gb_graph_item(graph, node, p->view->item, span, &err);
    if (node == GB_NO_NODE) return gb_raise_error_false(vm, &err);
    p->node = node;
    p->version = p->cell->version;
    return true;
}

bool gb_proxy_node(gb_vm *vm, gb_value v, gb_node_id *node)
{
    gb_proxy *p = gb_proxy_peek(v);
    if (p->view && p->version != p->cell->version && !renew_view(vm, p)) return false;
    *node = p->view ? p->node : p->cell->node;
    return true;
}

gb_tensor *gb_proxy_meta_peek(gb_vm *vm, gb_value v)
{
    gb_node_id node;
    if (!gb_proxy_node(vm, v, &node)) {
        gb_exception_clear(vm);
        return NULL;
    }
    return gb_graph_node(gb_proxy_peek(v)->trace->graph, node)->meta;
}

/* --- writing in place
 * -------------------------------------------------------------------------------- */

/* Swaps two dimensions back. */
static gb_node_id unswap(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    const gb_view_step *view = p->view;
    gb_arg args[] = {gb_arg_node(value), view->count > 1 ? view->args[1] : gb_arg_int(0),
                     view->count > 2 ? view->args[2] : gb_arg_int(1)};
    gb_tensor *meta = gb_graph_node(p->trace->graph, value)->meta;
    if (view->count < 3 && meta && gb_tensor_dim(meta) < 2) return value; /* t() of a vector */
    return gb_trace_op(vm, p->trace, "aten::transpose.int", args, 3);
}

static gb_node_id unpermute(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    const gb_arg *order = &p->view->args[1];
    gb_arg inverse[64];
    int64_t count = order->count;
    if (order->kind != GB_ARG_LIST || count > 64) return GB_NO_NODE;
    for (int64_t i = 0; i < count; i++) {
        int64_t to = order->as.items[i].as.integer;
        inverse[(to % count + count) % count] = gb_arg_int(i);
    }
    gb_arg args[] = {gb_arg_node(value), gb_arg_list(inverse, (size_t)count)};
    return gb_trace_op(vm, p->trace, "aten::permute", args, 2);
}

static gb_node_id reshape_back(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    gb_arg args[] = {gb_arg_node(value), gb_arg_node(p->view->parent)};
    return gb_trace_op(vm, p->trace, "aten::reshape_as", args, 2);
}

/* OP(parent, arguments…) is written through by SCATTER(parent, value, arguments…). */
static gb_node_id scatter(gb_vm *vm, gb_proxy *p, gb_node_id value, const char *overload)
{
    gb_arg args[8];
    size_t count = p->view->count > 7 ? 7 : p->view->count;
    args[0] = gb_arg_node(p->view->parent);
    args[1] = gb_arg_node(value);
    memcpy(args + 2, p->view->args + 1, (count - 1) * sizeof *args);
    return gb_trace_op(vm, p->trace, overload, args, count + 1);
}

static gb_node_id scatter_select(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    return scatter(vm, p, value, "aten::select_scatter");
}

static gb_node_id scatter_slice(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    return scatter(vm, p, value, "aten::slice_scatter");
}

static gb_node_id scatter_diagonal(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    return scatter(vm, p, value, "aten::diagonal_scatter");
}

static gb_node_id scatter_narrow(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    const gb_arg *a = p->view->args; /* self, dim, start, length */
    gb_arg args[] = {gb_arg_node(p->view->parent), gb_arg_node(value), a[1], a[2],
                     gb_arg_int(a[2].as.integer + a[3].as.integer)};
    return gb_trace_op(vm, p->trace, "aten::slice_scatter", args, 5);
}

static gb_node_id set_item(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    gb_arg args[] = {gb_arg_node(p->view->parent), p->view->args[1], gb_arg_node(value)};
    return gb_trace_op(vm, p->trace, "gb::setitem", args, 3);
}

/* How a value written through a view gets back into what the view was made of. */
static const struct {
    const char *view;
    gb_node_id (*undo)(gb_vm *vm, gb_proxy *p, gb_node_id value);
} inverses[] = {
    {"getitem", set_item},       {"select", scatter_select},     {"slice", scatter_slice},
    {"narrow", scatter_narrow},  {"diagonal", scatter_diagonal}, {"transpose", unswap},
    {"swapaxes", unswap},        {"swapdims", unswap},           {"t", unswap},
    {"numpy_T", unswap},         {"permute", unpermute},         {"view", reshape_back},
    {"reshape", reshape_back},   {"view_as", reshape_back},      {"reshape_as", reshape_back},
    {"unsqueeze", reshape_back}, {"squeeze", reshape_back},      {"flatten", reshape_back},
    {"unflatten", reshape_back}, {"contiguous", reshape_back},   {"detach", reshape_back},
    {"alias", reshape_back},     {"to", reshape_back},
};

/* The parent's new value when the view `p` of it becomes `value`. */
static gb_node_id write_through(gb_vm *vm, gb_proxy *p, gb_node_id value)
{
    const char *name = gb_op_short_name(gb_overload_op(p->view->overload));
    for (size_t i = 0; p->view->item < 0 && i < sizeof inverses / sizeof *inverses; i++)
        if (strcmp(inverses[i].view, name) == 0) return inverses[i].undo(vm, p, value);
    gb_raise(
        vm, GB_EXC_RuntimeError,
        "writing in place through what .%s() gave is not possible in a trace: write to the tensor "
        "itself, with an index",
        name);
    return GB_NO_NODE;
}

/* The base tensor of a cell has a new value: the model's tensor, or a gradient, changes with it. */
static bool write_cell(gb_vm *vm, gb_trace *trace, gb_graph_cell *cell, gb_node_id node)
{
    gb_error err = GB_ERROR_INIT;
    gb_span span = gb_trace_span(trace);
    gb_node_id done = node;
    if (cell->grad_of == GB_NO_NODE) gb_note_overwritten(trace, cell);
    if (cell->mark >= 0) {
        if (!gb_mark_write(trace, cell->mark, node)) return false;
    } else if (cell->grad_of != GB_NO_NODE) {
        done = gb_graph_set_grad(trace->graph, cell->backward, cell->grad_of, node, span, &err);
    } else if (cell->place >= 0) {
        gb_access at = {
            .site = cell->site, .invoke = cell->invoke, .step = cell->step, .span = span};
        done = gb_graph_write(trace->graph, &at, node, GB_WRITE_IN_PLACE, &err);
    }
    if (done == GB_NO_NODE) return gb_raise_error_false(vm, &err);
    cell->node = node;
    cell->version++;
    return true;
}

bool gb_proxy_write(gb_vm *vm, gb_value v, gb_node_id node)
{
    gb_proxy *p = gb_proxy_peek(v);
    gb_node_id present;
    if (!gb_proxy_node(vm, v, &present)) return false;
    if (node == present) return true;
    if (!p->view) return write_cell(vm, p->trace, p->cell, node);
    gb_node_id whole = write_through(vm, p, node);
    if (whole == GB_NO_NODE) {
        if (gb_is_unset(gb_exception_peek(vm)))
            gb_raise(vm, GB_EXC_RuntimeError, "this view cannot be written through");
        return false;
    }
    return gb_proxy_write(vm, p->parent, whole);
}

/* --- looking
 * ----------------------------------------------------------------------------------------- */

static gb_value value_of(gb_vm *vm, gb_proxy *p, const gb_arg *arg)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg copy = gb_arg_none();
    bool ok = true;
    if (p->kind == GB_PROXY_LIST && arg->kind == GB_ARG_TENSOR)
        ok = gb_tensor_to_list(arg->as.tensor, &copy, &err);
    else if (p->kind == GB_PROXY_NUMBER && arg->kind == GB_ARG_TENSOR)
        ok = gb_tensor_item(arg->as.tensor, &copy, &err);
    else
        ok = gb_arg_copy(arg, &copy, &err);
    return ok ? gb_value_from_arg_take(vm, &copy) : gb_raise_error(vm, &err);
}

gb_value gb_proxy_resolve(gb_vm *vm, gb_value v)
{
    gb_proxy *p = gb_proxy_peek(v);
    gb_node_id node;
    if (!gb_is_unset(p->value)) return gb_ref(p->value);
    if (!gb_proxy_node(vm, v, &node)) return GB_UNSET_VALUE;
    const gb_arg *arg = gb_trace_value(p->trace, node);
    gb_value out = arg ? value_of(vm, p, arg) : GB_UNSET_VALUE;
    /* While the block goes on a tensor may still be written to; numbers stay what they are. */
    if (!gb_is_unset(out) && (p->trace->state != GB_TRACE_OPEN || p->kind != GB_PROXY_TENSOR))
        p->value = gb_ref(out);
    return out;
}
