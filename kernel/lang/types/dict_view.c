/* Iterators and views of dicts: d.keys(), d.values(), d.items(). */
#include "kernel/lang/format.h"
#include "kernel/lang/types/dict.h"
#include "kernel/lang/types/set.h"

/* --- iterators
 * ------------------------------------------------------------------------------------------ */

typedef struct gb_dict_iter {
    gb_object head;
    gb_value dict; /* unset at the end */
    size_t at;     /* entries passed; counted from the end when reversed */
    uint32_t count;
    gb_dict_part part;
    bool reversed;
    uint32_t left;
} gb_dict_iter;

static const gb_type_spec key_iterator_spec, value_iterator_spec, item_iterator_spec,
    key_reverse_spec, value_reverse_spec, item_reverse_spec;

gb_value gb_dict_iterator(gb_vm *vm, gb_value dict, gb_dict_part part, bool reversed)
{
    const gb_type_spec *const specs[] = {&key_iterator_spec, &value_iterator_spec,
                                         &item_iterator_spec};
    const gb_type_spec *const backwards[] = {&key_reverse_spec, &value_reverse_spec,
                                             &item_reverse_spec};
    gb_type *type = reversed ? gb_type_make(vm, backwards[part]) : vm->dict_iterators[part];
    if (!type && !reversed) type = vm->dict_iterators[part] = gb_type_make(vm, specs[part]);
    if (!type) return GB_UNSET_VALUE;
    gb_dict_iter *it = gb_object_new(vm, type, sizeof *it);
    if (!it) return GB_UNSET_VALUE;
    it->dict = gb_ref(dict);
    it->at = reversed ? gb_dict_peek(dict)->used : 0;
    it->count = it->left = gb_dict_peek(dict)->count;
    it->part = part;
    it->reversed = reversed;
    gb_track(vm, it);
    return gb_object_peek(GB_OTHER, it);
}

static gb_dict_iter *iter_of(gb_value v)
{
    return (gb_dict_iter *)(void *)v.o;
}

static gb_value entry_part(gb_vm *vm, const gb_dict_entry *entry, gb_dict_part part)
{
    if (part == GB_DICT_KEYS) return gb_ref(entry->key);
    if (part == GB_DICT_VALUES) return gb_ref(entry->value);
    gb_value pair[2] = {gb_ref(entry->key), gb_ref(entry->value)};
    return gb_tuple_take(vm, pair, 2);
}

static gb_value iter_next(gb_vm *vm, gb_value self)
{
    gb_dict_iter *it = iter_of(self);
    if (gb_is_unset(it->dict)) return GB_UNSET_VALUE;
    const gb_dict *dict = gb_dict_peek(it->dict);
    if (dict->count != it->count) {
        it->count = UINT32_MAX;
        return gb_raise(vm, GB_EXC_RuntimeError, "dictionary changed size during iteration");
    }
    while (it->reversed ? it->at > 0 : it->at < dict->used) {
        const gb_dict_entry *entry = &dict->entries[it->reversed ? --it->at : it->at++];
        if (gb_is_unset(entry->key)) continue;
        it->left--;
        return entry_part(vm, entry, it->part);
    }
    gb_clear(&it->dict);
    return GB_UNSET_VALUE;
}

static gb_value iter_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

static void iter_release(gb_object *self)
{
    gb_unref(((gb_dict_iter *)(void *)self)->dict);
}

static void iter_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_dict_iter *)(void *)self)->dict, context);
}

static gb_value iter_hint(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(iter_of(args[0])->left);
}

static const gb_native iter_methods[] = {
    {"__length_hint__", iter_hint, "", 0, "How many items are left."}, {0}};

#define ITERATOR(id, type_name)                                                                    \
    static const gb_type_spec id = {                                                               \
        .name = type_name,                                                                         \
        .size = sizeof(gb_dict_iter),                                                              \
        .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,                                                  \
        .methods = iter_methods,                                                                   \
        .slots = {.release = iter_release,                                                         \
                  .traverse = iter_traverse,                                                       \
                  .iter = iter_iter,                                                               \
                  .next = iter_next},                                                              \
    };
ITERATOR(key_iterator_spec, "dict_keyiterator")
ITERATOR(value_iterator_spec, "dict_valueiterator")
ITERATOR(item_iterator_spec, "dict_itemiterator")
ITERATOR(key_reverse_spec, "dict_reversekeyiterator")
ITERATOR(value_reverse_spec, "dict_reversevalueiterator")
ITERATOR(item_reverse_spec, "dict_reverseitemiterator")

