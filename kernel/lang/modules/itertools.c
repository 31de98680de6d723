/* `itertools`: iterators that pass on, filter, join and repeat the items of others. */
#include "kernel/lang/format.h"
#include "kernel/lang/modules/itertools.h"

#include "graph/base/memory.h"

/* --- life ---------------------------------------------------------------------------------------
 */

void gb_stream_clear(gb_object *self)
{
    gb_stream *s = (gb_stream *)(void *)self;
    gb_clear(&s->source);
    gb_clear(&s->function);
    gb_clear(&s->value);
    gb_clear(&s->extra);
    gb_clear(&s->key);
}

void gb_stream_release(gb_object *self)
{
    gb_stream_clear(self);
    gb_free(((gb_stream *)(void *)self)->places);
}

void gb_stream_traverse(gb_object *self, gb_visit visit, void *context)
{
    const gb_stream *s = (const gb_stream *)(const void *)self;
    visit(s->source, context);
    visit(s->function, context);
    visit(s->value, context);
    visit(s->extra, context);
    visit(s->key, context);
}

gb_value gb_stream_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

/* A stream over `iterable` (any value) with a function; both borrowed. */
static gb_value over(gb_vm *vm, gb_type *cls, gb_value iterable, gb_value function)
{
    gb_value source = gb_iter(vm, iterable);
    if (gb_is_unset(source)) return source;
    gb_value v = gb_instance_new(vm, cls);
    if (gb_is_unset(v)) {
        gb_unref(source);
        return v;
    }
    gb_stream_peek(v)->source = source;
    gb_stream_peek(v)->function = gb_ref(function);
    return v;
}

/* The end: the source is let go, so that later calls stay at the end. */
static gb_value finish(gb_stream *s)
{
    gb_clear(&s->source);
    return GB_UNSET_VALUE;
}

/* --- count, repeat, cycle -----------------------------------------------------------------------
 */

/* Small ints count in `at`; other numbers in `value`, by + of `extra`. */
static gb_value count_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    if (!gb_bind(vm, "count", "start=0, step=1", args, bound)) return v;
    for (int i = 0; i < 2; i++) {
        if (gb_is_int(bound[i]) || gb_is_float(bound[i]) || gb_is_complex(bound[i])) continue;
        gb_type *type = gb_type_of(vm, bound[i]);
        if (type->slots.to_float || type->slots.to_int || type->slots.index) continue;
        gb_raise(vm, GB_EXC_TypeError, "a number is required");
        goto done;
    }
    v = gb_instance_new(vm, cls);
    if (gb_is_unset(v)) goto done;
    gb_stream *s = gb_stream_peek(v);
    if (bound[0].tag == GB_INT && bound[1].tag == GB_INT) {
        s->at = bound[0].i;
        s->step = bound[1].i;
    } else {
        s->value = gb_ref(bound[0]);
        s->extra = gb_ref(bound[1]);
    }
done:
    gb_bound_release(bound, 2);
    return v;
}

static gb_value count_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (gb_is_unset(s->value)) {
        int64_t now = s->at;
        if (!__builtin_add_overflow(now, s->step, &s->at)) return gb_int(now);
        s->value = gb_int(now);
        s->extra = gb_int(s->step);
    }
    gb_value next = gb_apply_binary(vm, GB_BINARY_ADD, s->value, s->extra);
    if (gb_is_unset(next)) return next;
    gb_value now = s->value;
    s->value = next;
    return now;
}

static gb_value count_repr(gb_vm *vm, gb_value self)
{
    const gb_stream *s = gb_stream_peek(self);
    bool small = gb_is_unset(s->value);
    gb_value start = gb_repr(vm, small ? gb_int(s->at) : s->value);
    gb_value step = gb_is_unset(start) ? start : gb_repr(vm, small ? gb_int(s->step) : s->extra);
    gb_value text = GB_UNSET_VALUE;
    if (!gb_is_unset(step))
        text = gb_str_is(step, "1")
                   ? gb_str_format(vm, "count(%s)", gb_str_data(start))
                   : gb_str_format(vm, "count(%s, %s)", gb_str_data(start), gb_str_data(step));
    gb_unref(start);
    gb_unref(step);
    return text;
}

