/* What types say when they are subscripted or joined: list[int] (GenericAlias) and int | None
 * (Union). They take part in isinstance (unions), in calls and as bases (aliases); nothing is ever
 * checked against their arguments. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/exception.h"
#include "kernel/lang/format.h"

typedef struct gb_alias {
    gb_object head;
    gb_value origin; /* of an alias */
    gb_value args;   /* tuple */
} gb_alias;

static gb_alias *alias_of(gb_value v)
{
    return (gb_alias *)(void *)v.o;
}

static gb_value new_take(gb_vm *vm, const gb_type_spec *spec, gb_value origin, gb_value args)
{
    gb_type *type = gb_is_unset(args) ? NULL : gb_type_make(vm, spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) {
        gb_unref(origin);
        gb_unref(args);
        return v;
    }
    alias_of(v)->origin = origin;
    alias_of(v)->args = args;
    return v;
}

static void alias_release(gb_object *self)
{
    gb_unref(((gb_alias *)(void *)self)->origin);
    gb_unref(((gb_alias *)(void *)self)->args);
}

static void alias_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_alias *)(void *)self)->origin, context);
    visit(((gb_alias *)(void *)self)->args, context);
}

/* --- texts
 * --------------------------------------------------------------------------------------------
 */

/* A class by its name (with its module unless it is builtin), None, `...`, others by repr. */
static bool put_name(gb_vm *vm, gb_buffer *b, gb_value v)
{
    if (v.tag == GB_ELLIPSIS) {
        gb_buffer_text(b, "...");
        return true;
    }
    if (gb_is_list(v)) {
        gb_list *items = gb_list_peek(v);
        gb_buffer_char(b, '[');
        for (size_t i = 0; i < items->count; i++) {
            if (i) gb_buffer_text(b, ", ");
            if (!put_name(vm, b, items->items[i])) return false;
        }
        gb_buffer_char(b, ']');
        return true;
    }
    if (!gb_is_type(v)) return gb_buffer_repr(vm, b, v);
    const gb_type *type = gb_type_peek(v);
    if (type == vm->types.none) {
        gb_buffer_text(b, "None");
        return true;
    }
    if (gb_is_str(type->module) && !gb_str_is(type->module, "builtins"))
        gb_buffer_format(b, "%s.", gb_str_data(type->module));
    gb_buffer_text(b, gb_str_data(type->qualname));
    return true;
}

static bool put_joined(gb_vm *vm, gb_buffer *b, gb_value args, const char *separator)
{
    const gb_tuple *items = gb_tuple_peek(args);
    for (size_t i = 0; i < items->count; i++) {
        if (i) gb_buffer_text(b, separator);
        if (!put_name(vm, b, items->items[i])) return false;
    }
    return true;
}

static gb_value text_or_unset(gb_vm *vm, gb_buffer *b, bool ok)
{
    if (ok) return gb_str_from_buffer(vm, b);
    gb_buffer_release(b);
    return GB_UNSET_VALUE;
}

static gb_value alias_repr(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = put_name(vm, &b, alias_of(self)->origin);
    gb_buffer_char(&b, '[');
    if (!gb_tuple_peek(alias_of(self)->args)->count) gb_buffer_text(&b, "()");
    ok = ok && put_joined(vm, &b, alias_of(self)->args, ", ");
    gb_buffer_char(&b, ']');
    return text_or_unset(vm, &b, ok);
}

static gb_value union_repr(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    return text_or_unset(vm, &b, put_joined(vm, &b, alias_of(self)->args, " | "));
}

/* --- list[int]
 * ------------------------------------------------------------------------------------------
 */

gb_value gb_alias_new(gb_vm *vm, gb_value origin, gb_value args)
{
    gb_value tuple = gb_is_tuple(args) ? gb_ref(args) : gb_tuple_of(vm, 1, args);
    return new_take(vm, &gb_spec_alias, gb_ref(origin), tuple);
}

gb_value gb_alias_of_class(gb_vm *vm, gb_value *args)
{
    return gb_alias_new(vm, args[0], args[1]);
}

static gb_value alias_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    (void)cls;
    if (!gb_bind(vm, "GenericAlias", "origin, args, /", args, bound)) return GB_UNSET_VALUE;
    gb_value alias = gb_alias_new(vm, bound[0], bound[1]);
    gb_bound_release(bound, 2);
    return alias;
}

