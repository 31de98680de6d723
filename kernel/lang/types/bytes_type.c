/* The type bytes: storage, construction, and the slots it shares with bytearray. */
#include "kernel/lang/types/bytes_method.h"

#include "kernel/lang/types/codec.h"
#include "kernel/lang/types/iterator.h"
#include "kernel/lang/types/number.h"
#include "kernel/lang/types/sequence.h"

/* --- storage -------------------------------------------------------------------------------------
 */

static gb_bytes *alloc(gb_vm *vm, gb_type *cls, size_t n)
{
    if (!gb_vm_allows(vm, n)) return NULL;
    size_t size = sizeof(gb_bytes) + n + 1;
    if (cls->dict_offset) size = (size + 7) / 8 * 8 + sizeof(gb_dict *);
    gb_bytes *bytes = gb_object_new(vm, cls, size);
    if (!bytes) return NULL;
    if (cls->dict_offset) memset((char *)bytes + size - sizeof(gb_dict *), 0, sizeof(gb_dict *));
    bytes->hash = -1;
    bytes->size = n;
    bytes->data[n] = 0;
    return bytes;
}

static gb_value make(gb_vm *vm, gb_type *cls, const void *data, size_t n)
{
    gb_bytes *bytes = alloc(vm, cls, n);
    if (!bytes) return GB_UNSET_VALUE;
    if (data)
        memcpy(bytes->data, data, n);
    else
        memset(bytes->data, 0, n);
    if (cls->dict_offset) gb_track(vm, bytes);
    return gb_object_peek(GB_BYTES, bytes);
}

gb_value gb_bytes_new(gb_vm *vm, const void *data, size_t n)
{
    if (!n && gb_is_bytes(vm->empty_bytes)) return gb_ref(vm->empty_bytes);
    return make(vm, vm->types.bytes, data, n);
}

/* --- construction --------------------------------------------------------------------------------
 */

bool gb_to_byte(gb_vm *vm, gb_value v, unsigned char *out)
{
    int64_t value;
    gb_value index = gb_to_index(vm, v);
    if (gb_is_unset(index)) return false;
    bool fits = gb_int_fits(index, &value) && value >= 0 && value < 256;
    gb_unref(index);
    *out = fits ? (unsigned char)value : 0;
    return fits || gb_raise_false(vm, GB_EXC_ValueError, "byte must be in range(0, 256)");
}

static bool collect_encoded(gb_vm *vm, gb_buffer *out, const char *name, const gb_value source[3])
{
    if (gb_is_unset(source[1]))
        return gb_raise_false(vm, GB_EXC_TypeError, "string argument without an encoding");
    gb_value bytes = gb_encode_value(vm, source[0], source[1], source[2], name);
    if (gb_is_unset(bytes)) return false;
    gb_buffer_put(out, gb_bytes_peek(bytes)->data, gb_bytes_peek(bytes)->size);
    gb_unref(bytes);
    return true;
}

/* CPython tells a count that no size_t could hold beside its header apart from one that is merely
 * too much. */
#define LARGEST_COUNT (INT64_MAX - 33)

static bool collect_zeros(gb_vm *vm, gb_buffer *out, const char *name, gb_value count)
{
    int64_t n;
    if (!gb_to_int64(vm, count, &n)) {
        if (gb_exception_is(vm, GB_EXC_OverflowError)) {
            gb_exception_clear(vm);
            gb_raise(vm, GB_EXC_OverflowError, "cannot fit '%s' into an index-sized integer",
                     gb_type_name(vm, count));
        }
        return false;
    }
    if (n < 0) return gb_raise_false(vm, GB_EXC_ValueError, "negative count");
    if (n > LARGEST_COUNT && strcmp(name, "bytes") == 0)
        return gb_raise_false(vm, GB_EXC_OverflowError, "byte string is too large");
    if (!gb_vm_allows(vm, (size_t)n)) return false;
    gb_buffer_repeat(out, '\0', (size_t)n);
    return true;
}

