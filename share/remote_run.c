/* A run as a series of jobs. See remote_run.h.
 *
 * Each job carries the whole graph as it then is and asks for the values that are wanted and not
 * known. Random numbers stay those of a single run: every job begins with the generator's state
 * from before the first. */
#include "share/remote_run.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"

#include <string.h>

static const double forever = 1e12;

/* --- nodes ------------------------------------------------------------------------------------ */

/* Takes in what the graph has gained. */
static bool grow(gb_backend_run *run, gb_error *err)
{
    int32_t count = gb_graph_count(run->job.graph);
    if (count <= run->node_count) return true;
    if (!gb_grow(&run->nodes, &run->node_capacity, (size_t)count, sizeof *run->nodes, err))
        return false;
    memset(run->nodes + run->node_count, 0, (size_t)(count - run->node_count) * sizeof *run->nodes);
    run->node_count = count;
    return true;
}

/* The node whose value a node stands for. */
static gb_node_id stands_for(const gb_backend_run *run, gb_node_id id)
{
    const gb_node *node = gb_graph_node(run->job.graph, id);
    return node->kind == GB_NODE_SAVE ? node->args[0].as.node : id;
}

static bool is_known(const gb_remote_node *node)
{
    return node->value || node->absent;
}

static bool has_node(const gb_backend_run *run, gb_node_id id)
{
    return id >= 0 && id < run->node_count;
}

static bool take_node(gb_backend_run *run, gb_node_id *id, gb_error *err)
{
    if (!grow(run, err)) return false;
    if (!has_node(run, *id))
        return gb_fail(err, GB_ERR_VALUE, "the graph has no node %d", (int)*id);
    *id = stands_for(run, *id);
    return true;
}

static void forget_value(gb_remote_node *node)
{
    if (node->value) gb_arg_release(node->value);
    gb_free(node->value);
    node->value = NULL;
}

/* --- what a job asks -------------------------------------------------------------------------- */

static bool draws_random(const gb_backend_run *run)
{
    const gb_generation *g = run->options.generation;
    if (g && g->do_sample && g->seed < 0) return true;
    for (gb_node_id id = 0; id < run->node_count; id++) {
        const gb_node *node = gb_graph_node(run->job.graph, id);
        if (node->kind == GB_NODE_OP && gb_overload_is_random(node->overload)) return true;
    }
    return false;
}

static bool keep_random(gb_backend_run *run, gb_error *err)
{
    if (run->random_state || !draws_random(run)) return true;
    gb_generator *generator = gb_generator_default((gb_device){GB_CPU, -1}, err);
    if (generator) run->random_state = gb_generator_state(generator, err);
    gb_generator_unref(generator);
    return run->random_state != NULL;
}

/* Ids for a job: values that are wanted and not known, prints that were told. */
typedef struct asked {
    gb_node_id *wanted, *shown;
    size_t wanted_count, shown_count;
} asked;

static bool list_asked(const gb_backend_run *run, asked *out, gb_error *err)
{
    *out = (asked){0};
    out->wanted = gb_calloc((size_t)run->node_count + 1, sizeof *out->wanted, err);
    out->shown = gb_calloc((size_t)run->node_count + 1, sizeof *out->shown, err);
    if (!out->wanted || !out->shown) return false;
    for (gb_node_id id = 0; id < run->node_count; id++) {
        const gb_remote_node *node = &run->nodes[id];
        if (node->wanted && !is_known(node)) out->wanted[out->wanted_count++] = id;
        if (node->shown) out->shown[out->shown_count++] = id;
    }
    return true;
}

/* Sends the graph as it is; `until` says how far. */
static bool send(gb_backend_run *run, const gb_wire_job *until, gb_error *err)
{
    gb_buffer block = GB_BUFFER_INIT;
    asked ids = {0};
    gb_wire_job job = *until;
    atomic_store(&run->cancelled, false);
    bool ok = keep_random(run, err) && list_asked(run, &ids, err);
    job.model = run->job.model_id;
    job.graph = run->job.graph;
    job.generation = run->options.generation;
    job.deterministic = run->options.deterministic;
    job.print = run->options.print_options;
    job.wanted = ids.wanted;
    job.wanted_count = ids.wanted_count;
    job.shown = ids.shown;
    job.shown_count = ids.shown_count;
    job.random_state = run->random_state;
    ok = ok && gb_wire_job_write(&job, &block, err) && run->carrier->send(run, &block, err);
    if (ok) {
        run->state = GB_JOB_QUEUED;
        run->pending = true;
        run->sent_nodes = run->node_count;
        run->sent_whole = until->until_node == GB_NO_NODE && until->until_step < 0;
    }
    gb_free(ids.wanted);
    gb_free(ids.shown);
    gb_buffer_release(&block);
    return ok;
}

/* --- what comes back -------------------------------------------------------------------------- */