static gb_value alias_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_value made = gb_call_arguments(vm, alias_of(self)->origin, args);
    if (gb_is_unset(made) || made.tag != GB_INSTANCE) return made;
    if (!gb_setattr_text(vm, made, "__orig_class__", self)) gb_exception_clear(vm);
    return made;
}

/* Attributes are the origin's, but those that tell what the alias is. */
static gb_value alias_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    static const char *const own[] = {"__origin__",        "__args__",          "__parameters__",
                                      "__mro_entries__",   "__class__",         "__getitem__",
                                      "__instancecheck__", "__subclasscheck__", "__eq__",
                                      "__hash__",          "__repr__",          "__or__",
                                      "__unpacked__",      "__call__"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (gb_str_is(name, own[i])) return gb_getattr_default(vm, self, name);
    return gb_getattr(vm, alias_of(self)->origin, name);
}

static gb_value alias_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    (void)key;
    gb_value text = gb_repr(vm, self);
    if (gb_is_unset(text)) return text;
    gb_raise(vm, GB_EXC_TypeError, "%s is not a generic class", gb_str_data(text));
    gb_unref(text);
    return GB_UNSET_VALUE;
}

static gb_value alias_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if ((op != GB_COMPARE_EQ && op != GB_COMPARE_NE) || !gb_is_a(b, &gb_spec_alias))
        return GB_NOT_IMPLEMENTED_VALUE;
    int equal = gb_equal(vm, alias_of(a)->origin, alias_of(b)->origin);
    if (equal > 0) equal = gb_equal(vm, alias_of(a)->args, alias_of(b)->args);
    return equal < 0 ? GB_UNSET_VALUE : gb_bool(equal == (op == GB_COMPARE_EQ));
}

static int64_t alias_hash(gb_vm *vm, gb_value self)
{
    int64_t origin = gb_hash(vm, alias_of(self)->origin);
    int64_t args = origin == -1 ? -1 : gb_hash(vm, alias_of(self)->args);
    if (args == -1) return -1;
    int64_t h = origin ^ args;
    return h == -1 ? -2 : h;
}

static gb_value mro_entries(gb_vm *vm, gb_value *args)
{
    return gb_tuple_of(vm, 1, alias_of(args[0])->origin);
}

static gb_value alias_instancecheck(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_raise(vm, GB_EXC_TypeError,
                    "isinstance() argument 2 cannot be a parameterized generic");
}

static gb_value alias_subclasscheck(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_raise(vm, GB_EXC_TypeError,
                    "issubclass() argument 2 cannot be a parameterized generic");
}

static gb_value get_origin(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(alias_of(self)->origin);
}

static gb_value get_args(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(alias_of(self)->args);
}

static gb_value get_parameters(gb_vm *vm, gb_value self)
{
    (void)self;
    return gb_ref(vm->empty_tuple);
}

static gb_value type_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    return op == GB_BINARY_OR ? gb_union_new(vm, a, b) : GB_NOT_IMPLEMENTED_VALUE;
}

static const gb_native alias_methods[] = {
    {"__mro_entries__", mro_entries, "bases, /", 0, "What stands for it among bases."},
    {"__instancecheck__", alias_instancecheck, "instance, /", 0, "Always a TypeError."},
    {"__subclasscheck__", alias_subclasscheck, "cls, /", 0, "Always a TypeError."},
    {0}};

static const gb_attribute alias_attributes[] = {
    {"__origin__", get_origin, NULL, "The class that was subscripted."},
    {"__args__", get_args, NULL, "What it was subscripted with."},
    {"__parameters__", get_parameters, NULL, "Type variables among the arguments: none."},
    {0}};

const gb_type_spec gb_spec_alias = {
    .name = "GenericAlias",
    .shown = "types.GenericAlias",
    .module = "types",
    .doc = "GenericAlias(origin, args)\n\nA subscripted class such as list[int].",
    .size = sizeof(gb_alias),
    .methods = alias_methods,
    .attributes = alias_attributes,
    .slots = {.make = alias_make,
              .release = alias_release,
              .traverse = alias_traverse,
              .getattr = alias_getattr,
              .getitem = alias_getitem,
              .binary = type_binary,
              .compare = alias_compare,
              .hash = alias_hash,
              .repr = alias_repr,
              .call = alias_call},
};

/* --- int | None
 * -------------------------------------------------------------------------------------------
 */

static bool joinable(gb_value v)
{
    return gb_is_type(v) || gb_is_none(v) || gb_is_a(v, &gb_spec_alias) ||
           gb_is_a(v, &gb_spec_union);
}

