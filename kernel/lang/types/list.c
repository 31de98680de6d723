/* list. Sorting is in list_sort.c. */
#include "kernel/lang/types/list.h"

#include "kernel/lang/format.h"
#include "kernel/lang/types/iterator.h"
#include "kernel/lang/types/sequence.h"

/* --- making and growing
 * ----------------------------------------------------------------------------- */

static gb_list *alloc(gb_vm *vm, size_t capacity)
{
    gb_list *list = gb_object_new(vm, vm->types.list, sizeof *list);
    if (!list) return NULL;
    list->items = NULL;
    list->count = list->capacity = 0;
    if (capacity) {
        if (capacity > vm->memory_limit / sizeof(gb_value)) {
            gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        } else {
            list->items = gb_block_new(vm, capacity * sizeof(gb_value));
        }
        if (!list->items) {
            gb_object_unref(list);
            return NULL;
        }
        list->capacity = capacity;
    }
    gb_track(vm, list);
    return list;
}

gb_value gb_list_new(gb_vm *vm, size_t count)
{
    gb_list *list = alloc(vm, count);
    if (!list) return GB_UNSET_VALUE;
    for (size_t i = 0; i < count; i++)
        list->items[i] = GB_NONE_VALUE;
    list->count = count;
    return gb_object_peek(GB_LIST, list);
}

gb_value gb_list_from(gb_vm *vm, const gb_value *items, size_t count)
{
    gb_list *list = alloc(vm, count);
    if (!list) return GB_UNSET_VALUE;
    for (size_t i = 0; i < count; i++)
        list->items[i] = gb_ref(items[i]);
    list->count = count;
    return gb_object_peek(GB_LIST, list);
}

gb_value gb_list_take(gb_vm *vm, gb_value *items, size_t count)
{
    gb_list *list = alloc(vm, count);
    if (!list) {
        for (size_t i = 0; i < count; i++)
            gb_unref(items[i]);
        return GB_UNSET_VALUE;
    }
    if (count) memcpy(list->items, items, count * sizeof(gb_value));
    list->count = count;
    return gb_object_peek(GB_LIST, list);
}

bool gb_list_reserve(gb_vm *vm, gb_list *list, size_t wanted)
{
    if (wanted <= list->capacity) return true;
    size_t capacity = list->capacity + (list->capacity >> 1) + 4;
    if (capacity < wanted) capacity = wanted;
    if (capacity > vm->memory_limit / sizeof(gb_value))
        return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    size_t old_size = list->capacity * sizeof(gb_value), size = capacity * sizeof(gb_value);
    gb_value *items;
    if (old_size > GB_POOL_STEP * GB_POOL_CLASSES) { /* large blocks are the system's */
        items = gb_realloc(list->items, size, NULL);
        if (!items) return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    } else {
        items = gb_block_new(vm, size);
        if (!items) return false;
        if (list->count) memcpy(items, list->items, list->count * sizeof(gb_value));
        if (list->items) gb_block_free(vm, list->items, old_size);
    }
    list->items = items;
    list->capacity = capacity;
    return true;
}

bool gb_list_append_take(gb_vm *vm, gb_value value, gb_value item)
{
    gb_list *list = gb_list_peek(value);
    if (gb_is_unset(item)) return false;
    if (list->count == list->capacity && !gb_list_reserve(vm, list, list->count + 1)) {
        gb_unref(item);
        return false;
    }
    list->items[list->count++] = item;
    return true;
}

bool gb_list_append(gb_vm *vm, gb_value list, gb_value item)
{
    return gb_list_append_take(vm, list, gb_ref(item));
}

