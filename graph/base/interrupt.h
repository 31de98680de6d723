/* The interrupt flag: the one global of the code base that changes. A signal handler or the
 * kernel's control thread sets it; whatever runs long asks at least every few milliseconds and
 * gives up with KeyboardInterrupt. Clearing is the business of whoever reports the interrupt to the
 * user. */
#ifndef GB_BASE_INTERRUPT_H
#define GB_BASE_INTERRUPT_H

#include "graph/base/error.h"

#include <stdatomic.h>

extern atomic_bool gb_interrupt_flag;

static inline bool gb_interrupted(void)
{
    return atomic_load_explicit(&gb_interrupt_flag, memory_order_relaxed);
}

/* False with KeyboardInterrupt when the flag is set: `if (!gb_check_interrupt(err)) return false;`
 */
static inline bool gb_check_interrupt(gb_error *err)
{
    return !gb_interrupted() || gb_fail(err, GB_ERR_INTERRUPT, "%s", "");
}

/* Sets the flag and wakes every gb_wait; safe to call from a signal handler and from any thread. */
void gb_interrupt_set(void);
void gb_interrupt_clear(void);

/* Sleeps `seconds`, or until `fd` (when not negative) can be read, or until interrupted.
 * True when the time is over or fd is readable; false with KeyboardInterrupt. */
bool gb_wait(double seconds, int fd, gb_error *err) GB_MUST_CHECK;

#endif
