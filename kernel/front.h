/* The front end, as the session sees it: where output goes and where input comes from.
 *
 * Jupyter (kernel/jupyter.cpp), the terminal (kernel/terminal.c), the notebook runner
 * (kernel/notebook.c) and the tests' recorder each fill this struct; the session and everything
 * under it know nothing else of the outside. Every function may be NULL: what it would show is
 * dropped. They are called on the thread that executes the cell, never at the same time.
 *
 * A *bundle* is {"data": {MIME TYPE: text, ...}, "metadata": {...}}: the shape that notebooks store
 * and that the protocol carries. Binary types (image/png) hold base64 text. */
#ifndef GB_KERNEL_FRONT_H
#define GB_KERNEL_FRONT_H

#include "graph/base/json.h"

typedef struct gb_front {
    void *context; /* first argument of every function below; owned by whoever made the front */

    /* `n` bytes of UTF-8 for "stdout" or "stderr". A front end may gather several into one. */
    void (*stream)(void *context, const char *name, const char *text, size_t n);

    /* Shows a bundle below the cell. With an id (else NULL) it can be replaced later. */
    void (*display)(void *context, const json_t *bundle, const char *display_id);

    /* Replaces every display that was made with this id. */
    void (*update_display)(void *context, const json_t *bundle, const char *display_id);

    /* Removes the cell's output; `wait`: only when the next output comes. */
    void (*clear_output)(void *context, bool wait);

    /* Asks the user for one line: owned text without the newline (gb_free). NULL with
     * KeyboardInterrupt when interrupted, with RuntimeError where nobody can be asked. */
    char *(*input)(void *context, const char *prompt, bool password, gb_error *err);
} gb_front;

/* Calls that accept a front end without the function. */
void gb_front_stream(const gb_front *front, const char *name, const char *text, size_t n);
void gb_front_display(const gb_front *front, const json_t *bundle, const char *display_id);
void gb_front_update_display(const gb_front *front, const json_t *bundle, const char *display_id);
void gb_front_clear_output(const gb_front *front, bool wait);
char *gb_front_input(const gb_front *front, const char *prompt, bool password,
                     gb_error *err) GB_MUST_CHECK;

/* A bundle that holds only text/plain, owned (json_decref). NULL when memory is out. */
json_t *gb_plain_bundle(const char *text, size_t n);

#endif
