/* Sockets, threads and gathering. See wire.h.
 *
 * Why an inner queue before iopub: a ZeroMQ socket belongs to one thread, and two publish (the
 * cell, and control's answers). Why XPUB: it tells when a client has subscribed, so that the client
 * can be told in turn that nothing published from now on will miss it. Why the heartbeat is a
 * ROUTER: it echoes pings of any shape, where a REP that gets a strange one is stuck for good. */
#include "kernel/wire.h"

#include "graph/base/buffer.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

enum { LINGER_MS = 1000, BATCH = 256, PEER_TRIES = 500 };

#define PEER_WAIT_SECONDS 0.01

static const char queue_endpoint[] = "inproc://iopub";

struct gb_wire {
    void *zmq;
    void *sockets[GB_CHANNEL_COUNT];
    void *queue_in;  /* PUSH; under queue_lock */
    void *queue_out; /* PULL; of the I/O thread */
    int stop_fd;     /* readable for good once stopped */
    int finish_fd;   /* tells the I/O thread to end */
    int listener_fd; /* readable for good once a client has subscribed to iopub */
    atomic_bool stopped;
    gb_signer *signer;
    pthread_mutex_t queue_lock;
    pthread_mutex_t gather_lock; /* taken before queue_lock, never after */
    gb_buffer gathered;
    char gathered_name[16];
    atomic_llong gathered_since; /* milliseconds, 0 while nothing is gathered */
    gb_wire_handlers handlers;
    pthread_t thread;
    bool started;
};

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000 + 1;
}

static void complain(gb_wire *wire, const gb_error *err)
{
    if (wire->handlers.complain) wire->handlers.complain(wire->handlers.context, err->message);
}

/* --- opening and closing -----------------------------------------------------------------------*/

static const int socket_types[GB_CHANNEL_COUNT] = {
    [GB_CHANNEL_SHELL] = ZMQ_ROUTER,     [GB_CHANNEL_CONTROL] = ZMQ_ROUTER,
    [GB_CHANNEL_STDIN] = ZMQ_ROUTER,     [GB_CHANNEL_IOPUB] = ZMQ_XPUB,
    [GB_CHANNEL_HEARTBEAT] = ZMQ_ROUTER,
};

static void set_options(void *socket, int type)
{
    int one = 1, none = 0, linger = LINGER_MS;
    int64_t largest = GB_MESSAGE_MAX_FRAME;
    zmq_setsockopt(socket, ZMQ_LINGER, &linger, sizeof linger);
    zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &largest, sizeof largest);
    zmq_setsockopt(socket, ZMQ_SNDHWM, &none, sizeof none); /* nothing is ever dropped */
    if (type == ZMQ_ROUTER) zmq_setsockopt(socket, ZMQ_ROUTER_HANDOVER, &one, sizeof one);
    if (type == ZMQ_XPUB) zmq_setsockopt(socket, ZMQ_XPUB_VERBOSE, &one, sizeof one);
}

static void *open_socket(gb_wire *wire, int type, const char *endpoint, gb_error *err)
{
    void *socket = zmq_socket(wire->zmq, type);
    if (!socket) {
        gb_fail(err, GB_ERR_OS, "cannot make a socket: %s", zmq_strerror(zmq_errno()));
        return NULL;
    }
    set_options(socket, type);
    if (zmq_bind(socket, endpoint) == 0) return socket;
    gb_fail(err, GB_ERR_OS, "cannot listen on %s: %s", endpoint, zmq_strerror(zmq_errno()));
    zmq_close(socket);
    return NULL;
}

static bool open_queue(gb_wire *wire, gb_error *err)
{
    int none = 0;
    wire->queue_out = zmq_socket(wire->zmq, ZMQ_PULL);
    wire->queue_in = zmq_socket(wire->zmq, ZMQ_PUSH);
    if (!wire->queue_in || !wire->queue_out)
        return gb_fail(err, GB_ERR_OS, "cannot make a socket: %s", zmq_strerror(zmq_errno()));
    zmq_setsockopt(wire->queue_out, ZMQ_RCVHWM, &none, sizeof none);
    zmq_setsockopt(wire->queue_in, ZMQ_SNDHWM, &none, sizeof none);
    zmq_setsockopt(wire->queue_in, ZMQ_LINGER, &none, sizeof none);
    if (zmq_bind(wire->queue_out, queue_endpoint) || zmq_connect(wire->queue_in, queue_endpoint))
        return gb_fail(err, GB_ERR_OS, "cannot connect a socket: %s", zmq_strerror(zmq_errno()));
    return true;
}

