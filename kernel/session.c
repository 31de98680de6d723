/* Cells in, outcomes out, over the language's VM. See session.h. */
#include "kernel/session_state.h"

#include "display/trouble.h"
#include "graph/base/file.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "kernel/lang/compile.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { READ_LIMIT = 1 << 30 };

/* Its address is the key under which a VM keeps its session. */
static const char session_key;

gb_session *gb_session_of(gb_vm *vm)
{
    return gb_vm_attached(vm, &session_key);
}

/* --- hooks: what the language asks -------------------------------------------------------------*/

static void write_text(void *context, bool error, const char *text, size_t n)
{
    gb_session *session = context;
    gb_front_stream(session->front, error ? "stderr" : "stdout", text, n);
}

static gb_value ask(void *context, gb_vm *vm, const char *prompt)
{
    gb_session *session = context;
    gb_error err = GB_ERROR_INIT;
    char *line = gb_front_input(session->front, prompt, false, &err);
    if (!line) return gb_raise_error(vm, &err);
    gb_value value = gb_str_text_new(vm, line);
    gb_free(line);
    return value;
}

/* `_`, `__` and `___` are the last three values, as in IPython. */
static bool keep_value(gb_session *session, gb_value value)
{
    static const char *const names[] = {"___", "__", "_"};
    for (int i = 0; i < 2; i++) {
        gb_value newer = gb_dict_get_text_peek(session->vm, session->globals, names[i + 1]);
        if (!gb_is_unset(newer) &&
            !gb_dict_set_text(session->vm, session->globals, names[i], newer))
            return false;
    }
    return gb_dict_set_text(session->vm, session->globals, "_", value);
}

/* The last expression's value. */
static bool show_value(void *context, gb_vm *vm, gb_value value)
{
    gb_session *session = context;
    if (session->captured) {
        gb_replace_take(session->captured, gb_ref(value));
        return true;
    }
    json_t *bundle = gb_session_view(session, value);
    if (!bundle) return gb_exception_peek(vm).tag == GB_UNSET;
    json_decref(session->result);
    session->result = bundle;
    return keep_value(session, value);
}

/* Where a path leads, links followed (free); NULL with *outside, or with nothing there. Folders
 * above the session's are no business of a cell. */
static char *real_path(const gb_session *session, const char *path, bool *outside)
{
    gb_error err = GB_ERROR_INIT;
    char *joined = gb_path_join(session->folder, path, &err);
    char *real = joined ? realpath(joined, NULL) : NULL;
    size_t length = strlen(session->folder);
    bool inside = real && strncmp(real, session->folder, length) == 0 &&
                  (real[length] == '/' || real[length] == '\0' || length == 1);
    gb_free(joined);
    *outside = real && !inside;
    if (inside) return real;
    free(real); /* theirs */
    return NULL;
}

/* FileNotFoundError(2, "No such file or directory", path) and the like. */
static void raise_os(gb_vm *vm, gb_exception_class cls, int number, const char *path)
{
    gb_value parts[3] = {gb_int(number), gb_str_text_new(vm, strerror(number)),
                         gb_str_text_new(vm, path)};
    gb_value exception = GB_UNSET_VALUE;
    if (!gb_is_unset(parts[1]) && !gb_is_unset(parts[2]))
        exception = gb_call(vm, gb_type_value(gb_exception_type(vm, cls)), parts, 3);
    if (!gb_is_unset(exception)) gb_raise_value(vm, exception);
    gb_unref(exception);
    gb_unref(parts[1]);
    gb_unref(parts[2]);
}

/* A file inside the session's folder, wherever its path leads. */
static char *read_file(void *context, gb_vm *vm, const char *path, size_t *n)
{
    gb_session *session = context;
    gb_error err = GB_ERROR_INIT;
    bool outside;
    char *real = real_path(session, path, &outside), *text = NULL;
    if (outside)
        gb_raise(vm, GB_EXC_PermissionError,
                 "'%s' is outside the notebook's folder '%s'; a cell reads files inside it only",
                 path, session->folder);
    else if (!real)
        raise_os(vm, GB_EXC_FileNotFoundError, ENOENT, path);
    else if (gb_is_directory(real))
        raise_os(vm, GB_EXC_IsADirectoryError, EISDIR, path);
    else if (!(text = gb_file_read(real, READ_LIMIT, n, &err)))
        gb_raise_error(vm, &err);
    free(real); /* theirs */
    return text;
}

