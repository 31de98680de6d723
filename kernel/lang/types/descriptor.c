/* property, classmethod, staticmethod, super, members of __slots__, computed attributes. */
#include "kernel/lang/frame.h"
#include "kernel/lang/native_function.h"

/* --- computed attributes of native types
 * ----------------------------------------------------------------- */

typedef struct gb_attribute_object {
    gb_object head;
    const gb_attribute *row;
    gb_type *owner; /* borrowed: it holds this */
} gb_attribute_object;

gb_value gb_attribute_new(gb_vm *vm, const gb_attribute *row, gb_type *owner)
{
    gb_attribute_object *a = gb_object_new(vm, vm->types.attribute, sizeof *a);
    if (!a) return GB_UNSET_VALUE;
    a->row = row;
    a->owner = owner;
    return gb_object_peek(GB_OTHER, a);
}

static gb_value attribute_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)owner;
    if (gb_is_unset(instance)) return gb_ref(self);
    return ((gb_attribute_object *)(void *)self.o)->row->get(vm, instance);
}

static bool attribute_set(gb_vm *vm, gb_value self, gb_value instance, gb_value value)
{
    const gb_attribute_object *a = (gb_attribute_object *)(void *)self.o;
    if (a->row->set) return a->row->set(vm, instance, value);
    return gb_raise_false(
        vm, GB_EXC_AttributeError, "attribute '%s' of '%s' objects is not writable", a->row->name,
        a->owner->spec->native ? a->owner->spec->native : gb_str_data(a->owner->name));
}

static gb_value attribute_repr(gb_vm *vm, gb_value self)
{
    const gb_attribute_object *a = (gb_attribute_object *)(void *)self.o;
    return gb_str_format(vm, "<attribute '%s' of '%s' objects>", a->row->name,
                         gb_str_data(a->owner->name));
}

const gb_type_spec gb_spec_attribute = {
    .name = "getset_descriptor",
    .size = sizeof(gb_attribute_object),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .slots = {.get = attribute_get, .set = attribute_set, .repr = attribute_repr},
};

/* --- members named in __slots__
 * ---------------------------------------------------------------------------- */

typedef struct gb_member {
    gb_object head;
    gb_type *owner; /* borrowed */
    gb_value name;
} gb_member;

static gb_member *member_of(gb_value v)
{
    return (gb_member *)(void *)v.o;
}

gb_value gb_member_new(gb_vm *vm, gb_type *owner, gb_value name)
{
    gb_member *member = gb_object_new(vm, vm->types.member, sizeof *member);
    if (!member) return GB_UNSET_VALUE;
    member->owner = owner;
    member->name = gb_intern_take(vm, gb_ref(name));
    return gb_object_peek(GB_OTHER, member);
}

bool gb_is_member(gb_value v, gb_value name)
{
    return gb_is_object(v) && v.o->type == gb_vm_of(v.o)->types.member &&
           member_of(v)->name.o == name.o;
}

static gb_value member_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)owner;
    if (gb_is_unset(instance)) return gb_ref(self);
    gb_dict **place = gb_instance_slots_place(instance.o);
    gb_value v =
        place && *place ? gb_dict_find_name(*place, member_of(self)->name) : GB_UNSET_VALUE;
    return gb_is_unset(v) ? gb_raise_attribute(vm, instance, member_of(self)->name) : gb_ref(v);
}

static bool member_set(gb_vm *vm, gb_value self, gb_value instance, gb_value value)
{
    gb_value name = member_of(self)->name;
    gb_dict **place = gb_instance_slots_place(instance.o);
    if (!place) return gb_raise_attribute(vm, instance, name).tag != GB_UNSET;
    if (!*place && !(*place = gb_dict_alloc(vm, 4))) return false;
    if (!gb_is_unset(value)) return gb_dict_set_name(vm, *place, name, value);
    if (gb_dict_remove_hashed(vm, *place, name, gb_str_hash(name), NULL) > 0) return true;
    return gb_raise_false(vm, GB_EXC_AttributeError, "%s", gb_str_data(name));
}

static gb_value member_repr(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "<member '%s' of '%s' objects>", gb_str_data(member_of(self)->name),
                         gb_str_data(member_of(self)->owner->name));
}

