/* Marks and their replacement. See mark.h. */
#include "kernel/lang/trace/mark.h"

#include "kernel/lang/trace/proxy_state.h"

#include "graph/base/memory.h"

void gb_marks_release(gb_marks *marks)
{
    gb_free(marks->items);
    gb_free(marks->times);
    *marks = (gb_marks){0};
}

/* --- times -------------------------------------------------------------------------------------
 */

/* Nodes added since the last call belong to the present event. */
static bool stamp(gb_trace *trace)
{
    gb_error err = GB_ERROR_INIT;
    gb_marks *m = &trace->marks;
    size_t count = (size_t)gb_graph_count(trace->graph);
    if (!gb_grow(&m->times, &m->time_capacity, count, sizeof *m->times, &err))
        return gb_raise_error_false(trace->vm, &err);
    while (m->time_count < count)
        m->times[m->time_count++] = m->now;
    return true;
}

bool gb_mark_tick(gb_trace *trace)
{
    if (!stamp(trace)) return false;
    trace->marks.now++;
    return true;
}

/* --- making -------------------------------------------------------------------------------------
 */

static gb_node_id mark_node(gb_trace *trace, gb_node_id of, bool reading)
{
    gb_marks *m = &trace->marks;
    gb_arg args[] = {gb_arg_node(of), gb_arg_int(m->next_id + (reading ? 1 : 0))};
    m->next_id += 2;
    return gb_trace_op(trace->vm, trace, "gb::mark", args, 2);
}

static bool is_reading(const gb_node *node)
{
    return node->kind == GB_NODE_OP && node->overload == gb_overload_known(GB_KNOWN_MARK) &&
           node->args[1].as.integer % 2 == 1;
}

/* The flow of a tensor: a whole graph value stays the value it is; a view and a real tensor become
 * values of their own. */
static gb_value flow_of(gb_trace *trace, gb_value tensor)
{
    gb_error err = GB_ERROR_INIT;
    gb_node_id node;
    if (gb_proxy_is_open(tensor) && gb_proxy_trace_peek(tensor) == trace) {
        if (gb_proxy_is_base(tensor)) return gb_ref(tensor);
        if (!gb_proxy_node(trace->vm, tensor, &node)) return GB_UNSET_VALUE;
        return gb_proxy_new(trace->vm, trace, node, GB_PROXY_TENSOR);
    }
    gb_value real = gb_resolve(trace->vm, tensor);
    gb_tensor *t = gb_is_unset(real) ? NULL : gb_tensor_value_peek(real);
    if (!t) return real;
    gb_arg arg = gb_arg_tensor(t);
    node = gb_graph_const(trace->graph, &arg, gb_trace_span(trace), &err);
    gb_unref(real);
    return node == GB_NO_NODE ? gb_raise_error(trace->vm, &err)
                              : gb_proxy_new(trace->vm, trace, node, GB_PROXY_TENSOR);
}

/* Is the flow still the tensor that its last mark was made of? Marks alone lie between. */
static bool unchanged(const gb_trace *trace, const gb_graph_cell *flow)
{
    if (!flow->readings || flow->readings->mark < 0) return false;
    gb_node_id wanted = trace->marks.items[flow->flow_mark].node, id = flow->node;
    const gb_node *node = gb_graph_node(trace->graph, id);
    while (id != wanted && node->kind == GB_NODE_OP &&
           node->overload == gb_overload_known(GB_KNOWN_MARK)) {
        id = node->args[0].as.node;
        node = gb_graph_node(trace->graph, id);
    }
    return id == wanted;
}

/* What reading the marked flow gives: where the tensor was marked before, another name of the same
 * cell, so that all names see what is written. */
static gb_value site_for(gb_trace *trace, gb_graph_cell *flow, bool same, int32_t index)
{
    gb_value site = GB_UNSET_VALUE;
    if (same) {
        site = gb_proxy_of_cell(trace->vm, trace, flow->readings);
    } else {
        gb_node_id reading = mark_node(trace, flow->node, true);
        site = gb_proxy_new(trace->vm, trace, reading, GB_PROXY_TENSOR);
        if (gb_is_unset(site)) return site;
        gb_graph_cell *cell = gb_proxy_cell_peek(site);
        cell->mark = index;
        cell->refs++;
        gb_graph_cell_unref(flow->readings);
        flow->readings = cell;
    }
    flow->flow_mark = index;
    if (!gb_is_unset(site)) gb_proxy_peek(site)->mark = index;
    return site;
}

