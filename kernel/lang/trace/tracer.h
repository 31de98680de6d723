/* The contexts of a trace: `with model.trace(...) as tracer`, `with tracer.invoke(...)`, and what
 * the tracer answers. */
#ifndef GB_LANG_TRACE_TRACER_H
#define GB_LANG_TRACE_TRACER_H

#include "kernel/lang/trace/trace.h"

extern const gb_type_spec gb_tracer_spec; /* what `with model.trace(...) as tracer` binds */

/* The tracer that `model.trace(input, **keywords)` gives; nothing runs before it is entered. */
gb_value gb_tracer_new(gb_vm *vm, gb_model_state *model, gb_trace_mode mode, gb_value input,
                       gb_value keywords) GB_MUST_CHECK;

/* `with model.edit() as (tracer, edited)`: what is recorded becomes part of `target`, whose value
 * is `model`. */
gb_value gb_edit_context(gb_vm *vm, gb_model_state *target, gb_value model) GB_MUST_CHECK;

/* All steps of a generation, to loop over. */
gb_value gb_steps_all(gb_vm *vm, gb_trace *trace) GB_MUST_CHECK;
/* What has `.output`: the ids that the generation gives. */
gb_value gb_generator_value_of(gb_vm *vm, gb_trace *trace) GB_MUST_CHECK;

/* `with model.session()`: values flow between its traces. */
gb_value gb_session_context(gb_vm *vm, gb_value model, gb_value keywords) GB_MUST_CHECK;

#endif
