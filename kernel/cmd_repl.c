/* `glassbox repl`: cells typed in a terminal. */
#include "kernel/command.h"

#include "graph/base/buffer.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "kernel/option.h"
#include "kernel/session.h"
#include "kernel/terminal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Reads lines until they make a cell. False at the end of input; an interrupt drops the lines. */
static bool read_cell(int number, gb_buffer *cell, gb_error *err)
{
    char prompt[32];
    snprintf(prompt, sizeof prompt, "[%d] ", number);
    int dots = (int)strlen(prompt) - 1;
    gb_buffer_clear(cell);
    for (;;) {
        int indent = 0;
        char *line = gb_terminal_line(prompt, err);
        if (!line) return false;
        gb_buffer_text(cell, line);
        gb_buffer_char(cell, '\n');
        gb_free(line);
        if (cell->failed ||
            gb_session_is_complete(cell->data, cell->size, &indent) != GB_CELL_INCOMPLETE)
            return gb_buffer_ok(cell, err);
        snprintf(prompt, sizeof prompt, "%*s ", dots, "...");
    }
}

static void show(const gb_outcome *outcome)
{
    const char *value =
        gb_json_string_or(json_object_get(outcome->result, "data"), "text/plain", NULL);
    if (value) printf("%s\n", value);
    if (outcome->error && !outcome->exits) {
        fflush(stdout);
        fputs(gb_json_string_or(outcome->error, "text", ""), stderr);
    }
}

static int loop(gb_session *session)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_outcome outcome = {0};
    while (!outcome.exits) {
        gb_error err = GB_ERROR_INIT;
        if (!read_cell(gb_session_next_number(session), &text, &err)) {
            putchar('\n');
            if (err.cls != GB_ERR_INTERRUPT) break;
            gb_interrupt_clear();
            continue;
        }
        gb_cell cell = {
            .text = text.data, .size = text.size, .store_history = true, .allow_input = true};
        gb_session_execute(session, &cell, &outcome);
        show(&outcome);
        bool exits = outcome.exits;
        int status = outcome.exit_status;
        gb_outcome_release(&outcome);
        outcome.exits = exits;
        outcome.exit_status = status;
    }
    gb_buffer_release(&text);
    return outcome.exit_status;
}

int gb_command_repl(int argc, char **argv)
{
    gb_error err = GB_ERROR_INIT;
    const gb_option none[] = {{0}};
    if (!gb_options_read(none, &argc, argv, &err)) return gb_command_misused("repl", &err);
    gb_terminal_catch_interrupts();
    gb_session_options options = {.front = gb_terminal_front()};
    gb_session *session = gb_session_new(&options, &err);
    if (!session) return gb_command_failed(&err);
    if (isatty(STDIN_FILENO)) puts("Glassbox " GB_VERSION ". Ctrl-D ends.");
    int status = loop(session);
    gb_session_free(session);
    return status;
}
