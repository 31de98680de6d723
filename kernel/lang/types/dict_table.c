/* The table of a dict: entries in order of insertion, and an index of slots once there are more
 * than a few. Methods and slots of the type are in dict.c. */
#include "kernel/lang/vm_state.h"

enum { SMALL = 8 }; /* up to this many entries there is no index */

#define EMPTY 0u
#define REMOVED UINT32_MAX

gb_dict *gb_dict_alloc(gb_vm *vm, uint32_t capacity)
{
    gb_dict *dict = gb_object_new(vm, vm->types.dict, sizeof(gb_dict));
    if (!dict) return NULL;
    memset((char *)dict + sizeof(gb_object), 0, sizeof(gb_dict) - sizeof(gb_object));
    dict->keys_version = ++vm->next_version;
    if (!capacity) return dict;
    if (capacity > SMALL) capacity = SMALL;
    dict->entries = gb_block_new(vm, capacity * sizeof(gb_dict_entry));
    if (dict->entries) dict->capacity = capacity;
    return dict;
}

gb_value gb_dict_new(gb_vm *vm)
{
    gb_dict *dict = gb_dict_alloc(vm, 0);
    if (!dict) return GB_UNSET_VALUE;
    gb_track(vm, dict);
    return gb_object_peek(GB_DICT, dict);
}

static uint32_t *index_of(const gb_dict *dict)
{
    return dict->index;
}

