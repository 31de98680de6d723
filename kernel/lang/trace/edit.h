/* Edits: a block recorded once, part of every later trace of its model.
 *
 * An edit is a graph over no particular prompt: it is recorded without shapes, and its nodes are
 * added anew to each invoke that comes later, before the block's own. */
#ifndef GB_LANG_TRACE_EDIT_H
#define GB_LANG_TRACE_EDIT_H

#include "kernel/lang/trace/trace.h"

/* What `with model.edit()` recorded. Reference-counted. */
struct gb_edit {
    uint32_t refs;
    gb_trace *trace; /* owned; its graph is the edit */
};

/* Takes the finished trace of an edit block into the model's list. */
bool gb_edit_add(gb_model_state *model, gb_trace *trace) GB_MUST_CHECK;
void gb_edits_clear(gb_model_state *model);

/* Adds the nodes of all edits of the trace's model for its current invoke. */
bool gb_edits_apply(gb_trace *trace) GB_MUST_CHECK;

#endif
