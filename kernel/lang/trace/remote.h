/* remote=True in the cell language: which backend a trace has, models that only a server has, jobs
 * that nobody waits for. The backends themselves are the host's. */
#ifndef GB_LANG_TRACE_REMOTE_H
#define GB_LANG_TRACE_REMOTE_H

#include "kernel/lang/trace/trace.h"

/* `remote=value`: True, "local", or a false value for this process. */
bool gb_trace_use_remote(gb_trace *trace, gb_value value) GB_MUST_CHECK;

/* The remote= of the innermost session that is open and says one; borrowed, unset: none does. */
gb_value gb_session_remote_peek(gb_vm *vm);

/* The backend that remote=True stands for, borrowed; NULL with the error, ValueError when no server
 * is named anywhere. */
gb_backend *gb_backend_remote(gb_vm *vm, bool here, gb_error *err);

/* A model without weights, from the description of the server that is named; NULL without an error
 * when none is named. */
gb_model *gb_model_from_server(gb_vm *vm, const char *id, const gb_model_options *options,
                               gb_error *err);

/* For blocking=False: the caller's names that are values of the trace, as a dict, into *names. */
bool gb_trace_keep_names(gb_trace *trace, gb_value *names) GB_MUST_CHECK;

/* `tracer.backend`; None for a trace that runs in this process. `names` may be unset. */
gb_value gb_remote_handle(gb_vm *vm, gb_trace *trace, gb_value names) GB_MUST_CHECK;

/* nnsight.status(), nnsight.is_model_running(id): rows for the module. */
gb_value gb_remote_status(gb_vm *vm, gb_value *args);
gb_value gb_remote_is_running(gb_vm *vm, gb_value *args);

#endif
