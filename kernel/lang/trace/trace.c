/* A trace from its first line to its values: invokes, the model's tensors, the run. */
#include "kernel/lang/trace/trace.h"

#include "kernel/lang/trace/parameter.h"

#include "kernel/lang/trace/cache.h"
#include "kernel/lang/trace/edit.h"
#include "kernel/lang/trace/mark.h"
#include "kernel/lang/trace/print.h"
#include "kernel/lang/trace/proxy_state.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"

/* --- which trace is current
 * -------------------------------------------------------------------------- */

static const char stack_key;

typedef struct trace_stack {
    gb_trace *top;
    gb_trace *living; /* all traces of the VM */
} trace_stack;

static void drop_run(gb_trace *trace)
{
    if (trace->run) trace->backend->run_free(trace->run);
    trace->run = NULL;
}

/* The VM goes, and with it the backends: what still refers to a trace gets no value from it. */
static void stack_release(void *state)
{
    trace_stack *stack = state;
    for (gb_trace *t = stack->living; t; t = t->next_living) {
        drop_run(t);
        t->backend = NULL;
        t->state = GB_TRACE_FAILED;
        t->link = NULL;
    }
    gb_free(stack);
}

static trace_stack *stack_of(gb_vm *vm)
{
    trace_stack *stack = gb_vm_attached(vm, &stack_key);
    if (stack) return stack;
    /* What is attached later goes earlier: traces give their runs back while the backend is there.
     */
    if (!gb_backend_here(vm, NULL)) return NULL;
    stack = gb_calloc(1, sizeof *stack, NULL);
    if (stack && !gb_vm_attach(vm, &stack_key, stack, stack_release)) {
        gb_free(stack);
        return NULL;
    }
    return stack;
}

gb_trace *gb_trace_current(gb_vm *vm)
{
    trace_stack *stack = stack_of(vm);
    return stack ? stack->top : NULL;
}

gb_trace *gb_trace_current_of(gb_vm *vm, const gb_model_state *model)
{
    for (gb_trace *t = gb_trace_current(vm); t; t = t->outer)
        if (t->model == model || (model->model && t->model->model == model->model)) return t;
    return NULL;
}

void gb_trace_push(gb_trace *trace)
{
    trace_stack *stack = stack_of(trace->vm);
    if (!stack) return;
    trace->outer = stack->top;
    stack->top = gb_trace_ref(trace);
}

void gb_trace_pop(gb_trace *trace)
{
    trace_stack *stack = stack_of(trace->vm);
    if (!stack || stack->top != trace) return;
    stack->top = trace->outer;
    trace->outer = NULL;
    gb_trace_unref(trace);
}

/* --- life
 * --------------------------------------------------------------------------------------------- */

gb_trace *gb_trace_new(gb_vm *vm, gb_model_state *model, gb_trace_mode mode)
{
    gb_error err = GB_ERROR_INIT;
    gb_trace *trace = gb_calloc(1, sizeof *trace, &err);
    trace_stack *stack = stack_of(vm);
    if (trace) trace->graph = gb_graph_new(&err);
    if (!trace || !trace->graph || !stack) {
        if (trace) gb_graph_free(trace->graph);
        gb_free(trace);
        gb_raise_error(vm, &err);
        return NULL;
    }
    trace->refs = 1;
    trace->next_living = stack->living;
    trace->link = &stack->living;
    if (stack->living) stack->living->link = &trace->next_living;
    stack->living = trace;
    trace->vm = vm;
    trace->model = gb_model_state_ref(model);
    trace->mode = mode;
    trace->invoke = GB_NO_INVOKE;
    trace->backward = GB_NO_NODE;
    trace->options.print = gb_trace_show_print;
    trace->options.context = trace;
    trace->options.progress = gb_model_host_of(vm)->progress;
    trace->options.history = gb_grad_mode();
    return trace;
}

gb_trace *gb_trace_ref(gb_trace *trace)
{
    trace->refs++;
    return trace;
}

