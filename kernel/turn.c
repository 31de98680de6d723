/* Which cell an interrupt belongs to. See turn.h. */
#include "kernel/turn.h"

#include "graph/base/interrupt.h"

#include <time.h>

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void gb_turn_init(gb_turn *turn)
{
    pthread_mutex_init(&turn->lock, NULL);
    turn->running = false;
    turn->interrupted_at = 0;
}

void gb_turn_release(gb_turn *turn)
{
    pthread_mutex_destroy(&turn->lock);
}

bool gb_turn_begin(gb_turn *turn, double sent)
{
    pthread_mutex_lock(&turn->lock);
    bool recent = seconds_now() - turn->interrupted_at < GB_TURN_MEMORY_SECONDS;
    bool interrupted = recent && sent >= 0 && sent < turn->interrupted_at;
    turn->running = true;
    turn->interrupted_at = 0;
    if (interrupted)
        gb_interrupt_set();
    else
        gb_interrupt_clear();
    pthread_mutex_unlock(&turn->lock);
    return interrupted;
}

void gb_turn_end(gb_turn *turn)
{
    pthread_mutex_lock(&turn->lock);
    turn->running = false;
    gb_interrupt_clear();
    pthread_mutex_unlock(&turn->lock);
}

void gb_turn_interrupt(gb_turn *turn)
{
    pthread_mutex_lock(&turn->lock);
    if (turn->running)
        gb_interrupt_set();
    else
        turn->interrupted_at = seconds_now();
    pthread_mutex_unlock(&turn->lock);
}
