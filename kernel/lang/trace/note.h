/* Notes: what a program says is allowed, and probably not what is meant. They show beside the
 * output and change nothing. */
#ifndef GB_LANG_TRACE_NOTE_H
#define GB_LANG_TRACE_NOTE_H

#include "kernel/lang/trace/proxy.h"

/* A tensor is about to be written in place: says so if it was saved before under any name. */
void gb_note_overwritten(gb_trace *trace, const gb_graph_cell *cell);

/* `value[key]` is being read: says so if `block.output[0][:, -1]` is meant as before
 * transformers 5. */
void gb_note_old_index(gb_vm *vm, gb_value value, gb_value key);

#endif
