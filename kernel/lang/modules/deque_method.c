/* The methods of deque, and the counting loop of Counter: the module `_collections`. */
#include "kernel/lang/format.h"
#include "kernel/lang/modules/deque.h"
#include "kernel/lang/modules/tuple_getter.h"
#include "kernel/lang/modules/modules.h"

static gb_value done(bool ok)
{
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_init(gb_vm *vm, gb_value *args)
{
    gb_deque *d = gb_deque_peek(args[0]);
    int64_t limit = -1;
    if (!gb_is_none(args[2])) {
        if (!gb_is_int(args[2])) return gb_raise(vm, GB_EXC_TypeError, "an integer is required");
        if (!gb_to_int64(vm, args[2], &limit)) return GB_UNSET_VALUE;
        if (limit < 0) return gb_raise(vm, GB_EXC_ValueError, "maxlen must be non-negative");
    }
    gb_deque_clear(d);
    d->limit = limit;
    return done(gb_is_unset(args[1]) || gb_deque_extend(vm, args[0], args[1], false));
}

static gb_value method_append(gb_vm *vm, gb_value *args)
{
    return done(gb_deque_push(vm, gb_deque_peek(args[0]), args[1], false));
}

static gb_value method_appendleft(gb_vm *vm, gb_value *args)
{
    return done(gb_deque_push(vm, gb_deque_peek(args[0]), args[1], true));
}

static gb_value method_extend(gb_vm *vm, gb_value *args)
{
    return done(gb_deque_extend(vm, args[0], args[1], false));
}

static gb_value method_extendleft(gb_vm *vm, gb_value *args)
{
    return done(gb_deque_extend(vm, args[0], args[1], true));
}

static gb_value take(gb_vm *vm, gb_deque *d, bool left)
{
    if (!d->count) return gb_raise(vm, GB_EXC_IndexError, "pop from an empty deque");
    return gb_deque_take(d, left);
}

static gb_value method_pop(gb_vm *vm, gb_value *args)
{
    return take(vm, gb_deque_peek(args[0]), false);
}

static gb_value method_popleft(gb_vm *vm, gb_value *args)
{
    return take(vm, gb_deque_peek(args[0]), true);
}

static gb_value method_clear(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_deque_clear(gb_deque_peek(args[0]));
    return GB_NONE_VALUE;
}

static gb_value method_rotate(gb_vm *vm, gb_value *args)
{
    int64_t n;
    if (!gb_to_int64(vm, args[1], &n)) return GB_UNSET_VALUE;
    gb_deque_rotate(gb_deque_peek(args[0]), n);
    return GB_NONE_VALUE;
}

static gb_value method_reverse(gb_vm *vm, gb_value *args)
{
    gb_deque *d = gb_deque_peek(args[0]);
    (void)vm;
    for (size_t i = 0; i < d->count / 2; i++) {
        gb_value *a = gb_deque_at(d, i), *b = gb_deque_at(d, d->count - 1 - i), kept = *a;
        *a = *b;
        *b = kept;
    }
    return GB_NONE_VALUE;
}

static gb_value method_copy(gb_vm *vm, gb_value *args)
{
    return gb_deque_copy(vm, args[0]);
}

/* The place of `item` in [from, to); -1: none; -2: an exception. */
static int64_t find(gb_vm *vm, const gb_deque *d, gb_value item, size_t from, size_t to)
{
    uint64_t version = d->version;
    for (size_t i = from; i < to && i < d->count; i++) {
        gb_value have = gb_ref(*gb_deque_at(d, i));
        int equal = gb_equal(vm, have, item);
        gb_unref(have);
        if (equal < 0) return -2;
        if (d->version != version) {
            gb_raise(vm, GB_EXC_RuntimeError, "deque mutated during iteration");
            return -2;
        }
        if (equal) return (int64_t)i;
    }
    return -1;
}

static gb_value raise_missing(gb_vm *vm, gb_value item)
{
    gb_value shown = gb_repr(vm, item);
    if (!gb_is_unset(shown))
        gb_raise(vm, GB_EXC_ValueError, "%s is not in deque", gb_str_data(shown));
    gb_unref(shown);
    return GB_UNSET_VALUE;
}

static gb_value method_count(gb_vm *vm, gb_value *args)
{
    const gb_deque *d = gb_deque_peek(args[0]);
    int64_t count = 0, at = -1;
    while ((at = find(vm, d, args[1], (size_t)(at + 1), d->count)) >= 0)
        count++;
    return at == -2 ? GB_UNSET_VALUE : gb_int(count);
}

static bool cut_bound(gb_vm *vm, gb_value v, int64_t count, size_t *out)
{
    int64_t i;
    if (!gb_to_int64(vm, v, &i)) return false;
    if (i < 0) i = i + count < 0 ? 0 : i + count;
    *out = (size_t)(i > count ? count : i);
    return true;
}

static gb_value method_index(gb_vm *vm, gb_value *args)
{
    const gb_deque *d = gb_deque_peek(args[0]);
    size_t from, to;
    if (!cut_bound(vm, args[2], (int64_t)d->count, &from) ||
        !cut_bound(vm, args[3], (int64_t)d->count, &to))
        return GB_UNSET_VALUE;
    int64_t at = find(vm, d, args[1], from, to);
    if (at >= 0) return gb_int(at);
    return at == -1 ? raise_missing(vm, args[1]) : GB_UNSET_VALUE;
}

static gb_value method_insert(gb_vm *vm, gb_value *args)
{
    gb_deque *d = gb_deque_peek(args[0]);
    int64_t at, count = (int64_t)d->count;
    if (!gb_to_int64(vm, args[1], &at)) return GB_UNSET_VALUE;
    if (d->limit >= 0 && count >= d->limit)
        return gb_raise(vm, GB_EXC_IndexError, "deque already at its maximum size");
    if (at < 0) at = at + count < 0 ? 0 : at + count;
    if (at > count) at = count;
    gb_deque_rotate(d, -at);
    bool ok = gb_deque_push(vm, d, args[2], at != count);
    gb_deque_rotate(d, at == count ? 0 : at);
    return done(ok);
}

static gb_value method_remove(gb_vm *vm, gb_value *args)
{
    gb_deque *d = gb_deque_peek(args[0]);
    int64_t at = find(vm, d, args[1], 0, d->count);
    if (at == -1) return raise_missing(vm, args[1]);
    if (at < 0) return GB_UNSET_VALUE;
    return done(gb_setitem(vm, args[0], gb_int(at), GB_UNSET_VALUE));
}

static gb_value method_reversed(gb_vm *vm, gb_value *args)
{
    return gb_deque_iterator(vm, args[0], true);
}

static gb_value get_maxlen(gb_vm *vm, gb_value self)
{
    int64_t limit = gb_deque_peek(self)->limit;
    (void)vm;
    return limit < 0 ? GB_NONE_VALUE : gb_int(limit);
}

/* (class, ((), maxlen), attributes, items): what copying needs. */
static gb_value method_reduce(gb_vm *vm, gb_value *args)
{
    int64_t limit = gb_deque_peek(args[0])->limit;
    gb_value none = gb_tuple_new(vm, 0);
    gb_value made = limit < 0 ? gb_ref(none) : gb_tuple_of(vm, 2, none, gb_int(limit));
    gb_value items = gb_iter(vm, args[0]), state = gb_instance_dict_peek(vm, args[0]);
    gb_value out = GB_UNSET_VALUE;
    if (gb_is_unset(state) || !gb_dict_count(state)) state = GB_NONE_VALUE;
    if (!gb_is_unset(made) && !gb_is_unset(items))
        out = gb_tuple_of(vm, 4, gb_type_value(gb_type_of(vm, args[0])), made, state, items);
    gb_unref(none);
    gb_unref(made);
    gb_unref(items);
    return out;
}

const gb_native gb_deque_methods[] = {
    {"__init__", method_init, "iterable=?, maxlen=None", 0, "Fills the deque."},
    {"append", method_append, "x, /", GB_TAKES_GRAPH, "Adds an item at the right end."},
    {"appendleft", method_appendleft, "x, /", GB_TAKES_GRAPH, "Adds an item at the left end."},
    {"clear", method_clear, "", 0, "Removes all items."},
    GB_CLASS_GETITEM_ROW,
    {"copy", method_copy, "", 0, "A shallow copy."},
    {"__copy__", method_copy, "", 0, "A shallow copy."},
    {"__reduce__", method_reduce, "", 0, "What copying needs."},
    {"count", method_count, "value, /", 0, "How often the value occurs."},
    {"extend", method_extend, "iterable, /", 0, "Adds items at the right end."},
    {"extendleft", method_extendleft, "iterable, /", 0, "Adds items at the left end."},
    {"index", method_index, "value, start=0, stop=9223372036854775807, /", 0,
     "The first place of the value."},
    {"insert", method_insert, "index, object, /", GB_TAKES_GRAPH, "Inserts object before index."},
    {"pop", method_pop, "", 0, "Removes and returns the item at the right end."},
    {"popleft", method_popleft, "", 0, "Removes and returns the item at the left end."},
    {"remove", method_remove, "value, /", 0, "Removes the first item equal to value."},
    {"reverse", method_reverse, "", 0, "Reverses in place."},
    {"rotate", method_rotate, "n=1, /", 0, "Moves n items from the right end to the left."},
    {"__reversed__", method_reversed, "", 0, "Iterates from the right end."},
    {0}};

static gb_value get_match(gb_vm *vm, gb_value self)
{
    (void)vm;
    (void)self;
    return GB_TRUE_VALUE;
}

const gb_attribute gb_deque_attributes[] = {
    {"maxlen", get_maxlen, NULL, "How many items it holds at most, or None."},
    {"__match_sequence__", get_match, NULL, "A match statement takes it for a sequence."},
    {0}};

/* --- counting -----------------------------------------------------------------------------------
 */

/* mapping[item] += 1, as a dict does it without asking the class. */
static bool count_one(gb_vm *vm, gb_value mapping, gb_value item)
{
    gb_value have = gb_dict_get_peek(vm, mapping, item);
    if (gb_is_unset(have) && !gb_is_unset(gb_exception_peek(vm))) return false;
    if (gb_is_unset(have)) return gb_dict_set(vm, mapping, item, gb_int(1));
    gb_value more = gb_apply_binary(vm, GB_BINARY_ADD, have, gb_int(1));
    bool ok = !gb_is_unset(more) && gb_dict_set(vm, mapping, item, more);
    gb_unref(more);
    return ok;
}

static bool count_by_methods(gb_vm *vm, gb_value mapping, gb_value item)
{
    gb_value args[2] = {item, gb_int(0)};
    gb_value have = gb_call_method(vm, mapping, "get", args, 2);
    gb_value more = gb_is_unset(have) ? have : gb_apply_binary(vm, GB_BINARY_ADD, have, gb_int(1));
    bool ok = !gb_is_unset(more) && gb_setitem(vm, mapping, item, more);
    gb_unref(have);
    gb_unref(more);
    return ok;
}

/* Does the class read and write items as dict does? */
static bool is_plain_mapping(gb_vm *vm, gb_value mapping)
{
    static const char *const names[] = {"get", "__setitem__"};
    gb_value empty = gb_is_dict(mapping) ? gb_dict_new(vm) : GB_UNSET_VALUE;
    if (gb_is_unset(empty)) return false;
    bool plain = true;
    for (int i = 0; i < 2 && plain; i++) {
        gb_value name = gb_str_intern(vm, names[i]);
        plain = !gb_is_unset(name) && gb_same(gb_type_lookup_peek(gb_type_of(vm, mapping), name),
                                              gb_type_lookup_peek(gb_type_of(vm, empty), name));
        gb_unref(name);
    }
    gb_unref(empty);
    return plain;
}

static gb_value count_elements(gb_vm *vm, gb_value *args)
{
    gb_value it = gb_iter(vm, args[1]), item;
    if (gb_is_unset(it)) return it;
    bool plain = is_plain_mapping(vm, args[0]), ok = gb_is_unset(gb_exception_peek(vm));
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        ok = (plain ? count_one : count_by_methods)(vm, args[0], item) && gb_vm_check(vm);
        gb_unref(item);
    }
    gb_unref(it);
    return done(ok && gb_is_unset(gb_exception_peek(vm)));
}

static const gb_native functions[] = {
    {"_count_elements", count_elements, "mapping, iterable, /", 0, "mapping[item] += 1 for each."},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    gb_type *deque = gb_type_make(vm, &gb_spec_deque);
    gb_type *getter = gb_type_make(vm, &gb_spec_tuple_getter);
    return deque && getter && gb_module_set(vm, module, "deque", gb_type_value(deque)) &&
           gb_module_set(vm, module, "_tuplegetter", gb_type_value(getter));
}

const gb_module_spec gb_module_collections = {
    .name = "_collections",
    .doc = "deque, the counting loop of Counter, the attributes of named tuples.",
    .functions = functions,
    .init = init,
};
