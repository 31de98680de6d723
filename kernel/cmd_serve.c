/* `glassbox serve`: models for those who trace with remote=True. */
#include "kernel/command.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "kernel/option.h"
#include "kernel/watch.h"
#include "share/server.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { USUAL_PORT = 8000, MOST_MODELS = 64 };

static void log_line(void *context, const char *line)
{
    char stamp[32];
    time_t now = time(NULL);
    struct tm local;
    (void)context;
    strftime(stamp, sizeof stamp, "%H:%M:%S", localtime_r(&now, &local));
    fprintf(stderr, "%s %s\n", stamp, line);
}

/* --- options ---------------------------------------------------------------------------------- */

typedef struct model_list {
    gb_server_model *items; /* ids owned */
    size_t count, capacity;
} model_list;

/* ID=PATH, or one text that is both. */
static bool add_model(model_list *list, const char *text, gb_error *err)
{
    const char *equals = strchr(text, '=');
    size_t n = equals ? (size_t)(equals - text) : strlen(text);
    if (n == 0 || (equals && !equals[1]))
        return gb_fail(err, GB_ERR_VALUE, "'--model %s': ID=PATH is wanted, as in gpt2=models/gpt2",
                       text);
    if (!gb_grow(&list->items, &list->capacity, list->count + 1, sizeof *list->items, err))
        return false;
    char *id = gb_strndup(text, n, err);
    if (!id) return false;
    list->items[list->count++] = (gb_server_model){id, equals ? equals + 1 : text};
    return true;
}

static void model_list_release(model_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        gb_free((char *)list->items[i].id);
    gb_free(list->items);
}

static bool read_port(const char *text, uint16_t *port, gb_error *err)
{
    char *rest;
    if (!text) return *port = USUAL_PORT, true;
    long value = strtol(text, &rest, 10);
    if (!*text || *rest || value < 0 || value > UINT16_MAX)
        return gb_fail(err, GB_ERR_VALUE, "'--port %s': a number from 0 to 65535 is wanted", text);
    *port = (uint16_t)value;
    return true;
}

static bool read_options(int argc, char **argv, model_list *models, gb_server_options *out,
                         gb_error *err)
{
    const char *port = NULL, *given[MOST_MODELS];
    size_t count = 0;
    const gb_option options[] = {
        {.name = "--model", .value = given, .count = &count, .most = MOST_MODELS},
        {.name = "--host", .value = &out->host},
        {.name = "--port", .value = &port},
        {.name = "--store", .value = &out->store},
        {.name = "--dtype", .value = &out->model.dtype},
        {.name = "--device", .value = &out->model.device},
        {0}};
    if (!gb_options_read(options, &argc, argv, err) || !read_port(port, &out->port, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add_model(models, given[i], err)) return false;
    if (argc > 1) return gb_fail(err, GB_ERR_VALUE, "'%s' is no option", argv[1]);
    if (models->count == 0)
        return gb_fail(err, GB_ERR_VALUE, "no model is given (--model ID=PATH)");
    out->models = models->items;
    out->model_count = models->count;
    return true;
}

/* --- serving ---------------------------------------------------------------------------------- */

static void wait_for_signal(void)
{
    sigset_t set;
    int got;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigwait(&set, &got);
}

static int serve(gb_server_options *options, gb_error *err)
{
    char *usual = options->store ? NULL : gb_state_path("jobs.sqlite", err);
    if (!options->store && !usual) return gb_command_failed(err);
    if (usual) options->store = usual;
    gb_server *server = gb_server_start(options, err);
    gb_free(usual);
    if (!server) return gb_command_failed(err);
    printf("listening on %s (this machine only; there are no keys)\n", gb_server_url(server));
    fflush(stdout);
    wait_for_signal();
    gb_server_stop(server);
    return 0;
}

int gb_command_serve(int argc, char **argv)
{
    gb_error err = GB_ERROR_INIT;
    model_list models = {0};
    gb_server_options options = {.log = log_line};
    gb_watch_block_signals();
    int status = read_options(argc, argv, &models, &options, &err)
                     ? serve(&options, &err)
                     : gb_command_misused("serve", &err);
    model_list_release(&models);
    return status;
}
