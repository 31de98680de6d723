/* How a graph value behaves in the language: its slots, attributes and methods. An operator on an
 * open one adds a node; everything that needs to know the value looks at it. */
#include "kernel/lang/trace/mark.h"
#include "kernel/lang/trace/note.h"
#include "kernel/lang/trace/proxy_state.h"

#include "graph/tensor/index.h"
#include "graph/tensor/autograd.h"

#include <string.h>

/* True where operators still add nodes: an open trace, and a tensor (numbers are waited for). */
static bool is_lazy(gb_value v)
{
    return gb_proxy_is_open(v) && !gb_proxy_is_number(v);
}

static bool involves_lazy(gb_value a, gb_value b)
{
    return (gb_is_proxy(a) && is_lazy(a)) || (gb_is_proxy(b) && is_lazy(b));
}

/* --- operators
 * --------------------------------------------------------------------------------------- */

typedef gb_value (*two_values)(gb_vm *vm, int op, gb_value a, gb_value b);

/* Does with the real values what was asked of graph values. */
static gb_value with_real(gb_vm *vm, two_values apply, int op, gb_value a, gb_value b)
{
    gb_value x = gb_resolve(vm, a), y = gb_is_unset(x) ? x : gb_resolve(vm, b);
    gb_value out = gb_is_unset(y) ? y : apply(vm, op, x, y);
    gb_unref(x);
    gb_unref(y);
    return out;
}

static gb_value real_binary(gb_vm *vm, int op, gb_value a, gb_value b)
{
    return gb_apply_binary(vm, (gb_binary)op, a, b);
}

static gb_value real_inplace(gb_vm *vm, int op, gb_value a, gb_value b)
{
    return gb_apply_inplace(vm, (gb_binary)op, a, b);
}

static gb_value real_compare(gb_vm *vm, int op, gb_value a, gb_value b)
{
    return gb_apply_compare(vm, (gb_compare)op, a, b);
}

static gb_value proxy_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (involves_lazy(a, b)) return gb_torch_binary(vm, op, a, b);
    return with_real(vm, real_binary, (int)op, a, b);
}

static gb_value proxy_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (is_lazy(a)) return gb_torch_inplace(vm, op, a, b);
    if (involves_lazy(a, b)) return gb_torch_binary(vm, op, a, b);
    return with_real(vm, real_inplace, (int)op, a, b);
}

static gb_value proxy_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (involves_lazy(a, b)) return gb_torch_compare(vm, op, a, b);
    return with_real(vm, real_compare, (int)op, a, b);
}

static gb_value proxy_unary(gb_vm *vm, gb_unary op, gb_value a)
{
    if (is_lazy(a)) return gb_torch_unary(vm, op, a);
    gb_value real = gb_resolve(vm, a);
    gb_value out = gb_is_unset(real) ? real : gb_apply_unary(vm, op, real);
    gb_unref(real);
    return out;
}

/* --- items
 * -------------------------------------------------------------------------------------------- */

static gb_value proxy_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    if (is_lazy(self)) {
        gb_value args[] = {self, key};
        gb_note_old_index(vm, self, key);
        return gb_torch_call_name(vm, "gb::getitem", args, 2);
    }
    gb_value real = gb_resolve(vm, self);
    gb_value out = gb_is_unset(real) ? real : gb_getitem(vm, real, key);
    gb_unref(real);
    return out;
}

/* x[key] = value on a value of the run: the functional setitem gives the tensor's next version. */
static bool write_item(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_value args[] = {self, key, value};
    gb_value next = gb_torch_call_name(vm, "gb::setitem", args, 3);
    gb_node_id node;
    bool ok =
        !gb_is_unset(next) && gb_proxy_node(vm, next, &node) && gb_proxy_write(vm, self, node);
    gb_unref(next);
    return ok;
}

