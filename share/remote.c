/* remote=True: jobs over HTTP. See remote.h. */
#include "share/remote.h"

#include "graph/base/memory.h"
#include "share/client.h"
#include "share/remote_run.h"

#include <stdio.h>
#include <stdlib.h>

#define LOOK_SECONDS 20.0 /* one request waits for news so long */

typedef struct remote_backend {
    gb_backend base;
    gb_client *client;
} remote_backend;

static gb_client *client_of(const gb_backend_run *run)
{
    return ((remote_backend *)(void *)run->backend)->client;
}

/* --- the carrier ------------------------------------------------------------------------------ */

/* One line of progress whose first word changes: "queued MODEL at HOST", "running …". */
static void report(const gb_backend_run *run, const char *state, uint64_t done, uint64_t total,
                   const char *unit)
{
    char label[256];
    snprintf(label, sizeof label, "%s %s at %s", state, run->job.model_id, run->backend->name);
    gb_progress_report(run->options.progress, label, done, total, unit);
}

static bool carry(gb_backend_run *run, const gb_buffer *block, gb_error *err)
{
    gb_client_watch(client_of(run), &run->cancelled);
    report(run, "sending", 0, 0, "B");
    run->cursor[0] = 0;
    bool ok = gb_client_send(client_of(run), block, run->id, err);
    gb_client_watch(client_of(run), NULL);
    return ok;
}

static void report_progress(const gb_backend_run *run, const json_t *job)
{
    const json_t *progress = json_object_get(job, "progress");
    int64_t done = gb_json_int_or(progress, "done", 0),
            total = gb_json_int_or(progress, "total", 0);
    if (done < 0 || done >= total) done = total = 0; /* the end is not its to tell */
    report(run, gb_state_name(run->state), (uint64_t)done, (uint64_t)total,
           gb_json_string_or(progress, "unit", ""));
}

static bool take_events(gb_backend_run *run, const json_t *job, gb_error *err)
{
    size_t i;
    const json_t *event;
    json_array_foreach(json_object_get(job, "events"), i, event)
    {
        const char *text = gb_json_string_or(event, "text", "");
        int64_t node = gb_json_int_or(event, "node", -1);
        if (node >= 0 && node < INT32_MAX && !gb_remote_print(run, (gb_node_id)node, text, err))
            return false;
    }
    return true;
}

/* What a job that has ended left. */
static bool take_end(gb_backend_run *run, const json_t *job, gb_buffer *result, gb_error *err)
{
    const json_t *told = json_object_get(job, "result");
    if (run->state == GB_JOB_FAILED) {
        gb_wire_error_take(json_object_get(job, "error"), err);
        return false;
    }
    if (run->state != GB_JOB_DONE) return true;
    report(run, gb_state_name(GB_JOB_RUNNING), 1, 1, "");
    return gb_client_fetch(client_of(run), run->id, gb_json_int_or(told, "bytes", -1),
                           gb_json_string_or(told, "sha256", ""), result, err);
}

/* One look at the job. */
static bool look(gb_backend_run *run, double seconds, gb_job_state *state, gb_buffer *result,
                 gb_error *err)
{
    json_t *job = gb_client_look(client_of(run), run->id, run->cursor, seconds, err);
    bool ok = job && gb_state_find(gb_json_string_or(job, "state", ""), state, err) &&
              take_events(run, job, err);
    if (ok && gb_state_is_final(*state))
        ok = take_end(run, job, result, err);
    else if (ok)
        report_progress(run, job);
    json_decref(job);
    return ok;
}

static bool follow(gb_backend_run *run, double seconds, gb_job_state *state, gb_buffer *result,
                   gb_error *err)
{
    bool ok = true;
    gb_client_watch(client_of(run), &run->cancelled);
    do {
        double wait = seconds < LOOK_SECONDS ? seconds : LOOK_SECONDS;
        ok = look(run, wait, state, result, err);
        seconds -= wait;
    } while (ok && !gb_state_is_final(*state) && seconds > 0);
    gb_client_watch(client_of(run), NULL);
    return ok;
}

static void give_up(gb_backend_run *run)
{
    gb_client_cancel(client_of(run), run->id);
}

static const gb_carrier http = {carry, follow, give_up};

/* --- the backend ------------------------------------------------------------------------------ */

static gb_backend_run *run_new(gb_backend *self, const gb_job *job, gb_error *err)
{
    return gb_remote_run_new(self, &http, job, err);
}

static char *get_text(gb_backend *self, const char *path, gb_error *err)
{
    json_t *json = gb_client_get(((remote_backend *)(void *)self)->client, path, err);
    char *text = json ? gb_json_text(json, false, err) : NULL;
    json_decref(json);
    return text;
}

static char *describe(gb_backend *self, const char *model_id, gb_error *err)
{
    char *path = gb_client_model_path(model_id, err);
    char *text = path ? get_text(self, path, err) : NULL;
    gb_free(path);
    return text;
}

static char *status(gb_backend *self, gb_error *err)
{
    return get_text(self, "/v1/models", err);
}

static void backend_free(gb_backend *self)
{
    gb_client_free(((remote_backend *)(void *)self)->client);
    gb_free(self);
}

/* The first of the texts that says something. */
static const char *first_of(const char *given, const char *first, const char *second)
{
    const char *candidates[] = {given, getenv(first), getenv(second)};
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
        if (candidates[i] && *candidates[i]) return candidates[i];
    return NULL;
}

const char *gb_remote_host(const gb_remote_options *options)
{
    return first_of(options ? options->host : NULL, "GLASSBOX_HOST", "NDIF_HOST");
}

gb_backend *gb_remote_backend(const gb_remote_options *options, gb_error *err)
{
    const char *host = gb_remote_host(options);
    if (!host) {
        (void)gb_fail(err, GB_ERR_VALUE,
                      "remote=True needs a server: set CONFIG.API.HOST, or GLASSBOX_HOST in the "
                      "environment, to the address that `glassbox serve` prints");
        return NULL;
    }
    remote_backend *backend = gb_calloc(1, sizeof *backend, err);
    if (!backend) return NULL;
    const char *key = first_of(options ? options->key : NULL, "GLASSBOX_API_KEY", "NDIF_API_KEY");
    backend->client = gb_client_new(host, key, err);
    if (!backend->client) return gb_free(backend), NULL;
    gb_remote_fill(&backend->base);
    backend->base.name = gb_client_host(backend->client);
    backend->base.remote = true;
    backend->base.describe = describe;
    backend->base.status = status;
    backend->base.run_new = run_new;
    backend->base.free = backend_free;
    return &backend->base;
}
