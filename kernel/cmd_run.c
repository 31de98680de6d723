/* `glassbox run FILE`: a script as a script, or a document executed and written. */
#include "kernel/command.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "kernel/document.h"
#include "kernel/option.h"
#include "kernel/recorder.h"
#include "kernel/terminal.h"

#include <stdio.h>
#include <string.h>

enum { MOST_OUTPUTS = 8 };

typedef struct job {
    const char *path;
    const char *outputs[MOST_OUTPUTS]; /* none: a script is not written, a notebook written back */
    size_t output_count;
    bool allow_errors;
    gb_document document;
    gb_recorder *recorder;
    gb_session *session;
    int status;
    bool over; /* no further cell */
} job;

/* --- the forms that can be written -------------------------------------------------------------*/

static char *write_page(const gb_document *document, const char *path, size_t *n, gb_error *err)
{
    const char *slash = strrchr(path, '/');
    return gb_document_page(document, slash ? slash + 1 : path, n, err);
}

static char *write_notebook(const gb_document *document, const char *path, size_t *n, gb_error *err)
{
    (void)path;
    return gb_document_notebook(document, n, err);
}

static char *write_text(const gb_document *document, const char *path, size_t *n, gb_error *err)
{
    (void)path;
    return gb_document_text(document, n, err);
}

static const struct form {
    const char *ending;
    char *(*write)(const gb_document *, const char *path, size_t *n, gb_error *err);
} forms[] = {{".ipynb", write_notebook}, {".html", write_page}, {".txt", write_text}};

static const struct form *form_of(const char *path)
{
    size_t n = strlen(path);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t m = strlen(forms[i].ending);
        if (n > m && strcmp(path + n - m, forms[i].ending) == 0) return &forms[i];
    }
    return NULL;
}

static bool write_one(const job *j, const char *path, gb_error *err)
{
    size_t n;
    char *text = form_of(path)->write(&j->document, j->path, &n, err);
    bool ok = text && gb_file_write(path, text, n, err);
    gb_free(text);
    return ok;
}

static bool write_document(const job *j, gb_error *err)
{
    if (!j->output_count) return write_one(j, j->path, err);
    for (size_t i = 0; i < j->output_count; i++)
        if (!write_one(j, j->outputs[i], err)) return false;
    return true;
}

/* --- executing ---------------------------------------------------------------------------------*/

static void report(job *j, const gb_outcome *outcome)
{
    if (outcome->exits) {
        j->status = outcome->exit_status;
        j->over = true;
    } else if (outcome->status != GB_CELL_OK) {
        j->status = GB_EXIT_FAILED;
        j->over = !j->allow_errors;
    }
    if (!outcome->error || (outcome->exits && outcome->exit_status == 0)) return;
    const char *text = gb_json_string_or(outcome->error, outcome->exits ? "evalue" : "text", "");
    fflush(stdout);
    /* sys.exit("words") prints the words, sys.exit(3) nothing */
    if (!outcome->exits)
        fputs(text, stderr);
    else if (text[strspn(text, "-0123456789")])
        fprintf(stderr, "%s\n", text);
}

static void execute(job *j, gb_document_cell *cell, bool records)
{
    gb_cell request = {.text = cell->source,
                       .size = cell->size,
                       .name = j->document.script ? j->path : NULL,
                       .line = cell->line,
                       .hide_result = !records,
                       .store_history = true,
                       .allow_input = true};
    gb_outcome outcome;
    gb_session_execute(j->session, &request, &outcome);
    report(j, &outcome);
    if (records) {
        json_decref(cell->outputs);
        cell->outputs = gb_recorder_take(j->recorder, &outcome);
        cell->number = outcome.number;
    }
    gb_outcome_release(&outcome);
}

/* Owned folder in which it may read and from which relative names start: a notebook's own, as
 * Jupyter has it; for a script the current one, as Python has it. */
static char *folder_of(const job *j, gb_error *err)
{
    const char *path = j->path;
    if (j->document.script) return gb_strdup(".", err);
    const char *slash = strrchr(path, '/');
    if (!slash) return gb_strdup(".", err);
    return gb_strndup(path, slash == path ? 1 : (size_t)(slash - path), err);
}

static bool run_cells(job *j, gb_error *err)
{
    bool records = j->output_count || !j->document.script;
    const gb_front *terminal = gb_terminal_front();
    char *folder = folder_of(j, err);
    if (!folder) return false;
    if (records && !(j->recorder = gb_recorder_new(j->document.script ? terminal : NULL, err)))
        return false;
    const char *const arguments[] = {j->path};
    gb_session_options options = {.front = records ? gb_recorder_front(j->recorder) : terminal,
                                  .folder = folder,
                                  .argv = arguments,
                                  .argc = 1};
    j->session = gb_session_new(&options, err);
    gb_free(folder);
    if (!j->session) return false;
    for (size_t i = 0; i < j->document.count && !j->over; i++)
        if (j->document.cells[i].kind == GB_CELL_CODE) execute(j, &j->document.cells[i], records);
    return !records || write_document(j, err);
}

static bool check_paths(const job *j, gb_error *err)
{
    for (size_t i = 0; i < j->output_count; i++)
        if (!form_of(j->outputs[i]))
            return gb_fail(err, GB_ERR_VALUE, "'%s' should end with .ipynb, .html or .txt",
                           j->outputs[i]);
    return true;
}

int gb_command_run(int argc, char **argv)
{
    job j = {0};
    gb_error err = GB_ERROR_INIT;
    const gb_option options[] = {{.name = "--output",
                                  .letter = "-o",
                                  .value = j.outputs,
                                  .count = &j.output_count,
                                  .most = MOST_OUTPUTS},
                                 {.name = "--allow-errors", .flag = &j.allow_errors},
                                 {0}};
    if (!gb_options_read(options, &argc, argv, &err)) return gb_command_misused("run", &err);
    if (argc != 2) {
        (void)gb_fail(&err, GB_ERR_VALUE, argc < 2 ? "no file is given" : "more than one file");
        return gb_command_misused("run", &err);
    }
    j.path = argv[1];
    if (!check_paths(&j, &err)) return gb_command_misused("run", &err);
    gb_terminal_catch_interrupts();
    bool ok = gb_document_read(j.path, &j.document, &err) && run_cells(&j, &err);
    gb_session_free(j.session);
    gb_recorder_free(j.recorder);
    gb_document_release(&j.document);
    return ok ? j.status : gb_command_failed(&err);
}