static bool new_mark(gb_trace *trace, gb_node_id node, int32_t *index)
{
    gb_error err = GB_ERROR_INIT;
    gb_marks *m = &trace->marks;
    if (!gb_grow(&m->items, &m->capacity, m->count + 1, sizeof *m->items, &err))
        return gb_raise_error_false(trace->vm, &err);
    m->items[m->count] = (gb_mark){.node = node, .from = m->now};
    *index = (int32_t)m->count++;
    return true;
}

bool gb_mark_make(gb_trace *trace, gb_value tensor, gb_value *flow, gb_value *site)
{
    int32_t index;
    *flow = flow_of(trace, tensor);
    *site = GB_UNSET_VALUE;
    if (gb_is_unset(*flow)) return false;
    gb_graph_cell *cell = gb_proxy_cell_peek(*flow);
    bool same = unchanged(trace, cell);
    gb_node_id node = mark_node(trace, cell->node, false);
    if (node != GB_NO_NODE && new_mark(trace, node, &index)) {
        cell->node = node;
        cell->version++;
        *site = site_for(trace, cell, same, index);
    }
    if (gb_is_unset(*site)) gb_clear(flow);
    return !gb_is_unset(*site);
}

void gb_mark_look(gb_value site)
{
    gb_proxy *p = gb_proxy_peek(site);
    if (p->mark > p->cell->mark && p->cell->mark >= 0) p->cell->mark = p->mark;
}

bool gb_mark_close(gb_trace *trace, gb_value site, gb_value flow)
{
    gb_mark *mark = &trace->marks.items[gb_proxy_peek(site)->mark];
    gb_graph_cell *cell = gb_proxy_cell_peek(flow);
    mark->until = trace->marks.now - 1;
    gb_node_id node = mark_node(trace, cell->node, false);
    if (node == GB_NO_NODE) return false;
    cell->node = node;
    cell->version++;
    return true;
}

gb_node_id gb_mark_flow(const gb_trace *trace, int32_t mark)
{
    return trace->marks.items[mark].node;
}

/* --- replacing
 * ------------------------------------------------------------------------------------ */

typedef struct replacement {
    gb_trace *trace;
    gb_node_id old, new;
    int64_t from, until; /* users added in (from, until]; until 0: all */
    gb_node_id *to;      /* what each node is now */
    gb_node_id user;     /* the node that is looked at */
    bool changed;
} replacement;

/* Does this user of the replaced node go on with the new one? */
static bool follows(const replacement *r, gb_node_id user)
{
    const gb_node *node = gb_graph_node(r->trace->graph, user);
    if (user == r->new || is_reading(node)) return false;
    int64_t time = r->trace->marks.times[user];
    return r->until == 0 || (time > r->from && time <= r->until);
}

static bool find_change(void *context, gb_node_id id)
{
    replacement *r = context;
    if (r->to[id] != id || (id == r->old && follows(r, r->user))) r->changed = true;
    return true;
}

static bool change_argument(gb_arg *arg, void *context)
{
    const replacement *r = context;
    if (arg->kind != GB_ARG_NODE) return true;
    gb_node_id id = arg->as.node;
    arg->as.node = id == r->old && follows(r, r->user) ? r->new : r->to[id];
    return true;
}

/* Nodes that do something do it in their new form alone. */
static bool acts(gb_node_kind kind)
{
    return kind == GB_NODE_PRINT || kind == GB_NODE_WRITE || kind == GB_NODE_BACKWARD ||
           kind == GB_NODE_SETGRAD;
}

/* The node with its arguments changed; GB_NO_NODE with an exception. */
static gb_node_id add_again(replacement *r, gb_node_id id)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = r->trace->graph;
    gb_node copy = *gb_graph_node(graph, id);
    int32_t count = copy.arg_count, made = 0;
    gb_arg *args = gb_calloc((size_t)count + 1, sizeof *args, &err);
    gb_node_id out = GB_NO_NODE;
    bool ok = args != NULL;
    for (; ok && made < count; made++) {
        ok = gb_arg_copy(&copy.args[made], &args[made], &err);
        if (ok) gb_arg_visit(&args[made], change_argument, r);
    }
    if (ok) {
        copy.args = args;
        if (copy.kind == GB_NODE_OP) copy.form = gb_arg_none();
        out = gb_graph_append(graph, &copy, &err);
    }
    while (args && made > 0)
        gb_arg_release(&args[--made]);
    gb_free(args);
    if (out == GB_NO_NODE) gb_raise_error(r->trace->vm, &err);
    return out;
}

