/* print() of graph values: a node that prints when the value is known, in the order of the text. */
#ifndef GB_LANG_TRACE_PRINT_H
#define GB_LANG_TRACE_PRINT_H

#include "kernel/lang/trace/trace.h"

/* The gb_run_print of every trace (context: the gb_trace): formats and writes to the program's
 * output. */
bool gb_trace_show_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                         gb_error *err);

/* Replaces the builtin print by one that knows graph values. */
bool gb_print_install(gb_vm *vm) GB_MUST_CHECK;

#endif
