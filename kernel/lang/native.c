/* Native functions as values, and calling them. */
#include "kernel/lang/native_function.h"

#include <stdio.h>

gb_value gb_native_make(gb_vm *vm, const gb_native *row, gb_type *owner)
{
    gb_native_function *f =
        gb_object_new(vm, vm->types.native_function, sizeof(gb_native_function));
    if (!f) return GB_UNSET_VALUE;
    f->row = row;
    f->sig = NULL;
    f->owner = owner;
    f->module = GB_UNSET_VALUE;
    f->data = GB_UNSET_VALUE;
    f->self_count = owner && !(row->flags & GB_STATIC);
    f->direct_count = UINT32_MAX;
    f->wrapper = false;
    f->raw = NULL;
    f->context = NULL;
    f->error_name = NULL;
    return gb_object_peek(GB_NATIVE_FUNCTION, f);
}

gb_value gb_native_raw(gb_vm *vm, const gb_native *row, gb_type *owner, gb_raw_call call,
                       const void *context)
{
    gb_value v = gb_native_make(vm, row, owner);
    if (gb_is_unset(v)) return v;
    gb_native_peek(v)->raw = call;
    gb_native_peek(v)->context = context;
    return v;
}

const void *gb_native_context(gb_value v, gb_raw_call call)
{
    bool is_raw = v.tag == GB_NATIVE_FUNCTION && gb_native_peek(v)->raw == call;
    return is_raw ? gb_native_peek(v)->context : NULL;
}

gb_value gb_native_closure(gb_vm *vm, const gb_native *row, const char *module, gb_value data)
{
    gb_value v = gb_native_make(vm, row, NULL);
    if (gb_is_unset(v)) return v;
    gb_native_function *f = gb_native_peek(v);
    if (module) f->module = gb_ref(gb_intern_peek(vm, module, strlen(module)));
    f->data = gb_ref(data);
    if (gb_is_object(data)) gb_track(vm, f);
    return v;
}

gb_value gb_native_new(gb_vm *vm, const gb_native *row, const char *module)
{
    return gb_native_closure(vm, row, module, GB_UNSET_VALUE);
}

gb_value gb_native_method(gb_vm *vm, const gb_native *row, gb_type *owner)
{
    gb_value function = gb_native_make(vm, row, owner);
    if (gb_is_unset(function) || !(row->flags & (GB_CLASS | GB_STATIC))) return function;
    gb_value wrapped = gb_descriptor_new(
        vm, row->flags & GB_CLASS ? vm->types.classmethod : vm->types.staticmethod, function);
    gb_unref(function);
    return wrapped;
}

/* "TensorBase" of "torch._C.TensorBase", or the owner's name. */
static const char *owner_name(const gb_native_function *f)
{
    const char *native = f->owner->spec->native, *dot = native ? strrchr(native, '.') : NULL;
    return dot ? dot + 1 : gb_str_data(f->owner->name);
}

/* What CPython makes from a slot of the type: its errors name the type, or the slot. */
static bool of_slot(const gb_native_function *f)
{
    return f->wrapper || (f->owner && strcmp(f->row->name, "__init__") == 0);
}

const char *gb_native_error_name(gb_native_function *f)
{
    bool of_module = !f->owner && gb_is_str(f->module) && !gb_str_is(f->module, "builtins");
    if (!f->owner && !of_module) return f->row->name;
    if (!f->error_name) {
        gb_buffer b = GB_BUFFER_INIT;
        if (of_module)
            gb_buffer_format(&b, "%s.%s", gb_str_data(f->module), f->row->name);
        else if (f->wrapper)
            gb_buffer_format(&b, GB_WRAPPER_NAME "%s", f->row->name);
        else if (of_slot(f))
            gb_buffer_text(&b, gb_str_data(f->owner->name));
        else
            gb_buffer_format(&b, "%s.%s", owner_name(f), f->row->name);
        f->error_name = gb_buffer_take(&b, NULL, NULL);
    }
    return f->error_name ? f->error_name : f->row->name;
}

