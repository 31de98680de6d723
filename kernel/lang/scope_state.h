/* What the two passes of scope analysis share; for no one else. */
#ifndef GB_LANG_SCOPE_STATE_H
#define GB_LANG_SCOPE_STATE_H

#include "kernel/lang/scope.h"

#include <stdio.h>

typedef struct scoper {
    gb_scopes *out;
    const gb_source *source;
    gb_scope *now;
    gb_error *err;
    unsigned targets;   /* within the target of a comprehension */
    unsigned iterables; /* within the iterable of one */
} scoper;

/* The symbol of a (not yet mangled) name, made when new; NULL without memory. */
gb_symbol *gb_scoper_symbol(scoper *s, gb_scope *scope, const char *name);
/* Appends to the current scope's parameters. */
void gb_scope_add_parameter(scoper *s, const char *name);
/* The second pass. */
void gb_scopes_resolve(scoper *s);

#endif
