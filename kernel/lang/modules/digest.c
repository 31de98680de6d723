/* `_digest`: hashes of bytes, for hashlib. */
#include "kernel/lang/modules/modules.h"

#include "graph/base/hash.h"
#include "kernel/lang/types/bytes.h"

static gb_value digest(gb_vm *vm, gb_value *args)
{
    const char *algorithm;
    gb_chars data;
    unsigned char out[GB_DIGEST_MOST];
    size_t size;
    gb_error err = GB_ERROR_INIT;
    if (!gb_to_text(vm, args[0], "name", &algorithm, NULL)) return GB_UNSET_VALUE;
    if (!gb_bytes_like_peek(args[1], &data))
        return gb_raise(vm, GB_EXC_TypeError, "object supporting the buffer API required");
    if (!gb_digest(algorithm, data.data, data.size, out, &size, &err))
        return gb_raise_error(vm, &err);
    return gb_bytes_new(vm, out, size);
}

static const gb_native functions[] = {
    {"digest", digest, "name, data, /", 0, "The digest of bytes."}, {0}};

const gb_module_spec gb_module_digest = {
    .name = "_digest",
    .doc = "Hashes of bytes.",
    .functions = functions,
};
