/* What the files of graph/engine share: the state of one walk over a model with one graph.
 *
 *     place.c     when a node's value is known: keys, waves, impossible orders
 *     need.c      which nodes are needed, and which uses each value still has
 *     pass.c      which steps of the plan are needed in one pass, what may be narrowed
 *     view.c      packed slots as an invoke sees them; put.c: and back
 *     node.c      the value of one node
 *     grad.c      backward passes
 *     generate.c  rows, samplers, tokens: what lies between two passes
 *     exec.c      the loop
 *     run.c       gb_run over an exec: passes, kept values, replays
 *
 * Not for other layers. */
#ifndef GB_ENGINE_EXEC_H
#define GB_ENGINE_EXEC_H

#include "graph/engine/run.h"
#include "graph/model/generate.h"
#include "graph/model/walk.h"

/* Time within a run: wave, generation step, boundary; larger is later. KEY_NOW: before everything.
 * A boundary of KEY_LAST_BOUNDARY comes after all of a pass, KEY_LAST_STEP after all passes. */
typedef int64_t exec_key;
#define KEY_NOW ((exec_key)-1)
enum { KEY_LAST_STEP = 0xffffff, KEY_LAST_BOUNDARY = 0xffffff };

static inline exec_key key_make(int32_t wave, int32_t step, int32_t boundary)
{
    return (exec_key)wave << 48 | (exec_key)step << 24 | boundary;
}
static inline int32_t key_wave(exec_key key)
{
    return (int32_t)(key >> 48);
}
static inline int32_t key_step(exec_key key)
{
    return (int32_t)(key >> 24 & 0xffffff);
}
static inline int32_t key_boundary(exec_key key)
{
    return (int32_t)(key & 0xffffff);
}

typedef enum exec_site_kind { SITE_MODEL, SITE_RESULT, SITE_TOKEN, SITE_IDS } exec_site_kind;

/* A site of the graph, found in the model. */
typedef struct exec_site {
    exec_site_kind kind;
    int32_t place; /* of the plan; -1: none (the run's own, calls of modules); -2: not looked for */
    int32_t module; /* -1 for places of the run */
} exec_site;

/* Latest moment, within the wave of `invoke`, that a value needs of it. */
typedef struct exec_source {
    int32_t invoke;
    exec_key at; /* wave 0 */
    gb_node_id read;
} exec_source;

typedef struct exec_sources {
    int32_t count;
    exec_source *items; /* by invoke, rising; in the exec's arena, shared between nodes */
} exec_sources;

typedef enum exec_status { NODE_UNKNOWN, NODE_KNOWN, NODE_ABSENT } exec_status;

typedef struct exec_node {
    exec_key key;
    exec_sources sources;
    exec_status status;
    bool wanted; /* its value stays until the run is freed */
    bool held;   /* the graph may grow and nothing uses it yet: somebody may */
    bool used;   /* some node of the graph uses it */
    bool needed; /* something that will happen needs it */
    bool done;   /* PRINT, BACKWARD: it has happened, once for the run */
    bool ran;    /* WRITE, BACKWARD: it has happened in this walk */
    bool origin; /* a gradient is asked of it: the walk goes on from this very tensor */
    int32_t uses;
    gb_arg value;      /* owned */
    gb_tensor *tensor; /* origin: what the gradient is taken of, owned; the packed slot of a READ */
    double seconds;
} exec_node;

typedef struct exec_invoke {
    int32_t wave;
    int32_t first, count; /* rows of its wave */
    int32_t steps;        /* passes that ran */
    gb_sampler *sampler;
    bool ended;
} exec_invoke;

/* Rows that walk together. Usually one for all rows of a wave; with `deterministic` one a row. */
typedef struct exec_lane {
    gb_rows rows;
    gb_walk walk;
    bool walking;
    int64_t *selected; /* after narrowing: packed entries that remain */
    int64_t selected_count;
} exec_lane;

/* Where row `r` of the wave is. */
typedef struct exec_row {
    int32_t lane, row;
} exec_row;

typedef struct exec_hook {
    exec_key key;
    gb_node_id id;
} exec_hook;

/* What one pass over the plan has to do; see pass.c. */
typedef struct exec_pass {
    bool *run;           /* [steps] */
    bool *live;          /* [slots] at the walk's present step */
    int32_t *release;    /* [slots] the slot is not needed after this step */
    int32_t *first_free; /* [steps + 2] lists of slots to empty before a step */
    int32_t *next_free;  /* [slots] */
    int32_t end;         /* steps from here on are not needed */
    int32_t narrow_step; /* before this step only some tokens remain; -1: none */
    bool next;           /* a token is chosen after this pass */
} exec_pass;

