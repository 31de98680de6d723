/* Session below, xeus above. See host.h. */
#include "kernel/host.h"

#include "graph/base/buffer.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "kernel/history.h"
#include "kernel/jupyter.h"
#include "kernel/watch.h"

#include <string.h>
#include <unistd.h>

typedef struct host {
    const gb_host_options *options;
    gb_wire *wire;
    gb_jupyter *jupyter;
    gb_session *session;
    gb_front front;
    bool allow_input; /* of the cell that runs */
} host;

/* The text of a value that is given up; "{}" when memory is out, so that there is an answer. */
static char *text_of_take(json_t *value)
{
    char *text = value ? gb_json_text(value, false, NULL) : NULL;
    json_decref(value);
    return text ? text : gb_strdup("{}", NULL);
}

/* --- the front end: session to client ----------------------------------------------------------*/

static void show_stream(void *context, const char *name, const char *text, size_t n)
{
    gb_wire_print(((host *)context)->wire, name, text, n);
}

static void show_bundle(void *context, const json_t *bundle, const char *display_id)
{
    char *text = gb_json_text(bundle, false, NULL);
    if (text) gb_jupyter_display(((host *)context)->jupyter, text, display_id);
    gb_free(text);
}

static void update_bundle(void *context, const json_t *bundle, const char *display_id)
{
    char *text = gb_json_text(bundle, false, NULL);
    if (text) gb_jupyter_update_display(((host *)context)->jupyter, text, display_id);
    gb_free(text);
}

static void clear_output(void *context, bool wait)
{
    gb_jupyter_clear_output(((host *)context)->jupyter, wait);
}

static char *ask(void *context, const char *prompt, bool password, gb_error *err)
{
    host *h = context;
    if (h->allow_input) return gb_jupyter_input(h->jupyter, prompt, password, err);
    gb_fail(err, GB_ERR_RUNTIME, "input() was called, but this front end does not ask for input");
    return NULL;
}

/* --- cells -------------------------------------------------------------------------------------*/

static void publish(host *h, const gb_cell *cell, const gb_outcome *outcome)
{
    if (cell->silent) return;
    if (outcome->result) {
        char *text = gb_json_text(outcome->result, false, NULL);
        if (text) gb_jupyter_result(h->jupyter, outcome->number, text);
        gb_free(text);
    }
    if (outcome->error) {
        char *text = gb_json_text(outcome->error, false, NULL);
        if (text) gb_jupyter_error(h->jupyter, text);
        gb_free(text);
    }
}

static json_t *make_reply(host *h, const gb_outcome *outcome, const json_t *request)
{
    json_t *reply = json_object();
    json_object_set_new(reply, "status",
                        json_string(outcome->status == GB_CELL_OK ? "ok" : "error"));
    json_object_set_new(reply, "execution_count", json_integer(outcome->number));
    json_object_set_new(reply, "payload", json_array());
    json_t *values = NULL;
    if (outcome->status == GB_CELL_OK)
        values = gb_session_evaluate_all(h->session, json_object_get(request, "user_expressions"));
    json_object_set_new(reply, "user_expressions", values ? values : json_object());
    static const char *const error_keys[] = {"ename", "evalue", "traceback"};
    for (size_t i = 0; outcome->error && i < 3; i++)
        json_object_set(reply, error_keys[i], json_object_get(outcome->error, error_keys[i]));
    return reply;
}

static char *execute(void *context, const char *text, bool interrupted)
{
    host *h = context;
    (void)interrupted; /* the flag is set; the session notices at its first check */
    gb_error err = GB_ERROR_INIT;
    json_t *request = gb_json_parse(text, strlen(text), "execute_request", &err);
    const json_t *code = json_object_get(request, "code");
    gb_cell cell = {.text = json_is_string(code) ? json_string_value(code) : "",
                    .size = json_string_length(code),
                    .silent = gb_json_bool_or(request, "silent", false),
                    .store_history = gb_json_bool_or(request, "store_history", true),
                    .allow_input = gb_json_bool_or(request, "allow_stdin", true)};
    h->allow_input = cell.allow_input;
    gb_outcome outcome = {0};
    gb_session_execute(h->session, &cell, &outcome);
    publish(h, &cell, &outcome);
    json_t *reply = make_reply(h, &outcome, request);
    gb_outcome_release(&outcome);
    json_decref(request);
    return text_of_take(reply);
}

static int next_number(void *context)
{
    return gb_session_next_number(((host *)context)->session);
}

/* --- questions about the code ------------------------------------------------------------------*/

static size_t checked_cursor(int cursor)
{
    return cursor < 0 ? SIZE_MAX : (size_t)cursor; /* negative: at the end */
}

static char *complete(void *context, const char *code, size_t n, int cursor)
{
    gb_error err = GB_ERROR_INIT;
    json_t *found =
        gb_session_complete(((host *)context)->session, code, n, checked_cursor(cursor), &err);
    json_t *reply = json_object();
    json_t *matches = json_object_get(found, "matches"), *types = json_object_get(found, "types");
    json_object_set_new(reply, "status", json_string("ok"));
    json_object_set_new(reply, "matches", matches ? json_incref(matches) : json_array());
    json_object_set_new(reply, "cursor_start",
                        json_integer(gb_json_int_or(found, "start", cursor)));
    json_object_set_new(reply, "cursor_end", json_integer(gb_json_int_or(found, "end", cursor)));
    json_t *metadata = json_object();
    if (types) json_object_set(metadata, "_jupyter_types_experimental", types);
    json_object_set_new(reply, "metadata", metadata);
    json_decref(found);
    return text_of_take(reply);
}

