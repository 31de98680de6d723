/* `object`, what every type inherits, and the singletons None, Ellipsis, NotImplemented. */
#include "kernel/lang/types/object.h"

#include "kernel/lang/format.h"
#include "kernel/lang/native_function.h"

/* --- slots of object
 * -------------------------------------------------------------------------------- */

static bool overrides(gb_vm *vm, gb_type *cls, gb_value name)
{
    return !gb_same(gb_type_lookup_peek(cls, name), gb_type_lookup_peek(vm->types.object, name));
}

static gb_value abstract_error(gb_vm *vm, gb_type *cls)
{
    gb_value names = gb_type_lookup_peek(cls, gb_intern_peek(vm, "__abstractmethods__", 19));
    gb_value list = gb_is_unset(names) ? gb_list_new(vm, 0) : gb_to_list(vm, names);
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_is_unset(list) && gb_list_sort(vm, list)) {
        gb_list *items = gb_list_peek(list);
        for (size_t i = 0; i < items->count; i++)
            gb_buffer_format(&b, "%s%s", i ? ", " : "", gb_str_data(items->items[i]));
        gb_raise(vm, GB_EXC_TypeError,
                 "Can't instantiate abstract class %s with abstract method%s %s",
                 gb_str_data(cls->name), items->count == 1 ? "" : "s", b.data ? b.data : "");
    }
    gb_buffer_release(&b);
    gb_unref(list);
    return GB_UNSET_VALUE;
}

static gb_value object_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    if (args->count + args->keyword_count) {
        if (overrides(vm, cls, GB_NAME_OF(vm, __new__)) &&
            !overrides(vm, cls, GB_NAME_OF(vm, __init__)))
            return gb_raise(
                vm, GB_EXC_TypeError,
                "object.__new__() takes exactly one argument (the type to instantiate)");
        if (!overrides(vm, cls, GB_NAME_OF(vm, __init__)))
            return gb_raise(vm, GB_EXC_TypeError, "%s() takes no arguments",
                            gb_str_data(cls->name));
    }
    if (cls->flags & GB_TYPE_ABSTRACT) return abstract_error(vm, cls);
    return gb_instance_new(vm, cls);
}

int64_t gb_hash_identity(gb_vm *vm, gb_value v)
{
    (void)vm;
    int64_t h = gb_is_object(v) ? (int64_t)((uintptr_t)v.o >> 4) : (int64_t)(v.tag * 7919) + v.i;
    return h == -1 ? -2 : h;
}

static gb_value object_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    (void)vm;
    if (op == GB_COMPARE_EQ && gb_same(a, b)) return GB_TRUE_VALUE;
    return GB_NOT_IMPLEMENTED_VALUE;
}

static gb_value object_repr(gb_vm *vm, gb_value self)
{
    gb_type *type = gb_type_of(vm, self);
    const char *module = gb_is_str(type->module) ? gb_str_data(type->module) : "builtins";
    bool hidden = strcmp(module, "builtins") == 0;
    return gb_str_format(vm, "<%s%s%s object at 0x%012llx>", hidden ? "" : module,
                         hidden ? "" : ".", gb_str_data(type->qualname),
                         (unsigned long long)(uintptr_t)self.o);
}

static gb_value object_format(gb_vm *vm, gb_value self, gb_value spec)
{
    if (!gb_str_size(spec)) return gb_to_str(vm, self);
    return gb_raise(vm, GB_EXC_TypeError, "unsupported format string passed to %s.__format__",
                    gb_type_name(vm, self));
}

static gb_value object_str(gb_vm *vm, gb_value self)
{
    return gb_type_of(vm, self)->slots.repr(vm, self);
}

/* --- methods of object
 * --------------------------------------------------------------------------------- */

static bool may_make(gb_vm *vm, const gb_type *of, gb_value cls)
{
    const char *own = gb_str_data(of->name);
    if (!gb_is_type(cls))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s.__new__(X): X is not a type object (%s)",
                              own, gb_type_name(vm, cls));
    const gb_type *type = gb_type_peek(cls);
    const char *name = gb_str_data(type->name);
    if (!gb_type_is_subtype(type, of))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s.__new__(%s): %s is not a subtype of %s",
                              own, name, name, own);
    if (type->slots.make == of->slots.make && !(type->flags & GB_TYPE_NO_MAKE)) return true;
    while (gb_type_is_user(type) && type->base &&
           gb_type_lookup_peek((gb_type *)type, GB_NAME_OF(vm, __new__)).tag != GB_NATIVE_FUNCTION)
        type = type->base;
    return gb_raise_false(vm, GB_EXC_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", own,
                          name, gb_str_data(type->name));
}

