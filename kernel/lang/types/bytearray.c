/* The type bytearray: bytes that change in place. */
#include "kernel/lang/types/bytes_method.h"

/* --- storage -------------------------------------------------------------------------------------
 */

gb_value gb_bytearray_new(gb_vm *vm, const void *bytes, size_t n)
{
    gb_bytearray *array = gb_object_new(vm, vm->types.bytearray, sizeof *array);
    if (!array) return GB_UNSET_VALUE;
    *array = (gb_bytearray){.head = array->head};
    gb_value self = gb_object_peek(GB_OTHER, array);
    bool fits = gb_vm_allows(vm, n);
    array->data = fits ? gb_alloc(n + 1, NULL) : NULL;
    if (!array->data) {
        gb_unref(self);
        return fits ? gb_raise(vm, GB_EXC_MemoryError, "%s", "") : GB_UNSET_VALUE;
    }
    array->size = array->capacity = n;
    if (bytes && n)
        memcpy(array->data, bytes, n);
    else
        memset(array->data, 0, n);
    return self;
}

/* Replaces bytes [from, to) by others, which are not the array's own. */
static bool splice(gb_vm *vm, gb_bytearray *array, size_t from, size_t to, gb_chars by)
{
    size_t tail = array->size - to, size = from + by.size + tail;
    if (size > array->capacity) {
        size_t capacity = size + (size >> 1);
        if (!gb_vm_allows(vm, size)) return false;
        char *data = gb_realloc(array->data, capacity, NULL);
        if (!data) return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
        array->data = data;
        array->capacity = capacity;
    }
    if (tail) memmove(array->data + from + by.size, array->data + to, tail);
    if (by.size) memcpy(array->data + from, by.data, by.size);
    array->size = size;
    return true;
}

static void bytearray_release(gb_object *self)
{
    gb_free(((gb_bytearray *)(void *)self)->data);
}

/* Fills an empty array with what the constructor's arguments mean. */
static bool fill(gb_vm *vm, gb_value self, const gb_value source[3])
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = gb_bytes_collect(vm, &b, "bytearray", source);
    if (ok && b.failed) ok = gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    gb_bytearray *array = gb_bytearray_peek(self);
    ok = ok && splice(vm, array, 0, array->size, (gb_chars){b.data, b.size});
    gb_buffer_release(&b);
    return ok;
}

static gb_value bytearray_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[3];
    if (cls != vm->types.bytearray) return gb_instance_new(vm, cls);
    if (!gb_bind(vm, "bytearray", "source=?, encoding=?, errors=?", args, bound))
        return GB_UNSET_VALUE;
    gb_value self = gb_bytearray_new(vm, "", 0);
    if (!gb_is_unset(self) && !fill(vm, self, bound)) gb_clear(&self);
    gb_bound_release(bound, 3);
    return self;
}

/* --- changing items ------------------------------------------------------------------------------
 */

/* Any value as bytes of their own, appended to `out`. */
static bool copy_of(gb_vm *vm, gb_buffer *out, gb_value v)
{
    const gb_value source[3] = {v, GB_UNSET_VALUE, GB_UNSET_VALUE};
    return gb_bytes_collect(vm, out, "bytearray", source);
}

static bool set_stepped(gb_vm *vm, gb_bytearray *array, const int64_t part[3], int64_t count,
                        gb_chars by)
{
    if (by.size != (size_t)count)
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "attempt to assign bytes of size %zu to extended slice of size %lld",
                              by.size, (long long)count);
    for (int64_t i = 0; i < count; i++)
        array->data[part[0] + i * part[2]] = by.data[i];
    return true;
}

static void delete_stepped(gb_bytearray *array, const int64_t part[3], int64_t count)
{
    if (count <= 0) return;
    size_t step = (size_t)(part[2] < 0 ? -part[2] : part[2]);
    size_t first = (size_t)(part[2] < 0 ? part[0] + (count - 1) * part[2] : part[0]);
    size_t kept = first;
    for (size_t i = first; i < array->size; i++) {
        bool gone = (i - first) % step == 0 && (i - first) / step < (size_t)count;
        if (!gone) array->data[kept++] = array->data[i];
    }
    array->size = kept;
}