static void unlink_living(gb_trace *trace)
{
    if (!trace->link) return;
    *trace->link = trace->next_living;
    if (trace->next_living) trace->next_living->link = trace->link;
}

void gb_trace_unref(gb_trace *trace)
{
    if (!trace || --trace->refs > 0) return;
    drop_run(trace);
    unlink_living(trace);
    for (size_t i = 0; i < trace->cell_count; i++)
        gb_graph_cell_unref(trace->cell_list[i]);
    gb_free(trace->cell_list);
    if (trace->generation) gb_generation_release(trace->generation);
    gb_free(trace->generation);
    gb_unref(trace->saved);
    gb_unref(trace->applied);
    gb_unref(trace->caches);
    gb_marks_release(&trace->marks);
    gb_graph_free(trace->graph);
    gb_model_state_unref(trace->model);
    gb_free(trace);
}

gb_span gb_trace_span(gb_trace *trace)
{
    return gb_vm_span(trace->vm);
}

int32_t gb_trace_add_invoke(gb_trace *trace, const gb_invoke *invoke)
{
    gb_error err = GB_ERROR_INIT;
    int32_t index = gb_graph_add_invoke(trace->graph, invoke, &err);
    if (index < 0) {
        gb_raise_error(trace->vm, &err);
        return -1;
    }
    trace->invoke = index;
    return gb_edits_apply(trace) ? index : -1;
}

/* --- the model's tensors
 * ------------------------------------------------------------------------------- */

/* Sequences, their longest prompt, and the keys they can attend to, as the current invoke sees
 * them. */
static void extent(gb_trace *trace, int64_t *batch, int64_t *time, int64_t *keys)
{
    int64_t copies = trace->generation ? trace->generation->num_return_sequences : 1;
    int32_t count = gb_graph_invoke_count(trace->graph);
    const gb_invoke *own = gb_graph_invoke(trace->graph, trace->invoke);
    int64_t longest = 0;
    *batch = 0;
    for (int32_t i = 0; i < count; i++) {
        const gb_invoke *invoke = gb_graph_invoke(trace->graph, i);
        if (invoke != own && !own->all) continue;
        *batch += invoke->row_count * (copies > 1 ? copies : 1);
        for (int32_t r = 0; r < invoke->row_count; r++)
            if (invoke->rows[r].count > longest) longest = invoke->rows[r].count;
    }
    *time = trace->step > 0 ? 1 : longest;
    *keys = longest + trace->step;
}

gb_tensor *gb_trace_place_meta(gb_trace *trace, int32_t place)
{
    int64_t batch, time, keys, sizes[GB_MODEL_MAX_RANK];
    if (trace->mode == GB_TRACE_EDIT) return NULL; /* an edit is for prompts of any length */
    const gb_place *p = &gb_model_plan(trace->model->model)->places[place];
    extent(trace, &batch, &time, &keys);
    gb_place_shape(p, batch, time, keys, sizes);
    return gb_tensor_meta(p->dtype, sizes, (size_t)p->rank, NULL);
}

static bool access_of(gb_trace *trace, int32_t place, gb_access *at)
{
    gb_error err = GB_ERROR_INIT;
    const gb_plan *plan = gb_model_plan(trace->model->model);
    const gb_place *p = &plan->places[place];
    if (trace->invoke == GB_NO_INVOKE)
        return gb_raise_false(trace->vm, GB_EXC_ValueError,
                              "the trace has no input yet: give one to trace(), or use `with "
                              "tracer.invoke(prompt):`");
    int32_t site =
        gb_graph_add_site(trace->graph, plan->tree.modules[p->module].path, p->leaf, &err);
    if (site < 0) return gb_raise_error_false(trace->vm, &err);
    *at = (gb_access){.site = site,
                      .invoke = trace->invoke,
                      .step = trace->step,
                      .meta = gb_trace_place_meta(trace, place),
                      .span = gb_trace_span(trace)};
    return true;
}

static gb_graph_cell **find_cell(gb_trace *trace, int32_t place)
{
    for (size_t i = trace->cell_count; i-- > 0;) {
        gb_graph_cell *cell = trace->cell_list[i];
        if (cell->place == place && cell->invoke == trace->invoke && cell->step == trace->step)
            return &trace->cell_list[i];
    }
    return NULL;
}

