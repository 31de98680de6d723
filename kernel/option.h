/* Options of a command line: a table says which there are. Used by the commands alone. */
#ifndef GB_KERNEL_OPTION_H
#define GB_KERNEL_OPTION_H

#include "graph/base/error.h"

typedef struct gb_option {
    const char *name;   /* "--output" */
    const char *letter; /* "-o" or NULL */
    const char **value; /* where the argument goes; NULL: the option takes none */
    bool *flag;         /* set to true when the option is there; may be NULL */
    size_t *count;      /* NULL; else the option may be given again: value[*count] is filled */
    size_t most;        /* room in `value` then */
} gb_option;

/* Takes the options out of argv[1 ..), wherever they stand; what is left moves to argv[1 ..) and
 * *argc tells how much. `options` ends with name NULL. "--" ends the options; "--name=value" is
 * accepted. ValueError: an unknown option (with the nearest one), a missing argument. */
bool gb_options_read(const gb_option *options, int *argc, char **argv, gb_error *err) GB_MUST_CHECK;

#endif
