/* dict: slots, methods, views and iterators over its table (dict_table.c). */
#include "kernel/lang/format.h"
#include "kernel/lang/types/dict.h"

static void dict_release(gb_object *self)
{
    gb_dict_clear(gb_object_peek(GB_DICT, self));
}

static void dict_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_dict *dict = (gb_dict *)(void *)self;
    for (uint32_t i = 0; i < dict->used; i++) {
        visit(dict->entries[i].key, context);
        visit(dict->entries[i].value, context);
    }
}

/* --- filling
 * ---------------------------------------------------------------------------------------- */

static bool merge_pairs(gb_vm *vm, gb_value dict, gb_value pairs)
{
    gb_value it = gb_iter(vm, pairs), pair;
    if (gb_is_unset(it)) return false;
    bool ok = true;
    for (size_t i = 0; ok && !gb_is_unset(pair = gb_next(vm, it)); i++) {
        gb_value items = gb_to_tuple(vm, pair);
        if (gb_is_unset(items)) {
            ok = false;
            if (gb_exception_is(vm, GB_EXC_TypeError)) {
                gb_exception_clear(vm);
                gb_raise(vm, GB_EXC_TypeError,
                         "cannot convert dictionary update sequence element #%zu to a sequence", i);
            }
        } else {
            if (ok && gb_tuple_peek(items)->count != 2)
                ok = gb_raise_false(vm, GB_EXC_ValueError,
                                    "dictionary update sequence element #%zu has length %zu; 2 is "
                                    "required",
                                    i, gb_tuple_peek(items)->count);
            ok = ok && gb_dict_set(vm, dict, gb_tuple_peek(items)->items[0],
                                   gb_tuple_peek(items)->items[1]);
            gb_unref(items);
        }
        gb_unref(pair);
    }
    gb_unref(it);
    return ok && gb_is_unset(vm->exception);
}

static bool merge_by_keys(gb_vm *vm, gb_value dict, gb_value mapping, gb_value keys_method)
{
    gb_value keys = gb_call(vm, keys_method, NULL, 0), key;
    gb_value it = gb_is_unset(keys) ? keys : gb_iter(vm, keys);
    gb_unref(keys);
    if (gb_is_unset(it)) return false;
    bool ok = true;
    while (ok && !gb_is_unset(key = gb_next(vm, it))) {
        gb_value v = gb_getitem(vm, mapping, key);
        ok = !gb_is_unset(v) && gb_dict_set(vm, dict, key, v);
        gb_unref(v);
        gb_unref(key);
    }
    gb_unref(it);
    return ok && gb_is_unset(vm->exception);
}

bool gb_dict_merge_any(gb_vm *vm, gb_value dict, gb_value other)
{
    /* A class of dict that iterates as dict does is not asked, whatever else it defines. */
    if (gb_is_dict(other) && other.o->type->slots.iter == gb_spec_dict.slots.iter)
        return gb_dict_update(vm, dict, other);
    bool failed;
    gb_value keys = gb_getattr_optional(vm, other, "keys", &failed);
    if (failed) return false;
    if (gb_is_unset(keys)) return merge_pairs(vm, dict, other);
    bool ok = merge_by_keys(vm, dict, other, keys);
    gb_unref(keys);
    return ok;
}

static bool fill(gb_vm *vm, gb_value dict, gb_value other, gb_value keywords)
{
    return (gb_is_unset(other) || gb_dict_merge_any(vm, dict, other)) &&
           gb_dict_update(vm, dict, keywords);
}

static gb_value dict_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    if (cls != vm->types.dict) return gb_instance_new(vm, cls);
    if (!gb_bind(vm, "dict", "other=?, /, **kwargs", args, bound)) return GB_UNSET_VALUE;
    gb_value dict = gb_dict_new(vm);
    if (!gb_is_unset(dict) && !fill(vm, dict, bound[0], bound[1])) gb_clear(&dict);
    gb_bound_release(bound, 2);
    return dict;
}

/* --- slots
 * -------------------------------------------------------------------------------------------- */

static gb_value dict_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_value v = gb_dict_get_peek(vm, self, key);
    if (!gb_is_unset(v)) return gb_ref(v);
    if (!gb_is_unset(vm->exception)) return v;
    if (self.o->type != vm->types.dict) {
        gb_value missing = gb_type_lookup_peek(self.o->type, GB_NAME_OF(vm, __missing__));
        if (!gb_is_unset(missing))
            return gb_call_special(vm, self, GB_NAME_OF(vm, __missing__), &key, 1);
    }
    return gb_raise_key(vm, key);
}

