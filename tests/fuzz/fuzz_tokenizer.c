/* A tokenizer.json, a zero byte, and a text to encode with it and decode again. */
#include "graph/tokenizer/tokenizer.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    const uint8_t *zero = memchr(data, 0, size);
    size_t n = zero ? (size_t)(zero - data) : size;
    json_t *json = gb_json_parse((const char *)data, n, "fuzz", &err);
    gb_tokenizer *t = json ? gb_tokenizer_from_json(json, NULL, &err) : NULL;
    json_decref(json);
    if (!t) return 0;
    gb_encoding e = {0};
    gb_buffer text = GB_BUFFER_INIT;
    const char *input = zero ? (const char *)zero + 1 : "the text";
    size_t input_size = zero ? size - n - 1 : 8;
    if (gb_tokenizer_encode(t, input, input_size, NULL, &e, NULL)) {
        (void)!gb_tokenizer_decode(t, e.ids, e.count, NULL, &text, NULL);
        for (size_t i = 0; i < e.count; i++)
            if (e.starts[i] > e.ends[i] || e.ends[i] > input_size) abort();
    }
    gb_buffer_release(&text);
    gb_encoding_release(&e);
    gb_tokenizer_unref(t);
    return 0;
}