/* Makes `cell` (one reference taken over) the tensor at a place from now on. */
static bool bind_cell(gb_trace *trace, gb_graph_cell *cell, int32_t place, const gb_access *at)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph_cell **old = find_cell(trace, place);
    cell->place = place;
    cell->site = at->site;
    cell->invoke = at->invoke;
    cell->step = at->step;
    if (old) {
        if (*old != cell)
            (*old)->place = -1; /* names for the old tensor no longer reach the model */
        gb_graph_cell *gone = *old;
        *old = cell;
        gb_graph_cell_unref(gone);
        return true;
    }
    if (!gb_grow(&trace->cell_list, &trace->cell_capacity, trace->cell_count + 1, sizeof cell,
                 &err)) {
        gb_graph_cell_unref(cell);
        return gb_raise_error_false(trace->vm, &err);
    }
    trace->cell_list[trace->cell_count++] = cell;
    return true;
}

/* The place where the tensor at `place` is first seen: a block's input is the block before's
 * output. A place whose tensor was replaced as a whole stands for itself. */
static int32_t origin(gb_trace *trace, int32_t place)
{
    const gb_plan *plan = gb_model_plan(trace->model->model);
    int32_t slot = plan->places[place].slot, best = place;
    while (plan->slots[slot].alias >= 0)
        slot = plan->slots[slot].alias;
    if (find_cell(trace, place) || slot == plan->places[place].slot) return place;
    for (int32_t i = 0; i < plan->place_count; i++)
        if (plan->places[i].slot == slot &&
            plan->places[i].boundary <= plan->places[best].boundary &&
            plan->places[i].rank == plan->places[place].rank)
            best = i;
    return best;
}

gb_value gb_trace_read(gb_trace *trace, int32_t place)
{
    gb_error err = GB_ERROR_INIT;
    gb_access at;
    int32_t from = origin(trace, place);
    gb_graph_cell **found = find_cell(trace, from);
    if (found) return gb_proxy_of_cell(trace->vm, trace, *found);
    if (!access_of(trace, from, &at)) return GB_UNSET_VALUE;
    gb_node_id node = gb_graph_read(trace->graph, &at, &err);
    gb_tensor_unref(at.meta);
    if (node == GB_NO_NODE) return gb_raise_error(trace->vm, &err);
    gb_graph_cell *cell = gb_graph_cell_new(trace->vm, node);
    if (!cell || !bind_cell(trace, cell, from, &at)) return GB_UNSET_VALUE;
    return gb_proxy_of_cell(trace->vm, trace, cell);
}

/* --- replacing a tensor of the model
 * ------------------------------------------------------------------- */

/* The sizes of a meta tensor as a list argument over `items`. */
static gb_arg sizes_of(const gb_tensor *meta, gb_arg items[GB_MODEL_MAX_RANK])
{
    return gb_arg_ints(gb_tensor_sizes(meta), (size_t)gb_tensor_dim(meta), items);
}

/* The present tensor of a place as a node: what an edit, which knows no shapes, takes its own from.
 */
static gb_node_id present_node(gb_trace *trace, int32_t place)
{
    gb_value present = gb_trace_read(trace, place);
    gb_node_id node = GB_NO_NODE;
    if (!gb_is_unset(present) && !gb_proxy_node(trace->vm, present, &node)) node = GB_NO_NODE;
    gb_unref(present);
    return node;
}

static gb_node_id filled(gb_trace *trace, int32_t place, const gb_access *at, const gb_arg *number)
{
    gb_arg items[GB_MODEL_MAX_RANK];
    if (!at->meta) {
        gb_node_id like = present_node(trace, place);
        gb_arg args[] = {gb_arg_node(like), *number};
        return like == GB_NO_NODE ? like
                                  : gb_trace_op(trace->vm, trace, "aten::full_like", args, 2);
    }
    gb_arg args[] = {sizes_of(at->meta, items), *number, gb_arg_dtype(gb_tensor_dtype(at->meta)),
                     gb_arg_none(), gb_arg_text(gb_model_device(trace->model->model))};
    return gb_trace_op(trace->vm, trace, "aten::full", args, 5);
}

