/* Slots and methods of set and frozenset. */
#include "kernel/lang/format.h"
#include "kernel/lang/types/set.h"

#include <stdio.h>

/* --- the four operations. `a` is a set; `b` a set or (methods) any iterable
 * -------------------------- */

static gb_type *plain_type(gb_vm *vm, gb_value set)
{
    bool frozen = gb_type_is_subtype(set.o->type, vm->types.frozenset);
    return frozen ? vm->types.frozenset : vm->types.set;
}

/* `b` as a set: itself, or a new one. */
static gb_value as_set(gb_vm *vm, gb_value b)
{
    if (gb_is_set(b)) return gb_ref(b);
    gb_value set = gb_set_new(vm, false);
    if (!gb_is_unset(set) && !gb_set_update(vm, set, b)) gb_clear(&set);
    return set;
}

static gb_value unite(gb_vm *vm, gb_value a, gb_value b)
{
    gb_value out = gb_set_copy(vm, a, plain_type(vm, a));
    if (!gb_is_unset(out) && !gb_set_update(vm, out, b)) gb_clear(&out);
    return out;
}

/* Items of `from` that are (or are not) in `other`, in the order of `from`. */
static gb_value filter(gb_vm *vm, gb_type *type, const gb_set *from, gb_set *other, int wanted)
{
    gb_value out = gb_set_of(vm, type);
    for (size_t i = 0; !gb_is_unset(out) && from->table && i <= from->mask; i++) {
        gb_set_entry entry = from->table[i];
        if (entry.state != GB_SET_USED) continue;
        gb_ref(entry.item); /* comparing may change the set */
        int in = gb_set_contains_hashed(vm, other, entry.item, entry.hash);
        if (in < 0 ||
            (in == wanted && !gb_set_add_hashed(vm, gb_set_peek(out), entry.item, entry.hash)))
            gb_clear(&out);
        gb_unref(entry.item);
    }
    return out;
}

gb_value gb_set_intersect(gb_vm *vm, gb_value a, gb_value b)
{
    gb_type *type = plain_type(vm, a);
    if (gb_is_set(b) && a.o == b.o) return gb_set_copy(vm, a, type);
    if (gb_is_set(b)) {
        gb_set *x = gb_set_peek(a), *y = gb_set_peek(b);
        if (y->used > x->used) { /* walks the smaller one */
            gb_set *swap = x;
            x = y;
            y = swap;
        }
        return filter(vm, type, y, x, 1);
    }
    gb_value out = gb_set_of(vm, type), it = gb_iter(vm, b), item;
    bool ok = !gb_is_unset(out) && !gb_is_unset(it);
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        int64_t hash = gb_hash(vm, item);
        int in = hash == -1 ? -1 : gb_set_contains_hashed(vm, gb_set_peek(a), item, hash);
        ok = in >= 0 && (!in || gb_set_add_hashed(vm, gb_set_peek(out), item, hash));
        gb_unref(item);
        if (in > 0 && gb_set_count(out) >= gb_set_count(a)) break; /* all of it */
    }
    gb_unref(it);
    if (!ok || !gb_is_unset(vm->exception)) gb_clear(&out);
    return out;
}

/* Where much stays, a copy loses what goes; else what stays is put together anew. */
static gb_value subtract(gb_vm *vm, gb_value a, gb_value b)
{
    gb_type *type = plain_type(vm, a);
    bool dict = gb_is_dict(b) && b.o->type == vm->types.dict;
    size_t others = gb_is_set(b) ? gb_set_count(b) : dict ? gb_dict_count(b) : 0;
    if ((!gb_is_set(b) && !dict) || gb_set_count(a) >> 2 > others) {
        gb_value out = gb_set_copy(vm, a, type);
        if (!gb_is_unset(out) && !gb_set_subtract(vm, out, b)) gb_clear(&out);
        return out;
    }
    gb_value other = as_set(vm, b);
    if (gb_is_unset(other)) return other;
    gb_value out = filter(vm, type, gb_set_peek(a), gb_set_peek(other), 0);
    gb_unref(other);
    return out;
}

/* Takes the item out, or puts it in when it was not there. */
static bool toggle(gb_vm *vm, gb_set *set, gb_value item, int64_t hash)
{
    gb_value kept = gb_ref(item);
    int removed = gb_set_remove_hashed(vm, set, kept, hash);
    bool ok = removed > 0 || (removed == 0 && gb_set_add_hashed(vm, set, kept, hash));
    gb_unref(kept);
    return ok;
}