/* The result of __bytes__ when the type has it; 1, 0, -1. */
static int collect_dunder(gb_vm *vm, gb_buffer *out, gb_value v)
{
    gb_value name = gb_intern_peek(vm, "__bytes__", 9), bytes;
    if (gb_is_unset(name)) return -1;
    if (gb_is_unset(gb_type_lookup_peek(gb_type_of(vm, v), name))) return 0;
    bytes = gb_call_special(vm, v, name, NULL, 0);
    if (gb_is_unset(bytes)) return -1;
    bool right = gb_is_bytes(bytes);
    if (right)
        gb_buffer_put(out, gb_bytes_peek(bytes)->data, gb_bytes_peek(bytes)->size);
    else
        gb_raise(vm, GB_EXC_TypeError, "__bytes__ returned non-bytes (type %s)",
                 gb_type_name(vm, bytes));
    gb_unref(bytes);
    return right ? 1 : -1;
}

static bool collect_items(gb_vm *vm, gb_buffer *out, const char *name, gb_value iterable)
{
    gb_value it = gb_iter(vm, iterable), item;
    bool ok = !gb_is_unset(it);
    uint32_t turns = 0;
    if (!ok && gb_exception_is(vm, GB_EXC_TypeError)) {
        gb_exception_clear(vm);
        gb_raise(vm, GB_EXC_TypeError, "cannot convert '%s' object to %s",
                 gb_type_name(vm, iterable), name);
    }
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        unsigned char byte;
        ok = gb_to_byte(vm, item, &byte);
        gb_buffer_char(out, (char)byte);
        if (!ok && gb_exception_is(vm, GB_EXC_ValueError) && strcmp(name, "bytes") == 0) {
            gb_exception_clear(vm);
            gb_raise(vm, GB_EXC_ValueError, "bytes must be in range(0, 256)");
        }
        gb_unref(item);
        if (ok && !(++turns & 0xfff)) ok = gb_vm_check(vm) && gb_vm_allows(vm, out->size);
    }
    gb_unref(it);
    return ok && gb_is_unset(vm->exception);
}

bool gb_bytes_collect(gb_vm *vm, gb_buffer *out, const char *name, const gb_value source[3])
{
    gb_chars text;
    gb_value v = source[0];
    if (!gb_codec_check_names(vm, source[1], source[2], name)) return false;
    if (gb_is_str(v)) return collect_encoded(vm, out, name, source);
    if (!gb_is_unset(source[1]) || !gb_is_unset(source[2]))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s without a string argument",
                              gb_is_unset(source[1]) ? "errors" : "encoding");
    if (gb_is_unset(v)) return true;
    if (gb_bytes_like_peek(v, &text)) {
        gb_buffer_put(out, text.data, text.size);
        return true;
    }
    int had = collect_dunder(vm, out, v);
    if (had) return had > 0;
    gb_type_slots *slots = &gb_type_of(vm, v)->slots;
    if (gb_is_int(v) || slots->index) {
        bool ok = collect_zeros(vm, out, name, v);
        if (ok || gb_is_int(v) || !gb_exception_is(vm, GB_EXC_TypeError)) return ok;
        gb_exception_clear(vm); /* no number after all */
    }
    if (slots->iter || slots->getitem) return collect_items(vm, out, name, v);
    return gb_raise_false(vm, GB_EXC_TypeError, "cannot convert '%s' object to %s",
                          gb_type_name(vm, v), name);
}

static gb_value bytes_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[3], out = GB_UNSET_VALUE;
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_bind(vm, "bytes", "source=?, encoding=?, errors=?", args, bound)) return GB_UNSET_VALUE;
    if (cls == vm->types.bytes && gb_is_bytes(bound[0]) && bound[0].o->type == cls &&
        gb_is_unset(bound[1]) && gb_is_unset(bound[2]))
        return bound[0]; /* it never changes */
    bool ok = gb_bytes_collect(vm, &b, "bytes", bound);
    gb_bound_release(bound, 3);
    if (ok && b.failed)
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    else if (ok && cls == vm->types.bytes)
        out = gb_bytes_new(vm, b.data ? b.data : "", b.size);
    else if (ok)
        out = make(vm, cls, b.data ? b.data : "", b.size);
    gb_buffer_release(&b);
    return out;
}

/* --- slots of both types -------------------------------------------------------------------------
 */

