/* The user's own modules in traces: what modules/nnsight/_net.py needs of C. */
#ifndef GB_LANG_TRACE_NET_H
#define GB_LANG_TRACE_NET_H

#include "kernel/lang/trace/trace.h"

/* Functions of the module `nnsight._net`. */
extern const gb_module_spec gb_net_module;

/* A module of the user's at `path`, attached to the tree of a model, as an envoy. */
gb_value gb_net_envoy(gb_vm *vm, gb_model_state *state, gb_value module,
                      gb_value path) GB_MUST_CHECK;

/* The runs of modules that an edit recorded become runs of this trace; `to` tells what each node of
 * the edit is here. */
bool gb_net_adopt(gb_trace *trace, const gb_trace *edit, const gb_node_id *to) GB_MUST_CHECK;

/* A value of the net, by path and "output" or "input", in the current invoke: read and assigned. */
gb_value gb_net_read(gb_trace *trace, const char *path, const char *leaf) GB_MUST_CHECK;
bool gb_net_assign(gb_trace *trace, const char *path, const char *leaf,
                   gb_value value) GB_MUST_CHECK;

/* A model state as a value of the cell language; and back (NULL for other values), borrowed. */
gb_value gb_net_state_value(gb_vm *vm, gb_model_state *state) GB_MUST_CHECK;

/* Calls of modules that belong to the trace's model are seen from now on, until the trace is
 * popped. Nothing happens for a model without modules of the user's. */
bool gb_net_watch(gb_trace *trace) GB_MUST_CHECK;
void gb_net_unwatch(gb_trace *trace);

/* Runs the net of NNsight(net) on an invoke's arguments (a tuple and a dict), as a new invoke. */
bool gb_net_run(gb_trace *trace, gb_value args, gb_value keywords) GB_MUST_CHECK;

/* What the net gave in the current invoke. Owned. */
gb_value gb_net_result(gb_trace *trace) GB_MUST_CHECK;

#endif
