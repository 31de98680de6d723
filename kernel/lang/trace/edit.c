/* Recording edits and adding them to traces. See edit.h. */
#include "kernel/lang/trace/edit.h"

#include "kernel/lang/trace/net.h"
#include "kernel/lang/trace/proxy_state.h"

#include "graph/base/memory.h"

bool gb_edit_add(gb_model_state *model, gb_trace *trace)
{
    gb_error err = GB_ERROR_INIT;
    gb_edit *edit = gb_calloc(1, sizeof *edit, &err);
    if (!edit ||
        !gb_grow(&model->edits, &model->edit_capacity, model->edit_count + 1, sizeof edit, &err)) {
        gb_free(edit);
        return gb_raise_error_false(trace->vm, &err);
    }
    edit->refs = 1;
    edit->trace = gb_trace_ref(trace);
    model->edits[model->edit_count++] = edit;
    return true;
}

void gb_edits_clear(gb_model_state *model)
{
    for (size_t i = 0; i < model->edit_count; i++) {
        gb_edit *edit = model->edits[i];
        if (--edit->refs > 0) continue;
        gb_trace_unref(edit->trace);
        gb_free(edit);
    }
    gb_free(model->edits);
    model->edits = NULL;
    model->edit_count = model->edit_capacity = 0;
}

/* --- adding an edit to a trace
 * --------------------------------------------------------------------------- */

typedef struct splice {
    gb_trace *trace;
    const gb_graph *from;
    gb_node_id *to; /* of each node of the edit */
} splice;

static bool rename_argument(gb_arg *arg, void *context)
{
    const splice *s = context;
    if (arg->kind == GB_ARG_NODE) arg->as.node = s->to[arg->as.node];
    return true;
}

/* The place of the model that a site is. */
static int32_t place_of(const splice *s, const gb_site *site)
{
    const gb_plan *plan = gb_model_plan(s->trace->model->model);
    return gb_plan_place(plan, gb_tree_find(&plan->tree, site->path), site->leaf);
}

static bool splice_read(splice *s, const gb_node *node, gb_node_id *out)
{
    const gb_site *site = gb_graph_site(s->from, node->site);
    gb_value present = gb_trace_is_net(s->trace) ? gb_net_read(s->trace, site->path, site->leaf)
                                                 : gb_trace_read(s->trace, place_of(s, site));
    bool ok = !gb_is_unset(present);
    if (ok && !gb_is_proxy(present))
        ok = gb_raise_false(s->trace->vm, GB_EXC_TypeError,
                            "'%s.%s' is not one tensor: an edit cannot take it whole", site->path,
                            site->leaf);
    ok = ok && gb_proxy_node(s->trace->vm, present, out);
    gb_unref(present);
    return ok;
}

static bool splice_write(splice *s, const gb_node *node, gb_node_id *out)
{
    const gb_site *site = gb_graph_site(s->from, node->site);
    *out = s->to[node->args[0].as.node];
    gb_value value = gb_proxy_new(s->trace->vm, s->trace, *out, GB_PROXY_TENSOR);
    bool ok = !gb_is_unset(value);
    if (ok && gb_trace_is_net(s->trace))
        ok = gb_net_assign(s->trace, site->path, site->leaf, value);
    else if (ok)
        ok = gb_trace_assign(s->trace, place_of(s, site), value, node->mode == GB_WRITE_SKIP);
    gb_unref(value);
    return ok;
}

/* Any other node: the same with its arguments renamed; the span stays the edit's own line. */
static bool splice_node(splice *s, const gb_node *node, gb_node_id *out)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = s->trace->graph;
    gb_arg args[GB_ARGS_MAX];
    int32_t count = node->arg_count < GB_ARGS_MAX ? node->arg_count : GB_ARGS_MAX;
    bool ok = true;
    for (int32_t i = 0; i < count; i++) {
        if (!(ok = gb_arg_copy(&node->args[i], &args[i], &err)))
            count = i;
        else
            gb_arg_visit(&args[i], rename_argument, s);
    }
    *out = GB_NO_NODE;
    if (ok && node->kind == GB_NODE_OP) {
        *out = gb_graph_op(graph, node->overload, args, count, node->span, &err);
    } else if (ok) {
        gb_node copy = *node;
        copy.args = args;
        copy.invoke = node->invoke == GB_NO_INVOKE ? GB_NO_INVOKE : s->trace->invoke;
        *out = gb_graph_append(graph, &copy, &err);
    }
    for (int32_t i = 0; i < count; i++)
        gb_arg_release(&args[i]);
    return *out != GB_NO_NODE || gb_raise_error_false(s->trace->vm, &err);
}

static bool apply_one(gb_trace *trace, const gb_edit *edit)
{
    gb_error err = GB_ERROR_INIT;
    splice s = {.trace = trace, .from = edit->trace->graph};
    int32_t count = gb_graph_count(s.from);
    s.to = gb_calloc((size_t)count + 1, sizeof *s.to, &err);
    if (!s.to) return gb_raise_error_false(trace->vm, &err);
    bool ok = true;
    for (gb_node_id i = 0; ok && i < count; i++) {
        const gb_node *node = gb_graph_node(s.from, i);
        if (node->kind == GB_NODE_READ)
            ok = splice_read(&s, node, &s.to[i]);
        else if (node->kind == GB_NODE_WRITE)
            ok = splice_write(&s, node, &s.to[i]);
        else if (node->kind == GB_NODE_SAVE)
            s.to[i] = s.to[node->args[0].as.node];
        else
            ok = splice_node(&s, node, &s.to[i]);
    }
    ok = ok && gb_net_adopt(trace, edit->trace, s.to);
    gb_free(s.to);
    return ok;
}

bool gb_edits_apply(gb_trace *trace)
{
    if (trace->mode == GB_TRACE_EDIT) return true;
    for (size_t i = 0; i < trace->model->edit_count; i++)
        if (!apply_one(trace, trace->model->edits[i])) return false;
    return true;
}
