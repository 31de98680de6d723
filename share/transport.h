/* HTTP by libcurl for the client: one connection that is kept, waits that an interrupt ends. */
#ifndef GB_SHARE_TRANSPORT_H
#define GB_SHARE_TRANSPORT_H

#include "graph/base/buffer.h"

#include <stdatomic.h>

/* One request and what came back. */
typedef struct gb_exchange {
    const char *method; /* "POST" */
    const char *url;
    const char *key;         /* bearer token; NULL for none */
    const char *idempotency; /* header Idempotency-Key; NULL for none */
    const void *body;        /* NULL for none; its type is application/octet-stream */
    size_t size;
    int64_t from;       /* ask for the answer's bytes from here on (Range) */
    size_t limit;       /* bytes of the answer's body at most */
    double seconds;     /* to wait for the whole, 0: as long as it goes on */
    bool must_be_quick; /* do not look at interrupts: for the one call after one */

    /* filled: */
    long status;        /* 0: no answer came */
    gb_buffer answer;   /* release */
    double retry_after; /* seconds that the server asks for; 0: none */
} gb_exchange;

typedef struct gb_transport gb_transport;

gb_transport *gb_transport_new(gb_error *err) GB_MUST_CHECK;
void gb_transport_free(gb_transport *transport);

/* True when an answer came, whatever its status. ConnectionError, TimeoutError; KeyboardInterrupt
 * when the interrupt flag or *cancel (may be NULL) is set. What `answer` held before stays and is
 * appended to. */
bool gb_transport_run(gb_transport *transport, gb_exchange *exchange, const atomic_bool *cancel,
                      gb_error *err) GB_MUST_CHECK;

#endif
