/* torch.nn.Module's attribute access in C: parameters, buffers and submodules are attributes that
 * stand in dicts of their own. The rest of the class is modules/torch/nn/modules/module.py. */
#include "kernel/lang/torch/state.h"

static const char *const places[] = {"_parameters", "_buffers", "_modules"};
enum { PLACES = sizeof places / sizeof *places };

/* The value that one of the dicts has; borrowed, unset when none has it. */
static gb_value find(gb_vm *vm, gb_value self, gb_value name, gb_value *place)
{
    gb_value fields = gb_instance_dict_peek(vm, self);
    for (size_t i = 0; gb_is_dict(fields) && i < PLACES; i++) {
        *place = gb_dict_get_text_peek(vm, fields, places[i]);
        gb_value found = gb_is_dict(*place) ? gb_dict_get_peek(vm, *place, name) : GB_UNSET_VALUE;
        if (!gb_is_unset(found)) return found;
    }
    return GB_UNSET_VALUE;
}

/* __getattr__(self, name): asked when the ordinary lookup finds nothing. */
static gb_value module_getattr(gb_vm *vm, const void *context, const gb_arguments *args)
{
    (void)context;
    gb_value place;
    if (args->count != 2 || args->keyword_count || !gb_is_str(args->values[1]))
        return gb_raise(vm, GB_EXC_TypeError, "__getattr__() takes a name");
    gb_value found = find(vm, args->values[0], args->values[1], &place);
    return gb_is_unset(found) ? gb_raise_attribute(vm, args->values[0], args->values[1])
                              : gb_ref(found);
}

/* What registers itself when it is assigned: tensors and instances of classes. */
static bool is_plain(gb_value v)
{
    return v.tag < GB_INSTANCE || v.tag == GB_FUNCTION || v.tag == GB_METHOD ||
           v.tag == GB_NATIVE_FUNCTION || v.tag == GB_EXCEPTION ||
           (v.tag == GB_OTHER && !gb_is_a(v, &gb_tensor_spec));
}

/* A tensor of exactly the class Tensor is no parameter; one with attributes of its own may be a
 * buffer. */
static bool is_plain_tensor(gb_vm *vm, gb_value v)
{
    if (!gb_tensor_value_peek(v) || v.o->type != gb_type_make(vm, &gb_tensor_spec)) return false;
    gb_value own = gb_instance_dict_peek(vm, v);
    return !gb_is_dict(own) || gb_is_unset(gb_dict_get_text_peek(vm, own, "_is_buffer"));
}

/* __setattr__(self, name, value): plain values of names that are not registered go the ordinary
 * way; everything else to Module._assign. */
static gb_value module_setattr(gb_vm *vm, const void *context, const gb_arguments *args)
{
    (void)context;
    gb_value place;
    if (args->count != 3 || args->keyword_count || !gb_is_str(args->values[1]))
        return gb_raise(vm, GB_EXC_TypeError, "__setattr__() takes a name and a value");
    gb_value self = args->values[0], name = args->values[1], value = args->values[2];
    bool plain = is_plain(value) || is_plain_tensor(vm, value);
    if (plain && gb_is_unset(find(vm, self, name, &place)))
        return gb_setattr_default(vm, self, name, value) ? GB_NONE_VALUE : GB_UNSET_VALUE;
    return gb_call_method(vm, self, "_assign", &args->values[1], 2);
}

static const gb_native rows[] = {
    {"__getattr__", NULL, "name", 0, "A parameter, buffer or submodule."},
    {"__setattr__", NULL, "name, value", 0, "Registers parameters and submodules."},
};

/* torch._add_attribute_access(cls): gives class Module the two methods. */
static gb_value add_attribute_access(gb_vm *vm, gb_value *args)
{
    static const gb_raw_call calls[] = {module_getattr, module_setattr};
    if (!gb_is_type(args[0])) return gb_raise(vm, GB_EXC_TypeError, "a class is wanted");
    gb_type *cls = gb_type_peek(args[0]);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gb_value method = gb_native_raw(vm, &rows[i], cls, calls[i], NULL);
        gb_value name = gb_str_intern(vm, rows[i].name);
        bool ok = !gb_is_unset(method) && !gb_is_unset(name) && gb_type_set(vm, cls, name, method);
        gb_unref(name);
        gb_unref(method);
        if (!ok) return GB_UNSET_VALUE;
    }
    return GB_NONE_VALUE;
}

const gb_native gb_module_functions[] = {
    {"_add_attribute_access", add_attribute_access, "cls", 0,
     "Gives class Module its attribute access."},
    {0},
};
