/* The inside of the server, for the files that make it up: server.c, worker.c, request.c, route*.c,
 * stream.c, page.c. */
#ifndef GB_SHARE_SERVER_STATE_H
#define GB_SHARE_SERVER_STATE_H

#include "share/server.h"
#include "share/store.h"
#include "share/wire.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>

typedef enum gb_metric {
#define GB_METRIC(id, name, help) GB_METRIC_##id,
#include "share/metric.def"
#undef GB_METRIC
    GB_METRIC_COUNT
} gb_metric;

typedef enum gb_hosted_state {
    GB_HOSTED_COLD,
    GB_HOSTED_LOADING,
    GB_HOSTED_READY,
    GB_HOSTED_FAILED
} gb_hosted_state;

/* A model that is served. Only `state` and `problem` change after the start. */
typedef struct gb_hosted {
    char *id;
    gb_model *model;
    char *description; /* text of gb_model_describe and what /v1/models/ID adds */
    atomic_int state;  /* a gb_hosted_state */
    char problem[512]; /* of a FAILED one; written before the state */
} gb_hosted;

/* How far the running job is; the latest report. */
typedef struct gb_job_progress {
    char label[96];
    uint64_t done, total;
    char unit[16];
    uint64_t version; /* counts the reports that were kept */
    double told;      /* when, in seconds of the monotonic clock */
} gb_job_progress;

/* Why the running job was told to stop. */
typedef enum gb_stop_reason {
    GB_STOP_NOT,
    GB_STOP_CANCELLED,
    GB_STOP_TOO_LONG,
    GB_STOP_SERVER
} gb_stop_reason;

struct gb_server {
    gb_hosted *models;
    size_t model_count;
    gb_store *store;
    struct MHD_Daemon *daemon;
    char url[128];
    double started; /* monotonic */
    void (*log)(void *context, const char *line);
    void *log_context;
    atomic_bool stopping;
    atomic_ullong metrics[GB_METRIC_COUNT];

    pthread_t worker, clock;
    bool worker_runs, clock_runs;
    gb_progress progress;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t clock_wakes;
    char running[GB_JOB_ID_SIZE]; /* "": none */
    double deadline;              /* of the running job, monotonic */
    gb_stop_reason reason;
    gb_job_progress now;
    atomic_bool cancel; /* looked at by the engine */
};

double gb_server_clock(void);
void gb_server_log(gb_server *server, const char *format, ...) GB_PRINTF(2, 3);

static inline void gb_server_count(gb_server *server, gb_metric metric, unsigned long long n)
{
    atomic_fetch_add_explicit(&server->metrics[metric], n, memory_order_relaxed);
}

/* The model of a name, NULL when there is none. */
gb_hosted *gb_server_find(gb_server *server, const char *id);
/* "cold", "loading", "ready", "failed". */
const char *gb_hosted_state_name(const gb_hosted *hosted);

/* --- worker.c --------------------------------------------------------------------------------- */

/* Starts and stops the worker and the clock. */
bool gb_worker_start(gb_server *server, gb_error *err) GB_MUST_CHECK;
void gb_worker_stop(gb_server *server);
/* Stops the job with this id if it is the one that runs. */
void gb_worker_cancel(gb_server *server, const char *id, gb_stop_reason reason);
/* A copy of the progress of the job with this id; version 0 when it does not run or told nothing.
 */
gb_job_progress gb_worker_progress(gb_server *server, const char *id);

#endif
