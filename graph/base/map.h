/* A hash map from byte strings to pointers, in order of insertion.
 * For names of weights, tokens, module paths; not for the language's dicts (kernel/lang has its
 * own). */
#ifndef GB_BASE_MAP_H
#define GB_BASE_MAP_H

#include "graph/base/error.h"

typedef struct gb_map_entry {
    char *key; /* a copy owned by the map, terminated */
    size_t key_size;
    uint64_t hash;
    void *value; /* borrowed: the map never frees values */
} gb_map_entry;

typedef struct gb_map {
    gb_map_entry *entries; /* in order of insertion; a removed one has key NULL */
    size_t used;           /* entries, removed ones included */
    size_t count;          /* live entries */
    size_t capacity;
    uint32_t *slots; /* index + 1 into entries; power of two many */
    size_t slot_count;
} gb_map;

#define GB_MAP_INIT                                                                                \
    {                                                                                              \
        0                                                                                          \
    }

void gb_map_release(gb_map *map);

/* Binds key to value; an older value is replaced. */
bool gb_map_put(gb_map *map, const char *key, void *value, gb_error *err) GB_MUST_CHECK;
bool gb_map_put_n(gb_map *map, const char *key, size_t n, void *value, gb_error *err) GB_MUST_CHECK;

/* The value, or NULL when the key is not there (`gb_map_find` tells the two apart). */
void *gb_map_get(const gb_map *map, const char *key);
void *gb_map_get_n(const gb_map *map, const char *key, size_t n);
gb_map_entry *gb_map_find(const gb_map *map, const char *key, size_t n);

/* The removed value, or NULL. */
void *gb_map_remove(gb_map *map, const char *key);

/* `for (size_t i = 0; (e = gb_map_next(map, &i));)` walks live entries in order of insertion. */
gb_map_entry *gb_map_next(const gb_map *map, size_t *i);

/* FNV-1a with a final mix; the hash of the map and of other in-memory tables. */
uint64_t gb_hash_bytes(const void *bytes, size_t n);

#endif