static void member_release(gb_object *self)
{
    gb_unref(((gb_member *)(void *)self)->name);
}

const gb_type_spec gb_spec_member = {
    .name = "member_descriptor",
    .size = sizeof(gb_member),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .slots = {.release = member_release, .get = member_get, .set = member_set, .repr = member_repr},
};

/* --- property
 * --------------------------------------------------------------------------------------------------
 */

typedef struct gb_property {
    gb_object head;
    gb_value get, set, del, doc, name;
} gb_property;

static gb_property *property_of(gb_value v)
{
    return (gb_property *)(void *)v.o;
}

gb_value gb_property_getter_peek(gb_value v)
{
    if (!gb_is_object(v) || v.o->type != gb_vm_of(v.o)->types.property) return GB_UNSET_VALUE;
    gb_value getter = property_of(v)->get;
    return getter.tag == GB_FUNCTION ? getter : GB_UNSET_VALUE;
}

static gb_value property_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[4];
    if (!gb_bind(vm, "property", "fget=None, fset=None, fdel=None, doc=None", args, bound))
        return GB_UNSET_VALUE;
    gb_value v = gb_instance_new(vm, cls);
    if (gb_is_unset(v)) {
        gb_bound_release(bound, 4);
        return v;
    }
    gb_property *p = property_of(v);
    p->get = bound[0];
    p->set = bound[1];
    p->del = bound[2];
    p->doc = bound[3];
    if (gb_is_none(p->doc) && p->get.tag == GB_FUNCTION)
        p->doc = gb_ref(gb_function_peek(p->get)->doc);
    return v;
}

static void property_release(gb_object *self)
{
    gb_property *p = (gb_property *)(void *)self;
    gb_unref(p->get);
    gb_unref(p->set);
    gb_unref(p->del);
    gb_unref(p->doc);
    gb_unref(p->name);
}

static void property_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_property *p = (gb_property *)(void *)self;
    visit(p->get, context);
    visit(p->set, context);
    visit(p->del, context);
}

static void property_clear(gb_object *self)
{
    gb_property *p = (gb_property *)(void *)self;
    gb_clear(&p->get);
    gb_clear(&p->set);
    gb_clear(&p->del);
}

static bool lacks(gb_vm *vm, const gb_property *p, gb_value instance, const char *what)
{
    gb_value quoted = gb_is_str(p->name) ? gb_repr(vm, p->name) : GB_UNSET_VALUE;
    gb_raise(vm, GB_EXC_AttributeError, "property%s%s of '%s' object has no %s",
             gb_is_unset(quoted) ? "" : " ", gb_is_unset(quoted) ? "" : gb_str_data(quoted),
             gb_str_data(gb_type_of(vm, instance)->qualname), what);
    gb_unref(quoted);
    return false;
}

static gb_value property_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)owner;
    gb_property *p = property_of(self);
    if (gb_is_unset(instance)) return gb_ref(self);
    if (gb_is_none(p->get)) {
        lacks(vm, p, instance, "getter");
        return GB_UNSET_VALUE;
    }
    return gb_call(vm, p->get, &instance, 1);
}

static bool property_set(gb_vm *vm, gb_value self, gb_value instance, gb_value value)
{
    gb_property *p = property_of(self);
    gb_value function = gb_is_unset(value) ? p->del : p->set;
    if (gb_is_none(function))
        return lacks(vm, p, instance, gb_is_unset(value) ? "deleter" : "setter");
    gb_value result =
        gb_call(vm, function, (gb_value[]){instance, value}, gb_is_unset(value) ? 1 : 2);
    gb_unref(result);
    return !gb_is_unset(result);
}

/* A copy with one function replaced. */
static gb_value property_with(gb_vm *vm, gb_value self, size_t which, gb_value function)
{
    gb_value v = gb_instance_new(vm, self.o->type);
    if (gb_is_unset(v)) return v;
    gb_property *from = property_of(self), *to = property_of(v);
    to->get = gb_ref(which == 0 ? function : from->get);
    to->set = gb_ref(which == 1 ? function : from->set);
    to->del = gb_ref(which == 2 ? function : from->del);
    to->doc = gb_ref(from->doc);
    to->name = gb_ref(from->name);
    return v;
}

static gb_value property_getter(gb_vm *vm, gb_value *args)
{
    return property_with(vm, args[0], 0, args[1]);
}

