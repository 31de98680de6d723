/* The handlers of route.def; each is described there. */
#ifndef GB_SHARE_ROUTE_H
#define GB_SHARE_ROUTE_H

#include "share/request.h"

#define GB_ROUTE(method, pattern, handler, doc) gb_route_handler gb_route_##handler;
#include "share/route.def"
#undef GB_ROUTE

/* The state of a job as JSON: what GET /v1/jobs/ID answers. `view` is borrowed. Owned; NULL without
 * memory. */
json_t *gb_job_json(gb_server *server, const char *id, const gb_store_view *view,
                    const gb_job_progress *progress);

/* Answers with a stream of events (text/event-stream) that begins after event `after`. */
enum MHD_Result gb_stream_reply(gb_request *request, int64_t after);

#endif
