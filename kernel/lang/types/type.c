/* `type`, the class of classes: calling a class, its attributes, its methods. */
#include "kernel/lang/format.h"
#include "kernel/lang/native_function.h"
#include "kernel/lang/types/object.h"

/* --- calling
 * --------------------------------------------------------------------------------------------- */

/* __new__ of the class: a user's one, or the constructor of the layout. */
static gb_value make_instance(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value make = gb_type_lookup_peek(cls, GB_NAME_OF(vm, __new__));
    if (gb_is_native_new(make)) {
        if (cls->slots.make && !(cls->flags & GB_TYPE_NO_MAKE))
            return cls->slots.make(vm, cls, args);
        return gb_raise(vm, GB_EXC_TypeError, "cannot create '%s' instances",
                        gb_str_data(cls->name));
    }
    gb_value function = gb_bind_attribute(vm, make, GB_UNSET_VALUE, cls);
    if (gb_is_unset(function)) return function;
    gb_value bound = gb_method_new(vm, function, gb_type_value(cls));
    gb_unref(function);
    if (gb_is_unset(bound)) return bound;
    gb_value made = gb_call_arguments(vm, bound, args);
    gb_unref(bound);
    return made;
}

static bool init_instance(gb_vm *vm, gb_value self, gb_type *cls, const gb_arguments *args)
{
    gb_value init = gb_type_lookup_peek(cls, GB_NAME_OF(vm, __init__));
    gb_value plain = gb_type_lookup_peek(vm->types.object, GB_NAME_OF(vm, __init__));
    if (gb_same(init, plain)) return true;
    gb_value bound = gb_bind_attribute(vm, init, self, cls);
    if (gb_is_unset(bound)) return false;
    gb_value result = gb_call_arguments(vm, bound, args);
    gb_unref(bound);
    if (gb_is_unset(result)) return false;
    bool none = gb_is_none(result);
    if (!none)
        gb_raise(vm, GB_EXC_TypeError, "__init__() should return None, not '%s'",
                 gb_type_name(vm, result));
    gb_unref(result);
    return none;
}

/* type(v). */
static gb_value type_seen(gb_vm *vm, gb_value v)
{
    gb_type *type = gb_type_seen(vm, v);
    return type ? gb_ref(gb_type_value(type)) : GB_UNSET_VALUE;
}

static gb_value type_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_type *cls = gb_type_peek(self);
    if (cls == vm->types.type) {
        if (args->count == 1 && !args->keyword_count) return type_seen(vm, args->values[0]);
        if (args->count != 3)
            return gb_raise(vm, GB_EXC_TypeError, "type() takes 1 or 3 arguments");
    }
    gb_value made = make_instance(vm, cls, args);
    if (gb_is_unset(made)) return made;
    gb_type *type = gb_type_of(vm, made);
    bool builtin = !(type->flags & GB_TYPE_USER);
    if (builtin || !gb_type_is_subtype(type, cls)) return made;
    if (init_instance(vm, made, type, args)) return made;
    gb_unref(made);
    return GB_UNSET_VALUE;
}

/* A class whose bases have a more derived metaclass is made by that one. */
static gb_value make_class(gb_vm *vm, gb_type *cls, const gb_value bound[4],
                           const gb_arguments *args)
{
    gb_type *meta = gb_type_meta_of(vm, cls, bound[1]);
    if (!meta) return GB_UNSET_VALUE;
    gb_value make = gb_type_lookup_peek(meta, GB_NAME_OF(vm, __new__));
    if (meta != cls && !gb_is_native_new(make)) return make_instance(vm, meta, args);
    return gb_type_new_meta(vm, meta, bound, bound[3]);
}

static gb_value type_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[4];
    if (args->count != 3)
        return gb_raise(vm, GB_EXC_TypeError, "type.__new__() takes exactly 3 arguments (%u given)",
                        args->count);
    if (!gb_bind(vm, "type", "name, bases, dict, /, **kwds", args, bound)) return GB_UNSET_VALUE;
    gb_value made = GB_UNSET_VALUE;
    if (!gb_is_str(bound[0]))
        gb_raise(vm, GB_EXC_TypeError, "type.__new__() argument 1 must be str, not %s",
                 gb_type_name(vm, bound[0]));
    else if (!gb_is_tuple(bound[1]))
        gb_raise(vm, GB_EXC_TypeError, "type.__new__() argument 2 must be tuple, not %s",
                 gb_type_name(vm, bound[1]));
    else if (!gb_is_dict(bound[2]))
        gb_raise(vm, GB_EXC_TypeError, "type.__new__() argument 3 must be dict, not %s",
                 gb_type_name(vm, bound[2]));
    else
        made = make_class(vm, cls, bound, args);
    gb_bound_release(bound, 4);
    return made;
}

/* --- life
 * ---------------------------------------------------------------------------------------------------
 */

