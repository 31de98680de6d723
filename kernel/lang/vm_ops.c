/* The longer instructions: names, attributes with their caches, operators. See vm_ops.h. */
#include "kernel/lang/vm_ops.h"

#include "kernel/lang/exception.h"
#include "kernel/lang/native_function.h"
#include "kernel/lang/types/str.h"

/* --- names
 * ---------------------------------------------------------------------------------------------- */

static uint32_t place_of(const gb_dict *dict, const gb_dict_entry *entry)
{
    return (uint32_t)(entry - dict->entries);
}

gb_value gb_op_load_global(gb_vm *vm, gb_frame *frame, uint32_t index, gb_cache *cache)
{
    gb_value name = frame->linked->names[index];
    gb_dict *globals = frame->globals, *builtins = gb_dict_peek(vm->builtins);
    gb_dict_entry *entry = gb_dict_find_entry(globals, name);
    cache->version = globals->keys_version;
    cache->kind = GB_CACHE_GLOBAL;
    if (!entry) {
        entry = gb_dict_find_entry(builtins, name);
        cache->version2 = builtins->keys_version;
        cache->kind = GB_CACHE_BUILTIN;
        globals = builtins;
    }
    if (!entry) {
        cache->kind = GB_CACHE_EMPTY;
        return gb_raise_name(vm, GB_EXC_NameError, "name '%s' is not defined", name);
    }
    cache->entry = place_of(globals, entry);
    return gb_ref(entry->value);
}

bool gb_op_store_global(gb_vm *vm, gb_frame *frame, uint32_t index, gb_value v, gb_cache *cache)
{
    gb_value name = frame->linked->names[index];
    gb_dict_entry *entry = gb_dict_put_name(vm, frame->globals, name, v);
    if (!entry) return false;
    cache->version = frame->globals->keys_version;
    cache->kind = GB_CACHE_GLOBAL;
    cache->entry = place_of(frame->globals, entry);
    return true;
}

bool gb_op_delete_global(gb_vm *vm, gb_frame *frame, gb_value name)
{
    gb_value globals = gb_object_peek(GB_DICT, frame->globals);
    if (gb_dict_remove(vm, globals, name, NULL) > 0) return true;
    gb_raise_name(vm, GB_EXC_NameError, "name '%s' is not defined", name);
    return false;
}

gb_value gb_op_load_name(gb_vm *vm, gb_frame *frame, gb_value name)
{
    gb_value v = frame->space ? gb_dict_find_name(frame->space, name) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) v = gb_dict_find_name(frame->globals, name);
    if (gb_is_unset(v)) v = gb_dict_find_name(gb_dict_peek(vm->builtins), name);
    if (!gb_is_unset(v)) return gb_ref(v);
    return gb_raise_name(vm, GB_EXC_NameError, "name '%s' is not defined", name);
}

bool gb_op_store_name(gb_vm *vm, gb_frame *frame, gb_value name, gb_value v)
{
    gb_dict *space = frame->space;
    if (!space) return gb_dict_set_name(vm, frame->globals, name, v);
    if (space->head.type == vm->types.dict) return gb_dict_set_name(vm, space, name, v);
    return gb_setitem(vm, gb_object_peek(GB_DICT, space), name, v); /* of __prepare__ */
}

gb_value gb_op_load_classderef(gb_vm *vm, gb_frame *frame, const gb_instr *ip)
{
    gb_value v = frame->space ? gb_dict_find_name(frame->space, frame->linked->names[ip->b])
                              : GB_UNSET_VALUE;
    if (gb_is_unset(v)) v = gb_cell_peek(frame->slots[ip->a])->value;
    return gb_is_unset(v) ? gb_op_empty_cell(vm, frame, ip->a) : gb_ref(v);
}

