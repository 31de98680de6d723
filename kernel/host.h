/* A session as a Jupyter kernel: fills what xeus asks (jupyter.h) from the session, and the front
 * end (front.h) from xeus. `glassbox kernel` makes one and runs it. */
#ifndef GB_KERNEL_HOST_H
#define GB_KERNEL_HOST_H

#include "kernel/connection.h"
#include "kernel/session.h"

typedef struct gb_host_options {
    const gb_connection *connection;
    const char *history_path;                     /* NULL: inputs are not kept */
    void (*log)(void *context, const char *text); /* dropped messages, reasons to end; NULL: none */
    void *log_context;
    long parent; /* process whose end ends the kernel; 0: none */
} gb_host_options;

/* Binds the sockets, makes the session, answers until the kernel is to end. Signals must be blocked
 * already (gb_watch_block_signals). False when it cannot start. */
bool gb_host_run(const gb_host_options *options, gb_error *err) GB_MUST_CHECK;

#endif
