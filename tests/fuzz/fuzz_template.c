/* Chat templates over two messages. */
#include "graph/tokenizer/template.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char messages[] = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":"
                                   "\"assistant\",\"content\":\"b\"}],\"x\":[1,2.5,null]}";
    gb_error err = GB_ERROR_INIT;
    gb_buffer out = GB_BUFFER_INIT;
    gb_template *t = gb_template_parse((const char *)data, size, &err);
    json_t *v = t ? gb_json_parse(messages, strlen(messages), "fuzz", &err) : NULL;
    if (v) (void)!gb_template_render(t, v, &out, &err);
    json_decref(v);
    gb_buffer_release(&out);
    gb_template_free(t);
    return 0;
}
