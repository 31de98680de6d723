/* Lexer, parser, scopes and compiler on any bytes. The first byte chooses the options. */
#include "kernel/lang/compile.h"
#include "kernel/lang/parser.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    gb_error err = GB_ERROR_INIT;
    gb_source source;
    gb_text text = {(const char *)data + 1, size - 1};
    int indent;
    gb_cell_completeness(text.text, text.size, &indent);
    if (!gb_source_init(&source, 1, "fuzz", text, &err)) return 0;
    gb_compile_options options = {.cell = data[0] & 1, .display = data[0] & 2, .fuse = data[0] & 4};
    gb_code *code = gb_compile_text(&source, options, &err);
    if (code) {
        gb_buffer out = GB_BUFFER_INIT;
        gb_code_print(code, &out);
        gb_buffer_release(&out);
    }
    gb_code_unref(code);
    gb_source_release(&source);
    return 0;
}
