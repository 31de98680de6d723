/* Bindings of marks for the cell language, and running a user's net in a trace. See net.h. */
#include "kernel/lang/trace/net.h"

#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/edit.h"
#include "kernel/lang/trace/mark.h"
#include "kernel/lang/trace/proxy_state.h"
#include "kernel/lang/trace/tracer.h"

/* --- the state as a value -----------------------------------------------------------------------
 */

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

/* --- watching
 * ------------------------------------------------------------------------------------- */

static gb_value call_net(gb_vm *vm, const char *name, const gb_value *args, size_t count)
{
    gb_value module = gb_import(vm, "nnsight._net");
    gb_value out = gb_is_unset(module) ? module : gb_call_method(vm, module, name, args, count);
    gb_unref(module);
    return out;
}

static bool has_modules(const gb_trace *trace)
{
    return gb_trace_is_net(trace) || gb_dict_count(trace->model->modules) > 0;
}

bool gb_net_watch(gb_trace *trace)
{
    const gb_model_state *model = trace->model;
    if (!has_modules(trace)) return true;
    gb_value args[] = {gb_is_unset(model->net) ? GB_NONE_VALUE : model->net, model->modules};
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

gb_value gb_net_envoy(gb_vm *vm, gb_model_state *state, gb_value module, gb_value path)
{
    gb_value args[] = {module, gb_net_state_value(vm, state), path};
    gb_value out = gb_is_unset(args[1]) ? args[1] : call_net(vm, "envoy", args, 3);
    gb_unref(args[1]);
    return out;
}

gb_value gb_net_read(gb_trace *trace, const char *path, const char *leaf)
{
    gb_vm *vm = trace->vm;
    gb_value args[] = {trace->model->net, gb_str_text_new(vm, path), gb_str_text_new(vm, leaf)};
    gb_value out = gb_is_unset(args[1]) || gb_is_unset(args[2]) ? GB_UNSET_VALUE
                                                                : call_net(vm, "read", args, 3);
    gb_unref(args[1]);
    gb_unref(args[2]);
    return out;
}

bool gb_net_assign(gb_trace *trace, const char *path, const char *leaf, gb_value value)
{
    gb_vm *vm = trace->vm;
    gb_value args[] = {trace->model->net, gb_str_text_new(vm, path), gb_str_text_new(vm, leaf),
                       value};
    gb_value out = gb_is_unset(args[1]) || gb_is_unset(args[2]) ? GB_UNSET_VALUE
                                                                : call_net(vm, "write", args, 4);
    gb_unref(args[1]);
    gb_unref(args[2]);
    gb_unref(out);
    return !gb_is_unset(out);
}

/* --- taking over what an edit recorded
 * ------------------------------------------------------------- */

struct gb_adoption {
    const gb_node_id *to;
    int32_t first;                        /* number that the edit's mark 0 has here */
    gb_graph_cell *old[64], *adopted[64]; /* cells that several names share */
    size_t count;
};

bool gb_net_adopt(gb_trace *trace, const gb_trace *edit, const gb_node_id *to)
{
    if (gb_is_unset(edit->applied) || edit->marks.count == 0) return true;
    struct gb_adoption adoption = {.to = to, .first = gb_marks_adopt(trace, &edit->marks, to)};
    if (adoption.first < 0) return false;
    trace->adoption = &adoption;
    gb_value done = call_net(trace->vm, "adopt", &edit->applied, 1);
    trace->adoption = NULL;
    gb_unref(done);
    return !gb_is_unset(done);
}

static gb_graph_cell *known_cell(const struct gb_adoption *a, const gb_graph_cell *cell)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->old[i] == cell) return a->adopted[i];
    return NULL;
}