static gb_value get_slice(gb_vm *vm, gb_value self, gb_value key)
{
    int64_t part[3], count;
    if (!gb_slice_indices(vm, key, (int64_t)gb_text_of(self).size, part, &count))
        return GB_UNSET_VALUE;
    if (count <= 0) return gb_text_piece(vm, self, 0, 0);
    if (part[2] == 1 && (size_t)count == gb_text_of(self).size) return gb_text_whole(vm, self);
    if (part[2] == 1) return gb_text_piece(vm, self, (size_t)part[0], (size_t)count);
    char *to;
    gb_value out = gb_text_room(vm, self, (size_t)count, 0, &to);
    if (!gb_is_unset(out))
        gb_text_step(to, gb_text_of(self).data + part[0], part[2], (size_t)count);
    return out;
}

bool gb_bytes_offset(gb_vm *vm, gb_value self, gb_value key, int64_t *at)
{
    if (!gb_is_int(key) && !gb_type_of(vm, key)->slots.index)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s indices must be integers or slices, not %s",
                              gb_is_bytearray(self) ? "bytearray" : "byte", gb_type_name(vm, key));
    gb_value index = gb_to_index(vm, key);
    if (gb_is_unset(index)) return false;
    bool fits = gb_int_fits(index, at);
    gb_unref(index);
    if (!fits)
        return gb_raise_false(vm, GB_EXC_IndexError, "cannot fit '%s' into an index-sized integer",
                              gb_type_name(vm, key));
    if (*at < 0) *at += (int64_t)gb_text_of(self).size;
    return true;
}

bool gb_bytes_within(gb_vm *vm, gb_value self, int64_t at)
{
    return (at >= 0 && (size_t)at < gb_text_of(self).size) ||
           gb_raise_false(vm, GB_EXC_IndexError, "%sindex out of range",
                          gb_is_bytearray(self) ? "bytearray " : "");
}

gb_value gb_bytes_item(gb_vm *vm, gb_value self, gb_value key)
{
    int64_t at;
    if (gb_is_slice(key)) return get_slice(vm, self, key);
    if (!gb_bytes_offset(vm, self, key, &at) || !gb_bytes_within(vm, self, at))
        return GB_UNSET_VALUE;
    return gb_int((unsigned char)gb_text_of(self).data[at]);
}

int gb_bytes_contains(gb_vm *vm, gb_value self, gb_value item)
{
    gb_chars part;
    unsigned char byte;
    if (!gb_bytes_like_peek(item, &part)) {
        gb_value number = gb_to_index(vm, item);
        if (gb_is_unset(number)) { /* whatever its __index__ said */
            gb_exception_clear(vm);
            return gb_raise_minus(vm, GB_EXC_TypeError, "a bytes-like object is required, not '%s'",
                                  gb_type_name(vm, item));
        }
        bool ok = gb_to_byte(vm, number, &byte);
        gb_unref(number);
        if (!ok) return -1;
        part = (gb_chars){(const char *)&byte, 1};
    }
    gb_chars text = gb_text_of(self);
    return gb_bytes_find(text.data, text.size, part.data, part.size, false) >= 0;
}

gb_value gb_bytes_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    gb_chars x, y;
    (void)vm;
    if (!gb_bytes_like_peek(a, &x) || !gb_bytes_like_peek(b, &y)) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_order_result(op, gb_text_order(x, y));
}

static gb_value concatenated(gb_vm *vm, gb_value a, gb_value b)
{
    gb_chars x = gb_text_of(a), y = gb_text_of(b);
    if (!y.size) return gb_text_whole(vm, a);
    if (!x.size && a.tag == b.tag) return gb_text_whole(vm, b);
    char *to;
    gb_value out = gb_text_room(vm, a, x.size + y.size, 0, &to);
    if (gb_is_unset(out)) return out;
    memcpy(to, x.data, x.size);
    memcpy(to + x.size, y.data, y.size);
    return out;
}