/* In the order of the dict: no set is made of its keys. */
static bool differ_from_dict(gb_vm *vm, gb_set *set, gb_value dict)
{
    const gb_dict *from = gb_dict_peek(dict);
    bool ok = true;
    for (uint32_t i = 0; ok && i < from->used; i++)
        ok = gb_is_unset(from->entries[i].key) ||
             toggle(vm, set, from->entries[i].key, from->entries[i].hash);
    return ok;
}

/* set ^= other: what is in both goes, what is not comes. */
static bool differ_update(gb_vm *vm, gb_value a, gb_value b)
{
    gb_set *set = gb_set_peek(a);
    if (gb_is_object(b) && b.o == a.o) {
        gb_set_clear(set);
        return true;
    }
    if (gb_is_dict(b) && b.o->type == vm->types.dict) return differ_from_dict(vm, set, b);
    gb_value other = as_set(vm, b);
    if (gb_is_unset(other)) return false;
    const gb_set *from = gb_set_peek(other);
    bool ok = true;
    for (size_t i = 0; ok && from->table && i <= from->mask; i++)
        ok = from->table[i].state != GB_SET_USED ||
             toggle(vm, set, from->table[i].item, from->table[i].hash);
    gb_unref(other);
    return ok;
}

static gb_value differ(gb_vm *vm, gb_value a, gb_value b)
{
    gb_value out = gb_set_of(vm, plain_type(vm, a));
    if (!gb_is_unset(out) && (!gb_set_update(vm, out, b) || !differ_update(vm, out, a)))
        gb_clear(&out);
    return out;
}

typedef gb_value (*gb_set_operation)(gb_vm *vm, gb_value a, gb_value b);

static gb_set_operation operation(gb_binary op)
{
    switch (op) {
    case GB_BINARY_OR: return unite;
    case GB_BINARY_AND: return gb_set_intersect;
    case GB_BINARY_SUB: return subtract;
    case GB_BINARY_XOR: return differ;
    default: return NULL;
    }
}

/* Exchanges the tables, so that `set` becomes what `other` (taken over) was. */
static bool become_take(gb_value set, gb_value other)
{
    if (gb_is_unset(other)) return false;
    gb_set *to = gb_set_peek(set), *from = gb_set_peek(other), kept = *to;
    to->table = from->table;
    to->mask = from->mask;
    to->fill = from->fill;
    to->used = from->used;
    from->table = kept.table;
    from->mask = kept.mask;
    from->fill = kept.fill;
    from->used = kept.used;
    gb_unref(other);
    return true;
}

/* --- slots
 * ------------------------------------------------------------------------------------------------
 */

static bool setlike(gb_value v)
{
    return gb_is_set(v);
}

static gb_value set_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_set_operation function = operation(op);
    if (!function || !setlike(a) || !setlike(b)) return GB_NOT_IMPLEMENTED_VALUE;
    return function(vm, a, b);
}

static gb_value set_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_set_operation function = operation(op);
    if (!function || !setlike(b)) return GB_NOT_IMPLEMENTED_VALUE;
    bool ok = op == GB_BINARY_OR    ? gb_set_update(vm, a, b)
              : op == GB_BINARY_SUB ? gb_set_subtract(vm, a, b)
              : op == GB_BINARY_XOR ? differ_update(vm, a, b)
                                    : become_take(a, function(vm, a, b));
    return ok ? gb_ref(a) : GB_UNSET_VALUE;
}

/* Is every item of a in b? 1, 0, -1. */
static int subset(gb_vm *vm, gb_set *a, gb_set *b)
{
    if (a->used > b->used) return 0;
    for (size_t i = 0; a->table && i <= a->mask; i++) {
        gb_set_entry entry = a->table[i];
        if (entry.state != GB_SET_USED) continue;
        gb_ref(entry.item);
        int in = gb_set_contains_hashed(vm, b, entry.item, entry.hash);
        gb_unref(entry.item);
        if (in != 1) return in;
    }
    return 1;
}

static gb_value set_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (!gb_is_set(a) || !gb_is_set(b)) return GB_NOT_IMPLEMENTED_VALUE;
    gb_set *x = gb_set_peek(a), *y = gb_set_peek(b);
    bool turned = op == GB_COMPARE_GT || op == GB_COMPARE_GE;
    bool proper = op == GB_COMPARE_LT || op == GB_COMPARE_GT;
    bool equality = op == GB_COMPARE_EQ || op == GB_COMPARE_NE;
    if (equality && x->used != y->used) return gb_bool(op == GB_COMPARE_NE);
    if (proper && x->used == y->used) return GB_FALSE_VALUE;
    int in = turned ? subset(vm, y, x) : subset(vm, x, y);
    if (in < 0) return GB_UNSET_VALUE;
    return gb_bool(op == GB_COMPARE_NE ? !in : in);
}