bool gb_length_hint(gb_vm *vm, gb_value v, int64_t *out)
{
    gb_type *type = gb_type_of(vm, v);
    if (type->slots.len) {
        int64_t n = type->slots.len(vm, v);
        if (n >= 0) *out = n;
        if (n >= 0 || !gb_exception_is(vm, GB_EXC_TypeError)) return n >= 0;
        gb_exception_clear(vm);
    }
    gb_value name = GB_NAME_OF(vm, __length_hint__);
    if (gb_is_unset(gb_type_lookup_peek(type, name))) return true;
    gb_value hint = gb_call_special(vm, v, name, NULL, 0);
    if (gb_is_unset(hint)) {
        if (!gb_exception_is(vm, GB_EXC_TypeError)) return false;
        gb_exception_clear(vm);
        return true;
    }
    bool ok = true;
    if (hint.tag != GB_NOT_IMPLEMENTED && !gb_is_int(hint))
        ok = gb_raise_false(vm, GB_EXC_TypeError, "__length_hint__ must be an integer, not %s",
                            gb_type_name(vm, hint));
    else if (hint.tag != GB_NOT_IMPLEMENTED)
        ok = gb_to_int64(vm, hint, out);
    gb_unref(hint);
    return (ok && *out >= 0) ||
           (ok && gb_raise_false(vm, GB_EXC_ValueError, "__length_hint__() should return >= 0"));
}

/* A class that tells its length is asked for it first, as programs can see; what it says is only a
 * hint. */
static bool ask_length(gb_vm *vm, gb_value iterable)
{
    int64_t ignored = 0;
    return !(gb_type_of(vm, iterable)->flags & GB_TYPE_USER) ||
           gb_length_hint(vm, iterable, &ignored);
}

bool gb_list_extend(gb_vm *vm, gb_value value, gb_value iterable)
{
    gb_list *list = gb_list_peek(value);
    bool plain = gb_is_sequence(iterable) && !(iterable.o->type->flags & GB_TYPE_USER);
    if (plain || (gb_is_list(iterable) && iterable.o == value.o)) { /* itself: as it is now */
        size_t count;
        gb_items_peek(iterable, &count);
        if (!gb_list_reserve(vm, list, list->count + count)) return false;
        const gb_value *items = gb_items_peek(iterable, &count);
        for (size_t i = 0; i < count; i++)
            list->items[list->count + i] = gb_ref(items[i]);
        list->count += count;
        return true;
    }
    gb_value it = gb_iter(vm, iterable), item;
    if (gb_is_unset(it)) return false;
    if (!ask_length(vm, iterable)) {
        gb_unref(it);
        return false;
    }
    uint32_t turns = 0;
    bool ok = true;
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        ok = gb_list_append_take(vm, value, item);
        if (ok && !(++turns & 0xfff)) ok = gb_vm_check(vm);
    }
    gb_unref(it);
    return ok && gb_is_unset(vm->exception);
}

void gb_list_clear(gb_list *list)
{
    gb_vm *vm = gb_vm_of(list);
    gb_value *items = list->items;
    size_t count = list->count, capacity = list->capacity;
    list->items = NULL;
    list->count = list->capacity = 0;
    for (size_t i = 0; i < count; i++)
        gb_unref(items[i]);
    if (items) gb_block_free(vm, items, capacity * sizeof(gb_value));
}

/* --- slots
 * ------------------------------------------------------------------------------------------------
 */

static gb_value list_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound;
    if (cls != vm->types.list) return gb_instance_new(vm, cls);
    if (!gb_bind(vm, "list", "iterable=?, /", args, &bound)) return GB_UNSET_VALUE;
    gb_value list = gb_is_unset(bound) ? gb_list_new(vm, 0) : gb_to_list(vm, bound);
    gb_unref(bound);
    return list;
}

static void list_release(gb_object *self)
{
    gb_list_clear((gb_list *)(void *)self);
}

static void list_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_list *list = (gb_list *)(void *)self;
    for (size_t i = 0; i < list->count; i++)
        visit(list->items[i], context);
}

static gb_value get_slice(gb_vm *vm, gb_value self, gb_value key)
{
    gb_list *list = gb_list_peek(self);
    int64_t part[3], count;
    if (!gb_slice_indices(vm, key, (int64_t)list->count, part, &count)) return GB_UNSET_VALUE;
    if (part[2] == 1) return gb_list_from(vm, list->items + part[0], (size_t)count);
    gb_value out = gb_list_new(vm, (size_t)count);
    for (int64_t i = 0; i < count && !gb_is_unset(out); i++)
        gb_list_peek(out)->items[i] = gb_ref(list->items[part[0] + i * part[2]]);
    return out;
}

