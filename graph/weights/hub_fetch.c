/* Fetching a model from the hub into the Hugging Face cache: which files, in which order, checked
 * by size and sum. See hub.h. */
#include "graph/base/file.h"
#include "graph/base/interrupt.h"
#include "graph/base/json.h"
#include "graph/base/memory.h"
#include "graph/weights/hub_cache.h"
#include "graph/weights/hub_transfer.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>

enum { LISTING_LIMIT = 64 * 1024 * 1024, MAX_REDIRECTS = 5 };

/* One model on its way. All texts owned. */
typedef struct fetching {
    gb_search *search;
    char *endpoint, *token;
    char *model;    /* the cache's folder */
    char *commit;   /* that the revision means */
    char *snapshot; /* folder of it */
    json_t *siblings;
} fetching;

/* --- who and where
 * ---------------------------------------------------------------------------------------------- */

/* The token of the options, the environment, or the file that Hugging Face's tools keep; NULL when
 * there is none. Owned. */
static char *find_token(const gb_search *s)
{
    const char *token = s->options.token;
    if (!token) token = getenv("HF_TOKEN");
    if (token) return token[0] ? gb_strdup(token, NULL) : NULL;
    const char *path = getenv("HF_TOKEN_PATH"), *home = getenv("HF_HOME");
    char *file = path && path[0]   ? gb_strdup(path, NULL)
                 : home && home[0] ? gb_path_join(home, "token", NULL)
                                   : gb_path_join(".", "~/.cache/huggingface/token", NULL);
    size_t n;
    char *text = file && gb_file_exists(file) ? gb_file_read(file, 4096, &n, NULL) : NULL;
    gb_free(file);
    if (text) text[strcspn(text, " \r\n")] = '\0';
    return text;
}

static char *url_of(const fetching *f, const char *format, const char *a, const char *b,
                    gb_error *err)
{
    gb_buffer url = GB_BUFFER_INIT;
    gb_buffer_text(&url, f->endpoint);
    for (const char *p = format; *p; p++) {
        if (*p != '%') {
            gb_buffer_char(&url, *p);
            continue;
        }
        p++;
        gb_buffer_text(&url, *p == 'i' ? f->search->id : *p == 'a' ? a : b);
    }
    return gb_buffer_take(&url, NULL, err);
}

/* Says what a status means. */
static bool fail_status(const fetching *f, const gb_transfer *t, gb_error *err)
{
    const char *id = f->search->id;
    if (t->status == 401 || t->status == 403)
        return gb_fail(
            err, GB_ERR_CONNECTION,
            "the hub refuses '%s' (HTTP %ld): the model does not exist, or is private or "
            "gated and %s",
            t->name, t->status,
            f->token ? "your token may not read it"
                     : "no token was given (HF_TOKEN, or `huggingface-cli login`)");
    if (t->status == 404 && !f->commit)
        return gb_fail(err, GB_ERR_FILE_NOT_FOUND,
                       "the hub %s has no model '%s' with the revision '%s' (HTTP 404)",
                       f->endpoint, id,
                       f->search->options.revision ? f->search->options.revision : "main");
    if (t->status == 404)
        return gb_fail(err, GB_ERR_FILE_NOT_FOUND, "the hub %s has no '%s' in '%s' (HTTP 404)",
                       f->endpoint, t->name, id);
    return gb_fail(err, GB_ERR_CONNECTION, "the hub answered HTTP %ld for '%s' of '%s'", t->status,
                   t->name, id);
}

static bool is_plain(const char *text)
{
    for (const char *p = text; *p; p++)
        if (!isalnum((unsigned char)*p) && !strchr("-_.", *p)) return false;
    return text[0] && text[0] != '.';
}

