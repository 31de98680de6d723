/* The connection file: where Jupyter wants a kernel's sockets, and the key they share. */
#ifndef GB_KERNEL_CONNECTION_H
#define GB_KERNEL_CONNECTION_H

#include "graph/base/error.h"

typedef enum gb_channel {
    GB_CHANNEL_SHELL,
    GB_CHANNEL_CONTROL,
    GB_CHANNEL_STDIN,
    GB_CHANNEL_IOPUB,
    GB_CHANNEL_HEARTBEAT,
    GB_CHANNEL_COUNT
} gb_channel;

/* Owned; gb_connection_release. */
typedef struct gb_connection {
    char *endpoints[GB_CHANNEL_COUNT]; /* "tcp://127.0.0.1:51234", "ipc:///run/x-1" */
    char *key;                         /* "" : messages are not signed */
} gb_connection;

/* Reads the file that `glassbox kernel -f` names. FileNotFoundError; ValueError naming the key that
 * is missing or cannot be (a port outside 1..65535, a transport that is not tcp or ipc, a signature
 * scheme that is not hmac-sha256). */
bool gb_connection_read(const char *path, gb_connection *out, gb_error *err) GB_MUST_CHECK;
void gb_connection_release(gb_connection *connection);

#endif
