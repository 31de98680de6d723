/* The worker: one job after another, from the log to its result. And the clock beside it. See
 * server_state.h. */
#include "share/server_state.h"

#include "graph/base/hash.h"
#include "graph/base/memory.h"
#include "graph/engine/backend.h"
#include "graph/tensor/autograd.h"
#include "share/admit.h"
#include "share/print_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define PROGRESS_SECONDS 0.25 /* between two reports that are told on */

/* A job while it runs. */
typedef struct task {
    gb_server *server;
    char id[GB_JOB_ID_SIZE];
    gb_buffer body;
    gb_wire_job_owner owner;
    gb_wire_fault fault;
    gb_run *run;
    bool came;
    int64_t printed; /* bytes */
    gb_error error;
} task;

/* --- what the engine calls back ----------------------------------------------------------------
 */

static void keep_progress(void *context, const char *label, uint64_t done, uint64_t total,
                          const char *unit)
{
    gb_server *server = context;
    double now = gb_server_clock();
    pthread_mutex_lock(&server->lock);
    gb_job_progress *p = &server->now;
    bool due = *server->running && now - p->told >= PROGRESS_SECONDS;
    if (due) {
        snprintf(p->label, sizeof p->label, "%s", label);
        snprintf(p->unit, sizeof p->unit, "%s", unit ? unit : "");
        p->done = done;
        p->total = total;
        p->told = now;
        p->version++;
    }
    pthread_mutex_unlock(&server->lock);
    if (due) gb_store_wake(server->store);
}

static bool is_shown(const gb_wire_job *job, gb_node_id node)
{
    for (size_t i = 0; i < job->shown_count; i++)
        if (job->shown[i] == node) return true;
    return false;
}

static bool log_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                      gb_error *err)
{
    task *t = context;
    gb_buffer text = GB_BUFFER_INIT;
    if (is_shown(&t->owner.job, node)) return true;
    bool ok = gb_print_text(values, count, t->owner.job.print, &text, err);
    t->printed += (int64_t)text.size;
    ok = ok && gb_limit_holds(GB_LIMIT_LOG, t->printed, &t->fault.limit, err) &&
         gb_store_print(t->server->store, t->id, node, text.data ? text.data : "", err);
    gb_buffer_release(&text);
    return ok;
}

/* --- running ---------------------------------------------------------------------------------- */

/* The default generator as the client's was; without one, nobody can tell from the last job. */
static bool set_random(const gb_wire_job *job, gb_error *err)
{
    int64_t seed;
    if (!job->random_state) {
        if (!gb_random_bytes(&seed, sizeof seed, err)) return false;
        gb_manual_seed(seed & INT64_MAX);
        return true;
    }
    gb_generator *generator = gb_generator_default((gb_device){GB_CPU, -1}, err);
    bool ok = generator && gb_generator_set_state(generator, job->random_state, err);
    gb_generator_unref(generator);
    return ok;
}

static bool advance(task *t, gb_error *err)
{
    const gb_wire_job *job = &t->owner.job;
    for (size_t i = 0; i < job->wanted_count; i++)
        if (!gb_run_want(t->run, job->wanted[i], true, err)) return false;
    if (job->until_node != GB_NO_NODE) return gb_run_until(t->run, job->until_node, err);
    if (job->until_step >= 0) return gb_run_until_step(t->run, job->until_step, &t->came, err);
    return gb_run_finish(t->run, err);
}