gb_value gb_op_unbound_local(gb_vm *vm, const gb_frame *frame, uint32_t slot)
{
    gb_value name = frame->linked->local_names[slot];
    if (frame->linked->code->flags & GB_CODE_MODULE)
        return gb_raise_name(vm, GB_EXC_NameError, "name '%s' is not defined", name);
    return gb_raise_name(vm, GB_EXC_UnboundLocalError,
                         "cannot access local variable '%s' where it is not associated with a "
                         "value",
                         name);
}

gb_value gb_op_empty_cell(gb_vm *vm, const gb_frame *frame, uint32_t slot)
{
    const gb_linked *linked = frame->linked;
    uint32_t at = slot - linked->code->local_count;
    if (at < linked->code->cell_count)
        return gb_raise_name(vm, GB_EXC_UnboundLocalError,
                             "cannot access local variable '%s' where it is not associated with "
                             "a value",
                             linked->cell_names[at]);
    return gb_raise_name(vm, GB_EXC_NameError,
                         "cannot access free variable '%s' where it is not associated with a "
                         "value in enclosing scope",
                         linked->free_names[at - linked->code->cell_count]);
}

bool gb_op_annotations(gb_vm *vm, gb_frame *frame, gb_value name, gb_value v, bool setup)
{
    gb_dict *space = frame->space ? frame->space : frame->globals;
    gb_value have = gb_dict_find_name(space, GB_NAME_OF(vm, __annotations__));
    if (gb_is_unset(have)) {
        gb_value made = gb_dict_new(vm);
        bool ok = !gb_is_unset(made) &&
                  gb_dict_set_name(vm, space, GB_NAME_OF(vm, __annotations__), made);
        gb_unref(made);
        if (!ok) return false;
        have = made;
    }
    return setup || !gb_is_dict(have) || gb_dict_set(vm, have, name, v);
}

/* --- attributes
 * -------------------------------------------------------------------------------------------- */

static bool is_data_descriptor(gb_value found)
{
    return gb_is_object(found) && found.o->type->slots.set;
}

/* Does the type leave attributes that are there to the ordinary lookup? */
static bool is_ordinary(const gb_type *type)
{
    return !type->slots.getattr ||
           (type->tag == GB_INSTANCE && (type->flags & GB_TYPE_PLAIN_GETATTR));
}

/* Where an instance keeps the pointer to the dict that `name` is in, given what the class has of
 * that name; 0: the name is no field. */
static size_t field_offset(const gb_type *type, gb_value found, gb_value name)
{
    if (!is_data_descriptor(found)) return type->dict_offset;
    if (!gb_is_member(found, name)) return 0;
    return type->slots_offset ? type->slots_offset : type->dict_offset;
}

static bool remember_field(gb_type *type, gb_value self, gb_value name, gb_cache *cache)
{
    size_t offset = field_offset(type, gb_type_lookup_peek(type, name), name);
    gb_dict *dict = offset ? *(gb_dict **)(void *)((char *)self.o + offset) : NULL;
    gb_dict_entry *entry = dict ? gb_dict_find_entry(dict, name) : NULL;
    if (!entry) return false;
    cache->version = type->version;
    cache->kind = GB_CACHE_FIELD;
    cache->offset = (uint32_t)offset;
    cache->entry = place_of(dict, entry);
    return true;
}

/* What the class has of this name, where the instance's dict does not have it. */
static bool remember_of_class(gb_type *type, gb_value found, gb_cache *cache)
{
    if (gb_is_unset(found)) return false;
    gb_value getter = GB_UNSET_VALUE;
    if (!(type->flags & GB_TYPE_HAS_GETATTR)) getter = gb_property_getter_peek(found);
    bool plain = !gb_is_object(found) || (found.tag != GB_INSTANCE && !found.o->type->slots.get &&
                                          !found.o->type->slots.set);
    if (gb_is_unset(getter) && !plain) return false;
    cache->version = type->version;
    cache->kind = plain ? GB_CACHE_CLASS : GB_CACHE_GETTER;
    cache->offset = (uint32_t)type->dict_offset;
    cache->value = plain ? found : getter;
    return true;
}

