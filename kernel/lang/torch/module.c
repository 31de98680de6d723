/* The module `torch`: what is native of it. Every name that is not here is looked for among ATen's
 * operators; what Python spells in its own way is modules/torch/. */
#include "kernel/lang/torch/tensor.h"

#include "kernel/lang/trace/proxy.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"

#include <stdio.h>
#include <string.h>

/* torch.tensor(data, dtype=None, device=None, requires_grad=False). */
static gb_value tensor(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c = GB_CONVERSION_INIT;
    gb_tensor_options options = gb_tensor_options_default();
    gb_arg data;
    gb_tensor *out = NULL;
    int grad = gb_truth(vm, args[3]);
    if (grad < 0) return GB_UNSET_VALUE;
    options.requires_grad = grad;
    if (!gb_is_none(args[1]) && !gb_dtype_value_get(args[1], &options.dtype))
        return gb_raise(vm, GB_EXC_TypeError, "dtype must be a torch.dtype, not %s",
                        gb_type_name(vm, args[1]));
    if (gb_is_str(args[2])
            ? !gb_device_parse(gb_str_data(args[2]), &options.device, &err)
            : !gb_is_none(args[2]) && !gb_device_value_get(args[2], &options.device)) {
        gb_fail(&err, GB_ERR_TYPE, "device must be a torch.device or text");
        return gb_raise_error(vm, &err);
    }
    if (gb_convert(vm, &c, args[0], &data) && !(out = gb_tensor_from_arg(&data, &options, &err)))
        gb_raise_error(vm, &err);
    gb_conversion_release(&c);
    return out ? gb_tensor_value_take(vm, out) : GB_UNSET_VALUE;
}

static gb_value manual_seed(gb_vm *vm, gb_value *args)
{
    int64_t seed;
    if (!gb_to_int64(vm, args[0], &seed)) return GB_UNSET_VALUE;
    gb_manual_seed(seed);
    return GB_NONE_VALUE;
}

static gb_value is_tensor(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_tensor_value_peek(args[0]) || gb_is_proxy(args[0]));
}

static gb_value is_grad_enabled(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_bool(gb_grad_mode());
}

/* The switch behind no_grad and enable_grad (modules/torch.py); gives what it was. */
static gb_value set_grad_mode(gb_vm *vm, gb_value *args)
{
    int on = gb_truth(vm, args[0]);
    return on < 0 ? GB_UNSET_VALUE : gb_bool(gb_grad_mode_set(on));
}

static gb_value get_default_dtype(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_dtype_value(vm, gb_default_dtype());
}

static gb_value set_default_dtype(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_dtype dtype;
    if (!gb_dtype_value_get(args[0], &dtype))
        return gb_raise(vm, GB_EXC_TypeError, "a torch.dtype is wanted");
    return gb_default_dtype_set(dtype, &err) ? GB_NONE_VALUE : gb_raise_error(vm, &err);
}

static gb_value set_num_threads(gb_vm *vm, gb_value *args)
{
    int64_t count;
    if (!gb_to_int64(vm, args[0], &count)) return GB_UNSET_VALUE;
    if (count < 1 || count > 1024)
        return gb_raise(vm, GB_EXC_RuntimeError, "set_num_threads expects a positive integer");
    gb_threads_set((int)count);
    return GB_NONE_VALUE;
}

static gb_value get_num_threads(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_int(gb_threads());
}

static bool int_option(gb_vm *vm, gb_value v, int64_t *out)
{
    return gb_is_none(v) || gb_to_int64(vm, v, out);
}

static gb_value set_printoptions(gb_vm *vm, gb_value *args)
{
    gb_print_options *options = gb_torch_print_options(vm);
    if (!options) return gb_raise(vm, GB_EXC_MemoryError, "out of memory");
    if (gb_is_str(args[4]) && !gb_print_profile(gb_str_data(args[4]), options))
        return gb_raise(vm, GB_EXC_ValueError, "unknown profile '%s'", gb_str_data(args[4]));
    int64_t precision = options->precision, width = options->linewidth;
    if (!int_option(vm, args[0], &precision) || !int_option(vm, args[1], &options->threshold) ||
        !int_option(vm, args[2], &options->edge_items) || !int_option(vm, args[3], &width))
        return GB_UNSET_VALUE;
    options->precision = (int)precision;
    options->linewidth = (int)width;
    if (gb_is_bool(args[5])) options->sci_mode = args[5].i ? GB_SCI_ON : GB_SCI_OFF;
    return GB_NONE_VALUE;
}