/* Adds one member, or those of a union, leaving out what is there already. */
static bool add_member(gb_vm *vm, gb_value list, gb_value v)
{
    if (gb_is_a(v, &gb_spec_union)) {
        const gb_tuple *members = gb_tuple_peek(alias_of(v)->args);
        for (size_t i = 0; i < members->count; i++)
            if (!add_member(vm, list, members->items[i])) return false;
        return true;
    }
    if (gb_is_none(v)) v = gb_type_value(vm->types.none);
    int there = gb_contains(vm, list, v);
    return there > 0 || (there == 0 && gb_list_append(vm, list, v));
}

gb_value gb_union_new(gb_vm *vm, gb_value a, gb_value b)
{
    if (!joinable(a) || !joinable(b)) return GB_NOT_IMPLEMENTED_VALUE;
    gb_value list = gb_list_new(vm, 0);
    if (gb_is_unset(list)) return list;
    gb_value result = GB_UNSET_VALUE;
    if (add_member(vm, list, a) && add_member(vm, list, b)) {
        const gb_list *members = gb_list_peek(list);
        result = members->count == 1
                     ? gb_ref(members->items[0])
                     : new_take(vm, &gb_spec_union, GB_UNSET_VALUE, gb_to_tuple(vm, list));
    }
    gb_unref(list);
    return result;
}

/* The same members in any order. */
static gb_value union_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if ((op != GB_COMPARE_EQ && op != GB_COMPARE_NE) || !gb_is_a(b, &gb_spec_union))
        return GB_NOT_IMPLEMENTED_VALUE;
    const gb_tuple *x = gb_tuple_peek(alias_of(a)->args), *y = gb_tuple_peek(alias_of(b)->args);
    int equal = x->count == y->count;
    for (size_t i = 0; equal > 0 && i < x->count; i++)
        equal = gb_contains(vm, alias_of(b)->args, x->items[i]);
    return equal < 0 ? GB_UNSET_VALUE : gb_bool(equal == (op == GB_COMPARE_EQ));
}

static int64_t union_hash(gb_vm *vm, gb_value self)
{
    const gb_tuple *members = gb_tuple_peek(alias_of(self)->args);
    uint64_t sum = members->count;
    for (size_t i = 0; i < members->count; i++) {
        int64_t h = gb_hash(vm, members->items[i]);
        if (h == -1) return -1;
        sum += (uint64_t)h;
    }
    return (int64_t)sum == -1 ? -2 : (int64_t)sum;
}

static gb_value check_members(gb_vm *vm, gb_value *args, bool instance)
{
    const gb_tuple *members = gb_tuple_peek(alias_of(args[0])->args);
    for (size_t i = 0; i < members->count; i++)
        if (gb_is_a(members->items[i], &gb_spec_alias))
            return gb_raise(vm, GB_EXC_TypeError,
                            "%s() argument 2 cannot be a parameterized generic",
                            instance ? "isinstance" : "issubclass");
    int is = instance ? gb_isinstance(vm, args[1], alias_of(args[0])->args)
                      : gb_issubclass(vm, args[1], alias_of(args[0])->args);
    return is < 0 ? GB_UNSET_VALUE : gb_bool(is);
}

static gb_value union_instancecheck(gb_vm *vm, gb_value *args)
{
    return check_members(vm, args, true);
}

static gb_value union_subclasscheck(gb_vm *vm, gb_value *args)
{
    return check_members(vm, args, false);
}

static const gb_native union_methods[] = {
    {"__instancecheck__", union_instancecheck, "instance, /", 0, "isinstance of any member."},
    {"__subclasscheck__", union_subclasscheck, "cls, /", 0, "issubclass of any member."},
    {0}};

static const gb_attribute union_attributes[] = {
    {"__args__", get_args, NULL, "The members."},
    {"__parameters__", get_parameters, NULL, "Type variables among the members: none."},
    {0}};

const gb_type_spec gb_spec_union = {
    .name = "UnionType",
    .shown = "types.UnionType",
    .module = "types",
    .doc = "A union of classes such as int | None.",
    .size = sizeof(gb_alias),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .methods = union_methods,
    .attributes = union_attributes,
    .slots = {.release = alias_release,
              .traverse = alias_traverse,
              .binary = type_binary,
              .compare = union_compare,
              .hash = union_hash,
              .repr = union_repr},
};
