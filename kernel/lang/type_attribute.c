/* Attribute access: the ordinary lookup of objects and of classes, and the entry points that ask a
 * type's own slot first. */
#include "kernel/lang/native_function.h"

gb_value gb_instance_dict_peek(gb_vm *vm, gb_value self)
{
    if (!gb_is_object(self)) return GB_UNSET_VALUE;
    if (self.tag == GB_MODULE) return gb_module_dict_peek(self);
    gb_dict **place = gb_instance_dict_place(self.o);
    if (!place) return GB_UNSET_VALUE;
    if (!*place && !(*place = gb_dict_alloc(vm, self.o->type->expected_fields)))
        return GB_UNSET_VALUE;
    gb_dict *dict = *place;
    if (!dict->head.track) gb_track(vm, dict);
    return gb_object_peek(GB_DICT, dict);
}

/* Turns an attribute found in a class into what the instance shows. `found` is borrowed. */
gb_value gb_bind_attribute(gb_vm *vm, gb_value found, gb_value self, gb_type *owner)
{
    if (found.tag == GB_FUNCTION || found.tag == GB_NATIVE_FUNCTION) {
        if (gb_is_unset(self)) return gb_ref(found);
        if (found.tag == GB_NATIVE_FUNCTION && !gb_native_peek(found)->self_count)
            return gb_ref(found);
        return gb_method_new(vm, found, self);
    }
    gb_type *type = gb_exact_type(vm, found);
    if (type->slots.get) return type->slots.get(vm, found, self, owner);
    return gb_ref(found);
}

gb_value gb_getattr_quiet(gb_vm *vm, gb_value self, gb_value name)
{
    gb_type *type = gb_exact_type(vm, self);
    gb_value found = gb_type_lookup_peek(type, name);
    if (gb_is_object(found) && found.o->type->slots.set && found.o->type->slots.get)
        return gb_bind_attribute(vm, found, self, type);
    if (gb_is_object(self)) {
        gb_dict **place = gb_instance_dict_place(self.o);
        gb_dict_entry *entry = place && *place ? gb_dict_find_entry(*place, name) : NULL;
        if (entry) return gb_ref(entry->value);
    }
    return gb_is_unset(found) ? found : gb_bind_attribute(vm, found, self, type);
}

gb_value gb_getattr_default(gb_vm *vm, gb_value self, gb_value name)
{
    gb_value v = gb_getattr_quiet(vm, self, name);
    if (gb_is_unset(v) && gb_is_unset(vm->exception)) return gb_raise_attribute(vm, self, name);
    return v;
}

/* cls.name: the metaclass's data descriptors, then the class, then the metaclass. */
gb_value gb_type_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_type *type = gb_type_peek(self), *meta = self.o->type;
    gb_value of_meta = gb_type_lookup_peek(meta, name);
    if (gb_is_object(of_meta) && of_meta.o->type->slots.set)
        return gb_bind_attribute(vm, of_meta, self, meta);
    gb_value found = gb_type_lookup_peek(type, name);
    if (!gb_is_unset(found)) return gb_bind_attribute(vm, found, GB_UNSET_VALUE, type);
    if (!gb_is_unset(of_meta)) return gb_bind_attribute(vm, of_meta, self, meta);
    return gb_raise_attribute(vm, self, name);
}

gb_value gb_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_type *type = gb_exact_type(vm, self);
    if (type->slots.getattr) return type->slots.getattr(vm, self, name);
    return gb_getattr_default(vm, self, name);
}

gb_value gb_getattr_text(gb_vm *vm, gb_value self, const char *name)
{
    gb_value key = gb_intern_peek(vm, name, strlen(name));
    return gb_is_unset(key) ? key : gb_getattr(vm, self, key);
}

gb_value gb_getattr_or_unset(gb_vm *vm, gb_value self, gb_value name, bool *failed)
{
    gb_vm_hooks *hooks = &vm->hooks;
    gb_value (*hook)(void *, gb_vm *, gb_value, gb_value) = hooks->missing_attribute;
    hooks->missing_attribute = NULL; /* what is asked for here need not be there */
    gb_value v = gb_getattr(vm, self, name);
    hooks->missing_attribute = hook;
    *failed = false;
    if (!gb_is_unset(v)) return v;
    if (gb_exception_is(vm, GB_EXC_AttributeError))
        gb_exception_clear(vm);
    else
        *failed = true;
    return v;
}

gb_value gb_getattr_optional(gb_vm *vm, gb_value self, const char *name, bool *failed)
{
    gb_value key = gb_intern_peek(vm, name, strlen(name));
    *failed = gb_is_unset(key);
    return *failed ? key : gb_getattr_or_unset(vm, self, key, failed);
}