static gb_value repeat_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    int64_t times = -1;
    if (!gb_bind(vm, "repeat", "object, times=?", args, bound)) return v;
    bool endless = gb_is_unset(bound[1]);
    if (endless || gb_to_int64(vm, bound[1], &times)) v = gb_instance_new(vm, cls);
    if (!gb_is_unset(v)) {
        gb_stream_peek(v)->value = gb_ref(bound[0]);
        gb_stream_peek(v)->stop = endless ? -1 : times < 0 ? 0 : times;
    }
    gb_bound_release(bound, 2);
    return v;
}

static gb_value repeat_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    (void)vm;
    if (s->stop == 0) return GB_UNSET_VALUE;
    if (s->stop > 0) s->stop--;
    return gb_ref(s->value);
}

static gb_value repeat_hint(gb_vm *vm, gb_value *args)
{
    int64_t left = gb_stream_peek(args[0])->stop;
    return left < 0 ? gb_raise(vm, GB_EXC_TypeError, "len() of unsized object") : gb_int(left);
}

static gb_value repeat_repr(gb_vm *vm, gb_value self)
{
    const gb_stream *s = gb_stream_peek(self);
    gb_value item = gb_repr(vm, s->value), text;
    if (gb_is_unset(item)) return item;
    text = s->stop < 0
               ? gb_str_format(vm, "repeat(%s)", gb_str_data(item))
               : gb_str_format(vm, "repeat(%s, %lld)", gb_str_data(item), (long long)s->stop);
    gb_unref(item);
    return text;
}

static gb_value cycle_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[1];
    if (!gb_bind(vm, "cycle", "iterable, /", args, bound)) return GB_UNSET_VALUE;
    gb_value v = over(vm, cls, bound[0], GB_UNSET_VALUE);
    gb_bound_release(bound, 1);
    if (gb_is_unset(v)) return v;
    gb_stream_peek(v)->extra = gb_list_new(vm, 0);
    if (!gb_is_unset(gb_stream_peek(v)->extra)) return v;
    gb_unref(v);
    return GB_UNSET_VALUE;
}

static gb_value cycle_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (!gb_is_unset(s->source)) {
        gb_value item = gb_next(vm, s->source);
        if (!gb_is_unset(item)) {
            if (gb_list_append(vm, s->extra, item)) return item;
            gb_unref(item);
            return GB_UNSET_VALUE;
        }
        if (!gb_is_unset(gb_exception_peek(vm))) return item;
        finish(s);
    }
    const gb_list *seen = gb_list_peek(s->extra);
    if (!seen->count) return GB_UNSET_VALUE;
    gb_value item = gb_ref(seen->items[s->at]);
    if (++s->at >= (int64_t)seen->count) s->at = 0;
    return item;
}

/* --- chain --------------------------------------------------------------------------------------
 */

/* `extra` is the iterator over iterables, `source` the one that items come from now. */
static gb_value chain_of(gb_vm *vm, gb_type *cls, gb_value iterables)
{
    gb_value outer = gb_iter(vm, iterables);
    if (gb_is_unset(outer)) return outer;
    gb_value v = gb_instance_new(vm, cls);
    if (gb_is_unset(v))
        gb_unref(outer);
    else
        gb_stream_peek(v)->extra = outer;
    return v;
}

static gb_value chain_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[1];
    if (!gb_bind(vm, "chain", "*iterables", args, bound)) return GB_UNSET_VALUE;
    gb_value v = chain_of(vm, cls, bound[0]);
    gb_bound_release(bound, 1);
    return v;
}

static gb_value chain_from_iterable(gb_vm *vm, gb_value *args)
{
    return chain_of(vm, gb_type_peek(args[0]), args[1]);
}

