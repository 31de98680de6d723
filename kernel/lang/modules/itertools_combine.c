/* `itertools` that choose from a pool of items: product, permutations, combinations.
 *
 * `source` is the pool (a tuple; of tuples for product), `places` the choice given out last as
 * indices into it, `width` how many items a choice has; permutations keep the order of all indices,
 * and how often each place still turns, behind one another in `places`. */
#include "kernel/lang/modules/itertools.h"

#include "graph/base/memory.h"

/* A stream over `pool` (taken over) with room for `count` places; empty when `done`. */
static gb_value chooser(gb_vm *vm, gb_type *cls, gb_value pool, size_t width, size_t count)
{
    gb_value v = GB_UNSET_VALUE;
    gb_error err = GB_ERROR_INIT;
    size_t *places = NULL;
    if (count > SIZE_MAX / sizeof *places || !gb_vm_allows(vm, count * sizeof *places)) goto done;
    places = gb_calloc(count, sizeof *places, &err);
    if (!places) {
        gb_raise_error(vm, &err);
        goto done;
    }
    v = gb_instance_new(vm, cls);
    if (gb_is_unset(v)) {
        gb_free(places);
        goto done;
    }
    gb_stream_peek(v)->source = gb_ref(pool);
    gb_stream_peek(v)->places = places;
    gb_stream_peek(v)->width = width;
done:
    gb_unref(pool);
    return v;
}

/* The items of the pool at the chosen places. */
static gb_value choice(gb_vm *vm, const gb_stream *s)
{
    gb_value row = gb_tuple_new(vm, s->width);
    if (gb_is_unset(row)) return row;
    const gb_tuple *pool = gb_tuple_peek(s->source);
    for (size_t i = 0; i < s->width; i++)
        gb_tuple_peek(row)->items[i] = gb_ref(pool->items[s->places[i]]);
    return row;
}

/* True once: the first choice is given out as it stands. */
static bool first(gb_stream *s)
{
    if (s->started) return false;
    s->started = true;
    return true;
}

static gb_value end(gb_stream *s)
{
    s->done = true;
    return GB_UNSET_VALUE;
}

/* --- product ------------------------------------------------------------------------------------
 */

static gb_value product_pools(gb_vm *vm, gb_value iterables, size_t repeat)
{
    const gb_tuple *given = gb_tuple_peek(iterables);
    size_t n = given->count;
    if (n && repeat > SIZE_MAX / sizeof(gb_value) / n)
        return gb_raise(vm, GB_EXC_OverflowError, "repeat argument too large");
    if (!gb_vm_allows(vm, n * repeat * sizeof(gb_value))) return GB_UNSET_VALUE;
    gb_value pools = gb_tuple_new(vm, n * repeat);
    for (size_t i = 0; i < n && !gb_is_unset(pools); i++) {
        gb_value pool = gb_to_tuple(vm, given->items[i]);
        for (size_t k = 0; k < repeat && !gb_is_unset(pool); k++)
            gb_tuple_peek(pools)->items[k * n + i] = gb_ref(pool);
        if (gb_is_unset(pool)) gb_clear(&pools);
        gb_unref(pool);
    }
    return pools;
}

static gb_value product_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    int64_t repeat;
    if (!gb_bind(vm, "product", "*iterables, repeat=1", args, bound)) return v;
    if (gb_to_int64(vm, bound[1], &repeat)) {
        if (repeat < 0) {
            gb_raise(vm, GB_EXC_ValueError, "repeat argument cannot be negative");
        } else {
            gb_value pools = product_pools(vm, bound[0], (size_t)repeat);
            if (!gb_is_unset(pools)) {
                size_t count = gb_tuple_peek(pools)->count;
                v = chooser(vm, cls, pools, count, count);
            }
        }
    }
    gb_bound_release(bound, 2);
    return v;
}

static gb_value product_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (s->done) return GB_UNSET_VALUE;
    const gb_tuple *pools = gb_tuple_peek(s->source);
    if (first(s)) {
        for (size_t i = 0; i < s->width; i++)
            if (gb_tuple_peek(pools->items[i])->count == 0) return end(s);
    } else { /* the last place that can move on does; those behind it begin again */
        size_t i = s->width;
        while (i > 0 && ++s->places[i - 1] == gb_tuple_peek(pools->items[i - 1])->count)
            s->places[--i] = 0;
        if (i == 0) return end(s);
    }
    gb_value row = gb_tuple_new(vm, s->width);
    if (gb_is_unset(row)) return row;
    for (size_t i = 0; i < s->width; i++)
        gb_tuple_peek(row)->items[i] = gb_ref(gb_tuple_peek(pools->items[i])->items[s->places[i]]);
    return row;
}

/* --- combinations -------------------------------------------------------------------------------
 */

