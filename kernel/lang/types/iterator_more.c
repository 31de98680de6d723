/* The iterators that are builtins: enumerate, zip, map, filter, reversed, and iter(function, end).
 * Each holds iterators it asks; only `next` differs. */
#include "kernel/lang/builtins.h"
#include "kernel/lang/types/iterator.h"

/* `source` is what is asked: an iterator, a tuple of iterators, or for the callable a function. */
typedef struct gb_adapter {
    gb_object head;
    gb_value source;   /* unset at the end of a callable iterator */
    gb_value function; /* of map and filter; the sentinel of a callable iterator */
    gb_value at;       /* of enumerate: the next number */
    gb_value last;     /* of enumerate and zip: the tuple handed out last */
    bool strict;       /* of zip */
} gb_adapter;

static gb_adapter *adapter_of(gb_value v)
{
    return (gb_adapter *)(void *)v.o;
}

static void adapter_release(gb_object *self)
{
    gb_adapter *a = (gb_adapter *)(void *)self;
    gb_unref(a->source);
    gb_unref(a->function);
    gb_unref(a->at);
    gb_unref(a->last);
}

static void adapter_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_adapter *a = (gb_adapter *)(void *)self;
    visit(a->source, context);
    visit(a->function, context);
    visit(a->last, context);
}

static void adapter_clear(gb_object *self)
{
    gb_adapter *a = (gb_adapter *)(void *)self;
    gb_clear(&a->source);
    gb_clear(&a->function);
    gb_clear(&a->last);
}

static gb_value adapter_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

/* A new adapter that takes the source and the function over; unset when the source is. */
static gb_value adapter_take(gb_vm *vm, gb_type *cls, gb_value source, gb_value function)
{
    gb_value v = gb_is_unset(source) ? source : gb_instance_new(vm, cls);
    if (gb_is_unset(v)) {
        gb_unref(source);
        gb_unref(function);
        return v;
    }
    adapter_of(v)->source = source;
    adapter_of(v)->function = function;
    adapter_of(v)->at = gb_int(0);
    return v;
}

/* A tuple of iterators over each of `items`. */
static gb_value iterators_of(gb_vm *vm, const gb_value *items, size_t count)
{
    gb_value tuple = gb_tuple_new(vm, count);
    for (size_t i = 0; i < count && !gb_is_unset(tuple); i++) {
        gb_value it = gb_iter(vm, items[i]);
        if (gb_is_unset(it))
            gb_clear(&tuple);
        else
            gb_tuple_peek(tuple)->items[i] = it;
    }
    return tuple;
}

/* A tuple for the caller to fill by replacing its items: the one handed out last, where nobody kept
 * it, so that a loop that unpacks its tuples makes one. */
static gb_value result_tuple(gb_vm *vm, gb_adapter *a, size_t count)
{
    if (gb_is_unset(a->last) || a->last.o->refs > 1)
        gb_replace_take(&a->last, gb_tuple_new(vm, count));
    return gb_ref(a->last);
}

/* --- enumerate
 * --------------------------------------------------------------------------------------
 */

static gb_value enumerate_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], made = GB_UNSET_VALUE;
    if (!args->count && !args->keyword_count)
        return gb_raise(vm, GB_EXC_TypeError, "enumerate() missing required argument 'iterable'");
    if (!gb_bind(vm, "enumerate", "iterable, start=0", args, bound)) return GB_UNSET_VALUE;
    gb_value start = gb_resolve(vm, bound[1]);
    gb_value at = gb_is_unset(start) ? start : gb_to_index(vm, start);
    gb_unref(start);
    if (!gb_is_unset(at)) made = adapter_take(vm, cls, gb_iter(vm, bound[0]), GB_UNSET_VALUE);
    gb_bound_release(bound, 2);
    if (gb_is_unset(made))
        gb_unref(at);
    else
        adapter_of(made)->at = at;
    return made;
}