/* Which commit the revision is, and which files it has. */
static bool read_listing(fetching *f, gb_error *err)
{
    const char *revision = f->search->options.revision;
    gb_transfer t = {.token = f->token, .name = "the list of files", .body_limit = LISTING_LIMIT};
    char *url = url_of(f, "/api/models/%i/revision/%a", revision ? revision : "main", "", err);
    const char *commit = NULL;
    json_t *listing = NULL;
    t.url = url;
    bool ok = url && gb_transfer_run(&t, err) && (t.status == 200 || fail_status(f, &t, err)) &&
              (listing = gb_json_parse(t.body.data ? t.body.data : "", t.body.size,
                                       "the hub's list of files", err)) &&
              gb_json_string(listing, "sha", &commit, err) &&
              (is_plain(commit) || gb_fail(err, GB_ERR_VALUE, "the hub's commit is no name"));
    if (ok) {
        f->siblings = json_incref(json_object_get(listing, "siblings"));
        ok = (f->commit = gb_strdup(commit, err)) != NULL;
    }
    json_decref(listing);
    gb_transfer_release(&t);
    gb_free(url);
    return ok;
}

static bool has_sibling(const fetching *f, const char *name)
{
    for (size_t i = 0; i < json_array_size(f->siblings); i++)
        if (strcmp(gb_json_string_or(json_array_get(f->siblings, i), "rfilename", ""), name) == 0)
            return true;
    return false;
}

/* --- one file
 * ------------------------------------------------------------------------------------------------------
 */

/* What is known of a file before it is fetched. */
typedef struct remote_file {
    const char *name;
    char etag[128];
    uint64_t size;
} remote_file;

/* Asks for a file's tag and size; the hub's own redirects are followed, those to its storage not.
 */
static bool ask_head(fetching *f, remote_file *file, gb_error *err)
{
    char *url = url_of(f, "/%i/resolve/%a/%b", f->commit, file->name, err);
    bool ok = url != NULL;
    for (int i = 0; ok && i <= MAX_REDIRECTS; i++) {
        gb_transfer t = {.url = url, .token = f->token, .name = file->name, .head_only = true};
        ok = gb_transfer_run(&t, err);
        bool moved = t.status >= 300 && t.status < 400 && t.location[0] == '/';
        if (ok && t.status >= 400) ok = fail_status(f, &t, err);
        memcpy(file->etag, t.etag, sizeof file->etag);
        file->size = t.size;
        gb_transfer_release(&t);
        if (!ok || !moved) break;
        gb_free(url);
        url = url_of(f, "%a", t.location, "", err);
        ok = url != NULL;
    }
    gb_free(url);
    if (ok && !is_plain(file->etag))
        ok = gb_fail(err, GB_ERR_CONNECTION, "the hub gave no usable tag for '%s'", file->name);
    return ok;
}

/* SHA-256 of a file in hexadecimal. */
static bool sum_file(const char *path, char out[65], gb_error *err)
{
    unsigned char block[1 << 16], digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    FILE *file = fopen(path, "rb");
    EVP_MD_CTX *state = EVP_MD_CTX_new();
    bool ok = file && state && EVP_DigestInit_ex(state, EVP_sha256(), NULL);
    if (!ok) gb_fail(err, GB_ERR_OS, "'%s' cannot be checked", path);
    for (size_t n; ok && (n = fread(block, 1, sizeof block, file)) > 0;)
        ok = gb_check_interrupt(err) && EVP_DigestUpdate(state, block, n);
    ok = ok && EVP_DigestFinal_ex(state, digest, &size);
    for (unsigned i = 0; ok && i < size; i++)
        snprintf(out + 2 * i, 3, "%02x", digest[i]);
    EVP_MD_CTX_free(state);
    if (file) fclose(file);
    return ok;
}

/* Size and, where the tag is one, SHA-256. A file that is wrong is removed. */
static bool check_file(const char *path, const remote_file *file, gb_error *err)
{
    struct stat st;
    char sum[65] = "";
    if (stat(path, &st) < 0)
        return gb_fail(err, GB_ERR_OS, "'%s' is not there after its download", path);
    bool ok = !file->size || (uint64_t)st.st_size == file->size;
    if (!ok)
        gb_fail(err, GB_ERR_CONNECTION, "'%s' has %" PRIu64 " bytes, %" PRIu64 " were promised",
                file->name, (uint64_t)st.st_size, file->size);
    bool summed = ok && strlen(file->etag) == 64 && strspn(file->etag, "0123456789abcdef") == 64;
    if (summed && !sum_file(path, sum, err)) return false;
    if (summed && strcmp(sum, file->etag) != 0)
        ok = gb_fail(err, GB_ERR_CONNECTION,
                     "'%s' arrived damaged: its SHA-256 is %s, %s was promised", file->name, sum,
                     file->etag);
    if (!ok) unlink(path);
    return ok;
}

