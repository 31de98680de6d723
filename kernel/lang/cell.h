/* What front ends ask of cells: whether one is whole, and which of IPython's forms a line has.
 * parser.h reads them. */
#ifndef GB_LANG_CELL_H
#define GB_LANG_CELL_H

#include <stddef.h>

/* What a Magic node is. */
typedef enum gb_magic_kind {
    GB_MAGIC_LINE,  /* %name args          (also `x = %name args`) */
    GB_MAGIC_CELL,  /* %%name args + body: the whole cell */
    GB_MAGIC_SHELL, /* !args               (also `x = !args`) */
    GB_MAGIC_HELP,  /* args? or ?args */
    GB_MAGIC_SOURCE /* args?? or ??args */
} gb_magic_kind;

/* What a front end asks before it runs a cell on Enter. */
typedef enum gb_completeness {
    GB_CELL_COMPLETE,
    GB_CELL_INCOMPLETE, /* `indent` spaces should start the next line */
    GB_CELL_INVALID
} gb_completeness;

/* Judges as IPython does: a compound statement is complete only after an empty line at the end. */
gb_completeness gb_cell_completeness(const char *text, size_t size, int *indent);

#endif