static bool set_slice(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_bytearray *array = gb_bytearray_peek(self);
    gb_buffer b = GB_BUFFER_INIT;
    int64_t part[3], count;
    if (!gb_slice_indices(vm, key, (int64_t)array->size, part, &count)) return false;
    if (gb_is_int(value) || gb_is_float(value) || gb_is_str(value))
        return gb_raise_false(
            vm, GB_EXC_TypeError,
            "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    bool ok = (gb_is_unset(value) || copy_of(vm, &b, value)) && /* which may change the size */
              gb_slice_indices(vm, key, (int64_t)array->size, part, &count);
    gb_chars by = {b.data, b.size};
    if (ok && !by.size && part[2] != 1)
        delete_stepped(array, part, count);
    else if (ok && part[2] != 1)
        ok = set_stepped(vm, array, part, count, by);
    else if (ok)
        ok =
            splice(vm, array, (size_t)part[0], (size_t)(part[1] < part[0] ? part[0] : part[1]), by);
    gb_buffer_release(&b);
    return ok;
}

static bool bytearray_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_bytearray *array = gb_bytearray_peek(self);
    unsigned char byte = 0;
    int64_t at;
    if (gb_is_slice(key)) return set_slice(vm, self, key, value);
    if (!gb_bytes_offset(vm, self, key, &at)) return false;
    if (!gb_is_unset(value) && !gb_to_byte(vm, value, &byte)) return false;
    if (!gb_bytes_within(vm, self, at)) return false;
    if (gb_is_unset(value))
        return splice(vm, array, (size_t)at, (size_t)at + 1, (gb_chars){NULL, 0});
    array->data[at] = (char)byte;
    return true;
}

static gb_value bytearray_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_chars more;
    gb_bytearray *array = gb_bytearray_peek(a);
    if (op == GB_BINARY_ADD && gb_bytes_like_peek(b, &more)) {
        gb_buffer copy = GB_BUFFER_INIT; /* `more` may be the array itself */
        gb_buffer_put(&copy, more.data, more.size);
        bool ok = splice(vm, array, array->size, array->size, (gb_chars){copy.data, copy.size});
        gb_buffer_release(&copy);
        return ok ? gb_ref(a) : GB_UNSET_VALUE;
    }
    if (op != GB_BINARY_MUL) return GB_NOT_IMPLEMENTED_VALUE;
    gb_value longer = gb_bytes_binary(vm, op, a, b);
    if (!gb_is_bytearray(longer)) return longer;
    gb_bytearray *other = gb_bytearray_peek(longer), kept = *array;
    array->data = other->data;
    array->size = other->size;
    array->capacity = other->capacity;
    other->data = kept.data;
    gb_unref(longer);
    return gb_ref(a);
}

static gb_value bytearray_repr(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_chars text = gb_text_of(self);
    gb_buffer_format(&b, "%s(", gb_type_name(vm, self));
    gb_bytes_write_repr(&b, (const unsigned char *)text.data, text.size, true);
    gb_buffer_char(&b, ')');
    return gb_str_from_buffer(vm, &b);
}

/* --- methods -------------------------------------------------------------------------------------
 */

