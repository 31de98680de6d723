/* The table of stored types. See checkpoint.h and types.def. */
#include "graph/weights/checkpoint.h"

#include <string.h>

static const gb_stored_type types[] = {
#define GB_STORED_TYPE(format, name, id, dtype, block, bytes, expand)                              \
    {GB_FORMAT_##format, name, id, dtype, block, bytes, expand},
#include "graph/weights/types.def"
#undef GB_STORED_TYPE
};

enum { TYPES = sizeof types / sizeof *types };

const gb_stored_type *gb_stored_type_named(const char *name)
{
    for (size_t i = 0; i < TYPES; i++)
        if (types[i].format == GB_FORMAT_SAFETENSORS && strcmp(types[i].name, name) == 0)
            return &types[i];
    return NULL;
}

const gb_stored_type *gb_stored_type_of_dtype(gb_dtype dtype)
{
    for (size_t i = 0; i < TYPES; i++)
        if (types[i].format == GB_FORMAT_SAFETENSORS && types[i].dtype == dtype) return &types[i];
    return NULL;
}

const gb_stored_type *gb_stored_type_numbered(uint32_t gguf_id)
{
    for (size_t i = 0; i < TYPES; i++)
        if (types[i].format == GB_FORMAT_GGUF && (uint32_t)types[i].id == gguf_id) return &types[i];
    return NULL;
}

bool gb_stored_bytes(const gb_stored_type *type, int rank, const int64_t *shape, uint64_t *bytes)
{
    uint64_t elements = 1;
    for (int i = 0; i < rank; i++)
        if (__builtin_mul_overflow(elements, (uint64_t)shape[i], &elements)) return false;
    if (type->block > 1 && (rank == 0 || shape[rank - 1] % type->block)) return false;
    elements /= type->block;
    return !__builtin_mul_overflow(elements, (uint64_t)type->bytes, bytes) && *bytes <= INT64_MAX;
}
