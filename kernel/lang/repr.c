/* Texts of values that types share: repr of containers, ascii, and the names that dir gives. */
#include "kernel/lang/format.h"

#include "kernel/lang/types/str.h"

bool gb_buffer_repr(gb_vm *vm, gb_buffer *b, gb_value v)
{
    gb_value text = gb_repr(vm, v);
    if (gb_is_unset(text)) return false;
    gb_buffer_put(b, gb_str_data(text), gb_str_size(text));
    gb_unref(text);
    return true;
}

bool gb_repr_enter(gb_vm *vm, gb_value v)
{
    const gb_list *active = gb_list_peek(vm->repr_active);
    for (size_t i = 0; i < active->count; i++)
        if (active->items[i].o == v.o) return false;
    return gb_list_append(vm, vm->repr_active, v);
}

void gb_repr_leave(gb_vm *vm)
{
    gb_list *active = gb_list_peek(vm->repr_active);
    gb_unref(active->items[--active->count]);
}

/* Items may come and go while they are printed: the count is asked for each time. */
static bool put_items(gb_vm *vm, gb_buffer *b, gb_value sequence)
{
    size_t count;
    for (size_t i = 0; gb_items_peek(sequence, &count), i < count; i++) {
        gb_value item = gb_ref(gb_items_peek(sequence, &count)[i]);
        if (i) gb_buffer_text(b, ", ");
        bool ok = gb_buffer_repr(vm, b, item) && gb_vm_allows(vm, b->size);
        gb_unref(item);
        if (!ok) return false;
    }
    return true;
}

gb_value gb_repr_items(gb_vm *vm, const char *open, gb_value sequence, const char *close)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_text(&b, open);
    bool again = !gb_repr_enter(vm, sequence);
    if (again && !gb_is_unset(vm->exception)) {
        gb_buffer_release(&b);
        return GB_UNSET_VALUE;
    }
    bool ok = true;
    if (again)
        gb_buffer_text(&b, "...");
    else
        ok = put_items(vm, &b, sequence);
    if (!again) gb_repr_leave(vm);
    gb_buffer_text(&b, again && *close == ',' ? close + 1 : close);
    if (ok) return gb_str_from_buffer(vm, &b);
    gb_buffer_release(&b);
    return GB_UNSET_VALUE;
}

gb_value gb_ascii(gb_vm *vm, gb_value v)
{
    gb_value text = gb_repr(vm, v);
    if (gb_is_unset(text) || gb_str_length(text) == gb_str_size(text)) return text;
    gb_buffer b = GB_BUFFER_INIT;
    for (size_t at = 0; at < gb_str_size(text);) {
        uint32_t c = gb_str_decode(gb_str_data(text), &at);
        if (c < 0x80)
            gb_buffer_char(&b, (char)c);
        else if (c < 0x100)
            gb_buffer_format(&b, "\\x%02x", c);
        else
            gb_buffer_format(&b, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
    gb_unref(text);
    return gb_str_from_buffer(vm, &b);
}

/* --- dir
 * -------------------------------------------------------------------------------------------
 */

static bool add_names(gb_vm *vm, gb_value names, gb_value dict)
{
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(dict, &at, &key, &value);)
        if (gb_is_str(key) && !gb_dict_set(vm, names, key, GB_NONE_VALUE)) return false;
    return true;
}

static bool add_classes(gb_vm *vm, gb_value names, const gb_type *type)
{
    const gb_tuple *mro = gb_tuple_peek(type->mro);
    for (size_t i = 0; i < mro->count; i++)
        if (!add_names(vm, names, gb_object_peek(GB_DICT, gb_type_peek(mro->items[i])->dict)))
            return false;
    return true;
}

/* object has __dict__ for all; values without one do not show it. */
static bool hides_dict(gb_vm *vm, gb_value v)
{
    return gb_type_of(vm, v)->flags & GB_TYPE_SLOTS_ONLY ||
           gb_is_unset(gb_instance_dict_peek(vm, v));
}

gb_value gb_dir_of(gb_vm *vm, gb_value v)
{
    gb_value names = gb_dict_new(vm), list = GB_UNSET_VALUE;
    if (gb_is_unset(names)) return names;
    bool ok;
    if (gb_is_module(v)) {
        ok = add_names(vm, names, gb_module_dict_peek(v));
    } else if (gb_is_type(v)) {
        ok = add_classes(vm, names, gb_type_peek(v));
    } else {
        gb_value own = gb_type_of(vm, v)->flags & GB_TYPE_SLOTS_ONLY ? GB_UNSET_VALUE
                                                                     : gb_instance_dict_peek(vm, v);
        ok = (gb_is_unset(own) || add_names(vm, names, own)) &&
             add_classes(vm, names, gb_type_of(vm, v));
    }
    if (ok && !gb_is_type(v) && !gb_is_module(v) && hides_dict(vm, v))
        ok = gb_dict_remove(vm, names, GB_NAME_OF(vm, __dict__), NULL) >= 0;
    if (ok) list = gb_to_list(vm, names);
    gb_unref(names);
    if (gb_is_unset(list) || gb_list_sort(vm, list)) return list;
    gb_unref(list);
    return GB_UNSET_VALUE;
}