static bool impossible(replacement *r)
{
    return gb_raise_false(r->trace->vm, GB_EXC_ValueError,
                          "what is written here comes from a value that the module computes later "
                          "from it");
}

static bool add_all_again(replacement *r, gb_node_id count)
{
    for (r->user = 0; r->user < count; r->user++) {
        r->changed = false;
        gb_node_uses(gb_graph_node(r->trace->graph, r->user), find_change, r);
        if (!r->changed) continue;
        if (r->user == r->new) return impossible(r);
        gb_node_id again = add_again(r, r->user);
        if (again == GB_NO_NODE) return false;
        r->to[r->user] = again;
    }
    return true;
}

/* Copies come when their originals came. */
static void keep_times(replacement *r, gb_node_id count)
{
    gb_marks *m = &r->trace->marks;
    for (gb_node_id id = 0; id < count; id++)
        if (r->to[id] != id) m->times[r->to[id]] = m->times[id];
}

static bool rename_node(gb_arg *arg, void *context)
{
    const replacement *r = context;
    if (arg->kind == GB_ARG_NODE) arg->as.node = r->to[arg->as.node];
    return true;
}

static void rename_view(replacement *r, gb_proxy *p)
{
    if (!p->view) return;
    p->node = r->to[p->node];
    p->view->parent = r->to[p->view->parent];
    for (size_t i = 0; i < p->view->count; i++)
        gb_arg_visit(&p->view->args[i], rename_node, r);
}

/* Every name means what its value is now. */
static void rename_all(replacement *r, gb_node_id count)
{
    gb_trace *trace = r->trace;
    for (gb_proxy *p = trace->proxies; p; p = p->next) {
        if (p->cell->node < count) p->cell->node = r->to[p->cell->node];
        rename_view(r, p);
        gb_clear(&p->value); /* it was looked at too early */
    }
    for (size_t i = 0; i < trace->cell_count; i++)
        if (trace->cell_list[i]->node < count)
            trace->cell_list[i]->node = r->to[trace->cell_list[i]->node];
    for (size_t i = 0; i < trace->marks.count; i++)
        if (trace->marks.items[i].node < count)
            trace->marks.items[i].node = r->to[trace->marks.items[i].node];
    if (trace->backward != GB_NO_NODE) trace->backward = r->to[trace->backward];
}

static bool replace(replacement *r)
{
    gb_error err = GB_ERROR_INIT;
    if (!stamp(r->trace)) return false;
    gb_node_id count = gb_graph_count(r->trace->graph);
    r->to = gb_calloc((size_t)count + 1, sizeof *r->to, &err);
    if (!r->to) return gb_raise_error_false(r->trace->vm, &err);
    for (gb_node_id id = 0; id < count; id++)
        r->to[id] = id;
    bool ok = add_all_again(r, count) && stamp(r->trace);
    if (ok) {
        keep_times(r, count);
        rename_all(r, count);
        for (gb_node_id id = 0; id < count; id++)
            if (r->to[id] != id && acts(gb_graph_node(r->trace->graph, id)->kind))
                gb_graph_drop(r->trace->graph, id);
    }
    gb_free(r->to);
    return ok;
}

/* --- writing
 * --------------------------------------------------------------------------------------- */

/* The value as a flow of its own that takes the mark's part, of its shape and dtype. */
static gb_node_id new_flow(gb_trace *trace, const gb_mark *mark, gb_node_id value)
{
    const gb_tensor *old = gb_graph_node(trace->graph, mark->node)->meta;
    const gb_tensor *new = gb_graph_node(trace->graph, value)->meta;
    if (old && new &&gb_tensor_dtype(old) != gb_tensor_dtype(new)) {
        gb_arg args[] = {gb_arg_node(value), gb_arg_dtype(gb_tensor_dtype(old))};
        value = gb_trace_op(trace->vm, trace, "aten::to.dtype", args, 2);
    }
    return value == GB_NO_NODE ? value : mark_node(trace, value, false);
}

bool gb_mark_write(gb_trace *trace, int32_t index, gb_node_id node)
{
    replacement r = {.trace = trace, .old = trace->marks.items[index].node};
    r.new = new_flow(trace, &trace->marks.items[index], node);
    if (r.new == GB_NO_NODE || !replace(&r)) return false;
    trace->marks.items[index].node = r.new;
    return true;
}