static gb_value load_from_module(gb_vm *vm, gb_value self, gb_value name, gb_cache *cache)
{
    gb_dict *dict = gb_dict_peek(gb_module_dict_peek(self));
    if (cache->kind == GB_CACHE_MODULE && cache->version == dict->keys_version)
        return gb_ref(dict->entries[cache->entry].value);
    gb_dict_entry *entry = gb_dict_find_entry(dict, name);
    if (!entry) return gb_getattr(vm, self, name);
    cache->kind = GB_CACHE_MODULE;
    cache->version = dict->keys_version;
    cache->entry = place_of(dict, entry);
    return gb_ref(entry->value);
}

gb_value gb_op_load_attr(gb_vm *vm, gb_value self, gb_value name, gb_cache *cache)
{
    if (self.tag == GB_MODULE) return load_from_module(vm, self, name, cache);
    if (self.tag != GB_INSTANCE || !is_ordinary(self.o->type)) return gb_getattr(vm, self, name);
    gb_type *type = self.o->type;
    gb_dict *dict =
        type->dict_offset ? *(gb_dict **)(void *)((char *)self.o + type->dict_offset) : NULL;
    if (cache->kind == GB_CACHE_CLASS && cache->version == type->version &&
        gb_fields_lack(dict, name))
        return gb_ref(cache->value);
    if (remember_field(type, self, name, cache))
        return gb_ref(
            (*(gb_dict **)(void *)((char *)self.o + cache->offset))->entries[cache->entry].value);
    remember_of_class(type, gb_type_lookup_peek(type, name), cache);
    return gb_getattr(vm, self, name);
}

bool gb_op_store_attr(gb_vm *vm, gb_value self, gb_value name, gb_value v, gb_cache *cache)
{
    gb_type *type = gb_exact_type(vm, self);
    if (self.tag != GB_INSTANCE || type->slots.setattr) return gb_setattr(vm, self, name, v);
    if (cache->kind != GB_CACHE_FIELD || cache->version != type->version) {
        gb_value found = gb_type_lookup_peek(type, name);
        size_t offset = field_offset(type, found, name);
        if (!offset || ((type->flags & GB_TYPE_SLOTS_ONLY) && !is_data_descriptor(found)))
            return gb_setattr(vm, self, name, v);
        cache->kind = GB_CACHE_FIELD;
        cache->version = type->version;
        cache->offset = (uint32_t)offset;
    }
    gb_dict **place = (gb_dict **)(void *)((char *)self.o + cache->offset);
    if (!*place && !(*place = gb_dict_alloc(vm, type->expected_fields ? type->expected_fields : 4)))
        return false;
    gb_dict *dict = *place;
    gb_dict_entry *entry = gb_dict_put_name(vm, dict, name, v);
    if (!entry) return false;
    cache->entry = place_of(dict, entry);
    if (type->expected_fields < dict->count) type->expected_fields = dict->count;
    return true;
}

/* Can the pair (function, self) stand for the bound method? */
static bool is_method(gb_value found)
{
    return found.tag == GB_FUNCTION ||
           (found.tag == GB_NATIVE_FUNCTION && gb_native_peek(found)->self_count);
}

/* super().name: the function and the instance; false: to be looked up as an attribute. */
static bool load_super_method(gb_vm *vm, gb_value self, gb_value name, gb_value *out)
{
    if (!gb_is_object(self) || self.o->type != vm->types.super) return false;
    gb_value bound, found = gb_super_find_peek(self, name, &bound);
    if (!is_method(found) || gb_is_unset(bound)) return false;
    out[0] = gb_ref(found);
    out[1] = gb_ref(bound);
    gb_unref(self);
    return true;
}

