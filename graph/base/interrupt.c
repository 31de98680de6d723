/* The interrupt flag and the eventfd that wakes sleepers. See interrupt.h. */
#include "graph/base/interrupt.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

atomic_bool gb_interrupt_flag;

/* Made before main, so that a signal handler never has to. */
static int wake_fd = -1;

__attribute__((constructor)) static void make_wake_fd(void)
{
    wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
}

void gb_interrupt_set(void)
{
    atomic_store(&gb_interrupt_flag, true);
    uint64_t one = 1;
    ssize_t written = write(wake_fd, &one, sizeof one);
    (void)written; /* a full counter wakes as well */
}

void gb_interrupt_clear(void)
{
    uint64_t count;
    while (read(wake_fd, &count, sizeof count) > 0)
        continue;
    atomic_store(&gb_interrupt_flag, false);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

bool gb_wait(double seconds, int fd, gb_error *err)
{
    double end = now() + (seconds < 1e9 ? seconds : 1e9);
    for (;;) {
        if (!gb_check_interrupt(err)) return false;
        double left = end - now();
        if (left <= 0) return true;
        struct pollfd fds[2] = {{.fd = wake_fd, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
        double ms = left * 1000 + 0.999;
        int n = poll(fds, fd >= 0 ? 2 : 1, ms > 1e6 ? 1000000 : (int)ms);
        if (n > 0 && fd >= 0 && fds[1].revents) return gb_check_interrupt(err);
    }
}