/* T.__new__(cls, ...): an instance of cls, which has the layout of T. The context is T. */
static gb_value method_new(gb_vm *vm, const void *context, const gb_arguments *args)
{
    const gb_type *of = context;
    if (!args->count)
        return gb_raise(vm, GB_EXC_TypeError, "%s.__new__(): not enough arguments",
                        gb_str_data(of->name));
    if (!may_make(vm, of, args->values[0])) return GB_UNSET_VALUE;
    gb_type *cls = gb_type_peek(args->values[0]);
    return cls->slots.make(vm, cls,
                           &(gb_arguments){.values = args->values + 1,
                                           .count = args->count - 1,
                                           .keyword_count = args->keyword_count,
                                           .names = args->names});
}

bool gb_is_native_new(gb_value function)
{
    return gb_native_context(function, method_new) != NULL;
}

static gb_value method_init(gb_vm *vm, gb_value *args)
{
    gb_type *cls = gb_type_of(vm, args[0]);
    size_t given = gb_tuple_peek(args[1])->count + gb_dict_count(args[2]);
    if (given && cls->tag == GB_INSTANCE && !overrides(vm, cls, GB_NAME_OF(vm, __new__)))
        return gb_raise(vm, GB_EXC_TypeError,
                        "object.__init__() takes exactly one argument (the instance to "
                        "initialize)");
    return GB_NONE_VALUE;
}

static gb_value method_init_subclass(gb_vm *vm, gb_value *args)
{
    if (gb_dict_count(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "%s.__init_subclass__() takes no keyword arguments",
                        gb_is_type(args[0]) ? gb_str_data(gb_type_peek(args[0])->name) : "?");
    return GB_NONE_VALUE;
}

static gb_value method_dir(gb_vm *vm, gb_value *args)
{
    return gb_dir_of(vm, args[0]);
}

static gb_value method_reduce(gb_vm *vm, gb_value *args)
{
    return gb_raise(vm, GB_EXC_TypeError, "cannot pickle '%s' object", gb_type_name(vm, args[0]));
}

static gb_value method_sizeof(gb_vm *vm, gb_value *args)
{
    return gb_int((int64_t)gb_type_of(vm, args[0])->size);
}

static gb_value subclass_hook(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    return GB_NOT_IMPLEMENTED_VALUE;
}

static const gb_native methods[] = {
    {"__init__", method_init, "*args, **kwargs", GB_TAKES_GRAPH, "Initialize self."},
    {"__init_subclass__", method_init_subclass, "**kwargs", GB_CLASS,
     "Called when a class is subclassed."},
    {"__subclasshook__", subclass_hook, "cls, /", GB_CLASS, "Customises issubclass()."},
    {"__dir__", method_dir, "", 0, "Names of the attributes."},
    {"__reduce__", method_reduce, "", 0, "Not available: nothing is pickled."},
    {"__sizeof__", method_sizeof, "", 0, "Size in memory, in bytes."},
    {0}};

static gb_value get_class(gb_vm *vm, gb_value self)
{
    return gb_ref(gb_type_value(gb_type_of(vm, self)));
}

/* May an instance of one class become one of the other? Both made by `class`, of one layout. */
static bool is_same_layout(const gb_type *a, const gb_type *b)
{
    bool classes = (a->flags & GB_TYPE_USER) && (b->flags & GB_TYPE_USER);
    return classes && a->spec == b->spec && a->tag == b->tag && a->size == b->size &&
           a->dict_offset == b->dict_offset && a->slots_offset == b->slots_offset;
}

static bool set_class(gb_vm *vm, gb_value self, gb_value value)
{
    if (!gb_is_type(value))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "__class__ must be set to a class, not '%s' object",
                              gb_type_name(vm, value));
    bool instances = self.tag == GB_INSTANCE && gb_type_peek(value)->tag == GB_INSTANCE;
    if (!instances && !is_same_layout(gb_type_of(vm, self), gb_type_peek(value)))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "__class__ assignment only supported for mutable types or "
                              "ModuleType subclasses");
    gb_type *old = self.o->type;
    self.o->type = gb_type_peek(gb_ref(value));
    gb_object_unref(old);
    return true;
}

