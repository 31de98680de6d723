/* Values of the user's own modules in a trace: read and written while the module is plain code.
 *
 * A module that runs in a trace (the net of NNsight(net), an SAE attached to the tree) adds
 * ordinary nodes. Where it is entered and left each tensor gets a *mark*, a node of its own that is
 * the tensor itself (gb::mark). Who goes on computing uses the mark; who reads `module.output` gets
 * a second mark of it, a *reading*. Writing replaces the mark for all that use it: everything that
 * was computed from it is added anew, and every name for such a value means the new one. So reads
 * may come before writes in the text, as with the places of a model. */
#ifndef GB_LANG_TRACE_MARK_H
#define GB_LANG_TRACE_MARK_H

#include "kernel/lang/trace/trace.h"

/* One marked tensor. */
struct gb_mark {
    gb_node_id node; /* what the flow goes on with now */
    int64_t from;  /* when it was made; until: 0, or when the module was left again, whose input */
    int64_t until; /* it is: assigning replaces it for the module alone */
};

void gb_marks_release(gb_marks *marks);

/* Marks a tensor (a graph value of the trace, or a real tensor, which comes into the graph): `flow`
 * is what code goes on with (the value itself where it is a whole graph value), `site` what reading
 * gives; both owned. */
bool gb_mark_make(gb_trace *trace, gb_value tensor, gb_value *flow, gb_value *site) GB_MUST_CHECK;

/* The user reads this site: writing into the tensor from now on happens here, or later. */
void gb_mark_look(gb_value site);

/* The module whose input `site` is was left; `flow` (what gb_mark_make gave) goes on outside. */
bool gb_mark_close(gb_trace *trace, gb_value site, gb_value flow) GB_MUST_CHECK;

/* A new event: nodes from now on come later than all before. */
bool gb_mark_tick(gb_trace *trace) GB_MUST_CHECK;

/* `module.output = value`: the flow goes on with it. What reading gives from now on; owned. */
gb_value gb_mark_assign(gb_trace *trace, gb_value site, gb_value value) GB_MUST_CHECK;

/* The tensor of a cell that is a mark's became `node`. */
bool gb_mark_write(gb_trace *trace, int32_t mark, gb_node_id node) GB_MUST_CHECK;

/* The node whose gradient is that of a reading. */
gb_node_id gb_mark_flow(const gb_trace *trace, int32_t mark);

/* Takes the marks of another trace over into this one; `to` tells the node of each of its nodes.
 * The first of them gets the number that is returned. -1 with an exception. */
int32_t gb_marks_adopt(gb_trace *trace, const gb_marks *marks, const gb_node_id *to) GB_MUST_CHECK;

#endif