static bool list_folder(gb_vm *vm, const char *path, gb_value *names)
{
    DIR *folder = opendir(path);
    if (!folder)
        return gb_raise_false(vm, GB_EXC_OSError, "cannot list '%s': %s", path, strerror(errno));
    *names = gb_list_new(vm, 0);
    bool ok = !gb_is_unset(*names);
    for (struct dirent *entry; ok && (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            ok = gb_list_append_take(vm, *names, gb_str_text_new(vm, entry->d_name));
    closedir(folder);
    if (!ok) gb_clear(names);
    return ok;
}

static gb_file_kind look(void *context, gb_vm *vm, const char *path, int64_t *bytes,
                         gb_value *names)
{
    bool outside;
    char *real = real_path(context, path, &outside);
    struct stat what;
    gb_file_kind place = GB_FILE_NOTHING;
    if (real && stat(real, &what) == 0) {
        place = S_ISDIR(what.st_mode) ? GB_FILE_FOLDER : GB_FILE_REGULAR;
        *bytes = what.st_size;
        if (place == GB_FILE_FOLDER && names && !list_folder(vm, real, names))
            place = GB_FILE_ERROR;
    }
    free(real); /* theirs */
    return place;
}

static const char *folder_of(void *context)
{
    return ((const gb_session *)context)->folder;
}

/* --- beginning and end -------------------------------------------------------------------------*/

static bool set_up_vm(gb_session *session, gb_error *err)
{
    gb_vm_options options = {.hooks = {.context = session,
                                       .write = write_text,
                                       .input = ask,
                                       .display = show_value,
                                       .magic = gb_session_magic,
                                       .read_file = read_file,
                                       .look = look,
                                       .folder = folder_of}};
    session->vm = gb_vm_new(&options, err);
    if (!session->vm) return false;
    if (!gb_vm_attach(session->vm, &session_key, session, NULL))
        return gb_fail(err, GB_ERR_MEMORY, "out of memory");
    session->globals = gb_vm_globals_new(session->vm);
    if (session->globals.tag == GB_UNSET) return gb_fail(err, GB_ERR_MEMORY, "out of memory");
    return gb_session_install(session, err) && gb_session_add_modules(session, err);
}

static bool set_up(gb_session *session, const gb_session_options *options, gb_error *err)
{
    session->front = options->front;
    session->next_number = 1;
    session->watch = options->watch;
    char *real = realpath(options->folder ? options->folder : ".", NULL);
    session->folder = gb_strdup(real ? real : "/nonexistent", err);
    free(real); /* theirs */
    return session->folder && (session->progress = gb_progress_board_new(options->front, err)) &&
           (session->remotes = gb_remotes_new(err)) &&
           (session->history = gb_history_new(options->history_path, err)) &&
           gb_session_add_record(session, err) && set_up_vm(session, err) &&
           (!options->argc || gb_session_set_arguments(session, options, err));
}

gb_session *gb_session_new(const gb_session_options *options, gb_error *err)
{
    gb_session *session = gb_calloc(1, sizeof *session, err);
    if (!session) return NULL;
    if (set_up(session, options, err)) return session;
    gb_session_free(session);
    return NULL;
}

void gb_session_free(gb_session *session)
{
    if (!session) return;
    if (session->vm) {
        gb_unref(session->globals);
        gb_vm_free(session->vm);
    }
    for (size_t i = 0; i < session->source_count; i++) {
        gb_source_release(session->sources[i]);
        gb_free(session->sources[i]);
    }
    gb_free(session->sources);
    gb_history_free(session->history);
    gb_progress_board_free(session->progress);
    gb_session_free_record(session);
    gb_remotes_free(session->remotes);
    json_decref(session->result);
    gb_free(session->folder);
    gb_free(session);
}

gb_history *gb_session_history(gb_session *session)
{
    return session->history;
}

gb_vm *gb_session_vm(gb_session *session)
{
    return session->vm;
}

int gb_session_next_number(const gb_session *session)
{
    return session->next_number;
}

void gb_session_interrupt(gb_session *session)
{
    if (atomic_load(&session->running)) gb_interrupt_set();
}

/* --- sources -----------------------------------------------------------------------------------*/

const gb_source *gb_session_source(const gb_session *session, uint32_t id)
{
    return id >= 1 && id <= session->source_count ? session->sources[id - 1] : NULL;
}

const gb_source *gb_session_add_source(gb_session *session, const char *name, gb_text text,
                                       gb_error *err)
{
    if (!gb_grow(&session->sources, &session->source_capacity, session->source_count + 1,
                 sizeof(gb_source *), err))
        return NULL;
    gb_source *source = gb_calloc(1, sizeof *source, err);
    if (!source) return NULL;
    if (!gb_source_init(source, (uint32_t)session->source_count + 1, name, text, err)) {
        gb_free(source);
        return NULL;
    }
    session->sources[session->source_count++] = source;
    return source;
}

/* A text with empty lines before it, so that its lines have the numbers they have in the file or
 * cell. */
static const gb_source *add_from_line(gb_session *session, const char *name, uint32_t line,
                                      gb_text text, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_repeat(&b, '\n', line > 1 ? line - 1 : 0);
    gb_buffer_put(&b, text.text, text.size);
    const gb_source *source = NULL;
    if (gb_buffer_ok(&b, err))
        source = gb_session_add_source(session, name, (gb_text){b.data ? b.data : "", b.size}, err);
    gb_buffer_release(&b);
    return source;
}

static const gb_source *add_cell(gb_session *session, const gb_cell *cell, int number,
                                 gb_error *err)
{
    char name[32];
    snprintf(name, sizeof name, "cell %d", number);
    return add_from_line(session, cell->name ? cell->name : name, cell->line,
                         (gb_text){cell->text, cell->size}, err);
}

/* --- executing ---------------------------------------------------------------------------------*/

static void keep_input(gb_session *session, const gb_cell *cell, int number)
{
    gb_error err = GB_ERROR_INIT;
    if (gb_history_add(session->history, number, cell->text, cell->size, &err)) return;
    gb_front_stream(session->front, "stderr", "note: ", 6);
    gb_front_stream(session->front, "stderr", err.message, strlen(err.message));
    gb_front_stream(session->front, "stderr", "\n", 1);
}

/* sys.exit(status): None is 0, an int itself, anything else 1. */
static void note_exit(gb_session *session, gb_value exception, gb_outcome *outcome)
{
    gb_value is_exit = gb_type_value(gb_exception_type(session->vm, GB_EXC_SystemExit));
    if (gb_isinstance(session->vm, exception, is_exit) != 1) return;
    outcome->exits = true;
    bool failed;
    gb_value code = gb_getattr_optional(session->vm, exception, "code", &failed);
    int64_t status = 1;
    if (code.tag == GB_NONE)
        status = 0;
    else if (code.tag == GB_INT)
        status = code.i;
    outcome->exit_status = (int)(status & 255);
    gb_unref(code);
    gb_exception_clear(session->vm);
}

static void run_code(gb_session *session, gb_code *code, gb_outcome *outcome)
{
    bool ok = gb_vm_run(session->vm, code, session->globals);
    if (ok && (session->cell->hide_result || gb_session_show_figures(session))) return;
    gb_value exception = gb_exception_take(session->vm);
    outcome->status = GB_CELL_ERROR;
    outcome->error = gb_report_exception(session, exception);
    note_exit(session, exception, outcome);
    gb_unref(exception);
    if (gb_interrupted()) gb_interrupt_clear();
}

/* A script knows its path by __file__, as in Python. */
static void name_file(gb_session *session, const char *path)
{
    gb_vm *vm = session->vm;
    if (!gb_dict_set_text_take(vm, session->globals, "__file__", gb_str_text_new(vm, path)))
        gb_exception_clear(vm);
}

static void run_cell(gb_session *session, const gb_cell *cell, gb_outcome *outcome)
{
    gb_error err = GB_ERROR_INIT;
    gb_compile_options options = {
        .cell = true, .display = !cell->silent && !cell->hide_result, .fuse = true};
    const gb_source *source = add_cell(session, cell, outcome->number, &err);
    gb_code *code = source ? gb_compile_text(source, options, &err) : NULL;
    session->cell_name = source ? source->name : "";
    if (cell->name) name_file(session, cell->name);
    if (code) {
        run_code(session, code, outcome);
        gb_code_unref(code);
    } else {
        outcome->status = GB_CELL_ERROR;
        outcome->error = gb_report_error(session, &err);
    }
    outcome->result = session->result;
    session->result = NULL;
}

static void keep_output(gb_session *session, const gb_outcome *outcome)
{
    const json_t *data = json_object_get(outcome->result, "data");
    const char *text = gb_json_string_or(data, "text/plain", NULL);
    if (text) gb_history_set_output(session->history, text);
}

void gb_session_execute(gb_session *session, const gb_cell *cell, gb_outcome *outcome)
{
    bool counted = cell->store_history && !cell->silent;
    *outcome = (gb_outcome){.number = session->next_number};
    if (counted) {
        session->next_number++;
        keep_input(session, cell, outcome->number);
    }
    session->cell = cell;
    atomic_store(&session->running, true);
    run_cell(session, cell, outcome);
    atomic_store(&session->running, false);
    session->cell = NULL;
    gb_progress_board_finish(session->progress, outcome->status != GB_CELL_OK);
    if (counted) keep_output(session, outcome);
}

void gb_outcome_release(gb_outcome *outcome)
{
    json_decref(outcome->result);
    json_decref(outcome->error);
    *outcome = (gb_outcome){0};
}

/* --- parts of a cell ---------------------------------------------------------------------------*/

uint32_t gb_session_line(gb_session *session)
{
    gb_span span = gb_vm_span(session->vm);
    const gb_source *source = gb_session_source(session, span.source);
    return source ? gb_source_line(source, span.start) : 1;
}

bool gb_session_run_text(gb_session *session, uint32_t line, const char *text, gb_value *value)
{
    gb_error err = GB_ERROR_INIT;
    gb_compile_options options = {.cell = true, .display = value != NULL, .fuse = true};
    const gb_source *source =
        add_from_line(session, session->cell_name, line, (gb_text){text, strlen(text)}, &err);
    gb_code *code = source ? gb_compile_text(source, options, &err) : NULL;
    if (!code) return gb_raise_error_false(session->vm, &err);
    gb_value *outer = session->captured;
    if (value) session->captured = value;
    bool ok = gb_vm_run(session->vm, code, session->globals);
    session->captured = outer;
    gb_code_unref(code);
    if (!ok && value) gb_clear(value);
    return ok;
}

bool gb_session_forget_all(gb_session *session)
{
    gb_value fresh = gb_vm_globals_new(session->vm);
    if (gb_is_unset(fresh)) return false;
    gb_dict_clear(session->globals); /* the running cell holds this very dict */
    bool ok = gb_dict_update(session->vm, session->globals, fresh);
    gb_unref(fresh);
    gb_collect(session->vm);
    return ok;
}

void gb_session_note(gb_session *session, const char *text)
{
    gb_error err = GB_ERROR_INIT;
    gb_bundle bundle = GB_BUNDLE_INIT;
    json_t *data, *metadata;
    gb_note note = {.text = text};
    if (gb_note_show(&note, &bundle, &err) && gb_bundle_json(&bundle, &data, &metadata, &err)) {
        json_t *shown = json_pack("{s:o, s:o}", "data", data, "metadata", metadata);
        gb_front_display(session->front, shown, NULL);
        json_decref(shown);
    }
    gb_bundle_release(&bundle);
}

void gb_session_new_display_id(gb_session *session, const char *start, char out[GB_DISPLAY_ID])
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    snprintf(out, GB_DISPLAY_ID, "%s-%lx-%lx-%lu", start, (unsigned long)t.tv_sec,
             (unsigned long)t.tv_nsec, ++session->next_display_id);
}

/* --- expressions beside a cell -----------------------------------------------------------------*/

/* An expression is a cell whose value is displayed: its bundle, or NULL with either `err` or an
 * exception in the VM. None displays nothing, so it has its bundle made here. */
static json_t *evaluate(gb_session *session, const char *text, gb_error *err)
{
    gb_compile_options options = {.display = true};
    const gb_source *source =
        gb_session_add_source(session, "expression", (gb_text){text, strlen(text)}, err);
    gb_code *code = source ? gb_compile_text(source, options, err) : NULL;
    if (!code) return NULL;
    bool ok = gb_vm_run(session->vm, code, session->globals);
    gb_code_unref(code);
    json_t *bundle = session->result;
    session->result = NULL;
    if (ok) return bundle ? bundle : gb_plain_bundle("None", 4);
    json_decref(bundle);
    return NULL;
}

static json_t *evaluate_one(gb_session *session, const char *text)
{
    gb_error err = GB_ERROR_INIT;
    json_t *answer = evaluate(session, text, &err);
    const char *status = answer ? "ok" : "error";
    if (!answer) {
        gb_value exception = gb_exception_take(session->vm);
        answer = exception.tag == GB_UNSET ? gb_report_error(session, &err)
                                           : gb_report_exception(session, exception);
        gb_unref(exception);
    }
    if (answer) json_object_set_new(answer, "status", json_string(status));
    return answer;
}

json_t *gb_session_evaluate_all(gb_session *session, const json_t *expressions)
{
    json_t *answers = json_object();
    void *at = json_object_iter((json_t *)expressions);
    for (; at; at = json_object_iter_next((json_t *)expressions, at)) {
        const json_t *text = json_object_iter_value(at);
        if (json_is_string(text))
            json_object_set_new_nocheck(answers, json_object_iter_key(at),
                                        evaluate_one(session, json_string_value(text)));
    }
    return answers;
}

gb_completeness gb_session_is_complete(const char *text, size_t size, int *indent)
{
    return gb_cell_completeness(text, size, indent);
}
