/* A trace: one block of a program, as a graph over a model, and its run.
 *
 * The block runs as ordinary code; reading `module.output` gives a proxy, assigning writes. What is
 * read and written belongs to the current *invoke* (whose prompts) and *step* (of a generation). At
 * the end of the block what is still wanted is run, by the backend of the model (here or remote).
 */
#ifndef GB_LANG_TRACE_TRACE_H
#define GB_LANG_TRACE_TRACE_H

#include "kernel/lang/trace/model_object.h"
#include "kernel/lang/trace/proxy.h"

#include "graph/engine/backend.h"
#include "graph/model/generate.h"

typedef enum gb_trace_state {
    GB_TRACE_OPEN,  /* the block is being executed */
    GB_TRACE_DONE,  /* it has run; values can be looked at */
    GB_TRACE_FAILED /* it raised: values are not there */
} gb_trace_state;

typedef enum gb_trace_mode {
    GB_TRACE_FORWARD,
    GB_TRACE_GENERATE,
    GB_TRACE_SCAN,
    GB_TRACE_EDIT
} gb_trace_mode;

typedef struct gb_proxy gb_proxy;

/* Values of the user's own modules: mark.h. `time` counts events, modules entered and left. */
typedef struct gb_mark gb_mark;
typedef struct gb_marks {
    gb_mark *items;
    size_t count, capacity;
    int64_t *times; /* of nodes: during which event each was added; copies keep theirs */
    size_t time_count, time_capacity;
    int64_t now;
    int64_t next_id; /* of gb::mark; even: of flows; odd: of readings */
} gb_marks;

/* Reference-counted: the block's context and every proxy hold it. */
struct gb_trace {
    uint32_t refs;
    gb_vm *vm;
    gb_model_state *model; /* owned reference */
    gb_trace_state state;
    gb_trace_mode mode;
    gb_graph *graph;
    gb_backend *backend;       /* borrowed */
    gb_backend_run *run;       /* made at the first look, or at the end */
    gb_generation *generation; /* of a generate; owned */
    gb_run_options options;
    gb_progress progress;
    int32_t invoke; /* the current one, GB_NO_INVOKE outside all */
    int32_t step;   /* the current one */
    bool stopped;   /* tracer.stop() was met */
    bool sent_only; /* blocking=False: the end of the block sends the job and does not wait */
    gb_graph_cell **cell_list;
    size_t cell_count, cell_capacity;
    gb_value saved;      /* list of containers that were saved, or unset */
    bool prints;         /* it has prints: later ones wait for their turn */
    bool any_saved;      /* something in the block said .save() */
    gb_proxy *proxies;   /* all that live, in a ring-less double list */
    gb_node_id backward; /* the backward pass that `.grad` belongs to, or GB_NO_NODE */
    gb_value caches;     /* list of (cache, invoke), or unset */
    gb_value applied;    /* dict (invoke, module) -> the runs of a user's module; or unset */
    gb_marks marks;      /* of their values */
    struct gb_adoption *adoption; /* while an edit is taken over: net.c */
    int32_t net_invokes;          /* of NNsight(net), which the graph does not know as invokes */
    bool watched;                 /* calls of the user's modules are seen */
    struct gb_trace *outer;       /* the trace that was current before */
    struct gb_trace *next_living, **link; /* all traces of the VM */
};

gb_trace *gb_trace_new(gb_vm *vm, gb_model_state *model, gb_trace_mode mode) GB_MUST_CHECK;
gb_trace *gb_trace_ref(gb_trace *trace);
void gb_trace_unref(gb_trace *trace);

/* True for the trace of a user's own module, NNsight(net). */
static inline bool gb_trace_is_net(const gb_trace *trace)
{
    return !gb_is_unset(trace->model->net);
}

/* The innermost open trace, or the innermost one of a model; borrowed, NULL when there is none. */
gb_trace *gb_trace_current(gb_vm *vm);
gb_trace *gb_trace_current_of(gb_vm *vm, const gb_model_state *model);
void gb_trace_push(gb_trace *trace);
void gb_trace_pop(gb_trace *trace);

/* Adds an invoke with what `input` says (input.h) and makes it current; -1 with an exception. */
int32_t gb_trace_add_invoke(gb_trace *trace, const gb_invoke *invoke) GB_MUST_CHECK;

/* The present tensor at a place of the model, for the current invoke and step. Owned proxy. */
gb_value gb_trace_read(gb_trace *trace, int32_t place) GB_MUST_CHECK;
/* `module.output = v`: whole replacement; scalars and broadcastable tensors fill the shape. */
bool gb_trace_assign(gb_trace *trace, int32_t place, gb_value value, bool skip) GB_MUST_CHECK;

/* The run of the trace, made at the first call, borrowed; NULL with an exception. */
gb_backend_run *gb_trace_run(gb_trace *trace) GB_MUST_CHECK;

/* Runs up to a node; its value, borrowed; NULL with an exception. */
const gb_arg *gb_trace_value(gb_trace *trace, gb_node_id node) GB_MUST_CHECK;

/* The end of the block: runs what is wanted, or drops everything when it raised. */
bool gb_trace_finish(gb_trace *trace) GB_MUST_CHECK;
void gb_trace_fail(gb_trace *trace);

/* `tracer.stop()`: the block ends here, and nothing after it runs. Raises what the block's end
 * takes. */
gb_value gb_trace_stop(gb_vm *vm, gb_trace *trace);

/* The context of `with loss.backward():`; entering and leaving it does nothing by itself. */
gb_value gb_backward_context(gb_vm *vm) GB_MUST_CHECK;

/* `x.save()` on anything: proxies inside containers are found at the end of the block. */
bool gb_trace_save(gb_vm *vm, gb_value v) GB_MUST_CHECK;
/* The same for a given trace. */
bool gb_trace_keep(gb_trace *trace, gb_value v) GB_MUST_CHECK;

/* Meta tensor of a place for the current invoke, owned; NULL without an exception when not known.
 */
gb_tensor *gb_trace_place_meta(gb_trace *trace, int32_t place);

/* The span of the line that is being executed, for nodes. */
gb_span gb_trace_span(gb_trace *trace);

#endif