/* --- setting
 * -------------------------------------------------------------------------------------- */

static bool read_only(gb_vm *vm, gb_value self, gb_value name, bool in_class)
{
    return gb_raise_false(vm, GB_EXC_AttributeError,
                          in_class ? "'%s' object attribute '%s' is read-only"
                                   : "'%s' object has no attribute '%s'",
                          gb_type_name(vm, self), gb_str_data(name));
}

bool gb_setattr_default(gb_vm *vm, gb_value self, gb_value name, gb_value value)
{
    gb_type *type = gb_exact_type(vm, self);
    gb_value found = gb_type_lookup_peek(type, name);
    if (gb_is_object(found) && found.o->type->slots.set)
        return found.o->type->slots.set(vm, found, self, value);
    gb_dict **place = gb_is_object(self) ? gb_instance_dict_place(self.o) : NULL;
    if (!place || (type->flags & GB_TYPE_SLOTS_ONLY))
        return read_only(vm, self, name, !gb_is_unset(found));
    if (!*place && !(*place = gb_dict_alloc(vm, type->expected_fields))) return false;
    name = gb_intern_take(vm, gb_ref(name));
    if (gb_is_unset(name)) return false;
    bool ok;
    if (gb_is_unset(value)) {
        ok = gb_dict_remove_hashed(vm, *place, name, gb_str_hash(name), NULL) > 0;
        if (!ok) gb_raise_attribute(vm, self, name);
    } else {
        ok = gb_dict_set_name(vm, *place, name, value);
        if (type->expected_fields < (*place)->count) type->expected_fields = (*place)->count;
    }
    gb_unref(name);
    return ok;
}

bool gb_type_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value)
{
    gb_type *type = gb_type_peek(self);
    gb_value of_meta = gb_type_lookup_peek(self.o->type, name);
    if (gb_is_object(of_meta) && of_meta.o->type->slots.set)
        return of_meta.o->type->slots.set(vm, of_meta, self, value);
    if (!(type->flags & GB_TYPE_USER))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "cannot set '%s' attribute of immutable type '%s'", gb_str_data(name),
                              gb_str_data(type->name));
    return gb_type_set(vm, type, name, value);
}

bool gb_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value)
{
    gb_type *type = gb_exact_type(vm, self);
    if (type->slots.setattr) return type->slots.setattr(vm, self, name, value);
    return gb_setattr_default(vm, self, name, value);
}

bool gb_setattr_text(gb_vm *vm, gb_value self, const char *name, gb_value value)
{
    gb_value key = gb_intern_peek(vm, name, strlen(name));
    return !gb_is_unset(key) && gb_setattr(vm, self, key, value);
}

/* --- calls by name
 * ------------------------------------------------------------------------------------ */

gb_value gb_call_method(gb_vm *vm, gb_value self, const char *name, const gb_value *args,
                        size_t count)
{
    gb_value method = gb_getattr_text(vm, self, name);
    if (gb_is_unset(method)) return method;
    gb_value result = gb_call(vm, method, args, count);
    gb_unref(method);
    return result;
}

/* A dunder method of the type, bound: self is not asked. Unset without an exception: none. */
gb_value gb_special_method(gb_vm *vm, gb_value self, gb_value name)
{
    gb_type *type = gb_exact_type(vm, self);
    gb_value found = gb_type_lookup_peek(type, name);
    return gb_is_unset(found) ? found : gb_bind_attribute(vm, found, self, type);
}

gb_value gb_call_special(gb_vm *vm, gb_value self, gb_value name, const gb_value *args,
                         size_t count)
{
    gb_type *type = gb_exact_type(vm, self);
    gb_value found = gb_type_lookup_peek(type, name);
    if (gb_is_unset(found)) return gb_raise_attribute(vm, self, name);
    bool is_method = found.tag == GB_FUNCTION ||
                     (found.tag == GB_NATIVE_FUNCTION && gb_native_peek(found)->self_count);
    if (is_method && count < 8) {
        gb_value all[9] = {self};
        for (size_t i = 0; i < count; i++)
            all[i + 1] = args[i];
        gb_ref(found);
        gb_value result = gb_call(vm, found, all, count + 1);
        gb_unref(found);
        return result;
    }
    gb_value bound = gb_bind_attribute(vm, found, self, type);
    if (gb_is_unset(bound)) return bound;
    gb_value result = gb_call(vm, bound, args, count);
    gb_unref(bound);
    return result;
}
