/* The safetensors format in memory: written for results and saved edits, read back from a peer.
 * Checkpoints on disk are opened by weights.h.
 *
 * Layout: 8 bytes little-endian length N, N bytes of JSON {name: {dtype, shape, data_offsets}},
 * then the data, each tensor contiguous, no gaps. */
#ifndef GB_WEIGHTS_SAFETENSORS_H
#define GB_WEIGHTS_SAFETENSORS_H

#include "graph/base/buffer.h"
#include "graph/base/json.h"
#include "graph/tensor/tensor.h"

enum {
    GB_SAFETENSORS_MAX_HEADER = 100 * 1000 * 1000, /* bytes of JSON, as the reference reader */
    GB_SAFETENSORS_MAX_TENSORS = 1 << 20,
};

/* A tensor and the name it is stored under; both borrowed. */
typedef struct gb_named_tensor {
    const char *name;
    gb_tensor *tensor; /* any device, any strides */
} gb_named_tensor;

/* Appends the whole file to `out`. `metadata` (may be NULL) is an object of strings and becomes
 * `__metadata__`. ValueError for a dtype that the format does not know or a name used twice. */
bool gb_safetensors_write(const gb_named_tensor *tensors, size_t count, const json_t *metadata,
                          gb_buffer *out, gb_error *err) GB_MUST_CHECK;

/* The same to a file, which is replaced only when all is written. */
bool gb_safetensors_save(const char *path, const gb_named_tensor *tensors, size_t count,
                         const json_t *metadata, gb_error *err) GB_MUST_CHECK;

/* A file in memory: what a peer sent. */
typedef struct gb_safetensors gb_safetensors;

/* Checks and copies `n` bytes; owned. Everything in the header is checked before memory is taken:
 * known dtypes, shapes whose product is the range's size, ranges that neither overlap nor leave
 * gaps and end with the bytes. ValueError names the tensor. */
gb_safetensors *gb_safetensors_parse(const void *bytes, size_t n, gb_error *err) GB_MUST_CHECK;
void gb_safetensors_free(gb_safetensors *s);

size_t gb_safetensors_count(const gb_safetensors *s);
const char *gb_safetensors_name(const gb_safetensors *s, size_t i);
const json_t *gb_safetensors_metadata(const gb_safetensors *s); /* an object, perhaps empty */

/* The i-th tensor, a copy of its own: owned. */
gb_tensor *gb_safetensors_tensor(const gb_safetensors *s, size_t i, gb_error *err) GB_MUST_CHECK;

#endif
