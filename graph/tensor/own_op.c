/* The table of operators that are not libtorch's. Indexing is in index.c. */
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

/* The tensor itself. The id keeps two marks of one value apart in a graph, so that what uses the
 * one can be told from what uses the other. */
bool gb_own_mark(const gb_arg *args, gb_arg *results, gb_error *err)
{
    if (args[0].kind != GB_ARG_TENSOR)
        return gb_fail(err, GB_ERR_TYPE, "mark(): argument 'self' must be Tensor, not %s",
                       gb_arg_type_name(&args[0]));
    results[0] = gb_arg_tensor(gb_tensor_ref(args[0].as.tensor));
    return true;
}

const size_t gb_own_schema_count = sizeof gb_own_schemas / sizeof gb_own_schemas[0];

gb_own_call *gb_own_call_find(const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < gb_own_schema_count; i++)
        if (!strncmp(gb_own_schemas[i], name, n) && gb_own_schemas[i][n] == '(')
            return functions[i];
    return NULL;
}
