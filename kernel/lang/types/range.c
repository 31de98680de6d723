/* range and slice. Ranges beyond 64-bit ints are in range_wide.c. */
#include "kernel/lang/format.h"
#include "kernel/lang/types/iterator.h"
#include "kernel/lang/types/range_wide.h"
#include "kernel/lang/vm_arithmetic.h"

#include <math.h>

/* --- range
 * -----------------------------------------------------------------------------------------------
 */

static gb_range_object *range_of(gb_value v)
{
    return (gb_range_object *)(void *)v.o;
}

static uint64_t items_between(int64_t start, int64_t stop, int64_t step)
{
    if (step > 0 ? start >= stop : start <= stop) return 0;
    uint64_t span = step > 0 ? (uint64_t)stop - (uint64_t)start : (uint64_t)start - (uint64_t)stop;
    uint64_t by = step > 0 ? (uint64_t)step : -(uint64_t)step;
    return (span - 1) / by + 1;
}

gb_value gb_range_new(gb_vm *vm, int64_t start, int64_t stop, int64_t step)
{
    gb_range_object *range = gb_object_new(vm, vm->types.range, sizeof *range);
    if (!range) return GB_UNSET_VALUE;
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->count = (int64_t)items_between(start, stop, step);
    range->wide = NULL;
    return gb_object_peek(GB_RANGE, range);
}

static void range_release(gb_object *self)
{
    gb_wide_range_free(((gb_range_object *)(void *)self)->wide);
}

/* The range of three ints. */
static gb_value range_of_parts(gb_vm *vm, const gb_value parts[3])
{
    int64_t part[3];
    bool narrow = true;
    for (int i = 0; i < 3; i++)
        narrow = gb_int_fits(parts[i], &part[i]) && narrow;
    if (gb_int_fits(parts[2], &part[2]) && part[2] == 0)
        return gb_raise(vm, GB_EXC_ValueError, "range() arg 3 must not be zero");
    narrow = narrow && items_between(part[0], part[1], part[2]) <= INT64_MAX;
    return narrow ? gb_range_new(vm, part[0], part[1], part[2]) : gb_range_of_ints(vm, parts);
}

static gb_value range_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value part[3] = {gb_int(0), gb_int(0), gb_int(1)};
    (void)cls;
    if (args->keyword_count)
        return gb_raise(vm, GB_EXC_TypeError, "range() takes no keyword arguments");
    if (args->count < 1)
        return gb_raise(vm, GB_EXC_TypeError, "range expected at least 1 argument, got 0");
    if (args->count > 3)
        return gb_raise(vm, GB_EXC_TypeError, "range expected at most 3 arguments, got %u",
                        args->count);
    bool ok = true;
    for (uint32_t i = 0; ok && i < args->count; i++) {
        gb_value v = gb_resolve(vm, args->values[i]);
        gb_value index = gb_is_unset(v) ? v : gb_to_index(vm, v);
        gb_unref(v);
        part[args->count == 1 ? 1 : i] = index;
        ok = !gb_is_unset(index);
    }
    gb_value range = ok ? range_of_parts(vm, part) : GB_UNSET_VALUE;
    for (int i = 0; i < 3; i++)
        gb_unref(part[i]);
    return range;
}

static int64_t range_item(const gb_range_object *range, int64_t i)
{
    return (int64_t)((uint64_t)range->start + (uint64_t)i * (uint64_t)range->step);
}

static gb_value range_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    const gb_range_object *range = range_of(self);
    int64_t at;
    if (range->wide || gb_is_slice(key)) return gb_wide_range_getitem(vm, self, key);
    bool number = gb_is_int(key) || gb_type_of(vm, key)->slots.index;
    if (!gb_index_within(vm, key, range->count, number ? "range object" : "range", &at)) {
        if (!gb_exception_is(vm, GB_EXC_IndexError)) return GB_UNSET_VALUE;
        gb_exception_clear(vm);
        return gb_raise(vm, GB_EXC_IndexError, "range object index out of range");
    }
    return gb_int(range_item(range, at));
}

