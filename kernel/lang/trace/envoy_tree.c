/* Envoys as modules/nnsight/_tree.py, _source.py and _cache.py see them: facts of the tree, steps
 * inside a module, second names. */
#include "kernel/lang/trace/envoy.h"

#include "kernel/lang/trace/form.h"

#include "graph/base/memory.h"

#include <stdlib.h>
#include <string.h>

static const gb_plan *plan_of(gb_value self)
{
    return gb_model_plan(gb_envoy_peek(self)->state->model);
}

static const gb_module *module_of(gb_value self)
{
    return &plan_of(self)->tree.modules[gb_envoy_peek(self)->module];
}

static gb_value call_module(gb_vm *vm, const char *module, const char *name, const gb_value *args,
                            size_t count)
{
    gb_value m = gb_import(vm, module);
    gb_value out = gb_is_unset(m) ? m : gb_call_method(vm, m, name, args, count);
    gb_unref(m);
    return out;
}

/* --- facts ---------------------------------------------------------------------------------------
 */

static gb_value child_names(gb_vm *vm, gb_value self)
{
    const gb_tree *tree = &plan_of(self)->tree;
    gb_value list = gb_list_new(vm, 0);
    for (int32_t c = module_of(self)->first_child; !gb_is_unset(list) && c >= 0;
         c = tree->modules[c].next)
        if (!gb_list_append_take(vm, list, gb_str_text_new(vm, tree->modules[c].name)))
            gb_clear(&list);
    return list;
}

gb_value gb_envoy_facts(gb_vm *vm, gb_value self)
{
    const gb_module *m = module_of(self);
    gb_value cls = gb_str_text_new(vm, m->cls), extra = gb_str_text_new(vm, m->extra);
    gb_value names = child_names(vm, self), out = GB_UNSET_VALUE;
    if (!gb_is_unset(cls) && !gb_is_unset(extra) && !gb_is_unset(names))
        out = gb_tuple_of(vm, 5, cls, extra, gb_bool(m->list), names,
                          gb_bool(gb_envoy_peek(self)->module == 0));
    gb_unref(cls), gb_unref(extra), gb_unref(names);
    return out;
}

gb_value gb_envoy_path(gb_vm *vm, gb_value self)
{
    const char *path = module_of(self)->path;
    return path[0] ? gb_str_format(vm, "model.%s", path) : gb_str_text_new(vm, "model");
}

/* The second names of this module's descendants, {name: path below}; unset when there are none. */
static gb_value renames_peek(gb_vm *vm, gb_value self)
{
    gb_value all = gb_envoy_peek(self)->state->renames, path = GB_UNSET_VALUE;
    if (!gb_is_dict(all)) return GB_UNSET_VALUE;
    path = gb_envoy_path(vm, self);
    gb_value found = gb_is_unset(path) ? path : gb_dict_get_peek(vm, all, path);
    gb_unref(path);
    return found;
}

/* Their pairs, and E_output for a module called as one of the values that every module has. */
gb_value gb_envoy_aliases(gb_vm *vm, gb_value self)
{
    gb_value list = gb_list_new(vm, 0), key, value;
    gb_value names = gb_is_unset(list) ? list : renames_peek(vm, self);
    const gb_tree *tree = &plan_of(self)->tree;
    for (size_t at = 0; gb_is_dict(names) && gb_dict_next(names, &at, &key, &value);)
        if (!gb_list_append_take(vm, list, gb_tuple_of(vm, 2, key, value))) gb_clear(&list);
    for (int32_t c = module_of(self)->first_child; !gb_is_unset(list) && c >= 0;
         c = tree->modules[c].next) {
        const char *name = tree->modules[c].name;
        if (strcmp(name, "output") != 0 && strcmp(name, "input") != 0) continue;
        gb_value alias = gb_str_format(vm, "E_%s", name), real = gb_str_text_new(vm, name);
        if (!gb_list_append_take(vm, list, gb_tuple_of(vm, 2, alias, real))) gb_clear(&list);
        gb_unref(alias), gb_unref(real);
    }
    return list;
}

gb_value gb_envoy_renamed(gb_vm *vm, gb_value self, gb_value name)
{
    gb_value names = renames_peek(vm, self);
    gb_value path = gb_is_dict(names) ? gb_dict_get_peek(vm, names, name) : GB_UNSET_VALUE;
    return gb_is_unset(path) ? path : gb_call_method(vm, self, "get", &path, 1);
}

gb_value gb_envoy_text(gb_vm *vm, gb_value self)
{
    return call_module(vm, "nnsight._tree", "text", &self, 1);
}

gb_value gb_envoy_child(gb_vm *vm, gb_value *args)
{
    const gb_tree *tree = &plan_of(args[0])->tree;
    gb_model_state *state = gb_envoy_peek(args[0])->state;
    for (int32_t c = module_of(args[0])->first_child; c >= 0; c = tree->modules[c].next)
        if (gb_str_is(args[1], tree->modules[c].name)) return gb_envoy_new(vm, state, c);
    return gb_raise_key(vm, args[1]);
}

