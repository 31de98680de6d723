/* set and frozenset. The table, its growth and its probing are CPython's, so that sets of ints
 * print in the same order. Methods are in set_method.c. */
#include "kernel/lang/types/set.h"

#include "kernel/lang/format.h"

enum { SMALLEST = 8, LINEAR_PROBES = 9, PERTURB_SHIFT = 5 };

/* The slot of an equal item, or an empty one; NULL on error. `removed` is set to the last slot on
 * the way from which an item was taken (NULL: none), where a new one goes. */
static gb_set_entry *find(gb_vm *vm, gb_set *set, gb_value item, int64_t hash,
                          gb_set_entry **removed)
{
restart:;
    *removed = NULL;
    gb_set_entry *table = set->table;
    size_t mask = set->mask, i = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    for (;;) {
        gb_set_entry *entry = &table[i];
        int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        do {
            if (entry->hash == hash && entry->state == GB_SET_USED) {
                if (gb_same(entry->item, item)) return entry;
                gb_value have = gb_ref(entry->item);
                int equal = gb_equal(vm, have, item);
                gb_unref(have);
                if (equal < 0) return NULL;
                if (set->table != table || entry->state != GB_SET_USED) goto restart;
                if (equal) return entry;
            } else if (entry->state == GB_SET_EMPTY) {
                return entry;
            } else if (entry->state == GB_SET_REMOVED) {
                *removed = entry;
            }
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + (size_t)perturb) & mask;
    }
}

/* Puts an item that is known to be absent into a table without removed slots. */
static void insert_clean(gb_set_entry *table, size_t mask, gb_value item, int64_t hash)
{
    size_t i = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    for (;;) {
        gb_set_entry *entry = &table[i];
        int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        do {
            if (entry->state == GB_SET_EMPTY) {
                *entry = (gb_set_entry){item, hash, GB_SET_USED};
                return;
            }
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + (size_t)perturb) & mask;
    }
}

static bool resize(gb_vm *vm, gb_set *set, size_t wanted)
{
    size_t slots = SMALLEST;
    while (slots <= wanted)
        slots *= 2;
    if (!gb_vm_allows(vm, slots * sizeof(gb_set_entry))) return false;
    gb_set_entry *table = gb_block_new(vm, slots * sizeof *table);
    if (!table) return false;
    memset(table, 0, slots * sizeof *table);
    for (size_t i = 0; set->table && i <= set->mask; i++)
        if (set->table[i].state == GB_SET_USED)
            insert_clean(table, slots - 1, set->table[i].item, set->table[i].hash);
    if (set->table) gb_block_free(vm, set->table, (set->mask + 1) * sizeof *table);
    set->table = table;
    set->mask = slots - 1;
    set->fill = set->used;
    return true;
}