static gb_value list_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_list *list = gb_list_peek(self);
    int64_t at;
    if (gb_is_slice(key)) return get_slice(vm, self, key);
    if (!gb_index_within(vm, key, (int64_t)list->count, "list", &at)) return GB_UNSET_VALUE;
    return gb_ref(list->items[at]);
}

/* Replaces items [from, to) by `count` others (references are added). */
bool gb_list_splice(gb_vm *vm, gb_list *list, size_t from, size_t to, const gb_value *items,
                    size_t count)
{
    size_t gone = to - from, tail = list->count - to;
    if (count > gone && !gb_list_reserve(vm, list, list->count + count - gone)) return false;
    gb_value *dropped = NULL;
    if (gone) {
        dropped = gb_alloc(gone * sizeof(gb_value), NULL);
        if (!dropped) return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
        memcpy(dropped, list->items + from, gone * sizeof(gb_value));
    }
    if (tail && count != gone)
        memmove(list->items + from + count, list->items + to, tail * sizeof(gb_value));
    for (size_t i = 0; i < count; i++)
        list->items[from + i] = gb_ref(items[i]);
    list->count = from + count + tail;
    for (size_t i = 0; i < gone; i++)
        gb_unref(dropped[i]);
    gb_free(dropped);
    return true;
}

static bool delete_stepped(gb_vm *vm, gb_list *list, const int64_t part[3], int64_t count)
{
    for (int64_t i = 0; i < count; i++) { /* from the highest place down */
        int64_t at = part[2] > 0 ? part[0] + (count - 1 - i) * part[2] : part[0] + i * part[2];
        if (!gb_list_splice(vm, list, (size_t)at, (size_t)at + 1, NULL, 0)) return false;
    }
    return true;
}

static bool set_slice(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_list *list = gb_list_peek(self);
    int64_t part[3], count;
    if (!gb_slice_indices(vm, key, (int64_t)list->count, part, &count)) return false;
    const char *otherwise =
        part[2] == 1 ? "can only assign an iterable" : "must assign iterable to extended slice";
    gb_value items = value;
    if (!gb_is_unset(value)) items = gb_to_sequence(vm, value, otherwise);
    if (gb_is_list(items) && items.o == self.o) gb_replace_take(&items, gb_to_list(vm, items));
    if (!gb_is_unset(value) && gb_is_unset(items)) return false;
    size_t given = 0;
    const gb_value *source = gb_is_unset(items) ? NULL : gb_items_peek(items, &given);
    bool ok =
        gb_slice_indices(vm, key, (int64_t)list->count, part, &count); /* it may have changed */
    if (ok && part[2] == 1) {
        size_t from = (size_t)part[0], to = part[1] < part[0] ? from : (size_t)part[1];
        ok = gb_is_unset(items) ? gb_list_splice(vm, list, from, to, NULL, 0)
                                : gb_list_splice(vm, list, from, to, source, given);
    } else if (ok && gb_is_unset(items)) {
        ok = delete_stepped(vm, list, part, count);
    } else if (ok && given != (size_t)count) {
        ok = gb_raise_false(vm, GB_EXC_ValueError,
                            "attempt to assign sequence of size %zu to extended slice of size "
                            "%lld",
                            given, (long long)count);
    } else if (ok) {
        for (int64_t i = 0; i < count; i++)
            gb_replace_take(&list->items[part[0] + i * part[2]], gb_ref(source[i]));
    }
    gb_unref(items);
    return ok;
}

static bool list_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_list *list = gb_list_peek(self);
    int64_t at;
    if (gb_is_slice(key)) return set_slice(vm, self, key, value);
    if (!gb_index_within(vm, key, (int64_t)list->count, gb_is_int(key) ? "list assignment" : "list",
                         &at))
        return false;
    if (gb_is_unset(value)) return gb_list_splice(vm, list, (size_t)at, (size_t)at + 1, NULL, 0);
    gb_replace_take(&list->items[at], gb_ref(value));
    return true;
}

static int64_t list_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_list_peek(self)->count;
}

