/* `glassbox show STAGE FILE.py`: one stage of the way from text to results, as text. */
#include "kernel/command.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "kernel/lang/compile.h"
#include "kernel/lang/lexer.h"
#include "kernel/lang/parser.h"
#include "kernel/option.h"
#include "kernel/session.h"

#include <stdio.h>
#include <string.h>

enum { FILE_LIMIT = 64 << 20 };

static bool show_tokens(const gb_source *source, gb_buffer *out, gb_error *err)
{
    gb_tokens tokens;
    if (!gb_lex(source, (gb_lex_options){.cell = true}, &tokens, err)) return false;
    gb_tokens_print(&tokens, source, out);
    if (tokens.error.cls) *err = tokens.error;
    gb_tokens_release(&tokens);
    return !err->cls;
}

static bool show_ast(const gb_source *source, gb_buffer *out, gb_error *err)
{
    gb_arena arena = GB_ARENA_INIT;
    gb_node *module = gb_parse(source, (gb_parse_options){.cell = true}, &arena, err);
    if (module) gb_ast_print(module, out);
    gb_arena_release(&arena);
    return module != NULL;
}

static bool show_code(const gb_source *source, gb_buffer *out, gb_error *err)
{
    gb_code *code = gb_compile_text(source, (gb_compile_options){.cell = true, .fuse = true}, err);
    if (!code) return false;
    gb_code_print(code, out);
    gb_code_unref(code);
    return true;
}

/* The stages of a text, and those (without `show`) that are seen while the program runs. */
static const struct stage {
    const char *name;
    bool (*show)(const gb_source *source, gb_buffer *out, gb_error *err);
} stages[] = {{"tokens", show_tokens},
              {"ast", show_ast},
              {"code", show_code},
              {"graph", NULL},
              {"plan", NULL}};

enum { STAGES = sizeof stages / sizeof *stages };

static const struct stage *find(const char *name, gb_error *err)
{
    const char *names[STAGES];
    for (size_t i = 0; i < STAGES; i++) {
        if (strcmp(stages[i].name, name) == 0) return &stages[i];
        names[i] = stages[i].name;
    }
    const char *near = gb_nearest(name, names, STAGES);
    gb_fail(err, GB_ERR_VALUE, "no stage '%s'%s%s%s", name, near ? "; did you mean '" : "",
            near ? near : "", near ? "'?" : "");
    return NULL;
}

/* A mistake in the program, with its line and caret. */
static int fail_in_source(const gb_source *source, const gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, "  File \"%s\", line %u\n", source->name,
                     gb_source_line(source, err->span.start));
    gb_source_caret(source, err->span, &b);
    gb_buffer_format(&b, "%s: %s\n", gb_error_class_name(err->cls), err->message);
    fputs(b.data ? b.data : err->message, stderr);
    gb_buffer_release(&b);
    return GB_EXIT_FAILED;
}

static int show(const struct stage *stage, const char *path, gb_error *err)
{
    size_t n;
    char *text = gb_file_read(path, FILE_LIMIT, &n, err);
    gb_source source;
    bool ok = text && gb_source_init(&source, 1, path, (gb_text){text, n}, err);
    gb_free(text);
    if (!ok) return gb_command_failed(err);
    gb_buffer out = GB_BUFFER_INIT;
    int status = 0;
    ok = stage->show(&source, &out, err);
    if (out.data) fwrite(out.data, 1, out.size, stdout);
    fflush(stdout);
    if (!ok) status = fail_in_source(&source, err);
    gb_buffer_release(&out);
    gb_source_release(&source);
    return status;
}

/* --- stages of a run ---------------------------------------------------------------------------*/

static void print_text(void *context, const char *text)
{
    bool *any = context;
    printf("%s%s", *any ? "\n" : "", text);
    *any = true;
}

/* Runs the program, its output dropped. */
static int show_run(const struct stage *stage, const char *path, gb_error *err)
{
    bool any = false, graph = strcmp(stage->name, "graph") == 0;
    size_t n;
    char *text = gb_file_read(path, FILE_LIMIT, &n, err), *folder = gb_path_folder(path, err);
    gb_session_options options = {
        .folder = folder, .watch = {&any, graph ? print_text : NULL, graph ? NULL : print_text}};
    gb_session *session = text && folder ? gb_session_new(&options, err) : NULL;
    int status = session ? 0 : gb_command_failed(err);
    if (session) {
        gb_cell cell = {.text = text, .size = n, .name = path, .hide_result = true};
        gb_outcome outcome;
        gb_session_execute(session, &cell, &outcome);
        fflush(stdout);
        if (outcome.error) fputs(gb_json_string_or(outcome.error, "text", ""), stderr);
        status = outcome.status == GB_CELL_OK ? 0 : GB_EXIT_FAILED;
        gb_outcome_release(&outcome);
    }
    gb_session_free(session);
    gb_free(folder);
    gb_free(text);
    return status;
}

int gb_command_show(int argc, char **argv)
{
    gb_error err = GB_ERROR_INIT;
    const gb_option none[] = {{0}};
    if (!gb_options_read(none, &argc, argv, &err)) return gb_command_misused("show", &err);
    if (argc != 3) {
        (void)gb_fail(&err, GB_ERR_VALUE, "expected a stage and a file");
        return gb_command_misused("show", &err);
    }
    const struct stage *stage = find(argv[1], &err);
    if (!stage) return gb_command_misused("show", &err);
    return stage->show ? show(stage, argv[2], &err) : show_run(stage, argv[2], &err);
}
