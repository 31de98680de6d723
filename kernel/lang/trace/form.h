/* The structure of a module's input or output as values: tuples, keyword dicts, records of
 * transformers, with a graph value for each tensor. */
#ifndef GB_LANG_TRACE_FORM_H
#define GB_LANG_TRACE_FORM_H

#include "kernel/lang/trace/trace.h"

/* What `m.output` or `m.inputs` is in the current invoke and step. Owned. */
gb_value gb_form_read(gb_trace *trace, const gb_form *form) GB_MUST_CHECK;

/* Assigns a value of the same structure; a single tensor or number goes to the first tensor. Parts
 * that are what is there already are left alone. TypeError where the structures do not meet. */
bool gb_form_assign(gb_trace *trace, const gb_form *form, gb_value value, bool skip) GB_MUST_CHECK;

#endif
