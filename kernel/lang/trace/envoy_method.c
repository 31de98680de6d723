/* Methods of modules: applying them, skipping them, walking over them. */
#include "kernel/lang/trace/envoy.h"

#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/form.h"
#include "kernel/lang/trace/parameter.h"

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

/* --- applying a module
 * ------------------------------------------------------------------------------------ */

/* The trace that values of a call belong to: the open one of the model. Outside of traces a module
 * is applied in a trace of its own. */
static bool call_arguments(gb_vm *vm, gb_conversion *c, const gb_arguments *args, gb_arg *out,
                           size_t *count)
{
    enum { MOST = 8 };
    if (args->count > MOST)
        return gb_raise_false(vm, GB_EXC_TypeError, "too many arguments for a module");
    for (*count = 0; *count < args->count; (*count)++)
        if (!gb_convert(vm, c, args->values[*count], &out[*count])) return false;
    return true;
}

static gb_value apply_in(gb_vm *vm, gb_trace *trace, gb_value self, const gb_arguments *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c;
    gb_conversion_start(&c);
    gb_arg values[8];
    size_t count;
    gb_node_id node = GB_NO_NODE;
    int32_t site = gb_graph_add_site(trace->graph, module_of(self)->path, "output", &err);
    if (site < 0) return gb_raise_error(vm, &err);
    gb_access at = {
        .site = site, .invoke = trace->invoke, .step = trace->step, .span = gb_trace_span(trace)};
    bool ok = call_arguments(vm, &c, args, values, &count);
    for (size_t i = 0; ok && i < count; i++) {
        if (values[i].kind != GB_ARG_TENSOR) continue;
        gb_node_id constant = gb_graph_const(trace->graph, &values[i], at.span, &err);
        ok = constant != GB_NO_NODE || gb_raise_error_false(vm, &err);
        values[i] = gb_arg_node(constant);
    }
    if (ok && (node = gb_graph_call(trace->graph, &at, values, (int32_t)count, &err)) == GB_NO_NODE)
        gb_raise_error(vm, &err);
    gb_conversion_release(&c);
    return node == GB_NO_NODE ? GB_UNSET_VALUE : gb_proxy_new(vm, trace, node, GB_PROXY_TENSOR);
}

gb_value gb_envoy_apply(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_model_state *state = gb_envoy_peek(self)->state;
    gb_trace *trace = gb_trace_current_of(vm, state);
    if (trace) return apply_in(vm, trace, self, args);
    if (!(trace = gb_trace_new(vm, state, GB_TRACE_FORWARD))) return GB_UNSET_VALUE;
    gb_value lazy = apply_in(vm, trace, self, args);
    gb_value out = gb_is_unset(lazy) ? lazy : gb_proxy_resolve(vm, lazy);
    trace->state = GB_TRACE_DONE;
    gb_unref(lazy);
    gb_trace_unref(trace);
    return out;
}

/* --- methods
 * --------------------------------------------------------------------------------------------------
 */

