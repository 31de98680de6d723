/* A program that the build runs: compiles the modules written in the cell language and writes them
 * as C (gb_embedded_rows).
 *
 *     precompile OUT.c ROOT NAME.py... */
#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "kernel/lang/code_store.h"
#include "kernel/lang/compile.h"
#include "kernel/lang/embedded.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SOURCE_LIMIT = 1 << 24, WORDS_IN_LINE = 5 };

/* The stored code of one file. */
static bool compile_file(const char *root, const char *file, gb_buffer *stored, gb_error *err)
{
    gb_source source;
    size_t n;
    char *path = gb_path_join(root, file, err);
    char *text = path ? gb_file_read(path, SOURCE_LIMIT, &n, err) : NULL;
    gb_code *code = NULL;
    if (text && gb_source_init(&source, 1, file, (gb_text){text, n}, err)) {
        code = gb_compile_text(&source, (gb_compile_options){.fuse = true}, err);
        gb_source_release(&source);
    }
    if (code) gb_code_store(code, stored);
    gb_code_unref(code);
    gb_free(text);
    gb_free(path);
    return code && gb_buffer_ok(stored, err);
}

/* "torch.nn" of torch/nn.py and torch/nn/__init__.py. */
static void put_module_name(gb_buffer *out, const char *file)
{
    static const char package[] = "/__init__.py", plain[] = ".py";
    size_t n = strlen(file);
    bool is_package = n > strlen(package) && strcmp(file + n - strlen(package), package) == 0;
    n -= strlen(is_package ? package : plain);
    for (size_t i = 0; i < n; i++)
        gb_buffer_char(out, file[i] == '/' ? '.' : file[i]);
}

static void put_words(gb_buffer *out, int number, const gb_buffer *stored)
{
    gb_buffer_format(out, "static const uint64_t code_%d[] = {", number);
    for (size_t i = 0; i < stored->size / sizeof(uint64_t); i++) {
        uint64_t word;
        memcpy(&word, stored->data + i * sizeof word, sizeof word);
        gb_buffer_format(out, "%s0x%" PRIx64 ",", i % WORDS_IN_LINE ? "" : "\n    ", word);
    }
    gb_buffer_text(out, "\n};\n");
}

static bool write_all(const char *root, char **files, int count, gb_buffer *out, gb_error *err)
{
    gb_buffer rows = GB_BUFFER_INIT, stored = GB_BUFFER_INIT;
    bool ok = true;
    gb_buffer_text(out, "/* Made by precompile. */\n#include \"kernel/lang/embedded.h\"\n\n");
    for (int i = 0; ok && i < count; i++) {
        gb_buffer_clear(&stored);
        ok = compile_file(root, files[i], &stored, err);
        if (!ok) {
            fprintf(stderr, "%s: at byte %u: %s\n", files[i], err->span.start, err->message);
            break;
        }
        put_words(out, i, &stored);
        gb_buffer_text(&rows, "    {\"");
        put_module_name(&rows, files[i]);
        gb_buffer_format(&rows, "\", code_%d},\n", i);
    }
    gb_buffer_text(out, "\nconst gb_embedded gb_embedded_rows[] = {\n");
    if (ok && gb_buffer_ok(&rows, err)) gb_buffer_put(out, rows.data, rows.size);
    gb_buffer_text(out, "    {0, 0},\n};\n");
    gb_buffer_release(&rows);
    gb_buffer_release(&stored);
    return ok && gb_buffer_ok(out, err);
}

int main(int argc, char **argv)
{
    gb_buffer out = GB_BUFFER_INIT;
    gb_error err = GB_ERROR_INIT;
    bool ok = argc > 3 && write_all(argv[2], argv + 3, argc - 3, &out, &err) &&
              gb_file_write(argv[1], out.data, out.size, &err);
    if (!ok) fprintf(stderr, "precompile: %s\n", argc > 3 ? err.message : "OUT.c ROOT NAME.py...");
    gb_buffer_release(&out);
    return ok ? 0 : 1;
}