static bool open_all(gb_wire *wire, const gb_connection *connection, gb_error *err)
{
    size_t key_size = strlen(connection->key);
    wire->zmq = zmq_ctx_new();
    wire->stop_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    wire->finish_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    wire->listener_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (!wire->zmq || wire->stop_fd < 0 || wire->finish_fd < 0 || wire->listener_fd < 0)
        return gb_fail(err, GB_ERR_OS, "cannot start ZeroMQ: %s", strerror(errno));
    wire->signer = gb_signer_new(connection->key, key_size, err);
    if (!wire->signer || !open_queue(wire, err)) return false;
    for (int i = 0; i < GB_CHANNEL_COUNT; i++) {
        wire->sockets[i] = open_socket(wire, socket_types[i], connection->endpoints[i], err);
        if (!wire->sockets[i]) return false;
    }
    int one = 1; /* a question that nobody gets is an error, not silence */
    zmq_setsockopt(wire->sockets[GB_CHANNEL_STDIN], ZMQ_ROUTER_MANDATORY, &one, sizeof one);
    return true;
}

gb_wire *gb_wire_open(const gb_connection *connection, gb_error *err)
{
    gb_wire *wire = gb_calloc(1, sizeof *wire, err);
    if (!wire) return NULL;
    wire->stop_fd = wire->finish_fd = wire->listener_fd = -1;
    pthread_mutex_init(&wire->queue_lock, NULL);
    pthread_mutex_init(&wire->gather_lock, NULL);
    if (open_all(wire, connection, err)) return wire;
    gb_wire_close(wire);
    return NULL;
}

void gb_wire_close(gb_wire *wire)
{
    if (!wire) return;
    if (wire->started) {
        gb_wire_flush(wire);
        uint64_t one = 1;
        (void)!write(wire->finish_fd, &one, sizeof one);
        pthread_join(wire->thread, NULL);
    }
    for (int i = 0; i < GB_CHANNEL_COUNT; i++)
        if (wire->sockets[i]) zmq_close(wire->sockets[i]);
    if (wire->queue_in) zmq_close(wire->queue_in);
    if (wire->queue_out) zmq_close(wire->queue_out);
    if (wire->zmq) zmq_ctx_term(wire->zmq);
    if (wire->stop_fd >= 0) close(wire->stop_fd);
    if (wire->finish_fd >= 0) close(wire->finish_fd);
    if (wire->listener_fd >= 0) close(wire->listener_fd);
    gb_signer_free(wire->signer);
    gb_buffer_release(&wire->gathered);
    pthread_mutex_destroy(&wire->queue_lock);
    pthread_mutex_destroy(&wire->gather_lock);
    gb_free(wire);
}

void gb_wire_stop(gb_wire *wire)
{
    uint64_t one = 1;
    atomic_store(&wire->stopped, true);
    (void)!write(wire->stop_fd, &one, sizeof one);
}

bool gb_wire_stopped(const gb_wire *wire)
{
    return atomic_load(&wire->stopped);
}

/* --- receiving ---------------------------------------------------------------------------------*/

/* All frames of the next message, without waiting. False when there is none. A message that cannot
 * be kept is read to its end all the same, and `err` is set. */
static bool read_frames(void *socket, gb_message *out, gb_error *err)
{
    bool any = false;
    for (int more = 1; more;) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        if (zmq_msg_recv(&frame, socket, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&frame);
            if (zmq_errno() == EINTR) continue;
            break;
        }
        any = true;
        more = zmq_msg_more(&frame);
        if (!err->cls && !gb_message_add(out, zmq_msg_data(&frame), zmq_msg_size(&frame), err))
            gb_error_context(err, "dropped");
        zmq_msg_close(&frame);
    }
    return any;
}

/* The next message that may be looked at; those that may not are complained about. */
static bool take(gb_wire *wire, gb_channel channel, gb_message *out)
{
    for (;;) {
        gb_error err = GB_ERROR_INIT;
        *out = (gb_message)GB_MESSAGE_INIT;
        if (!read_frames(wire->sockets[channel], out, &err)) return false;
        if (!err.cls && gb_message_check(out, wire->signer, &err)) return true;
        gb_message_release(out);
        complain(wire, &err);
    }
}

/* Waits for shell or the stop; milliseconds, -1 for ever. */
static void wait_for_shell(gb_wire *wire, long wait)
{
    zmq_pollitem_t items[] = {{.socket = wire->sockets[GB_CHANNEL_SHELL], .events = ZMQ_POLLIN},
                              {.fd = wire->stop_fd, .events = ZMQ_POLLIN}};
    zmq_poll(items, 2, wait);
}

bool gb_wire_poll(gb_wire *wire, double seconds, gb_message *out)
{
    long long until = now_ms() + (long long)(seconds * 1000);
    while (!take(wire, GB_CHANNEL_SHELL, out)) {
        long long left = until - now_ms();
        if (left <= 0 || gb_wire_stopped(wire)) return false;
        wait_for_shell(wire, (long)left);
    }
    return true;
}

