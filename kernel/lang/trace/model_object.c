/* Model states and envoys: names, children, parameters, and the sites of a trace. */
#include "kernel/lang/trace/model_object.h"

#include "kernel/lang/trace/edit.h"
#include "kernel/lang/trace/envoy.h"
#include "kernel/lang/trace/form.h"
#include "kernel/lang/trace/net.h"
#include "kernel/lang/trace/parameter.h"
#include "kernel/lang/torch/tensor.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <string.h>

/* --- the shared state
 * ------------------------------------------------------------------------------------- */

gb_model_state *gb_model_state_new(gb_vm *vm, gb_model *model_take)
{
    gb_error err = GB_ERROR_INIT;
    gb_model_state *state = gb_calloc(1, sizeof *state, &err);
    if (!state) {
        gb_model_unref(model_take);
        gb_raise_error(vm, &err);
        return NULL;
    }
    state->refs = 1;
    state->vm = vm;
    state->model = model_take;
    state->modules = gb_dict_new(vm);
    state->parameters = gb_dict_new(vm);
    if (!gb_is_unset(state->modules) && !gb_is_unset(state->parameters)) return state;
    gb_model_state_unref(state);
    return NULL;
}

gb_model_state *gb_model_state_ref(gb_model_state *state)
{
    state->refs++;
    return state;
}

void gb_model_state_unref(gb_model_state *state)
{
    if (!state || --state->refs > 0) return;
    gb_edits_clear(state);
    gb_unref(state->net);
    gb_unref(state->modules);
    gb_unref(state->parameters);
    gb_unref(state->config);
    gb_unref(state->tokenizer);
    gb_unref(state->renames);
    gb_object_unref(state->cls);
    if (state->model) gb_model_unref(state->model);
    gb_free(state);
}

gb_model_state *gb_model_state_copy(const gb_model_state *state)
{
    gb_error err = GB_ERROR_INIT;
    gb_model_state *copy =
        gb_model_state_new(state->vm, state->model ? gb_model_ref(state->model) : NULL);
    if (!copy) return NULL;
    copy->net = gb_ref(state->net);
    gb_replace_take(&copy->modules, gb_ref(state->modules));
    gb_replace_take(&copy->parameters, gb_ref(state->parameters));
    copy->config = gb_ref(state->config);
    copy->tokenizer = gb_ref(state->tokenizer);
    copy->renames = gb_ref(state->renames);
    copy->cls = gb_object_ref(state->cls);
    copy->tuples = state->tuples;
    if (!gb_grow(&copy->edits, &copy->edit_capacity, state->edit_count, sizeof *copy->edits,
                 &err)) {
        gb_model_state_unref(copy);
        gb_raise_error(state->vm, &err);
        return NULL;
    }
    for (; copy->edit_count < state->edit_count; copy->edit_count++) {
        copy->edits[copy->edit_count] = state->edits[copy->edit_count];
        copy->edits[copy->edit_count]->refs++;
    }
    return copy;
}

/* --- envoys
 * --------------------------------------------------------------------------------------------------
 */