/* `m.output[:] += v` ends in m.output[:] = (the very view that was just written): nothing to do. */
static bool is_own_view(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    if (!gb_is_proxy(value) || gb_proxy_is_base(value) || gb_proxy_is_number(value)) return false;
    const gb_proxy *view = gb_proxy_peek(value);
    if (!gb_same(view->parent, self) || view->view->overload != gb_overload_getitem()) return false;
    gb_conversion c;
    gb_conversion_start(&c);
    gb_arg index;
    bool same = gb_convert(vm, &c, key, &index) && gb_arg_equal(&index, &view->view->args[1]);
    gb_exception_clear(vm);
    gb_conversion_release(&c);
    return same;
}

static bool proxy_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    if (gb_is_unset(value))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "'Tensor' object doesn't support item deletion");
    if (is_lazy(self)) return is_own_view(vm, self, key, value) || write_item(vm, self, key, value);
    gb_value real = gb_resolve(vm, self);
    bool ok = !gb_is_unset(real) && gb_setitem(vm, real, key, value);
    gb_unref(real);
    return ok;
}

static int64_t proxy_len(gb_vm *vm, gb_value self)
{
    gb_tensor *meta = is_lazy(self) ? gb_proxy_meta_peek(vm, self) : NULL;
    if (meta && gb_tensor_dim(meta) > 0) return gb_tensor_size(meta, 0);
    gb_value real = gb_resolve(vm, self);
    int64_t n = gb_is_unset(real) ? -1 : gb_len(vm, real);
    gb_unref(real);
    return n;
}

static gb_value proxy_iter(gb_vm *vm, gb_value self)
{
    gb_tensor *meta = is_lazy(self) ? gb_proxy_meta_peek(vm, self) : NULL;
    gb_value items;
    if (meta && gb_tensor_dim(meta) > 0) {
        int64_t n = gb_tensor_size(meta, 0);
        items = gb_list_new(vm, 0);
        for (int64_t i = 0; !gb_is_unset(items) && i < n; i++)
            if (!gb_list_append_take(vm, items, proxy_getitem(vm, self, gb_int(i))))
                gb_clear(&items);
    } else {
        items = gb_resolve(vm, self);
    }
    gb_value out = gb_is_unset(items) ? items : gb_iter(vm, items);
    gb_unref(items);
    return out;
}

/* --- looking: the same of the real value
 * --------------------------------------------------------------- */

#define DEFINE_LOOK(name, type, failed, call)                                                      \
    static type proxy_##name(gb_vm *vm, gb_value self)                                             \
    {                                                                                              \
        gb_value real = gb_resolve(vm, self);                                                      \
        type out = gb_is_unset(real) ? failed : call;                                              \
        gb_unref(real);                                                                            \
        return out;                                                                                \
    }
DEFINE_LOOK(truth, int, -1, gb_truth(vm, real))
DEFINE_LOOK(repr, gb_value, GB_UNSET_VALUE, gb_repr(vm, real))
DEFINE_LOOK(str, gb_value, GB_UNSET_VALUE, gb_to_str(vm, real))
#undef DEFINE_LOOK

/* A conversion slot of the real value's type; a plain number is its own conversion. */
static gb_value convert_with(gb_vm *vm, gb_value self, bool to_float, bool index)
{
    gb_value real = gb_resolve(vm, self), out;
    if (gb_is_unset(real) || !gb_is_object(real)) {
        if (gb_is_unset(real)) return real;
        double x;
        int64_t i;
        if (to_float) return gb_to_double(vm, real, &x) ? gb_float(x) : GB_UNSET_VALUE;
        if (real.tag == GB_FLOAT && !index) return gb_int_from_double(vm, real.f);
        return gb_to_int64(vm, real, &i) ? gb_int(i) : GB_UNSET_VALUE;
    }
    gb_type_slots *slots = &gb_type_of(vm, real)->slots;
    gb_value (*slot)(gb_vm *, gb_value) = to_float ? slots->to_float
                                          : index  ? slots->index
                                                   : slots->to_int;
    out = slot ? slot(vm, real)
               : gb_raise(vm, GB_EXC_TypeError, "'%s' is not a number", gb_type_name(vm, real));
    gb_unref(real);
    return out;
}