bool gb_wire_receive(gb_wire *wire, gb_message *out)
{
    while (!gb_wire_stopped(wire)) {
        if (take(wire, GB_CHANNEL_SHELL, out)) return true;
        wait_for_shell(wire, -1);
    }
    return false;
}

void gb_wire_await_listener(gb_wire *wire, double seconds)
{
    struct pollfd fds[] = {{.fd = wire->listener_fd, .events = POLLIN},
                           {.fd = wire->stop_fd, .events = POLLIN}};
    poll(fds, 2, (int)(seconds * 1000));
}

void gb_wire_drain_input(gb_wire *wire)
{
    gb_message old;
    while (take(wire, GB_CHANNEL_STDIN, &old))
        gb_message_release(&old);
}

bool gb_wire_receive_input(gb_wire *wire, gb_message *out, gb_error *err)
{
    int fd;
    size_t size = sizeof fd;
    zmq_getsockopt(wire->sockets[GB_CHANNEL_STDIN], ZMQ_FD, &fd, &size);
    for (;;) {
        /* The descriptor tells of changes only, so the socket is asked before every wait. */
        if (take(wire, GB_CHANNEL_STDIN, out)) return true;
        if (gb_wire_stopped(wire)) return gb_fail(err, GB_ERR_INTERRUPT, "%s", "");
        if (!gb_wait(1.0, fd, err)) return false;
    }
}

/* --- sending -----------------------------------------------------------------------------------*/

static bool send_frame(void *socket, gb_piece piece, bool more, gb_error *err)
{
    for (;;) {
        if (zmq_send(socket, piece.bytes, piece.size, more ? ZMQ_SNDMORE : 0) >= 0) return true;
        if (zmq_errno() == EINTR) continue;
        return gb_fail(err, GB_ERR_OS, "cannot send: %s", zmq_strerror(zmq_errno()));
    }
}

/* The first frame names the peer. One that has not connected its stdin yet (clients open their
 * sockets one after the other) is waited for. */
static bool send_to_peer(void *socket, gb_piece identity, gb_error *err)
{
    for (int tries = 0; tries < PEER_TRIES; tries++) {
        if (zmq_send(socket, identity.bytes, identity.size, ZMQ_SNDMORE) >= 0) return true;
        if (zmq_errno() != EHOSTUNREACH && zmq_errno() != EINTR) break;
        if (!gb_wait(PEER_WAIT_SECONDS, -1, err)) return false;
    }
    return gb_fail(err, GB_ERR_OS, "the front end does not listen for questions");
}

static bool send_frames(void *socket, bool mandatory, const gb_outgoing *message,
                        const char *signature, gb_error *err)
{
    for (size_t i = 0; i < message->prefix_count; i++) {
        bool first = i == 0 && mandatory;
        if (!(first ? send_to_peer(socket, message->prefix[i], err)
                    : send_frame(socket, message->prefix[i], true, err)))
            return false;
    }
    if (!send_frame(socket, (gb_piece){"<IDS|MSG>", 9}, true, err)) return false;
    if (!send_frame(socket, (gb_piece){signature, strlen(signature)}, true, err)) return false;
    for (size_t i = 0; i < 4; i++)
        if (!send_frame(socket, message->parts[i], i < 3 || message->buffer_count, err))
            return false;
    for (size_t i = 0; i < message->buffer_count; i++)
        if (!send_frame(socket, message->buffers[i], i + 1 < message->buffer_count, err))
            return false;
    return true;
}

bool gb_wire_send(gb_wire *wire, gb_channel channel, const gb_outgoing *message, gb_error *err)
{
    char signature[GB_SHA256_TEXT];
    if (!gb_signer_sign(wire->signer, message->parts, signature, err)) return false;
    if (channel != GB_CHANNEL_IOPUB)
        return send_frames(wire->sockets[channel], channel == GB_CHANNEL_STDIN, message, signature,
                           err);
    pthread_mutex_lock(&wire->queue_lock);
    bool ok = send_frames(wire->queue_in, false, message, signature, err);
    pthread_mutex_unlock(&wire->queue_lock);
    return ok;
}

/* --- gathering ---------------------------------------------------------------------------------*/

static void flush_locked(gb_wire *wire)
{
    if (!wire->gathered.size) return;
    atomic_store(&wire->gathered_since, 0);
    wire->handlers.stream(wire->handlers.context, wire->gathered_name, wire->gathered.data,
                          wire->gathered.size);
    if (wire->gathered.capacity > 4 * GB_GATHER_BYTES)
        gb_buffer_release(&wire->gathered);
    else
        gb_buffer_clear(&wire->gathered);
}

void gb_wire_flush(gb_wire *wire)
{
    pthread_mutex_lock(&wire->gather_lock);
    flush_locked(wire);
    pthread_mutex_unlock(&wire->gather_lock);
}