gb_value gb_envoy_new(gb_vm *vm, gb_model_state *state, int32_t module)
{
    gb_type *type = gb_type_make(vm, &gb_envoy_spec);
    if (type && module == 0 && gb_type_make(vm, &gb_transformers_model_spec))
        type = state->cls ? state->cls : gb_type_make(vm, &gb_model_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    gb_envoy_peek(v)->state = gb_model_state_ref(state);
    gb_envoy_peek(v)->module = module;
    return v;
}

gb_model_state *gb_envoy_state_peek(gb_value v, int32_t *module)
{
    if (v.tag != GB_OTHER || !gb_is_a(v, &gb_envoy_spec)) return NULL;
    if (module) *module = gb_envoy_peek(v)->module;
    return gb_envoy_peek(v)->state;
}

static void envoy_release(gb_object *self)
{
    gb_model_state_unref(((gb_envoy *)(void *)self)->state);
}

static const gb_tree *tree_of(gb_value self)
{
    return gb_model_tree(gb_envoy_peek(self)->state->model);
}

static const gb_module *module_of(gb_value self)
{
    return &tree_of(self)->modules[gb_envoy_peek(self)->module];
}

static const gb_module_io *io_of(gb_value self)
{
    return &gb_model_plan(gb_envoy_peek(self)->state->model)->io[gb_envoy_peek(self)->module];
}

/* --- the sites of a trace
 * ---------------------------------------------------------------------------------------- */

/* The open trace that accesses of this envoy belong to; NULL with the exception that says what to
 * do. */
static gb_trace *trace_of(gb_vm *vm, gb_value self, const char *what)
{
    gb_trace *trace = gb_trace_current_of(vm, gb_envoy_peek(self)->state);
    if (trace) return trace;
    const char *path = module_of(self)->path;
    gb_raise(vm, GB_EXC_ValueError, "%s%s.%s is there inside a trace: `with model.trace(prompt):`",
             path[0] ? "model." : "model", path, what);
    return NULL;
}

static bool check_runs(gb_vm *vm, gb_value self, const char *what)
{
    if (io_of(self)->runs) return true;
    return gb_raise_false(vm, GB_EXC_ValueError,
                          "'%s' is never called by the model, so it has no %s",
                          module_of(self)->path, what);
}

static const gb_form *site_form(gb_value self, const char *what)
{
    const gb_module_io *io = io_of(self);
    return strcmp(what, "output") == 0 ? io->output : io->input;
}

/* The tensor that the current invoke has as labels=; NULL when there is none. */
static gb_tensor *labels_of(const gb_trace *trace)
{
    const gb_invoke *invoke =
        trace->invoke < 0 ? NULL : gb_graph_invoke(trace->graph, trace->invoke);
    for (int32_t i = 0; invoke && i < invoke->input_count; i++)
        if (strcmp(invoke->inputs[i].name, "labels") == 0) return invoke->inputs[i].value.as.tensor;
    return NULL;
}

static gb_value with_loss(gb_vm *vm, gb_value output, gb_tensor *labels)
{
    gb_value module = gb_is_unset(output) ? output : gb_import(vm, "transformers.modeling_outputs");
    gb_value args[] = {output, gb_tensor_value_take(vm, gb_tensor_ref(labels))};
    gb_value out = gb_is_unset(module) || gb_is_unset(args[1])
                       ? GB_UNSET_VALUE
                       : gb_call_method(vm, module, "with_loss", args, 2);
    gb_unref(module), gb_unref(args[0]), gb_unref(args[1]);
    return out;
}

static gb_value read_site(gb_vm *vm, gb_value self, const char *what)
{
    gb_trace *trace = trace_of(vm, self, what);
    if (!trace || !check_runs(vm, self, what)) return GB_UNSET_VALUE;
    gb_value value = gb_form_read(trace, site_form(self, what));
    bool whole = gb_envoy_peek(self)->module == 0 && strcmp(what, "output") == 0;
    gb_tensor *labels = whole ? labels_of(trace) : NULL;
    return labels ? with_loss(vm, value, labels) : value;
}

static bool assign_site(gb_vm *vm, gb_value self, const char *what, gb_value value, bool skip)
{
    gb_trace *trace = trace_of(vm, self, what);
    if (!trace || !check_runs(vm, self, what)) return false;
    if (gb_is_unset(value)) return gb_raise_false(vm, GB_EXC_TypeError, "cannot delete %s", what);
    return gb_form_assign(trace, site_form(self, what), value, skip);
}

static gb_value get_output(gb_vm *vm, gb_value self)
{
    return read_site(vm, self, "output");
}

static bool set_output(gb_vm *vm, gb_value self, gb_value value)
{
    return assign_site(vm, self, "output", value, false);
}

static gb_value get_input(gb_vm *vm, gb_value self)
{
    return read_site(vm, self, "input");
}

static bool set_input(gb_vm *vm, gb_value self, gb_value value)
{
    return assign_site(vm, self, "input", value, false);
}

/* (positional arguments, keyword arguments), as the model passes them. */
static gb_value get_inputs(gb_vm *vm, gb_value self)
{
    gb_trace *trace = trace_of(vm, self, "inputs");
    if (!trace || !check_runs(vm, self, "inputs")) return GB_UNSET_VALUE;
    gb_value args = gb_form_read(trace, io_of(self)->args);
    gb_value kwargs = gb_is_unset(args) ? args : gb_form_read(trace, io_of(self)->kwargs);
    gb_value out = gb_is_unset(kwargs) ? kwargs : gb_tuple_of(vm, 2, args, kwargs);
    gb_unref(args);
    gb_unref(kwargs);
    return out;
}

static bool set_inputs(gb_vm *vm, gb_value self, gb_value value)
{
    size_t count = 0;
    gb_value *parts = gb_is_sequence(value) ? gb_items_peek(value, &count) : NULL;
    gb_trace *trace = trace_of(vm, self, "inputs");
    if (!trace || !check_runs(vm, self, "inputs")) return false;
    if (count != 2)
        return gb_raise_false(vm, GB_EXC_TypeError, "inputs are ((positional, …), {name: value})");
    return gb_form_assign(trace, io_of(self)->args, parts[0], false) &&
           gb_form_assign(trace, io_of(self)->kwargs, parts[1], false);
}

/* --- facts
 * --------------------------------------------------------------------------------------------------------
 */

static const gb_attribute envoy_attributes[] = {
    {"output", get_output, set_output, "What the module gives in this run; assigning replaces it."},
    {"input", get_input, set_input, "The first argument the module gets; assigning replaces it."},
    {"inputs", get_inputs, set_inputs, "All arguments: ((positional, …), {name: value})."},
    {"path", gb_envoy_path, NULL, "Where the module is in the model."},
    {"source", gb_envoy_source, NULL,
     "The steps inside the module: print it, read and write them."},
    {"_root", gb_envoy_root, NULL, "The model."},
    {"_parameter_names", gb_envoy_parameter_names, NULL,
     "The module's own parameters and buffers."},
    {"_facts", gb_envoy_facts, NULL, "(class, settings, is it a list, names below, is it all)."},
    {"_aliases", gb_envoy_aliases, NULL, "Second names of modules below, with their paths."},
    {0},
};

/* --- children, parameters, inner values
 * ------------------------------------------------------------------------------ */

static gb_value child_envoy(gb_vm *vm, gb_value self, int32_t child)
{
    return gb_envoy_new(vm, gb_envoy_peek(self)->state, child);
}

/* The path of a module of the user's below this one. */
static gb_value user_path(gb_vm *vm, gb_value self, const char *name)
{
    const char *path = module_of(self)->path;
    return path[0] ? gb_str_format(vm, "%s.%s", path, name) : gb_str_text_new(vm, name);
}

static gb_value user_module(gb_vm *vm, gb_value self, const char *name)
{
    gb_model_state *state = gb_envoy_peek(self)->state;
    gb_value key = gb_dict_count(state->modules) ? user_path(vm, self, name) : GB_UNSET_VALUE;
    gb_value found = gb_is_unset(key) ? key : gb_dict_get_peek(vm, state->modules, key);
    gb_value out = gb_is_unset(found) ? found : gb_net_envoy(vm, state, found, key);
    gb_unref(key);
    return out;
}

static gb_value parameter(gb_vm *vm, gb_value self, const char *name)
{
    if (!gb_module_param(module_of(self), name)) return GB_UNSET_VALUE;
    return gb_parameter_value(vm, gb_envoy_peek(self)->state, gb_envoy_peek(self)->module, name);
}

static gb_value inner_value(gb_vm *vm, gb_value self, const char *name)
{
    const gb_plan *plan = gb_model_plan(gb_envoy_peek(self)->state->model);
    const gb_inner *inner = gb_plan_inner(plan, gb_envoy_peek(self)->module, name);
    if (!inner || inner->source) return GB_UNSET_VALUE;
    gb_trace *trace = trace_of(vm, self, name);
    return trace ? gb_form_read(trace, inner->output) : GB_UNSET_VALUE;
}

/* What is found by name below a module: a child, a module of the user's, an inner value, a
 * parameter. */
static gb_value (*const lookups[])(gb_vm *vm, gb_value self,
                                   const char *name) = {user_module, inner_value, parameter};

static gb_value no_such_attribute(gb_vm *vm, gb_value self, const char *name)
{
    const char *near = gb_tree_nearest(tree_of(self), gb_envoy_peek(self)->module, name);
    const char *cls = module_of(self)->cls;
    if (near)
        return gb_raise(vm, GB_EXC_AttributeError, "'%s' has no attribute '%s'; did you mean '%s'?",
                        cls, name, near);
    return gb_raise(vm, GB_EXC_AttributeError, "'%s' has no attribute '%s'", cls, name);
}

static gb_value envoy_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    const char *text = gb_str_data(name);
    if (!gb_is_unset(gb_type_lookup_peek(self.o->type, name)))
        return gb_getattr_default(vm, self, name);
    int32_t child = gb_tree_child(tree_of(self), gb_envoy_peek(self)->module, text);
    if (child < 0 && strncmp(text, "E_", 2) == 0)
        child = gb_tree_child(tree_of(self), gb_envoy_peek(self)->module, text + 2);
    if (child >= 0) return child_envoy(vm, self, child);
    gb_value renamed = gb_envoy_renamed(vm, self, name);
    if (!gb_is_unset(renamed) || !gb_is_unset(gb_exception_peek(vm))) return renamed;
    for (size_t i = 0; i < sizeof lookups / sizeof *lookups; i++) {
        gb_value found = lookups[i](vm, self, text);
        if (!gb_is_unset(found) || !gb_is_unset(gb_exception_peek(vm))) return found;
    }
    if (strcmp(text, "save") == 0) return GB_UNSET_VALUE;
    gb_value more = gb_envoy_more(vm, self, name);
    if (!gb_is_unset(more) || !gb_is_unset(gb_exception_peek(vm))) return more;
    return no_such_attribute(vm, self, text);
}

