/* What reaches a process from outside: signals, and the end of the process that started it.
 *
 * The signals are blocked in every thread and taken from a signalfd by one thread, so that no
 * system call of libzmq, libtorch or libcurl is ever cut short by one. That thread also sees the
 * parent go: by a pidfd where the system has them, else by looking once a second. (prctl's
 * PDEATHSIG is no good here: it tells of the end of the *thread* that started us, and Jupyter
 * servers start kernels from threads.) */
#ifndef GB_KERNEL_WATCH_H
#define GB_KERNEL_WATCH_H

#include "graph/base/error.h"

typedef struct gb_watch_handlers {
    void *context;
    void (*interrupt)(void *context);            /* SIGINT */
    void (*end)(void *context, const char *why); /* SIGTERM, SIGHUP, the parent is gone */
    void (*overdue)(void *context); /* a second after `end` the watch was not stopped yet */
} gb_watch_handlers;

typedef struct gb_watch gb_watch;

/* Blocks the signals for the calling thread and all it starts: before any other thread is made. */
void gb_watch_block_signals(void);

/* Starts the watching thread; the handlers are called on it. `parent`: the process to outlive no
 * longer than, 0 for none. */
gb_watch *gb_watch_start(const gb_watch_handlers *handlers, long parent,
                         gb_error *err) GB_MUST_CHECK;
void gb_watch_stop(gb_watch *watch);

/* Whose end should be ours: JPY_PARENT_PID when it is set (Jupyter's clients set it unless the
 * kernel is to survive them); 0 for none. */
long gb_watch_parent(void);

#endif