/* Of an instance that has attributes of its own: the one that was set; else that of the class. */
static gb_value get_doc(gb_vm *vm, gb_value self)
{
    const gb_type *type = gb_type_of(vm, self);
    gb_value own = gb_instance_dict_peek(vm, self);
    if (!gb_is_unset(own)) own = gb_dict_find_name(gb_dict_peek(own), GB_NAME_OF(vm, __doc__));
    if (!gb_is_unset(own)) return gb_ref(own);
    return type->spec->doc && !(type->flags & GB_TYPE_USER) ? gb_str_text_new(vm, type->spec->doc)
                                                            : GB_NONE_VALUE;
}

static bool set_doc(gb_vm *vm, gb_value self, gb_value value)
{
    gb_value own = gb_instance_dict_peek(vm, self);
    if (gb_is_unset(own) || gb_is_unset(value))
        return gb_raise_false(vm, GB_EXC_AttributeError,
                              "'%s' object attribute '__doc__' is read-only",
                              gb_type_name(vm, self));
    return gb_dict_set_name(vm, gb_dict_peek(own), GB_NAME_OF(vm, __doc__), value);
}

static const gb_attribute attributes[] = {
    {"__class__", get_class, set_class, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__dict__", gb_get_dict_attribute, gb_set_dict_attribute, NULL},
    {0}};

gb_value gb_get_dict_attribute(gb_vm *vm, gb_value self)
{
    gb_value dict = gb_type_of(vm, self)->flags & GB_TYPE_SLOTS_ONLY
                        ? GB_UNSET_VALUE
                        : gb_instance_dict_peek(vm, self);
    if (!gb_is_unset(dict)) return gb_ref(dict);
    return gb_raise_attribute(vm, self, GB_NAME_OF(vm, __dict__));
}

bool gb_set_dict_attribute(gb_vm *vm, gb_value self, gb_value value)
{
    gb_dict **place = gb_is_object(self) ? gb_instance_dict_place(self.o) : NULL;
    if (!place || !gb_is_dict(value))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "__dict__ must be set to a dictionary, not a '%s'",
                              gb_type_name(vm, value));
    gb_dict *old = *place;
    *place = gb_dict_peek(gb_ref(value));
    gb_object_unref(old);
    return true;
}

const gb_type_spec gb_spec_object = {
    .name = "object",
    .doc = "object()\n\nThe base class of the class hierarchy.",
    .size = sizeof(gb_object),
    .tag = GB_INSTANCE,
    .methods = methods,
    .attributes = attributes,
    .slots = {.make = object_make,
              .compare = object_compare,
              .hash = gb_hash_identity,
              .repr = object_repr,
              .str = object_str,
              .format = object_format},
};

/* --- singletons
 * ---------------------------------------------------------------------------------------------- */

#define SINGLETON(id, type_name, text, value)                                                      \
    static gb_value id##_repr(gb_vm *vm, gb_value self)                                            \
    {                                                                                              \
        (void)self;                                                                                \
        return gb_str_intern(vm, text);                                                            \
    }                                                                                              \
    static gb_value id##_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)                   \
    {                                                                                              \
        (void)cls;                                                                                 \
        if (args->count + args->keyword_count)                                                     \
            return gb_raise(vm, GB_EXC_TypeError, type_name " takes no arguments");                \
        return value;                                                                              \
    }                                                                                              \
    const gb_type_spec gb_spec_##id = {                                                            \
        .name = type_name,                                                                         \
        .tag = GB_OTHER,                                                                           \
        .flags = GB_TYPE_FINAL | GB_TYPE_ATOMIC,                                                   \
        .slots = {.make = id##_make, .repr = id##_repr},                                           \
    };
SINGLETON(none, "NoneType", "None", GB_NONE_VALUE)
SINGLETON(ellipsis, "ellipsis", "Ellipsis", GB_ELLIPSIS_VALUE)
SINGLETON(not_implemented, "NotImplementedType", "NotImplemented", GB_NOT_IMPLEMENTED_VALUE)

bool gb_type_add_new(gb_vm *vm, gb_type *type)
{
    static const gb_native row = {"__new__", NULL, "*args, **kwargs", GB_STATIC | GB_TAKES_GRAPH,
                                  "Create and return a new object."};
    if (!type->spec->slots.make || type->flags & GB_TYPE_NO_MAKE) return true;
    gb_value function = gb_native_raw(vm, &row, NULL, method_new, type);
    bool ok = !gb_is_unset(function) &&
              gb_dict_set_name(vm, type->dict, GB_NAME_OF(vm, __new__), function);
    gb_unref(function);
    return ok;
}
