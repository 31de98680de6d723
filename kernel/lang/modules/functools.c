/* `_functools`: reduce, partial, cmp_to_key. The rest of functools is functools.py. */
#include "kernel/lang/modules/functools.h"

#include "kernel/lang/format.h"
#include "kernel/lang/modules/modules.h"

/* --- reduce -------------------------------------------------------------------------------------
 */

static gb_value reduce(gb_vm *vm, gb_value *args)
{
    gb_value it = gb_iter(vm, args[1]), item;
    if (gb_is_unset(it)) {
        if (gb_exception_is(vm, GB_EXC_TypeError) && !gb_type_of(vm, args[1])->slots.iter)
            gb_raise(vm, GB_EXC_TypeError, "reduce() arg 2 must support iteration");
        return it;
    }
    gb_value total = gb_is_unset(args[2]) ? gb_next(vm, it) : gb_ref(args[2]);
    if (gb_is_unset(total) && gb_is_unset(gb_exception_peek(vm)))
        gb_raise(vm, GB_EXC_TypeError, "reduce() of empty iterable with no initial value");
    while (!gb_is_unset(total) && !gb_is_unset(item = gb_next(vm, it))) {
        gb_value pair[2] = {total, item};
        gb_replace_take(&total, gb_call(vm, args[0], pair, 2));
        gb_unref(item);
    }
    gb_unref(it);
    if (!gb_is_unset(gb_exception_peek(vm))) gb_clear(&total);
    return total;
}

/* --- partial ------------------------------------------------------------------------------------
 */

typedef struct partial {
    gb_object head;
    gb_value function;
    gb_value args;     /* tuple */
    gb_value keywords; /* dict */
} partial;

static const gb_type_spec partial_spec;

static partial *partial_of(gb_value v)
{
    return (partial *)(void *)v.o;
}

static gb_value joined(gb_vm *vm, gb_value first, gb_value second)
{
    return gb_apply_binary(vm, GB_BINARY_ADD, first, second);
}

/* partial(partial(f, 1), 2) is partial(f, 1, 2). */
static bool partial_fill(gb_vm *vm, partial *p, const gb_value *bound)
{
    bool nested = gb_is_a(bound[0], &partial_spec) && !(bound[0].o->type->flags & GB_TYPE_USER);
    if (!nested) {
        p->function = gb_ref(bound[0]);
        p->args = gb_ref(bound[1]);
        p->keywords = gb_ref(bound[2]);
        return true;
    }
    const partial *inner = partial_of(bound[0]);
    p->function = gb_ref(inner->function);
    p->args = joined(vm, inner->args, bound[1]);
    p->keywords = gb_dict_copy(vm, inner->keywords);
    return !gb_is_unset(p->args) && !gb_is_unset(p->keywords) &&
           gb_dict_update(vm, p->keywords, bound[2]);
}

static gb_value partial_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[3], v = GB_UNSET_VALUE;
    if (args->count == 0)
        return gb_raise(vm, GB_EXC_TypeError, "type 'partial' takes at least one argument");
    if (!gb_bind(vm, "partial", "func, /, *args, **keywords", args, bound)) return v;
    if (!gb_is_callable(vm, bound[0]))
        gb_raise(vm, GB_EXC_TypeError, "the first argument must be callable");
    else
        v = gb_instance_new(vm, cls);
    if (!gb_is_unset(v) && !partial_fill(vm, partial_of(v), bound)) gb_clear(&v);
    gb_bound_release(bound, 3);
    return v;
}

static void partial_clear(gb_object *self)
{
    partial *p = (partial *)(void *)self;
    gb_clear(&p->function);
    gb_clear(&p->args);
    gb_clear(&p->keywords);
}

static void partial_traverse(gb_object *self, gb_visit visit, void *context)
{
    const partial *p = (const partial *)(const void *)self;
    visit(p->function, context);
    visit(p->args, context);
    visit(p->keywords, context);
}

/* With keywords of either side: through a dict, where the call's win. */
static gb_value call_with_keywords(gb_vm *vm, const partial *p, const gb_arguments *args)
{
    gb_value keywords = gb_dict_copy(vm, p->keywords), result = GB_UNSET_VALUE;
    gb_value more = gb_tuple_from(vm, args->values, args->count);
    gb_value all = gb_is_unset(more) ? more : joined(vm, p->args, more);
    bool ok = !gb_is_unset(keywords) && !gb_is_unset(all);
    for (uint32_t i = 0; i < args->keyword_count && ok; i++)
        ok = gb_dict_set(vm, keywords, gb_tuple_peek(args->names)->items[i],
                         args->values[args->count + i]);
    if (ok) result = gb_call_spread(vm, p->function, all, keywords);
    gb_unref(more);
    gb_unref(all);
    gb_unref(keywords);
    return result;
}