/* The body into `path`, which may hold its beginning already. */
static bool fetch_body(fetching *f, const remote_file *file, const char *path, gb_error *err)
{
    char *url = url_of(f, "/%i/resolve/%a/%b", f->commit, file->name, err);
    FILE *out = url ? fopen(path, "ab") : NULL;
    if (url && !out) gb_fail(err, GB_ERR_OS, "[Errno %d] %s: '%s'", errno, strerror(errno), path);
    off_t there = out ? ftello(out) : 0;
    bool ok = out != NULL;
    if (ok && (!file->size || (uint64_t)there < file->size)) {
        gb_transfer t = {.url = url,
                         .token = f->token,
                         .name = file->name,
                         .from = file->size ? (uint64_t)there : 0,
                         .file = out,
                         .size = file->size,
                         .progress = f->search->options.progress,
                         .context = f->search->options.context};
        if (!t.from && there) ok = ftruncate(fileno(out), 0) == 0;
        ok = ok && gb_transfer_run(&t, err) &&
             (t.status == 200 || t.status == 206 || fail_status(f, &t, err));
        gb_transfer_release(&t);
    }
    if (out && fclose(out) != 0 && ok)
        ok = gb_fail(err, GB_ERR_OS, "'%s' cannot be written: %s", path, strerror(errno));
    gb_free(url);
    return ok;
}

/* snapshots/COMMIT/NAME → ../../blobs/TAG */
static bool link_blob(const fetching *f, const remote_file *file, gb_error *err)
{
    gb_buffer target = GB_BUFFER_INIT;
    gb_buffer_format(&target, "../../blobs/%s", file->etag);
    char *path = gb_path_join(f->snapshot, file->name, err);
    bool ok = path && gb_buffer_ok(&target, err);
    if (ok) {
        unlink(path);
        if (symlink(target.data, path) < 0 && errno != EEXIST)
            ok = gb_fail(err, GB_ERR_OS, "[Errno %d] %s: '%s'", errno, strerror(errno), path);
    }
    gb_free(path);
    gb_buffer_release(&target);
    return ok;
}

static bool is_in_snapshot(const fetching *f, const char *name)
{
    char *path = gb_path_join(f->snapshot, name, NULL);
    bool there = path && gb_file_exists(path);
    gb_free(path);
    return there;
}

static bool fetch_file(fetching *f, const char *name, gb_error *err)
{
    remote_file file = {.name = name};
    if (!is_plain(name)) return gb_fail(err, GB_ERR_VALUE, "'%s' is no name of a file", name);
    if (is_in_snapshot(f, name)) return true;
    if (!ask_head(f, &file, err)) return false;
    char *blob = gb_path_of(f->model, "blobs", file.etag, err);
    gb_buffer part = GB_BUFFER_INIT;
    gb_buffer_format(&part, "%s.incomplete", blob ? blob : "");
    bool ok = blob && gb_buffer_ok(&part, err);
    if (ok && !gb_file_exists(blob)) {
        ok = fetch_body(f, &file, part.data, err) && check_file(part.data, &file, err);
        if (ok && rename(part.data, blob) < 0)
            ok = gb_fail(err, GB_ERR_OS, "[Errno %d] %s: '%s'", errno, strerror(errno), blob);
    }
    ok = ok && link_blob(f, &file, err);
    gb_buffer_release(&part);
    gb_free(blob);
    return ok;
}

/* --- all files
 * ------------------------------------------------------------------------------------------------------
 */

/* Files by what asks for them; those that the model lacks are left out. */
static const struct {
    int files;
    const char *name;
} wanted[] = {
    {GB_HUB_CONFIG, "config.json"},
    {GB_HUB_CONFIG, "generation_config.json"},
    {GB_HUB_TOKENIZER, "tokenizer.json"},
    {GB_HUB_TOKENIZER, "tokenizer_config.json"},
    {GB_HUB_TOKENIZER, "special_tokens_map.json"},
    {GB_HUB_TOKENIZER, "chat_template.jinja"},
};