static gb_value chain_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    while (!gb_is_unset(s->extra)) {
        if (gb_is_unset(s->source)) {
            gb_value iterable = gb_next(vm, s->extra);
            if (!gb_is_unset(iterable)) s->source = gb_iter(vm, iterable);
            gb_unref(iterable);
            if (gb_is_unset(s->source)) {
                gb_clear(&s->extra);
                return GB_UNSET_VALUE;
            }
        }
        gb_value item = gb_next(vm, s->source);
        if (!gb_is_unset(item) || !gb_is_unset(gb_exception_peek(vm))) return item;
        gb_clear(&s->source);
        if (!gb_vm_check(vm)) return GB_UNSET_VALUE;
    }
    return GB_UNSET_VALUE;
}

/* --- accumulate ---------------------------------------------------------------------------------
 */

static gb_value accumulate_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[3];
    if (!gb_bind(vm, "accumulate", "iterable, func=None, *, initial=None", args, bound))
        return GB_UNSET_VALUE;
    gb_value v = over(vm, cls, bound[0], gb_is_none(bound[1]) ? GB_UNSET_VALUE : bound[1]);
    if (!gb_is_unset(v) && !gb_is_none(bound[2])) gb_stream_peek(v)->extra = gb_ref(bound[2]);
    gb_bound_release(bound, 3);
    return v;
}

static gb_value accumulate_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (!gb_is_unset(s->extra)) { /* the initial value comes first */
        s->value = s->extra;
        s->extra = GB_UNSET_VALUE;
        return gb_ref(s->value);
    }
    if (gb_is_unset(s->source)) return GB_UNSET_VALUE;
    gb_value item = gb_next(vm, s->source);
    if (gb_is_unset(item)) return item;
    if (!gb_is_unset(s->value)) {
        gb_value pair[2] = {s->value, item}, total;
        total = gb_is_unset(s->function) ? gb_apply_binary(vm, GB_BINARY_ADD, pair[0], pair[1])
                                         : gb_call(vm, s->function, pair, 2);
        gb_unref(item);
        if (gb_is_unset(total)) return total;
        item = total;
    }
    gb_replace_take(&s->value, gb_ref(item));
    return item;
}

/* --- filters ------------------------------------------------------------------------------------
 */

/* Constructors of the form NAME(predicate, iterable). */
#define DEFINE_PREDICATE_MAKE(id, signature)                                                       \
    static gb_value id##_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)                   \
    {                                                                                              \
        gb_value bound[2];                                                                         \
        if (!gb_bind(vm, #id, signature, args, bound)) return GB_UNSET_VALUE;                      \
        gb_value v = over(vm, cls, bound[1], bound[0]);                                            \
        gb_bound_release(bound, 2);                                                                \
        return v;                                                                                  \
    }
DEFINE_PREDICATE_MAKE(dropwhile, "predicate, iterable, /")
DEFINE_PREDICATE_MAKE(takewhile, "predicate, iterable, /")
DEFINE_PREDICATE_MAKE(filterfalse, "function, iterable, /")
DEFINE_PREDICATE_MAKE(starmap, "function, iterable, /")
#undef DEFINE_PREDICATE_MAKE

/* 1, 0, or -1 with an exception. None stands for the item's own truth. */
static int holds(gb_vm *vm, gb_value predicate, gb_value item)
{
    if (gb_is_none(predicate)) return gb_truth(vm, item);
    gb_value answer = gb_call(vm, predicate, &item, 1);
    if (gb_is_unset(answer)) return -1;
    int truth = gb_truth(vm, answer);
    gb_unref(answer);
    return truth;
}

static gb_value dropwhile_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    gb_value item;
    while (!gb_is_unset(s->source) && !gb_is_unset(item = gb_next(vm, s->source))) {
        if (s->started) return item;
        int dropped = holds(vm, s->function, item);
        if (dropped == 0) {
            s->started = true;
            return item;
        }
        gb_unref(item);
        if (dropped < 0 || !gb_vm_check(vm)) return GB_UNSET_VALUE;
    }
    return GB_UNSET_VALUE;
}

static gb_value takewhile_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (s->done || gb_is_unset(s->source)) return GB_UNSET_VALUE;
    gb_value item = gb_next(vm, s->source);
    if (gb_is_unset(item)) return item;
    int taken = holds(vm, s->function, item);
    if (taken == 1) return item;
    gb_unref(item);
    if (taken == 0) s->done = true;
    return GB_UNSET_VALUE;
}