static uint64_t shuffle_bits(uint64_t h)
{
    return ((h ^ 89869747UL) ^ (h << 16)) * 3644798167UL;
}

/* CPython's hash of frozensets: independent of the order. */
static int64_t frozenset_hash(gb_vm *vm, gb_value self)
{
    gb_set *set = gb_set_peek(self);
    uint64_t hash = 0;
    (void)vm;
    if (set->hash != -1) return set->hash;
    for (size_t i = 0; set->table && i <= set->mask; i++)
        if (set->table[i].state == GB_SET_USED) hash ^= shuffle_bits((uint64_t)set->table[i].hash);
    hash ^= ((uint64_t)set->used + 1) * 1927868237UL;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069U + 907133923UL;
    if (hash == (uint64_t)-1) hash = 590923713UL;
    return set->hash = (int64_t)hash;
}

static gb_value set_repr(gb_vm *vm, gb_value self)
{
    gb_type *type = self.o->type;
    bool plain = type == vm->types.set;
    if (!gb_set_count(self)) return gb_str_format(vm, "%s()", gb_str_data(type->name));
    gb_value list = gb_to_list(vm, self);
    if (gb_is_unset(list)) return list;
    gb_value text = GB_UNSET_VALUE;
    if (!gb_repr_enter(vm, self)) {
        if (gb_is_unset(vm->exception))
            text = gb_str_format(vm, "%s(...)", gb_str_data(type->name));
    } else {
        char open[128];
        snprintf(open, sizeof open, "%.100s({", gb_str_data(type->name));
        text = gb_repr_items(vm, plain ? "{" : open, list, plain ? "}" : "})");
        gb_repr_leave(vm);
    }
    gb_unref(list);
    return text;
}

static int64_t set_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_set_count(self);
}

static void set_release(gb_object *self)
{
    gb_set_clear((gb_set *)(void *)self);
}

static void set_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_set *set = (gb_set *)(void *)self;
    for (size_t i = 0; set->table && i <= set->mask; i++)
        if (set->table[i].state == GB_SET_USED) visit(set->table[i].item, context);
}

static gb_value make(gb_vm *vm, gb_type *cls, const gb_arguments *args, bool frozen)
{
    gb_value bound;
    if (!frozen && cls != vm->types.set) return gb_set_of(vm, cls);
    if (!gb_bind(vm, frozen ? "frozenset" : "set", "iterable=?, /", args, &bound))
        return GB_UNSET_VALUE;
    gb_value set;
    if (frozen && cls == vm->types.frozenset && gb_is_set(bound) && bound.o->type == cls) {
        set = gb_ref(bound);
    } else {
        set = gb_set_of(vm, cls);
        if (!gb_is_unset(set) && !gb_is_unset(bound) && !gb_set_update(vm, set, bound))
            gb_clear(&set);
    }
    gb_unref(bound);
    return set;
}

static gb_value set_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    return make(vm, cls, args, false);
}

static gb_value frozenset_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    return make(vm, cls, args, true);
}

/* --- iteration
 * --------------------------------------------------------------------------------------------- */

typedef struct gb_set_iter {
    gb_object head;
    gb_value set;
    size_t at;
    size_t count;
} gb_set_iter;

static gb_value set_iter(gb_vm *vm, gb_value self)
{
    gb_type *type = gb_type_make(vm, &gb_spec_set_iterator);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    gb_set_iter *it = (gb_set_iter *)(void *)v.o;
    it->set = gb_ref(self);
    it->count = gb_set_count(self);
    return v;
}

static gb_value iter_next(gb_vm *vm, gb_value self)
{
    gb_set_iter *it = (gb_set_iter *)(void *)self.o;
    gb_value item;
    if (gb_is_unset(it->set)) return GB_UNSET_VALUE;
    if (gb_set_count(it->set) != it->count)
        return gb_raise(vm, GB_EXC_RuntimeError, "Set changed size during iteration");
    if (gb_set_next(it->set, &it->at, &item)) return gb_ref(item);
    gb_clear(&it->set);
    return GB_UNSET_VALUE;
}

static gb_value iter_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

