/* Parameters of a model as values of the language. */
#ifndef GB_LANG_TRACE_PARAMETER_H
#define GB_LANG_TRACE_PARAMETER_H

#include "kernel/lang/trace/model_object.h"

/* The Parameter (or buffer) of a module, always the same value while the model has that tensor; the
 * model is loaded at the first call. AttributeError when the module has none of that name. */
gb_value gb_parameter_value(gb_vm *vm, gb_model_state *state, int32_t module,
                            const char *name) GB_MUST_CHECK;

/* Before a run: the parameters of a small model are trained from the beginning, so that every value
 * of a run has its history. */
bool gb_parameters_settle(gb_vm *vm, gb_model_state *state) GB_MUST_CHECK;

#endif
