/* tuple. */
#include "kernel/lang/format.h"
#include "kernel/lang/types/iterator.h"
#include "kernel/lang/types/sequence.h"

#include <stdarg.h>

static gb_tuple *alloc(gb_vm *vm, gb_type *cls, size_t count)
{
    size_t size = sizeof(gb_tuple) + count * sizeof(gb_value);
    if (count > vm->memory_limit / sizeof(gb_value)) {
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        return NULL;
    }
    if (cls->dict_offset) size += sizeof(gb_dict *);
    gb_tuple *tuple = gb_object_new(vm, cls, size);
    if (!tuple) return NULL;
    tuple->count = count;
    if (cls->dict_offset) memset(&tuple->items[count], 0, sizeof(gb_dict *));
    return tuple;
}

static bool holds_objects(const gb_value *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].tag >= GB_FIRST_CONTAINER) return true;
    return false;
}

gb_value gb_tuple_new(gb_vm *vm, size_t count)
{
    if (!count && !gb_is_unset(vm->empty_tuple)) return gb_ref(vm->empty_tuple);
    gb_tuple *tuple = alloc(vm, vm->types.tuple, count);
    if (!tuple) return GB_UNSET_VALUE;
    for (size_t i = 0; i < count; i++)
        tuple->items[i] = GB_NONE_VALUE;
    if (count) gb_track(vm, tuple);
    return gb_object_peek(GB_TUPLE, tuple);
}

gb_value gb_tuple_take(gb_vm *vm, gb_value *items, size_t count)
{
    if (!count) return gb_ref(vm->empty_tuple);
    gb_tuple *tuple = alloc(vm, vm->types.tuple, count);
    if (!tuple) {
        for (size_t i = 0; i < count; i++)
            gb_unref(items[i]);
        return GB_UNSET_VALUE;
    }
    bool holds = false;
    for (size_t i = 0; i < count; i++) {
        gb_value item = gb_get(&items[i]);
        holds |= item.tag >= GB_FIRST_CONTAINER;
        gb_put(&tuple->items[i], item);
    }
    if (holds) gb_track(vm, tuple);
    return gb_object_peek(GB_TUPLE, tuple);
}

gb_value gb_tuple_of_type(gb_vm *vm, gb_type *cls, const gb_value *items, size_t count)
{
    if (!count && cls == vm->types.tuple) return gb_ref(vm->empty_tuple);
    gb_tuple *tuple = alloc(vm, cls, count);
    if (!tuple) return GB_UNSET_VALUE;
    for (size_t i = 0; i < count; i++)
        tuple->items[i] = gb_ref(items[i]);
    if (cls->dict_offset || holds_objects(items, count)) gb_track(vm, tuple);
    return gb_object_peek(GB_TUPLE, tuple);
}

gb_value gb_tuple_from(gb_vm *vm, const gb_value *items, size_t count)
{
    return gb_tuple_of_type(vm, vm->types.tuple, items, count);
}

gb_value gb_tuple_of(gb_vm *vm, size_t count, ...)
{
    gb_value tuple = gb_tuple_new(vm, count);
    if (gb_is_unset(tuple)) return tuple;
    va_list args;
    va_start(args, count);
    for (size_t i = 0; i < count; i++)
        gb_tuple_peek(tuple)->items[i] = gb_ref(va_arg(args, gb_value));
    va_end(args);
    return tuple;
}

static gb_value tuple_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound;
    if (!gb_bind(vm, "tuple", "iterable=(), /", args, &bound)) return GB_UNSET_VALUE;
    gb_value tuple = gb_to_tuple(vm, bound);
    gb_unref(bound);
    if (cls == vm->types.tuple || gb_is_unset(tuple)) return tuple;
    gb_value v =
        gb_tuple_of_type(vm, cls, gb_tuple_peek(tuple)->items, gb_tuple_peek(tuple)->count);
    gb_unref(tuple);
    return v;
}

static void tuple_release(gb_object *self)
{
    gb_tuple *tuple = (gb_tuple *)(void *)self;
    for (size_t i = 0; i < tuple->count; i++)
        gb_unref(tuple->items[i]);
}

static void tuple_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_tuple *tuple = (gb_tuple *)(void *)self;
    for (size_t i = 0; i < tuple->count; i++)
        visit(tuple->items[i], context);
}