static bool attach_module(gb_vm *vm, gb_value self, gb_value name, gb_value module)
{
    gb_model_state *state = gb_envoy_peek(self)->state;
    gb_value key = user_path(vm, self, gb_str_data(name));
    bool ok = !gb_is_unset(key) && gb_dict_set(vm, state->modules, key, module);
    gb_unref(key);
    return ok;
}

static bool envoy_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value)
{
    const char *text = gb_str_data(name);
    gb_envoy *envoy = gb_envoy_peek(self);
    const gb_plan *plan = gb_model_plan(envoy->state->model);
    const gb_inner *inner = gb_plan_inner(plan, envoy->module, text);
    gb_tensor *tensor = gb_tensor_value_peek(value);
    gb_error err = GB_ERROR_INIT;
    if (!gb_is_unset(gb_type_lookup_peek(self.o->type, name)))
        return gb_setattr_default(vm, self, name, value);
    if (inner && !inner->source) {
        gb_trace *trace = trace_of(vm, self, text);
        return trace && gb_form_assign(trace, inner->output, value, false);
    }
    if (tensor && gb_module_param(module_of(self), text))
        return gb_model_set_param(envoy->state->model, envoy->module, text, tensor, &err) ||
               gb_raise_error_false(vm, &err);
    if (gb_is_callable(vm, value)) return attach_module(vm, self, name, value);
    no_such_attribute(vm, self, text);
    return false;
}