static char *inspect(void *context, const char *code, size_t n, int cursor, int detail)
{
    gb_error err = GB_ERROR_INIT;
    json_t *bundle = gb_session_inspect(((host *)context)->session, code, n, checked_cursor(cursor),
                                        detail, &err);
    json_t *data = json_object_get(bundle, "data");
    json_t *reply = json_object();
    json_object_set_new(reply, "status", json_string("ok"));
    json_object_set_new(reply, "found", json_boolean(data != NULL));
    json_object_set_new(reply, "data", data ? json_incref(data) : json_object());
    json_object_set_new(reply, "metadata", json_object());
    json_decref(bundle);
    return text_of_take(reply);
}

static char *is_complete(void *context, const char *code, size_t n)
{
    (void)context;
    static const char *const words[] = {[GB_CELL_COMPLETE] = "complete",
                                        [GB_CELL_INCOMPLETE] = "incomplete",
                                        [GB_CELL_INVALID] = "invalid"};
    int indent = 0;
    gb_completeness found = gb_session_is_complete(code, n, &indent);
    json_t *reply = json_pack("{s:s}", "status", words[found]);
    if (found == GB_CELL_INCOMPLETE) {
        gb_buffer b = GB_BUFFER_INIT;
        gb_buffer_repeat(&b, ' ', (size_t)(indent > 0 ? indent : 0));
        json_object_set_new(reply, "indent", json_string(b.data ? b.data : ""));
        gb_buffer_release(&b);
    }
    return text_of_take(reply);
}

static json_t *look_up(const gb_history *history, const json_t *request)
{
    const char *kind = gb_json_string_or(request, "hist_access_type", "tail");
    bool output = gb_json_bool_or(request, "output", false);
    int n = (int)gb_json_int_or(request, "n", 10);
    if (strcmp(kind, "tail") == 0) return gb_history_tail(history, n, output);
    if (strcmp(kind, "range") == 0)
        return gb_history_range(history, (int)gb_json_int_or(request, "session", 0),
                                (int)gb_json_int_or(request, "start", 1),
                                (int)gb_json_int_or(request, "stop", INT32_MAX), output);
    return gb_history_search(history, gb_json_string_or(request, "pattern", "*"), n,
                             gb_json_bool_or(request, "unique", false), output);
}

static char *history(void *context, const char *text)
{
    host *h = context;
    json_t *request = gb_json_parse(text, strlen(text), "history_request", NULL);
    json_t *rows = look_up(gb_session_history(h->session), request);
    json_decref(request);
    return text_of_take(
        json_pack("{s:s, s:o}", "status", "ok", "history", rows ? rows : json_array()));
}

/* The language is a subset of Python, and says so: front ends then highlight and convert it. */
static char *info(void *context)
{
    (void)context;
    json_t *mode = json_pack("{s:s, s:i}", "name", "ipython", "version", 3);
    json_t *language =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "name", "python", "version", "3.11",
                  "mimetype", "text/x-python", "file_extension", ".py", "pygments_lexer",
                  "ipython3", "nbconvert_exporter", "python", "codemirror_mode", mode);
    return text_of_take(json_pack("{s:s, s:s, s:s, s:o, s:s, s:[], s:b}", "status", "ok",
                                  "implementation", "glassbox", "implementation_version",
                                  GB_VERSION, "language_info", language, "banner",
                                  "Glassbox " GB_VERSION ": look inside a network while it runs",
                                  "help_links", "debugger", false));
}

/* --- beginning and end -------------------------------------------------------------------------*/

static void log_line(void *context, const char *text)
{
    const host *h = context;
    if (h->options->log) h->options->log(h->options->log_context, text);
}

static void interrupt(void *context)
{
    gb_jupyter_interrupt(((host *)context)->jupyter);
}

/* A running cell is interrupted, so that the main thread gets to see that it should end. */
static void shut_down(void *context)
{
    host *h = context;
    gb_wire_stop(h->wire);
    gb_jupyter_interrupt(h->jupyter);
}

static void end(void *context, const char *why)
{
    log_line(context, why);
    shut_down(context);
}

/* Something in a library does not come back: leave without it. */
static void overdue(void *context)
{
    log_line(context, "a cell did not stop in time");
    _exit(1);
}

static bool set_up(host *h, gb_error *err)
{
    h->front = (gb_front){h, show_stream, show_bundle, update_bundle, clear_output, ask};
    gb_session_options session = {.front = &h->front, .history_path = h->options->history_path};
    gb_jupyter_host asked = {
        .context = h,
        .execute = execute,
        .next_number = next_number,
        .complete = complete,
        .inspect = inspect,
        .is_complete = is_complete,
        .history = history,
        .info = info,
        .shutdown = shut_down,
        .complain = log_line,
    };
    return (h->wire = gb_wire_open(h->options->connection, err)) &&
           (h->session = gb_session_new(&session, err)) &&
           (h->jupyter = gb_jupyter_new(h->wire, &asked, err));
}

bool gb_host_run(const gb_host_options *options, gb_error *err)
{
    host h = {.options = options};
    gb_watch *watch = NULL;
    bool ok = set_up(&h, err);
    if (ok) {
        gb_watch_handlers handlers = {&h, interrupt, end, overdue};
        watch = gb_watch_start(&handlers, options->parent, err);
        ok = watch && gb_jupyter_run(h.jupyter, err);
    }
    gb_wire_close(h.wire);
    gb_watch_stop(watch);
    gb_jupyter_free(h.jupyter);
    gb_session_free(h.session);
    return ok;
}
