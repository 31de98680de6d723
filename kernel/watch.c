/* Signals and the parent's end on one thread. See watch.h. */
#include "kernel/watch.h"

#include "graph/base/memory.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LOOK_MS = 1000, OVERDUE_MS = 1000 };

struct gb_watch {
    gb_watch_handlers handlers;
    long parent;
    int signal_fd;
    int parent_fd; /* -1: no pidfd, the parent is looked at */
    int stop_fd;
    pthread_t thread;
    bool started;
};

static void watched_signals(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
    struct sigaction old;
    bool ignored = sigaction(SIGHUP, NULL, &old) == 0 && old.sa_handler == SIG_IGN;
    if (!ignored) sigaddset(set, SIGHUP); /* nohup means it */
}

void gb_watch_block_signals(void)
{
    sigset_t set;
    watched_signals(&set);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

long gb_watch_parent(void)
{
    const char *text = getenv("JPY_PARENT_PID");
    long parent = text ? strtol(text, NULL, 10) : 0;
    return parent > 1 ? parent : 0;
}

static bool parent_gone(const gb_watch *watch)
{
    return watch->parent && kill((pid_t)watch->parent, 0) != 0 && errno == ESRCH;
}

/* Takes one signal: false when it asks for the end, with *why. */
static bool take_signal(gb_watch *watch, const char **why)
{
    struct signalfd_siginfo info;
    if (read(watch->signal_fd, &info, sizeof info) != sizeof info) return true;
    if (info.ssi_signo == SIGINT) {
        watch->handlers.interrupt(watch->handlers.context);
        return true;
    }
    *why = info.ssi_signo == SIGTERM ? "terminated" : "hung up";
    return false;
}

static void *run_watch(void *argument)
{
    gb_watch *watch = argument;
    struct pollfd fds[] = {{.fd = watch->stop_fd, .events = POLLIN},
                           {.fd = watch->signal_fd, .events = POLLIN},
                           {.fd = watch->parent_fd, .events = POLLIN}};
    bool look = watch->parent && watch->parent_fd < 0;
    const char *why = NULL;
    while (!why) {
        poll(fds, 3, look ? LOOK_MS : -1);
        if (fds[0].revents) return NULL;
        if (fds[1].revents && !take_signal(watch, &why)) break;
        if (fds[2].revents || (look && parent_gone(watch))) why = "the parent process is gone";
    }
    watch->handlers.end(watch->handlers.context, why);
    if (poll(fds, 1, OVERDUE_MS) == 0) watch->handlers.overdue(watch->handlers.context);
    return NULL;
}

static int open_parent(long parent)
{
#ifdef SYS_pidfd_open
    if (parent) return (int)syscall(SYS_pidfd_open, (pid_t)parent, 0);
#endif
    (void)parent;
    return -1;
}

gb_watch *gb_watch_start(const gb_watch_handlers *handlers, long parent, gb_error *err)
{
    gb_watch *watch = gb_calloc(1, sizeof *watch, err);
    if (!watch) return NULL;
    watch->handlers = *handlers;
    watch->parent = parent;
    sigset_t set;
    watched_signals(&set);
    watch->signal_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    watch->stop_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    watch->parent_fd = open_parent(parent);
    int failed = errno;
    if (watch->signal_fd >= 0 && watch->stop_fd >= 0) {
        failed = pthread_create(&watch->thread, NULL, run_watch, watch);
        watch->started = !failed;
    }
    if (watch->started) return watch;
    gb_fail(err, GB_ERR_OS, "cannot watch for signals: %s", strerror(failed));
    gb_watch_stop(watch);
    return NULL;
}

void gb_watch_stop(gb_watch *watch)
{
    if (!watch) return;
    if (watch->started) {
        uint64_t one = 1;
        (void)!write(watch->stop_fd, &one, sizeof one);
        pthread_join(watch->thread, NULL);
    }
    if (watch->signal_fd >= 0) close(watch->signal_fd);
    if (watch->parent_fd >= 0) close(watch->parent_fd);
    if (watch->stop_fd >= 0) close(watch->stop_fd);
    gb_free(watch);
}