/* --- as a list, as text
 * -------------------------------------------------------------------------------------------------
 */

static int64_t envoy_len(gb_vm *vm, gb_value self)
{
    if (!module_of(self)->list)
        return gb_raise_minus(vm, GB_EXC_TypeError, "object of type '%s' has no len()",
                              module_of(self)->cls);
    return module_of(self)->child_count;
}

static gb_value envoy_slice(gb_vm *vm, gb_value self, gb_value key)
{
    int64_t at[3], count;
    if (!gb_slice_indices(vm, key, module_of(self)->child_count, at, &count)) return GB_UNSET_VALUE;
    gb_value list = gb_list_new(vm, 0);
    for (int64_t i = 0; !gb_is_unset(list) && i < count; i++) {
        int32_t child =
            gb_tree_child_at(tree_of(self), gb_envoy_peek(self)->module, at[0] + i * at[2]);
        if (!gb_list_append_take(vm, list, child_envoy(vm, self, child))) gb_clear(&list);
    }
    return list;
}

/* Raises nnsight's AttributeError, which an `except IndexError` takes as well. */
static gb_value no_such_layer(gb_vm *vm, gb_value self, int64_t i)
{
    gb_value text = gb_str_format(vm, "index %lld is out of range: '%s' has %d", (long long)i,
                                  module_of(self)->path, (int)module_of(self)->child_count);
    gb_value module = gb_is_unset(text) ? text : gb_import(vm, "nnsight");
    gb_value error =
        gb_is_unset(module) ? module : gb_call_method(vm, module, "_no_such_layer", &text, 1);
    if (!gb_is_unset(error)) gb_raise_value(vm, error);
    gb_unref(text), gb_unref(module), gb_unref(error);
    return GB_UNSET_VALUE;
}

