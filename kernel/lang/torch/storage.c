/* The bytes behind tensors, for modules/torch/serialization.py. */
#include "kernel/lang/torch/state.h"

#include <zlib.h>

static gb_tensor *tensor_argument(gb_vm *vm, gb_value v)
{
    gb_tensor *t = gb_tensor_value_peek(v);
    if (!t) gb_raise(vm, GB_EXC_TypeError, "a Tensor is wanted, not %s", gb_type_name(vm, v));
    return t;
}

/* The elements of a tensor, row by row. */
static gb_value tensor_bytes(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *t = tensor_argument(vm, args[0]);
    if (!t) return GB_UNSET_VALUE;
    gb_tensor *cpu = gb_tensor_cpu(t, &err);
    gb_tensor *whole = cpu ? gb_tensor_contiguous(cpu, &err) : NULL;
    gb_value out = GB_UNSET_VALUE;
    if (!whole)
        gb_raise_error(vm, &err);
    else
        out = gb_bytes_new(vm, gb_tensor_bytes(whole) ? gb_tensor_data(whole) : "",
                           gb_tensor_bytes(whole));
    gb_tensor_unref(whole);
    gb_tensor_unref(cpu);
    return out;
}

/* Bytes as a vector of a dtype. */
static gb_value tensor_from_bytes(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_dtype dtype;
    if (!gb_is_bytes(args[0]) || !gb_dtype_value_get(args[1], &dtype))
        return gb_raise(vm, GB_EXC_TypeError, "bytes and a dtype are wanted");
    const gb_bytes *bytes = gb_bytes_peek(args[0]);
    int64_t count = (int64_t)(bytes->size / gb_dtype_size(dtype));
    gb_tensor *t = gb_tensor_from_data(bytes->data, dtype, &count, 1, &err);
    return t ? gb_tensor_value_take(vm, t) : gb_raise_error(vm, &err);
}

/* (an identity for the storage, its elements) */
static gb_value storage(gb_vm *vm, gb_value *args)
{
    gb_tensor *t = tensor_argument(vm, args[0]);
    if (!t) return GB_UNSET_VALUE;
    size_t count = gb_tensor_storage_bytes(t) / gb_tensor_element_size(t);
    return gb_tuple_of(vm, 2, gb_int((int64_t)(intptr_t)gb_tensor_storage_id(t)),
                       gb_int((int64_t)count));
}

static gb_value checksum(gb_vm *vm, gb_value *args)
{
    if (!gb_is_bytes(args[0])) return gb_raise(vm, GB_EXC_TypeError, "bytes are wanted");
    const gb_bytes *bytes = gb_bytes_peek(args[0]);
    return gb_int((int64_t)crc32_z(0, bytes->data, bytes->size));
}

const gb_native gb_storage_functions[] = {
    {"_tensor_bytes", tensor_bytes, "tensor", 0, "The elements of a tensor, row by row."},
    {"_tensor_from_bytes", tensor_from_bytes, "data, dtype", 0, "Bytes as a vector."},
    {"_storage", storage, "tensor", 0, "Which storage a tensor looks into, and its elements."},
    {"_crc32", checksum, "data", 0, "The checksum that zip archives keep."},
    {0},
};