bool gb_op_load_method(gb_vm *vm, gb_value self, gb_value name, gb_cache *cache, gb_value *out)
{
    gb_type *type = gb_exact_type(vm, self);
    bool ordinary = is_ordinary(type) && self.tag != GB_TYPE && self.tag != GB_MODULE;
    gb_value found = ordinary ? gb_type_lookup_peek(type, name) : GB_UNSET_VALUE;
    if (ordinary && is_method(found)) {
        gb_dict **place = gb_is_object(self) ? gb_instance_dict_place(self.o) : NULL;
        gb_dict *dict = place ? *place : NULL;
        gb_dict_entry *own = dict ? gb_dict_find_entry(dict, name) : NULL;
        if (!own) {
            bool fixed = type->dict_offset != GB_DICT_AT_END;
            cache->version = type->version;
            cache->value = found;
            cache->offset = (uint32_t)type->dict_offset;
            cache->kind = !place  ? GB_CACHE_METHOD
                          : fixed ? GB_CACHE_METHOD_UNLESS
                                  : GB_CACHE_EMPTY;
            out[0] = gb_ref(found);
            out[1] = self;
            return true;
        }
        out[0] = gb_ref(own->value);
    } else if (load_super_method(vm, self, name, out)) {
        return true;
    } else {
        out[0] = gb_op_load_attr(vm, self, name, cache);
        if (gb_is_unset(out[0])) {
            out[0] = self;
            return false;
        }
    }
    out[1] = GB_UNSET_VALUE;
    gb_unref(self);
    return true;
}

/* --- operators
 * ------------------------------------------------------------------------------------------------
 */

gb_value gb_op_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b, bool inplace)
{
    if (op == GB_BINARY_ADD && gb_exact_str(vm, a) && gb_exact_str(vm, b))
        return gb_str_concat(vm, a, b);
    return inplace ? gb_apply_inplace(vm, op, a, b) : gb_apply_binary(vm, op, a, b);
}

int gb_op_test(gb_vm *vm, unsigned mask, gb_value a, gb_value b)
{
    gb_compare op = gb_compare_of_mask(mask);
    if (op == GB_COMPARE_EQ && gb_exact_str(vm, a) && gb_exact_str(vm, b))
        return gb_str_equal(a, b);
    gb_value v = gb_apply_compare(vm, op, a, b);
    if (v.tag == GB_BOOL) return (int)v.i;
    if (gb_is_unset(v)) return -1;
    int truth = gb_truth(vm, v);
    gb_unref(v);
    return truth;
}

gb_value gb_op_subscript(gb_vm *vm, gb_value container, gb_value key)
{
    if (container.tag == GB_DICT && container.o->type == vm->types.dict) {
        int64_t hash = gb_hash(vm, key);
        if (hash == -1) return GB_UNSET_VALUE;
        gb_dict_entry *entry = gb_dict_lookup(vm, gb_dict_peek(container), key, hash);
        if (entry) return gb_ref(entry->value);
        return gb_is_unset(vm->exception) ? gb_raise_key(vm, key) : GB_UNSET_VALUE;
    }
    if (container.tag == GB_TUPLE && key.tag == GB_INT && container.o->type == vm->types.tuple) {
        const gb_tuple *tuple = gb_tuple_peek(container);
        size_t at = (size_t)(key.i < 0 ? key.i + (int64_t)tuple->count : key.i);
        if (at < tuple->count) return gb_ref(tuple->items[at]);
    }
    return gb_getitem(vm, container, key);
}

/* --- containers
 * -------------------------------------------------------------------------------------------------
 */

gb_value gb_op_build_map(gb_vm *vm, const gb_value *pairs, uint32_t count)
{
    gb_value dict = gb_dict_new(vm);
    for (uint32_t i = 0; i < count && !gb_is_unset(dict); i++)
        if (!gb_dict_set(vm, dict, pairs[2 * i], pairs[2 * i + 1])) gb_clear(&dict);
    return dict;
}

gb_value gb_op_build_set(gb_vm *vm, const gb_value *items, uint32_t count)
{
    gb_value set = gb_set_new(vm, false);
    for (uint32_t i = 0; i < count && !gb_is_unset(set); i++)
        if (!gb_set_add(vm, set, items[i])) gb_clear(&set);
    return set;
}

