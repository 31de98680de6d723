/* Classes that programs define: layout, C3 order, __slots__, __set_name__, __init_subclass__. */
#include "kernel/lang/exception.h"
#include "kernel/lang/native_function.h"

/* --- the order of bases (C3)
 * ------------------------------------------------------------------------ */

/* Lists to merge: the MROs of the bases, then the bases. heads[i] is the first one not taken. */
typedef struct gb_merge {
    gb_tuple **lists;
    size_t *heads;
    size_t count;
} gb_merge;

static bool in_tail(const gb_merge *merge, gb_value candidate)
{
    for (size_t i = 0; i < merge->count; i++)
        for (size_t k = merge->heads[i] + 1; k < merge->lists[i]->count; k++)
            if (gb_same(merge->lists[i]->items[k], candidate)) return true;
    return false;
}

static void take(gb_merge *merge, gb_value candidate)
{
    for (size_t i = 0; i < merge->count; i++)
        if (merge->heads[i] < merge->lists[i]->count &&
            gb_same(merge->lists[i]->items[merge->heads[i]], candidate))
            merge->heads[i]++;
}

/* 1: took one, 0: all lists are empty, -1: no order fits. */
static int merge_step(gb_vm *vm, gb_merge *merge, gb_value out)
{
    bool left = false;
    for (size_t i = 0; i < merge->count; i++) {
        if (merge->heads[i] >= merge->lists[i]->count) continue;
        left = true;
        gb_value candidate = merge->lists[i]->items[merge->heads[i]];
        if (in_tail(merge, candidate)) continue;
        take(merge, candidate);
        return gb_list_append(vm, out, candidate) ? 1 : -1;
    }
    return left ? -1 : 0;
}

/* Names the classes that wait for each other, each once. */
static gb_value no_order(gb_vm *vm, const gb_merge *merge)
{
    gb_buffer names = GB_BUFFER_INIT;
    for (size_t i = 0; i < merge->count; i++) {
        if (merge->heads[i] >= merge->lists[i]->count) continue;
        gb_value head = merge->lists[i]->items[merge->heads[i]];
        bool named = false;
        for (size_t j = 0; j < i && !named; j++)
            named = merge->heads[j] < merge->lists[j]->count &&
                    gb_same(merge->lists[j]->items[merge->heads[j]], head);
        if (!named)
            gb_buffer_format(&names, "%s%s", names.size ? ", " : "",
                             gb_str_data(gb_type_peek(head)->name));
    }
    gb_raise(vm, GB_EXC_TypeError,
             "Cannot create a consistent method resolution\norder (MRO) for bases %s",
             names.data ? names.data : "");
    gb_buffer_release(&names);
    return GB_UNSET_VALUE;
}

static gb_value compute_mro(gb_vm *vm, gb_type *type)
{
    gb_tuple *bases = gb_tuple_peek(type->bases);
    size_t n = bases->count + 1;
    gb_merge merge = {.count = n};
    merge.lists = gb_alloc(n * sizeof(gb_tuple *), NULL);
    merge.heads = gb_calloc(n, sizeof(size_t), NULL);
    gb_value order = gb_list_new(vm, 0), mro = GB_UNSET_VALUE;
    if (merge.lists && merge.heads && !gb_is_unset(order) &&
        gb_list_append(vm, order, gb_type_value(type))) {
        for (size_t i = 0; i + 1 < n; i++)
            merge.lists[i] = gb_tuple_peek(gb_type_peek(bases->items[i])->mro);
        merge.lists[n - 1] = bases;
        int step;
        while ((step = merge_step(vm, &merge, order)) == 1)
            ;
        if (step == 0) mro = gb_to_tuple(vm, order);
        if (step < 0 && gb_is_unset(vm->exception)) no_order(vm, &merge);
    }
    gb_free(merge.lists);
    gb_free(merge.heads);
    gb_unref(order);
    return mro;
}

/* --- layout
 * --------------------------------------------------------------------------------------------- */