bool gb_set_add_hashed(gb_vm *vm, gb_set *set, gb_value item, int64_t hash)
{
    if (!set->table && !resize(vm, set, 0)) return false;
    gb_set_entry *removed, *entry = find(vm, set, item, hash, &removed);
    if (!entry) return false;
    if (entry->state == GB_SET_USED) return true;
    set->used++;
    set->hash = -1;
    *(removed ? removed : entry) = (gb_set_entry){gb_ref(item), hash, GB_SET_USED};
    if (removed) return true;
    set->fill++;
    if (set->fill * 5 < set->mask * 3) return true;
    return resize(vm, set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

bool gb_set_add(gb_vm *vm, gb_value set, gb_value item)
{
    int64_t hash = gb_hash(vm, item);
    return hash != -1 && gb_set_add_hashed(vm, gb_set_peek(set), item, hash);
}

int gb_set_contains_hashed(gb_vm *vm, gb_set *set, gb_value item, int64_t hash)
{
    if (!set->used) return 0;
    gb_set_entry *removed, *entry = find(vm, set, item, hash, &removed);
    return entry ? entry->state == GB_SET_USED : -1;
}

/* The hash of what is looked for. A set stands for the frozenset of its items. -1: TypeError. */
static int64_t search_hash(gb_vm *vm, gb_value item)
{
    int64_t hash = gb_hash(vm, item);
    if (hash != -1 || !gb_is_set(item) || !gb_exception_is(vm, GB_EXC_TypeError)) return hash;
    gb_exception_clear(vm);
    gb_value frozen = gb_set_copy(vm, item, vm->types.frozenset);
    hash = gb_is_unset(frozen) ? -1 : gb_hash(vm, frozen);
    gb_unref(frozen);
    return hash;
}

int gb_set_contains(gb_vm *vm, gb_value set, gb_value item)
{
    int64_t hash = search_hash(vm, item);
    return hash == -1 ? -1 : gb_set_contains_hashed(vm, gb_set_peek(set), item, hash);
}

int gb_set_remove_hashed(gb_vm *vm, gb_set *set, gb_value item, int64_t hash)
{
    if (!set->used) return 0;
    gb_set_entry *removed, *entry = find(vm, set, item, hash, &removed);
    if (!entry) return -1;
    if (entry->state != GB_SET_USED) return 0;
    gb_value old = entry->item;
    *entry = (gb_set_entry){GB_UNSET_VALUE, -1, GB_SET_REMOVED};
    set->used--;
    gb_unref(old);
    return 1;
}

int gb_set_remove(gb_vm *vm, gb_value set, gb_value item)
{
    int64_t hash = search_hash(vm, item);
    return hash == -1 ? -1 : gb_set_remove_hashed(vm, gb_set_peek(set), item, hash);
}

gb_value gb_set_pop(gb_set *set)
{
    if (!set->used) return GB_UNSET_VALUE;
    size_t at = set->finger & set->mask;
    while (set->table[at].state != GB_SET_USED)
        at = (at + 1) & set->mask;
    gb_value item = set->table[at].item;
    set->table[at] = (gb_set_entry){GB_UNSET_VALUE, -1, GB_SET_REMOVED};
    set->used--;
    set->finger = at + 1;
    return item;
}

static bool subtract_set(gb_vm *vm, gb_set *set, gb_value other)
{
    gb_value both = gb_ref(other);
    if (gb_set_peek(other)->used >> 3 > set->used) { /* most of it is not here */
        gb_value self = gb_object_peek(GB_SET, set);
        gb_unref(both);
        both = gb_set_intersect(vm, self, other);
        if (gb_is_unset(both)) return false;
    }
    bool ok = true;
    const gb_set *gone = gb_set_peek(both);
    for (size_t i = 0; ok && gone->table && i <= gone->mask; i++) {
        gb_set_entry entry = gone->table[i];
        if (entry.state != GB_SET_USED) continue;
        gb_ref(entry.item); /* comparing may change the other set */
        ok = gb_set_remove_hashed(vm, set, entry.item, entry.hash) >= 0;
        gb_unref(entry.item);
    }
    gb_unref(both);
    return ok;
}

static bool subtract_items(gb_vm *vm, gb_value set, gb_value iterable)
{
    gb_value it = gb_iter(vm, iterable), item;
    if (gb_is_unset(it)) return false;
    bool ok = true;
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        int64_t hash = gb_hash(vm, item);
        ok = hash != -1 && gb_set_remove_hashed(vm, gb_set_peek(set), item, hash) >= 0;
        gb_unref(item);
    }
    gb_unref(it);
    return ok && gb_is_unset(vm->exception);
}

bool gb_set_subtract(gb_vm *vm, gb_value value, gb_value other)
{
    gb_set *set = gb_set_peek(value);
    if (gb_is_object(other) && other.o == value.o) {
        gb_set_clear(set);
        return true;
    }
    bool ok = gb_is_set(other) ? subtract_set(vm, set, other) : subtract_items(vm, value, other);
    if (!ok || set->fill - set->used <= set->mask / 4 || !set->table) return ok;
    return resize(vm, set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

size_t gb_set_count(gb_value set)
{
    return gb_set_peek(set)->used;
}

bool gb_set_next(gb_value value, size_t *at, gb_value *item)
{
    const gb_set *set = gb_set_peek(value);
    while (set->table && *at <= set->mask) {
        const gb_set_entry *entry = &set->table[(*at)++];
        if (entry->state != GB_SET_USED) continue;
        *item = entry->item;
        return true;
    }
    return false;
}

void gb_set_clear(gb_set *set)
{
    gb_vm *vm = gb_vm_of(set);
    gb_set_entry *table = set->table;
    size_t mask = set->mask;
    set->table = NULL;
    set->mask = set->fill = set->used = 0; /* the finger stays where it was, as CPython's */
    if (!table) return;
    for (size_t i = 0; i <= mask; i++)
        if (table[i].state == GB_SET_USED) gb_unref(table[i].item);
    gb_block_free(vm, table, (mask + 1) * sizeof *table);
}

gb_value gb_set_of(gb_vm *vm, gb_type *cls)
{
    gb_value v = gb_instance_new(vm, cls);
    if (!gb_is_unset(v)) gb_set_peek(v)->hash = -1;
    return v;
}

gb_value gb_set_new(gb_vm *vm, bool frozen)
{
    return gb_set_of(vm, frozen ? vm->types.frozenset : vm->types.set);
}

/* Room for `more` items at once, where they come from a set or a dict: CPython's growth, which
 * decides the order of iteration. */
static bool expect(gb_vm *vm, gb_set *set, size_t more)
{
    if (!set->table && !resize(vm, set, 0)) return false;
    return (set->fill + more) * 5 < set->mask * 3 || resize(vm, set, (set->used + more) * 2);
}

static bool merge_set(gb_vm *vm, gb_set *set, const gb_set *other)
{
    if (other == set || !other->used) return true;
    if (!expect(vm, set, other->used)) return false;
    if (set->fill == 0 && set->mask == other->mask && other->fill == other->used) {
        for (size_t i = 0; i <= other->mask; i++) {
            set->table[i] = other->table[i];
            gb_ref(other->table[i].item);
        }
        set->fill = set->used = other->used;
        return true;
    }
    for (size_t i = 0; other->table && i <= other->mask; i++) {
        gb_set_entry entry = other->table[i];
        if (entry.state == GB_SET_USED && !gb_set_add_hashed(vm, set, entry.item, entry.hash))
            return false;
    }
    return true;
}

bool gb_set_update(gb_vm *vm, gb_value value, gb_value iterable)
{
    gb_set *set = gb_set_peek(value);
    if (gb_is_set(iterable)) return merge_set(vm, set, gb_set_peek(iterable));
    if (gb_is_dict(iterable) && iterable.o->type == vm->types.dict) {
        const gb_dict *dict = gb_dict_peek(iterable);
        if (!expect(vm, set, dict->count)) return false;
        for (uint32_t i = 0; i < dict->used; i++)
            if (!gb_is_unset(dict->entries[i].key) &&
                !gb_set_add_hashed(vm, set, dict->entries[i].key, dict->entries[i].hash))
                return false;
        return true;
    }
    gb_value it = gb_iter(vm, iterable), item;
    if (gb_is_unset(it)) return false;
    bool ok = true;
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        ok = gb_set_add(vm, value, item);
        gb_unref(item);
    }
    gb_unref(it);
    return ok && gb_is_unset(vm->exception);
}

gb_value gb_set_copy(gb_vm *vm, gb_value set, gb_type *cls)
{
    gb_value copy = gb_set_of(vm, cls);
    if (!gb_is_unset(copy) && !gb_set_update(vm, copy, set)) gb_clear(&copy);
    return copy;
}
