/* libmicrohttpd: reading requests within their limits, sending replies. See request.h. */
#include "share/request.h"

#include "graph/base/memory.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { IDLE_SECONDS = 60, CONNECTION_BYTES = 32 << 10 };

const char *gb_request_header(const gb_request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, name);
}

const char *gb_request_query(const gb_request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_GET_ARGUMENT_KIND, name);
}

/* --- replies ---------------------------------------------------------------------------------- */

enum MHD_Result gb_reply_take(gb_request *request, unsigned status, struct MHD_Response *response)
{
    if (!response) return MHD_NO;
    MHD_add_response_header(response, "Cache-Control", "no-store");
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    gb_server_count(request->server, GB_METRIC_REQUESTS, 1);
    enum MHD_Result done = MHD_queue_response(request->connection, status, response);
    MHD_destroy_response(response);
    return done;
}

enum MHD_Result gb_reply_text(gb_request *request, unsigned status, const char *type,
                              const char *text, size_t size)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(size, (void *)text, MHD_RESPMEM_MUST_COPY);
    if (response) MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    return gb_reply_take(request, status, response);
}

enum MHD_Result gb_reply_json(gb_request *request, unsigned status, json_t *json)
{
    char *text = json ? gb_json_text(json, false, NULL) : NULL;
    json_decref(json);
    if (!text) return MHD_NO;
    enum MHD_Result done =
        gb_reply_text(request, status, "application/json; charset=utf-8", text, strlen(text));
    gb_free(text);
    return done;
}

enum MHD_Result gb_reply_error(gb_request *request, unsigned status, const gb_error *error,
                               const gb_wire_fault *fault)
{
    json_t *json = gb_wire_error_json(error, fault);
    return gb_reply_json(request, status, json ? json_pack("{s:o}", "error", json) : NULL);
}

enum MHD_Result gb_reply_fail(gb_request *request, unsigned status, gb_error_class cls,
                              const char *format, ...)
{
    gb_error err = GB_ERROR_INIT;
    va_list args;
    va_start(args, format);
    (void)gb_fail_v(&err, cls, (gb_span){0}, format, args);
    va_end(args);
    return gb_reply_error(request, status, &err, NULL);
}

/* --- requests --------------------------------------------------------------------------------- */

/* A page of another site has no business here: browsers say where a request comes from. */
static bool is_foreign(const gb_request *request)
{
    const char *origin = gb_request_header(request, "Origin");
    const char *host = gb_request_header(request, "Host");
    const char *from = origin ? strstr(origin, "://") : NULL;
    return origin && (!from || !host || strcmp(from + 3, host) != 0);
}

static enum MHD_Result refuse_route(gb_request *request, const char *path, const char *allowed)
{
    if (!allowed)
        return gb_reply_fail(request, MHD_HTTP_NOT_FOUND, GB_ERR_KEY, "nothing is at '%.200s'",
                             path);
    return gb_reply_fail(request, MHD_HTTP_METHOD_NOT_ALLOWED, GB_ERR_VALUE,
                         "'%.200s' takes %s, not %.20s", path, allowed, request->method);
}

/* The first call of a request, when its headers are there: what can be refused now costs nothing
 * more. */
static enum MHD_Result begin(gb_request *request, const char *path)
{
    const char *allowed = NULL;
    const char *length = gb_request_header(request, MHD_HTTP_HEADER_CONTENT_LENGTH);
    gb_error err = GB_ERROR_INIT;
    gb_wire_fault fault = {GB_LIMIT_NONE, GB_NO_NODE};
    request->begun = true;
    if (is_foreign(request))
        return gb_reply_fail(request, MHD_HTTP_FORBIDDEN, GB_ERR_VALUE,
                             "requests from pages of other sites are refused");
    request->handler = gb_route_find(request->method, path, &request->argument, &allowed);
    if (!request->handler) return refuse_route(request, path, allowed);
    if (length && !gb_limit_holds(GB_LIMIT_BODY, strtoll(length, NULL, 10), &fault.limit, &err))
        return gb_reply_error(request, MHD_HTTP_CONTENT_TOO_LARGE, &err, &fault);
    return MHD_YES;
}

/* A part of the body. What is beyond the limit is dropped: the answer comes at the end. */
static enum MHD_Result receive(gb_request *request, const char *bytes, size_t n)
{
    size_t limit = (size_t)gb_limit_of(GB_LIMIT_BODY)->value;
    if (request->too_large || n > limit - request->body.size) {
        request->too_large = true;
        gb_buffer_release(&request->body);
        return MHD_YES;
    }
    gb_buffer_put(&request->body, bytes, n);
    return request->body.failed ? MHD_NO : MHD_YES;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection,
                                  const char *path, const char *method, const char *version,
                                  const char *upload, size_t *upload_size, void **state)
{
    gb_request *request = *state;
    (void)version;
    if (!request) {
        request = *state = gb_calloc(1, sizeof *request, NULL);
        if (!request) return MHD_NO;
        request->server = context;
        request->connection = connection;
        request->method = strcmp(method, "HEAD") == 0 ? "GET" : method;
    }
    if (!request->begun) return begin(request, path);
    if (*upload_size > 0) {
        enum MHD_Result done = receive(request, upload, *upload_size);
        *upload_size = 0;
        return done;
    }
    if (request->too_large) {
        gb_error err = GB_ERROR_INIT;
        gb_wire_fault fault = {GB_LIMIT_NONE, GB_NO_NODE};
        int64_t limit = gb_limit_of(GB_LIMIT_BODY)->value;
        (void)!gb_limit_holds(GB_LIMIT_BODY, limit + 1, &fault.limit, &err);
        return gb_reply_error(request, MHD_HTTP_CONTENT_TOO_LARGE, &err, &fault);
    }
    return request->handler(request);
}

static void on_end(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode how)
{
    gb_request *request = *state;
    (void)context, (void)connection, (void)how;
    if (!request) return;
    gb_buffer_release(&request->body);
    gb_free(request->argument);
    gb_free(request);
    *state = NULL;
}

struct MHD_Daemon *gb_request_daemon(gb_server *server, int fd, gb_error *err)
{
    unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL;
    struct MHD_Daemon *daemon = MHD_start_daemon(
        flags, 0, NULL, NULL, on_request, server, MHD_OPTION_LISTEN_SOCKET, fd,
        MHD_OPTION_NOTIFY_COMPLETED, on_end, NULL, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)gb_limit_of(GB_LIMIT_CONNECTIONS)->value, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
        MHD_OPTION_END);
    if (!daemon) (void)gb_fail(err, GB_ERR_OS, "the HTTP server cannot be started");
    return daemon;
}
