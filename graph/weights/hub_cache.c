/* Models on this machine: paths, model folders, the Hugging Face cache. See hub.h. */
#include "graph/weights/hub_cache.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

void gb_search_note(gb_search *s, const char *path)
{
    gb_buffer_format(&s->places, "\n  %s", path);
}

char *gb_path_of(const char *folder, const char *name, const char *below, gb_error *err)
{
    char *first = gb_path_join(folder, name, err);
    char *path = first ? gb_path_join(first, below, err) : NULL;
    gb_free(first);
    return path;
}

static bool exists_in(const char *folder, const char *name)
{
    char *path = gb_path_join(folder, name, NULL);
    bool there = path && gb_file_exists(path);
    gb_free(path);
    return there;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* True if some file in the folder ends so. */
static bool has_file(const char *folder, const char *end)
{
    bool found = false;
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && !found && (e = readdir(dir));)
        found = e->d_name[0] != '.' && ends_with(e->d_name, end);
    if (dir) closedir(dir);
    return found;
}

bool gb_folder_has(const char *folder, int files)
{
    if (has_file(folder, ".gguf")) return true;
    return (!(files & GB_HUB_CONFIG) || exists_in(folder, "config.json")) &&
           (!(files & GB_HUB_TOKENIZER) || exists_in(folder, "tokenizer.json")) &&
           (!(files & GB_HUB_WEIGHTS) || has_file(folder, ".safetensors"));
}

/* --- 1. a path
 * -------------------------------------------------------------------------------------------- */

bool gb_find_path(gb_search *s, char **found, gb_error *err)
{
    char *path = gb_path_join(s->options.base ? s->options.base : ".", s->id, err);
    *found = NULL;
    if (!path) return false;
    if (gb_is_directory(path)
            ? gb_folder_has(path, GB_HUB_CONFIG) || gb_folder_has(path, GB_HUB_WEIGHTS)
            : gb_file_exists(path) &&
                  (ends_with(path, ".gguf") || ends_with(path, ".safetensors"))) {
        *found = path;
        return true;
    }
    gb_search_note(s, path);
    gb_free(path);
    return true;
}

/* --- 2. model folders
 * --------------------------------------------------------------------------------------- */

void gb_names_free(char **names)
{
    for (size_t i = 0; names && names[i]; i++)
        gb_free(names[i]);
    gb_free(names);
}

char **gb_model_folders(const char *base, gb_error *err)
{
    const char *list = getenv("GLASSBOX_MODELS");
    if (!list || !list[0]) list = "models:~/.cache/glassbox/models";
    size_t count = 2;
    for (const char *p = list; *p; p++)
        count += *p == ':';
    char **names = gb_calloc(count, sizeof *names, err);
    size_t n = 0;
    for (const char *p = list; names && *p;) {
        size_t size = strcspn(p, ":");
        char *name = gb_strndup(p, size, err);
        names[n] = name && size ? gb_path_join(base ? base : ".", name, err) : NULL;
        gb_free(name);
        if (size && !names[n++]) {
            gb_names_free(names);
            return NULL;
        }
        p += size + (p[size] == ':');
    }
    return names;
}

/* The one file "NAME.*.gguf" or "NAME.gguf" in a folder, owned; NULL when none or several fit. */
static char *find_gguf(const char *folder, const char *name, gb_error *err)
{
    char *found = NULL;
    int count = 0;
    size_t n = strlen(name);
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        if (strncmp(e->d_name, name, n) != 0 || e->d_name[n] != '.') continue;
        if (!ends_with(e->d_name, ".gguf")) continue;
        bool exact = strcmp(e->d_name + n, ".gguf") == 0;
        if (count++ && !exact) continue;
        gb_free(found);
        found = gb_path_join(folder, e->d_name, err);
        if (exact) {
            count = 1;
            break;
        }
    }
    if (dir) closedir(dir);
    if (count == 1) return found;
    gb_free(found);
    return NULL;
}

/* FOLDER/NAME as a folder, or a GGUF file of that name. */
static bool look_in_folder(gb_search *s, const char *folder, const char *name, char **found,
                           gb_error *err)
{
    char *path = gb_path_join(folder, name, err);
    if (!path) return false;
    if (gb_is_directory(path) && gb_folder_has(path, s->options.files)) {
        *found = path;
        return true;
    }
    gb_search_note(s, path);
    gb_free(path);
    if (!strchr(name, '/')) *found = find_gguf(folder, name, err);
    return true;
}

bool gb_find_in_folders(gb_search *s, char **found, gb_error *err)
{
    const char *slash = strrchr(s->id, '/');
    char **folders = gb_model_folders(s->options.base, err);
    bool ok = folders != NULL;
    *found = NULL;
    for (size_t i = 0; ok && !*found && folders[i]; i++) {
        ok = look_in_folder(s, folders[i], s->id, found, err);
        if (ok && !*found && slash) ok = look_in_folder(s, folders[i], slash + 1, found, err);
    }
    gb_names_free(folders);
    return ok;
}

/* --- 3. the Hugging Face cache
 * -------------------------------------------------------------------------------- */

char *gb_cache_root(gb_error *err)
{
    const char *hub = getenv("HF_HUB_CACHE"), *home = getenv("HF_HOME");
    const char *xdg = getenv("XDG_CACHE_HOME");
    if (!hub || !hub[0]) hub = getenv("HUGGINGFACE_HUB_CACHE");
    if (hub && hub[0]) return gb_path_join(".", hub, err);
    if (home && home[0]) return gb_path_of(".", home, "hub", err);
    if (xdg && xdg[0]) return gb_path_of(".", xdg, "huggingface/hub", err);
    return gb_path_join(".", "~/.cache/huggingface/hub", err);
}

char *gb_cache_folder(const char *id, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_text(&b, "models--");
    for (const char *p = id; *p; p++)
        gb_buffer_text(&b, *p == '/' ? "--" : (char[2]){*p, '\0'});
    char *root = gb_cache_root(err), *path = NULL;
    if (root && gb_buffer_ok(&b, err)) path = gb_path_join(root, b.data, err);
    gb_free(root);
    gb_buffer_release(&b);
    return path;
}

/* The commit that refs/REVISION names, or the revision itself; owned. */
static char *read_ref(const char *model, const char *revision, gb_error *err)
{
    size_t n;
    char *path = gb_path_of(model, "refs", revision, err);
    char *commit = path && gb_file_exists(path) ? gb_file_read(path, 256, &n, err) : NULL;
    gb_free(path);
    if (commit) {
        commit[strcspn(commit, " \r\n")] = '\0';
        if (commit[0] && commit[0] != '.' && !strchr(commit, '/')) return commit;
        gb_free(commit);
    }
    return gb_strdup(revision, err);
}

bool gb_find_in_cache(gb_search *s, char **found, gb_error *err)
{
    const char *revision = s->options.revision ? s->options.revision : "main";
    char *model = gb_cache_folder(s->id, err), *commit = NULL, *path = NULL;
    *found = NULL;
    bool ok = model && (commit = read_ref(model, revision, err)) &&
              (path = gb_path_of(model, "snapshots", commit, err));
    if (ok && gb_is_directory(path) && gb_folder_has(path, s->options.files)) {
        *found = path;
        path = NULL;
    } else if (ok) {
        gb_search_note(s, path);
    }
    gb_free(model);
    gb_free(commit);
    gb_free(path);
    return ok;
}
