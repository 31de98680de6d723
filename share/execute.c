/* Running one job. See execute.h. */
#include "share/execute.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"
#include "share/admit.h"
#include "share/print_text.h"

/* A job while it runs. */
typedef struct task {
    const gb_execution *how;
    const gb_wire_job *job;
    gb_wire_fault *fault;
    gb_run *run;
    bool came;
    int64_t printed; /* bytes */
} task;

/* --- prints ----------------------------------------------------------------------------------- */

static bool is_shown(const gb_wire_job *job, gb_node_id node)
{
    for (size_t i = 0; i < job->shown_count; i++)
        if (job->shown[i] == node) return true;
    return false;
}

static bool show_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                       gb_error *err)
{
    task *t = context;
    gb_buffer text = GB_BUFFER_INIT;
    if (is_shown(t->job, node)) return true;
    bool ok = gb_print_text(values, count, t->job->print, &text, err);
    t->printed += (int64_t)text.size;
    ok = ok && gb_limit_holds(GB_LIMIT_LOG, t->printed, &t->fault->limit, err) &&
         (!t->how->print || t->how->print(t->how->context, node, text.data ? text.data : "", err));
    gb_buffer_release(&text);
    return ok;
}

/* --- running ---------------------------------------------------------------------------------- */

/* The default generator as the sender's was. */
static bool set_random(const gb_wire_job *job, gb_error *err)
{
    if (!job->random_state) return true;
    gb_generator *generator = gb_generator_default((gb_device){GB_CPU, -1}, err);
    bool ok = generator && gb_generator_set_state(generator, job->random_state, err);
    gb_generator_unref(generator);
    return ok;
}

static bool advance(task *t, gb_error *err)
{
    const gb_wire_job *job = t->job;
    for (size_t i = 0; i < job->wanted_count; i++)
        if (!gb_run_want(t->run, job->wanted[i], true, err)) return false;
    if (job->until_node != GB_NO_NODE) return gb_run_until(t->run, job->until_node, err);
    if (job->until_step >= 0) return gb_run_until_step(t->run, job->until_step, &t->came, err);
    return gb_run_finish(t->run, err);
}

static bool run_graph(task *t, gb_model *model, gb_error *err)
{
    const gb_wire_job *job = t->job;
    gb_run_options options = {.generation = job->generation,
                              .deterministic = job->deterministic,
                              .progress = t->how->progress,
                              .cancel = t->how->cancel,
                              .print = show_print,
                              .context = t};
    if (!set_random(job, err)) return false;
    t->run = gb_run_new(model, job->graph, &options, err);
    return t->run && advance(t, err);
}

/* --- the result ------------------------------------------------------------------------------- */

/* Room for what a result points to. */
typedef struct result_parts {
    gb_wire_value *values;
    gb_node_id *absent;
    int32_t *steps;
    bool *asked; /* [nodes] */
} result_parts;

static bool result_alloc(const task *t, result_parts *p, gb_error *err)
{
    size_t nodes = (size_t)gb_graph_count(t->job->graph) + 1;
    size_t invokes = (size_t)gb_graph_invoke_count(t->job->graph) + 1;
    p->values = gb_calloc(nodes, sizeof *p->values, err);
    p->absent = gb_calloc(nodes, sizeof *p->absent, err);
    p->asked = gb_calloc(nodes, sizeof *p->asked, err);
    p->steps = gb_calloc(invokes, sizeof *p->steps, err);
    return p->values && p->absent && p->asked && p->steps;
}

static void result_release(result_parts *p)
{
    gb_free(p->values);
    gb_free(p->absent);
    gb_free(p->asked);
    gb_free(p->steps);
}

/* The nodes whose values go back: those wanted, and what the graph saves. */
static void mark_asked(const gb_wire_job *job, bool *asked)
{
    for (size_t i = 0; i < job->wanted_count; i++)
        asked[job->wanted[i]] = true;
    if (job->until_node != GB_NO_NODE) asked[job->until_node] = true;
    for (gb_node_id id = 0; id < gb_graph_count(job->graph); id++) {
        const gb_node *node = gb_graph_node(job->graph, id);
        if (node->kind == GB_NODE_SAVE) asked[node->args[0].as.node] = true;
    }
}

static void collect(const task *t, result_parts *p, gb_wire_result *out)
{
    mark_asked(t->job, p->asked);
    for (gb_node_id id = 0; id < gb_graph_count(t->job->graph); id++) {
        const gb_arg *value = p->asked[id] ? gb_run_value(t->run, id) : NULL;
        if (value)
            p->values[out->value_count++] = (gb_wire_value){id, *value};
        else if (p->asked[id] && gb_run_absent(t->run, id))
            p->absent[out->absent_count++] = id;
    }
    for (int32_t i = 0; i < gb_graph_invoke_count(t->job->graph); i++)
        p->steps[out->step_count++] = gb_run_steps(t->run, i);
    gb_run_count(t->run, &out->counters);
    out->values = p->values;
    out->absent = p->absent;
    out->steps = p->steps;
    out->came = t->came;
}

static bool write_result(const task *t, gb_buffer *out, gb_error *err)
{
    result_parts parts = {0};
    gb_wire_result result = {0};
    gb_generator *generator = NULL;
    bool ok = result_alloc(t, &parts, err);
    if (ok && t->job->random_state) {
        generator = gb_generator_default((gb_device){GB_CPU, -1}, err);
        result.random_state = generator ? gb_generator_state(generator, err) : NULL;
        ok = result.random_state != NULL;
    }
    if (ok) {
        collect(t, &parts, &result);
        ok = gb_wire_result_write(&result, out, err);
    }
    gb_tensor_unref(result.random_state);
    gb_generator_unref(generator);
    result_release(&parts);
    return ok;
}

/* --- all of it -------------------------------------------------------------------------------- */

static bool run_job(task *t, gb_buffer *result, gb_run_counters *counters, gb_error *err)
{
    gb_model *model = t->how->model(t->how->context, t->job->model, err);
    bool ok = model && gb_admit(t->job, model, t->fault, err) && run_graph(t, model, err) &&
              write_result(t, result, err);
    if (t->run && counters) gb_run_count(t->run, counters);
    gb_run_free(t->run);
    return ok;
}

bool gb_execute(const gb_execution *how, const gb_buffer *block, gb_buffer *result,
                gb_run_counters *counters, gb_wire_fault *fault, gb_error *err)
{
    gb_wire_job_owner owner;
    if (!gb_wire_job_read(block->data ? block->data : "", block->size, &owner, fault, err))
        return false;
    task t = {.how = how, .job = &owner.job, .fault = fault};
    bool ok = run_job(&t, result, counters, err);
    gb_wire_job_release(&owner);
    return ok;
}
