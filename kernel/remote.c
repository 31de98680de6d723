/* Backends by server. See remote.h. */
#include "kernel/remote.h"

#include "graph/base/memory.h"
#include "kernel/lang/trace/model_object.h"
#include "share/remote.h"

#include <string.h>

enum { MOST = 64 };

typedef struct entry {
    char *host, *key; /* as they were when the backend was made; key NULL: none */
    gb_backend *backend;
} entry;

struct gb_remotes {
    entry entries[MOST];
    size_t count;
    gb_backend *here;
};

gb_remotes *gb_remotes_new(gb_error *err)
{
    return gb_calloc(1, sizeof(gb_remotes), err);
}

void gb_remotes_free(gb_remotes *remotes)
{
    if (!remotes) return;
    for (size_t i = 0; i < remotes->count; i++) {
        entry *e = &remotes->entries[i];
        if (e->backend) e->backend->free(e->backend);
        gb_free(e->host);
        gb_free(e->key);
    }
    if (remotes->here) remotes->here->free(remotes->here);
    gb_free(remotes);
}

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static gb_backend *add(gb_remotes *remotes, const gb_remote_options *options, gb_error *err)
{
    if (remotes->count == MOST) {
        (void)gb_fail(err, GB_ERR_VALUE, "more than %d servers in one session", MOST);
        return NULL;
    }
    entry *e = &remotes->entries[remotes->count];
    e->host = gb_strdup(options->host, err);
    e->key = options->key ? gb_strdup(options->key, err) : NULL;
    remotes->count++;
    if (e->host && (e->key || !options->key)) e->backend = gb_remote_backend(options, err);
    if (e->backend) return e->backend;
    remotes->count--;
    gb_free(e->host);
    gb_free(e->key);
    return NULL;
}

gb_backend *gb_remotes_find(void *context, const gb_backend_ask *ask, gb_error *err)
{
    gb_remotes *remotes = context;
    if (ask->here) {
        if (!remotes->here) remotes->here = gb_loopback_backend(err);
        return remotes->here;
    }
    gb_remote_options options = {ask->host, ask->key};
    options.host = gb_remote_host(&options);
    if (!options.host) return gb_remote_backend(&options, err); /* says which names are looked at */
    for (size_t i = 0; i < remotes->count; i++) {
        const entry *e = &remotes->entries[i];
        if (same_text(e->host, options.host) && same_text(e->key, options.key)) return e->backend;
    }
    return add(remotes, &options, err);
}
