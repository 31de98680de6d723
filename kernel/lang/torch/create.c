/* torch.tensor, seeds, and the settings of torch: functions that are no operators. */
#include "kernel/lang/torch/state.h"

#include "kernel/lang/trace/proxy.h"

/* --- torch.tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False) -------
 */

enum { DATA, DTYPE, DEVICE, REQUIRES_GRAD, PIN_MEMORY, TENSOR_PARAMS };
static const char *const tensor_params[] = {"data", "dtype", "device", "requires_grad",
                                            "pin_memory"};
static const char *const tensor_types[] = {"any", "torch.dtype", "torch.device", "bool", "bool"};

static bool is_wanted(size_t param, gb_value v)
{
    gb_dtype dtype;
    gb_device device;
    if (param == DATA) return true;
    if (param >= REQUIRES_GRAD) return gb_is_bool(v);
    if (gb_is_none(v)) return true;
    if (param == DTYPE) return gb_dtype_value_get(v, &dtype);
    return gb_is_str(v) || gb_is_int(v) || gb_device_value_get(v, &device);
}

/* Binds as PyTorch's own parser does, and in its words; values borrowed. */
static bool bind_tensor(gb_vm *vm, const gb_arguments *args, gb_value *out)
{
    if (args->count > 1)
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "tensor() takes 1 positional argument but %u were given",
                              args->count);
    if (args->count) out[DATA] = args->values[0];
    for (uint32_t i = 0; i < args->keyword_count; i++) {
        gb_value name = gb_tuple_peek(args->names)->items[i], v = args->values[args->count + i];
        size_t param = 0;
        while (param < TENSOR_PARAMS && !gb_str_is(name, tensor_params[param]))
            param++;
        if (param == TENSOR_PARAMS)
            return gb_raise_false(vm, GB_EXC_TypeError,
                                  "tensor() got an unexpected keyword argument '%s'",
                                  gb_str_data(name));
        if (param == DATA && args->count)
            return gb_raise_false(vm, GB_EXC_TypeError,
                                  "tensor() got multiple values for argument 'data'");
        if (!is_wanted(param, v))
            return gb_raise_false(vm, GB_EXC_TypeError,
                                  "tensor(): argument '%s' must be %s, not %s",
                                  tensor_params[param], tensor_types[param], gb_type_name(vm, v));
        out[param] = v;
    }
    return !gb_is_unset(out[DATA]) ||
           gb_raise_false(vm, GB_EXC_TypeError,
                          "tensor() missing 1 required positional arguments: \"data\"");
}

static gb_value tensor(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c;
    gb_conversion_start(&c);
    gb_tensor_options options = gb_tensor_options_default();
    gb_arg data;
    gb_tensor *out = NULL;
    int grad = gb_truth(vm, args[3]);
    if (grad < 0 || !gb_dtype_argument(vm, args[1], &options.dtype) ||
        !gb_device_argument(vm, args[2], &options.device))
        return GB_UNSET_VALUE;
    options.requires_grad = grad;
    if (gb_is_none(args[2])) options.device = gb_torch_default_device(vm);
    c.typed = true;
    if (gb_convert(vm, &c, args[0], &data) && !(out = gb_tensor_from_arg(&data, &options, &err)))
        gb_raise_error(vm, &err);
    gb_conversion_release(&c);
    return out ? gb_tensor_value_take(vm, out) : GB_UNSET_VALUE;
}

static gb_value call_tensor(gb_vm *vm, const void *context, const gb_arguments *args)
{
    (void)context;
    gb_value bound[] = {GB_UNSET_VALUE, GB_NONE_VALUE, GB_NONE_VALUE, GB_FALSE_VALUE,
                        GB_FALSE_VALUE};
    if (!bind_tensor(vm, args, bound)) return GB_UNSET_VALUE;
    gb_value real = gb_resolve(vm, bound[DATA]);
    if (gb_is_unset(real)) return real;
    bound[DATA] = real;
    gb_value out = tensor(vm, bound);
    gb_unref(real);
    return out;
}