gb_value gb_op_build_string(gb_vm *vm, const gb_value *parts, uint32_t count)
{
    size_t size = 0, length = 0;
    for (uint32_t i = 0; i < count; i++) {
        size += gb_str_size(parts[i]);
        length += gb_str_length(parts[i]);
    }
    if (!size) return gb_ref(vm->empty_str);
    char *to;
    gb_value text = gb_vm_allows(vm, size) ? gb_str_room(vm, size, &to) : GB_UNSET_VALUE;
    if (gb_is_unset(text)) return text;
    for (uint32_t i = 0; i < count; i++) {
        memcpy(to, gb_str_data(parts[i]), gb_str_size(parts[i]));
        to += gb_str_size(parts[i]);
    }
    gb_str_peek(text)->length = length;
    return text;
}

gb_value gb_op_format_value(gb_vm *vm, gb_value v, gb_value spec, unsigned conversion)
{
    gb_value converted = GB_UNSET_VALUE;
    switch (conversion) {
    case 1: converted = gb_to_str(vm, v); break;
    case 2: converted = gb_repr(vm, v); break;
    case 3: converted = gb_ascii(vm, v); break;
    default: return gb_format(vm, v, spec);
    }
    if (gb_is_unset(converted) || gb_is_unset(spec) || !gb_str_size(spec)) return converted;
    gb_value text = gb_format(vm, converted, spec);
    gb_unref(converted);
    return text;
}

bool gb_op_dict_update(gb_vm *vm, gb_value dict, gb_value mapping)
{
    if (gb_is_dict(mapping)) return gb_dict_update(vm, dict, mapping);
    bool failed;
    gb_value keys = gb_getattr_optional(vm, mapping, "keys", &failed);
    if (gb_is_unset(keys)) {
        if (!failed)
            gb_raise(vm, GB_EXC_TypeError, "'%s' object is not a mapping",
                     gb_type_name(vm, mapping));
        return false;
    }
    gb_unref(keys);
    return gb_dict_merge_any(vm, dict, mapping);
}

const char *gb_callee_text(gb_vm *vm, gb_value callee, char *buffer, size_t size)
{
    bool failed;
    gb_value name = gb_getattr_optional(vm, callee, "__qualname__", &failed);
    gb_value module =
        failed ? GB_UNSET_VALUE : gb_getattr_optional(vm, callee, "__module__", &failed);
    gb_exception_clear(vm);
    if (gb_is_str(name)) {
        bool shown = gb_is_str(module) && !gb_str_is(module, "builtins");
        snprintf(buffer, size, "%s%s%s()", shown ? gb_str_data(module) : "", shown ? "." : "",
                 gb_str_data(name));
    } else {
        snprintf(buffer, size, "%s object", gb_type_name(vm, callee));
    }
    gb_unref(name);
    gb_unref(module);
    return buffer;
}

bool gb_op_dict_merge(gb_vm *vm, gb_value dict, gb_value mapping, gb_value callee)
{
    char name[256];
    gb_value other = gb_dict_new(vm), key, value;
    if (gb_is_unset(other)) return false;
    bool failed = false, ok;
    if (!gb_is_dict(mapping)) {
        gb_value keys = gb_getattr_optional(vm, mapping, "keys", &failed);
        if (gb_is_unset(keys)) {
            if (!failed)
                gb_raise(vm, GB_EXC_TypeError, "%s argument after ** must be a mapping, not %s",
                         gb_callee_text(vm, callee, name, sizeof name), gb_type_name(vm, mapping));
            gb_unref(other);
            return false;
        }
        gb_unref(keys);
    }
    ok = gb_op_dict_update(vm, other, mapping);
    for (size_t at = 0; ok && gb_dict_next(other, &at, &key, &value);) {
        if (!gb_is_str(key)) {
            ok = gb_raise_false(vm, GB_EXC_TypeError, "keywords must be strings");
        } else if (gb_dict_lookup(vm, gb_dict_peek(dict), key, gb_str_hash(key))) {
            ok = gb_raise_false(vm, GB_EXC_TypeError,
                                "%s got multiple values for keyword argument '%s'",
                                gb_callee_text(vm, callee, name, sizeof name), gb_str_data(key));
        } else {
            ok = gb_dict_set(vm, dict, key, value);
        }
    }
    gb_unref(other);
    return ok;
}

