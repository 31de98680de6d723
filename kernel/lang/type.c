/* Types: making native ones, finding attributes along the MRO, subtype tests.
 * Classes that programs define are made in type_class.c; slots that call dunder methods and dunder
 * methods that call slots are in type_slots.c and type_wrap.c. */
#include "kernel/lang/type.h"
#include "kernel/lang/types/object.h"
#include "kernel/lang/vm_state.h"

const char *gb_binary_sign(gb_binary op)
{
    static const char *const signs[] = {
#define GB_BINARY(id, sign, node, method, reflected, inplace) sign,
#include "kernel/lang/operator.def"
        "divmod()"};
    return signs[op];
}

const char *gb_compare_sign(gb_compare op)
{
    static const char *const signs[] = {
#define GB_COMPARE(id, sign, node, method, reflected, mask) sign,
#include "kernel/lang/operator.def"
    };
    return signs[op];
}

gb_compare gb_compare_mirror(gb_compare op)
{
    switch (op) {
    case GB_COMPARE_LT: return GB_COMPARE_GT;
    case GB_COMPARE_LE: return GB_COMPARE_GE;
    case GB_COMPARE_GT: return GB_COMPARE_LT;
    case GB_COMPARE_GE: return GB_COMPARE_LE;
    default: return op;
    }
}

/* --- asking -------------------------------------------------------------------------------------
 */

gb_type *gb_type_of(gb_vm *vm, gb_value v)
{
    return gb_is_object(v) ? v.o->type : vm->by_tag[v.tag];
}

const char *gb_type_name(gb_vm *vm, gb_value v)
{
    const gb_type *type = gb_type_of(vm, v);
    if (gb_is_str(type->shown)) return gb_str_data(type->shown);
    bool native = !(type->flags & GB_TYPE_USER);
    return native && type->spec->shown ? type->spec->shown : gb_str_data(type->name);
}

bool gb_type_is_user(const gb_type *type)
{
    return type->flags & GB_TYPE_USER;
}

bool gb_type_is_subtype(const gb_type *type, const gb_type *base)
{
    if (type == base) return true;
    if (gb_is_unset(type->mro)) return false;
    const gb_tuple *mro = gb_tuple_peek(type->mro);
    for (size_t i = 1; i < mro->count; i++)
        if ((const gb_type *)(void *)mro->items[i].o == base) return true;
    return false;
}

bool gb_is_a(gb_value v, const gb_type_spec *spec)
{
    if (!gb_is_object(v)) return false;
    for (const gb_type *type = v.o->type; type; type = type->base)
        if (type->spec == spec) return true;
    return false;
}

static int check_hook(gb_vm *vm, gb_value cls, gb_value v, bool instance)
{
    gb_type *meta = cls.o->type;
    if (meta == vm->types.type) return 2;
    gb_value name =
        instance ? GB_NAME_OF(vm, __instancecheck__) : GB_NAME_OF(vm, __subclasscheck__);
    gb_value hook = gb_type_lookup_peek(meta, name);
    if (gb_is_unset(hook) || hook.tag != GB_FUNCTION) return 2;
    gb_value result = gb_call(vm, hook, (gb_value[]){cls, v}, 2);
    if (gb_is_unset(result)) return -1;
    int truth = gb_truth(vm, result);
    gb_unref(result);
    return truth;
}

static int any_of(gb_vm *vm, gb_value v, gb_value classes,
                  int (*test)(gb_vm *vm, gb_value v, gb_value cls))
{
    gb_tuple *tuple = gb_tuple_peek(classes);
    for (size_t i = 0; i < tuple->count; i++) {
        int is = test(vm, v, tuple->items[i]);
        if (is) return is;
    }
    return 0;
}

gb_type *gb_type_seen(gb_vm *vm, gb_value v)
{
    gb_type *type = gb_type_of(vm, v);
    return type->slots.seen ? type->slots.seen(vm, v) : type;
}