static gb_value proxy_to_int(gb_vm *vm, gb_value self)
{
    return convert_with(vm, self, false, false);
}

static gb_value proxy_to_float(gb_vm *vm, gb_value self)
{
    return convert_with(vm, self, true, false);
}

static gb_value proxy_index(gb_vm *vm, gb_value self)
{
    return convert_with(vm, self, false, true);
}

static gb_value proxy_format(gb_vm *vm, gb_value self, gb_value spec)
{
    gb_value real = gb_resolve(vm, self);
    gb_value out = gb_is_unset(real) ? real : gb_format(vm, real, spec);
    gb_unref(real);
    return out;
}

static int proxy_contains(gb_vm *vm, gb_value self, gb_value item)
{
    gb_value real = gb_resolve(vm, self);
    int out = gb_is_unset(real) ? -1 : gb_contains(vm, real, item);
    gb_unref(real);
    return out;
}

static int64_t proxy_hash(gb_vm *vm, gb_value self)
{
    if (is_lazy(self)) return (int64_t)((uintptr_t)self.o >> 4);
    gb_value real = gb_resolve(vm, self);
    int64_t out = gb_is_unset(real) ? -1 : gb_hash(vm, real);
    gb_unref(real);
    return out;
}

static gb_value proxy_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_value real = gb_resolve(vm, self);
    gb_value out = gb_is_unset(real) ? real : gb_call_arguments(vm, real, args);
    gb_unref(real);
    return out;
}

/* --- attributes
 * ----------------------------------------------------------------------------------------- */

/* The attribute of the real value. */
static gb_value real_attribute(gb_vm *vm, gb_value self, const char *name)
{
    gb_value real = gb_resolve(vm, self);
    gb_value out = gb_is_unset(real) ? real : gb_getattr_text(vm, real, name);
    gb_unref(real);
    return out;
}

static gb_value get_shape(gb_vm *vm, gb_value self)
{
    gb_tensor *meta = gb_proxy_meta_peek(vm, self);
    if (!meta) return real_attribute(vm, self, "shape");
    return gb_size_value(vm, gb_tensor_sizes(meta), (size_t)gb_tensor_dim(meta));
}

static gb_value get_dtype(gb_vm *vm, gb_value self)
{
    gb_tensor *meta = gb_proxy_meta_peek(vm, self);
    return meta ? gb_dtype_value(vm, gb_tensor_dtype(meta)) : real_attribute(vm, self, "dtype");
}

static gb_value get_ndim(gb_vm *vm, gb_value self)
{
    gb_tensor *meta = gb_proxy_meta_peek(vm, self);
    return meta ? gb_int(gb_tensor_dim(meta)) : real_attribute(vm, self, "ndim");
}

static gb_value get_device(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    gb_device device;
    const char *name = gb_model_device(gb_proxy_peek(self)->trace->model->model);
    return gb_device_parse(name, &device, &err) ? gb_device_value(vm, device)
                                                : gb_raise_error(vm, &err);
}

static gb_value get_transposed(gb_vm *vm, gb_value self)
{
    gb_tensor *meta = gb_proxy_meta_peek(vm, self);
    if (!meta) return real_attribute(vm, self, "T");
    gb_value args[] = {self, gb_int(-2), gb_int(-1)};
    return gb_tensor_dim(meta) < 2 ? gb_ref(self) : gb_torch_call_name(vm, "transpose", args, 3);
}

static gb_value get_value(gb_vm *vm, gb_value self)
{
    return gb_proxy_is_open(self) ? gb_ref(self) : gb_resolve(vm, self);
}

static gb_value grad_of(gb_vm *vm, gb_trace *trace, gb_node_id of)
{
    gb_error err = GB_ERROR_INIT;
    gb_node_id node = gb_graph_grad(trace->graph, trace->backward, of, gb_trace_span(trace), &err);
    if (node == GB_NO_NODE) return gb_raise_error(vm, &err);
    gb_value out = gb_proxy_new(vm, trace, node, GB_PROXY_TENSOR);
    if (!gb_is_unset(out)) {
        gb_proxy_peek(out)->cell->backward = trace->backward;
        gb_proxy_peek(out)->cell->grad_of = of;
    }
    return out;
}

