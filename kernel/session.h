/* A session: one user's names, history and cell numbers, over the language's VM.
 *
 * What flows in is cell text; what flows out is what the front end is told while the cell runs and
 * one `gb_outcome` at its end. The session knows no protocol: Jupyter, `glassbox run`, `glassbox
 * repl` and the tests drive it through this header alone. All calls come from one thread, except
 * gb_session_interrupt. */
#ifndef GB_KERNEL_SESSION_H
#define GB_KERNEL_SESSION_H

#include "kernel/front.h"
#include "kernel/lang/cell.h"

typedef struct gb_session gb_session;

/* Whoever wants to see what a program builds: called with its text; either may be NULL. */
typedef struct gb_session_watch {
    void *context;
    void (*graph)(void *context, const char *text); /* of every trace, at its end */
    void (*plan)(void *context, const char *text);  /* of every model that is opened */
} gb_session_watch;

typedef struct gb_session_options {
    const gb_front *front; /* borrowed, outlives the session; NULL: all output is dropped */
    const char *folder;    /* the notebook's folder: reads are confined to it; NULL: the current */
    const char *history_path; /* file that keeps inputs across sessions; NULL: memory only */
    const char *const *argv;  /* what sys.argv holds; NULL: empty */
    size_t argc;
    gb_session_watch watch;
} gb_session_options;

/* NULL with the reason on failure. */
gb_session *gb_session_new(const gb_session_options *options, gb_error *err) GB_MUST_CHECK;
void gb_session_free(gb_session *session);

/* One cell to execute. */
typedef struct gb_cell {
    const char *text; /* UTF-8; anything else is a SyntaxError */
    size_t size;
    const char *name;   /* how tracebacks call it, NULL: "Cell In[N]"; a path for `glassbox run` */
    uint32_t line;      /* line of `name` at which the text starts, from 1; 0 means 1 */
    bool silent;        /* no result is shown, nothing is counted or stored */
    bool hide_result;   /* the last expression's value is dropped, as in a script */
    bool store_history; /* counted and stored */
    bool allow_input;   /* input() may ask */
} gb_cell;

typedef enum gb_cell_status { GB_CELL_OK, GB_CELL_ERROR } gb_cell_status;

/* What became of a cell. Owned; gb_outcome_release. */
typedef struct gb_outcome {
    gb_cell_status status;
    int number;      /* the cell's number, In[number] */
    json_t *result;  /* bundle of the last expression's value, or NULL */
    json_t *error;   /* NULL when ok, else {"ename": "ValueError", "evalue": message,
                      *  "traceback": [lines with ANSI colours, as the protocol has them],
                      *  "text": the same without colours, as CPython prints it,
                      *  "bundle": a rich view of it} */
    bool exits;      /* the cell raised SystemExit: stop the program, not an error */
    int exit_status; /* with `exits` */
} gb_outcome;

void gb_outcome_release(gb_outcome *outcome);

/* Executes a cell. Everything that goes wrong, interrupts and memory included, is an outcome; the
 * session is usable afterwards. */
void gb_session_execute(gb_session *session, const gb_cell *cell, gb_outcome *outcome);

/* Evaluates the protocol's user_expressions, {name: expression text}: an object of
 * {"status": "ok", "data": .., "metadata": ..} or {"status": "error", ...}. Owned; NULL on no
 * memory. */
json_t *gb_session_evaluate_all(gb_session *session, const json_t *expressions);

/* The number that the next stored cell will have. */
int gb_session_next_number(const gb_session *session);

/* Completion at a position. `cursor` and the range count code points, as the protocol does.
 * {"matches": [text, ...], "start": int, "end": int,
 *  "types": [{"text":, "type": "function"|"module"|.., "signature":, "start":, "end":}, ...]}.
 * Owned. NULL only with MemoryError. Nothing of the user's is executed. */
json_t *gb_session_complete(gb_session *session, const char *text, size_t size, size_t cursor,
                            gb_error *err) GB_MUST_CHECK;

/* What is known about the name at a position: a bundle (text/plain, text/html), owned. NULL without
 * an error when there is nothing to tell. `detail` 0 or 1 as in the protocol. */
json_t *gb_session_inspect(gb_session *session, const char *text, size_t size, size_t cursor,
                           int detail, gb_error *err);

/* Can the text be executed as it stands? (gb_completeness is kernel/lang/cell.h's.) For an
 * incomplete one, `indent` is the number of spaces that the next line starts with. */
gb_completeness gb_session_is_complete(const char *text, size_t size, int *indent);

/* Stops what runs, from any thread or signal handler; a session at rest is left as it is. */
void gb_session_interrupt(gb_session *session);

typedef struct gb_history gb_history;
typedef struct gb_vm gb_vm;

/* The session's history (kernel/history.h) and virtual machine (kernel/lang/vm.h), borrowed. */
gb_history *gb_session_history(gb_session *session);
gb_vm *gb_session_vm(gb_session *session);

#endif