static gb_value property_setter(gb_vm *vm, gb_value *args)
{
    return property_with(vm, args[0], 1, args[1]);
}

static gb_value property_deleter(gb_vm *vm, gb_value *args)
{
    return property_with(vm, args[0], 2, args[1]);
}

static gb_value property_set_name(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_replace_take(&property_of(args[0])->name, gb_ref(args[2]));
    return GB_NONE_VALUE;
}

static const gb_native property_methods[] = {
    {"getter", property_getter, "fget, /", 0, "A copy with another getter."},
    {"setter", property_setter, "fset, /", 0, "A copy with another setter."},
    {"deleter", property_deleter, "fdel, /", 0, "A copy with another deleter."},
    {"__set_name__", property_set_name, "owner, name, /", 0, "Learns its name."},
    {0}};

#define FIELD(name, field)                                                                         \
    static gb_value get_##name(gb_vm *vm, gb_value self)                                           \
    {                                                                                              \
        (void)vm;                                                                                  \
        return gb_ref(property_of(self)->field);                                                   \
    }
FIELD(fget, get)
FIELD(fset, set)
FIELD(fdel, del)
FIELD(pdoc, doc)

static bool set_pdoc(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm;
    gb_replace_take(&property_of(self)->doc, gb_ref(value));
    return true;
}

static gb_value get_property_abstract(gb_vm *vm, gb_value self)
{
    bool failed;
    gb_value getter = property_of(self)->get;
    gb_value v = gb_getattr_optional(vm, getter, "__isabstractmethod__", &failed);
    if (failed) return v;
    return gb_is_unset(v) ? GB_FALSE_VALUE : v;
}

static const gb_attribute property_attributes[] = {
    {"fget", get_fget, NULL, NULL},
    {"fset", get_fset, NULL, NULL},
    {"fdel", get_fdel, NULL, NULL},
    {"__doc__", get_pdoc, set_pdoc, NULL},
    {"__isabstractmethod__", get_property_abstract, NULL, NULL},
    {0}};

const gb_type_spec gb_spec_property = {
    .name = "property",
    .doc = "property(fget=None, fset=None, fdel=None, doc=None)\n\nA computed attribute.",
    .size = sizeof(gb_property),
    .methods = property_methods,
    .attributes = property_attributes,
    .slots = {.make = property_make,
              .release = property_release,
              .traverse = property_traverse,
              .clear = property_clear,
              .get = property_get,
              .set = property_set},
};

/* --- classmethod, staticmethod
 * --------------------------------------------------------------------------------------- */

typedef struct gb_wrapped {
    gb_object head;
    gb_value function;
} gb_wrapped;

static gb_wrapped *wrapped_of(gb_value v)
{
    return (gb_wrapped *)(void *)v.o;
}

gb_value gb_descriptor_new(gb_vm *vm, gb_type *type, gb_value function)
{
    gb_value v = gb_instance_new(vm, type);
    if (!gb_is_unset(v)) wrapped_of(v)->function = gb_ref(function);
    return v;
}

static gb_value wrapped_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value function;
    if (!gb_bind(vm, gb_str_data(cls->name), "function, /", args, &function)) return GB_UNSET_VALUE;
    gb_value v = gb_descriptor_new(vm, cls, function);
    gb_unref(function);
    return v;
}

static void wrapped_release(gb_object *self)
{
    gb_unref(((gb_wrapped *)(void *)self)->function);
}

static void wrapped_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_wrapped *)(void *)self)->function, context);
}

static void wrapped_clear(gb_object *self)
{
    gb_clear(&((gb_wrapped *)(void *)self)->function);
}

static gb_value classmethod_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    gb_type *cls = owner ? owner : gb_type_of(vm, instance);
    gb_value function = wrapped_of(self)->function;
    if (function.tag == GB_FUNCTION || function.tag == GB_NATIVE_FUNCTION ||
        !gb_type_of(vm, function)->slots.get)
        return gb_method_new(vm, function, gb_type_value(cls));
    return gb_bind_attribute(vm, function, gb_type_value(cls), cls->head.type);
}

static gb_value staticmethod_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)vm;
    (void)instance;
    (void)owner;
    return gb_ref(wrapped_of(self)->function);
}