static void index_put(gb_dict *dict, int64_t hash, uint32_t entry)
{
    uint32_t mask = dict->index_mask, slot = (uint32_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    while (index_of(dict)[slot] != EMPTY) {
        perturb >>= 5;
        slot = (uint32_t)(slot * 5 + perturb + 1) & mask;
    }
    index_of(dict)[slot] = entry + 1;
    dict->index_taken++;
}

static void free_index(gb_vm *vm, gb_dict *dict)
{
    if (dict->index) gb_block_free(vm, dict->index, ((size_t)dict->index_mask + 1) * 4);
    dict->index = NULL;
    dict->index_mask = 0;
}

static bool make_index(gb_vm *vm, gb_dict *dict, uint32_t capacity)
{
    uint32_t slots = 16;
    while (slots < capacity + capacity / 2)
        slots *= 2;
    uint32_t *index = gb_block_new(vm, (size_t)slots * 4);
    if (!index) return false;
    free_index(vm, dict);
    memset(index, 0, (size_t)slots * 4);
    dict->index = index;
    dict->index_mask = slots - 1;
    dict->index_taken = 0;
    for (uint32_t i = 0; i < dict->used; i++)
        if (!gb_is_unset(dict->entries[i].key)) index_put(dict, dict->entries[i].hash, i);
    return true;
}

/* Closes the gaps that removed entries left. */
static void compact(gb_dict *dict)
{
    uint32_t to = 0;
    for (uint32_t from = 0; from < dict->used; from++)
        if (!gb_is_unset(dict->entries[from].key)) dict->entries[to++] = dict->entries[from];
    dict->used = to;
}

static bool make_room(gb_vm *vm, gb_dict *dict)
{
    uint32_t wanted = dict->count < SMALL ? SMALL : dict->count * 2;
    if (dict->count < 4 && dict->capacity == 0) wanted = 4;
    if (dict->count > (UINT32_MAX >> 3) ||
        !gb_vm_allows(vm, (size_t)wanted * sizeof(gb_dict_entry)))
        return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    gb_dict_entry *entries = gb_block_new(vm, (size_t)wanted * sizeof *entries);
    if (!entries) return false;
    compact(dict);
    if (dict->used) memcpy(entries, dict->entries, dict->used * sizeof *entries);
    if (dict->entries) gb_block_free(vm, dict->entries, dict->capacity * sizeof *entries);
    dict->entries = entries;
    dict->capacity = wanted;
    if (wanted > SMALL) return make_index(vm, dict, wanted);
    free_index(vm, dict);
    return true;
}

static inline bool same_text(gb_value a, gb_value b)
{
    const gb_str *x = gb_str_peek(a), *y = gb_str_peek(b);
    return x->size == y->size && memcmp(x->data, y->data, x->size) == 0;
}

/* Is the entry's key equal to `key`? 1, 0, -1. The hashes are equal. */
static int key_equal(gb_vm *vm, const gb_dict_entry *entry, gb_value key)
{
    gb_value have = entry->key;
    if (gb_identical(have, key)) return 1;
    if (have.tag == GB_STR && key.tag == GB_STR) {
        if (gb_exact_str(vm, have) && gb_exact_str(vm, key)) return same_text(have, key);
    } else if (have.tag == GB_INT && key.tag == GB_INT) {
        return 0;
    }
    gb_ref(have);
    int equal = gb_equal(vm, have, key);
    gb_unref(have);
    return equal;
}

enum { MISSING = -1, FAILED = -2, CHANGED = -3 };

static int64_t find_small(gb_vm *vm, gb_dict *dict, gb_value key, int64_t hash)
{
    for (uint32_t i = 0; i < dict->used; i++) {
        gb_dict_entry *entry = &dict->entries[i];
        if (entry->hash != hash || gb_is_unset(entry->key)) continue;
        const gb_dict_entry *base = dict->entries;
        int equal = key_equal(vm, entry, key);
        if (equal < 0) return FAILED;
        if (base != dict->entries || i >= dict->used) return CHANGED;
        if (equal) return i;
    }
    return MISSING;
}

static int64_t find_indexed(gb_vm *vm, gb_dict *dict, gb_value key, int64_t hash)
{
    uint32_t mask = dict->index_mask, slot = (uint32_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    for (;;) {
        uint32_t at = index_of(dict)[slot];
        if (at == EMPTY) return MISSING;
        if (at != REMOVED && dict->entries[at - 1].hash == hash) {
            const void *before = dict->index;
            int equal = key_equal(vm, &dict->entries[at - 1], key);
            if (equal < 0) return FAILED;
            if (before != dict->index || index_of(dict)[slot] != at) return CHANGED;
            if (equal) return at - 1;
        }
        perturb >>= 5;
        slot = (uint32_t)(slot * 5 + perturb + 1) & mask;
    }
}

static int64_t find(gb_vm *vm, gb_dict *dict, gb_value key, int64_t hash)
{
    int64_t at;
    do {
        at = dict->index ? find_indexed(vm, dict, key, hash) : find_small(vm, dict, key, hash);
    } while (at == CHANGED);
    return at;
}

gb_dict_entry *gb_dict_find_entry(gb_dict *dict, gb_value name)
{
    if (!dict->index) {
        for (uint32_t i = 0; i < dict->used; i++)
            if (dict->entries[i].key.o == name.o && dict->entries[i].key.tag == GB_STR)
                return &dict->entries[i];
        if (gb_str_peek(name)->interned && dict->names_only) return NULL;
    }
    int64_t at = find(gb_vm_of(dict), dict, name, gb_str_hash(name));
    return at < 0 ? NULL : &dict->entries[at];
}

gb_value gb_dict_find_name(gb_dict *dict, gb_value name)
{
    gb_dict_entry *entry = gb_dict_find_entry(dict, name);
    return entry ? entry->value : GB_UNSET_VALUE;
}

gb_dict_entry *gb_dict_lookup(gb_vm *vm, gb_dict *dict, gb_value key, int64_t hash)
{
    int64_t at = find(vm, dict, key, hash);
    return at < 0 ? NULL : &dict->entries[at];
}

gb_value gb_dict_get_peek(gb_vm *vm, gb_value dict, gb_value key)
{
    int64_t hash = gb_hash(vm, key);
    if (hash == -1) return GB_UNSET_VALUE;
    gb_dict_entry *entry = gb_dict_lookup(vm, gb_dict_peek(dict), key, hash);
    return entry ? entry->value : GB_UNSET_VALUE;
}

gb_value gb_dict_get_text_peek(gb_vm *vm, gb_value dict, const char *key)
{
    return gb_dict_find_name(gb_dict_peek(dict), gb_intern_peek(vm, key, strlen(key)));
}

static bool append(gb_vm *vm, gb_dict *dict, gb_value key, gb_value value, int64_t hash)
{
    if (dict->used == dict->capacity && !make_room(vm, dict)) return false;
    if (dict->index && dict->index_taken > dict->index_mask - dict->index_mask / 4 &&
        !make_index(vm, dict, dict->capacity))
        return false;
    gb_dict_entry *entry = &dict->entries[dict->used];
    if (dict->count == 0) dict->names_only = true;
    if (key.tag != GB_STR || !gb_str_peek(key)->interned) dict->names_only = false;
    entry->key = gb_ref(key);
    entry->value = gb_ref(value);
    entry->hash = hash;
    if (dict->index) index_put(dict, hash, dict->used);
    dict->used++;
    dict->count++;
    dict->keys_version = ++vm->next_version;
    return true;
}

bool gb_dict_set_hashed(gb_vm *vm, gb_dict *dict, gb_value key, gb_value value, int64_t hash)
{
    int64_t at = find(vm, dict, key, hash);
    if (at == FAILED) return false;
    if (at < 0) return append(vm, dict, key, value, hash);
    gb_replace_take(&dict->entries[at].value, gb_ref(value));
    return true;
}

bool gb_dict_set(gb_vm *vm, gb_value dict, gb_value key, gb_value value)
{
    int64_t hash = gb_hash(vm, key);
    return hash != -1 && gb_dict_set_hashed(vm, gb_dict_peek(dict), key, value, hash);
}

gb_dict_entry *gb_dict_put_name(gb_vm *vm, gb_dict *dict, gb_value name, gb_value value)
{
    gb_dict_entry *entry = gb_dict_find_entry(dict, name);
    if (entry) {
        gb_value old = entry->value;
        uint32_t at = (uint32_t)(entry - dict->entries);
        entry->value = gb_ref(value);
        gb_unref(old);
        return &dict->entries[at];
    }
    if (!append(vm, dict, name, value, gb_str_hash(name))) return NULL;
    return &dict->entries[dict->used - 1];
}

bool gb_dict_set_name(gb_vm *vm, gb_dict *dict, gb_value name, gb_value value)
{
    return gb_dict_put_name(vm, dict, name, value) != NULL;
}

bool gb_dict_set_text(gb_vm *vm, gb_value dict, const char *key, gb_value value)
{
    gb_value name = gb_intern_peek(vm, key, strlen(key));
    return !gb_is_unset(name) && gb_dict_set_name(vm, gb_dict_peek(dict), name, value);
}

bool gb_dict_set_text_take(gb_vm *vm, gb_value dict, const char *key, gb_value value)
{
    bool ok = !gb_is_unset(value) && gb_dict_set_text(vm, dict, key, value);
    gb_unref(value);
    return ok;
}

static void remove_at(gb_dict *dict, uint32_t at)
{
    gb_dict_entry *entry = &dict->entries[at];
    if (dict->index) {
        uint32_t mask = dict->index_mask, slot = (uint32_t)entry->hash & mask;
        uint64_t perturb = (uint64_t)entry->hash;
        while (index_of(dict)[slot] != at + 1) {
            perturb >>= 5;
            slot = (uint32_t)(slot * 5 + perturb + 1) & mask;
        }
        index_of(dict)[slot] = REMOVED;
    }
    entry->key = GB_UNSET_VALUE;
    entry->value = GB_UNSET_VALUE;
    dict->count--;
    if (at + 1 == dict->used) dict->used--;
    dict->keys_version = ++gb_vm_of(dict)->next_version;
}

int gb_dict_remove_hashed(gb_vm *vm, gb_dict *dict, gb_value key, int64_t hash, gb_value *value)
{
    int64_t at = find(vm, dict, key, hash);
    if (at < 0) return at == FAILED ? -1 : 0;
    gb_dict_entry old = dict->entries[at];
    remove_at(dict, (uint32_t)at);
    if (value) *value = gb_ref(old.value);
    gb_unref(old.key);
    gb_unref(old.value);
    return 1;
}

int gb_dict_remove(gb_vm *vm, gb_value dict, gb_value key, gb_value *value)
{
    int64_t hash = gb_hash(vm, key);
    if (hash == -1) return -1;
    return gb_dict_remove_hashed(vm, gb_dict_peek(dict), key, hash, value);
}

size_t gb_dict_count(gb_value dict)
{
    return gb_dict_peek(dict)->count;
}

void gb_dict_clear(gb_value value)
{
    gb_dict *dict = gb_dict_peek(value);
    gb_vm *vm = gb_vm_of(dict);
    gb_dict_entry *entries = dict->entries;
    uint32_t used = dict->used, capacity = dict->capacity;
    free_index(vm, dict);
    dict->entries = NULL;
    dict->used = dict->count = dict->capacity = 0;
    dict->keys_version = ++vm->next_version;
    for (uint32_t i = 0; i < used; i++) {
        gb_unref(entries[i].key);
        gb_unref(entries[i].value);
    }
    if (entries) gb_block_free(vm, entries, capacity * sizeof *entries);
}

bool gb_dict_next(gb_value value, size_t *at, gb_value *key, gb_value *item)
{
    const gb_dict *dict = gb_dict_peek(value);
    while (*at < dict->used) {
        const gb_dict_entry *entry = &dict->entries[(*at)++];
        if (gb_is_unset(entry->key)) continue;
        if (key) *key = entry->key;
        if (item) *item = entry->value;
        return true;
    }
    return false;
}

bool gb_dict_update(gb_vm *vm, gb_value dict, gb_value other)
{
    gb_dict *to = gb_dict_peek(dict), *from = gb_dict_peek(other);
    if (to == from) return true;
    for (uint32_t i = 0; i < from->used; i++) {
        gb_dict_entry entry = from->entries[i];
        if (gb_is_unset(entry.key)) continue;
        gb_ref(entry.key);
        gb_ref(entry.value);
        bool ok = gb_dict_set_hashed(vm, to, entry.key, entry.value, entry.hash);
        gb_unref(entry.key);
        gb_unref(entry.value);
        if (!ok) return false;
    }
    return true;
}

gb_value gb_dict_copy(gb_vm *vm, gb_value dict)
{
    gb_value copy = gb_dict_new(vm);
    if (gb_is_unset(copy) || gb_dict_update(vm, copy, dict)) return copy;
    gb_unref(copy);
    return GB_UNSET_VALUE;
}
