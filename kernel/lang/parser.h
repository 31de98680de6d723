/* Text to syntax tree: Python 3.11 without async, plus the forms of notebook cells.
 *
 * A hand-written recursive-descent parser with precedence climbing. Errors are CPython 3.11's class
 * and text wherever it has a special one for the mistake, with the span it underlines. Parsing
 * never executes or allocates outside the arena. */
#ifndef GB_LANG_PARSER_H
#define GB_LANG_PARSER_H

#include "kernel/lang/ast.h"
#include "kernel/lang/cell.h"

typedef struct gb_parse_options {
    bool cell; /* the IPython forms are allowed */
} gb_parse_options;

/* The Module node, in `arena`. NULL with SyntaxError, IndentationError, RecursionError or
 * MemoryError at its span. */
gb_node *gb_parse(const gb_source *source, gb_parse_options options, gb_arena *arena,
                  gb_error *err) GB_MUST_CHECK;

#endif
