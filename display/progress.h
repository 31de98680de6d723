/* The progress line: one line, updated in place. The caller sends it at most five times a second
 * and leaves the last state standing. */
#ifndef GB_DISPLAY_PROGRESS_H
#define GB_DISPLAY_PROGRESS_H

#include "display/bundle.h"

typedef enum gb_progress_state {
#define GB_PROGRESS(id, icon, word, color, doc) GB_PROGRESS_##id,
#include "display/progress.def"
#undef GB_PROGRESS
    GB_PROGRESS_COUNT
} gb_progress_state;

typedef enum gb_progress_unit {
    GB_PROGRESS_STEPS,
    GB_PROGRESS_BYTES,
    GB_PROGRESS_TOKENS,
} gb_progress_unit;

typedef struct gb_progress_line {
    gb_progress_state state;
    const char *what;   /* "model.safetensors", "job 4f2a"; NULL: nothing */
    const char *detail; /* at the end of the line: a server, a reason; NULL: nothing */
    double elapsed;     /* seconds; negative: not said */
    uint64_t done;
    uint64_t total; /* 0: not known, then only `done` is told when it is not 0 */
    gb_progress_unit unit;
    int queue_position; /* 0: not queued */
} gb_progress_line;     /* not graph/base/progress.h's hook */

/* One line of text (no newline) and one of HTML. */
bool gb_progress_show(const gb_progress_line *progress, gb_bundle *out,
                      gb_error *err) GB_MUST_CHECK;

#endif
