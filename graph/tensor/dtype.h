/* Element types and devices: small values, and their names. No tensor is needed for any of it. */
#ifndef GB_TENSOR_DTYPE_H
#define GB_TENSOR_DTYPE_H

#include "graph/base/buffer.h"

typedef enum gb_dtype {
#define GB_DTYPE_ROW(id, name, alias, file_name, bytes, kind, torch) GB_##id,
#include "graph/tensor/dtype.def"
#undef GB_DTYPE_ROW
    GB_DTYPE_COUNT,
    GB_DTYPE_NONE = -1 /* "not given": an operator's or constructor's own choice */
} gb_dtype;

/* In the order of type promotion. */
typedef enum gb_dtype_kind {
    GB_KIND_BOOL,
    GB_KIND_UNSIGNED,
    GB_KIND_SIGNED,
    GB_KIND_FLOAT,
    GB_KIND_COMPLEX
} gb_dtype_kind;

/* "float32"; torch prints it as "torch.float32". */
const char *gb_dtype_name(gb_dtype dtype);
const char *gb_dtype_torch_name(gb_dtype dtype); /* "Float", as libtorch's messages have it */

/* "F32", the name in the header of a safetensors file; "" where that format has none. */
const char *gb_dtype_file_name(gb_dtype dtype);

size_t gb_dtype_size(gb_dtype dtype); /* bytes an element */
gb_dtype_kind gb_dtype_kind_of(gb_dtype dtype);

/* By torch's name, its alias ("float", "long"), either with "torch." before it, or the name in
 * safetensors; GB_DTYPE_NONE when there is no such type. */
gb_dtype gb_dtype_find(const char *name);

/* The dtype that torch.promote_types gives; TypeError-free: every pair has one but the float8 ones,
 * for which GB_DTYPE_NONE is returned. */
gb_dtype gb_dtype_promote(gb_dtype a, gb_dtype b);

/* What factory functions make of floats when no dtype is given (torch.get_default_dtype). Per
 * process, as in PyTorch. Only floating types are accepted: else TypeError. */
gb_dtype gb_default_dtype(void);
bool gb_default_dtype_set(gb_dtype dtype, gb_error *err) GB_MUST_CHECK;

/* torch.finfo / torch.iinfo. For integers eps, tiny and resolution are 0, and `min_int`, `max_int`
 * are exact (max of uint64 as the bits of UINT64_MAX). Bool has bits 8, range 0..1. */
typedef struct gb_dtype_limits {
    int bits;
    double min, max, eps, tiny, smallest_normal, resolution;
    int64_t min_int;
    uint64_t max_int;
} gb_dtype_limits;
gb_dtype_limits gb_dtype_limits_of(gb_dtype dtype);

typedef enum gb_device_type {
    GB_CPU,
    GB_CUDA,
    GB_META, /* shapes without data */
    GB_DEVICE_NONE = -1
} gb_device_type;

typedef struct gb_device {
    int16_t type;  /* a gb_device_type */
    int16_t index; /* -1: the current one of its type ("cuda") */
} gb_device;

#define GB_DEVICE_DEFAULT ((gb_device){GB_DEVICE_NONE, -1})

/* "cpu", "cuda", "cuda:1", "meta"; RuntimeError in PyTorch's words for another text. */
bool gb_device_parse(const char *text, gb_device *device, gb_error *err) GB_MUST_CHECK;

/* Appends "cuda:0". */
void gb_device_print(gb_buffer *out, gb_device device);
bool gb_device_equal(gb_device a, gb_device b);

int gb_cuda_count(void); /* usable CUDA devices; 0 when libtorch is built without */
/* Waits until everything queued on a CUDA device is done; nothing for other devices. */
bool gb_device_synchronize(gb_device device, gb_error *err) GB_MUST_CHECK;

#endif
