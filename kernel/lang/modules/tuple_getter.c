/* The attribute of a named tuple for one place. See tuple_getter.h. */
#include "kernel/lang/modules/tuple_getter.h"

#include "kernel/lang/vm.h"

#include <inttypes.h>

typedef struct gb_tuple_getter {
    gb_object head;
    int64_t index;
    gb_value doc;
} gb_tuple_getter;

static gb_tuple_getter *getter_of(gb_value v)
{
    return (gb_tuple_getter *)(void *)v.o;
}

static gb_value getter_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], made = GB_UNSET_VALUE;
    int64_t index;
    if (!gb_bind(vm, "_tuplegetter", "index, doc, /", args, bound)) return made;
    if (gb_to_int64(vm, bound[0], &index)) made = gb_instance_new(vm, cls);
    if (!gb_is_unset(made)) {
        getter_of(made)->index = index;
        getter_of(made)->doc = gb_ref(bound[1]);
    }
    gb_bound_release(bound, 2);
    return made;
}

static void getter_release(gb_object *self)
{
    gb_unref(((gb_tuple_getter *)(void *)self)->doc);
}

static void getter_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_tuple_getter *)(void *)self)->doc, context);
}

static gb_value getter_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)owner;
    int64_t index = getter_of(self)->index;
    if (gb_is_unset(instance) || gb_is_none(instance)) return gb_ref(self);
    if (!gb_is_tuple(instance))
        return gb_raise(vm, GB_EXC_TypeError,
                        "descriptor for index '%" PRId64
                        "' for tuple subclasses doesn't apply to '%s' object",
                        index, gb_type_name(vm, instance));
    const gb_tuple *tuple = gb_tuple_peek(instance);
    if (index < 0 || (size_t)index >= tuple->count)
        return gb_raise(vm, GB_EXC_IndexError, "tuple index out of range");
    return gb_ref(tuple->items[index]);
}

static bool getter_set(gb_vm *vm, gb_value self, gb_value instance, gb_value value)
{
    (void)self;
    (void)instance;
    return gb_raise_false(vm, GB_EXC_AttributeError,
                          gb_is_unset(value) ? "can't delete attribute" : "can't set attribute");
}

static gb_value getter_repr(gb_vm *vm, gb_value self)
{
    gb_value doc = gb_repr(vm, getter_of(self)->doc);
    if (gb_is_unset(doc)) return doc;
    gb_value text = gb_str_format(vm, "_tuplegetter(%" PRId64 ", %s)", getter_of(self)->index,
                                  gb_str_data(doc));
    gb_unref(doc);
    return text;
}

static gb_value get_doc(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(getter_of(self)->doc);
}

static bool set_doc(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm;
    gb_replace_take(&getter_of(self)->doc, gb_is_unset(value) ? GB_NONE_VALUE : gb_ref(value));
    return true;
}

static const gb_attribute attributes[] = {{"__doc__", get_doc, set_doc, NULL}, {0}};

const gb_type_spec gb_spec_tuple_getter = {
    .name = "_tuplegetter",
    .module = "collections",
    .size = sizeof(gb_tuple_getter),
    .flags = GB_TYPE_FINAL,
    .attributes = attributes,
    .slots = {.make = getter_make,
              .release = getter_release,
              .traverse = getter_traverse,
              .get = getter_get,
              .set = getter_set,
              .repr = getter_repr},
};