/* The value as a node that has the place's shape and dtype: numbers and smaller tensors fill it. */
static gb_node_id fitted(gb_trace *trace, int32_t place, const gb_access *at, const gb_arg *value)
{
    gb_vm *vm = trace->vm;
    gb_error err = GB_ERROR_INIT;
    gb_arg items[GB_MODEL_MAX_RANK];
    if (value->kind != GB_ARG_TENSOR && value->kind != GB_ARG_NODE)
        return filled(trace, place, at, value);
    gb_node_id node = value->kind == GB_ARG_NODE
                          ? value->as.node
                          : gb_graph_const(trace->graph, value, at->span, &err);
    if (node == GB_NO_NODE) {
        gb_raise_error(vm, &err);
        return node;
    }
    const gb_tensor *meta = gb_graph_node(trace->graph, node)->meta;
    if (!meta || !at->meta) return node;
    if (!gb_tensor_same_shape(meta, at->meta)) {
        gb_arg args[] = {gb_arg_node(node), sizes_of(at->meta, items)};
        node = gb_trace_op(vm, trace, "aten::expand", args, 2);
    }
    if (node != GB_NO_NODE && gb_tensor_dtype(meta) != gb_tensor_dtype(at->meta)) {
        gb_arg args[] = {gb_arg_node(node), gb_arg_dtype(gb_tensor_dtype(at->meta))};
        node = gb_trace_op(vm, trace, "aten::to.dtype", args, 2);
    }
    return node;
}

/* Says which shape a place has when what was assigned does not fit. */
static void explain_shape(gb_trace *trace, int32_t place, const gb_access *at, const gb_arg *value)
{
    const gb_tensor *got = value->kind == GB_ARG_TENSOR ? value->as.tensor
                           : value->kind == GB_ARG_NODE
                               ? gb_graph_node(trace->graph, value->as.node)->meta
                               : NULL;
    gb_buffer b = GB_BUFFER_INIT;
    if (!got || !at->meta || gb_tensor_same_shape(got, at->meta)) return;
    gb_exception_clear(trace->vm);
    gb_plan_place_name(gb_model_plan(trace->model->model), place, &b);
    gb_buffer_text(&b, " is ");
    gb_tensor_describe(&b, at->meta);
    gb_buffer_text(&b, "; what is written to it is ");
    gb_tensor_describe(&b, got);
    gb_raise(trace->vm, GB_EXC_ValueError, "%s", b.data ? b.data : "");
    gb_buffer_release(&b);
}

/* The cell that goes on as the place's tensor: the value's own when it is a tensor of the block
 * that nobody else's place holds, so that writing into it later still reaches the model. */
static gb_graph_cell *cell_for(gb_trace *trace, gb_value value, gb_node_id node)
{
    if (gb_is_proxy(value) && gb_proxy_is_base(value) && !gb_proxy_is_number(value)) {
        gb_graph_cell *cell = gb_proxy_cell_peek(value);
        if (cell->place < 0 && cell->node == node && cell->grad_of == GB_NO_NODE) {
            cell->refs++;
            return cell;
        }
    }
    return gb_graph_cell_new(trace->vm, node);
}

static bool write_place(gb_trace *trace, int32_t place, gb_value value, const gb_arg *arg,
                        bool skip)
{
    gb_error err = GB_ERROR_INIT;
    gb_access at;
    if (!access_of(trace, place, &at)) return false;
    gb_node_id done = GB_NO_NODE, node = fitted(trace, place, &at, arg);
    if (node == GB_NO_NODE) {
        explain_shape(trace, place, &at, arg);
    } else if ((done = gb_graph_write(trace->graph, &at, node,
                                      skip ? GB_WRITE_SKIP : GB_WRITE_ASSIGN, &err)) ==
               GB_NO_NODE) {
        gb_raise_error(trace->vm, &err);
    }
    gb_tensor_unref(at.meta);
    gb_graph_cell *cell = done == GB_NO_NODE ? NULL : cell_for(trace, value, node);
    return cell && bind_cell(trace, cell, place, &at);
}