typedef struct gb_exec {
    gb_model *model;
    const gb_plan *plan;
    const gb_graph *graph;
    gb_run_options options;
    gb_run_counters *counters;
    gb_arena arena;

    exec_site *sites;
    size_t site_capacity;
    int32_t site_count;
    exec_node *nodes;
    size_t node_capacity;
    int32_t node_count; /* of the graph, as far as placed */
    exec_invoke *invokes;
    size_t invoke_capacity;
    int32_t invoke_count;
    int32_t waves;
    bool impossible;
    gb_node_id conflict_write, conflict_read; /* of the last impossible order */

    exec_hook *hooks; /* needed nodes by time, then by the order of the text */
    size_t hook_capacity;
    int32_t hook_count, hook_next;
    exec_key last_needed, target;
    exec_key forced; /* the model itself has to get here: writes before it matter */
    bool open;       /* the graph may grow: keep what might be needed */
    bool grads;      /* a backward pass is needed */

    int32_t wave; /* the pass that is going on */
    int32_t step;
    exec_key cursor; /* all hooks up to here are done; KEY_NOW before the first pass */
    bool wave_open, pass_open, wave_ended;
    exec_lane *lanes;
    int32_t lane_count;
    exec_row *rows;
    int32_t row_count;
    exec_pass pass;
    int64_t *chosen;         /* [rows] the token each row goes on with */
    gb_tensor *random_state; /* of the default generator before the first token was drawn */
} gb_exec;

/* ------------------------------------------------------------------------------------- place.c */

/* Places all nodes that the graph has and `exec` has not seen; may change waves of invokes (then
 * *moved). AttributeError for a site that the model lacks; ValueError for an impossible order. */
bool exec_place(gb_exec *exec, bool *moved, gb_error *err) GB_MUST_CHECK;
/* Finds a site of a graph in a plan. */
bool exec_site_find(const gb_plan *plan, const gb_site *name, bool call, exec_site *out,
                    gb_error *err) GB_MUST_CHECK;

/* -------------------------------------------------------------------------------------- need.c */

/* Works out which nodes are needed for all that is wanted, saved, printed and differentiated, and
 * sorts them into `hooks`; *behind when the walk has passed a place that is needed. */
bool exec_need(gb_exec *exec, bool *behind, gb_error *err) GB_MUST_CHECK;
/* One use of each value that the node uses is over. */
void exec_uses_over(gb_exec *exec, const gb_node *node);
/* The value is kept though nothing uses it (any more). */
bool exec_stays(const gb_exec *exec, gb_node_id id);
void exec_forget(exec_node *node);

/* -------------------------------------------------------------------------------------- pass.c */

bool exec_pass_alloc(gb_exec *exec, gb_error *err) GB_MUST_CHECK;
void exec_pass_release(exec_pass *pass);
/* Which steps of the plan from the walk's present one on are needed, given the hooks. */
void exec_pass_plan(gb_exec *exec);
/* True if a slot that is needed from here on is empty: an earlier plan had no use for it. */
bool exec_pass_lacks(const gb_exec *exec);
/* Asked before every step and every node: false with GB_ERR_INTERRUPT once the run was cancelled or
 * the user interrupted. */
bool exec_goes_on(const gb_exec *exec, gb_error *err) GB_MUST_CHECK;
/* Runs the plan up to step `to`, in every lane. */
bool exec_pass_run(gb_exec *exec, int32_t to, gb_error *err) GB_MUST_CHECK;

/* -------------------------------------------------------------------------------------- view.c */

/* The rows that an invoke sees: its own, or all. */
void exec_rows_of(const gb_exec *exec, int32_t invoke, int32_t *first, int32_t *count);
/* New tokens of a row of the wave in this pass. */
int64_t exec_row_new(const gb_exec *exec, int32_t row);
/* The longest of an invoke's rows in this pass. */
int64_t exec_time_of(const gb_exec *exec, int32_t invoke);
/* A slot as the invoke sees it; `positions` (INT list) or NULL. Owned. */
gb_tensor *exec_view(gb_exec *exec, const gb_place *place, int32_t invoke, const gb_arg *positions,
                     gb_error *err) GB_MUST_CHECK;
/* The packed slot's entries of the last token of each row of an invoke, [R, …]. Owned. */
gb_tensor *exec_last_tokens(gb_exec *exec, int32_t slot, int32_t invoke,
                            gb_error *err) GB_MUST_CHECK;