/* An empty frame in the queue: the I/O thread looks at the clock again. */
static void wake_io(gb_wire *wire)
{
    pthread_mutex_lock(&wire->queue_lock);
    zmq_send(wire->queue_in, "", 0, 0);
    pthread_mutex_unlock(&wire->queue_lock);
}

void gb_wire_print(gb_wire *wire, const char *name, const char *text, size_t n)
{
    if (!n) return;
    pthread_mutex_lock(&wire->gather_lock);
    if (strcmp(name, wire->gathered_name) != 0) {
        flush_locked(wire);
        snprintf(wire->gathered_name, sizeof wire->gathered_name, "%s", name);
    }
    bool first = !wire->gathered.size;
    gb_buffer_put(&wire->gathered, text, n);
    if (wire->gathered.failed) {
        gb_buffer_release(&wire->gathered);
        atomic_store(&wire->gathered_since, 0);
    } else if (wire->gathered.size >= GB_GATHER_BYTES) {
        flush_locked(wire);
    } else if (first) {
        atomic_store(&wire->gathered_since, now_ms());
        wake_io(wire);
    }
    pthread_mutex_unlock(&wire->gather_lock);
}

/* --- the I/O thread ----------------------------------------------------------------------------*/

/* Moves whole messages from one socket to another; an empty single frame is a wake-up. */
static bool forward(void *from, void *to)
{
    bool any = false;
    for (int count = 0, more = 0; count < BATCH || more; count++) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        bool first = !more;
        if (zmq_msg_recv(&frame, from, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&frame);
            break;
        }
        any = true;
        more = zmq_msg_more(&frame);
        bool wake = first && !more && zmq_msg_size(&frame) == 0;
        if (wake || zmq_msg_send(&frame, to, more ? ZMQ_SNDMORE : 0) < 0) zmq_msg_close(&frame);
    }
    return any;
}

static void take_subscriptions(gb_wire *wire)
{
    for (;;) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        if (zmq_msg_recv(&frame, wire->sockets[GB_CHANNEL_IOPUB], ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&frame);
            return;
        }
        const char *data = zmq_msg_data(&frame);
        bool subscribes = zmq_msg_size(&frame) && data[0] == 1;
        if (subscribes && wire->handlers.subscribed)
            wire->handlers.subscribed(wire->handlers.context, data + 1, zmq_msg_size(&frame) - 1);
        uint64_t one = 1;
        if (subscribes) (void)!write(wire->listener_fd, &one, sizeof one);
        zmq_msg_close(&frame);
    }
}

static void take_control(gb_wire *wire)
{
    gb_message message;
    while (take(wire, GB_CHANNEL_CONTROL, &message)) {
        wire->handlers.control(wire->handlers.context, &message);
        gb_message_release(&message);
    }
}

/* Milliseconds until gathered text is due, -1 while there is none. */
static long flush_if_due(gb_wire *wire)
{
    long long since = atomic_load(&wire->gathered_since);
    if (!since) return -1;
    long long left = since + GB_GATHER_MS - now_ms();
    if (left > 0) return (long)left;
    gb_wire_flush(wire);
    return -1;
}

static void *run_io(void *argument)
{
    gb_wire *wire = argument;
    void *heartbeat = wire->sockets[GB_CHANNEL_HEARTBEAT];
    zmq_pollitem_t items[] = {
        {.socket = heartbeat, .events = ZMQ_POLLIN},
        {.socket = wire->sockets[GB_CHANNEL_CONTROL], .events = ZMQ_POLLIN},
        {.socket = wire->sockets[GB_CHANNEL_IOPUB], .events = ZMQ_POLLIN},
        {.socket = wire->queue_out, .events = ZMQ_POLLIN},
        {.fd = wire->finish_fd, .events = ZMQ_POLLIN},
    };
    for (bool finish = false; !finish;) {
        long wait = flush_if_due(wire);
        if (zmq_poll(items, sizeof items / sizeof *items, wait) < 0 && zmq_errno() != EINTR) break;
        finish = items[4].revents;
        if (items[0].revents) forward(heartbeat, heartbeat);
        if (items[1].revents) take_control(wire);
        if (items[2].revents) take_subscriptions(wire);
        if (items[3].revents) forward(wire->queue_out, wire->sockets[GB_CHANNEL_IOPUB]);
    }
    while (forward(wire->queue_out, wire->sockets[GB_CHANNEL_IOPUB]))
        continue;
    return NULL;
}

bool gb_wire_start(gb_wire *wire, const gb_wire_handlers *handlers, gb_error *err)
{
    wire->handlers = *handlers;
    int failed = pthread_create(&wire->thread, NULL, run_io, wire);
    if (failed) return gb_fail(err, GB_ERR_OS, "cannot start a thread: %s", strerror(failed));
    wire->started = true;
    return true;
}