static gb_value repeat(gb_vm *vm, const gb_list *list, int64_t times)
{
    size_t n = list->count;
    if (n && (size_t)times > vm->memory_limit / sizeof(gb_value) / n)
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    gb_value out = gb_list_new(vm, n * (size_t)times);
    if (gb_is_unset(out)) return out;
    gb_value *to = gb_list_peek(out)->items;
    for (int64_t k = 0; k < times; k++)
        for (size_t i = 0; i < n; i++)
            *to++ = gb_ref(list->items[i]);
    return out;
}

static gb_value list_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op == GB_BINARY_ADD && gb_is_list(a) && gb_is_list(b)) {
        gb_list *x = gb_list_peek(a), *y = gb_list_peek(b);
        gb_list *both = alloc(vm, x->count + y->count);
        if (!both) return GB_UNSET_VALUE;
        for (size_t i = 0; i < x->count; i++)
            both->items[i] = gb_ref(x->items[i]);
        for (size_t i = 0; i < y->count; i++)
            both->items[x->count + i] = gb_ref(y->items[i]);
        both->count = x->count + y->count;
        return gb_object_peek(GB_LIST, both);
    }
    int64_t times;
    gb_value self;
    if (op == GB_BINARY_MUL && gb_repeat_operands(vm, GB_LIST, a, b, &self, &times))
        return repeat(vm, gb_list_peek(self), times);
    return gb_is_unset(vm->exception) ? GB_NOT_IMPLEMENTED_VALUE : GB_UNSET_VALUE;
}

static gb_value list_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op == GB_BINARY_ADD) {
        if (gb_type_of(vm, b)->slots.resolve) return GB_NOT_IMPLEMENTED_VALUE;
        return gb_list_extend(vm, a, b) ? gb_ref(a) : GB_UNSET_VALUE;
    }
    if (op != GB_BINARY_MUL) return GB_NOT_IMPLEMENTED_VALUE;
    gb_value longer = list_binary(vm, op, a, b);
    if (!gb_is_list(longer)) return longer;
    gb_list *self = gb_list_peek(a), *other = gb_list_peek(longer), kept = *self;
    self->items = other->items;
    self->count = other->count;
    self->capacity = other->capacity;
    other->items = kept.items;
    other->count = kept.count;
    other->capacity = kept.capacity;
    gb_unref(longer);
    return gb_ref(a);
}

static gb_value list_repr(gb_vm *vm, gb_value self)
{
    return gb_repr_items(vm, "[", self, "]");
}

static gb_value list_iter(gb_vm *vm, gb_value self)
{
    return gb_iterator_new(vm, vm->types.list_iterator, self);
}

static void list_clear_slot(gb_object *self)
{
    gb_list_clear((gb_list *)(void *)self);
}

/* --- methods
 * ---------------------------------------------------------------------------------------------------
 */

