/* Tracers, invokes, steps and sessions as context managers. See tracer.h. */
#include "kernel/lang/trace/tracer.h"

#include "kernel/lang/trace/cache.h"
#include "kernel/lang/trace/edit.h"
#include "kernel/lang/trace/form.h"
#include "kernel/lang/trace/input.h"
#include "kernel/lang/trace/net.h"
#include "kernel/lang/trace/remote.h"

#include "graph/base/memory.h"

#include <string.h>

typedef struct tracer_object {
    gb_object head;
    gb_trace *trace; /* NULL before it is entered */
    gb_model_state *model;
    gb_trace_mode mode;
    gb_value input, keywords;
    gb_model_state *edited; /* of an edit: the model that gets it */
    gb_value edited_model;  /* the value `with model.edit() as (tracer, edited)` binds */
    gb_value names;         /* of a job that was only sent: its values by name; or unset */
} tracer_object;

static const gb_type_spec invoker_spec, steps_spec, plain_spec;

static tracer_object *as_tracer(gb_value v)
{
    return (tracer_object *)(void *)v.o;
}

static void tracer_release(gb_object *self)
{
    tracer_object *t = (tracer_object *)(void *)self;
    gb_trace_unref(t->trace);
    gb_model_state_unref(t->model);
    gb_model_state_unref(t->edited);
    gb_clear(&t->input), gb_clear(&t->keywords), gb_clear(&t->edited_model);
    gb_clear(&t->names);
}

static void tracer_traverse(gb_object *self, gb_visit visit, void *context)
{
    tracer_object *t = (tracer_object *)(void *)self;
    visit(t->input, context), visit(t->keywords, context), visit(t->edited_model, context);
    visit(t->names, context);
}

gb_value gb_tracer_new(gb_vm *vm, gb_model_state *model, gb_trace_mode mode, gb_value input,
                       gb_value keywords)
{
    gb_type *type = gb_type_make(vm, &gb_tracer_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    tracer_object *t = as_tracer(v);
    t->model = gb_model_state_ref(model);
    t->mode = mode;
    t->input = gb_ref(input);
    t->keywords = gb_is_dict(keywords) ? gb_dict_copy(vm, keywords) : gb_dict_new(vm);
    if (gb_is_unset(t->keywords)) gb_clear(&v);
    return v;
}

gb_value gb_edit_context(gb_vm *vm, gb_model_state *target, gb_value model)
{
    gb_value v = gb_tracer_new(vm, target, GB_TRACE_EDIT, GB_UNSET_VALUE, GB_UNSET_VALUE);
    if (gb_is_unset(v)) return v;
    as_tracer(v)->edited = gb_model_state_ref(target);
    as_tracer(v)->edited_model = gb_ref(model);
    return v;
}

/* --- keywords of trace() and generate()
 * ----------------------------------------------------------------------- */

/* Accepted and without meaning here: they tune what nnsight does. */
static const char *const ignored[] = {"scan",
                                      "validate",
                                      "invoker_args",
                                      "use_cache",
                                      "return_dict_in_generate",
                                      "output_scores",
                                      "output_attentions",
                                      "output_hidden_states",
                                      "truncation",
                                      "padding",
                                      "max_length_tokens",
                                      "backend"};

static bool is_ignored(const char *name)
{
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
        if (strcmp(ignored[i], name) == 0) return true;
    return false;
}

static bool set_generation(gb_vm *vm, gb_trace *trace, const char *name, gb_value value,
                           bool *known)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c;
    gb_conversion_start(&c);
    gb_arg arg;
    bool ok = gb_convert(vm, &c, value, &arg);
    if (ok && !gb_generation_set(trace->generation, name, &arg, known, &err))
        ok = gb_raise_error_false(vm, &err);
    gb_conversion_release(&c);
    return ok;
}

static bool is_generation_setting(const char *name)
{
    const char *setting;
    for (size_t i = 0; (setting = gb_generation_setting_at(i)); i++)
        if (strcmp(setting, name) == 0) return true;
    return false;
}