static bool take_value(gb_backend_run *run, const gb_wire_value *from, gb_error *err)
{
    if (!has_node(run, from->node))
        return gb_fail(err, GB_ERR_CONNECTION,
                       "the result has a value of a node that is not there");
    gb_remote_node *node = &run->nodes[from->node];
    if (node->value) return true;
    gb_arg *value = gb_alloc(sizeof *value, err);
    if (value && gb_arg_copy(&from->value, value, err)) {
        node->value = value;
        return true;
    }
    gb_free(value);
    return false;
}

static int32_t count_writes(const gb_graph *graph)
{
    int32_t count = 0;
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++)
        count += gb_graph_node(graph, id)->kind == GB_NODE_WRITE;
    return count;
}

static bool take_steps(gb_backend_run *run, const gb_wire_result *result, gb_error *err)
{
    int32_t *steps = gb_calloc(result->step_count + 1, sizeof *steps, err);
    if (!steps) return false;
    memcpy(steps, result->steps, result->step_count * sizeof *steps);
    gb_free(run->steps);
    run->steps = steps;
    run->step_count = result->step_count;
    return true;
}

static void add_counters(gb_run_counters *sum, const gb_run_counters *more)
{
    sum->walks += more->walks;
    sum->replays += more->replays;
    sum->rows += more->rows;
    sum->tokens += more->tokens;
    sum->tokens_shared += more->tokens_shared;
    sum->tokens_narrowed += more->tokens_narrowed;
    sum->plan_steps += more->plan_steps;
    sum->plan_steps_cut += more->plan_steps_cut;
    sum->nodes += more->nodes;
}

static bool set_random(const gb_tensor *state, gb_error *err)
{
    if (!state) return true;
    gb_generator *generator = gb_generator_default((gb_device){GB_CPU, -1}, err);
    bool ok = generator && gb_generator_set_state(generator, state, err);
    gb_generator_unref(generator);
    return ok;
}

static bool take_result(gb_backend_run *run, const gb_buffer *block, gb_error *err)
{
    gb_wire_result_owner owner;
    if (!gb_wire_result_read(block->data ? block->data : "", block->size, &owner, err))
        return false;
    const gb_wire_result *result = &owner.result;
    bool ok = take_steps(run, result, err);
    for (size_t i = 0; ok && i < result->value_count; i++)
        ok = take_value(run, &result->values[i], err);
    for (size_t i = 0; ok && i < result->absent_count; i++)
        if (has_node(run, result->absent[i])) run->nodes[result->absent[i]].absent = true;
    ok = ok && set_random(run->random_state ? result->random_state : NULL, err);
    add_counters(&run->counters, &result->counters);
    if (ok && run->sent_whole) run->finished = run->sent_nodes;
    gb_wire_result_release(&owner);
    return ok;
}

/* Follows the job that was sent; at most `seconds`. */
static bool follow(gb_backend_run *run, double seconds, gb_error *err)
{
    gb_buffer result = GB_BUFFER_INIT;
    bool ok = run->carrier->follow(run, seconds, &run->state, &result, err);
    if (ok && run->state == GB_JOB_DONE) ok = take_result(run, &result, err);
    if (ok && run->state == GB_JOB_CANCELLED)
        ok = gb_fail(err, GB_ERR_RUNTIME, "the job was cancelled");
    if (!ok && run->state != GB_JOB_FAILED && run->state != GB_JOB_CANCELLED)
        run->carrier->cancel(run); /* interrupted, or out of reach: nobody waits for it any more */
    if (!ok || run->state == GB_JOB_DONE) run->pending = false;
    gb_buffer_release(&result);
    return ok;
}

/* A job that was started is waited for first. */
static bool wait_started(gb_backend_run *run, gb_error *err)
{
    return !run->pending || follow(run, forever, err);
}

static bool send_and_follow(gb_backend_run *run, const gb_wire_job *until, gb_error *err)
{
    return send(run, until, err) && follow(run, forever, err);
}

bool gb_remote_print(gb_backend_run *run, gb_node_id node, const char *text, gb_error *err)
{
    if (!has_node(run, node) || run->nodes[node].shown) return true;
    run->nodes[node].shown = true;
    gb_arg piece = gb_arg_text(text);
    return !run->options.print || run->options.print(run->options.context, node, &piece, 1, err);
}

/* --- the calls of a backend ------------------------------------------------------------------- */

gb_backend_run *gb_remote_run_new(gb_backend *backend, const gb_carrier *carrier, const gb_job *job,
                                  gb_error *err)
{
    gb_backend_run *run = gb_calloc(1, sizeof *run, err);
    if (!run) return NULL;
    run->backend = backend;
    run->carrier = carrier;
    run->job = *job;
    if (job->options) run->options = *job->options;
    run->finished = run->step_writes = -1;
    atomic_init(&run->cancelled, false);
    return run;
}

static void run_free(gb_backend_run *run)
{
    if (!run) return;
    for (int32_t i = 0; i < run->node_count; i++)
        forget_value(&run->nodes[i]);
    gb_free(run->nodes);
    gb_free(run->steps);
    gb_tensor_unref(run->random_state);
    gb_buffer_release(&run->arrived);
    gb_free(run);
}

static bool run_want(gb_backend_run *run, gb_node_id id, bool wanted, gb_error *err)
{
    if (!take_node(run, &id, err)) return false;
    run->nodes[id].wanted = wanted;
    if (!wanted) forget_value(&run->nodes[id]);
    return true;
}