static gb_value envoy_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    int64_t i;
    if (envoy_len(vm, self) < 0) return GB_UNSET_VALUE;
    if (gb_is_slice(key)) return envoy_slice(vm, self, key);
    if (!gb_to_int64(vm, key, &i)) return GB_UNSET_VALUE;
    int32_t child = gb_tree_child_at(tree_of(self), gb_envoy_peek(self)->module, i);
    return child < 0 ? no_such_layer(vm, self, i) : child_envoy(vm, self, child);
}

static gb_value envoy_iter(gb_vm *vm, gb_value self)
{
    if (!module_of(self)->list) return gb_call_method(vm, self, "children", NULL, 0);
    gb_value all = gb_slice_new(vm, GB_NONE_VALUE, GB_NONE_VALUE, GB_NONE_VALUE);
    gb_value list = gb_is_unset(all) ? all : envoy_slice(vm, self, all);
    gb_value out = gb_is_unset(list) ? list : gb_iter(vm, list);
    gb_unref(all);
    gb_unref(list);
    return out;
}

static gb_value envoy_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    (void)vm;
    if ((op != GB_COMPARE_EQ && op != GB_COMPARE_NE) || !gb_envoy_state_peek(b, NULL))
        return GB_NOT_IMPLEMENTED_VALUE;
    bool same = gb_envoy_peek(a)->state->model == gb_envoy_peek(b)->state->model &&
                gb_envoy_peek(a)->module == gb_envoy_peek(b)->module;
    return gb_bool(same == (op == GB_COMPARE_EQ));
}

static int64_t envoy_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)(((uintptr_t)gb_envoy_peek(self)->state->model >> 4) +
                     (uintptr_t)gb_envoy_peek(self)->module);
}

/* m(x): the module applied to values; `hook=True` makes no difference, its sites are seen either
 * way. */
static gb_value envoy_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    return gb_envoy_apply(vm, self, args);
}

static int envoy_truth(gb_vm *vm, gb_value self)
{
    (void)vm, (void)self;
    return 1;
}

#define ENVOY_SLOTS                                                                                \
    {                                                                                              \
        .release = envoy_release, .getattr = envoy_getattr, .setattr = envoy_setattr,              \
        .getitem = envoy_getitem, .len = envoy_len, .iter = envoy_iter, .truth = envoy_truth,      \
        .repr = gb_envoy_text, .compare = envoy_compare, .hash = envoy_hash, .call = envoy_call    \
    }

const gb_type_spec gb_envoy_spec = {
    .name = "Envoy",
    .module = "nnsight",
    .doc =
        "A module of a model: its values inside a trace, its parameters and children everywhere.",
    .size = sizeof(gb_envoy),
    .flags = GB_TYPE_NO_MAKE,
    .methods = gb_envoy_methods,
    .attributes = envoy_attributes,
    .slots = ENVOY_SLOTS,
};

const gb_type_spec gb_model_spec = {
    .name = "LanguageModel",
    .module = "nnsight",
    .doc = "LanguageModel(id, **options)",
    .size = sizeof(gb_envoy),
    .base = &gb_transformers_model_spec,
    .slots = {.make = gb_model_make},
};

const gb_type_spec gb_transformers_model_spec = {
    .name = "TransformersModel",
    .module = "nnsight",
    .doc = "TransformersModel(id, **options)",
    .size = sizeof(gb_envoy),
    .base = &gb_envoy_spec,
    .methods = gb_model_methods,
    .attributes = gb_model_attributes,
    .slots = {.make = gb_model_make},
};