gb_value gb_proxy_grad_of_tensor(gb_vm *vm, const gb_tensor *tensor)
{
    gb_trace *trace = gb_tensor_requires_grad(tensor) ? gb_trace_current(vm) : NULL;
    if (!trace || trace->backward == GB_NO_NODE) return GB_UNSET_VALUE;
    for (gb_node_id id = 0; id < gb_graph_count(trace->graph); id++) {
        const gb_node *node = gb_graph_node(trace->graph, id);
        if (node->kind == GB_NODE_CONST && node->args[0].kind == GB_ARG_TENSOR &&
            node->args[0].as.tensor == tensor)
            return grad_of(vm, trace, id);
    }
    return GB_UNSET_VALUE;
}

/* `h.grad`: the gradient of the tensor in the trace's backward pass; writing into it writes that.
 */
static gb_value get_grad(gb_vm *vm, gb_value self)
{
    gb_trace *trace = gb_proxy_peek(self)->trace;
    gb_node_id of;
    if (trace->backward == GB_NO_NODE)
        return gb_raise(
            vm, GB_EXC_RuntimeError,
            ".grad of a value of the run is there inside `with loss.backward():` or after it");
    if (!gb_proxy_node(vm, self, &of)) return GB_UNSET_VALUE;
    if (gb_proxy_is_base(self) && gb_proxy_cell_peek(self)->mark >= 0)
        of = gb_mark_flow(trace, gb_proxy_cell_peek(self)->mark);
    return grad_of(vm, trace, of);
}

static bool set_grad(gb_vm *vm, gb_value self, gb_value value)
{
    gb_value grad = get_grad(vm, self);
    bool ok = !gb_is_unset(grad) && proxy_setitem(vm, grad, GB_ELLIPSIS_VALUE, value);
    gb_unref(grad);
    return ok;
}

static gb_value get_requires_grad(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_proxy_peek(self)->trace->options.history);
}

/* Values of the run need no preparation: gradients flow where a backward pass asks for them. */
static bool set_requires_grad(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm, (void)self, (void)value;
    return true;
}

/* How many columns of padding each sequence of the invoke has; a list. */
static gb_value pads_of(gb_vm *vm, const gb_trace *trace, int32_t invoke)
{
    const gb_invoke *own = invoke < 0 ? NULL : gb_graph_invoke(trace->graph, invoke);
    gb_value list = gb_list_new(vm, 0);
    int64_t longest = 0;
    for (int pass = 0; own && pass < 2; pass++)
        for (int32_t i = 0; i < gb_graph_invoke_count(trace->graph); i++) {
            const gb_invoke *of = gb_graph_invoke(trace->graph, i);
            if (of != own && !own->all) continue;
            for (int32_t r = 0; r < of->row_count && !gb_is_unset(list); r++)
                if (pass == 0)
                    longest = of->rows[r].count > longest ? of->rows[r].count : longest;
                else if (!gb_list_append_take(vm, list, gb_int(longest - of->rows[r].count)))
                    gb_clear(&list);
        }
    return list;
}

/* `x.t[i]`, `x.token[i]`: modules/nnsight/_tokens.py. */
static gb_value get_tokens(gb_vm *vm, gb_value self)
{
    gb_value args[] = {self,
                       pads_of(vm, gb_proxy_peek(self)->trace, gb_proxy_peek(self)->trace->invoke)};
    gb_value module = gb_is_unset(args[1]) ? args[1] : gb_import(vm, "nnsight._tokens");
    gb_value out = gb_is_unset(module) ? module : gb_call_method(vm, module, "Tokens", args, 2);
    gb_unref(module), gb_unref(args[1]);
    return out;
}

