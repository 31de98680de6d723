/* The wire form of jobs and results; README.md in this folder is its specification.
 *
 * A job is what a client asks of a server: a model by name, a graph with its prompts, how to run
 * it, and which values are to come back. A result is those values. Both are a JSON document and
 * tensors in one block (pack.h). Nothing that is read here is trusted: every size, name, reference
 * and operator is checked, a graph is built only through gb_graph_append, and what is not known is
 * an error, never skipped. What needs the model (sites, vocabulary, lengths) is admit.h. */
#ifndef GB_SHARE_WIRE_H
#define GB_SHARE_WIRE_H

#include "graph/engine/run.h"
#include "graph/model/generate.h"
#include "graph/tensor/print.h"
#include "share/limit.h"
#include "share/pack.h"

/* The version of everything below. A reader refuses other ones. */
enum { GB_WIRE_VERSION = 1 };

/* --- jobs ------------------------------------------------------------------------------------- */

typedef struct gb_wire_job {
    const char *model; /* the name that the server knows it by */
    gb_graph *graph;
    const gb_generation *generation; /* NULL: one forward pass */
    bool deterministic;
    const gb_print_options *print; /* NULL: PyTorch's defaults */

    /* Values to send back beside those that the graph saves; nodes whose prints are not to be
     * shown again. */
    const gb_node_id *wanted;
    size_t wanted_count;
    const gb_node_id *shown;
    size_t shown_count;

    /* How far to run: up to a node, up to where a generation step begins, or (GB_NO_NODE and -1) to
     * the end. */
    gb_node_id until_node;
    int32_t until_step;

    /* State of the default random generator to begin with, [S] uint8; NULL: nobody cares. */
    gb_tensor *random_state;
} gb_wire_job;

/* Nothing of the graph wanted, no model yet: to start from. */
#define GB_WIRE_JOB_INIT                                                                           \
    {                                                                                              \
        .until_node = GB_NO_NODE, .until_step = -1                                                 \
    }

/* Appends the job's block. ValueError for what cannot travel (a generator, a dtype that safetensors
 * lacks), with the node's span. */
bool gb_wire_job_write(const gb_wire_job *job, gb_buffer *out, gb_error *err) GB_MUST_CHECK;

/* Where reading failed, beside the message. */
typedef struct gb_wire_fault {
    gb_limit limit;  /* the limit that was met, or GB_LIMIT_NONE */
    gb_node_id node; /* the node at fault, or GB_NO_NODE */
} gb_wire_fault;

/* A job that came, and what it consists of. */
typedef struct gb_wire_job_owner {
    gb_wire_job job; /* everything in it is owned below */
    gb_pack pack;
    gb_arena arena;
    gb_generation generation;
    gb_print_options print;
} gb_wire_job_owner;

/* Reads a block. On failure there is nothing to release, and `fault` tells where. */
bool gb_wire_job_read(const void *bytes, size_t n, gb_wire_job_owner *out, gb_wire_fault *fault,
                      gb_error *err) GB_MUST_CHECK;
void gb_wire_job_release(gb_wire_job_owner *owner);

/* --- results ---------------------------------------------------------------------------------- */

typedef struct gb_wire_value {
    gb_node_id node;
    gb_arg value; /* a tensor, a number, or a list */
} gb_wire_value;

typedef struct gb_wire_result {
    const gb_wire_value *values;
    size_t value_count;
    const gb_node_id *absent; /* wanted nodes that can never have a value */
    size_t absent_count;
    const int32_t *steps; /* generation steps that ran, by invoke */
    size_t step_count;
    bool came; /* of a job with `until_step`: the step begins */
    gb_run_counters counters;
    gb_tensor *random_state; /* after the run, if the job came with one; else NULL */
} gb_wire_result;

bool gb_wire_result_write(const gb_wire_result *result, gb_buffer *out,
                          gb_error *err) GB_MUST_CHECK;

typedef struct gb_wire_result_owner {
    gb_wire_result result;
    gb_pack pack;
    gb_arena arena;
} gb_wire_result_owner;

/* On failure there is nothing to release. */
bool gb_wire_result_read(const void *bytes, size_t n, gb_wire_result_owner *out,
                         gb_error *err) GB_MUST_CHECK;
void gb_wire_result_release(gb_wire_result_owner *owner);

/* --- errors ----------------------------------------------------------------------------------- */

/* {"class": "ValueError", "message": "…", "node": 7, "span": [1, 40, 52], "limit": "nodes"}, the
 * last three where they are known; `fault` may be NULL. Owned; NULL without memory. */
json_t *gb_wire_error_json(const gb_error *error, const gb_wire_fault *fault);

/* Fills `err` from such an object; what is no such object becomes a RuntimeError that says so. */
void gb_wire_error_take(const json_t *object, gb_error *err);

#endif
