/* What a session holds: private to the files that implement session.h. */
#ifndef GB_KERNEL_SESSION_STATE_H
#define GB_KERNEL_SESSION_STATE_H

#include "kernel/history.h"
#include "kernel/lang/vm.h"
#include "kernel/progress.h"
#include "kernel/remote.h"
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
    const gb_cell *cell;   /* the one that runs, or NULL */
    const char *cell_name; /* of its source */
    json_t *result;        /* bundle of its last expression, set by the display hook */
    gb_value *captured;    /* where the display hook puts the value instead; or NULL */
    bool text_only;        /* %display text */
    gb_session_watch watch;
    struct gb_trace_record *last_trace; /* trace_record.h */
    unsigned long next_display_id;
    char *folder; /* canonical path that reads are confined to */
    gb_progress_board *progress;
    gb_remotes *remotes; /* servers that programs named */
    atomic_bool running;
};

/* The text of a source number, NULL for one that is no cell (an embedded module). Borrowed. */
const gb_source *gb_session_source(const gb_session *session, uint32_t id);

/* Adds a text as the session's next source; borrowed. */
const gb_source *gb_session_add_source(gb_session *session, const char *name, gb_text text,
                                       gb_error *err) GB_MUST_CHECK;

/* setup.c: makes torch, transformers and nnsight importable; sets sys.argv. */
bool gb_session_install(gb_session *session, gb_error *err) GB_MUST_CHECK;
bool gb_session_set_arguments(gb_session *session, const gb_session_options *options,
                              gb_error *err) GB_MUST_CHECK;

/* setup.c: what is kept of the last trace. */
bool gb_session_add_record(gb_session *session, gb_error *err) GB_MUST_CHECK;
void gb_session_free_record(gb_session *session);

/* Runs a text as part of the cell that runs, its first line being that line of the cell. `value`
 * (NULL: it is dropped) gets the last expression's value, owned, or unset. False with the exception
 * in the VM. */
bool gb_session_run_text(gb_session *session, uint32_t line, const char *text,
                         gb_value *value) GB_MUST_CHECK;

/* The line of the cell that is being executed. */
uint32_t gb_session_line(gb_session *session);

/* Forgets the user's names. False with an exception. */
bool gb_session_forget_all(gb_session *session) GB_MUST_CHECK;

/* A grey line below the cell. */
void gb_session_note(gb_session *session, const char *text);

/* "display-1f3a-7": an id for a display that is to be updated; unlike those of earlier kernels,
 * whose outputs may still be in the notebook. */
enum { GB_DISPLAY_ID = 64 };
void gb_session_new_display_id(gb_session *session, const char *start, char out[GB_DISPLAY_ID]);

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

/* HTML of the user's as it may be shown: without what acts, saying so where there was some. */
void gb_session_put_html(const char *html, size_t n, gb_buffer *out);

/* The same for all forms of a bundle that the user's code made: HTML is cleaned, SVG becomes a
 * picture, JSON text; scripts are left out. */
void gb_session_make_safe(json_t *data);

/* --- json_value.c ------------------------------------------------------------------------------
 */

/* A value as JSON: None, numbers, texts, lists and tuples, dicts; bytes as base64. Owned; NULL with
 * an exception. */
json_t *gb_json_of_value(gb_vm *vm, gb_value v) GB_MUST_CHECK;
gb_value gb_value_of_json(gb_vm *vm, const json_t *json) GB_MUST_CHECK;
json_t *gb_json_base64(const unsigned char *bytes, size_t n);

/* --- inspect.c ---------------------------------------------------------------------------------
 */

/* What is known of the expression that the text is: a bundle, owned; NULL when nothing is. */
json_t *gb_session_describe_text(gb_session *session, const char *text, int detail);

/* What help(value) prints. */
void gb_session_put_help(gb_session *session, gb_value value, gb_buffer *out);

/* --- figure_session.c ---------------------------------------------------------------------------
 */

/* Shows the charts that a cell left open, as front ends expect of matplotlib. False with an
 * exception in the VM. */
bool gb_session_show_figures(gb_session *session) GB_MUST_CHECK;

/* --- magic.c, ipython.c ------------------------------------------------------------------------
 */

/* The language's hook for % and ! lines. */
gb_value gb_session_magic(void *session, gb_vm *vm, int kind, gb_value parts);

/* Registers the modules that need a session (IPython.display). */
bool gb_session_add_modules(gb_session *session, gb_error *err) GB_MUST_CHECK;

/* The session of a VM, borrowed. */
gb_session *gb_session_of(gb_vm *vm);

#endif