static bool read_truth(gb_vm *vm, gb_value value, bool *out)
{
    int truth = gb_truth(vm, value);
    *out = truth == 1;
    return truth >= 0;
}

static bool read_keyword(gb_vm *vm, gb_trace *trace, const char *name, gb_value value)
{
    bool known = false;
    if (is_ignored(name)) return true;
    if (strcmp(name, "remote") == 0) return gb_trace_use_remote(trace, value);
    if (strcmp(name, "blocking") == 0) {
        bool blocking = true, ok = read_truth(vm, value, &blocking);
        trace->sent_only = !blocking;
        return ok;
    }
    if (strcmp(name, "deterministic") == 0)
        return read_truth(vm, value, &trace->options.deterministic);
    if (trace->generation && !set_generation(vm, trace, name, value, &known)) return false;
    if (!known && !gb_forward_argument_read(vm, name, value, &known)) return false;
    if (known) return true;
    if (!trace->generation && is_generation_setting(name))
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "%s= is for model.generate(...); model.trace() runs one forward pass",
                              name);
    return gb_raise_false(vm, GB_EXC_TypeError, "unexpected keyword argument '%s'", name);
}

static bool read_keywords(gb_vm *vm, gb_trace *trace, gb_value keywords)
{
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(keywords, &at, &key, &value);)
        if (!read_keyword(vm, trace, gb_str_data(key), value)) return false;
    return true;
}

/* --- entering and leaving
 * ------------------------------------------------------------------------------------------ */

static bool begin_generation(gb_vm *vm, gb_trace *trace)
{
    gb_error err = GB_ERROR_INIT;
    trace->generation = gb_calloc(1, sizeof *trace->generation, &err);
    if (!trace->generation) return gb_raise_error_false(vm, &err);
    gb_generation_defaults(trace->generation, trace->model->model);
    return true;
}

static bool add_prompts(gb_vm *vm, gb_trace *trace, gb_value input, gb_value keywords)
{
    gb_prompts prompts;
    if (!gb_prompts_read(vm, trace->model, input, keywords, &prompts)) return false;
    int32_t index = gb_trace_add_invoke(trace, &prompts.invoke);
    gb_prompts_release(&prompts);
    return index >= 0;
}

/* An edit is recorded over an invoke without rows: it is for any prompt. */
static bool add_nothing(gb_trace *trace)
{
    gb_invoke all = {.all = true, .span = gb_trace_span(trace)};
    return gb_trace_add_invoke(trace, &all) >= 0;
}

/* The net of NNsight(net): it runs on the arguments where there are any. */
static bool begin_net(tracer_object *t)
{
    size_t count = 0;
    if (gb_is_sequence(t->input)) gb_items_peek(t->input, &count);
    if (count == 0 && gb_dict_count(t->keywords) == 0) return true;
    return gb_net_run(t->trace, t->input, t->keywords);
}

static bool begin(gb_vm *vm, tracer_object *t)
{
    bool given = !gb_is_unset(t->input) && !gb_is_none(t->input);
    if (!(t->trace = gb_trace_new(vm, t->model, t->mode))) return false;
    if (t->mode == GB_TRACE_GENERATE && !begin_generation(vm, t->trace)) return false;
    gb_trace_push(t->trace);
    if (!gb_net_watch(t->trace)) return false;
    if (t->mode == GB_TRACE_EDIT) return add_nothing(t->trace);
    if (gb_trace_is_net(t->trace)) return begin_net(t);
    if ((given || gb_prompts_in(vm, t->keywords)) &&
        !add_prompts(vm, t->trace, t->input, t->keywords))
        return false;
    gb_value remote = gb_session_remote_peek(vm);
    return (gb_is_unset(remote) || gb_trace_use_remote(t->trace, remote)) &&
           read_keywords(vm, t->trace, t->keywords);
}

