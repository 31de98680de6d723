/* `glassbox kernel -f FILE`: what Jupyter starts. */
#include "kernel/command.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "kernel/host.h"
#include "kernel/option.h"
#include "kernel/watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Jupyter shows a kernel's stderr in its own log. */
static void log_line(void *context, const char *text)
{
    (void)context;
    fprintf(stderr, "glassbox kernel: %s\n", text);
}

/* $GLASSBOX_HISTORY, else beside other programs' state. Owned; NULL when there is no home. */
static char *history_path(void)
{
    const char *chosen = getenv("GLASSBOX_HISTORY");
    if (chosen && *chosen) return gb_strdup(chosen, NULL);
    return gb_state_path("history.jsonl", NULL);
}

static bool run(const char *file, bool no_history, gb_error *err)
{
    gb_connection connection;
    if (!gb_connection_read(file, &connection, err)) return false;
    char *history = no_history ? NULL : history_path();
    gb_host_options options = {.connection = &connection,
                               .history_path = history,
                               .log = log_line,
                               .parent = gb_watch_parent()};
    bool ok = gb_host_run(&options, err);
    gb_free(history);
    gb_connection_release(&connection);
    return ok;
}

int gb_command_kernel(int argc, char **argv)
{
    const char *file = NULL;
    bool no_history = false;
    gb_error err = GB_ERROR_INIT;
    const gb_option options[] = {{.name = "--file", .letter = "-f", .value = &file},
                                 {.name = "--no-history", .flag = &no_history},
                                 {0}};
    gb_watch_block_signals();
    if (!gb_options_read(options, &argc, argv, &err)) return gb_command_misused("kernel", &err);
    if (!file) {
        (void)gb_fail(&err, GB_ERR_VALUE, "no connection file is given (-f FILE)");
        return gb_command_misused("kernel", &err);
    }
    int status = run(file, no_history, &err) ? 0 : gb_command_failed(&err);
    /* Whoever shuts a kernel down waits for its end; the destructors of libtorch take longer than
     * everything else in it, and free what is free anyway. */
    fflush(NULL);
    _exit(status);
}