static const struct {
    const char *name;
    gb_value (*get)(gb_vm *vm, gb_value self);
    bool (*set)(gb_vm *vm, gb_value self, gb_value value);
} attributes[] = {
    {"t", get_tokens, NULL},      {"token", get_tokens, NULL},
    {"shape", get_shape, NULL},   {"dtype", get_dtype, NULL},
    {"ndim", get_ndim, NULL},     {"T", get_transposed, NULL},
    {"mT", get_transposed, NULL}, {"device", get_device, NULL},
    {"grad", get_grad, set_grad}, {"requires_grad", get_requires_grad, set_requires_grad},
    {"value", get_value, NULL},
};

/* Names that mean the same before and after the run. */
static bool is_own_method(gb_value name)
{
    return gb_str_is(name, "save") || gb_str_is(name, "value") || gb_str_is(name, "stop");
}

static gb_value proxy_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    if (!is_lazy(self) && !is_own_method(name)) return real_attribute(vm, self, gb_str_data(name));
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (gb_str_is(name, attributes[i].name)) return attributes[i].get(vm, self);
    if (!gb_is_unset(gb_type_lookup_peek(self.o->type, name)))
        return gb_getattr_default(vm, self, name);
    gb_value method = gb_tensor_method_find(vm, self, name);
    if (!gb_is_unset(method) || !gb_is_unset(gb_exception_peek(vm))) return method;
    return gb_getattr_default(vm, self, name);
}

static bool proxy_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value)
{
    for (size_t i = 0; is_lazy(self) && i < sizeof attributes / sizeof *attributes; i++)
        if (attributes[i].set && gb_str_is(name, attributes[i].name))
            return attributes[i].set(vm, self, value);
    gb_value real = is_lazy(self) ? GB_UNSET_VALUE : gb_resolve(vm, self);
    bool ok = gb_is_unset(real) ? gb_setattr_default(vm, self, name, value)
                                : gb_setattr(vm, real, name, value);
    gb_unref(real);
    return ok;
}

/* --- methods
 * ---------------------------------------------------------------------------------------------- */

static gb_value method_save(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_proxy_save(args[0]);
    return gb_ref(args[0]);
}

/* item() and tolist() stay graph values until somebody looks at the number. */
static gb_value later(gb_vm *vm, gb_value self, gb_proxy_kind kind)
{
    gb_node_id node;
    if (!gb_proxy_node(vm, self, &node)) return GB_UNSET_VALUE;
    return gb_proxy_new(vm, gb_proxy_peek(self)->trace, node, kind);
}

static gb_value method_item(gb_vm *vm, gb_value *args)
{
    gb_tensor *meta = gb_proxy_meta_peek(vm, args[0]);
    if (meta && gb_tensor_numel(meta) != 1)
        return gb_raise(vm, GB_EXC_RuntimeError,
                        "a Tensor with %lld elements cannot be converted to Scalar",
                        (long long)gb_tensor_numel(meta));
    return later(vm, args[0], GB_PROXY_NUMBER);
}

static gb_value method_tolist(gb_vm *vm, gb_value *args)
{
    return later(vm, args[0], GB_PROXY_LIST);
}

static gb_value method_size(gb_vm *vm, gb_value *args)
{
    gb_value shape = get_shape(vm, args[0]);
    if (gb_is_unset(shape) || gb_is_none(args[1])) return shape;
    gb_value out = gb_getitem(vm, shape, args[1]);
    gb_unref(shape);
    return out;
}

static gb_value method_dim(gb_vm *vm, gb_value *args)
{
    return get_ndim(vm, args[0]);
}

static gb_value method_numel(gb_vm *vm, gb_value *args)
{
    gb_tensor *meta = gb_proxy_meta_peek(vm, args[0]);
    if (meta) return gb_int(gb_tensor_numel(meta));
    gb_value real = gb_resolve(vm, args[0]);
    gb_value out = gb_is_unset(real) ? real : gb_call_method(vm, real, "numel", NULL, 0);
    gb_unref(real);
    return out;
}

static gb_value method_same(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_ref(args[0]);
}