static gb_value skip(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = gb_trace_current_of(vm, gb_envoy_peek(args[0])->state);
    const gb_module_io *io = &plan_of(args[0])->io[gb_envoy_peek(args[0])->module];
    if (!trace) return gb_raise(vm, GB_EXC_ValueError, "skip() is there inside a trace");
    if (!io->runs)
        return gb_raise(vm, GB_EXC_ValueError, "'%s' is never called by the model",
                        module_of(args[0])->path);
    return gb_form_assign(trace, io->output, args[1], true) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

/* The next generation step: what follows in the block is about it. */
static gb_value next_step(gb_vm *vm, gb_value *args)
{
    int64_t steps;
    gb_trace *trace = gb_trace_current_of(vm, gb_envoy_peek(args[0])->state);
    if (!trace) return gb_raise(vm, GB_EXC_ValueError, "next() is there inside a generate block");
    if (!gb_to_int64(vm, args[1], &steps)) return GB_UNSET_VALUE;
    trace->step += (int32_t)steps;
    return gb_ref(args[0]);
}

/* Calls `each` for a module and all below it, in order. */
static bool walk(gb_value self, int32_t module, bool each(void *context, int32_t module),
                 void *context)
{
    const gb_tree *tree = &plan_of(self)->tree;
    if (!each(context, module)) return false;
    for (int32_t child = tree->modules[module].first_child; child >= 0;
         child = tree->modules[child].next)
        if (!walk(self, child, each, context)) return false;
    return true;
}

typedef struct listing {
    gb_vm *vm;
    gb_value self, list;
    bool names; /* (path, parameter) pairs, else parameters */
} listing;

static gb_value relative_path(listing *l, int32_t module)
{
    const gb_tree *tree = &plan_of(l->self)->tree;
    size_t skip_bytes = strlen(module_of(l->self)->path);
    const char *path = tree->modules[module].path + skip_bytes;
    return gb_str_text_new(l->vm, path[0] == '.' ? path + 1 : path);
}

static bool add_named(listing *l, gb_value name_taken, gb_value value_taken)
{
    gb_value item = gb_is_unset(name_taken) || gb_is_unset(value_taken) ? GB_UNSET_VALUE
                    : l->names ? gb_tuple_of(l->vm, 2, name_taken, value_taken)
                               : gb_ref(value_taken);
    gb_unref(name_taken);
    gb_unref(value_taken);
    return gb_list_append_take(l->vm, l->list, item);
}

static bool add_params(void *context, int32_t index)
{
    listing *l = context;
    const gb_module *module = &plan_of(l->self)->tree.modules[index];
    for (int32_t i = 0; i < module->param_count; i++) {
        if (module->params[i].buffer || module->params[i].tied) continue;
        gb_value path = relative_path(l, index);
        gb_value name = gb_is_unset(path)
                            ? path
                            : gb_str_format(l->vm, "%s%s%s", gb_str_data(path),
                                            gb_str_size(path) ? "." : "", module->params[i].name);
        gb_unref(path);
        gb_value value =
            gb_parameter_value(l->vm, gb_envoy_peek(l->self)->state, index, module->params[i].name);
        if (!add_named(l, name, value)) return false;
    }
    return true;
}

static gb_value list_params(gb_vm *vm, gb_value self, bool names)
{
    listing l = {.vm = vm, .self = self, .list = gb_list_new(vm, 0), .names = names};
    if (gb_is_unset(l.list)) return l.list;
    if (!walk(self, gb_envoy_peek(self)->module, add_params, &l)) gb_clear(&l.list);
    gb_value out = gb_is_unset(l.list) ? l.list : gb_iter(vm, l.list);
    gb_unref(l.list);
    return out;
}

/* This module and all below it as a list, children first: envoys, or (path, envoy). */
static bool collect(gb_vm *vm, gb_value list, gb_value envoy, bool names, gb_value include)
{
    const gb_tree *tree = &plan_of(envoy)->tree;
    gb_model_state *state = gb_envoy_peek(envoy)->state;
    bool ok = true;
    for (int32_t c = module_of(envoy)->first_child; ok && c >= 0; c = tree->modules[c].next) {
        gb_value below = gb_envoy_new(vm, state, c);
        ok = !gb_is_unset(below) && collect(vm, list, below, names, include);
        gb_unref(below);
    }
    if (ok && !gb_is_none(include)) {
        gb_value wanted = gb_call(vm, include, &envoy, 1);
        int truth = gb_is_unset(wanted) ? -1 : gb_truth(vm, wanted);
        gb_unref(wanted);
        if (truth != 1) return truth == 0;
    }
    if (!ok || !names) return ok && gb_list_append(vm, list, envoy);
    gb_value path = gb_envoy_path(vm, envoy);
    ok = gb_list_append_take(vm, list, gb_is_unset(path) ? path : gb_tuple_of(vm, 2, path, envoy));
    gb_unref(path);
    return ok;
}

static gb_value collected(gb_vm *vm, gb_value self, bool names, gb_value include)
{
    gb_value list = gb_list_new(vm, 0);
    if (!gb_is_unset(list) && !collect(vm, list, self, names, include)) gb_clear(&list);
    return list;
}

static gb_value named_modules(gb_vm *vm, gb_value *args)
{
    return collected(vm, args[0], true, args[1]);
}

static gb_value modules(gb_vm *vm, gb_value *args)
{
    int names = gb_truth(vm, args[2]);
    return names < 0 ? GB_UNSET_VALUE : collected(vm, args[0], names == 1, args[1]);
}

static gb_value named_parameters(gb_vm *vm, gb_value *args)
{
    return list_params(vm, args[0], true);
}

static gb_value parameters(gb_vm *vm, gb_value *args)
{
    return list_params(vm, args[0], false);
}

static gb_value children(gb_vm *vm, gb_value *args)
{
    const gb_tree *tree = &plan_of(args[0])->tree;
    gb_value list = gb_list_new(vm, 0);
    for (int32_t child = module_of(args[0])->first_child; !gb_is_unset(list) && child >= 0;
         child = tree->modules[child].next)
        if (!gb_list_append_take(vm, list, gb_envoy_new(vm, gb_envoy_peek(args[0])->state, child)))
            gb_clear(&list);
    gb_value out = gb_is_unset(list) ? list : gb_iter(vm, list);
    gb_unref(list);
    return out;
}

/* get("transformer.h.0"): a module by its path below this one. */
static gb_value get(gb_vm *vm, gb_value *args)
{
    const char *path;
    if (!gb_to_text(vm, args[1], "a module's path", &path, NULL)) return GB_UNSET_VALUE;
    gb_value at = gb_ref(args[0]);
    while (*path && !gb_is_unset(at)) {
        size_t n = strcspn(path, ".");
        gb_value name = gb_str_new(vm, path, n);
        bool number = n > 0 && strspn(path, "0123456789") == n;
        gb_value next = gb_is_unset(name) ? name
                        : number          ? gb_getitem(vm, at, gb_int(strtol(path, NULL, 10)))
                                          : gb_getattr(vm, at, name);
        gb_unref(name);
        gb_replace_take(&at, next);
        path += n + (path[n] == '.');
    }
    return at;
}

static gb_value param(gb_vm *vm, gb_value *args)
{
    if (!gb_is_str(args[1]) || !gb_module_param(module_of(args[0]), gb_str_data(args[1])))
        return gb_raise(vm, GB_EXC_AttributeError, "'%s' has no such parameter",
                        module_of(args[0])->cls);
    return gb_getattr(vm, args[0], args[1]);
}

/* --- what there is below a module
 * ------------------------------------------------------------------------------------ */

static bool add_name(gb_vm *vm, gb_value names, const char *text)
{
    gb_value name = gb_str_intern(vm, text);
    bool ok = !gb_is_unset(name) && gb_set_add(vm, names, name);
    gb_unref(name);
    return ok;
}

static bool add_below(gb_vm *vm, gb_value self, gb_value names)
{
    static const char *const uniform[] = {"layers", "embed", "norm", "head", "attn", "mlp"};
    const gb_plan *plan = plan_of(self);
    int32_t index = gb_envoy_peek(self)->module;
    const gb_module *module = module_of(self);
    const gb_module_io *io = &plan->io[index];
    bool ok = true;
    for (int32_t i = module->first_child; ok && i >= 0; i = plan->tree.modules[i].next)
        ok = module->list || add_name(vm, names, plan->tree.modules[i].name);
    for (int32_t i = 0; ok && i < module->param_count; i++)
        ok = add_name(vm, names, module->params[i].name);
    for (int32_t i = 0; ok && i < io->inner_count; i++)
        ok = io->inner[i].source || add_name(vm, names, io->inner[i].name);
    for (size_t i = 0; ok && i < sizeof uniform / sizeof *uniform; i++)
        ok = gb_tree_child(&plan->tree, index, uniform[i]) < 0 || add_name(vm, names, uniform[i]);
    return ok;
}

/* dir(module): children, parameters, inner values, and what every module has. */
static gb_value list_names(gb_vm *vm, gb_value *args)
{
    gb_value names = gb_set_new(vm, false);
    const gb_tuple *mro = gb_tuple_peek(gb_type_of(vm, args[0])->mro);
    bool ok = !gb_is_unset(names) && add_below(vm, args[0], names);
    for (size_t i = 0; ok && i < mro->count; i++) {
        gb_value dict = gb_object_peek(GB_DICT, gb_type_peek(mro->items[i])->dict), key, value;
        for (size_t at = 0; ok && gb_dict_next(dict, &at, &key, &value);)
            ok = gb_set_add(vm, names, key);
    }
    gb_value list = ok ? gb_to_list(vm, names) : GB_UNSET_VALUE;
    gb_unref(names);
    return list;
}

const gb_native gb_envoy_methods[] = {
    {"__dir__", list_names, "", 0, "Names of the attributes."},
    {"skip", skip, "replacement", GB_TAKES_GRAPH,
     "Does not run the module: its output is `replacement`."},
    {"next", next_step, "step=1", 0, "What follows is about the next generation step."},
    {"named_modules", named_modules, "include_fn=None", 0,
     "(path, module) of all modules below, then of this one."},
    {"modules", modules, "include_fn=None, names=False", 0,
     "All modules below, then this one; with names=True (path, module)."},
    {"children", children, "", 0, "The modules directly below this one."},
    {"named_parameters", named_parameters, "", 0, "(path, tensor) of all parameters."},
    {"parameters", parameters, "recurse=True", 0, "All parameters."},
    {"get", get, "path", 0, "The module or value at a dotted path below this one."},
    {"param", param, "name", 0, "A parameter by name."},
    {"_child", gb_envoy_child, "name", 0, "The module of that name directly below this one."},
    {"_has_parameter", gb_envoy_has_parameter, "name", 0,
     "Has the module itself such a parameter?"},
    {"_run_order", gb_envoy_run_order, "entered=False", 0,
     "The modules of the model that run, in their order."},
    {0},
};
