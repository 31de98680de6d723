/* Checkpoints: finding the files, the table of tensors. Readers of the formats: safetensors_open.c,
 * gguf.c; making tensors: read.c. See weights.h. */
#include "graph/weights/weights.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/weights/checkpoint.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { CONFIG_LIMIT = 16 * 1000 * 1000 };

bool gb_weights_add(gb_weights *w, const char *name, const gb_weight_entry *entry, gb_error *err)
{
    if (!gb_grow(&w->entries, &w->capacity, w->count + 1, sizeof *w->entries, err)) return false;
    gb_weight_entry *e = &w->entries[w->count];
    *e = *entry;
    e->info.name = e->info.stored = gb_arena_strdup(&w->arena, name, err);
    if (!e->info.name) return false;
    e->info.type = e->type->name;
    e->info.dtype = e->type->dtype;
    w->count++;
    return true;
}

gb_mapping *gb_weights_map(gb_weights *w, const char *path, gb_error *err)
{
    if (!gb_grow(&w->mappings, &w->mapping_capacity, w->mapping_count + 1, sizeof *w->mappings,
                 err))
        return NULL;
    gb_mapping *mapping = gb_mapping_open(path, err);
    if (mapping) w->mappings[w->mapping_count++] = mapping;
    return mapping;
}

static bool index_names(gb_weights *w, gb_error *err)
{
    for (size_t i = 0; i < w->count; i++) {
        const gb_weight_entry *e = &w->entries[i];
        if (gb_map_get(&w->names, e->info.name))
            return gb_fail(err, GB_ERR_VALUE, "tensor '%s' is there twice", e->info.name);
        if (!gb_map_put(&w->names, e->info.name, (void *)e, err)) return false;
    }
    return true;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* A file of JSON in a folder, owned; NULL without an error when it is not there. */
static json_t *read_json(const char *folder, const char *name, gb_error *err)
{
    char *path = gb_path_join(folder, name, err);
    json_t *value = NULL;
    if (path && gb_file_exists(path)) {
        size_t n;
        char *text = gb_file_read(path, CONFIG_LIMIT, &n, err);
        if (text) value = gb_json_parse(text, n, path, err);
        gb_free(text);
    }
    gb_free(path);
    return value;
}

static bool has_error(const gb_error *err)
{
    return err->cls != GB_ERR_NONE;
}

/* --- folders ------------------------------------------------------------------------------------
 */

/* A shard's name comes from a file: it must name a file in the same folder. */
static bool is_plain_name(const char *name)
{
    return name[0] && !strchr(name, '/') && name[0] != '.';
}

static bool open_shards(gb_weights *w, const char *folder, const json_t *map, gb_error *err)
{
    gb_map seen = GB_MAP_INIT;
    const char *name;
    json_t *value;
    bool ok = true;
    json_object_foreach((json_t *)map, name, value)
    {
        const char *file = json_string_value(value);
        if (!file || !is_plain_name(file)) {
            ok = gb_fail(err, GB_ERR_VALUE, "tensor '%s': its shard is not a file name", name);
        } else if (!gb_map_get(&seen, file)) {
            char *path = gb_path_join(folder, file, err);
            ok = path && gb_safetensors_open(w, path, err) && gb_map_put(&seen, file, w, err);
            gb_free(path);
        }
        if (!ok) break;
    }
    gb_map_release(&seen);
    return ok;
}

/* Every tensor that the index promises must be in a shard. */
static bool check_index(gb_weights *w, const json_t *map, gb_error *err)
{
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)map, name, value)
    {
        if (!gb_map_get(&w->names, name))
            return gb_fail(err, GB_ERR_VALUE,
                           "tensor '%s' is in the index, but not in its shard '%s'", name,
                           json_string_value(value));
    }
    return true;
}

static bool open_index(gb_weights *w, const char *folder, const json_t *index, gb_error *err)
{
    const json_t *map = gb_json_object(index, "weight_map", err);
    bool ok =
        map && open_shards(w, folder, map, err) && index_names(w, err) && check_index(w, map, err);
    if (!ok) gb_error_context(err, "model.safetensors.index.json");
    return ok;
}

/* The one file in `folder` that ends so: owned; NULL when there is none or more than one. */
static char *only_file(const char *folder, const char *end, gb_error *err)
{
    char *found = NULL;
    int count = 0;
    DIR *dir = opendir(folder);
    if (!dir) return NULL;
    for (struct dirent *e; (e = readdir(dir)) && !has_error(err);) {
        if (e->d_name[0] == '.' || !ends_with(e->d_name, end)) continue;
        if (++count == 1) found = gb_path_join(folder, e->d_name, err);
    }
    closedir(dir);
    if (count == 1) return found;
    gb_free(found);
    return NULL;
}