static gb_value method_init(gb_vm *vm, gb_value *args)
{
    gb_list_clear(gb_list_peek(args[0]));
    if (gb_is_unset(args[1])) return GB_NONE_VALUE;
    return gb_list_extend(vm, args[0], args[1]) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_append(gb_vm *vm, gb_value *args)
{
    return gb_list_append(vm, args[0], args[1]) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_extend(gb_vm *vm, gb_value *args)
{
    return gb_list_extend(vm, args[0], args[1]) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_insert(gb_vm *vm, gb_value *args)
{
    gb_list *list = gb_list_peek(args[0]);
    int64_t at, count = (int64_t)list->count;
    if (!gb_to_int64(vm, args[1], &at)) return GB_UNSET_VALUE;
    if (at < 0) at = at + count < 0 ? 0 : at + count;
    if (at > count) at = count;
    return gb_list_splice(vm, list, (size_t)at, (size_t)at, &args[2], 1) ? GB_NONE_VALUE
                                                                         : GB_UNSET_VALUE;
}

static gb_value method_pop(gb_vm *vm, gb_value *args)
{
    gb_list *list = gb_list_peek(args[0]);
    int64_t at;
    if (!gb_to_int64(vm, args[1], &at)) return GB_UNSET_VALUE;
    if (!list->count) return gb_raise(vm, GB_EXC_IndexError, "pop from empty list");
    if (at < 0) at += (int64_t)list->count;
    if (at < 0 || at >= (int64_t)list->count)
        return gb_raise(vm, GB_EXC_IndexError, "pop index out of range");
    gb_value item = list->items[at];
    memmove(list->items + at, list->items + at + 1,
            (list->count - (size_t)at - 1) * sizeof(gb_value));
    list->count--;
    return item;
}

static gb_value method_remove(gb_vm *vm, gb_value *args)
{
    gb_list *list = gb_list_peek(args[0]);
    for (size_t i = 0; i < list->count; i++) {
        gb_value have = gb_ref(list->items[i]);
        int equal = gb_equal(vm, have, args[1]);
        gb_unref(have);
        if (equal < 0) return GB_UNSET_VALUE;
        if (!equal || i >= list->count) continue;
        return gb_list_splice(vm, list, i, i + 1, NULL, 0) ? GB_NONE_VALUE : GB_UNSET_VALUE;
    }
    return gb_raise(vm, GB_EXC_ValueError, "list.remove(x): x not in list");
}

static gb_value method_clear(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_list_clear(gb_list_peek(args[0]));
    return GB_NONE_VALUE;
}

static gb_value method_copy(gb_vm *vm, gb_value *args)
{
    return gb_list_from(vm, gb_list_peek(args[0])->items, gb_list_peek(args[0])->count);
}

static gb_value method_reverse(gb_vm *vm, gb_value *args)
{
    gb_list *list = gb_list_peek(args[0]);
    (void)vm;
    for (size_t i = 0, k = list->count; i + 1 < k; i++) {
        gb_value v = list->items[i];
        list->items[i] = list->items[--k];
        list->items[k] = v;
    }
    return GB_NONE_VALUE;
}

static gb_value method_sort(gb_vm *vm, gb_value *args)
{
    int64_t reverse;
    if (!gb_to_int64(vm, args[2], &reverse)) return GB_UNSET_VALUE;
    return gb_list_sort_by(vm, args[0], args[1], reverse != 0) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_reversed(gb_vm *vm, gb_value *args)
{
    gb_value it = gb_iterator_new(vm, vm->types.list_reverseiterator, args[0]);
    if (gb_is_unset(it)) return it;
    gb_iterator_peek(it)->reversed = true;
    gb_iterator_peek(it)->at = gb_list_peek(args[0])->count;
    return it;
}

static const gb_native methods[] = {
    {"__init__", method_init, "iterable=?, /", 0, "Fills the list."},
    {"append", method_append, "object, /", GB_TAKES_GRAPH, "Append object to the end."},
    {"extend", method_extend, "iterable, /", 0, "Append all items of an iterable."},
    {"insert", method_insert, "index, object, /", GB_TAKES_GRAPH, "Insert object before index."},
    {"pop", method_pop, "index=-1, /", 0, "Remove and return the item at index."},
    {"remove", method_remove, "value, /", 0, "Remove the first item equal to value."},
    {"clear", method_clear, "", 0, "Remove all items."},
    {"copy", method_copy, "", 0, "A shallow copy."},
    {"count", gb_sequence_count, "value, /", GB_TAKES_GRAPH, "How often the value occurs."},
    {"index", gb_sequence_index, "value, start=0, stop=9223372036854775807, /", GB_TAKES_GRAPH,
     "The first place of the value."},
    {"reverse", method_reverse, "", 0, "Reverse in place."},
    {"sort", method_sort, "*, key=None, reverse=False", 0,
     "Sort in place, keeping equal items in order."},
    {"__reversed__", method_reversed, "", 0, "Iterates from the end."},
    GB_CLASS_GETITEM_ROW,
    {0}};

const gb_type_spec gb_spec_list = {
    .name = "list",
    .doc = "list(iterable=(), /)\n\nA mutable sequence.",
    .size = sizeof(gb_list),
    .tag = GB_LIST,
    .methods = methods,
    .slots = {.make = list_make,
              .release = list_release,
              .traverse = list_traverse,
              .clear = list_clear_slot,
              .getitem = list_getitem,
              .setitem = list_setitem,
              .contains = gb_sequence_contains,
              .len = list_len,
              .binary = list_binary,
              .inplace = list_inplace,
              .compare = gb_sequence_compare,
              .hash = gb_hash_unhashable,
              .repr = list_repr,
              .iter = list_iter},
};
