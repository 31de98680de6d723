/* A job from its block to its result's block: read, admitted, run, written. What the server's
 * worker does with every job, and this process with remote="local". */
#ifndef GB_SHARE_EXECUTE_H
#define GB_SHARE_EXECUTE_H

#include "share/wire.h"

/* Who runs it, and what it may call back. Everything is borrowed. */
typedef struct gb_execution {
    void *context;

    /* The model of a name, borrowed; NULL with the error. */
    gb_model *(*model)(void *context, const char *id, gb_error *err);

    /* A PRINT node's text, which the sender has not seen yet. False stops the job with `err`. */
    bool (*print)(void *context, gb_node_id node, const char *text, gb_error *err);

    const gb_progress *progress; /* may be NULL */
    const atomic_bool *cancel;   /* may be NULL */
} gb_execution;

/* Appends the result's block. On failure `err` says why, `fault` (never NULL) where. `counters`
 * (may be NULL) are of the run. */
bool gb_execute(const gb_execution *how, const gb_buffer *block, gb_buffer *result,
                gb_run_counters *counters, gb_wire_fault *fault, gb_error *err) GB_MUST_CHECK;

#endif
