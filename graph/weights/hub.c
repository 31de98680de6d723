/* Finding a model by its id, and listing those that are here. See hub.h. */
#include "graph/weights/hub.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/weights/hub_cache.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* --- finding
 * --------------------------------------------------------------------------------------------------
 */

/* "name" or "owner/name" of letters, digits and -_. as the hub has it. */
static bool is_hub_id(const char *id)
{
    int slashes = 0;
    size_t n = strlen(id);
    if (n == 0 || n > 96 * 2 || id[0] == '/' || id[n - 1] == '/' || strstr(id, "..")) return false;
    for (const char *p = id; *p; p++) {
        slashes += *p == '/';
        if (!isalnum((unsigned char)*p) && !strchr("-_./", *p)) return false;
    }
    return slashes <= 1;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && (strcmp(value, "1") == 0 || strcasecmp(value, "true") == 0 ||
                     strcasecmp(value, "yes") == 0 || strcasecmp(value, "on") == 0);
}

static bool find_local(gb_search *s, char **found, gb_error *err)
{
    if (!gb_find_path(s, found, err)) return false;
    if (*found || !is_hub_id(s->id)) return true;
    if (!gb_find_in_folders(s, found, err)) return false;
    return *found || gb_find_in_cache(s, found, err);
}

static char *find(gb_search *s, gb_error *err)
{
    char *found = NULL;
    if (!find_local(s, &found, err)) return NULL;
    if (found) return found;
    const char *places = s->places.data ? s->places.data : "";
    bool offline = s->options.offline || is_set("HF_HUB_OFFLINE") || is_set("TRANSFORMERS_OFFLINE");
    if (!is_hub_id(s->id)) {
        gb_fail(err, GB_ERR_FILE_NOT_FOUND,
                "no model '%s': it is no id of the hub (\"owner/name\"), and there is nothing at%s",
                s->id, places);
        return NULL;
    }
    if (offline) {
        gb_fail(err, GB_ERR_FILE_NOT_FOUND,
                "no model '%s' on this machine, and the hub is not asked (offline). Looked at%s",
                s->id, places);
        return NULL;
    }
    found = gb_hub_fetch(s, err);
    if (!found) gb_error_context(err, "model '%s' (not at%s\n)", s->id, places);
    return found;
}

char *gb_hub_find(const char *id, const gb_hub_options *options, gb_error *err)
{
    gb_search s = {.id = id, .options = options ? *options : (gb_hub_options){0}};
    if (!s.options.files) s.options.files = GB_HUB_ALL;
    char *found = find(&s, err);
    gb_buffer_release(&s.places);
    return found;
}

/* --- listing
 * --------------------------------------------------------------------------------------------------
 */

void gb_hub_list_release(gb_hub_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        gb_free(list->entries[i].id);
        gb_free(list->entries[i].path);
    }
    gb_free(list->entries);
    *list = (gb_hub_list){0};
}

typedef struct listing {
    gb_hub_list *list;
    size_t capacity;
} listing;

static bool is_listed(const gb_hub_list *list, const char *id)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->entries[i].id, id) == 0) return true;
    return false;
}

/* Adds what gb_hub_find gives for an id, if it gives anything. */
static bool add_found(listing *l, const char *base, const char *id, gb_error *err)
{
    if (is_listed(l->list, id)) return true;
    gb_hub_options options = {.base = base, .offline = true, .files = GB_HUB_WEIGHTS};
    char *path = gb_hub_find(id, &options, NULL);
    if (!path) return true;
    if (!gb_grow(&l->list->entries, &l->capacity, l->list->count + 1, sizeof *l->list->entries,
                 err) ||
        !(l->list->entries[l->list->count].id = gb_strdup(id, err))) {
        gb_free(path);
        return false;
    }
    l->list->entries[l->list->count++].path = path;
    return true;
}

static bool add_owner(listing *l, const char *base, const char *path, const char *owner,
                      gb_error *err)
{
    bool ok = true;
    DIR *dir = opendir(path);
    for (struct dirent *e; ok && dir && (e = readdir(dir));) {
        if (e->d_name[0] == '.') continue;
        char *id = gb_path_join(owner, e->d_name, err);
        ok = id && add_found(l, base, id, err);
        gb_free(id);
    }
    if (dir) closedir(dir);
    return ok;
}

/* A name in a model folder: a model's folder, an owner's folder, or NAME….gguf. */
static bool add_name(listing *l, const char *base, const char *folder, const char *name,
                     gb_error *err)
{
    char *path = gb_path_join(folder, name, err);
    if (!path) return false;
    bool ok = true;
    const char *end = strstr(name, ".gguf");
    if (end && !end[5]) {
        char *id = gb_strndup(name, strcspn(name, "."), err);
        ok = id && add_found(l, base, id, err);
        gb_free(id);
    } else if (gb_is_directory(path)) {
        ok = gb_folder_has(path, GB_HUB_WEIGHTS) ? add_found(l, base, name, err)
                                                 : add_owner(l, base, path, name, err);
    }
    gb_free(path);
    return ok;
}

static bool add_folder(listing *l, const char *base, const char *folder, gb_error *err)
{
    bool ok = true;
    DIR *dir = opendir(folder);
    for (struct dirent *e; ok && dir && (e = readdir(dir));)
        if (e->d_name[0] != '.') ok = add_name(l, base, folder, e->d_name, err);
    if (dir) closedir(dir);
    return ok;
}

/* "models--owner--name" */
static bool add_cached(listing *l, const char *base, const char *name, gb_error *err)
{
    if (strncmp(name, "models--", 8) != 0) return true;
    gb_buffer b = GB_BUFFER_INIT;
    const char *rest = name + 8, *split = strstr(rest, "--");
    if (split) {
        gb_buffer_put(&b, rest, (size_t)(split - rest));
        gb_buffer_char(&b, '/');
        rest = split + 2;
    }
    gb_buffer_text(&b, rest);
    bool ok = gb_buffer_ok(&b, err) && add_found(l, base, b.data, err);
    gb_buffer_release(&b);
    return ok;
}

static bool add_cache(listing *l, const char *base, gb_error *err)
{
    char *root = gb_cache_root(err);
    if (!root) return false;
    bool ok = true;
    DIR *dir = opendir(root);
    for (struct dirent *e; ok && dir && (e = readdir(dir));)
        ok = add_cached(l, base, e->d_name, err);
    if (dir) closedir(dir);
    gb_free(root);
    return ok;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const gb_hub_entry *)a)->id, ((const gb_hub_entry *)b)->id);
}

bool gb_hub_local(const char *base, gb_hub_list *out, gb_error *err)
{
    *out = (gb_hub_list){0};
    listing l = {.list = out};
    char **folders = gb_model_folders(base, err);
    bool ok = folders != NULL;
    for (size_t i = 0; ok && folders[i]; i++)
        ok = add_folder(&l, base, folders[i], err);
    gb_names_free(folders);
    ok = ok && add_cache(&l, base, err);
    if (!ok) {
        gb_hub_list_release(out);
    } else if (out->count) {
        qsort(out->entries, out->count, sizeof *out->entries, by_id);
    }
    return ok;
}
