/* Finding embedded modules. See vm.h. */
#include "kernel/lang/embedded.h"

#include "kernel/lang/vm.h"

#include <string.h>

const void *gb_embedded_module(const char *name)
{
    for (const gb_embedded *row = gb_embedded_rows; row->name; row++)
        if (strcmp(row->name, name) == 0) return row->code;
    return NULL;
}

bool gb_embedded_package(const char *name)
{
    size_t n = strlen(name);
    for (const gb_embedded *row = gb_embedded_rows; row->name; row++)
        if (strncmp(row->name, name, n) == 0 && row->name[n] == '.') return true;
    return false;
}
