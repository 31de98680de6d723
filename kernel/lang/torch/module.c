/* The module `torch` and its submodules: what is native of them. Every name that is not here is
 * looked for among ATen's operators; what Python spells in its own way is modules/torch/. */
#include "kernel/lang/torch/state.h"

#include <stdio.h>
#include <string.h>

static bool add_rows(gb_vm *vm, gb_value module, const gb_native *row)
{
    for (; row->name; row++)
        if (!gb_module_add_take(vm, module, row->name, gb_native_new(vm, row, "torch")))
            return false;
    return true;
}

static bool init(gb_vm *vm, gb_value module)
{
    gb_type *tensor = gb_type_make(vm, &gb_tensor_spec);
    gb_type *size = gb_type_make(vm, &gb_size_spec);
    gb_type *generator = gb_type_make(vm, &gb_generator_spec);
    return tensor && size && generator &&
           gb_module_set(vm, module, "Tensor", gb_type_value(tensor)) &&
           gb_module_set(vm, module, "Size", gb_type_value(size)) &&
           gb_module_set(vm, module, "Generator", gb_type_value(generator)) &&
           gb_module_add_take(vm, module, "tensor", gb_torch_tensor_function(vm)) &&
           gb_torch_add_dtypes(vm, module) && gb_torch_add_layouts(vm, module) &&
           add_rows(vm, module, gb_torch_functions) &&
           add_rows(vm, module, gb_gradient_functions) &&
           add_rows(vm, module, gb_module_functions) && add_rows(vm, module, gb_storage_functions);
}

/* torch.NAME of an operator; `prefix` is what submodules put before it in ATen ("linalg_", "fft_").
 */
static gb_value find_operator(gb_vm *vm, const char *prefix, gb_value name)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_text(&b, prefix);
    gb_buffer_put(&b, gb_str_data(name), gb_str_size(name));
    const gb_op *op =
        b.failed || !strncmp(gb_str_data(name), "__", 2) ? NULL : gb_op_lookup(b.data);
    gb_buffer_release(&b);
    return op ? gb_torch_function(vm, op) : GB_UNSET_VALUE;
}

#define GB_OPERATOR_MODULE(id, prefix)                                                             \
    static gb_value missing_##id(gb_vm *vm, gb_value module, gb_value name)                        \
    {                                                                                              \
        (void)module;                                                                              \
        return find_operator(vm, prefix, name);                                                    \
    }
GB_OPERATOR_MODULE(linalg, "linalg_")
GB_OPERATOR_MODULE(fft, "fft_")
GB_OPERATOR_MODULE(special, "special_")
#undef GB_OPERATOR_MODULE

/* torch.random is a module, though there is an operator of that name. */
static gb_value missing_torch(gb_vm *vm, gb_value module, gb_value name)
{
    (void)module;
    char path[80];
    snprintf(path, sizeof path, "torch.%s", gb_str_data(name));
    return gb_embedded_module(path) ? GB_UNSET_VALUE : find_operator(vm, "", name);
}

static const gb_module_spec modules[] = {
    {.name = "torch",
     .doc = "Tensors: PyTorch's operators.",
     .init = init,
     .missing = missing_torch},
    {.name = "torch.nn.functional",
     .doc = "Operators on tensors, as layers use them.",
     .missing = missing_torch},
    {.name = "torch.linalg", .doc = "Linear algebra.", .missing = missing_linalg},
    {.name = "torch.fft", .doc = "Fourier transforms.", .missing = missing_fft},
    {.name = "torch.return_types",
     .doc = "Classes of several results.",
     .missing = gb_torch_results_class},
    {.name = "torch.special", .doc = "Special functions.", .missing = missing_special},
};

bool gb_torch_install(gb_vm *vm)
{
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (!gb_module_register(vm, &modules[i])) return false;
    return true;
}