/* All exceptions are laid out alike. */
static bool adds_nothing(const gb_type *type)
{
    return type->flags & GB_TYPE_USER ||
           (type->tag == GB_EXCEPTION && type->base->tag == GB_EXCEPTION &&
            type->base->size == type->size);
}

/* The nearest native type that lays out instances. */
static const gb_type *solid(const gb_type *type)
{
    while (adds_nothing(type))
        type = type->base;
    return type;
}

/* Which base the new class extends; NULL with TypeError. */
static gb_type *choose_base(gb_vm *vm, gb_value bases)
{
    gb_tuple *tuple = gb_tuple_peek(bases);
    gb_type *best = NULL;
    for (size_t i = 0; i < tuple->count; i++) {
        gb_value base = tuple->items[i];
        if (!gb_is_type(base)) {
            gb_raise(vm, GB_EXC_TypeError, "bases must be types");
            return NULL;
        }
        gb_type *type = gb_type_peek(base);
        if (type->flags & GB_TYPE_FINAL) {
            gb_raise(vm, GB_EXC_TypeError, "type '%s' is not an acceptable base type",
                     gb_str_data(type->name));
            return NULL;
        }
        if (!best || (solid(type) != solid(best) && gb_type_is_subtype(solid(type), solid(best)))) {
            best = type;
        } else if (!gb_type_is_subtype(solid(best), solid(type))) {
            gb_raise(vm, GB_EXC_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best;
}

static bool any_base_has_dict(gb_tuple *bases)
{
    for (size_t i = 0; i < bases->count; i++) {
        const gb_type *type = gb_type_peek(bases->items[i]);
        if (type->dict_offset && !(type->flags & GB_TYPE_SLOTS_ONLY)) return true;
    }
    return false;
}

static void lay_out(gb_type *type)
{
    gb_type *base = type->base;
    type->spec = base->spec;
    type->makes_missing = base->makes_missing;
    type->tag = base->spec == &gb_spec_object ? GB_INSTANCE : base->tag;
    type->flags = (base->flags & (GB_TYPE_NO_MAKE | GB_TYPE_DICT)) | GB_TYPE_USER;
    type->size = base->size;
    type->dict_offset = base->dict_offset;
    type->slots_offset = base->slots_offset;
    if (type->dict_offset || type->tag == GB_TYPE) return;
    if (type->tag == GB_TUPLE || type->tag == GB_STR || type->tag == GB_BYTES) {
        type->dict_offset = GB_DICT_AT_END;
        return;
    }
    type->dict_offset = (type->size + 7) / 8 * 8;
    type->size = type->dict_offset + sizeof(gb_dict *);
}

/* --- __slots__
 * --------------------------------------------------------------------------------------------- */

static bool add_member(gb_vm *vm, gb_type *type, gb_value name)
{
    if (!gb_is_str(name))
        return gb_raise_false(vm, GB_EXC_TypeError, "__slots__ items must be strings, not '%s'",
                              gb_type_name(vm, name));
    if (gb_str_is(name, "__dict__") || gb_str_is(name, "__weakref__")) return true;
    if (!gb_is_unset(gb_dict_find_name(type->dict, name)))
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "'%s' in __slots__ conflicts with class variable", gb_str_data(name));
    gb_value member = gb_member_new(vm, type, name);
    if (gb_is_unset(member)) return false;
    name = gb_intern_take(vm, gb_ref(name));
    bool ok = gb_dict_set_name(vm, type->dict, name, member);
    gb_unref(name);
    gb_unref(member);
    return ok;
}

/* Members of __slots__ lie in the instance's dict where it has no other use; where it has, they get
 * one of their own: with `keep` the one the base has, and the attributes a new one. */
static void separate_members(gb_type *type, bool keep)
{
    if (type->slots_offset || type->dict_offset == GB_DICT_AT_END) return;
    size_t added = (type->size + 7) / 8 * 8;
    type->size = added + sizeof(gb_dict *);
    type->slots_offset = keep ? type->dict_offset : added;
    if (keep) type->dict_offset = added;
}

static bool apply_slots(gb_vm *vm, gb_type *type)
{
    gb_value slots = gb_dict_find_name(type->dict, GB_NAME_OF(vm, __slots__));
    if (type->tag == GB_TYPE) return true;
    if (gb_is_unset(slots)) {
        if (type->base->flags & GB_TYPE_SLOTS_ONLY) separate_members(type, true);
        return true;
    }
    gb_value names = gb_is_str(slots) ? gb_tuple_of(vm, 1, slots) : gb_to_tuple(vm, slots);
    if (gb_is_unset(names)) return false;
    bool ok = true, with_dict = any_base_has_dict(gb_tuple_peek(type->bases));
    for (size_t i = 0; ok && i < gb_tuple_peek(names)->count; i++) {
        gb_value name = gb_tuple_peek(names)->items[i];
        if (gb_str_is(name, "__dict__")) with_dict = true;
        ok = add_member(vm, type, name);
    }
    if (!with_dict)
        type->flags |= GB_TYPE_SLOTS_ONLY;
    else if (ok && gb_tuple_peek(names)->count)
        separate_members(type, type->base->flags & GB_TYPE_SLOTS_ONLY);
    gb_unref(names);
    return ok;
}

/* --- attributes that every class shows
 * ------------------------------------------------------------------------------- */

static gb_value get_weakref(gb_vm *vm, gb_value self)
{
    (void)vm;
    (void)self;
    return GB_NONE_VALUE; /* nothing is referred to weakly */
}

static const gb_attribute own_dict = {"__dict__", gb_get_dict_attribute, gb_set_dict_attribute,
                                      NULL};
static const gb_attribute own_weakref = {"__weakref__", get_weakref, NULL, NULL};

static bool add_own(gb_vm *vm, gb_type *type, gb_value name, const gb_attribute *row)
{
    gb_value attribute = gb_attribute_new(vm, row, type);
    bool ok = !gb_is_unset(attribute) && gb_dict_set_name(vm, type->dict, name, attribute);
    gb_unref(attribute);
    return ok;
}

static bool may_be_referred(const gb_type *type)
{
    bool counted = type->tag == GB_BIGINT || type->tag == GB_TUPLE || type->tag == GB_BYTES;
    return !counted && type->tag != GB_SET && type->tag != GB_TYPE;
}

/* __dict__ and __weakref__ where no base has them, and __doc__. */
static bool add_shown(gb_vm *vm, gb_type *type)
{
    gb_dict *dict = type->dict;
    bool slots = !gb_is_unset(gb_dict_find_name(dict, GB_NAME_OF(vm, __slots__)));
    bool inherits = any_base_has_dict(gb_tuple_peek(type->bases)) || type->tag == GB_TYPE;
    if (!inherits && !(type->flags & GB_TYPE_SLOTS_ONLY) &&
        !add_own(vm, type, GB_NAME_OF(vm, __dict__), &own_dict))
        return false;
    if (!slots && may_be_referred(type) &&
        gb_is_unset(gb_type_lookup_peek(type, GB_NAME_OF(vm, __weakref__))) &&
        !add_own(vm, type, GB_NAME_OF(vm, __weakref__), &own_weakref))
        return false;
    return !gb_is_unset(gb_dict_find_name(dict, GB_NAME_OF(vm, __doc__))) ||
           gb_dict_set_name(vm, type->dict, GB_NAME_OF(vm, __doc__), GB_NONE_VALUE);
}

/* --- after the class is there
 * -------------------------------------------------------------------------------- */

/* What __set_name__ raised becomes the cause of a RuntimeError; false. */
static bool set_name_failed(gb_vm *vm, const gb_type *type, gb_value key, gb_value value)
{
    gb_value cause = gb_exception_take(vm), name = gb_repr(vm, key);
    gb_raise(vm, GB_EXC_RuntimeError, "Error calling __set_name__ on '%s' instance %s in '%s'",
             gb_type_name(vm, value), gb_is_unset(name) ? "?" : gb_str_data(name),
             gb_str_data(type->name));
    if (gb_is_exception(vm->exception) && gb_is_exception(cause)) {
        gb_exception *e = gb_exception_object(vm->exception);
        gb_replace_take(&e->cause, gb_ref(cause));
        e->suppress_context = true;
    }
    gb_unref(name);
    gb_unref(cause);
    return false;
}

static bool set_names(gb_vm *vm, gb_type *type)
{
    gb_value members = gb_dict_copy(vm, gb_object_peek(GB_DICT, type->dict)), key, value;
    if (gb_is_unset(members)) return false;
    bool ok = true;
    for (size_t at = 0; ok && gb_dict_next(members, &at, &key, &value);) {
        if (!gb_is_object(value)) continue;
        gb_value hook = gb_type_lookup_peek(value.o->type, GB_NAME_OF(vm, __set_name__));
        if (gb_is_unset(hook)) continue;
        gb_value result = gb_call_special(vm, value, GB_NAME_OF(vm, __set_name__),
                                          (gb_value[]){gb_type_value(type), key}, 2);
        ok = !gb_is_unset(result) || set_name_failed(vm, type, key, value);
        gb_unref(result);
    }
    gb_unref(members);
    return ok;
}

/* super(type, type).__init_subclass__(**keywords) */
static bool init_subclass(gb_vm *vm, gb_type *type, gb_value keywords)
{
    gb_tuple *mro = gb_tuple_peek(type->mro);
    gb_value found = GB_UNSET_VALUE;
    for (size_t i = 1; i < mro->count && gb_is_unset(found); i++)
        found =
            gb_dict_find_name(gb_type_peek(mro->items[i])->dict, GB_NAME_OF(vm, __init_subclass__));
    if (gb_is_unset(found)) return true;
    gb_value bound = gb_bind_attribute(vm, found, GB_UNSET_VALUE, type);
    if (gb_is_unset(bound)) return false;
    gb_value result = gb_call_spread(vm, bound, vm->empty_tuple, keywords);
    gb_unref(bound);
    gb_unref(result);
    return !gb_is_unset(result);
}

/* __init_subclass__ and __class_getitem__ are class methods, __new__ is static, without saying so.
 */
static bool wrap_implicit(gb_vm *vm, gb_type *type, gb_value name, gb_type *wrapper)
{
    gb_value found = gb_dict_find_name(type->dict, name);
    if (found.tag != GB_FUNCTION) return true;
    gb_value wrapped = gb_descriptor_new(vm, wrapper, found);
    if (gb_is_unset(wrapped)) return false;
    bool ok = gb_dict_set_name(vm, type->dict, name, wrapped);
    gb_unref(wrapped);
    return ok;
}

static bool fill_dict(gb_vm *vm, gb_type *type, gb_value space)
{
    type->dict = gb_dict_alloc(vm, 0);
    if (!type->dict) return false;
    gb_track(vm, type->dict);
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(space, &at, &key, &value);) {
        gb_value name = gb_is_str(key) ? gb_intern_take(vm, gb_ref(key)) : GB_UNSET_VALUE;
        if (gb_is_unset(name)) continue;
        bool ok = gb_str_is(name, "__classcell__") || gb_dict_set_name(vm, type->dict, name, value);
        gb_unref(name);
        if (!ok) return false;
    }
    gb_value qualname = gb_dict_find_name(type->dict, GB_NAME_OF(vm, __qualname__));
    if (gb_is_str(qualname)) {
        gb_replace_take(&type->qualname, gb_ref(qualname));
        if (gb_dict_remove_hashed(vm, type->dict, GB_NAME_OF(vm, __qualname__),
                                  gb_str_hash(GB_NAME_OF(vm, __qualname__)), NULL) < 0)
            return false;
    }
    gb_value module = gb_dict_find_name(type->dict, GB_NAME_OF(vm, __module__));
    if (gb_is_unset(module) && vm->frame) { /* made by a call of type: where that stands */
        module = gb_dict_find_name(vm->frame->globals, GB_NAME_OF(vm, __name__));
        if (!gb_is_unset(module) &&
            !gb_dict_set_name(vm, type->dict, GB_NAME_OF(vm, __module__), module))
            return false;
    }
    if (!gb_is_unset(module)) type->module = gb_ref(module);
    return wrap_implicit(vm, type, GB_NAME_OF(vm, __new__), vm->types.staticmethod) &&
           wrap_implicit(vm, type, GB_NAME_OF(vm, __init_subclass__), vm->types.classmethod) &&
           wrap_implicit(vm, type, GB_NAME_OF(vm, __class_getitem__), vm->types.classmethod);
}

static bool no_duplicates(gb_vm *vm, gb_value bases)
{
    gb_tuple *tuple = gb_tuple_peek(bases);
    for (size_t i = 0; i < tuple->count; i++)
        for (size_t k = 0; k < i; k++)
            if (gb_same(tuple->items[i], tuple->items[k]))
                return gb_raise_false(vm, GB_EXC_TypeError, "duplicate base class %s",
                                      gb_str_data(gb_type_peek(tuple->items[i])->name));
    return true;
}

static bool link_bases(gb_vm *vm, gb_type *type)
{
    gb_tuple *bases = gb_tuple_peek(type->bases);
    type->mro = compute_mro(vm, type);
    if (gb_is_unset(type->mro)) return false;
    for (size_t i = 0; i < bases->count; i++)
        if (!gb_type_add_subclass(vm, gb_type_peek(bases->items[i]), type)) return false;
    return true;
}

gb_type *gb_type_meta_of(gb_vm *vm, gb_type *meta, gb_value bases)
{
    const gb_tuple *tuple = gb_tuple_peek(bases);
    for (size_t i = 0; i < tuple->count; i++) {
        gb_type *of_base = gb_type_of(vm, tuple->items[i]);
        if (gb_type_is_subtype(meta, of_base)) continue;
        if (!gb_type_is_subtype(of_base, meta)) {
            gb_raise(vm, GB_EXC_TypeError,
                     "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                     "subclass of the metaclasses of all its bases");
            return NULL;
        }
        meta = of_base;
    }
    return meta;
}

/* parts: name, bases, namespace. */
gb_value gb_type_new_meta(gb_vm *vm, gb_type *meta, const gb_value parts[3], gb_value keywords)
{
    gb_value bases = gb_tuple_peek(parts[1])->count
                         ? gb_ref(parts[1])
                         : gb_tuple_of(vm, 1, gb_type_value(vm->types.object));
    if (gb_is_unset(bases)) return bases;
    gb_type *base = choose_base(vm, bases);
    gb_type *type = base ? gb_type_alloc(vm, meta, meta->size) : NULL;
    if (!type) {
        gb_unref(bases);
        return GB_UNSET_VALUE;
    }
    type->name = gb_ref(parts[0]);
    type->qualname = gb_ref(parts[0]);
    type->bases = bases;
    type->base = gb_object_ref(base);
    lay_out(type);
    gb_track(vm, type);
    gb_value made = gb_type_value(type);
    if (no_duplicates(vm, bases) && fill_dict(vm, type, parts[2]) && link_bases(vm, type) &&
        apply_slots(vm, type) && add_shown(vm, type)) {
        gb_type_settle_hash(type);
        gb_type_update_slots(type);
        if (set_names(vm, type) && init_subclass(vm, type, keywords)) return made;
    }
    gb_unref(made);
    return GB_UNSET_VALUE;
}

gb_value gb_type_new(gb_vm *vm, gb_value name, gb_value bases, gb_value space, gb_value keywords)
{
    return gb_type_new_meta(vm, vm->types.type, (gb_value[]){name, bases, space}, keywords);
}

/* --- instances
 * -------------------------------------------------------------------------------------------------
 */

gb_value gb_instance_new(gb_vm *vm, gb_type *cls)
{
    gb_object *object = gb_object_new(vm, cls, cls->size);
    if (!object) return GB_UNSET_VALUE;
    memset((char *)object + sizeof *object, 0, cls->size - sizeof *object);
    if (!(cls->flags & GB_TYPE_ATOMIC)) gb_track(vm, object);
    return gb_object_peek(cls->tag, object);
}