static gb_value cuda_count(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_int(gb_cuda_count());
}

/* torch._aten(name, …): an operator by its ATen name, for modules/torch. "split.Tensor" names one
 * overload; the part after the dot is for readers, the arguments choose. */
static gb_value aten(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    char name[128];
    const char *text;
    size_t n, count;
    if (!gb_to_text(vm, args[0], "an operator's name", &text, &n)) return GB_UNSET_VALUE;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(text, "."), text);
    const gb_op *op = gb_op_find(name, &err);
    if (!op) return gb_raise_error(vm, &err);
    gb_value *items = gb_items_peek(args[1], &count), all[64], names = GB_UNSET_VALUE, key, value;
    size_t keywords = gb_dict_count(args[2]), at = 0;
    if (count + keywords > 64) return gb_raise(vm, GB_EXC_TypeError, "more than 64 arguments");
    memcpy(all, items, count * sizeof *all);
    gb_arguments call = {
        .values = all, .count = (uint32_t)count, .keyword_count = (uint32_t)keywords};
    if (keywords && gb_is_unset(names = gb_tuple_new(vm, keywords))) return names;
    for (size_t i = 0; gb_dict_next(args[2], &at, &key, &value); i++) {
        gb_replace_take(&gb_tuple_peek(names)->items[i], gb_ref(key));
        all[count + i] = value;
    }
    call.names = names;
    gb_value out = gb_torch_call(vm, op, GB_UNSET_VALUE, &call);
    gb_unref(names);
    return out;
}

/* Tensors of a list, borrowed, into an array; false with TypeError for anything else. */
static bool tensor_array(gb_vm *vm, gb_value list, gb_tensor **out, size_t *count)
{
    gb_value *items = gb_items_peek(list, count);
    if (*count > 256) return gb_raise_false(vm, GB_EXC_ValueError, "more than 256 tensors");
    for (size_t i = 0; i < *count; i++) {
        out[i] = gb_tensor_value_peek(items[i]);
        if (!out[i] && !gb_is_none(items[i]))
            return gb_raise_false(vm, GB_EXC_TypeError, "a Tensor is wanted, not %s",
                                  gb_type_name(vm, items[i]));
    }
    return true;
}

/* torch._autograd_grad(outputs, inputs, seeds, retain, create, unused); a tuple of gradients. */
static gb_value autograd_grad(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *outputs[256], *inputs[256], *seeds[256], *grads[256];
    size_t count, input_count, seed_count = 0;
    if (!tensor_array(vm, args[0], outputs, &count) ||
        !tensor_array(vm, args[1], inputs, &input_count) ||
        (!gb_is_none(args[2]) && !tensor_array(vm, args[2], seeds, &seed_count)))
        return GB_UNSET_VALUE;
    gb_backward_options options = {.inputs = inputs,
                                   .input_count = input_count,
                                   .retain_graph = gb_truth(vm, args[3]) == 1,
                                   .create_graph = gb_truth(vm, args[4]) == 1,
                                   .allow_unused = gb_truth(vm, args[5]) == 1};
    if (!gb_autograd_grad(outputs, seed_count == count ? seeds : NULL, count, &options, grads,
                          &err))
        return gb_raise_error(vm, &err);
    gb_value tuple = gb_tuple_new(vm, input_count);
    for (size_t i = 0; i < input_count; i++) {
        gb_value grad = grads[i] ? gb_tensor_value_take(vm, grads[i]) : GB_NONE_VALUE;
        if (gb_is_unset(grad)) gb_clear(&tuple);
        if (!gb_is_unset(tuple)) gb_replace_take(&gb_tuple_peek(tuple)->items[i], grad);
    }
    return tuple;
}