static void type_release(gb_object *self)
{
    gb_type *type = (gb_type *)(void *)self;
    if (gb_is_tuple(type->bases))
        for (size_t i = 0; i < gb_tuple_peek(type->bases)->count; i++)
            gb_type_remove_subclass(gb_type_peek(gb_tuple_peek(type->bases)->items[i]), type);
    gb_unref(type->name);
    gb_unref(type->qualname);
    gb_unref(type->module);
    gb_unref(type->shown);
    gb_unref(type->bases);
    gb_unref(type->mro);
    gb_object_unref(type->dict);
    gb_object_unref(type->base);
    gb_free(type->subclasses);
}

static void type_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_type *type = (gb_type *)(void *)self;
    visit(type->bases, context);
    visit(type->mro, context);
    if (type->base) visit(gb_type_value(type->base), context);
    if (!type->dict) return;
    if (type->dict->head.track) {
        visit(gb_object_peek(GB_DICT, type->dict), context);
        return;
    }
    for (uint32_t i = 0; i < type->dict->used; i++)
        visit(type->dict->entries[i].value, context);
}

static void type_clear(gb_object *self)
{
    gb_type *type = (gb_type *)(void *)self;
    if (!(type->flags & GB_TYPE_USER) && !type->vm->closing) return;
    if (type->dict) gb_dict_clear(gb_object_peek(GB_DICT, type->dict));
    if (type->vm->closing)
        gb_clear(&type->mro);
    else if (gb_is_tuple(type->mro) && gb_tuple_peek(type->mro)->count)
        gb_replace_take(&gb_tuple_peek(type->mro)->items[0], GB_NONE_VALUE);
}

/* --- slots
 * -----------------------------------------------------------------------------------------------------
 */

static gb_value type_repr(gb_vm *vm, gb_value self)
{
    gb_type *type = gb_type_peek(self);
    const char *module = gb_is_str(type->module) ? gb_str_data(type->module) : "builtins";
    bool hidden = strcmp(module, "builtins") == 0;
    return gb_str_format(vm, "<class '%s%s%s'>", hidden ? "" : module, hidden ? "" : ".",
                         gb_str_data(type->qualname));
}

gb_value gb_type_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_type *meta = self.o->type;
    if (meta->slots.getitem) return meta->slots.getitem(vm, self, key);
    gb_value hook = gb_type_lookup_peek(gb_type_peek(self), GB_NAME_OF(vm, __class_getitem__));
    if (!gb_is_unset(hook)) {
        gb_value bound = gb_bind_attribute(vm, hook, GB_UNSET_VALUE, gb_type_peek(self));
        if (gb_is_unset(bound)) return bound;
        gb_value result = gb_call(vm, bound, &key, 1);
        gb_unref(bound);
        return result;
    }
    const gb_type *type = gb_type_peek(self);
    if (type == vm->types.type) return gb_alias_new(vm, self, key);
    return gb_raise(vm, GB_EXC_TypeError, "type '%s' is not subscriptable",
                    gb_str_data(type->name));
}

static gb_value type_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op != GB_BINARY_OR) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_union_new(vm, a, b);
}

/* --- attributes
 * -------------------------------------------------------------------------------------------------
 */

static gb_value get_name(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_type_peek(self)->name);
}

static bool set_name(gb_vm *vm, gb_value self, gb_value value)
{
    if (!gb_is_str(value))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "can only assign string to %s.__name__, not '%s'",
                              gb_str_data(gb_type_peek(self)->name), gb_type_name(vm, value));
    gb_replace_take(&gb_type_peek(self)->name, gb_ref(value));
    return true;
}

static gb_value get_qualname(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_type_peek(self)->qualname);
}

static bool set_qualname(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm;
    if (gb_is_str(value)) gb_replace_take(&gb_type_peek(self)->qualname, gb_ref(value));
    return true;
}

static gb_value get_module(gb_vm *vm, gb_value self)
{
    gb_type *type = gb_type_peek(self);
    gb_value own = gb_dict_find_name(type->dict, GB_NAME_OF(vm, __module__));
    if (!gb_is_unset(own) && !gb_is_object(own)) return gb_ref(own);
    return gb_is_unset(type->module) ? GB_NONE_VALUE : gb_ref(type->module);
}

static bool set_module(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm;
    gb_replace_take(&gb_type_peek(self)->module, gb_ref(value));
    return true;
}

static gb_value get_bases(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_type_peek(self)->bases);
}

static gb_value get_base(gb_vm *vm, gb_value self)
{
    (void)vm;
    gb_type *base = gb_type_peek(self)->base;
    return base ? gb_ref(gb_type_value(base)) : GB_NONE_VALUE;
}

static gb_value get_mro(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_type_peek(self)->mro);
}