bool gb_op_list_extend(gb_vm *vm, gb_value list, gb_value iterable)
{
    if (gb_list_extend(vm, list, iterable)) return true;
    gb_type *type = gb_type_of(vm, iterable);
    if (!type->slots.iter && !type->slots.getitem && gb_exception_is(vm, GB_EXC_TypeError)) {
        gb_exception_clear(vm);
        gb_raise(vm, GB_EXC_TypeError, "Value after * must be an iterable, not %s",
                 gb_type_name(vm, iterable));
    }
    return false;
}

static gb_value iterate_to_unpack(gb_vm *vm, gb_value v)
{
    gb_type *type = gb_type_of(vm, v);
    if (!type->slots.iter && !type->slots.getitem)
        return gb_raise(vm, GB_EXC_TypeError, "cannot unpack non-iterable %s object",
                        gb_type_name(vm, v));
    return gb_iter(vm, v);
}

static void drop(gb_value *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        gb_unref(values[i]);
}

/* Takes `count` items of an iterator to out[last], out[last - 1], ...; how many there were. */
static uint32_t take_items(gb_vm *vm, gb_value it, gb_value *last, uint32_t count)
{
    uint32_t got = 0;
    for (; got < count; got++) {
        gb_value item = gb_next(vm, it);
        if (gb_is_unset(item)) break;
        *(last - got) = item;
    }
    return got;
}

bool gb_op_unpack(gb_vm *vm, gb_value v, uint32_t count, gb_value *out)
{
    gb_value it = iterate_to_unpack(vm, v);
    if (gb_is_unset(it)) return false;
    gb_value saved = out[0]; /* out may overlap the operand's place on the stack */
    uint32_t got = take_items(vm, it, out + count - 1, count);
    bool failed = gb_is_exception(vm->exception);
    gb_value more = GB_UNSET_VALUE;
    if (!failed && got == count) {
        more = gb_next(vm, it);
        failed = gb_is_exception(vm->exception);
    }
    gb_unref(it);
    if (!failed && got == count && gb_is_unset(more)) return true;
    drop(out + count - got, got);
    out[0] = saved;
    if (!failed && got < count)
        gb_raise(vm, GB_EXC_ValueError, "not enough values to unpack (expected %u, got %u)", count,
                 got);
    else if (!failed)
        gb_raise(vm, GB_EXC_ValueError, "too many values to unpack (expected %u)", count);
    gb_unref(more);
    return false;
}

bool gb_op_unpack_star(gb_vm *vm, gb_value v, uint32_t before, uint32_t after, gb_value *out)
{
    gb_value it = iterate_to_unpack(vm, v);
    if (gb_is_unset(it)) return false;
    gb_value list = gb_to_list(vm, it);
    gb_unref(it);
    if (gb_is_unset(list)) return false;
    size_t count = gb_list_peek(list)->count;
    if (count < (size_t)before + after) {
        gb_unref(list);
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "not enough values to unpack (expected at least %u, got %zu)",
                              before + after, count);
    }
    const gb_value *items = gb_list_peek(list)->items;
    gb_value middle = gb_list_from(vm, items + before, count - before - after);
    if (gb_is_unset(middle)) {
        gb_unref(list);
        return false;
    }
    uint32_t total = before + 1 + after;
    for (uint32_t i = 0; i < before; i++)
        out[total - 1 - i] = gb_ref(items[i]);
    out[after] = middle;
    for (uint32_t i = 0; i < after; i++)
        out[after - 1 - i] = gb_ref(items[count - after + i]);
    gb_unref(list);
    return true;
}
