/* The worker: one job after another, from the log to its result. And the clock beside it. See
 * server_state.h. */
#include "graph/base/hash.h"
#include "graph/tensor/autograd.h"
#include "share/execute.h"
#include "share/server_state.h"

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
    gb_wire_fault fault;
    gb_error error;
} task;

/* --- progress ----------------------------------------------------------------
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

/* --- one job ---------------------------------------------------------------------------------- */

static gb_model *model_of(void *context, const char *id, gb_error *err)
{
    gb_hosted *hosted = gb_server_find(((task *)context)->server, id);
    if (!hosted)
        (void)gb_fail(err, GB_ERR_FILE_NOT_FOUND, "model '%s' is not served any more", id);
    else if (atomic_load(&hosted->state) == GB_HOSTED_FAILED)
        (void)gb_fail(err, GB_ERR_RUNTIME, "model '%s' cannot be loaded: %s", id, hosted->problem);
    else
        return hosted->model;
    return NULL;
}

static bool log_print(void *context, gb_node_id node, const char *text, gb_error *err)
{
    task *t = context;
    return gb_store_print(t->server->store, t->id, node, text, err);
}

/* Nobody can tell from random numbers what the job before drew. */
static void forget_random(void)
{
    int64_t seed = 0;
    if (gb_random_bytes(&seed, sizeof seed, NULL)) gb_manual_seed(seed & INT64_MAX);
}

/* Everything that was checked before is checked again: the models may be others since. */
static bool execute(task *t, gb_buffer *result)
{
    gb_server *server = t->server;
    gb_run_counters counters = {0};
    gb_execution how = {t, model_of, log_print, &server->progress, &server->cancel};
    forget_random();
    bool ok = gb_execute(&how, &t->body, result, &counters, &t->fault, &t->error);
    gb_server_count(server, GB_METRIC_TOKENS, (unsigned long long)counters.tokens);
    return ok;
}

static void begin(task *t)
{
    gb_server *server = t->server;
    pthread_mutex_lock(&server->lock);
    memcpy(server->running, t->id, sizeof server->running);
    server->deadline = gb_server_clock() + (double)gb_limit_of(GB_LIMIT_SECONDS)->value;
    server->now = (gb_job_progress){0};
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
    bool ok = execute(t, &result);
    gb_stop_reason reason = end(t->server);
    gb_server_count(t->server, GB_METRIC_MICROSECONDS,
                    (unsigned long long)((gb_server_clock() - started) * 1e6));
    /* left as it is when the server ends: the next start runs it again */
    if (ok || reason != GB_STOP_SERVER) record(t, judge(t, ok, reason), &result);
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
        task t = {.server = server};
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