static gb_value staticmethod_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    return gb_call_arguments(vm, wrapped_of(self)->function, args);
}

/* Attributes it lacks are its function's (__name__, __doc__, __isabstractmethod__). */
static gb_value wrapped_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_value found = gb_type_lookup_peek(self.o->type, name);
    if (!gb_is_unset(found) && !gb_str_is(name, "__doc__"))
        return gb_getattr_default(vm, self, name);
    return gb_getattr(vm, wrapped_of(self)->function, name);
}

static gb_value get_function(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(wrapped_of(self)->function);
}

static const gb_attribute wrapped_attributes[] = {
    {"__func__", get_function, NULL, NULL}, {"__wrapped__", get_function, NULL, NULL}, {0}};

const gb_type_spec gb_spec_classmethod = {
    .name = "classmethod",
    .doc = "classmethod(function)\n\nA method that gets the class as its first argument.",
    .size = sizeof(gb_wrapped),
    .attributes = wrapped_attributes,
    .slots = {.make = wrapped_make,
              .release = wrapped_release,
              .traverse = wrapped_traverse,
              .clear = wrapped_clear,
              .getattr = wrapped_getattr,
              .get = classmethod_get},
};

const gb_type_spec gb_spec_staticmethod = {
    .name = "staticmethod",
    .doc = "staticmethod(function)\n\nA function kept in a class.",
    .size = sizeof(gb_wrapped),
    .attributes = wrapped_attributes,
    .slots = {.make = wrapped_make,
              .release = wrapped_release,
              .traverse = wrapped_traverse,
              .clear = wrapped_clear,
              .getattr = wrapped_getattr,
              .call = staticmethod_call,
              .get = staticmethod_get},
};

/* --- super
 * ------------------------------------------------------------------------------------------------------------
 */

typedef struct gb_super {
    gb_object head;
    gb_value type, self;
    gb_type *start; /* whose MRO is walked; owned */
} gb_super;

static gb_super *super_of(gb_value v)
{
    return (gb_super *)(void *)v.o;
}

/* super() without arguments: the __class__ cell and the first argument of the calling frame. */
static bool from_frame(gb_vm *vm, gb_value *type, gb_value *self)
{
    gb_frame *frame = vm->frame;
    const gb_code *code = frame ? frame->linked->code : NULL;
    if (!code || !(code->flags & GB_CODE_FUNCTION))
        return gb_raise_false(vm, GB_EXC_RuntimeError, "super(): no arguments");
    if (!code->arg_count && !(code->flags & GB_CODE_VARARGS))
        return gb_raise_false(vm, GB_EXC_RuntimeError, "super(): no arguments");
    if (code->class_cell < 0)
        return gb_raise_false(vm, GB_EXC_RuntimeError, "super(): __class__ cell not found");
    *type = gb_cell_peek(frame->slots[code->class_cell])->value;
    if (code->first_arg_cell >= 0)
        *self = gb_cell_peek(frame->slots[code->first_arg_cell])->value;
    else
        *self = frame->slots[0];
    if (gb_is_tuple(*self) && !code->arg_count && gb_tuple_peek(*self)->count)
        *self = gb_tuple_peek(*self)->items[0];
    if (gb_is_unset(*type))
        return gb_raise_false(vm, GB_EXC_RuntimeError, "super(): empty __class__ cell");
    return !gb_is_unset(*self) ||
           gb_raise_false(vm, GB_EXC_RuntimeError, "super(): arg[0] deleted");
}

static gb_value super_new(gb_vm *vm, gb_type *cls, gb_value type, gb_value self)
{
    gb_type *start = NULL;
    if (gb_is_none(self))
        start = NULL;
    else if (gb_is_type(self) && gb_type_is_subtype(gb_type_peek(self), gb_type_peek(type)))
        start = gb_type_peek(self);
    else if (gb_type_is_subtype(gb_type_of(vm, self), gb_type_peek(type)))
        start = gb_type_of(vm, self);
    else
        return gb_raise(vm, GB_EXC_TypeError,
                        "super(type, obj): obj must be an instance or subtype of type");
    gb_value v = gb_instance_new(vm, cls);
    if (gb_is_unset(v)) return v;
    super_of(v)->type = gb_ref(type);
    super_of(v)->self = gb_ref(self);
    super_of(v)->start = gb_object_ref(start);
    return v;
}

