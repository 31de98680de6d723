/* Reading a connection file. See connection.h. */
#include "kernel/connection.h"

#include "graph/base/buffer.h"
#include "graph/base/file.h"
#include "graph/base/json.h"
#include "graph/base/memory.h"

#include <string.h>

enum { FILE_LIMIT = 1 << 16 };

static const char *const port_keys[GB_CHANNEL_COUNT] = {
    [GB_CHANNEL_SHELL] = "shell_port",  [GB_CHANNEL_CONTROL] = "control_port",
    [GB_CHANNEL_STDIN] = "stdin_port",  [GB_CHANNEL_IOPUB] = "iopub_port",
    [GB_CHANNEL_HEARTBEAT] = "hb_port",
};

void gb_connection_release(gb_connection *connection)
{
    for (int i = 0; i < GB_CHANNEL_COUNT; i++)
        gb_free(connection->endpoints[i]);
    gb_free(connection->key);
    *connection = (gb_connection){0};
}

static char *make_endpoint(const json_t *root, const char *port_key, gb_error *err)
{
    const char *transport = gb_json_string_or(root, "transport", "tcp");
    const char *ip = gb_json_string_or(root, "ip", "127.0.0.1");
    bool ipc = strcmp(transport, "ipc") == 0;
    if (!ipc && strcmp(transport, "tcp") != 0) {
        gb_fail(err, GB_ERR_VALUE, "'transport' is '%s'; tcp and ipc are known", transport);
        return NULL;
    }
    int64_t port;
    if (!gb_json_int(root, port_key, &port, err)) return NULL;
    if (port < 1 || port > 65535) {
        gb_fail(err, GB_ERR_VALUE, "'%s' is %lld; a port is 1 to 65535", port_key, (long long)port);
        return NULL;
    }
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, ipc ? "ipc://%s-%d" : "tcp://%s:%d", ip, (int)port);
    return gb_buffer_take(&b, NULL, err);
}

static bool fill(const json_t *root, gb_connection *out, gb_error *err)
{
    const char *key = gb_json_string_or(root, "key", "");
    const char *scheme = gb_json_string_or(root, "signature_scheme", "hmac-sha256");
    if (*key && strcmp(scheme, "hmac-sha256") != 0)
        return gb_fail(err, GB_ERR_VALUE, "'signature_scheme' is '%s'; hmac-sha256 is known",
                       scheme);
    if (!(out->key = gb_strdup(key, err))) return false;
    for (int i = 0; i < GB_CHANNEL_COUNT; i++)
        if (!(out->endpoints[i] = make_endpoint(root, port_keys[i], err))) return false;
    return true;
}

bool gb_connection_read(const char *path, gb_connection *out, gb_error *err)
{
    *out = (gb_connection){0};
    size_t size;
    char *text = gb_file_read(path, FILE_LIMIT, &size, err);
    if (!text) return false;
    json_t *root = gb_json_parse(text, size, path, err);
    gb_free(text);
    bool ok = root && fill(root, out, err);
    if (root && !ok) gb_error_context(err, "connection file '%s'", path);
    json_decref(root);
    if (!ok) gb_connection_release(out);
    return ok;
}