/* The place of an int in a range of 64 bits, or -1. */
static int64_t find(const gb_range_object *range, gb_value v)
{
    int64_t i;
    if (!gb_int_fits(v, &i) || range->count == 0) return -1;
    int64_t first = range->start, last = range_item(range, range->count - 1);
    if (range->step > 0 ? i < first || i > last : i > first || i < last) return -1;
    uint64_t way = range->step > 0 ? (uint64_t)i - (uint64_t)first : (uint64_t)first - (uint64_t)i;
    uint64_t by = range->step > 0 ? (uint64_t)range->step : -(uint64_t)range->step;
    return way % by ? -1 : (int64_t)(way / by);
}

/* What has its own idea of equality is compared with every number. */
static bool compares_itself(gb_vm *vm, gb_value v)
{
    return v.tag >= GB_TYPE || v.tag == GB_COMPLEX ||
           (v.tag == GB_BIGINT && v.o->type != vm->types.integer);
}

/* The place of what is no number of its own kind, as an int; -1: nowhere. */
static gb_value place_of(gb_vm *vm, gb_value self, gb_value v)
{
    double x = gb_is_float(v) ? gb_float_of(v) : NAN;
    if (!gb_is_int(v) && x != floor(x)) return gb_int(-1);
    gb_value number = gb_is_int(v) ? gb_ref(v) : isinf(x) ? gb_int(0) : gb_int_from_double(vm, x);
    if (gb_is_unset(number)) return number;
    gb_value at = isinf(x)               ? gb_int(-1)
                  : range_of(self)->wide ? gb_wide_range_find(vm, self, number)
                                         : gb_int(find(range_of(self), number));
    gb_unref(number);
    return at;
}

/* How many items equal v, or with `first` the place of the first (-1: none); an int. */
static gb_value search(gb_vm *vm, gb_value self, gb_value v, bool first)
{
    if (!compares_itself(vm, v)) {
        gb_value at = place_of(vm, self, v);
        bool found = at.tag != GB_INT || at.i >= 0;
        if (first || gb_is_unset(at)) return at;
        gb_unref(at);
        return gb_int(found);
    }
    int64_t count = 0, i = 0;
    gb_value it = gb_iter(vm, self), item;
    bool ok = !gb_is_unset(it), found = false;
    for (; ok && !found && !gb_is_unset(item = gb_next(vm, it)); i++) {
        int same = gb_vm_check(vm) ? gb_equal(vm, item, v) : -1;
        gb_unref(item);
        ok = same >= 0;
        found = same > 0 && first;
        count += same > 0;
    }
    gb_unref(it);
    if (!ok || !gb_is_unset(vm->exception)) return GB_UNSET_VALUE;
    return gb_int(!first ? count : found ? i - 1 : -1);
}

static int range_contains(gb_vm *vm, gb_value self, gb_value item)
{
    gb_value at = search(vm, self, item, true);
    bool found = at.tag != GB_INT || at.i >= 0;
    if (gb_is_unset(at)) return -1;
    gb_unref(at);
    return found;
}

#define RANGE_FIELD(field)                                                                         \
    static gb_value range_##field(gb_vm *vm, gb_value self)                                        \
    {                                                                                              \
        const gb_range_object *range = range_of(self);                                             \
        return range->wide ? gb_wide_range_number(vm, range->wide->field) : gb_int(range->field);  \
    }
RANGE_FIELD(start)
RANGE_FIELD(stop)
RANGE_FIELD(step)
RANGE_FIELD(count)

static int64_t range_len(gb_vm *vm, gb_value self)
{
    const gb_range_object *range = range_of(self);
    int64_t n = range->count;
    if (!range->wide) return n;
    if (mpz_fits_slong_p(range->wide->count)) return mpz_get_si(range->wide->count);
    return gb_raise_minus(vm, GB_EXC_OverflowError, "Python int too large to convert to C ssize_t");
}

static int range_truth(gb_vm *vm, gb_value self)
{
    const gb_range_object *range = range_of(self);
    (void)vm;
    return range->wide ? mpz_sgn(range->wide->count) != 0 : range->count != 0;
}

