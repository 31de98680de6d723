/* gb_run: an exec, the values that were asked for, and whether the graph may still grow. */
#include "graph/engine/run.h"

#include "graph/base/memory.h"
#include "graph/engine/exec.h"

struct gb_run {
    gb_exec *exec;
    gb_graph *graph;
    gb_run_counters counters;
};

gb_run *gb_run_new(gb_model *model, gb_graph *graph, const gb_run_options *options, gb_error *err)
{
    static const gb_run_options nothing = {0};
    gb_run *run = gb_calloc(1, sizeof *run, err);
    if (!run) return NULL;
    run->graph = graph;
    run->exec = exec_new(model, graph, options ? options : &nothing, &run->counters, err);
    if (run->exec) return run;
    gb_free(run);
    return NULL;
}

void gb_run_free(gb_run *run)
{
    if (!run) return;
    exec_free(run->exec);
    gb_free(run);
}

static bool check_node(const gb_run *run, gb_node_id node, gb_error *err)
{
    return (node >= 0 && node < gb_graph_count(run->graph)) ||
           gb_fail(err, GB_ERR_VALUE, "the graph has no node %d", (int)node);
}

static bool place(gb_run *run, gb_node_id node, gb_error *err)
{
    return check_node(run, node, err) &&
           (node < run->exec->node_count || exec_update(run->exec, err));
}

bool gb_run_check(gb_run *run, gb_node_id *write, gb_node_id *read, gb_error *err)
{
    run->exec->conflict_write = run->exec->conflict_read = GB_NO_NODE;
    bool ok = exec_update(run->exec, err);
    if (write) *write = run->exec->conflict_write;
    if (read) *read = run->exec->conflict_read;
    return ok;
}

bool gb_run_want(gb_run *run, gb_node_id node, bool wanted, gb_error *err)
{
    if (!place(run, node, err)) return false;
    run->exec->nodes[node].wanted = wanted;
    return true;
}

/* What a node that has no value of its own waits for. */
static gb_node_id stands_for(const gb_run *run, gb_node_id id)
{
    const gb_node *node = gb_graph_node(run->graph, id);
    return node->kind == GB_NODE_SAVE ? node->args[0].as.node : id;
}

bool gb_run_until(gb_run *run, gb_node_id node, gb_error *err)
{
    if (!place(run, node, err)) return false;
    exec_node *n = &run->exec->nodes[stands_for(run, node)];
    n->wanted = true;
    if (n->status != NODE_UNKNOWN || n->ran || n->done) return true;
    return exec_advance(run->exec, n->key > 0 ? n->key : 0, err);
}

bool gb_run_until_step(gb_run *run, int32_t step, bool *came, gb_error *err)
{
    gb_exec *exec = run->exec;
    *came = true;
    if (step <= 0) return true;
    if (!exec_update(exec, err)) return false;
    *came = false;
    if (!exec->options.generation) return true;
    exec_key end = key_make(exec->waves - 1, step - 1, KEY_LAST_BOUNDARY);
    if (!exec_advance(exec, end, err)) return false;
    *came = !exec->wave_ended || exec->cursor > end;
    for (int32_t i = 0; exec->wave_ended && i < exec->invoke_count; i++)
        if (exec->invokes[i].steps > step) *came = true;
    return true;
}

bool gb_run_finish(gb_run *run, gb_error *err)
{
    return exec_advance(run->exec, KEY_END, err);
}

const gb_arg *gb_run_value(const gb_run *run, gb_node_id node)
{
    if (node < 0 || node >= run->exec->node_count) return NULL;
    const exec_node *n = &run->exec->nodes[stands_for(run, node)];
    return n->status == NODE_KNOWN ? &n->value : NULL;
}

bool gb_run_absent(const gb_run *run, gb_node_id node)
{
    return node >= 0 && node < run->exec->node_count &&
           run->exec->nodes[stands_for(run, node)].status == NODE_ABSENT;
}

int32_t gb_run_steps(const gb_run *run, int32_t invoke)
{
    return invoke >= 0 && invoke < run->exec->invoke_count ? run->exec->invokes[invoke].steps : 0;
}

void gb_run_count(const gb_run *run, gb_run_counters *counters)
{
    *counters = run->counters;
}

double gb_run_node_seconds(const gb_run *run, gb_node_id node)
{
    return node >= 0 && node < run->exec->node_count ? run->exec->nodes[node].seconds : 0;
}