static bool dict_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    if (!gb_is_unset(value)) return gb_dict_set(vm, self, key, value);
    int removed = gb_dict_remove(vm, self, key, NULL);
    if (removed == 0) gb_raise_key(vm, key);
    return removed > 0;
}

static int dict_contains(gb_vm *vm, gb_value self, gb_value key)
{
    if (!gb_is_unset(gb_dict_get_peek(vm, self, key))) return 1;
    return gb_is_unset(vm->exception) ? 0 : -1;
}

static int64_t dict_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_dict_count(self);
}

static gb_value dict_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op != GB_BINARY_OR || !gb_is_dict(a) || !gb_is_dict(b)) return GB_NOT_IMPLEMENTED_VALUE;
    gb_value both = gb_dict_copy(vm, a);
    if (!gb_is_unset(both) && !gb_dict_update(vm, both, b)) gb_clear(&both);
    return both;
}

static gb_value dict_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op != GB_BINARY_OR) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_dict_merge_any(vm, a, b) ? gb_ref(a) : GB_UNSET_VALUE;
}

static int equal_dicts(gb_vm *vm, gb_value a, gb_value b)
{
    gb_value key, value;
    if (gb_dict_count(a) != gb_dict_count(b)) return 0;
    for (size_t at = 0; gb_dict_next(a, &at, &key, &value);) {
        gb_value other = gb_dict_get_peek(vm, b, key);
        if (gb_is_unset(other)) return gb_is_unset(vm->exception) ? 0 : -1;
        gb_ref(other);
        gb_ref(value);
        int equal = gb_equal(vm, value, other);
        gb_unref(other);
        gb_unref(value);
        if (equal != 1) return equal;
    }
    return 1;
}

static gb_value dict_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (!gb_is_dict(a) || !gb_is_dict(b) || (op != GB_COMPARE_EQ && op != GB_COMPARE_NE))
        return GB_NOT_IMPLEMENTED_VALUE;
    if (!gb_enter(vm, " in comparison")) return GB_UNSET_VALUE;
    int equal = equal_dicts(vm, a, b);
    gb_leave_call(vm);
    return equal < 0 ? GB_UNSET_VALUE : gb_bool(equal == (op == GB_COMPARE_EQ));
}

static gb_value dict_repr(gb_vm *vm, gb_value self)
{
    if (!gb_repr_enter(vm, self))
        return gb_is_unset(vm->exception) ? gb_str_text_new(vm, "{...}") : GB_UNSET_VALUE;
    gb_buffer b = GB_BUFFER_INIT;
    gb_value key, value;
    bool ok = true, first = true;
    gb_buffer_char(&b, '{');
    for (size_t at = 0; ok && gb_dict_next(self, &at, &key, &value);) {
        if (!first) gb_buffer_text(&b, ", ");
        first = false;
        gb_ref(key);
        gb_ref(value);
        ok = gb_buffer_repr(vm, &b, key);
        gb_buffer_text(&b, ": ");
        ok = ok && gb_buffer_repr(vm, &b, value);
        gb_unref(key);
        gb_unref(value);
    }
    gb_buffer_char(&b, '}');
    gb_repr_leave(vm);
    if (ok) return gb_str_from_buffer(vm, &b);
    gb_buffer_release(&b);
    return GB_UNSET_VALUE;
}

static gb_value dict_iter(gb_vm *vm, gb_value self)
{
    return gb_dict_iterator(vm, self, GB_DICT_KEYS, false);
}

static void dict_clear_slot(gb_object *self)
{
    gb_dict_clear(gb_object_peek(GB_DICT, self));
}

/* --- methods
 * ------------------------------------------------------------------------------------------------
 */

