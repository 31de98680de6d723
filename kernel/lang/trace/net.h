/* The user's own modules in traces: what modules/nnsight/_net.py needs of C. */
#ifndef GB_LANG_TRACE_NET_H
#define GB_LANG_TRACE_NET_H

#include "kernel/lang/trace/trace.h"

/* Functions of the module `nnsight._net`. */
extern const gb_module_spec gb_net_module;

/* A model state as a value of the cell language; and back (NULL for other values), borrowed. */
gb_value gb_net_state_value(gb_vm *vm, gb_model_state *state) GB_MUST_CHECK;

/* Calls of modules that belong to the trace's model are seen from now on, until the trace is popped.
 * Nothing happens for a model without modules of the user's. */
bool gb_net_watch(gb_trace *trace) GB_MUST_CHECK;
void gb_net_unwatch(gb_trace *trace);

/* Runs the net of NNsight(net) on an invoke's arguments (a tuple and a dict), as a new invoke. */
bool gb_net_run(gb_trace *trace, gb_value args, gb_value keywords) GB_MUST_CHECK;

/* What the net gave in the current invoke. Owned. */
gb_value gb_net_result(gb_trace *trace) GB_MUST_CHECK;

#endif
