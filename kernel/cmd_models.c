/* `glassbox models`: what is on this machine; `models pull ID`: fetch one. */
#include "kernel/command.h"

#include "graph/base/memory.h"
#include "graph/weights/hub.h"
#include "kernel/option.h"
#include "kernel/progress.h"
#include "kernel/terminal.h"

#include <stdio.h>
#include <string.h>

static int list(gb_error *err)
{
    gb_hub_list found;
    if (!gb_hub_local(".", &found, err)) return gb_command_failed(err);
    for (size_t i = 0; i < found.count; i++)
        printf("%-44s %s\n", found.entries[i].id, found.entries[i].path);
    if (!found.count) puts("no models here; `glassbox models pull ID` fetches one");
    gb_hub_list_release(&found);
    return 0;
}

static void report(void *context, const char *file, uint64_t done, uint64_t total)
{
    char label[160];
    snprintf(label, sizeof label, "downloading %s", file);
    gb_progress_report(context, label, done, total, "B");
}

static int pull(const char *id, gb_error *err)
{
    gb_terminal_catch_interrupts();
    gb_progress_board *board = gb_progress_board_new(gb_terminal_front(), err);
    if (!board) return gb_command_failed(err);
    gb_hub_options options = {
        .base = ".", .progress = report, .context = (void *)gb_progress_board_hook(board)};
    char *path = gb_hub_find(id, &options, err);
    gb_progress_board_finish(board, !path);
    gb_progress_board_free(board);
    if (!path) return gb_command_failed(err);
    printf("%s\n", path);
    gb_free(path);
    return 0;
}

int gb_command_models(int argc, char **argv)
{
    gb_error err = GB_ERROR_INIT;
    const gb_option none[] = {{0}};
    if (!gb_options_read(none, &argc, argv, &err)) return gb_command_misused("models", &err);
    if (argc == 1) return list(&err);
    if (argc == 3 && strcmp(argv[1], "pull") == 0) return pull(argv[2], &err);
    (void)gb_fail(&err, GB_ERR_VALUE, "expected nothing, or 'pull ID'");
    return gb_command_misused("models", &err);
}
