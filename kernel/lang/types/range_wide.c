/* Ranges beyond 64 bits: the same questions as range.c answers, with numbers of any size. */
#include "kernel/lang/types/range_wide.h"

#include "kernel/lang/types/iterator.h"

static gb_range_object *range_of(gb_value v)
{
    return (gb_range_object *)(void *)v.o;
}

gb_value gb_wide_range_number(gb_vm *vm, const mpz_t number)
{
    mpz_t copy;
    mpz_init_set(copy, number);
    return gb_int_from_mpz_take(vm, copy);
}

/* --- making ------------------------------------------------------------------------------------
 */

static void init(gb_wide_range *wide)
{
    mpz_inits(wide->start, wide->stop, wide->step, wide->count, NULL);
}

static void release(gb_wide_range *wide)
{
    mpz_clears(wide->start, wide->stop, wide->step, wide->count, NULL);
}

void gb_wide_range_free(gb_wide_range *wide)
{
    if (wide) release(wide);
    gb_free(wide);
}

/* The numbers of any range; to be released. */
static void look(gb_value range, gb_wide_range *out)
{
    const gb_range_object *r = range_of(range);
    init(out);
    if (r->wide) {
        mpz_set(out->start, r->wide->start);
        mpz_set(out->stop, r->wide->stop);
        mpz_set(out->step, r->wide->step);
        mpz_set(out->count, r->wide->count);
    } else {
        mpz_set_si(out->start, r->start);
        mpz_set_si(out->stop, r->stop);
        mpz_set_si(out->step, r->step);
        mpz_set_si(out->count, r->count);
    }
}

static void count_items(gb_wide_range *wide)
{
    bool down = mpz_sgn(wide->step) < 0;
    mpz_sub(wide->count, wide->stop, wide->start);
    if (mpz_sgn(wide->count) * (down ? -1 : 1) <= 0) {
        mpz_set_ui(wide->count, 0);
        return;
    }
    if (down)
        mpz_add_ui(wide->count, wide->count, 1);
    else
        mpz_sub_ui(wide->count, wide->count, 1);
    mpz_tdiv_q(wide->count, wide->count, wide->step);
    mpz_add_ui(wide->count, wide->count, 1);
}

/* The range of these numbers, which are released. */
static gb_value make_take(gb_vm *vm, gb_wide_range *parts)
{
    count_items(parts);
    gb_value v = GB_UNSET_VALUE;
    bool narrow = mpz_fits_slong_p(parts->start) && mpz_fits_slong_p(parts->stop) &&
                  mpz_fits_slong_p(parts->step) && mpz_fits_slong_p(parts->count);
    if (narrow) {
        v = gb_range_new(vm, mpz_get_si(parts->start), mpz_get_si(parts->stop),
                         mpz_get_si(parts->step));
        release(parts);
        return v;
    }
    gb_error err = {0};
    gb_wide_range *kept = gb_calloc(1, sizeof *kept, &err);
    if (kept) v = gb_range_new(vm, 0, 0, 1);
    if (gb_is_unset(v)) {
        release(parts);
        gb_free(kept);
        return kept ? v : gb_raise_error(vm, &err);
    }
    *kept = *parts;
    range_of(v)->wide = kept;
    return v;
}

gb_value gb_range_of_ints(gb_vm *vm, const gb_value parts[3])
{
    gb_wide_range wide;
    gb_int_to_mpz(parts[0], wide.start);
    gb_int_to_mpz(parts[1], wide.stop);
    gb_int_to_mpz(parts[2], wide.step);
    mpz_init(wide.count);
    return make_take(vm, &wide);
}

/* --- items -------------------------------------------------------------------------------------
 */

/* A bound of a slice, clipped to the number of items. */
static bool slice_bound(gb_vm *vm, gb_value v, const gb_wide_range *wide, bool backwards, mpz_t out)
{
    gb_value index = gb_slice_number(vm, v);
    if (gb_is_unset(index)) return false;
    mpz_t at;
    gb_int_to_mpz(index, at);
    gb_unref(index);
    if (mpz_sgn(at) < 0) mpz_add(at, at, wide->count);
    if (mpz_sgn(at) < 0)
        mpz_set_si(at, backwards ? -1 : 0);
    else if (mpz_cmp(at, wide->count) >= 0)
        mpz_sub_ui(at, wide->count, backwards);
    mpz_swap(out, at);
    mpz_clear(at);
    return true;
}

/* Start, stop and step of a slice as places; false with the exception. */
static bool slice_places(gb_vm *vm, gb_value key, const gb_wide_range *wide, gb_wide_range *out)
{
    const gb_slice *slice = gb_slice_peek(key);
    mpz_set_si(out->step, 1);
    if (!gb_is_none(slice->step)) {
        gb_value step = gb_slice_number(vm, slice->step);
        if (gb_is_unset(step)) return false;
        mpz_clear(out->step);
        gb_int_to_mpz(step, out->step);
        gb_unref(step);
        if (mpz_sgn(out->step) == 0)
            return gb_raise_false(vm, GB_EXC_ValueError, "slice step cannot be zero");
    }
    bool backwards = mpz_sgn(out->step) < 0;
    if (backwards)
        mpz_sub_ui(out->start, wide->count, 1);
    else
        mpz_set(out->stop, wide->count);
    if (backwards) mpz_set_si(out->stop, -1);
    return (gb_is_none(slice->start) ||
            slice_bound(vm, slice->start, wide, backwards, out->start)) &&
           (gb_is_none(slice->stop) || slice_bound(vm, slice->stop, wide, backwards, out->stop));
}