gb_value gb_envoy_has_parameter(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_is_str(args[1]) &&
                   gb_module_param(module_of(args[0]), gb_str_data(args[1])) != NULL);
}

/* --- the order of a run
 * ---------------------------------------------------------------------------- */

typedef struct timed {
    int32_t module, boundary;
} timed;

static int by_boundary(const void *a, const void *b)
{
    const timed *x = a, *y = b;
    return x->boundary == y->boundary ? y->module - x->module : x->boundary - y->boundary;
}

/* Envoy._run_order(entered): the modules that run, in the order in which they are left (or
 * entered). */
gb_value gb_envoy_run_order(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    const gb_plan *plan = plan_of(args[0]);
    int enter = gb_truth(vm, args[1]);
    timed *order = gb_calloc((size_t)plan->tree.count + 1, sizeof *order, &err);
    if (!order) return gb_raise_error(vm, &err);
    size_t count = 0;
    for (int32_t i = 0; i < plan->tree.count; i++)
        if (plan->io[i].runs)
            order[count++] =
                (timed){i, enter == 1 ? plan->io[i].enter_boundary : plan->io[i].leave_boundary};
    qsort(order, count, sizeof *order, by_boundary);
    gb_value list = gb_list_new(vm, 0);
    for (size_t i = 0; !gb_is_unset(list) && i < count; i++)
        if (!gb_list_append_take(vm, list,
                                 gb_envoy_new(vm, gb_envoy_peek(args[0])->state, order[i].module)))
            gb_clear(&list);
    gb_free(order);
    return list;
}

/* --- steps inside a module
 * --------------------------------------------------------------------------- */

gb_value gb_envoy_source(gb_vm *vm, gb_value self)
{
    return call_module(vm, "nnsight._source", "Source", &self, 1);
}

static bool is_envoy(gb_vm *vm, gb_value v)
{
    return gb_envoy_state_peek(v, NULL) ||
           gb_raise_false(vm, GB_EXC_TypeError, "a module of a model is wanted here, not %s",
                          gb_type_name(vm, v));
}

static gb_value source_names(gb_vm *vm, gb_value *args)
{
    if (!is_envoy(vm, args[0])) return GB_UNSET_VALUE;
    const gb_module_io *io = &plan_of(args[0])->io[gb_envoy_peek(args[0])->module];
    gb_value list = gb_list_new(vm, 0);
    for (int32_t i = 0; !gb_is_unset(list) && i < io->inner_count; i++)
        if (!gb_list_append_take(vm, list, gb_str_text_new(vm, io->inner[i].name))) gb_clear(&list);
    return list;
}

static gb_value source_missing(gb_vm *vm, gb_value *args)
{
    const char *name;
    if (!is_envoy(vm, args[0]) || !gb_to_text(vm, args[1], "a name", &name, NULL))
        return GB_UNSET_VALUE;
    const char *near =
        gb_plan_nearest_inner(plan_of(args[0]), gb_envoy_peek(args[0])->module, name);
    const char *cls = module_of(args[0])->cls;
    return near ? gb_str_format(vm, "'%s' has no step '%s'; did you mean '%s'?", cls, name, near)
                : gb_str_format(vm, "'%s' has no step '%s'; print(module.source) shows all", cls,
                                name);
}

static gb_value source_text(gb_vm *vm, gb_value *args)
{
    gb_buffer b = GB_BUFFER_INIT;
    if (!is_envoy(vm, args[0])) return GB_UNSET_VALUE;
    gb_plan_print_source(plan_of(args[0]), gb_envoy_peek(args[0])->module, &b);
    return gb_str_from_buffer(vm, &b);
}

/* The open trace, the step and what of it is meant; NULL with an exception. */
static gb_trace *step_of(gb_vm *vm, gb_value *args, const gb_inner **inner)
{
    const char *name;
    if (!is_envoy(vm, args[0]) || !gb_to_text(vm, args[1], "a name", &name, NULL)) return NULL;
    gb_trace *trace = gb_trace_current_of(vm, gb_envoy_peek(args[0])->state);
    *inner = gb_plan_inner(plan_of(args[0]), gb_envoy_peek(args[0])->module, name);
    if (!trace)
        gb_raise(vm, GB_EXC_ValueError,
                 "steps of a module are there inside a trace: `with model.trace(prompt):`");
    return *inner ? trace : NULL;
}

/* A step that is a module below has the module's own inputs. */
static const gb_module_io *same_module(gb_value self, const gb_inner *inner)
{
    const gb_plan *plan = plan_of(self);
    for (int32_t c = module_of(self)->first_child; c >= 0; c = plan->tree.modules[c].next)
        if (plan->io[c].output && plan->io[c].output->place == inner->output->place &&
            plan->io[c].output->kind == inner->output->kind &&
            plan->io[c].output->items == inner->output->items)
            return &plan->io[c];
    return NULL;
}