static gb_value repeated(gb_vm *vm, gb_value self, int64_t times)
{
    gb_chars text = gb_text_of(self);
    if (times <= 0 || !text.size) return gb_text_piece(vm, self, 0, 0);
    if (times == 1) return gb_text_whole(vm, self);
    if (gb_is_bytes(self) && (uint64_t)times > INT64_MAX / text.size)
        return gb_raise(vm, GB_EXC_OverflowError, "repeated bytes are too long");
    if ((uint64_t)times > vm->memory_limit / text.size)
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    char *to;
    gb_value out = gb_text_room(vm, self, text.size * (size_t)times, 0, &to);
    if (!gb_is_unset(out)) gb_text_repeat(to, gb_text_of(self).data, text.size, (size_t)times);
    return out;
}

gb_value gb_bytes_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_chars x, y;
    int64_t times;
    gb_value self;
    bool left = gb_bytes_like_peek(a, &x), right = gb_bytes_like_peek(b, &y);
    if (op == GB_BINARY_ADD && left && right) return concatenated(vm, a, b);
    if (op == GB_BINARY_MOD && left) return gb_format_percent_bytes(vm, a, b);
    gb_tag tag = (gb_tag)(left ? a.tag : b.tag);
    if (op == GB_BINARY_MUL && left != right && gb_repeat_operands(vm, tag, a, b, &self, &times))
        return repeated(vm, self, times);
    return gb_is_unset(vm->exception) ? GB_NOT_IMPLEMENTED_VALUE : GB_UNSET_VALUE;
}

int64_t gb_bytes_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_text_of(self).size;
}

gb_value gb_bytes_iter(gb_vm *vm, gb_value self)
{
    return gb_iterator_new(
        vm, gb_is_bytes(self) ? vm->types.bytes_iterator : vm->types.bytearray_iterator, self);
}

/* --- bytes ---------------------------------------------------------------------------------------
 */

static int64_t bytes_hash(gb_vm *vm, gb_value self)
{
    gb_bytes *bytes = gb_bytes_peek(self);
    (void)vm;
    if (bytes->hash == -1) bytes->hash = gb_bytes_hash((const char *)bytes->data, bytes->size);
    return bytes->hash;
}

static gb_value bytes_repr(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_bytes_write_repr(&b, gb_bytes_peek(self)->data, gb_bytes_peek(self)->size, false);
    return gb_str_from_buffer(vm, &b);
}

static gb_value method_bytes(gb_vm *vm, gb_value *args)
{
    return gb_text_whole(vm, args[0]);
}

static gb_value method_getnewargs(gb_vm *vm, gb_value *args)
{
    gb_value plain = gb_text_whole(vm, args[0]);
    gb_value out = gb_is_unset(plain) ? plain : gb_tuple_of(vm, 1, plain);
    gb_unref(plain);
    return out;
}

static const gb_native methods[] = {
    GB_TEXT_METHODS,
    GB_BYTES_METHODS,
    {"__bytes__", method_bytes, "", 0, "The bytes themselves."},
    {"__getnewargs__", method_getnewargs, "", 0, "Arguments that make an equal one."},
    {0}};

const gb_type_spec gb_spec_bytes = {
    .name = "bytes",
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
           "bytes(int) -> that many zeros\n\nNumbers from 0 to 255 that never change.",
    .size = sizeof(gb_bytes),
    .tag = GB_BYTES,
    .flags = GB_TYPE_ATOMIC,
    .methods = methods,
    .slots = {.make = bytes_make,
              .getitem = gb_bytes_item,
              .contains = gb_bytes_contains,
              .len = gb_bytes_len,
              .binary = gb_bytes_binary,
              .compare = gb_bytes_compare,
              .hash = bytes_hash,
              .repr = bytes_repr,
              .iter = gb_bytes_iter},
};

/* --- iterators -----------------------------------------------------------------------------------
 */

static gb_value iterator_next(gb_vm *vm, gb_value self)
{
    gb_iterator *it = gb_iterator_peek(self);
    (void)vm;
    if (gb_is_unset(it->sequence)) return GB_UNSET_VALUE;
    gb_chars text = gb_text_of(it->sequence);
    if (it->at < text.size) return gb_int((unsigned char)text.data[it->at++]);
    gb_clear(&it->sequence);
    return GB_UNSET_VALUE;
}

#define ITERATOR(id)                                                                               \
    const gb_type_spec gb_spec_##id = {.name = #id, GB_ITERATOR_FIELDS(iterator_next)};
ITERATOR(bytes_iterator)
ITERATOR(bytearray_iterator)