static bool open_file(gb_weights *w, const char *path, gb_error *err)
{
    bool ok;
    if (ends_with(path, ".gguf")) {
        ok = gb_gguf_open(w, path, err);
        if (!ok) gb_error_context(err, "'%s'", path);
        ok = ok && index_names(w, err);
    } else {
        ok = gb_safetensors_open(w, path, err) && index_names(w, err);
    }
    return ok;
}

static bool open_only(gb_weights *w, const char *folder, gb_error *err)
{
    char *path = only_file(folder, ".safetensors", err);
    if (!path && !has_error(err)) path = only_file(folder, ".gguf", err);
    if (!path)
        return gb_fail(
            err, GB_ERR_FILE_NOT_FOUND,
            "no weights in '%s': neither model.safetensors, model.safetensors.index.json, "
            "nor a single .safetensors or .gguf file",
            folder);
    bool ok = open_file(w, path, err);
    gb_free(path);
    return ok;
}

static bool open_folder(gb_weights *w, const char *folder, gb_error *err)
{
    char *whole = gb_path_join(folder, "model.safetensors", err);
    if (!whole) return false;
    bool ok = true;
    json_t *index = NULL;
    if (gb_file_exists(whole)) {
        ok = open_file(w, whole, err);
    } else if ((index = read_json(folder, "model.safetensors.index.json", err))) {
        ok = open_index(w, folder, index, err);
    } else {
        ok = !has_error(err) && open_only(w, folder, err);
    }
    if (ok && !w->config) {
        w->config = read_json(folder, "config.json", err);
        ok = !has_error(err);
    }
    json_decref(index);
    gb_free(whole);
    return ok;
}

/* A .safetensors file: its configuration is beside it. */
static bool read_config_beside(gb_weights *w, const char *path, gb_error *err)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? gb_strndup(path, (size_t)(slash - path) + 1, err) : gb_strdup(".", err);
    if (!folder) return false;
    w->config = read_json(folder, "config.json", err);
    gb_free(folder);
    return !has_error(err);
}

/* --- life cycle ---------------------------------------------------------------------------------
 */

gb_weights *gb_weights_open(const char *path, gb_error *err)
{
    gb_error own = GB_ERROR_INIT; /* has_error needs one, whatever the caller gave */
    gb_error *e = err ? err : &own;
    gb_weights *w = gb_calloc(1, sizeof *w, e);
    if (!w) return NULL;
    w->references = 1;
    w->metadata = json_object();
    w->path = gb_strdup(path, e);
    bool ok = w->path && (w->metadata || gb_fail(e, GB_ERR_MEMORY, "out of memory"));
    if (ok && gb_is_directory(path)) {
        ok = open_folder(w, path, e);
    } else if (ok) {
        ok = open_file(w, path, e) && (w->config || read_config_beside(w, path, e));
    }
    if (ok) return w;
    gb_weights_unref(w);
    return NULL;
}

gb_weights *gb_weights_ref(gb_weights *w)
{
    __atomic_add_fetch(&w->references, 1, __ATOMIC_RELAXED);
    return w;
}

void gb_weights_unref(gb_weights *w)
{
    if (!w || __atomic_sub_fetch(&w->references, 1, __ATOMIC_ACQ_REL)) return;
    for (size_t i = 0; i < w->mapping_count; i++)
        gb_mapping_unref(w->mappings[i]);
    gb_free(w->mappings);
    gb_map_release(&w->names);
    gb_free(w->entries);
    gb_arena_release(&w->arena);
    json_decref(w->config);
    json_decref(w->metadata);
    gb_free(w->path);
    gb_free(w);
}

/* --- questions ----------------------------------------------------------------------------------
 */

const json_t *gb_weights_config(const gb_weights *w)
{
    return w->config;
}

json_t *gb_weights_metadata(gb_weights *w, gb_error *err)
{
    return w->format == GB_FORMAT_GGUF ? gb_gguf_metadata(w, err) : json_incref(w->metadata);
}

const char *gb_weights_format(const gb_weights *w)
{
    return w->format == GB_FORMAT_GGUF ? "gguf" : "safetensors";
}

const char *gb_weights_path(const gb_weights *w)
{
    return w->path;
}

size_t gb_weights_count(const gb_weights *w)
{
    return w->count;
}

const gb_weight *gb_weights_at(const gb_weights *w, size_t i)
{
    return i < w->count ? &w->entries[i].info : NULL;
}

const gb_weight *gb_weights_find(const gb_weights *w, const char *name)
{
    const gb_weight_entry *e = gb_map_get(&w->names, name);
    return e ? &e->info : NULL;
}

const char *gb_weights_nearest(const gb_weights *w, const char *name)
{
    const char **names = gb_alloc(w->count * sizeof *names, NULL);
    if (!names) return NULL;
    for (size_t i = 0; i < w->count; i++)
        names[i] = w->entries[i].info.name;
    const char *near = gb_nearest(name, names, w->count);
    gb_free(names);
    return near;
}