static gb_value partial_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    enum { INLINE = 16 };
    const partial *p = partial_of(self);
    gb_value room[INLINE];
    if (gb_dict_count(p->keywords)) return call_with_keywords(vm, p, args);
    const gb_tuple *own = gb_tuple_peek(p->args);
    size_t given = (size_t)args->count + args->keyword_count, total = own->count + given;
    gb_value *values = total <= INLINE ? room : gb_alloc(total * sizeof *values, NULL);
    if (!values) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    memcpy(values, own->items, own->count * sizeof *values);
    if (given) memcpy(values + own->count, args->values, given * sizeof *values);
    gb_arguments all = *args;
    all.values = values;
    all.count = (uint32_t)(own->count + args->count);
    gb_value result = gb_call_arguments(vm, p->function, &all);
    if (values != room) gb_free(values);
    return result;
}

static gb_value partial_repr(gb_vm *vm, gb_value self)
{
    const partial *p = partial_of(self);
    gb_buffer out = GB_BUFFER_INIT;
    gb_value key, value;
    if (!gb_repr_enter(vm, self)) return gb_str_text_new(vm, "...");
    const gb_type *type = gb_type_of(vm, self);
    if (type->flags & GB_TYPE_USER)
        gb_buffer_text(&out, gb_str_data(type->qualname));
    else
        gb_buffer_text(&out, "functools.partial");
    gb_buffer_char(&out, '(');
    bool ok = gb_buffer_repr(vm, &out, p->function);
    for (size_t i = 0; ok && i < gb_tuple_peek(p->args)->count; i++) {
        gb_buffer_text(&out, ", ");
        ok = gb_buffer_repr(vm, &out, gb_tuple_peek(p->args)->items[i]);
    }
    for (size_t at = 0; ok && gb_dict_next(p->keywords, &at, &key, &value);) {
        gb_buffer_format(&out, ", %s=", gb_str_data(key));
        ok = gb_buffer_repr(vm, &out, value);
    }
    gb_buffer_char(&out, ')');
    gb_repr_leave(vm);
    if (ok) return gb_str_from_buffer(vm, &out);
    gb_buffer_release(&out);
    return GB_UNSET_VALUE;
}

static gb_value get_function(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(partial_of(self)->function);
}

static gb_value get_args(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(partial_of(self)->args);
}

static gb_value get_keywords(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(partial_of(self)->keywords);
}

static gb_value partial_reduce(gb_vm *vm, gb_value *args)
{
    const partial *p = partial_of(args[0]);
    gb_value one = gb_tuple_of(vm, 1, p->function);
    gb_value state = gb_tuple_of(vm, 4, p->function, p->args, p->keywords, GB_NONE_VALUE);
    gb_value all = GB_UNSET_VALUE;
    if (!gb_is_unset(one) && !gb_is_unset(state))
        all = gb_tuple_of(vm, 3, gb_type_value(gb_type_of(vm, args[0])), one, state);
    gb_unref(one);
    gb_unref(state);
    return all;
}

static gb_value partial_setstate(gb_vm *vm, gb_value *args)
{
    partial *p = partial_of(args[0]);
    const gb_tuple *state = gb_is_tuple(args[1]) ? gb_tuple_peek(args[1]) : NULL;
    if (!state || state->count < 3 || !gb_is_callable(vm, state->items[0]) ||
        !gb_is_tuple(state->items[1]) || !gb_is_dict(state->items[2]))
        return gb_raise(vm, GB_EXC_TypeError, "invalid partial state");
    gb_replace_take(&p->function, gb_ref(state->items[0]));
    gb_replace_take(&p->args, gb_ref(state->items[1]));
    gb_replace_take(&p->keywords, gb_ref(state->items[2]));
    return GB_NONE_VALUE;
}

static const gb_native partial_methods[] = {
    GB_CLASS_GETITEM_ROW,
    {"__reduce__", partial_reduce, "", 0, "What copying needs."},
    {"__setstate__", partial_setstate, "state, /", 0, "Restores what __reduce__ gave."},
    {0}};

