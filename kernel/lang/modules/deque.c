/* deque: the ring, its slots, its iterator. */
#include "kernel/lang/modules/deque.h"

#include "kernel/lang/format.h"

#include "graph/base/memory.h"

/* --- the ring -----------------------------------------------------------------------------------
 */

static bool reserve(gb_vm *vm, gb_deque *d)
{
    enum { FIRST = 8 };
    if (d->count < d->capacity) return true;
    size_t capacity = d->capacity ? d->capacity * 2 : FIRST;
    gb_error err = GB_ERROR_INIT;
    if (!gb_vm_allows(vm, capacity * sizeof *d->items)) return false;
    gb_value *items = gb_alloc(capacity * sizeof *items, &err);
    if (!items) return gb_raise_error_false(vm, &err);
    for (size_t i = 0; i < d->count; i++)
        items[i] = *gb_deque_at(d, i);
    gb_free(d->items);
    d->items = items;
    d->capacity = capacity;
    d->start = 0;
    return true;
}

gb_value gb_deque_take(gb_deque *d, bool left)
{
    gb_value item = *gb_deque_at(d, left ? 0 : d->count - 1);
    if (left) d->start = (d->start + 1) & (d->capacity - 1);
    d->count--;
    d->version++;
    return item;
}

bool gb_deque_push(gb_vm *vm, gb_deque *d, gb_value item, bool left)
{
    if (d->limit == 0) return true;
    gb_value dropped = GB_UNSET_VALUE;
    gb_ref(item);
    if (d->limit > 0 && d->count == (size_t)d->limit) {
        dropped = gb_deque_take(d, !left);
    } else if (!reserve(vm, d)) {
        gb_unref(item);
        return false;
    }
    if (left) d->start = (d->start - 1) & (d->capacity - 1);
    d->count++;
    *gb_deque_at(d, left ? 0 : d->count - 1) = item;
    d->version++;
    gb_unref(dropped);
    return true;
}

bool gb_deque_extend(gb_vm *vm, gb_value self, gb_value iterable, bool left)
{
    gb_value source =
        gb_same(self, iterable) ? gb_deque_list(vm, gb_deque_peek(self)) : gb_ref(iterable);
    gb_value it = gb_is_unset(source) ? source : gb_iter(vm, source), item;
    gb_unref(source);
    if (gb_is_unset(it)) return false;
    bool ok = true;
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        ok = gb_deque_push(vm, gb_deque_peek(self), item, left) && gb_vm_check(vm);
        gb_unref(item);
    }
    gb_unref(it);
    return ok && gb_is_unset(gb_exception_peek(vm));
}

void gb_deque_clear(gb_deque *d)
{
    gb_deque old = *d;
    d->items = NULL;
    d->capacity = d->start = d->count = 0;
    d->version++;
    for (size_t i = 0; i < old.count; i++)
        gb_unref(*gb_deque_at(&old, i));
    gb_free(old.items);
}

gb_value gb_deque_list(gb_vm *vm, const gb_deque *d)
{
    gb_value list = gb_list_new(vm, d->count);
    for (size_t i = 0; i < d->count && !gb_is_unset(list); i++)
        gb_list_peek(list)->items[i] = gb_ref(*gb_deque_at(d, i));
    return list;
}

void gb_deque_rotate(gb_deque *d, int64_t n)
{
    int64_t count = (int64_t)d->count;
    if (count <= 1) return;
    n = (n % count + count) % count;
    bool right = n <= count / 2; /* the shorter way round */
    for (int64_t i = right ? n : count - n; i > 0; i--) {
        gb_value item = gb_deque_take(d, !right);
        if (right) d->start = (d->start - 1) & (d->capacity - 1);
        d->count++;
        *gb_deque_at(d, right ? 0 : d->count - 1) = item;
    }
}

/* --- life ---------------------------------------------------------------------------------------
 */

/* A deque that is empty; for the class itself the arguments are read at once, for subclasses by
 * __init__. */
static gb_value deque_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value v = gb_instance_new(vm, cls), bound[3];
    if (gb_is_unset(v)) return v;
    gb_deque_peek(v)->limit = -1;
    if (cls != gb_type_make(vm, &gb_spec_deque)) return v;
    bound[0] = v;
    if (gb_bind(vm, "deque", "iterable=?, maxlen=None", args, bound + 1)) {
        gb_value done = gb_deque_methods[0].call(vm, bound); /* __init__ */
        gb_bound_release(bound + 1, 2);
        if (!gb_is_unset(done)) return v;
    }
    gb_unref(v);
    return GB_UNSET_VALUE;
}

static void deque_clear(gb_object *self)
{
    gb_deque_clear((gb_deque *)(void *)self);
}

static void deque_traverse(gb_object *self, gb_visit visit, void *context)
{
    const gb_deque *d = (const gb_deque *)(const void *)self;
    for (size_t i = 0; i < d->count; i++)
        visit(*gb_deque_at(d, i), context);
}

