/* The job log: what was accepted, what it printed, what came of it. One SQLite file.
 *
 * A job that gb_store_add took is on disk before the call returns, and so is every change of its
 * state. When the store is opened, jobs that ran when the last process ended are queued again, so
 * that each job comes to exactly one result; one under which the process ended too often
 * (GB_LIMIT_ATTEMPTS) fails instead. Prints of an attempt that is repeated are not logged twice.
 * Finished jobs are forgotten after GB_LIMIT_KEPT seconds.
 *
 * All functions may be called from any thread. The file belongs to one process at a time. */
#ifndef GB_SHARE_STORE_H
#define GB_SHARE_STORE_H

#include "graph/base/buffer.h"
#include "graph/base/json.h"
#include "share/state.h"

typedef struct gb_store gb_store;

enum { GB_JOB_ID_SIZE = 33 };

/* Opens or makes the file; ":memory:" keeps nothing. OSError: it cannot be used, is of another
 * version, or belongs to a server that runs. */
gb_store *gb_store_open(const char *path, gb_error *err) GB_MUST_CHECK;
void gb_store_close(gb_store *store);

/* --- jobs ------------------------------------------------------------------------------------- */

typedef struct gb_store_entry {
    const char *key; /* idempotency key, NULL for none */
    const char *model;
    const void *body; /* the job's block as it came */
    size_t size;
} gb_store_entry;

typedef enum gb_store_added {
    GB_STORE_FAILED, /* with the error */
    GB_STORE_ADDED,
    GB_STORE_KNOWN,    /* the key came before with the same body: `id` is that job's */
    GB_STORE_CONFLICT, /* the key came before with another body */
    GB_STORE_FULL,     /* GB_LIMIT_QUEUED jobs wait */
} gb_store_added;

gb_store_added gb_store_add(gb_store *store, const gb_store_entry *entry, char id[GB_JOB_ID_SIZE],
                            gb_error *err) GB_MUST_CHECK;

/* The oldest job that waits becomes a running one: its id and body (appended). *found is false
 * when none waits. */
bool gb_store_take(gb_store *store, char id[GB_JOB_ID_SIZE], gb_buffer *body, bool *found,
                   gb_error *err) GB_MUST_CHECK;

/* Logs what a node printed, unless an earlier attempt did. */
bool gb_store_print(gb_store *store, const char *id, int32_t node, const char *text,
                    gb_error *err) GB_MUST_CHECK;

/* How a running job ended; one of `result` and `error` is there unless it was cancelled. */
typedef struct gb_store_end {
    gb_job_state state; /* a final one */
    const void *result; /* the result's block, NULL for none */
    size_t size;
    const json_t *error; /* of gb_wire_error_json, or NULL */
} gb_store_end;

/* Ends a running job, once: a job that is not running is left as it is. */
bool gb_store_finish(gb_store *store, const char *id, const gb_store_end *end,
                     gb_error *err) GB_MUST_CHECK;

/* A job that waits is cancelled at once; one that runs is remembered as one that should end. *state
 * is what it was before. KeyError: no such job. */
bool gb_store_cancel(gb_store *store, const char *id, gb_job_state *state,
                     gb_error *err) GB_MUST_CHECK;

/* True if a job that runs was cancelled. */
bool gb_store_wants_end(gb_store *store, const char *id);

/* --- looking ---------------------------------------------------------------------------------- */

typedef struct gb_store_view {
    gb_job_state state;
    int64_t ahead;  /* jobs that come before it in the queue */
    int64_t last;   /* number of its last event */
    json_t *events; /* those after the one asked for: {"n": 2, "kind": "print", "node": 5, "text":
                       …} or {"n": 1, "kind": "state", "text": "queued"} */
    json_t *error;  /* of a failed job, or NULL */
    double created, started, ended; /* seconds since 1970; 0: not yet */
    int64_t result_size;            /* -1: there is none */
    char result_hash[65];           /* SHA-256 in hexadecimal */
    char model[256];
} gb_store_view;

/* KeyError: no such job. Release in case of success. */
bool gb_store_look(gb_store *store, const char *id, int64_t after, gb_store_view *out,
                   gb_error *err) GB_MUST_CHECK;
void gb_store_view_release(gb_store_view *view);

/* Bytes [offset, offset + n) of a result, appended; fewer at its end. */
bool gb_store_result(gb_store *store, const char *id, int64_t offset, size_t n, gb_buffer *out,
                     gb_error *err) GB_MUST_CHECK;

/* How many jobs are in each state. */
bool gb_store_count(gb_store *store, int64_t counts[GB_JOB_CANCELLED + 1],
                    gb_error *err) GB_MUST_CHECK;

/* The newest jobs: [{"id":, "model":, "state":, "created":, "started":, "ended":}, …]. Owned. */
json_t *gb_store_recent(gb_store *store, int limit, gb_error *err) GB_MUST_CHECK;

/* --- waiting ---------------------------------------------------------------------------------- */

/* Counts the changes of the store (and calls of gb_store_wake). */
uint64_t gb_store_news(gb_store *store);

/* Sleeps until the count is another one than `seen`, at most `seconds`. */
void gb_store_wait(gb_store *store, uint64_t seen, double seconds);

/* Wakes everybody who waits. */
void gb_store_wake(gb_store *store);

#endif
