/* The table of operators that are not libtorch's. What they do is in index.c. */
#include "graph/tensor/overload.h"

const char *const gb_own_schemas[] = {
#define GB_OWN_OP(schema, function) schema,
#include "graph/tensor/own_op.def"
#undef GB_OWN_OP
};

static gb_own_call *const functions[] = {
#define GB_OWN_OP(schema, function) function,
#include "graph/tensor/own_op.def"
#undef GB_OWN_OP
};

const size_t gb_own_schema_count = sizeof gb_own_schemas / sizeof gb_own_schemas[0];

gb_own_call *gb_own_call_find(const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < gb_own_schema_count; i++)
        if (!strncmp(gb_own_schemas[i], name, n) && gb_own_schemas[i][n] == '(')
            return functions[i];
    return NULL;
}