static gb_value none_if(bool ok)
{
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_init(gb_vm *vm, gb_value *args)
{
    return none_if(fill(vm, args[0], args[1], args[2]));
}

static gb_value method_get(gb_vm *vm, gb_value *args)
{
    gb_value v = gb_dict_get_peek(vm, args[0], args[1]);
    if (!gb_is_unset(v)) return gb_ref(v);
    return gb_is_unset(vm->exception) ? gb_ref(args[2]) : GB_UNSET_VALUE;
}

static gb_value method_setdefault(gb_vm *vm, gb_value *args)
{
    gb_value v = gb_dict_get_peek(vm, args[0], args[1]);
    if (!gb_is_unset(v)) return gb_ref(v);
    if (!gb_is_unset(vm->exception) || !gb_dict_set(vm, args[0], args[1], args[2]))
        return GB_UNSET_VALUE;
    return gb_ref(args[2]);
}

static gb_value method_pop(gb_vm *vm, gb_value *args)
{
    gb_value v;
    int removed = gb_dict_remove(vm, args[0], args[1], &v);
    if (removed > 0) return v;
    if (removed < 0) return GB_UNSET_VALUE;
    return gb_is_unset(args[2]) ? gb_raise_key(vm, args[1]) : gb_ref(args[2]);
}

static gb_value method_popitem(gb_vm *vm, gb_value *args)
{
    gb_dict *dict = gb_dict_peek(args[0]);
    while (dict->used && gb_is_unset(dict->entries[dict->used - 1].key))
        dict->used--;
    if (!dict->count)
        return gb_raise_key(vm, gb_intern_peek(vm, "popitem(): dictionary is empty", 30));
    gb_dict_entry last = dict->entries[dict->used - 1];
    gb_value pair = gb_tuple_of(vm, 2, last.key, last.value);
    if (!gb_is_unset(pair) && gb_dict_remove_hashed(vm, dict, last.key, last.hash, NULL) < 0)
        gb_clear(&pair);
    return pair;
}

static gb_value method_update(gb_vm *vm, gb_value *args)
{
    return none_if(fill(vm, args[0], args[1], args[2]));
}

static gb_value method_clear(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_dict_clear(args[0]);
    return GB_NONE_VALUE;
}

static gb_value method_copy(gb_vm *vm, gb_value *args)
{
    return gb_dict_copy(vm, args[0]);
}

static gb_value method_fromkeys(gb_vm *vm, gb_value *args)
{
    gb_value dict = gb_call(vm, args[0], NULL, 0), key;
    gb_value it = gb_is_unset(dict) ? dict : gb_iter(vm, args[1]);
    if (gb_is_unset(it)) {
        gb_unref(dict);
        return it;
    }
    bool ok = true;
    while (ok && !gb_is_unset(key = gb_next(vm, it))) {
        ok = gb_setitem(vm, dict, key, args[2]);
        gb_unref(key);
    }
    gb_unref(it);
    if (!ok || !gb_is_unset(vm->exception)) gb_clear(&dict);
    return dict;
}

static gb_value method_keys(gb_vm *vm, gb_value *args)
{
    return gb_dict_view(vm, args[0], GB_DICT_KEYS);
}

static gb_value method_values(gb_vm *vm, gb_value *args)
{
    return gb_dict_view(vm, args[0], GB_DICT_VALUES);
}

static gb_value method_items(gb_vm *vm, gb_value *args)
{
    return gb_dict_view(vm, args[0], GB_DICT_ITEMS);
}

static gb_value method_reversed(gb_vm *vm, gb_value *args)
{
    return gb_dict_iterator(vm, args[0], GB_DICT_KEYS, true);
}

static const gb_native methods[] = {
    {"__init__", method_init, "other=?, /, **kwargs", GB_TAKES_GRAPH, "Fills the dict."},
    {"get", method_get, "key, default=None, /", GB_TAKES_GRAPH, "The value of key, or default."},
    {"setdefault", method_setdefault, "key, default=None, /", GB_TAKES_GRAPH,
     "The value of key, set to default if it was not there."},
    {"pop", method_pop, "key, default=?, /", GB_TAKES_GRAPH, "Remove key and return its value."},
    {"popitem", method_popitem, "", 0, "Remove and return the last pair."},
    {"update", method_update, "other=?, /, **kwargs", GB_TAKES_GRAPH,
     "Take over all pairs of a mapping or of an iterable of pairs."},
    {"clear", method_clear, "", 0, "Remove all pairs."},
    {"copy", method_copy, "", 0, "A shallow copy."},
    {"fromkeys", method_fromkeys, "iterable, value=None, /", GB_CLASS | GB_TAKES_GRAPH,
     "A dict with these keys and one value."},
    {"keys", method_keys, "", 0, "A view of the keys."},
    {"values", method_values, "", 0, "A view of the values."},
    {"items", method_items, "", 0, "A view of the pairs."},
    {"__reversed__", method_reversed, "", 0, "Iterates over the keys from the end."},
    GB_CLASS_GETITEM_ROW,
    {0}};

const gb_type_spec gb_spec_dict = {
    .name = "dict",
    .doc = "dict() -> new empty dictionary\ndict(mapping)\ndict(iterable)\ndict(**kwargs)",
    .size = sizeof(gb_dict),
    .tag = GB_DICT,
    .methods = methods,
    .slots = {.make = dict_make,
              .release = dict_release,
              .traverse = dict_traverse,
              .clear = dict_clear_slot,
              .getitem = dict_getitem,
              .setitem = dict_setitem,
              .contains = dict_contains,
              .len = dict_len,
              .binary = dict_binary,
              .inplace = dict_inplace,
              .compare = dict_compare,
              .hash = gb_hash_unhashable,
              .repr = dict_repr,
              .iter = dict_iter},
};
