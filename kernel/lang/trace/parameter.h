/* Parameters of a model as values of the language. */
#ifndef GB_LANG_TRACE_PARAMETER_H
#define GB_LANG_TRACE_PARAMETER_H

#include "kernel/lang/trace/model_object.h"

/* The Parameter (or buffer) of a module, always the same value while the model has that tensor; the
 * model is loaded at the first call. AttributeError when the module has none of that name. */
gb_value gb_parameter_value(gb_vm *vm, gb_model_state *state, int32_t module,
                            const char *name) GB_MUST_CHECK;

/* Before a run: are gradients of weights wanted from it? Only of programs that speak of gradients.
 * There all parameters of a small model require them, so that every value of a run has its history;
 * of a larger one those that the program has looked at. */
bool gb_parameters_settle(gb_vm *vm, gb_model_state *state, bool *trained) GB_MUST_CHECK;

#endif
