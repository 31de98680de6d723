/* Progress of something long, told upward: loading weights, a download, a run, a remote wait.
 * A layer that takes long accepts a `const gb_progress *` (NULL: nobody listens) and reports as
 * often as it likes; whoever shows it decides how often that is looked at. Reporting never fails.
 */
#ifndef GB_BASE_PROGRESS_H
#define GB_BASE_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

typedef struct gb_progress {
    void *context; /* of the listener */

    /* `label` names the thing in a few words ("loading SmolLM2-135M"); the same text means the same
     * line, also when its first word is that of another state ("queued M at H", "running M at H").
     * `done` of `total` in `unit` ("B" for bytes, "layers", "tokens", ...); total 0: not known.
     * done == total ends the line, which then stays. May be called from any thread, one at a time.
     */
    void (*report)(void *context, const char *label, uint64_t done, uint64_t total,
                   const char *unit);
} gb_progress;

/* Reports if anybody listens. */
static inline void gb_progress_report(const gb_progress *progress, const char *label, uint64_t done,
                                      uint64_t total, const char *unit)
{
    if (progress && progress->report) progress->report(progress->context, label, done, total, unit);
}

#endif