bool gb_trace_assign(gb_trace *trace, int32_t place, gb_value value, bool skip)
{
    if (gb_is_proxy(value) && gb_proxy_is_base(value) && gb_proxy_is_open(value) && !skip) {
        gb_graph_cell *cell =
            gb_proxy_cell_peek(value); /* `m.output += v` ends in assigning what is there */
        gb_graph_cell **present = find_cell(trace, place);
        if (present && *present == cell) return true;
    }
    gb_conversion c;
    gb_conversion_start(&c);
    gb_arg arg;
    bool ok = gb_convert(trace->vm, &c, value, &arg);
    if (ok && (arg.kind == GB_ARG_LIST || arg.kind == GB_ARG_TEXT || arg.kind == GB_ARG_NONE))
        ok = gb_raise_false(trace->vm, GB_EXC_TypeError,
                            "a tensor or number is wanted here, not a %s",
                            gb_type_name(trace->vm, value));
    ok = ok && write_place(trace, place, value, &arg, skip);
    gb_conversion_release(&c);
    return ok;
}

/* --- the run
 * --------------------------------------------------------------------------------------------- */

static bool ensure_run(gb_trace *trace)
{
    gb_error err = GB_ERROR_INIT;
    if (trace->run) return true;
    bool here = !trace->backend;
    if (here && !(trace->backend = gb_backend_here(trace->vm, &err)))
        return gb_raise_error_false(trace->vm, &err);
    trace->options.generation = trace->generation;
    if (trace->generation) trace->options.history = false; /* generation is not trained */
    if (trace->options.history && here &&
        !gb_parameters_settle(trace->vm, trace->model, &trace->options.weights))
        return false;
    gb_job job = {.model_id = gb_model_id(trace->model->model),
                  .model = trace->model->model,
                  .graph = trace->graph,
                  .options = &trace->options};
    trace->run = trace->backend->run_new(trace->backend, &job, &err);
    return trace->run || gb_raise_error_false(trace->vm, &err);
}

gb_backend_run *gb_trace_run(gb_trace *trace)
{
    return ensure_run(trace) ? trace->run : NULL;
}

const gb_arg *gb_trace_value(gb_trace *trace, gb_node_id node)
{
    gb_error err = GB_ERROR_INIT;
    if (trace->state == GB_TRACE_FAILED) {
        gb_raise(trace->vm, GB_EXC_ValueError,
                 "this value was never computed: its trace ended with an error");
        return NULL;
    }
    if (!ensure_run(trace)) return NULL;
    const gb_arg *value = trace->backend->run_value(trace->run, node);
    if (!value && trace->backend->run_until(trace->run, node, &err))
        value = trace->backend->run_value(trace->run, node);
    if (value) return value;
    if (err.cls == GB_ERR_NONE)
        gb_fail(&err, GB_ERR_VALUE,
                "this value was never computed: its step or invoke ended before");
    gb_raise_error(trace->vm, &err);
    return NULL;
}

/* --- the end of the block
 * ---------------------------------------------------------------------------------- */

static void save_inside(gb_vm *vm, gb_value v, int depth)
{
    size_t count;
    enum { DEEPEST = 32 };
    if (depth > DEEPEST) return;
    if (gb_is_proxy(v)) {
        gb_proxy_save(v);
    } else if (gb_is_sequence(v)) {
        gb_value *items = gb_items_peek(v, &count);
        for (size_t i = 0; i < count; i++)
            save_inside(vm, items[i], depth + 1);
    } else if (gb_is_dict(v)) {
        gb_value key, value;
        for (size_t at = 0; gb_dict_next(v, &at, &key, &value);)
            save_inside(vm, value, depth + 1);
    } else if (v.tag == GB_INSTANCE) {
        gb_value dict = gb_instance_dict_peek(vm, v);
        if (!gb_is_unset(dict)) save_inside(vm, dict, depth + 1);
    }
}

