/* Open addressing over an insertion-ordered entry array. See map.h. */
#include "graph/base/map.h"

#include "graph/base/memory.h"

#include <string.h>

uint64_t gb_hash_bytes(const void *bytes, size_t n)
{
    const unsigned char *p = bytes;
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < n; i++)
        h = (h ^ p[i]) * 0x100000001b3u;
    return h ^ h >> 32;
}

/* The slot that holds the key, or the empty slot where it would go. */
static size_t probe(const gb_map *map, const char *key, size_t n, uint64_t hash)
{
    size_t mask = map->slot_count - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        if (!map->slots[i]) return i;
        const gb_map_entry *e = &map->entries[map->slots[i] - 1];
        if (e->key && e->hash == hash && e->key_size == n && memcmp(e->key, key, n) == 0) return i;
    }
}

static void insert_slot(gb_map *map, size_t entry)
{
    size_t mask = map->slot_count - 1;
    size_t i = map->entries[entry].hash & mask;
    while (map->slots[i])
        i = (i + 1) & mask;
    map->slots[i] = (uint32_t)(entry + 1);
}

/* Drops removed entries and makes room for one more at a load of at most one half. */
static bool rehash(gb_map *map, gb_error *err)
{
    size_t slots = 16;
    while (slots < (map->count + 1) * 2)
        slots *= 2;
    uint32_t *fresh = gb_calloc(slots, sizeof *fresh, err);
    if (!fresh) return false;
    gb_free(map->slots);
    map->slots = fresh;
    map->slot_count = slots;
    size_t kept = 0;
    for (size_t i = 0; i < map->used; i++)
        if (map->entries[i].key) map->entries[kept++] = map->entries[i];
    map->used = kept;
    for (size_t i = 0; i < kept; i++)
        insert_slot(map, i);
    return true;
}

void gb_map_release(gb_map *map)
{
    for (size_t i = 0; i < map->used; i++)
        gb_free(map->entries[i].key);
    gb_free(map->entries);
    gb_free(map->slots);
    *map = (gb_map)GB_MAP_INIT;
}

gb_map_entry *gb_map_find(const gb_map *map, const char *key, size_t n)
{
    if (!map->slot_count) return NULL;
    uint32_t at = map->slots[probe(map, key, n, gb_hash_bytes(key, n))];
    return at ? &map->entries[at - 1] : NULL;
}

bool gb_map_put_n(gb_map *map, const char *key, size_t n, void *value, gb_error *err)
{
    gb_map_entry *old = gb_map_find(map, key, n);
    if (old) {
        old->value = value;
        return true;
    }
    if ((map->used + 1) * 2 > map->slot_count && !rehash(map, err)) return false;
    if (!gb_grow(&map->entries, &map->capacity, map->used + 1, sizeof *map->entries, err))
        return false;
    char *copy = gb_strndup(key, n, err);
    if (!copy) return false;
    map->entries[map->used] = (gb_map_entry){copy, n, gb_hash_bytes(key, n), value};
    insert_slot(map, map->used++);
    map->count++;
    return true;
}

bool gb_map_put(gb_map *map, const char *key, void *value, gb_error *err)
{
    return gb_map_put_n(map, key, strlen(key), value, err);
}

void *gb_map_get_n(const gb_map *map, const char *key, size_t n)
{
    gb_map_entry *e = gb_map_find(map, key, n);
    return e ? e->value : NULL;
}

void *gb_map_get(const gb_map *map, const char *key)
{
    return gb_map_get_n(map, key, strlen(key));
}

void *gb_map_remove(gb_map *map, const char *key)
{
    gb_map_entry *e = gb_map_find(map, key, strlen(key));
    if (!e) return NULL;
    void *value = e->value;
    gb_free(e->key);
    *e = (gb_map_entry){
        0}; /* its slot stays taken until the next rehash, so probing goes on past it */
    map->count--;
    return value;
}

gb_map_entry *gb_map_next(const gb_map *map, size_t *i)
{
    while (*i < map->used) {
        gb_map_entry *e = &map->entries[(*i)++];
        if (e->key) return e;
    }
    return NULL;
}