static gb_value range_iter(gb_vm *vm, gb_value self)
{
    const gb_range_object *range = range_of(self);
    return range->wide ? gb_wide_range_iter(vm, self, false)
                       : gb_range_iterator_new(vm, range->start, range->step, range->count);
}

static gb_value range_repr(gb_vm *vm, gb_value self)
{
    gb_value step = range_step(vm, self);
    bool unit = step.tag == GB_INT && step.i == 1;
    const gb_value parts[] = {range_start(vm, self), range_stop(vm, self), step};
    gb_value text = GB_UNSET_VALUE, tuple = GB_UNSET_VALUE;
    if (!gb_is_unset(parts[0]) && !gb_is_unset(parts[1]) && !gb_is_unset(step))
        tuple = gb_tuple_from(vm, parts, unit ? 2 : 3);
    if (!gb_is_unset(tuple)) text = gb_repr_items(vm, "range(", tuple, ")");
    for (int i = 0; i < 3; i++)
        gb_unref(parts[i]);
    gb_unref(tuple);
    return text;
}

/* What makes two ranges equal: how many items, the first, and the step where there are more. */
static gb_value identity(gb_vm *vm, gb_value self)
{
    gb_value count = range_count(vm, self), start = GB_NONE_VALUE, step = GB_NONE_VALUE;
    bool empty = count.tag == GB_INT && count.i == 0, one = count.tag == GB_INT && count.i == 1;
    if (!empty) start = range_start(vm, self);
    if (!empty && !one) step = range_step(vm, self);
    bool ok = !gb_is_unset(count) && !gb_is_unset(start) && !gb_is_unset(step);
    gb_value key = ok ? gb_tuple_of(vm, 3, count, start, step) : GB_UNSET_VALUE;
    gb_unref(count);
    gb_unref(start);
    gb_unref(step);
    return key;
}

/* x OP y of two tuples, which are taken over; unset where one is. */
static gb_value compare_take(gb_vm *vm, gb_compare op, gb_value x, gb_value y)
{
    gb_value result =
        gb_is_unset(x) || gb_is_unset(y) ? GB_UNSET_VALUE : gb_apply_compare(vm, op, x, y);
    gb_unref(x);
    gb_unref(y);
    return result;
}

static gb_value range_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (!gb_is_range(b) || (op != GB_COMPARE_EQ && op != GB_COMPARE_NE))
        return GB_NOT_IMPLEMENTED_VALUE;
    return compare_take(vm, op, identity(vm, a), identity(vm, b));
}

static int64_t range_hash(gb_vm *vm, gb_value self)
{
    gb_value key = identity(vm, self);
    int64_t h = gb_is_unset(key) ? -1 : gb_hash(vm, key);
    gb_unref(key);
    return h;
}

static gb_value range_count_of(gb_vm *vm, gb_value *args)
{
    return search(vm, args[0], args[1], false);
}

static gb_value range_index(gb_vm *vm, gb_value *args)
{
    gb_value at = search(vm, args[0], args[1], true);
    if (gb_is_unset(at) || at.tag != GB_INT || at.i >= 0) return at;
    if (!gb_is_int(args[1]) || compares_itself(vm, args[1]))
        return gb_raise(vm, GB_EXC_ValueError, "sequence.index(x): x not in sequence");
    gb_value text = gb_repr(vm, args[1]);
    if (gb_is_unset(text)) return text;
    gb_raise(vm, GB_EXC_ValueError, "%s is not in range", gb_str_data(text));
    gb_unref(text);
    return GB_UNSET_VALUE;
}

static gb_value range_reversed(gb_vm *vm, gb_value *args)
{
    const gb_range_object *r = range_of(args[0]);
    if (r->wide || r->step == INT64_MIN) return gb_wide_range_iter(vm, args[0], true);
    return gb_range_iterator_new(vm, range_item(r, r->count - 1), -r->step, r->count);
}

static const gb_native range_methods[] = {
    {"count", range_count_of, "value, /", 0, "1 if the value is in the range, else 0."},
    {"index", range_index, "value, /", 0, "The place of the value."},
    {"__reversed__", range_reversed, "", 0, "Iterates from the end."},
    {0}};