static gb_value enumerate_next(gb_vm *vm, gb_value self)
{
    gb_adapter *a = adapter_of(self);
    gb_value item = gb_next(vm, a->source);
    if (gb_is_unset(item)) return item;
    gb_value pair = result_tuple(vm, a, 2), at = a->at;
    if (gb_is_unset(pair)) {
        gb_unref(item);
        return pair;
    }
    if (at.tag == GB_INT && at.i < INT64_MAX)
        a->at.i++;
    else
        a->at = gb_apply_binary(vm, GB_BINARY_ADD, at, gb_int(1));
    gb_replace_take(&gb_tuple_peek(pair)->items[0], at);
    gb_replace_take(&gb_tuple_peek(pair)->items[1], item);
    return pair;
}

/* --- zip
 * -----------------------------------------------------------------------------------------------
 */

static gb_value zip_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    if (!gb_bind(vm, "zip", "*iterables, strict=False", args, bound)) return GB_UNSET_VALUE;
    const gb_tuple *given = gb_tuple_peek(bound[0]);
    int strict = gb_truth(vm, bound[1]);
    gb_value made = GB_UNSET_VALUE;
    if (strict >= 0)
        made = adapter_take(vm, cls, iterators_of(vm, given->items, given->count), GB_UNSET_VALUE);
    if (!gb_is_unset(made)) adapter_of(made)->strict = strict;
    gb_bound_release(bound, 2);
    return made;
}

static gb_value unequal(gb_vm *vm, size_t at, const char *how)
{
    if (at == 1)
        return gb_raise(vm, GB_EXC_ValueError, "zip() argument 2 is %s than argument 1", how);
    return gb_raise(vm, GB_EXC_ValueError, "zip() argument %zu is %s than arguments 1-%zu", at + 1,
                    how, at);
}

/* Iterator `at` ended first: with strict all others must end too. */
static gb_value zip_ended(gb_vm *vm, const gb_adapter *a, size_t at)
{
    const gb_tuple *sources = gb_tuple_peek(a->source);
    if (!gb_is_unset(vm->exception) || !a->strict) return GB_UNSET_VALUE;
    if (at) return unequal(vm, at, "shorter");
    for (size_t i = 1; i < sources->count; i++) {
        gb_value item = gb_next(vm, sources->items[i]);
        if (gb_is_unset(item) && !gb_is_unset(vm->exception)) return item;
        gb_unref(item);
        if (!gb_is_unset(item)) return unequal(vm, i, "longer");
    }
    return GB_UNSET_VALUE;
}

static gb_value zip_next(gb_vm *vm, gb_value self)
{
    gb_adapter *a = adapter_of(self);
    const gb_tuple *sources = gb_tuple_peek(a->source);
    if (!sources->count) return GB_UNSET_VALUE;
    gb_value out = result_tuple(vm, a, sources->count);
    for (size_t i = 0; i < sources->count && !gb_is_unset(out); i++) {
        gb_value item = gb_next(vm, sources->items[i]);
        if (gb_is_unset(item)) {
            gb_unref(out);
            return zip_ended(vm, a, i);
        }
        gb_replace_take(&gb_tuple_peek(out)->items[i], item);
    }
    return out;
}

/* --- map, filter
 * ------------------------------------------------------------------------------------------
 */

static gb_value map_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    if (args->keyword_count && cls == gb_type_make(vm, &gb_spec_map))
        return gb_raise(vm, GB_EXC_TypeError, "map() takes no keyword arguments");
    if (args->count < 2)
        return gb_raise(vm, GB_EXC_TypeError, "map() must have at least two arguments.");
    gb_value sources = iterators_of(vm, args->values + 1, args->count - 1);
    return adapter_take(vm, cls, sources, gb_is_unset(sources) ? sources : gb_ref(args->values[0]));
}