static bool run_until(gb_backend_run *run, gb_node_id id, gb_error *err)
{
    gb_wire_job job = GB_WIRE_JOB_INIT;
    if (!take_node(run, &id, err) || !wait_started(run, err)) return false;
    job.until_node = id;
    run->nodes[id].wanted = true;
    return is_known(&run->nodes[id]) || run->nodes[id].shown || send_and_follow(run, &job, err);
}

/* The most steps that a generation can come to. */
static int64_t most_steps(const gb_backend_run *run)
{
    int64_t most = 0;
    for (int32_t i = 0; i < gb_graph_invoke_count(run->job.graph); i++) {
        const gb_invoke *invoke = gb_graph_invoke(run->job.graph, i);
        for (int32_t r = 0; r < invoke->row_count; r++) {
            int64_t n = invoke->rows[r].count;
            int64_t steps = gb_generation_limit(run->options.generation, n) - n;
            if (steps > most) most = steps;
        }
    }
    return most < GB_GRAPH_MAX_STEPS ? most : GB_GRAPH_MAX_STEPS - 1;
}

/* How many steps come is asked of the server once, and again only after writes, which may change
 * what is generated. Where nothing can end a row early it is known. */
static bool run_until_step(gb_backend_run *run, int32_t step, bool *came, gb_error *err)
{
    const gb_generation *g = run->options.generation;
    *came = step <= 0;
    if (step <= 0 || !g) return true;
    if (!grow(run, err) || !wait_started(run, err)) return false;
    int64_t most = most_steps(run);
    *came = step < most;
    if (step >= most || (g->eos_count == 0 && g->stop_count == 0)) return true;
    int32_t writes = count_writes(run->job.graph);
    if (writes != run->step_writes) {
        gb_wire_job job = GB_WIRE_JOB_INIT;
        job.until_step = (int32_t)most;
        if (!send_and_follow(run, &job, err)) return false;
        run->step_writes = writes;
    }
    *came = false;
    for (size_t i = 0; i < run->step_count; i++)
        *came = *came || run->steps[i] > step;
    return true;
}

/* True if something is left to be run. */
static bool is_due(const gb_backend_run *run)
{
    bool grown = run->finished < run->node_count;
    for (gb_node_id id = 0; id < run->node_count; id++) {
        gb_node_kind kind = gb_graph_node(run->job.graph, id)->kind;
        if (run->nodes[id].wanted && !is_known(&run->nodes[id])) return true;
        if (grown && (kind == GB_NODE_SAVE || kind == GB_NODE_PRINT || kind == GB_NODE_BACKWARD))
            return true;
    }
    return false;
}

static bool run_finish(gb_backend_run *run, gb_error *err)
{
    gb_wire_job whole = GB_WIRE_JOB_INIT;
    if (!grow(run, err) || !wait_started(run, err)) return false;
    if (is_due(run) && !send_and_follow(run, &whole, err)) return false;
    run->finished = run->node_count;
    run->state = GB_JOB_DONE;
    return true;
}

static bool run_start(gb_backend_run *run, gb_error *err)
{
    gb_wire_job whole = GB_WIRE_JOB_INIT;
    return grow(run, err) && send(run, &whole, err);
}

static gb_job_state run_state(gb_backend_run *run, const char **id, gb_error *err)
{
    if (id) *id = run->id[0] ? run->id : NULL;
    if (run->pending && !follow(run, 0, err) && run->state != GB_JOB_CANCELLED)
        run->state = GB_JOB_FAILED;
    return run->state;
}

static void run_abandon(gb_backend_run *run)
{
    if (!run->pending) return;
    run->carrier->cancel(run);
    run->pending = false;
    run->state = GB_JOB_CANCELLED;
}

static const gb_arg *run_value(const gb_backend_run *run, gb_node_id id)
{
    return has_node(run, id) ? run->nodes[stands_for(run, id)].value : NULL;
}

static bool run_absent(const gb_backend_run *run, gb_node_id id)
{
    return has_node(run, id) && run->nodes[stands_for(run, id)].absent;
}

static int32_t run_steps(const gb_backend_run *run, int32_t invoke)
{
    return invoke >= 0 && (size_t)invoke < run->step_count ? run->steps[invoke] : 0;
}

static void run_count(const gb_backend_run *run, gb_run_counters *counters)
{
    *counters = run->counters;
}

static void run_cancel(gb_backend_run *run)
{
    atomic_store(&run->cancelled, true);
}

void gb_remote_fill(gb_backend *backend)
{
    backend->run_want = run_want;
    backend->run_until = run_until;
    backend->run_until_step = run_until_step;
    backend->run_finish = run_finish;
    backend->run_value = run_value;
    backend->run_absent = run_absent;
    backend->run_steps = run_steps;
    backend->run_count = run_count;
    backend->run_start = run_start;
    backend->run_state = run_state;
    backend->run_abandon = run_abandon;
    backend->run_cancel = run_cancel;
    backend->run_free = run_free;
}
