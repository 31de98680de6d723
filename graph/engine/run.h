/* A run: one model, one graph, walked together.
 *
 * The run walks the model's plan over packed rows and, at the boundaries where the graph has nodes,
 * reads, computes and writes. It can stop at any node and go on later; the graph may have grown in
 * between. Appending a node that belongs to a place the run has passed (or needing a value that was
 * not kept on the way) makes it start again from the first place it needs; the numbers are the
 * same, prints are not repeated.
 *
 * What is computed: everything that a wanted node (gb_run_want), a SAVE, a PRINT or a BACKWARD
 * needs, and of the model only the steps that lead there. A WRITE alone makes nothing run.
 *
 * One thread at a time. Interrupts (gb_interrupt_flag) and `cancel` are looked at before every step
 * of the plan; either ends the call with KeyboardInterrupt and leaves the run usable: the next call
 * starts again. After any error nothing but the kept values is held. */
#ifndef GB_ENGINE_RUN_H
#define GB_ENGINE_RUN_H

#include "graph/base/progress.h"
#include "graph/ir/graph.h"
#include "graph/tensor/print.h"

#include <stdatomic.h>

typedef struct gb_model gb_model;
typedef struct gb_generation gb_generation; /* graph/model: how tokens are chosen, when to end */
typedef struct gb_run gb_run;

/* Shows a PRINT node: `values[i]` belongs to the node's i-th argument (texts and other constants as
 * they are, nodes by value). A PRINT of a step that never came is not shown. In the order of the
 * text within an invoke. False stops the run with `err`. */
typedef bool gb_run_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                          gb_error *err);

/* How a graph is to be run. Zero-initialised: one forward pass, nothing reported. Everything
 * pointed to is borrowed and must outlive the run. */
typedef struct gb_run_options {
    const gb_generation *generation; /* NULL: one forward pass; else generate */
    bool deterministic; /* one row at a time through the same kernels: bit-equal to separate runs */
    bool history;   /* values that come of constants which require gradients keep their history */
    bool weights;   /* ... and those that come of the model's trained weights */
    bool timing;    /* measure every node and step (gb_run_node_seconds) */
    bool no_passes; /* run the graph as it stands (for tests and `show`) */
    const gb_progress *progress;
    const atomic_bool *cancel;             /* set by another thread; may be NULL */
    gb_run_print *print;                   /* NULL: prints are dropped */
    void *context;                         /* of print */
    const gb_print_options *print_options; /* how tensors show where prints become text on the way
                                              (share/); NULL: PyTorch's defaults */
} gb_run_options;

/* The model is referenced, the graph borrowed: it may grow, and must outlive the run. Weights are
 * read when first needed. */
gb_run *gb_run_new(gb_model *model, gb_graph *graph, const gb_run_options *options,
                   gb_error *err) GB_MUST_CHECK;
void gb_run_free(gb_run *run);

/* Looks at what the graph has gained and runs nothing: AttributeError for a place that the model
 * lacks, ValueError for an impossible order (T3: a write from a value that the same run computes
 * later), with the span of the write. Then *write and *read (either may be NULL) are the two nodes
 * that contradict each other; else GB_NO_NODE. */
bool gb_run_check(gb_run *run, gb_node_id *write, gb_node_id *read, gb_error *err) GB_MUST_CHECK;

/* Says whether the value of `node` is to be kept once it is known. What nobody wants (and no SAVE
 * keeps) is released after its last use. */
bool gb_run_want(gb_run *run, gb_node_id node, bool wanted, gb_error *err) GB_MUST_CHECK;

/* Runs up to where the node's value is known and keeps it (as gb_run_want). For a PRINT, SAVE or
 * WRITE: up to where it has happened. Errors carry the span of the node that failed. */
bool gb_run_until(gb_run *run, gb_node_id node, gb_error *err) GB_MUST_CHECK;

/* Generation: runs up to where step `step` is about to begin; *came is false when every row ended
 * before (end token, or no more steps allowed). Step 0 always comes. */
bool gb_run_until_step(gb_run *run, int32_t step, bool *came, gb_error *err) GB_MUST_CHECK;

/* Runs all that is needed and not done yet. A second call with nothing new does nothing. */
bool gb_run_finish(gb_run *run, gb_error *err) GB_MUST_CHECK;

/* The value of a node: TENSOR, a scalar, or a LIST for an operator with several results; borrowed,
 * valid until the run is freed or the node is no longer wanted. NULL while it is not known; a node
 * of a step that never came stays NULL (gb_run_absent). Tensors are the invoke's view: [B, T, ...].
 */
const gb_arg *gb_run_value(const gb_run *run, gb_node_id node);
/* True when the node can never have a value: its step, or that of something it needs, never came,
 * or its invoke was stopped before. */
bool gb_run_absent(const gb_run *run, gb_node_id node);

/* Generation steps that ran for an invoke (1 for a forward pass that ran). */
int32_t gb_run_steps(const gb_run *run, int32_t invoke);

/* What ran, for `%graph`, `%time` and the tests. Sums over all walks of the run. */
typedef struct gb_run_counters {
    int64_t walks;           /* forward walks begun: waves, and replays */
    int64_t replays;         /* how many of them because the graph grew behind the run */
    int64_t rows;            /* sequences */
    int64_t tokens;          /* positions fed through the model, over all steps and walks */
    int64_t tokens_shared;   /* positions not computed because another row had them */
    int64_t tokens_narrowed; /* positions that the end of the plan was spared */
    int64_t plan_steps;      /* steps of the plan that ran */
    int64_t plan_steps_cut;  /* steps that nothing needed */
    int64_t nodes;           /* nodes computed */
    double seconds_plan;     /* in plan steps (0 unless `timing`) */
    double seconds_nodes;    /* in nodes (0 unless `timing`) */
} gb_run_counters;
void gb_run_count(const gb_run *run, gb_run_counters *counters);

/* Seconds spent on a node over the whole run; 0 unless `timing`. */
double gb_run_node_seconds(const gb_run *run, gb_node_id node);

#endif