gb_value gb_torch_tensor_function(gb_vm *vm)
{
    static const gb_native row = {
        "tensor", NULL, "data, *, dtype=None, device=None, requires_grad=False, pin_memory=False",
        0, "A new tensor of numbers, nested lists of them, or another tensor's values."};
    return gb_native_raw(vm, &row, NULL, call_tensor, NULL);
}

static gb_value is_tensor(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_tensor_value_peek(args[0]) || gb_is_proxy(args[0]));
}

/* --- seeds
 * ------------------------------------------------------------------------------------------- */

static gb_value default_generator(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_error err = GB_ERROR_INIT;
    gb_generator *generator = gb_generator_default((gb_device){GB_CPU, -1}, &err);
    return generator ? gb_generator_value_take(vm, generator) : gb_raise_error(vm, &err);
}

static gb_value manual_seed(gb_vm *vm, gb_value *args)
{
    int64_t seed;
    if (!gb_seed_argument(vm, args[0], &seed)) return GB_UNSET_VALUE;
    gb_manual_seed(seed);
    return default_generator(vm, args);
}

static gb_value initial_seed(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_int_from_uint64(vm, (uint64_t)gb_initial_seed());
}

/* --- settings
 * ---------------------------------------------------------------------------------------- */

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
        return gb_raise(
            vm, GB_EXC_TypeError,
            "invalid dtype object: only floating-point types are supported as the default type");
    if (gb_dtype_kind_of(dtype) != GB_KIND_FLOAT)
        return gb_raise(vm, GB_EXC_TypeError,
                        "only floating-point types are supported as the default type");
    return gb_default_dtype_set(dtype, &err) ? GB_NONE_VALUE : gb_raise_error(vm, &err);
}

static gb_value get_default_device(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_device device = gb_torch_default_device(vm);
    return gb_device_value(vm, device.type == GB_DEVICE_NONE ? (gb_device){GB_CPU, -1} : device);
}

