/* The five sockets of a Jupyter kernel on libzmq, and the thread that answers while a cell runs.
 *
 * Two threads use a wire. The *main* thread takes requests from shell, runs them, asks on stdin.
 * The wire's own *I/O* thread answers heartbeats, hands control messages to their handler, and owns
 * iopub: what any thread publishes is passed to it in order. Stream text is gathered, up to
 * GB_GATHER_BYTES or GB_GATHER_MS, before it becomes a message. What a message says is decided
 * above (kernel/jupyter.cpp); that it may be looked at at all is decided in message.h. */
#ifndef GB_KERNEL_WIRE_H
#define GB_KERNEL_WIRE_H

#include "kernel/connection.h"
#include "kernel/message.h"

enum { GB_GATHER_BYTES = 32 << 10, GB_GATHER_MS = 20 };

typedef struct gb_wire gb_wire;

typedef struct gb_wire_handlers {
    void *context; /* first argument of each */

    /* A checked message on control, borrowed. On the I/O thread. */
    void (*control)(void *context, const gb_message *message);

    /* A client subscribed to iopub with a topic prefix. On the I/O thread. */
    void (*subscribed)(void *context, const char *topic, size_t n);

    /* Gathered text of "stdout" or "stderr" is to be published now, by gb_wire_send on iopub. On
     * the main or the I/O thread, never on both at once. */
    void (*stream)(void *context, const char *name, const char *text, size_t n);

    /* A message was dropped, and why: for the log. On any thread. */
    void (*complain)(void *context, const char *text);
} gb_wire_handlers;

/* Binds the sockets. OSError naming the endpoint that is taken. */
gb_wire *gb_wire_open(const gb_connection *connection, gb_error *err) GB_MUST_CHECK;

/* Starts the I/O thread. `handlers` is copied. */
bool gb_wire_start(gb_wire *wire, const gb_wire_handlers *handlers, gb_error *err) GB_MUST_CHECK;

/* Ends the I/O thread after all that was published is on its way, closes the sockets, waits at most
 * a second for slow peers. NULL does nothing. */
void gb_wire_close(gb_wire *wire);

/* Waits for the next checked request on shell: false when the wire was stopped. Dropped messages
 * are complained about. The result is owned (gb_message_release). Main thread. */
bool gb_wire_receive(gb_wire *wire, gb_message *out) GB_MUST_CHECK;

/* The same, waiting at most `seconds`: false when none came. */
bool gb_wire_poll(gb_wire *wire, double seconds, gb_message *out) GB_MUST_CHECK;

/* Waits until a client has ever subscribed to iopub, at most `seconds`. Clients open their sockets
 * one after the other: what is published before the subscription is in force, they never see. */
void gb_wire_await_listener(gb_wire *wire, double seconds);

/* Forgets what came on stdin so far: answers to questions nobody asks any more. */
void gb_wire_drain_input(gb_wire *wire);

/* Waits for a message on stdin: false with KeyboardInterrupt when interrupted or stopped. Main
 * thread. */
bool gb_wire_receive_input(gb_wire *wire, gb_message *out, gb_error *err) GB_MUST_CHECK;

/* What is sent: frames before the delimiter (identities, or iopub's topic), the four JSON parts
 * (header, parent, metadata, content), binary buffers. All borrowed. */
typedef struct gb_outgoing {
    const gb_piece *prefix;
    size_t prefix_count;
    gb_piece parts[4];
    const gb_piece *buffers;
    size_t buffer_count;
} gb_outgoing;

/* Signs and sends. Shell and stdin: main thread; control: I/O thread; iopub: any. */
bool gb_wire_send(gb_wire *wire, gb_channel channel, const gb_outgoing *message,
                  gb_error *err) GB_MUST_CHECK;

/* Adds stream text to what is gathered. Any thread. */
void gb_wire_print(gb_wire *wire, const char *name, const char *text, size_t n);

/* Publishes what is gathered now: before any other message about the cell, so that order is kept.
 */
void gb_wire_flush(gb_wire *wire);

/* Makes gb_wire_receive return false, now and from then on. Any thread, also a signal handler. */
void gb_wire_stop(gb_wire *wire);
bool gb_wire_stopped(const gb_wire *wire);

#endif
