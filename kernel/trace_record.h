/* What a session keeps of the last trace: enough for a picture (`%graph`), and no values.
 *
 * The graph itself dies with the trace; holding the trace would hold everything it computed. */
#ifndef GB_KERNEL_TRACE_RECORD_H
#define GB_KERNEL_TRACE_RECORD_H

#include "display/bundle.h"
#include "kernel/lang/trace/trace.h"

typedef struct gb_trace_record gb_trace_record;

/* Graphs of more nodes are told of, not drawn. */
enum { GB_RECORD_NODES = 4096 };

gb_trace_record *gb_trace_record_new(gb_error *err) GB_MUST_CHECK;
void gb_trace_record_free(gb_trace_record *record);

/* Replaces what is kept by this trace, at its end. Nothing is kept when memory is out. */
void gb_trace_record_take(gb_trace_record *record, const gb_trace *trace);

/* The picture. ValueError when there was no trace yet, or it was too large. */
bool gb_trace_record_show(const gb_trace_record *record, gb_bundle *out,
                          gb_error *err) GB_MUST_CHECK;

#endif