static gb_value filterfalse_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    gb_value item;
    while (!gb_is_unset(s->source) && !gb_is_unset(item = gb_next(vm, s->source))) {
        int kept = holds(vm, s->function, item);
        if (kept == 0) return item;
        gb_unref(item);
        if (kept < 0 || !gb_vm_check(vm)) return GB_UNSET_VALUE;
    }
    return GB_UNSET_VALUE;
}

static gb_value starmap_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (gb_is_unset(s->source)) return GB_UNSET_VALUE;
    gb_value item = gb_next(vm, s->source);
    if (gb_is_unset(item)) return item;
    gb_value arguments = gb_to_tuple(vm, item), result = GB_UNSET_VALUE;
    gb_unref(item);
    if (gb_is_unset(arguments)) return arguments;
    const gb_tuple *tuple = gb_tuple_peek(arguments);
    result = gb_call(vm, s->function, tuple->items, tuple->count);
    gb_unref(arguments);
    return result;
}

static gb_value compress_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    if (!gb_bind(vm, "compress", "data, selectors", args, bound)) return GB_UNSET_VALUE;
    gb_value v = over(vm, cls, bound[0], GB_UNSET_VALUE);
    if (!gb_is_unset(v)) {
        gb_value selectors = gb_iter(vm, bound[1]);
        gb_stream_peek(v)->extra = selectors;
        if (gb_is_unset(selectors)) gb_clear(&v);
    }
    gb_bound_release(bound, 2);
    return v;
}

static gb_value compress_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    gb_value item;
    while (!gb_is_unset(s->source) && !gb_is_unset(item = gb_next(vm, s->source))) {
        gb_value selector = gb_next(vm, s->extra);
        int kept = gb_is_unset(selector) ? -1 : gb_truth(vm, selector);
        gb_unref(selector);
        if (kept == 1) return item;
        gb_unref(item);
        if (kept < 0 || !gb_vm_check(vm)) return GB_UNSET_VALUE;
    }
    return GB_UNSET_VALUE;
}

/* --- islice, pairwise, zip_longest --------------------------------------------------------------
 */

/* None (or not given): fallback; an int; -1 for anything else. */
static int64_t slice_index(gb_vm *vm, gb_value v, int64_t fallback)
{
    int64_t i = -1;
    if (gb_is_unset(v) || gb_is_none(v)) return fallback;
    if (gb_to_int64(vm, v, &i)) return i;
    gb_exception_clear(vm);
    return -1;
}

/* The bounds of a slice; stop is -1 for none. */
static bool slice_bounds(gb_vm *vm, const gb_value *bound, int64_t out[3])
{
    bool short_form = gb_is_unset(bound[2]);
    gb_value stop = bound[short_form ? 1 : 2];
    out[0] = short_form ? 0 : slice_index(vm, bound[1], 0);
    out[1] = slice_index(vm, stop, INT64_MIN);
    out[2] = slice_index(vm, bound[3], 1);
    if (out[1] == -1)
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "Stop argument for islice() must be None or an "
                              "integer: 0 <= x <= sys.maxsize.");
    if (out[0] < 0 || (out[1] < 0 && !gb_is_none(stop)))
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "Indices for islice() must be None or an integer: 0 <= x <= "
                              "sys.maxsize.");
    if (out[1] < 0) out[1] = -1;
    return out[2] >= 1 || gb_raise_false(vm, GB_EXC_ValueError,
                                         "Step for islice() must be a positive integer or None.");
}

static gb_value islice_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[4], v = GB_UNSET_VALUE;
    int64_t bounds[3];
    if (!gb_bind(vm, "islice", "iterable, start, stop=?, step=?, /", args, bound)) return v;
    if (slice_bounds(vm, bound, bounds)) v = over(vm, cls, bound[0], GB_UNSET_VALUE);
    if (!gb_is_unset(v)) {
        gb_stream *s = gb_stream_peek(v);
        s->width = (size_t)bounds[0]; /* the next one wanted; `at` counts what was taken */
        s->stop = bounds[1];
        s->step = bounds[2];
    }
    gb_bound_release(bound, 4);
    return v;
}

