/* What fuzz targets read their choices from: the input, byte by byte, then zeros. */
#ifndef GB_FUZZ_BYTES_H
#define GB_FUZZ_BYTES_H

#include "graph/tensor/tensor.h"

typedef struct bytes {
    const uint8_t *data;
    size_t size;
} bytes;

static inline uint8_t next_byte(bytes *b)
{
    if (!b->size) return 0;
    b->size--;
    return *b->data++;
}

/* Up to n bytes, the rest zeros. */
static inline void next_bytes(bytes *b, void *out, size_t n)
{
    uint8_t *to = out;
    for (size_t i = 0; i < n; i++)
        to[i] = next_byte(b);
}

/* A tensor of up to `most` dimensions of 0 to 4 elements, of any dtype, whose numbers are the
 * input's bytes; NULL when libtorch refuses it. Owned. */
static inline gb_tensor *next_tensor(bytes *b, size_t most)
{
    enum { ELEMENTS = 256, WIDEST = 16 };
    static const gb_dtype dtypes[] = {GB_F32, GB_F64, GB_F16, GB_BF16, GB_I64,    GB_I32,
                                      GB_I8,  GB_U8,  GB_C64, GB_C128, GB_BOOLEAN};
    _Alignas(16) uint8_t values[ELEMENTS * WIDEST];
    int64_t sizes[8];
    gb_error err = GB_ERROR_INIT;
    gb_dtype dtype = dtypes[next_byte(b) % (sizeof dtypes / sizeof *dtypes)];
    size_t dim = next_byte(b) % (most + 1), count = 1;
    for (size_t i = 0; i < dim; i++) {
        sizes[i] = next_byte(b) % 5;
        if (count * (size_t)sizes[i] > ELEMENTS) sizes[i] = 1;
        count *= (size_t)sizes[i];
    }
    next_bytes(b, values, count * gb_dtype_size(dtype));
    for (size_t i = 0; dtype == GB_BOOLEAN && i < count; i++)
        values[i] &= 1;
    return gb_tensor_from_data(values, dtype, sizes, dim, &err);
}

#endif