/* Classes change through setattr alone. */
static gb_value get_dict(gb_vm *vm, gb_value self)
{
    return gb_mapping_proxy_new(vm, gb_object_peek(GB_DICT, gb_type_peek(self)->dict));
}

static gb_value get_doc(gb_vm *vm, gb_value self)
{
    gb_type *type = gb_type_peek(self);
    gb_value own = gb_dict_find_name(type->dict, GB_NAME_OF(vm, __doc__));
    if (type->flags & GB_TYPE_USER) return gb_is_unset(own) ? GB_NONE_VALUE : gb_ref(own);
    return type->spec->doc ? gb_str_text_new(vm, type->spec->doc) : GB_NONE_VALUE;
}

static bool set_doc(gb_vm *vm, gb_value self, gb_value value)
{
    return gb_dict_set_name(vm, gb_type_peek(self)->dict, GB_NAME_OF(vm, __doc__), value);
}

static gb_value get_abstract(gb_vm *vm, gb_value self)
{
    gb_value own = gb_dict_get_text_peek(vm, gb_object_peek(GB_DICT, gb_type_peek(self)->dict),
                                         "__abstractmethods__");
    if (!gb_is_unset(own)) return gb_ref(own);
    return gb_raise(vm, GB_EXC_AttributeError, "__abstractmethods__");
}

static bool set_abstract(gb_vm *vm, gb_value self, gb_value value)
{
    gb_type *type = gb_type_peek(self);
    int any = gb_truth(vm, value);
    if (any < 0) return false;
    type->flags &= ~(uint32_t)GB_TYPE_ABSTRACT;
    if (any) type->flags |= GB_TYPE_ABSTRACT;
    gb_type_update_flags(type);
    return gb_dict_set_text(vm, gb_object_peek(GB_DICT, type->dict), "__abstractmethods__", value);
}

static gb_value get_annotations(gb_vm *vm, gb_value self)
{
    gb_type *type = gb_type_peek(self);
    gb_value own = gb_dict_find_name(type->dict, GB_NAME_OF(vm, __annotations__));
    if (!gb_is_unset(own)) return gb_ref(own);
    if (!(type->flags & GB_TYPE_USER))
        return gb_raise_attribute(vm, self, GB_NAME_OF(vm, __annotations__));
    gb_value made = gb_dict_new(vm);
    if (!gb_is_unset(made) &&
        !gb_dict_set_name(vm, type->dict, GB_NAME_OF(vm, __annotations__), made))
        gb_clear(&made);
    return made;
}

static bool set_annotations(gb_vm *vm, gb_value self, gb_value value)
{
    return gb_dict_set_name(vm, gb_type_peek(self)->dict, GB_NAME_OF(vm, __annotations__), value);
}

static const gb_attribute attributes[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__bases__", get_bases, NULL, NULL},
    {"__base__", get_base, NULL, NULL},
    {"__mro__", get_mro, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__abstractmethods__", get_abstract, set_abstract, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {0}};

static gb_value method_mro(gb_vm *vm, gb_value *args)
{
    return gb_to_list(vm, gb_type_peek(args[0])->mro);
}

static gb_value method_subclasses(gb_vm *vm, gb_value *args)
{
    gb_type *type = gb_type_peek(args[0]);
    gb_value list = gb_list_new(vm, 0);
    for (size_t i = 0; i < type->subclass_count && !gb_is_unset(list); i++)
        if (!gb_list_append(vm, list, gb_type_value(type->subclasses[i]))) gb_clear(&list);
    return list;
}

static gb_value method_instancecheck(gb_vm *vm, gb_value *args)
{
    return gb_bool(gb_type_is_subtype(gb_type_of(vm, args[1]), gb_type_peek(args[0])));
}

static gb_value method_subclasscheck(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_is_type(args[1]) &&
                   gb_type_is_subtype(gb_type_peek(args[1]), gb_type_peek(args[0])));
}

static const gb_native methods[] = {
    {"mro", method_mro, "", 0, "The method resolution order, as a list."},
    {"__subclasses__", method_subclasses, "", 0, "Direct subclasses."},
    {"__instancecheck__", method_instancecheck, "instance, /", 0, "isinstance(instance, self)"},
    {"__subclasscheck__", method_subclasscheck, "subclass, /", 0, "issubclass(subclass, self)"},
    {0}};

const gb_type_spec gb_spec_type = {
    .name = "type",
    .doc = "type(object)\ntype(name, bases, dict, **kwds)",
    .size = sizeof(gb_type),
    .tag = GB_TYPE,
    .methods = methods,
    .attributes = attributes,
    .slots = {.make = type_make,
              .release = type_release,
              .traverse = type_traverse,
              .clear = type_clear,
              .getattr = gb_type_getattr,
              .setattr = gb_type_setattr,
              .binary = type_binary,
              .repr = type_repr,
              .call = type_call},
};