static gb_value islice_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (gb_is_unset(s->source)) return GB_UNSET_VALUE;
    int64_t wanted = (int64_t)s->width;
    while (s->at < wanted) {
        gb_value skipped = gb_next(vm, s->source);
        if (gb_is_unset(skipped)) return finish(s);
        gb_unref(skipped);
        s->at++;
        if (!(s->at & 0xff) && !gb_vm_check(vm)) return GB_UNSET_VALUE;
    }
    if (s->stop >= 0 && s->at >= s->stop) return finish(s);
    gb_value item = gb_next(vm, s->source);
    if (gb_is_unset(item)) return finish(s);
    s->at++;
    if (__builtin_add_overflow(wanted, s->step, &wanted)) wanted = INT64_MAX;
    s->width = (size_t)(s->stop >= 0 && wanted > s->stop ? s->stop : wanted);
    return item;
}

static gb_value pairwise_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[1];
    if (!gb_bind(vm, "pairwise", "iterable, /", args, bound)) return GB_UNSET_VALUE;
    gb_value v = over(vm, cls, bound[0], GB_UNSET_VALUE);
    gb_bound_release(bound, 1);
    return v;
}

static gb_value pairwise_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (gb_is_unset(s->source)) return GB_UNSET_VALUE;
    if (gb_is_unset(s->value)) {
        s->value = gb_next(vm, s->source);
        if (gb_is_unset(s->value)) return finish(s);
    }
    gb_value next = gb_next(vm, s->source);
    if (gb_is_unset(next)) {
        gb_clear(&s->value);
        return finish(s);
    }
    gb_value pair = gb_tuple_of(vm, 2, s->value, next);
    gb_replace_take(&s->value, next);
    return pair;
}

static gb_value zip_longest_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    for (uint32_t i = 0; i < args->keyword_count; i++)
        if (!gb_str_is(gb_tuple_peek(args->names)->items[i], "fillvalue"))
            return gb_raise(vm, GB_EXC_TypeError,
                            "zip_longest() got an unexpected keyword argument");
    if (!gb_bind(vm, "zip_longest", "*iterables, fillvalue=None", args, bound)) return v;
    const gb_tuple *given = gb_tuple_peek(bound[0]);
    gb_value sources = gb_tuple_new(vm, given->count);
    bool ok = !gb_is_unset(sources);
    for (size_t i = 0; ok && i < given->count; i++) {
        gb_value it = gb_iter(vm, given->items[i]);
        ok = !gb_is_unset(it);
        if (ok) gb_tuple_peek(sources)->items[i] = it;
    }
    if (ok) v = gb_instance_new(vm, cls);
    if (!gb_is_unset(v)) {
        gb_stream_peek(v)->source = gb_ref(sources);
        gb_stream_peek(v)->function = gb_ref(bound[1]);
        gb_stream_peek(v)->at = (int64_t)given->count; /* sources that are not at their end */
    }
    gb_unref(sources);
    gb_bound_release(bound, 2);
    return v;
}

static gb_value zip_longest_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (s->at == 0) return GB_UNSET_VALUE;
    gb_tuple *sources = gb_tuple_peek(s->source);
    gb_value row = gb_tuple_new(vm, sources->count);
    if (gb_is_unset(row)) return row;
    for (size_t i = 0; i < sources->count; i++) {
        gb_value item = GB_UNSET_VALUE;
        if (!gb_is_none(sources->items[i])) {
            item = gb_next(vm, sources->items[i]);
            bool failed = gb_is_unset(item) && !gb_is_unset(gb_exception_peek(vm));
            if (gb_is_unset(item) && !failed) gb_replace_take(&sources->items[i], GB_NONE_VALUE);
            if (failed || (gb_is_unset(item) && --s->at == 0)) {
                s->at = 0;
                gb_unref(row);
                return GB_UNSET_VALUE;
            }
        }
        gb_tuple_peek(row)->items[i] = gb_is_unset(item) ? gb_ref(s->function) : item;
    }
    return row;
}

/* --- the module ---------------------------------------------------------------------------------
 */