static gb_value entered_value(gb_vm *vm, gb_value self)
{
    tracer_object *t = as_tracer(self);
    bool alone = gb_is_unset(t->edited_model) || gb_is_none(t->edited_model);
    return alone ? gb_ref(self) : gb_tuple_of(vm, 2, self, t->edited_model);
}

static gb_value tracer_enter(gb_vm *vm, gb_value self)
{
    tracer_object *t = as_tracer(self);
    if (t->trace)
        return gb_raise(vm, GB_EXC_RuntimeError,
                        "a tracer is entered once: call model.trace(...) again");
    if (begin(vm, t)) return entered_value(vm, self);
    if (t->trace) {
        gb_net_unwatch(t->trace);
        gb_trace_pop(t->trace);
        gb_trace_fail(t->trace);
    }
    return GB_UNSET_VALUE;
}

/* The exception that tracer.stop() raises; the block's end takes it. */
static bool is_stop(gb_vm *vm, gb_value exception)
{
    (void)vm;
    gb_type *type = gb_is_exception(exception) ? exception.o->type : NULL;
    return type && gb_str_is(type->name, "EarlyStopException");
}

static int tracer_exit(gb_vm *vm, gb_value self, gb_value exception)
{
    tracer_object *t = as_tracer(self);
    gb_net_unwatch(t->trace);
    gb_trace_pop(t->trace);
    bool stopped = is_stop(vm, exception);
    if (!gb_is_none(exception) && !stopped) {
        gb_trace_fail(t->trace);
        return 0;
    }
    if (!gb_trace_finish(t->trace) || !gb_trace_keep_names(t->trace, &t->names)) return -1;
    if (t->edited && !gb_edit_add(t->edited, t->trace)) return -1;
    return stopped;
}

gb_value gb_trace_stop(gb_vm *vm, gb_trace *trace)
{
    trace->stopped = true;
    gb_value module = gb_import(vm, "nnsight");
    gb_value cls = gb_is_unset(module) ? module : gb_getattr_text(vm, module, "EarlyStopException");
    if (!gb_is_unset(cls)) gb_raise_value(vm, cls);
    gb_unref(module);
    gb_unref(cls);
    return GB_UNSET_VALUE;
}

/* --- invokes
 * ------------------------------------------------------------------------------------------------------------
 */

typedef struct invoker_object {
    gb_object head;
    gb_trace *trace;
    gb_value input, keywords;
    int32_t invoke, outer; /* its own, and the one that was current before */
    int32_t outer_step;
} invoker_object;

static invoker_object *as_invoker(gb_value v)
{
    return (invoker_object *)(void *)v.o;
}

static void invoker_release(gb_object *self)
{
    invoker_object *i = (invoker_object *)(void *)self;
    gb_trace_unref(i->trace);
    gb_clear(&i->input), gb_clear(&i->keywords);
}

static void invoker_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((invoker_object *)(void *)self)->input, context);
    visit(((invoker_object *)(void *)self)->keywords, context);
}

/* The tracer's trace, which must be open. */
static gb_trace *open_trace(gb_vm *vm, gb_value self)
{
    gb_trace *trace = as_tracer(self)->trace;
    if (trace && trace->state == GB_TRACE_OPEN) return trace;
    gb_raise(vm, GB_EXC_RuntimeError, "this is there inside the tracer's block");
    return NULL;
}

static gb_value method_invoke(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = open_trace(vm, args[0]);
    gb_type *type = trace ? gb_type_make(vm, &invoker_spec) : NULL;
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    gb_tuple *given = gb_tuple_peek(args[1]);
    as_invoker(v)->trace = gb_trace_ref(trace);
    if (gb_trace_is_net(trace))
        as_invoker(v)->input = gb_ref(args[1]);
    else
        as_invoker(v)->input = given->count ? gb_ref(given->items[0]) : GB_NONE_VALUE;
    as_invoker(v)->keywords = gb_ref(args[2]);
    return v;
}

