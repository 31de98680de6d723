/* Starting and stopping the server. See server.h. */
#include "share/server.h"

#include "graph/base/memory.h"
#include "share/request.h"
#include "share/server_state.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

double gb_server_clock(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void gb_server_log(gb_server *server, const char *format, ...)
{
    if (!server->log) return;
    gb_buffer line = GB_BUFFER_INIT;
    va_list args;
    va_start(args, format);
    gb_buffer_format_v(&line, format, args);
    va_end(args);
    if (line.data) server->log(server->log_context, line.data);
    gb_buffer_release(&line);
}

/* --- models ----------------------------------------------------------------------------------- */

gb_hosted *gb_server_find(gb_server *server, const char *id)
{
    for (size_t i = 0; i < server->model_count; i++)
        if (strcmp(server->models[i].id, id) == 0) return &server->models[i];
    return NULL;
}

const char *gb_hosted_state_name(const gb_hosted *hosted)
{
    static const char *const names[] = {[GB_HOSTED_COLD] = "cold",
                                        [GB_HOSTED_LOADING] = "loading",
                                        [GB_HOSTED_READY] = "ready",
                                        [GB_HOSTED_FAILED] = "failed"};
    return names[atomic_load(&hosted->state)];
}

/* [["transformer.h.0", "GPT2Block"], …]: names of sites for clients that know no families. */
static json_t *modules_json(const gb_model *model)
{
    const gb_tree *tree = gb_model_tree(model);
    json_t *modules = json_array();
    for (int32_t i = 0; modules && i < tree->count; i++)
        if (json_array_append_new(modules,
                                  json_pack("[s, s]", tree->modules[i].path, tree->modules[i].cls)))
            break;
    return modules;
}

static bool describe(gb_hosted *hosted, gb_error *err)
{
    json_t *json = gb_model_describe(hosted->model, err);
    if (!json) return false;
    json_object_set_new(json, "id", json_string(hosted->id));
    json_object_set_new(json, "max_positions", json_integer(gb_model_max_positions(hosted->model)));
    json_object_set_new(json, "parameters",
                        json_integer(gb_tree_parameter_count(gb_model_tree(hosted->model), 0)));
    json_object_set_new(json, "modules", modules_json(hosted->model));
    hosted->description = gb_json_text(json, false, err);
    json_decref(json);
    return hosted->description != NULL;
}

static bool open_model(gb_server *server, const gb_server_model *asked,
                       const gb_server_options *options, gb_error *err)
{
    gb_hosted *hosted = &server->models[server->model_count];
    gb_model_options how = options->model;
    how.progress = &server->progress;
    if (!*asked->id) return gb_fail(err, GB_ERR_VALUE, "a model needs a name");
    if (gb_server_find(server, asked->id))
        return gb_fail(err, GB_ERR_VALUE, "two models are called '%s'", asked->id);
    hosted->id = gb_strdup(asked->id, err);
    server->model_count++;
    hosted->model = hosted->id ? gb_model_open(asked->path, &how, err) : NULL;
    if (hosted->model && describe(hosted, err)) return true;
    gb_error_context(err, "model '%s'", asked->id);
    return false;
}

static bool open_models(gb_server *server, const gb_server_options *options, gb_error *err)
{
    if (options->model_count == 0) return gb_fail(err, GB_ERR_VALUE, "no model is given");
    server->models = gb_calloc(options->model_count, sizeof *server->models, err);
    if (!server->models) return false;
    for (size_t i = 0; i < options->model_count; i++)
        if (!open_model(server, &options->models[i], options, err)) return false;
    return true;
}

/* --- listening -------------------------------------------------------------------------------- */

static bool loopback(const char *host, struct in_addr *out, gb_error *err)
{
    if (strcmp(host, "localhost") == 0) host = "127.0.0.1";
    if (inet_pton(AF_INET, host, out) != 1)
        return gb_fail(err, GB_ERR_VALUE, "'%s' is no IPv4 address", host);
    return ntohl(out->s_addr) >> 24 == 127 ||
           gb_fail(err, GB_ERR_VALUE,
                   "'%s' can be reached from other machines; without keys the server listens on "
                   "loopback addresses only (127.0.0.1). An SSH tunnel carries it further",
                   host);
}

static int open_socket(const struct sockaddr_in *at, const char *host, gb_error *err)
{
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        bind(fd, (const struct sockaddr *)at, sizeof *at) == 0 && listen(fd, SOMAXCONN) == 0)
        return fd;
    int why = errno;
    if (why == EADDRINUSE)
        (void)gb_fail(err, GB_ERR_OS, "port %d of %s is in use; --port 0 takes a free one",
                      ntohs(at->sin_port), host);
    else
        (void)gb_fail(err, GB_ERR_OS, "cannot listen on %s:%d: %s", host, ntohs(at->sin_port),
                      strerror(why));
    if (fd >= 0) close(fd);
    return -1;
}

static bool listen_http(gb_server *server, const gb_server_options *options, gb_error *err)
{
    const char *host = options->host ? options->host : "127.0.0.1";
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(options->port)};
    socklen_t size = sizeof at;
    char address[INET_ADDRSTRLEN];
    if (!loopback(host, &at.sin_addr, err)) return false;
    int fd = open_socket(&at, host, err);
    if (fd < 0) return false;
    getsockname(fd, (struct sockaddr *)&at, &size);
    inet_ntop(AF_INET, &at.sin_addr, address, sizeof address);
    snprintf(server->url, sizeof server->url, "http://%s:%d", address, ntohs(at.sin_port));
    server->daemon = gb_request_daemon(server, fd, err);
    if (!server->daemon) close(fd);
    return server->daemon != NULL;
}

/* --- life ------------------------------------------------------------------------------------- */

gb_server *gb_server_start(const gb_server_options *options, gb_error *err)
{
    gb_server *server = gb_calloc(1, sizeof *server, err);
    if (!server) return NULL;
    pthread_mutex_init(&server->lock, NULL);
    pthread_cond_init(&server->clock_wakes, NULL);
    server->log = options->log;
    server->log_context = options->context;
    server->started = gb_server_clock();
    bool ok = open_models(server, options, err) &&
              (server->store = gb_store_open(options->store, err)) != NULL &&
              listen_http(server, options, err) && gb_worker_start(server, err);
    if (ok) return server;
    gb_server_stop(server);
    return NULL;
}

const char *gb_server_url(const gb_server *server)
{
    return server->url;
}

void gb_server_stop(gb_server *server)
{
    if (!server) return;
    gb_worker_stop(server);
    if (server->daemon) MHD_stop_daemon(server->daemon); /* waits for its threads */
    gb_store_close(server->store);
    for (size_t i = 0; i < server->model_count; i++) {
        gb_model_unref(server->models[i].model);
        gb_free(server->models[i].id);
        gb_free(server->models[i].description);
    }
    gb_free(server->models);
    pthread_cond_destroy(&server->clock_wakes);
    pthread_mutex_destroy(&server->lock);
    gb_free(server);
}
