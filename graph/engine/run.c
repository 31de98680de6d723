/* gb_run: an exec over the graph as it stands, and one over what the passes made of it when the
 * graph is complete before anything ran. */
#include "graph/engine/run.h"

#include "graph/base/memory.h"
#include "graph/engine/exec.h"
#include "graph/pass/pass.h"

struct gb_run {
    gb_exec *exec; /* of the graph as it stands; keeps all values */
    gb_graph *graph;
    gb_model *model; /* borrowed from exec */
    gb_run_options options;
    gb_run_counters counters;
    gb_passed passed; /* while the graph that passes made is run */
};

gb_run *gb_run_new(gb_model *model, gb_graph *graph, const gb_run_options *options, gb_error *err)
{
    gb_run *run = gb_calloc(1, sizeof *run, err);
    if (!run) return NULL;
    run->graph = graph;
    run->model = model;
    if (options) run->options = *options;
    run->exec = exec_new(model, graph, &run->options, &run->counters, err);
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

static bool place(gb_run *run, gb_node_id node, gb_error *err)
{
    if (node < 0 || node >= gb_graph_count(run->graph))
        return gb_fail(err, GB_ERR_VALUE, "the graph has no node %d", (int)node);
    return node < run->exec->node_count || exec_update(run->exec, err);
}

bool gb_run_check(gb_run *run, gb_node_id *write, gb_node_id *read, gb_error *err)
{
    run->exec->conflict_write = run->exec->conflict_read = GB_NO_NODE;
    bool ok = exec_update(run->exec, err);
    if (write) *write = run->exec->conflict_write;
    if (read) *read = run->exec->conflict_read;
    return ok;
}

/* What a node that has no value of its own waits for. */
static gb_node_id stands_for(const gb_run *run, gb_node_id id)
{
    const gb_node *node = gb_graph_node(run->graph, id);
    return node->kind == GB_NODE_SAVE ? node->args[0].as.node : id;
}

bool gb_run_want(gb_run *run, gb_node_id node, bool wanted, gb_error *err)
{
    if (!place(run, node, err)) return false;
    run->exec->nodes[stands_for(run, node)].wanted = wanted;
    return true;
}

bool gb_run_until(gb_run *run, gb_node_id node, gb_error *err)
{
    if (!place(run, node, err)) return false;
    exec_node *n = &run->exec->nodes[stands_for(run, node)];
    n->wanted = true;
    if (n->status != NODE_UNKNOWN || n->ran || n->done) return true;
    bool prompts = gb_graph_invoke_count(run->graph) > 0; /* without any, nothing walks */
    return exec_advance(run->exec, n->key > 0 || !prompts ? n->key : 0, err);
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
    if (!exec_advance_model(exec, end, err)) return false;
    *came = exec->wave_open && !exec->wave_ended;
    for (int32_t i = 0; i < exec->invoke_count; i++)
        if (exec->invokes[i].steps > step) *came = true;
    return true;
}

/* ------------------------------------------------------------------------- the graph as passes see
 * it */

static int64_t time_of(void *context, const gb_graph *graph, const gb_node *node)
{
    exec_site site;
    const gb_plan *plan = context;
    if (!exec_site_find(plan, gb_graph_site(graph, node->site), false, &site, NULL)) return 0;
    if (site.kind == SITE_RESULT) return key_make(0, KEY_LAST_STEP, 0);
    if (site.kind == SITE_TOKEN) return key_make(0, node->step, KEY_LAST_BOUNDARY);
    return key_make(0, node->step, site.kind == SITE_IDS ? 0 : plan->places[site.place].boundary);
}

static bool by_position(void *context, const gb_graph *graph, const gb_node *node)
{
    exec_site site;
    const gb_plan *plan = context;
    if (!exec_site_find(plan, gb_graph_site(graph, node->site), false, &site, NULL) ||
        site.kind != SITE_MODEL)
        return false;
    const gb_place *at = &plan->places[site.place];
    return at->layout == GB_LAYOUT_TOKENS && at->rank >= 2 && at->shape[1].kind == GB_DIM_TIME;
}

static bool optimise(gb_run *run, gb_error *err)
{
    gb_exec *exec = run->exec;
    gb_node_id *wanted = gb_calloc((size_t)exec->node_count + 1, sizeof *wanted, err);
    gb_pass_model model = {(void *)exec->plan, time_of, by_position};
    gb_pass_options options = {.wanted = wanted, .model = &model};
    for (gb_node_id id = 0; wanted && id < exec->node_count; id++)
        if (exec->nodes[id].wanted) wanted[options.wanted_count++] = id;
    bool ok = wanted && gb_pass_run_all(run->graph, &options, &run->passed, err);
    gb_free(wanted);
    return ok;
}

/* A print of the new graph is shown as that of the old one. */
static bool relay_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                        gb_error *err)
{
    gb_run *run = context;
    for (gb_node_id id = 0; id < run->passed.count; id++)
        if (run->passed.map[id] == node && gb_graph_node(run->graph, id)->kind == GB_NODE_PRINT) {
            run->exec->nodes[id].done = true;
            return !run->options.print ||
                   run->options.print(run->options.context, id, values, count, err);
        }
    return true;
}

/* What the exec of the new graph knows, for the nodes of the old one. */
static void adopt(gb_run *run, gb_exec *fast)
{
    gb_exec *exec = run->exec;
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        gb_node_id there = run->passed.map[id];
        exec_node *n = &exec->nodes[id];
        if (there == GB_NO_NODE) continue;
        const exec_node *from = &fast->nodes[there];
        n->done = n->done || from->done;
        n->seconds += from->seconds;
        if (!n->wanted || n->status != NODE_UNKNOWN || from->status == NODE_UNKNOWN) continue;
        if (from->status == NODE_KNOWN && !gb_arg_copy(&from->value, &n->value, NULL)) continue;
        n->status = from->status;
    }
    for (int32_t i = 0; i < exec->invoke_count; i++)
        exec->invokes[i].steps = fast->invokes[i].steps;
    exec->cursor = KEY_END - 1; /* whatever is asked later starts a walk of its own */
}

static bool finish_fast(gb_run *run, gb_error *err)
{
    gb_run_options options = run->options;
    options.print = relay_print;
    options.context = run;
    gb_exec *fast = exec_new(run->model, run->passed.graph, &options, &run->counters, err);
    bool ok = fast && exec_update(fast, err);
    for (gb_node_id id = 0; ok && id < run->exec->node_count; id++)
        if (run->exec->nodes[id].wanted && run->passed.map[id] != GB_NO_NODE)
            fast->nodes[run->passed.map[id]].wanted = true;
    ok = ok && exec_advance(fast, KEY_END, err);
    if (ok) adopt(run, fast);
    exec_free(fast);
    gb_passed_release(&run->passed);
    return ok;
}

static void want_saved(gb_run *run)
{
    for (gb_node_id id = 0; id < run->exec->node_count; id++) {
        const gb_node *node = gb_graph_node(run->graph, id);
        if (node->kind == GB_NODE_SAVE) run->exec->nodes[node->args[0].as.node].wanted = true;
    }
}

bool gb_run_finish(gb_run *run, gb_error *err)
{
    if (!exec_update(run->exec, err)) return false;
    bool fresh = run->exec->cursor == KEY_NOW && !run->exec->wave_open;
    if (!fresh || run->options.no_passes) return exec_advance(run->exec, KEY_END, err);
    want_saved(run);
    return optimise(run, err) && finish_fast(run, err);
}

/* ------------------------------------------------------------------------------------- looking */

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