/* The reading of an edit's trace as one of this trace. */
static gb_value adopted(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = gb_trace_current(vm);
    struct gb_adoption *a = trace ? trace->adoption : NULL;
    if (!a || !gb_is_proxy(args[0]) || gb_proxy_peek(args[0])->mark < 0) return gb_ref(args[0]);
    gb_graph_cell *old = gb_proxy_cell_peek(args[0]), *known = known_cell(a, old);
    gb_value site = known ? gb_proxy_of_cell(vm, trace, known)
                          : gb_proxy_new(vm, trace, a->to[old->node], GB_PROXY_TENSOR);
    if (gb_is_unset(site)) return site;
    gb_proxy_peek(site)->mark = a->first + gb_proxy_peek(args[0])->mark;
    if (known) return site;
    gb_proxy_cell_peek(site)->mark = old->mark < 0 ? -1 : a->first + old->mark;
    if (a->count < sizeof a->old / sizeof *a->old) {
        a->old[a->count] = old;
        a->adopted[a->count++] = gb_proxy_cell_peek(site);
    }
    return site;
}

/* --- functions
 * -------------------------------------------------------------------------------------- */

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
    return gb_session_context(vm, args[0], GB_UNSET_VALUE);
}

static gb_value clear_edits(gb_vm *vm, gb_value *args)
{
    gb_model_state *state = state_of(vm, args[0]);
    if (state) gb_edits_clear(state);
    return state ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

/* The runs of modules in the current invoke of the innermost trace: a dict; None without a trace.
 */
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
    if (!trace) return gb_raise(vm, GB_EXC_ValueError, "next() is there inside a trace");
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

/* A graph value of any trace, also of one that is over. */
static gb_value is_site(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_is_proxy(args[0]));
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
    return trace && gb_mark_tick(trace) ? gb_int(trace->marks.now) : GB_UNSET_VALUE;
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

/* In an edit of a net: a place that is found when a trace of the net takes the edit over. */
static gb_value placeholder(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_trace *trace = gb_trace_current(vm);
    int32_t site =
        gb_graph_add_site(trace->graph, gb_str_data(args[0]), gb_str_data(args[1]), &err);
    if (site < 0) return gb_raise_error(vm, &err);
    gb_access at = {
        .site = site, .invoke = trace->invoke, .step = trace->step, .span = gb_trace_span(trace)};
    gb_node_id node = gb_graph_read(trace->graph, &at, &err);
    if (node == GB_NO_NODE) return gb_raise_error(vm, &err);
    gb_value v = gb_proxy_new(vm, trace, node, GB_PROXY_TENSOR);
    if (gb_is_unset(v)) return v;
    gb_graph_cell *cell = gb_proxy_cell_peek(v);
    cell->place = 0; /* of no plan, but it is written to */
    cell->site = at.site;
    cell->invoke = at.invoke;
    cell->step = at.step;
    return v;
}

/* `value` is what the placeholder's place becomes. */
static gb_value fill_placeholder(gb_vm *vm, gb_trace *trace, gb_value site, gb_value value)
{
    gb_value index = GB_ELLIPSIS_VALUE;
    (void)trace;
    if (gb_is_proxy(value) && gb_proxy_cell_peek(value) == gb_proxy_cell_peek(site))
        return gb_ref(site);
    return gb_setitem(vm, site, index, value) ? gb_ref(site) : GB_UNSET_VALUE;
}

static gb_value assigned(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = gb_trace_current(vm);
    if (!trace || !gb_is_proxy(args[0])) return gb_ref(args[1]);
    return gb_proxy_peek(args[0])->mark < 0 ? fill_placeholder(vm, trace, args[0], args[1])
                                            : gb_mark_assign(trace, args[0], args[1]);
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
    {"_is_site", is_site, "value", GB_TAKES_GRAPH, "Is it a graph value, of whatever trace?"},
    {"_marked", marked, "tensor", GB_TAKES_GRAPH, "(what goes on, what is read) of a tensor."},
    {"_tick", tick, "", 0, "What is added from now on comes later; the time it is now."},
    {"_closed", closed, "site, flow", GB_TAKES_GRAPH, "The module whose input it was is left."},
    {"_looked", looked, "site", GB_TAKES_GRAPH, "The user reads it."},
    {"_adopted", adopted, "site", GB_TAKES_GRAPH, "A value of an edit as one of this trace."},
    {"_placeholder", placeholder, "path, leaf", 0, "A value of a net that an edit is about."},
    {"_assigned", assigned, "site, value", GB_TAKES_GRAPH, "The module's value is this."},
    {0},
};

const gb_module_spec gb_net_module = {
    .name = "nnsight._net",
    .doc = "The user's own modules in traces.",
    .functions = functions,
};
