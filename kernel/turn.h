/* Whose interrupt is it? Tells an interrupt that is meant for a cell from one that comes when none
 * runs, so that no cell is stopped by an old one and none runs on because its interrupt overtook it
 * on the way (shell and control are different sockets, a signal a third way). */
#ifndef GB_KERNEL_TURN_H
#define GB_KERNEL_TURN_H

#include "graph/base/error.h"

#include <pthread.h>

/* An interrupt at rest is remembered this long, for a cell that was sent before it. */
#define GB_TURN_MEMORY_SECONDS 1.0

typedef struct gb_turn {
    pthread_mutex_t lock;
    bool running;
    double interrupted_at; /* seconds since 1970 of the last interrupt at rest; 0: none */
} gb_turn;

void gb_turn_init(gb_turn *turn);
void gb_turn_release(gb_turn *turn);

/* A cell that was sent at `sent` (seconds since 1970; negative: not known) is to run now. True if
 * it was interrupted since. The interrupt flag is clear, or set when true. */
bool gb_turn_begin(gb_turn *turn, double sent);

/* The cell is over; an interrupt that came too late to be noticed is forgotten. May be called when
 * none runs. */
void gb_turn_end(gb_turn *turn);

/* An interrupt. Sets the flag while a cell runs. Any thread, not a signal handler. */
void gb_turn_interrupt(gb_turn *turn);

#endif