static gb_value wrong_self(gb_vm *vm, const gb_native_function *f, const gb_arguments *args)
{
    if (args->count == 0)
        return of_slot(f)
                   ? gb_raise(vm, GB_EXC_TypeError,
                              "descriptor '%s' of '%s' object needs an argument", f->row->name,
                              gb_str_data(f->owner->name))
                   : gb_raise(vm, GB_EXC_TypeError, "unbound method %s.%s() needs an argument",
                              gb_str_data(f->owner->name), f->row->name);
    return gb_raise(vm, GB_EXC_TypeError,
                    of_slot(f) ? "descriptor '%s' requires a '%s' object but received a '%s'"
                               : "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    f->row->name, gb_str_data(f->owner->name), gb_type_name(vm, args->values[0]));
}

static bool self_fits(gb_vm *vm, const gb_native_function *f, const gb_arguments *args)
{
    if (!f->self_count || (f->row->flags & GB_CLASS)) return true;
    if (!args->count) return false;
    const gb_type *type = gb_exact_type(vm, args->values[0]);
    return type == f->owner || gb_type_is_subtype(type, f->owner);
}

/* Binds positional arguments alone, the usual case; false when there is more to it. */
static bool bind_simple(const gb_signature *sig, const gb_arguments *args, gb_value *out)
{
    if (!sig->simple || args->keyword_count || args->count < sig->required ||
        args->count > sig->count)
        return false;
    memcpy(out, args->values, args->count * sizeof *out);
    for (uint32_t i = args->count; i < sig->count; i++)
        out[i] = sig->defaults[i];
    return true;
}

static gb_value call_bound(gb_vm *vm, gb_native_function *f, const gb_arguments *args)
{
    gb_bound bound;
    bound.of_class = false;
    gb_arguments rest = *args;
    rest.values += f->self_count;
    rest.count -= f->self_count;
    bound.owned = 0;
    if (!bind_simple(f->sig, &rest, bound.values + f->self_count) &&
        !gb_signature_bind(vm, f->sig, gb_native_error_name(f), &rest, &bound, f->self_count))
        return GB_UNSET_VALUE;
    if (f->self_count) bound.values[0] = args->values[0];
    uint32_t count = f->sig->count + f->self_count;
    bound.values[count] = f->data;
    gb_value result = GB_UNSET_VALUE;
    if ((f->row->flags & GB_TAKES_GRAPH) || gb_bound_resolve(vm, &bound, count))
        result = f->row->call(vm, bound.values);
    gb_bound_drop(&bound);
    return result;
}

gb_value gb_native_invoke(gb_vm *vm, gb_native_function *f, const gb_arguments *args)
{
    if (f->raw) {
        if (f->self_count && !args->count) return wrong_self(vm, f, args);
        return f->raw(vm, f->context, args);
    }
    if (!f->sig && !(f->sig = gb_signature_of(vm, f->row->signature))) return GB_UNSET_VALUE;
    if (!self_fits(vm, f, args)) return wrong_self(vm, f, args);
    if (!f->sig->simple || args->keyword_count || args->count != f->sig->count + f->self_count ||
        !gb_is_unset(f->data))
        return call_bound(vm, f, args);
    if (!(f->row->flags & GB_TAKES_GRAPH))
        for (uint32_t i = 0; i < args->count; i++)
            if (gb_needs_resolve(args->values[i])) return call_bound(vm, f, args);
    f->direct_count = args->count;
    gb_value *values;
    memcpy(&values, &args->values, sizeof values); /* natives do not change their arguments */
    return f->row->call(vm, values);
}

/* --- the type
 * -------------------------------------------------------------------------------------- */

static gb_value native_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    return gb_native_invoke(vm, gb_native_peek(self), args);
}

static gb_value native_repr(gb_vm *vm, gb_value self)
{
    gb_native_function *f = gb_native_peek(self);
    if (of_slot(f))
        return gb_str_format(vm, "<slot wrapper '%s' of '%s' objects>", f->row->name,
                             gb_str_data(f->owner->name));
    if (f->owner)
        return gb_str_format(vm, "<method '%s' of '%s' objects>", f->row->name,
                             gb_str_data(f->owner->name));
    return gb_str_format(vm, "<built-in function %s>", f->row->name);
}

static gb_value native_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)owner;
    if (gb_is_unset(instance) || !gb_native_peek(self)->self_count) return gb_ref(self);
    return gb_method_new(vm, self, instance);
}

static void native_release(gb_object *self)
{
    gb_native_function *f = (gb_native_function *)(void *)self;
    gb_unref(f->module);
    gb_unref(f->data);
    gb_free(f->error_name);
}

static void native_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_native_function *)(void *)self)->data, context);
}

static gb_value get_name(gb_vm *vm, gb_value self)
{
    return gb_str_intern(vm, gb_native_peek(self)->row->name);
}

static gb_value get_qualname(gb_vm *vm, gb_value self)
{
    gb_native_function *f = gb_native_peek(self);
    if (!f->owner) return get_name(vm, self);
    return gb_str_format(vm, "%s.%s", gb_str_data(f->owner->qualname), f->row->name);
}

static gb_value get_doc(gb_vm *vm, gb_value self)
{
    const char *doc = gb_native_peek(self)->row->doc;
    return doc ? gb_str_text_new(vm, doc) : GB_NONE_VALUE;
}

static gb_value get_module(gb_vm *vm, gb_value self)
{
    gb_value module = gb_native_peek(self)->module;
    (void)vm;
    return gb_is_unset(module) ? GB_NONE_VALUE : gb_ref(module);
}

static gb_value get_signature(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "(%s)", gb_native_peek(self)->row->signature);
}

static gb_value get_self(gb_vm *vm, gb_value self)
{
    (void)self;
    return gb_ref(vm->builtins);
}

static const gb_attribute native_attributes[] = {{"__name__", get_name, NULL, NULL},
                                                 {"__qualname__", get_qualname, NULL, NULL},
                                                 {"__doc__", get_doc, NULL, NULL},
                                                 {"__module__", get_module, NULL, NULL},
                                                 {"__text_signature__", get_signature, NULL, NULL},
                                                 {"__self__", get_self, NULL, NULL},
                                                 {0}};

/* What type() says of a method that is asked of its class. */
static const gb_type_spec spec_method_descriptor = {.name = "method_descriptor",
                                                    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE};
static const gb_type_spec spec_wrapper_descriptor = {.name = "wrapper_descriptor",
                                                     .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE};

static gb_type *native_seen(gb_vm *vm, gb_value self)
{
    const gb_native_function *f = gb_native_peek(self);
    if (!f->owner || !f->self_count) return self.o->type;
    return gb_type_make(vm, of_slot(f) ? &spec_wrapper_descriptor : &spec_method_descriptor);
}

const gb_type_spec gb_spec_native_function = {
    .name = "builtin_function_or_method",
    .size = sizeof(gb_native_function),
    .tag = GB_NATIVE_FUNCTION,
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .attributes = native_attributes,
    .slots = {.release = native_release,
              .traverse = native_traverse,
              .repr = native_repr,
              .call = native_call,
              .get = native_get,
              .seen = native_seen},
};

gb_value gb_resolve(gb_vm *vm, gb_value v)
{
    return gb_needs_resolve(v) ? v.o->type->slots.resolve(vm, v) : gb_ref(v);
}