/* loss.backward(): adds the backward pass; the result can be the head of a `with`. */
static gb_value method_backward(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_trace *trace = gb_proxy_peek(args[0])->trace;
    gb_node_id loss, seed = GB_NO_NODE;
    if (!gb_proxy_node(vm, args[0], &loss)) return GB_UNSET_VALUE;
    if (gb_is_proxy(args[1]) && !gb_proxy_node(vm, args[1], &seed)) return GB_UNSET_VALUE;
    trace->backward = gb_graph_backward(trace->graph, loss, seed, gb_trace_span(trace), &err);
    if (trace->backward == GB_NO_NODE) return gb_raise_error(vm, &err);
    return gb_backward_context(vm);
}

static gb_value method_stop(gb_vm *vm, gb_value *args)
{
    return gb_trace_stop(vm, gb_proxy_peek(args[0])->trace);
}

static const gb_native methods[] = {
    {"save", method_save, "", GB_TAKES_GRAPH, "Keeps the value after the run; gives it back."},
    {"item", method_item, "", GB_TAKES_GRAPH,
     "The number a one-element tensor holds, once the run knows it."},
    {"tolist", method_tolist, "", GB_TAKES_GRAPH,
     "Nested lists of the numbers, once the run knows them."},
    {"size", method_size, "dim=None", GB_TAKES_GRAPH,
     "Lengths of the dimensions; known without a run."},
    {"dim", method_dim, "", GB_TAKES_GRAPH, "How many dimensions; known without a run."},
    {"numel", method_numel, "", GB_TAKES_GRAPH, "How many elements."},
    {"cpu", method_same, "", GB_TAKES_GRAPH,
     "The value itself: results come to the CPU by themselves."},
    {"cuda", method_same, "*args", GB_TAKES_GRAPH,
     "The value itself: it stays on the model's device."},
    {"requires_grad_", method_same, "requires_grad=True", GB_TAKES_GRAPH,
     "The value itself: gradients flow wherever a backward pass asks for them."},
    {"retain_grad", method_same, "", GB_TAKES_GRAPH,
     "The value itself: gradients of all values can be read."},
    {"backward", method_backward, "gradient=None, retain_graph=None, create_graph=False",
     GB_TAKES_GRAPH,
     "A backward pass from this value. `with loss.backward():` reads and writes gradients inside."},
    {"stop", method_stop, "", GB_TAKES_GRAPH, "Ends the run once this value is known."},
    {0},
};

/* A proxy holds its parent, and the value it became. */
/* A value that is not known yet is a Tensor; a number has to be looked at. */
static gb_type *proxy_seen(gb_vm *vm, gb_value self)
{
    if (is_lazy(self)) return gb_type_make(vm, &gb_tensor_spec);
    gb_value real = gb_resolve(vm, self);
    gb_type *type = gb_is_unset(real) ? NULL : gb_type_of(vm, real);
    gb_unref(real);
    return type;
}

static void proxy_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_proxy *p = ((gb_proxy_object *)(void *)self)->proxy;
    if (!p) return;
    visit(p->parent, context);
    visit(p->value, context);
}

const gb_type_spec gb_proxy_spec = {
    .name = "Tensor",
    .module = "torch",
    .doc = "A value of a run: operators on it are added to the run's graph; looking at it waits "
           "for it.",
    .size = sizeof(gb_proxy_object),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_FINAL,
    .methods = methods,
    .slots = {.release = gb_proxy_release,
              .traverse = proxy_traverse,
              .getattr = proxy_getattr,
              .setattr = proxy_setattr,
              .getitem = proxy_getitem,
              .setitem = proxy_setitem,
              .contains = proxy_contains,
              .len = proxy_len,
              .binary = proxy_binary,
              .inplace = proxy_inplace,
              .unary = proxy_unary,
              .compare = proxy_compare,
              .truth = proxy_truth,
              .hash = proxy_hash,
              .repr = proxy_repr,
              .str = proxy_str,
              .format = proxy_format,
              .to_int = proxy_to_int,
              .to_float = proxy_to_float,
              .index = proxy_index,
              .call = proxy_call,
              .iter = proxy_iter,
              .resolve = gb_proxy_resolve,
              .seen = proxy_seen},
};
