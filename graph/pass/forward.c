/* A read of a place right after a write to it, in the text of the same invoke, is the written
 * value. Only where both are known to have the same shape and dtype; not in graphs with gradients,
 * where the tensor that the model goes on from matters. */
#include "graph/pass/rewrite.h"

#include <string.h>

static bool has_backward(const gb_graph *graph)
{
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++)
        if (gb_graph_node(graph, id)->kind == GB_NODE_BACKWARD) return true;
    return false;
}

/* The last write before `id` that its `version` counts. */
static const gb_node *last_write(const gb_graph *graph, gb_node_id id)
{
    const gb_node *read = gb_graph_node(graph, id);
    const gb_site *site = gb_graph_site(graph, read->site);
    size_t stem = strcspn(site->leaf, ".");
    while (id-- > 0) {
        const gb_node *node = gb_graph_node(graph, id);
        if (node->kind != GB_NODE_WRITE || node->invoke != read->invoke || node->step != read->step)
            continue;
        const gb_site *other = gb_graph_site(graph, node->site);
        if (strcmp(other->path, site->path) == 0 && strcspn(other->leaf, ".") == stem &&
            memcmp(other->leaf, site->leaf, stem) == 0)
            return node;
    }
    return NULL;
}

static gb_node_id written(const gb_graph *graph, gb_node_id id)
{
    const gb_node *read = gb_graph_node(graph, id);
    if (read->kind != GB_NODE_READ || read->version == 0 || read->arg_count) return GB_NO_NODE;
    const gb_node *write = last_write(graph, id);
    if (!write || write->site != read->site) return GB_NO_NODE;
    gb_node_id value = write->args[0].as.node;
    const gb_tensor *meta = gb_graph_node(graph, value)->meta;
    bool same = meta && read->meta && gb_tensor_same_shape(meta, read->meta) &&
                gb_tensor_dtype(meta) == gb_tensor_dtype(read->meta);
    return same ? value : GB_NO_NODE;
}

bool gb_pass_forward(gb_rewrite *w, gb_error *err)
{
    bool plain = !has_backward(w->from);
    for (gb_node_id id = 0; id < gb_graph_count(w->from); id++) {
        gb_node_id value = plain ? written(w->from, id) : GB_NO_NODE;
        if (value != GB_NO_NODE)
            w->map[id] = w->map[value];
        else if (!gb_rewrite_copy(w, id, err))
            return false;
    }
    return true;
}