static gb_value none_if(bool ok)
{
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value method_init(gb_vm *vm, gb_value *args)
{
    gb_bytearray_peek(args[0])->size = 0;
    return none_if(fill(vm, args[0], args + 1));
}

static gb_value method_append(gb_vm *vm, gb_value *args)
{
    unsigned char byte;
    gb_bytearray *array = gb_bytearray_peek(args[0]);
    if (!gb_to_byte(vm, args[1], &byte)) return GB_UNSET_VALUE;
    return none_if(splice(vm, array, array->size, array->size, (gb_chars){(const char *)&byte, 1}));
}

static gb_value method_extend(gb_vm *vm, gb_value *args)
{
    gb_bytearray *array = gb_bytearray_peek(args[0]);
    gb_buffer b = GB_BUFFER_INIT;
    gb_type_slots *slots = &gb_type_of(vm, args[1])->slots;
    if (gb_is_str(args[1]) && gb_str_size(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "'str' object cannot be interpreted as an integer");
    if (gb_is_str(args[1])) return GB_NONE_VALUE;
    if (!slots->iter && !slots->getitem)
        return gb_raise(vm, GB_EXC_TypeError, "can't extend bytearray with %s",
                        gb_type_name(vm, args[1]));
    bool ok = copy_of(vm, &b, args[1]) &&
              splice(vm, array, array->size, array->size, (gb_chars){b.data, b.size});
    gb_buffer_release(&b);
    return none_if(ok);
}

static gb_value method_insert(gb_vm *vm, gb_value *args)
{
    gb_bytearray *array = gb_bytearray_peek(args[0]);
    int64_t at;
    unsigned char byte;
    if (!gb_to_int64(vm, args[1], &at) || !gb_to_byte(vm, args[2], &byte)) return GB_UNSET_VALUE;
    int64_t size = (int64_t)array->size;
    if (at < 0) at = at + size < 0 ? 0 : at + size;
    if (at > size) at = size;
    return none_if(splice(vm, array, (size_t)at, (size_t)at, (gb_chars){(const char *)&byte, 1}));
}

static gb_value method_pop(gb_vm *vm, gb_value *args)
{
    gb_bytearray *array = gb_bytearray_peek(args[0]);
    int64_t at;
    if (!gb_to_int64(vm, args[1], &at)) return GB_UNSET_VALUE;
    if (!array->size) return gb_raise(vm, GB_EXC_IndexError, "pop from empty bytearray");
    if (at < 0) at += (int64_t)array->size;
    if (at < 0 || at >= (int64_t)array->size)
        return gb_raise(vm, GB_EXC_IndexError, "pop index out of range");
    gb_value byte = gb_int((unsigned char)array->data[at]);
    if (!splice(vm, array, (size_t)at, (size_t)at + 1, (gb_chars){NULL, 0})) return GB_UNSET_VALUE;
    return byte;
}

static gb_value method_remove(gb_vm *vm, gb_value *args)
{
    gb_bytearray *array = gb_bytearray_peek(args[0]);
    unsigned char byte;
    if (!gb_to_byte(vm, args[1], &byte)) return GB_UNSET_VALUE;
    const char *found = array->size ? memchr(array->data, byte, array->size) : NULL;
    if (!found) return gb_raise(vm, GB_EXC_ValueError, "value not found in bytearray");
    size_t at = (size_t)(found - array->data);
    return none_if(splice(vm, array, at, at + 1, (gb_chars){NULL, 0}));
}

static gb_value method_clear(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_bytearray_peek(args[0])->size = 0;
    return GB_NONE_VALUE;
}

static gb_value method_copy(gb_vm *vm, gb_value *args)
{
    return gb_text_whole(vm, args[0]);
}

static gb_value method_reverse(gb_vm *vm, gb_value *args)
{
    gb_bytearray *array = gb_bytearray_peek(args[0]);
    (void)vm;
    for (size_t i = 0, k = array->size; i + 1 < k; i++) {
        char c = array->data[i];
        array->data[i] = array->data[--k];
        array->data[k] = c;
    }
    return GB_NONE_VALUE;
}

static const gb_native methods[] = {
    GB_TEXT_METHODS,
    GB_BYTES_METHODS,
    {"__init__", method_init, "source=?, encoding=?, errors=?", 0, "Fills the array."},
    {"append", method_append, "item, /", 0, "Append one byte."},
    {"extend", method_extend, "iterable_of_ints, /", 0, "Append all bytes of an iterable."},
    {"insert", method_insert, "index, item, /", 0, "Insert one byte before index."},
    {"pop", method_pop, "index=-1, /", 0, "Remove and return the byte at index."},
    {"remove", method_remove, "value, /", 0, "Remove the first such byte."},
    {"clear", method_clear, "", 0, "Remove all bytes."},
    {"copy", method_copy, "", 0, "A copy."},
    {"reverse", method_reverse, "", 0, "Reverse in place."},
    {0}};

const gb_type_spec gb_spec_bytearray = {
    .name = "bytearray",
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> "
           "bytearray\nbytearray(int) -> that many zeros\n\nNumbers from 0 to 255.",
    .size = sizeof(gb_bytearray),
    .methods = methods,
    .slots = {.make = bytearray_make,
              .release = bytearray_release,
              .getitem = gb_bytes_item,
              .setitem = bytearray_setitem,
              .contains = gb_bytes_contains,
              .len = gb_bytes_len,
              .binary = gb_bytes_binary,
              .inplace = bytearray_inplace,
              .compare = gb_bytes_compare,
              .hash = gb_hash_unhashable,
              .repr = bytearray_repr,
              .iter = gb_bytes_iter},
};