/* A packed tensor of lane 0 as the invoke sees the place (gradients); owned. */
gb_tensor *exec_view_of(gb_exec *exec, const gb_place *place, int32_t invoke, gb_tensor *packed,
                        gb_error *err) GB_MUST_CHECK;
/* A packed tensor of lane 0 with the invoke's part replaced by `value`; owned. */
gb_tensor *exec_put(gb_exec *exec, const gb_place *place, int32_t invoke, gb_tensor *packed,
                    gb_tensor *value, gb_error *err) GB_MUST_CHECK;
/* Writes a value to a site for an invoke. */
bool exec_write(gb_exec *exec, const gb_node *node, gb_tensor *value, gb_error *err) GB_MUST_CHECK;

/* -------------------------------------------------------------------------------------- node.c */

/* Computes a node whose time has come; it is NODE_ABSENT when something it needs is. */
bool exec_compute(gb_exec *exec, gb_node_id id, gb_error *err) GB_MUST_CHECK;
/* The same for all that it needs first; for what can be computed from values that are known. */
bool exec_compute_deep(gb_exec *exec, gb_node_id id, gb_error *err) GB_MUST_CHECK;
/* The tensor that a node's value is; a number becomes one. Owned; TypeError for what is neither. */
gb_tensor *exec_tensor(const gb_exec *exec, gb_node_id id, gb_error *err) GB_MUST_CHECK;
/* An operator's arguments with node references replaced by values; `count` of them owned. */
bool exec_arguments(const gb_exec *exec, const gb_node *node, gb_arg *args,
                    gb_error *err) GB_MUST_CHECK;

/* -------------------------------------------------------------------------------------- grad.c */

/* Marks the values of which gradients are asked; *behind when one was computed without. */
void exec_grad_mark(gb_exec *exec, bool *behind);
/* Makes the value of an origin one that collects gradients; `place` of a READ, else NULL. */
bool exec_grad_origin(gb_exec *exec, gb_node_id id, const gb_place *place,
                      gb_error *err) GB_MUST_CHECK;
/* The backward pass `id` and all gradients asked of it. Leaves collect theirs the first time. */
bool exec_backward(gb_exec *exec, gb_node_id id, gb_error *err) GB_MUST_CHECK;

/* ---------------------------------------------------------------------------------- generate.c */

/* Makes the rows of wave `exec->wave`. */
bool exec_wave_begin(gb_exec *exec, gb_error *err) GB_MUST_CHECK;
void exec_wave_release(gb_exec *exec);
/* Begins pass `exec->step`: new tokens, an empty walk, a plan. */
bool exec_pass_begin(gb_exec *exec, gb_error *err) GB_MUST_CHECK;
/* Takes the eager variant of attention where a hook looks at it; *behind when it is too late. */
void exec_pass_eager(gb_exec *exec, bool *behind);
/* Ends it: chooses tokens when another may follow; sets wave_ended when none can. */
bool exec_pass_end(gb_exec *exec, gb_error *err) GB_MUST_CHECK;
/* True if the invoke has tokens in the pass that is going on. */
bool exec_takes_part(const gb_exec *exec, int32_t invoke);
/* "ids", "token" and "result" of an invoke; owned. */
gb_tensor *exec_run_place(gb_exec *exec, exec_site_kind kind, int32_t invoke,
                          gb_error *err) GB_MUST_CHECK;

/* -------------------------------------------------------------------------------------- exec.c */

gb_exec *exec_new(gb_model *model, const gb_graph *graph, const gb_run_options *options,
                  gb_run_counters *counters, gb_error *err) GB_MUST_CHECK;
void exec_free(gb_exec *exec);
/* Runs to `target` or to the end of all that is needed, all needed hooks on the way included. What
 * the graph has gained is taken in first; a walk that is too far on for it starts again. */
bool exec_advance(gb_exec *exec, exec_key target, gb_error *err) GB_MUST_CHECK;
/* The same when tokens are what is wanted, not a node. */
bool exec_advance_model(gb_exec *exec, exec_key target, gb_error *err) GB_MUST_CHECK;
#define KEY_END INT64_MAX
/* Takes in what the graph has gained without running anything (impossible orders). */
bool exec_update(gb_exec *exec, gb_error *err) GB_MUST_CHECK;
/* Forgets the walk; keeps wanted values. */
void exec_reset(gb_exec *exec);

#endif