/* --- views
 * -------------------------------------------------------------------------------------------------
 */

typedef struct gb_view {
    gb_object head;
    gb_value dict;
} gb_view;

static gb_value dict_of(gb_value view)
{
    return ((gb_view *)(void *)view.o)->dict;
}

static gb_dict_part part_of(gb_value view)
{
    const gb_type_spec *spec = view.o->type->spec;
    return spec == &gb_spec_dict_keys     ? GB_DICT_KEYS
           : spec == &gb_spec_dict_values ? GB_DICT_VALUES
                                          : GB_DICT_ITEMS;
}

gb_value gb_dict_view(gb_vm *vm, gb_value dict, gb_dict_part part)
{
    const gb_type_spec *const specs[] = {&gb_spec_dict_keys, &gb_spec_dict_values,
                                         &gb_spec_dict_items};
    gb_type *type = vm->dict_views[part];
    if (!type && !(type = vm->dict_views[part] = gb_type_make(vm, specs[part])))
        return GB_UNSET_VALUE;
    gb_view *view = gb_object_new(vm, type, sizeof *view);
    if (!view) return GB_UNSET_VALUE;
    view->dict = gb_ref(dict);
    gb_track(vm, view);
    return gb_object_peek(GB_OTHER, view);
}

static void view_release(gb_object *self)
{
    gb_unref(((gb_view *)(void *)self)->dict);
}

static void view_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_view *)(void *)self)->dict, context);
}

static gb_value view_iter(gb_vm *vm, gb_value self)
{
    return gb_dict_iterator(vm, dict_of(self), part_of(self), false);
}

static gb_value view_reversed(gb_vm *vm, gb_value *args)
{
    return gb_dict_iterator(vm, dict_of(args[0]), part_of(args[0]), true);
}

static int64_t view_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_dict_count(dict_of(self));
}

static int view_contains(gb_vm *vm, gb_value self, gb_value item)
{
    gb_value dict = dict_of(self), key = item, value;
    if (part_of(self) == GB_DICT_ITEMS) {
        if (!gb_is_tuple(item) || gb_tuple_peek(item)->count != 2) return 0;
        key = gb_tuple_peek(item)->items[0];
    } else if (part_of(self) == GB_DICT_VALUES) {
        for (size_t at = 0; gb_dict_next(dict, &at, NULL, &value);) {
            int equal = gb_equal(vm, value, item);
            if (equal) return equal;
        }
        return 0;
    }
    gb_value found = gb_dict_get_peek(vm, dict, key);
    if (gb_is_unset(found)) return gb_is_unset(vm->exception) ? 0 : -1;
    if (part_of(self) == GB_DICT_KEYS) return 1;
    return gb_equal(vm, found, gb_tuple_peek(item)->items[1]);
}

/* Views of collections.OrderedDict and of what is made of it are odict_keys and so on. */
static bool is_ordered(gb_value view)
{
    const gb_type *type = ((gb_view *)(void *)view.o)->dict.o->type;
    for (; type && (type->flags & GB_TYPE_USER); type = type->base)
        if (gb_str_is(type->name, "OrderedDict") && gb_str_is(type->module, "collections"))
            return true;
    return false;
}

static gb_value view_repr(gb_vm *vm, gb_value self)
{
    static const char *const open[2][3] = {{"dict_keys([", "dict_values([", "dict_items(["},
                                           {"odict_keys([", "odict_values([", "odict_items(["}};
    gb_value list = gb_to_list(vm, self);
    if (gb_is_unset(list)) return list;
    if (!gb_repr_enter(vm, self)) {
        gb_unref(list);
        return gb_is_unset(vm->exception) ? gb_str_text_new(vm, "...") : GB_UNSET_VALUE;
    }
    gb_value text = gb_repr_items(vm, open[is_ordered(self)][part_of(self)], list, "])");
    gb_repr_leave(vm);
    gb_unref(list);
    return text;
}

static bool is_setlike_view(gb_value v)
{
    return gb_is_a(v, &gb_spec_dict_keys) || gb_is_a(v, &gb_spec_dict_items);
}

/* The items of `other` that the view has: values of the dict itself are not hashed. */
static gb_value intersect(gb_vm *vm, gb_value view, gb_value other)
{
    gb_value out = gb_set_new(vm, false), it = gb_iter(vm, other), item;
    bool ok = !gb_is_unset(out) && !gb_is_unset(it);
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        int has = gb_contains(vm, view, item);
        ok = has >= 0 && (!has || gb_set_add(vm, out, item));
        gb_unref(item);
    }
    gb_unref(it);
    if (!ok || !gb_is_unset(vm->exception)) gb_clear(&out);
    return out;
}

