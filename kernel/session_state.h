/* What a session holds: private to the files that implement session.h. */
#ifndef GB_KERNEL_SESSION_STATE_H
#define GB_KERNEL_SESSION_STATE_H

#include "kernel/history.h"
#include "kernel/lang/vm.h"
#include "kernel/progress.h"
#include "kernel/session.h"

#include "kernel/lang/source.h"

#include <stdatomic.h>

struct gb_session {
    const gb_front *front;
    gb_vm *vm;
    gb_value globals; /* dict: the user's names */
    gb_history *history;
    gb_source **sources; /* source number n is sources[n - 1]; kept, since tracebacks point there */
    size_t source_count;
    size_t source_capacity;
    int next_number;
    const gb_cell *cell; /* the one that runs, or NULL */
    json_t *result;      /* bundle of its last expression, set by the display hook */
    char *folder;        /* canonical path that reads are confined to */
    gb_progress_board *progress;
    atomic_bool running;
};

/* The text of a source number, NULL for one that is no cell (an embedded module). Borrowed. */
const gb_source *gb_session_source(const gb_session *session, uint32_t id);

/* Adds a text as the session's next source; borrowed. */
const gb_source *gb_session_add_source(gb_session *session, const char *name, gb_text text,
                                       gb_error *err) GB_MUST_CHECK;

/* --- report.c: errors as data ------------------------------------------------------------------
 */

/* The object that gb_outcome.error is made of, for an exception (borrowed) or for an error of the
 * compiler or of C. Owned; NULL on no memory. */
json_t *gb_report_exception(gb_session *session, gb_value exception);
json_t *gb_report_error(gb_session *session, const gb_error *error);

/* --- view.c: values as bundles -----------------------------------------------------------------
 */

/* How a value looks: text/plain is its repr, richer forms by its own _repr_*_ methods or by the
 * table of types. Owned; NULL with an exception in the VM (its repr may raise). */
json_t *gb_session_view(gb_session *session, gb_value value);

/* --- magic.c, ipython.c ------------------------------------------------------------------------
 */

/* The language's hook for % and ! lines. */
gb_value gb_session_magic(void *session, gb_vm *vm, int kind, gb_value parts);

/* Registers the modules that need a session (IPython.display). */
bool gb_session_add_modules(gb_session *session, gb_error *err) GB_MUST_CHECK;

/* The session of a VM, borrowed. */
gb_session *gb_session_of(gb_vm *vm);

#endif
