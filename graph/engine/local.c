/* The backend of this process: runs are gb_run. And one whole job, as a server runs it. */
#include "graph/engine/backend.h"

#include "graph/base/json.h"
#include "graph/base/memory.h"
#include "graph/engine/exec.h"

#include <string.h>

struct gb_backend_run {
    gb_run *run;
    gb_job_state state;
    atomic_bool cancel;
    gb_run_options options;
};

/* --------------------------------------------------------------------------------------- oracle */

static int64_t width_of(const gb_graph *graph, int32_t invoke, int64_t *batch)
{
    int64_t time = 0;
    *batch = 0;
    for (int32_t i = 0; i < gb_graph_invoke_count(graph); i++) {
        const gb_invoke *one = gb_graph_invoke(graph, i);
        if (i != invoke && !gb_graph_invoke(graph, invoke)->all) continue;
        *batch += one->row_count;
        for (int32_t r = 0; r < one->row_count; r++)
            if (one->rows[r].count > time) time = one->rows[r].count;
    }
    return time;
}

/* Shapes are told for the prompt only: how long a later pass is, only the run knows. */
static bool oracle_site(void *context, const gb_graph *graph, const gb_node *node, gb_tensor **meta,
                        gb_error *err)
{
    const gb_plan *plan = gb_model_plan(context);
    exec_site site;
    *meta = NULL;
    if (!exec_site_find(plan, gb_graph_site(graph, node->site), node->kind == GB_NODE_CALL, &site,
                        err))
        return false;
    if (site.kind != SITE_MODEL || node->kind == GB_NODE_CALL || node->step > 0) return true;
    int64_t batch, time = width_of(graph, node->invoke, &batch), sizes[GB_MODEL_MAX_RANK];
    const gb_place *place = &plan->places[site.place];
    gb_place_shape(place, batch, time, time, sizes);
    *meta = gb_tensor_meta(place->dtype, sizes, (size_t)place->rank, err);
    return *meta != NULL;
}

gb_site_oracle gb_model_oracle(gb_model *model)
{
    return (gb_site_oracle){model, oracle_site};
}

gb_run *gb_job_run(const gb_job *job, const gb_node_id *wanted, size_t count, gb_error *err)
{
    gb_site_oracle oracle = gb_model_oracle(job->model);
    if (!gb_graph_verify(job->graph, &oracle, err)) return NULL;
    gb_run *run = gb_run_new(job->model, job->graph, job->options, err);
    bool ok = run != NULL;
    for (size_t i = 0; ok && i < count; i++)
        ok = gb_run_want(run, wanted[i], true, err);
    if (ok && gb_run_finish(run, err)) return run;
    gb_run_free(run);
    return NULL;
}

/* -------------------------------------------------------------------------------------- backend */

static char *local_describe(gb_backend *self, const char *model_id, gb_error *err)
{
    (void)self;
    gb_model *model = gb_model_open(model_id, NULL, err);
    json_t *told = model ? gb_model_describe(model, err) : NULL;
    char *text = told ? gb_json_text(told, false, err) : NULL;
    json_decref(told);
    gb_model_unref(model);
    return text;
}

static gb_backend_run *local_run_new(gb_backend *self, const gb_job *job, gb_error *err)
{
    (void)self;
    gb_backend_run *run = gb_calloc(1, sizeof *run, err);
    if (!run) return NULL;
    if (job->options) run->options = *job->options;
    atomic_init(&run->cancel, false);
    if (!run->options.cancel) run->options.cancel = &run->cancel;
    run->run = gb_run_new(job->model, job->graph, &run->options, err);
    if (run->run) return run;
    gb_free(run);
    return NULL;
}

static bool local_want(gb_backend_run *run, gb_node_id node, bool wanted, gb_error *err)
{
    return gb_run_want(run->run, node, wanted, err);
}

static bool local_until(gb_backend_run *run, gb_node_id node, gb_error *err)
{
    return gb_run_until(run->run, node, err);
}

static bool local_until_step(gb_backend_run *run, int32_t step, bool *came, gb_error *err)
{
    return gb_run_until_step(run->run, step, came, err);
}

static bool local_finish(gb_backend_run *run, gb_error *err)
{
    run->state = GB_JOB_RUNNING;
    bool ok = gb_run_finish(run->run, err);
    run->state = ok ? GB_JOB_DONE : GB_JOB_FAILED;
    return ok;
}

static const gb_arg *local_value(const gb_backend_run *run, gb_node_id node)
{
    return gb_run_value(run->run, node);
}

static bool local_absent(const gb_backend_run *run, gb_node_id node)
{
    return gb_run_absent(run->run, node);
}

static int32_t local_steps(const gb_backend_run *run, int32_t invoke)
{
    return gb_run_steps(run->run, invoke);
}

static void local_count(const gb_backend_run *run, gb_run_counters *counters)
{
    gb_run_count(run->run, counters);
}

static gb_job_state local_state(gb_backend_run *run, const char **id, gb_error *err)
{
    (void)err;
    if (id) *id = NULL;
    return run->state;
}

static void local_cancel(gb_backend_run *run)
{
    atomic_store(&run->cancel, true);
}

static void local_run_free(gb_backend_run *run)
{
    if (!run) return;
    gb_run_free(run->run);
    gb_free(run);
}

static void local_free(gb_backend *self)
{
    gb_free(self);
}

gb_backend *gb_backend_local(gb_error *err)
{
    gb_backend *backend = gb_alloc(sizeof *backend, err);
    if (!backend) return NULL;
    *backend = (gb_backend){
        .name = "local",
        .describe = local_describe,
        .run_new = local_run_new,
        .run_want = local_want,
        .run_until = local_until,
        .run_until_step = local_until_step,
        .run_finish = local_finish,
        .run_value = local_value,
        .run_absent = local_absent,
        .run_steps = local_steps,
        .run_count = local_count,
        .run_start = local_finish,
        .run_state = local_state,
        .run_cancel = local_cancel,
        .run_free = local_run_free,
        .free = local_free,
    };
    return backend;
}
