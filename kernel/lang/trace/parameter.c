/* Parameters of a model as values: one Parameter each, looking at the very tensor that the model
 * computes with, so that gradients reach it and writing in place changes the model. */
#include "kernel/lang/trace/parameter.h"

#include "kernel/lang/torch/tensor.h"

#include "graph/tensor/autograd.h"

/* The values of a model of at most this size keep their history, as in PyTorch. Of a larger one
 * only what parameters that the program has in its hands lead to. */
static const uint64_t small_model = 64ull << 20;

/* Who says none of these has no use for gradients of weights: his runs keep no history. */
static const char *const gradient_names[] = {"backward", "requires_grad", "autograd"};

static bool can_be_trained(const gb_tensor *t)
{
    gb_dtype dtype = gb_tensor_dtype(t);
    return dtype != GB_DTYPE_NONE && gb_dtype_kind_of(dtype) >= GB_KIND_FLOAT;
}

static gb_value as_parameter(gb_vm *vm, gb_tensor *t)
{
    gb_error err = GB_ERROR_INIT;
    if (can_be_trained(t) && !gb_tensor_requires_grad(t) &&
        !gb_tensor_set_requires_grad(t, true, &err))
        return gb_raise_error(vm, &err);
    gb_value tensor = gb_tensor_value_take(vm, gb_tensor_ref(t));
    gb_value module = gb_is_unset(tensor) ? tensor : gb_import(vm, "torch.nn.parameter");
    gb_value cls = gb_is_unset(module) ? module : gb_getattr_text(vm, module, "Parameter");
    gb_value out = gb_is_unset(cls) ? cls : gb_call_method(vm, tensor, "as_subclass", &cls, 1);
    gb_unref(cls), gb_unref(module), gb_unref(tensor);
    return out;
}

gb_value gb_parameter_value(gb_vm *vm, gb_model_state *state, int32_t module, const char *name)
{
    gb_error err = GB_ERROR_INIT;
    const gb_module *m = &gb_model_tree(state->model)->modules[module];
    const gb_parameter *p = gb_module_param(m, name);
    gb_tensor *t = gb_model_param(state->model, module, name, &err);
    if (!t) return gb_raise_error(vm, &err);
    if (p->buffer) return gb_tensor_value_take(vm, gb_tensor_ref(t));
    gb_value known = gb_dict_get_text_peek(vm, state->parameters, p->stored);
    if (!gb_is_unset(known) && gb_tensor_value_peek(known) == t) return gb_ref(known);
    gb_value out = as_parameter(vm, t);
    if (!gb_is_unset(out) && !gb_dict_set_text_take(vm, state->parameters, p->stored, gb_ref(out)))
        gb_clear(&out);
    return out;
}

static bool are_gradients_spoken_of(const gb_vm *vm)
{
    for (size_t i = 0; i < sizeof gradient_names / sizeof *gradient_names; i++)
        if (gb_vm_has_named(vm, gradient_names[i])) return true;
    return false;
}

bool gb_parameters_settle(gb_vm *vm, gb_model_state *state, bool *trained)
{
    const gb_plan *plan = gb_model_plan(state->model);
    *trained = gb_grad_mode() && are_gradients_spoken_of(vm);
    if (!*trained || gb_model_weight_bytes(state->model) > small_model) return true;
    for (int32_t m = 0; m < plan->tree.count; m++)
        for (int32_t i = 0; i < plan->tree.modules[m].param_count; i++) {
            const gb_parameter *p = &plan->tree.modules[m].params[i];
            if (p->slot < 0 || p->buffer) continue;
            gb_value v = gb_parameter_value(vm, state, m, p->name);
            if (gb_is_unset(v)) return false;
            gb_unref(v);
        }
    return true;
}
