/* Iterators over sequences and ranges. Those of dicts and sets stand beside their types. */
#include "kernel/lang/types/iterator.h"

#include "kernel/lang/types/str.h"

gb_value gb_iterator_new(gb_vm *vm, gb_type *type, gb_value sequence)
{
    gb_iterator *it = gb_object_new(vm, type, sizeof *it);
    if (!it) return GB_UNSET_VALUE;
    it->sequence = gb_ref(sequence);
    it->at = 0;
    it->reversed = false;
    if (sequence.tag != GB_STR && sequence.tag != GB_BYTES) gb_track(vm, it);
    return gb_object_peek(GB_OTHER, it);
}

gb_value gb_sequence_iterator(gb_vm *vm, gb_value v)
{
    return gb_iterator_new(vm, vm->types.sequence_iterator, v);
}

void gb_iterator_release(gb_object *self)
{
    gb_unref(((gb_iterator *)(void *)self)->sequence);
}

void gb_iterator_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_iterator *)(void *)self)->sequence, context);
}

gb_value gb_iterator_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

static gb_value over(gb_iterator *it)
{
    gb_clear(&it->sequence);
    return GB_UNSET_VALUE;
}

static gb_value list_next(gb_vm *vm, gb_value self)
{
    gb_iterator *it = gb_iterator_peek(self);
    (void)vm;
    if (gb_is_unset(it->sequence)) return GB_UNSET_VALUE;
    size_t count;
    const gb_value *items = gb_items_peek(it->sequence, &count);
    if (it->reversed) {
        if (it->at == 0 || it->at > count) return over(it);
        return gb_ref(items[--it->at]);
    }
    if (it->at >= count) return over(it);
    return gb_ref(items[it->at++]);
}

static gb_value str_next(gb_vm *vm, gb_value self)
{
    gb_iterator *it = gb_iterator_peek(self);
    if (gb_is_unset(it->sequence)) return GB_UNSET_VALUE;
    const gb_str *text = gb_str_peek(it->sequence);
    if (it->at >= text->size) return over(it);
    size_t start = it->at;
    gb_str_decode(text->data, &it->at);
    return gb_str_new(vm, text->data + start, it->at - start);
}

/* Anything with __getitem__: until IndexError or StopIteration. */
static gb_value sequence_next(gb_vm *vm, gb_value self)
{
    gb_iterator *it = gb_iterator_peek(self);
    if (gb_is_unset(it->sequence)) return GB_UNSET_VALUE;
    if (it->reversed && it->at == 0) return over(it);
    size_t at = it->reversed ? --it->at : it->at++;
    gb_value v = gb_getitem(vm, it->sequence, gb_int((int64_t)at));
    if (!gb_is_unset(v)) return v;
    if (gb_exception_is(vm, GB_EXC_IndexError) || gb_exception_is(vm, GB_EXC_StopIteration)) {
        gb_exception_clear(vm);
        over(it);
    }
    return GB_UNSET_VALUE;
}

static gb_value length_hint(gb_vm *vm, gb_value *args)
{
    gb_iterator *it = gb_iterator_peek(args[0]);
    if (gb_is_unset(it->sequence)) return gb_int(0);
    if (it->reversed) return gb_int((int64_t)it->at);
    int64_t n = gb_len(vm, it->sequence);
    return n < 0 ? GB_UNSET_VALUE : gb_int(n - (int64_t)it->at);
}

const gb_native gb_iterator_methods[] = {
    {"__length_hint__", length_hint, "", 0, "How many items are left."}, {0}};

#define ITERATOR(id, type_name, step)                                                              \
    const gb_type_spec gb_spec_##id = {.name = type_name, GB_ITERATOR_FIELDS(step)};
ITERATOR(list_iterator, "list_iterator", list_next)
ITERATOR(list_reverseiterator, "list_reverseiterator", list_next)
ITERATOR(tuple_iterator, "tuple_iterator", list_next)
ITERATOR(str_iterator, "str_iterator", str_next)
ITERATOR(str_ascii_iterator, "str_ascii_iterator", str_next)
ITERATOR(sequence_iterator, "iterator", sequence_next)

/* --- range
 * ------------------------------------------------------------------------------------------ */

gb_value gb_range_iterator_new(gb_vm *vm, int64_t start, int64_t step, int64_t count)
{
    gb_range_iterator *it = gb_object_new(vm, vm->types.range_iterator, sizeof *it);
    if (!it) return GB_UNSET_VALUE;
    it->next = start;
    it->step = step;
    it->left = count;
    return gb_object_peek(GB_OTHER, it);
}

static gb_value range_next(gb_vm *vm, gb_value self)
{
    gb_range_iterator *it = gb_range_iterator_peek(self);
    (void)vm;
    if (it->left <= 0) return GB_UNSET_VALUE;
    gb_value v = gb_int(it->next);
    it->left--;
    it->next = (int64_t)((uint64_t)it->next + (uint64_t)it->step);
    return v;
}

static gb_value range_hint(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(gb_range_iterator_peek(args[0])->left);
}

static const gb_native range_methods[] = {
    {"__length_hint__", range_hint, "", 0, "How many items are left."}, {0}};

const gb_type_spec gb_spec_range_iterator = {
    .name = "range_iterator",
    .size = sizeof(gb_range_iterator),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .methods = range_methods,
    .slots = {.iter = gb_iterator_iter, .next = range_next},
};