static gb_value view_and(gb_vm *vm, gb_value a, gb_value b)
{
    gb_value view = is_setlike_view(a) ? a : b, other = is_setlike_view(a) ? b : a;
    if (is_setlike_view(other) && gb_len(vm, other) > gb_len(vm, view))
        return intersect(vm, other, view);
    if (gb_is_set(other) && other.o->type == vm->types.set && gb_len(vm, view) <= gb_len(vm, other))
        return gb_set_intersect(vm, other, view);
    return intersect(vm, view, other);
}

/* Keys and items act as sets. */
static gb_value view_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op != GB_BINARY_AND && op != GB_BINARY_OR && op != GB_BINARY_SUB && op != GB_BINARY_XOR)
        return GB_NOT_IMPLEMENTED_VALUE;
    if (op == GB_BINARY_AND) return view_and(vm, a, b);
    gb_value x = gb_set_new(vm, false), y = gb_set_new(vm, false), out = GB_UNSET_VALUE;
    if (!gb_is_unset(x) && !gb_is_unset(y) && gb_set_update(vm, x, a) && gb_set_update(vm, y, b))
        out = gb_apply_binary(vm, op, x, y);
    gb_unref(x);
    gb_unref(y);
    return out;
}

/* 1 when `whole` has every item of `part`; 0; -1. */
static int has_all(gb_vm *vm, gb_value part, gb_value whole)
{
    gb_value it = gb_iter(vm, part), item;
    if (gb_is_unset(it)) return -1;
    int has = 1;
    while (has > 0 && !gb_is_unset(item = gb_next(vm, it))) {
        has = gb_contains(vm, whole, item);
        gb_unref(item);
    }
    gb_unref(it);
    return gb_is_unset(vm->exception) ? has : -1;
}

static gb_value view_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    bool setlike =
        gb_is_set(b) || gb_is_a(b, &gb_spec_dict_keys) || gb_is_a(b, &gb_spec_dict_items);
    if (!setlike) return GB_NOT_IMPLEMENTED_VALUE;
    int64_t x = gb_len(vm, a), y = gb_len(vm, b);
    if (x < 0 || y < 0) return GB_UNSET_VALUE;
    bool wider = op == GB_COMPARE_GT || op == GB_COMPARE_GE;
    bool fits = op == GB_COMPARE_LT   ? x < y
                : op == GB_COMPARE_LE ? x <= y
                : op == GB_COMPARE_GT ? x > y
                : op == GB_COMPARE_GE ? x >= y
                                      : x == y;
    int has = fits ? has_all(vm, wider ? b : a, wider ? a : b) : 0;
    return has < 0 ? GB_UNSET_VALUE : gb_bool(has != (op == GB_COMPARE_NE));
}

static gb_value view_isdisjoint(gb_vm *vm, gb_value *args)
{
    gb_value both = view_binary(vm, GB_BINARY_AND, args[0], args[1]);
    if (gb_is_unset(both)) return both;
    size_t n = gb_set_count(both);
    gb_unref(both);
    return gb_bool(n == 0);
}

static gb_value view_mapping(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(dict_of(self));
}

static const gb_native view_methods[] = {
    {"__reversed__", view_reversed, "", 0, "Iterates from the end."},
    {"isdisjoint", view_isdisjoint, "other, /", 0, "True if nothing is in both."},
    {0}};

static const gb_attribute view_attributes[] = {
    {"mapping", view_mapping, NULL, "The dict it shows."}, {0}};

#define VIEW(id, type_name, ...)                                                                   \
    const gb_type_spec gb_spec_##id = {                                                            \
        .name = type_name,                                                                         \
        .size = sizeof(gb_view),                                                                   \
        .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,                                                  \
        .methods = view_methods,                                                                   \
        .attributes = view_attributes,                                                             \
        .slots = {.release = view_release,                                                         \
                  .traverse = view_traverse,                                                       \
                  .contains = view_contains,                                                       \
                  .len = view_len,                                                                 \
                  .repr = view_repr,                                                               \
                  .iter = view_iter,                                                               \
                  __VA_ARGS__},                                                                    \
    };
#define SETLIKE .binary = view_binary, .compare = view_compare, .hash = gb_hash_unhashable
VIEW(dict_keys, "dict_keys", SETLIKE)
VIEW(dict_items, "dict_items", SETLIKE)
VIEW(dict_values, "dict_values", .truth = NULL)