static gb_value sliced(gb_vm *vm, const gb_wide_range *wide, gb_value key)
{
    gb_wide_range places;
    init(&places);
    if (!slice_places(vm, key, wide, &places)) {
        release(&places);
        return GB_UNSET_VALUE;
    }
    mpz_mul(places.start, places.start, wide->step);
    mpz_add(places.start, places.start, wide->start);
    mpz_mul(places.stop, places.stop, wide->step);
    mpz_add(places.stop, places.stop, wide->start);
    mpz_mul(places.step, places.step, wide->step);
    return make_take(vm, &places);
}

static gb_value item(gb_vm *vm, const gb_wide_range *wide, gb_value key)
{
    gb_value index = gb_to_index(vm, key);
    if (gb_is_unset(index)) return index;
    mpz_t at;
    gb_int_to_mpz(index, at);
    gb_unref(index);
    if (mpz_sgn(at) < 0) mpz_add(at, at, wide->count);
    if (mpz_sgn(at) < 0 || mpz_cmp(at, wide->count) >= 0) {
        mpz_clear(at);
        return gb_raise(vm, GB_EXC_IndexError, "range object index out of range");
    }
    mpz_mul(at, at, wide->step);
    mpz_add(at, at, wide->start);
    return gb_int_from_mpz_take(vm, at);
}

gb_value gb_wide_range_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_wide_range wide;
    bool number = gb_is_int(key) || gb_type_of(vm, key)->slots.index;
    if (!gb_is_slice(key) && !number)
        return gb_raise(vm, GB_EXC_TypeError, "range indices must be integers or slices, not %s",
                        gb_type_name(vm, key));
    look(self, &wide);
    gb_value v = gb_is_slice(key) ? sliced(vm, &wide, key) : item(vm, &wide, key);
    release(&wide);
    return v;
}

gb_value gb_wide_range_find(gb_vm *vm, gb_value self, gb_value number)
{
    const gb_wide_range *wide = range_of(self)->wide;
    mpz_t at;
    gb_int_to_mpz(number, at);
    mpz_sub(at, at, wide->start);
    bool on = mpz_divisible_p(at, wide->step) != 0;
    if (on) mpz_divexact(at, at, wide->step);
    if (!on || mpz_sgn(at) < 0 || mpz_cmp(at, wide->count) >= 0) mpz_set_si(at, -1);
    return gb_int_from_mpz_take(vm, at);
}

/* --- iteration ---------------------------------------------------------------------------------
 */

typedef struct gb_wide_iterator {
    gb_object head;
    mpz_t next, step, left;
} gb_wide_iterator;

static gb_wide_iterator *iterator_of(gb_value v)
{
    return (gb_wide_iterator *)(void *)v.o;
}

gb_value gb_wide_range_iter(gb_vm *vm, gb_value self, bool reversed)
{
    gb_type *type = gb_type_make(vm, &gb_spec_wide_range_iterator);
    gb_wide_iterator *it = type ? gb_object_new(vm, type, sizeof *it) : NULL;
    if (!it) return GB_UNSET_VALUE;
    gb_wide_range wide;
    look(self, &wide);
    mpz_init_set(it->next, wide.start);
    mpz_init_set(it->step, wide.step);
    mpz_init_set(it->left, wide.count);
    if (reversed) {
        mpz_addmul(it->next, wide.step, wide.count);
        mpz_sub(it->next, it->next, wide.step);
        mpz_neg(it->step, it->step);
    }
    release(&wide);
    return gb_object_peek(GB_OTHER, it);
}

static gb_value wide_next(gb_vm *vm, gb_value self)
{
    gb_wide_iterator *it = iterator_of(self);
    if (mpz_sgn(it->left) <= 0) return GB_UNSET_VALUE;
    gb_value v = gb_wide_range_number(vm, it->next);
    mpz_add(it->next, it->next, it->step);
    mpz_sub_ui(it->left, it->left, 1);
    return v;
}

static gb_value wide_hint(gb_vm *vm, gb_value *args)
{
    return gb_wide_range_number(vm, iterator_of(args[0])->left);
}

static void wide_release(gb_object *self)
{
    gb_wide_iterator *it = (gb_wide_iterator *)(void *)self;
    mpz_clears(it->next, it->step, it->left, NULL);
}

static const gb_native wide_methods[] = {
    {"__length_hint__", wide_hint, "", 0, "How many items are left."}, {0}};

const gb_type_spec gb_spec_wide_range_iterator = {
    .name = "longrange_iterator",
    .size = sizeof(gb_wide_iterator),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .methods = wide_methods,
    .slots = {.release = wide_release, .iter = gb_iterator_iter, .next = wide_next},
};
