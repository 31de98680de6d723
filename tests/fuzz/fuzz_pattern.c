/* Patterns of einops and equations of einsum: the first byte chooses the function, the next ones
 * the tensors, the rest is the text. Numbers of more than two digits are left out: they only ask
 * for memory. */
#include "tests/fuzz/bytes.h"

#include "graph/base/text.h"
#include "kernel/lang/torch/tensor.h"

#include <ctype.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARGUMENTS = 4, LARGEST = 64 };

/* A function and how it is called: t are tensors, p is the pattern, m "mean". */
typedef struct callee {
    const char *module, *name, *form;
} callee;

static const callee callees[] = {
    {"einops", "rearrange", "tp"}, {"einops", "reduce", "tpm"}, {"einops", "repeat", "tp"},
    {"einops", "einsum", "ttp"},   {"einops", "pack", "Lp"},    {"einops", "parse_shape", "tp"},
    {"torch", "einsum", "pt"},     {"torch", "einsum", "ptt"},  {"torch", "einsum", "pttt"},
};

static bool asks_for_memory(const uint8_t *text, size_t size)
{
    size_t digits = 0;
    for (size_t i = 0; i < size; i++) {
        digits = isdigit(text[i]) ? digits + 1 : 0;
        if (digits > 2) return true;
    }
    return false;
}

static gb_value next_value(gb_vm *vm, bytes *b)
{
    gb_tensor *t = next_tensor(b, 4);
    return t ? gb_tensor_value_take(vm, t) : GB_NONE_VALUE;
}

/* One argument of the form's letter; the text is what the tensors left over. */
static gb_value argument(gb_vm *vm, char letter, bytes *b, const gb_value *tensor)
{
    switch (letter) {
    case 't': return gb_ref(*tensor);
    case 'm': return gb_str_text_new(vm, "mean");
    case 'L': return gb_list_from(vm, tensor, 1);
    default: return gb_str_new(vm, (const char *)b->data, b->size);
    }
}

static gb_value find(gb_vm *vm, const callee *c)
{
    gb_value module = gb_import(vm, c->module);
    gb_value function = gb_is_unset(module) ? module : gb_getattr_text(vm, module, c->name);
    gb_unref(module);
    return function;
}

static void call(gb_vm *vm, const callee *c, const gb_value *tensors, bytes *text)
{
    gb_value values[ARGUMENTS], function = find(vm, c);
    size_t count = strlen(c->form);
    for (size_t i = 0; i < count; i++)
        values[i] = argument(vm, c->form[i], text, &tensors[i]);
    if (!gb_is_unset(function)) gb_unref(gb_call(vm, function, values, (uint32_t)count));
    gb_exception_clear(vm);
    for (size_t i = 0; i < count; i++)
        gb_unref(values[i]);
    gb_unref(function);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gb_vm *vm;
    gb_error err = GB_ERROR_INIT;
    gb_vm_options options = {.recursion_limit = 200};
    if (!vm) {
        vm = gb_vm_new(&options, &err);
        if (!vm || !gb_torch_install(vm)) return 0;
    }
    bytes b = {data, size};
    const callee *c = &callees[next_byte(&b) % (sizeof callees / sizeof *callees)];
    gb_value tensors[ARGUMENTS];
    for (size_t i = 0; i < ARGUMENTS; i++)
        tensors[i] = next_value(vm, &b);
    if (b.size > LARGEST) b.size = LARGEST;
    if (!asks_for_memory(b.data, b.size) && gb_utf8_valid((const char *)b.data, b.size))
        call(vm, c, tensors, &b);
    for (size_t i = 0; i < ARGUMENTS; i++)
        gb_unref(tensors[i]);
    return 0;
}