static gb_value map_next(gb_vm *vm, gb_value self)
{
    enum { INLINE = 8 };
    gb_adapter *a = adapter_of(self);
    const gb_tuple *sources = gb_tuple_peek(a->source);
    gb_value room[INLINE];
    gb_value *items =
        sources->count <= INLINE ? room : gb_alloc(sources->count * sizeof *items, NULL);
    if (!items) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    size_t count = 0;
    while (count < sources->count &&
           !gb_is_unset(items[count] = gb_next(vm, sources->items[count])))
        count++;
    gb_value result = GB_UNSET_VALUE;
    if (count == sources->count) result = gb_call(vm, a->function, items, count);
    while (count > 0)
        gb_unref(items[--count]);
    if (items != room) gb_free(items);
    return result;
}

static gb_value filter_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    if (args->keyword_count)
        return gb_raise(vm, GB_EXC_TypeError, "filter() takes no keyword arguments");
    if (args->count != 2)
        return gb_raise(vm, GB_EXC_TypeError, "filter expected 2 arguments, got %u", args->count);
    gb_value source = gb_iter(vm, args->values[1]);
    return adapter_take(vm, cls, source, gb_is_unset(source) ? source : gb_ref(args->values[0]));
}

static int passes(gb_vm *vm, const gb_adapter *a, gb_value item)
{
    if (gb_is_none(a->function) || gb_same(a->function, gb_type_value(vm->types.boolean)))
        return gb_truth(vm, item);
    gb_value verdict = gb_call(vm, a->function, &item, 1);
    int truth = gb_is_unset(verdict) ? -1 : gb_truth(vm, verdict);
    gb_unref(verdict);
    return truth;
}

static gb_value filter_next(gb_vm *vm, gb_value self)
{
    gb_adapter *a = adapter_of(self);
    gb_value item;
    while (!gb_is_unset(item = gb_next(vm, a->source))) {
        int truth = passes(vm, a, item);
        if (truth > 0) return item;
        gb_unref(item);
        if (truth < 0 || !gb_vm_check(vm)) return GB_UNSET_VALUE;
    }
    return item;
}

/* --- iter(function, sentinel)
 * --------------------------------------------------------------------------------
 */

gb_value gb_callable_iterator_new(gb_vm *vm, gb_value function, gb_value sentinel)
{
    gb_type *type = gb_type_make(vm, &gb_spec_callable_iterator);
    return type ? adapter_take(vm, type, gb_ref(function), gb_ref(sentinel)) : GB_UNSET_VALUE;
}

static gb_value callable_next(gb_vm *vm, gb_value self)
{
    gb_adapter *a = adapter_of(self);
    if (gb_is_unset(a->source)) return GB_UNSET_VALUE;
    gb_value v = gb_call(vm, a->source, NULL, 0);
    int ended = gb_is_unset(v) ? 0 : gb_equal(vm, a->function, v);
    if (gb_is_unset(v) && gb_exception_is(vm, GB_EXC_StopIteration)) {
        gb_exception_clear(vm);
        ended = 1;
    }
    if (ended > 0) gb_clear(&a->source);
    if (!ended) return v;
    gb_unref(v);
    return GB_UNSET_VALUE;
}

/* --- the types
 * --------------------------------------------------------------------------------------------------
 */

#define ADAPTER(id, text, documentation, constructor, step, more)                                  \
    const gb_type_spec gb_spec_##id = {                                                            \
        .name = text,                                                                              \
        .doc = documentation,                                                                      \
        .size = sizeof(gb_adapter),                                                                \
        .flags = more,                                                                             \
        .slots = {.make = constructor,                                                             \
                  .release = adapter_release,                                                      \
                  .traverse = adapter_traverse,                                                    \
                  .clear = adapter_clear,                                                          \
                  .iter = adapter_iter,                                                            \
                  .next = step},                                                                   \
    };
ADAPTER(
    enumerate, "enumerate",
    "enumerate(iterable, start=0)\n\nPairs of a number and an item: (0, first), (1, second) ...",
    enumerate_make, enumerate_next, 0)
