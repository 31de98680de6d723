/* Safetensors in memory: whatever is accepted gives tensors. */
#include "graph/weights/safetensors.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    gb_safetensors *s = gb_safetensors_parse(data, size, &err);
    if (!s) return err.cls == GB_ERR_NONE; /* a failure without an error is a fault */
    for (size_t i = 0; i < gb_safetensors_count(s); i++)
        gb_tensor_unref(gb_safetensors_tensor(s, i, &err));
    gb_safetensors_free(s);
    return 0;
}