gb_value gb_deque_copy(gb_vm *vm, gb_value self)
{
    gb_value v = gb_instance_new(vm, gb_type_of(vm, self));
    if (gb_is_unset(v)) return v;
    gb_deque_peek(v)->limit = gb_deque_peek(self)->limit;
    const gb_deque *d = gb_deque_peek(self);
    for (size_t i = 0; i < d->count && !gb_is_unset(v); i++)
        if (!gb_deque_push(vm, gb_deque_peek(v), *gb_deque_at(d, i), false)) gb_clear(&v);
    return v;
}

/* --- items --------------------------------------------------------------------------------------
 */

static bool find_place(gb_vm *vm, const gb_deque *d, gb_value key, size_t *place)
{
    int64_t i;
    if (!gb_is_int(key) && !gb_type_of(vm, key)->slots.index)
        return gb_raise_false(vm, GB_EXC_TypeError, "sequence index must be integer, not '%s'",
                              gb_type_name(vm, key));
    if (!gb_to_int64(vm, key, &i)) return false;
    if (i < 0) i += (int64_t)d->count;
    *place = (size_t)i;
    return (i >= 0 && i < (int64_t)d->count) ||
           gb_raise_false(vm, GB_EXC_IndexError, "deque index out of range");
}

static gb_value deque_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    size_t place;
    const gb_deque *d = gb_deque_peek(self);
    return find_place(vm, d, key, &place) ? gb_ref(*gb_deque_at(d, place)) : GB_UNSET_VALUE;
}

static bool deque_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    size_t place;
    gb_deque *d = gb_deque_peek(self);
    if (!find_place(vm, d, key, &place)) return false;
    if (!gb_is_unset(value)) {
        gb_replace_take(gb_deque_at(d, place), gb_ref(value));
        return true;
    }
    gb_deque_rotate(d, -(int64_t)place);
    gb_value item = gb_deque_take(d, true);
    gb_deque_rotate(d, (int64_t)place);
    gb_unref(item);
    return true;
}

static int64_t deque_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_deque_peek(self)->count;
}

static int deque_contains(gb_vm *vm, gb_value self, gb_value item)
{
    const gb_deque *d = gb_deque_peek(self);
    uint64_t version = d->version;
    for (size_t i = 0; i < d->count; i++) {
        gb_value have = gb_ref(*gb_deque_at(d, i));
        int equal = gb_equal(vm, have, item);
        gb_unref(have);
        if (equal) return equal;
        if (d->version != version)
            return gb_raise_minus(vm, GB_EXC_RuntimeError, "deque mutated during iteration");
    }
    return 0;
}

/* --- operators ----------------------------------------------------------------------------------
 */

static gb_value concatenate(gb_vm *vm, gb_value a, gb_value b)
{
    if (!gb_is_deque(a)) return GB_NOT_IMPLEMENTED_VALUE;
    if (!gb_is_deque(b))
        return gb_raise(vm, GB_EXC_TypeError, "can only concatenate deque (not \"%s\") to deque",
                        gb_type_name(vm, b));
    gb_value v = gb_deque_copy(vm, a);
    if (!gb_is_unset(v) && !gb_deque_extend(vm, v, b, false)) gb_clear(&v);
    return v;
}

/* Makes the items of `self` come `times` times. */
static bool repeat(gb_vm *vm, gb_value self, int64_t times)
{
    gb_deque *d = gb_deque_peek(self);
    if (times <= 0) gb_deque_clear(d);
    if (times <= 1 || d->count == 0) return true;
    gb_value once = gb_deque_list(vm, d);
    if (gb_is_unset(once)) return false;
    bool ok = true;
    for (int64_t i = 1; i < times && ok; i++)
        ok = gb_deque_extend(vm, self, once, false);
    gb_unref(once);
    return ok;
}

static gb_value deque_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    int64_t times;
    if (op == GB_BINARY_ADD) return concatenate(vm, a, b);
    if (op != GB_BINARY_MUL) return GB_NOT_IMPLEMENTED_VALUE;
    gb_value number = gb_is_deque(a) ? b : a;
    if (!gb_is_int(number)) return GB_NOT_IMPLEMENTED_VALUE;
    if (!gb_to_int64(vm, number, &times)) return GB_UNSET_VALUE;
    gb_value v = gb_deque_copy(vm, gb_is_deque(a) ? a : b);
    if (!gb_is_unset(v) && !repeat(vm, v, times)) gb_clear(&v);
    return v;
}

static gb_value deque_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    int64_t times;
    if (op == GB_BINARY_ADD) return gb_deque_extend(vm, a, b, false) ? gb_ref(a) : GB_UNSET_VALUE;
    if (op != GB_BINARY_MUL || !gb_is_int(b)) return GB_NOT_IMPLEMENTED_VALUE;
    if (!gb_to_int64(vm, b, &times) || !repeat(vm, a, times)) return GB_UNSET_VALUE;
    return gb_ref(a);
}