bool gb_trace_save(gb_vm *vm, gb_value v)
{
    gb_trace *trace = gb_trace_current(vm);
    return !trace || gb_trace_keep(trace, v);
}

bool gb_trace_keep(gb_trace *trace, gb_value v)
{
    trace->any_saved = true;
    if (gb_is_proxy(v)) {
        gb_proxy_save(v);
        return true;
    }
    if (gb_is_unset(trace->saved) && gb_is_unset(trace->saved = gb_list_new(trace->vm, 0)))
        return false;
    return gb_list_append(trace->vm, trace->saved, v);
}

/* Asks for what is looked at later: what was saved, or every name that lives when nothing was. */
static bool want_values(gb_trace *trace, bool *any)
{
    gb_error err = GB_ERROR_INIT;
    if (!gb_is_unset(trace->saved)) save_inside(trace->vm, trace->saved, 0);
    for (gb_proxy *p = trace->proxies; p; p = p->next) {
        gb_node_id node;
        if (trace->any_saved && !p->saved) continue;
        if (!gb_proxy_node(trace->vm, gb_proxy_value_peek(p), &node)) return false;
        if (!trace->backend->run_want(trace->run, node, true, &err))
            return gb_raise_error_false(trace->vm, &err);
        p->wanted = true;
        *any = true;
    }
    return true;
}

/* All wanted graph values as a list, so that they can be changed one by one. */
static gb_value wanted_values(gb_trace *trace)
{
    gb_value list = gb_list_new(trace->vm, 0);
    for (gb_proxy *p = trace->proxies; p && !gb_is_unset(list); p = p->next)
        if (p->wanted && !gb_list_append(trace->vm, list, gb_proxy_value_peek(p))) gb_clear(&list);
    return list;
}

/* What is known now is a Tensor from now on, under every name it has. */
static bool settle(gb_trace *trace)
{
    gb_value list = wanted_values(trace);
    size_t count = 0;
    gb_value *items = gb_is_unset(list) ? NULL : gb_items_peek(list, &count);
    bool ok = !gb_is_unset(list);
    for (size_t i = 0; ok && i < count; i++) {
        gb_proxy *p = gb_proxy_peek(items[i]);
        gb_node_id node = p->view ? p->node : p->cell->node;
        if (!trace->backend->run_value(trace->run, node)) continue; /* a step that never came */
        gb_value real = gb_proxy_resolve(trace->vm, items[i]);
        ok = !gb_is_unset(real) && gb_proxy_settle(trace->vm, p);
        gb_unref(real);
    }
    gb_unref(list);
    return ok;
}

static void tell_host(const gb_trace *trace)
{
    const gb_model_host *host = gb_model_host_of(trace->vm);
    if (host->traced) host->traced(host->context, trace);
}

bool gb_trace_finish(gb_trace *trace)
{
    gb_error err = GB_ERROR_INIT;
    bool any = false;
    if (trace->mode == GB_TRACE_SCAN || trace->mode == GB_TRACE_EDIT ||
        (gb_graph_invoke_count(trace->graph) == 0 && !gb_trace_is_net(trace))) {
        trace->state = GB_TRACE_DONE;
        tell_host(trace);
        return true;
    }
    bool ok = gb_run_caches_collect(trace) && ensure_run(trace) && want_values(trace, &any);
    if (ok && !(trace->sent_only ? trace->backend->run_start(trace->run, &err)
                                 : trace->backend->run_finish(trace->run, &err)))
        ok = gb_raise_error_false(trace->vm, &err);
    trace->state = ok ? GB_TRACE_DONE : GB_TRACE_FAILED;
    tell_host(trace);
    ok = ok && settle(trace) && gb_run_caches_settle(trace);
    if (!ok) drop_run(trace);
    return ok;
}

void gb_trace_fail(gb_trace *trace)
{
    trace->state = GB_TRACE_FAILED;
    tell_host(trace);
    drop_run(trace);
}
