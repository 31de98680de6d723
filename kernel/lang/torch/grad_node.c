/* x.grad_fn: the operators in the history of a value, each kind a class of its own. */
#include "kernel/lang/torch/state.h"

#include "graph/tensor/autograd.h"

typedef struct node_object {
    gb_object head;
    gb_grad_node *node; /* owned */
} node_object;

static gb_grad_node *node_of(gb_value v)
{
    return ((node_object *)(void *)v.o)->node;
}

static const gb_type_spec node_spec;

/* Takes the node over; NULL is None. */
static gb_value node_value_take(gb_vm *vm, gb_grad_node *node)
{
    if (!node) return GB_NONE_VALUE;
    gb_buffer name = GB_BUFFER_INIT;
    gb_torch_state *state = gb_torch_state_of(vm);
    gb_type *base = state ? gb_type_make(vm, &node_spec) : NULL;
    gb_grad_node_name(node, &name);
    gb_type *cls = base && name.data
                       ? gb_torch_class(vm, &state->nodes, name.data, name.data, base, NULL)
                       : NULL;
    gb_value v = cls ? gb_instance_new(vm, cls) : GB_UNSET_VALUE;
    gb_buffer_release(&name);
    if (gb_is_unset(v))
        gb_grad_node_unref(node);
    else
        ((node_object *)(void *)v.o)->node = node;
    return v;
}

gb_value gb_grad_node_value(gb_vm *vm, gb_value tensor)
{
    return node_value_take(vm, gb_tensor_grad_node(gb_tensor_value_peek(tensor)));
}

static gb_value get_next_functions(gb_vm *vm, gb_value self)
{
    const gb_grad_node *node = node_of(self);
    size_t count = gb_grad_node_next_count(node);
    gb_value out = gb_tuple_new(vm, count);
    for (size_t i = 0; !gb_is_unset(out) && i < count; i++) {
        unsigned input = 0;
        gb_value next = node_value_take(vm, gb_grad_node_next(node, i, &input));
        gb_value pair = gb_is_unset(next) ? next : gb_tuple_of(vm, 2, next, gb_int(input));
        gb_unref(next);
        if (gb_is_unset(pair))
            gb_clear(&out);
        else
            gb_tuple_peek(out)->items[i] = pair;
    }
    return out;
}

static gb_value node_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_tensor *leaf = gb_str_is(name, "variable") ? gb_grad_node_leaf(node_of(self)) : NULL;
    return leaf ? gb_tensor_value_take(vm, leaf) : gb_getattr_default(vm, self, name);
}

static gb_value method_name(gb_vm *vm, gb_value *args)
{
    return gb_str_text_new(vm, gb_type_name(vm, args[0]));
}

static gb_value node_repr(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "<%s object at %p>", gb_type_name(vm, self),
                         gb_grad_node_id(node_of(self)));
}

static gb_value node_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    (void)vm;
    if (op != GB_COMPARE_EQ && op != GB_COMPARE_NE) return GB_NOT_IMPLEMENTED_VALUE;
    bool same = b.tag == GB_OTHER && gb_is_a(b, &node_spec) &&
                gb_grad_node_id(node_of(a)) == gb_grad_node_id(node_of(b));
    return gb_bool(same == (op == GB_COMPARE_EQ));
}

static int64_t node_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)((uintptr_t)gb_grad_node_id(node_of(self)) >> 4);
}

static const void *node_identity(gb_value self)
{
    return gb_grad_node_id(node_of(self));
}

static void node_release(gb_object *self)
{
    gb_grad_node_unref(((node_object *)(void *)self)->node);
}

static const gb_attribute attributes[] = {
    {"next_functions", get_next_functions, NULL, "(node, number) that gradients flow to."},
    {0},
};

static const gb_native methods[] = {
    {"name", method_name, "", 0, "The operator's name: 'MulBackward0'."},
    {0},
};

static const gb_type_spec node_spec = {
    .name = "Node",
    .module = "torch.autograd.graph",
    .doc = "An operator in the history of a value.",
    .size = sizeof(node_object),
    .attributes = attributes,
    .methods = methods,
    .slots = {.getattr = node_getattr,
              .repr = node_repr,
              .compare = node_compare,
              .hash = node_hash,
              .identity = node_identity,
              .release = node_release},
};
