/* Regular expressions: the first line is the pattern (its first byte the flags), the second the
 * template of sub, the rest the text. A second VM would cost more than the patterns: one serves
 * all. */
#include "kernel/lang/modules/re.h"

#include "graph/base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEPS = 2000000 };

/* Everything a pattern can be asked; what is raised is cleared. */
static void use(gb_vm *vm, gb_value pattern, gb_value template, gb_value text)
{
    gb_value args[4] = {pattern, text, gb_int(0), gb_int(INT64_MAX)};
    gb_value sub[4] = {pattern, template, text, gb_int(0)};
    for (int way = 0; way < GB_RE_WAYS; way++) {
        gb_value match = gb_pattern_search(vm, args, (gb_re_way)way);
        gb_value shown = gb_is_unset(match) ? match : gb_repr(vm, match);
        gb_unref(shown);
        gb_unref(match);
        gb_exception_clear(vm);
    }
    gb_unref(gb_pattern_findall(vm, args));
    gb_exception_clear(vm);
    gb_unref(gb_pattern_split(vm, args));
    gb_exception_clear(vm);
    gb_unref(gb_pattern_sub(vm, sub));
    gb_exception_clear(vm);
}

/* Up to the next line end; a str, or bytes when the flags say so. */
static gb_value part(gb_vm *vm, const uint8_t **at, const uint8_t *end, bool is_text, bool last)
{
    const uint8_t *stop = last ? NULL : memchr(*at, '\n', (size_t)(end - *at));
    size_t n = (size_t)((stop ? stop : end) - *at);
    const uint8_t *start = *at;
    *at = stop ? stop + 1 : end;
    if (!is_text) return gb_bytes_new(vm, start, n);
    if (!gb_utf8_valid((const char *)start, n)) return GB_UNSET_VALUE;
    return gb_str_new(vm, (const char *)start, n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gb_vm *vm;
    gb_error err = GB_ERROR_INIT;
    gb_vm_options options = {.memory_limit = 1 << 26};
    if (!vm) vm = gb_vm_new(&options, &err);
    if (!vm || size < 1) return 0;
    vm->steps = 0;
    vm->step_limit = STEPS;
    const uint8_t *at = data + 1, *end = data + size;
    bool is_text = !(data[0] & 1);
    gb_value source = part(vm, &at, end, is_text, false);
    gb_value template = part(vm, &at, end, is_text, false);
    gb_value text = part(vm, &at, end, is_text, true);
    int64_t flags = data[0] & (GB_RE_IGNORECASE | GB_RE_MULTILINE | GB_RE_DOTALL | GB_RE_VERBOSE);
    if (data[0] & 128) flags |= GB_RE_ASCII;
    if (!gb_is_unset(source) && !gb_is_unset(template) && !gb_is_unset(text)) {
        gb_value pattern = gb_pattern_new(vm, source, flags);
        if (!gb_is_unset(pattern)) use(vm, pattern, template, text);
        gb_unref(pattern);
    }
    gb_exception_clear(vm);
    gb_unref(source);
    gb_unref(template);
    gb_unref(text);
    return 0;
}
