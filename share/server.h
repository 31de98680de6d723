/* The server behind `glassbox serve`: models by name, a queue of jobs on disk, one worker, HTTP.
 *
 *     HTTP threads     read, check and log jobs; tell what became of them
 *     the worker       takes one job after another and runs it with graph/engine
 *     the clock        ends a job that runs too long
 *
 * It runs nobody's code: a job is a graph over a closed set of operators (wire.h), looked through
 * (admit.h) before it is accepted. There are no keys, so it listens on loopback addresses only. */
#ifndef GB_SHARE_SERVER_H
#define GB_SHARE_SERVER_H

#include "graph/model/model.h"

typedef struct gb_server gb_server;

/* A model and the name under which it is served. */
typedef struct gb_server_model {
    const char *id;   /* "meta-llama/Llama-2-70b-hf" */
    const char *path; /* what gb_model_open takes */
} gb_server_model;

typedef struct gb_server_options {
    const gb_server_model *models;
    size_t model_count;
    gb_model_options model; /* for all of them; `progress` is not looked at */
    const char *host;       /* an address of this machine's loopback; NULL: "127.0.0.1" */
    uint16_t port;          /* 0: one that is free */
    const char *store;      /* file of the job log */
    void (*log)(void *context, const char *line); /* what happened, one line at a time; any thread;
                                                     may be NULL */
    void *context;                                /* of log */
} gb_server_options;

/* Starts and returns; everything in `options` is copied but `log` and its context. Errors tell what
 * is wrong with the call: a model that cannot be opened, a name given twice, a port in use, a host
 * that is not loopback, a log that another server has. NULL on failure. */
gb_server *gb_server_start(const gb_server_options *options, gb_error *err) GB_MUST_CHECK;

/* "http://127.0.0.1:8000"; borrowed. */
const char *gb_server_url(const gb_server *server);

/* Ends: a job that runs is left for the next start, as after a kill. NULL does nothing. */
void gb_server_stop(gb_server *server);

#endif
