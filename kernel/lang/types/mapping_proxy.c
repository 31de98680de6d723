/* mappingproxy: a mapping that can only be read through it. The __dict__ of a class is one. */
#include "kernel/lang/format.h"

#include <string.h>

typedef struct gb_mapping_proxy {
    gb_object head;
    gb_value mapping;
} gb_mapping_proxy;

static gb_value mapping_of(gb_value self)
{
    return ((gb_mapping_proxy *)(void *)self.o)->mapping;
}

gb_value gb_mapping_proxy_new(gb_vm *vm, gb_value mapping)
{
    gb_value v = gb_instance_new(vm, vm->types.mapping_proxy);
    if (!gb_is_unset(v)) ((gb_mapping_proxy *)(void *)v.o)->mapping = gb_ref(mapping);
    return v;
}

static gb_value proxy_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value mapping, made = GB_UNSET_VALUE;
    (void)cls;
    if (!gb_bind(vm, "mappingproxy", "mapping", args, &mapping)) return made;
    if (gb_is_sequence(mapping) || !gb_type_of(vm, mapping)->slots.getitem)
        gb_raise(vm, GB_EXC_TypeError, "mappingproxy() argument must be a mapping, not %s",
                 gb_type_name(vm, mapping));
    else
        made = gb_mapping_proxy_new(vm, mapping);
    gb_unref(mapping);
    return made;
}

static void proxy_release(gb_object *self)
{
    gb_unref(((gb_mapping_proxy *)(void *)self)->mapping);
}

static void proxy_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_mapping_proxy *)(void *)self)->mapping, context);
}

static void proxy_clear(gb_object *self)
{
    gb_clear(&((gb_mapping_proxy *)(void *)self)->mapping);
}

/* --- what is read
 * -------------------------------------------------------------------------------------------- */

static gb_value proxy_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    return gb_getitem(vm, mapping_of(self), key);
}

static int proxy_contains(gb_vm *vm, gb_value self, gb_value key)
{
    return gb_contains(vm, mapping_of(self), key);
}

static int64_t proxy_len(gb_vm *vm, gb_value self)
{
    return gb_len(vm, mapping_of(self));
}

static gb_value proxy_iter(gb_vm *vm, gb_value self)
{
    return gb_iter(vm, mapping_of(self));
}

/* The mapping behind a proxy; any other value itself. */
static gb_value behind(gb_value v)
{
    return gb_is_a(v, &gb_spec_mapping_proxy) ? mapping_of(v) : v;
}

static gb_value proxy_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op != GB_BINARY_OR) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_apply_binary(vm, op, behind(a), behind(b));
}

static gb_value proxy_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    (void)b;
    if (op != GB_BINARY_OR) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_raise(vm, GB_EXC_TypeError, "'|=' is not supported by %s; use '|' instead",
                    gb_type_name(vm, a));
}

static gb_value proxy_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (op != GB_COMPARE_EQ && op != GB_COMPARE_NE) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_apply_compare(vm, op, behind(a), behind(b));
}

static int64_t proxy_hash(gb_vm *vm, gb_value self)
{
    gb_raise(vm, GB_EXC_TypeError, "unhashable type: '%s'", gb_type_name(vm, self));
    return -1;
}

static gb_value proxy_repr(gb_vm *vm, gb_value self)
{
    gb_value text = gb_repr(vm, mapping_of(self));
    if (gb_is_unset(text)) return text;
    gb_value out = gb_str_format(vm, "mappingproxy(%s)", gb_str_data(text));
    gb_unref(text);
    return out;
}

static gb_value proxy_str(gb_vm *vm, gb_value self)
{
    return gb_to_str(vm, mapping_of(self));
}

#define FORWARD(name, count)                                                                       \
    static gb_value method_##name(gb_vm *vm, gb_value *args)                                       \
    {                                                                                              \
        return gb_call_method(vm, mapping_of(args[0]), #name, args + 1, count);                    \
    }
FORWARD(get, 2)
FORWARD(keys, 0)
FORWARD(values, 0)
FORWARD(items, 0)
FORWARD(copy, 0)
FORWARD(__reversed__, 0)

static const gb_native methods[] = {
    {"get", method_get, "key, default=None, /", 0, "The value of key, or default."},
    {"keys", method_keys, "", 0, "A view of the keys."},
    {"values", method_values, "", 0, "A view of the values."},
    {"items", method_items, "", 0, "A view of the pairs."},
    {"copy", method_copy, "", 0, "A shallow copy of the mapping."},
    {"__reversed__", method___reversed__, "", 0, "Iterates over the keys from the end."},
    GB_CLASS_GETITEM_ROW,
    {0}};

const gb_type_spec gb_spec_mapping_proxy = {
    .name = "mappingproxy",
    .doc = "mappingproxy(mapping)\n\nA mapping that can only be read through this.",
    .size = sizeof(gb_mapping_proxy),
    .flags = GB_TYPE_FINAL,
    .methods = methods,
    .slots = {.make = proxy_make,
              .release = proxy_release,
              .traverse = proxy_traverse,
              .clear = proxy_clear,
              .getitem = proxy_getitem,
              .contains = proxy_contains,
              .len = proxy_len,
              .iter = proxy_iter,
              .binary = proxy_binary,
              .inplace = proxy_inplace,
              .compare = proxy_compare,
              .hash = proxy_hash,
              .repr = proxy_repr,
              .str = proxy_str},
};