static const gb_native functions[] = {
    {"_aten", aten, "name, *args, **kwargs", GB_TAKES_GRAPH, "Calls an operator by its ATen name."},
    {"_autograd_grad", autograd_grad, "outputs, inputs, seeds, retain, create, unused", 0,
     "Gradients of outputs for inputs."},
    {"tensor", tensor, "data, *, dtype=None, device=None, requires_grad=False", 0,
     "A new tensor of numbers, nested lists of them, or another tensor's values."},
    {"manual_seed", manual_seed, "seed", 0, "Starts the random stream of all devices anew."},
    {"is_tensor", is_tensor, "obj", GB_TAKES_GRAPH, "Is it a tensor?"},
    {"is_grad_enabled", is_grad_enabled, "", 0, "Are operators recorded for gradients?"},
    {"_set_grad_mode", set_grad_mode, "mode", 0, "Turns recording on or off; gives what it was."},
    {"get_default_dtype", get_default_dtype, "", 0, "What floats become without dtype=."},
    {"set_default_dtype", set_default_dtype, "d", 0, "Sets what floats become without dtype=."},
    {"set_num_threads", set_num_threads, "int", 0, "Threads that one operator may use."},
    {"get_num_threads", get_num_threads, "", 0, "Threads that one operator may use."},
    {"set_printoptions", set_printoptions,
     "precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None",
     0, "How tensors print."},
    {"_cuda_count", cuda_count, "", 0, "Usable GPUs."},
    {0},
};

static bool init(gb_vm *vm, gb_value module)
{
    gb_type *type = gb_type_make(vm, &gb_tensor_spec);
    return type && gb_module_set(vm, module, "Tensor", gb_type_value(type)) &&
           gb_torch_add_dtypes(vm, module);
}

/* torch.NAME of an operator; `prefix` is what submodules put before it in ATen ("linalg_", "fft_").
 */
static gb_value find_operator(gb_vm *vm, const char *prefix, gb_value name)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_text(&b, prefix);
    gb_buffer_put(&b, gb_str_data(name), gb_str_size(name));
    const gb_op *op = b.failed || b.data[0] == '_' ? NULL : gb_op_lookup(b.data);
    gb_buffer_release(&b);
    return op ? gb_torch_function(vm, op) : GB_UNSET_VALUE;
}

/* Submodules that `import torch` alone makes reachable; each is loaded when it is first named. */
static const char *const submodules[] = {"nn",       "optim", "linalg", "fft",         "special",
                                         "autograd", "utils", "cuda",   "return_types"};

static gb_value missing(gb_vm *vm, gb_value module, gb_value name)
{
    (void)module;
    for (size_t i = 0; i < sizeof submodules / sizeof *submodules; i++) {
        if (!gb_str_is(name, submodules[i])) continue;
        char path[32];
        snprintf(path, sizeof path, "torch.%s", submodules[i]);
        return gb_import(vm, path);
    }
    return find_operator(vm, "", name);
}

static gb_value missing_linalg(gb_vm *vm, gb_value module, gb_value name)
{
    (void)module;
    return find_operator(vm, "linalg_", name);
}

static gb_value missing_fft(gb_vm *vm, gb_value module, gb_value name)
{
    (void)module;
    return find_operator(vm, "fft_", name);
}

static gb_value missing_special(gb_vm *vm, gb_value module, gb_value name)
{
    (void)module;
    return find_operator(vm, "special_", name);
}

static const gb_module_spec modules[] = {
    {.name = "torch",
     .doc = "Tensors: PyTorch's operators.",
     .functions = functions,
     .init = init,
     .missing = missing},
    {.name = "torch.nn.functional",
     .doc = "Operators on tensors, as layers use them.",
     .missing = missing},
    {.name = "torch.linalg", .doc = "Linear algebra.", .missing = missing_linalg},
    {.name = "torch.fft", .doc = "Fourier transforms.", .missing = missing_fft},
    {.name = "torch.special", .doc = "Special functions.", .missing = missing_special},
};

bool gb_torch_install(gb_vm *vm)
{
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (!gb_module_register(vm, &modules[i])) return false;
    return true;
}