/* What is no class may know by a method of its type: unions. */
static int ask_other(gb_vm *vm, gb_value v, gb_value cls, const char *method, const char *wrong)
{
    gb_value hook = gb_special_method(vm, cls, gb_intern_peek(vm, method, strlen(method)));
    if (gb_is_unset(hook))
        return gb_is_unset(vm->exception) ? gb_raise_minus(vm, GB_EXC_TypeError, "%s", wrong) : -1;
    gb_value result = gb_call(vm, hook, &v, 1);
    gb_unref(hook);
    if (gb_is_unset(result)) return -1;
    int truth = gb_truth(vm, result);
    gb_unref(result);
    return truth;
}

int gb_isinstance(gb_vm *vm, gb_value v, gb_value cls)
{
    if (gb_is_tuple(cls)) return any_of(vm, v, cls, gb_isinstance);
    if (gb_is_type(cls)) {
        gb_type *seen = gb_type_seen(vm, v);
        if (!seen) return -1;
        if (gb_type_is_subtype(seen, gb_type_peek(cls))) return 1;
        int hooked = check_hook(vm, cls, v, true);
        return hooked == 2 ? 0 : hooked;
    }
    return ask_other(vm, v, cls, "__instancecheck__",
                     "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

/* What is no class but has __bases__ (list[int]) is asked for those. */
static int derives_by_bases(gb_vm *vm, gb_value v, gb_value cls)
{
    bool failed;
    gb_value bases = gb_getattr_optional(vm, v, "__bases__", &failed);
    if (failed) return -1;
    if (!gb_is_tuple(bases)) {
        gb_unref(bases);
        return gb_raise_minus(vm, GB_EXC_TypeError, "issubclass() arg 1 must be a class");
    }
    int is = 0;
    for (size_t i = 0; !is && i < gb_tuple_peek(bases)->count; i++)
        is = gb_issubclass(vm, gb_tuple_peek(bases)->items[i], cls);
    gb_unref(bases);
    return is;
}

int gb_issubclass(gb_vm *vm, gb_value v, gb_value cls)
{
    if (gb_is_tuple(cls)) return any_of(vm, v, cls, gb_issubclass);
    if (!gb_is_type(cls))
        return ask_other(vm, v, cls, "__subclasscheck__",
                         "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    if (!gb_is_type(v)) return derives_by_bases(vm, v, cls);
    if (gb_type_is_subtype(gb_type_peek(v), gb_type_peek(cls))) return 1;
    int hooked = check_hook(vm, cls, v, false);
    return hooked == 2 ? 0 : hooked;
}

/* --- attributes along the MRO
 * --------------------------------------------------------------------- */

static gb_value lookup_uncached(const gb_type *type, gb_value name)
{
    const gb_tuple *mro = gb_tuple_peek(type->mro);
    for (size_t i = 0; i < mro->count; i++) {
        gb_value found = gb_dict_find_name(gb_type_peek(mro->items[i])->dict, name);
        if (!gb_is_unset(found)) return found;
    }
    return GB_UNSET_VALUE;
}

static size_t lookup_slot(const gb_type *type, gb_value name)
{
    return (size_t)(type->version * 31 + ((uintptr_t)name.o >> 4)) & (GB_LOOKUP_SLOTS - 1);
}

/* Asks the native bases that make attributes when they are first named. */
static gb_value lookup_missing(gb_type *type, gb_value name)
{
    for (gb_type *t = type; t; t = t->base) {
        if ((t->flags & GB_TYPE_USER) || !t->spec || !t->spec->missing) continue;
        gb_value made = t->spec->missing(t->vm, t, name);
        if (gb_is_unset(made)) continue;
        bool kept = gb_type_set(t->vm, t, name, made);
        gb_unref(made);
        if (kept) return made; /* the class holds it now */
        gb_exception_clear(t->vm);
    }
    return GB_UNSET_VALUE;
}

gb_value gb_type_lookup_peek(gb_type *type, gb_value name)
{
    gb_vm *vm = type->vm;
    if (!gb_str_peek(name)->interned) {
        gb_value twin = gb_intern_peek(vm, gb_str_data(name), gb_str_size(name));
        if (gb_is_unset(twin)) return twin;
        name = twin;
    }
    size_t slot = lookup_slot(type, name);
    const gb_lookup *cached = &vm->lookups[slot];
    if (cached->version == type->version && cached->name == name.o) return cached->value;
    gb_value found = lookup_uncached(type, name);
    if (gb_is_unset(found) && type->makes_missing) {
        found = lookup_missing(type, name);
        slot = lookup_slot(type, name); /* the type may have changed */
    }
    vm->lookups[slot] = (gb_lookup){type->version, name.o, found};
    return found;
}

void gb_type_changed(gb_type *type)
{
    type->version = ++type->vm->next_version;
    for (size_t i = 0; i < type->subclass_count; i++)
        gb_type_changed(type->subclasses[i]);
}

bool gb_type_set(gb_vm *vm, gb_type *type, gb_value name, gb_value value)
{
    bool ok;
    name = gb_intern_take(vm, gb_ref(name));
    if (gb_is_unset(name)) return false;
    if (gb_is_unset(value)) {
        int removed = gb_dict_remove(vm, gb_object_peek(GB_DICT, type->dict), name, NULL);
        ok = removed > 0;
        if (!removed)
            gb_raise(vm, GB_EXC_AttributeError, "type object '%s' has no attribute '%s'",
                     gb_str_data(type->name), gb_str_data(name));
    } else {
        ok = gb_dict_set_name(vm, type->dict, name, value);
    }
    gb_type_changed(type);
    if (ok && gb_str_size(name) > 4 && memcmp(gb_str_data(name), "__", 2) == 0)
        gb_type_update_slots(type);
    gb_unref(name);
    return ok;
}

/* --- native types
 * ----------------------------------------------------------------------------------- */

static bool add_rows(gb_vm *vm, gb_type *type)
{
    for (const gb_native *row = type->spec->methods; row && row->name; row++) {
        gb_value function = gb_native_method(vm, row, type);
        if (gb_is_unset(function)) return false;
        gb_value name = gb_intern_peek(vm, row->name, strlen(row->name));
        bool ok = !gb_is_unset(name) && gb_dict_set_name(vm, type->dict, name, function);
        gb_unref(function);
        if (!ok) return false;
    }
    for (const gb_attribute *row = type->spec->attributes; row && row->name; row++) {
        gb_value attribute = gb_attribute_new(vm, row, type);
        gb_value name = gb_intern_peek(vm, row->name, strlen(row->name));
        bool ok = !gb_is_unset(attribute) && !gb_is_unset(name) &&
                  gb_dict_set_name(vm, type->dict, name, attribute);
        gb_unref(attribute);
        if (!ok) return false;
    }
    return true;
}

void gb_type_inherit_slots(gb_type *type, const gb_type *base)
{
    enum { COUNT = sizeof(gb_type_slots) / sizeof(void *) };
    void *own[COUNT], *inherited[COUNT];
    memcpy(own, &type->slots, sizeof own);
    memcpy(inherited, &base->slots, sizeof inherited);
    for (size_t i = 0; i < COUNT; i++)
        if (!own[i]) own[i] = inherited[i];
    memcpy(&type->slots, own, sizeof own);
}

bool gb_type_add_subclass(gb_vm *vm, gb_type *base, gb_type *type)
{
    if (!gb_vm_grow(vm, &base->subclasses, &base->subclass_capacity, base->subclass_count + 1,
                    sizeof(gb_type *)))
        return false;
    base->subclasses[base->subclass_count++] = type;
    return true;
}

void gb_type_remove_subclass(gb_type *base, const gb_type *type)
{
    for (size_t i = 0; i < base->subclass_count; i++) {
        if (base->subclasses[i] != type) continue;
        base->subclasses[i] = base->subclasses[--base->subclass_count];
        return;
    }
}

/* The fields that do not need other objects; the first two types are made with these alone. */
gb_type *gb_type_alloc(gb_vm *vm, gb_type *meta, size_t size)
{
    gb_type *type = gb_block_new(vm, size);
    if (!type) return NULL;
    memset(type, 0, size);
    type->head.refs = 1;
    type->head.type = gb_object_ref(meta);
    type->vm = vm;
    type->version = ++vm->next_version;
    vm->gc.object_count++;
    return type;
}

static void fill_from_spec(gb_type *type, const gb_type_spec *spec, gb_type *base)
{
    type->spec = spec;
    type->tag = spec->tag ? spec->tag : GB_OTHER;
    type->flags = spec->flags;
    type->slots = spec->slots;
    type->size = spec->size;
    type->makes_missing = spec->missing != NULL;
    if (!base) return;
    type->base = gb_object_ref(base);
    if (!spec->tag && base->spec != &gb_spec_object) type->tag = base->tag;
    type->makes_missing = spec->missing || base->makes_missing;
    bool same_fields = type->size <= base->size;
    if (same_fields) type->size = base->size;
    if (same_fields) type->dict_offset = base->dict_offset;
    if ((spec->flags & GB_TYPE_DICT || base->dict_offset) && !type->dict_offset) {
        type->dict_offset = (type->size + 7) / 8 * 8;
        type->size = type->dict_offset + sizeof(gb_dict *);
    }
    gb_type_inherit_slots(type, base);
}

bool gb_type_fill(gb_vm *vm, gb_type *type, const gb_type_spec *spec, gb_type *base)
{
    fill_from_spec(type, spec, base);
    type->name = gb_str_intern(vm, spec->name);
    type->qualname = gb_ref(type->name);
    type->module = gb_str_intern(vm, spec->module ? spec->module : "builtins");
    type->dict = gb_dict_alloc(vm, 0);
    size_t above = base ? gb_tuple_peek(base->mro)->count : 0;
    type->mro = gb_tuple_new(vm, above + 1);
    type->bases = base ? gb_tuple_of(vm, 1, gb_type_value(base)) : gb_ref(vm->empty_tuple);
    if (!type->dict || gb_is_unset(type->mro) || gb_is_unset(type->bases)) return false;
    gb_value *mro = gb_tuple_peek(type->mro)->items;
    mro[0] = gb_ref(gb_type_value(type));
    for (size_t i = 0; i < above; i++)
        mro[i + 1] = gb_ref(gb_tuple_peek(base->mro)->items[i]);
    if (base && !gb_type_add_subclass(vm, base, type)) return false;
    return gb_type_add_wrappers(vm, type) && gb_type_add_new(vm, type) && add_rows(vm, type);
}

static bool remember(gb_vm *vm, gb_type *type)
{
    if (!gb_vm_grow(vm, &vm->made, &vm->made_capacity, vm->made_count + 1, sizeof(gb_type *)))
        return false;
    vm->made[vm->made_count++] = type;
    return true;
}

static gb_type *find_made(gb_vm *vm, const gb_type_spec *spec)
{
    gb_type **near = &vm->made_near[((uintptr_t)spec >> 4) % GB_MADE_NEAR];
    if (*near && (*near)->spec == spec) return *near;
    for (size_t i = vm->made_count; i-- > 0;)
        if (vm->made[i]->spec == spec) return *near = vm->made[i];
    return NULL;
}

bool gb_type_finish(gb_vm *vm, gb_type *type)
{
    gb_track(vm, type);
    gb_type_update_flags(type);
    return remember(vm, type);
}

gb_type *gb_type_make(gb_vm *vm, const gb_type_spec *spec)
{
    gb_type *type = find_made(vm, spec);
    if (type) return type;
    gb_type *base = spec->base ? gb_type_make(vm, spec->base) : vm->types.object;
    if (!base) return NULL;
    type = gb_type_alloc(vm, vm->types.type, sizeof(gb_type));
    if (!type) return NULL;
    if (gb_type_fill(vm, type, spec, base) && gb_type_finish(vm, type)) return type;
    gb_object_unref(type);
    return NULL;
}