static bool read_invoke_keywords(gb_vm *vm, gb_value keywords)
{
    gb_value key, value;
    bool known;
    for (size_t at = 0; gb_dict_next(keywords, &at, &key, &value);)
        if (!gb_forward_argument_read(vm, gb_str_data(key), value, &known)) return false;
    return true;
}

static gb_value invoker_enter(gb_vm *vm, gb_value self)
{
    invoker_object *i = as_invoker(self);
    i->outer = i->trace->invoke;
    i->outer_step = i->trace->step;
    i->trace->step = 0;
    bool given = !gb_is_none(i->input) || gb_prompts_in(vm, i->keywords);
    bool net = gb_trace_is_net(i->trace);
    if (!net && !read_invoke_keywords(vm, i->keywords)) return GB_UNSET_VALUE;
    bool ok = net     ? gb_net_run(i->trace, i->input, i->keywords)
              : given ? add_prompts(vm, i->trace, i->input, i->keywords)
                      : add_nothing(i->trace);
    i->invoke = i->trace->invoke;
    return ok ? gb_ref(self) : GB_UNSET_VALUE;
}

static int invoker_exit(gb_vm *vm, gb_value self, gb_value exception)
{
    invoker_object *i = as_invoker(self);
    i->trace->invoke = i->outer;
    i->trace->step = i->outer_step;
    return is_stop(vm, exception);
}

/* A value of the run that belongs to no module: "ids", "result", "token". */
static gb_value run_value(gb_vm *vm, gb_trace *trace, int32_t invoke, int32_t step,
                          const char *leaf)
{
    gb_error err = GB_ERROR_INIT;
    int32_t site = gb_graph_add_site(trace->graph, "", leaf, &err);
    if (site < 0) return gb_raise_error(vm, &err);
    gb_access at = {.site = site, .invoke = invoke, .step = step, .span = gb_trace_span(trace)};
    gb_node_id node = gb_graph_read(trace->graph, &at, &err);
    return node == GB_NO_NODE ? gb_raise_error(vm, &err)
                              : gb_proxy_new(vm, trace, node, GB_PROXY_TENSOR);
}

static gb_value invoker_input(gb_vm *vm, gb_value self)
{
    return run_value(vm, as_invoker(self)->trace, as_invoker(self)->invoke, 0, "ids");
}

static const gb_attribute invoker_attributes[] = {
    {"input", invoker_input, NULL, "The invoke's own token ids, [B, T]."},
    {0},
};

static const gb_type_spec invoker_spec = {
    .name = "Invoker",
    .module = "nnsight",
    .doc = "One prompt, or several, of a trace.",
    .size = sizeof(invoker_object),
    .flags = GB_TYPE_NO_MAKE,
    .attributes = invoker_attributes,
    .slots = {.release = invoker_release,
              .traverse = invoker_traverse,
              .enter = invoker_enter,
              .exit = invoker_exit},
};

/* --- steps
 * -----------------------------------------------------------------------------------------------------------------
 */

/* tracer.iter[a:b:s], tracer.all(): an iterator that runs the model up to each step before its
 * body. */
typedef struct steps_object {
    gb_object head;
    gb_trace *trace;
    int64_t next, stop, step; /* stop -1: as long as steps come */
    gb_value list;            /* explicit steps, or unset */
    size_t at;
    int32_t outer;
} steps_object;

static steps_object *as_steps(gb_value v)
{
    return (steps_object *)(void *)v.o;
}

static void steps_release(gb_object *self)
{
    gb_trace_unref(((steps_object *)(void *)self)->trace);
    gb_clear(&((steps_object *)(void *)self)->list);
}

