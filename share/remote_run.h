/* A run whose graph is sent as jobs: what was asked, what came back. Shared by the backends of
 * remote.h; how a job travels is their gb_carrier. */
#ifndef GB_SHARE_REMOTE_RUN_H
#define GB_SHARE_REMOTE_RUN_H

#include "graph/engine/backend.h"
#include "share/client.h"
#include "share/wire.h"

/* Takes one job to where it is run. All called by one thread. */
typedef struct gb_carrier {
    /* Sends the block of a job of `run`. */
    bool (*send)(gb_backend_run *run, const gb_buffer *block, gb_error *err);

    /* Waits until the job that was sent has ended, at most `seconds`, telling prints by
     * gb_remote_print. *state is final when it has; DONE: the result's block is appended. False
     * with the job's error when it failed. */
    bool (*follow)(gb_backend_run *run, double seconds, gb_job_state *state, gb_buffer *result,
                   gb_error *err);

    /* Gives the job up. */
    void (*cancel)(gb_backend_run *run);
} gb_carrier;

typedef struct gb_remote_node {
    bool wanted;
    bool shown; /* PRINT: its text was told */
    bool absent;
    gb_arg *value; /* owned; NULL: not known */
} gb_remote_node;

struct gb_backend_run {
    gb_backend *backend;
    const gb_carrier *carrier;
    gb_job job; /* borrowed parts */
    gb_run_options options;
    atomic_bool cancelled;

    gb_remote_node *nodes; /* [node_count] */
    size_t node_capacity;
    int32_t node_count;
    int32_t finished; /* nodes of the graph when it was last run to the end */
    int32_t *steps;   /* by invoke; owned */
    size_t step_count;
    int32_t step_writes; /* WRITEs of the graph when the steps were learnt; -1: never */
    gb_run_counters counters;
    gb_tensor *random_state; /* of the generator before the first job; NULL: not needed yet */

    char id[GB_CLIENT_ID]; /* of the job that was sent last, "" for none */
    char cursor[GB_CLIENT_CURSOR];
    gb_job_state state;
    bool pending;       /* its result is still to be taken */
    int32_t sent_nodes; /* nodes of the graph when it was sent */
    bool sent_whole;    /* it runs to the end */
    gb_buffer arrived;  /* in this process: the result's block */
};

/* The functions of a gb_backend that are the same for every carrier. */
void gb_remote_fill(gb_backend *backend);

/* A run over a carrier; what `job` points to is borrowed. */
gb_backend_run *gb_remote_run_new(gb_backend *backend, const gb_carrier *carrier, const gb_job *job,
                                  gb_error *err) GB_MUST_CHECK;

/* Tells what a PRINT node showed, unless it was told before. */
bool gb_remote_print(gb_backend_run *run, gb_node_id node, const char *text,
                     gb_error *err) GB_MUST_CHECK;

#endif
