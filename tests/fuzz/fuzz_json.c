/* JSON: a text that can be read is written again, and what was written must read the same. */
#include "kernel/lang/modules/json.h"

#include "kernel/lang/vm_state.h"

#include "graph/base/text.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static gb_value decode(gb_vm *vm, gb_value text)
{
    gb_value args[8] = {text, gb_int(0), GB_TRUE_VALUE};
    for (int i = 3; i < 8; i++)
        args[i] = GB_NONE_VALUE;
    return gb_json_decode(vm, args);
}

static gb_value encode(gb_vm *vm, gb_value v, bool ascii)
{
    gb_value comma = gb_str_text_new(vm, ", "), colon = gb_str_text_new(vm, ": ");
    gb_value args[10] = {v,
                         GB_NONE_VALUE,
                         GB_FALSE_VALUE,
                         gb_bool(ascii),
                         GB_TRUE_VALUE,
                         GB_TRUE_VALUE,
                         GB_NONE_VALUE,
                         comma,
                         colon,
                         GB_FALSE_VALUE};
    gb_value text = gb_json_encode(vm, args);
    gb_unref(comma);
    gb_unref(colon);
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gb_vm *vm;
    gb_error err = GB_ERROR_INIT;
    gb_vm_options options = {.memory_limit = 1 << 26};
    if (!vm) vm = gb_vm_new(&options, &err);
    if (!vm || size < 1 || !gb_utf8_valid((const char *)data + 1, size - 1)) return 0;
    bool ascii = data[0] & 1;
    gb_value text = gb_str_new(vm, (const char *)data + 1, size - 1);
    gb_value pair = gb_is_unset(text) ? text : decode(vm, text);
    if (!gb_is_unset(pair)) {
        gb_value first = encode(vm, gb_tuple_peek(pair)->items[0], ascii), again, second;
        again = gb_is_unset(first) ? first : decode(vm, first);
        second = gb_is_unset(again) ? again : encode(vm, gb_tuple_peek(again)->items[0], ascii);
        if (!gb_is_unset(first) && (gb_is_unset(second) || !gb_str_equal(first, second))) abort();
        gb_unref(first);
        gb_unref(again);
        gb_unref(second);
    }
    gb_exception_clear(vm);
    gb_unref(pair);
    gb_unref(text);
    return 0;
}