static bool step_inputs(gb_vm *vm, gb_value self, const gb_inner *inner, const gb_form **args,
                        const gb_form **kwargs)
{
    const gb_module_io *io = inner->args ? NULL : same_module(self, inner);
    *args = inner->args ? inner->args : io ? io->args : NULL;
    *kwargs = inner->args ? inner->kwargs : io ? io->kwargs : NULL;
    return *args || gb_raise_false(vm, GB_EXC_NotImplementedError,
                                   "the inputs of '%s' are not told: read the outputs of the steps "
                                   "before it",
                                   inner->name);
}

static gb_value read_inputs(gb_vm *vm, gb_trace *trace, const gb_form *args, const gb_form *kwargs)
{
    gb_value a = gb_form_read(trace, args), k = gb_is_unset(a) ? a : gb_form_read(trace, kwargs);
    gb_value out = gb_is_unset(k) ? k : gb_tuple_of(vm, 2, a, k);
    gb_unref(a), gb_unref(k);
    return out;
}

/* The first positional argument that a run computes, else the first keyword. */
static const gb_form *first_input(const gb_form *args, const gb_form *kwargs)
{
    for (int32_t i = 0; i < args->count; i++)
        if (args->items[i].kind == GB_FORM_TENSOR) return &args->items[i];
    return kwargs->count ? &kwargs->items[0] : NULL;
}

static gb_value source_read(gb_vm *vm, gb_value *args)
{
    const gb_inner *inner;
    const gb_form *positional, *keywords;
    gb_trace *trace = step_of(vm, args, &inner);
    if (!trace) return GB_UNSET_VALUE;
    if (gb_str_is(args[2], "output")) return gb_form_read(trace, inner->output);
    if (!step_inputs(vm, args[0], inner, &positional, &keywords)) return GB_UNSET_VALUE;
    if (gb_str_is(args[2], "inputs")) return read_inputs(vm, trace, positional, keywords);
    const gb_form *first = first_input(positional, keywords);
    return first ? gb_form_read(trace, first) : GB_NONE_VALUE;
}

static gb_value source_assign(gb_vm *vm, gb_value *args)
{
    const gb_inner *inner;
    const gb_form *positional, *keywords;
    gb_trace *trace = step_of(vm, args, &inner);
    if (!trace) return GB_UNSET_VALUE;
    bool ok;
    if (gb_str_is(args[2], "output")) {
        ok = gb_form_assign(trace, inner->output, args[3], false);
    } else if (!step_inputs(vm, args[0], inner, &positional, &keywords)) {
        ok = false;
    } else if (gb_str_is(args[2], "input")) {
        const gb_form *first = first_input(positional, keywords);
        ok = first && gb_form_assign(trace, first, args[3], false);
    } else {
        size_t count = 0;
        gb_value *parts = gb_is_sequence(args[3]) ? gb_items_peek(args[3], &count) : NULL;
        ok = count == 2 ? gb_form_assign(trace, positional, parts[0], false) &&
                              gb_form_assign(trace, keywords, parts[1], false)
                        : gb_raise_false(vm, GB_EXC_TypeError,
                                         "inputs are ((positional, …), {name: value})");
    }
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static const gb_native source_functions[] = {
    {"_source_names", source_names, "module", 0, "The names of the steps inside a module."},
    {"_source_missing", source_missing, "module, name", 0, "What to say of one that is not there."},
    {"_source_text", source_text, "module", 0, "All steps, as text."},
    {"_source_read", source_read, "module, name, what", 0, "A step's output, input or inputs."},
    {"_source_assign", source_assign, "module, name, what, value", GB_TAKES_GRAPH,
     "Replaces them."},
    {0},
};

const gb_module_spec gb_source_module = {
    .name = "nnsight._source",
    .doc = "module.source: the steps inside a module.",
    .functions = source_functions,
};

gb_value gb_envoy_more(gb_vm *vm, gb_value self, gb_value name)
{
    gb_value args[] = {self, name};
    gb_value found = call_module(vm, "nnsight._module", "find", args, 2);
    return found.tag == GB_NOT_IMPLEMENTED ? GB_UNSET_VALUE : found;
}

gb_value gb_envoy_root(gb_vm *vm, gb_value self)
{
    return gb_envoy_new(vm, gb_envoy_peek(self)->state, 0);
}

gb_value gb_envoy_parameter_names(gb_vm *vm, gb_value self)
{
    const gb_module *m = module_of(self);
    gb_value list = gb_list_new(vm, 0);
    for (int32_t i = 0; !gb_is_unset(list) && i < m->param_count; i++)
        if (!gb_list_append_take(vm, list, gb_str_text_new(vm, m->params[i].name))) gb_clear(&list);
    return list;
}
