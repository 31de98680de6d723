/* Syntax tree to bytecode.
 *
 *     gb_source_init(&source, id, "<cell 1>", text, err)
 *     gb_code *code = gb_compile_text(&source, (gb_compile_options){.cell = true, .display = true,
 * .fuse = true}, err)
 *
 * The result is self-contained: source, arena and tree may go before it. */
#ifndef GB_LANG_COMPILE_H
#define GB_LANG_COMPILE_H

#include "kernel/lang/ast.h"
#include "kernel/lang/code.h"

typedef struct gb_compile_options {
    bool cell;    /* notebook cell: IPython's forms are allowed */
    bool display; /* a last expression statement without `;` at its end goes to DISPLAY */
    bool fuse;    /* use the fused instructions of opcode.def */
} gb_compile_options;

/* Compiles a Module node. Owned (gb_code_unref). NULL with SyntaxError at its span (names, `return`
 * outside a function, `global` after use …), RecursionError or MemoryError. */
gb_code *gb_compile(const gb_node *module, const gb_source *source, gb_compile_options options,
                    gb_error *err) GB_MUST_CHECK;

/* Parse and compile. */
gb_code *gb_compile_text(const gb_source *source, gb_compile_options options,
                         gb_error *err) GB_MUST_CHECK;

/* The same for one expression (eval, a watch in a front end): its value is the result of the code.
 */
gb_code *gb_compile_expression(const gb_source *source, gb_error *err) GB_MUST_CHECK;

#endif