static gb_value tuple_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_tuple *tuple = gb_tuple_peek(self);
    int64_t at, part[3], count;
    if (!gb_is_slice(key)) {
        if (!gb_index_within(vm, key, (int64_t)tuple->count, "tuple", &at)) return GB_UNSET_VALUE;
        return gb_ref(tuple->items[at]);
    }
    if (!gb_slice_indices(vm, key, (int64_t)tuple->count, part, &count)) return GB_UNSET_VALUE;
    if (part[2] == 1) return gb_tuple_from(vm, tuple->items + part[0], (size_t)count);
    gb_value out = gb_tuple_new(vm, (size_t)count);
    for (int64_t i = 0; i < count && !gb_is_unset(out); i++)
        gb_tuple_peek(out)->items[i] = gb_ref(tuple->items[part[0] + i * part[2]]);
    return out;
}

static int64_t tuple_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_tuple_peek(self)->count;
}

static gb_value tuple_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op == GB_BINARY_ADD && gb_is_tuple(a) && gb_is_tuple(b)) {
        gb_tuple *x = gb_tuple_peek(a), *y = gb_tuple_peek(b);
        gb_value both = gb_tuple_new(vm, x->count + y->count);
        if (gb_is_unset(both)) return both;
        gb_value *to = gb_tuple_peek(both)->items;
        for (size_t i = 0; i < x->count; i++)
            to[i] = gb_ref(x->items[i]);
        for (size_t i = 0; i < y->count; i++)
            to[x->count + i] = gb_ref(y->items[i]);
        return both;
    }
    int64_t times;
    gb_value self;
    if (op != GB_BINARY_MUL || !gb_repeat_operands(vm, GB_TUPLE, a, b, &self, &times))
        return gb_is_unset(vm->exception) ? GB_NOT_IMPLEMENTED_VALUE : GB_UNSET_VALUE;
    gb_tuple *tuple = gb_tuple_peek(self);
    if (tuple->count && (size_t)times > vm->memory_limit / sizeof(gb_value) / tuple->count)
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    gb_value out = gb_tuple_new(vm, tuple->count * (size_t)times);
    for (size_t i = 0; !gb_is_unset(out) && i < tuple->count * (size_t)times; i++)
        gb_tuple_peek(out)->items[i] = gb_ref(tuple->items[i % tuple->count]);
    return out;
}

/* CPython's hash of tuples (xxHash's rounds). */
static int64_t tuple_hash(gb_vm *vm, gb_value self)
{
    static const uint64_t p1 = 11400714785074694791ULL, p2 = 14029467366897019727ULL,
                          p5 = 2870177450012600261ULL;
    const gb_tuple *tuple = gb_tuple_peek(self);
    uint64_t acc = p5;
    for (size_t i = 0; i < tuple->count; i++) {
        int64_t lane = gb_hash(vm, tuple->items[i]);
        if (lane == -1) return -1;
        acc += (uint64_t)lane * p2;
        acc = acc << 31 | acc >> 33;
        acc *= p1;
    }
    acc += tuple->count ^ (p5 ^ 3527539UL);
    return acc == (uint64_t)-1 ? 1546275796 : (int64_t)acc;
}

static gb_value tuple_repr(gb_vm *vm, gb_value self)
{
    return gb_repr_items(vm, "(", self, gb_tuple_peek(self)->count == 1 ? ",)" : ")");
}

static gb_value tuple_iter(gb_vm *vm, gb_value self)
{
    return gb_iterator_new(vm, vm->types.tuple_iterator, self);
}

static gb_value method_getnewargs(gb_vm *vm, gb_value *args)
{
    gb_value plain =
        gb_tuple_from(vm, gb_tuple_peek(args[0])->items, gb_tuple_peek(args[0])->count);
    gb_value out = gb_is_unset(plain) ? plain : gb_tuple_of(vm, 1, plain);
    gb_unref(plain);
    return out;
}

static const gb_native methods[] = {
    {"count", gb_sequence_count, "value, /", GB_TAKES_GRAPH, "How often the value occurs."},
    {"index", gb_sequence_index, "value, start=0, stop=9223372036854775807, /", GB_TAKES_GRAPH,
     "The first place of the value."},
    {"__getnewargs__", method_getnewargs, "", 0, "Arguments that make an equal one."},
    GB_CLASS_GETITEM_ROW,
    {0}};

const gb_type_spec gb_spec_tuple = {
    .name = "tuple",
    .doc = "tuple(iterable=(), /)\n\nAn immutable sequence.",
    .size = sizeof(gb_tuple),
    .tag = GB_TUPLE,
    .methods = methods,
    .slots = {.make = tuple_make,
              .release = tuple_release,
              .traverse = tuple_traverse,
              .getitem = tuple_getitem,
              .contains = gb_sequence_contains,
              .len = tuple_len,
              .binary = tuple_binary,
              .compare = gb_sequence_compare,
              .hash = tuple_hash,
              .repr = tuple_repr,
              .iter = tuple_iter},
};