static const gb_attribute partial_attributes[] = {
    {"func", get_function, NULL, "The function to be called."},
    {"args", get_args, NULL, "Its first arguments."},
    {"keywords", get_keywords, NULL, "Its keyword arguments."},
    {0}};

static const gb_type_spec partial_spec = {
    .name = "partial",
    .module = "functools",
    .shown = "functools.partial",
    .doc = "partial(func, /, *args, **keywords)\n\nA function with some arguments given already.",
    .size = sizeof(partial),
    .flags = GB_TYPE_DICT,
    .methods = partial_methods,
    .attributes = partial_attributes,
    .slots = {.make = partial_make,
              .release = partial_clear,
              .traverse = partial_traverse,
              .clear = partial_clear,
              .call = partial_call,
              .repr = partial_repr},
};

/* --- cmp_to_key ---------------------------------------------------------------------------------
 */

/* Both the key function (value unset) and the keys it makes. */
typedef struct key {
    gb_object head;
    gb_value compare;
    gb_value value;
} key;

static const gb_type_spec key_spec;

static key *key_of(gb_value v)
{
    return (key *)(void *)v.o;
}

static gb_value key_new(gb_vm *vm, gb_value compare, gb_value value)
{
    gb_type *type = gb_type_make(vm, &key_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    key_of(v)->compare = gb_ref(compare);
    key_of(v)->value = gb_ref(value);
    return v;
}

static gb_value cmp_to_key(gb_vm *vm, gb_value *args)
{
    return key_new(vm, args[0], GB_UNSET_VALUE);
}

static gb_value key_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_value bound[1];
    if (!gb_bind(vm, "K", "obj", args, bound)) return GB_UNSET_VALUE;
    gb_value v = key_new(vm, key_of(self)->compare, bound[0]);
    gb_bound_release(bound, 1);
    return v;
}

static gb_value key_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (!gb_is_a(a, &key_spec) || !gb_is_a(b, &key_spec))
        return gb_raise(vm, GB_EXC_TypeError, "other argument must be K instance");
    gb_value pair[2] = {key_of(a)->value, key_of(b)->value};
    gb_value order = gb_call(vm, key_of(a)->compare, pair, 2);
    if (gb_is_unset(order)) return order;
    gb_value result = gb_apply_compare(vm, op, order, gb_int(0));
    gb_unref(order);
    return result;
}

static void key_clear(gb_object *self)
{
    key *k = (key *)(void *)self;
    gb_clear(&k->compare);
    gb_clear(&k->value);
}

static void key_traverse(gb_object *self, gb_visit visit, void *context)
{
    const key *k = (const key *)(const void *)self;
    visit(k->compare, context);
    visit(k->value, context);
}

static gb_value get_value(gb_vm *vm, gb_value self)
{
    (void)vm;
    gb_value v = key_of(self)->value;
    return gb_is_unset(v) ? GB_NONE_VALUE : gb_ref(v);
}

static const gb_attribute key_attributes[] = {
    {"obj", get_value, NULL, "The value that is compared."}, {0}};

static const gb_type_spec key_spec = {
    .name = "KeyWrapper",
    .module = "functools",
    .shown = "functools.KeyWrapper",
    .size = sizeof(key),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_FINAL,
    .attributes = key_attributes,
    .slots = {.release = key_clear,
              .traverse = key_traverse,
              .clear = key_clear,
              .compare = key_compare,
              .hash = gb_hash_unhashable,
              .call = key_call},
};

/* --- the module ---------------------------------------------------------------------------------
 */

static const gb_native functions[] = {
    {"reduce", reduce, "function, sequence, initial=?, /", GB_TAKES_GRAPH,
     "function(function(initial, x0), x1) …"},
    {"cmp_to_key", cmp_to_key, "mycmp", 0, "A key function from one that compares two items."},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    gb_type *shown = gb_type_make(vm, &partial_spec);
    gb_type *cache = shown ? gb_type_make(vm, &gb_spec_lru_cache) : NULL;
    return cache && gb_module_set(vm, module, "partial", gb_type_value(shown)) &&
           gb_module_set(vm, module, "_lru_cache_wrapper", gb_type_value(cache));
}

const gb_module_spec gb_module_functools = {
    .name = "_functools",
    .doc = "What of functools is called often.",
    .functions = functions,
    .init = init,
};