static bool run_graph(task *t, gb_model *model, gb_error *err)
{
    const gb_wire_job *job = &t->owner.job;
    gb_run_options options = {.generation = job->generation,
                              .deterministic = job->deterministic,
                              .progress = &t->server->progress,
                              .cancel = &t->server->cancel,
                              .print = log_print,
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
    size_t nodes = (size_t)gb_graph_count(t->owner.job.graph) + 1;
    size_t invokes = (size_t)gb_graph_invoke_count(t->owner.job.graph) + 1;
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
    mark_asked(&t->owner.job, p->asked);
    for (gb_node_id id = 0; id < gb_graph_count(t->owner.job.graph); id++) {
        const gb_arg *value = p->asked[id] ? gb_run_value(t->run, id) : NULL;
        if (value)
            p->values[out->value_count++] = (gb_wire_value){id, *value};
        else if (p->asked[id] && gb_run_absent(t->run, id))
            p->absent[out->absent_count++] = id;
    }
    for (int32_t i = 0; i < gb_graph_invoke_count(t->owner.job.graph); i++)
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
    if (ok && t->owner.job.random_state) {
        generator = gb_generator_default((gb_device){GB_CPU, -1}, err);
        result.random_state = generator ? gb_generator_state(generator, err) : NULL;
        ok = result.random_state != NULL;
    }
    if (ok) {
        collect(t, &parts, &result);
        gb_server_count(t->server, GB_METRIC_TOKENS, (unsigned long long)result.counters.tokens);
        ok = gb_wire_result_write(&result, out, err);
    }
    gb_tensor_unref(result.random_state);
    gb_generator_unref(generator);
    result_release(&parts);
    return ok;
}

/* --- one job ---------------------------------------------------------------------------------- */

/* Everything that was checked before is checked again: the models may be others since. */
static bool execute(task *t, gb_buffer *result, gb_error *err)
{
    if (!gb_wire_job_read(t->body.data ? t->body.data : "", t->body.size, &t->owner, &t->fault,
                          err))
        return false;
    gb_hosted *hosted = gb_server_find(t->server, t->owner.job.model);
    if (!hosted)
        return gb_fail(err, GB_ERR_FILE_NOT_FOUND, "model '%s' is not served any more",
                       t->owner.job.model);
    if (atomic_load(&hosted->state) == GB_HOSTED_FAILED)
        return gb_fail(err, GB_ERR_RUNTIME, "model '%s' cannot be loaded: %s", hosted->id,
                       hosted->problem);
    return gb_admit(&t->owner.job, hosted->model, &t->fault, err) &&
           run_graph(t, hosted->model, err) && write_result(t, result, err);
}

static void begin(task *t)
{
    gb_server *server = t->server;
    pthread_mutex_lock(&server->lock);
    memcpy(server->running, t->id, sizeof server->running);
    server->deadline = gb_server_clock() + (double)gb_limit_of(GB_LIMIT_SECONDS)->value;
    server->now = (gb_job_progress){.version = 1};
    server->reason = atomic_load(&server->stopping) ? GB_STOP_SERVER : GB_STOP_NOT;
    atomic_store(&server->cancel, server->reason != GB_STOP_NOT);
    pthread_mutex_unlock(&server->lock);
}

static gb_stop_reason end(gb_server *server)
{
    pthread_mutex_lock(&server->lock);
    *server->running = 0;
    gb_stop_reason reason = server->reason;
    pthread_mutex_unlock(&server->lock);
    return reason;
}

/* A job that was stopped ended with KeyboardInterrupt; says what that means here. */
static gb_job_state judge(task *t, bool ok, gb_stop_reason reason)
{
    if (ok) return GB_JOB_DONE;
    if (t->error.cls != GB_ERR_INTERRUPT) return GB_JOB_FAILED;
    if (reason != GB_STOP_TOO_LONG) return GB_JOB_CANCELLED;
    t->error = (gb_error)GB_ERROR_INIT;
    t->fault.limit = GB_LIMIT_SECONDS;
    (void)gb_fail(&t->error, GB_ERR_TIMEOUT, "it ran longer than the limit 'seconds' of %" PRId64,
                  gb_limit_of(GB_LIMIT_SECONDS)->value);
    return GB_JOB_FAILED;
}

static const gb_metric metric_of[] = {[GB_JOB_DONE] = GB_METRIC_DONE,
                                      [GB_JOB_FAILED] = GB_METRIC_FAILED,
                                      [GB_JOB_CANCELLED] = GB_METRIC_CANCELLED};

static void record(task *t, gb_job_state state, const gb_buffer *result)
{
    gb_error err = GB_ERROR_INIT;
    json_t *why = state == GB_JOB_FAILED ? gb_wire_error_json(&t->error, &t->fault) : NULL;
    gb_store_end end = {.state = state, .error = why};
    if (state == GB_JOB_DONE) {
        end.result = result->data;
        end.size = result->size;
    }
    if (!gb_store_finish(t->server->store, t->id, &end, &err))
        gb_server_log(t->server, "job %s: %s", t->id, err.message);
    gb_server_count(t->server, metric_of[state], 1);
    gb_server_count(t->server, GB_METRIC_RESULT_BYTES, end.size);
    gb_server_log(t->server, "job %s %s%s%s", t->id, gb_state_name(state), why ? ": " : "",
                  why ? t->error.message : "");
    json_decref(why);
}

static void run_task(task *t)
{
    gb_buffer result = GB_BUFFER_INIT;
    double started = gb_server_clock();
    begin(t);
    /* somebody may have cancelled it before it was known to run */
    if (gb_store_wants_end(t->server->store, t->id))
        gb_worker_cancel(t->server, t->id, GB_STOP_CANCELLED);
    bool ok = execute(t, &result, &t->error);
    gb_stop_reason reason = end(t->server);
    gb_server_count(t->server, GB_METRIC_MICROSECONDS,
                    (unsigned long long)((gb_server_clock() - started) * 1e6));
    /* left as it is when the server ends: the next start runs it again */
    if (ok || reason != GB_STOP_SERVER) record(t, judge(t, ok, reason), &result);
    gb_run_free(t->run);
    gb_wire_job_release(&t->owner);
    gb_buffer_release(&result);
}

/* --- the threads ------------------------------------------------------------------------------ */

/* A model that fails to load harms no other one. */
static void load_models(gb_server *server)
{
    for (size_t i = 0; i < server->model_count && !atomic_load(&server->stopping); i++) {
        gb_hosted *hosted = &server->models[i];
        gb_error err = GB_ERROR_INIT;
        atomic_store(&hosted->state, GB_HOSTED_LOADING);
        if (gb_model_load(hosted->model, &err)) {
            atomic_store(&hosted->state, GB_HOSTED_READY);
            gb_server_log(server, "model %s is loaded", hosted->id);
            continue;
        }
        snprintf(hosted->problem, sizeof hosted->problem, "%.500s", err.message);
        atomic_store(&hosted->state, GB_HOSTED_FAILED);
        gb_server_log(server, "model %s cannot be loaded: %s", hosted->id, err.message);
    }
}

static void *work(void *context)
{
    gb_server *server = context;
    load_models(server);
    while (!atomic_load(&server->stopping)) {
        task t = {.server = server, .owner.job = GB_WIRE_JOB_INIT};
        uint64_t seen = gb_store_news(server->store);
        bool found = false;
        gb_error err = GB_ERROR_INIT;
        if (!gb_store_take(server->store, t.id, &t.body, &found, &err))
            gb_server_log(server, "%s", err.message);
        if (found)
            run_task(&t);
        else
            gb_store_wait(server->store, seen, 1);
        gb_buffer_release(&t.body);
    }
    return NULL;
}

static void *watch_clock(void *context)
{
    gb_server *server = context;
    pthread_mutex_lock(&server->lock);
    while (!atomic_load(&server->stopping)) {
        struct timespec next;
        clock_gettime(CLOCK_REALTIME, &next);
        next.tv_sec++;
        (void)pthread_cond_timedwait(&server->clock_wakes, &server->lock, &next);
        if (*server->running && server->reason == GB_STOP_NOT &&
            gb_server_clock() > server->deadline) {
            server->reason = GB_STOP_TOO_LONG;
            atomic_store(&server->cancel, true);
        }
    }
    pthread_mutex_unlock(&server->lock);
    return NULL;
}

bool gb_worker_start(gb_server *server, gb_error *err)
{
    server->progress = (gb_progress){server, keep_progress};
    server->worker_runs = pthread_create(&server->worker, NULL, work, server) == 0;
    server->clock_runs = pthread_create(&server->clock, NULL, watch_clock, server) == 0;
    return (server->worker_runs && server->clock_runs) ||
           gb_fail(err, GB_ERR_RUNTIME, "no thread can be started");
}

void gb_worker_stop(gb_server *server)
{
    atomic_store(&server->stopping, true);
    pthread_mutex_lock(&server->lock);
    if (server->reason == GB_STOP_NOT) server->reason = GB_STOP_SERVER;
    atomic_store(&server->cancel, true);
    pthread_cond_broadcast(&server->clock_wakes);
    pthread_mutex_unlock(&server->lock);
    if (server->store) gb_store_wake(server->store);
    if (server->worker_runs) pthread_join(server->worker, NULL);
    if (server->clock_runs) pthread_join(server->clock, NULL);
}

void gb_worker_cancel(gb_server *server, const char *id, gb_stop_reason reason)
{
    pthread_mutex_lock(&server->lock);
    if (strcmp(server->running, id) == 0 && server->reason == GB_STOP_NOT) {
        server->reason = reason;
        atomic_store(&server->cancel, true);
    }
    pthread_mutex_unlock(&server->lock);
}

gb_job_progress gb_worker_progress(gb_server *server, const char *id)
{
    pthread_mutex_lock(&server->lock);
    gb_job_progress now = strcmp(server->running, id) == 0 ? server->now : (gb_job_progress){0};
    pthread_mutex_unlock(&server->lock);
    return now;
}