static gb_value deque_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (!gb_is_deque(a) || !gb_is_deque(b)) return GB_NOT_IMPLEMENTED_VALUE;
    gb_value x = gb_deque_list(vm, gb_deque_peek(a));
    gb_value y = gb_is_unset(x) ? x : gb_deque_list(vm, gb_deque_peek(b));
    gb_value result = gb_is_unset(y) ? y : gb_apply_compare(vm, op, x, y);
    gb_unref(x);
    gb_unref(y);
    return result;
}

static gb_value deque_repr(gb_vm *vm, gb_value self)
{
    const gb_deque *d = gb_deque_peek(self);
    if (!gb_repr_enter(vm, self)) return gb_str_text_new(vm, "[...]");
    gb_value list = gb_deque_list(vm, d), text = GB_UNSET_VALUE;
    gb_value items = gb_is_unset(list) ? list : gb_repr(vm, list);
    const char *name = gb_str_data(gb_type_of(vm, self)->name);
    if (!gb_is_unset(items))
        text = d->limit < 0 ? gb_str_format(vm, "%s(%s)", name, gb_str_data(items))
                            : gb_str_format(vm, "%s(%s, maxlen=%lld)", name, gb_str_data(items),
                                            (long long)d->limit);
    gb_unref(items);
    gb_unref(list);
    gb_repr_leave(vm);
    return text;
}

/* --- iterator -----------------------------------------------------------------------------------
 */

typedef struct deque_iterator {
    gb_object head;
    gb_value deque; /* unset at the end */
    size_t at;
    uint64_t version;
    bool reversed;
} deque_iterator;

static void iterator_release(gb_object *self)
{
    gb_unref(((deque_iterator *)(void *)self)->deque);
}

static void iterator_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((deque_iterator *)(void *)self)->deque, context);
}

static gb_value iterator_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

static gb_value iterator_next(gb_vm *vm, gb_value self)
{
    deque_iterator *it = (deque_iterator *)(void *)self.o;
    if (gb_is_unset(it->deque)) return GB_UNSET_VALUE;
    const gb_deque *d = gb_deque_peek(it->deque);
    if (d->version != it->version) {
        gb_clear(&it->deque);
        return gb_raise(vm, GB_EXC_RuntimeError, "deque mutated during iteration");
    }
    if (it->at < d->count) {
        size_t at = it->at++;
        return gb_ref(*gb_deque_at(d, it->reversed ? d->count - 1 - at : at));
    }
    gb_clear(&it->deque);
    return GB_UNSET_VALUE;
}

static gb_value iterator_hint(gb_vm *vm, gb_value *args)
{
    const deque_iterator *it = (const deque_iterator *)(const void *)args[0].o;
    (void)vm;
    if (gb_is_unset(it->deque)) return gb_int(0);
    return gb_int((int64_t)(gb_deque_peek(it->deque)->count - it->at));
}

static const gb_native iterator_methods[] = {
    {"__length_hint__", iterator_hint, "", 0, "How many items are left."}, {0}};

static const gb_type_spec iterator_spec = {
    .name = "_deque_iterator",
    .module = "collections",
    .shown = "_collections._deque_iterator",
    .size = sizeof(deque_iterator),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .methods = iterator_methods,
    .slots = {.release = iterator_release,
              .traverse = iterator_traverse,
              .iter = iterator_iter,
              .next = iterator_next},
};

gb_value gb_deque_iterator(gb_vm *vm, gb_value self, bool reversed)
{
    gb_type *type = gb_type_make(vm, &iterator_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    deque_iterator *it = (deque_iterator *)(void *)v.o;
    it->deque = gb_ref(self);
    it->version = gb_deque_peek(self)->version;
    it->reversed = reversed;
    return v;
}

static gb_value deque_iter(gb_vm *vm, gb_value self)
{
    return gb_deque_iterator(vm, self, false);
}

const gb_type_spec gb_spec_deque = {
    .name = "deque",
    .module = "collections",
    .shown = "collections.deque",
    .doc = "deque(iterable=(), maxlen=None)\n\nA list with fast ends.",
    .size = sizeof(gb_deque),
    .methods = gb_deque_methods,
    .attributes = gb_deque_attributes,
    .slots = {.make = deque_make,
              .release = deque_clear,
              .traverse = deque_traverse,
              .clear = deque_clear,
              .getitem = deque_getitem,
              .setitem = deque_setitem,
              .contains = deque_contains,
              .len = deque_len,
              .binary = deque_binary,
              .inplace = deque_inplace,
              .compare = deque_compare,
              .hash = gb_hash_unhashable,
              .repr = deque_repr,
              .iter = deque_iter},
};
