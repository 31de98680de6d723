/* Caches of a trace. See cache.h. */
#include "kernel/lang/trace/cache.h"

#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/net.h"

/* --- making and filling
 * ----------------------------------------------------------------------------- */

/* The model that the trace is of, as its user sees it. */
static gb_value root_of(gb_trace *trace)
{
    gb_vm *vm = trace->vm;
    if (!gb_trace_is_net(trace)) return gb_envoy_new(vm, trace->model, 0);
    gb_value args[] = {trace->model->net, gb_net_state_value(vm, trace->model)};
    gb_value module = gb_is_unset(args[1]) ? args[1] : gb_import(vm, "nnsight._net");
    gb_value out = gb_is_unset(module) ? module : gb_call_method(vm, module, "root", args, 2);
    gb_unref(module);
    gb_unref(args[1]);
    return out;
}

/* (model, *args) */
static gb_value with_model(gb_trace *trace, gb_value args)
{
    gb_value root = root_of(trace), list = gb_is_unset(root) ? root : gb_list_new(trace->vm, 0);
    bool ok = !gb_is_unset(list) && gb_list_append(trace->vm, list, root) &&
              gb_list_extend(trace->vm, list, args);
    gb_value tuple = ok ? gb_to_tuple(trace->vm, list) : GB_UNSET_VALUE;
    gb_unref(list);
    gb_unref(root);
    return tuple;
}

static bool remember(gb_trace *trace, gb_value cache)
{
    if (gb_is_unset(trace->caches) && gb_is_unset(trace->caches = gb_list_new(trace->vm, 0)))
        return false;
    gb_value pair = gb_tuple_of(trace->vm, 2, cache, gb_int(trace->invoke));
    return gb_list_append_take(trace->vm, trace->caches, pair);
}

gb_value gb_run_cache_new(gb_trace *trace, gb_value args, gb_value keywords)
{
    gb_vm *vm = trace->vm;
    gb_value module = gb_import(vm, "nnsight._cache"), out = GB_UNSET_VALUE;
    gb_value make = gb_is_unset(module) ? module : gb_getattr_text(vm, module, "make");
    gb_value all = gb_is_unset(make) ? make : with_model(trace, args);
    gb_value pair = gb_is_unset(all) ? all : gb_call_spread(vm, make, all, keywords);
    if (!gb_is_unset(pair) && remember(trace, gb_tuple_peek(pair)->items[0]))
        out = gb_ref(gb_tuple_peek(pair)->items[1]);
    gb_unref(pair), gb_unref(all), gb_unref(make), gb_unref(module);
    return out;
}

/* A cache that was asked for outside of all invokes is about all rows. */
static bool place_of(gb_trace *trace, int64_t invoke)
{
    trace->step = 0;
    trace->invoke = (int32_t)invoke;
    if (invoke != GB_NO_INVOKE || gb_trace_is_net(trace)) return true;
    gb_invoke all = {.all = true, .span = gb_trace_span(trace)};
    return gb_trace_add_invoke(trace, &all) >= 0;
}

static bool each_cache(gb_trace *trace, const char *method, bool save)
{
    size_t count = 0;
    gb_value *items = gb_is_unset(trace->caches) ? NULL : gb_items_peek(trace->caches, &count);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        gb_tuple *pair = gb_tuple_peek(items[i]);
        ok = !save || place_of(trace, pair->items[1].i);
        gb_value got =
            ok ? gb_call_method(trace->vm, pair->items[0], method, NULL, 0) : GB_UNSET_VALUE;
        ok = !gb_is_unset(got) && (!save || gb_trace_keep(trace, got));
        gb_unref(got);
    }
    return ok;
}

bool gb_run_caches_collect(gb_trace *trace)
{
    if (gb_is_unset(trace->caches)) return true;
    bool saved = trace->any_saved;
    gb_trace_push(trace);
    bool ok = each_cache(trace, "collect", true);
    gb_trace_pop(trace);
    trace->any_saved = saved; /* a cache does not make other names unwanted */
    return ok;
}

bool gb_run_caches_settle(gb_trace *trace)
{
    return each_cache(trace, "settle", false);
}

/* --- functions of the module
 * -------------------------------------------------------------------------- */

static gb_value is_tensor(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool((gb_proxy_is_open(args[0]) && !gb_proxy_is_number(args[0])) ||
                   gb_tensor_value_peek(args[0]));
}

static gb_value is_site(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_is_proxy(args[0]));
}

/* Steps that a run may have. */
static gb_value steps(gb_vm *vm, gb_value *args)
{
    (void)args;
    enum { MOST = 4096 };
    gb_trace *trace = gb_trace_current(vm);
    if (!trace || !trace->generation) return gb_int(1);
    int64_t most = gb_generation_limit(trace->generation, 0);
    return gb_int(most < 1 ? 1 : most > MOST ? MOST : most);
}

static gb_value at_step(gb_vm *vm, gb_value *args)
{
    int64_t step;
    gb_trace *trace = gb_trace_current(vm);
    if (!trace || !gb_to_int64(vm, args[0], &step)) return GB_UNSET_VALUE;
    int32_t before = trace->step;
    trace->step = (int32_t)step;
    gb_value out = gb_call(vm, args[1], NULL, 0);
    trace->step = before;
    return out;
}

static const gb_native functions[] = {
    {"_is_tensor", is_tensor, "value", GB_TAKES_GRAPH, "Is it a tensor, or a graph value?"},
    {"_is_site", is_site, "value", GB_TAKES_GRAPH, "Is it a graph value, of whatever trace?"},
    {"_steps", steps, "", 0, "How many steps the run has at most."},
    {"_at_step", at_step, "step, function", 0, "function() at a step."},
    {0},
};

const gb_module_spec gb_cache_module = {
    .name = "nnsight._cache",
    .doc = "tracer.cache(): what many modules give in a run.",
    .functions = functions,
};