static bool fetch_shards(fetching *f, gb_error *err)
{
    size_t n;
    const char *name;
    json_t *shard;
    char *path = gb_path_join(f->snapshot, "model.safetensors.index.json", err);
    char *text = path ? gb_file_read(path, LISTING_LIMIT, &n, err) : NULL;
    json_t *index = text ? gb_json_parse(text, n, "model.safetensors.index.json", err) : NULL;
    const json_t *map = index ? gb_json_object(index, "weight_map", err) : NULL;
    bool ok = map != NULL;
    json_object_foreach((json_t *)map, name, shard)
    {
        ok = ok &&
             (json_is_string(shard) ||
              gb_fail(err, GB_ERR_VALUE, "tensor '%s' has no shard in the index", name)) &&
             fetch_file(f, json_string_value(shard), err);
        if (!ok) break;
    }
    json_decref(index);
    gb_free(text);
    gb_free(path);
    return ok;
}

static bool fetch_weights(fetching *f, gb_error *err)
{
    if (has_sibling(f, "model.safetensors")) return fetch_file(f, "model.safetensors", err);
    if (has_sibling(f, "model.safetensors.index.json"))
        return fetch_file(f, "model.safetensors.index.json", err) && fetch_shards(f, err);
    const char *gguf = NULL;
    for (size_t i = 0; i < json_array_size(f->siblings); i++) {
        const char *name = gb_json_string_or(json_array_get(f->siblings, i), "rfilename", "");
        size_t n = strlen(name);
        if (n < 5 || strcmp(name + n - 5, ".gguf") != 0) continue;
        if (gguf)
            return gb_fail(err, GB_ERR_VALUE,
                           "it has several GGUF files ('%s', '%s', …); put the one you want into a "
                           "model folder",
                           gguf, name);
        gguf = name;
    }
    if (gguf) return fetch_file(f, gguf, err);
    return gb_fail(err, GB_ERR_FILE_NOT_FOUND,
                   "it has neither safetensors nor GGUF weights on the hub");
}

static bool fetch_all(fetching *f, gb_error *err)
{
    int files = f->search->options.files;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if ((files & wanted[i].files) && has_sibling(f, wanted[i].name) &&
            !fetch_file(f, wanted[i].name, err))
            return false;
    return !(files & GB_HUB_WEIGHTS) || fetch_weights(f, err);
}

static bool make_folders(fetching *f, gb_error *err)
{
    f->model = gb_cache_folder(f->search->id, err);
    f->snapshot = f->model ? gb_path_of(f->model, "snapshots", f->commit, err) : NULL;
    char *blobs = f->model ? gb_path_join(f->model, "blobs", err) : NULL;
    char *refs = f->model ? gb_path_join(f->model, "refs", err) : NULL;
    bool ok = f->snapshot && blobs && refs && gb_make_directories(f->snapshot, err) &&
              gb_make_directories(blobs, err) && gb_make_directories(refs, err);
    gb_free(blobs);
    gb_free(refs);
    return ok;
}

/* refs/REVISION names the commit; a commit names itself. */
static bool write_ref(const fetching *f, gb_error *err)
{
    const char *revision = f->search->options.revision;
    if (!revision) revision = "main";
    if (strcmp(revision, f->commit) == 0 || !is_plain(revision)) return true;
    char *path = gb_path_of(f->model, "refs", revision, err);
    bool ok = path && gb_file_write(path, f->commit, strlen(f->commit), err);
    gb_free(path);
    return ok;
}

char *gb_hub_fetch(gb_search *s, gb_error *err)
{
    const char *endpoint = getenv("HF_ENDPOINT");
    fetching f = {.search = s, .token = find_token(s)};
    f.endpoint = gb_strdup(endpoint && endpoint[0] ? endpoint : "https://huggingface.co", err);
    if (f.endpoint && f.endpoint[strlen(f.endpoint) - 1] == '/')
        f.endpoint[strlen(f.endpoint) - 1] = '\0';
    bool ok = f.endpoint && read_listing(&f, err) && make_folders(&f, err) && fetch_all(&f, err) &&
              write_ref(&f, err);
    gb_free(f.endpoint);
    gb_free(f.token);
    gb_free(f.model);
    gb_free(f.commit);
    json_decref(f.siblings);
    if (ok) return f.snapshot;
    gb_free(f.snapshot);
    return NULL;
}