static const gb_attribute range_attributes[] = {{"start", range_start, NULL, "First value."},
                                                {"stop", range_stop, NULL, "End, not included."},
                                                {"step", range_step, NULL, "Distance."},
                                                {0}};

const gb_type_spec gb_spec_range = {
    .name = "range",
    .doc = "range(stop)\nrange(start, stop[, step])\n\nInts from start to stop, not included.",
    .size = sizeof(gb_range_object),
    .tag = GB_RANGE,
    .flags = GB_TYPE_FINAL | GB_TYPE_ATOMIC,
    .methods = range_methods,
    .attributes = range_attributes,
    .slots = {.make = range_make,
              .release = range_release,
              .truth = range_truth,
              .getitem = range_getitem,
              .contains = range_contains,
              .len = range_len,
              .compare = range_compare,
              .hash = range_hash,
              .repr = range_repr,
              .iter = range_iter},
};

/* --- slice
 * --------------------------------------------------------------------------------------------------
 */

gb_value gb_slice_new(gb_vm *vm, gb_value start, gb_value stop, gb_value step)
{
    gb_slice *slice = gb_object_new(vm, vm->types.slice, sizeof *slice);
    if (!slice) return GB_UNSET_VALUE;
    slice->start = gb_ref(start);
    slice->stop = gb_ref(stop);
    slice->step = gb_ref(step);
    if (gb_is_object(start) || gb_is_object(stop) || gb_is_object(step)) gb_track(vm, slice);
    return gb_object_peek(GB_SLICE, slice);
}

gb_value gb_slice_number(gb_vm *vm, gb_value part)
{
    gb_value resolved = gb_resolve(vm, part);
    if (gb_is_unset(resolved)) return resolved;
    gb_value index = GB_UNSET_VALUE;
    if (!gb_is_int(resolved) && !gb_type_of(vm, resolved)->slots.index)
        gb_raise(vm, GB_EXC_TypeError,
                 "slice indices must be integers or None or have an __index__ method");
    else
        index = gb_to_index(vm, resolved);
    gb_unref(resolved);
    return index;
}

/* One bound: None gives `fallback`; too large ones are clipped to 64 bits. */
static bool slice_part(gb_vm *vm, gb_value v, int64_t fallback, int64_t *out)
{
    *out = v.tag == GB_INT ? v.i : fallback;
    if (v.tag == GB_INT || gb_is_none(v)) return true;
    gb_value index = gb_slice_number(vm, v);
    if (gb_is_unset(index)) return false;
    if (!gb_int_fits(index, out))
        *out = mpz_sgn(((gb_bigint *)(void *)index.o)->value) < 0 ? INT64_MIN : INT64_MAX;
    gb_unref(index);
    return true;
}

static int64_t clip(int64_t at, int64_t length, bool backwards)
{
    if (at < 0) {
        at = at < -length ? -1 : at + length;
        if (at < 0) at = backwards ? -1 : 0;
    } else if (at >= length) {
        at = backwards ? length - 1 : length;
    }
    return at;
}

bool gb_slice_indices(gb_vm *vm, gb_value v, int64_t length, int64_t out[3], int64_t *count)
{
    const gb_slice *slice = gb_slice_peek(v);
    if (!slice_part(vm, slice->step, 1, &out[2])) return false;
    if (out[2] == 0) return gb_raise_false(vm, GB_EXC_ValueError, "slice step cannot be zero");
    bool backwards = out[2] < 0;
    if (out[2] == INT64_MIN) out[2] = -INT64_MAX;
    if (!slice_part(vm, slice->start, backwards ? INT64_MAX : 0, &out[0]) ||
        !slice_part(vm, slice->stop, backwards ? INT64_MIN : INT64_MAX, &out[1]))
        return false;
    out[0] = clip(out[0], length, backwards);
    out[1] = clip(out[1], length, backwards);
    *count = (int64_t)items_between(out[0], out[1], out[2]);
    return true;
}