/* Both kinds; places begin as 0, 1, 2 … or, with replacement, as 0, 0, 0 … */
static gb_value combinations_of(gb_vm *vm, gb_type *cls, const gb_arguments *args, const char *name,
                                bool replaced)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    int64_t r;
    if (!gb_bind(vm, name, "iterable, r", args, bound)) return v;
    gb_value pool = gb_to_int64(vm, bound[1], &r) ? gb_to_tuple(vm, bound[0]) : GB_UNSET_VALUE;
    if (!gb_is_unset(pool)) {
        size_t n = gb_tuple_peek(pool)->count;
        bool none = replaced ? n == 0 && r > 0 : r > (int64_t)n;
        if (r < 0)
            gb_raise(vm, GB_EXC_ValueError, "r must be non-negative");
        else
            v = chooser(vm, cls, gb_ref(pool), (size_t)r, none ? 0 : (size_t)r);
        if (!gb_is_unset(v)) {
            gb_stream_peek(v)->done = none;
            for (size_t i = 0; !none && !replaced && i < (size_t)r; i++)
                gb_stream_peek(v)->places[i] = i;
        }
    }
    gb_unref(pool);
    gb_bound_release(bound, 2);
    return v;
}

static gb_value combinations_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    return combinations_of(vm, cls, args, "combinations", false);
}

static gb_value replaced_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    return combinations_of(vm, cls, args, "combinations_with_replacement", true);
}

static gb_value combinations_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    size_t n = gb_tuple_peek(s->source)->count, i = s->width;
    if (s->done) return GB_UNSET_VALUE;
    if (!first(s)) {
        while (i > 0 && s->places[i - 1] == n - s->width + i - 1)
            i--;
        if (i == 0) return end(s);
        s->places[i - 1]++;
        for (; i < s->width; i++)
            s->places[i] = s->places[i - 1] + 1;
    }
    return choice(vm, s);
}

static gb_value replaced_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    size_t n = gb_tuple_peek(s->source)->count, i = s->width;
    if (s->done) return GB_UNSET_VALUE;
    if (!first(s)) {
        while (i > 0 && s->places[i - 1] == n - 1)
            i--;
        if (i == 0) return end(s);
        size_t next = s->places[i - 1] + 1;
        for (i--; i < s->width; i++)
            s->places[i] = next;
    }
    return choice(vm, s);
}

/* --- permutations -------------------------------------------------------------------------------
 */

static gb_value permutations_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    int64_t r = 0;
    if (!gb_bind(vm, "permutations", "iterable, r=None", args, bound)) return v;
    gb_value pool = gb_to_tuple(vm, bound[0]);
    if (gb_is_unset(pool)) goto done;
    size_t n = gb_tuple_peek(pool)->count;
    if (gb_is_none(bound[1])) {
        r = (int64_t)n;
    } else if (!gb_is_int(bound[1])) {
        gb_raise(vm, GB_EXC_TypeError, "Expected int as r");
        goto done;
    } else if (!gb_to_int64(vm, bound[1], &r)) {
        goto done;
    }
    if (r < 0) {
        gb_raise(vm, GB_EXC_ValueError, "r must be non-negative");
        goto done;
    }
    bool none = r > (int64_t)n;
    v = chooser(vm, cls, gb_ref(pool), (size_t)r, none ? 0 : n + (size_t)r);
    if (gb_is_unset(v)) goto done;
    gb_stream *s = gb_stream_peek(v);
    s->done = none;
    for (size_t i = 0; !none && i < n; i++)
        s->places[i] = i;
    for (size_t i = 0; !none && i < (size_t)r; i++)
        s->places[n + i] = n - i;
done:
    gb_unref(pool);
    gb_bound_release(bound, 2);
    return v;
}

/* The next order of indices, in lexicographic order of the first `width`; false at the end. */
static bool turn(gb_stream *s, size_t n)
{
    size_t *order = s->places, *left = s->places + n;
    for (size_t i = s->width; i-- > 0;) {
        if (--left[i] > 0) {
            size_t j = n - left[i], kept = order[i];
            order[i] = order[j];
            order[j] = kept;
            return true;
        }
        size_t moved = order[i];
        for (size_t k = i; k + 1 < n; k++)
            order[k] = order[k + 1];
        order[n - 1] = moved;
        left[i] = n - i;
    }
    return false;
}

static gb_value permutations_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (s->done) return GB_UNSET_VALUE;
    if (!first(s) && !turn(s, gb_tuple_peek(s->source)->count)) return end(s);
    return choice(vm, s);
}

/* --- the types ----------------------------------------------------------------------------------
 */

static const gb_type_spec product_spec =
    GB_STREAM_SPEC("product", "product(*iterables, repeat=1)\n\nNested loops as tuples.",
                   product_make, product_next, NULL);
static const gb_type_spec combinations_spec = GB_STREAM_SPEC(
    "combinations", "combinations(iterable, r)\n\nChoices of r items, in order, none twice.",
    combinations_make, combinations_next, NULL);
static const gb_type_spec replaced_spec =
    GB_STREAM_SPEC("combinations_with_replacement",
                   "combinations_with_replacement(iterable, r)\n\nChoices of r items, in order.",
                   replaced_make, replaced_next, NULL);
static const gb_type_spec permutations_spec =
    GB_STREAM_SPEC("permutations", "permutations(iterable, r=None)\n\nOrders of r items.",
                   permutations_make, permutations_next, NULL);

const gb_type_spec *const gb_itertools_combine[] = {&product_spec, &combinations_spec,
                                                    &replaced_spec, &permutations_spec, NULL};
