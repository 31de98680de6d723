/* The kernel's side of the Jupyter protocol: xeus above our own sockets, behind a C face.
 *
 * xeus (2.4.1, Debian's) dispatches requests, makes headers, keeps comms and builds every message;
 * the sockets are wire.h's. `gb_jupyter_host` is what xeus asks of the session, as JSON text, so
 * that neither side knows the other's JSON library. Everything runs on the thread of gb_jupyter_run
 * but what says "I/O thread". No exception leaves jupyter.cpp: a request whose handler throws is
 * answered with status error. */
#ifndef GB_KERNEL_JUPYTER_H
#define GB_KERNEL_JUPYTER_H

#include "kernel/wire.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the kernel is asked. Texts that are returned are JSON, owned by the caller (gb_free); NULL
 * means that memory is out. */
typedef struct gb_jupyter_host {
    void *context;

    /* The content of an execute_request; `interrupted`: it was interrupted before it could start.
     * Returns the content of the reply. */
    char *(*execute)(void *context, const char *request, bool interrupted);

    /* The number of the cell that is next to run: shown before it runs. */
    int (*next_number)(void *context);

    /* Contents of the replies to the requests of these names. `cursor` counts code points and may
     * be anything. */
    char *(*complete)(void *context, const char *code, size_t n, int cursor);
    char *(*inspect)(void *context, const char *code, size_t n, int cursor, int detail);
    char *(*is_complete)(void *context, const char *code, size_t n);
    char *(*history)(void *context, const char *request);

    /* The content of kernel_info_reply. Either thread. */
    char *(*info)(void *context);

    /* The kernel is to end. Either thread. */
    void (*shutdown)(void *context);

    /* A message was dropped, and why: for the log. Any thread. */
    void (*complain)(void *context, const char *text);
} gb_jupyter_host;

typedef struct gb_jupyter gb_jupyter;

/* `wire` is borrowed and not yet started; `host` is copied. */
gb_jupyter *gb_jupyter_new(gb_wire *wire, const gb_jupyter_host *host, gb_error *err) GB_MUST_CHECK;
void gb_jupyter_free(gb_jupyter *jupyter);

/* Starts the wire and answers requests until the wire is stopped. */
bool gb_jupyter_run(gb_jupyter *jupyter, gb_error *err) GB_MUST_CHECK;

/* An interrupt came, by a signal or a message. Any thread. Nothing happens at rest, except that an
 * execute_request that was sent before now and arrives within a second counts as interrupted. */
void gb_jupyter_interrupt(gb_jupyter *jupyter);

/* --- what host.execute may call, about the cell that runs ------------------------------------- */

/* A bundle {"data":, "metadata":} as JSON text; `display_id` may be NULL. */
void gb_jupyter_display(gb_jupyter *jupyter, const char *bundle, const char *display_id);
void gb_jupyter_update_display(gb_jupyter *jupyter, const char *bundle, const char *display_id);
void gb_jupyter_clear_output(gb_jupyter *jupyter, bool wait);
void gb_jupyter_result(gb_jupyter *jupyter, int number, const char *bundle);

/* {"ename":, "evalue":, "traceback": [text]} as JSON text. */
void gb_jupyter_error(gb_jupyter *jupyter, const char *error);

/* Asks the client that sent the cell. Owned text, or NULL with KeyboardInterrupt. */
char *gb_jupyter_input(gb_jupyter *jupyter, const char *prompt, bool password,
                       gb_error *err) GB_MUST_CHECK;

#ifdef __cplusplus
}
#endif

#endif