static const gb_native repeat_methods[] = {
    {"__length_hint__", repeat_hint, "", 0, "How many items are left."}, {0}};
static const gb_native chain_methods[] = {{"from_iterable", chain_from_iterable, "iterable, /",
                                           GB_CLASS,
                                           "The items of the iterables that one iterable gives."},
                                          GB_CLASS_GETITEM_ROW,
                                          {0}};

static const gb_type_spec count_spec = {
    .name = "count",
    .module = "itertools",
    .shown = "itertools.count",
    .doc = "count(start=0, step=1)\n\nstart, start + step, start + 2 * step, …",
    .size = sizeof(gb_stream),
    .slots = {.make = count_make,
              .release = gb_stream_release,
              .traverse = gb_stream_traverse,
              .clear = gb_stream_clear,
              .repr = count_repr,
              .iter = gb_stream_iter,
              .next = count_next},
};
static const gb_type_spec repeat_spec = {
    .name = "repeat",
    .module = "itertools",
    .shown = "itertools.repeat",
    .doc = "repeat(object, times=?)\n\nThe object again and again.",
    .size = sizeof(gb_stream),
    .methods = repeat_methods,
    .slots = {.make = repeat_make,
              .release = gb_stream_release,
              .traverse = gb_stream_traverse,
              .clear = gb_stream_clear,
              .repr = repeat_repr,
              .iter = gb_stream_iter,
              .next = repeat_next},
};

/* X(name, signature and documentation, methods) for the types of this file with nothing special. */
#define STREAMS(X)                                                                                 \
    X(accumulate, "accumulate(iterable, func=None, *, initial=None)\n\nRunning totals.", NULL)     \
    X(chain, "chain(*iterables)\n\nThe items of one iterable after the other.", chain_methods)     \
    X(compress, "compress(data, selectors)\n\nThe items whose selector is true.", NULL)            \
    X(cycle, "cycle(iterable, /)\n\nThe items again and again.", NULL)                             \
    X(dropwhile, "dropwhile(predicate, iterable, /)\n\nFrom the first item that fails.", NULL)     \
    X(filterfalse, "filterfalse(function, iterable, /)\n\nThe items that fail.", NULL)             \
    X(islice, "islice(iterable, start, stop, step=1, /)\n\nA slice of an iterable.", NULL)         \
    X(pairwise, "pairwise(iterable, /)\n\nOverlapping pairs.", NULL)                               \
    X(starmap, "starmap(function, iterable, /)\n\nfunction(*item) for each item.", NULL)           \
    X(takewhile, "takewhile(predicate, iterable, /)\n\nUp to the first item that fails.", NULL)    \
    X(zip_longest, "zip_longest(*iterables, fillvalue=None)\n\nzip to the longest.", NULL)

#define DEFINE_SPEC(id, doc_text, rows)                                                            \
    static const gb_type_spec id##_spec = GB_STREAM_SPEC(#id, doc_text, id##_make, id##_next, rows);
STREAMS(DEFINE_SPEC)
#undef DEFINE_SPEC

static const gb_type_spec *const streams[] = {
#define SPEC_ROW(id, doc_text, rows) &id##_spec,
    STREAMS(SPEC_ROW)
#undef SPEC_ROW
        & count_spec,
    &repeat_spec, NULL};

static bool add_types(gb_vm *vm, gb_value module, const gb_type_spec *const *specs)
{
    for (; *specs; specs++) {
        gb_type *type = gb_type_make(vm, *specs);
        if (!type || !gb_module_set(vm, module, (*specs)->name, gb_type_value(type))) return false;
    }
    return true;
}

static bool init(gb_vm *vm, gb_value module)
{
    return add_types(vm, module, streams) && add_types(vm, module, gb_itertools_combine) &&
           add_types(vm, module, gb_itertools_group);
}

static const gb_native functions[] = {
    {"tee", gb_itertools_tee, "iterable, n=2, /", 0, "n independent iterators over one iterable."},
    {0}};

const gb_module_spec gb_module_itertools = {
    .name = "itertools",
    .doc = "Iterators for efficient loops.",
    .functions = functions,
    .init = init,
};
