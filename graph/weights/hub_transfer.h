/* Inside graph/weights only: HTTP by libcurl, as the hub needs it. */
#ifndef GB_WEIGHTS_HUB_TRANSFER_H
#define GB_WEIGHTS_HUB_TRANSFER_H

#include "graph/base/buffer.h"

#include <stdio.h>

/* One request and what came back. */
typedef struct gb_transfer {
    const char *url;
    const char *token; /* bearer; NULL for none. Not sent on to other hosts */
    const char *name;  /* for messages */
    bool head_only;    /* ask for headers, follow no redirect */
    uint64_t from;     /* begin the body at this byte */
    FILE *file;        /* where the body goes; NULL: into `body` */
    size_t body_limit; /* bytes of `body` at most */
    void (*progress)(void *context, const char *file, uint64_t done, uint64_t total);
    void *context;
    /* filled: */
    gb_buffer body;
    long status;      /* of the last response */
    char etag[128];   /* of the first response that had one (x-linked-etag before etag) */
    char commit[128]; /* x-repo-commit */
    char location[2048];
    uint64_t size;      /* of the whole file; 0 while unknown */
    char *failed_write; /* set when the file could not be written */
} gb_transfer;

/* True when a response came, whatever its status: see status. ConnectionError, TimeoutError,
 * KeyboardInterrupt, OSError when the disk is full. */
bool gb_transfer_run(gb_transfer *t, gb_error *err) GB_MUST_CHECK;
void gb_transfer_release(gb_transfer *t);

#endif
