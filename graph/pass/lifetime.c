/* How long each value lives. */
#include "graph/pass/pass.h"

typedef struct user {
    gb_node_id *last_use;
    gb_node_id id;
} user;

static bool uses(void *context, gb_node_id id)
{
    const user *u = context;
    u->last_use[id] = u->id;
    return true;
}

bool gb_graph_lifetimes(const gb_graph *graph, gb_node_id *last_use, gb_error *err)
{
    (void)err;
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++) {
        user u = {last_use, id};
        last_use[id] = id;
        (void)gb_node_uses(gb_graph_node(graph, id), uses, &u);
    }
    return true;
}
