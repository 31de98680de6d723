/* Bindings of marks for the cell language, and running a user's net in a trace. See net.h. */
#include "kernel/lang/trace/net.h"

#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/edit.h"
#include "kernel/lang/trace/mark.h"
#include "kernel/lang/trace/tracer.h"

/* --- the state as a value ----------------------------------------------------------------------- */

typedef struct state_object {
    gb_object head;
    gb_model_state *state; /* owned */
} state_object;

static void state_release(gb_object *self)
{
    gb_model_state_unref(((state_object *)(void *)self)->state);
}

static const gb_type_spec state_spec = {
    .name = "_Model",
    .module = "nnsight",
    .doc = "What a model and its envoys share.",
    .size = sizeof(state_object),
    .flags = GB_TYPE_NO_MAKE,
    .slots = {.release = state_release},
};

gb_value gb_net_state_value(gb_vm *vm, gb_model_state *state)
{
    gb_type *type = gb_type_make(vm, &state_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (!gb_is_unset(v)) ((state_object *)(void *)v.o)->state = gb_model_state_ref(state);
    return v;
}

static gb_model_state *state_of(gb_vm *vm, gb_value v)
{
    if (v.tag == GB_OTHER && gb_is_a(v, &state_spec)) return ((state_object *)(void *)v.o)->state;
    gb_raise(vm, GB_EXC_TypeError, "a model's state is wanted here, not %s", gb_type_name(vm, v));
    return NULL;
}

/* --- watching ------------------------------------------------------------------------------------- */

static gb_value call_net(gb_vm *vm, const char *name, const gb_value *args, size_t count)
{
    gb_value module = gb_import(vm, "nnsight._net");
    gb_value out = gb_is_unset(module) ? module : gb_call_method(vm, module, name, args, count);
    gb_unref(module);
    return out;
}

static bool has_modules(const gb_trace *trace)
{
    return !gb_is_unset(trace->model->net) || !gb_is_unset(trace->model->modules);
}

bool gb_net_watch(gb_trace *trace)
{
    const gb_model_state *model = trace->model;
    if (!has_modules(trace)) return true;
    gb_value args[] = {gb_is_unset(model->net) ? GB_NONE_VALUE : model->net,
                       gb_is_unset(model->modules) ? GB_NONE_VALUE : model->modules};
    gb_value done = call_net(trace->vm, "watch", args, 2);
    gb_unref(done);
    trace->watched = !gb_is_unset(done);
    return trace->watched;
}

/* Also after an exception, which stays. */
void gb_net_unwatch(gb_trace *trace)
{
    gb_vm *vm = trace->vm;
    if (!trace->watched) return;
    trace->watched = false;
    gb_value raised = gb_exception_take(vm);
    gb_unref(call_net(vm, "unwatch", NULL, 0));
    gb_exception_clear(vm);
    if (!gb_is_unset(raised)) gb_raise_value(vm, raised);
    gb_unref(raised);
}

bool gb_net_run(gb_trace *trace, gb_value args, gb_value keywords)
{
    trace->invoke = trace->net_invokes++;
    gb_value given[] = {trace->model->net, args, keywords};
    gb_value out = call_net(trace->vm, "run", given, 3);
    gb_unref(out);
    return !gb_is_unset(out) && gb_edits_apply(trace);
}

gb_value gb_net_result(gb_trace *trace)
{
    return call_net(trace->vm, "result", &trace->model->net, 1);
}

/* --- functions -------------------------------------------------------------------------------------- */

static gb_value new_state(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_model *model = gb_model_empty(gb_type_name(vm, args[0]), &err);
    if (!model) return gb_raise_error(vm, &err);
    gb_model_state *state = gb_model_state_new(vm, model);
    if (!state) return GB_UNSET_VALUE;
    state->net = gb_ref(args[0]);
    gb_value v = gb_net_state_value(vm, state);
    gb_model_state_unref(state);
    return v;
}

static gb_value copy_state(gb_vm *vm, gb_value *args)
{
    gb_model_state *state = state_of(vm, args[0]);
    gb_model_state *copy = state ? gb_model_state_copy(state) : NULL;
    gb_value v = copy ? gb_net_state_value(vm, copy) : GB_UNSET_VALUE;
    gb_model_state_unref(copy);
    return v;
}

static const struct {
    const char *name;
    gb_trace_mode mode;
} modes[] = {{"trace", GB_TRACE_FORWARD}, {"scan", GB_TRACE_SCAN}};

static gb_value new_tracer(gb_vm *vm, gb_value *args)
{
    gb_model_state *state = state_of(vm, args[0]);
    gb_trace_mode mode = GB_TRACE_FORWARD;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (gb_str_is(args[1], modes[i].name)) mode = modes[i].mode;
    return state ? gb_tracer_new(vm, state, mode, args[2], args[3]) : GB_UNSET_VALUE;
}

static gb_value new_edit(gb_vm *vm, gb_value *args)
{
    gb_model_state *state = state_of(vm, args[0]);
    return state ? gb_edit_context(vm, state, args[1]) : GB_UNSET_VALUE;
}

static gb_value new_session(gb_vm *vm, gb_value *args)
{
    return gb_session_context(vm, args[0]);
}

static gb_value clear_edits(gb_vm *vm, gb_value *args)
{
    gb_model_state *state = state_of(vm, args[0]);
    if (state) gb_edits_clear(state);
    return state ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

/* The runs of modules in the current invoke of the innermost trace: a dict; None without a trace. */
static gb_value calls(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_trace *trace = gb_trace_current(vm);
    if (!trace) return GB_NONE_VALUE;
    if (gb_is_unset(trace->applied) && gb_is_unset(trace->applied = gb_dict_new(vm)))
        return GB_UNSET_VALUE;
    gb_value found = gb_dict_get_peek(vm, trace->applied, gb_int(trace->invoke));
    if (!gb_is_unset(found)) return gb_ref(found);
    gb_value made = gb_dict_new(vm);
    if (!gb_is_unset(made) && !gb_dict_set(vm, trace->applied, gb_int(trace->invoke), made))
        gb_clear(&made);
    return made;
}

/* (generation step, is it the net of NNsight) of the trace of a model; None outside of one. */
static gb_value place(gb_vm *vm, gb_value *args)
{
    gb_model_state *state = state_of(vm, args[0]);
    gb_trace *trace = state ? gb_trace_current_of(vm, state) : NULL;
    if (!state) return GB_UNSET_VALUE;
    if (!trace) return GB_NONE_VALUE;
    return gb_tuple_of(vm, 3, gb_int(trace->step), gb_bool(!gb_is_unset(state->net)),
                       gb_bool(trace->mode == GB_TRACE_EDIT));
}

static gb_value present_step(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_trace *trace = gb_trace_current(vm);
    return gb_int(trace ? trace->step : 0);
}

static gb_value next_steps(gb_vm *vm, gb_value *args)
{
    int64_t steps;
    gb_trace *trace = gb_trace_current(vm);
    if (!trace)
        return gb_raise(vm, GB_EXC_ValueError, "next() is there inside a trace");
    if (!gb_to_int64(vm, args[0], &steps)) return GB_UNSET_VALUE;
    trace->step += (int32_t)steps;
    return GB_NONE_VALUE;
}

static gb_value is_tensor(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool((gb_proxy_is_open(args[0]) && !gb_proxy_is_number(args[0])) ||
                   gb_tensor_value_peek(args[0]));
}

static gb_value marked(gb_vm *vm, gb_value *args)
{
    gb_value flow, site;
    gb_trace *trace = gb_trace_current(vm);
    if (!trace || !gb_mark_make(trace, args[0], &flow, &site)) return GB_UNSET_VALUE;
    gb_value out = gb_tuple_of(vm, 2, flow, site);
    gb_unref(flow);
    gb_unref(site);
    return out;
}

static gb_value tick(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_trace *trace = gb_trace_current(vm);
    return trace && gb_mark_tick(trace) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value closed(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = gb_trace_current(vm);
    return trace && gb_mark_close(trace, args[0], args[1]) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value looked(gb_vm *vm, gb_value *args)
{
    (void)vm;
    if (gb_is_proxy(args[0])) gb_mark_look(args[0]);
    return gb_ref(args[0]);
}

static gb_value assigned(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = gb_trace_current(vm);
    return trace && gb_is_proxy(args[0]) ? gb_mark_assign(trace, args[0], args[1])
                                         : gb_ref(args[1]);
}

static const gb_native functions[] = {
    {"_new_state", new_state, "net", 0, "The state of NNsight(net)."},
    {"_copy_state", copy_state, "state", 0, "The same model with the same edits so far."},
    {"_new_tracer", new_tracer, "state, mode, args, kwargs", GB_TAKES_GRAPH, "A tracer."},
    {"_new_edit", new_edit, "state, model", 0, "The context of an edit block."},
    {"_new_session", new_session, "model", 0, "The context of a session."},
    {"_clear_edits", clear_edits, "state", 0, "Forgets all edits."},
    {"_calls", calls, "", 0, "The runs of modules in the current invoke."},
    {"_place", place, "state", 0, "(step, is the model a net, is it an edit) of the open trace."},
    {"_step", present_step, "", 0, "The generation step of the open trace."},
    {"_next", next_steps, "steps", 0, "What follows is about a later run of each module."},
    {"_is_tensor", is_tensor, "value", GB_TAKES_GRAPH, "Is it a tensor, or a graph value?"},
    {"_marked", marked, "tensor", GB_TAKES_GRAPH, "(what goes on, what is read) of a tensor."},
    {"_tick", tick, "", 0, "What is added from now on comes later."},
    {"_closed", closed, "site, flow", GB_TAKES_GRAPH, "The module whose input it was is left."},
    {"_looked", looked, "site", GB_TAKES_GRAPH, "The user reads it."},
    {"_assigned", assigned, "site, value", GB_TAKES_GRAPH, "The module's value is this."},
    {0},
};

const gb_module_spec gb_net_module = {
    .name = "nnsight._net",
    .doc = "The user's own modules in traces.",
    .functions = functions,
};
