/* What the tests of share/ have in common: the graphs of the engine's cases, a server of the tiny
 * checkpoints in this process. */
#ifndef GB_TESTS_SHARE_SAMPLES_H
#define GB_TESTS_SHARE_SAMPLES_H

#include "tests/unit/engine/cases.h"

#include "share/server.h"

/* A server on a free port, with "gpt2" and "owner/llama"; the store is a file that goes with it. */
typedef struct sample_server {
    gb_server *server;
    char folder[64];
    char store[96];
} sample_server;

void sample_server_start(sample_server *s);
void sample_server_stop(sample_server *s);

/* The name under which the model of a case is served. */
const char *sample_model_id(const engine_case *c);

/* A request without a client: method, path, body (may be NULL); the answer's text in `answer`
 * (release), its status as the result. `header` is one more line, or NULL. */
long sample_request(const sample_server *s, const char *method, const char *path,
                    const char *header, const gb_buffer *body, gb_buffer *answer);

#endif
