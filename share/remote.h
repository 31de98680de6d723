/* Backends for runs elsewhere: remote=True sends jobs to a server, remote="local" takes the same
 * way through the wire form and back inside this process. Both fill graph/engine/backend.h. */
#ifndef GB_SHARE_REMOTE_H
#define GB_SHARE_REMOTE_H

#include "graph/engine/backend.h"

typedef struct gb_remote_options {
    const char *host; /* "https://server:8000"; NULL: from GLASSBOX_HOST, then NDIF_HOST */
    const char *key;  /* NULL: from GLASSBOX_API_KEY, then NDIF_API_KEY; there may be none */
} gb_remote_options;

/* Owned; free with backend->free(backend), after its runs. ValueError when no host is known. Nobody
 * is asked yet. */
gb_backend *gb_remote_backend(const gb_remote_options *options, gb_error *err) GB_MUST_CHECK;

/* Owned, as above. */
gb_backend *gb_loopback_backend(gb_error *err) GB_MUST_CHECK;

/* The host that gb_remote_backend would take; borrowed, NULL when none is known. */
const char *gb_remote_host(const gb_remote_options *options);

#endif
