/* One HTTP request and its answer: the glue to libmicrohttpd. The routes are route.def. */
#ifndef GB_SHARE_REQUEST_H
#define GB_SHARE_REQUEST_H

#include "share/server_state.h"

typedef struct gb_request gb_request;

/* Answers a request: queues exactly one reply. */
typedef enum MHD_Result gb_route_handler(gb_request *request);

/* What a handler may look at. */
struct gb_request {
    gb_server *server;
    struct MHD_Connection *connection;
    const char *method; /* HEAD is told as GET */
    char *argument;     /* what the `*` of the route's pattern stands for; "" for none. Owned */
    gb_buffer body;
    gb_route_handler *handler;
    bool too_large; /* the body met its limit, and was dropped */
    bool begun;
};

/* A header, or a parameter of the query; NULL when it is not there. Borrowed. */
const char *gb_request_header(const gb_request *request, const char *name);
const char *gb_request_query(const gb_request *request, const char *name);

/* --- replies: the last thing a handler does --------------------------------------------------- */

enum MHD_Result gb_reply_json(gb_request *request, unsigned status, json_t *json_take);

/* {"error": …} as gb_wire_error_json has it; `fault` may be NULL. */
enum MHD_Result gb_reply_error(gb_request *request, unsigned status, const gb_error *error,
                               const gb_wire_fault *fault);

/* An error of our own words. */
enum MHD_Result gb_reply_fail(gb_request *request, unsigned status, gb_error_class cls,
                              const char *format, ...) GB_PRINTF(4, 5);

/* A text (copied). */
enum MHD_Result gb_reply_text(gb_request *request, unsigned status, const char *type,
                              const char *text, size_t size);

/* A response that the handler made; released here. */
enum MHD_Result gb_reply_take(gb_request *request, unsigned status, struct MHD_Response *response);

/* --- */

/* The daemon that answers on a listening socket, which it owns from then on. NULL on failure. */
struct MHD_Daemon *gb_request_daemon(gb_server *server, int fd, gb_error *err) GB_MUST_CHECK;

/* The handler of a method and path: *argument is owned. NULL: *allowed tells whether the path is
 * there for other methods (their names), else NULL. */
gb_route_handler *gb_route_find(const char *method, const char *path, char **argument,
                                const char **allowed);

#endif