bool gb_index_within(gb_vm *vm, gb_value index, int64_t length, const char *what, int64_t *out)
{
    gb_type *type = gb_type_of(vm, index);
    if (!gb_is_int(index) && !type->slots.index)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s indices must be integers or slices, not %s",
                              what, gb_type_name(vm, index));
    gb_value plain = gb_to_index(vm, index);
    if (gb_is_unset(plain)) return false;
    bool fits = gb_int_fits(plain, out);
    gb_unref(plain);
    if (!fits)
        return gb_raise_false(vm, GB_EXC_IndexError, "cannot fit '%s' into an index-sized integer",
                              gb_type_name(vm, index));
    if (*out < 0) *out += length;
    return (*out >= 0 && *out < length) ||
           gb_raise_false(vm, GB_EXC_IndexError, "%s index out of range", what);
}

static gb_value slice_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    (void)cls;
    if (args->count < 1 || args->count > 3 || args->keyword_count)
        return gb_raise(vm, GB_EXC_TypeError, "slice expected at %s argument%s, got %u",
                        args->count < 1 ? "least 1" : "most 3", args->count < 1 ? "" : "s",
                        args->count);
    const gb_value *v = args->values;
    if (args->count == 1) return gb_slice_new(vm, GB_NONE_VALUE, v[0], GB_NONE_VALUE);
    return gb_slice_new(vm, v[0], v[1], args->count > 2 ? v[2] : GB_NONE_VALUE);
}

static void slice_release(gb_object *self)
{
    gb_slice *slice = (gb_slice *)(void *)self;
    gb_unref(slice->start);
    gb_unref(slice->stop);
    gb_unref(slice->step);
}

static void slice_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_slice *slice = (gb_slice *)(void *)self;
    visit(slice->start, context);
    visit(slice->stop, context);
    visit(slice->step, context);
}

static gb_value slice_parts(gb_vm *vm, gb_value self)
{
    const gb_slice *slice = gb_slice_peek(self);
    return gb_tuple_of(vm, 3, slice->start, slice->stop, slice->step);
}

static gb_value slice_repr(gb_vm *vm, gb_value self)
{
    gb_value parts = slice_parts(vm, self);
    if (gb_is_unset(parts)) return parts;
    gb_value text = gb_repr_items(vm, "slice(", parts, ")");
    gb_unref(parts);
    return text;
}

static gb_value slice_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (!gb_is_slice(b)) return GB_NOT_IMPLEMENTED_VALUE;
    return compare_take(vm, op, slice_parts(vm, a), slice_parts(vm, b));
}

static gb_value slice_indices(gb_vm *vm, gb_value *args)
{
    int64_t length, part[3], count;
    if (!gb_to_int64(vm, args[1], &length)) return GB_UNSET_VALUE;
    if (length < 0) return gb_raise(vm, GB_EXC_ValueError, "length should not be negative");
    if (!gb_slice_indices(vm, args[0], length, part, &count)) return GB_UNSET_VALUE;
    return gb_tuple_of(vm, 3, gb_int(part[0]), gb_int(part[1]), gb_int(part[2]));
}

static const gb_native slice_methods[] = {
    {"indices", slice_indices, "length, /", 0, "start, stop, step within a length."}, {0}};

#define SLICE_FIELD(field)                                                                         \
    static gb_value slice_##field(gb_vm *vm, gb_value self)                                        \
    {                                                                                              \
        (void)vm;                                                                                  \
        return gb_ref(gb_slice_peek(self)->field);                                                 \
    }
SLICE_FIELD(start)
SLICE_FIELD(stop)
SLICE_FIELD(step)

static const gb_attribute slice_attributes[] = {{"start", slice_start, NULL, NULL},
                                                {"stop", slice_stop, NULL, NULL},
                                                {"step", slice_step, NULL, NULL},
                                                {0}};

const gb_type_spec gb_spec_slice = {
    .name = "slice",
    .doc = "slice(stop)\nslice(start, stop[, step])",
    .size = sizeof(gb_slice),
    .tag = GB_SLICE,
    .flags = GB_TYPE_FINAL,
    .methods = slice_methods,
    .attributes = slice_attributes,
    .slots = {.make = slice_make,
              .release = slice_release,
              .traverse = slice_traverse,
              .compare = slice_compare,
              .hash = gb_hash_unhashable,
              .repr = slice_repr},
};
