/* Where graphs run: in this process or on a server, behind one struct of function pointers.
 *
 * kernel/lang builds graphs and talks to a gb_backend; it never knows which one. The local one is
 * gb_backend_local (runs are gb_run); share/ fills another that sends jobs. A remote backend sends
 * a job when a value is first needed: graph, options and the wanted nodes go out; values by node,
 * prints, steps per invoke, counters and errors (class, span, message) come back. When the graph
 * has grown since, the next call sends it whole again; prints that were shown are not repeated. */
#ifndef GB_ENGINE_BACKEND_H
#define GB_ENGINE_BACKEND_H

#include "graph/engine/run.h"

/* What is to be run. Borrowed; must outlive the run made from it. */
typedef struct gb_job {
    const char *model_id; /* the name the user gave; a remote backend asks for it by this name */
    gb_model *model;      /* tree and plan; weights are never read from it by a remote backend */
    gb_graph *graph;      /* may grow while the run lives */
    const gb_run_options *options;
    bool session; /* part of a session: several graphs that are one job to the server */
} gb_job;

typedef enum gb_job_state {
    GB_JOB_IDLE, /* nothing asked yet */
    GB_JOB_QUEUED,
    GB_JOB_RUNNING,
    GB_JOB_DONE,
    GB_JOB_FAILED,
    GB_JOB_CANCELLED
} gb_job_state;

typedef struct gb_backend gb_backend;
typedef struct gb_backend_run gb_backend_run; /* each backend's own; local: a gb_run */

/* Every call takes the backend or run it belongs to; meanings are those of the gb_run_* function of
 * the same name unless said otherwise. */
struct gb_backend {
    const char *name; /* "local", or the host */
    bool remote;

    /* The text of gb_model_describe for the model as the backend has it. Owned. */
    char *(*describe)(gb_backend *self, const char *model_id, gb_error *err);

    /* {"models": [{"id":, "state": "ready"}, …]}: what it serves. Owned. NULL pointer: this backend
     * runs whatever it is given. */
    char *(*status)(gb_backend *self, gb_error *err);

    gb_backend_run *(*run_new)(gb_backend *self, const gb_job *job, gb_error *err);
    bool (*run_want)(gb_backend_run *run, gb_node_id node, bool wanted, gb_error *err);
    bool (*run_until)(gb_backend_run *run, gb_node_id node, gb_error *err);
    bool (*run_until_step)(gb_backend_run *run, int32_t step, bool *came, gb_error *err);
    bool (*run_finish)(gb_backend_run *run, gb_error *err);
    const gb_arg *(*run_value)(const gb_backend_run *run, gb_node_id node);
    bool (*run_absent)(const gb_backend_run *run, gb_node_id node);
    int32_t (*run_steps)(const gb_backend_run *run, int32_t invoke);
    void (*run_count)(const gb_backend_run *run, gb_run_counters *counters);

    /* Starts what gb_run_finish would do and returns at once (`blocking=False`); `run_state` tells
     * how far it is, and gives the job's id (borrowed, NULL when there is none). The local backend
     * does the work in run_start itself. */
    bool (*run_start)(gb_backend_run *run, gb_error *err);
    gb_job_state (*run_state)(gb_backend_run *run, const char **id, gb_error *err);

    /* Gives up what run_start began: the job is cancelled where it runs. NULL pointer: this backend
     * has no jobs. */
    void (*run_abandon)(gb_backend_run *run);

    /* From any thread: ends the call in progress with KeyboardInterrupt. */
    void (*run_cancel)(gb_backend_run *run);
    void (*run_free)(gb_backend_run *run);
    void (*free)(gb_backend *self);
};

/* The backend of this process. Owned; free with backend->free(backend). */
gb_backend *gb_backend_local(gb_error *err) GB_MUST_CHECK;

/* One job from beginning to end, for a server: verifies `graph` against the model, runs it and
 * keeps the values of `wanted`. The run holds the results (gb_run_value); owned. NULL with the
 * error, whose span is that of the node. */
gb_run *gb_job_run(const gb_job *job, const gb_node_id *wanted, size_t count,
                   gb_error *err) GB_MUST_CHECK;

/* The oracle of gb_graph_verify over a model's sites. `model` is borrowed. */
gb_site_oracle gb_model_oracle(gb_model *model);

#endif