ADAPTER(zip, "zip",
        "zip(*iterables, strict=False)\n\nTuples of the items at equal places, up to the shortest; "
        "with strict=True unequal lengths are a ValueError.",
        zip_make, zip_next, 0)
ADAPTER(map, "map", "map(func, *iterables)\n\nWhat func gives for each item.", map_make, map_next,
        0)
ADAPTER(filter, "filter",
        "filter(function or None, iterable)\n\nThe items for which function gives true; with None "
        "those that are true.",
        filter_make, filter_next, 0)
ADAPTER(callable_iterator, "callable_iterator", NULL, NULL, callable_next,
        GB_TYPE_FINAL | GB_TYPE_NO_MAKE)

/* --- reversed
 * -----------------------------------------------------------------------------------------------------
 */

static gb_value reverse_sequence(gb_vm *vm, gb_type *cls, gb_value sequence)
{
    gb_type *type = gb_type_of(vm, sequence);
    if (!type->slots.getitem || gb_is_dict(sequence))
        return gb_raise(vm, GB_EXC_TypeError, "'%s' object is not reversible",
                        gb_type_name(vm, sequence));
    int64_t n = gb_len(vm, sequence);
    gb_value v = n < 0 ? GB_UNSET_VALUE : gb_instance_new(vm, cls);
    if (gb_is_unset(v)) return v;
    gb_iterator_peek(v)->sequence = gb_ref(sequence);
    gb_iterator_peek(v)->at = (size_t)n;
    return v;
}

static gb_value reversed_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value sequence;
    if (!gb_bind(vm, "reversed", "sequence, /", args, &sequence)) return GB_UNSET_VALUE;
    gb_value result,
        hook = gb_type_lookup_peek(gb_type_of(vm, sequence), GB_NAME_OF(vm, __reversed__));
    if (gb_is_none(hook))
        result = gb_raise(vm, GB_EXC_TypeError, "'%s' object is not reversible",
                          gb_type_name(vm, sequence));
    else if (!gb_is_unset(hook))
        result = gb_call_special(vm, sequence, GB_NAME_OF(vm, __reversed__), NULL, 0);
    else
        result = reverse_sequence(vm, cls, sequence);
    gb_unref(sequence);
    return result;
}

static gb_value reversed_next(gb_vm *vm, gb_value self)
{
    gb_iterator *it = gb_iterator_peek(self);
    if (gb_is_unset(it->sequence)) return GB_UNSET_VALUE;
    if (it->at > 0) {
        gb_value v = gb_getitem(vm, it->sequence, gb_int((int64_t)--it->at));
        if (!gb_is_unset(v)) return v;
        if (!gb_exception_is(vm, GB_EXC_IndexError) && !gb_exception_is(vm, GB_EXC_StopIteration))
            return v;
        gb_exception_clear(vm);
    }
    gb_clear(&it->sequence);
    return GB_UNSET_VALUE;
}

static gb_value reversed_hint(gb_vm *vm, gb_value *args)
{
    const gb_iterator *it = gb_iterator_peek(args[0]);
    (void)vm;
    return gb_int(gb_is_unset(it->sequence) ? 0 : (int64_t)it->at);
}

static void reversed_release(gb_object *self)
{
    gb_unref(((gb_iterator *)(void *)self)->sequence);
}

static void reversed_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_iterator *)(void *)self)->sequence, context);
}

static const gb_native reversed_methods[] = {
    {"__length_hint__", reversed_hint, "", 0, "How many items are left."}, {0}};

const gb_type_spec gb_spec_reversed = {
    .name = "reversed",
    .doc = "reversed(sequence)\n\nThe items from the last to the first.",
    .size = sizeof(gb_iterator),
    .methods = reversed_methods,
    .slots = {.make = reversed_make,
              .release = reversed_release,
              .traverse = reversed_traverse,
              .iter = adapter_iter,
              .next = reversed_next},
};
