/* Format specs: the first line is the spec, tried on numbers and texts, as a % format and as a
 * template of str.format; the rest is the text that is formatted. */
#include "kernel/lang/format.h"

#include "graph/base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { VALUES = 8 };

/* Released, and what was raised is cleared. */
static void drop(gb_vm *vm, gb_value v)
{
    gb_unref(v);
    gb_exception_clear(vm);
}

static void use(gb_vm *vm, gb_value spec, gb_value text)
{
    gb_value values[VALUES] = {gb_int(0),     gb_int(-1234567), gb_int_from_double(vm, 1e40),
                               gb_float(0.1), gb_float(-1e300), gb_float(1.0 / 0.0),
                               GB_TRUE_VALUE, gb_ref(text)};
    for (int i = 0; i < VALUES; i++) {
        drop(vm, gb_format(vm, values[i], spec));
        drop(vm, gb_format_percent(vm, spec, values[i]));
    }
    gb_value all = gb_tuple_from(vm, values, VALUES), named = gb_dict_new(vm);
    if (!gb_is_unset(all) && !gb_is_unset(named)) {
        drop(vm, gb_format_percent(vm, spec, all));
        drop(vm, gb_format_template(vm, spec, all, named));
    }
    drop(vm, named);
    drop(vm, all);
    for (int i = 0; i < VALUES; i++)
        gb_unref(values[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gb_vm *vm;
    gb_error err = GB_ERROR_INIT;
    gb_vm_options options = {.memory_limit = 1 << 22};
    if (!vm) vm = gb_vm_new(&options, &err);
    if (!vm || size == 0 || !gb_utf8_valid((const char *)data, size)) return 0;
    const uint8_t *end = memchr(data, '\n', size);
    size_t n = end ? (size_t)(end - data) : size;
    gb_value spec = gb_str_new(vm, (const char *)data, n);
    gb_value text = gb_str_new(vm, (const char *)data + n, size - n);
    if (!gb_is_unset(spec) && !gb_is_unset(text)) use(vm, spec, text);
    drop(vm, spec);
    drop(vm, text);
    return 0;
}