static gb_value steps_new(gb_vm *vm, gb_trace *trace, int64_t start, int64_t stop, int64_t step)
{
    gb_type *type = gb_type_make(vm, &steps_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    steps_object *s = as_steps(v);
    s->trace = gb_trace_ref(trace);
    s->next = start;
    s->stop = stop;
    s->step = step;
    s->outer = trace->step;
    return v;
}

/* The next step the loop asks for; -1 at its end. */
static int64_t asked_step(gb_vm *vm, steps_object *s)
{
    int64_t step = s->next;
    if (gb_is_list(s->list)) {
        gb_list *list = gb_list_peek(s->list);
        if (s->at >= list->count || !gb_to_int64(vm, list->items[s->at++], &step)) return -1;
        return step;
    }
    if (s->stop >= 0 && step >= s->stop) return -1;
    s->next += s->step;
    return step;
}

/* A forward pass has one step; a generation as many as come. */
static bool step_comes(gb_trace *trace, int64_t step, bool *came)
{
    gb_error err = GB_ERROR_INIT;
    *came = step == 0;
    if (step == 0 || trace->mode != GB_TRACE_GENERATE) return true;
    gb_backend_run *run = gb_trace_run(trace);
    if (!run) return false;
    return trace->backend->run_until_step(run, (int32_t)step, came, &err) ||
           gb_raise_error_false(trace->vm, &err);
}

static gb_value steps_next(gb_vm *vm, gb_value self)
{
    steps_object *s = as_steps(self);
    bool came = false;
    int64_t step = asked_step(vm, s);
    if (step > INT32_MAX) step = -1;
    if (step >= 0 && !step_comes(s->trace, step, &came)) return GB_UNSET_VALUE;
    s->trace->step = came ? (int32_t)step : s->outer;
    return came ? gb_int(step) : GB_UNSET_VALUE;
}

static gb_value steps_same(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

/* `tracer.iter` without an index: all steps. `tracer.iter[...]` makes a new one. */
static gb_value steps_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_trace *trace = as_steps(self)->trace;
    int64_t i, parts[3], count;
    if (gb_is_slice(key)) {
        bool open = gb_is_none(gb_slice_peek(key)->stop);
        if (!gb_slice_indices(vm, key, INT32_MAX, parts, &count)) return GB_UNSET_VALUE;
        return steps_new(vm, trace, parts[0], open ? -1 : parts[1], parts[2]);
    }
    if (gb_is_sequence(key)) {
        gb_value out = steps_new(vm, trace, 0, -1, 1);
        if (!gb_is_unset(out) && gb_is_unset(as_steps(out)->list = gb_to_list(vm, key)))
            gb_clear(&out);
        return out;
    }
    return gb_to_int64(vm, key, &i) ? steps_new(vm, trace, i, i + 1, 1) : GB_UNSET_VALUE;
}

/* __enter__() called by hand: one step. A `with` runs its block at each of them. */
static gb_value steps_enter(gb_vm *vm, gb_value self)
{
    gb_value step = steps_next(vm, self);
    if (!gb_is_unset(step) || !gb_is_unset(gb_exception_peek(vm))) return step;
    return gb_raise(vm, GB_EXC_IndexError, "the generation ended before this step");
}

static int steps_exit(gb_vm *vm, gb_value self, gb_value exception)
{
    (void)vm, (void)exception;
    as_steps(self)->trace->step = as_steps(self)->outer;
    return 0;
}

static const gb_type_spec steps_spec = {
    .name = "Steps",
    .module = "nnsight",
    .doc = "Generation steps to loop over: tracer.iter[:], tracer.iter[2:5], tracer.iter[[0, 3]].",
    .size = sizeof(steps_object),
    .flags = GB_TYPE_NO_MAKE,
    .slots = {.release = steps_release,
              .getitem = steps_getitem,
              .iter = steps_same,
              .next = steps_next,
              .enter = steps_enter,
              .exit = steps_exit,
              .again = steps_next},
};

static gb_value get_iter(gb_vm *vm, gb_value self)
{
    gb_trace *trace = open_trace(vm, self);
    return trace ? steps_new(vm, trace, 0, -1, 1) : GB_UNSET_VALUE;
}

gb_value gb_steps_all(gb_vm *vm, gb_trace *trace)
{
    return steps_new(vm, trace, 0, -1, 1);
}

static gb_value method_all(gb_vm *vm, gb_value *args)
{
    return get_iter(vm, args[0]);
}

/* --- what a tracer answers
 * ------------------------------------------------------------------------------------------------------
 */

static gb_value get_result(gb_vm *vm, gb_value self)
{
    gb_trace *trace = open_trace(vm, self);
    if (!trace) return GB_UNSET_VALUE;
    if (gb_trace_is_net(trace)) return gb_net_result(trace);
    if (trace->mode == GB_TRACE_GENERATE) return run_value(vm, trace, trace->invoke, 0, "result");
    return gb_form_read(trace, gb_model_plan(trace->model->model)->io[0].output);
}

static gb_value method_stop(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = open_trace(vm, args[0]);
    return trace ? gb_trace_stop(vm, trace) : GB_UNSET_VALUE;
}

static gb_value method_next(gb_vm *vm, gb_value *args)
{
    int64_t steps;
    gb_trace *trace = open_trace(vm, args[0]);
    if (!trace || !gb_to_int64(vm, args[1], &steps)) return GB_UNSET_VALUE;
    trace->step += (int32_t)steps;
    return gb_ref(args[0]);
}

/* Invokes need no meeting point: a value of another invoke is waited for by itself. So a barrier is
 * something that can be called and does nothing. */
static gb_value barrier_reached(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return GB_NONE_VALUE;
}

static const gb_native barrier_row = {"barrier", barrier_reached, "", 0,
                                      "Does nothing: invokes wait by themselves."};

static gb_value method_barrier(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_native_new(vm, &barrier_row, "nnsight");
}

static gb_value method_cache(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = open_trace(vm, args[0]);
    return trace ? gb_run_cache_new(trace, args[1], args[2]) : GB_UNSET_VALUE;
}

static const gb_native tracer_methods[] = {
    {"cache", method_cache, "*args, **kwargs", 0,
     "What many modules give, to be looked at after the run: modules=, device=, dtype=, detach=, "
     "include_output=, include_inputs=."},
    {"invoke", method_invoke, "*inputs, **kwargs", 0,
     "A prompt of its own; without input: all rows."},
    {"all", method_all, "", 0, "All generation steps, to loop over."},
    {"next", method_next, "step=1", 0, "What follows is about the next generation step."},
    {"stop", method_stop, "", 0, "Ends the block and the run here."},
    {"barrier", method_barrier, "participants=1", 0,
     "Accepted; invokes wait for each other by themselves."},
    {0},
};

static gb_value get_backend(gb_vm *vm, gb_value self)
{
    return gb_remote_handle(vm, as_tracer(self)->trace, as_tracer(self)->names);
}

static const gb_attribute tracer_attributes[] = {
    {"backend", get_backend, NULL,
     "The job of a remote trace: backend.job_id, backend.job_status, backend()."},
    {"iter", get_iter, NULL, "Generation steps: tracer.iter[:], tracer.iter[2:5]."},
    {"result", get_result, NULL, "What the model gives in the end: token ids, or its output."},
    {0},
};

const gb_type_spec gb_tracer_spec = {
    .name = "Tracer",
    .module = "nnsight",
    .doc = "The context of a trace.",
    .size = sizeof(tracer_object),
    .flags = GB_TYPE_NO_MAKE,
    .methods = tracer_methods,
    .attributes = tracer_attributes,
    .slots = {.release = tracer_release,
              .traverse = tracer_traverse,
              .enter = tracer_enter,
              .exit = tracer_exit},
};

/* --- model.generator
 * ------------------------------------------------------------------------------ */

typedef struct generator_object {
    gb_object head;
    gb_trace *trace;
} generator_object;

static void generator_release(gb_object *self)
{
    gb_trace_unref(((generator_object *)(void *)self)->trace);
}

static gb_value generator_output(gb_vm *vm, gb_value self)
{
    gb_trace *trace = ((generator_object *)(void *)self.o)->trace;
    return run_value(vm, trace, trace->invoke, 0, "result");
}

static gb_value generator_streamer(gb_vm *vm, gb_value self);

static const gb_attribute generator_attributes[] = {
    {"output", generator_output, NULL, "The token ids of prompt and generation, [B, T]."},
    {"streamer", generator_streamer, NULL,
     "What was there before the current step: streamer.output, the prompt or the last token."},
    {0},
};

/* A streamer is given the prompt first, then token after token: step 1 is the first of them. */
static gb_value streamer_output(gb_vm *vm, gb_value self)
{
    gb_trace *trace = ((generator_object *)(void *)self.o)->trace;
    int32_t step = trace->step > 0 ? trace->step - 1 : 0;
    return run_value(vm, trace, trace->invoke, step, trace->step > 0 ? "token" : "ids");
}

static const gb_attribute streamer_attributes[] = {
    {"output", streamer_output, NULL,
     "At step 0 the prompt's ids, [B, T]; at step i the token chosen before it, [B]."},
    {0},
};

static const gb_type_spec generator_spec = {
    .name = "Generator",
    .module = "nnsight",
    .doc = "A generation as a module: its output are token ids.",
    .size = sizeof(generator_object),
    .flags = GB_TYPE_NO_MAKE,
    .attributes = generator_attributes,
    .slots = {.release = generator_release},
};

static const gb_type_spec streamer_spec = {
    .name = "Streamer",
    .module = "nnsight",
    .doc = "The token of each step.",
    .size = sizeof(generator_object),
    .flags = GB_TYPE_NO_MAKE,
    .attributes = streamer_attributes,
    .slots = {.release = generator_release},
};

static gb_value of_trace(gb_vm *vm, const gb_type_spec *spec, gb_trace *trace)
{
    gb_type *type = gb_type_make(vm, spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (!gb_is_unset(v)) ((generator_object *)(void *)v.o)->trace = gb_trace_ref(trace);
    return v;
}

static gb_value generator_streamer(gb_vm *vm, gb_value self)
{
    return of_trace(vm, &streamer_spec, ((generator_object *)(void *)self.o)->trace);
}

gb_value gb_generator_value_of(gb_vm *vm, gb_trace *trace)
{
    return of_trace(vm, &generator_spec, trace);
}

/* --- contexts that do nothing by themselves
 * -------------------------------------------------------------------------------------- */

typedef struct plain_object {
    gb_object head;
    gb_value value; /* what `as` binds */
} plain_object;

static void plain_release(gb_object *self)
{
    gb_clear(&((plain_object *)(void *)self)->value);
}

static void plain_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((plain_object *)(void *)self)->value, context);
}

static gb_value plain_enter(gb_vm *vm, gb_value self)
{
    (void)vm;
    gb_value value = ((plain_object *)(void *)self.o)->value;
    return gb_is_unset(value) ? gb_ref(self) : gb_ref(value);
}

static int plain_exit(gb_vm *vm, gb_value self, gb_value exception)
{
    (void)vm, (void)self, (void)exception;
    return 0;
}

static const gb_type_spec plain_spec = {
    .name = "Context",
    .module = "nnsight",
    .doc = "A block that only groups what is in it.",
    .size = sizeof(plain_object),
    .flags = GB_TYPE_NO_MAKE,
    .slots = {.release = plain_release,
              .traverse = plain_traverse,
              .enter = plain_enter,
              .exit = plain_exit},
};

static gb_value plain_context(gb_vm *vm, gb_value value)
{
    gb_type *type = gb_type_make(vm, &plain_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (!gb_is_unset(v)) ((plain_object *)(void *)v.o)->value = gb_ref(value);
    return v;
}

gb_value gb_backward_context(gb_vm *vm)
{
    return plain_context(vm, GB_UNSET_VALUE);
}