/* A number fills the tensor's shape; a smaller tensor too. */
static gb_node_id filled(gb_trace *trace, gb_node_id like, const gb_arg *value)
{
    gb_error err = GB_ERROR_INIT;
    if (value->kind != GB_ARG_TENSOR && value->kind != GB_ARG_NODE) {
        gb_arg args[] = {gb_arg_node(mark_node(trace, like, true)), *value};
        return args[0].as.node == GB_NO_NODE
                   ? GB_NO_NODE
                   : gb_trace_op(trace->vm, trace, "aten::full_like", args, 2);
    }
    gb_node_id node = value->kind == GB_ARG_NODE
                          ? value->as.node
                          : gb_graph_const(trace->graph, value, gb_trace_span(trace), &err);
    if (node == GB_NO_NODE) gb_raise_error(trace->vm, &err);
    return node;
}

/* A value of the block that is nobody else's goes on as the module's tensor, so that writing into
 * it later still reaches the module. */
static gb_value site_of(gb_trace *trace, gb_value value, gb_node_id node, int32_t mark)
{
    bool own = gb_proxy_is_open(value) && gb_proxy_is_base(value) && !gb_proxy_is_number(value) &&
               gb_proxy_cell_peek(value)->mark < 0 && gb_proxy_cell_peek(value)->place < 0 &&
               gb_proxy_cell_peek(value)->node == node;
    gb_value site = own ? gb_proxy_of_cell(trace->vm, trace, gb_proxy_cell_peek(value))
                        : gb_proxy_new(trace->vm, trace, node, GB_PROXY_TENSOR);
    if (gb_is_unset(site)) return site;
    gb_proxy_cell_peek(site)->mark = gb_proxy_peek(site)->mark = mark;
    return site;
}

static gb_value assign(gb_trace *trace, gb_value site, gb_value value, const gb_arg *arg)
{
    int32_t index = gb_proxy_peek(site)->mark;
    gb_mark *mark = &trace->marks.items[index];
    gb_node_id node = filled(trace, mark->node, arg);
    if (node == GB_NO_NODE) return GB_UNSET_VALUE;
    replacement r = {.trace = trace, .old = mark->node, .from = mark->from, .until = mark->until};
    r.new = new_flow(trace, mark, node);
    if (r.new == GB_NO_NODE || !replace(&r)) return GB_UNSET_VALUE;
    trace->marks.items[index].node = r.new;
    trace->marks.items[index].until = 0; /* what uses it now is the module's alone */
    if (gb_proxy_cell_peek(site)->mark == index)
        gb_proxy_cell_peek(site)->mark = -1; /* its names no longer reach the module */
    return site_of(trace, value, node, index);
}

gb_value gb_mark_assign(gb_trace *trace, gb_value site, gb_value value)
{
    gb_conversion c;
    gb_conversion_start(&c);
    gb_arg arg;
    gb_value out = GB_UNSET_VALUE;
    if (gb_is_proxy(value) && gb_proxy_is_base(value) &&
        gb_proxy_cell_peek(value) == gb_proxy_cell_peek(site))
        return gb_ref(site); /* `m.output += v` ends in assigning what is there */
    if (gb_convert(trace->vm, &c, value, &arg)) {
        if (arg.kind == GB_ARG_LIST || arg.kind == GB_ARG_OTHER || arg.kind == GB_ARG_NONE)
            gb_raise(trace->vm, GB_EXC_TypeError, "a tensor or number is wanted here, not %s",
                     gb_type_name(trace->vm, value));
        else
            out = assign(trace, site, value, &arg);
    }
    gb_conversion_release(&c);
    return out;
}

int32_t gb_marks_adopt(gb_trace *trace, const gb_marks *marks, const gb_node_id *to)
{
    int32_t first = (int32_t)trace->marks.count, index;
    int64_t base = trace->marks.now;
    if (!stamp(trace)) return -1;
    for (size_t i = 0; i < marks->time_count; i++)
        if (to[i] != GB_NO_NODE && (size_t)to[i] < trace->marks.time_count)
            trace->marks.times[to[i]] = base + marks->times[i];
    for (size_t i = 0; i < marks->count; i++) {
        const gb_mark *m = &marks->items[i];
        if (!new_mark(trace, to[m->node], &index)) return -1;
        trace->marks.items[index].from = base + m->from;
        trace->marks.items[index].until = m->until ? base + m->until : 0;
    }
    trace->marks.now = base + marks->now + 1;
    return first;
}