static void iter_release(gb_object *self)
{
    gb_unref(((gb_set_iter *)(void *)self)->set);
}

static void iter_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_set_iter *)(void *)self)->set, context);
}

const gb_type_spec gb_spec_set_iterator = {
    .name = "set_iterator",
    .size = sizeof(gb_set_iter),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .slots = {.release = iter_release,
              .traverse = iter_traverse,
              .iter = iter_iter,
              .next = iter_next},
};

/* --- methods
 * -------------------------------------------------------------------------------------------------
 */

static gb_value none_if(bool ok)
{
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_init(gb_vm *vm, gb_value *args)
{
    gb_set_clear(gb_set_peek(args[0]));
    return none_if(gb_is_unset(args[1]) || gb_set_update(vm, args[0], args[1]));
}

static gb_value method_add(gb_vm *vm, gb_value *args)
{
    return none_if(gb_set_add(vm, args[0], args[1]));
}

static gb_value method_discard(gb_vm *vm, gb_value *args)
{
    return none_if(gb_set_remove(vm, args[0], args[1]) >= 0);
}

static gb_value method_remove(gb_vm *vm, gb_value *args)
{
    int removed = gb_set_remove(vm, args[0], args[1]);
    if (removed == 0) return gb_raise_key(vm, args[1]);
    return none_if(removed > 0);
}

static gb_value method_pop(gb_vm *vm, gb_value *args)
{
    gb_value item = gb_set_pop(gb_set_peek(args[0]));
    if (!gb_is_unset(item)) return item;
    return gb_raise_key(vm, gb_intern_peek(vm, "pop from an empty set", 21));
}

static gb_value method_clear(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_set_clear(gb_set_peek(args[0]));
    return GB_NONE_VALUE;
}

static gb_value method_copy(gb_vm *vm, gb_value *args)
{
    if (args[0].o->type == vm->types.frozenset) return gb_ref(args[0]);
    return gb_set_copy(vm, args[0], plain_type(vm, args[0]));
}

static gb_value method_intersection(gb_vm *vm, gb_value *args)
{
    gb_tuple *others = gb_tuple_peek(args[1]);
    if (!others->count) return method_copy(vm, args);
    gb_value out = gb_ref(args[0]);
    for (size_t i = 0; i < others->count && !gb_is_unset(out); i++)
        gb_replace_take(&out, gb_set_intersect(vm, out, others->items[i]));
    return out;
}

static gb_value method_intersection_update(gb_vm *vm, gb_value *args)
{
    return none_if(become_take(args[0], method_intersection(vm, args)));
}

static bool subtract_rest(gb_vm *vm, gb_value set, const gb_tuple *others, size_t first)
{
    for (size_t i = first; i < others->count; i++)
        if (!gb_set_subtract(vm, set, others->items[i])) return false;
    return true;
}

static gb_value method_difference(gb_vm *vm, gb_value *args)
{
    const gb_tuple *others = gb_tuple_peek(args[1]);
    if (!others->count) return method_copy(vm, args);
    gb_value out = subtract(vm, args[0], others->items[0]);
    if (!gb_is_unset(out) && !subtract_rest(vm, out, others, 1)) gb_clear(&out);
    return out;
}

static gb_value method_difference_update(gb_vm *vm, gb_value *args)
{
    return none_if(subtract_rest(vm, args[0], gb_tuple_peek(args[1]), 0));
}

static gb_value method_union(gb_vm *vm, gb_value *args)
{
    const gb_tuple *others = gb_tuple_peek(args[1]);
    if (!others->count) return method_copy(vm, args);
    gb_value out = gb_set_copy(vm, args[0], plain_type(vm, args[0]));
    for (size_t i = 0; i < others->count && !gb_is_unset(out); i++)
        if (!gb_set_update(vm, out, others->items[i])) gb_clear(&out);
    return out;
}

static gb_value method_update(gb_vm *vm, gb_value *args)
{
    gb_tuple *others = gb_tuple_peek(args[1]);
    for (size_t i = 0; i < others->count; i++)
        if (!gb_set_update(vm, args[0], others->items[i])) return GB_UNSET_VALUE;
    return GB_NONE_VALUE;
}

static gb_value method_symmetric(gb_vm *vm, gb_value *args)
{
    return differ(vm, args[0], args[1]);
}

static gb_value method_symmetric_update(gb_vm *vm, gb_value *args)
{
    return none_if(differ_update(vm, args[0], args[1]));
}

static gb_value method_issubset(gb_vm *vm, gb_value *args)
{
    gb_value other = as_set(vm, args[1]);
    if (gb_is_unset(other)) return other;
    gb_value result = set_compare(vm, GB_COMPARE_LE, args[0], other);
    gb_unref(other);
    return result;
}

/* True when the set has every item of an iterable (`wanted`), or none; what comes after the first
 * item that decides is not looked at. */
static gb_value all_items(gb_vm *vm, gb_value set, gb_value iterable, bool wanted)
{
    gb_value it = gb_iter(vm, iterable), item;
    if (gb_is_unset(it)) return it;
    int has = wanted;
    while (has == wanted && !gb_is_unset(item = gb_next(vm, it))) {
        int64_t hash = gb_hash(vm, item);
        has = hash == -1 ? -1 : gb_set_contains_hashed(vm, gb_set_peek(set), item, hash);
        gb_unref(item);
    }
    gb_unref(it);
    return has < 0 || !gb_is_unset(vm->exception) ? GB_UNSET_VALUE : gb_bool(has == wanted);
}

static gb_value method_issuperset(gb_vm *vm, gb_value *args)
{
    if (gb_is_set(args[1])) return set_compare(vm, GB_COMPARE_GE, args[0], args[1]);
    return all_items(vm, args[0], args[1], true);
}

static gb_value method_isdisjoint(gb_vm *vm, gb_value *args)
{
    bool swap = gb_is_set(args[1]) && gb_set_count(args[1]) > gb_set_count(args[0]);
    return all_items(vm, args[swap], args[!swap], false);
}

#define READING_METHODS                                                                            \
    {"union", method_union, "*others", 0, "Items of any of the sets."},                            \
        {"intersection", method_intersection, "*others", 0, "Items of all the sets."},             \
        {"difference", method_difference, "*others", 0, "Items of none of the others."},           \
        {"symmetric_difference", method_symmetric, "other, /", 0, "Items of exactly one."},        \
        {"issubset", method_issubset, "other, /", 0, "True if other has every item."},             \
        {"issuperset", method_issuperset, "other, /", 0, "True if it has every item of other."},   \
        {"isdisjoint", method_isdisjoint, "other, /", 0, "True if nothing is in both."},           \
    {                                                                                              \
        "copy", method_copy, "", 0, "A shallow copy."                                              \
    }

static const gb_native set_methods[] = {
    READING_METHODS,
    GB_CLASS_GETITEM_ROW,
    {"__init__", method_init, "iterable=?, /", 0, "Fills the set."},
    {"add", method_add, "object, /", 0, "Add an item."},
    {"discard", method_discard, "object, /", 0, "Remove an item if it is there."},
    {"remove", method_remove, "object, /", 0, "Remove an item; KeyError if it is not there."},
    {"pop", method_pop, "", 0, "Remove and return some item."},
    {"clear", method_clear, "", 0, "Remove all items."},
    {"update", method_update, "*others", 0, "Add all items of the others."},
    {"intersection_update", method_intersection_update, "*others", 0, "Keep what is in all."},
    {"difference_update", method_difference_update, "*others", 0, "Remove what is in others."},
    {"symmetric_difference_update", method_symmetric_update, "other, /", 0,
     "Keep what is in exactly one."},
    {0}};

static const gb_native frozenset_methods[] = {READING_METHODS, GB_CLASS_GETITEM_ROW, {0}};

#define SLOTS(...)                                                                                 \
    {                                                                                              \
        .release = set_release, .traverse = set_traverse, .contains = gb_set_contains,             \
        .len = set_len, .binary = set_binary, .compare = set_compare, .repr = set_repr,            \
        .iter = set_iter, __VA_ARGS__                                                              \
    }

static void set_clear_slot(gb_object *self)
{
    gb_set_clear((gb_set *)(void *)self);
}

const gb_type_spec gb_spec_set = {
    .name = "set",
    .doc = "set() -> new empty set object\nset(iterable) -> new set object",
    .size = sizeof(gb_set),
    .tag = GB_SET,
    .methods = set_methods,
    .slots = SLOTS(.make = set_make, .hash = gb_hash_unhashable, .inplace = set_inplace,
                   .clear = set_clear_slot),
};

const gb_type_spec gb_spec_frozenset = {
    .name = "frozenset",
    .doc = "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object",
    .size = sizeof(gb_set),
    .tag = GB_SET,
    .methods = frozenset_methods,
    .slots = SLOTS(.make = frozenset_make, .hash = frozenset_hash),
};