static gb_value set_default_device(gb_vm *vm, gb_value *args)
{
    gb_torch_state *state = gb_torch_state_of(vm);
    gb_device device = GB_DEVICE_DEFAULT;
    if (!state || !gb_device_argument(vm, args[0], &device)) return GB_UNSET_VALUE;
    state->devices[0] = device;
    return GB_NONE_VALUE;
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

static bool int_option(gb_vm *vm, gb_value v, int64_t least, int64_t *out)
{
    double x;
    if (gb_is_none(v)) return true;
    if (v.tag != GB_FLOAT)
        return gb_to_int64(vm, v, out) && (*out = *out < least ? least : *out, 1);
    x = v.f; /* threshold=float("inf") */
    *out = x > 1e18 ? INT64_MAX : x < (double)least ? least : (int64_t)x;
    return true;
}

static gb_value set_printoptions(gb_vm *vm, gb_value *args)
{
    gb_print_options *options = gb_torch_print_options(vm);
    if (!options) return gb_raise(vm, GB_EXC_MemoryError, "out of memory");
    if (gb_is_str(args[4]) && !gb_print_profile(gb_str_data(args[4]), options))
        return gb_raise(vm, GB_EXC_ValueError, "unknown profile '%s'", gb_str_data(args[4]));
    int64_t precision = options->precision, width = options->linewidth;
    if (!int_option(vm, args[0], 0, &precision) ||
        !int_option(vm, args[1], 0, &options->threshold) ||
        !int_option(vm, args[2], 0, &options->edge_items) || !int_option(vm, args[3], 1, &width))
        return GB_UNSET_VALUE;
    options->precision = precision > 64 ? 64 : (int)precision;
    options->linewidth = width > INT32_MAX ? INT32_MAX : (int)width;
    options->sci_mode = !gb_is_bool(args[5]) ? GB_SCI_AUTO : args[5].i ? GB_SCI_ON : GB_SCI_OFF;
    return GB_NONE_VALUE;
}

static gb_value cuda_count(gb_vm *vm, gb_value *args)
{
    (void)vm, (void)args;
    return gb_int(gb_cuda_count());
}

/* --- for modules/torch
 * -------------------------------------------------------------------------- */

static gb_value operator(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    const char *name;
    if (!gb_to_text(vm, args[0], "an operator's name", &name, NULL)) return GB_UNSET_VALUE;
    const gb_op *op = gb_op_find(name, &err);
    return op ? gb_torch_function(vm, op) : gb_raise_error(vm, &err);
}

/* (bits, min, max, eps, tiny, resolution) */
static gb_value limits(gb_vm *vm, gb_value *args)
{
    gb_dtype dtype;
    if (!gb_dtype_value_get(args[0], &dtype))
        return gb_raise(vm, GB_EXC_TypeError, "a torch.dtype is wanted");
    gb_dtype_limits l = gb_dtype_limits_of(dtype);
    if (gb_dtype_kind_of(dtype) >= GB_KIND_FLOAT)
        return gb_tuple_of(vm, 6, gb_int(l.bits), gb_float(l.min), gb_float(l.max), gb_float(l.eps),
                           gb_float(l.tiny), gb_float(l.resolution));
    gb_value most = gb_int_from_uint64(vm, l.max_int);
    gb_value out = gb_is_unset(most) ? most
                                     : gb_tuple_of(vm, 6, gb_int(l.bits), gb_int(l.min_int), most,
                                                   gb_int(0), gb_int(0), gb_int(0));
    gb_unref(most);
    return out;
}

typedef struct name_list {
    gb_vm *vm;
    gb_value list; /* unset: it failed */
} name_list;

static bool add_name(const gb_op *op, void *context)
{
    name_list *names = context;
    gb_vm *vm = names->vm;
    if (gb_op_is_method(op) &&
        !gb_list_append_take(vm, names->list, gb_str_text_new(vm, gb_op_short_name(op))))
        gb_clear(&names->list);
    return !gb_is_unset(names->list);
}

/* The operators that are methods of Tensor, for dir(). */
static gb_value method_names(gb_vm *vm, gb_value *args)
{
    (void)args;
    name_list names = {vm, gb_list_new(vm, 0)};
    if (!gb_is_unset(names.list)) gb_op_each("", add_name, &names);
    return names.list;
}

/* Binds a method of the cell language (modules/torch/_tensor.py) to the class Tensor. */
static gb_value add_method(gb_vm *vm, gb_value *args)
{
    gb_type *type = gb_type_make(vm, &gb_tensor_spec);
    if (!type || !gb_is_str(args[0])) return gb_raise(vm, GB_EXC_TypeError, "a name is wanted");
    return gb_type_set(vm, type, args[0], args[1]) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

const gb_native gb_torch_functions[] = {
    {"is_tensor", is_tensor, "obj, /", GB_TAKES_GRAPH, "Is it a tensor?"},
    {"manual_seed", manual_seed, "seed", 0,
     "Starts the random streams of all devices anew; gives the default generator."},
    {"initial_seed", initial_seed, "", 0, "The seed that the default generator started from."},
    {"_default_generator", default_generator, "", 0, "The generator that is used without one."},
    {"get_default_dtype", get_default_dtype, "", 0, "What floats become without dtype=."},
    {"get_default_device", get_default_device, "", 0, "Where tensors go without device=."},
    {"set_default_device", set_default_device, "device", 0,
     "Sets where tensors go without device=; None for the CPU."},
    {"set_default_dtype", set_default_dtype, "d, /", 0, "Sets what floats become without dtype=."},
    {"set_num_threads", set_num_threads, "int", 0, "Threads that one operator may use."},
    {"get_num_threads", get_num_threads, "", 0, "Threads that one operator may use."},
    {"set_printoptions", set_printoptions,
     "precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None",
     0, "How tensors print."},
    {"_cuda_count", cuda_count, "", 0, "Usable GPUs."},
    {"_operator", operator, "name", 0, "An operator of ATen as a function."},
    {"_limits", limits, "dtype", 0, "Bits, limits and precision of a dtype."},
    {"_method_names", method_names, "", 0, "The operators that are methods of Tensor."},
    {"_add_method", add_method, "name, function", 0, "Adds a method to the class Tensor."},
    {0},
};
