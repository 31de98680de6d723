/* Text to syntax tree: Python 3.11 without async, plus the forms of notebook cells.
 *
 * A hand-written recursive-descent parser with precedence climbing. Errors are CPython 3.11's class
 * and text wherever it has a special one for the mistake, with the span it underlines. Parsing
 * never executes or allocates outside the arena. */
#ifndef GB_LANG_PARSER_H
#define GB_LANG_PARSER_H

#include "kernel/lang/ast.h"

/* What a Magic node is. */
typedef enum gb_magic_kind {
    GB_MAGIC_LINE,  /* %name args          (also `x = %name args`) */
    GB_MAGIC_CELL,  /* %%name args + body: the whole cell */
    GB_MAGIC_SHELL, /* !args               (also `x = !args`) */
    GB_MAGIC_HELP,  /* args? or ?args */
    GB_MAGIC_SOURCE /* args?? or ??args */
} gb_magic_kind;

typedef struct gb_parse_options {
    bool cell; /* the IPython forms are allowed */
} gb_parse_options;

/* The Module node, in `arena`. NULL with SyntaxError, IndentationError, RecursionError or
 * MemoryError at its span. */
gb_node *gb_parse(const gb_source *source, gb_parse_options options, gb_arena *arena,
                  gb_error *err) GB_MUST_CHECK;

/* What a front end asks before it runs a cell on Enter. */
typedef enum gb_completeness {
    GB_CELL_COMPLETE,
    GB_CELL_INCOMPLETE, /* `indent` spaces should start the next line */
    GB_CELL_INVALID
} gb_completeness;

/* Judges as IPython does: a compound statement is complete only after an empty line at the end. */
gb_completeness gb_cell_completeness(const char *text, size_t size, int *indent);

#endif
