/* Shapes: what a node's value will look like, from what its arguments look like. */
#include "graph/ir/internal.h"

typedef struct substitution {
    const gb_graph *graph;
    bool known;
} substitution;

/* A node reference becomes the meta tensor of that node. */
static bool substitute(gb_arg *arg, void *context)
{
    substitution *s = context;
    if (arg->kind != GB_ARG_NODE) return true;
    const gb_node *of = &s->graph->nodes[arg->as.node];
    s->known = of->form.kind != GB_ARG_NONE && gb_arg_copy(&of->form, arg, NULL);
    return s->known;
}

static void pack_results(gb_arg *results, size_t count, gb_arg *form)
{
    gb_arg list = gb_arg_list(results, count);
    if (count != 1 && !gb_arg_copy(&list, form, NULL)) *form = gb_arg_none();
    if (count == 1) {
        *form = results[0];
        return;
    }
    for (size_t i = 0; i < count; i++)
        gb_arg_release(&results[i]);
}

static bool infer_op(const gb_graph *graph, gb_node *node, gb_error *err)
{
    gb_arg args[GB_ARGS_MAX];
    gb_arg results[GB_RESULTS_MAX];
    substitution s = {graph, true};
    int32_t n = 0;
    for (; n < node->arg_count && s.known; n++) {
        s.known = gb_arg_copy(&node->args[n], &args[n], NULL);
        if (!s.known) break;
        (void)gb_arg_visit(&args[n], substitute, &s);
    }
    gb_inferred inferred = GB_INFER_UNKNOWN;
    if (s.known)
        inferred = gb_overload_infer(node->overload, args, (size_t)node->arg_count, results, err);
    while (n > 0)
        gb_arg_release(&args[--n]);
    if (inferred == GB_INFER_KNOWN) {
        gb_arg_release(&node->form);
        pack_results(results, gb_overload_result_count(node->overload), &node->form);
    }
    return inferred != GB_INFER_ERROR;
}

static bool infer_item(const gb_graph *graph, gb_node *node, gb_error *err)
{
    const gb_node *of = &graph->nodes[node->args[0].as.node];
    if (of->form.kind != GB_ARG_LIST) return true;
    gb_arg_release(&node->form);
    return gb_arg_copy(&of->form.as.items[node->index], &node->form, err);
}

static void shape_text(const gb_tensor *t, gb_buffer *out)
{
    gb_buffer_char(out, '[');
    for (int64_t i = 0; i < gb_tensor_dim(t); i++)
        gb_buffer_format(out, i ? ", %lld" : "%lld", (long long)gb_tensor_sizes(t)[i]);
    gb_buffer_char(out, ']');
}

/* A write must have the shape of what it replaces. */
static bool check_write(const gb_graph *graph, const gb_node *node, gb_error *err)
{
    const gb_tensor *value = graph->nodes[node->args[0].as.node].meta;
    const gb_tensor *site = node->form.kind == GB_ARG_TENSOR ? node->form.as.tensor : NULL;
    if (!value || !site || gb_tensor_same_shape(value, site)) return true;
    const gb_site *name = &graph->sites[node->site];
    gb_buffer a = GB_BUFFER_INIT, b = GB_BUFFER_INIT;
    shape_text(value, &a);
    shape_text(site, &b);
    gb_fail(err, GB_ERR_VALUE, "a value of shape %s is written to '%s%s%s', which has shape %s",
            a.data ? a.data : "?", name->path, *name->path ? "." : "", name->leaf,
            b.data ? b.data : "?");
    gb_buffer_release(&a);
    gb_buffer_release(&b);
    return false;
}

bool gb_node_infer(const gb_graph *graph, gb_node *node, gb_error *err)
{
    const gb_node *of = NULL;
    gb_tensor *meta;
    switch (node->kind) {
    case GB_NODE_CONST:
        gb_arg_release(&node->form);
        if (node->args[0].kind != GB_ARG_TENSOR) return true;
        meta = gb_tensor_as_meta(node->args[0].as.tensor, err);
        node->form = gb_arg_tensor(meta);
        return meta != NULL;
    case GB_NODE_OP: return infer_op(graph, node, err);
    case GB_NODE_ITEM: return infer_item(graph, node, err);
    case GB_NODE_WRITE: return check_write(graph, node, err);
    case GB_NODE_GRAD:
        of = &graph->nodes[node->args[1].as.node];
        gb_arg_release(&node->form);
        return gb_arg_copy(&of->form, &node->form, err);
    default: return true;
    }
}
