/* Text in, text out. See terminal.h. */
#include "kernel/terminal.h"

#include "graph/base/buffer.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static void write_stream(void *context, const char *name, const char *text, size_t n)
{
    (void)context;
    FILE *to = strcmp(name, "stderr") == 0 ? stderr : stdout;
    if (to == stderr) fflush(stdout);
    fwrite(text, 1, n, to);
    if (to == stdout && isatty(STDOUT_FILENO)) fflush(stdout);
}

static const char *plain_of(const json_t *bundle)
{
    return gb_json_string_or(json_object_get(bundle, "data"), "text/plain", NULL);
}

static void update(void *context, const json_t *bundle, const char *display_id)
{
    (void)context;
    (void)display_id;
    const char *text = plain_of(bundle);
    if (text && isatty(STDERR_FILENO)) fprintf(stderr, "\r\x1b[2K%s", text);
}

/* A display with an id is one that will be updated: a status line, not a result. */
static void display(void *context, const json_t *bundle, const char *display_id)
{
    const char *text = plain_of(bundle);
    if (display_id)
        update(context, bundle, display_id);
    else if (text)
        printf("%s\n", text);
}

char *gb_terminal_line(const char *prompt, gb_error *err)
{
    fputs(prompt, stdout);
    fflush(stdout);
    gb_buffer line = GB_BUFFER_INIT;
    for (;;) {
        char c;
        ssize_t got = read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR) {
            if (gb_check_interrupt(err)) continue;
            gb_buffer_release(&line);
            return NULL;
        }
        if (got <= 0 && !line.size) {
            gb_fail(err, GB_ERR_END_OF_FILE, "EOF when reading a line");
            gb_buffer_release(&line);
            return NULL;
        }
        if (got <= 0 || c == '\n') break;
        gb_buffer_char(&line, c);
    }
    return line.size ? gb_buffer_take(&line, NULL, err) : gb_strdup("", err);
}

static char *ask(void *context, const char *prompt, bool password, gb_error *err)
{
    struct termios shown, hidden;
    bool hides = password && tcgetattr(STDIN_FILENO, &shown) == 0;
    (void)context;
    if (hides) {
        hidden = shown;
        hidden.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    char *line = gb_terminal_line(prompt, err);
    if (hides) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        putchar('\n');
    }
    return line;
}

const gb_front *gb_terminal_front(void)
{
    static const gb_front front = {
        .stream = write_stream, .display = display, .update_display = update, .input = ask};
    return &front;
}

static void on_interrupt(int signal_number)
{
    if (gb_interrupted()) _exit(128 + signal_number);
    gb_interrupt_set();
}

void gb_terminal_catch_interrupts(void)
{
    struct sigaction action = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &action, NULL);
}