static gb_value super_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value type, self;
    if (args->count > 2)
        return gb_raise(vm, GB_EXC_TypeError, "super() expected at most 2 arguments, got %u",
                        args->count);
    if (args->count == 0) {
        if (!from_frame(vm, &type, &self)) return GB_UNSET_VALUE;
    } else {
        type = args->values[0];
        self = args->count > 1 ? args->values[1] : GB_NONE_VALUE; /* None: bound to nothing yet */
    }
    if (!gb_is_type(type))
        return gb_raise(vm, GB_EXC_TypeError, "super() argument 1 must be a type, not %s",
                        gb_type_name(vm, type));
    return super_new(vm, cls, type, self);
}

static void super_release(gb_object *self)
{
    gb_super *s = (gb_super *)(void *)self;
    gb_unref(s->type);
    gb_unref(s->self);
    gb_object_unref(s->start);
}

static void super_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_super *)(void *)self)->type, context);
    visit(((gb_super *)(void *)self)->self, context);
}

gb_value gb_super_find_peek(gb_value self, gb_value name, gb_value *bound)
{
    const gb_super *s = super_of(self);
    *bound = GB_UNSET_VALUE;
    if (!s->start || gb_str_is(name, "__class__")) return GB_UNSET_VALUE;
    if (!gb_is_type(s->self) || s->start != gb_type_peek(s->self)) *bound = s->self;
    const gb_tuple *mro = gb_tuple_peek(s->start->mro);
    size_t i = 0;
    while (i < mro->count && !gb_same(mro->items[i], s->type))
        i++;
    for (i++; i < mro->count; i++) {
        gb_value found = gb_dict_find_name(gb_type_peek(mro->items[i])->dict, name);
        if (!gb_is_unset(found)) return found;
    }
    return GB_UNSET_VALUE;
}

static gb_value super_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_super *s = super_of(self);
    if (!s->start) return gb_getattr_default(vm, self, name);
    gb_value bound, found = gb_super_find_peek(self, name, &bound);
    if (!gb_is_unset(found)) return gb_bind_attribute(vm, found, bound, s->start);
    if (!gb_is_unset(gb_type_lookup_peek(self.o->type, name)))
        return gb_getattr_default(vm, self, name);
    return gb_raise(vm, GB_EXC_AttributeError, "'super' object has no attribute '%s'",
                    gb_str_data(name));
}

static gb_value super_repr(gb_vm *vm, gb_value self)
{
    gb_super *s = super_of(self);
    if (!s->start)
        return gb_str_format(vm, "<super: <class '%s'>, NULL>",
                             gb_str_data(gb_type_peek(s->type)->name));
    return gb_str_format(vm, "<super: <class '%s'>, <%s object>>",
                         gb_str_data(gb_type_peek(s->type)->name), gb_str_data(s->start->name));
}

/* One that is bound to nothing binds to the instance whose class holds it. */
static gb_value super_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    gb_super *s = super_of(self);
    (void)owner;
    if (s->start || gb_is_unset(instance) || gb_is_none(instance)) return gb_ref(self);
    return super_new(vm, self.o->type, s->type, instance);
}

static gb_value super_this(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(super_of(self)->type);
}

static gb_value super_self(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(super_of(self)->self);
}

static gb_value super_self_class(gb_vm *vm, gb_value self)
{
    (void)vm;
    gb_type *start = super_of(self)->start;
    return start ? gb_ref(gb_type_value(start)) : GB_NONE_VALUE;
}

static const gb_attribute super_attributes[] = {
    {"__thisclass__", super_this, NULL, "The class after which methods are looked for."},
    {"__self__", super_self, NULL, "What methods are bound to."},
    {"__self_class__", super_self_class, NULL, "The class whose MRO is followed."},
    {0}};

const gb_type_spec gb_spec_super = {
    .name = "super",
    .doc = "super()\nsuper(type, object_or_type)\n\nMethods of the next classes in the MRO.",
    .size = sizeof(gb_super),
    .attributes = super_attributes,
    .slots = {.make = super_make,
              .release = super_release,
              .traverse = super_traverse,
              .getattr = super_getattr,
              .get = super_get,
              .repr = super_repr},
};
